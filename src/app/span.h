/* Stretches of time that figures are kept by: a period of the file, a year, a quarter. */
#ifndef ALIANZA_APP_SPAN_H
#define ALIANZA_APP_SPAN_H

#include "base/arena.h"
#include "base/date.h"
#include "store/store.h"

struct span {
	const char *name;	/* as people read it: "2026 Q1" */
	char from[11], to[11];	/* its first and last day, whole days */
};

/* The days that a date means, also of a partial one. */
void span_of_date(struct date d, char from[11], char to[11]);
long span_days(const struct span *span);		/* how many */
struct span span_year(int year, struct arena *mem);
/* A period of the file; false and STATUS_DATA when it has no days. */
bool span_of_period(struct store *s, int64_t period, struct arena *mem, struct span *out,
    struct error *e);
/* As typed: "2026 Q1", "2026", "2026-03", "2026-01-01..2026-03-31", or a period of the
 * file by its name or id. */
bool span_read(struct store *s, const char *text, struct arena *mem, struct span *out,
    struct error *e);

/* The quarters of a stretch: the periods of that kind which lie in it, in their order and
 * none over another; where the file has none, the calendar's of the year it begins in.
 * *own: they are the file's. In mem. */
bool span_quarters(struct store *s, const struct span *whole, struct arena *mem,
    struct span **out, size_t *count, bool *own, struct error *e);
struct span span_quarter(int year, int quarter, struct arena *mem);	/* 1 to 4 */

#endif
