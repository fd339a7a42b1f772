/* An import from the screen: asks which file, then which field is meant by each column
 * that names none, and shows the rows that were refused. */
#ifndef ALIANZA_UI_IMPORT_ASK_H
#define ALIANZA_UI_IMPORT_ASK_H

#include "ui/state.h"

/* "import PANE", for which a file of this folder is chosen, and "import PANE FILE". */
bool import_ask(struct screen *sc, int argc, const char *const *argv, struct error *e);
void import_ask_free(struct import_ask *ask);	/* NULL is fine */

#endif
