/* Asks on the screen what is to be said about the record at hand. */
#ifndef ALIANZA_UI_COMMENT_ASK_H
#define ALIANZA_UI_COMMENT_ASK_H

#include "ui/state.h"

/* For `comment PANE WHICH` without its text. */
bool comment_ask(struct screen *sc, int argc, const char *const *argv, struct error *e);

#endif
