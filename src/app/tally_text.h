/* Tables of counts in the shell: lined up for people, TSV for programs. */
#ifndef ALIANZA_APP_TALLY_TEXT_H
#define ALIANZA_APP_TALLY_TEXT_H

#include "app/app.h"
#include "store/tally.h"

/* To a terminal: labels, percents and totals; columns that have no room are left out,
 * which is said. Else TSV with codes, as table_write. */
bool tally_text_write(struct app *app, const struct tally *t, struct error *e);

#endif
