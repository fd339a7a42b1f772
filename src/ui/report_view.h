/* Reports on the screen: chosen by a letter, made of the record under the cursor or of
 * one that is asked for, shown as a page to read that x writes to a file. */
#ifndef ALIANZA_UI_REPORT_VIEW_H
#define ALIANZA_UI_REPORT_VIEW_H

#include "ui/state.h"

/* For `report` without options: a list of reports, a list of the records it may be
 * about, or the report. */
bool report_view_open(struct screen *sc, int argc, const char *const *argv,
    struct error *e);

/* Asks where to write the report, or another text that is shown, with a name that says
 * what and when; its end, which may be changed, says in which form. */
bool report_view_ask(struct screen *sc, const struct call *call, struct error *e);
/* Writes it; replace: also over a file that is there. */
bool report_view_save(struct screen *sc, const char *path, bool replace, struct error *e);
bool report_view_can_save(const struct screen *sc);	/* is one shown? */

#endif
