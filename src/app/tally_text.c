#include "config.h"

#include "app/tally_text.h"

#include <stdlib.h>

#include "app/table.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "store/tally_grid.h"

enum { GAP = 2, NAME_MOST = 40, NUMBER_MOST = 14, DEFAULT_COLUMNS = 80 };

/* --- TSV --- */

static void
tsv_write(const struct tally_grid *g, struct str *out)
{
	struct str cell = { 0 };

	for (int row = -1; row < tally_grid_rows(g); row++) {
		for (int i = 0; i < tally_grid_columns(g); i++) {
			str_cut(&cell, 0);
			tally_grid_cell(g, row, i, &cell);
			str_add(out, i ? "\t" : "");
			table_tsv_add(out, str_text(&cell), cell.len);
		}
		str_addc(out, '\n');
	}
	str_free(&cell);
}

/* --- For people --- */

static int
column_width(const struct tally_grid *g, int column)
{
	struct str cell = { 0 };
	int most = column ? NUMBER_MOST : NAME_MOST, width = 1;

	for (int row = -1; row < tally_grid_rows(g); row++) {
		str_cut(&cell, 0);
		tally_grid_cell(g, row, column, &cell);
		int cols = utf8_columns(str_text(&cell), cell.len);
		width = cols > width ? cols : width;
	}
	str_free(&cell);
	return width < most ? width : most;
}

/* Columns with a width; those in the middle of a table that is too wide get none. */
static int
widths_fit(const struct tally_grid *g, int total, int *width)
{
	int count = tally_grid_columns(g), out = 0, sum = 0;

	for (int i = 0; i < count; i++) {
		width[i] = column_width(g, i);
		sum += width[i] + (i ? GAP : 0);
	}
	for (int i = count - 2; i > 0 && sum > total; i--, out++) {
		sum -= width[i] + GAP;
		width[i] = 0;
	}
	return out;
}

static void
people_write(const struct app *app, const struct tally_grid *g, const int *width,
    struct str *out)
{
	struct str cell = { 0 };

	for (int row = -1; row < tally_grid_rows(g); row++) {
		for (int i = 0; i < tally_grid_columns(g); i++) {
			if (!width[i])
				continue;
			str_cut(&cell, 0);
			tally_grid_cell(g, row, i, &cell);
			str_add(out, i ? "  " : "");
			utf8_fit(out, str_text(&cell), cell.len, width[i], i > 0,
			    app->out.plain ? SHOW_ASCII : 0);
		}
		str_addc(out, '\n');
	}
	str_free(&cell);
}

bool
tally_text_write(struct app *app, const struct tally *t, struct error *e)
{
	struct tally_grid g = { t, app->out.terminal, TALLY_COUNTS };
	int *width = xmalloc((size_t)tally_grid_columns(&g) * sizeof *width), left = 0;
	struct str out = { 0 };

	if (app->out.terminal) {
		left = widths_fit(&g, app->out.columns ? app->out.columns : DEFAULT_COLUMNS, width);
		people_write(app, &g, width, &out);
	} else {
		tsv_write(&g, &out);
	}
	bool ok = app_answer(app, out.s, out.len, e);
	if (ok && left)
		app_say(app, ngettext("%d column has no room here; in a file it has.",
		    "%d columns have no room here; in a file they have.", (unsigned long)left), left);
	str_free(&out);
	free(width);
	return ok;
}
