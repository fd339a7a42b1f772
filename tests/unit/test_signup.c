#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "io/signup.h"
#include "tests/unit/run.h"

/* The list as one text: "name|stands|time" joined by " / ", and "+N" for lines passed. */
static void
told(const struct signup_list *list, struct str *out)
{
	for (size_t i = 0; i < list->count; i++)
		str_addf(out, "%s%s|%s|%s", i ? " / " : "", list->people[i].name,
		    list->people[i].stands, list->people[i].at);
	if (list->passed)
		str_addf(out, "%s+%zu", list->count ? " " : "", list->passed);
}

static void
reads(const char *in, const char *wanted)
{
	struct signup_list list;
	struct str out = { 0 };

	signup_read(in, strlen(in), &list);
	told(&list, &out);
	ck_assert_msg(!strcmp(str_text(&out), wanted), "%s\ngave   %s\nwanted %s", in,
	    str_text(&out), wanted);
	str_free(&out);
	signup_free(&list);
}

static const struct {
	const char *in, *out;
} rendered[] = {
	{ "1. OwenBlacker (talk) 09:03, 14 August 2021 (UTC)", "OwenBlacker||2021-08-14T09:03Z" },
	{ "OwenBlacker (talk) 09:03, 14 August 2021 (UTC)", "OwenBlacker||2021-08-14T09:03Z" },
	{ "12) Ana Cruz (talk \xc2\xb7 contribs) 9:03, 1 May 2021 (UTC)", "Ana Cruz||2021-05-01T09:03Z" },
	{ "2. GFontenelle (WMF) (talk) 15:33, 15 August 2021 (UTC)",
	    "GFontenelle (WMF)||2021-08-15T15:33Z" },
	{ "# Jaluj (discusi\xc3\xb3n) 21:15 14 ago 2021 (UTC)", "Jaluj||2021-08-14T21:15Z" },
	{ "Jaluj (disc.) 21:15, 3 de septiembre de 2021 (UTC)", "Jaluj||2021-09-03T21:15Z" },
	{ "Jaluj (discusi\xc3\xb3n \xc2\xb7 contribs.) 01:05 2 ene 2022 (CET)", "Jaluj||2022-01-02T01:05" },
	{ "\xc3\x89rica (discuss\xc3\xa3o) 09h03min de 14 de agosto de 2021 (UTC)",
	    "\xc3\x89rica||2021-08-14T09:03Z" },
	{ "Tore (diskussion) 14 augusti 2021 kl. 09.03 (CEST)", "Tore||2021-08-14T09:03" },
	{ "Tore (disk) 3 maj 2021 kl. 19.03 (UTC)", "Tore||2021-05-03T19:03Z" },
	{ "Axel (talk)", "Axel||" },
	{ "Axel (talk) 29:03, 14 August 2021", "Axel||" },
	{ "Axel (talk) 09:03, 31 February 2021 (UTC)", "Axel||" },
	{ "Axel (Discovery team)", "Axel|Discovery team|" },
	{ "1. Add your name here", "+1" },
	{ "# A\xc3\xb1" "ade tu nombre aqu\xc3\xad", "+1" },
	{ "# L\xc3\xa4gg till ditt namn h\xc3\xa4r", "+1" },
	{ "I'm planning to attend![edit | edit source]\nAxel (talk)\n", "Axel|| +1" },
	{ "Participantes[editar]\nAxel (discusi\xc3\xb3n)\n", "Axel|| +1" },
	{ "== Attending ==\n\n1. Axel (talk)\n2.\n", "Axel|| +2" },
};

START_TEST(rendered_lines_give_user_and_time)
{
	reads(rendered[_i].in, rendered[_i].out);
}
END_TEST

