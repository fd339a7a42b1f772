/* Dates as people know them: "2017", "2017-11" or "2017-11-20". A partial date
 * stands for the interval it names; nothing invents a day. Proleptic Gregorian
 * calendar, years 1 to 9999. Days are counted from 1970-01-01 = 0. */
#ifndef ALIANZA_BASE_DATE_H
#define ALIANZA_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "error.h"
#include "str.h"

struct date {
	int year;	/* 1..9999; 0: no date */
	int month;	/* 1..12; 0: only the year is known */
	int day;	/* 1..31; 0: only year and month are known */
};

/* Strictly "YYYY", "YYYY-MM", "YYYY-MM-DD" of a day that exists. */
bool date_parse(const char *s, size_t n, struct date *out);
void date_format(struct date d, char out[11]);		/* "" for no date */
long date_days(int year, int month, int day);		/* of a full date */
struct date date_from_days(long days);
long date_first(struct date d);		/* first and last day it may mean */
long date_last(struct date d);
int date_weekday(long days);		/* 0 Monday .. 6 Sunday (ISO 8601) */
int date_iso_week(long days, int *year);
int date_month_length(int year, int month);
struct date date_add_months(struct date d, int months);	/* day cut to the month's length */

/* A moment: "YYYY-MM-DDTHH:MM" with optional ":SS", and "Z" when it is UTC
 * (without it: the clock on the wall of the place). */
bool datetime_parse(const char *s, size_t n, struct date *d, int *minute_of_day,
    int *second, bool *utc);

/* Words for days, weekdays and months of one language. Arrays of 7 from Monday
 * and 12 from January; each entry may hold several spellings separated by "|",
 * e.g. N_("fri|friday"). Compared folded. */
struct date_words {
	const char *weekday[7], *month[12];
	const char *today, *tomorrow, *yesterday, *now;
	const char *day_unit, *week_unit, *month_unit, *year_unit;	/* "d|day|days" */
};
/* English always; the screen's language by gettext when it differs. Returns
 * how many were put into out (1 or 2); pointers live for the whole program. */
int date_words_get(const struct date_words *out[2]);

/* What a person types in a date field, against today: "2017-11-20", "2017-11",
 * "2017", "today", "fri" (the next one, today excluded), "+2w" "-3d" "+1m"
 * "+1y" ("+2 weeks"), "20 nov", "20 november 2017", "nov 2017", "20.11.2017"
 * and "20/11/2017" only where day and month cannot be confused (day > 12 or
 * both equal), words of words[0..count). Appends the canonical text. Refuses
 * with one sentence that shows what is understood; "11-12-2007" is refused as
 * ambiguous with both readings named. */
bool date_input(const char *s, size_t n, struct date today,
    const struct date_words *const *words, int count, struct str *out,
    struct error *e);

/* The same for a moment: date as above, then HH:MM or H.MM ("fri 9:30"),
 * "today 14:00", "now"; what datetime_parse takes stays as it is. */
bool datetime_input(const char *s, size_t n, struct date today, int minute_now,
    const struct date_words *const *words, int count, struct str *out,
    struct error *e);

#endif
