/* Progress, pace and network sums, against figures worked out by hand. */
#include <stdlib.h>

#include "store/progress.h"
#include "store/sums.h"
#include "tests/unit/run.h"
#include "tests/unit/world.h"

static void
setup(void)
{
	world_begin(&w);
	ck_assert(action_begin(w.s, "test", NULL));
}

static void
teardown(void)
{
	ck_assert(action_end(w.s, true, NULL, NULL));
	world_end(&w);
}

/* --- Progress and pace --- */

static const struct {
	const char *operator, *baseline, *target, *value, *percent;
} percents[] = {
	{ NULL, "0", "200", "50", "25" },
	{ "at-least", "-2.5", "9.5", "0.5", "25" },
	{ NULL, "100", "50", "75", "50" },		/* fewer is better */
	{ NULL, "0", "3", "1", "33.333333" },
	{ NULL, "0", "200", "300", "150" },
	{ NULL, "7", "7", "7", "100" },			/* keep what there is */
	{ NULL, "7", "7", "6", "0" },
	{ "change-by-percent", "200", "10", "210", "50" },
	{ "change-by-percent", "200", "-10", "190", "50" },
};

static struct decimal
number(const char *s)
{
	struct decimal d;

	ck_assert(decimal_parse(s, strlen(s), &d));
	return d;
}

START_TEST(a_value_is_so_much_of_the_way)
{
	struct decimal target = number(percents[_i].target), got;
	struct str text = { 0 };

	ck_assert(progress_target(percents[_i].operator, number(percents[_i].baseline), &target));
	ck_assert(progress_percent(number(percents[_i].baseline), target,
	    number(percents[_i].value), &got));
	decimal_format(got, &text);
	ck_assert_str_eq(str_text(&text), percents[_i].percent);
	str_free(&text);
}
END_TEST

static const struct {
	const char *period_words, *deadline;
	int pace;
	const char *begin, *end;
} paces[] = {	/* today is 21 November 2026, day 325 of 365 */
	{ "2026", "", 89, "2026-01-01", "2026-12-31" },
	{ "2026-11", "", 70, "2026-11-01", "2026-11-30" },
	{ "2026", "2026-11-30", 97, "2026-01-01", "2026-11-30" },
	{ "2025", "", 100, "2025-01-01", "2025-12-31" },
	{ "2027", "", 0, "2027-01-01", "2027-12-31" },
	{ "", "2026-12-31", -1, "", "2026-12-31" },	/* nobody says when it began */
	{ "for ten years", "", -1, "", "" },
};

START_TEST(pace_is_the_share_of_the_days_that_is_over)
{
	struct progress p;
	int64_t goal = make(w.s, "goal", "level", "goal", "statement", "Another one",
	    "period_words", paces[_i].period_words, "deadline", paces[_i].deadline, NULL);

	ck_assert(progress_read(w.s, goal, &p, NULL));
	ck_assert_int_eq(p.pace, paces[_i].pace);
	ck_assert_str_eq(p.begin, paces[_i].begin);
	ck_assert_str_eq(p.end, paces[_i].end);
	ck_assert_str_eq(p.percent, "");
}
END_TEST

START_TEST(a_period_says_the_days_before_the_words_do)
{
	struct progress p;

	make(w.s, "period", "name", "Q2 as reported", "from", "2026-04-01", "to", "2026-06-18",
	    "kind", "quarter", NULL);
	int64_t goal = make(w.s, "goal", "level", "goal", "statement", "Another one", "period",
	    "Q2 as reported", "period_words", "2026", NULL);
	ck_assert(progress_read(w.s, goal, &p, NULL));
	ck_assert_str_eq(p.begin, "2026-04-01");
	ck_assert_str_eq(p.end, "2026-06-18");
}
END_TEST

START_TEST(a_goal_is_the_mean_of_its_metrics)
{
	struct progress p;
	int64_t goal;

	ck_assert(which_find(w.s, entity_find("goal"), NULL, "Train two hundred teachers", false,
	    &goal, NULL));
	ck_assert(progress_read(w.s, goal, &p, NULL));
	/* teachers 50 of 200 is 25; hours from -2.5 to 9.5, now 0.5, is 25; schools has no
	 * figure and does not count. */
	ck_assert_str_eq(p.percent, "25");
}
END_TEST

