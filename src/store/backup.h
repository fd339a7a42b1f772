/* Copies of the file by SQLite's backup API: safe while it is open. */
#ifndef ALIANZA_STORE_BACKUP_H
#define ALIANZA_STORE_BACKUP_H

#include "store/store.h"

/* A whole copy at path (0600, made beside it and renamed, fsynced, read back and
 * compared); STATUS_EXISTS when there is one. Not within an action. */
bool backup_to(struct store *s, const char *path, struct error *e);

/* A backup in dir, which is made (0700) if it is missing, and thinning: all of the
 * last two days stay, the newest of a day for a month, the newest of a month after.
 * The name is "NAME-2026-11-21T101500Z-REASON-TAG.db": UTC without colons, which
 * sticks do not take; what FAT or a shell dislikes in NAME is "_"; TAG tells
 * files of one name in several folders apart, so that only this file's own
 * backups are ever removed. reason: the name of a command. path gets the backup's
 * (may be NULL). Not within an action. */
bool backup_keep(struct store *s, const char *dir, const char *reason, struct str *path,
    struct error *e);
/* Time of the newest backup of this file (at this path) in dir, 0 when there is
 * none: ms since 1970. */
int64_t backup_newest(struct store *s, const char *dir);

/* Backups of files of this name in dir, newest first, also those made when the file
 * was in another folder. The texts are borrowed for the call; f returns false to
 * stop. */
struct backup_entry {
	const char *path, *reason;
	int64_t time;		/* ms since 1970 */
	int64_t size;		/* bytes */
};
bool backup_each(struct store *s, const char *dir,
    bool (*f)(void *ctx, const struct backup_entry *b), void *ctx, struct error *e);

#endif
