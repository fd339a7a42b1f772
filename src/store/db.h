/* One SQLite connection and its statements: the only file beside open.c,
 * check.c and backup.c that calls SQLite. Private to src/store.
 *
 * A failed step is remembered in the statement, so that there is one place to
 * look, as with ferror(): loop `while (stmt_row(st))`, then return
 * stmt_end(st, e). Values are bound, never pasted; names in SQL come only from
 * the dictionary. */
#ifndef ALIANZA_STORE_DB_H
#define ALIANZA_STORE_DB_H

#include <sqlite3.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"
#include "store/value.h"

struct stmt;
struct db;

/* Takes over an open handle (db_free closes it). name is what messages call the
 * file. */
struct db *db_new(sqlite3 *handle, const char *name);
bool db_free(struct db *db);	/* dies when a statement was left open: a leak */
sqlite3 *db_handle(struct db *db);
/* How much of the file stays in memory: 8 MB, or up to 48 MB. */
void db_cache(struct db *db, bool large);

/* A statement, from a cache keyed by its text. NULL and an error if the SQL
 * cannot be prepared. One text can be in use several times at once. */
struct stmt *stmt_new(struct db *db, const char *sql, struct error *e);
struct stmt *stmt_newf(struct db *db, struct error *e, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* Parameters count from 1. Texts must stay valid until stmt_end or the next
 * stmt_reset. */
void stmt_int(struct stmt *st, int n, int64_t v);
void stmt_text(struct stmt *st, int n, const char *s, size_t len);
void stmt_cstr(struct stmt *st, int n, const char *s);	/* NULL binds NULL */
void stmt_null(struct stmt *st, int n);
void stmt_clear(struct stmt *st);	/* every parameter NULL again */
void stmt_value(struct stmt *st, int n, const struct value *v);

bool stmt_row(struct stmt *st);		/* true: there is a row; false: end or error */
bool stmt_run(struct stmt *st);		/* one step without rows, then reset; for loops */
void stmt_reset(struct stmt *st);	/* to bind and step again */
/* Columns count from 0; texts are valid until the next step. */
int64_t stmt_col_int(struct stmt *st, int n);
const char *stmt_col(struct stmt *st, int n);	/* "" for NULL */
size_t stmt_col_len(struct stmt *st, int n);
bool stmt_col_null(struct stmt *st, int n);
void stmt_col_value(struct stmt *st, int n, struct value *v);	/* borrowed text */
bool stmt_end(struct stmt *st, struct error *e);	/* false if any step failed */

/* Conveniences for a single value or no value; printf-like SQL with %d, %lld and
 * %s for names of the dictionary only. */
bool db_exec(struct db *db, struct error *e, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
bool db_int(struct db *db, int64_t *out, struct error *e, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));	/* no row: *out stays */

/* Turns the connection's last error into a sentence and status: one for each of
 * full disk, I/O, busy, read-only, moved, damaged, no memory, interrupted. */
bool db_error(struct db *db, int code, struct error *e);

#endif
