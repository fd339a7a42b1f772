/* What two records say differently and one field cannot hold: the other value becomes a
 * line about the record that is kept. It is private, for nobody chose to publish it; the
 * lines of a record that has lines of its own stand at its end, else a note holds them. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/order.h"
#include "store/db.h"
#include "store/log.h"
#include "store/merge_part.h"

enum { CELLS = 16 };

const struct field *
merge_line_of(const struct entity *any, const struct entity **line)
{
	const struct field *f;

	*line = NULL;
	for (int k = 0; entities[k]; k++) {
		if (!(entities[k]->flags & E_LINES))
			continue;
		for (int i = 0; (f = entity_field(entities[k], i)) && !f->type->is_ref; i++)
			;
		*line = entities[k];
		if (f && (!any || field_refers(f, any)))
			return f;
	}
	return NULL;
}

/* The cells of every record that is made here: private, and of the kind that the
 * dictionary gives to what the program makes. */
static size_t
cells_begin(const struct entity *ent, struct cell *cells)
{
	const struct field *f = field_with(ent, F_VISIBILITY);
	size_t n = 0;

	cells[n++] = (struct cell){ f, value_text(MERGE_HIDES, strlen(MERGE_HIDES)), true };
	for (int i = 0; (f = entity_field(ent, i)); i++)
		if (f->given)
			cells[n++] = (struct cell){ f, value_text(f->given, strlen(f->given)), true };
	return n;
}

static struct cell
cell_of(const struct field *f, const struct str *text)
{
	return (struct cell){ f, value_text(str_text(text), text->len), true };
}

/* --- Lines --- */

/* Behind all that stand there. */
static bool
place_find(struct merging *m, const struct entity *line, const struct field *of,
    struct error *e)
{
	const struct field *order = field_with(line, F_ORDER);
	struct stmt *st = stmt_newf(m->s->db, e,
	    "SELECT coalesce(max(\"%s\"),'') FROM \"%s\" WHERE \"%s\"=?1", order->name,
	    line->name, of->name);

	if (!st)
		return false;
	stmt_int(st, 1, m->remarks);
	if (stmt_row(st))
		str_addn(&m->place, stmt_col(st, 0), stmt_col_len(st, 0));
	return stmt_end(st, e);
}

static bool
line_add(struct merging *m, const struct str *text, struct error *e)
{
	const struct entity *line;
	const struct field *of = merge_line_of(NULL, &line);
	struct cell cells[CELLS];
	size_t n = cells_begin(line, cells);
	struct str place = { 0 };
	int64_t id;

	order_between(m->place.len ? str_text(&m->place) : NULL, NULL, &place);
	cells[n++] = (struct cell){ of, value_int(m->remarks), true };
	cells[n++] = cell_of(field_with(line, F_ORDER), &place);
	cells[n++] = cell_of(field_with(line, F_TITLE), text);
	bool ok = record_create(m->s, line, cells, n, &id, e);
	str_set(&m->place, str_text(&place));
	str_free(&place);
	return ok;
}

/* --- What holds them --- */

static bool
note_make(struct merging *m, const struct entity *ent, const struct str *title,
    struct error *e)
{
	const struct field *about = field_with(ent, F_ABOUT);
	struct cell cells[CELLS];
	size_t n = cells_begin(ent, cells);

	cells[n++] = cell_of(field_with(ent, F_TITLE), title);
	return record_create(m->s, ent, cells, n, &m->remarks, e)
	    && record_put(m->s, ent, m->remarks,
	    &(struct cell){ about, value_int(m->kept->id), true }, e);
}

/* A record that has lines gets a heading for these, any other one a note about it. */
static bool
remarks_begin(struct merging *m, const char *name, struct error *e)
{
	const struct entity *line;
	const struct field *of = merge_line_of(NULL, &line);
	struct str title = { 0 };
	bool ok;

	str_addf(&title, _("From the record that was combined: %s"), name);
	if (field_refers(of, m->ent)) {
		m->remarks = m->kept->id;
		ok = place_find(m, line, of, e) && line_add(m, &title, e);
	} else {
		ok = note_make(m, entity_find(of->refs), &title, e);
	}
	str_free(&title);
	return ok;
}

bool
merge_remark_add(struct merging *m, const struct str *text, struct error *e)
{
	struct str name = { 0 };

	record_title(m->s, m->ent, m->gone->id, &name);
	bool ok = (m->remarks || remarks_begin(m, str_text(&name), e))
	    && (!text->len || line_add(m, text, e));
	str_free(&name);
	return ok;
}

/* Its name stands in the heading already. */
bool
merge_remark(struct merging *m, const struct field *f, const struct value *v,
    struct error *e)
{
	struct str name = { 0 }, shown = { 0 }, text = { 0 };

	record_title(m->s, m->ent, m->gone->id, &name);
	value_show(m->s, f, v, &shown);
	if (strcmp(str_text(&name), str_text(&shown)))
		str_addf(&text, "%s: %s", _(f->label), str_text(&shown));
	bool ok = merge_remark_add(m, &text, e);
	str_free(&name);
	str_free(&shown);
	str_free(&text);
	return ok;
}
