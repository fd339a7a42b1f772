/* Parts of a page, for those who write them: page_wikitext.c, page_plain.c, page_csv.c. */
#ifndef ALIANZA_IO_PAGE_PART_H
#define ALIANZA_IO_PAGE_PART_H

#include "base/arena.h"
#include "io/page.h"

enum page_kind {
	PART_HEADING, PART_PARAGRAPH, PART_BULLET, PART_NUMBER, PART_LABEL, PART_TABLE
};

struct page_part {
	enum page_kind kind;
	int level;		/* of a heading */
	enum page_text how;
	const char *text, *label;
	const char *before, *after;	/* of a point; NULL: nothing */
	const struct page_column *columns;	/* of a table, and its cells row by row */
	bool *filled;		/* those that have a text in any row: people see only them */
	size_t column_count;
	const char **cells;
	size_t cell_count, cell_room;
};

struct page {
	struct page_part *parts;
	size_t count, room;
	struct arena mem;	/* all texts */
};

bool page_part_shown(const struct page *p, size_t i);
/* The line at *p without its end: its bytes; *p goes to the next one. */
size_t page_line(const char **p, const char **line);

void page_wikitext(const struct page *p, struct str *out);
void page_plain(const struct page *p, int columns, struct str *out);
void page_csv(const struct page *p, struct str *out);

#endif
