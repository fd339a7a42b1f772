/* Which stretch of time a report is to be of: the usual ones, the periods of the file, or
 * what a person types. */
#ifndef ALIANZA_UI_SPAN_ASK_H
#define ALIANZA_UI_SPAN_ASK_H

#include "app/report.h"
#include "ui/asking.h"

/* Asks; taken gets it as the item's code or as typed, both for span_read(). */
bool span_ask(struct screen *sc, const struct report *report, asking_taken *taken,
    struct error *e);

#endif
