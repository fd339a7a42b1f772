/* Records that may be there twice, as a list where they are marked and made one. */
#ifndef ALIANZA_UI_ALIKE_H
#define ALIANZA_UI_ALIKE_H

#include "ui/state.h"

/* `duplicates PANE` on the screen: the records of all pairs, and what to do about them. */
bool alike_show(struct screen *sc, int argc, const char *const *argv, struct error *e);

#endif
