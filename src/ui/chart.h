/* Values over time drawn in characters: a column for each value, the target as a level
 * line, the pace as the way from the baseline to the target. Pure: it knows neither the
 * file nor the terminal. */
#ifndef ALIANZA_UI_CHART_H
#define ALIANZA_UI_CHART_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct chart_point {
	long day;		/* days from 1970 */
	double value;
};

struct chart {
	const struct chart_point *points;	/* by day */
	size_t count;
	bool has_target;
	double target, baseline;
	long begin, end;	/* days that the pace runs from and to; equal: there is none */
};

/* Appends `rows` lines of a drawing, an axis with its first and last day, and a legend,
 * each of at most cols columns and ended by '\n'. Nothing when there is no value, or no
 * room: at least CHART_COLS columns and CHART_ROWS rows. ascii: no sign beyond ASCII. */
enum { CHART_COLS = 34, CHART_ROWS = 2 };
void chart_lines(const struct chart *c, int cols, int rows, bool ascii, struct str *out);

#endif
