#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "tests/unit/run.h"
#include "ui/edit.h"

static void
expect_text(const struct edit *ed, const char *s, size_t n)
{
	ck_assert_uint_eq(edit_length(ed), n);
	ck_assert_mem_eq(edit_text(ed), s, n);
}

/* The text with '|' where the cursor is, '[' at the other end of a selection. */
static void
state_add(struct str *out, const struct edit *ed)
{
	size_t from = SIZE_MAX, to = SIZE_MAX, at = edit_cursor(ed);
	const char *s = edit_text(ed);

	edit_selection(ed, &from, &to);
	for (size_t i = 0; i <= edit_length(ed); i++) {
		if (i == at)
			str_addc(out, '|');
		else if (i == from || i == to)
			str_addc(out, '[');
		if (s[i])
			str_addc(out, s[i]);
	}
}

static void
key(struct edit *ed, const char *name)
{
	struct event ev;

	while (*name) {
		size_t n = key_read(name, strlen(name), &ev);
		edit_event(ed, &ev);
		name += n;
	}
}

/* --- Every byte comes out again --- */

static const char *const texts[] = {
	"", "abc", "Espa\u00f1a", "Espan\u0303a", "e\u0301\u0323\u0308x",
	"\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 family",
	"\U0001f1e8\U0001f1f1\U0001f1e6\U0001f1f7", "\u05d0\u200f\u05d1\u200e", "\u0e01\u0e33\u0e19\u0e49\u0e33",
	"\u1112\u1161\u11ab\u1100\u1173\u11af", "\ud55c\uae00", "\u0915\u094d\u0937\u093f",
	"a\r\nb\rc\n\n", "\t\x01\x1b[31m\x7f", "\xff\xfe\xc3(\xe2\x82", "\u202emoc.\u2066x\u2069",
	"\u0301leading mark", "\u00ad\u200b\ufeff", "  blanks  ",
};
enum { TEXTS = sizeof texts / sizeof *texts };

/* In whole, cluster by cluster, and byte sequences by code points. */
static void
round_trip(const char *s, size_t n)
{
	struct edit *ed = edit_new(true), *typed = edit_new(true);

	ck_assert(edit_set(ed, s, n));
	expect_text(ed, s, n);
	edit_size(ed, 5, 7);
	for (size_t i = 0; i < n; ) {
		size_t more = utf8_next(s + i, n - i);
		ck_assert(edit_type(typed, s + i, more));
		i += more;
	}
	expect_text(typed, s, n);
	while (edit_do(typed, EDIT_UNDO, false))
		;
	expect_text(typed, "", 0);
	while (edit_do(typed, EDIT_REDO, false))
		;
	expect_text(typed, s, n);
	while (edit_do(ed, EDIT_DELETE_BACK, false))
		;
	expect_text(ed, "", 0);
	while (edit_do(ed, EDIT_UNDO, false))
		;
	expect_text(ed, s, n);
	edit_free(ed);
	edit_free(typed);
}

START_TEST(bytes_come_back)
{
	round_trip(texts[_i], strlen(texts[_i]));
}
END_TEST

START_TEST(naughty_strings_come_back)
{
	FILE *in = source_open("tests/corpora/blns/blns.txt");
	struct str all = { 0 };
	char block[4096];
	size_t n;

	while ((n = fread(block, 1, sizeof block, in)) > 0)
		str_addn(&all, block, n);
	fclose(in);
	round_trip(all.s, all.len);
	for (char *p = all.s; *p; ) {
		size_t line = strcspn(p, "\n");
		round_trip(p, line);
		p += line + (p[line] == '\n');
	}
	str_free(&all);
}
END_TEST

START_TEST(nul_is_refused)
{
	struct edit *ed = edit_new(true);

	ck_assert(edit_set(ed, "ab", 2));
	ck_assert(!edit_set(ed, "x\0y", 3));
	ck_assert(!edit_type(ed, "\0", 1));
	ck_assert(!edit_paste(ed, "x\0", 2));
	expect_text(ed, "ab", 2);
	ck_assert(!edit_changed(ed));
	edit_free(ed);
}
END_TEST

