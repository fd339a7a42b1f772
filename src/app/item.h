/* Items and events: an item goes on at another event, or is meant for one. */
#ifndef ALIANZA_APP_ITEM_H
#define ALIANZA_APP_ITEM_H

#include "app/app.h"
#include "model/entity.h"

/* Are the records of this pane items or lines of notes? Else a sentence. */
bool item_pane(const struct pane *pane, struct error *e);

/* Within an action: makes an open item of the event that continues this one, with its
 * owners, and says on the old one that it was carried forward and where to. STATUS_EXISTS
 * when it was carried forward before. */
bool item_carry(struct app *app, int64_t entry, int64_t event, int64_t *made,
    struct error *e);
/* Within an action: the item stays where it was raised, and is meant for the event. */
bool item_hand(struct app *app, int64_t entry, int64_t event, struct error *e);

#endif
