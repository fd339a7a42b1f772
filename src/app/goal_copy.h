/* The goals of one period, copied to the next. */
#ifndef ALIANZA_APP_GOAL_COPY_H
#define ALIANZA_APP_GOAL_COPY_H

#include "app/app.h"

struct goal_copied {
	int goals, metrics;	/* made */
	int there;		/* goals that the other period had already */
};

/* Within an action: all goals of a period (of an owner, 0 for all), as drafts of the other
 * one, with their codes, their places and their metrics. A metric that tells how
 * things stand begins with what it came to; one of what each stretch of days brought
 * begins anew. Measurements stay where they are. A goal whose parent is copied stands
 * below the copy. Those that are there already, by owner, code and statement, are left as
 * they are. STATUS_NONE when there is nothing to copy. */
bool goal_copy(struct app *app, int64_t from, int64_t to, int64_t owner,
    struct goal_copied *copied, struct error *e);

#endif
