/* What the screen's commands do with tables of counts and saved views. */
#ifndef ALIANZA_UI_TABLE_DO_H
#define ALIANZA_UI_TABLE_DO_H

#include "ui/state.h"

/* Alone it asks for the columns; else its words are those of the shell. */
bool table_do_frequency(struct screen *sc, int argc, const char *const *argv,
    struct error *e);
bool table_do_crosstable(struct screen *sc, int argc, const char *const *argv,
    struct error *e);
/* Enter at the prompt for columns. False: it stays open. */
bool table_do_accept(struct screen *sc, struct error *e);
/* Appends ", country and stage" to what a list is called, when it is a table. */
void table_do_name(const struct screen *sc, struct str *out);
/* Writes the table here to a file, in the format its name ends with. */
bool table_do_write(struct screen *sc, const char *path, struct error *e);

bool table_do_percent(struct screen *sc, const struct call *call, struct error *e);
bool table_do_explain(struct screen *sc, const struct call *call, struct error *e);
bool table_do_here(const struct screen *sc);	/* is it a table? */

/* Keeps the list or table here under a name; opens one; lists them. */
bool table_do_save_view(struct screen *sc, int argc, const char *const *argv,
    struct error *e);
bool table_do_view(struct screen *sc, int argc, const char *const *argv, struct error *e);
bool table_do_saved(const struct view *v);	/* is one under the cursor? */
bool table_do_open(struct screen *sc, struct error *e);
bool table_do_views(struct screen *sc, int argc, const char *const *argv, struct error *e);

#endif
