/* How far a goal is: the arithmetic of progress and pace, and the values of a metric
 * over time. Values are exact; those of days to come are not looked at. */
#ifndef ALIANZA_STORE_PROGRESS_H
#define ALIANZA_STORE_PROGRESS_H

#include "base/arena.h"
#include "base/decimal.h"
#include "store/adding.h"
#include "store/store.h"

/* What the target is by its operator: "change by percent" means so much more or less
 * than the baseline. operator may be NULL. False: it has too many digits. */
bool progress_target(const char *operator, struct decimal baseline, struct decimal *target);
/* (value - baseline) / (target - baseline) in percent to 6 places; where both are equal,
 * 100 from there on and 0 below. False: it has too many digits. */
bool progress_percent(struct decimal baseline, struct decimal target, struct decimal value,
    struct decimal *out);

/* A goal today. */
struct progress {
	char percent[32];	/* mean of its metrics, as the field `progress`; "": none */
	int pace;		/* share of its time that is over, 0 to 100; -1: not known */
	char begin[11], end[11];	/* its first and last day, "" where not known */
};
bool progress_read(struct store *s, int64_t goal, struct progress *out, struct error *e);

/* The metrics that a record is measured by: those of a goal in the order they were
 * entered, a metric itself; none for others. Caller frees. */
bool progress_metrics(struct store *s, const struct entity *ent, int64_t id, int64_t **ids,
    size_t *count, struct error *e);

struct series_point {
	struct addend is;	/* whole days; of the value where it has one */
	bool counts;		/* towards the goal: has a number, and is of its time */
	const char *day;	/* its last one as stored, else when measured; "" */
	const char *words;	/* as the source puts it, "" */
};

/* A metric with its values, oldest first. Texts live in mem. */
struct series {
	struct arena mem;
	int64_t metric, goal;
	const char *name, *unit, *operator, *target_words;	/* "" where empty */
	bool has_baseline, has_target;
	struct decimal baseline, target;	/* target: what the operator makes of it */
	char percent[32];	/* progress, "" for none */
	char begin[11], end[11];	/* days of its goal */
	struct series_point *points;
	size_t count;
	const struct addend **counting;	/* those of the points that count, as adding.h wants */
	size_t counting_count;
};
bool series_read(struct store *s, int64_t metric, struct series *out, struct error *e);
void series_free(struct series *r);

/* What a metric had come to by the end of a day ("~": by now), as adding.h has it. */
struct series_sum {
	size_t parts;		/* figures that add up to it; 0: none yet */
	bool fits;		/* it has no more digits than a decimal may have */
	bool stands;		/* one of them says how things stood, not what days brought */
	const char *qualifier;	/* code of the only one, or of the sum; "" is exact */
	struct decimal total;
};
struct series_sum series_sum(const struct series *r, const char *day);

#endif
