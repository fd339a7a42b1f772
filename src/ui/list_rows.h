/* The rows behind a list: ids in their order, read in slices, and the cells of the rows
 * near the ones shown. Nothing here knows about the screen but its height.
 *
 * The first screenful is one query with a limit. The ids of all rows come later in idle
 * time from one statement, which is open only while it is read: a reader would keep
 * others from saving. Words of a filter are looked up in memory, once that was asked for
 * and the texts are there (store/search.h). */
#ifndef ALIANZA_UI_LIST_ROWS_H
#define ALIANZA_UI_LIST_ROWS_H

#include "app/app.h"
#include "store/query.h"

struct list_rows;

/* Columns as in struct pane ("name,-start" has no place here); app outlives it. */
struct list_rows *list_rows_new(struct app *app, const struct pane *pane,
    struct error *e);
void list_rows_free(struct list_rows *r);

/* Only rows that this filter finds are in the list at all; copied, before the first
 * reload. */
void list_rows_base(struct list_rows *r, const char *filter);
/* Other columns ("name,partnership.stage"), another order ("name,-start"; NULL: the
 * pane's): shown from the next reload on. False and a sentence: as before. */
bool list_rows_show(struct list_rows *r, const char *columns, struct error *e);
bool list_rows_sort(struct list_rows *r, const char *sort, struct error *e);
const char *list_rows_shown(const struct list_rows *r);	/* the columns, as written */
const char *list_rows_sorted(const struct list_rows *r);	/* NULL: the pane's order */
/* Appends a filter as the rows are narrowed by it: the base and what a person typed. */
void list_rows_narrow(const struct list_rows *r, const char *filter, struct str *out);

/* So many columns may be shown: cells of others are not read, for one of them may cost
 * more than the first ten. Never less than before. */
void list_rows_want(struct list_rows *r, size_t count);
const struct column *list_rows_columns(const struct list_rows *r, size_t *count);

/* Reads again with the filter; page: rows that the screen has. keep: a record that is
 * looked for near row at; *at gets where it is, or the nearest row there is. False:
 * nothing changed, the rows are as before. */
bool list_rows_reload(struct list_rows *r, const char *filter, int page, int64_t keep,
    int64_t *at, struct error *e);
/* A filter is going to be typed: in idle time its answers are made ready. */
void list_rows_expect(struct list_rows *r);
bool list_rows_idle(struct list_rows *r, int64_t top);	/* true while there is more */
void list_rows_rest(struct list_rows *r);		/* closes what is being read */

/* May records of the trash be among them? Only where the filter asks for them. */
bool list_rows_trash(const struct list_rows *r);
int64_t list_rows_known(const struct list_rows *r);	/* so many are sure */
bool list_rows_complete(const struct list_rows *r);
int64_t list_rows_total(const struct list_rows *r);	/* without filter; -1: not counted */
/* Makes row i known if it exists (INT64_MAX: all); says how many are known then. */
int64_t list_rows_reach(struct list_rows *r, int64_t i);
/* Ids of all rows known, in their order; borrowed until more are. */
const int64_t *list_rows_ids(const struct list_rows *r);
int64_t list_rows_id(const struct list_rows *r, int64_t i);	/* 0: not known */
/* Makes cells of the rows [top, top + count) ready. */
void list_rows_fetch(struct list_rows *r, int64_t top, int64_t count);
/* What a person sees in a cell; borrowed until the next fetch, "" when not ready. */
const char *list_rows_cell(const struct list_rows *r, int64_t i, size_t column);
/* Is it kept out of exports and reports? False when it is not ready. */
bool list_rows_private(const struct list_rows *r, int64_t i);
/* The widest cell of each column among the rows read so far: they never get narrower, so
 * that columns stand still while a filter is typed. */
const int *list_rows_widths(struct list_rows *r);
int64_t list_rows_generation(const struct list_rows *r);	/* counts reloads */

#endif
