/* Signals: facts of the file that a coordinator would want to be told of, each found by
 * one statement. How pressing a fact is and how it is said is not known here
 * (app/care.c). Days are counted from today; nothing is written. */
#ifndef ALIANZA_STORE_SIGNAL_H
#define ALIANZA_STORE_SIGNAL_H

#include "store/store.h"

/* What is found; which of the numbers a signal has stands beside it in signal.c. */
struct signal_row {
	int64_t id;		/* the record it is about */
	bool counted;		/* are the days known? */
	int64_t days;		/* since it was due, or silent; below 0: still to come */
	int64_t first, second;	/* two more numbers, 0 where there are none */
	const char *text;	/* borrowed for the call; "" */
};

/* Calls f for each row; false from it ends the walk. Records in the trash are left out.
 * The name is one of the table in signal.c. */
bool signal_each(struct store *s, const char *name,
    bool (*f)(void *ctx, const struct signal_row *row), void *ctx, struct error *e);

#endif
