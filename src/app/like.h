/* "Three like this": what others did with the same type of partner, to tell a new one. */
#ifndef ALIANZA_APP_LIKE_H
#define ALIANZA_APP_LIKE_H

#include "app/app.h"
#include "io/page.h"
#include "io/shared_rows.h"

/* Appends up to `limit` examples (0: three) for an organisation or a partnership: open
 * and ended partnerships and examples of the same type of partner, of the same country
 * first, then of the same region, and among these the ones that name figures first.
 * STATUS_DATA when the record does not say which type of partner it is. */
bool like_add(struct app *app, int64_t id, int64_t limit, struct str *out, struct error *e);
/* The same as a page to read, each line about its example; the caller's to free, NULL and
 * the error when there is none. STATUS_NONE when there is no example. */
struct page *like_page(struct app *app, int64_t id, struct error *e);
/* The same as records, for a page: up to `max` of them, the best first. What is to be
 * told of one is the query, with its id. */
struct like_one {
	int64_t id;
	const struct shared_query *told;	/* column 0 names it; static */
};
bool like_find(struct app *app, int64_t id, struct like_one *out, size_t max, size_t *count,
    struct error *e);

#endif
