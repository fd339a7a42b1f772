#include "config.h"

#include "io/import.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/multi.h"
#include "base/utf8.h"
#include "io/import_map.h"
#include "io/out.h"
#include "store/bulk.h"
#include "store/same.h"
#include "store/through.h"
#include "store/which.h"

enum { SHOWN_VALUE = 40, GROUP_CELLS = 64, PASSES = 50 };

/* One pass over the file. */
struct import {
	struct store *s;
	const struct import_options *o;
	const struct import_listener *listener;
	struct import_report *r;
	struct csv_reader *in;
	const char *path;
	struct import_map map;
	struct arena mem;		/* of the whole pass */
	struct arena row;		/* of the row under way */
	struct same *same;		/* of the pane's entity */
	struct same *group_same[MAP_GROUPS];
	struct keys *references;	/* (field, text) -> id, found before */
	struct cell *cells;		/* of the row's own record */
	size_t cell_count, cell_cap;
	struct cell late[GROUP_CELLS];	/* fields that stand elsewhere */
	bool late_through[GROUP_CELLS];
	size_t late_count;
	struct cell group[MAP_GROUPS][GROUP_CELLS];
	size_t group_cells[MAP_GROUPS];
	int64_t group_id[MAP_GROUPS];
	int64_t own_id;			/* given by an id column */
	const struct map_column *at;	/* column under way, for messages */
	const struct csv_cell *at_cell;
	int64_t existing, next_check;	/* for bulk_begin */
	bool changed;
	long *bad;			/* file lines to pass over, sorted */
	size_t bad_count, bad_cap;
	bool silent;			/* problems are counted, not told */
};

/* --- Problems --- */

static bool
problem(struct import *im, const char *column, const struct csv_cell *cell,
    const char *reason)
{
	struct str line = { 0 }, value = { 0 };

	if (cell && cell->n) {
		size_t cut = utf8_cut(cell->s, cell->n, SHOWN_VALUE, NULL);
		utf8_show(&value, cell->s, cut, 0);
		if (cut < cell->n)
			str_add(&value, "…");
	}
	str_addf(&line, "%s:%ld: ", im->path, csv_line(im->in));
	if (column)
		str_addf(&line, "%s: ", column);
	if (value.len)
		str_addf(&line, "'%s': ", value.s);
	str_add(&line, reason);
	if (!im->silent)
		im->listener->problem(im->listener->ctx, str_text(&line));
	str_free(&line);
	str_free(&value);
	return false;
}

static bool
problem_here(struct import *im, const struct error *e)
{
	return problem(im, im->at ? im->at->name : NULL, im->at_cell, e->msg);
}

static void
header_problem(void *ctx, const char *column, const char *reason)
{
	problem(ctx, column, NULL, reason);
}

/* --- References --- */

static int64_t
reference_known(struct import *im, const struct field *f, const char *s, size_t n,
    uint64_t *hash)
{
	struct hash h;

	hash_start(&h);
	hash_int(&h, f->number);
	hash_text(&h, s, n);
	*hash = (uint64_t)hash_end(&h);
	return keys_get(im->references, *hash, 0);
}

/* Cells of a record that is made with its title: its first F_TITLE text, its kind,
 * and what the row says of it. */
static size_t
created_cells(struct import *im, const struct field *ref, const struct entity *ent,
    const char *title, size_t n, const struct cell *more, size_t count, struct cell *out)
{
	const struct field *name = field_with(ent, F_TITLE);
	const struct field *kind = field_with(ent, F_KIND);
	size_t k = 0;

	(void)im;
	if (name)
		out[k++] = (struct cell){ name, value_text(title, n), true };
	if (kind && ref->kind)
		out[k++] = (struct cell){ kind, value_text(ref->kind, strlen(ref->kind)), true };
	for (size_t i = 0; i < count; i++)
		if (more[i].field != name && !(more[i].field == kind && ref->kind))
			out[k++] = more[i];
	return k;
}

static bool
reference_create(struct import *im, const struct field *ref, const char *title, size_t n,
    const struct cell *more, size_t count, int64_t *id, struct error *e)
{
	char target[64];
	struct cell cells[GROUP_CELLS + 2];

	joined_word(ref->refs, 0, target);
	const struct entity *ent = entity_find(target);
	if (!ent)
		return false;
	count = created_cells(im, ref, ent, title, n, more, count, cells);
	for (int i = 0; i < entity_field_count(ent); i++) {
		const struct field *f = entity_field(ent, i);
		bool given = !(f->flags & F_REQUIRED);
		for (size_t k = 0; k < count && !given; k++)
			given = cells[k].field == f;
		if (!given)
			return set_error(e, STATUS_DATA,
			    _("it cannot be made from its name alone, %s is needed too."), _(f->label));
	}
	im->r->created++;
	return record_create(im->s, ent, cells, count, id, e);
}

