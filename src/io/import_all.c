#include "config.h"

#include "io/import.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/multi.h"
#include "base/utf8.h"
#include "io/export_all.h"
#include "store/bulk.h"
#include "store/query.h"

enum { SHOWN_VALUE = 40, ENTITIES = 64 };

struct whole {
	struct store *s;
	const char *dir;
	const struct import_listener *listener;
	struct import_report *r;
	int64_t expected[ENTITIES];	/* by place in entities[], as the manifest says */
	/* The file under way */
	struct str path;
	struct csv_reader *in;
	const struct entity *ent;
	const struct field **columns;
	size_t column_count;
	struct cell *cells;		/* of the row under way */
	size_t count, cap;
	struct arena row;
	/* References may come before what they refer to: looked at in the end. */
	struct reference {
		const struct field *field;
		int64_t id;
		long line;
		int entity;	/* place in entities[] of what refers */
	} *references;
	size_t reference_count, reference_cap;
};

/* --- Problems --- */

static bool
tell(struct whole *w, const char *path, long line, const char *column, const char *s,
    size_t n, const char *reason)
{
	struct str text = { 0 };

	str_addf(&text, "%s:%ld: ", path, line);
	if (column)
		str_addf(&text, "%s: ", column);
	if (n) {
		size_t cut = utf8_cut(s, n, SHOWN_VALUE, NULL);
		str_addc(&text, '\'');
		utf8_show(&text, s, cut, 0);
		str_addf(&text, "%s': ", cut < n ? "…" : "");
	}
	str_add(&text, reason);
	w->listener->problem(w->listener->ctx, str_text(&text));
	str_free(&text);
	w->r->problems++;
	return false;
}

static bool
problem(struct whole *w, const char *column, const struct csv_cell *cell,
    const char *reason)
{
	return tell(w, str_text(&w->path), csv_line(w->in), column, cell ? cell->s : NULL,
	    cell ? cell->n : 0, reason);
}

/* --- Cells --- */

static void
reference_note(struct whole *w, const struct field *f, int64_t id)
{
	if (w->reference_count == w->reference_cap) {
		w->reference_cap = w->reference_cap * 2 + 256;
		w->references = xrealloc(w->references,
		    w->reference_cap * sizeof *w->references);
	}
	int at = 0;
	while (entities[at] != w->ent)
		at++;
	w->references[w->reference_count++] = (struct reference){
		f, id, csv_line(w->in), at
	};
}

static void
cell_add(struct whole *w, const struct field *f, struct value v)
{
	if (v.kind == VALUE_NULL)
		return;
	if (w->count == w->cap) {
		w->cap = w->cap * 2 + 64;
		w->cells = xrealloc(w->cells, w->cap * sizeof *w->cells);
	}
	w->cells[w->count++] = (struct cell){ f, v, true };
	if (v.kind == VALUE_INT && (f->type->is_ref || (f->flags & F_TRASH && v.i > 1)))
		reference_note(w, f, v.i);
}

/* Text and codes are taken as they are: what is lossless does not judge. What is
 * reckoned with has to be right. */
static bool
is_reckoned(const struct field *f)
{
	return f->type->is_number || f->type->is_date || f->type == &type_bool;
}

static bool
id_read(const char *s, size_t n, int64_t *id, struct error *e)
{
	return id_parse(s, n, id) || set_error(e, STATUS_DATA,
	    _("not an id: ids have 13 letters and digits."));
}

static bool
value_read(struct whole *w, const struct field *f, const char *s, size_t n,
    struct error *e)
{
	struct str text = { 0 };
	struct value v;
	int64_t id;

	if (f->type->is_ref || (f->flags & F_TRASH && n == ID_LENGTH)) {
		if (!id_read(s, n, &id, e))
			return false;
		cell_add(w, f, value_int(id));
		return true;
	}
	if (is_reckoned(f)) {
		bool ok = f->type->canon(f, s, n, &text, e);
		v = value_from_text(f, arena_dup(&w->row, str_text(&text), text.len),
		    text.len);
		str_free(&text);
		if (ok)
			cell_add(w, f, v);
		return ok;
	}
	if (!utf8_valid(s, n, NULL))
		return set_error(e, STATUS_DATA,
		    _("it has characters that no text may have."));
	cell_add(w, f, value_text(s, n));
	return true;
}

