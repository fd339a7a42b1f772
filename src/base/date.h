/* Dates as people know them: "2017", "2017-11" or "2017-11-20". A partial date
 * stands for the interval it names; nothing invents a day. Proleptic Gregorian
 * calendar, years 1 to 9999. Days are counted from 1970-01-01 = 0. */
#ifndef ALIANZA_BASE_DATE_H
#define ALIANZA_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"

struct date {
	int year;	/* 1..9999; 0: no date */
	int month;	/* 1..12; 0: only the year is known */
	int day;	/* 1..31; 0: only year and month are known */
};

/* Strictly "YYYY", "YYYY-MM", "YYYY-MM-DD" of a day that exists. Allocates
 * nothing; *out stays as it is when the text is refused. */
bool date_parse(const char *s, size_t n, struct date *out);
void date_format(struct date d, char out[11]);		/* "" for no date */
long date_days(int year, int month, int day);		/* of a full date */
struct date date_from_days(long days);	/* no date outside years 1..9999 */
long date_first(struct date d);		/* first and last day a date may mean */
long date_last(struct date d);
int date_weekday(long days);		/* 0 Monday .. 6 Sunday (ISO 8601) */
int date_iso_week(long days, int *year);	/* 1..53, of *year (may be NULL) */
int date_month_length(int year, int month);
/* The day is cut to the month's length, a partial date stays partial (of a year
 * only whole years are added); no date outside years 1..9999. */
struct date date_add_months(struct date d, int months);

/* A moment: "YYYY-MM-DDTHH:MM" with optional ":SS" (else *second is 0), and "Z"
 * when it is UTC (without it: the clock on the wall of the place). */
bool datetime_parse(const char *s, size_t n, struct date *d, int *minute_of_day,
    int *second, bool *utc);

/* Words of one language. Arrays of 7 from Monday and 12 from January; each
 * entry may hold several spellings separated by "|", each one word, compared
 * folded. The last one of a month is its full name, shown in sentences. Any
 * entry may be NULL. */
struct date_words {
	const char *weekday[7], *month[12];	/* "Fri|Friday" */
	const char *today, *tomorrow, *yesterday, *now;
	const char *day_unit, *week_unit, *month_unit, *year_unit;	/* "d|day|days" */
	const char *filler;	/* passed over: "of|the|on|at|st|nd|rd|th" */
	bool translate;		/* entries go through gettext whenever read */
};
/* English always; the screen's language by gettext when it differs. Returns
 * how many were put into out (1 or 2); pointers live for the whole program. */
int date_words_get(const struct date_words *out[2]);
/* The same, and after them those of another language ("es", "pt-br") where they are
 * known; language may be NULL. Returns 1 to 3. */
int date_words_for(const char *language, const struct date_words *out[3]);
/* Appends a date for a person, in the last of the languages: "Fri 27 Nov" or with
 * its year; "Nov 2026"; "2026"; nothing for no date. */
void date_words_show(const struct date_words *const *words, int count, struct date d,
    bool year, struct str *out);

/* What a person types in a date field, against today:
 *	2017-11-20 2017-11 2017		as it is
 *	2017/11/20 2017.11.20 11/2017	the same, the year has four digits
 *	20/11/2017 20.11.2017 11-20-2017	only where day and month cannot be
 *					confused (one > 12 or both equal)
 *	20 Nov 2017, Nov 20, 2017, 20th of November 2017, 20-Nov-2017, Nov 2017
 *	20 Nov				the first one from today on, today included
 *	today tomorrow yesterday
 *	fri				the next one, today excluded
 *	+2w -3d +1m "+2 weeks"		from today
 *	fri +1w, 31 jan +1m		from that day; +m and +y cut the day
 * with the words of words[0..count), of which the first one that knows a word
 * decides. Appends the canonical text. Refuses with one sentence that shows
 * what is understood; "11-12-2007" is refused as ambiguous with both readings
 * named, "2026-02-29" saying how long the month is (month named in the words of
 * words[count - 1]). */
bool date_input(const char *s, size_t n, struct date today,
    const struct date_words *const *words, int count, struct str *out,
    struct error *e);

/* The same for a moment: a day as above, then HH:MM, H.MM or HH:MM:SS, with "Z"
 * for UTC ("fri 9:30", "2021-08-14 09:03Z"); a time alone is today's; "now".
 * What datetime_parse takes stays as it is. */
bool datetime_input(const char *s, size_t n, struct date today, int minute_now,
    const struct date_words *const *words, int count, struct str *out,
    struct error *e);

#endif
