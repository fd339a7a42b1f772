/* Reading a small table that ships with the program (data/starter). */
#ifndef ALIANZA_APP_SHIPPED_TABLE_H
#define ALIANZA_APP_SHIPPED_TABLE_H

#include "base/arena.h"
#include "base/error.h"

enum { SHIPPED_COLUMNS = 12 };	/* at most; what is beyond is not read */

struct shipped_table {
	const char *header[SHIPPED_COLUMNS];
	size_t columns;			/* of the header, then of the row read last */
	struct csv_reader *reader;
	struct arena mem;
};

/* Opens data/FILE and reads its header. STATUS_NOINPUT, and nothing to close, when it is
 * not where it was installed. */
bool shipped_open(struct shipped_table *t, const char *file, struct error *e);
/* 1 and the cells of the next row ("" where it has none), 0 at the end, -1 and an error.
 * The texts live until the table is closed. */
int shipped_next(struct shipped_table *t, const char *cells[SHIPPED_COLUMNS],
    struct error *e);
void shipped_close(struct shipped_table *t);

#endif
