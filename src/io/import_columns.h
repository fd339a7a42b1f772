/* The columns of a CSV file before it is imported: which of them name no field. */
#ifndef ALIANZA_IO_IMPORT_COLUMNS_H
#define ALIANZA_IO_IMPORT_COLUMNS_H

#include "io/import.h"

/* Reads the first line of path alone and tells of each column that is not clear, with the
 * reason; column is "" where the file gives it no name. Nothing is told where the options
 * say enough. False when the file cannot be read. */
bool import_columns(const struct pane *pane, const char *path,
    const struct import_options *o,
    void (*unclear)(void *ctx, const char *column, const char *reason), void *ctx,
    struct error *e);

#endif
