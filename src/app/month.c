#include "config.h"

#include "app/month.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

enum { MONDAY = 0, SUNDAY = 6 };

/* The number of the week in which a day (as days from 1970) is. */
static int
week_number(long day, int first)
{
	struct date d = date_from_days(day);

	if (first == MONDAY)
		return date_iso_week(day, NULL);
	long new_year = date_days(d.year, 1, 1);
	/* December's last days may be in the week of the next 1 January. */
	long next = date_days(d.year + 1, 1, 1);
	int into_next = (date_weekday(next) - first + WEEK_DAYS) % WEEK_DAYS;
	if (day >= next - into_next)
		return 1;
	int into = (date_weekday(new_year) - first + WEEK_DAYS) % WEEK_DAYS;
	return (int)((day - new_year + into) / WEEK_DAYS) + 1;
}

void
month_make(int year, int month, int first, struct month *out)
{
	long day = date_days(year, month, 1);
	int length = date_month_length(year, month);
	int column = (date_weekday(day) - first + WEEK_DAYS) % WEEK_DAYS;

	*out = (struct month){ .year = year, .month = month, .first = first };
	for (int i = 1; i <= length; i++, day++) {
		struct month_week *week = &out->week[out->weeks];
		week->number = week_number(day, first);
		week->days[column] = i;
		column = (column + 1) % WEEK_DAYS;
		if (!column || i == length)
			out->weeks++;
	}
}

/* "C" speaks for no country. */
static bool
locale_is_plain(void)
{
	const char *name = setlocale(LC_TIME, NULL);

	return !name || !strcmp(name, "C") || !strncmp(name, "C.", 2) || !strcmp(name, "POSIX");
}

int
month_first_weekday(void)
{
#ifdef __GLIBC__
	/* 1 is the weekday of a day that the locale names: 30 November 1997, a Sunday, or
	 * 1 December, a Monday. */
	const char *first = nl_langinfo(_NL_TIME_FIRST_WEEKDAY);
	long named = (long)nl_langinfo(_NL_TIME_WEEK_1STDAY);

	if (!locale_is_plain() && first && *first >= 1 && *first <= WEEK_DAYS)
		return (*first - 1 + (named == 19971201 ? MONDAY : SUNDAY)) % WEEK_DAYS;
#endif
	return MONDAY;
}
