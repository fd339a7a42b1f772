#include "config.h"

#include "store/merge_part.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/db.h"
#include "store/log.h"

bool
merge_put(struct merging *m, const struct entity *ent, int64_t id, const struct field *f,
    struct value v, bool on, int64_t *count, struct error *e)
{
	bool changed = false;

	if (!record_put_told(m->s, ent, id, &(struct cell){ f, v, on }, &changed, e))
		return false;
	*count += changed;
	return true;
}

void
merge_report_free(struct merge_report *r)
{
	str_free(&r->apart);
	str_free(&r->alike_lines);
}

/* --- Values --- */

/* Is it a value that would make the kept record refer to itself? */
static bool
leads_home(const struct merging *m, const struct field *f, const struct value *v)
{
	return f->type->is_ref && v->kind == VALUE_INT
	    && (v->i == m->kept->id || v->i == m->gone->id);
}

/* Where another title can still be found by: a name that is not part of the title, and
 * for a code, the list of further codes. */
static const struct field *
second_place(const struct merging *m, const struct field *f)
{
	unsigned wanted = f->flags & (F_TITLE | F_CODE);
	const struct field *other;

	for (int i = 0; wanted && (other = entity_field(m->ent, i)); i++) {
		if (other == f || !(other->flags & F_OTHER_NAME) || other->flags & F_FOLD)
			continue;
		if (f->flags & F_CODE ? field_is_multi(other) : !field_is_multi(other)
		    && record_value(m->kept, other)->kind == VALUE_NULL
		    && record_value(m->gone, other)->kind == VALUE_NULL)
			return other;
	}
	return NULL;
}

static bool
apart_add(struct merging *m, const struct field *f, const struct value *v,
    struct error *e)
{
	str_addf(&m->report->apart, "%s%s", m->report->apart.len ? ", " : "", _(f->label));
	return merge_remark(m, f, v, e);
}

static bool
texts_join(struct merging *m, const struct field *f, const struct value *a,
    const struct value *b, struct error *e)
{
	struct str both = { 0 };

	str_addn(&both, a->s, a->n);
	str_add(&both, "\n\n");
	str_addn(&both, b->s, b->n);
	bool ok = merge_put(m, m->ent, m->kept->id, f, value_text(both.s, both.len), true,
	    &m->report->filled, e);
	str_free(&both);
	return ok;
}

/* The two say different things. */
static bool
differing(struct merging *m, const struct field *f, const struct value *a,
    const struct value *b, struct error *e)
{
	const struct field *second = second_place(m, f);

	if (f->flags & F_VISIBILITY) {
		bool hidden = b->n == strlen(MERGE_HIDES) && !strncmp(b->s, MERGE_HIDES, b->n);
		return !hidden || merge_put(m, m->ent, m->kept->id, f, *b, true,
		    &m->report->filled, e);
	}
	if (f->type->has_lines)
		return texts_join(m, f, a, b, e);
	if (second)
		return merge_put(m, m->ent, m->kept->id, second, *b, true, &m->report->filled, e);
	return f->flags & F_ORDER || apart_add(m, f, b, e);
}

static bool
value_merge(struct merging *m, const struct field *f, struct error *e)
{
	const struct value *a = record_value(m->kept, f), *b = record_value(m->gone, f);

	if (f->flags & F_TRASH || !field_is_column(f) || b->kind == VALUE_NULL
	    || value_equal(a, b) || leads_home(m, f, b))
		return true;
	if (a->kind != VALUE_NULL)
		return differing(m, f, a, b, e);
	return merge_put(m, m->ent, m->kept->id, f, *b, true, &m->report->filled, e);
}

static bool
values_merge(struct merging *m, struct error *e)
{
	const struct field *f;

	for (int i = 0; (f = entity_field(m->ent, i)); i++)
		if (!value_merge(m, f, e))
			return false;
	for (size_t i = 0; i < m->gone->item_count; i++) {
		const struct record_item *item = &m->gone->items[i];
		if (!leads_home(m, item->field, &item->value) && !merge_put(m, m->ent, m->kept->id,
		    item->field, item->value, true, &m->report->filled, e))
			return false;
	}
	return true;
}

/* --- References --- */