static const struct {
	const char *in, *out;
} sources[] = {
	{ "# [[User:OwenBlacker|Owen]] ([[User talk:OwenBlacker|talk]]) 09:03, 14 August 2021 (UTC)",
	    "OwenBlacker||2021-08-14T09:03Z" },
	{ "#[[User:GFontenelle (WMF)|GFontenelle (WMF)]] ([[User talk:GFontenelle (WMF)|talk]]) "
	    "15:33, 15 August 2021 (UTC)", "GFontenelle (WMF)||2021-08-15T15:33Z" },
	{ "# I will come! [[:es:Usuaria:Jaluj|<b>Jaluj</b>]] ([[Usuaria Discusi\xc3\xb3n:Jaluj|"
	    "discusi\xc3\xb3n]]) 21:15 14 ago 2021 (UTC)", "Jaluj||2021-08-14T21:15Z" },
	{ "# [[File:Star.png|20px]] [[Anv\xc3\xa4ndare:Tore Danielsson]] 14 augusti 2021 kl. 09.03 (UTC)",
	    "Tore Danielsson||2021-08-14T09:03Z" },
	{ "* '''[[User:Ana Cruz/Talks|Ana]]'''", "Ana Cruz||" },
	{ "# [[Special:Contributions/192.0.2.1|192.0.2.1]] 09:03, 14 August 2021 (UTC)",
	    "192.0.2.1||2021-08-14T09:03Z" },
	{ "# [[User:OwenBlacker|Owen", "[[User:OwenBlacker|Owen||" },
};

START_TEST(source_gives_the_same)
{
	reads(sources[_i].in, sources[_i].out);
}
END_TEST

static const struct {
	const char *in, *out;
} plain[] = {
	{ "Astrid Carlsen (WMNO), Claudia Garad (WMAT), Kaarel Vaidla (Movement Strategy volunteer)",
	    "Astrid Carlsen|WMNO| / Claudia Garad|WMAT| / Kaarel Vaidla|Movement Strategy volunteer|" },
	{ "Present were: Ana (WMCL), Berta (X, Y) and Carla (WMSE).",
	    "Ana|WMCL| / Berta|X, Y| / Carla|WMSE|" },
	{ "Patricia Diaz-Rubio, WMCL / Tore Danielsson, WMSE / Axel Pettersson, WMSE",
	    "Patricia Diaz-Rubio|WMCL| / Tore Danielsson|WMSE| / Axel Pettersson|WMSE|" },
	{ "Ana Cruz, WMCL\nBerta\n\n  - Carla (Chile)\r\n", "Ana Cruz|WMCL| / Berta|| / Carla|Chile|" },
	{ "Ana; Berta; Carla", "Ana|| / Berta|| / Carla||" },
	{ "Ana,", "Ana||" },
	{ "(WMCL)", "(WMCL)||" },
	{ "", "" },
	{ "\n \n\t\n", "" },
};

START_TEST(plain_lines_give_name_and_what_it_stands_for)
{
	reads(plain[_i].in, plain[_i].out);
}
END_TEST

static const struct {
	const char *in, *name, *stands;
} lines[] = {
	{ "Ana Cruz, WMCL", "Ana Cruz", "WMCL" },
	{ "Ana Cruz (WMCL)", "Ana Cruz", "WMCL" },
	{ " Ana Cruz ", "Ana Cruz", "" },
	{ "Cruz, Ana, WMCL", "Cruz, Ana", "WMCL" },
	{ "Ana (Museo (Norte))", "Ana", "Museo (Norte)" },
	{ "Ana)", "Ana)", "" },
	{ "", "", "" },
};

START_TEST(one_line_is_split_at_the_last_comma)
{
	struct arena mem = { 0 };
	const char *name, *stands;

	signup_split(lines[_i].in, strlen(lines[_i].in), &mem, &name, &stands);
	ck_assert_str_eq(name, lines[_i].name);
	ck_assert_str_eq(stands, lines[_i].stands);
	arena_free(&mem);
}
END_TEST

START_TEST(csv_brings_expectations)
{
	static const char csv[] = "Name,Username,Affiliation,Expectations\r\n"
	    "Ana Cruz,Anita,WMCL,\"To learn, and to\nmeet people\"\r\n,Jaluj,,\r\n,,,\r\n";
	struct signup_list list;
	struct error e;
	bool table;

	ck_assert(signup_read_csv(csv, strlen(csv), &list, &table, &e));
	ck_assert(table);
	ck_assert_int_eq(list.count, 2);
	ck_assert_str_eq(list.people[0].name, "Ana Cruz");
	ck_assert_str_eq(list.people[0].stands, "WMCL");
	ck_assert_str_eq(list.people[0].expectation, "To learn, and to meet people");
	ck_assert_str_eq(list.people[1].name, "Jaluj");
	ck_assert_int_eq(list.passed, 1);
	signup_free(&list);
}
END_TEST

