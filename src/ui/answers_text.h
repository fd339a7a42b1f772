/* A question or an answer on the screen: a text wrapped into the rows there are. */
#ifndef ALIANZA_UI_ANSWERS_TEXT_H
#define ALIANZA_UI_ANSWERS_TEXT_H

#include "ui/draw.h"

/* From row y of the box on; the last row of the box says when it is cut. Returns the row
 * behind it. */
int answers_text_draw(const struct draw *d, struct box box, int y, enum role role,
    const char *s);

#endif
