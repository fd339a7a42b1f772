/* What happened, in plain sentences made from the log. */
#ifndef ALIANZA_STORE_HISTORY_H
#define ALIANZA_STORE_HISTORY_H

#include "store/store.h"

struct history_entry {
	int64_t action;		/* its id */
	int64_t number;		/* what people type after undo: the step */
	int64_t time;		/* ms since 1970 */
	const char *who;	/* "" when not known */
	const char *command;
	const char *sentence;	/* translated, whole, e.g. "Stage of X: contact → active" */
	bool undone;		/* taken back and not done again */
};

/* Newest first; of one record (id != 0) or of the whole file. f returns false to
 * stop. Text is borrowed for the call. limit 0: all. */
bool history_each(struct store *s, int64_t id, int64_t limit,
    bool (*f)(void *ctx, const struct history_entry *h), void *ctx, struct error *e);

/* The sentence of one action (its first changes; "and 12 more"). Appends. */
bool history_sentence(struct store *s, int64_t action, struct str *out, struct error *e);

/* The values of one scalar cell, newest first and down to the one it was entered
 * with (often empty), for versions and word diffs. */
struct version {
	int64_t action, time;
	const char *who;
	struct value value;
};
bool history_versions(struct store *s, const struct entity *ent, int64_t id,
    const struct field *f, bool (*each)(void *ctx, const struct version *v), void *ctx,
    struct error *e);

#endif