/* --- Keys: before, keys, after; '|' is the cursor, '_' a line end --- */

static const struct {
	const char *text, *keys, *after;
} cases[] = {
	{ "abc", "<Left><Left>X", "aX|bc" },
	{ "abc", "<Home><Del>", "|bc" },
	{ "abc", "<Home><BS>", "|abc" },
	{ "abc", "<Del>", "abc|" },
	{ "Espan\u0303a", "<Left><BS>", "Espa|a" },
	{ "Espan\u0303a", "<Home><Right><Right><Right><Right><Right>X", "Espan\u0303X|a" },
	{ "a\u0301b", "<Home>x", "x|a\u0301b" },
	{ "\u0301b", "<Home>x", "x\u0301|b" },	/* now the mark stands on the x */
	{ "\U0001f468\u200d\U0001f469\u200d\U0001f466", "<BS>", "|" },
	{ "un dos tres", "<^W>", "un dos |" },
	{ "un dos tres  ", "<^W><^W>", "un |" },
	{ "un dos, tres", "<Home><A-d><A-d>", "|, tres" },
	{ "un dos, tres", "<Home><C-Right><C-Right><C-Right>", "un dos, tres|" },
	{ "un dos, tres", "<A-b><A-b><A-b>", "|un dos, tres" },
	{ "can't 3.14 stop", "<A-b><A-b>", "can't |3.14 stop" },
	{ "uno \xff dos tres", "<A-b><A-b>", "uno \xff |dos tres" },
	{ "uno \xff dos tres", "<Home><A-f><A-f>", "uno \xff dos| tres" },
	{ "un_dos", "<A-b><A-b>", "|un_dos" },
	{ "un\ndos", "<A-b><Left><A-b>", "|un_dos" },
	{ "un\n\n dos", "<C-Home><C-Right><C-Right>", "un__ dos|" },
	{ "\u65e5\u672c\u8a9e", "<A-b>", "\u65e5\u672c|\u8a9e" },
	{ "uno\ndos", "<Up>", "uno|_dos" },
	{ "uno\ndos", "<Up><^U>", "|_dos" },
	{ "uno\ndos", "<^U>x", "uno_x|" },
	{ "uno\ndos", "<C-Home><^K>", "|_dos" },
	{ "uno\ndos", "<C-Home><^K><Del><^E><^Y>", "dosuno|" },
	{ "uno\ndos", "<^U><BS>", "uno|" },
	{ "uno\r\ndos", "<^A><BS>", "uno|dos" },
	{ "uno\r\ndos", "<C-Home><^E>x", "unox|__dos" },
	{ "abcdef\nx\nabcdef", "<Up><Up>", "abcdef|_x_abcdef" },	/* the column is kept */
	{ "abcdef\nx\nabcdef", "<Up><Left><Up>", "|abcdef_x_abcdef" },
	{ "uno\ndos\ntres", "<A-Up>", "uno_tres|_dos" },
	{ "uno\ndos\ntres", "<A-Up><A-Up><A-Up>", "tres|_uno_dos" },
	{ "uno\ndos\ntres", "<C-Home><Right><A-Down>", "dos_u|no_tres" },
	{ "uno\ndos", "<A-Down>", "uno_dos|" },
	{ "uno\n", "<A-Up>", "|_uno" },
	{ "uno\ndos\n", "<C-Home><A-Down><^Z>", "|uno_dos_" },
	{ "uno dos", "<S-Left><S-Left>", "uno d|os[" },
	{ "uno dos", "<S-Left><S-Left>X", "uno dX|" },
	{ "uno dos", "<C-S-Left><Del>", "uno |" },
	{ "uno dos", "<C-S-Left><^W><Home><^Y>", "dos|uno " },
	{ "uno dos", "<S-Home><Right>", "uno dos|" },
	{ "uno dos", "<C-S-Left><Left>", "uno |dos" },
	{ "uno dos", "<A-a><BS>", "|" },
	{ "", "hola<Space>mundo<^Z>", "hola |" },
	{ "", "hola<Space>mundo<^Z><^Z>", "|" },
	{ "", "hola<Space>mundo<^Z><^Z><^R>", "hola |" },
	{ "", "hola<Space>mundo<^Z><^Z><^R><^R><^R>", "hola mundo|" },
	{ "", "hola<BS><BS><^Z>", "hola|" },
	{ "", "hola<BS><BS>x<^Z><^Z>", "hola|" },
	{ "abc", "<Home><Del><Del><^Z>", "|abc" },
	{ "abc", "d<Left>e<^Z>", "abc|d" },
	{ "abc", "d<^Z>e<^R>", "abce|" },
	{ "a", "<Enter>b<^Z>", "a_|" },
	{ "a", "<PgDn><PgUp><F5><Tab>", "a|" },
};
enum { CASES = sizeof cases / sizeof *cases };

