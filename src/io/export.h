/* Lists out, as CSV, wikitext table or JSON; and the whole file as CSV. Adding a
 * format is a row of the table in export.c. */
#ifndef ALIANZA_IO_EXPORT_H
#define ALIANZA_IO_EXPORT_H

#include "store/query.h"

struct filter;

struct export_options {
	const char *format;	/* NULL: "csv" */
	const char *columns;	/* "a,b.c"; NULL: every stored field, id first */
	const char *sort;	/* NULL: the pane's */
	bool labels;		/* labels instead of codes; names stay in English */
	bool bom;		/* UTF-8 byte order mark in front, for spreadsheets */
	bool no_guard;
	bool include_private;	/* private records and contact fields too */
	bool force;		/* overwrite an existing file */
};

struct export_report {
	int64_t rows;
	int64_t omitted;	/* private records left out */
	int omitted_columns;	/* contact fields left out */
};

struct export_format {
	const char *name;	/* "csv" */
	const char *label;	/* N_() */
	const char *suffix;	/* ".csv" */
};
/* The i-th format, NULL after the last. */
const struct export_format *export_format_at(int i);

/* Writes the rows of a pane to path ("-": standard output). Same data, same bytes.
 * STATUS_EXISTS when the file exists and force is not set; STATUS_USAGE for an
 * unknown format, column or sort. */
bool export_rows(struct store *s, const struct pane *pane, const struct filter *filter,
    const struct export_options *o, const char *path, struct export_report *r,
    struct error *e);
/* The same from ids (rows marked on the screen) or into memory. */
bool export_text(struct store *s, const struct pane *pane, const struct filter *filter,
    const struct export_options *o, struct str *out, struct export_report *r,
    struct error *e);

/* Everything, private and trash included, one CSV file an entity with ids instead
 * of titles, lossless; dir is made (0700), STATUS_EXISTS when it is there. */
bool export_all(struct store *s, const char *dir, int64_t *records, struct error *e);

#endif
