/* What a list without rows says: why it is empty, and what to do first. */
#ifndef ALIANZA_UI_LIST_EMPTY_H
#define ALIANZA_UI_LIST_EMPTY_H

#include "store/store.h"
#include "ui/view.h"

void list_empty_draw(const struct view *v, struct store *s, const struct draw *d,
    struct box box);

#endif
