/* The person's own editor for a long text: no shell is asked, and the text lies in a file
 * that only this person can read, which is gone afterwards. */
#ifndef ALIANZA_UI_OUTSIDE_H
#define ALIANZA_UI_OUTSIDE_H

#include "base/str.h"
#include "ui/term.h"

/* Runs $VISUAL, else $EDITOR, else editor, nano or vi on the text, and puts what it left
 * into out. False and a sentence when it could not be run, or did not end well: then the
 * text is as it was. */
bool outside_edit(struct terminal *t, const char *text, size_t n, struct str *out,
    struct error *e);

#endif
