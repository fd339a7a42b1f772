/* What may be meant, above a line that is typed after ":": all commands and panes, those
 * that fit best first. */
#ifndef ALIANZA_UI_PALETTE_H
#define ALIANZA_UI_PALETTE_H

#include "ui/draw.h"
#include "ui/key.h"
#include "ui/prompt.h"

struct palette;

struct palette *palette_new(void);
void palette_free(struct palette *p);		/* NULL is fine */

/* What is typed now. A line that is a command already chooses nothing. */
void palette_typed(struct palette *p, const char *line);
/* Moves in the list; false: the key is not for it. */
bool palette_key(struct palette *p, const struct prompt *prompt, const struct event *ev);
/* The name chosen instead of what is typed, NULL: none. Borrowed until palette_free.
 * *guessed: it only fits somehow, and was not chosen by hand. */
const char *palette_chosen(const struct palette *p, bool *guessed);

/* Draws it at the foot of the box, over what stands there. */
void palette_draw(struct palette *p, const struct draw *d, struct box box);

#endif
