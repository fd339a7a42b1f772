#include <check.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "tests/unit/run.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

/* ---- corpora ----------------------------------------------------------- */

static void
read_corpus(struct str *out, const char *name)
{
	FILE *f = source_open(name);
	char piece[4096];
	size_t n;
	while ((n = fread(piece, 1, sizeof(piece), f)) > 0)
		str_addn(out, piece, n);
	fclose(f);
}

/* The bytes of hexadecimal digits with blanks between them, up to a colon. */
static const char *
read_hex(struct str *out, const char *s, const char *end)
{
	int digits = 0, value = 0;
	str_cut(out, 0);
	for (; s < end && *s != ':'; s++) {
		const char *digit = strchr("0123456789abcdef", *s | 0x20);
		if (*s == ' ' || !digit)
			continue;
		value = value * 16 + (int)(digit - "0123456789abcdef");
		if (++digits % 2 == 0) {
			str_addc(out, (char)value);
			value = 0;
		}
	}
	return s < end ? s + 1 : s;
}

/* The text with what is no UTF-8 replaced, once for each maximal subpart. */
static void
replace_invalid(struct str *out, const struct str *text, const char *by)
{
	str_cut(out, 0);
	for (size_t i = 0, n; i < text->len; i += n) {
		uint32_t cp;
		char bytes[4];
		n = utf8_decode(text->s + i, text->len - i, &cp);
		if (utf8_encode(cp, bytes) == n && memcmp(bytes, text->s + i, n) == 0)
			str_addn(out, bytes, n);
		else
			str_add(out, by);
	}
}

/* How the text of a case comes out with its invalid bytes replaced. */
static void
check_replaced(const struct str *text, const char *by, const struct str *want,
    const char *line)
{
	struct str got = { 0 };
	replace_invalid(&got, text, by);
	ck_assert_msg(got.len == want->len
	    && memcmp(str_text(&got), str_text(want), got.len) == 0, "%.20s", line);
	str_free(&got);
}

/* NUMBER:valid:TEXT, NUMBER:valid hex:HEX or
 * NUMBER:invalid hex:HEX:HEX WITHOUT INVALID BYTES:HEX WITH THEM REPLACED */
static void
check_case(const char *line, const char *end)
{
	struct str text = { 0 }, skipped = { 0 }, replaced = { 0 };
	const char *kind = strchr(line, ':') + 1, *rest = strchr(kind, ':') + 1;
	kind += strspn(kind, " ");
	bool valid = strncmp(kind, "valid", 5) == 0;
	if (strstr(kind, "hex:") == rest - 4)
		rest = read_hex(&text, rest, end);
	else
		str_addn(&text, rest, (size_t)(end - rest));
	bool nul = memchr(str_text(&text), '\0', text.len) != NULL;
	ck_assert_msg(utf8_valid(text.s, text.len, NULL) == (valid && !nul), "%.20s", line);
	if (!valid) {
		bool nothing = strncmp(rest, "nothing:", 8) == 0;
		rest = nothing ? rest + 8 : read_hex(&skipped, rest, end);
		read_hex(&replaced, rest, end);
	}
	check_replaced(&text, "", valid ? &text : &skipped, line);
	check_replaced(&text, "\xef\xbf\xbd", valid ? &text : &replaced, line);
	str_free(&text);
	str_free(&skipped);
	str_free(&replaced);
}

START_TEST(utf8tests_hold)
{
	struct str corpus = { 0 };
	int cases = 0;
	read_corpus(&corpus, "tests/corpora/utf8tests/utf8tests.txt");
	for (const char *line = corpus.s, *end; *line; line = end + 1) {
		end = strchr(line, '\n');
		if (*line >= '0' && *line <= '9') {
			check_case(line, end);
			cases++;
		}
	}
	ck_assert_int_eq(cases, 222);
	str_free(&corpus);
}
END_TEST

/* ---- code points ------------------------------------------------------- */

