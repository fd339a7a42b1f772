/* What commands that take something to another event ask when they are chosen from the
 * menu: one question in plain words, instead of a line to type after ":". */
#ifndef ALIANZA_UI_EVENT_ASK_H
#define ALIANZA_UI_EVENT_ASK_H

#include "ui/state.h"

/* For the table of what stands for an answer: words are the command and what is under the
 * cursor. The day the next edition of an event starts; then it is made and shown. */
bool event_ask_edition(struct screen *sc, int argc, const char *const *argv,
    struct error *e);
/* The event an item goes on at, and the one it is meant for. */
bool event_ask_carry(struct screen *sc, int argc, const char *const *argv,
    struct error *e);
bool event_ask_hand(struct screen *sc, int argc, const char *const *argv, struct error *e);

#endif
