/* What lies at a path, before SQLite touches it. Private to src/store. */
#ifndef ALIANZA_STORE_LOOK_H
#define ALIANZA_STORE_LOOK_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/str.h"

struct look {
	char *path, *folder;	/* resolved: no link in them; owned */
	const char *name;	/* last part of path */
	struct stat st;
	bool journal, wal;	/* NAME-journal, NAME-wal lie beside it, not empty */
};

/* An existing file: a link at the end is followed after a notice (a line added to
 * notices); everything but a regular file is refused, as are a file without content
 * and a journal that cannot be one. The caller frees l, filled or not. */
bool look_at(const char *typed, struct look *l, struct str *notices, struct error *e);
/* A file to be made: STATUS_EXISTS when anything is there, or when a journal of an
 * older file of that name would be taken for its own. */
bool look_free_place(const char *typed, struct look *l, struct error *e);
void look_clear(struct look *l);

/* NULL, or a translated format with one %s, the path: why it cannot be changed. */
const char *look_unwritable(const struct look *l);

/* The journal beside the file. One that names other files (a "super-journal") is
 * never ours, and SQLite would delete what it names. */
enum journal {
	JOURNAL_NONE,
	JOURNAL_DONE,		/* begins with zeros: of a save that ended */
	JOURNAL_OPEN,		/* of a save under way, or of an interrupted one */
	JOURNAL_REACHES_OUT
};
enum journal look_journal(const struct look *l);

/* The first 100 bytes (https://sqlite.org/fileformat.html 1.3). */
struct header {
	bool sqlite;		/* begins as it should */
	bool wal;		/* in write-ahead mode */
	int64_t page_size;	/* bytes; every file is a multiple of it */
	int64_t encoding;	/* 1: UTF-8 */
	int64_t user_version, application_id;
};
enum { HEADER_SIZE = 100 };
struct header header_parse(const unsigned char bytes[HEADER_SIZE]);

#endif
