#include "config.h"

#include "io/export.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "io/export_row.h"
#include "io/out.h"
#include "store/bulk.h"
#include "store/filter.h"

enum { FLUSH = 96 * 1024 };	/* bytes gathered, more than out.h copies once again */

static const struct export_writer *const writers[] = {
	&export_csv, &export_wikitext, &export_json
};

const struct export_format *
export_format_at(int i)
{
	if (i < 0 || (size_t)i >= sizeof writers / sizeof *writers)
		return NULL;
	return &writers[i]->format;
}

static const struct export_writer *
writer_find(const char *name, struct error *e)
{
	struct str names = { 0 };

	for (size_t i = 0; i < sizeof writers / sizeof *writers; i++)
		if (!name || !strcmp(writers[i]->format.name, name))
			return writers[i];
	for (size_t i = 0; i < sizeof writers / sizeof *writers; i++)
		str_addf(&names, "%s%s", i ? ", " : "", writers[i]->format.name);
	set_error(e, STATUS_USAGE, _("There is no format \"%s\": it can be %s."), name,
	    str_text(&names));
	str_free(&names);
	return NULL;
}

/* --- Columns --- */

static void
column_add(struct export *x, const struct column *c)
{
	if (c->field->flags & F_CONTACT && !x->o->include_private) {
		x->report->omitted_columns++;
		return;
	}
	x->query = xrealloc(x->query, (x->count + 1) * sizeof *x->query);
	x->query[x->count] = *c;
	x->query[x->count++].shared = !x->o->include_private;
}

/* A last column, not shown, says which rows are private: counting them beforehand
 * would read every row twice. */
static void
visibility_add(struct export *x)
{
	const struct field *f = field_with(x->ent, F_VISIBILITY);

	x->query = xrealloc(x->query, (x->count + 1) * sizeof *x->query);
	column_parse(x->ent, f->name, &x->query[x->count], NULL);
}

/* What import would take: everything stored, and the id to find the record by. */
static void
columns_stored(struct export *x)
{
	const struct field *f, *id = field_with(x->ent, F_RECORD_ID);
	struct column c;

	if (column_parse(x->ent, id->name, &c, NULL))
		column_add(x, &c);
	for (int i = 0; (f = entity_field(x->ent, i)); i++)
		if (!(f->flags & (F_COMPUTED | F_TRASH))
		    && column_parse(x->ent, f->name, &c, NULL))
			column_add(x, &c);
}

static bool
columns_named(struct export *x, const char *names, struct error *e)
{
	struct column c;
	struct str name = { 0 };
	bool ok = true;

	for (const char *p = names; ok && *p; ) {
		p += strspn(p, " ,");
		size_t n = strcspn(p, ",");
		str_cut(&name, 0);
		str_addn(&name, p, n);
		while (name.len && name.s[name.len - 1] == ' ')
			str_cut(&name, name.len - 1);
		ok = !name.len || column_parse(x->ent, str_text(&name), &c, e);
		if (ok && name.len)
			column_add(x, &c);
		p += n;
	}
	str_free(&name);
	return ok;
}

/* Several values, or a reference with several on the way; those of other records
 * (hosts) are references too. */
static bool
is_several(const struct column *c)
{
	for (int i = 0; i <= c->depth; i++) {
		const struct field *f = i < c->depth ? c->hops[i].ref : c->field;
		if ((i < c->depth && c->hops[i].reverse) || field_is_multi(f)
		    || f->type == &type_refs)
			return true;
	}
	return false;
}

static bool
has_labels(const struct field_type *type)
{
	return type->is_term || type == &type_country || type == &type_countries
	    || type == &type_language || type == &type_languages;
}

