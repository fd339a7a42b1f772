/* Charts: the drawing of a series, line by line. */
#include <string.h>

#include "base/date.h"
#include "base/str.h"
#include "base/utf8.h"
#include "tests/unit/run.h"
#include "ui/chart.h"

static void
drawn(const struct chart *c, int cols, int rows, bool ascii, const char *wanted)
{
	struct str out = { 0 };

	chart_lines(c, cols, rows, ascii, &out);
	ck_assert_str_eq(str_text(&out), wanted);
	str_free(&out);
}

static struct chart
year(const struct chart_point *points, size_t count)
{
	return (struct chart){ .points = points, .count = count, .has_target = true,
	    .target = 80, .baseline = 0, .begin = date_days(2026, 1, 1),
	    .end = date_days(2026, 12, 31) };
}

START_TEST(values_target_and_pace_are_seen)
{
	struct chart_point points[] = { { date_days(2026, 1, 1), 20 },
	    { date_days(2026, 7, 2), 40 }, { date_days(2026, 12, 31), 60 } };
	struct chart c = year(points, 3);

	drawn(&c, 34, 4, true,
	    "      80 -------------------------\n"
	    "                     ......      #\n"
	    "               ......#           #\n"
	    "       0 #.....      #           #\n"
	    "         2026-01-01     2026-12-31\n"
	    "         # value  - target  . pace\n");
}
END_TEST

START_TEST(the_time_still_to_come_is_seen)
{
	struct chart_point point = { date_days(2026, 7, 2), 80 };
	struct chart c = year(&point, 1);

	drawn(&c, 34, 2, true,
	    "      80 ------------#------------\n"
	    "       0 ............#            \n"
	    "         2026-01-01     2026-12-31\n"
	    "         # value  - target  . pace\n");
}
END_TEST

START_TEST(each_line_fits)
{
	struct chart_point points[] = { { date_days(2026, 3, 1), -5000000 },
	    { date_days(2026, 3, 1), 1234567890123.0 }, { date_days(2027, 7, 2), 0.001 } };
	struct chart c = year(points, 3);

	for (int cols = 0; cols < 90; cols += 3)
		for (int rows = 0; rows < 20; rows += 3) {
			struct str out = { 0 };
			int count = 0;
			chart_lines(&c, cols, rows, cols % 2, &out);
			for (const char *p = str_text(&out); *p; p = strchr(p, '\n') + 1, count++)
				ck_assert_int_le(utf8_columns(p, strcspn(p, "\n")),
				    cols);
			bool room = cols >= CHART_COLS && rows >= CHART_ROWS;
			ck_assert_int_eq(count, room ? rows + 2 : 0);
			str_free(&out);
		}
}
END_TEST

START_TEST(a_single_value_and_none)
{
	struct chart_point one = { date_days(2026, 3, 1), 7 };
	struct chart c = { .points = &one, .count = 1 };

	drawn(&c, 34, 2, false,
	    "       7             █            \n"
	    "       0             █            \n"
	    "         2026-03-01\n"
	    "         █ value\n");
	c.count = 0;
	drawn(&c, 34, 2, false, "");
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("chart");
	TCase *t = tcase_create("chart");

	tcase_add_test(t, values_target_and_pace_are_seen);
	tcase_add_test(t, the_time_still_to_come_is_seen);
	tcase_add_test(t, each_line_fits);
	tcase_add_test(t, a_single_value_and_none);
	suite_add_tcase(s, t);
	return run_suite(s);
}
