#include <check.h>
#include <limits.h>
#include <string.h>

#include "base/date.h"
#include "tests/unit/run.h"

/* The rule of Gregory XIII, written out apart from the code under test. */
static int
length_by_rule(int year, int month)
{
	switch (month) {
	case 4: case 6: case 9: case 11:
		return 30;
	case 2:
		if (year % 400 == 0)
			return 29;
		if (year % 100 == 0)
			return 28;
		return year % 4 == 0 ? 29 : 28;
	default:
		return 31;
	}
}

static void
step_day(struct date *d)
{
	if (d->day++ < length_by_rule(d->year, d->month))
		return;
	d->day = 1;
	if (d->month++ < 12)
		return;
	d->month = 1;
	d->year++;
}

/* Plain comparisons here: three million days, a Check assertion each is slow. */
START_TEST(every_day_of_ten_thousand_years)
{
	struct date d = { 1, 1, 1 };
	long days = date_days(1, 1, 1);
	int weekday = 0;	/* 0001-01-01 was a Monday */

	for (; d.year <= 9999; days++, step_day(&d)) {
		struct date back = date_from_days(days);

		if (date_days(d.year, d.month, d.day) != days || back.year != d.year ||
		    back.month != d.month || back.day != d.day ||
		    date_weekday(days) != weekday ||
		    date_month_length(d.year, d.month) != length_by_rule(d.year, d.month))
			ck_abort_msg("%04d-%02d-%02d", d.year, d.month, d.day);
		weekday = (weekday + 1) % 7;
	}
	ck_assert_int_eq(days - date_days(1, 1, 1), 3652059);
	ck_assert_int_eq(date_from_days(days).year, 0);
	ck_assert_int_eq(date_from_days(date_days(1, 1, 1) - 1).month, 0);
	ck_assert_int_eq(date_from_days(LONG_MAX).year, 0);
	ck_assert_int_eq(date_from_days(LONG_MIN).year, 0);
}
END_TEST

START_TEST(known_days)
{
	ck_assert_int_eq(date_days(1970, 1, 1), 0);
	ck_assert_int_eq(date_days(2000, 3, 1), 11017);
	ck_assert_int_eq(date_days(1969, 12, 31), -1);
	ck_assert_int_eq(date_weekday(date_days(2026, 11, 21)), 5);
	ck_assert_int_eq(date_weekday(date_days(1582, 10, 15)), 4);
}
END_TEST

/* Every week has seven days, begins on Monday, and 4 January is in week 1. */
START_TEST(iso_weeks)
{
	int before = date_iso_week(date_days(1899, 12, 31), NULL);

	for (long day = date_days(1900, 1, 1); day < date_days(2310, 1, 1); day++) {
		int year, week = date_iso_week(day, &year);
		struct date d = date_from_days(day);

		if (date_weekday(day) != 0)
			ck_assert_int_eq(week, before);
		else if (week != 1)
			ck_assert_int_eq(week, before + 1);
		if (d.month == 1 && d.day == 4)
			ck_assert(week == 1 && year == d.year);
		if (week == 1 && date_weekday(day) == 0)
			ck_assert_int_ge(before, 52);
		before = week;
	}
}
END_TEST

static const struct {
	int year, month, day, week_year, week;
} weeks[] = {
	{ 2005, 1, 1, 2004, 53 }, { 2007, 12, 31, 2008, 1 }, { 2008, 12, 28, 2008, 52 },
	{ 2010, 1, 3, 2009, 53 }, { 2026, 11, 21, 2026, 47 }, { 2020, 12, 31, 2020, 53 },
	{ 1, 1, 1, 1, 1 }, { 9999, 12, 31, 9999, 52 },
};

START_TEST(known_weeks)
{
	int year;
	long day = date_days(weeks[_i].year, weeks[_i].month, weeks[_i].day);

	ck_assert_int_eq(date_iso_week(day, &year), weeks[_i].week);
	ck_assert_int_eq(year, weeks[_i].week_year);
}
END_TEST

START_TEST(partial_dates_are_intervals)
{
	struct date year = { 2016, 0, 0 }, month = { 2016, 2, 0 }, day = { 2016, 2, 9 };

	ck_assert_int_eq(date_first(year), date_days(2016, 1, 1));
	ck_assert_int_eq(date_last(year), date_days(2016, 12, 31));
	ck_assert_int_eq(date_first(month), date_days(2016, 2, 1));
	ck_assert_int_eq(date_last(month), date_days(2016, 2, 29));
	ck_assert_int_eq(date_first(day), date_last(day));
}
END_TEST

static const struct {
	const char *from;
	int months;
	const char *to;
} sums[] = {
	{ "2027-01-31", 1, "2027-02-28" }, { "2028-01-31", 1, "2028-02-29" },
	{ "2028-02-29", 12, "2029-02-28" }, { "2028-02-29", 48, "2032-02-29" },
	{ "2026-11-21", -11, "2025-12-21" }, { "2026-11-21", 0, "2026-11-21" },
	{ "2026-12", 1, "2027-01" }, { "2026-01", -1, "2025-12" },
	{ "2026", 12, "2027" }, { "2026", 11, "2026" }, { "2026", -25, "2024" },
	{ "9999-12-31", 1, "" }, { "0001-01-01", -1, "" }, { "0001", -12, "" },
	{ "2026-11-21", INT_MAX, "" }, { "2026-11-21", INT_MIN, "" },
};