/* Writes the cells that differ from what is there. */
static bool
cells_put(struct import *im, const struct entity *ent, int64_t id, const struct cell *cells,
    size_t count, struct error *e)
{
	for (size_t i = 0; i < count; i++)
		if (!record_put_told(im->s, ent, id, &cells[i], &im->changed, e))
			return false;
	return true;
}

/* The same for a record at hand: most rows of a second import change nothing. */
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

/* A reference by its text: known in this pass, found in the file, or made. */
static bool
reference_value(struct import *im, const struct field *f, const char *s, size_t n,
    const struct cell *more, size_t count, struct value *out, struct error *e)
{
	uint64_t hash;
	int64_t id = reference_known(im, f, s, n, &hash), ids[2], hidden = 0;
	struct str keep = { 0 };
	size_t found = 0;
	bool ok = true;

	if (!id && im->o->create) {
		ok = which_reference(im->s, f, s, n, ids, 2, &found, &hidden, e);
		if (ok && !found && !hidden)
			ok = reference_create(im, f, s, n, more, count, &id, e);
	}
	if (ok && !id) {
		ok = value_input(im->s, f, s, n, &keep, out, e);
		id = ok ? out->i : 0;
	}
	str_free(&keep);
	if (!ok)
		return false;
	if (!reference_known(im, f, s, n, &hash))
		keys_add(im->references, hash, id);
	*out = value_int(id);
	const struct entity *ent = count ? record_entity(im->s, id) : NULL;
	return !ent || cells_put(im, ent, id, more, count, e);
}

/* --- Cells --- */

static bool
unguarded(const struct import *im, const struct csv_cell *in, struct csv_cell *out)
{
	*out = *in;
	if (im->o->no_guard || !in->n || *in->s != '\'' || !csv_is_guarded(in->s, in->n))
		return false;
	out->s++;
	out->n--;
	return true;
}

/* One value of a cell; terms that a list lacks are added when asked. */
static bool
one_value(struct import *im, const struct field *f, const char *s, size_t n,
    struct value *out, struct error *e)
{
	struct str keep = { 0 };
	bool ok;

	if (f->type->is_ref)
		return reference_value(im, f, s, n, NULL, 0, out, e);
	ok = value_input(im->s, f, s, n, &keep, out, e);
	if (!ok && im->o->add_terms && f->type->is_term) {
		char list[64];
		joined_word(f->list, 0, list);
		const char *code = term_add(im->s, list, s, n, e);
		ok = code != NULL;
		if (ok)
			str_set(&keep, code), *out = value_text(keep.s, keep.len);
	}
	if (ok && out->kind == VALUE_TEXT)
		out->s = arena_dup(&im->row, out->s, out->n);
	str_free(&keep);
	return ok;
}

static void
cell_add(struct import *im, const struct cell *c)
{
	if (im->cell_count == im->cell_cap) {
		im->cell_cap = im->cell_cap * 2 + 64;
		im->cells = xrealloc(im->cells, im->cell_cap * sizeof *im->cells);
	}
	im->cells[im->cell_count++] = *c;
}

/* Puts a value where its column says. */
static bool
cell_place(struct import *im, const struct map_column *col, const struct value *v)
{
	struct cell c = { col->field, *v, true };

	switch (col->kind) {
	case COLUMN_OWN:
		cell_add(im, &c);
		return true;
	case COLUMN_VIA:
	case COLUMN_THROUGH:
		if (im->late_count == GROUP_CELLS)
			return false;
		im->late_through[im->late_count] = col->kind == COLUMN_THROUGH;
		im->late[im->late_count++] = c;
		return true;
	case COLUMN_GROUP:
		if (im->group_cells[col->group] == GROUP_CELLS)
			return false;
		im->group[col->group][im->group_cells[col->group]++] = c;
		return true;
	default:
		return true;
	}
}

/* Several values in one cell: of a multi field, and of a field stored in records
 * of its own (hosts). */
static bool
cell_several(struct import *im, const struct map_column *col, const struct csv_cell *cell,
    struct error *e)
{
	const char *p = arena_dup(&im->row, cell->s, cell->n);
	struct str one = { 0 };
	bool ok = true;

