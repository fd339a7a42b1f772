/* What the screen's commands do to a list: marks, order, columns, export. */
#ifndef ALIANZA_UI_LIST_DO_H
#define ALIANZA_UI_LIST_DO_H

#include "ui/state.h"

bool list_do_mark(struct screen *sc, const struct call *call, struct error *e);
bool list_do_mark_all(struct screen *sc, const struct call *call, struct error *e);
bool list_do_sort(struct screen *sc, const struct call *call, struct error *e);
bool list_do_columns(struct screen *sc, const struct call *call, struct error *e);
/* Asks where to, with a name that says what and when. */
bool list_do_export(struct screen *sc, int argc, const char *const *argv, struct error *e);

/* Writes the list, table or report here to a file; replace: also over one that is there. */
bool list_do_write(struct screen *sc, const char *path, bool replace, struct error *e);

/* Enter at a prompt of one of these. False: it stays open. */
bool list_do_accept(struct screen *sc, struct error *e);
/* After a filter of plain words: the cursor goes to the first record that has them in its
 * title, for this is what was looked for more often than what mentions it. */
void list_do_seek(struct screen *sc);

#endif