START_TEST(months_are_added)
{
	struct date d;
	char text[11];

	ck_assert(date_parse(sums[_i].from, strlen(sums[_i].from), &d));
	date_format(date_add_months(d, sums[_i].months), text);
	ck_assert_str_eq(text, sums[_i].to);
}
END_TEST

START_TEST(no_date_stays_none)
{
	struct date none = { 0 };
	char text[11] = "x";

	ck_assert_int_eq(date_add_months(none, 20000).year, 0);
	date_format(none, text);
	ck_assert_str_eq(text, "");
}
END_TEST

static const char *const good[] = {
	"2017", "2017-11", "2017-11-20", "0001-01-01", "9999-12-31", "2000-02-29",
	"2024-02-29",
};

START_TEST(dates_round_trip)
{
	struct date d;
	char text[11];

	ck_assert(date_parse(good[_i], strlen(good[_i]), &d));
	date_format(d, text);
	ck_assert_str_eq(text, good[_i]);
}
END_TEST

static const char *const bad[] = {
	"", "0000", "0000-01-01", "201", "20177", "2017-", "2017-1", "2017-00", "2017-13",
	"2017-11-", "2017-11-2", "2017-11-00", "2017-11-31", "2017-02-29", "1900-02-29",
	"2017/11/20", "2017-11/20", "-017", "+017", " 2017", "2017 ", "20 7",
	"2017-11-20 ",
	"2017-11-20T", "2017-1a", "2017-a1", "2017-11-2x", "\xD9\xA2\xD9\xA0",
};

START_TEST(bad_dates_are_refused)
{
	struct date d = { 1, 2, 3 };

	ck_assert(!date_parse(bad[_i], strlen(bad[_i]), &d));
	ck_assert(d.year == 1 && d.month == 2 && d.day == 3);
}
END_TEST

START_TEST(a_text_ends_where_it_says)
{
	struct date d;

	ck_assert(date_parse("2017-11-20", 7, &d));
	ck_assert(d.year == 2017 && d.month == 11 && d.day == 0);
	ck_assert(!date_parse("2017-11-20", 8, &d));
	ck_assert(!date_parse("2017\0", 5, &d));
}
END_TEST

static const struct {
	const char *text;
	int minute, second;
	bool utc;
} moments[] = {
	{ "2021-08-14T09:03Z", 543, 0, true }, { "2021-08-14T09:03", 543, 0, false },
	{ "2021-08-14T23:59:59Z", 1439, 59, true },
	{ "2021-08-14T00:00:07", 0, 7, false },
};

START_TEST(moments_are_read)
{
	struct date d;
	int minute, second;
	bool utc;

	ck_assert(datetime_parse(moments[_i].text, strlen(moments[_i].text), &d, &minute,
	    &second, &utc));
	ck_assert(d.year == 2021 && d.month == 8 && d.day == 14);
	ck_assert_int_eq(minute, moments[_i].minute);
	ck_assert_int_eq(second, moments[_i].second);
	ck_assert_int_eq(utc, moments[_i].utc);
}
END_TEST

static const char *const no_moments[] = {
	"2021-08-14", "2021-08T09:03", "2021-08-14T24:00", "2021-08-14T09:60",
	"2021-08-14T09:03:60", "2021-08-14 09:03", "2021-08-14T9:03", "2021-08-14T09:03z",
	"2021-08-14T09:03:", "2021-08-14T09:03:1", "2021-08-14T09:03ZZ",
	"2021-08-14T09:03+",
	"2021-02-29T09:03", "2021-08-14T09:03:10Zx", "2021-08-14T0a:03",
};

START_TEST(bad_moments_are_refused)
{
	struct date d;
	int minute, second;
	bool utc;

	ck_assert(!datetime_parse(no_moments[_i], strlen(no_moments[_i]), &d, &minute,
	    &second, &utc));
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

int
main(void)
{
	Suite *s = suite_create("date");
	TCase *calendar = tcase_create("calendar"), *text = tcase_create("text");

	tcase_set_timeout(calendar, 60);
	tcase_add_test(calendar, every_day_of_ten_thousand_years);
	tcase_add_test(calendar, known_days);
	tcase_add_test(calendar, iso_weeks);
	tcase_add_loop_test(calendar, known_weeks, 0, COUNT(weeks));
	tcase_add_test(calendar, partial_dates_are_intervals);
	tcase_add_loop_test(calendar, months_are_added, 0, COUNT(sums));
	tcase_add_test(calendar, no_date_stays_none);
	tcase_add_loop_test(text, dates_round_trip, 0, COUNT(good));
	tcase_add_loop_test(text, bad_dates_are_refused, 0, COUNT(bad));
	tcase_add_test(text, a_text_ends_where_it_says);
	tcase_add_loop_test(text, moments_are_read, 0, COUNT(moments));
	tcase_add_loop_test(text, bad_moments_are_refused, 0, COUNT(no_moments));
	suite_add_tcase(s, calendar);
	suite_add_tcase(s, text);
	return run_suite(s);
}
