#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "tests/unit/run.h"

static const struct date today = { 2026, 11, 21 };	/* a Saturday */

static const struct date_words spanish = {
	.weekday = { "lun|lunes", "mar|martes", "mié|miércoles", "jue|jueves",
	    "vie|viernes", "sáb|sábado", "dom|domingo" },
	.month = { "ene|enero", "feb|febrero", "mar|marzo", "abr|abril", "may|mayo",
	    "jun|junio", "jul|julio", "ago|agosto", "sep|sept|septiembre", "oct|octubre",
	    "nov|noviembre", "dic|diciembre" },
	.today = "hoy", .tomorrow = "mañana", .yesterday = "ayer", .now = "ahora",
	.day_unit = "d|día|días", .week_unit = "s|sem|semana|semanas",
	.month_unit = "m|mes|meses", .year_unit = "a|año|años",
	.filler = "de|del|el|a|la|las",
};

/* English and, with spanish, the table above. */
struct words {
	const struct date_words *list[2];
	int count;
};

static struct words
get_words(bool with_spanish)
{
	struct words w;

	ck_assert_int_eq(date_words_get(w.list), 1);
	w.list[1] = &spanish;
	w.count = with_spanish ? 2 : 1;
	return w;
}

static const struct {
	const char *typed, *is;
} english_dates[] = {
	{ "2017-11-20", "2017-11-20" }, { "2017-11", "2017-11" }, { "2017", "2017" },
	{ " 2017-11-20 ", "2017-11-20" }, { " 2017 ", "2017" },
	{ "\t2017-11", "2017-11" },
	{ "2017/11/20", "2017-11-20" }, { "2017.11.20", "2017-11-20" },
	{ "2017-1-5", "2017-01-05" }, { "2017/11", "2017-11" }, { "11/2017", "2017-11" },
	{ "13-12-2007", "2007-12-13" }, { "20.11.2017", "2017-11-20" },
	{ "20/11/2017", "2017-11-20" }, { "11/20/2017", "2017-11-20" },
	{ "11.11.2017", "2017-11-11" }, { "5.5.2017", "2017-05-05" },
	{ "today", "2026-11-21" }, { "Today", "2026-11-21" },
	{ "tomorrow", "2026-11-22" },
	{ "yesterday", "2026-11-20" },
	{ "fri", "2026-11-27" }, { "sat", "2026-11-28" }, { "sun", "2026-11-22" },
	{ "mon", "2026-11-23" }, { "FRIDAY", "2026-11-27" },
	{ "on thurs.", "2026-11-26" },
	{ "+2w", "2026-12-05" }, { "-3d", "2026-11-18" }, { "+1m", "2026-12-21" },
	{ "+1y", "2027-11-21" }, { "+2 weeks", "2026-12-05" },
	{ "+ 1 month", "2026-12-21" },
	{ "-1 year", "2025-11-21" }, { "+0d", "2026-11-21" }, { "+100d", "2027-03-01" },
	{ "+1000 days", "2029-08-17" }, { "-9m", "2026-02-21" },
	{ "31 jan +1m", "2027-02-28" }, { "fri +1w", "2026-12-04" },
	{ "2017-11-20 -3d", "2017-11-17" }, { "29 feb 2028 +1y", "2029-02-28" },
	{ "20 nov", "2027-11-20" }, { "21 nov", "2026-11-21" },
	{ "22 nov", "2026-11-22" },
	{ "1 jan", "2027-01-01" }, { "29 feb", "2028-02-29" }, { "nov 22", "2026-11-22" },
	{ "20 nov 2017", "2017-11-20" }, { "20 November 2017", "2017-11-20" },
	{ "Nov 20, 2017", "2017-11-20" }, { "November 20th, 2017", "2017-11-20" },
	{ "20th of November 2017", "2017-11-20" }, { "20-Nov-2017", "2017-11-20" },
	{ "20. nov. 2017", "2017-11-20" }, { "20.nov.2017", "2017-11-20" },
	{ "2017 Nov 20", "2017-11-20" }, { "2017-Nov-20", "2017-11-20" },
	{ "nov 2017", "2017-11" }, { "November, 2017", "2017-11" },
	{ "Nov. 2017", "2017-11" },
	{ "sept 2017", "2017-09" }, { "20\xC2\xA0nov 2017", "2017-11-20" },
};

