/* Words looked for in memory: the folded texts of the rows of a list, one after another
 * in the order of the list, so that the first screenful of what fits is found first.
 *
 * Built and searched in slices, which end when the stop hook of the store says so. What
 * it finds is what the same filter finds in the file (filter.h), as long as the file is
 * the one that the texts were read from. */
#ifndef ALIANZA_STORE_SEARCH_H
#define ALIANZA_STORE_SEARCH_H

#include "store/filter.h"

struct search;

/* ids of all rows of the list in their order, as the file is now; copied. */
struct search *search_new(struct store *s, const struct entity *ent, const int64_t *ids,
    size_t count);
void search_free(struct search *m);	/* NULL is fine */

bool search_build(struct search *m);	/* a slice; true while there is more */
/* Has it all texts, and is the file still as it was then? */
bool search_ready(const struct search *m);
bool search_fresh(const struct search *m);	/* only the latter */
size_t search_rows(const struct search *m);	/* of the list */

/* A new search, for filter_is_words(f); NULL fits all. Goes on from what the last one
 * found when it can only narrow that. f is borrowed until the next begin or free. */
void search_begin(struct search *m, const struct filter *f);
/* The next row that fits. False: there is none, or the stop hook says so; then the same
 * search goes on with the next call. */
bool search_next(struct search *m, int64_t *id);
bool search_over(const struct search *m);

#endif
