/* Painting a form into a box of any size. */
#ifndef ALIANZA_UI_FORM_DRAW_H
#define ALIANZA_UI_FORM_DRAW_H

#include "ui/draw.h"
#include "ui/edit_draw.h"
#include "ui/form_layout.h"

/* What is kept from one painting to the next; { 0 } at first. */
struct form_view {
	struct form_layout layout;
	struct edit_scroll scroll;	/* of the current field */
	size_t scrolled;		/* which one that was */
};

/* Says where in the box the cursor is; y -1 when the box has no room for it. */
void form_draw(const struct draw *d, struct box box, struct form *form,
    struct form_view *v, int *y, int *x);
void form_view_free(struct form_view *v);

#endif
