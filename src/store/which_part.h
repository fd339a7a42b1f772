/* What the files of looking up a name share; nobody else reads it. */
#ifndef ALIANZA_STORE_WHICH_PART_H
#define ALIANZA_STORE_WHICH_PART_H

#include "store/filter.h"
#include "store/which.h"

/* The ways a name can fit, the surest first. */
enum way { WAY_CODE, WAY_TITLE, WAY_FOLDED, WAY_OTHER, WAY_BEGINS, WAY_END };

/* A name looked for among the records of an entity. */
struct look {
	struct store *s;
	const struct entity *ent;
	const struct filter *scope;	/* a pane's fixed filter, or NULL */
	bool trash;
	const char *typed;
	struct str folded, beyond;	/* all that begins with folded sorts before beyond */
	bool slow;			/* titles must be put together to compare them */
};

struct hits {
	int64_t *ids;
	size_t max, count;		/* ids holds min(max, count) */
};

void which_hit(struct hits *h, int64_t id);
/* typed is borrowed till the end. Scope and trash are set after it. */
void which_begin(struct look *l, struct store *s, const struct entity *ent,
    const char *typed);
void which_end(struct look *l);
/* Adds the records that fit in one way. */
bool which_way(const struct look *l, enum way way, struct hits *h, struct error *e);
/* Adds the one that an id, the end of one behind '#', or @me names. */
bool which_ids(const struct look *l, struct hits *h, struct error *e);
int64_t which_id(const char *typed, size_t n);	/* a whole id, in capitals too; else 0 */

#endif
