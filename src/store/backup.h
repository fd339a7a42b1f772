/* Copies of the file by SQLite's backup API: safe while it is open. */
#ifndef ALIANZA_STORE_BACKUP_H
#define ALIANZA_STORE_BACKUP_H

#include "store/store.h"

/* A whole copy at path (0600, made beside it and renamed, fsynced, read back);
 * STATUS_EXISTS when there is one. */
bool backup_to(struct store *s, const char *path, struct error *e);

/* A backup in dir, named "NAME - 2026-11-21T10:15:00 REASON.db", and thinning:
 * all of the last two days, one a day for a month, one a month after. path gets
 * the name (may be NULL). */
bool backup_keep(struct store *s, const char *dir, const char *reason, struct str *path,
    struct error *e);
/* The newest backup's time in dir for this file, 0 when there is none. */
int64_t backup_newest(struct store *s, const char *dir);

/* Backups of this file in dir, newest first. */
struct backup_entry {
	const char *path, *reason;
	int64_t time;		/* ms since 1970 */
	int64_t size;		/* bytes */
};
bool backup_each(struct store *s, const char *dir,
    bool (*f)(void *ctx, const struct backup_entry *b), void *ctx, struct error *e);

#endif
