/* What the screen's commands do with tables of counts. */
#ifndef ALIANZA_UI_TABLE_DO_H
#define ALIANZA_UI_TABLE_DO_H

#include "ui/state.h"

/* Alone it asks for the columns; else its words are those of the shell. */
bool table_do_frequency(struct screen *sc, int argc, const char *const *argv,
    struct error *e);
bool table_do_crosstable(struct screen *sc, int argc, const char *const *argv,
    struct error *e);
/* Opens one; base and filter as in table_view_new. */
bool table_do_show(struct screen *sc, const struct pane *pane, const char *columns,
    const char *base, const char *filter, struct error *e);
/* Counts the list or table here by one column or two, joined by ','. */
bool table_do_columns(struct screen *sc, const char *columns, struct error *e);
/* Enter at the prompt for columns; without them it offers all. False: it stays open. */
bool table_do_accept(struct screen *sc, struct error *e);
/* Appends " by country and stage" to what a list is called, when it is a table. */
void table_do_name(const struct screen *sc, struct str *out);
/* Writes the table here to a file, in the format its name ends with. */
bool table_do_write(struct screen *sc, const char *path, bool replace, struct error *e);

bool table_do_percent(struct screen *sc, const struct call *call, struct error *e);
bool table_do_explain(struct screen *sc, const struct call *call, struct error *e);
bool table_do_here(const struct screen *sc);	/* is it a table? */

#endif