static bool
several_read(struct whole *w, const struct field *f, const char *s, size_t n,
    struct error *e)
{
	const char *p = arena_dup(&w->row, s, n);
	struct str one = { 0 };
	bool ok = true;

	while (ok && multi_next(&p, &one))
		ok = value_read(w, f, arena_dup(&w->row, one.s, one.len), one.len, e);
	str_free(&one);
	return ok;
}

/* --- Rows --- */

static bool
row_read(struct whole *w, const struct csv_cell *cells, size_t count)
{
	int64_t id = 0;
	struct error e;

	if (count > w->column_count)
		return problem(w, NULL, NULL,
		    _("the row has more cells than the header has columns."));
	w->count = 0;
	for (size_t i = 0; i < count; i++) {
		const struct field *f = w->columns[i];
		const struct csv_cell *c = &cells[i];
		if (!c->n)
			continue;
		bool ok = f->flags & F_RECORD_ID ? id_read(c->s, c->n, &id, &e)
		    : field_is_multi(f) ? several_read(w, f, c->s, c->n, &e)
		    : value_read(w, f, c->s, c->n, &e);
		if (!ok)
			return problem(w, f->name, c, e.msg);
	}
	if (!id)
		return problem(w, field_with(w->ent, F_RECORD_ID)->name, NULL,
		    _("empty: every record has one here."));
	return record_create_as(w->s, w->ent, id, w->cells, w->count, &e)
	    || problem(w, NULL, NULL, e.msg);
}

static bool
header_read(struct whole *w, const struct csv_cell *cells, size_t count)
{
	const struct field *f;
	bool ok = true, has_id = false;

	w->columns = xrealloc(w->columns, (count + 1) * sizeof *w->columns);
	w->column_count = count;
	for (size_t i = 0; i < count; i++) {
		w->columns[i] = NULL;
		for (int k = 0; !w->columns[i] && (f = entity_field(w->ent, k)); k++)
			if (export_all_has(f) && strlen(f->name) == cells[i].n
			    && !memcmp(f->name, cells[i].s, cells[i].n))
				w->columns[i] = f;
		for (size_t k = 0; k < i; k++)
			if (w->columns[k] == w->columns[i])
				w->columns[i] = NULL;
		if (!w->columns[i])
			ok = problem(w, NULL, &cells[i],
			    _("no field of that name, or twice the same."));
		else if (w->columns[i]->flags & F_RECORD_ID)
			has_id = true;
	}
	return ok && (has_id || problem(w, NULL, NULL, _("the column id is missing.")));
}

static bool
rows_read(struct whole *w, int64_t *rows, struct error *e)
{
	const struct csv_cell *cells;
	size_t count;
	int got = csv_read(w->in, &cells, &count, e);

	*rows = 0;
	if (got < 0 || (got && !header_read(w, cells, count)))
		return got >= 0;
	while (got && (got = csv_read(w->in, &cells, &count, e)) > 0) {
		++*rows;
		w->r->added += row_read(w, cells, count);
		arena_reset(&w->row);
		if (w->listener->stop && w->listener->stop(w->listener->ctx))
			return set_error(e, STATUS_INTERRUPTED,
			    _("The import was stopped: nothing was written."));
	}
	return got == 0;
}

/* --- Files --- */

static bool
entity_read(struct whole *w, int at, struct error *e)
{
	int64_t rows, expected = w->expected[at];

	w->ent = entities[at];
	export_all_path(&w->path, w->dir, w->ent->name);
	if (!expected && access(str_text(&w->path), F_OK) == 0)
		return set_error(e, STATUS_DATA,
		    _("%s is there, but %s.csv beside it does not count it: the folder is "
		    "not what \"export all\" wrote."),
		    str_text(&w->path), EXPORT_ALL_MANIFEST);
	if (!expected)
		return true;
	if (!(w->in = csv_open(str_text(&w->path), e)))
		return false;
	csv_delimiter_set(w->in, ',');
	bool ok = bulk_begin(w->s, w->ent, expected, e) && rows_read(w, &rows, e);
	if (ok && !w->r->problems && rows != expected)
		ok = set_error(e, STATUS_DATA,
		    _("%s has %lld records where %s.csv beside it counts %lld: one of them "
		    "is not whole."), str_text(&w->path), (long long)rows,
		    EXPORT_ALL_MANIFEST, (long long)expected);
	csv_close(w->in);
	w->in = NULL;
	return ok;
}

