/* Rows on their way out: what the formats of an export share. Inside io only. */
#ifndef ALIANZA_IO_EXPORT_ROW_H
#define ALIANZA_IO_EXPORT_ROW_H

#include "base/arena.h"
#include "io/export.h"

struct names;	/* titles of records referred to, each looked up once */
struct titles;	/* of kinds that the file has no index for */
struct people;	/* which records are near a protected country, alike */

struct slice {
	const char *s;
	size_t n;
};

struct export_column {
	const struct column *column;
	const struct field *field;
	bool several;		/* a row may have several values */
	bool labelled;		/* shown by a label instead of its code */
	bool guarded;		/* a text: a spreadsheet might run it */
	bool people;		/* a text that names people */
};

/* One export under way. */
struct export {
	struct store *s;
	const struct export_options *o;
	struct export_report *report;
	const struct entity *ent;
	struct column *query;		/* as the query wants them, and visibility last */
	struct export_column *columns;
	size_t count;
	struct rows *rows;
	struct names *names;
	struct titles *titles;
	struct people *people;
	bool names_guarded;		/* names of people are left out where that is safer */
	struct str bytes;		/* written, on their way to the file */
	struct str one, joined;		/* scratch of the value and the cell under way */
	struct arena mem;		/* of the row under way */
};

/* A format: each function appends to x->bytes. row writes the row that x->rows
 * stands at; the first one has report->rows 0. */
struct export_writer {
	struct export_format format;
	bool published;		/* for readers everywhere: names of people are guarded */
	bool shown;		/* values as people see them, not as import wants them */
	void (*begin)(struct export *x);
	void (*row)(struct export *x);
	void (*end)(struct export *x);
};
extern const struct export_writer export_csv, export_json, export_wikitext;

/* --- Values (export_value.c) --- */

/* Text of a value: the stored one, a label where the column has labels, for a
 * reference the title that finds it or else the id. Borrowed until the next call
 * for this export. */
struct slice export_plain(struct export *x, const struct export_column *c,
    const struct value *v);
/* As people see it; nothing for a reference to a private record. */
struct slice export_shown(struct export *x, const struct export_column *c,
    const struct value *v);
/* Every value of column i that `text` (one of the two above) gives, those of a
 * reference in the order of their texts. Valid for this row. */
struct slice *export_values(struct export *x, size_t i,
    struct slice (*text)(struct export *, const struct export_column *,
    const struct value *), size_t *count);
void export_values_free(struct export *x);

/* Does a value of `visibility` say that only this screen may show the record? */
bool export_is_private(const struct value *v);
/* Would the title of the record tell of a private one: itself, or one that it names? */
bool export_title_is_private(struct store *s, int64_t id);
/* The i-th field that titles of the entity are made of, NULL after the last. */
const struct field *export_title_field(const struct entity *ent, int i);

/* --- Titles (export_title.c) --- */

/* Does import find this very record, one of ent, by its title in a column of f? It
 * may say no where only the case of letters tells two titles apart. */
bool export_title_finds(struct export *x, const struct field *f,
    const struct entity *ent, int64_t id, const struct str *title);
void export_titles_free(struct export *x);

/* --- People (export_people.c) --- */

/* Is the column a text that names people: a part of the title of a person, or of a
 * record that may name a person instead? */
bool people_column(const struct column *c);
/* Is it such a text, or a reference to what has one for a title? */
bool people_may_be_named(const struct column *c);
/* Is this value a name that stays out, because who it names lives in, stands for or
 * went to a protected country? Counted. Only where x->names_guarded. */
bool people_left_out(struct export *x, const struct export_column *c, const struct value *v);
void people_free(struct export *x);

#endif
