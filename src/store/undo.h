/* Undo and redo over restarts (log-format.md 3): everything is read backwards
 * from the steps of the log; nothing else is stored. */
#ifndef ALIANZA_STORE_UNDO_H
#define ALIANZA_STORE_UNDO_H

#include "store/store.h"

struct undo_report {
	int64_t step;		/* the step taken back or done again */
	int64_t action;		/* the new action; 0: nothing of the number given could
				 * be taken back */
	char who[64];		/* whose it was, "" if nobody's name is known */
	bool other;		/* another person's than ours */
	int64_t time;		/* when it was, ms since 1970 */
	int64_t cells;		/* cells changed back */
	int64_t records;	/* records put in the trash */
	int64_t kept;		/* cells left because they changed since */
	struct str sentence;	/* what was taken back, in words; freed by the caller */
	struct str left;	/* one line for each cell left, at most 20 */
};

/* Takes back the newest step of this file that is not taken back, or the one with
 * this number (history_entry.number, or an action's id) when it is not 0. Cells that
 * were changed since stay; without a number the step counts as taken back even if
 * all of it stayed, so that the next undo goes on. STATUS_NONE when there is
 * nothing. */
bool undo(struct store *s, int64_t number, struct undo_report *r, struct error *e);
/* Does again what the newest undo took back; STATUS_NONE once something else was
 * done. */
bool redo(struct store *s, struct undo_report *r, struct error *e);

/* What undo (redo) would be about, without doing it: step, who, other, time and
 * sentence of the report, freed by the caller like the others. */
bool undo_look(struct store *s, bool redoing, int64_t number, struct undo_report *r,
    struct error *e);

#endif
