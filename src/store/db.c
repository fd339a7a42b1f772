#include "config.h"

#include "store/db.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"

enum {
	CACHE_MAX = 96,
	PAGES_KIB = 8000,
	PAGES_LARGE_KIB = 48 * 1024
};

/* A statement in use, or waiting in the cache. */
struct stmt {
	struct db *db;
	sqlite3_stmt *h;
	char *sql;
	const char *given;	/* where that text stood: most are literals */
	int code;		/* of the last step: SQLITE_OK, ROW, DONE or an error */
	bool busy;		/* handed out */
	uint64_t used;		/* for throwing out the one longest unused */
};

struct db {
	sqlite3 *h;
	char *name;
	struct stmt *cache[CACHE_MAX];
	int count;
	int loose;		/* statements in use beyond the cache */
	uint64_t tick;
};

struct db *
db_new(sqlite3 *handle, const char *name)
{
	struct db *db = xmalloc(sizeof *db);

	db->h = handle;
	db->name = xstrdup(name);
	return db;
}

static void
stmt_destroy(struct stmt *st)
{
	sqlite3_finalize(st->h);
	free(st->sql);
	free(st);
}

bool
db_free(struct db *db)
{
	if (!db)
		return true;
	if (db->loose)
		die("a statement was left open");
	for (int i = 0; i < db->count; i++) {
		if (db->cache[i]->busy)
			die("a statement was left open: %s", db->cache[i]->sql);
		stmt_destroy(db->cache[i]);
	}
	bool ok = sqlite3_close(db->h) == SQLITE_OK;
	free(db->name);
	free(db);
	return ok;
}

sqlite3 *
db_handle(struct db *db)
{
	return db->h;
}

void
db_cache(struct db *db, bool large)
{
	db_exec(db, NULL, "PRAGMA cache_size=-%d", large ? PAGES_LARGE_KIB : PAGES_KIB);
}

/* What each result code means to a person, and what to do. */
static const struct {
	int code;		/* extended codes first */
	enum status status;
	const char *sentence;	/* N_(), %s is the file */
} db_errors[] = {
	{ SQLITE_READONLY_DBMOVED, STATUS_IO,
	    N_("%s was moved, replaced or deleted while it was open: nothing was saved. Open it again from where it is now.") },
	{ SQLITE_READONLY_DIRECTORY, STATUS_NOPERM,
	    N_("The folder of %s does not let you write: nothing was saved. Copy the file to a folder of your own.") },
	{ SQLITE_FULL, STATUS_IO,
	    N_("The disk with %s is full: nothing was saved. Free some space, or save a copy elsewhere with: alianza backup FILE") },
	{ SQLITE_IOERR, STATUS_IO,
	    N_("%s cannot be read or written (the medium may be broken or gone): nothing was saved. Keep the program open and put the medium back.") },
	{ SQLITE_BUSY, STATUS_BUSY,
	    N_("Another program is writing to %s: nothing was saved. Try again in a moment.") },
	{ SQLITE_LOCKED, STATUS_BUSY,
	    N_("Another program is writing to %s: nothing was saved. Try again in a moment.") },
	{ SQLITE_READONLY, STATUS_NOPERM,
	    N_("%s can only be read: nothing was saved. Copy it to a folder of your own to change it.") },
	{ SQLITE_PERM, STATUS_NOPERM,
	    N_("You have no permission to use %s.") },
	{ SQLITE_AUTH, STATUS_NOPERM,
	    N_("You have no permission to use %s.") },
	{ SQLITE_CANTOPEN, STATUS_NOINPUT,
	    N_("%s, or the folder it is in, cannot be opened.") },
	{ SQLITE_CORRUPT, STATUS_DATA,
	    N_("%s is damaged: run \"alianza check\" on it, or go back to a backup.") },
	{ SQLITE_NOTADB, STATUS_DATA,
	    N_("%s is not an alianza file.") },
	{ SQLITE_TOOBIG, STATUS_DATA,
	    N_("A text is too long for %s (16 million bytes are the limit): nothing was saved.") },
	{ SQLITE_INTERRUPT, STATUS_INTERRUPTED,
	    N_("The work on %s was stopped: nothing was saved.") },
	{ SQLITE_NOMEM, STATUS_IO,
	    N_("There is not enough memory for %s: nothing was saved.") },
};

