/* Courses of the Programs & Events Dashboard: its CSV of a campaign has a row for each
 * course (WikiEduDashboard, lib/analytics). What it counted becomes figures of a goal. */
#ifndef ALIANZA_IO_DASHBOARD_H
#define ALIANZA_IO_DASHBOARD_H

#include "store/store.h"

struct dashboard_target {
	int64_t goal;
	int64_t event;		/* whose figures they are; 0: no event's */
};

struct dashboard_report {
	int64_t courses, added, changed, same;	/* rows; figures */
	int64_t totals;				/* lines "Total", skipped */
};

/* The only goal of target->event, into target->goal; STATUS_NONE and a sentence when it
 * has none, or several. */
bool dashboard_goal_of(struct store *s, struct dashboard_target *target, struct error *e);

/* Reads path ("-": standard input) within the action that is under way. Metrics that the
 * goal lacks are made. A figure of a course that is there already is changed, so that the
 * same file twice changes nothing; what is in the trash stays there. tell gets sentences
 * about what was passed over. */
bool dashboard_import(struct store *s, const char *path, const struct dashboard_target *target,
    void (*tell)(void *ctx, const char *sentence), void *ctx, struct dashboard_report *r,
    struct error *e);

#endif
