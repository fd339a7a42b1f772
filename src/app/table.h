/* Lists in the shell: a table for people, TSV for programs. */
#ifndef ALIANZA_APP_TABLE_H
#define ALIANZA_APP_TABLE_H

#include "app/app.h"
#include "store/query.h"

/* To a terminal: aligned columns cut to its width and a last line "N of M". Else
 * TSV with a header line, \t \n \r \\ escaped, nothing cut; codes, not labels. */
bool table_write(struct app *app, const struct query *q, struct error *e);
/* Appends a cell of such a TSV. */
void table_tsv_add(struct str *out, const char *s, size_t n);

#endif