START_TEST(every_code_point_round_trips)
{
	for (uint32_t cp = 0; cp <= 0x10ffff; cp++) {
		char bytes[4];
		uint32_t back;
		bool surrogate = cp >= 0xd800 && cp <= 0xdfff;
		size_t n = utf8_encode(cp, bytes);
		if (utf8_decode(bytes, n, &back) != n || back != (surrogate ? 0xfffd : cp)
		    || (cp > 0 && !utf8_valid(bytes, n, NULL)))
			ck_abort_msg("U+%04X", (unsigned)cp);
	}
}
END_TEST

/* Unicode 15, tables 3-8 to 3-11: bytes that one U+FFFD stands for. */
static const struct {
	const char *bytes;
	size_t taken;
} subparts[] = {
	{ "\xf0\x80\x80\x41", 1 }, { "\xe2\x82", 2 }, { "\xe1\x80\xe2", 2 },
	{ "\xf1\x80\x80\xe1", 3 }, { "\xf0\x91\x92", 3 }, { "\xf4\x91\x92", 1 },
	{ "\xed\xa0\x80", 1 }, { "\xc0\xaf", 1 }, { "\xe0\x80\xbf", 1 }, { "\x80", 1 },
	{ "\xff", 1 }, { "\xc2", 1 }, { "\xc2\x41", 1 },
};

START_TEST(maximal_subparts)
{
	uint32_t cp;
	const char *bytes = subparts[_i].bytes;
	ck_assert_uint_eq(utf8_decode(bytes, strlen(bytes), &cp), subparts[_i].taken);
	ck_assert_uint_eq(cp, 0xfffd);
}
END_TEST

START_TEST(the_first_bad_byte_is_named)
{
	size_t bad = 99;
	ck_assert(!utf8_valid("twelve bytes\xff and more", 22, &bad));
	ck_assert_uint_eq(bad, 12);
	ck_assert(!utf8_valid("ab\0c", 4, &bad));
	ck_assert_uint_eq(bad, 2);
	ck_assert(!utf8_valid("éa\xe2\x82", 5, &bad));
	ck_assert_uint_eq(bad, 3);
	ck_assert(utf8_valid("", 0, &bad));
}
END_TEST

/* ---- clusters, columns, showing ---------------------------------------- */

static const struct {
	const char *text;
	const char *clusters;	/* their bytes, as digits */
	int columns;
	const char *shown;
} texts[] = {
	{ "abc", "111", 3, "abc" },
	{ "a\r\nb", "121", 3, "a↵b" },
	{ "a\n\rb", "1111", 4, "a↵␍b" },
	{ "é", "2", 1, "é" },
	{ "e\u0301", "3", 1, "e\u0301" },
	{ "Vie\u0323\u0302t", "1151", 4, "Vie\u0323\u0302t" },
	{ "x\u0300\u0301\u0302\u0303", "9", 1, "x\u0300\u0301" },
	{ "\u0301a", "21", 2, "◌\u0301a" },
	{ "日本", "33", 4, "日本" },
	{ "が", "3", 2, "が" },
	{ "か\u3099", "6", 2, "か\u3099" },
	{ "한국", "33", 4, "한국" },
	{ "\u1112\u1161\u11ab", "9", 2, "\u1112\u1161\u11ab" },
	{ "a\u1161", "13", 2, "a·" },
	{ "राष्ट्रीय", "66663", 7, "राष्ट्रीय" },
	{ "বাংলা", "96", 5, "বাংলা" },
	{ "กำ", "6", 2, "กำ" },
	{ "ที่", "9", 1, "ที่" },
	{ "🏛\ufe0f", "7", 1, "🏛" },
	{ "👩\u200d🏫x", "+1", 3, "👩x" },
	{ "👍🏽", "8", 2, "👍" },
	{ "🇨🇱🇸🇪", "88", 4, "CLSE" },
	{ "🇨🇱🇸", "84", 3, "CLS" },
	{ "\u0600\u0661", "4", 2, "\u0600\u0661" },
	{ "שלום", "2222", 4, "שלום" },
	{ "\x1b[31m", "11111", 5, "␛[31m" },
	{ "\x01\x7f\t|", "1111", 4, "␁␡ |" },
	{ "\xc2\x85\xc2\x9b", "22", 2, "\ufffd\ufffd" },
	{ "\xff\xe2\x82z", "1111", 4, "\ufffd\ufffd\ufffdz" },
	{ "a\u202eb", "131", 3, "a·b" },
	{ "a\u200b\u2066\ufeff\u00ad", "13332", 5, "a····" },
	{ "\u061c\u200e\u2028\u3164\u115f", "23333", 5, "·····" },
	{ "a\u200db", "41", 2, "ab" },
	{ "\u200d", "3", 1, "·" },
	{ "a\U000e0041\U000e007f", "9", 1, "a" },
	{ "\U000e0041", "4", 1, "·" },
	{ "\ufff9\u0378", "32", 2, "·\ufffd" },
	{ "", "", 0, "" },
};