START_TEST(keys_do)
{
	struct edit *ed = edit_new(true);
	struct str state = { 0 };

	edit_set(ed, cases[_i].text, strlen(cases[_i].text));
	key(ed, cases[_i].keys);
	state_add(&state, ed);
	for (char *p = state.s; *p; p++)
		if (*p == '\n' || *p == '\r')
			*p = '_';
	ck_assert_str_eq(state.s, cases[_i].after);
	str_free(&state);
	edit_free(ed);
}
END_TEST

START_TEST(keys_are_written_well)
{
	enum edit_op op;
	bool extend;
	const char *name, *other;

	for (int i = 0; (name = edit_key_at(i, &op, &extend)); i++) {
		ck_assert_msg(key_name_valid(name), "%s", name);
		ck_assert_int_ne(op, EDIT_NONE);
		for (int k = 0; k < i && (other = edit_key_at(k, &op, &extend)); k++)
			ck_assert_str_ne(name, other);
	}
}
END_TEST

START_TEST(one_line)
{
	struct edit *ed = edit_new(false);

	ck_assert(edit_paste(ed, "uno\r\ndos\ntres\r", 14));
	expect_text(ed, "uno dos tres ", 13);
	ck_assert(!edit_do(ed, EDIT_NEW_LINE, false));
	ck_assert(!edit_do(ed, EDIT_UP, false));
	ck_assert(!edit_do(ed, EDIT_LINE_UP, false));
	ck_assert(edit_set(ed, "a\nb", 3));
	expect_text(ed, "a\nb", 3);
	ck_assert_uint_eq(edit_row_count(ed), 1);
	ck_assert_int_eq(edit_column(ed, 3), 3);
	ck_assert(edit_do(ed, EDIT_DELETE_TO_START, false) || edit_length(ed) == 3);
	edit_free(ed);
}
END_TEST

START_TEST(a_paste_is_one_step)
{
	struct edit *ed = edit_new(true);
	struct str big = { 0 };

	while (big.len < 1000 * 1000)
		str_add(&big, "Una l\u00ednea del acta con n\u0303 y m\u00e1s palabras.\n");
	edit_set(ed, "ab", 2);
	edit_go(ed, 1);
	ck_assert(edit_paste(ed, big.s, big.len));
	ck_assert_uint_eq(edit_length(ed), big.len + 2);
	ck_assert_uint_eq(edit_cursor(ed), big.len + 1);
	ck_assert(edit_changed(ed));
	ck_assert(edit_do(ed, EDIT_UNDO, false));
	expect_text(ed, "ab", 2);
	ck_assert(!edit_changed(ed));
	ck_assert(!edit_do(ed, EDIT_UNDO, false));
	str_free(&big);
	edit_free(ed);
}
END_TEST