static const struct {
	const char *typed, *is;
} spanish_dates[] = {
	{ "vie", "2026-11-27" }, { "Viernes", "2026-11-27" }, { "hoy", "2026-11-21" },
	{ "mañana", "2026-11-22" }, { "manana", "2026-11-22" },
	{ "ayer", "2026-11-20" }, { "12 dic", "2026-12-12" },
	{ "20 de diciembre de 2017", "2017-12-20" }, { "dic 2017", "2017-12" },
	{ "+2s", "2026-12-05" }, { "+2 semanas", "2026-12-05" }, { "+1a", "2027-11-21" },
	{ "mar", "2026-11-24" }, { "3 mar", "2027-03-03" }, { "mar 2017", "2017-03" },
	{ "el martes", "2026-11-24" }, { "sábado", "2026-11-28" },
	{ "fri", "2026-11-27" }, { "20 November 2017", "2017-11-20" },
	{ "+2w", "2026-12-05" },
	{ "today", "2026-11-21" },
};

static void
check_date(const char *typed, const char *is, bool with_spanish)
{
	struct words w = get_words(with_spanish);
	struct str out = { 0 };
	struct error e = { 0 };

	str_add(&out, "=");
	ck_assert_msg(date_input(typed, strlen(typed), today, w.list, w.count, &out, &e),
	    "%s", e.msg);
	ck_assert_msg(strcmp(out.s + 1, is) == 0, "%s: %s", typed, out.s);
	str_free(&out);
}

START_TEST(english_is_understood)
{
	check_date(english_dates[_i].typed, english_dates[_i].is, false);
	check_date(english_dates[_i].typed, english_dates[_i].is, true);
}
END_TEST

START_TEST(a_second_language_is_understood)
{
	check_date(spanish_dates[_i].typed, spanish_dates[_i].is, true);
}
END_TEST

/* What the sentence must name. */
static const struct {
	const char *typed, *says;
} refused[] = {
	{ "", "fri or +2w" }, { "  ", "fri or +2w" },
	{ "after Christmas", "is not a date" },
	{ "21 to 23 November 2014", "\"21 to 23 November 2014\" is not a date" },
	{ "21-23 November 2014", "is not a date" }, { "21 - 23 nov", "is not a date" },
	{ "11-12-2007", "2007-12-11 or 2007-11-12" },
	{ "1/2/2017", "2017-02-01 or 2017-01-02" },
	{ "2026-02-29", "February 2026 has 28 days" },
	{ "31 nov", "November 2026 has 30 days" },
	{ "30 Feb 2028", "February 2028 has 29 days" }, { "0 nov", "has 30 days" },
	{ "2017-11-31", "November 2017 has 30 days" },
	{ "2017-13", "months are 1 to 12" },
	{ "2017-00-10", "months are 1 to 12" }, { "13/13/2017", "months are 1 to 12" },
	{ "25.14.2017", "months are 1 to 12" },
	{ "0000", "years 1 to 9999" }, { "+9999y", "years 1 to 9999" },
	{ "-999999w", "years 1 to 9999" }, { "+999999y", "years 1 to 9999" },
	{ "13-12-07", "is not a date" }, { "20", "is not a date" },
	{ "201", "is not a date" },
	{ "20171120", "is not a date" }, { "nov", "is not a date" },
	{ "now", "is not a date" },
	{ "hoy", "is not a date" }, { "2w", "is not a date" }, { "+2", "is not a date" },
	{ "+w", "is not a date" }, { "+2x", "is not a date" },
	{ "+1234567d", "is not a date" },
	{ "99999999999999999999", "is not a date" },
	{ "2017-11 +3d", "does not say which day" }, { "2017-11-20-", "is not a date" },
	{ "fri 9:30", "is not a date" }, { "20 xyz 2017", "is not a date" },
	{ "xyz 2017", "is not a date" }, { "the", "is not a date" },
	{ "1 2 3 4 5 6 7 8 9 1 2 3 4 5", "is not a date" }, { "|", "is not a date" },
	{ "Fri|Friday", "is not a date" },
};

START_TEST(others_are_refused_with_a_sentence)
{
	struct words w = get_words(false);
	struct str out = { 0 };
	struct error e = { 0 };
	const char *typed = refused[_i].typed;

	ck_assert_msg(!date_input(typed, strlen(typed), today, w.list, w.count, &out, &e),
	    "%s: %s", typed, str_text(&out));
	ck_assert_int_eq(out.len, 0);
	ck_assert_int_eq(e.status, STATUS_DATA);
	ck_assert_msg(strstr(e.msg, refused[_i].says) != NULL, "%s", e.msg);
	ck_assert(!date_input(typed, strlen(typed), today, w.list, w.count, &out, NULL));
	str_free(&out);
}
END_TEST

