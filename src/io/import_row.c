#include "config.h"

#include "io/import_row.h"

#include <string.h>

#include "base/i18n.h"
#include "base/id.h"
#include "store/through.h"

/* Most rows of a second import change nothing. */
static bool
record_cells_put(struct import *im, const struct record *r, const struct cell *cells,
    size_t count, struct error *e)
{
	for (size_t i = 0; i < count; i++)
		if (!record_has(r, &cells[i])
		    && !record_put_told(im->s, r->ent, r->id, &cells[i], &im->changed, e))
			return false;
	return true;
}

const struct field *
import_missing(const struct entity *ent, const struct cell *cells, size_t count)
{
	const struct field *f;

	for (int i = 0; (f = entity_field(ent, i)); i++) {
		bool given = !(f->flags & F_REQUIRED);
		for (size_t k = 0; k < count && !given; k++)
			given = cells[k].field == f;
		if (!given)
			return f;
	}
	return NULL;
}

static bool
required_given(struct import *im, const struct entity *ent, const struct cell *cells,
    size_t count)
{
	const struct field *f = import_missing(ent, cells, count);
	struct str reason = { 0 };

	if (!f)
		return true;
	str_addf(&reason, _("%s is needed for a new record."), _(f->label));
	import_problem(im, f->name, NULL, str_text(&reason));
	str_free(&reason);
	return false;
}

/* Several records have this row's key: they are listed. */
static bool
several_problem(struct import *im, const struct entity *ent, const int64_t *ids, size_t n)
{
	struct str list = { 0 }, reason = { 0 };
	char id[ID_LENGTH + 1];

	for (size_t i = 0; i < n && i < 4; i++) {
		id_format(ids[i], id);
		str_add(&list, i ? "; " : "");
		record_title(im->s, ent, ids[i], &list);
		str_addf(&list, " (#%s)", id + ID_LENGTH - 6);
	}
	str_addf(&reason, _("the row fits several records: %s. Add a column \"id\" to say which."),
	    str_text(&list));
	import_problem(im, NULL, NULL, str_text(&reason));
	str_free(&list);
	str_free(&reason);
	return false;
}

/* A row whose record is in the trash: taken out of it when asked, else refused. */
static bool
trash_check(struct import *im, const struct record *r)
{
	const struct field *trash = field_with(r->ent, F_TRASH);
	struct cell back = { trash, value_int(0), true };
	struct error e;
	int i = 0;

	while (entity_field(r->ent, i) != trash)
		i++;
	if (!r->values[i].i)
		return true;
	if (!im->o->restore) {
		import_problem(im, NULL, NULL,
		    _("this record is in the trash: import with --restore to take it out."));
		return false;
	}
	im->changed = true;
	return record_put(im->s, r->ent, r->id, &back, &e) || import_problem_here(im, &e);
}

/* Values of a multi field that the row does not name any more. */
static bool
items_drop(struct import *im, const struct record *r, const struct cell *cells,
    size_t count, struct error *e)
{
	for (size_t k = 0; k < r->item_count; k++) {
		bool named = false, kept = false;
		for (size_t i = 0; i < count; i++)
			if (cells[i].field == r->items[k].field) {
				named = true;
				kept |= value_equal(&cells[i].value, &r->items[k].value);
			}
		struct cell off = { r->items[k].field, r->items[k].value, false };
		if (named && !kept
		    && !record_put_told(im->s, r->ent, r->id, &off, &im->changed, e))
			return false;
	}
	return true;
}

/* An existing record takes the row's values; empty cells leave it as it is. */
static bool
record_update(struct import *im, const struct entity *ent, int64_t id,
    const struct cell *cells, size_t count)
{
	struct record *r;
	struct error e;

	im->at = NULL;
	if (!record_load(im->s, ent, id, &r, &e))
		return import_problem_here(im, &e);
	if (!r)
		return import_problem(im, NULL, NULL, _("the record is gone."));
	bool ok = trash_check(im, r);
	if (ok)
		ok = (record_cells_put(im, r, cells, count, &e)
		    && items_drop(im, r, cells, count, &e)) || import_problem_here(im, &e);
	record_free(r);
	return ok;
}

/* Finds or makes a record with these cells. *made: it is new. */
static bool
record_same(struct import *im, struct same *same, const struct entity *ent, int64_t given,
    const struct cell *cells, size_t count, int64_t *id, bool *made)
{
	int64_t ids[4];
	size_t found = given && record_exists(im->s, ent, given) ? 1 : 0;
	struct error e;

	*made = false;
	if (found)
		ids[0] = given;
	else
		found = same_find(same, cells, count, ids, 4);
	if (found > 1)
		return several_problem(im, ent, ids, found < 4 ? found : 4);
	if (found) {
		*id = ids[0];
		return record_update(im, ent, ids[0], cells, count);
	}
	if (!required_given(im, ent, cells, count))
		return false;
	im->at = NULL;
	*made = true;
	if (!record_create(im->s, ent, cells, count, id, &e))
		return import_problem_here(im, &e);
	same_add_asked(same, cells, count, *id);
	return true;
}

static bool
late_put(struct import *im, int64_t id)
{
	struct error e;

	im->at_cell = NULL;
	for (size_t i = 0; i < im->late_count; i++) {
		im->at = im->late_column[i];
		if (!(im->at->kind == COLUMN_THROUGH
		    ? through_put_pane(im->s, im->map.pane, id, &im->late[i], &e)
		    : through_put(im->s, id, &im->late[i], &e)))
			return import_problem_here(im, &e);
	}
	return true;
}

/* Dependent records, parents first (a group's parent has a lower number). */
static bool
groups_put(struct import *im, int64_t id)
{
	for (int g = 0; g < im->map.group_count; g++) {
		const struct map_group *mg = &im->map.groups[g];
		int64_t up = mg->parent < 0 ? id : im->group_id[mg->parent];
		bool made;
		if (mg->forward || !im->group_cells[g] || im->group_cells[g] == GROUP_CELLS)
			continue;
		if (!up)
			return import_problem(im, im->map.groups[mg->parent].ent->name, NULL,
			    _("empty, though columns that hang on it say something."));
		im->group[g][im->group_cells[g]++] = (struct cell){ mg->ref, value_int(up), true };
		if (!record_same(im, im->group_same[g], mg->ent, 0, im->group[g],
		    im->group_cells[g], &im->group_id[g], &made))
			return false;
		im->changed |= made;
		im->r->created += made;
	}
	return true;
}

bool
import_row(struct import *im, const struct csv_cell *cells, size_t count)
{
	int64_t id = 0;
	bool made;

	im->cell_count = im->late_count = 0;
	im->own_id = 0;
	im->changed = false;
	for (int g = 0; g < im->map.group_count; g++) {
		im->group_cells[g] = 0;
		im->group_id[g] = 0;
	}
	if (!import_cells(im, cells, count))
		return false;
	if (!record_same(im, im->same, im->map.ent, im->own_id, im->cells, im->cell_count,
	    &id, &made) || !late_put(im, id) || !groups_put(im, id))
		return false;
	if (made)
		im->r->added++;
	else if (im->changed)
		im->r->changed++;
	else
		im->r->same++;
	return true;
}
