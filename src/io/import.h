/* Rows of a CSV file into records (model.md "Import"). One row may fill several
 * records: a column through a reference ("partner.country") writes the record
 * referred to; one through a reverse reference ("metric.target",
 * "measurement.value") makes at most one dependent record a row. */
#ifndef ALIANZA_IO_IMPORT_H
#define ALIANZA_IO_IMPORT_H

#include "io/csv.h"
#include "store/store.h"

struct import_options {
	const char *const *map;		/* "column=field", NULL ends; may be NULL */
	const char *const *ignore;	/* columns passed over, NULL ends; may be NULL */
	bool create;			/* references that name nothing are made */
	bool add_terms;			/* terms that a list lacks are added */
	bool restore;			/* rows found in the trash are taken out of it */
	bool no_guard;			/* a ' in front of = + - @ is part of the value */
	const char *skip_bad;		/* NULL, or the file that refused rows go to */
	bool keep_ids;			/* import all: ids as given, everything stored */
};

struct import_report {
	int64_t added, changed, same, skipped;
	int64_t problems;		/* rows refused */
	int64_t computed_columns;	/* columns accepted and ignored */
	int64_t unguarded;		/* cells that lost a guarding ' */
	int64_t created;		/* records made beside the rows (--create) */
	int64_t missing;		/* references that name nothing */
	struct csv_format format;
};

/* Told of each problem: "FILE:LINE: column: 'value': reason", and of other things
 * the person should know (encoding, delimiter). */
struct import_listener {
	void (*problem)(void *ctx, const char *sentence);
	void (*note)(void *ctx, const char *sentence);
	bool (*stop)(void *ctx);	/* may be NULL: asked now and then */
	void *ctx;
};

/* Reads path ("-": standard input) into a pane, as one action of its own with
 * the command name given. Problems: nothing is written, STATUS_DATA with a
 * sentence that counts them; with skip_bad the refused rows are written there and
 * the others imported. dry: everything is checked and counted, nothing kept. */
bool import_csv(struct store *s, const struct pane *pane, const char *path,
    const struct import_options *o, bool dry, const struct import_listener *listener,
    struct import_report *r, struct error *e);

/* The inverse of export_all: every CSV file of dir, ids and trash included, into
 * an empty file, in one action; STATUS_EXISTS when the file has records. */
bool import_all(struct store *s, const char *dir, const struct import_listener *listener,
    struct import_report *r, struct error *e);

#endif
