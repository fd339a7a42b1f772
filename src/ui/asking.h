/* A list to choose from over whatever the screen shows: type-ahead, arrows, Enter. */
#ifndef ALIANZA_UI_ASKING_H
#define ALIANZA_UI_ASKING_H

#include "ui/pick.h"
#include "ui/state.h"

/* What to do with what was chosen: an item, or (item NULL) the text typed as a new one. */
typedef void asking_taken(struct screen *sc, const struct pick_item *item, const char *typed);

/* Opens it. Takes over the pick; label is borrowed as long as it is open. typed stands in
 * its line at first. Esc closes it and nothing is called. */
void asking_open(struct screen *sc, struct pick *pick, const char *label, const char *typed,
    asking_taken *taken);
/* Called by what was told what was chosen: it was refused with e, which is said, and the
 * list stays open with what was typed. */
void asking_refuse(struct screen *sc, const struct error *e);
void asking_close(struct screen *sc);		/* nothing open is fine */
void asking_event(struct screen *sc, const struct event *ev);
/* Over the box; where the cursor is on the screen, and what keys do on its last line. */
void asking_draw(struct screen *sc, const struct draw *d, struct box box, int *y, int *x);
void asking_keys(const struct draw *d, struct box box, int y);

#endif
