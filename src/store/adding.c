#include "config.h"

#include "store/adding.h"

#include <string.h>

#include "base/date.h"

/* The first and the last day that a date means; "" for none. */
static void
days_of(const char *text, char from[11], char to[11])
{
	struct date d;

	*from = *to = '\0';
	if (!text || !date_parse(text, strlen(text), &d))
		return;
	if (d.day) {	/* a whole one, as most are: nothing to work out */
		memcpy(from, text, 11);
		memcpy(to, text, 11);
		return;
	}
	date_format(date_from_days(date_first(d)), from);
	date_format(date_from_days(date_last(d)), to);
}

void
addend_days(struct addend *x, const char *from, const char *to, const char *measured,
    const char *at_least)
{
	const char *const last[] = { to, from, measured, at_least };
	char other[11];

	days_of(from, x->from, other);
	x->to[0] = '\0';
	for (size_t i = 0; i < sizeof last / sizeof *last && !*x->to; i++)
		days_of(last[i], other, x->to);
}

const char *
addend_course(const char *evidence)
{
	return strstr(evidence, "/courses/") ? evidence : "";
}

bool
addend_is_of(const struct addend *x, const char *begin, const char *end)
{
	return strcmp(x->to, begin) >= 0 && (!*end || strcmp(x->from, end) <= 0);
}

/* Of one organisation and event? */
static bool
is_same(const struct addend *a, const struct addend *b)
{
	return a->organisation == b->organisation && a->event == b->event;
}

/* Of one day, what has days of its own comes before how things stood at their end. */
int
addend_compare(const struct addend *a, const struct addend *b)
{
	if (!is_same(a, b))
		return a->organisation != b->organisation
		    ? a->organisation < b->organisation ? -1 : 1 : a->event < b->event ? -1 : 1;
	int by = strcmp(a->course, b->course);
	if (!by)
		by = strcmp(b->to, a->to);
	if (!by)
		by = !*a->from - !*b->from;
	return by ? by : a->id > b->id ? -1 : a->id < b->id;
}

/* A course is of days, and comes after what was found without one. */
bool
adding_takes(struct adding *a, const struct addend *x)
{
	if (!a->last || !is_same(a->last, x)) {
		a->covered = "~";
		a->settled = "";
	} else if (strcmp(a->last->course, x->course) != 0) {
		a->covered = "~";
	}
	a->last = x;
	if (!*a->covered || strcmp(x->to, a->covered) >= 0
	    || (*a->settled && strcmp(x->to, a->settled) <= 0))
		return false;
	a->covered = x->from;
	if (!*x->from)
		a->settled = x->to;
	return true;
}
