/* Schema steps: making the newest schema, and bringing older files to it. A step
 * only adds (log-format: R1); it is never edited once it was released. Private to
 * src/store. */
#ifndef ALIANZA_STORE_MIGRATE_H
#define ALIANZA_STORE_MIGRATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

struct db;

enum { APPLICATION_ID = 0x414C4E5A };	/* "ALNZ" */

int migrate_version(const char *const *steps);	/* user_version: how many there are */

/* A database in memory as the first `version` steps make it, with both numbers in
 * its header. Dies when a step is wrong. The caller frees it by db_free. */
struct db *migrate_build(const char *const *steps, int version);

/* Runs steps[from..] in one transaction and sets user_version; all or nothing. */
bool migrate_run(struct db *db, const char *const *steps, int from, struct error *e);

#endif