static bool
columns_open(struct export *x, struct error *e)
{
	if (!x->o->columns)
		columns_stored(x);
	else if (!columns_named(x, x->o->columns, e))
		return false;
	if (!x->count)
		return set_error(e, STATUS_USAGE, x->report->omitted_columns
		    ? _("Contact data alone is not exported: --private does it.")
		    : _("No column is named: leave --columns out to get them all."));
	visibility_add(x);
	x->columns = xmalloc(x->count * sizeof *x->columns);
	for (size_t i = 0; i < x->count; i++) {
		const struct column *c = &x->query[i];
		x->columns[i] = (struct export_column){
			.column = c, .field = c->field, .several = is_several(c),
			.labelled = x->o->labels && has_labels(c->field->type),
			.guarded = !x->o->no_guard && !c->field->type->is_number,
			.people = people_column(c),
		};
	}
	return true;
}

/* --- Rows --- */

/* Where the bytes go: one of the two. */
struct sink {
	struct out *file;
	struct str *memory;
};

static bool
pass_on(struct export *x, const struct sink *to, size_t least, struct error *e)
{
	bool ok = true;

	if (x->bytes.len < least)
		return true;
	if (to->file)
		ok = out_write(to->file, str_text(&x->bytes), x->bytes.len, e);
	else
		str_addn(to->memory, str_text(&x->bytes), x->bytes.len);
	str_cut(&x->bytes, 0);
	return ok;
}

/* The next row that goes out. */
static bool
row_next(struct export *x)
{
	struct value v;

	while (rows_next(x->rows)) {
		if (x->o->include_private || !rows_value(x->rows, x->count, 0, &v)
		    || !export_is_private(&v))
			return true;
		x->report->omitted++;
	}
	return false;
}

static bool
rows_write(struct export *x, const struct export_writer *w, const struct sink *to,
    struct error *e)
{
	bool ok = true;

	w->begin(x);
	while (ok && row_next(x)) {
		w->row(x);
		x->report->rows++;
		if (x->mem.head)
			arena_reset(&x->mem);
		ok = pass_on(x, to, FLUSH, e);
	}
	w->end(x);
	return ok && pass_on(x, to, 1, e);
}

static void
export_close(struct export *x)
{
	export_values_free(x);
	people_free(x);
	free(x->query);
	free(x->columns);
	str_free(&x->bytes);
	str_free(&x->one);
	str_free(&x->joined);
	arena_free(&x->mem);
}

/* path NULL: into memory. */
static bool
export_run(struct export *x, const struct query *q, const struct export_writer *w,
    const char *path, struct str *memory, struct error *e)
{
	struct sink to = { NULL, memory };

	x->rows = rows_open(x->s, q, e);
	if (!x->rows)
		return false;
	bulk_reading(x->s, true);
	bool ok = !path || (to.file = out_open(path, x->o->force, e));
	ok = ok && rows_write(x, w, &to, e);
	bulk_reading(x->s, false);
	ok = rows_close(x->rows, ok ? e : NULL) && ok;
	if (to.file)
		ok = out_close(to.file, ok, ok ? e : NULL) && ok;
	return ok;
}

static bool
export_to(struct store *s, const struct pane *pane, const struct filter *filter,
    const struct export_options *o, const char *path, struct str *memory,
    struct export_report *r, struct error *e)
{
	const struct export_writer *w = writer_find(o->format, e);
	struct export x = {
		.s = s, .o = o, .report = r, .ent = entity_find(pane->entity)
	};

	*r = (struct export_report){ 0 };
	x.names_guarded = w && !o->include_private
	    && (w->published || x.ent->flags & E_PRESENCE);
	bool ok = w && columns_open(&x, e);
	struct query q = {
		.ent = x.ent, .pane = pane, .filter = filter, .columns = x.query,
		.column_count = x.count + 1, .sort = o->sort,
	};
	ok = ok && export_run(&x, &q, w, path, memory, e);
	export_close(&x);
	return ok;
}

bool
export_rows(struct store *s, const struct pane *pane, const struct filter *filter,
    const struct export_options *o, const char *path, struct export_report *r,
    struct error *e)
{
	return export_to(s, pane, filter, o, path, NULL, r, e);
}

bool
export_text(struct store *s, const struct pane *pane, const struct filter *filter,
    const struct export_options *o, struct str *out, struct export_report *r,
    struct error *e)
{
	return export_to(s, pane, filter, o, NULL, out, r, e);
}
