/* Which columns of a list fit into a width, and how wide each is. */
#ifndef ALIANZA_UI_FIT_H
#define ALIANZA_UI_FIT_H

#include <stdbool.h>
#include <stddef.h>

#include "store/query.h"

enum { FIT_MAX = 32 };

struct fit {
	size_t count;		/* columns shown */
	size_t at[FIT_MAX];	/* which */
	int width[FIT_MAX];
	int wish[FIT_MAX];	/* how wide each would like to be */
	int gutter, gap;	/* blanks in front and between */
	int used;		/* columns of the terminal, all together */
	size_t lead;		/* the column that is read first of all */
	size_t first;		/* how many after the first are passed over */
	bool cut;		/* some at the right have no room */
};

/* The first column is always shown; of the others those from `first` on, as many as
 * fit, narrowed where that keeps one more. needs: the widest cell known of each column;
 * NULL before any is, for the most columns that may fit. screen: width of the
 * whole screen, which decides about gaps. */
struct fit fit_columns(const struct column *columns, const int *needs, size_t count,
    size_t first, int cols, int screen);

#endif