START_TEST(the_month_is_named_in_the_last_language)
{
	struct words w = get_words(true);
	struct str out = { 0 };
	struct error e = { 0 };

	ck_assert(!date_input("2026-02-29", 10, today, w.list, 2, &out, &e));
	ck_assert_ptr_nonnull(strstr(e.msg, "febrero 2026"));
	ck_assert(!date_input("2026-02-29", 10, today, w.list, 0, &out, &e));
	ck_assert_ptr_nonnull(strstr(e.msg, "February 2026"));
}
END_TEST

START_TEST(nul_bytes_and_long_texts_are_refused)
{
	struct words w = get_words(false);
	struct str out = { 0 };
	struct error e = { 0 };
	char *text = calloc(1, 5000);

	ck_assert(!date_input("2017\0", 5, today, w.list, w.count, &out, &e));
	ck_assert(!date_input("\0", 1, today, w.list, w.count, &out, &e));
	ck_assert(!date_input("fri\0x", 5, today, w.list, w.count, &out, &e));
	memset(text, 'x', 4999);
	ck_assert(!date_input(text, 4999, today, w.list, w.count, &out, &e));
	ck_assert_int_lt(strlen(e.msg), 300);
	memset(text, ' ', 4999);
	ck_assert(!datetime_input(text, 4999, today, 0, w.list, w.count, &out, &e));
	free(text);
}
END_TEST

/* All weekdays from all days of a year: the first such day after today. */
START_TEST(weekdays_are_the_next_ones)
{
	static const char *const name[] = {
		"mon", "tue", "wed", "thu", "fri", "sat", "sun"
	};
	struct words w = get_words(false);

	for (long day = date_days(2026, 1, 1); day <= date_days(2026, 12, 31); day++)
		for (int i = 0; i < 7; i++) {
			struct str out = { 0 };
			char text[11];
			long expected = day + 1;

			while (date_weekday(expected) != i)
				expected++;
			ck_assert(date_input(name[i], 3, date_from_days(day), w.list,
			    w.count, &out, NULL));
			date_format(date_from_days(expected), text);
			ck_assert_str_eq(out.s, text);
			str_free(&out);
		}
}
END_TEST

START_TEST(the_calendar_has_ends)
{
	struct words w = get_words(false);
	struct date last = { 9999, 12, 31 };
	struct str out = { 0 };
	struct error e;

	ck_assert(!date_input("fri", 3, last, w.list, w.count, &out, &e));
	ck_assert_ptr_nonnull(strstr(e.msg, "years 1 to 9999"));
	ck_assert(!date_input("tomorrow", 8, last, w.list, w.count, &out, &e));
	ck_assert(date_input("today", 5, last, w.list, w.count, &out, &e));
	ck_assert_str_eq(out.s, "9999-12-31");
	str_free(&out);
}
END_TEST

/* Whatever is accepted is canonical, and nothing crashes. */
START_TEST(random_texts_give_canonical_dates_or_nothing)
{
	static const char *const piece[] = {
		"20", "11", "2017", "nov", "fri", "+", "-", "/", ".", ",", " ", "w",
		"today",
		"of", "1", "0", ":", "30", "T", "Z", "\xC3", "\xA1", "now", "d", "999999",
	};
	struct words w = get_words(true);
	unsigned state = 20261121;

	for (int i = 0; i < 50000; i++) {
		struct str text = { 0 }, out = { 0 };
		struct date d;
		int minute, second;
		bool utc;

		for (int n = i % 7; n >= 0; n--) {
			state = state * 1103515245 + 12345;
			str_add(&text, piece[(state >> 16) % 25]);
		}
		if (date_input(text.s, text.len, today, w.list, 2, &out, NULL))
			ck_assert_msg(date_parse(out.s, out.len, &d), "%s", text.s);
		str_cut(&out, 0);
		if (datetime_input(text.s, text.len, today, 600, w.list, 2, &out, NULL))
			ck_assert_msg(datetime_parse(out.s, out.len, &d, &minute, &second,
			    &utc), "%s", text.s);
		str_free(&text);
		str_free(&out);
	}
}
END_TEST

