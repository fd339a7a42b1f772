#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "tests/unit/run.h"
#include "ui/input.h"

/* Names of the events, joined by ' '. */
static void
events_add(struct str *out, struct input *in, enum input_rest rest, int64_t ms)
{
	struct event ev;

	while (input_next(in, rest, ms, &ev)) {
		str_addf(out, "%s", out->len ? " " : "");
		if (ev.kind == EVENT_KEY)
			str_add(out, ev.key);
		else if (ev.kind == EVENT_MOUSE)
			str_addf(out, "mouse%d:%d,%d", ev.mouse, ev.row, ev.col);
		else
			str_addf(out, "paste:%s", ev.paste);
	}
}

/* The whole burst at once, then byte by byte: the same events. */
static void
expect(const char *bytes, const char *events)
{
	for (int single = 0; single < 2; single++) {
		struct input in = { 0 };
		struct str got = { 0 };
		size_t n = strlen(bytes);

		for (size_t i = 0; i < n; i += single ? 1 : n) {
			input_feed(&in, bytes + i, single ? 1 : n, 1000);
			events_add(&got, &in, INPUT_MORE, 1000);
		}
		events_add(&got, &in, INPUT_QUIET, 1000);
		events_add(&got, &in, INPUT_STALE, 1100);
		ck_assert_str_eq(str_text(&got), events);
		bool paste;
		ck_assert(!input_waits(&in, &paste));
		str_free(&got);
		input_free(&in);
	}
}

START_TEST(characters)
{
	expect("aZ ?", "a Z Space ?");
	expect("\r\n\t\b\177", "Enter Enter Tab BS BS");
	expect("\001\022\032\037\034", "^A ^R ^Z ^_ ^\\");
	expect("é日👩", "é 日 👩");
	expect("\xef\xbf\xbd", "\xef\xbf\xbd");
}
END_TEST

START_TEST(a_broken_byte_costs_itself_only)
{
	expect("\xff""a", "a");
	expect("\xe1 n\xf1o q", "Space n o Space q");
	expect("\xc3(x", "( x");
	expect("\xe2\x82(x", "( x");
	expect("\xed\xa0\x80y", "y");
	expect("\xf0\x9f\x92", "");
	expect("\xc0\xaf\xf8\x88\x80\x80\x80z", "z");
	expect("\xc2\x85z", "z");
}
END_TEST

START_TEST(sequences)
{
	expect("\033[A\033OB\033[H\033[4~\033[5~\033[3~", "Up Down Home End PgUp Del");
	expect("\033[1;5D\033[1;3C\033[1;2A\033[1;7B\033[3;5~",
	    "C-Left A-Right S-Up C-A-Down C-Del");
	expect("\033OP\033[11~\033[[B\033[24~\033OM\033[Z", "F1 F1 F2 F12 Enter S-Tab");
	expect("\033a\033é\033\177\033<", "A-a A-é A-BS A-<");
	expect("\033\033[A\033\033OD", "A-Up A-Left");
	expect("\033[97;5u\033[13u\033[27;5;114~\033[233u", "^A Enter ^R é");
	expect("\033[<0;10;5M\033[<0;10;5m\033[<64;1;1M\033[<65;1;1Mx",
	    "mouse0:4,9 mouse1:0,0 mouse2:0,0 x");
	expect("\033[M !!x", "mouse0:0,0 x");
}
END_TEST

START_TEST(what_nobody_knows_is_swallowed_whole)
{
	expect("\033[?62;22cx", "x");
	expect("\033[>41;354;0cx", "x");
	expect("\033[99~\033[5;6Rx", "x");
	expect("\033]11;rgb:0000/0000/0000\007x", "x");
	expect("\033]11;rgb:0000/0000/0000\033\\x", "x");
	expect("\033P>|xterm(379)\033\\x", "x");
	expect("\033[I\033[Ox", "x");
	expect("\033[1;5", "");
	expect("\033[12\033[A", "Up");
}
END_TEST

START_TEST(escape_by_itself)
{
	expect("\033", "Esc");
	expect("\033\033", "Esc Esc");
	expect("x\033", "x Esc");
	expect("\033O", "A-O");
	expect("\033[", "A-[");
	expect("\033]", "A-]");
}
END_TEST

/* Esc was given at once; the rest of its sequence comes a moment later, or a person
 * types a bracket long after. */
