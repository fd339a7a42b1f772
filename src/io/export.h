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
	bool include_private;	/* private records, contact fields, all names too */
	bool force;		/* overwrite an existing file */
};

struct export_report {
	int64_t rows;
	int64_t omitted;	/* private records left out */
	int omitted_columns;	/* contact fields left out */
	int64_t omitted_names;	/* of people near protected countries: in wikitext, and
				 * in exports of who was where */
};

struct export_format {
	const char *name;	/* "csv" */
	const char *label;	/* N_() */
	const char *suffix;	/* ".csv" */
};
/* The i-th format, NULL after the last. */
const struct export_format *export_format_at(int i);

/* Writes the rows of a pane to path ("-": standard output). Same data, same bytes.
 * A reference is the title by which import finds the record, else its id; of a
 * private record always the id. filter may be NULL. STATUS_EXISTS when the file
 * exists and force is not set; STATUS_USAGE for an unknown format, column or
 * sort, and when nothing but contact fields is asked for. */
bool export_rows(struct store *s, const struct pane *pane, const struct filter *filter,
    const struct export_options *o, const char *path, struct export_report *r,
    struct error *e);
/* The same into memory (appended). */
bool export_text(struct store *s, const struct pane *pane, const struct filter *filter,
    const struct export_options *o, struct str *out, struct export_report *r,
    struct error *e);

/* Everything, private and trash included, lossless: one CSV file for each entity
 * that has records, named like it, with ids instead of titles, not guarded; and
 * alianza.csv, which says by name and value the version, the schema and how many
 * records of each entity there are. dir is made (0700), STATUS_EXISTS when it is
 * there; nothing stays of it after a failure. */
bool export_all(struct store *s, const char *dir, int64_t *records, struct error *e);

#endif
