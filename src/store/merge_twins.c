/* What hung on two records that became one, and says the same of it: somebody who was
 * written down as a participant in the minutes of both. Only where an import would take
 * the two for the same row and no value differs: else both stay. */
#include "config.h"

#include <stdlib.h>

#include "base/arena.h"
#include "store/merge_part.h"
#include "store/same.h"

enum { TWINS = 8 };

static size_t
cells_of(const struct record *r, struct cell *cells)
{
	size_t n = 0;

	for (int i = 0; i < r->own; i++)
		if (r->values[i].kind != VALUE_NULL)
			cells[n++] = (struct cell){ entity_field(r->ent, i), r->values[i], true };
	return n;
}

/* Is there nothing that the two say differently? */
static bool
agree(const struct record *a, const struct record *b)
{
	const struct field *f;

	for (int i = 0; (f = entity_field(a->ent, i)); i++) {
		const struct value *one = &a->values[i], *two = &b->values[i];
		if (field_is_column(f) && !(f->flags & (F_TRASH | F_VISIBILITY | F_ORDER))
		    && one->kind != VALUE_NULL && two->kind != VALUE_NULL
		    && !value_equal(one, two))
			return false;
	}
	return true;
}

static bool
twin_merge(struct merging *m, const struct record *moved, int64_t other, bool *done,
    struct error *e)
{
	struct merge_report report = { 0 };
	struct record *r;

	if (other == moved->id || record_hidden(m->s, moved->ent, other))
		return true;
	if (!record_load(m->s, moved->ent, other, &r, e))
		return false;
	*done = r && agree(r, moved);
	bool ok = !*done || merge_records(m->s, moved->ent, other, moved->id, &report, e);
	merge_report_free(&report);
	record_free(r);
	return ok;
}

static bool
twin_find(struct merging *m, struct same *same, const struct record *moved,
    struct error *e)
{
	struct arena mem = { 0 };
	struct cell *cells = arena_alloc(&mem, (size_t)moved->own * sizeof *cells);
	int64_t ids[TWINS];
	size_t count = same_find(same, cells, cells_of(moved, cells), ids, TWINS);
	bool ok = true, done = false;

	for (size_t i = 0; ok && !done && i < count && i < TWINS; i++)
		ok = twin_merge(m, moved, ids[i], &done, e);
	arena_free(&mem);
	return ok;
}

bool
merge_twins(struct merging *m, const struct entity *ent, const int64_t *moved,
    size_t count, struct error *e)
{
	struct same *same = count && ent->key ? same_new(m->s, ent, NULL, e) : NULL;
	bool ok = same || !count || !ent->key;

	for (size_t i = 0; ok && same && i < count; i++) {
		struct record *r = NULL;
		if (record_hidden(m->s, ent, moved[i]))
			continue;
		ok = record_load(m->s, ent, moved[i], &r, e) && (!r || twin_find(m, same, r, e));
		record_free(r);
	}
	same_free(same);
	return ok;
}
