/* The first view of a sitting. */
#ifndef ALIANZA_UI_TODAY_H
#define ALIANZA_UI_TODAY_H

#include "ui/state.h"

/* Shows the event that goes on today, on top of the list it stands in; the first pane when
 * there is none. Cancelled and postponed ones do not go on. */
bool today_show(struct screen *sc, struct error *e);
/* For those who leave on the day of an event: what is written down of it, and that it is
 * safe. Nothing on other days. */
void today_sum_up(struct screen *sc, struct str *out);
/* How many things need attention, where it is not said already what is on today. */
void today_tell(struct screen *sc);

#endif