START_TEST(a_list_of_names_is_no_csv)
{
	static const char *const texts[] = { "Ana, WMCL\nBerta, WMSE\n", "Name\nAna\n", "", "\"" };
	struct signup_list list;
	bool table;

	signup_read_csv(texts[_i], strlen(texts[_i]), &list, &table, NULL);
	ck_assert(!table);
	signup_free(&list);
}
END_TEST

/* Whatever comes in: one line each, no control character, valid UTF-8, no empty name. */
static void
is_sound(const char *s, size_t n)
{
	struct signup_list list;

	signup_read(s, n, &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct signup *one = &list.people[i];
		ck_assert(*one->name);
		ck_assert(utf8_valid(one->name, strlen(one->name), NULL));
		ck_assert(utf8_valid(one->stands, strlen(one->stands), NULL));
		for (const char *p = one->name; *p; p++)
			ck_assert_int_ge((unsigned char)*p, ' ');
	}
	signup_free(&list);
}

START_TEST(naughty_input_stays_sound)
{
	static const char *const ones[] = {
		"# [[", "[[]]", "[[:]] (talk)", "((((((", "))))", "(talk)", "(talk) (talk)", "# # # #",
		"\xff\xfe (WM\xc3)", "Ana \x1b[31m (WMCL)", "\xe2\x80\xae" "Ana", "<b", "<>", "''", "''''",
		",,,,", ";;", " / / ", "1.", "1. ", "1", ":", "09:03", "09:03, 14 August 2021 (UTC)",
		"x 99:99, 99 Augustus 9999 (UTC)", "&nbsp;", "{{u|Ana}}", "~~~~", "Ana (",
		"| Ana", "|}", "\xe2\x80\xa2 Ana", "\xe2\x80", "= =", "a: (b", "A, (b)",
	};

	for (size_t i = 0; i < sizeof ones / sizeof *ones; i++)
		for (size_t n = 0; n <= strlen(ones[i]); n++)
			is_sound(ones[i], n);
}
END_TEST

/* Pieces of good lines in any order, from a seed that stands still. */
START_TEST(mixed_pieces_stay_sound)
{
	static const char *const pieces[] = { "[[", "]]", "User:", "|", "(talk)", "(", ")", "# ",
		"09:03, ", "14 ", "August ", "2021", " (UTC)", "Ana", ", ", "\n", "\xc3", "\xe2\x80\x8f",
		"<b>", "'", " / ", ";", "1. ", " and ", "\t", "Contributions/" };
	unsigned seed = 1;

	for (int round = 0; round < 3000; round++) {
		struct str text = { 0 };
		for (int i = 0; i < 12; i++) {
			seed = seed * 1103515245u + 12345u;
			str_add(&text, pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)]);
		}
		is_sound(str_text(&text), text.len);
		str_free(&text);
	}
}
END_TEST

START_TEST(a_sentence_is_no_name)
{
	struct str text = { 0 };
	struct signup_list list;

	for (int i = 0; i < 60; i++)
		str_add(&text, "many words ");
	signup_read(str_text(&text), text.len, &list);
	ck_assert_int_eq(list.count, 0);
	ck_assert_int_eq(list.passed, 1);
	signup_free(&list);
	str_free(&text);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("signup");
	TCase *t = tcase_create("lists");

	tcase_add_loop_test(t, rendered_lines_give_user_and_time, 0,
	    (int)(sizeof rendered / sizeof *rendered));
	tcase_add_loop_test(t, source_gives_the_same, 0, (int)(sizeof sources / sizeof *sources));
	tcase_add_loop_test(t, plain_lines_give_name_and_what_it_stands_for, 0,
	    (int)(sizeof plain / sizeof *plain));
	tcase_add_loop_test(t, one_line_is_split_at_the_last_comma, 0,
	    (int)(sizeof lines / sizeof *lines));
	tcase_add_test(t, csv_brings_expectations);
	tcase_add_loop_test(t, a_list_of_names_is_no_csv, 0, 4);
	tcase_add_test(t, naughty_input_stays_sound);
	tcase_add_test(t, mixed_pieces_stay_sound);
	tcase_add_test(t, a_sentence_is_no_name);
	suite_add_tcase(s, t);
	return run_suite(s);
}
