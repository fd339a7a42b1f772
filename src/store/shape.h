/* Is a file's schema the one that our steps make? Private to src/store. */
#ifndef ALIANZA_STORE_SHAPE_H
#define ALIANZA_STORE_SHAPE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"

struct db;

/* One number for the whole text of sqlite_schema, whatever the order. */
bool shape_sum(struct db *db, int64_t *sum, struct error *e);
/* Is it the sum of an untouched file of the newest version? If not, shape_compare
 * says more: ALTER TABLE and other versions of SQLite may only write it otherwise. */
bool shape_is_usual(int64_t sum);

struct shape {
	bool readable;		/* every expected table is there with its columns */
	int odd;		/* objects that are missing, changed or not ours */
	struct str lines;	/* a translated sentence for each, the first 20; freed
				 * by the caller */
};
/* Compares object by object, the SQL token by token (white space and comments left
 * out), with another database, built by the steps. */
bool shape_compare(struct db *db, struct db *expected, struct shape *shape,
    struct error *e);

#endif
