/* What is being written: the form over the view, those that were left unsaved, and the
 * drafts of all of them. */
#ifndef ALIANZA_UI_DESK_H
#define ALIANZA_UI_DESK_H

#include "app/draft.h"
#include "ui/state.h"

/* For the table of actions: a form for a record of the pane that is not there yet, for
 * the one under the cursor, and for what was typed and not saved. */
bool desk_new(struct screen *sc, const struct call *call, struct error *e);
bool desk_edit(struct screen *sc, const struct call *call, struct error *e);
bool desk_resume(struct screen *sc, const struct call *call, struct error *e);
bool desk_can_new(const struct screen *sc);
bool desk_can_resume(const struct screen *sc);

/* For the commands of a form (enum form_do): as if its key were pressed. */
bool desk_do(struct screen *sc, int todo, struct error *e);

void desk_start(struct screen *sc);
/* Offers what was left behind, where there is a file already; when there is time. */
void desk_offer(struct screen *sc);
/* Where other views keep what is typed and not saved; NULL and a sentence when there is
 * no place for it. */
struct drafts *desk_drafts(struct screen *sc, struct error *e);
/* Puts drafts on disk, and says how many ms the loop may sleep. */
int desk_tick(struct screen *sc);
void desk_close(struct screen *sc);	/* what is not saved stays as a draft */

bool desk_open(const struct screen *sc);	/* is there a form over the view? */
/* Keys, pastes and presses are the form's while it is open; false: it is not. */
bool desk_event(struct screen *sc, const struct event *ev);

/* Paints the form into the box, and says where on the screen the cursor is (or -1). */
void desk_draw(struct screen *sc, const struct draw *d, struct box box, int *y, int *x);
void desk_keys(struct screen *sc, const struct draw *d, struct box box, int y);
void desk_path(struct screen *sc, const struct draw *d, struct str *out);

#endif