	while (ok && multi_next(&p, &one)) {
		struct value v;
		ok = one_value(im, col->field, str_text(&one), one.len, &v, e);
		if (ok && !cell_place(im, col, &v))
			ok = set_error(e, STATUS_DATA, _("too many values in one cell."));
	}
	str_free(&one);
	return ok;
}

static bool
cell_read(struct import *im, const struct map_column *col, const struct csv_cell *cell,
    struct error *e)
{
	struct value v;

	if (col->kind == COLUMN_ID)
		return id_parse(cell->s, cell->n, &im->own_id)
		    || set_error(e, STATUS_DATA, _("not an id: ids have 13 letters and digits."));
	if (field_is_multi(col->field)
	    || (col->kind == COLUMN_VIA && col->field->type->is_ref))
		return cell_several(im, col, cell, e);
	/* References with columns of their own wait until those are read. */
	if (col->kind == COLUMN_OWN && col->field->type->is_ref)
		return true;
	return one_value(im, col->field, cell->s, cell->n, &v, e)
	    && (cell_place(im, col, &v) || set_error(e, STATUS_DATA, _("too many columns.")));
}

static bool
cells_read(struct import *im, const struct csv_cell *cells, size_t count)
{
	struct error e;
	bool ok = true;

	if (count > im->map.count)
		return problem(im, NULL, NULL,
		    _("the row has more cells than the header has columns."));
	for (size_t i = 0; i < count; i++) {
		const struct map_column *col = &im->map.columns[i];
		struct csv_cell cell;
		if (!cells[i].n || col->kind == COLUMN_IGNORED)
			continue;
		im->r->unguarded += unguarded(im, &cells[i], &cell);
		im->at = col;
		im->at_cell = &cell;
		if (!cell_read(im, col, &cell, &e))
			ok = problem_here(im, &e);
	}
	return ok;
}

/* Then the references, which may make records or change those they find. */
static bool
references_read(struct import *im, const struct csv_cell *cells, size_t count)
{
	struct error e;
	bool ok = true;

	for (size_t i = 0; i < count; i++) {
		const struct map_column *col = &im->map.columns[i];
		struct csv_cell cell;
		struct value v;
		int g = -1;
		if (!cells[i].n || col->kind != COLUMN_OWN || !col->field->type->is_ref
		    || field_is_multi(col->field))
			continue;
		for (int k = 0; k < im->map.group_count; k++)
			if (im->map.groups[k].forward && im->map.groups[k].ref == col->field)
				g = k;
		unguarded(im, &cells[i], &cell);
		im->at = col;
		im->at_cell = &cell;
		if (reference_value(im, col->field, cell.s, cell.n,
		    g < 0 ? NULL : im->group[g], g < 0 ? 0 : im->group_cells[g], &v, &e)) {
			if (g >= 0)
				im->group_id[g] = v.i;
			cell_place(im, col, &v);
		} else {
			ok = problem_here(im, &e);
		}
	}
	for (int g = 0; ok && g < im->map.group_count; g++)
		if (im->map.groups[g].forward && im->group_cells[g] && !im->group_id[g])
			ok = problem(im, im->map.groups[g].ref->name, NULL,
			    _("empty, though columns beside it say something about it."));
	return ok;
}

/* --- Records --- */

/* The pane's fixed part ("kind=partner"), where the row does not say it. */
static void
fixed_add(struct import *im)
{
	const char *eq = im->map.pane->filter ? strchr(im->map.pane->filter, '=') : NULL;
	char name[64];

	if (!eq || strchr(eq, ',') || (size_t)(eq - im->map.pane->filter) >= sizeof name)
		return;
	memcpy(name, im->map.pane->filter, (size_t)(eq - im->map.pane->filter));
	name[eq - im->map.pane->filter] = '\0';
	const struct field *f = field_find(im->map.ent, name);
	for (size_t i = 0; i < im->cell_count; i++)
		if (im->cells[i].field == f)
			return;
	if (f)
		cell_add(im, &(struct cell){ f, value_text(eq + 1, strlen(eq + 1)), true });
}

