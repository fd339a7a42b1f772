/* A list over a form: rows to choose from, and above them a line to narrow it. */
#ifndef ALIANZA_UI_CHOOSER_H
#define ALIANZA_UI_CHOOSER_H

#include "ui/draw.h"
#include "ui/key.h"
#include "ui/pick.h"

struct chooser;

/* Takes over the pick, which it frees. label says of what the list is, typed
 * stands in the line at first. */
struct chooser *chooser_new(struct pick *pick, const char *label, const char *typed);
void chooser_free(struct chooser *c);		/* NULL is fine */

enum chooser_do {
	CHOOSER_USED, CHOOSER_TAKE, CHOOSER_CLOSE, CHOOSER_UNUSED,
	CHOOSER_NOTHING		/* the list goes no further */
};
/* Arrows and pages move, text narrows, Enter and Tab take, Esc and ^C close. */
enum chooser_do chooser_event(struct chooser *c, const struct event *ev);
/* What Enter took; see pick_choose. */
enum pick_choice chooser_choice(const struct chooser *c, const struct pick_item **item,
    const char **typed);
/* Paints into the lower part of the box; the cursor's place in the box. */
void chooser_draw(struct chooser *c, const struct draw *d, struct box box, int *y, int *x);

#endif
