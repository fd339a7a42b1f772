/* What needs attention, across everything: one list, the most pressing first, each with
 * its reasons and how much each adds. */
#ifndef ALIANZA_APP_CARE_H
#define ALIANZA_APP_CARE_H

#include "app/app.h"
#include "base/arena.h"
#include "store/signal.h"

/* Why something needs attention, and how pressing that is (care.c holds THE RULES). */
struct care_rule {
	const char *signal;
	int (*weigh)(const struct signal_row *row);
	void (*say)(const struct signal_row *row, struct str *out);
	const char *how;	/* N_(): the arithmetic of weigh, in words */
	const char *step;	/* the command that is the usual next step; NULL: open it */
	const char *list;	/* filter of the list in which such things stand; NULL: none */
	bool dated;		/* something is due on a day */
};

struct care_reason {
	const struct care_rule *rule;
	int weight;
	bool counted;
	int64_t days;		/* as in the signal; only where counted */
	const char *text;	/* "silent 43 days, asked every 30" */
};

struct care_thing {
	int64_t id;
	int weight;			/* the sum of its reasons */
	struct care_reason *reasons;	/* the weightiest first */
	int count;
};

struct care {
	struct arena mem;
	struct care_thing *things;	/* the most pressing first */
	size_t count;
};

/* By all rules, as of today. False leaves nothing to be freed. */
bool care_read(struct app *app, struct care *out, struct error *e);
void care_free(struct care *care);

/* Appends "silent 43 days, asked every 30: +6; report due, in 9 days: +3". */
void care_reasons(const struct care_thing *t, struct str *out);
/* The usual next step of a thing: a command's name, NULL for none but opening it. */
const char *care_step(const struct care_thing *t);
/* Nothing is in the file yet that could be cared for. */
bool care_empty(struct app *app, bool *empty, struct error *e);

#endif