bool
db_error(struct db *db, int code, struct error *e)
{
	for (int mask = -1;; mask = 0xff) {
		for (size_t i = 0; i < sizeof db_errors / sizeof *db_errors; i++)
			if (db_errors[i].code == (code & mask))
				return set_error(e, db_errors[i].status,
				    _(db_errors[i].sentence), db->name);
		if (mask != -1)
			break;
	}
	return set_error(e, STATUS_DATA, _("%s cannot be used as it is: %s."), db->name,
	    sqlite3_errmsg(db->h));
}

static struct stmt *
stmt_cached(struct db *db, const char *sql)
{
	for (int i = 0; i < db->count; i++)
		if (db->cache[i]->given == sql && !db->cache[i]->busy
		    && !strcmp(db->cache[i]->sql, sql))
			return db->cache[i];
	for (int i = 0; i < db->count; i++)
		if (!db->cache[i]->busy && !strcmp(db->cache[i]->sql, sql)) {
			db->cache[i]->given = sql;
			return db->cache[i];
		}
	return NULL;
}

/* Puts a new statement into the cache, in the place of the one that waited
 * longest when it is full; false when all are in use. */
static bool
cache_put(struct db *db, struct stmt *st)
{
	int oldest = -1;

	if (db->count < CACHE_MAX) {
		db->cache[db->count++] = st;
		return true;
	}
	for (int i = 0; i < db->count; i++)
		if (!db->cache[i]->busy
		    && (oldest < 0 || db->cache[i]->used < db->cache[oldest]->used))
			oldest = i;
	if (oldest < 0)
		return false;
	stmt_destroy(db->cache[oldest]);
	db->cache[oldest] = st;
	return true;
}

struct stmt *
stmt_new(struct db *db, const char *sql, struct error *e)
{
	struct stmt *st = stmt_cached(db, sql);

	if (!st) {
		sqlite3_stmt *h;
		int code = sqlite3_prepare_v3(db->h, sql, -1, SQLITE_PREPARE_PERSISTENT,
		    &h, NULL);
		if (code != SQLITE_OK) {
			db_error(db, code, e);
			return NULL;
		}
		st = xmalloc(sizeof *st);
		*st = (struct stmt){ .db = db, .h = h, .sql = xstrdup(sql), .given = sql };
		if (!cache_put(db, st))
			db->loose++, st->used = UINT64_MAX;
	}
	st->busy = true;
	st->code = SQLITE_OK;
	if (st->used != UINT64_MAX)
		st->used = ++db->tick;
	return st;
}

static struct stmt *
stmt_newv(struct db *db, struct error *e, const char *fmt, va_list ap)
{
	struct str sql = { 0 };

	str_addv(&sql, fmt, ap);
	struct stmt *st = stmt_new(db, str_text(&sql), e);
	str_free(&sql);
	return st;
}

struct stmt *
stmt_newf(struct db *db, struct error *e, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	struct stmt *st = stmt_newv(db, e, fmt, ap);
	va_end(ap);
	return st;
}

/* Remembers the first failure. */
static void
stmt_note(struct stmt *st, int code)
{
	if (code != SQLITE_OK && (st->code == SQLITE_OK || st->code == SQLITE_ROW
	    || st->code == SQLITE_DONE))
		st->code = code;
}

void
stmt_int(struct stmt *st, int n, int64_t v)
{
	stmt_note(st, sqlite3_bind_int64(st->h, n, v));
}

void
stmt_text(struct stmt *st, int n, const char *s, size_t len)
{
	stmt_note(st, sqlite3_bind_text64(st->h, n, s ? s : "", len, SQLITE_STATIC,
	    SQLITE_UTF8));
}

