#include "config.h"

#include "store/tally_grid.h"

#include "base/i18n.h"

/* Columns of a frequency. */
enum { NAMES, COUNT, PERCENT, FREQUENCY_COLUMNS };

static bool
is_cross(const struct tally_grid *g)
{
	return g->tally->side_count > 1;
}

static int
groups(const struct tally_grid *g, int side)
{
	return (int)g->tally->sides[side].count;
}

int
tally_grid_rows(const struct tally_grid *g)
{
	return groups(g, 0) + g->labels;
}

int
tally_grid_columns(const struct tally_grid *g)
{
	return is_cross(g) ? groups(g, 1) + 2 : FREQUENCY_COLUMNS;
}

void
tally_grid_groups(const struct tally_grid *g, int row, int column, int *down,
    int *across)
{
	*down = row < groups(g, 0) ? row : TALLY_ALL;
	*across = is_cross(g) && column > 0 && column <= groups(g, 1) ? column - 1 : TALLY_ALL;
}

/* --- Numbers --- */

void
tally_percent(int64_t part, int64_t whole, struct str *out)
{
	int64_t percent = whole ? (part * 200 + whole) / (whole * 2) : 0;

	if (!whole)
		return;
	if (part && !percent)
		str_add(out, "<1%");
	else
		str_addf(out, "%lld%%", (long long)percent);
}

/* For programs: one digit behind the point. */
static void
percent_plain(int64_t part, int64_t whole, struct str *out)
{
	int64_t tenths = whole ? (part * 2000 + whole) / (whole * 2) : 0;

	if (whole)
		str_addf(out, "%lld.%lld", (long long)(tenths / 10), (long long)(tenths % 10));
}

static void
percent_add(const struct tally_grid *g, int64_t part, int64_t whole, struct str *out)
{
	if (g->labels)
		tally_percent(part, whole, out);
	else
		percent_plain(part, whole, out);
}

static void
number_add(const struct tally_grid *g, int down, int across, struct str *out)
{
	const struct tally *t = g->tally;
	int64_t n = tally_cell(t, down, across);

	switch (g->show) {
	case TALLY_OF_ALL:
		percent_add(g, n, t->records, out);
		break;
	case TALLY_OF_ROW:
		percent_add(g, n, tally_cell(t, down, TALLY_ALL), out);
		break;
	case TALLY_OF_COLUMN:
		percent_add(g, n, tally_cell(t, TALLY_ALL, across), out);
		break;
	default:
		str_addf(out, "%lld", (long long)n);
	}
}

/* --- Cells --- */

static void
heading_add(const struct tally_grid *g, int column, struct str *out)
{
	const struct tally *t = g->tally;
	bool last = column == tally_grid_columns(g) - 1;

	if (column == NAMES && g->labels)
		tally_by_label(&t->sides[0].by, out);
	else if (column == NAMES)
		str_add(out, t->sides[0].by.name);
	else if (is_cross(g) && last)
		str_add(out, g->labels ? _("Total") : "total");
	else if (is_cross(g))
		str_add(out, g->labels ? t->sides[1].groups[column - 1].label
		    : t->sides[1].groups[column - 1].code);
	else if (column == COUNT)
		str_add(out, g->labels ? _("Number") : "count");
	else
		str_add(out, g->labels ? "%" : "percent");
}

void
tally_grid_cell(const struct tally_grid *g, int row, int column, struct str *out)
{
	const struct tally *t = g->tally;
	int down, across;

	if (row < 0) {
		heading_add(g, column, out);
		return;
	}
	tally_grid_groups(g, row, column, &down, &across);
	if (column == NAMES && down == TALLY_ALL)
		str_add(out, _("Total"));
	else if (column == NAMES)
		str_add(out, g->labels ? t->sides[0].groups[down].label
		    : t->sides[0].groups[down].code);
	else if (is_cross(g))
		number_add(g, down, across, out);
	else if (column == COUNT)
		str_addf(out, "%lld", (long long)tally_cell(t, down, TALLY_ALL));
	else
		percent_add(g, tally_cell(t, down, TALLY_ALL), t->records, out);
}