static const struct {
	const char *typed, *is;
} moments[] = {
	{ "2021-08-14T09:03Z", "2021-08-14T09:03Z" },
	{ "2021-08-14T09:03", "2021-08-14T09:03" },
	{ "2021-08-14T09:03:07Z", "2021-08-14T09:03:07Z" },
	{ "2021-08-14T09:03:00", "2021-08-14T09:03:00" },
	{ "2021-08-14 09:03:07", "2021-08-14T09:03:07" },
	{ "2021-08-14 09:03:00", "2021-08-14T09:03:00" },
	{ "2021-08-14 9:03Z", "2021-08-14T09:03Z" }, { "fri 9:30", "2026-11-27T09:30" },
	{ "fri 9.30", "2026-11-27T09:30" }, { "fri at 9:30", "2026-11-27T09:30" },
	{ "today 14:00", "2026-11-21T14:00" }, { "14:00", "2026-11-21T14:00" },
	{ "14.00", "2026-11-21T14:00" }, { "at 0:05", "2026-11-21T00:05" },
	{ "now", "2026-11-21T10:07" }, { " NOW ", "2026-11-21T10:07" },
	{ "20 nov 2017 23:59", "2017-11-20T23:59" },
	{ "20.11.2017 8.15", "2017-11-20T08:15" },
	{ "+2w 14:00", "2026-12-05T14:00" }, { "ahora", "2026-11-21T10:07" },
	{ "viernes a las 9:30", "2026-11-27T09:30" }, { "+1 d 8:00", "2026-11-22T08:00" },
};

START_TEST(moments_are_understood)
{
	struct words w = get_words(true);
	struct str out = { 0 };
	struct error e = { 0 };
	const char *typed = moments[_i].typed;

	ck_assert_msg(datetime_input(typed, strlen(typed), today, 607, w.list, w.count,
	    &out, &e), "%s", e.msg);
	ck_assert_str_eq(out.s, moments[_i].is);
	str_free(&out);
}
END_TEST

static const struct {
	const char *typed, *says;
} no_moments[] = {
	{ "", "is not a day and a time" },
	{ "after Christmas", "is not a day and a time" },
	{ "fri", "lacks the time" }, { "2021-08-14", "lacks the time" },
	{ "2021-08-14 24:00", "00:00 to 23:59" }, { "14:60", "00:00 to 23:59" },
	{ "14:00:60", "00:00 to 23:59" }, { "2021-08 14:00", "does not say which day" },
	{ "2017 9:00", "does not say which day" }, { "11-12-2007 9:00", "2007-12-11 or" },
	{ "2026-02-29 9:00", "February 2026 has 28 days" },
	{ "20.11.2017", "lacks the time" },
	{ "xyz 9:00", "is not a day and a time" }, { "9:3", "is not a day and a time" },
	{ "9:30 pm", "is not a day and a time" }, { "9:30:1", "is not a day and a time" },
	{ "2021-08-14T09:03+02:00", "is not a day and a time" },
};

START_TEST(other_moments_are_refused)
{
	struct words w = get_words(false);
	struct str out = { 0 };
	struct error e = { 0 };
	const char *typed = no_moments[_i].typed;

	ck_assert_msg(!datetime_input(typed, strlen(typed), today, 607, w.list, w.count,
	    &out, &e), "%s: %s", typed, str_text(&out));
	ck_assert_int_eq(out.len, 0);
	ck_assert_msg(strstr(e.msg, no_moments[_i].says) != NULL, "%s", e.msg);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

int
main(void)
{
	Suite *s = suite_create("date_input");
	TCase *dates = tcase_create("dates"), *times = tcase_create("moments");

	tcase_set_timeout(dates, 60);
	tcase_add_loop_test(dates, english_is_understood, 0, COUNT(english_dates));
	tcase_add_loop_test(dates, a_second_language_is_understood, 0,
	    COUNT(spanish_dates));
	tcase_add_loop_test(dates, others_are_refused_with_a_sentence, 0, COUNT(refused));
	tcase_add_test(dates, the_month_is_named_in_the_last_language);
	tcase_add_test(dates, nul_bytes_and_long_texts_are_refused);
	tcase_add_test(dates, weekdays_are_the_next_ones);
	tcase_add_test(dates, the_calendar_has_ends);
	tcase_add_test(dates, random_texts_give_canonical_dates_or_nothing);
	tcase_add_loop_test(times, moments_are_understood, 0, COUNT(moments));
	tcase_add_loop_test(times, other_moments_are_refused, 0, COUNT(no_moments));
	suite_add_tcase(s, dates);
	suite_add_tcase(s, times);
	return run_suite(s);
}
