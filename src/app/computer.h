/* What this computer keeps, apart from any file: folders by the XDG base directory
 * rules, and settings (name, last file, place). */
#ifndef ALIANZA_APP_COMPUTER_H
#define ALIANZA_APP_COMPUTER_H

#include "app/app.h"
#include "base/id.h"

struct computer;	/* the settings, read when one is first asked for (app.h) */
/* Forgets them; those that were put are on the disk since then. */
void computer_close(struct app *app);

#endif