/* One digit a cluster; those of ten bytes and more as '+'. */
static char
size_sign(size_t n)
{
	return n < 10 ? (char)('0' + n) : '+';
}

START_TEST(clusters_forward_and_back)
{
	const char *s = texts[_i].text;
	size_t n = strlen(s), starts[20], count = 0;
	char sizes[20] = "";
	for (size_t i = 0; i < n; i += utf8_next(s + i, n - i)) {
		sizes[count] = size_sign(utf8_next(s + i, n - i));
		starts[count++] = i;
	}
	sizes[count] = '\0';
	ck_assert_str_eq(sizes, texts[_i].clusters);
	for (size_t end = n; end > 0; end -= utf8_prev(s, end))
		ck_assert_uint_eq(end - utf8_prev(s, end), starts[--count]);
	ck_assert_uint_eq(utf8_next(s, 0) + utf8_prev(s, 0), 0);
}
END_TEST

START_TEST(shown_as_told)
{
	const char *s = texts[_i].text;
	struct str out = { 0 };
	utf8_show(&out, s, strlen(s), 0);
	ck_assert_str_eq(str_text(&out), texts[_i].shown);
	ck_assert_int_eq(utf8_columns(s, strlen(s)), texts[_i].columns);
	ck_assert_int_eq(utf8_columns(str_text(&out), out.len), texts[_i].columns);
	str_free(&out);
}
END_TEST

START_TEST(flags_of_showing)
{
	struct str out = { 0 };
	utf8_show(&out, "a\r\nb\nc", 6, SHOW_LINES);
	ck_assert_str_eq(str_text(&out), "a\nb\nc");
	str_cut(&out, 0);
	utf8_show(&out, "é\n\x1b\u202e\xff", 8, SHOW_ASCII);
	ck_assert_str_eq(str_text(&out), "é????");
	str_cut(&out, 0);
	utf8_show(&out, "a\nb\x1b", 4, SHOW_ASCII | SHOW_LINES);
	ck_assert_str_eq(str_text(&out), "a\nb?");
	str_free(&out);
}
END_TEST

static const struct {
	const char *text;
	int cols, flags;
	bool right;
	const char *fitted;
} fits[] = {
	{ "abc", 5, 0, false, "abc  " }, { "abc", 5, 0, true, "  abc" },
	{ "abc", 3, 0, false, "abc" }, { "abcd", 3, 0, false, "ab…" },
	{ "abcd", 3, SHOW_ASCII, false, "a.." }, { "abcd", 1, SHOW_ASCII, false, "." },
	{ "abcd", 1, 0, false, "…" }, { "abcd", 0, 0, false, "" }, { "", 2, 0, false, "  " },
	{ "日本語", 5, 0, false, "日本…" }, { "日本語", 4, 0, false, "日… " },
	{ "日本語", 4, 0, true, " 日…" }, { "日", 1, 0, false, "…" },
	{ "Mun\u0303oz", 5, 0, false, "Mun\u0303oz" },
	{ "Mun\u0303oz", 4, 0, false, "Mun\u0303…" }, { "a\nb", 3, SHOW_LINES, false, "a↵b" },
	{ "abcdefghijklmn\u0303", 14, 0, false, "abcdefghijklmn\u0303" },
};

