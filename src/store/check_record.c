/* Records against the log: what was entered, sort keys, references, items. */
#include "config.h"

#include "store/checking.h"

#include <stdlib.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "store/db.h"

/* --- What a reference may hold --- */

static bool
reference_fits(const struct checking *c, const struct field *f, int64_t id)
{
	const struct born *b = check_born(c, id);
	const struct entity *ent = b ? entity_by_number(b->entity) : NULL;

	return ent && field_refers(f, ent);
}

static void
reference_check(struct checking *c, int64_t record, const struct field *f,
    const struct value *v)
{
	struct str title = { 0 }, id = { 0 };

	if (v->kind == VALUE_NULL || (v->kind == VALUE_INT && reference_fits(c, f, v->i)))
		return;
	check_title(c, record, &title);
	value_to_text(f, v, &id);
	check_tell(c, record, false,
	    _("%s of %s is a record that is not there, or cannot stand there (%s): choose another, or go back to a backup (\"alianza backups\")."),
	    _(f->label), str_text(&title), str_text(&id));
	str_free(&title);
	str_free(&id);
}

/* --- One row --- */

static bool
fold_mend(struct checking *c, const struct entity *ent, int64_t id, const struct str *fold,
    struct error *e)
{
	struct stmt *st = stmt_newf(c->s->db, e,
	    "UPDATE \"%s\" SET fold=nullif(?2,'') WHERE id=?1", ent->name);

	if (!st)
		return false;
	stmt_int(st, 1, id);
	stmt_text(st, 2, str_text(fold), fold->len);
	stmt_run(st);
	return stmt_end(st, e);
}

/* The stored key must be the folded text of the first field that has one. */
static bool
fold_check(struct checking *c, struct content_walk *w, struct str *fold, struct error *e)
{
	const struct plan *p = w->plan;
	struct value is = value_null, v = value_null;
	struct str title = { 0 };
	bool ok = true;

	if (!p->fold)
		return true;
	for (int i = 0; i < p->count && v.kind == VALUE_NULL; i++)
		if (entity_field(p->ent, i)->flags & F_FOLD && p->column[i])
			stmt_col_value(w->row, p->column[i] - 1, &v);
	str_cut(fold, 0);
	if (v.kind == VALUE_TEXT)
		fold_add(fold, v.s, v.n);
	struct value should = value_text(str_text(fold), fold->len);
	stmt_col_value(w->row, p->fold - 1, &is);
	if (value_equal(&is, &should))
		return true;
	check_title(c, w->id, &title);
	if (check_tell(c, w->id, true,
	    _("%s is sorted and found by another text than its own: \"alianza check --mend\" puts it right."),
	    str_text(&title)))
		ok = fold_mend(c, p->ent, w->id, fold, e);
	str_free(&title);
	return ok;
}

static void
references_check(struct checking *c, struct content_walk *w)
{
	const struct plan *p = w->plan;
	struct value v;

	for (int i = 0; i < p->count; i++) {
		const struct field *f = entity_field(p->ent, i);
		if (!p->column[i] || !(f->type->is_ref || f->flags & F_TRASH))
			continue;
		stmt_col_value(w->row, p->column[i] - 1, &v);
		if (f->type->is_ref)
			reference_check(c, w->id, f, &v);
		else if (v.i != 0 && v.i != 1 && !check_born(c, v.i))
			reference_check(c, w->id, f, &v);
	}
}

/* The content as it was born against the sum of its creation. */
static bool
birth_check(struct checking *c, struct content_walk *w, const struct born *b,
    struct error *e)
{
	const struct entity *ent = w->plan->ent;
	int64_t content, right;

	if (check_is_erased(c, w->id, 0, NULL))
		return true;
	if (!b->edited)
		content = content_hash(w, CONTENT_ALL);
	else if (!content_birth(c->s, ent, w->id, &content, e))
		return false;
	right = log_birth_sum(b->action, ent->number, w->id, content);
	if (right != b->sum)
		check_bad_line(c, &(struct bad_line){ b->action, -1, w->id, right, NULL }, b->sum);
	return true;
}

static bool
entity_mend(struct checking *c, int64_t id, int number, struct error *e)
{
	struct stmt *st = stmt_new(c->s->db, "UPDATE record SET entity=?2 WHERE id=?1", e);

	if (!st)
		return false;
	stmt_int(st, 1, id);
	stmt_int(st, 2, number);
	stmt_run(st);
	return stmt_end(st, e);
}

/* A row that the log says is of another entity, or does not know. */
static bool
stranger_check(struct checking *c, struct content_walk *w, struct born *b, struct error *e)
{
	const struct entity *ent = w->plan->ent;
	struct str title = { 0 };
	int64_t content = 0;
	bool ok = !b || content_birth(c->s, ent, w->id, &content, e);
	bool sure = b && b->sum == log_birth_sum(b->action, ent->number, w->id, content);

	record_title(c->s, ent, w->id, &title);
	if (ok && check_tell(c, w->id, sure, b
	    ? _("%s (%s) is noted in the log as something else: if \"alianza check --mend\" does not help go back to a backup (\"alianza backups\").")
	    : _("%s (%s) is not in the log: it was put into the file by another program, or its entry is lost. Go back to a backup (\"alianza backups\"), or enter it again."),
	    str_text(&title), _(ent->label)))
		ok = entity_mend(c, w->id, ent->number, e);
	str_free(&title);
	return ok;
}