START_TEST(a_series_has_the_values_so_far_oldest_first)
{
	struct series r;
	int64_t goal, *ids;
	size_t count;

	ck_assert(which_find(w.s, entity_find("goal"), NULL, "Train two hundred teachers", false,
	    &goal, NULL));
	make(w.s, "measurement", "metric", "teachers", "value", "20", "to", "2026-03-31",
	    "qualifier", "about", NULL);
	ck_assert(progress_metrics(w.s, entity_find("goal"), goal, &ids, &count,
	    NULL));
	ck_assert_uint_eq(count, 3);
	ck_assert(series_read(w.s, ids[0], &r, NULL));
	ck_assert_str_eq(r.name, "teachers");
	ck_assert_uint_eq(r.count, 2);		/* the one of 2027 is still to come */
	ck_assert_str_eq(r.points[0].is.to, "2026-03-31");
	ck_assert_str_eq(r.points[0].is.qualifier, "about");
	ck_assert_int_eq(r.points[1].is.value.units, 50);
	ck_assert_str_eq(r.percent, "25");
	ck_assert(r.has_target && r.target.units == 200);
	series_free(&r);
	free(ids);
}
END_TEST

/* --- What adds up --- */

struct measured {
	const char *from, *to, *on, *organisation, *evidence, *value;
};

/* Of a goal of 2026, target 300; today is 21 November 2026. */
static const struct {
	const char *told, *percent;
	struct measured figures[5];
} additions[] = {
	{ "quarters add up, the one under way too", "86.7",		/* 260 of 300 */
	    { { "2026-01-01", "2026-03-31", "", "", "", "50" },
	    { "2026-04-01", "2026-06-30", "", "", "", "60" },
	    { "2026-07-01", "2026-09-30", "", "", "", "70" },
	    { "2026-10-01", "2026-12-31", "", "", "", "80" } } },
	{ "the year so far takes the place of its parts", "40",		/* 120 */
	    { { "2026-01-01", "2026-03-31", "", "", "https://example.org/q1", "50" },
	    { "2026-01-01", "2026-06-30", "", "", "https://example.org/half", "120" } } },
	{ "how things stand takes the place of all before", "70",	/* 210 */
	    { { "2026-01-01", "2026-03-31", "", "", "", "50" },
	    { "", "2026-06-30", "", "", "https://example.org/1", "120" },
	    { "", "", "2026-09-30", "", "https://example.org/2", "210" } } },
	{ "and what came after is added to it", "50",			/* 120 + 30 */
	    { { "2026-01-01", "2026-03-31", "", "", "", "50" },
	    { "", "2026-06-30", "", "", "", "120" },
	    { "2026-07-01", "2026-09-30", "", "", "", "30" } } },
	{ "those of several organisations add up", "30",		/* 50 + 40 */
	    { { "2026-01-01", "2026-06-30", "", "WMAR", "", "50" },
	    { "2026-01-01", "2026-06-30", "", "", "", "40" } } },
	{ "named or not, the owner is one", "20",			/* 60, of June */
	    { { "", "2026-03-31", "", "WMCL", "", "50" },
	    { "", "2026-06-30", "", "", "", "60" } } },
	{ "two courses of the same days are two", "10",			/* 10 + 20 */
	    { { "2026-03-01", "2026-06-30", "", "", "https://example.org/courses/a", "10" },
	    { "2026-03-01", "2026-05-31", "", "", "https://example.org/courses/b", "20" } } },
	{ "what came before and after its time is not of it", "20",	/* 60 */
	    { { "2025-10-01", "2025-12-31", "", "", "", "90" },
	    { "2026-01-01", "2026-03-31", "", "", "", "60" },
	    { "", "2025-12-31", "", "", "", "40" } } },
	{ "nor what is to come", "",
	    { { "2026-12-01", "2026-12-31", "", "", "", "90" } } },
	{ "without any day it is of the end of its goal", "33.3",
	    { { "", "", "", "", "", "100" } } },
};

