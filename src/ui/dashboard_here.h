/* The CSV of the Dashboard for the goal or event at hand. */
#ifndef ALIANZA_UI_DASHBOARD_HERE_H
#define ALIANZA_UI_DASHBOARD_HERE_H

#include "ui/state.h"

/* For `import-dashboard FILE`: it is of the goal or event that is shown or under the
 * cursor, or of the goal of a metric there. */
bool dashboard_here(struct screen *sc, int argc, const char *const *argv, struct error *e);

#endif
