/* What stands beside the list of the overview: the month with its weeks, the events of
 * today, and how many records there are in each main list. */
#ifndef ALIANZA_UI_OVERVIEW_ASIDE_H
#define ALIANZA_UI_OVERVIEW_ASIDE_H

#include "app/app.h"
#include "app/month.h"
#include "ui/draw.h"

enum { ASIDE_COLS = 36, ASIDE_EVENTS = 3, ASIDE_PANES = 9, DAYS_MAX = 32 };

struct aside {
	struct month month;
	int today;			/* day of the month */
	bool busy[DAYS_MAX];		/* an event is on that day */
	struct str events[ASIDE_EVENTS];	/* titles of those on today */
	int event_count;
	struct aside_pane {
		const struct pane *pane;
		int64_t count;
	} panes[ASIDE_PANES];
	int pane_count;
};

/* Anew, as of today; what was read before is freed. False: there may be less of it. */
bool aside_read(struct app *app, struct aside *a, struct error *e);
void aside_draw(const struct aside *a, const struct draw *d, struct box box);
void aside_free(struct aside *a);

#endif
