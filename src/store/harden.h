/* What a connection may do with a file that came by mail or on a stick. Private to
 * src/store. The rules are those of https://sqlite.org/security.html; beyond them
 * triggers and views are off, because trusted_schema and defensive mode do not stop
 * a trigger from deleting everything. */
#ifndef ALIANZA_STORE_HARDEN_H
#define ALIANZA_STORE_HARDEN_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

/* What may end long SQL (SQLITE_INTERRUPT); looked at every few milliseconds. */
struct watch {
	int64_t deadline;	/* by watch_clock(); 0: none */
	bool (*stop)(void *ctx);	/* NULL: nobody asks */
	void *ctx;
};
int64_t watch_clock(void);	/* ms, always forward */

/* Sets limits and switches that need no look at the file: call it before the
 * first read. w must outlive the connection. Returns an SQLite code. */
int harden(sqlite3 *h, struct watch *w);
/* The rest, which reads the schema: call it outside a transaction, once the
 * file is known to be ours. SQLITE_MISUSE when secure_delete cannot be had. */
int harden_writing(sqlite3 *h);

#endif
