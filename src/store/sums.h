/* Figures of several organisations in one: what a network reached together. Nobody and
 * nothing is counted twice, and a sum is only as exact as its parts. */
#ifndef ALIANZA_STORE_SUMS_H
#define ALIANZA_STORE_SUMS_H

#include "base/arena.h"
#include "base/decimal.h"
#include "store/store.h"

struct sum_query {
	const char *name;	/* of the metrics, compared folded; NULL: any */
	const char *unit;	/* the same */
	int64_t network;	/* goals of its members and its own; 0: of everybody */
	const char *from, *to;	/* days, full ("2026-01-01"); what ended within counts */
};

/* One part: what a metric came to by one contributor in that time (adding.h), or what was
 * counted from the records of all metrics that are counted that way. */
struct sum_part {
	int64_t metric;		/* 0: counted from records */
	int64_t owner;		/* organisation whose figure it is, 0: not known */
	const char *counted;	/* code of count-from when counted from records, else "" */
	bool known;
	struct decimal value;
	const char *qualifier;	/* code; "" is exact */
	int64_t figures;	/* that add up to it; 0: counted from records */
};

struct sum {
	struct arena mem;
	bool known;		/* is there any figure? */
	bool fits;		/* it has no more digits than a decimal may have */
	struct decimal total;
	const char *qualifier;	/* "exact", "at-least" or "about" */
	struct sum_part *parts;
	size_t count;
	int64_t metrics;	/* that were looked at */
	int64_t of_members;	/* of them: goals of others than the network itself */
	int64_t organisations;	/* that have a figure or records in it */
	int64_t without;	/* of them: neither a figure nor records */
	int64_t typed;		/* to be counted from records, but there are none: as typed */
};

/* Without a figure it is true, and not known. False leaves nothing to be freed. */
bool sum_make(struct store *s, const struct sum_query *q, struct sum *out, struct error *e);
void sum_free(struct sum *sum);

#endif
