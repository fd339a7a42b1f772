#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "io/page.h"
#include "tests/unit/run.h"

static struct page *page;
static struct str out;

static void
begin(void)
{
	page = page_new();
}

static void
end(void)
{
	page_free(page);
	str_free(&out);
}

static const char *
written(enum page_format f, int columns)
{
	str_cut(&out, 0);
	page_write(page, f, columns, &out);
	return str_text(&out);
}

static void
small_table(void)
{
	static const struct page_column columns[] = {
		{ "name", "Nombre", PAGE_ESCAPED }, { "room", "Sala", PAGE_ESCAPED },
		{ "text", "Texto", PAGE_RICH }
	};
	static const char *const cells[] = { "Ana", "", "=1+1", "Luís", "", "'''b''' {{x}}" };

	page_table(page, columns, 3);
	for (size_t i = 0; i < 6; i++)
		page_cell(page, cells[i]);
}

START_TEST(formats_are_found_by_name)
{
	enum page_format f;

	ck_assert(page_format_find("wikitext", &f) && f == PAGE_WIKITEXT);
	ck_assert(page_format_find("csv", &f) && f == PAGE_CSV);
	ck_assert(!page_format_find("html", &f));
	ck_assert_str_eq(page_format_name(PAGE_TEXT), "text");
	ck_assert_str_eq(page_format_suffix(PAGE_WIKITEXT), ".wiki");
}
END_TEST

START_TEST(parts_follow_each_other_with_blank_lines_between)
{
	page_heading(page, 1, "Title");
	page_heading(page, 2, "Steps");
	page_paragraph(page, "Two:", PAGE_ESCAPED);
	page_item(page, PAGE_NUMBER, "one", PAGE_ESCAPED);
	page_item(page, PAGE_NUMBER, "two", PAGE_ESCAPED);
	page_item(page, PAGE_BULLET, "a", PAGE_ESCAPED);
	page_label(page, "Place", "Berlin");
	ck_assert_str_eq(written(PAGE_WIKITEXT, 0), "== Steps ==\nTwo:\n\n# one\n# two\n\n"
	    "* a\n\n'''Place:''' Berlin\n");
	ck_assert_str_eq(written(PAGE_TEXT, 72), "Title\n=====\n\nSteps\n-----\n\nTwo:\n\n"
	    "1. one\n2. two\n\n- a\n\nPlace: Berlin\n");
}
END_TEST

START_TEST(headings_without_anything_below_are_left_out)
{
	page_heading(page, 2, "Empty");
	page_heading(page, 3, "Empty too");
	page_heading(page, 2, "Full");
	page_heading(page, 3, "Inside");
	page_paragraph(page, "text", PAGE_ESCAPED);
	page_heading(page, 2, "Last");
	ck_assert_str_eq(written(PAGE_WIKITEXT, 0), "== Full ==\n=== Inside ===\ntext\n");
	ck_assert(!page_empty(page));
}
END_TEST

START_TEST(a_page_of_headings_is_empty)
{
	page_heading(page, 2, "Nothing");
	page_paragraph(page, " \n", PAGE_RICH);
	page_item(page, PAGE_BULLET, NULL, PAGE_RICH);
	page_label(page, "Place", "");
	ck_assert(page_empty(page));
	ck_assert_str_eq(written(PAGE_WIKITEXT, 0), "");
}
END_TEST

START_TEST(rich_texts_keep_links_and_others_do_not)
{
	page_item(page, PAGE_BULLET, "[[a]] {{b}}", PAGE_RICH);
	page_item(page, PAGE_BULLET, "[[a]]", PAGE_ESCAPED);
	ck_assert_str_eq(written(PAGE_WIKITEXT, 0),
	    "* [[a]] &#123;&#123;b&#125;&#125;\n* &#91;&#91;a&#93;&#93;\n");
}
END_TEST

static const struct {
	const char *in, *out;
} read_as[] = {
	{ "'''bold''' ''it'' it's", "bold it it's\n" },
	{ "[[a]] [[b|c]] [[d", "a c [[d\n" },
	{ "[https://x.org X] [https://y.org] [z]", "X (https://x.org) https://y.org [z]\n" },
	{ "a<ref name=n>[[b|c]]</ref>d<ref name=n />e<ref>f", "a (c)de<ref>f\n" },
	{ "<ref", "<ref\n" }, { "<ref>", "<ref>\n" }, { "'''", "" }, { "''''", "''''\n" },
};

START_TEST(plain_text_is_without_markup)
{
	page_paragraph(page, read_as[_i].in, PAGE_RICH);
	ck_assert_str_eq(written(PAGE_TEXT, 72), read_as[_i].out);
}
END_TEST

