#include <check.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "tests/unit/run.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

static const struct {
	const char *text, *folded;
} folds[] = {
	{ "", "" }, { " \t\n ", "" }, { "  Two   words\r\n", "two words" },
	{ "Muñoz", "munoz" }, { "Mun\u0303oz", "munoz" }, { "Österreich", "osterreich" },
	{ "Łódź", "lodz" }, { "Straße", "strasse" }, { "STRAẞE", "strasse" },
	{ "Ørsted", "orsted" }, { "İSTANBUL", "istanbul" }, { "ISTANBUL", "istanbul" },
	{ "ıstanbul", "istanbul" }, { "Ελληνική", "ελληνικη" }, { "ΟΔΟΣ", "οδοσ" },
	{ "οδος", "οδοσ" }, { "Việt", "viet" }, { "Vie\u0323\u0302t", "viet" },
	{ "Œuvre", "oeuvre" }, { "ё", "е" }, { "Wikimédia", "wikimedia" },
	{ "Ærø Þór Đorđe Ħal Ŧ Ŋ ð", "aero thor dorde hal t ng d" }, { "ŉ", "'n" },
	{ "O’Brien ‘a’ ʼ", "o'brien 'a' '" }, { "“a” „b“", "\"a\" \"b\"" },
	{ "2014–2017 — a‐b − c", "2014-2017 - a-b - c" }, { "a\u00a0\u2003b", "a b" },
	{ "ﬁn ½ … ＡＢ", "fin 1⁄2 ... ab" }, { "soft\u00adhyphen", "softhyphen" },
	{ "🏛\ufe0f", "🏛" }, { "1\ufe0f\u20e3", "1" }, { "ᾼ ᾳ", "α α" },
	{ "বাংলা উইকিমিডিয়া", "বাংলা উইকিমিডিয\u09bcা" }, { "\u09c7\u09be", "\u09cb" },
	{ "राष्ट्रीय", "राष्ट्रीय" }, { "क\u093c", "\u0915\u093c" }, { "\u0958", "\u0915\u093c" },
	{ "ประเทศที่", "ประเทศที่" }, { "が", "が" }, { "か\u3099", "が" }, { "ｶﾞ", "ガ" },
	{ "한국", "한국" }, { "\u1112\u1161\u11ab", "한" }, { "\ud55c", "한" },
	{ "שָׁלוֹם", "שלום" }, { "مُحَمَّد أحمد", "محمد احمد" }, { "日本", "日本" },
	{ "a\xff\xe2\x82z", "a\ufffd\ufffdz" }, { "\u0301a", "a" }, { "か \u0301", "か" },
	{ "か\u200d\u3099", "が" }, { "か\u00ad\u3099", "が" }, { "ՀԱՅ", "հայ" },
};

START_TEST(folded_as_told)
{
	struct str out = { 0 };
	str_add(&out, "kept");
	fold_add(&out, folds[_i].text, strlen(folds[_i].text));
	ck_assert_mem_eq(out.s, "kept", 4);
	ck_assert_str_eq(out.s + 4, folds[_i].folded);
	ck_assert(fold_equal(folds[_i].text, folds[_i].folded));
	str_free(&out);
}
END_TEST

/* ---- laws -------------------------------------------------------------- */

static bool
same(const struct str *a, const struct str *b)
{
	return a->len == b->len && memcmp(str_text(a), str_text(b), a->len) == 0;
}

static bool
same_in_form(const struct str *folded, const char *s, size_t n, uninorm_t form)
{
	struct str other = { 0 };
	size_t m;
	uint8_t *t = u8_normalize(form, (const uint8_t *)s, n, NULL, &m);
	fold_add(&other, (const char *)t, m);
	bool held = same(folded, &other);
	free(t);
	str_free(&other);
	return held;
}

