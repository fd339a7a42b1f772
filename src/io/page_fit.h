/* How wide the columns of a table are on a screen. */
#ifndef ALIANZA_IO_PAGE_FIT_H
#define ALIANZA_IO_PAGE_FIT_H

#include "io/page_part.h"

enum { PAGE_GAP = 2 };		/* columns of the screen between those of a table */

/* Fills wide[] for a row of at most `columns`: 0 for a column that is empty in every row
 * or has no room. The widest ones give way first, and where all are narrow already, the
 * last one goes: what stands in front says what the row is. */
void page_fit(const struct page_part *table, int columns, int *wide);
/* Does so little of it have room that it is no table any more? */
bool page_fit_spoils(const struct page_part *table, const int *wide);

#endif
