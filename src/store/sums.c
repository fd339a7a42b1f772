#include "config.h"

#include "store/sums.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "store/computed.h"
#include "store/db.h"
#include "store/exactness.h"
#include "store/log.h"

/* Here, as in computed.c, `[NAME;...]` is a piece of an expression. Parameters: ?1 name
 * and ?2 unit, folded; ?3 network; ?4 and ?5 the days. */

/* The metrics m that are meant, with their goals g. */
#define METRICS "metric m JOIN goal g ON g.id=m.goal "
#define MEANT \
	"m.deleted=0 AND g.deleted=0 AND (?1='' OR m.fold=?1)" \
	" AND (?2='' OR fold_key(m.unit)=?2) AND (?3=0 OR g.owner=?3 OR g.owner IN (SELECT" \
	" xm.member FROM membership xm WHERE xm.network=?3 AND xm.deleted=0" \
	" AND xm.state IS NOT 'former'))"

/* Events of a goal: its own, and those its owner holds. */
#define EVENTS \
	"JOIN event xe ON (xe.id=g.event OR EXISTS(SELECT 1 FROM involvement xi" \
	" WHERE xi.event=xe.id AND xi.deleted=0 AND xi.organisation=g.owner" \
	" AND xi.role IN ('host','organizer'))) AND xe.deleted=0" \
	" AND xe.start<=day_today() AND coalesce(xe.status,'held') IN ('held','confirmed')" \
	" AND date_end(coalesce(xe.\"end\",xe.start)) BETWEEN ?4 AND ?5 "

/* What a metric can be counted from: what is counted, each by what makes it one, and
 * where it is found beside m and g. */
static const struct source {
	const char *code;	/* in the list count-from */
	const char *thing, *join;
} sources[] = {
	{ "attendance", "[someone;xa]",
	    EVENTS "JOIN attendance xa ON xa.event=xe.id AND xa.deleted=0"
	    " AND xa.state='present' AND [counted;xa]" },
	{ "events", "xe.id", EVENTS },
	{ "sessions", "xz.id", EVENTS "JOIN session xz ON xz.event=xe.id AND xz.deleted=0"
	    " AND coalesce(xz.status,'held') IN ('held','confirmed','accepted')" },
	{ "partnerships", "xp.id", "JOIN partnership xp ON xp.affiliate=g.owner"
	    " AND xp.deleted=0 AND coalesce(date_begin(xp.started),?4)<=?5"
	    " AND coalesce(date_end(xp.ended),?5)>=?4" },
};
enum { SOURCES = sizeof sources / sizeof *sources };

struct id_set {
	int64_t *ids;
	size_t count, room;
};

struct summing {
	struct store *s;
	const struct sum_query *q;
	struct sum *sum;
	struct str name, unit;	/* folded */
	size_t room;
	enum exactness exactness;	/* of the parts so far */
	struct id_set counted;	/* metrics that have records of their own */
	struct id_set organisations;	/* that have a figure or records */
};

static struct stmt *
statement(struct summing *m, const struct str *text, struct error *e)
{
	struct str sql = { 0 };

	computed_expand(str_text(text), "g", &sql);
	struct stmt *st = stmt_new(m->s->db, str_text(&sql), e);
	str_free(&sql);
	if (!st)
		return NULL;
	stmt_cstr(st, 1, str_text(&m->name));
	stmt_cstr(st, 2, str_text(&m->unit));
	stmt_int(st, 3, m->q->network);
	stmt_cstr(st, 4, m->q->from);
	stmt_cstr(st, 5, m->q->to);
	return st;
}

static void
part_add(struct summing *m, struct sum_part part)
{
	struct sum *sum = m->sum;

	if (sum->count == m->room) {
		struct sum_part *more = arena_alloc(&sum->mem, (m->room * 2 + 16) * sizeof *more);
		if (sum->count)
			memcpy(more, sum->parts, sum->count * sizeof *more);
		sum->parts = more;
		m->room = m->room * 2 + 16;
	}
	sum->parts[sum->count++] = part;
	m->exactness = exactness_add(m->exactness, part.qualifier);
	sum->known = true;
	sum->fits = sum->fits && decimal_add(sum->total, part.value, &sum->total);
}

/* --- Sets of ids --- */

static bool
id_set_has(const struct id_set *set, int64_t id)
{
	for (size_t i = 0; i < set->count; i++)
		if (set->ids[i] == id)
			return true;
	return false;
}

static void
id_set_add(struct id_set *set, int64_t id)
{
	if (id_set_has(set, id))
		return;
	if (set->count == set->room) {
		set->room = set->room * 2 + 16;
		set->ids = xrealloc(set->ids, set->room * sizeof *set->ids);
	}
	set->ids[set->count++] = id;
}

