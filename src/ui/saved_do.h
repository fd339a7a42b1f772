/* What the screen's commands do with saved views. */
#ifndef ALIANZA_UI_SAVED_DO_H
#define ALIANZA_UI_SAVED_DO_H

#include "ui/state.h"

/* Keeps the list or table here under a name, the words behind the first; opens the one
 * of that name, or lists those it may mean; lists those of the file and those that every
 * file has. */
bool saved_do_save(struct screen *sc, int argc, const char *const *argv, struct error *e);
bool saved_do_view(struct screen *sc, int argc, const char *const *argv, struct error *e);
bool saved_do_list(struct screen *sc, int argc, const char *const *argv, struct error *e);

/* Opens the one of that name, or fails. */
bool saved_do_named(struct screen *sc, int argc, const char *const *argv, struct error *e);
/* Opens the one in the line of that list. */
bool saved_do_choose(struct screen *sc, const struct call *call, struct error *e);

bool saved_do_here(const struct view *v);	/* is one under the cursor? */
bool saved_do_open(struct screen *sc, struct error *e);

#endif
