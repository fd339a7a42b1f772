/* What the next edition of an event is called and when it is, where a person says no more
 * than the day it starts. */
#include "config.h"

#include "app/edition.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

enum { WEEKS_OF_A_YEAR = 52, DAYS_OF_A_WEEK = 7 };

/* What of an event its next edition follows from. */
struct before {
	const char *name;
	int64_t edition;	/* 0: not numbered */
	struct date start, end;	/* year 0: not known */
};

static bool
before_read(struct app *app, int64_t event, struct arena *mem, struct before *out,
    struct error *e)
{
	const struct entity *ent = entity_find("event");
	struct record *r = NULL;

	*out = (struct before){ .name = NULL };
	if (!record_load(app->store, ent, event, &r, e))
		return false;
	if (!r)
		return set_error(e, STATUS_NONE, _("This event is not in the file any more."));
	out->name = value_dup(record_value_named(r, "name"), mem);
	out->edition = value_to_int(record_value_named(r, "edition"));
	value_to_date(record_value_named(r, "start"), &out->start);
	value_to_date(record_value_named(r, "end"), &out->end);
	record_free(r);
	return true;
}

/* The last number of a name that is this one; NULL: there is none. */
static const char *
number_in(const char *name, int64_t number, size_t *length)
{
	const char *found = NULL;

	for (const char *s = name; number > 0 && *s; ) {
		size_t n = strspn(s, "0123456789");
		if (n && strtoll(s, NULL, 10) == number) {
			found = s;
			*length = n;
		}
		s += n ? n : 1;
	}
	return found;
}

/* "Summit 2025" becomes "Summit 2026", "Summit 4" becomes "Summit 5"; a name without a
 * number gets the year behind it. */
static const char *
name_after(const struct before *b, int year, struct arena *mem)
{
	size_t n = 0;
	int64_t next = year;
	const char *at = number_in(b->name, b->start.year, &n);

	if (!at && (at = number_in(b->name, b->edition, &n)))
		next = b->edition + 1;
	if (!at)
		return arena_printf(mem, "%s %d", b->name, year);
	return arena_printf(mem, "%.*s%lld%s", (int)(at - b->name), b->name, (long long)next,
	    at + n);
}

bool
edition_end(struct date start, struct date end, struct date next, struct date *out)
{
	if (!start.day || !end.day || !next.day)
		return false;
	*out = date_from_days(date_first(next) + date_first(end) - date_first(start));
	return true;
}

bool
edition_words(struct app *app, int64_t event, const char *start, struct arena *mem,
    const char *words[EDITION_WORDS], int *count, struct error *e)
{
	const struct field *f = field_find(entity_find("event"), "start");
	struct str day = { 0 };
	struct before b;
	struct date d, last;
	char end[11];

	*count = 0;
	if (!before_read(app, event, mem, &b, e))
		return false;
	bool ok = f->type->canon(f, start, strlen(start), &day, e)
	    && (date_parse(str_text(&day), day.len, &d) || set_error(e, STATUS_USAGE,
	    _("Say when the next edition starts, if only its year.")));
	if (ok) {
		words[(*count)++] = arena_printf(mem, "name=%s", name_after(&b, d.year, mem));
		words[(*count)++] = arena_printf(mem, "start=%s", str_text(&day));
	}
	if (ok && edition_end(b.start, b.end, d, &last)) {
		date_format(last, end);
		words[(*count)++] = arena_printf(mem, "end=%s", end);
	}
	str_free(&day);
	return ok;
}

struct date
edition_year_later(struct app *app, int64_t event)
{
	struct arena mem = { 0 };
	struct date later = { 0, 0, 0 };
	struct before b;

	if (before_read(app, event, &mem, &b, NULL) && b.start.day)
		later = date_from_days(date_first(b.start) + WEEKS_OF_A_YEAR * DAYS_OF_A_WEEK);
	arena_free(&mem);
	return later;
}
