#include "config.h"

#include "store/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/computed.h"
#include "store/db.h"
#include "store/exactness.h"
#include "store/log.h"

/* --- Arithmetic --- */

bool
progress_target(const char *operator, struct decimal baseline, struct decimal *target)
{
	struct decimal share;

	if (!operator || strcmp(operator, "change-by-percent"))
		return true;
	return decimal_mul(baseline, *target, &share)
	    && decimal_div(share, (struct decimal){ 100, 0 }, 9, &share)
	    && decimal_add(baseline, share, target);
}

bool
progress_percent(struct decimal baseline, struct decimal target, struct decimal value,
    struct decimal *out)
{
	struct decimal done, way;

	if (!decimal_sub(value, baseline, &done) || !decimal_sub(target, baseline, &way))
		return false;
	if (!way.units) {
		*out = (struct decimal){ done.units < 0 ? 0 : 100, 0 };
		return true;
	}
	return decimal_mul(done, (struct decimal){ 100, 0 }, &done)
	    && decimal_div(done, way, 6, out);
}

/* --- A goal --- */

/* A statement written as the expressions of computed.c, with the id as ?1. */
static struct stmt *
statement(struct store *s, const char *text, const char *alias, int64_t id, struct error *e)
{
	struct str sql = { 0 };

	computed_expand(text, alias, &sql);
	struct stmt *st = stmt_new(s->db, str_text(&sql), e);
	str_free(&sql);
	if (st)
		stmt_int(st, 1, id);
	return st;
}

bool
progress_read(struct store *s, int64_t goal, struct progress *out, struct error *e)
{
	struct stmt *st = statement(s, "SELECT [goal_progress],[pace],[goal_begin;$],"
	    "[goal_end;$] FROM goal $ WHERE $.id=?1", "t", goal, e);

	*out = (struct progress){ .pace = -1 };
	if (!st)
		return false;
	if (stmt_row(st)) {
		snprintf(out->percent, sizeof out->percent, "%s", stmt_col(st, 0));
		if (!stmt_col_null(st, 1))
			out->pace = (int)stmt_col_int(st, 1);
		snprintf(out->begin, sizeof out->begin, "%s", stmt_col(st, 2));
		snprintf(out->end, sizeof out->end, "%s", stmt_col(st, 3));
	}
	return stmt_end(st, e);
}

static const struct measured {
	const char *entity;
	const char *metrics;	/* of the record ?1 */
} measured[] = {
	{ "goal", "SELECT id FROM metric WHERE goal=?1 AND deleted=0 ORDER BY id" },
	{ "metric", "SELECT ?1" },
};

bool
progress_metrics(struct store *s, const struct entity *ent, int64_t id, int64_t **ids,
    size_t *count, struct error *e)
{
	const char *sql = "SELECT ?1 WHERE 0";
	size_t cap = 0;

	*ids = NULL;
	*count = 0;
	for (size_t i = 0; i < sizeof measured / sizeof *measured; i++)
		if (!strcmp(measured[i].entity, ent->name))
			sql = measured[i].metrics;
	struct stmt *st = stmt_new(s->db, sql, e);
	if (!st)
		return false;
	stmt_int(st, 1, id);
	while (stmt_row(st)) {
		if (*count == cap) {
			cap = cap * 2 + 8;
			*ids = xrealloc(*ids, cap * sizeof **ids);
		}
		(*ids)[(*count)++] = stmt_col_int(st, 0);
	}
	return stmt_end(st, e);
}

/* --- A metric --- */

static const char *
kept(struct series *r, struct stmt *st, int column)
{
	return arena_dup(&r->mem, stmt_col(st, column), stmt_col_len(st, column));
}

static bool
metric_read(struct store *s, struct series *r, struct error *e)
{
	struct stmt *st = statement(s, "SELECT xm.name,xm.unit,xm.target_operator,"
	    "xm.target_words,xm.baseline,xm.target,xm.goal,[goal_begin;$],[goal_end;$],"
	    "progress(xm.baseline,xm.target_operator,xm.target,[metric_value;$])"
	    " FROM metric xm LEFT JOIN goal $ ON $.id=xm.goal CROSS JOIN (SELECT"
	    " [goal_begin;xg] AS begin,[goal_end;xg] AS \"end\" FROM metric xn LEFT JOIN goal xg"
	    " ON xg.id=xn.goal WHERE xn.id=?1) xd WHERE xm.id=?1 GROUP BY xm.id",
	    "t", r->metric, e);

	if (!st)
		return false;
	if (stmt_row(st)) {
		r->name = kept(r, st, 0);
		r->unit = kept(r, st, 1);
		r->operator = kept(r, st, 2);
		r->target_words = kept(r, st, 3);
		r->has_baseline = decimal_parse(stmt_col(st, 4), stmt_col_len(st, 4), &r->baseline);
		r->has_target = decimal_parse(stmt_col(st, 5), stmt_col_len(st, 5), &r->target)
		    && progress_target(r->operator, r->baseline, &r->target);
		r->goal = stmt_col_int(st, 6);
		snprintf(r->begin, sizeof r->begin, "%s", stmt_col(st, 7));
		snprintf(r->end, sizeof r->end, "%s", stmt_col(st, 8));
		snprintf(r->percent, sizeof r->percent, "%s", stmt_col(st, 9));
	}
	return stmt_end(st, e);
}

