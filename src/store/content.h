/* The content of records and its hash (log-format R8): fields by ascending number,
 * empty ones left out, items sorted; `deleted` = 0 counts as empty. Private to
 * src/store. */
#ifndef ALIANZA_STORE_CONTENT_H
#define ALIANZA_STORE_CONTENT_H

#include "store/record.h"

enum content_part {
	CONTENT_ALL,
	CONTENT_SEEN	/* without `deleted`: what a deleter saw (R9), which must
			 * equal what stands there after the deletion */
};

/* Order of the items of a field, the same as SQLite's. */
int value_order(const struct value *a, const struct value *b);
/* Is this value part of a content? */
bool content_counts(const struct field *f, const struct value *v);

/* Records of one entity with ids from first to last, in order, without a query for
 * each of them:
 *	for (content_walk(&w, s, ent, first, last); content_next(&w); )
 *		hash = content_hash(&w, CONTENT_ALL);
 *	ok = content_end(&w, e); */
struct content_walk {
	struct plan *plan;
	int64_t id;		/* of the record under way */
	struct stmt *row;	/* its columns, see plan */
	struct stmt *items;
	bool more;		/* items stands on a row */
	struct error why;
};
void content_walk(struct content_walk *w, struct store *s, const struct entity *ent,
    int64_t first, int64_t last);
bool content_next(struct content_walk *w);
int64_t content_hash(struct content_walk *w, enum content_part part);
bool content_end(struct content_walk *w, struct error *e);

/* Of one record as it stands; a record that is not there is empty. */
bool content_now(struct store *s, const struct entity *ent, int64_t id,
    enum content_part part, int64_t *out, struct error *e);
/* As it was born (R1): `old` of the changes with parent 0, else what stands there. */
bool content_birth(struct store *s, const struct entity *ent, int64_t id, int64_t *out,
    struct error *e);

#endif
