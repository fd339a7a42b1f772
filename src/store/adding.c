#include "config.h"

#include "store/adding.h"

#include <string.h>

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

/* Of one day, what has days of its own comes before how things stood at their end. */
int
addend_compare(const struct addend *a, const struct addend *b)
{
	int by = strcmp(a->of, b->of);

	if (!by)
		by = strcmp(a->course, b->course);
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
	if (!a->last || strcmp(a->last->of, x->of) != 0) {
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
