#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "tests/unit/run.h"

static void
set(const char *s)
{
	struct error e = { 0 };

	ck_assert_msg(clock_set_text(s, strlen(s), &e), "%s: %s", s, e.msg);
}

static void
expect(const char *s, const char *day, int minute)
{
	char text[11];

	set(s);
	date_format(clock_today(), text);
	ck_assert_str_eq(text, day);
	ck_assert_int_eq(clock_minute(), minute);
	clock_set(CLOCK_REAL);
}

static void
zone(const char *tz)
{
	setenv("TZ", tz, 1);
	tzset();
}

START_TEST(what_is_fixed_stands_still)
{
	zone("UTC0");
	set("2021-10-04T09:30:15Z");
	ck_assert_int_eq(clock_ms(), INT64_C(1633339815000));
	ck_assert_int_eq(clock_ms(), INT64_C(1633339815000));
	clock_set(CLOCK_REAL);
	ck_assert_int_gt(clock_ms(), INT64_C(1633339815000));
	ck_assert_int_lt(clock_now_ms_real() - clock_ms(), 1000);
}
END_TEST

START_TEST(day_and_minute)
{
	zone("UTC0");
	expect("2021-10-04", "2021-10-04", 720);
	expect("2021-10-04T00:00", "2021-10-04", 0);
	expect("2021-10-04T23:59:59", "2021-10-04", 1439);
	expect("1969-12-31T23:59:59", "1969-12-31", 1439);
}
END_TEST

START_TEST(the_zone_counts)
{
	zone("EST5EDT,M3.2.0,M11.1.0");
	expect("2021-07-01T09:30", "2021-07-01", 570);
	expect("2021-12-01T09:30", "2021-12-01", 570);
	expect("2021-07-01T02:00Z", "2021-06-30", 22 * 60);
	expect("2021-12-01T02:00Z", "2021-11-30", 21 * 60);
	zone("UTC0");
}
END_TEST

START_TEST(other_texts_are_refused)
{
	static const char *const bad[] = { "", "2021", "2021-10", "2021-02-30", "now",
	    "2021-10-04T24:30", "2021-10-04 nine" };
	struct error e = { 0 };

	clock_set(5);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		ck_assert_msg(!clock_set_text(bad[i], strlen(bad[i]), &e), "%s", bad[i]);
		ck_assert_int_eq(e.status, STATUS_USAGE);
		ck_assert_int_eq(clock_ms(), 5);
	}
	clock_set(CLOCK_REAL);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("clock");
	TCase *c = tcase_create("clock");

	tcase_add_test(c, what_is_fixed_stands_still);
	tcase_add_test(c, day_and_minute);
	tcase_add_test(c, the_zone_counts);
	tcase_add_test(c, other_texts_are_refused);
	suite_add_tcase(s, c);
	return run_suite(s);
}
