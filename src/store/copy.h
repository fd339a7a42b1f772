/* A whole database into a new file. Private to src/store. */
#ifndef ALIANZA_STORE_COPY_H
#define ALIANZA_STORE_COPY_H

#include <sqlite3.h>
#include <stdbool.h>

#include "base/error.h"

/* Copies what from holds (a file or a database in memory, outside a transaction) to
 * a file at path that must not exist yet (STATUS_EXISTS): made under a temporary
 * name in the same folder (0600), fsynced, read back from the medium and compared,
 * then renamed without overwriting. Whatever happens, there is a whole file at path
 * or none. */
bool copy_to(sqlite3 *from, const char *path, struct error *e);

#endif
