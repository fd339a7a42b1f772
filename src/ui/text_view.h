/* A text to scroll through: help, a record, answers of commands. Its filter leaves the
 * lines that have all words. */
#ifndef ALIANZA_UI_TEXT_VIEW_H
#define ALIANZA_UI_TEXT_VIEW_H

#include "base/str.h"
#include "ui/view.h"

/* title and text are copied. */
struct view *text_view_new(const char *title, const char *text, size_t n);
/* The whole text of a view that is one, borrowed; NULL for others. */
const struct str *text_view_text(const struct view *v);

#endif
