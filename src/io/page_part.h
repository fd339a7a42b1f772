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
	struct page_lead lead, *leads;	/* of a part; of each row of a table */
	size_t lead_room;
	const char **cells;
	size_t cell_count, cell_room;
};

struct page {
	struct page_part *parts;
	size_t count, room;
	struct page_lead next;	/* of what is added next */
	struct arena mem;	/* all texts */
};

bool page_part_shown(const struct page *p, size_t i);
/* The parts that are shown, in their order. */
struct page_walk {
	const struct page *p;
	size_t next;
	const struct page_part *before;
	int number;		/* of a point in a list with numbers, else 0 */
	bool apart;		/* a blank line is to be before it */
};
const struct page_part *page_walk(struct page_walk *w);	/* NULL after the last */
/* The line at *p without its end: its bytes; *p goes to the next one. */
size_t page_line(const char **p, const char **line);

void page_wikitext(const struct page *p, struct str *out);
void page_plain(const struct page *p, int columns, struct str *out);
/* One part of it. */
void page_plain_part(const struct page_part *part, int number, int columns,
    struct str *out);
/* A row of a table whose cells are as read, where there is no room side by side: lines
 * "Heading: cell". */
void page_plain_row(const struct page_part *part, size_t row, int columns, struct str *out);
/* Without the markup that its author wrote for a wiki; in mem or the text itself. */
const char *page_as_read(struct arena *mem, const char *text, enum page_text how);
void page_csv(const struct page *p, struct str *out);

#endif
