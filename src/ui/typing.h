/* What views share in which text is typed. */
#ifndef ALIANZA_UI_TYPING_H
#define ALIANZA_UI_TYPING_H

#include "ui/state.h"

/* Is the key a command of the table of minutes and answers in this context? */
bool typing_is_command(const char *context, const char *key);
/* Would the event put text in where the file cannot be written? Says so then. */
bool typing_refused(struct screen *sc, const struct event *ev);

#endif