START_TEST(pauses_part_steps)
{
	struct edit *ed = edit_new(true);

	edit_type(ed, "a", 1);
	edit_type(ed, "b", 1);
	edit_pause(ed);
	edit_type(ed, "c", 1);
	edit_do(ed, EDIT_UNDO, false);
	expect_text(ed, "ab", 2);
	edit_do(ed, EDIT_UNDO, false);
	expect_text(ed, "", 0);
	edit_free(ed);
}
END_TEST

START_TEST(changed_since_saved)
{
	struct edit *ed = edit_new(true);

	edit_type(ed, "a", 1);
	ck_assert(edit_changed(ed));
	edit_clean(ed);
	ck_assert(!edit_changed(ed));
	edit_type(ed, "b", 1);
	ck_assert(edit_changed(ed));
	edit_do(ed, EDIT_UNDO, false);
	expect_text(ed, "a", 1);
	ck_assert(!edit_changed(ed));
	edit_do(ed, EDIT_UNDO, false);
	ck_assert(edit_changed(ed));
	edit_type(ed, "a", 1);	/* the saved state cannot be gone back to */
	ck_assert(edit_changed(ed));
	edit_free(ed);
}
END_TEST

START_TEST(finds_folded)
{
	struct edit *ed = edit_new(true);
	const char *s = "El Nandu\nun \u00d1andu\u0301  grande\nn\u0303ANDU fin";
	size_t at = 0, end = 0, last = strlen("El Nandu\nun \u00d1andu\u0301  grande\n");

	edit_set(ed, s, strlen(s));
	ck_assert(edit_find(ed, "\u00f1and\u00fa", 7, 0, false, &at, &end));
	ck_assert_uint_eq(at, 3);
	ck_assert_uint_eq(end, 8);
	ck_assert(edit_find(ed, "nandu grande", 12, 4, false, &at, &end));
	ck_assert_uint_eq(at, 12);
	ck_assert_uint_eq(end, last - 1);
	ck_assert(edit_find(ed, "NANDU", 5, edit_length(ed), true, &at, &end));
	ck_assert_uint_eq(at, last);
	ck_assert(edit_find(ed, "NANDU", 5, at, true, &at, &end));
	ck_assert_uint_eq(at, 12);
	ck_assert(edit_find(ed, "NANDU", 5, at, true, &at, &end));
	ck_assert_uint_eq(at, 3);
	ck_assert(!edit_find(ed, "NANDU", 5, at, true, &at, &end));
	ck_assert(!edit_find(ed, "NANDU", 5, last + 1, false, &at, &end));
	ck_assert(!edit_find(ed, " ", 1, 0, false, &at, &end));
	edit_free(ed);
}
END_TEST

/* --- Rows --- */

START_TEST(rows_wrap)
{
	struct edit *ed = edit_new(true);
	const char *s = "uno dos tres cuatro\n\ncinco";
	static const char *const rows[] = { "uno dos", "tres", "cuatro", "", "cinco" };
	size_t at;

	edit_set(ed, s, strlen(s));
	edit_size(ed, 3, 9);
	ck_assert_uint_eq(edit_row_count(ed), 5);
	for (size_t i = 0; i < 5; i++) {
		size_t n = edit_row(ed, i, &at);
		ck_assert_uint_eq(n, strlen(rows[i]));
		ck_assert_mem_eq(edit_text(ed) + at, rows[i], n);
	}
	edit_go(ed, 0);
	edit_do(ed, EDIT_ROW_END, false);
	ck_assert_uint_eq(edit_cursor(ed), 7);
	edit_do(ed, EDIT_DOWN, false);
	ck_assert_uint_eq(edit_cursor(ed), 12);	/* before the blank at the break */
	edit_do(ed, EDIT_DOWN, false);
	ck_assert_uint_eq(edit_cursor(ed), 19);
	edit_do(ed, EDIT_PAGE_UP, false);
	ck_assert_uint_eq(edit_cursor(ed), 7);
	edit_free(ed);
}
END_TEST