/* How a field names a record: by its id, as several of them, or by its id as text. */
static struct stmt *
referrers(struct merging *m, const struct entity *ent, const struct field *f,
    struct error *e)
{
	if (f->flags & F_ID_TEXT)
		return stmt_newf(m->s->db, e, "SELECT id FROM \"%s\" WHERE \"%s\"=id_text(?1)",
		    ent->name, f->name);
	if (field_is_multi(f))
		return stmt_newf(m->s->db, e, "SELECT i.record FROM item i JOIN record r"
		    " ON r.id=i.record WHERE i.field=%d AND i.value=?1 AND r.entity=%d",
		    f->number, ent->number);
	return stmt_newf(m->s->db, e, "SELECT id FROM \"%s\" WHERE \"%s\"=?1", ent->name, f->name);
}

/* All of them before the first is touched. */
static bool
referrers_read(struct merging *m, const struct entity *ent, const struct field *f,
    int64_t **ids, size_t *count, struct error *e)
{
	struct stmt *st = referrers(m, ent, f, e);
	size_t cap = 0;

	*ids = NULL;
	*count = 0;
	if (!st)
		return false;
	stmt_int(st, 1, m->gone->id);
	while (stmt_row(st)) {
		if (*count == cap) {
			cap = cap * 2 + 16;
			*ids = xrealloc(*ids, cap * sizeof **ids);
		}
		(*ids)[(*count)++] = stmt_col_int(st, 0);
	}
	return stmt_end(st, e);
}

/* A record is not to refer to itself: what the kept one said of the other goes. */
static bool
reference_move(struct merging *m, const struct entity *ent, const struct field *f,
    int64_t id, struct error *e)
{
	struct value to = value_int(m->kept->id), from = value_int(m->gone->id);
	char text[ID_LENGTH + 1];
	int64_t removed = 0;
	bool own = id == m->kept->id;

	if (id == m->gone->id)
		return true;
	if (field_is_multi(f))
		return merge_put(m, ent, id, f, from, false, &removed, e)
		    && (own || merge_put(m, ent, id, f, to, true, &m->report->moved, e));
	if (f->flags & F_ID_TEXT) {
		id_format(m->kept->id, text);
		to = value_text(text, ID_LENGTH);
	}
	return merge_put(m, ent, id, f, own ? value_null : to, true, &m->report->moved, e);
}

static bool
references_move(struct merging *m, const struct entity *ent, const struct field *f,
    struct error *e)
{
	int64_t *ids;
	size_t count;

	bool ok = referrers_read(m, ent, f, &ids, &count, e);
	for (size_t i = 0; ok && i < count; i++)
		ok = reference_move(m, ent, f, ids[i], e);
	if (f->flags & F_REQUIRED)
		ok = ok && merge_twins(m, ent, ids, count, e);
	free(ids);
	return ok;
}

static bool
may_refer(const struct merging *m, const struct field *f)
{
	if (f->via || f->flags & F_COMPUTED)
		return false;
	return f->flags & F_ID_TEXT || (f->type->is_ref && field_refers(f, m->ent));
}

static bool
all_references_move(struct merging *m, struct error *e)
{
	const struct field *f;

	for (int k = 0; entities[k]; k++)
		for (int i = 0; (f = entity_field(entities[k], i)); i++)
			if (may_refer(m, f) && !references_move(m, entities[k], f, e))
				return false;
	return true;
}

/* --- Both --- */

static bool
load(struct merging *m, int64_t id, struct record **out, struct error *e)
{
	struct str title = { 0 };

	if (!record_load(m->s, m->ent, id, out, e))
		return false;
	if (*out && !record_hidden(m->s, m->ent, id))
		return true;
	record_title(m->s, m->ent, id, &title);
	set_error(e, STATUS_DATA, _("%s is in the trash: restore it first."), str_text(&title));
	str_free(&title);
	return false;
}

bool
merge_records(struct store *s, const struct entity *ent, int64_t kept, int64_t gone,
    struct merge_report *report, struct error *e)
{
	struct merging m = { .s = s, .ent = ent, .report = report };
	int64_t trashed = 0;

	if (kept == gone)
		return set_error(e, STATUS_USAGE,
		    _("Both are the same record: name two to make one of them."));
	/* The trash first: the history then begins with what was meant. */
	bool ok = load(&m, kept, &m.kept, e) && load(&m, gone, &m.gone, e)
	    && merge_put(&m, ent, gone, field_with(ent, F_TRASH), value_int(kept), true,
	    &trashed, e) && merge_lines(&m, e) && all_references_move(&m, e) && values_merge(&m, e)
	    && merge_lines_alike(&m, e);
	record_free(m.kept);
	record_free(m.gone);
	str_free(&m.place);
	return ok;
}
