/* A table of counts for others: as CSV, or as a table for a wiki page. */
#ifndef ALIANZA_IO_EXPORT_TALLY_H
#define ALIANZA_IO_EXPORT_TALLY_H

#include "store/tally.h"

struct tally_format {
	const char *name;	/* "csv" */
	const char *suffix;	/* ".csv" */
};
/* The i-th format, NULL after the last. */
const struct tally_format *tally_format_at(int i);

struct tally_export {
	const char *format;	/* NULL: the first */
	bool labels;		/* labels and totals, as on the screen; wikitext has them always */
	bool include_private;	/* private records, contact data and names of people too */
};

/* Counts what the query says, without private records unless they are asked for
 * (*omitted gets how many), and appends the table. A group that is a private record has
 * no name. STATUS_USAGE for an unknown format, STATUS_NOPERM for contact data and, where
 * others will read it, for names of people. */
bool export_tally(struct store *s, const struct tally_query *q,
    const struct tally_export *o, struct str *out, int64_t *omitted, struct error *e);

#endif
