/* How a list and a record opened from it share the middle of the screen: side by side
 * from 100 columns on, the record below the list where there are rows enough, else one
 * at a time. */
#ifndef ALIANZA_UI_LAYOUT_H
#define ALIANZA_UI_LAYOUT_H

#include "ui/state.h"

/* The view that stands beside the current one; NULL: none. */
struct view *layout_other(const struct screen *sc);
/* Makes it show what belongs to the current view, read as it is now. False, and
 * nothing to be shown, when it cannot. */
bool layout_follow(struct screen *sc, struct view *other, struct error *e);
/* Paints the other view and the line between; returns the box of the current one. */
struct box layout_draw(struct screen *sc, const struct draw *d, struct box middle, bool all);

/* Goes to the next part: from a record to what is related to it, from there to its list,
 * from there to the record. */
bool layout_switch(struct screen *sc, const struct call *call, struct error *e);
bool layout_can_switch(const struct screen *sc);

#endif
