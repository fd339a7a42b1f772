/* How the figures of one metric come to one number: this is the rule, and all that adds
 * figures up goes by it (progress, quarters, charts, sums of networks).
 *
 * A figure with a first and a last day is what those days brought: figures of days that
 * do not overlap add up, and one that covers days of an older one takes its place, as
 * where an affiliate reports the year so far. One without a first day says how things
 * stood then: it takes the place of all before it. All this holds among the figures of
 * one organisation and event; those of several add up. So does each course of the
 * Dashboard: two courses of the same days are two. */
#ifndef ALIANZA_STORE_ADDING_H
#define ALIANZA_STORE_ADDING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/decimal.h"

struct addend {
	int64_t organisation, event;	/* whose; where: 0 for none */
	const char *course;		/* the page of a course; "": of none */
	char from[11], to[11];		/* whole days, "" not known */
	int64_t id;
	const char *qualifier;		/* code, "" */
	struct decimal value;
};

/* Whole days out of dates as stored, NULL or "" where empty: its last day is that of the
 * first of to, from, measured and at_least that says one. */
void addend_days(struct addend *x, const char *from, const char *to, const char *measured,
    const char *at_least);
/* The address where a figure can be checked, where that is a course's page; else "". */
const char *addend_course(const char *evidence);
/* Does it tell of a time, such as a goal's? What ended before the time began does not, nor
 * what began after it; how things stood later does. begin, end: whole days, "" open. */
bool addend_is_of(const struct addend *x, const char *begin, const char *end);
/* The order that adding_takes() wants: what belongs together, the newest first. */
int addend_compare(const struct addend *a, const struct addend *b);

/* Begins as { 0 } for each metric. */
struct adding {
	const struct addend *last;
	const char *covered;	/* first of the days that are in the sum; "~": none yet */
	const char *settled;	/* the day for which it is known how things stood, "" */
};

/* Does it count beside those taken before? x is borrowed until the next one. */
bool adding_takes(struct adding *a, const struct addend *x);

#endif
