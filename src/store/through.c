#include "config.h"

#include "store/through.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/id.h"
#include "model/term.h"
#include "store/db.h"
#include "store/log.h"
#include "store/record.h"

enum { SET_MAX = 1000 };	/* values of one field */

/* --- via: "involvement.event.organisation role=host" --- */

bool
via_parse(const char *pattern, struct via *out)
{
	char names[3][40] = { "" }, fixed[40] = "";
	int n = sscanf(pattern, "%39[^.].%39[^.].%39[^. ] %39[^=]=%63s", names[0], names[1],
	    names[2], fixed, out->fixed_value);

	if (n < 3 || !(out->ent = entity_find(names[0])))
		return false;
	out->ref = field_find(out->ent, names[1]);
	out->field = field_find(out->ent, names[2]);
	out->fixed = n == 5 ? field_find(out->ent, fixed) : NULL;
	return out->ref && out->field;
}

/* --- Which partnership of a partner? --- */

struct candidate {
	int64_t id, mine;
	bool open;
};

static bool
several(struct store *s, const struct entity *ent, const struct candidate *c, size_t count,
    struct error *e)
{
	struct str list = { 0 };
	char id[ID_LENGTH + 1];

	for (size_t i = 0; i < count && i < 8; i++) {
		id_format(c[i].id, id);
		str_add(&list, i ? "; " : "");
		record_title(s, ent, c[i].id, &list);
		str_addf(&list, " (#%s)", id + ID_LENGTH - 6);
	}
	set_error(e, STATUS_NONE, _("There are several, say which one: %s."), str_text(&list));
	str_free(&list);
	return false;
}

/* Mine, else the only open one, else the only one. */
static bool
choose(struct store *s, const struct entity *ent, const struct candidate *c, size_t count,
    int64_t *found, struct error *e)
{
	int64_t mine = my_organisation(s);
	size_t open = 0;

	for (size_t i = 0; i < count; i++)
		if (mine && c[i].mine == mine) {
			*found = c[i].id;
			return true;
		}
	for (size_t i = 0; i < count; i++)
		if (c[i].open) {
			open++;
			*found = c[i].id;
		}
	if (open == 1 || !count)
		return true;
	*found = c[0].id;
	return count == 1 || several(s, ent, c, count, e);
}

bool
through_target(struct store *s, const struct entity *ent, const struct field *ref,
    int64_t id, int64_t *found, struct error *e)
{
	const struct field *stage = field_with(ent, F_STAGE), *side = field_with(ent, F_MINE);
	struct candidate c[64];
	size_t count = 0;
	struct stmt *st = stmt_newf(s->db, e, "SELECT id,%s%s%s,%s%s%s FROM \"%s\""
	    " WHERE \"%s\"=?1 AND deleted=0 ORDER BY id",
	    side ? "\"" : "", side ? side->name : "NULL", side ? "\"" : "",
	    stage ? "\"" : "", stage ? stage->name : "NULL", stage ? "\"" : "",
	    ent->name, ref->name);

	*found = 0;
	if (!st)
		return false;
	stmt_int(st, 1, id);
	while (count < 64 && stmt_row(st)) {
		c[count] = (struct candidate){ stmt_col_int(st, 0), stmt_col_int(st, 1), true };
		c[count].open = !stage || !term_is_over(stage->list, stmt_col(st, 2));
		count++;
	}
	return stmt_end(st, e) && choose(s, ent, c, count, found, e);
}

/* --- Writing --- */

/* A record of ent that refers to id: with the other side mine, and its required
 * term at its first value unless the cell gives it. */
static bool
target_create(struct store *s, const struct entity *ent, const struct field *ref,
    int64_t id, const struct cell *cell, struct error *e)
{
	const struct field *side = field_with(ent, F_MINE), *f;
	struct cell cells[16];
	struct term_shown first;
	int64_t mine = my_organisation(s), made;
	size_t n = 0;

	cells[n++] = (struct cell){ ref, value_int(id), true };
	cells[n++] = *cell;
	if (side && side != cell->field && mine && mine != id)
		cells[n++] = (struct cell){ side, value_int(mine), true };
	for (int i = 0; n < 16 && (f = entity_field(ent, i)); i++)
		if (f->flags & F_REQUIRED && f->type->is_term && f != cell->field
		    && term_shown_at(s, f->list, 0, &first))
			cells[n++] = (struct cell){ f, value_text(first.code, strlen(first.code)), true };
	return record_create(s, ent, cells, n, &made, e);
}

