/* The answers to a form side by side: questions down, who answered across, the answer under
 * the cursor whole below. Where there is little room, one question at a time with all its
 * answers, and Left and Right go to the next. */
#ifndef ALIANZA_UI_ANSWERS_MATRIX_H
#define ALIANZA_UI_ANSWERS_MATRIX_H

#include "ui/state.h"

/* "answers", or "answers FORM|ROUND": those of the record here, or named; of a round as
 * answers_round.h shows them. */
bool answers_matrix_open(struct screen *sc, int argc, const char *const *argv,
    struct error *e);

#endif
