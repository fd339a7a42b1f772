/* THE REPORTS: one table (report.c) from which the command `report`, the list on X, help
 * and manual are made. A report says what stands on its page (io/page.h) and is written
 * in every format it gives; it only reads the file, and only what others may see
 * (io/shared_rows.h).
 *
 * To add one: a function in a file report_*.c, declared below, and a row in report.c. */
#ifndef ALIANZA_APP_REPORT_H
#define ALIANZA_APP_REPORT_H

#include "app/app.h"
#include "app/span.h"
#include "io/page.h"
#include "io/shared_rows.h"

struct figures;
struct report_call;

struct report {
	const char *name;	/* after `report`, in names of files */
	char key;		/* typed after X; unique, a small letter */
	const char *pane;	/* its argument is a record of this pane; NULL: it has none */
	bool optional;		/* works without its argument too */
	enum report_stretch {
		REPORT_NO_SPAN, REPORT_YEAR, REPORT_QUARTER
	} span;			/* or a stretch of time that is no record, "2020": usually */
	const char *formats;	/* names of io/page.h, joined by ' '; the first is usual */
	const char *label;	/* N_() */
	const char *help;	/* N_(), one sentence */
	bool (*make)(struct report_call *r, struct error *e);
};

/* A report being made. */
struct report_call {
	struct app *app;
	const struct report *report;
	int64_t id;		/* record it is about; 0: none */
	const char *span;	/* stretch of time it is about, as typed; may be NULL */
	const char *language;	/* of headings: "en", "es", "pt" (report_words.h) */
	enum page_format format;	/* codes and English names for CSV, words else */
	struct page *page;	/* to be filled */
	struct arena *mem;	/* lives until the page is written */
	struct shared_left left;
	bool brief;		/* see report_wish; only of a text */
	const struct figures *figures;	/* of all metrics, while a report has read them */
};

const struct report *report_at(int i);		/* NULL after the last */
/* By its name; STATUS_USAGE with the nearest one. */
const struct report *report_find(const char *name, struct error *e);
const struct report *report_by_key(char key);	/* NULL: none has it */
/* Can it be about this record of the entity? */
bool report_takes(const struct report *r, const struct entity *ent);

struct report_wish {
	const char *format;	/* NULL: its first */
	const char *language;	/* NULL: the screen's, else English */
	int columns;		/* of plain text; 0: 72 */
	const char *span;	/* for reports with .span, where id is 0; may be NULL */
	bool brief;		/* for a screen: the beginning of what is long */
};
/* Makes it; the caller's to free, NULL with the error. id 0: about nothing; STATUS_USAGE
 * where it needs a record, STATUS_NOPERM where that is private, STATUS_NONE where nothing
 * would stand on the page. *format gets the one it is made for; left counts what was
 * left out. */
struct page *report_page(struct app *app, const struct report *report, int64_t id,
    const struct report_wish *wish, enum page_format *format, struct shared_left *left,
    struct error *e);
/* The same, appended to out as the format has it. */
bool report_write(struct app *app, const struct report *report, int64_t id,
    const struct report_wish *wish, struct str *out, enum page_format *format,
    struct shared_left *left, struct error *e);
/* Tells the person what was left out, where something was. */
void report_say_left(struct app *app, const struct shared_left *left);
/* A name for its file: "documentation - TITLE - 2026-11-21.wiki", without what names of
 * files cannot have. */
void report_file_name(struct app *app, const struct report *report, int64_t id,
    enum page_format format, struct str *out);

/* --- For those who make reports (report_part.c) --- */

/* Rows about the record of the report; what is left out of them is counted. */
struct shared_rows *report_rows(struct report_call *r, const struct shared_query *q,
    struct error *e);
/* The same about another record than that of the report. */
struct shared_rows *report_rows_of(struct report_call *r, const struct shared_query *q,
    int64_t id, struct error *e);
/* A column as it stands in this report: the code in CSV, else its word. */
const char *report_cell(struct report_call *r, struct shared_rows *rows, size_t i);
/* The word for a term; one that the table of words does not know has the label it has on
 * the screen. */
const char *report_term(struct report_call *r, const struct field *f, const char *code);
/* One column of a table in a report. */
struct report_column {
	const char *name;	/* in CSV */
	const char *word;	/* its heading: key of report_word */
	const char *column;	/* of the query; "a|b": the first that is not empty */
	/* Where no column has it (.column NULL): made for the record of a row, in r->mem;
	 * NULL: the cell stays empty. */
	const char *(*make)(struct report_call *r, int64_t id);
	bool data;		/* in CSV only: readers of the page know it already */
	enum page_text how;
};
/* Adds a table with all rows of the query, whose .columns is not looked at; .name NULL
 * ends the columns. False when reading failed. */
bool report_table(struct report_call *r, const struct shared_query *q,
    const struct report_column *columns, struct error *e);
/* The same in two steps, for a table of several queries: its head, then the rows of each.
 * All have the same columns, which may come from elsewhere (.column, .make). */
void report_table_begin(struct report_call *r, const struct report_column *columns);
bool report_table_rows(struct report_call *r, const struct shared_query *q,
    const struct report_column *columns, struct error *e);
/* The days it is about: of its period or what was typed, else the usual ones. */
bool report_span(struct report_call *r, struct span usual, struct span *out,
    struct error *e);
/* What is added to the page next is about the record of this row. */
void report_about(struct report_call *r, const struct shared_rows *rows);
/* Title of the page: what the report is about. In plain text only (io/page.h). */
void report_title(struct report_call *r);
/* An address for a cell that is PAGE_RICH: a link where the page can have one. */
const char *report_link(struct report_call *r, const char *address);
/* A heading or word of reports in the language of this one; key as in report_words.c. */
const char *report_word(const struct report_call *r, const char *key);

/* --- The reports --- */

bool report_documentation(struct report_call *r, struct error *e);
bool report_attendance(struct report_call *r, struct error *e);
bool report_schedule(struct report_call *r, struct error *e);
bool report_items(struct report_call *r, struct error *e);
bool report_interview(struct report_call *r, struct error *e);
bool report_affiliates(struct report_call *r, struct error *e);
bool report_partners(struct report_call *r, struct error *e);
bool report_events(struct report_call *r, struct error *e);
bool report_goals(struct report_call *r, struct error *e);
bool report_resources(struct report_call *r, struct error *e);
bool report_period(struct report_call *r, struct error *e);
bool report_evaluation(struct report_call *r, struct error *e);
bool report_stages(struct report_call *r, struct error *e);
bool report_sheet(struct report_call *r, struct error *e);
bool report_digest(struct report_call *r, struct error *e);
bool report_needs(struct report_call *r, struct error *e);
bool report_matrix(struct report_call *r, struct error *e);

#endif
