/* The overview's arithmetic, rule by rule, and the month as a calendar shows it. */
#include <string.h>

#include "app/care.h"
#include "app/month.h"
#include "base/date.h"
#include "tests/unit/run.h"
#include "tests/unit/world.h"

static struct app app;

static void
setup(void)
{
	world_begin(&w);
	app = (struct app){ .store = w.s };
	ck_assert(action_begin(w.s, "test", NULL));
}

static void
teardown(void)
{
	ck_assert(action_end(w.s, true, NULL, NULL));
	world_end(&w);
}

/* What is said of a record, "" for nothing. */
static void
said(int64_t id, struct str *out)
{
	struct care care;
	struct error e = { 0 };

	str_cut(out, 0);
	ck_assert_msg(care_read(&app, &care, &e), "%s", e.msg);
	for (size_t i = 0; i < care.count; i++)
		if (care.things[i].id == id)
			care_reasons(&care.things[i], out);
	care_free(&care);
}

static void
is_said(int64_t id, const char *wanted)
{
	struct str text = { 0 };

	said(id, &text);
	ck_assert_str_eq(str_text(&text), wanted);
	str_free(&text);
}

/* Today is 21 November 2026. */
static const struct {
	const char *due, *said;
} dues[] = {
	{ "2026-12-06", "" },			/* more than two weeks ahead */
	{ "2026-12-05", "due in 14 days: +2" },
	{ "2026-11-30", "due in 9 days: +3" },
	{ "2026-11-24", "due in 3 days: +4" },
	{ "2026-11-22", "due in 1 day: +4" },
	{ "2026-11-21", "due today: +5" },
	{ "2026-11-20", "due, 1 day late: +6" },
	{ "2026-11-14", "due, 7 days late: +7" },
	{ "2026-11", "due in 9 days: +3" },	/* a month may mean its last day */
	{ "2020", "due, 2151 days late: +10" },
};

START_TEST(an_item_is_as_pressing_as_its_day)
{
	is_said(make(w.s, "entry", "kind", "action", "text", "Do it", "owners", "Ana Pérez",
	    "due", dues[_i].due, NULL), dues[_i].said);
	is_said(make(w.s, "entry", "kind", "action", "text", "Done", "status", "done",
	    "due", dues[_i].due, NULL), "");
	is_said(make(w.s, "entry", "kind", "text", "text", "Said", "due", dues[_i].due, NULL), "");
}
END_TEST

START_TEST(an_item_of_nobody_weighs_one_more)
{
	is_said(make(w.s, "entry", "kind", "action", "text", "Do it", "due", "2026-11-21", NULL),
	    "due today, nobody is named to do it: +6");
}
END_TEST

static const struct {
	const char *day, *every, *late, *said;
} silences[] = {
	{ "2026-10-22", "30", "", "" },				/* 30 days: not above */
	{ "2026-10-21", "30", "", "silent 31 days, asked every 30: +6" },
	{ "2026-10-09", "30", "", "silent 43 days, asked every 30: +6" },
	{ "2026-09-22", "30", "", "silent 60 days, asked every 30: +6" },
	{ "2026-09-21", "30", "", "silent 61 days, asked every 30: +7" },
	{ "2026-08-22", "30", "90", "silent 91 days, asked every 30: +10" },
	{ "2016-08-22", "30", "90", "silent 3743 days, asked every 30: +12" },
	{ "2027-01-01", "30", "", "no contact noted yet, asked every 30 days: +5" },
	{ "2026-10-09", "", "", "" },				/* nobody asked */
};

START_TEST(silence_is_counted_against_what_was_asked)
{
	int64_t id = make(w.s, "organisation", "kind", "partner", "name", "Nuevo",
	    "stay_in_touch", silences[_i].every, "stay_in_touch_late", silences[_i].late, NULL);

	make(w.s, "note", "kind", "call", "date", silences[_i].day, "about", "Nuevo", NULL);
	make(w.s, "note", "kind", "free", "date", "2026-11-20", "about", "Nuevo", NULL);
	is_said(id, silences[_i].said);
}
END_TEST

START_TEST(a_tag_asks_where_the_organisation_does_not)
{
	make(w.s, "tag", "name", "often", "stay_in_touch", "10", NULL);
	make(w.s, "tag", "name", "seldom", "stay_in_touch", "100", NULL);
	make(w.s, "note", "kind", "call", "date", "2026-11-01", "about", "Museo Ñandú", NULL);
	int64_t id = make(w.s, "organisation", "kind", "partner", "name", "Nuevo", "tags",
	    "often;seldom", NULL);
	make(w.s, "note", "kind", "call", "date", "2026-11-10", "about", "Nuevo", NULL);
	is_said(id, "silent 11 days, asked every 10: +6");
}
END_TEST

static const struct {
	const char *value, *said;
} plans[] = {	/* 89 % of 2026 is over */
	{ "100", "" },
	{ "79", "" },		/* within ten points */
	{ "78", "behind plan: 78% reached, 89% of the time over: +4" },
	{ "69", "behind plan: 69% reached, 89% of the time over: +5" },
	{ "0", "behind plan: 0% reached, 89% of the time over: +8" },
};

