/* Running a command whose answer is wanted as text, not on the screen. */
#ifndef ALIANZA_UI_ANSWER_H
#define ALIANZA_UI_ANSWER_H

#include "app/app.h"

/* What the command of these words answers is appended to out; its talk goes where it goes
 * always. */
bool answer_words(struct app *app, int argc, const char *const *argv, struct str *out,
    struct error *e);

#endif
