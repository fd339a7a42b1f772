/* What the files of list_rows.h share: list_rows.c keeps ids and cells, list_reload.c
 * begins again with another filter. */
#ifndef ALIANZA_UI_LIST_PART_H
#define ALIANZA_UI_LIST_PART_H

#include "base/arena.h"
#include "store/filter.h"
#include "store/search.h"
#include "ui/list_rows.h"

struct slot {
	int64_t row;		/* -1: none */
	struct str cells;	/* each ends with a NUL */
	bool private;
};

struct list_rows {
	struct app *app;
	const struct pane *pane;
	const struct entity *ent;
	struct arena mem;
	struct column *fields;	/* what is read: the visibility, then the columns */
	struct column *columns;
	size_t column_count;
	size_t wanted;		/* so many of the columns are read */
	int *widths;		/* list_rows_widths() */
	struct str shown;	/* the columns as written */
	char *sort;
	char *base;		/* filter that every row passes; NULL: none */
	struct filter *filter;
	bool narrowed;		/* by more than the base */
	bool tree;		/* titles are indented by their depth */
	bool expected;		/* a filter is going to be typed */
	struct search *search;	/* NULL: not asked for, or what it knew is old */
	struct filter *words;	/* what it looks for, where it can */
	bool searching;		/* the ids come from it */
	int64_t *ids;
	int64_t known, room;
	int64_t read;		/* by the statement that reads ids */
	bool complete;
	struct rows *reading;
	struct query query;	/* of reading: it is borrowed */
	int64_t total;
	int page;
	struct slot *slots;
	int slot_count;
	int64_t generation;
};

/* --- list_rows.c --- */

void list_page_set(struct list_rows *r, int page);
void list_cells_forget(struct list_rows *r);
void list_cells_fill(struct list_rows *r, int64_t i, struct rows *rows);
void list_id_add(struct list_rows *r, int64_t at, int64_t id);
/* Up to count more ids out of the search; false when all are found. */
bool list_found_slice(struct list_rows *r, int64_t count);

/* --- list_reload.c --- */

void list_search_drop(struct list_rows *r);	/* what it knew is old, or no longer asked for */

#endif
