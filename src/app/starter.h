/* What ships to begin with: forms with their questions, templates for notes, metrics for
 * a goal, in English and Spanish. They lie in data/starter and are in no file until
 * somebody uses one. */
#ifndef ALIANZA_APP_STARTER_H
#define ALIANZA_APP_STARTER_H

#include "app/app.h"
#include "base/arena.h"

struct starter {
	const char *name;
	const struct pane *pane;	/* where its records go: forms, templates, metrics */
	const char *language;		/* codes parted by ';' */
	const char *about;		/* one sentence, in that language */
	bool asks;			/* needs to be told for which record: metrics their goal */
	bool here;			/* the file has it already; of those that ask, no */
};

/* All of them, those in the language of the screen first; in mem. app->store may be
 * NULL: then none is here. */
bool starters_read(struct app *app, struct arena *mem, struct starter **out, size_t *count,
    struct error *e);
/* Makes the records of a starter within the action that is under way; what the file has
 * already stays. which: the goal, for those that ask. *id gets its first record (the
 * form, the template). STATUS_EXISTS when all of it is here. */
bool starter_use(struct app *app, const char *name, const char *which, int64_t *id,
    struct error *e);

#endif
