/* Ways to everything there is: menu, help, trash. Actions of the screen, see
 * ui/state.h. */
#ifndef ALIANZA_UI_REACH_H
#define ALIANZA_UI_REACH_H

#include "ui/state.h"

bool reach_menu(struct screen *sc, const struct call *call, struct error *e);
bool reach_trash(struct screen *sc, const struct call *call, struct error *e);
/* Takes the record under the cursor out of the trash, of whatever kind it is. */
bool reach_put_back(struct screen *sc, const struct call *call, struct error *e);
/* Runs what the line under the cursor stands for, where the list was asked from. */
bool reach_choose(struct screen *sc, const struct call *call, struct error *e);
/* "help" without words: of this place. */
bool reach_help(struct screen *sc, int argc, const char *const *argv, struct error *e);

#endif
