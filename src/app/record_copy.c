#include "config.h"

#include "app/record_copy.h"

#include <string.h>

#include "base/arena.h"

static bool
is_left_out(const struct entity *ent, const struct field *f, const char *const *without)
{
	for (; *without; without++)
		if (field_find(ent, *without) == f)
			return true;
	return false;
}

/* Whether it is in the trash is each record's own. */
static size_t
cells_take(const struct record *old, const char *const *without, struct cell *cells)
{
	size_t n = 0;

	for (int i = 0; i < entity_field_count(old->ent); i++) {
		const struct field *f = entity_field(old->ent, i);
		if (field_is_column(f) && !(f->flags & F_TRASH) && old->values[i].kind != VALUE_NULL
		    && !is_left_out(old->ent, f, without))
			cells[n++] = (struct cell){ f, old->values[i], true };
	}
	for (size_t i = 0; i < old->item_count; i++)
		if (!is_left_out(old->ent, old->items[i].field, without))
			cells[n++] = (struct cell){ old->items[i].field, old->items[i].value, true };
	return n;
}

bool
record_copy(struct app *app, const struct record *old, const char *const *without,
    const struct cell *more, size_t count, int64_t *made, struct error *e)
{
	struct arena mem = { 0 };
	struct cell *cells = arena_alloc(&mem,
	    ((size_t)entity_field_count(old->ent) + old->item_count + count) * sizeof *cells);
	size_t n = cells_take(old, without, cells);

	if (count)
		memcpy(cells + n, more, count * sizeof *more);
	bool ok = record_create(app->store, old->ent, cells, n + count, made, e);
	arena_free(&mem);
	return ok;
}
