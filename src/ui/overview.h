/* The overview: what needs attention, the most pressing first, each with its reasons;
 * beside it the month and how much there is of everything. */
#ifndef ALIANZA_UI_OVERVIEW_H
#define ALIANZA_UI_OVERVIEW_H

#include "ui/state.h"

/* Shows it, as a root of paths; where it is shown already, nothing changes. */
bool overview_show(struct screen *sc, int argc, const char *const *argv, struct error *e);
bool overview_is(const struct view *v);

/* What the screen's commands do there: the usual next step of the thing under the cursor
 * (opening it, where there is no other), and the month where it has no room beside. */
bool overview_step(struct screen *sc, const struct call *call, struct error *e);
bool overview_month(struct screen *sc, const struct call *call, struct error *e);
bool overview_can_step(const struct screen *sc);
bool overview_can_month(const struct screen *sc);

#endif
