/* Taking a record out of the trash. One that hangs on another (a partnership on its
 * partner) is out only when that one is: both come back together. */
#ifndef ALIANZA_APP_RESTORE_H
#define ALIANZA_APP_RESTORE_H

#include "app/app.h"

/* Within an action. What the record hangs on and is in the trash comes out with it, and
 * is named by app_say(). */
bool record_restore(struct app *app, const struct entity *ent, int64_t id,
    struct error *e);

#endif
