/* Rows of the file as readers everywhere may see them: for reports. What is private
 * stays out and is counted, and so do names of people near protected countries; contact
 * data is not there. */
#ifndef ALIANZA_IO_SHARED_ROWS_H
#define ALIANZA_IO_SHARED_ROWS_H

#include <stdint.h>

#include "store/store.h"

struct shared_query {
	const char *entity;
	const char *filter;	/* NULL: all. "{id}" stands for the record asked about */
	const char *columns;	/* "person,organisation.code" */
	const char *sort;	/* NULL: by id */
	/* References, joined by ',': a row is as private as what it belongs to by them.
	 * NULL: none. */
	const char *belongs;
};

struct shared_left {
	int64_t records;	/* private ones left out */
	int64_t names;		/* of people, likewise */
};

struct shared_rows;

/* id: of the record that "{id}" in the filter means. left is added to while rows are
 * read. NULL and the sentence of filter or column when the query is wrong. */
struct shared_rows *shared_rows_open(struct store *s, const struct shared_query *q,
    int64_t id, struct shared_left *left, struct error *e);
bool shared_rows_next(struct shared_rows *r);		/* false: end or error */
int64_t shared_rows_id(const struct shared_rows *r);
/* Column i of the row: codes of terms and countries as stored, titles of records, dates
 * as stored, several values joined by "; "; "" where there is nothing to be told.
 * Borrowed until the next row. */
const char *shared_rows_text(struct shared_rows *r, size_t i);
const struct field *shared_rows_field(const struct shared_rows *r, size_t i);
/* Frees it; false and the error when reading failed. */
bool shared_rows_close(struct shared_rows *r, struct error *e);

#endif