START_TEST(texts_that_are_not_rich_keep_their_signs)
{
	page_paragraph(page, "''a'' [[b]]", PAGE_ESCAPED);
	ck_assert_str_eq(written(PAGE_TEXT, 72), "''a'' [[b]]\n");
}
END_TEST

START_TEST(what_stands_around_a_rich_text_is_escaped)
{
	page_item_with(page, PAGE_NUMBER, "[[a]].", "[[b]]", PAGE_RICH, "([[c]])");
	page_item_with(page, PAGE_NUMBER, "in front", " ", PAGE_RICH, "of nothing");
	page_item_with(page, PAGE_NUMBER, "", "d", PAGE_RICH, NULL);
	ck_assert_str_eq(written(PAGE_WIKITEXT, 0),
	    "# &#91;&#91;a&#93;&#93;. [[b]] (&#91;&#91;c&#93;&#93;)\n# d\n");
	ck_assert_str_eq(written(PAGE_TEXT, 40), "1. [[a]]. b ([[c]])\n2. d\n");
}
END_TEST

START_TEST(a_point_of_several_lines_stays_one_point)
{
	page_item(page, PAGE_NUMBER, "one\n* two\r\n\n'''three", PAGE_RICH);
	page_heading(page, 2, "a\n== b");
	page_paragraph(page, "x\ny\n\nz", PAGE_ESCAPED);
	ck_assert_str_eq(written(PAGE_WIKITEXT, 0),
	    "# one<br />* two<br /><br />&#39;&#39;&#39;three\n\n"
	    "== a<br />&#61;= b ==\nx<br />y\n\nz\n");
	ck_assert_str_eq(written(PAGE_TEXT, 40),
	    "1. one\n   * two\n\n   three\n\na\n== b\n----\n\nx\ny\n\nz\n");
}
END_TEST

START_TEST(a_table_has_names_for_programs_and_headings_for_people)
{
	small_table();
	ck_assert_str_eq(written(PAGE_CSV, 0),
	    "name,room,text\r\nAna,,'=1+1\r\nLuís,,'''b''' {{x}}\r\n");
	ck_assert_str_eq(written(PAGE_WIKITEXT, 0), "{| class=\"wikitable sortable\"\n"
	    "! Nombre\n! Texto\n|-\n| Ana\n| &#61;1+1\n|-\n| Luís\n"
	    "| '''b''' &#123;&#123;x&#125;&#125;\n|}\n");
	ck_assert_str_eq(written(PAGE_TEXT, 72),
	    "Nombre  Texto\nAna     =1+1\nLuís    b {{x}}\n");
}
END_TEST

START_TEST(a_table_without_room_goes_below_each_other)
{
	small_table();
	page_cell(page, "Ana Maria Braga");
	page_cell(page, "");
	page_cell(page, "");
	ck_assert_str_eq(written(PAGE_TEXT, 20), "Nombre: Ana\nTexto: =1+1\n\n"
	    "Nombre: Luís\nTexto: b {{x}}\n\nNombre: Ana Maria\n  Braga\n");
}
END_TEST

START_TEST(a_table_without_rows_says_its_columns_to_programs_only)
{
	static const struct page_column columns[] = { { "a", "A", PAGE_ESCAPED } };

	page_heading(page, 2, "Table");
	page_table(page, columns, 1);
	ck_assert_str_eq(written(PAGE_CSV, 0), "a\r\n");
	ck_assert_str_eq(written(PAGE_WIKITEXT, 0), "");
	ck_assert(page_empty(page));
}
END_TEST

/* --- Naughty strings --- */

/* No line is wider than asked for, unless one character alone is. */
static void
check_width(const char *text, int columns)
{
	while (*text) {
		size_t n = strcspn(text, "\n");
		ck_assert_msg(utf8_columns(text, n) <= columns, "too wide: %.*s", (int)n, text);
		text += n + (text[n] == '\n');
	}
}

static void
every_part(const char *s)
{
	static const struct page_column columns[] = { { "a", "A", PAGE_ESCAPED },
		{ "b", "B", PAGE_RICH } };

	page_heading(page, 2, s);
	page_paragraph(page, s, PAGE_ESCAPED);
	page_paragraph(page, s, PAGE_RICH);
	page_item(page, PAGE_BULLET, s, PAGE_RICH);
	page_label(page, s, s);
	page_table(page, columns, 2);
	page_cell(page, s);
	page_cell(page, s);
}

START_TEST(plain_text_of_naughty_strings_keeps_its_width)
{
	FILE *f = source_open("tests/corpora/blns/blns.txt");
	char *line = NULL;
	size_t room = 0;

	while (getline(&line, &room, f) > 0) {
		line[strcspn(line, "\n")] = '\0';
		every_part(line);
		ck_assert_ptr_nonnull(written(PAGE_WIKITEXT, 0));
		ck_assert(utf8_valid(out.s ? out.s : "", out.len, NULL));
		check_width(written(PAGE_TEXT, 40), 40);
		page_free(page);
		page = page_new();
	}
	free(line);
	fclose(f);
}
END_TEST

