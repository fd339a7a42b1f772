#include "config.h"

#include "io/page_fit.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

/* A cell that is narrower says too little: of a name and of a sentence some words are to
 * be seen. */
enum { LEAST = 12, LEAST_NAME = 20, LEAST_SENTENCE = 16, SENTENCE = 30 };

/* What each column would take. */
static void
wide_as_is(const struct page_part *table, int *wide)
{
	for (size_t c = 0; c < table->column_count; c++) {
		const char *heading = table->columns[c].heading;
		wide[c] = table->filled[c] ? utf8_columns(heading, strlen(heading)) : 0;
	}
	for (size_t i = 0; i < table->cell_count; i++) {
		size_t c = i % table->column_count;
		int w = utf8_columns(table->cells[i], strlen(table->cells[i]));
		if (w > wide[c])
			wide[c] = w;
	}
}

static int
width_of_row(const int *wide, size_t count)
{
	int all = -PAGE_GAP;

	for (size_t c = 0; c < count; c++)
		all += wide[c] ? wide[c] + PAGE_GAP : 0;
	return all;
}

/* A row begins with its name, or with a code and then the name. */
static int
least(size_t column, const int *as_is)
{
	if (column == (as_is[0] < LEAST))
		return LEAST_NAME;
	return as_is[column] > SENTENCE ? LEAST_SENTENCE : LEAST;
}

/* The widest column that may give way; count: there is none. */
static size_t
widest(const int *wide, const int *as_is, size_t count)
{
	size_t found = count;

	for (size_t c = 0; c < count; c++)
		if (wide[c] > least(c, as_is)
		    && (found == count || wide[c] > wide[found]))
			found = c;
	return found;
}

void
page_fit(const struct page_part *table, int columns, int *wide)
{
	size_t count = table->column_count;
	int *as_is = xmalloc((count + 1) * sizeof *as_is);
	bool fits = false;

	wide_as_is(table, as_is);
	for (; !fits && count > 0; count--) {
		size_t c = 0;
		memcpy(wide, as_is, count * sizeof *wide);
		while (width_of_row(wide, count) > columns && (c = widest(wide, as_is, count)) < count)
			wide[c]--;
		fits = c < count;
		if (!fits)
			wide[count - 1] = 0;
	}
	if (!fits)
		wide[0] = columns;
	free(as_is);
}

bool
page_fit_spoils(const struct page_part *table, const int *wide)
{
	size_t shown = 0, filled = 0;

	for (size_t c = 0; c < table->column_count; c++) {
		shown += wide[c] > 0;
		filled += table->filled[c];
	}
	return shown * 2 < filled;
}
