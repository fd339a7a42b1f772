/* Undo and redo over restarts (log-format.md 3): everything is read backwards
 * from the steps of the log; nothing else is stored. */
#ifndef ALIANZA_STORE_UNDO_H
#define ALIANZA_STORE_UNDO_H

#include "store/store.h"

struct undo_report {
	int64_t step;		/* the step taken back or done again */
	int64_t action;		/* the new action, 0 if nothing had to change */
	char who[64];		/* whose it was, "" if nobody's name is known */
	bool other;		/* another person's than ours */
	int64_t time;		/* when it was, ms since 1970 */
	int64_t cells;		/* cells changed back */
	int64_t records;	/* records put in the trash */
	int64_t kept;		/* cells left because they changed since */
	struct str sentence;	/* what was taken back, in words; freed by the caller */
	struct str left;	/* one line for each cell left, at most 20 */
};

/* Takes back the newest step of this file, or step `action`'s when nonzero (an
 * action id as the log shows its number). STATUS_NONE when there is nothing. */
bool undo(struct store *s, int64_t action, struct undo_report *r, struct error *e);
bool redo(struct store *s, struct undo_report *r, struct error *e);

#endif