static bool
required_given(struct import *im, const struct entity *ent, const struct cell *cells,
    size_t count)
{
	const struct field *f;
	struct str reason = { 0 };

	for (int i = 0; (f = entity_field(ent, i)); i++) {
		bool given = !(f->flags & F_REQUIRED);
		for (size_t k = 0; k < count && !given; k++)
			given = cells[k].field == f;
		if (given)
			continue;
		str_addf(&reason, _("%s is needed for a new record."), _(f->label));
		problem(im, f->name, NULL, str_text(&reason));
		str_free(&reason);
		return false;
	}
	return true;
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
	problem(im, NULL, NULL, str_text(&reason));
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
		problem(im, NULL, NULL,
		    _("this record is in the trash: import with --restore to take it out."));
		return false;
	}
	im->changed = true;
	return record_put(im->s, r->ent, r->id, &back, &e) || problem_here(im, &e);
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
		return problem_here(im, &e);
	if (!r)
		return problem(im, NULL, NULL, _("the record is gone."));
	bool ok = trash_check(im, r);
	if (ok)
		ok = (record_cells_put(im, r, cells, count, &e)
		    && items_drop(im, r, cells, count, &e)) || problem_here(im, &e);
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
		return problem_here(im, &e);
	same_add(same, cells, count, *id);
	return true;
}