START_TEST(a_goal_is_measured_against_its_time)
{
	int64_t id = make(w.s, "goal", "level", "goal", "statement", "Nueva", "period_words",
	    "2026", NULL);

	make(w.s, "metric", "goal", "Nueva", "name", "nuevos", "target", "100", NULL);
	make(w.s, "measurement", "metric", "nuevos", "value", plans[_i].value, NULL);
	is_said(id, plans[_i].said);
}
END_TEST

START_TEST(a_goal_that_is_settled_is_left_alone)
{
	int64_t id = make(w.s, "goal", "level", "goal", "statement", "Nueva", "period_words",
	    "2026", "status", "dropped", NULL);

	make(w.s, "metric", "goal", "Nueva", "name", "nuevos", "target", "100", "how_often",
	    "monthly", NULL);
	make(w.s, "measurement", "metric", "nuevos", "value", "1", "to", "2026-01", NULL);
	is_said(id, "");
}
END_TEST

START_TEST(a_figure_is_due_when_its_time_has_come)
{
	int64_t id = make(w.s, "goal", "level", "goal", "statement", "Nueva", NULL);

	make(w.s, "metric", "goal", "Nueva", "name", "nuevos", "how_often", "monthly", NULL);
	make(w.s, "measurement", "metric", "nuevos", "value", "1", "to", "2026-10-15", NULL);
	is_said(id, "figure due (nuevos), 6 days late: +4");
}
END_TEST

START_TEST(reasons_add_up_and_the_heaviest_comes_first)
{
	struct care care;
	int64_t id = make(w.s, "document", "kind", "statement", "title", "Nuevo", "status",
	    "draft", "finalise_by", "2026-11-24", "publish_by", "2026-11-01", NULL);

	is_said(id, "publication due, 20 days late: +8; final text due in 3 days: +4");
	ck_assert(care_read(&app, &care, NULL));
	ck_assert_int_eq(care.things[0].id, id);
	ck_assert_int_eq(care.things[0].weight, 12);
	ck_assert_str_eq(care_step(&care.things[0]), "next");
	for (size_t i = 1; i < care.count; i++)
		ck_assert_int_ge(care.things[i - 1].weight, care.things[i].weight);
	care_free(&care);
}
END_TEST

/* --- Month --- */

static const struct {
	int year, month, first;
	const char *weeks;	/* number:first day it shows, ... */
} months[] = {
	{ 2026, 11, 0, "44:1 45:2 46:9 47:16 48:23 49:30" },
	{ 2026, 11, 6, "45:1 46:8 47:15 48:22 49:29" },
	{ 2026, 2, 0, "5:1 6:2 7:9 8:16 9:23" },
	{ 2027, 2, 0, "5:1 6:8 7:15 8:22" },		/* four weeks, no more */
	{ 2026, 12, 0, "49:1 50:7 51:14 52:21 53:28" },
	{ 2027, 1, 0, "53:1 1:4 2:11 3:18 4:25" },
	{ 2026, 12, 6, "49:1 50:6 51:13 52:20 1:27" },	/* holds 1 January */
	{ 2027, 1, 6, "1:1 2:3 3:10 4:17 5:24 6:31" },
};

START_TEST(weeks_are_counted_as_people_do)
{
	struct month m;
	struct str text = { 0 };

	month_make(months[_i].year, months[_i].month, months[_i].first, &m);
	for (int i = 0; i < m.weeks; i++) {
		int day = 0;
		for (int k = 0; k < WEEK_DAYS && !day; k++)
			day = m.week[i].days[k];
		str_addf(&text, "%s%d:%d", i ? " " : "", m.week[i].number, day);
	}
	ck_assert_str_eq(str_text(&text), months[_i].weeks);
	str_free(&text);
}
END_TEST

START_TEST(a_language_of_no_country_begins_on_monday)
{
	ck_assert_int_eq(month_first_weekday(), 0);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("care");
	TCase *t = tcase_create("care"), *m = tcase_create("month");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_loop_test(t, an_item_is_as_pressing_as_its_day, 0, sizeof dues / sizeof *dues);
	tcase_add_test(t, an_item_of_nobody_weighs_one_more);
	tcase_add_loop_test(t, silence_is_counted_against_what_was_asked, 0,
	    sizeof silences / sizeof *silences);
	tcase_add_test(t, a_tag_asks_where_the_organisation_does_not);
	tcase_add_loop_test(t, a_goal_is_measured_against_its_time, 0,
	    sizeof plans / sizeof *plans);
	tcase_add_test(t, a_goal_that_is_settled_is_left_alone);
	tcase_add_test(t, a_figure_is_due_when_its_time_has_come);
	tcase_add_test(t, reasons_add_up_and_the_heaviest_comes_first);
	tcase_add_loop_test(m, weeks_are_counted_as_people_do, 0, sizeof months / sizeof *months);
	tcase_add_test(m, a_language_of_no_country_begins_on_monday);
	suite_add_tcase(s, t);
	suite_add_tcase(s, m);
	return run_suite(s);
}