/* --- From records --- */

/* Which metrics have such records. */
static bool
source_metrics(struct summing *m, const struct source *c, struct error *e)
{
	struct str text = { 0 };

	str_addf(&text, "SELECT DISTINCT m.id FROM " METRICS "%s WHERE " MEANT
	    " AND m.count_from='%s'", c->join, c->code);
	struct stmt *st = statement(m, &text, e);
	str_free(&text);
	while (st && stmt_row(st))
		id_set_add(&m->counted, stmt_col_int(st, 0));
	return st && stmt_end(st, e);
}

/* All that these metrics count, each thing once, whoever else counts it too. */
static bool
source_count(struct summing *m, const struct source *c, struct error *e)
{
	struct str text = { 0 };

	str_addf(&text, "SELECT count(DISTINCT %s) FROM " METRICS "%s WHERE " MEANT
	    " AND m.count_from='%s'", c->thing, c->join, c->code);
	struct stmt *st = statement(m, &text, e);
	str_free(&text);
	if (st && stmt_row(st) && stmt_col_int(st, 0))
		part_add(m, (struct sum_part){ .counted = c->code, .known = true,
		    .value = { stmt_col_int(st, 0), 0 }, .qualifier = "" });
	return st && stmt_end(st, e);
}

/* --- As typed --- */

/* What each metric and contributor came to in these days. */
static const char figures[] =
    "SELECT m.id,coalesce(xs.organisation,g.owner) AS who,"
    "figures_total([figure;g],[goal_end;g],NULL,NULL),"
    "figures_exactness([figure;g],[goal_end;g],NULL,NULL),coalesce(m.count_from,'typed')<>'typed',g.owner,"
    "figures_parts([figure;g],[goal_end;g],NULL,NULL) FROM " METRICS "LEFT JOIN measurement xs ON xs.metric=m.id AND [figure_known]"
    " AND [figure_day;g] BETWEEN ?4 AND ?5 WHERE " MEANT
    " GROUP BY m.id,who ORDER BY m.id,who";

static void
figure_take(struct summing *m, struct stmt *st, int64_t *last)
{
	struct sum_part part = { .metric = stmt_col_int(st, 0), .owner = stmt_col_int(st, 1),
	    .counted = "" };
	bool first = part.metric != *last, records = id_set_has(&m->counted, part.metric);

	*last = part.metric;
	m->sum->metrics += first;
	m->sum->of_members += first && stmt_col_int(st, 5) != m->q->network;
	part.known = decimal_parse(stmt_col(st, 2), stmt_col_len(st, 2), &part.value);
	part.qualifier = arena_dup(&m->sum->mem, stmt_col(st, 3), stmt_col_len(st, 3));
	part.figures = stmt_col_int(st, 6);
	if (records || part.known)
		id_set_add(&m->organisations, records ? stmt_col_int(st, 5) : part.owner);
	if (records)
		return;		/* its records are in the sum already */
	if (!part.known) {
		m->sum->without++;
		return;
	}
	m->sum->typed += stmt_col_int(st, 4);
	part_add(m, part);
}

static bool
figures_add(struct summing *m, struct error *e)
{
	struct str text = { 0 };
	int64_t last = 0;

	str_add(&text, figures);
	struct stmt *st = statement(m, &text, e);
	str_free(&text);
	while (st && stmt_row(st))
		figure_take(m, st, &last);
	return st && stmt_end(st, e);
}

/* --- Both --- */

bool
sum_make(struct store *s, const struct sum_query *q, struct sum *out, struct error *e)
{
	struct summing m = { .s = s, .q = q, .sum = out };
	bool ok = true;

	*out = (struct sum){ .fits = true };
	if (q->name)
		fold_add(&m.name, q->name, strlen(q->name));
	if (q->unit)
		fold_add(&m.unit, q->unit, strlen(q->unit));
	for (size_t i = 0; ok && i < SOURCES; i++)
		ok = source_metrics(&m, &sources[i], e) && source_count(&m, &sources[i], e);
	ok = ok && figures_add(&m, e);
	out->qualifier = exactness_code(m.exactness);
	out->organisations = (int64_t)m.organisations.count;
	str_free(&m.name);
	str_free(&m.unit);
	free(m.counted.ids);
	free(m.organisations.ids);
	if (!ok)
		sum_free(out);
	return ok;
}

void
sum_free(struct sum *sum)
{
	arena_free(&sum->mem);
	*sum = (struct sum){ 0 };
}
