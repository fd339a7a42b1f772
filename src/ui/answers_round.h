/* A round of questions: a row for each talk, then one for each affiliate that is asked and
 * has not answered, with what they said to one question at a time. Left and Right go to
 * the next question; Enter opens a talk, or begins the one that is missing. */
#ifndef ALIANZA_UI_ANSWERS_ROUND_H
#define ALIANZA_UI_ANSWERS_ROUND_H

#include "ui/state.h"

/* Goes there. False: the round cannot be read, and the screen stays where it is. */
bool answers_round_show(struct screen *sc, const struct pane *pane, int64_t round,
    struct error *e);

#endif