START_TEST(fitted)
{
	struct str out = { 0 };
	utf8_fit(&out, fits[_i].text, strlen(fits[_i].text), fits[_i].cols, fits[_i].right,
	    (unsigned)fits[_i].flags);
	ck_assert_str_eq(str_text(&out), fits[_i].fitted);
	str_free(&out);
}
END_TEST

START_TEST(cut_between_clusters)
{
	int used;
	ck_assert_uint_eq(utf8_cut("Mun\u0303oz", 7, 3, &used), 5);
	ck_assert_int_eq(used, 3);
	ck_assert_uint_eq(utf8_cut("日本", 6, 3, &used), 3);
	ck_assert_int_eq(used, 2);
	ck_assert_uint_eq(utf8_cut("日本", 6, 0, &used), 0);
	ck_assert_uint_eq(utf8_cut("abc", 3, 99, NULL), 3);
	ck_assert_uint_eq(utf8_cut("abc", 3, -1, NULL), 0);
}
END_TEST

/* ---- lines ------------------------------------------------------------- */

static const struct {
	const char *text;
	int cols;
	const char *lines;	/* with "|" between them */
} wraps[] = {
	{ "", 5, "" },
	{ "hello world", 5, "hello|world" },
	{ "hello world", 11, "hello world" },
	{ "hello   world", 7, "hello|world" },
	{ "hello world", 4, "hell|o|worl|d" },
	{ "one\ntwo", 9, "one|two" },
	{ "one\n\ntwo\n", 9, "one||two" },
	{ "one\r\ntwo", 9, "one|two" },
	{ "hello \nworld", 5, "hello|world" },
	{ "hello\r\nworld", 5, "hello|world" },
	{ "well-known names", 6, "well-|known|names" },
	{ "a\u00a0b c", 3, "a\u00a0b|c" },
	{ "日本語の会議。", 6, "日本語|の会|議。" },
	{ "日本", 1, "日|本" },
	{ "Mun\u0303oz Nun\u0303ez", 5, "Mun\u0303oz|Nun\u0303ez" },
	{ "  indented", 20, "  indented" },
	{ "a\xff b\xfe", 3, "a\xff|b\xfe" },
	{ "ab\u0600 cdef", 5, "ab\u0600 |cdef" },	/* the blank is one with the sign */
};

START_TEST(wrapped)
{
	const char *s = wraps[_i].text;
	size_t n = strlen(s), next;
	struct str lines = { 0 };
	for (size_t i = 0; i < n; i += next) {
		size_t shown = utf8_wrap(s + i, n - i, wraps[_i].cols, &next);
		if (i > 0)
			str_addc(&lines, '|');
		str_addn(&lines, s + i, shown);
	}
	ck_assert_str_eq(str_text(&lines), wraps[_i].lines);
	str_free(&lines);
}
END_TEST

/* ---- texts that mean harm ---------------------------------------------- */

static bool
is_harmful(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7f && cp < 0xa0) || cp == 0xad || cp == 0x61c
	    || cp == 0x180e || (cp >= 0x200b && cp <= 0x200f) || (cp >= 0x2028 && cp <= 0x202e)
	    || (cp >= 0x2060 && cp <= 0x206f) || (cp >= 0xfe00 && cp <= 0xfe0f)
	    || cp == 0xfeff || cp == 0x3164 || cp == 0xffa0 || cp == 0x115f || cp == 0x1160
	    || (cp >= 0xfff9 && cp <= 0xfffb) || (cp >= 0xe0000 && cp <= 0xe0fff);
}

