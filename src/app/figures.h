/* Figures: what was measured, and what it comes to within a stretch of time.
 *
 * How they add up is told in store/adding.h. A figure belongs where its last day is, else
 * at the end of its goal. A sum is exact where its parts are. */
#ifndef ALIANZA_APP_FIGURES_H
#define ALIANZA_APP_FIGURES_H

#include "app/span.h"
#include "base/decimal.h"
#include "io/shared_rows.h"
#include "store/adding.h"

struct figure {
	struct addend is;
	int64_t metric;
	bool plain;			/* of no event and of nobody but the metric's owner */
	bool dated;			/* says itself when it was */
	bool counts;			/* towards its goal: is of its time and not to come */
	const char *evidence;
};

/* By metric, and in the order of adding.h. */
struct figures {
	struct arena mem;
	struct figure *all;
	size_t count;
};

/* filter: of measurements; NULL: all that have a number. left: NULL with the
 * private ones, else they are left out and counted. Caller frees. */
bool figures_read(struct store *s, const char *filter, struct shared_left *left,
    struct figures *out, struct error *e);
void figures_free(struct figures *f);
/* Those of one metric, count of them; borrowed from f. */
const struct figure *figures_of(const struct figures *f, int64_t metric, size_t *count);

struct figures_sum {
	bool known;		/* is there any? */
	bool fits;		/* no more digits than a decimal may have */
	struct decimal total;
	const char *qualifier;	/* of the only part; of several: "", "at-least" or "about" */
	size_t parts;
	const struct figure *newest;	/* of the parts; NULL: none */
};

/* Of one metric, within days; from "" and to "~": whenever. */
struct figures_sum figures_sum(const struct figures *f, int64_t metric, const char *from,
    const char *to);
/* Towards its goal: what its progress is worked out from. */
struct figures_sum figures_reached(const struct figures *f, int64_t metric);
/* Appends the sign of the qualifier and the number: "~300", "≥20"; nothing when it is not
 * known. */
void figure_show(const struct figures_sum *sum, struct str *out);

/* What a person types as a figure: a number, in front of it a sign (~ about, < almost,
 * > over, >= at least, = exact) or the word; "?" or "unknown" alone. Appends the code of
 * the qualifier and the number to the two texts; refuses with one sentence. */
bool figure_input(struct store *s, const char *typed, struct str *qualifier,
    struct str *value, struct error *e);

#endif