/* --- On a screen --- */

static void
line_take(void *ctx, const struct page_line *line)
{
	static const char signs[] = "=|. ";

	(void)ctx;
	str_addf(&out, "%c%s%s%s\n", signs[line->kind], line->text,
	    line->lead.id ? "*" : "", line->lead.pane ? line->lead.filter : "");
}

static const char *
shown(int columns)
{
	str_cut(&out, 0);
	page_screen(page, columns, 0, line_take, NULL);
	return str_text(&out);
}

static void
wide_table(void)
{
	static const struct page_column columns[] = {
		{ "a", "Activity", PAGE_ESCAPED }, { "n", "Number", PAGE_ESCAPED },
		{ "e", "Empty", PAGE_ESCAPED }, { "t", "Text", PAGE_ESCAPED }
	};
	static const char *const cells[] = {
		"A name that is longer than most of them", "5", "", "said in\nseveral lines of text",
		"Short", "1200", "", "",
	};

	page_table(page, columns, 4);
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		if (i == 4)
			page_leads(page, (struct page_lead){ 7, "items", "due<today" });
		page_cell(page, cells[i]);
	}
}

START_TEST(a_screen_shows_tables_with_a_line_for_each_row)
{
	page_heading(page, 2, "Goals");
	wide_table();
	ck_assert_str_eq(shown(60), "=Goals\n"
	    "|Activity                   Number  Text\n"
	    ".A name that is longer th…       5  said in / several lines …\n"
	    ".Short                        1200*due<today\n");
}
END_TEST

START_TEST(columns_without_room_are_named_below)
{
	wide_table();
	ck_assert_str_eq(shown(34), "|Activity                    Number\n"
	    ".A name that is longer tha…       5\n"
	    ".Short                         1200*due<today\n"
	    " \n.No room here for: Text.\n");
}
END_TEST

START_TEST(a_table_that_has_no_room_is_shown_in_lines_that_lead_as_its_rows)
{
	wide_table();
	ck_assert_str_eq(shown(22), ".Activity: A name that\n.  is longer than most\n"
	    ".  of them\n.Number: 5\n.Text: said in /\n.  several lines of\n.  text\n \n"
	    ".Activity: Short*due<today\n.Number: 1200*due<today\n");
}
END_TEST

START_TEST(what_is_left_out_leads_nowhere)
{
	page_leads(page, (struct page_lead){ .id = 3 });
	page_item(page, PAGE_BULLET, "", PAGE_ESCAPED);
	page_item(page, PAGE_BULLET, "first", PAGE_ESCAPED);
	page_leads(page, (struct page_lead){ .id = 3 });
	page_item(page, PAGE_BULLET, "second", PAGE_ESCAPED);
	page_item(page, PAGE_BULLET, "third", PAGE_ESCAPED);
	ck_assert_str_eq(shown(40), ".- first\n.- second*\n.- third\n");
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("page");
	TCase *all = tcase_create("page");

	tcase_add_checked_fixture(all, begin, end);
	tcase_add_test(all, formats_are_found_by_name);
	tcase_add_test(all, parts_follow_each_other_with_blank_lines_between);
	tcase_add_test(all, headings_without_anything_below_are_left_out);
	tcase_add_test(all, a_page_of_headings_is_empty);
	tcase_add_test(all, rich_texts_keep_links_and_others_do_not);
	tcase_add_loop_test(all, plain_text_is_without_markup, 0,
	    (int)(sizeof read_as / sizeof *read_as));
	tcase_add_test(all, texts_that_are_not_rich_keep_their_signs);
	tcase_add_test(all, what_stands_around_a_rich_text_is_escaped);
	tcase_add_test(all, a_point_of_several_lines_stays_one_point);
	tcase_add_test(all, a_table_has_names_for_programs_and_headings_for_people);
	tcase_add_test(all, a_table_without_room_goes_below_each_other);
	tcase_add_test(all, a_table_without_rows_says_its_columns_to_programs_only);
	tcase_add_test(all, plain_text_of_naughty_strings_keeps_its_width);
	tcase_add_test(all, a_screen_shows_tables_with_a_line_for_each_row);
	tcase_add_test(all, columns_without_room_are_named_below);
	tcase_add_test(all, a_table_that_has_no_room_is_shown_in_lines_that_lead_as_its_rows);
	tcase_add_test(all, what_is_left_out_leads_nowhere);
	suite_add_tcase(s, all);
	return run_suite(s);
}