/* Folding what is folded changes nothing; composed or not is the same. */
static bool
laws_hold(const char *s, size_t n)
{
	struct str once = { 0 }, twice = { 0 };
	fold_add(&once, s, n);
	fold_add(&twice, str_text(&once), once.len);
	bool held = same(&once, &twice) && utf8_valid(str_text(&once), once.len, NULL)
	    && fold_contains(s, n, str_text(&once), once.len);
	if (n > 0 && utf8_valid(s, n, NULL))
		held = held && same_in_form(&once, s, n, UNINORM_NFD)
		    && same_in_form(&once, s, n, UNINORM_NFC);
	str_free(&once);
	str_free(&twice);
	return held;
}

START_TEST(every_code_point_keeps_the_laws)
{
	for (uint32_t cp = 1; cp <= 0x1ffff; cp++) {
		char bytes[4];
		size_t n = utf8_encode(cp, bytes);
		if ((cp < 0xd800 || cp > 0xdfff) && !laws_hold(bytes, n))
			ck_abort_msg("U+%04X", (unsigned)cp);
	}
}
END_TEST

/* The iota subscript is a letter in capitals only: the one exception. */
START_TEST(case_never_matters)
{
	for (uint32_t cp = 1; cp <= 0x1ffff; cp++) {
		char bytes[4];
		size_t n = utf8_encode(cp, bytes), m;
		struct str a = { 0 }, b = { 0 };
		if (cp == 0x345 || (cp >= 0x1f80 && cp <= 0x1fff) || (cp >= 0xd800 && cp <= 0xdfff))
			continue;
		uint8_t *upper = u8_toupper((uint8_t *)bytes, n, NULL, NULL, NULL, &m);
		fold_add(&a, bytes, n);
		fold_add(&b, (char *)upper, m);
		if (!same(&a, &b))
			ck_abort_msg("U+%04X", (unsigned)cp);
		free(upper);
		str_free(&a);
		str_free(&b);
	}
}
END_TEST

START_TEST(mixtures_keep_the_laws)
{
	static const uint32_t points[] = {
		'a', 'E', ' ', '\t', 0xe9, 0xc9, 0xad, 0xa0, 0x301, 0x323, 0x200d, 0xfe0f,
		0x1f469, 0x1100, 0x1161, 0x11a8, 0xac00, 0x115f, 0x93e, 0x94d, 0x915, 0x93c,
		0xe33, 0xff9e, 0x202e, 0x2019, 0x304b, 0x3099, 0x65e5, 0x9c7, 0x9be, 0x995,
		0x130, 0x131, 0xdf, 0x3b1, 0x345, 0x1fb4, 0x627, 0x653, 0x64b, 0x5d0, 0x5b0,
		0x20e3, 0xbd, 0x2026, 0xfb01, 0x2212, 0xdd9, 0xdcf, 0xdca, 0xf71, 0xf72, 0xa8
	};
	uint32_t seed = 20171120;
	for (int round = 0; round < 20000; round++) {
		char text[64];
		size_t n = 0;
		for (int i = round % 12; i >= 0; i--) {
			seed = seed * 1664525 + 1013904223;
			uint32_t pick = (seed >> 8) % (COUNT(points) + 1);
			if (pick < COUNT(points))
				n += utf8_encode(points[pick], text + n);
			else
				text[n++] = (char)(seed >> 24 | 0x80);
		}
		if (!laws_hold(text, n))
			ck_abort_msg("round %d", round);
	}
}
END_TEST

static void
add_file(struct str *out, const char *name)
{
	FILE *f = source_open(name);
	for (int c; (c = getc(f)) != EOF;)
		str_addc(out, (char)c);
	fclose(f);
}

START_TEST(naughty_strings_keep_the_laws)
{
	struct str corpus = { 0 };
	int lines = 0;
	add_file(&corpus, "tests/corpora/blns/blns.txt");
	for (const char *line = corpus.s, *end; *line; line = end + 1, lines++) {
		end = strchr(line, '\n');
		ck_assert_msg(laws_hold(line, (size_t)(end - line)), "line %d", lines + 1);
	}
	ck_assert_int_gt(lines, 700);
	ck_assert(laws_hold(corpus.s, corpus.len));
	str_free(&corpus);
}
END_TEST

/* ---- finding ----------------------------------------------------------- */