/* --- Random operations against arrays of clusters --- */

struct naive {
	struct str text;
	size_t cursor;
};

/* Borders of the naive text, from its very beginning. */
static size_t
naive_border(const struct naive *o, size_t at, bool before)
{
	size_t i = 0, last = 0;

	while (i < at) {
		last = i;
		i += utf8_next(str_text(&o->text) + i, o->text.len - i);
	}
	return before ? last : i;
}

static void
naive_splice(struct naive *o, size_t from, size_t to, const char *s, size_t n)
{
	struct str fresh = { 0 };

	str_addn(&fresh, str_text(&o->text), from);
	str_addn(&fresh, s, n);
	str_add(&fresh, str_text(&o->text) + to);
	str_free(&o->text);
	o->text = fresh;
	o->cursor = naive_border(o, from + n, false);
}

static void
naive_do(struct naive *o, int what, const char *s)
{
	size_t at = o->cursor, len = o->text.len;

	if (what == 0 && at)
		o->cursor = naive_border(o, at, true);
	else if (what == 1 && at < len)
		o->cursor = naive_border(o, at + 1, false);
	else if (what == 2 && at)
		naive_splice(o, naive_border(o, at, true), at, "", 0);
	else if (what == 3 && at < len)
		naive_splice(o, at, naive_border(o, at + 1, false), "", 0);
	else if (what == 4)
		o->cursor = 0;
	else if (what == 5)
		o->cursor = len;
	else if (what >= 6)
		naive_splice(o, at, at, s, strlen(s));
}

/* The rows kept beside the text are those of wrapping it anew. */
static void
expect_rows(struct edit *ed, int cols)
{
	size_t n = edit_length(ed), rows = 0, more = 0, at;
	const char *s = edit_text(ed);

	for (size_t p = 0; !p || p < n || s[n - 1] == '\n'; p += more) {
		ck_assert_uint_lt(rows, edit_row_count(ed));
		edit_row(ed, rows++, &at);
		ck_assert_uint_eq(at, p);
		if (p == n)
			break;
		utf8_wrap(s + p, n - p, cols - 1, &more);
	}
	ck_assert_uint_eq(rows, edit_row_count(ed));
}

static const char *const bits[] = {
	"a", "b", " ", "  ", "\n", "\r", "\r\n", "\u0301", "\u200d", "\U0001f469", "\U0001f3fd",
	"\U0001f1e8", "\u0e33", "\u1112", "\u1161", "\u11ab", "\u65e5", "-", "palabra", "\u00ad",
	"una frase de prueba, ", "\xff", "\xc3", "\xa9", "\u0915\u094d", "\u0600", "\t", "http://a.b/c?d=e",
};
enum { BITS = sizeof bits / sizeof *bits };

static void
random_round(unsigned seed)
{
	struct edit *ed = edit_new(true);
	struct naive o = { { 0 }, 0 };
	struct str start = { 0 }, last = { 0 };
	int cols = 2 + (int)(seed % 23);

	srandom(seed);
	for (long i = random() % 60; i > 0; i--)
		str_add(&start, bits[random() % BITS]);
	edit_set(ed, str_text(&start), start.len);
	naive_splice(&o, 0, 0, str_text(&start), start.len);
	edit_size(ed, 5, cols);
	for (int i = 0; i < 120; i++) {
		static const enum edit_op ops[] = { EDIT_LEFT, EDIT_RIGHT, EDIT_DELETE_BACK,
		    EDIT_DELETE, EDIT_START, EDIT_END };
		int what = (int)(random() % 12);
		const char *s = bits[random() % BITS];
		if (what < 6)
			edit_do(ed, ops[what], false);
		else
			edit_type(ed, s, strlen(s));
		naive_do(&o, what, s);
		ck_assert_msg(edit_length(ed) == o.text.len
		    && !memcmp(edit_text(ed), str_text(&o.text), o.text.len),
		    "seed %u step %d: other text", seed, i);
		ck_assert_msg(edit_cursor(ed) == o.cursor, "seed %u step %d what %d: %zu, not %zu",
		    seed, i, what, edit_cursor(ed), o.cursor);
		expect_rows(ed, cols);
	}
	str_set(&last, edit_text(ed));
	while (edit_do(ed, EDIT_UNDO, false))
		;
	expect_text(ed, str_text(&start), start.len);
	expect_rows(ed, cols);
	while (edit_do(ed, EDIT_REDO, false))
		;
	expect_text(ed, str_text(&last), last.len);
	str_free(&start);
	str_free(&last);
	str_free(&o.text);
	edit_free(ed);
}

