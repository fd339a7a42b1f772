/* What reports are made of: rows, cells and words in the language of the report. */
#include "config.h"

#include <string.h>

#include "app/report.h"
#include "app/report_words.h"
#include "base/arena.h"

struct shared_rows *
report_rows(struct report_call *r, const struct shared_query *q, struct error *e)
{
	return report_rows_of(r, q, r->id, e);
}

struct shared_rows *
report_rows_of(struct report_call *r, const struct shared_query *q, int64_t id,
    struct error *e)
{
	return shared_rows_open(r->app->store, q, id, &r->left, e);
}

const char *
report_word(const struct report_call *r, const char *key)
{
	const char *word = report_word_find(key, r->language);

	if (!word)
		die("no word for %s in reports", key);
	return word;
}

const char *
report_term(struct report_call *r, const struct field *f, const char *code)
{
	struct value v = value_text(code, strlen(code));
	char list[64];
	struct str shown = { 0 };

	for (int i = 0; joined_word(f->list, i, list); i++) {
		const char *word = report_word_find(arena_printf(r->mem, "%s/%s", list, code),
		    r->language);
		if (word)
			return word;
	}
	value_show(r->app->store, f, &v, &shown);
	const char *label = arena_strdup(r->mem, str_text(&shown));
	str_free(&shown);
	return label;
}

/* "2014-11-21 09:00", with "UTC" where the file has it so. */
static const char *
moment_text(struct report_call *r, const char *text)
{
	size_t day = strcspn(text, "T"), n = strlen(text);
	bool utc = n && text[n - 1] == 'Z';

	if (day == n)
		return text;
	return arena_printf(r->mem, "%.*s %.*s%s", (int)day, text, (int)(n - day - 1 - utc),
	    text + day + 1, utc ? " UTC" : "");
}

const char *
report_cell(struct report_call *r, struct shared_rows *rows, size_t i)
{
	const struct field *f = shared_rows_field(rows, i);
	const char *text = shared_rows_text(rows, i);

	if (r->format == PAGE_CSV || !*text || strchr(text, ';'))
		return text;
	if (f->type->is_term)
		return report_term(r, f, text);
	if (f->type == &type_country && country_find(text))
		return report_country(country_find(text), r->language);
	if (f->type == &type_datetime)
		return moment_text(r, text);
	return text;
}

const char *
report_link(struct report_call *r, const char *address)
{
	return r->format == PAGE_WIKITEXT && *address ? arena_printf(r->mem, "[%s]", address)
	    : address;
}

void
report_about(struct report_call *r, const struct shared_rows *rows)
{
	page_leads(r->page, (struct page_lead){ .id = shared_rows_id(rows) });
}

void
report_title(struct report_call *r)
{
	struct str title = { 0 };

	record_title(r->app->store, record_entity(r->app->store, r->id), r->id, &title);
	page_heading(r->page, 1, str_text(&title));
	str_free(&title);
}

/* --- Tables --- */

enum { COLUMNS_MAX = 16 };

/* The columns that this format shows; returns how many. */
static size_t
columns_shown(const struct report_call *r, const struct report_column *all,
    const struct report_column **shown)
{
	size_t count = 0;

	for (; all->name && count < COLUMNS_MAX; all++)
		if (r->format == PAGE_CSV || !all->data)
			shown[count++] = all;
	return count;
}

/* "person|signed_name" are two columns of the query. */
static void
columns_joined(const struct report_column *const *shown, size_t count, struct str *out)
{
	for (size_t i = 0; i < count; i++) {
		if (out->len && shown[i]->column)
			str_addc(out, ',');
		for (const char *p = shown[i]->column; p && *p; p++)
			str_addc(out, *p == '|' ? ',' : *p);
	}
}

static void
row_add(struct report_call *r, struct shared_rows *rows,
    const struct report_column *const *shown, size_t count)
{
	report_about(r, rows);
	for (size_t i = 0, at = 0; i < count; i++) {
		if (!shown[i]->column) {
			page_cell(r->page, shown[i]->make
			    ? shown[i]->make(r, shared_rows_id(rows)) : "");
			continue;
		}
		bool link = shared_rows_field(rows, at)->type == &type_link;
		const char *cell = report_cell(r, rows, at++);
		for (const char *p = shown[i]->column; (p = strchr(p, '|')); p++, at++)
			cell = *cell ? cell : report_cell(r, rows, at);
		if (link && shown[i]->how == PAGE_RICH)
			cell = report_link(r, cell);
		page_cell(r->page, cell);
	}
}

void
report_table_begin(struct report_call *r, const struct report_column *columns)
{
	const struct report_column *shown[COLUMNS_MAX];
	struct page_column heads[COLUMNS_MAX];
	size_t count = columns_shown(r, columns, shown);

	for (size_t i = 0; i < count; i++)
		heads[i] = (struct page_column){ shown[i]->name, report_word(r, shown[i]->word),
		    shown[i]->how };
	page_table(r->page, heads, count);
}

bool
report_table_rows(struct report_call *r, const struct shared_query *q,
    const struct report_column *columns, struct error *e)
{
	const struct report_column *shown[COLUMNS_MAX];
	struct shared_query query = *q;
	struct str names = { 0 };
	size_t count = columns_shown(r, columns, shown);

	columns_joined(shown, count, &names);
	query.columns = str_text(&names);
	struct shared_rows *rows = report_rows(r, &query, e);
	while (rows && shared_rows_next(rows))
		row_add(r, rows, shown, count);
	str_free(&names);
	return rows && shared_rows_close(rows, e);
}

bool
report_table(struct report_call *r, const struct shared_query *q,
    const struct report_column *columns, struct error *e)
{
	report_table_begin(r, columns);
	return report_table_rows(r, q, columns, e);
}

bool
report_span(struct report_call *r, struct span usual, struct span *out, struct error *e)
{
	if (r->id)
		return span_of_period(r->app->store, r->id, r->mem, out, e);
	if (r->span)
		return span_read(r->app->store, r->span, r->mem, out, e);
	*out = usual;
	return true;
}