/* The columns of points_read(): the first are those of [figure]. */
enum { ORGANISATION, OWNER, EVENT, EVIDENCE, FROM, TO, MEASURED_ON, ID, VALUE, QUALIFIER,
	DAY, WORDS, KNOWN };

static void
point_add(struct series *r, struct stmt *st, size_t *cap)
{
	if (r->count == *cap) {
		struct series_point *more = arena_alloc(&r->mem, (*cap * 2 + 16) * sizeof *more);
		if (r->count)
			memcpy(more, r->points, r->count * sizeof *more);
		r->points = more;
		*cap = *cap * 2 + 16;
	}
	struct series_point *p = &r->points[r->count++];
	*p = (struct series_point){ .is = { .course = addend_course(kept(r, st, EVIDENCE)),
	    .organisation = stmt_col_int(st, ORGANISATION), .event = stmt_col_int(st, EVENT),
	    .id = stmt_col_int(st, ID), .qualifier = kept(r, st, QUALIFIER) },
	    .day = kept(r, st, DAY), .words = kept(r, st, WORDS) };
	if (!p->is.organisation)
		p->is.organisation = stmt_col_int(st, OWNER);
	addend_days(&p->is, stmt_col(st, FROM), stmt_col(st, TO), stmt_col(st, MEASURED_ON),
	    r->end);
	p->counts = stmt_col_int(st, KNOWN) && addend_is_of(&p->is, r->begin, r->end)
	    && decimal_parse(stmt_col(st, VALUE), stmt_col_len(st, VALUE), &p->is.value);
}

static bool
points_read(struct store *s, struct series *r, struct error *e)
{
	struct stmt *st = statement(s, "SELECT [figure;$],"
	    "coalesce(xs.\"to\",xs.\"from\",xs.measured_on),xs.value_words,[figure_known]"
	    " FROM measurement xs JOIN metric xm ON xm.id=xs.metric LEFT JOIN goal $"
	    " ON $.id=xm.goal WHERE xs.metric=?1 AND xs.deleted=0"
	    " AND coalesce(xs.\"from\",xs.\"to\",xs.measured_on,'')<=day_today()"
	    " ORDER BY [figure_day;$],xs.id", "t", r->metric, e);
	size_t cap = 0;

	if (!st)
		return false;
	while (stmt_row(st))
		point_add(r, st, &cap);
	return stmt_end(st, e);
}

static int
compare(const void *a, const void *b)
{
	return addend_compare(*(const struct addend *const *)a, *(const struct addend *const *)b);
}

static void
counting_sort(struct series *r)
{
	r->counting = arena_alloc(&r->mem, (r->count + 1) * sizeof *r->counting);
	for (size_t i = 0; i < r->count; i++)
		if (r->points[i].counts)
			r->counting[r->counting_count++] = &r->points[i].is;
	qsort(r->counting, r->counting_count, sizeof *r->counting, compare);
}

struct series_sum
series_sum(const struct series *r, const char *day)
{
	struct series_sum out = { .fits = true, .qualifier = "" };
	enum exactness exactness = EXACT;
	struct adding adding = { .last = NULL };

	for (size_t i = 0; i < r->counting_count; i++) {
		const struct addend *x = r->counting[i];
		if (strcmp(x->to, day) > 0 || !adding_takes(&adding, x))
			continue;
		exactness = exactness_add(exactness, x->qualifier);
		out.qualifier = !out.parts++ ? x->qualifier
		    : exactness == EXACT ? "" : exactness_code(exactness);
		out.stands = out.stands || !*x->from;
		out.fits = out.fits && decimal_add(out.total, x->value, &out.total);
	}
	return out;
}

bool
series_read(struct store *s, int64_t metric, struct series *out, struct error *e)
{
	*out = (struct series){ .metric = metric, .name = "", .unit = "", .operator = "",
	    .target_words = "" };
	if (!metric_read(s, out, e) || !points_read(s, out, e)) {
		series_free(out);
		return false;
	}
	counting_sort(out);
	return true;
}

void
series_free(struct series *r)
{
	arena_free(&r->mem);
	*r = (struct series){ 0 };
}
