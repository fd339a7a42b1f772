/* Proves the file against its log and names each damage in words
 * (log-format.md 3, "check"; R8). */
#ifndef ALIANZA_STORE_CHECK_H
#define ALIANZA_STORE_CHECK_H

#include "store/store.h"

struct damage {
	const char *sentence;	/* translated: what, where, what can be done */
	int64_t record;		/* 0: none in particular */
	bool mended;		/* check --mend put it right */
	bool mendable;		/* --mend would */
};

/* Only SQLite's quick_check, to its first fault: before the first write to a file
 * that came from elsewhere. STATUS_DATA and a sentence when it is damaged. */
bool check_quick(struct store *s, struct error *e);

/* Runs every proof: SQLite's integrity_check and foreign_key_check, schema, every
 * sum, creation row <-> record, parents, birth values, clocks, column = winner,
 * fold columns, references, tombstones. f is called for each damage. mend: puts
 * right what the log has (the caller makes a backup first). *count gets the
 * number of damages left. Can be stopped: stop (may be NULL) returns true. */
bool check_run(struct store *s, bool mend, bool (*f)(void *ctx, const struct damage *d),
    bool (*stop)(void *ctx), void *ctx, int64_t *count, struct error *e);

#endif
