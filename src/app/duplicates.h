/* Records that may be one and the same. */
#ifndef ALIANZA_APP_DUPLICATES_H
#define ALIANZA_APP_DUPLICATES_H

#include "app/app.h"

/* Calls f for each pair, the older record first, each pair once: two that an import
 * would take for the same row (entity.key), or whose names have the same words in
 * another order, or with other signs between. False from f ends it. */
struct twins {
	int64_t first, second;
	const char *why;	/* translated; borrowed for the call */
};
bool duplicates_each(struct app *app, const struct pane *pane,
    bool (*f)(void *ctx, const struct twins *t), void *ctx, struct error *e);

#endif
