/* The lists of the file and their values, to be renamed, moved, hidden and added to; and
 * the settings of the file. */
#ifndef ALIANZA_UI_TERMS_VIEW_H
#define ALIANZA_UI_TERMS_VIEW_H

#include "ui/choice_view.h"
#include "ui/state.h"

/* For the table of actions. */
bool terms_lists(struct screen *sc, const struct call *call, struct error *e);
bool terms_open(struct screen *sc, const struct call *call, struct error *e);
bool terms_do(struct screen *sc, const struct call *call, struct error *e);
bool terms_add(struct screen *sc, const struct call *call, struct error *e);
bool terms_settings(struct screen *sc, const struct call *call, struct error *e);
bool terms_set(struct screen *sc, const struct call *call, struct error *e);

#endif