static bool
target_put(struct store *s, const struct entity *ent, const struct field *ref, int64_t id,
    const struct cell *cell, struct error *e)
{
	int64_t target;

	if (!through_target(s, ent, ref, id, &target, e))
		return false;
	if (!target)
		return cell->value.kind == VALUE_NULL
		    || target_create(s, ent, ref, id, cell, e);
	return record_put(s, ent, target, cell, e);
}

/* Hosts: the involvement with this role is there, or it is not. */
static bool
fixed_put(struct store *s, const struct via *v, int64_t id, const struct cell *cell,
    struct error *e)
{
	int64_t found = 0, made;
	struct stmt *st = stmt_newf(s->db, e, "SELECT id FROM \"%s\" WHERE \"%s\"=?1 AND"
	    " \"%s\"=?2 AND \"%s\"=?3 AND deleted=0 LIMIT 1",
	    v->ent->name, v->ref->name, v->field->name, v->fixed->name);

	if (!st)
		return false;
	stmt_int(st, 1, id);
	stmt_value(st, 2, &cell->value);
	stmt_cstr(st, 3, v->fixed_value);
	if (stmt_row(st))
		found = stmt_col_int(st, 0);
	if (!stmt_end(st, e))
		return false;
	if (found && !cell->on) {
		struct cell gone = { field_with(v->ent, F_TRASH), value_int(1), true };
		return record_put(s, v->ent, found, &gone, e);
	}
	if (found || !cell->on)
		return true;
	struct cell cells[] = {
		{ v->ref, value_int(id), true },
		{ v->field, cell->value, true },
		{ v->fixed, value_text(v->fixed_value, strlen(v->fixed_value)), true },
	};
	return record_create(s, v->ent, cells, 3, &made, e);
}

bool
through_put(struct store *s, int64_t id, const struct cell *cell, struct error *e)
{
	struct via v;

	if (!via_parse(cell->field->via, &v))
		die("the dictionary's via of %s cannot be read", cell->field->name);
	if (v.fixed)
		return fixed_put(s, &v, id, cell, e);
	struct cell there = { v.field, cell->value, cell->on };
	return target_put(s, v.ent, v.ref, id, &there, e);
}

/* --- Reading several values --- */

static bool
fixed_values(struct store *s, const struct via *v, int64_t id, struct arena *mem,
    struct value **values, size_t *count, struct error *e)
{
	struct stmt *st = stmt_newf(s->db, e, "SELECT \"%s\" FROM \"%s\" WHERE \"%s\"=?1 AND"
	    " \"%s\"=?2 AND deleted=0 AND \"%s\" IS NOT NULL ORDER BY id", v->field->name,
	    v->ent->name, v->ref->name, v->fixed->name, v->field->name);

	*count = 0;
	if (!st)
		return false;
	stmt_int(st, 1, id);
	stmt_cstr(st, 2, v->fixed_value);
	*values = arena_alloc(mem, SET_MAX * sizeof **values);
	while (*count < SET_MAX && stmt_row(st))
		(*values)[(*count)++] = value_int(stmt_col_int(st, 0));
	return stmt_end(st, e);
}

static bool
item_values(struct store *s, const struct entity *ent, int64_t id, const struct field *f,
    struct arena *mem, struct value **values, size_t *count, struct error *e)
{
	struct record *r;

	*count = 0;
	if (!record_load(s, ent, id, &r, e))
		return false;
	*values = arena_alloc(mem, (r ? r->item_count + 1 : 1) * sizeof **values);
	for (size_t i = 0; r && i < r->item_count; i++)
		if (r->items[i].field == f)
			(*values)[(*count)++] = value_keep(mem, &r->items[i].value);
	record_free(r);
	return true;
}

bool
set_values(struct store *s, const struct pane *pane, const struct entity *ent, int64_t id,
    const struct field *f, bool through, struct arena *mem, struct value **values,
    size_t *count, struct error *e)
{
	struct via v;

	if (f->via && via_parse(f->via, &v) && v.fixed)
		return fixed_values(s, &v, id, mem, values, count, e);
	if (through) {
		ent = entity_find(pane->through);
		if (!through_target(s, ent, field_find(ent, pane->singular), id, &id, e))
			return false;
	}
	return item_values(s, ent, id, f, mem, values, count, e);
}

bool
through_put_pane(struct store *s, const struct pane *pane, int64_t id,
    const struct cell *cell, struct error *e)
{
	const struct entity *ent = entity_find(pane->through);
	const struct field *ref = field_find(ent, pane->singular);

	return target_put(s, ent, ref, id, cell, e);
}
