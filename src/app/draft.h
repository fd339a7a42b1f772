/* What is being typed, on disk within a second, so that no crash and no empty battery
 * takes it away. One file per field in a folder of this person (0600), each put in place
 * whole; a program that runs holds a lock, so what is there without one was left behind
 * and is offered at the next start. */
#ifndef ALIANZA_APP_DRAFT_H
#define ALIANZA_APP_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/app.h"

struct draft {
	const char *pane;	/* its name */
	int64_t record;		/* 0: one that is not there yet */
	const char *field;	/* its name */
	const char *text;	/* what stands in the field, NUL-terminated */
	size_t length, cursor;	/* bytes; of the text, before the cursor */
	int64_t time;		/* when it was typed, ms since 1970 */
};

struct drafts;

/* The folder for drafts: in the state folder, or beside the file where the computer is
 * not the person's own. Made when missing; the caller frees. */
char *drafts_dir(struct app *app, struct error *e);
/* Takes over what was left behind for this file (its path). NULL and a sentence when
 * the folder cannot be used: then nothing typed is safe before it is saved. */
struct drafts *drafts_open(const char *dir, const char *file, struct error *e);
/* Writes what waits. What was not dropped stays for the next start. NULL is fine. */
void drafts_close(struct drafts *d);

/* What stands in a field now; copied. now: ms of any clock that runs. */
void draft_put(struct drafts *d, const struct draft *draft, int64_t now);
/* It is saved, or given up by the person. field NULL: all of the record. */
void draft_drop(struct drafts *d, const char *pane, int64_t record, const char *field);
/* The loop calls it at least twice a second while somebody types: writes what has
 * waited for a part of a second. False and a sentence when that failed; it is tried
 * again some seconds later. */
bool draft_tick(struct drafts *d, int64_t now, struct error *e);
bool draft_waits(const struct drafts *d);	/* is something not on disk yet? */

/* What was left behind, newest first; borrowed until the next call that changes. */
size_t draft_found_count(const struct drafts *d);
const struct draft *draft_found(const struct drafts *d, size_t i);
/* The person goes on with it: from here on it is as if put by draft_put. */
void draft_accept(struct drafts *d, size_t i);
void draft_discard(struct drafts *d, size_t i);	/* the person does not want it */

#endif
