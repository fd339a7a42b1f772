#include "config.h"

#include "io/import_row.h"

#include <string.h>

#include "base/hash.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/multi.h"
#include "base/utf8.h"
#include "store/which.h"

enum { SHOWN_VALUE = 40 };

/* --- Problems --- */

bool
import_problem(struct import *im, const char *column, const struct csv_cell *cell,
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
	im->listener->problem(im->listener->ctx, str_text(&line));
	str_free(&line);
	str_free(&value);
	return false;
}

/* Is it about what was read, rather than about the file written to? */
static bool
is_of_row(const struct error *e)
{
	return e->status == STATUS_DATA || e->status == STATUS_NONE || e->status == STATUS_USAGE;
}

bool
import_problem_here(struct import *im, const struct error *e)
{
	if (!is_of_row(e) && !im->failed) {
		im->failed = true;
		im->failure = *e;
	}
	if (im->failed)
		return false;
	return import_problem(im, im->at ? im->at->name : NULL, im->at ? im->at_cell : NULL,
	    e->msg);
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
created_cells(const struct field *ref, const struct entity *ent, const char *title, size_t n,
    const struct cell *more, size_t count, struct cell *out)
{
	const struct field *name = field_with(ent, F_TITLE);
	const struct field *kind = field_with(ent, F_KIND);
	size_t k = 0;

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
	count = created_cells(ref, ent, title, n, more, count, cells);
	const struct field *missing = import_missing(ent, cells, count);
	if (missing)
		return set_error(e, STATUS_DATA,
		    _("it cannot be made from its name alone, %s is needed too."),
		    _(missing->label));
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

/* The record that a text names in the file, or a new one where that is asked for. */
static bool
reference_find(struct import *im, const struct field *f, const char *s, size_t n,
    const struct cell *more, size_t count, int64_t *id, struct error *e)
{
	struct str keep = { 0 };
	struct value v;
	int64_t ids[2] = { 0 }, hidden = 0;
	size_t found = 0;

	if (!which_reference(im->s, f, s, n, ids, 2, &found, &hidden, e))
		return false;
	*id = ids[0];
	if (found == 1)
		return true;
	bool none = !found && !hidden && !(f->flags & F_COINED);
	im->r->missing += none;
	if (none && im->o->create)
		return reference_create(im, f, s, n, more, count, id, e);
	/* What fits none or several is refused there, in its own words. */
	bool ok = value_input(im->s, f, s, n, &keep, &v, e);
	*id = ok ? v.i : 0;
	str_free(&keep);
	return ok;
}

/* A reference by its text: known in this pass, found in the file, or made. */
static bool
reference_value(struct import *im, const struct field *f, const char *s, size_t n,
    const struct cell *more, size_t count, struct value *out, struct error *e)
{
	uint64_t hash;
	int64_t id = reference_known(im, f, s, n, &hash);

	if (!id) {
		if (!reference_find(im, f, s, n, more, count, &id, e))
			return false;
		keys_add(im->references, hash, id);
	}
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
	if (f->type->is_ref)
		return reference_value(im, f, s, n, NULL, 0, out, e);
	bool ok = value_input(im->s, f, s, n, &im->keep, out, e);
	if (!ok && im->o->add_terms && f->type->is_term) {
		char list[64];
		joined_word(f->list, 0, list);
		const char *code = term_add(im->s, list, s, n, e);
		ok = code != NULL;
		if (ok)
			*out = value_text(code, strlen(code));
	}
	if (ok && out->kind == VALUE_TEXT)
		out->s = arena_dup(&im->row, out->s, out->n);
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
		im->late_column[im->late_count] = col;
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
		return import_problem(im, NULL, NULL,
		    _("the row has more cells than the header has columns."));
	for (size_t i = 0; i < count; i++) {
		const struct map_column *col = &im->map.columns[i];
		struct csv_cell cell;
		if (!cells[i].n || col->kind == COLUMN_IGNORED)
			continue;
		im->r->unguarded += unguarded(im, &cells[i], &cell);
		im->at = col;
		/* cppcheck-suppress autoVariables ; only until the loop ends */
		im->at_cell = &cell;
		if (!cell_read(im, col, &cell, &e))
			ok = import_problem_here(im, &e);
	}
	im->at = NULL;
	im->at_cell = NULL;
	return ok;
}

/* The group of columns that speak of the record this reference names; -1: none. */
static int
group_of_reference(const struct import *im, const struct field *ref)
{
	for (int g = 0; g < im->map.group_count; g++)
		if (im->map.groups[g].forward && im->map.groups[g].ref == ref)
			return g;
	return -1;
}

/* Two columns may name one record (its name and its code); not two records. */
static bool
reference_place(struct import *im, const struct map_column *col, const struct value *v,
    struct error *e)
{
	struct str title = { 0 };

	for (size_t i = 0; i < im->cell_count; i++) {
		if (im->cells[i].field != col->field)
			continue;
		if (value_equal(&im->cells[i].value, v))
			return true;
		value_show(im->s, col->field, &im->cells[i].value, &title);
		set_error(e, STATUS_DATA, _("another column of this row names another record, %s."),
		    str_text(&title));
		str_free(&title);
		return false;
	}
	return cell_place(im, col, v);
}

static bool
reference_read(struct import *im, const struct map_column *col, const struct csv_cell *cell,
    struct error *e)
{
	int g = group_of_reference(im, col->field);
	struct value v;

	if (!reference_value(im, col->field, cell->s, cell->n, g < 0 ? NULL : im->group[g],
	    g < 0 ? 0 : im->group_cells[g], &v, e) || !reference_place(im, col, &v, e))
		return false;
	if (g >= 0)
		im->group_id[g] = v.i;
	return true;
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
		if (!cells[i].n || col->kind != COLUMN_OWN || !col->field->type->is_ref
		    || field_is_multi(col->field))
			continue;
		unguarded(im, &cells[i], &cell);
		im->at = col;
		/* cppcheck-suppress autoVariables ; only until the loop ends */
		im->at_cell = &cell;
		if (!reference_read(im, col, &cell, &e))
			ok = import_problem_here(im, &e);
	}
	im->at = NULL;
	im->at_cell = NULL;
	for (int g = 0; ok && g < im->map.group_count; g++)
		if (im->map.groups[g].forward && im->group_cells[g] && !im->group_id[g])
			ok = import_problem(im, im->map.groups[g].ref->name, NULL,
			    _("empty, though columns beside it say something about it."));
	return ok;
}

/* The pane's fixed part ("kind=partner"), where the row does not say it. */
static void
fixed_add(struct import *im)
{
	const struct field *fixed;
	const char *code;

	if (!pane_fixed(im->map.pane, &fixed, &code))
		return;
	for (size_t i = 0; i < im->cell_count; i++)
		if (im->cells[i].field == fixed)
			return;
	cell_add(im, &(struct cell){ fixed, value_text(code, strlen(code)), true });
}

bool
import_cells(struct import *im, const struct csv_cell *cells, size_t count)
{
	if (!cells_read(im, cells, count) || !references_read(im, cells, count))
		return false;
	fixed_add(im);
	return true;
}
