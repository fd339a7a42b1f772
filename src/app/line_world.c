/* The names that a line may mention, read from the file when it changed. */
#include "config.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "app/line_part.h"
#include "base/i18n.h"
#include "base/place.h"
#include "io/export_row.h"
#include "model/term.h"
#include "store/query.h"
#include "store/through.h"

const struct line_mark line_marks[] = {
	{ '@', PART_OWNER, "owners", true },
	{ '+', PART_ABOUT, "organisation", false },
	{ '%', PART_GOAL, "goal", true },
	{ .field = NULL }
};

struct line_world *
line_world_new(void)
{
	struct line_world *w = xmalloc(sizeof *w);

	w->version = -1;
	return w;
}

static void
forget(struct line_world *w)
{
	for (int i = 0; i < LINE_MARKS; i++)
		free(w->names[i].keys);
	arena_free(&w->mem);
	*w = (struct line_world){ .version = -1 };
}

void
line_world_free(struct line_world *w)
{
	if (w)
		forget(w);
	free(w);
}

/* --- Rows of an entity --- */

enum { COLUMNS_MAX = 12 };

struct load {
	struct line_world *w;
	struct store *s;
	const struct entity *ent;
	struct column columns[COLUMNS_MAX + 1];
	size_t count;		/* behind them is who may see the record */
};

/* All fields that people name a record by, what its title is made of first. */
static bool
columns_choose(struct load *l, struct error *e)
{
	static const unsigned order[] = { F_TITLE, F_OTHER_NAME, F_CODE };

	l->count = 0;
	for (size_t o = 0; o < sizeof order / sizeof *order; o++)
		for (int i = 0; i < l->ent->field_count && l->count < COLUMNS_MAX; i++) {
			const struct field *f = &l->ent->fields[i];
			bool before = o > 0 && f->flags & (order[o - 1] | order[0]);
			if (f->flags & order[o] && !before
			    && !column_parse(l->ent, f->name, &l->columns[l->count++], e))
				return false;
		}
	return column_parse(l->ent, field_with(l->ent, F_VISIBILITY)->name,
	    &l->columns[l->count], e);
}

static struct line_record *
record_of_row(struct load *l, struct rows *r)
{
	struct line_record *record = arena_alloc(&l->w->mem, sizeof *record);
	struct value v;

	record->name = (struct line_name){ l->ent, rows_id(r), "" };
	for (size_t c = 0; c < l->count && !*record->name.title; c++)
		if (rows_value(r, c, 0, &v) && v.kind == VALUE_TEXT)
			record->name.title = arena_dup(&l->w->mem, v.s, v.n);
	record->hidden = rows_value(r, l->count, 0, &v) && export_is_private(&v);
	return record;
}

static void
names_of_row(struct load *l, struct rows *r)
{
	struct line_record *record = record_of_row(l, r);
	const struct entity *entry = entity_find("entry");
	struct value v;

	for (int m = 0; m < LINE_MARKS; m++) {
		if (!field_refers(field_find(entry, line_marks[m].field), l->ent))
			continue;
		for (size_t c = 0; c < l->count; c++)
			for (size_t item = 0; rows_value(r, c, item, &v); item++)
				if (v.kind == VALUE_TEXT)
					names_add(&l->w->names[m], &l->w->mem, v.s, v.n, record);
	}
}

static bool
rows_each(struct load *l, void (*f)(struct load *l, struct rows *r), struct error *e)
{
	struct query q = { .ent = l->ent, .columns = l->columns,
	    .column_count = l->count + 1 };
	struct rows *r = rows_open(l->s, &q, e);

	if (!r)
		return false;
	while (rows_next(r))
		f(l, r);
	return rows_close(r, e);
}

static bool
is_named(const struct entity *ent)
{
	const struct entity *entry = entity_find("entry");

	for (int m = 0; m < LINE_MARKS; m++)
		if (field_refers(field_find(entry, line_marks[m].field), ent))
			return true;
	return false;
}

static bool
names_load(struct line_world *w, struct store *s, struct error *e)
{
	struct load l = { .w = w, .s = s };

	for (int i = 0; entities[i]; i++) {
		l.ent = entities[i];
		if (is_named(l.ent) && (!columns_choose(&l, e) || !rows_each(&l, names_of_row, e)))
			return false;
	}
	for (int m = 0; m < LINE_MARKS; m++)
		names_sort(&w->names[m]);
	return true;
}

/* --- Whose partner it is --- */

