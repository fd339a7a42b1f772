/* A text to scroll through: help, a record, answers of commands. Its filter leaves the
 * lines that have all words. */
#ifndef ALIANZA_UI_TEXT_VIEW_H
#define ALIANZA_UI_TEXT_VIEW_H

#include "app/app.h"
#include "ui/view.h"

/* title and text are copied. again: the command whose answer it is, to be asked again
 * when the file has changed; NULL: it stays as it is. */
struct view *text_view_new(struct app *app, const char *title, const char *text, size_t n,
    const char *again);

/* A text that may be written to a file: the name to propose, copied. */
void text_view_file_set(struct view *v, const char *name);
/* That name; NULL: v is no text, or none for a file. Borrowed like the text itself. */
const char *text_view_file(const struct view *v);
const struct str *text_view_text(const struct view *v);	/* v is a text */

#endif