void
stmt_cstr(struct stmt *st, int n, const char *s)
{
	if (s)
		stmt_text(st, n, s, strlen(s));
	else
		stmt_null(st, n);
}

void
stmt_null(struct stmt *st, int n)
{
	stmt_note(st, sqlite3_bind_null(st->h, n));
}

void
stmt_clear(struct stmt *st)
{
	sqlite3_clear_bindings(st->h);
}

void
stmt_value(struct stmt *st, int n, const struct value *v)
{
	switch (v->kind) {
	case VALUE_NULL:
		stmt_null(st, n);
		break;
	case VALUE_INT:
		stmt_int(st, n, v->i);
		break;
	case VALUE_TEXT:
		stmt_text(st, n, v->s, v->n);
		break;
	}
}

bool
stmt_row(struct stmt *st)
{
	if (st->code != SQLITE_OK && st->code != SQLITE_ROW)
		return false;
	st->code = sqlite3_step(st->h);
	return st->code == SQLITE_ROW;
}

bool
stmt_run(struct stmt *st)
{
	if (st->code != SQLITE_OK)
		return false;
	int code = sqlite3_step(st->h);
	if (code == SQLITE_DONE || code == SQLITE_ROW)
		code = sqlite3_reset(st->h);
	st->code = code;
	return code == SQLITE_OK;
}

void
stmt_reset(struct stmt *st)
{
	bool failed = st->code != SQLITE_OK && st->code != SQLITE_ROW
	    && st->code != SQLITE_DONE;

	sqlite3_reset(st->h);
	if (!failed)
		st->code = SQLITE_OK;
}

int64_t
stmt_col_int(struct stmt *st, int n)
{
	return sqlite3_column_int64(st->h, n);
}

const char *
stmt_col(struct stmt *st, int n)
{
	const char *s = (const char *)sqlite3_column_text(st->h, n);

	return s ? s : "";
}

size_t
stmt_col_len(struct stmt *st, int n)
{
	return (size_t)sqlite3_column_bytes(st->h, n);
}

bool
stmt_col_null(struct stmt *st, int n)
{
	return sqlite3_column_type(st->h, n) == SQLITE_NULL;
}

void
stmt_col_value(struct stmt *st, int n, struct value *v)
{
	sqlite3_value *c = sqlite3_column_value(st->h, n);

	*v = value_null;
	switch (sqlite3_value_type(c)) {
	case SQLITE_NULL:
		break;
	case SQLITE_INTEGER:
		*v = value_int(sqlite3_value_int64(c));
		break;
	default:
		v->s = (const char *)sqlite3_value_text(c);
		v->n = (size_t)sqlite3_value_bytes(c);
		v->kind = VALUE_TEXT;
	}
}

bool
stmt_end(struct stmt *st, struct error *e)
{
	bool ok = st->code == SQLITE_OK || st->code == SQLITE_ROW || st->code == SQLITE_DONE;

	if (!ok)
		db_error(st->db, st->code, e);
	sqlite3_reset(st->h);
	sqlite3_clear_bindings(st->h);
	st->busy = false;
	if (st->used == UINT64_MAX) {
		st->db->loose--;
		stmt_destroy(st);
	}
	return ok;
}

bool
db_exec(struct db *db, struct error *e, const char *fmt, ...)
{
	struct str sql = { 0 };
	va_list ap;

	va_start(ap, fmt);
	str_addv(&sql, fmt, ap);
	va_end(ap);
	int code = sqlite3_exec(db->h, str_text(&sql), NULL, NULL, NULL);
	str_free(&sql);
	return code == SQLITE_OK || db_error(db, sqlite3_extended_errcode(db->h), e);
}

bool
db_int(struct db *db, int64_t *out, struct error *e, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	struct stmt *st = stmt_newv(db, e, fmt, ap);
	va_end(ap);
	if (!st)
		return false;
	if (stmt_row(st))
		*out = stmt_col_int(st, 0);
	return stmt_end(st, e);
}