static const struct {
	const char *text, *needle;
	bool found;
} finds[] = {
	{ "anything", "", true }, { "", "", true }, { "", "a", false },
	{ "Wikimedia Chile", "chile", true }, { "Wikimedia Chile", "wikimedia chile", true },
	{ "Wikimedia \t\n Chile", "dia ch", true }, { "WikimediaChile", "dia ch", false },
	{ "Wikimedia ", "wikimedia c", false }, { "Chile", "chiles", false },
	{ "aaab", "aab", true }, { "Muñoz", "munoz", true }, { "Munoz", "munoz", true },
	{ "Biblioteca de Łódź", "de lodz", true }, { "Việt Nam", "viet  nam", false },
	{ "日本語版", "本語", true }, { "ascii only", "本", false }, { "한국어", "국", true },
	{ "Аna", "ana", false },	/* the first letter is Cyrillic */
	{ "a b", "a b", true }, { "x\u00a0 y", "x y", true },
};

START_TEST(found_as_told)
{
	const char *text = finds[_i].text, *needle = finds[_i].needle;
	ck_assert(fold_contains(text, strlen(text), needle, strlen(needle)) == finds[_i].found);
}
END_TEST

START_TEST(order)
{
	ck_assert_int_lt(fold_compare("Ángel", 6, "Bea", 3), 0);
	ck_assert_int_gt(fold_compare("bea", 3, "ÁNGEL", 6), 0);
	ck_assert_int_eq(fold_compare(" Zoë", 5, "ZOE ", 4), 0);
	ck_assert_int_lt(fold_compare("an", 2, "ana", 3), 0);
	ck_assert_int_gt(fold_compare("ana", 3, "an", 2), 0);
	ck_assert_int_eq(fold_compare(NULL, 0, "", 0), 0);
	ck_assert(fold_equal("Østfold", "OSTFOLD"));
	ck_assert(!fold_equal("a", "b"));
}
END_TEST

static const char *const names[] = {
	"partner", "event", "goal", "person", "note", "días", "next_step", "status"
};

static const struct {
	const char *typed, *nearest;
} slips[] = {
	{ "partner", "partner" }, { "PARTNER", "partner" }, { "parnter", "partner" },
	{ "patner", "partner" }, { "partnr", "partner" }, { "evnet", "event" },
	{ "gaol", "goal" }, { "gosl", "goal" }, { "dias", "días" }, { "nextstep", "next_step" },
	{ "zzz", NULL }, { "e", NULL }, { "affiliate", NULL }, { "", NULL }, { "xyent", NULL },
};

START_TEST(nearest_name)
{
	const char *got = fold_nearest(slips[_i].typed, names, COUNT(names));
	ck_assert_pstr_eq(got, slips[_i].nearest);
}
END_TEST

START_TEST(nearest_of_odd_lists)
{
	char long_name[500];
	memset(long_name, 'x', sizeof(long_name) - 1);
	long_name[sizeof(long_name) - 1] = '\0';
	const char *const list[] = { long_name, "ab", "ac" };
	ck_assert_ptr_null(fold_nearest("a", NULL, 0));
	ck_assert_ptr_null(fold_nearest(long_name, list, 3));
	ck_assert_str_eq(fold_nearest("ad", list, 3), "ab");
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("fold");
	TCase *table = tcase_create("table"), *laws = tcase_create("laws");
	TCase *find = tcase_create("find");

	tcase_add_loop_test(table, folded_as_told, 0, COUNT(folds));
	tcase_set_timeout(laws, 60);
	tcase_add_test(laws, every_code_point_keeps_the_laws);
	tcase_add_test(laws, case_never_matters);
	tcase_add_test(laws, mixtures_keep_the_laws);
	tcase_add_test(laws, naughty_strings_keep_the_laws);
	tcase_add_loop_test(find, found_as_told, 0, COUNT(finds));
	tcase_add_test(find, order);
	tcase_add_loop_test(find, nearest_name, 0, COUNT(slips));
	tcase_add_test(find, nearest_of_odd_lists);
	suite_add_tcase(s, table);
	suite_add_tcase(s, laws);
	suite_add_tcase(s, find);
	return run_suite(s);
}
