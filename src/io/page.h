/* A page for readers, built up part by part and then written as wikitext, as plain text
 * or, where it is one table, as CSV, or shown on a screen. What belongs where is decided
 * once; what is markup in a format is known here only. */
#ifndef ALIANZA_IO_PAGE_H
#define ALIANZA_IO_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum page_format { PAGE_CSV, PAGE_WIKITEXT, PAGE_TEXT, PAGE_FORMATS };

const char *page_format_name(enum page_format f);	/* "wikitext" */
const char *page_format_suffix(enum page_format f);	/* ".wiki" */
bool page_format_find(const char *name, enum page_format *f);

/* How far a text may carry markup into wikitext. */
enum page_text {
	PAGE_ESCAPED,		/* not at all */
	PAGE_RICH		/* what wikitext_rich() leaves of it */
};
enum page_mark { PAGE_BULLET, PAGE_NUMBER };

struct page;

struct page *page_new(void);
void page_free(struct page *p);		/* NULL is fine */

/* Every text is copied, may have several lines, and NULL is "". Parts without any text
 * leave no trace. level 1 is the title: a wiki page has it above already, so it stands
 * in plain text only. A heading with no part before the next one of its level or of a
 * higher one is left out. */
void page_heading(struct page *p, int level, const char *text);
void page_paragraph(struct page *p, const char *text, enum page_text how);
/* One point of a list; points of one mark that follow each other are one list. */
void page_item(struct page *p, enum page_mark mark, const char *text, enum page_text how);
/* The same with what stands in front of the text and behind it on its line, always
 * escaped: of other fields. Either may be NULL or "". */
void page_item_with(struct page *p, enum page_mark mark, const char *before,
    const char *text, enum page_text how, const char *after);
/* "Date: 2021-10-01" */
void page_label(struct page *p, const char *label, const char *value);

struct page_column {
	const char *name;	/* in CSV: English, never translated */
	const char *heading;	/* for people, in the language of the page */
	enum page_text how;	/* of its cells */
};
/* The cells follow, row by row, by page_cell; no other part comes between. Columns that
 * are empty in every row are left out, but not in CSV. */
void page_table(struct page *p, const struct page_column *columns, size_t count);
void page_cell(struct page *p, const char *text);

/* What a part or a row is about, for a screen: files do not have it. */
struct page_lead {
	int64_t id;		/* the record; 0: none */
	const char *pane;	/* the list behind its numbers; NULL: none */
	const char *filter;	/* of that list, as after "/" */
};
/* What is added next, a part or the row whose cells follow, is about this; texts are
 * copied. */
void page_leads(struct page *p, struct page_lead lead);

bool page_empty(const struct page *p);	/* nothing but headings */

/* Appends the page. columns: width of plain text, at least 20 are used. CSV is the
 * first table alone, with the guard against formulas; rows end with CR LF. */
void page_write(const struct page *p, enum page_format f, int columns, struct str *out);

/* --- On a screen (page_screen.c) --- */

enum page_line_kind { PAGE_LINE_HEAD, PAGE_LINE_COLUMNS, PAGE_LINE_TEXT, PAGE_LINE_BLANK };
struct page_line {
	enum page_line_kind kind;
	const char *text;	/* borrowed until the next one */
	struct page_lead lead;	/* texts as long as the page */
};
/* Gives the page line by line, none longer than `columns`; room above a heading is for
 * who shows it. Tables keep a line for each
 * row: what has no room is cut, columns without any are named below; where half of them
 * have none, each row is some lines. Two short labels stand side by side. flags as of
 * utf8_fit(). */
void page_screen(const struct page *p, int columns, unsigned flags,
    void (*take)(void *ctx, const struct page_line *line), void *ctx);

#endif
