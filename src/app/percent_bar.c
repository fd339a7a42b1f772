#include "config.h"

#include "app/percent_bar.h"

#include "base/decimal.h"

enum { CELLS = 5, PARTS = 8 };

/* Cut off as in the overview: what is not all of it never shows as all. */
static bool
whole_percent(const char *text, size_t n, long long *out)
{
	struct decimal d;

	if (!decimal_parse(text, n, &d))
		return false;
	for (; d.scale; d.scale--)
		d.units /= 10;
	*out = d.units;
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
		str_add(out, cell_sign(whole * CELLS * PARTS / 100 - i * PARTS, plain));
	str_addf(out, "%*lld%%", PERCENT_BAR - CELLS - 1, whole);
}