static void
check_shown(const char *s, size_t n, unsigned flags)
{
	struct str out = { 0 };
	uint32_t cp;
	utf8_show(&out, s, n, flags);
	ck_assert(utf8_valid(str_text(&out), out.len, NULL));
	for (size_t i = 0; i < out.len;) {
		i += utf8_decode(out.s + i, out.len - i, &cp);
		if (is_harmful(cp) && !(cp == '\n' && flags & SHOW_LINES))
			ck_abort_msg("U+%04X of \"%.*s\" is shown", (unsigned)cp, (int)n, s);
	}
	if (!(flags & SHOW_LINES))
		ck_assert_int_eq(utf8_columns(str_text(&out), out.len), utf8_columns(s, n));
	str_free(&out);
}

static void
check_fit(const char *s, size_t n)
{
	struct str out = { 0 };
	for (int cols = 0; cols < 30; cols++)
		for (unsigned flags = 0; flags <= SHOW_ASCII; flags += SHOW_ASCII) {
			str_cut(&out, 0);
			utf8_fit(&out, s, n, cols, cols % 2, flags);
			ck_assert_int_eq(utf8_columns(str_text(&out), out.len), cols);
		}
	str_free(&out);
}

static void
check_lines(const char *s, size_t n)
{
	for (int cols = 0; cols < 30; cols++) {
		size_t next;
		for (size_t i = 0; i < n; i += next) {
			size_t shown = utf8_wrap(s + i, n - i, cols, &next);
			ck_assert(next > 0 && shown <= next && next <= n - i);
			ck_assert(utf8_columns(s + i, shown) <= cols
			    || shown == utf8_next(s + i, n - i));
		}
	}
}

/* Everything that a text of unknown origin goes through on its way to a screen. */
static void
check_text(const char *s, size_t n)
{
	char *exact = malloc(n + 1);	/* so that reading too far is seen */
	memcpy(exact, s, n);
	exact = realloc(exact, n > 0 ? n : 1);
	for (unsigned flags = 0; flags < 4; flags++)
		check_shown(exact, n, flags);
	check_fit(exact, n);
	check_lines(exact, n);
	free(exact);
}

START_TEST(naughty_strings)
{
	struct str corpus = { 0 };
	int lines = 0;
	read_corpus(&corpus, "tests/corpora/blns/blns.txt");
	for (const char *line = corpus.s, *end; *line; line = end + 1, lines++) {
		end = strchr(line, '\n');
		check_text(line, (size_t)(end - line));
	}
	ck_assert_int_gt(lines, 700);
	check_shown(corpus.s, corpus.len, SHOW_LINES);
	str_free(&corpus);
}
END_TEST

static const char *const trojans[] = {
	"commenting-out", "early-return", "homoglyph-function", "invisible-function",
	"stretched-string",
};

START_TEST(trojan_sources)
{
	struct str name = { 0 }, text = { 0 };
	str_addf(&name, "tests/corpora/trojan-source/%s.c.txt", trojans[_i]);
	read_corpus(&text, name.s);
	check_text(text.s, text.len);
	str_free(&name);
	str_free(&text);
}
END_TEST

static uint32_t
unit_of(const char *hex)
{
	char digits[5] = { hex[0], hex[1], hex[2], hex[3], '\0' };
	return (uint32_t)strtoul(digits, NULL, 16);
}