START_TEST(a_late_rest)
{
	for (int late = 0; late < 2; late++) {
		struct input in = { 0 };
		struct str got = { 0 };

		input_feed(&in, "\033", 1, 1000);
		events_add(&got, &in, INPUT_QUIET, 1000);
		ck_assert_str_eq(str_text(&got), "Esc");
		input_feed(&in, "[D", 2, late ? 2000 : 1010);
		events_add(&got, &in, INPUT_QUIET, 1010);
		ck_assert_str_eq(str_text(&got), late ? "Esc [ D" : "Esc Left");
		str_free(&got);
		input_free(&in);
	}
}
END_TEST

START_TEST(half_a_character_waits)
{
	struct input in = { 0 };
	struct event ev;
	bool paste;

	input_feed(&in, "\xc3", 1, 1000);
	ck_assert(!input_next(&in, INPUT_QUIET, 1000, &ev));
	ck_assert(input_waits(&in, &paste) && !paste);
	input_feed(&in, "\xa9", 1, 1010);
	ck_assert(input_next(&in, INPUT_QUIET, 1010, &ev));
	ck_assert_str_eq(ev.key, "é");
	ck_assert_str_eq(ev.text, "é");
	input_free(&in);
}
END_TEST

START_TEST(pastes)
{
	expect("\033[200~ddd\033[201~x", "paste:ddd x");
	expect("\033[200~a\rb\r\nc\nd\033[201~", "paste:a\nb\nc\nd");
	expect("\033[200~\033[A\xff\033[201~", "paste:\033[A\xff");
	expect("\033[200~\033[201~x", "paste: x");
	expect("\033[200~never ends", "paste:never ends");
}
END_TEST

START_TEST(a_large_paste_is_one_event)
{
	enum { SIZE = 1 << 20, BLOCK = 4096 };
	struct input in = { 0 };
	struct event ev;
	char block[BLOCK];

	memset(block, 'x', sizeof block);
	input_feed(&in, "\033[200~", 6, 1000);
	for (int i = 0; i < SIZE / BLOCK; i++) {
		input_feed(&in, block, BLOCK, 1000);
		ck_assert(!input_next(&in, INPUT_QUIET, 1000, &ev));
	}
	input_feed(&in, "\033[201~", 6, 1000);
	ck_assert(input_next(&in, INPUT_QUIET, 1000, &ev));
	ck_assert_int_eq(ev.kind, EVENT_PASTE);
	ck_assert_uint_eq(ev.length, SIZE);
	input_free(&in);
}
END_TEST

START_TEST(this_terminals_own)
{
	struct input in = { 0 };
	struct str got = { 0 };

	input_learn(&in, "\033@q", "Home");
	input_learn(&in, "\b", "BS");
	input_feed(&in, "\033@qx", 4, 1000);
	events_add(&got, &in, INPUT_QUIET, 1000);
	ck_assert_str_eq(str_text(&got), "Home x");
	str_free(&got);
	input_free(&in);
}
END_TEST

/* Any bytes: it ends, takes all, and invents no text. */
START_TEST(noise)
{
	static const char chars[] = "\033[O<M~uA;0159 \xc3\xa9\xff\a\\]P";
	unsigned seed = 20261121;

	for (int run = 0; run < 3000; run++) {
		struct input in = { 0 };
		struct event ev;
		char bytes[40];
		size_t n = 1 + (size_t)rand_r(&seed) % sizeof bytes;
		int events = 0;

		for (size_t i = 0; i < n; i++)
			bytes[i] = chars[(size_t)rand_r(&seed) % (sizeof chars - 1)];
		input_feed(&in, bytes, n, 1000);
		while (input_next(&in, INPUT_STALE, 1000, &ev))
			ck_assert_int_le(++events, (int)n);
		bool paste;
		ck_assert(!input_waits(&in, &paste));
		input_free(&in);
	}
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("input");
	TCase *c = tcase_create("input");

	tcase_add_test(c, characters);
	tcase_add_test(c, a_broken_byte_costs_itself_only);
	tcase_add_test(c, sequences);
	tcase_add_test(c, what_nobody_knows_is_swallowed_whole);
	tcase_add_test(c, escape_by_itself);
	tcase_add_test(c, a_late_rest);
	tcase_add_test(c, half_a_character_waits);
	tcase_add_test(c, pastes);
	tcase_add_test(c, a_large_paste_is_one_event);
	tcase_add_test(c, this_terminals_own);
	tcase_add_test(c, noise);
	suite_add_tcase(s, c);
	return run_suite(s);
}
