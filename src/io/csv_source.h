/* Where the bytes of a CSV come from: a regular file, a pipe (kept aside in an
 * unnamed temporary file, because its encoding is decided over all of it), or
 * memory. Read at any offset, as often as needed. Inside io only. */
#ifndef ALIANZA_IO_CSV_SOURCE_H
#define ALIANZA_IO_CSV_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct csv_source {
	const char *name;	/* for messages; borrowed */
	const char *memory;	/* NULL: a file */
	size_t size;		/* of memory */
	int fd;			/* -1: memory */
	int64_t base;		/* offset of the file at which the CSV begins */
};

/* path "-" is standard input. STATUS_NOINPUT when it cannot be opened or is
 * neither a regular file nor a pipe, STATUS_IO when a pipe cannot be kept. */
bool csv_source_open(struct csv_source *src, const char *path, struct error *e);
void csv_source_memory(struct csv_source *src, const char *bytes, size_t n);

/* Fills buf as far as there are bytes: *got < n only at the end. */
bool csv_source_read(const struct csv_source *src, int64_t at, char *buf, size_t n,
    size_t *got, struct error *e);

void csv_source_close(struct csv_source *src);

#endif
