/* Steps of the log and what they do to each other (log-format.md 3): undo, redo and
 * history read them from the newest back; nothing else is stored. A step is one
 * action of this file, or all actions of one merge. Private to src/store.
 *
 * Undo takes back the newest step that is not taken back; redo does the newest
 * undone one again, as long as nothing new was done. A step that did something
 * again stands for it from then on. Taking back an old undo is something new. */
#ifndef ALIANZA_STORE_STEP_H
#define ALIANZA_STORE_STEP_H

#include "store/log.h"

struct keys;

/* The step that undo (redo) is about; 0: there is none. */
bool step_target(struct store *s, bool redoing, int64_t *step, struct error *e);

/* The step that a person means by a step's number or an action's id: the one that
 * stands for it now. STATUS_NONE and a sentence when there is none, it is taken back
 * already, or cannot be. */
bool step_given(struct store *s, int64_t number, int64_t *step, struct error *e);

/* All steps from `from` on that are taken back and not done again: keys_get(keys,
 * step, 0) is not 0 for them. The caller frees them. */
bool steps_undone(struct store *s, int64_t from, struct keys **undone, struct error *e);

/* What an action did: itself, or for an undo or redo the one that it is about in
 * the end; *again: that was done again, not taken back. */
bool action_meant(struct store *s, int64_t action, int64_t *meant, bool *again,
    struct error *e);

#endif