/* Every partnership of the file as id, partner, affiliate and stage. */
struct side {
	int64_t id, partner, affiliate;
	bool open;
};

/* The same choice as a change of a partner's stage makes (store/through.h): that with my
 * own organisation, else the only open one, else the only one. */
static int64_t
partnership_choose(const struct side *sides, size_t n, int64_t mine)
{
	int64_t open = 0;
	size_t opens = 0;

	for (size_t i = 0; i < n; i++) {
		if (mine && sides[i].affiliate == mine)
			return sides[i].id;
		opens += sides[i].open;
		open = sides[i].open ? sides[i].id : open;
	}
	return opens == 1 ? open : n == 1 ? sides[0].id : 0;
}

static int
side_compare(const void *a, const void *b)
{
	const struct side *x = a, *y = b;

	return x->partner < y->partner ? -1 : x->partner > y->partner;
}

struct side_list {
	struct side *side;
	size_t count, room;
};

static void
side_add(struct side_list *l, struct rows *r, const char *stages)
{
	struct value v[3];
	char stage[64] = "";

	for (size_t c = 0; c < 3; c++)
		if (!rows_value(r, c, 0, &v[c]))
			v[c] = value_null;
	if (v[2].kind == VALUE_TEXT && v[2].n < sizeof stage)
		memcpy(stage, v[2].s, v[2].n);
	if (l->count == l->room) {
		l->room = l->room * 2 + 64;
		l->side = xrealloc(l->side, l->room * sizeof *l->side);
	}
	l->side[l->count++] = (struct side){ rows_id(r), value_to_int(&v[0]),
	    value_to_int(&v[1]), !term_is_over(stages, stage) };
}

static bool
sides_load(struct store *s, struct side_list *l, struct error *e)
{
	static const char *const names[] = { "partner", "affiliate", "stage" };
	struct column columns[3];
	struct query q = { .ent = entity_find("partnership"), .columns = columns,
	    .column_count = 3 };

	for (int i = 0; i < 3; i++)
		if (!column_parse(q.ent, names[i], &columns[i], e))
			return false;
	struct rows *r = rows_open(s, &q, e);
	if (!r)
		return false;
	while (rows_next(r))
		side_add(l, r, columns[2].field->list);
	if (l->count)
		qsort(l->side, l->count, sizeof *l->side, side_compare);
	return rows_close(r, e);
}

static void
partnership_set(const struct side_list *l, int64_t mine, struct line_record *record)
{
	size_t n = 0, first = place_of(l->side, l->count, sizeof *l->side,
	    offsetof(struct side, partner), record->name.id);

	while (first + n < l->count && l->side[first + n].partner == record->name.id)
		n++;
	record->partnership = partnership_choose(l->side + first, n, mine);
}

static bool
partnerships_load(struct line_world *w, struct store *s, struct error *e)
{
	struct side_list l = { 0 };
	bool ok = sides_load(s, &l, e);
	int64_t mine = my_organisation(s);

	for (int m = 0; ok && m < LINE_MARKS; m++)
		for (size_t i = 0; i < w->names[m].count; i++)
			partnership_set(&l, mine, w->names[m].keys[i].record);
	free(l.side);
	return ok;
}

/* --- Reading all of it --- */

/* The person at this computer, by name; else the file's own organisation. */
static void
me_find(struct line_world *w, struct store *s, const char *who)
{
	struct line_found found = { .count = 0 };
	struct str folded = { 0 };
	int64_t mine = my_organisation(s);

	if (who && *who)
		names_fold(&folded, who, strlen(who));
	if (folded.len)
		names_exact(&w->names[0], folded.s, folded.len, &found);
	str_free(&folded);
	w->me = found.count == 1 ? found.record[0] : NULL;
	for (size_t i = 0; i < w->names[0].count && !w->me && mine; i++)
		if (w->names[0].keys[i].record->name.id == mine)
			w->me = w->names[0].keys[i].record;
}

bool
line_world_refresh(struct line_world *w, struct store *s, const char *who,
    struct error *e)
{
	struct line_world fresh = { .store = s, .version = store_version(s) };

	if (w->store == s && w->version == fresh.version)
		return true;
	if (!names_load(&fresh, s, e) || !partnerships_load(&fresh, s, e)) {
		forget(&fresh);
		return false;
	}
	me_find(&fresh, s, who);
	line_words_load(&fresh, s);
	forget(w);
	*w = fresh;
	return true;
}