static bool
row_check(struct checking *c, struct content_walk *w, struct str *fold, struct error *e)
{
	struct born *b = check_born(c, w->id);

	if (!b || b->entity != w->plan->ent->number)
		return stranger_check(c, w, b, e);
	b->found = true;
	references_check(c, w);
	return birth_check(c, w, b, e) && fold_check(c, w, fold, e);
}

/* --- All rows --- */

static bool
entity_check(struct checking *c, const struct entity *ent, struct error *e)
{
	struct content_walk w;
	struct str fold = { 0 };
	bool ok = true;

	content_walk(&w, c->s, ent, INT64_MIN, INT64_MAX);
	while (ok && content_next(&w))
		ok = row_check(c, &w, &fold, e) && check_goes_on(c, e);
	str_free(&fold);
	return content_end(&w, ok ? e : NULL) && ok;
}

bool
check_records(struct checking *c, struct error *e)
{
	struct str title = { 0 };

	for (int i = 0; entities[i]; i++)
		if (!entity_check(c, entities[i], e))
			return false;
	for (size_t i = 0; i < c->born_count; i++) {
		const struct born *b = &c->born[i];
		const struct entity *ent = entity_by_number(b->entity);
		if (b->found)
			continue;
		str_cut(&title, 0);
		check_title(c, b->id, &title);
		check_tell(c, b->id, false,
		    _("A record (%s, %s) is lost: the log says when it was added, but it is not there. Go back to a backup (\"alianza backups\")."),
		    ent ? _(ent->label) : "?", str_text(&title));
	}
	str_free(&title);
	return true;
}

/* --- Items --- */

static bool
item_drop(struct checking *c, int64_t record, int64_t number, const struct value *v,
    struct error *e)
{
	struct stmt *st = stmt_new(c->s->db,
	    "DELETE FROM item WHERE record=?1 AND field=?2 AND value=?3", e);

	if (!st)
		return false;
	stmt_int(st, 1, record);
	stmt_int(st, 2, number);
	stmt_value(st, 3, v);
	stmt_run(st);
	return stmt_end(st, e);
}

/* An item that belongs to nothing is part of no content: it can go. */
static bool
item_check(struct checking *c, struct stmt *st, struct error *e)
{
	int64_t record = stmt_col_int(st, 0), number = stmt_col_int(st, 1);
	const struct born *b = check_born(c, record);
	const struct entity *owner = NULL;
	const struct field *f = field_by_number((int)number, &owner);
	struct str title = { 0 };
	struct value v;
	bool ok = true;

	stmt_col_value(st, 2, &v);
	if (b && f && field_is_multi(f) && !(owner && owner->number != b->entity)
	    && !check_is_erased(c, record, 0, NULL)) {
		if (f->type->is_ref)
			reference_check(c, record, f, &v);
		return true;
	}
	check_title(c, record, &title);
	if (check_tell(c, record, true,
	    _("The file has a value that belongs to nothing (of %s): \"alianza check --mend\" takes it out."),
	    str_text(&title)))
		ok = item_drop(c, record, number, &v, e);
	str_free(&title);
	return ok;
}

bool
check_items(struct checking *c, struct error *e)
{
	struct stmt *st = stmt_new(c->s->db, "SELECT record,field,value FROM item", e);
	bool ok = st != NULL;

	while (ok && stmt_row(st))
		ok = item_check(c, st, e) && check_goes_on(c, e);
	return st && stmt_end(st, ok ? e : NULL) && ok;
}

/* --- Tombstones --- */

/* What an erased record leaves: an empty row in the trash. */
static bool
is_stub(struct checking *c, const struct entity *ent, int64_t id, bool *stub,
    struct error *e)
{
	struct record *r;

	*stub = false;
	if (!record_load(c->s, ent, id, &r, e))
		return false;
	if (r) {
		*stub = r->item_count == 0;
		for (int i = 0; i < entity_field_count(ent); i++)
			*stub = *stub && (entity_field(ent, i)->flags & F_TRASH ? r->values[i].i == 1
			    : r->values[i].kind == VALUE_NULL);
	}
	record_free(r);
	return true;
}

bool
check_tombstones(struct checking *c, struct error *e)
{
	struct stmt *st = stmt_new(c->s->db, "SELECT record,field,action,entity,"
	    "action=0 OR action IN (SELECT id FROM action) FROM erased", e);
	bool ok = st != NULL;

	while (ok && stmt_row(st)) {
		int64_t id = stmt_col_int(st, 0), number = stmt_col_int(st, 1);
		const struct born *b = check_born(c, id);
		const struct entity *ent = entity_by_number((int)stmt_col_int(st, 3)), *owner = ent;
		bool fits = b && ent && b->entity == ent->number && stmt_col_int(st, 4);
		if (fits && number)
			fits = field_by_number((int)number, &owner) && (!owner || owner == ent);
		else if (fits)
			ok = is_stub(c, ent, id, &fits, e);
		if (ok && !fits)
			check_tell(c, id, false,
			    _("The file says that something was erased that it does not know, or that is still there. Go back to a backup (\"alianza backups\")."));
	}
	return st && stmt_end(st, ok ? e : NULL) && ok;
}