/* All operations, from words to lines: whatever happens, the cursor is on a border, and
 * undo gives the first text back. */
static void
random_all(unsigned seed)
{
	struct edit *ed = edit_new(true);
	struct str start = { 0 };

	srandom(seed);
	for (long i = random() % 90; i > 0; i--)
		str_add(&start, bits[random() % BITS]);
	edit_set(ed, str_text(&start), start.len);
	edit_size(ed, 4, 2 + (int)(seed % 40));
	for (int i = 0; i < 150; i++) {
		enum edit_op op = (enum edit_op)(random() % (EDIT_REDO + 1));
		if (random() % 3)
			edit_do(ed, op, random() % 4 == 0);
		else
			edit_paste(ed, bits[seed % BITS], strlen(bits[seed % BITS]));
		struct naive o = { { (char *)(uintptr_t)edit_text(ed), edit_length(ed), 0 }, 0 };
		size_t at = edit_cursor(ed);
		ck_assert_msg(at <= edit_length(ed) && naive_border(&o, at, false) == at,
		    "seed %u step %d op %d: not on a border", seed, i, (int)op);
	}
	while (edit_do(ed, EDIT_UNDO, false))
		;
	ck_assert_msg(edit_length(ed) == start.len && !memcmp(edit_text(ed), str_text(&start),
	    start.len), "seed %u: undo does not lead back", seed);
	str_free(&start);
	edit_free(ed);
}

static unsigned
first_seed(void)
{
	const char *given = getenv("EDIT_SEED");
	/* The same every time unless asked. */
	unsigned seed = given ? (unsigned)strtoul(given, NULL, 10) : 1;

	printf("# EDIT_SEED=%u\n", seed);
	return seed;
}

START_TEST(random_operations)
{
	unsigned seed = first_seed();

	for (unsigned i = 0; i < 150; i++)
		random_round(seed + i);
	for (unsigned i = 0; i < 300; i++)
		random_all(seed + i);
}
END_TEST

/* Enter alone never does nothing. */
START_TEST(each_key_can_say_why)
{
	const char *key;
	enum edit_op op;
	bool extend;

	for (int i = 0; (key = edit_key_at(i, &op, &extend)); i++)
		ck_assert_msg(edit_told(key) || op == EDIT_NEW_LINE, "%s", key);
	ck_assert_ptr_null(edit_told("F9"));
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("edit");
	TCase *t = tcase_create("edit");

	tcase_set_timeout(t, 120);
	tcase_add_loop_test(t, bytes_come_back, 0, TEXTS);
	tcase_add_test(t, naughty_strings_come_back);
	tcase_add_test(t, nul_is_refused);
	tcase_add_loop_test(t, keys_do, 0, CASES);
	tcase_add_test(t, keys_are_written_well);
	tcase_add_test(t, one_line);
	tcase_add_test(t, a_paste_is_one_step);
	tcase_add_test(t, pauses_part_steps);
	tcase_add_test(t, changed_since_saved);
	tcase_add_test(t, finds_folded);
	tcase_add_test(t, rows_wrap);
	tcase_add_test(t, random_operations);
	tcase_add_test(t, each_key_can_say_why);
	suite_add_tcase(s, t);
	return run_suite(s);
}
