/* The lines of two records in one order: two people took minutes of one session. They
 * stand by the time they were typed at, and where nobody knows it, by their place. Each
 * stays the line it is, with its history. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/order.h"
#include "store/db.h"
#include "store/log.h"
#include "store/merge_part.h"

enum { TOLD = 10 };		/* lines that are quoted */

struct line {
	int64_t id;
	const char *place, *time, *text;	/* "" for none */
};

struct lines {
	struct line *lines;
	size_t count, cap;
	struct arena mem;
};

/* What says when a line was typed. */
static const struct field *
time_field(const struct entity *line)
{
	const struct field *f;

	for (int i = 0; (f = entity_field(line, i)); i++)
		if (f->type == &type_datetime && !(f->flags & F_COMPUTED))
			return f;
	return NULL;
}

static void
line_add(struct lines *l, struct stmt *st)
{
	if (l->count == l->cap) {
		l->cap = l->cap * 2 + 64;
		l->lines = xrealloc(l->lines, l->cap * sizeof *l->lines);
	}
	l->lines[l->count++] = (struct line){ stmt_col_int(st, 0),
		arena_dup(&l->mem, stmt_col(st, 1), stmt_col_len(st, 1)),
		arena_dup(&l->mem, stmt_col(st, 2), stmt_col_len(st, 2)),
		arena_dup(&l->mem, stmt_col(st, 3), stmt_col_len(st, 3)) };
}

/* Those in the trash keep their places. */
static bool
lines_read(struct store *s, const struct entity *line, const struct field *of, int64_t id,
    struct lines *out, struct error *e)
{
	const char *place = field_with(line, F_ORDER)->name;
	struct stmt *st = stmt_newf(s->db, e,
	    "SELECT id,coalesce(\"%s\",''),coalesce(\"%s\",''),\"%s\" FROM \"%s\""
	    " WHERE \"%s\"=?1 AND \"%s\"=0 ORDER BY \"%s\" NULLS LAST,id", place,
	    time_field(line)->name, field_with(line, F_TITLE)->name, line->name, of->name,
	    field_with(line, F_TRASH)->name, place);

	if (!st)
		return false;
	stmt_int(st, 1, id);
	while (stmt_row(st))
		line_add(out, st);
	return stmt_end(st, e);
}

static void
lines_free(struct lines *l)
{
	free(l->lines);
	arena_free(&l->mem);
}

/* Does the line of the other record come before this one? Those without a place stand
 * behind all that have one. */
static bool
is_before(const struct line *other, const struct line *this)
{
	int by = *other->time && *this->time ? strcmp(other->time, this->time) : 0;

	if (!by && (!*other->place || !*this->place))
		return *other->place != '\0';
	return (by ? by : strcmp(other->place, this->place)) < 0;
}

/* Lines of the kept record stay where they are, as far as they have places. */
static bool
place_give(struct merging *m, const struct entity *line, const struct line *it,
    const struct line *next, struct str *last, struct error *e)
{
	const char *before = last->len ? str_text(last) : NULL;
	const char *after = next && *next->place && strcmp(next->place, str_text(last)) > 0
	    ? next->place : NULL;
	struct str place = { 0 };
	int64_t moved = 0;

	/* A place that is none, in a damaged file, stays as it is. */
	bool ok = !order_between(before, after, &place)
	    || merge_put(m, line, it->id, field_with(line, F_ORDER),
	    value_text(str_text(&place), place.len), true, &moved, e);
	if (place.len)
		str_set(last, str_text(&place));
	str_free(&place);
	return ok;
}

static bool
interleave(struct merging *m, const struct entity *line, const struct lines *kept,
    const struct lines *gone, struct error *e)
{
	struct str last = { 0 };
	size_t i = 0, k = 0;
	bool ok = true;

	while (ok && (i < kept->count || k < gone->count)) {
		const struct line *stays = i < kept->count ? &kept->lines[i] : NULL;
		const struct line *comes = k < gone->count ? &gone->lines[k] : NULL;
		if (comes && (!stays || is_before(comes, stays))) {
			ok = place_give(m, line, comes, stays, &last, e);
			k++;
		} else if (strcmp(stays->place, str_text(&last)) > 0) {
			str_set(&last, stays->place);
			i++;
		} else {
			ok = place_give(m, line, stays, ++i < kept->count ? &kept->lines[i] : NULL,
			    &last, e);
		}
	}
	str_free(&last);
	return ok;
}

/* --- Lines that both have --- */

static int
by_text(const void *a, const void *b)
{
	return strcmp(((const struct line *)a)->text, ((const struct line *)b)->text);
}

static void
alike_add(struct merge_report *r, const struct line *line)
{
	size_t n = strcspn(line->text, "\n");

	if (r->alike++ < TOLD)
		str_addf(&r->alike_lines, "%s\"%.*s\"", r->alike_lines.len ? ", " : "", (int)n,
		    line->text);
}

static void
alike_find(struct merging *m, struct lines *kept, const struct lines *gone)
{
	if (!kept->count)
		return;
	qsort(kept->lines, kept->count, sizeof *kept->lines, by_text);
	for (size_t k = 0; k < gone->count; k++)
		if (bsearch(&gone->lines[k], kept->lines, kept->count, sizeof *kept->lines,
		    by_text))
			alike_add(m->report, &gone->lines[k]);
}

bool
merge_lines(struct merging *m, struct error *e)
{
	const struct entity *line;
	const struct field *of = merge_line_of(m->ent, &line);
	struct lines kept = { 0 }, gone = { 0 };

	if (!of)
		return true;
	bool ok = lines_read(m->s, line, of, m->kept->id, &kept, e)
	    && lines_read(m->s, line, of, m->gone->id, &gone, e)
	    && interleave(m, line, &kept, &gone, e);
	alike_find(m, &kept, &gone);
	lines_free(&kept);
	lines_free(&gone);
	return ok;
}

bool
merge_lines_alike(struct merging *m, struct error *e)
{
	struct str text = { 0 };

	if (!m->report->alike)
		return true;
	str_addf(&text, _("In both, word for word: %s"), str_text(&m->report->alike_lines));
	bool ok = merge_remark_add(m, &text, e);
	str_free(&text);
	return ok;
}