START_TEST(figures_add_up_by_their_days)
{
	struct progress p;

	int64_t goal = make(w.s, "goal", "level", "goal", "statement", "Another one", "owner",
	    "WMCL", "period_words", "2026", NULL);
	make(w.s, "metric", "goal", "Another one", "name", "heads", "target", "300", NULL);
	for (const struct measured *m = additions[_i].figures; m->value; m++)
		make(w.s, "measurement", "metric", "heads", "from", m->from, "to", m->to,
		    "measured_on", m->on, "organisation", m->organisation, "evidence", m->evidence,
		    "value", m->value, NULL);
	ck_assert(progress_read(w.s, goal, &p, NULL));
	ck_assert_msg(!strcmp(p.percent, additions[_i].percent), "%s: %s and not %s",
	    additions[_i].told, p.percent, additions[_i].percent);
}
END_TEST

/* The chart's columns: what it had come to by each day. */
START_TEST(a_series_grows_to_what_progress_says)
{
	struct series r;

	make(w.s, "goal", "level", "goal", "statement", "Another one", "period_words", "2026",
	    NULL);
	int64_t metric = make(w.s, "metric", "goal", "Another one", "name", "heads", "target",
	    "200", NULL);
	make(w.s, "measurement", "metric", "heads", "from", "2026-01", "to", "2026-03", "value",
	    "50", NULL);
	make(w.s, "measurement", "metric", "heads", "from", "2026-04", "to", "2026-06", "value",
	    "30", NULL);
	ck_assert(series_read(w.s, metric, &r, NULL));
	ck_assert_uint_eq(series_sum(&r, "2026-02-28").parts, 0);
	ck_assert_int_eq(series_sum(&r, "2026-03-31").total.units, 50);
	ck_assert_int_eq(series_sum(&r, "~").total.units, 80);
	ck_assert_uint_eq(series_sum(&r, "~").parts, 2);
	ck_assert(!series_sum(&r, "~").stands);
	ck_assert_str_eq(r.percent, "40");
	series_free(&r);
}
END_TEST

/* --- Sums --- */

static int64_t
counted(const char *owner, const char *statement, const char *from, const char *value,
    const char *qualifier, const char *day)
{
	struct str name = { 0 };

	int64_t goal = make(w.s, "goal", "level", "goal", "statement", statement, "owner", owner,
	    NULL);
	int64_t id = make(w.s, "metric", "goal", statement, "name", "Participants", "unit",
	    statement, "count_from", from, NULL);
	if (value) {
		str_add(&name, statement);
		const struct entity *ent = entity_find("measurement");
		struct cell cells[] = { { field_find(ent, "metric"), value_int(id), true },
		    { field_find(ent, "value"), value_text(value, strlen(value)), true },
		    { field_find(ent, "qualifier"), value_text(qualifier, strlen(qualifier)), true },
		    { field_find(ent, "to"), value_text(day, strlen(day)), true } };
		int64_t made;
		ck_assert(record_create(w.s, ent, cells, 4, &made, NULL));
	}
	str_free(&name);
	return goal;
}

static void
summed(struct sum *out, const char *from, const char *to)
{
	struct error e = { 0 };
	struct sum_query q = { .name = "PARTICIPANTS", .network = w.coop, .from = from, .to = to };

	ck_assert_msg(sum_make(w.s, &q, out, &e), "%s", e.msg);
	ck_assert(out->fits);
}

START_TEST(a_sum_is_as_exact_as_its_parts)
{
	struct sum sum;

	make(w.s, "membership", "network", "Iberocoop", "member", "WMAR", NULL);
	counted("WMCL", "a", "typed", "40", "exact", "2026-03-01");
	counted("WMAR", "b", "typed", "2.5", "exact", "2026-12-31");	/* not yet */
	summed(&sum, "2026-01-01", "2026-12-31");
	ck_assert(sum.known && sum.total.units == 40 && sum.total.scale == 0);
	ck_assert_str_eq(sum.qualifier, "exact");
	ck_assert_int_eq(sum.metrics, 2);
	ck_assert_int_eq(sum.without, 1);
	sum_free(&sum);
	counted("WMAR", "c", "typed", "100", "over", "2026-03-01");
	summed(&sum, "2026-01-01", "2026-12-31");
	ck_assert_int_eq(sum.total.units, 140);
	ck_assert_str_eq(sum.qualifier, "at-least");
	sum_free(&sum);
	counted("WMAR", "d", "typed", "1000", "almost", "2026-03-01");
	summed(&sum, "2026-01-01", "2026-12-31");
	ck_assert_int_eq(sum.total.units, 1140);
	ck_assert_str_eq(sum.qualifier, "about");
	ck_assert_uint_eq(sum.count, 3);
	sum_free(&sum);
	summed(&sum, "2025-01-01", "2025-12-31");
	ck_assert(!sum.known);
	ck_assert_int_eq(sum.without, 4);
	sum_free(&sum);
}
END_TEST

