/* Looks at the file between opening and closing. Private to src/store; store.h has
 * the rest. */
#ifndef ALIANZA_STORE_OPEN_H
#define ALIANZA_STORE_OPEN_H

#include "store/log.h"

/* Call before each write. Is what lies at the path still the file that was opened,
 * with nothing in it but what SQLite wrote? Another program's saves are fine (the
 * version counts up); a file that was replaced, overwritten in place or deleted is
 * STATUS_IO. SQLite itself does not notice an overwritten file. Never opens the
 * file: closing it would drop SQLite's locks. */
bool file_unchanged(struct store *s, struct error *e);
/* Call after each commit of ours: how the file looks now is how it should look. */
void file_seen(struct store *s);

#endif
