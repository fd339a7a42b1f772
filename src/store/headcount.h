/* How many people were present, each counted once: across the sessions of an event and
 * across several events. Who holds the meeting (category facilitator) is left out unless
 * asked for. What was counted by hand stands in the event and is not looked at here. */
#ifndef ALIANZA_STORE_HEADCOUNT_H
#define ALIANZA_STORE_HEADCOUNT_H

#include "base/arena.h"
#include "store/store.h"

struct headcount_scope {
	const int64_t *events;	/* at least one */
	size_t count;
	int64_t session;	/* only this one; 0: whatever session, or none */
	bool facilitators;	/* counted too */
};

/* What people are counted by: the category they came as; type, country and region of
 * the organisation they came for, else of the one they belong to; the country of the
 * attendance goes before, that of the person behind. */
enum headcount_way { BY_CATEGORY, BY_TYPE, BY_COUNTRY, BY_REGION, HEADCOUNT_WAYS };

struct headcount {
	int64_t present;
	int64_t expected;	/* on the list, present or not, but neither absent nor
				 * cancelled */
	int64_t awaited;	/* of these, who was on it before they came: no walk-ins */
	int64_t facilitators;	/* present and not counted, as they were not asked for */
	struct headcount_part {
		const char *code;	/* "" where it is not known */
		int64_t count;
	} *parts[HEADCOUNT_WAYS];	/* the largest first, the unknown last */
	size_t part_count[HEADCOUNT_WAYS];
	struct arena mem;	/* everything above lives here */
};

bool headcount_take(struct store *s, const struct headcount_scope *scope,
    struct headcount *out, struct error *e);
void headcount_free(struct headcount *h);	/* back to { 0 } */

#endif
