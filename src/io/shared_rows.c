#include "config.h"

#include "io/shared_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/id.h"
#include "io/export_row.h"
#include "store/filter.h"

/* An export that nobody writes to a file: its rules on what may be told hold here. */
struct shared_rows {
	struct export x;
	struct export_options options;
	struct export_report report;
	struct shared_left *left;
	struct filter *filter;
	size_t owners;		/* columns behind the others: visibility of row and owners */
	struct str *texts;	/* of each column of the row */
};

/* --- The query --- */

static bool
column_add(struct shared_rows *r, const char *name, size_t n, bool shared, struct error *e)
{
	struct str text = { 0 };

	r->x.query = xrealloc(r->x.query, (r->x.count + r->owners + 1) * sizeof *r->x.query);
	struct column *c = &r->x.query[r->x.count + r->owners];
	str_addn(&text, name, n);
	bool ok = column_parse(r->x.ent, str_text(&text), c, e);
	c->shared = shared;
	str_free(&text);
	return ok;
}

/* Behind the columns asked for, who may see the row and what it belongs to. */
static bool
owners_add(struct shared_rows *r, const char *belongs, struct error *e)
{
	const char *visibility = field_with(r->x.ent, F_VISIBILITY)->name;
	struct str name = { 0 };
	bool ok = column_add(r, visibility, strlen(visibility), false, e);

	r->owners++;
	for (const char *p = belongs; ok && p && *p; r->owners++) {
		size_t n = strcspn(p, ",");
		str_cut(&name, 0);
		str_addn(&name, p, n);
		str_addf(&name, ".%s", visibility);
		ok = column_add(r, str_text(&name), name.len, false, e);
		p += n + (p[n] == ',');
	}
	str_free(&name);
	return ok;
}

static bool
columns_add(struct shared_rows *r, const struct shared_query *q, struct error *e)
{
	for (const char *p = q->columns; *p; r->x.count++) {
		size_t n = strcspn(p, ",");
		if (!column_add(r, p, n, true, e))
			return false;
		p += n + (p[n] == ',');
	}
	if (!owners_add(r, q->belongs, e))
		return false;
	r->texts = xmalloc(r->x.count * sizeof *r->texts);
	r->x.columns = xmalloc(r->x.count * sizeof *r->x.columns);
	for (size_t i = 0; i < r->x.count; i++)
		r->x.columns[i] = (struct export_column){ .column = &r->x.query[i],
		    .field = r->x.query[i].field, .people = people_column(&r->x.query[i]) };
	return true;
}

static bool
filter_add(struct shared_rows *r, const struct shared_query *q, int64_t id, struct error *e)
{
	static const char mark[] = "{id}";
	char which[ID_LENGTH + 1];
	struct str text = { 0 };
	const char *p = q->filter ? q->filter : "", *at;

	id_format(id, which);
	for (; (at = strstr(p, mark)); p = at + strlen(mark)) {
		str_addn(&text, p, (size_t)(at - p));
		str_add(&text, which);
	}
	str_add(&text, p);
	r->filter = filter_parse(r->x.s, r->x.ent, NULL, str_text(&text), e);
	str_free(&text);
	return r->filter != NULL;
}

struct shared_rows *
shared_rows_open(struct store *s, const struct shared_query *q, int64_t id,
    struct shared_left *left, struct error *e)
{
	struct shared_rows *r = xmalloc(sizeof *r);

	r->x = (struct export){ .s = s, .o = &r->options, .report = &r->report,
	    .ent = entity_find(q->entity), .names_guarded = true };
	r->left = left;
	bool ok = columns_add(r, q, e) && filter_add(r, q, id, e);
	struct query query = { .ent = r->x.ent, .filter = r->filter, .columns = r->x.query,
	    .column_count = r->x.count + r->owners, .sort = q->sort };
	if (ok && (r->x.rows = rows_open(s, &query, e)))
		return r;
	shared_rows_close(r, NULL);
	return NULL;
}

/* --- Rows --- */

static bool
row_is_private(struct shared_rows *r)
{
	struct value v;

	for (size_t i = 0; i < r->owners; i++)
		for (size_t item = 0; rows_value(r->x.rows, r->x.count + i, item, &v); item++)
			if (export_is_private(&v))
				return true;
	return false;
}

/* Titles of records as people see them; everything else as it is stored. */
static struct slice
value_text_of(struct shared_rows *r, const struct export_column *c, const struct value *v)
{
	return c->field->type->is_ref ? export_shown(&r->x, c, v) : export_plain(&r->x, c, v);
}

static void
cell_read(struct shared_rows *r, size_t i)
{
	const struct export_column *c = &r->x.columns[i];
	struct str *out = &r->texts[i];
	struct value v;

	str_cut(out, 0);
	if (c->field->flags & F_CONTACT)
		return;
	for (size_t item = 0; rows_value(r->x.rows, i, item, &v); item++) {
		if (people_left_out(&r->x, c, &v))
			continue;
		struct slice text = value_text_of(r, c, &v);
		if (out->len && text.n)
			str_add(out, "; ");
		str_addn(out, text.s, text.n);
	}
}

bool
shared_rows_next(struct shared_rows *r)
{
	while (rows_next(r->x.rows)) {
		if (row_is_private(r)) {
			r->left->records++;
			continue;
		}
		for (size_t i = 0; i < r->x.count; i++)
			cell_read(r, i);
		return true;
	}
	return false;
}

int64_t
shared_rows_id(const struct shared_rows *r)
{
	return rows_id(r->x.rows);
}

const char *
shared_rows_text(struct shared_rows *r, size_t i)
{
	return str_text(&r->texts[i]);
}

const struct field *
shared_rows_field(const struct shared_rows *r, size_t i)
{
	return r->x.columns[i].field;
}

bool
shared_rows_close(struct shared_rows *r, struct error *e)
{
	bool ok = !r->x.rows || rows_close(r->x.rows, e);

	r->left->names += r->report.omitted_names;
	for (size_t i = 0; r->texts && i < r->x.count; i++)
		str_free(&r->texts[i]);
	export_values_free(&r->x);
	people_free(&r->x);
	filter_free(r->filter);
	free(r->texts);
	free(r->x.query);
	free(r->x.columns);
	str_free(&r->x.bytes);
	str_free(&r->x.one);
	str_free(&r->x.joined);
	arena_free(&r->x.mem);
	free(r);
	return ok;
}
