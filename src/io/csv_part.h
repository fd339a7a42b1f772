/* The CSV reader in its two files: csv_in.c reads blocks and hands out records,
 * csv_cells.c makes cells and records of a block. Inside io only. */
#ifndef ALIANZA_IO_CSV_PART_H
#define ALIANZA_IO_CSV_PART_H

#include <csv.h>

#include "io/csv.h"
#include "io/csv_decode.h"
#include "io/csv_source.h"

struct csv_record {
	size_t first, count;	/* cells */
	long line;
};

/* libcsv says where cells end and what quoted ones mean, block by block. The
 * bytes stay in raw, from the beginning of the record that is not complete:
 * cells point into it, so that nothing is copied but cells with doubled
 * quotes, and the blanks that libcsv trims are still there. (A space function
 * that always says no would keep them too, at half as much time again.) */
struct csv_reader {
	struct csv_source source;
	struct csv_decoder decoder;
	struct csv_format format;
	struct csv_parser parser;
	char *name;
	bool lenient, started, ended, failed;
	struct error failure;		/* what csv_read says after the records */

	char *raw;
	size_t len, cap;
	size_t fed;			/* bytes that libcsv has seen */
	size_t at;			/* where the next cell begins */
	long line;			/* of that byte */
	bool after_cr;			/* a CR ended the record just before it */

	struct csv_cell *cells;		/* of all records of this block */
	size_t ncells, cells_cap;
	struct csv_record *records;
	size_t nrecords, records_cap, next;
	struct csv_record open;		/* the one not complete yet */
	size_t open_at;			/* where it begins in raw */
	long read_line;
};

/* What csv_read says after the records that are whole; the first failure stays. */
void csv_fail(struct csv_reader *r, long line, const char *sentence);
/* Makes cells and records of the bytes that libcsv has not seen. */
void csv_cells_parse(struct csv_reader *r);
/* The same of what stands behind the last line end, when there are no more bytes. */
void csv_cells_finish(struct csv_reader *r);

#endif