/* The characters of a JSON string that begins at s; returns its end. */
static const char *
read_json(struct str *out, const char *s)
{
	static const char letters[] = "bfnrt\"\\/", meanings[] = "\b\f\n\r\t\"\\/";
	str_cut(out, 0);
	for (; *s != '"'; s++) {
		char bytes[4];
		if (*s != '\\') {
			str_addc(out, *s);
			continue;
		}
		s++;
		if (*s != 'u') {
			str_addc(out, meanings[strchr(letters, *s) - letters]);
			continue;
		}
		uint32_t cp = unit_of(s + 1);
		s += 4;
		if (cp >= 0xd800 && cp < 0xdc00) {
			cp = 0x10000 + ((cp - 0xd800) << 10) + (unit_of(s + 3) - 0xdc00);
			s += 6;
		}
		str_addn(out, bytes, utf8_encode(cp, bytes));
	}
	return s;
}

START_TEST(escape_sequences)
{
	static const char key[] = "\"text\": \"";
	struct str corpus = { 0 }, text = { 0 };
	int count = 0;
	read_corpus(&corpus, "tests/corpora/terminal/escape-payloads.json");
	for (const char *s = corpus.s; (s = strstr(s, key)) != NULL; count++) {
		s = read_json(&text, s + strlen(key));
		check_text(str_text(&text), text.len);
	}
	ck_assert_int_eq(count, 42);
	str_free(&corpus);
	str_free(&text);
}
END_TEST

/* Code points that lean on their neighbours, in every order chance gives. */
START_TEST(mixtures)
{
	static const uint32_t points[] = {
		'a', ' ', '\n', '\r', 0x1b, 0xe9, 0xad, 0x301, 0x323, 0x200d, 0xfe0f, 0x1f1e8,
		0x1f1f1, 0x1f469, 0x1f3eb, 0x1f3fb, 0x1100, 0x1161, 0x11a8, 0xac00, 0xac01,
		0x115f, 0x1160, 0x600, 0xd4e, 0x93e, 0x94d, 0x915, 0xe33, 0xff9e, 0x202e,
		0x304b, 0x3099, 0x65e5, 0xe0041, 0x378, 0xa9, 0x1f3fb
	};
	uint32_t seed = 20140313;
	for (int round = 0; round < 1500; round++) {
		char text[64];
		size_t n = 0;
		for (int i = round % 12; i >= 0; i--) {
			seed = seed * 1664525 + 1013904223;
			uint32_t pick = (seed >> 8) % (COUNT(points) + 1);
			if (pick < COUNT(points))
				n += utf8_encode(points[pick], text + n);
			else
				text[n++] = (char)(seed >> 24);
		}
		check_text(text, n);
		size_t end = n, at = 0;
		while (end > 0)
			end -= utf8_prev(text, end);
		for (at = 0; at < n; at += utf8_next(text + at, n - at))
			ck_assert_uint_eq(utf8_prev(text, at + utf8_next(text + at, n - at)),
			    utf8_next(text + at, n - at));
	}
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("utf8");
	TCase *points = tcase_create("points"), *clusters = tcase_create("clusters");
	TCase *harm = tcase_create("harm");

	tcase_add_test(points, utf8tests_hold);
	tcase_add_test(points, every_code_point_round_trips);
	tcase_add_loop_test(points, maximal_subparts, 0, COUNT(subparts));
	tcase_add_test(points, the_first_bad_byte_is_named);
	tcase_add_loop_test(clusters, clusters_forward_and_back, 0, COUNT(texts));
	tcase_add_loop_test(clusters, shown_as_told, 0, COUNT(texts));
	tcase_add_test(clusters, flags_of_showing);
	tcase_add_loop_test(clusters, fitted, 0, COUNT(fits));
	tcase_add_test(clusters, cut_between_clusters);
	tcase_add_loop_test(clusters, wrapped, 0, COUNT(wraps));
	tcase_set_timeout(harm, 60);
	tcase_add_test(harm, naughty_strings);
	tcase_add_loop_test(harm, trojan_sources, 0, COUNT(trojans));
	tcase_add_test(harm, escape_sequences);
	tcase_add_test(harm, mixtures);
	suite_add_tcase(s, points);
	suite_add_tcase(s, clusters);
	suite_add_tcase(s, harm);
	return run_suite(s);
}