static bool
not_ours(const struct whole *w, struct error *e)
{
	return set_error(e, STATUS_DATA, _("%s is not what \"export all\" wrote."),
	    str_text(&w->path));
}

/* One row of the manifest; false with an error when this program cannot know it. */
static bool
manifest_row(struct whole *w, const struct csv_cell *name, const struct csv_cell *value,
    struct error *e)
{
	char digits[20] = "", word[64] = "";

	if (name->n >= sizeof word || !name->n)
		return not_ours(w, e);
	memcpy(word, name->s, name->n);
	if (!strcmp(word, "version") || !strcmp(word, "name"))
		return true;
	if (value->n < sizeof digits)
		memcpy(digits, value->s, value->n);
	int64_t n = strtoll(digits, NULL, 10);
	if (!strcmp(word, "schema"))
		return n <= export_all_schema() || set_error(e, STATUS_NEWER,
		    _("%s was written by a newer alianza: update this one first."),
		    w->dir);
	for (int i = 0; entities[i]; i++)
		if (!strcmp(entities[i]->name, word)) {
			w->expected[i] = n;
			return true;
		}
	return set_error(e, STATUS_DATA,
	    _("%s counts \"%s\", which this alianza does not know."), str_text(&w->path), word);
}

static bool
manifest_read(struct whole *w, struct error *e)
{
	const struct csv_cell *cells;
	size_t count;
	int got = 0;
	bool ok = true;

	export_all_path(&w->path, w->dir, EXPORT_ALL_MANIFEST);
	if (!(w->in = csv_open(str_text(&w->path), e)))
		return false;
	csv_delimiter_set(w->in, ',');
	w->r->format = *csv_format(w->in);
	while (ok && (got = csv_read(w->in, &cells, &count, e)) > 0)
		ok = count == 2 ? manifest_row(w, &cells[0], &cells[1], e)
		    : not_ours(w, e);
	csv_close(w->in);
	w->in = NULL;
	return ok && got == 0;
}

/* --- All of it --- */

static bool
references_check(struct whole *w)
{
	for (size_t i = 0; i < w->reference_count; i++) {
		const struct reference *ref = &w->references[i];
		const struct entity *to = record_entity(w->s, ref->id);
		char id[ID_LENGTH + 1];
		if (to && (ref->field->flags & F_TRASH || field_refers(ref->field, to)))
			continue;
		id_format(ref->id, id);
		export_all_path(&w->path, w->dir, entities[ref->entity]->name);
		tell(w, str_text(&w->path), ref->line, ref->field->name, id, ID_LENGTH, to
		    ? _("this record is of a kind that does not fit here.")
		    : _("there is no record with this id."));
	}
	return !w->r->problems;
}

static bool
file_is_empty(struct store *s, struct error *e)
{
	for (int i = 0; entities[i]; i++) {
		struct query q = { .ent = entities[i], .everything = true };
		int64_t count;
		if (!query_count(s, &q, &count, NULL, e))
			return false;
		if (count)
			return set_error(e, STATUS_EXISTS,
			    _("%s has records already: \"import all\" fills an empty "
			    "file. Make one with \"alianza init\"."),
			    store_path(s));
	}
	return true;
}

static bool
problems_counted(const struct whole *w, struct error *e)
{
	return set_error(e, STATUS_DATA, ngettext(
	    "%s: %lld problem, nothing was written.",
	    "%s: %lld problems, nothing was written.",
	    (unsigned long)w->r->problems), w->dir, (long long)w->r->problems);
}

bool
import_all(struct store *s, const char *dir, const struct import_listener *listener,
    struct import_report *r, struct error *e)
{
	struct whole w = { .s = s, .dir = dir, .listener = listener, .r = r };

	*r = (struct import_report){ 0 };
	bool ok = file_is_empty(s, e) && manifest_read(&w, e)
	    && action_begin(s, "import", e);
	if (ok) {
		for (int i = 0; ok && entities[i]; i++)
			ok = entity_read(&w, i, e);
		ok = ok && bulk_end(s, e);
		if (ok && (r->problems || !references_check(&w)))
			ok = problems_counted(&w, e);
		ok = action_end(s, ok, NULL, ok ? e : NULL) && ok;
	}
	csv_close(w.in);
	free(w.columns);
	free(w.cells);
	free(w.references);
	str_free(&w.path);
	arena_free(&w.row);
	return ok;
}
