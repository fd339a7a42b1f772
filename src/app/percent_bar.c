#include "config.h"

#include "app/percent_bar.h"

#include "base/decimal.h"

enum { CELLS = 5, PARTS = 8, FULL = 100 };

/* Rounded; what is less than all never shows as all. */
static bool
whole_percent(const char *text, size_t n, long long *out)
{
	const struct decimal full = { FULL, 0 };
	struct decimal d, whole;

	if (!decimal_parse(text, n, &d)
	    || !decimal_div(d, (struct decimal){ 1, 0 }, 0, &whole))
		return false;
	*out = whole.units - (whole.units == FULL && decimal_compare(d, full) < 0);
	return true;
}

/* How much of the cell is filled, in parts. */
static const char *
cell_sign(long long filled, bool plain)
{
	static const char *const blocks[] = { "·", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█" };

	if (filled < 0)
		filled = 0;
	if (plain)
		return filled * 2 >= PARTS ? "#" : ".";
	return blocks[filled < PARTS ? filled : PARTS];
}

void
percent_bar(const char *percent, size_t n, bool plain, struct str *out)
{
	long long whole;

	if (!whole_percent(percent, n, &whole)) {
		str_addn(out, percent, n);
		return;
	}
	for (int i = 0; i < CELLS; i++)
		str_add(out, cell_sign(whole * CELLS * PARTS / FULL - i * PARTS, plain));
	str_addf(out, "%*lld%%", PERCENT_BAR - CELLS - 1, whole);
}
