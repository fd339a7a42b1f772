/* Where a list, a table or a report is written: no file is ever replaced unasked. */
#ifndef ALIANZA_UI_FILE_ASK_H
#define ALIANZA_UI_FILE_ASK_H

#include "ui/state.h"

/* The path, where its name is taken with a number: "partners (2).csv". */
void file_name_free(const char *path, struct str *out);
/* Writes what is shown here to the file; where one is there already, asks first whether
 * to write beside it, which is proposed, to replace it, or not to write. */
bool file_ask_write(struct screen *sc, const char *path, struct error *e);

#endif