static bool
late_put(struct import *im, int64_t id)
{
	struct error e;

	im->at = NULL;
	for (size_t i = 0; i < im->late_count; i++)
		if (!(im->late_through[i]
		    ? through_put_pane(im->s, im->map.pane, id, &im->late[i], &e)
		    : through_put(im->s, id, &im->late[i], &e)))
			return problem_here(im, &e);
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
			return problem(im, im->map.groups[mg->parent].ent->name, NULL,
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

/* New rows beyond a quarter of the table: its indexes are made again at the end. */
static bool
bulk_check(struct import *im, struct error *e)
{
	if (!im->map.plain || im->r->added != im->next_check)
		return true;
	im->next_check *= 2;
	return bulk_begin(im->s, im->map.ent, im->r->added * 2, e);
}

static bool
row_put(struct import *im, const struct csv_cell *cells, size_t count)
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
	if (!cells_read(im, cells, count) || !references_read(im, cells, count))
		return false;
	fixed_add(im);
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

/* --- The file --- */

static bool
line_is_bad(const struct import *im, long line)
{
	size_t low = 0, high = im->bad_count;

	while (low < high) {
		size_t mid = (low + high) / 2;
		if (im->bad[mid] < line)
			low = mid + 1;
		else
			high = mid;
	}
	return low < im->bad_count && im->bad[low] == line;
}

static void
line_mark_bad(struct import *im, long line)
{
	if (im->bad_count == im->bad_cap) {
		im->bad_cap = im->bad_cap * 2 + 64;
		im->bad = xrealloc(im->bad, im->bad_cap * sizeof *im->bad);
	}
	size_t i = im->bad_count++;
	for (; i > 0 && im->bad[i - 1] > line; i--)
		im->bad[i] = im->bad[i - 1];
	im->bad[i] = line;
}

static bool
rows_put(struct import *im, struct error *e)
{
	const struct csv_cell *cells;
	size_t count;
	int got;

	while ((got = csv_read(im->in, &cells, &count, e)) > 0) {
		if (im->bad_count && line_is_bad(im, csv_line(im->in))) {
			im->r->skipped++;
			continue;
		}
		if (!row_put(im, cells, count)) {
			im->r->problems++;
			line_mark_bad(im, csv_line(im->in));
		}
		arena_reset(&im->row);
		if (!bulk_check(im, e))
			return false;
		if (im->listener->stop && im->listener->stop(im->listener->ctx))
			return set_error(e, STATUS_INTERRUPTED,
			    _("The import was stopped: nothing was written."));
	}
	return got == 0;
}

/* Fields that say "the same row" where the entity has no key: all own columns. */
static const struct field **
given_fields(struct import *im, int group)
{
	const struct field **given = arena_alloc(&im->mem, (im->map.count + 2) * sizeof *given);
	size_t n = 0;

	for (size_t i = 0; i < im->map.count; i++) {
		const struct map_column *c = &im->map.columns[i];
		if ((group < 0 ? c->kind == COLUMN_OWN : c->kind == COLUMN_GROUP && c->group == group)
		    && !field_is_multi(c->field))
			given[n++] = c->field;
	}
	if (group >= 0)
		given[n++] = im->map.groups[group].ref;
	return given;
}

static bool
same_open(struct import *im, struct error *e)
{
	im->same = same_new(im->s, im->map.ent, given_fields(im, -1), e);
	for (int g = 0; im->same && g < im->map.group_count; g++)
		if (!im->map.groups[g].forward
		    && !(im->group_same[g] = same_new(im->s, im->map.groups[g].ent,
		    given_fields(im, g), e)))
			return false;
	return im->same != NULL;
}

static void
same_close(struct import *im)
{
	same_free(im->same);
	im->same = NULL;
	for (int g = 0; g < MAP_GROUPS; g++) {
		same_free(im->group_same[g]);
		im->group_same[g] = NULL;
	}
}

/* Header and rows, within an action. */
static bool
pass(struct import *im, struct error *e)
{
	const struct csv_cell *header;
	size_t count;
	int got = csv_read(im->in, &header, &count, e);

	if (got < 0)
		return false;
	if (!got)
		return set_error(e, STATUS_DATA, _("%s is empty: the first line has to name the columns."),
		    im->path);
	if (!map_read(&im->map, im->map.pane, header, count, im->o, &im->mem, header_problem, im)) {
		im->r->problems++;
		return set_error(e, STATUS_DATA,
		    _("%s: columns are not clear, nothing was written."), im->path);
	}
	im->r->computed_columns = im->map.computed;
	im->next_check = 2048;
	bool ok = same_open(im, e) && rows_put(im, e) && bulk_end(im->s, e);
	same_close(im);
	return ok;
}

/* Runs a pass within an action; keep: it may be saved if there is no problem. */
static bool
pass_run(struct import *im, bool keep, struct error *e)
{
	*im->r = (struct import_report){ .format = *csv_format(im->in) };
	im->references = keys_new();
	bool ok = action_begin(im->s, "import", e);
	if (ok) {
		ok = pass(im, e);
		bool save = ok && keep && !im->r->problems;
		bool ended = action_end(im->s, save, NULL, ok ? e : NULL);
		ok = ok && (ended || !save);
	}
	keys_free(im->references);
	im->references = NULL;
	return ok;
}

/* The refused rows, as they stand in the file, under its header. */
static bool
bad_rows_write(struct import *im, struct error *e)
{
	struct out *out = out_open(im->o->skip_bad, false, e);
	struct str line = { 0 };
	const struct csv_cell *cells;
	size_t count;
	int got = 0;
	bool ok = out && csv_rewind(im->in, e), header = true;

	while (ok && (got = csv_read(im->in, &cells, &count, e)) > 0) {
		if (header || line_is_bad(im, csv_line(im->in))) {
			str_cut(&line, 0);
			for (size_t i = 0; i < count; i++) {
				str_add(&line, i ? "," : "");
				csv_cell_add(&line, cells[i].s, cells[i].n);
			}
			csv_record_end(&line, 0);
			ok = out_write(out, line.s, line.len, e);
		}
		header = false;
	}
	str_free(&line);
	ok = ok && got == 0;
	return (!out || out_close(out, ok, ok ? e : NULL)) && ok;
}

/* Passes until the rows left are all good: what a refused row would have made may
 * be missed by another one. */
static bool
passes(struct import *im, bool dry, struct error *e)
{
	for (int i = 0; i < PASSES; i++) {
		if (!pass_run(im, !dry, e))
			return false;
		if (!im->r->problems || !im->o->skip_bad)
			return true;
		if (!csv_rewind(im->in, e))
			return false;
	}
	return set_error(e, STATUS_DATA, _("%s: too many rows depend on refused ones."), im->path);
}

bool
import_csv(struct store *s, const struct pane *pane, const char *path,
    const struct import_options *o, bool dry, const struct import_listener *listener,
    struct import_report *r, struct error *e)
{
	struct import im = {
		.s = s, .o = o, .listener = listener, .r = r,
		.path = strcmp(path, "-") ? path : _("standard input"),
		.map.pane = pane,
	};

	*r = (struct import_report){ 0 };
	im.in = csv_open(path, e);
	bool ok = im.in && passes(&im, dry, e);
	if (ok && o->skip_bad && im.bad_count && !dry)
		ok = bad_rows_write(&im, e);
	if (ok && r->problems)
		ok = set_error(e, STATUS_DATA, ngettext(
		    "%s: %lld row was refused, nothing was written. Mend it, or import the others with --skip-bad FILE.",
		    "%s: %lld rows were refused, nothing was written. Mend them, or import the others with --skip-bad FILE.",
		    (unsigned long)r->problems), im.path, (long long)r->problems);
	csv_close(im.in);
	free(im.bad);
	free(im.cells);
	arena_free(&im.row);
	arena_free(&im.mem);
	return ok;
}