START_TEST(figures_of_others_than_the_network_do_not_count)
{
	struct sum sum;

	counted("WMAR", "a", "typed", "40", "exact", "2026-03-01");
	summed(&sum, "2026-01-01", "2026-12-31");
	ck_assert(!sum.known && sum.metrics == 0);
	sum_free(&sum);
}
END_TEST

START_TEST(a_person_at_events_of_two_affiliates_counts_once)
{
	struct sum sum;

	make(w.s, "membership", "network", "Iberocoop", "member", "WMAR", NULL);
	make(w.s, "event", "name", "Uno", "start", "2026-03-01", NULL);
	make(w.s, "event", "name", "Dos", "start", "2026-04-01", NULL);
	make(w.s, "involvement", "event", "Uno", "organisation", "WMCL", "role", "host", NULL);
	make(w.s, "involvement", "event", "Dos", "organisation", "WMAR", "role", "host", NULL);
	make(w.s, "attendance", "event", "Uno", "person", "Ana Pérez", "state", "present", NULL);
	make(w.s, "attendance", "event", "Dos", "person", "Ana Pérez", "state", "present", NULL);
	make(w.s, "attendance", "event", "Dos", "person", "Zoë", "state", "present", NULL);
	make(w.s, "attendance", "event", "Dos", "signed_name", "Luis", "state", "absent", NULL);
	counted("WMCL", "a", "attendance", "999", "exact", "2026-03-01");
	counted("WMAR", "b", "attendance", NULL, "", "");
	summed(&sum, "2026-01-01", "2026-12-31");
	ck_assert_int_eq(sum.total.units, 2);
	ck_assert_str_eq(sum.parts[0].counted, "attendance");
	ck_assert_int_eq(sum.typed, 0);
	ck_assert_int_eq(sum.without, 0);
	sum_free(&sum);
	/* A figure typed where there are no records is added, and told. */
	make(w.s, "organisation", "kind", "affiliate", "name", "Wikimedia Perú", NULL);
	make(w.s, "membership", "network", "Iberocoop", "member", "Wikimedia Perú", NULL);
	counted("Wikimedia Perú", "c", "attendance", "30", "about", "2026-05-01");
	summed(&sum, "2026-01-01", "2026-12-31");
	ck_assert_int_eq(sum.total.units, 32);
	ck_assert_int_eq(sum.typed, 1);
	ck_assert_str_eq(sum.qualifier, "about");
	sum_free(&sum);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("progress");
	TCase *t = tcase_create("progress");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_loop_test(t, a_value_is_so_much_of_the_way, 0,
	    sizeof percents / sizeof *percents);
	tcase_add_loop_test(t, pace_is_the_share_of_the_days_that_is_over, 0,
	    sizeof paces / sizeof *paces);
	tcase_add_test(t, a_period_says_the_days_before_the_words_do);
	tcase_add_test(t, a_goal_is_the_mean_of_its_metrics);
	tcase_add_test(t, a_series_has_the_values_so_far_oldest_first);
	tcase_add_loop_test(t, figures_add_up_by_their_days, 0,
	    sizeof additions / sizeof *additions);
	tcase_add_test(t, a_series_grows_to_what_progress_says);
	tcase_add_test(t, a_sum_is_as_exact_as_its_parts);
	tcase_add_test(t, figures_of_others_than_the_network_do_not_count);
	tcase_add_test(t, a_person_at_events_of_two_affiliates_counts_once);
	suite_add_tcase(s, t);
	return run_suite(s);
}
