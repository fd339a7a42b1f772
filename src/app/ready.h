/* What happens before the first change: a file of an older alianza is brought
 * forward, one that this computer has not seen in this state is looked through,
 * and once a day it is backed up. */
#ifndef ALIANZA_APP_READY_H
#define ALIANZA_APP_READY_H

#include "app/app.h"

/* reason: NULL, or the command that wants a backup whatever the day. */
bool ready_to_change(struct app *app, const char *reason, struct error *e);
/* After a change, or before closing: this computer knows the file as it is now. */
void ready_remember(struct app *app);

#endif
