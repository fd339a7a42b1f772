#include "base/date.h"

#define EPOCH 719162L		/* days from 0001-01-01 to 1970-01-01 */
#define DAYS_400 146097L	/* in 400 Gregorian years */

static const short before_month[13] = {
	0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334
};
static const char month_length[13] = {
	0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
};

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
date_month_length(int year, int month)
{
	return month_length[month] + (month == 2 && is_leap(year));
}

/* Days from 0001-01-01 to the first day of the year. */
static long
before_year(int year)
{
	long past = year - 1;

	return past * 365 + past / 4 - past / 100 + past / 400;
}

long
date_days(int year, int month, int day)
{
	long days = before_year(year) + before_month[month] + day - 1;

	return days - EPOCH + (month > 2 && is_leap(year));
}

struct date
date_from_days(long days)
{
	struct date d = { 0 };
	long n;
	int month = 12;

	if (days < -EPOCH || days >= before_year(10000) - EPOCH)
		return d;
	n = days + EPOCH;
	/* By the mean length of a year; never off by more than one. */
	d.year = (int)(n * 400 / DAYS_400) + 1;
	if (before_year(d.year) > n)
		d.year--;
	else if (before_year(d.year + 1) <= n)
		d.year++;
	while (date_days(d.year, month, 1) > days)
		month--;
	d.month = month;
	d.day = (int)(days - date_days(d.year, month, 1)) + 1;
	return d;
}

long
date_first(struct date d)
{
	return date_days(d.year, d.month ? d.month : 1, d.day ? d.day : 1);
}

long
date_last(struct date d)
{
	int month = d.month ? d.month : 12;

	return date_days(d.year, month,
	    d.day ? d.day : date_month_length(d.year, month));
}

int
date_weekday(long days)
{
	return (int)((days % 7 + 7 + 3) % 7);	/* 1970-01-01 was a Thursday */
}

int
date_iso_week(long days, int *year)
{
	/* A week belongs to the year its Thursday lies in (ISO 8601). */
	long thursday = days - date_weekday(days) + 3;
	struct date d = date_from_days(thursday);

	if (year != NULL)
		*year = d.year;
	return (int)(thursday - date_days(d.year, 1, 1)) / 7 + 1;
}

struct date
date_add_months(struct date d, int months)
{
	struct date sum = { 0 };
	long long total;

	if (d.month == 0)
		months -= months % 12;
	total = d.year * 12LL + (d.month ? d.month - 1 : 0) + months;
	if (d.year == 0 || total < 12 || total >= 10000 * 12LL)
		return sum;
	sum.year = (int)(total / 12);
	if (d.month != 0)
		sum.month = (int)(total % 12) + 1;
	if (d.day != 0) {
		int length = date_month_length(sum.year, sum.month);

		sum.day = d.day < length ? d.day : length;
	}
	return sum;
}

/* The number that the n digits write, -1 if one is no digit. */
static int
read_digits(const char *s, int n)
{
	int value = 0;

	for (int i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		value = value * 10 + (s[i] - '0');
	}
	return value;
}

/* The two digits after the mark, -1 if that is not what stands there. */
static int
read_part(const char *s, char mark)
{
	return s[0] == mark ? read_digits(s + 1, 2) : -1;
}

bool
date_parse(const char *s, size_t n, struct date *out)
{
	struct date d = { 0 };

	if (n != 4 && n != 7 && n != 10)
		return false;
	d.year = read_digits(s, 4);
	if (d.year < 1)
		return false;
	if (n >= 7) {
		d.month = read_part(s + 4, '-');
		if (d.month < 1 || d.month > 12)
			return false;
	}
	if (n == 10) {
		d.day = read_part(s + 7, '-');
		if (d.day < 1 || d.day > date_month_length(d.year, d.month))
			return false;
	}
	*out = d;
	return true;
}

static char *
put_digits(char *p, int value, int n)
{
	for (int i = n - 1; i >= 0; i--, value /= 10)
		p[i] = (char)('0' + value % 10);
	return p + n;
}

void
date_format(struct date d, char out[11])
{
	char *p = out;

	if (d.year != 0)
		p = put_digits(p, d.year, 4);
	if (d.month != 0) {
		*p++ = '-';
		p = put_digits(p, d.month, 2);
	}
	if (d.day != 0) {
		*p++ = '-';
		p = put_digits(p, d.day, 2);
	}
	*p = '\0';
}

bool
datetime_parse(const char *s, size_t n, struct date *d, int *minute_of_day,
    int *second, bool *utc)
{
	int hour, minute, sec = 0;
	size_t end = 16;
	bool zone;

	if (n < end || !date_parse(s, 10, d))
		return false;
	hour = read_part(s + 10, 'T');
	minute = read_part(s + 13, ':');
	if (n >= end + 3) {
		sec = read_part(s + end, ':');
		end += 3;
	}
	zone = n == end + 1 && s[end] == 'Z';
	if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || sec < 0 || sec > 59 ||
	    n != end + zone)
		return false;
	*minute_of_day = hour * 60 + minute;
	*second = sec;
	*utc = zone;
	return true;
}
