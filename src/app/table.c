#include "config.h"

#include "app/table.h"

#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/utf8.h"

enum { FLUSH = 60000, DEFAULT_COLUMNS = 80, LEAST = 4 };

static bool
flush(struct app *app, struct str *out, size_t above, struct error *e)
{
	if (out->len <= above)
		return true;
	bool ok = app_answer(app, out->s, out->len, e);
	str_cut(out, 0);
	return ok;
}

/* --- TSV --- */

void
table_tsv_add(struct str *out, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		switch (s[i]) {
		case '\t':
			str_add(out, "\\t");
			break;
		case '\n':
			str_add(out, "\\n");
			break;
		case '\r':
			str_add(out, "\\r");
			break;
		case '\\':
			str_add(out, "\\\\");
			break;
		default:
			str_addc(out, s[i]);
		}
}

/* Codes as stored; references by title. */
static void
tsv_cell(struct app *app, struct rows *rows, const struct column *col, size_t index,
    struct str *text, struct str *out)
{
	struct value v;

	for (size_t i = 0; rows_value(rows, index, i, &v); i++) {
		if (i)
			str_add(out, "; ");
		str_cut(text, 0);
		if (col->field->type->is_ref)
			value_show(app->store, col->field, &v, text);
		else
			value_to_text(col->field, &v, text);
		table_tsv_add(out, str_text(text), text->len);
	}
}

static bool
tsv_write(struct app *app, const struct query *q, struct rows *rows, struct error *e)
{
	struct str out = { 0 }, text = { 0 };
	bool ok = true;

	for (size_t i = 0; i < q->column_count; i++)
		str_addf(&out, "%s%s", i ? "\t" : "", q->columns[i].name);
	str_addc(&out, '\n');
	while (ok && rows_next(rows)) {
		for (size_t i = 0; i < q->column_count; i++) {
			if (i)
				str_addc(&out, '\t');
			tsv_cell(app, rows, &q->columns[i], i, &text, &out);
		}
		str_addc(&out, '\n');
		ok = flush(app, &out, FLUSH, e);
	}
	ok = ok && flush(app, &out, 0, e);
	str_free(&out);
	str_free(&text);
	return ok;
}

/* --- For people --- */

/* Widths from the dictionary, shrunk from the right end, then evenly, until all
 * fit; a column that would be under LEAST is left out. Returns how many fit. */
static size_t
widths_fit(const struct query *q, int total, int *width)
{
	size_t n = q->column_count;
	int sum = 0;

	for (size_t i = 0; i < n; i++) {
		int label = utf8_columns(_(q->columns[i].field->label),
		    strlen(_(q->columns[i].field->label)));
		width[i] = q->columns[i].field->width > label ? q->columns[i].field->width : label;
		sum += width[i] + (i ? 2 : 0);
	}
	while (n > 1 && sum - (width[n - 1] + 2) >= total)
		sum -= width[--n] + 2;
	while (sum > total) {
		size_t widest = 0;
		for (size_t i = 1; i < n; i++)
			if (width[i] > width[widest])
				widest = i;
		if (width[widest] <= LEAST)
			break;
		width[widest]--;
		sum--;
	}
	return n;
}

static void
row_add(struct app *app, struct str *out, const struct str *cells, const struct query *q,
    const int *width, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i)
			str_add(out, "  ");
		utf8_fit(out, str_text(&cells[i]), cells[i].len, width[i],
		    q->columns[i].field->type->right, app->out.plain ? SHOW_ASCII : 0);
	}
	while (out->len && out->s[out->len - 1] == ' ')
		str_cut(out, out->len - 1);
	str_addc(out, '\n');
}

static bool
people_rows(struct app *app, const struct query *q, struct rows *rows, int64_t *count,
    struct error *e)
{
	int *width = xmalloc(q->column_count * sizeof *width);
	struct str *cells = xmalloc(q->column_count * sizeof *cells), out = { 0 };
	size_t n = widths_fit(q, app->out.columns ? app->out.columns : DEFAULT_COLUMNS, width);
	bool ok = true;

	for (size_t i = 0; i < n; i++)
		str_add(&cells[i], _(q->columns[i].field->label));
	row_add(app, &out, cells, q, width, n);
	while (ok && rows_next(rows)) {
		++*count;
		for (size_t i = 0; i < n; i++) {
			str_cut(&cells[i], 0);
			cell_shown(app, rows, &q->columns[i], i, &cells[i]);
		}
		row_add(app, &out, cells, q, width, n);
		ok = flush(app, &out, FLUSH, e);
	}
	ok = ok && flush(app, &out, 0, e);
	for (size_t i = 0; i < q->column_count; i++)
		str_free(&cells[i]);
	free(cells);
	free(width);
	str_free(&out);
	return ok;
}

/* "7 of 188 partners" */
static bool
people_total(struct app *app, const struct query *q, int64_t count, struct error *e)
{
	struct query all = *q;
	struct str line = { 0 };
	int64_t total;

	all.filter = NULL;
	all.limit = 0;
	if (!query_count(app->store, &all, &total, NULL, e))
		return false;
	str_addf(&line, _("%lld of %lld"), (long long)count, (long long)total);
	str_addc(&line, '\n');
	bool ok = app_answer(app, line.s, line.len, e);
	str_free(&line);
	return ok;
}

bool
table_write(struct app *app, const struct query *q, struct error *e)
{
	struct query shown = *q;
	int64_t count = 0;

	shown.depths = app->out.terminal && query_is_tree(q);
	struct rows *rows = rows_open(app->store, &shown, e);
	if (!rows)
		return false;
	bool ok = app->out.terminal ? people_rows(app, q, rows, &count, e)
	    : tsv_write(app, q, rows, e);
	if (!rows_close(rows, ok ? e : NULL) || !ok)
		return false;
	return !app->out.terminal || people_total(app, q, count, e);
}
