#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/str.h"
#include "base/utf8.h"
#include "io/wikitext.h"
#include "tests/unit/run.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

static const struct {
	const char *in, *out;
} escaped[] = {
	{ "", "" },
	{ "Wikimedia Chile, 2011-07-04 (\xc3\xb1)",
	    "Wikimedia Chile, 2011-07-04 (\xc3\xb1)" },
	{ "[[a|b]]", "&#91;&#91;a&#124;b&#93;&#93;" },
	{ "{{x}}", "&#123;&#123;x&#125;&#125;" },
	{ "<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;" },
	{ "~~~~", "&#126;&#126;&#126;&#126;" },
	{ "a''b'''c", "a&#39;&#39;b&#39;&#39;&#39;c" },
	{ "it's", "it's" },
	{ "'x'", "&#39;x&#39;" },
	{ "a_b __TOC__", "a_b &#95;&#95;TOC&#95;&#95;" },
	{ "\xef\xbc\xbf\xef\xbc\xbfX", "&#65343;&#65343;X" },
	{ "a!b !!", "a!b &#33;&#33;" },
	{ "* a\n# b", "&#42; a<br />&#35; b" },
	{ "a * # : ; =", "a * # : ; =" },
	{ ": a\r\n; b\r== c ==", "&#58; a<br />&#59; b<br />&#61;= c ==" },
	{ " a\n  b", "&#32;a<br />&#32; b" },
	{ "----\n-5\n--- x", "&#45;---<br />-5<br />--- x" },
	{ "\xef\xbc\x83\xe8\xbb\xa2\xe9\x80\x81", "&#65283;\xe8\xbb\xa2\xe9\x80\x81" },
	{ "ISBN 1 RFC 2 PMID 3", "&#73;SBN 1 &#82;FC 2 &#80;MID 3" },
	{ "isbn 1 Rfc 2", "isbn 1 Rfc 2" },
	{ "see http://x.org/a?b=1&c", "see http&#58;//x.org/a?b=1&amp;c" },
	{ "MAILTO:a@b urn:x tel:+5", "MAILTO&#58;a@b urn&#58;x tel&#58;+5" },
	{ "at 10:30, note: x", "at 10:30, note: x" },
	{ "a\x01\x1b\x7f\xc2\x80z\tt", "az\tt" },
	{ "\x01* a", "&#42; a" },
	{ "a\xff", "a\xef\xbf\xbd" },
	{ "a\xe2\x80\xa8\xe2\x80\xa9", "a&#8232;&#8233;" },
	{ "\xe2\x80\x8e" "a", "\xe2\x80\x8e" "a" },
};

START_TEST(escaped_text)
{
	struct str out = { 0 };

	wikitext_escape(&out, escaped[_i].in, strlen(escaped[_i].in));
	ck_assert_str_eq(str_text(&out), escaped[_i].out);
	str_free(&out);
}
END_TEST

/* Where out is NULL the text stays as it is. */
static const struct {
	const char *in, *out;
} rich[] = {
	{ "plain", NULL },
	{ "[[Museo]] and [[User:Ana|Ana's page]]s", NULL },
	{ "[[user talk:Ana]] [[User_talk:Ana]] [[#part]] [[:Category:X]]", NULL },
	{ "[[AT&T]] [[a_b (c)]]", NULL },
	{ "[https://example.org/a_b?c=1&d=2 the ''site''] [http://x.org]", NULL },
	{ "'''bold''' and ''it'' and '''''both'''''", NULL },
	{ "''a '''b''' c'' it's", NULL },
	{ "* one\n** two\n# three\n#*four", NULL },
	{ "a\r\nb\rc\n\nd", NULL },
	{ "x<ref>a [[b]] ''c''</ref> y<ref name=\"n\"/>", NULL },
	{ "x<ref name=n group=\"g h\">two\n* lines</ref>", NULL },
	{ "x<REF>y</REF>", NULL },
	{ "''[[a|''b'']]''", NULL },
	/* links that are more than links */
	{ "[[Category:Evil]]", "&#91;&#91;Category&#58;Evil&#93;&#93;" },
	{ "[[ category :x]]", "&#91;&#91; category :x&#93;&#93;" },
	{ "[[File:E.jpg|thumb]]", "&#91;&#91;File&#58;E.jpg&#124;thumb&#93;&#93;" },
	{ "[[Categor\xc3\xad" "a:X]]", "&#91;&#91;Categor\xc3\xad" "a&#58;X&#93;&#93;" },
	{ "[[en:Interwiki]]", "[[:en:Interwiki]]" },
	{ "[[Iberocoop:Iberoconf 2014|x]]", "[[:Iberocoop:Iberoconf 2014|x]]" },
	{ "[[m:Category:X]]", "[[:m:Category:X]]" },
	{ "[[\xe2\x80\x8e" "Category:X]]", "[[:\xe2\x80\x8e" "Category:X]]" },
	{ "[[%43ategory:X]]", "&#91;&#91;%43ategory&#58;X&#93;&#93;" },
	{ "[[&#67;ategory:X]]", "&#91;&#91;&amp;#67;ategory&#58;X&#93;&#93;" },
	{ "[[a|b|c]]", "[[a|b&#124;c]]" },
	{ "[[a||c]]", "[[a|&#124;c]]" },
	{ "[[a|{{b}}]]", "[[a|&#123;&#123;b&#125;&#125;]]" },
	{ "[[{{b}}]]", "&#91;&#91;&#123;&#123;b&#125;&#125;&#93;&#93;" },
	{ "[[__NOTOC__]]", "&#91;&#91;&#95;&#95;NOTOC&#95;&#95;&#93;&#93;" },
	{ "[[User:~~~~]]", "&#91;&#91;User&#58;&#126;&#126;&#126;&#126;&#93;&#93;" },
	{ "[[a\nb]]", "&#91;&#91;a\nb&#93;&#93;" },
	{ "[[a", "&#91;&#91;a" },
	{ "[[]] [[|a]]", "&#91;&#91;&#93;&#93; &#91;&#91;&#124;a&#93;&#93;" },
	{ "[[a]]]", "[[a]]&#93;" },
	{ "[[a[[b]]", "&#91;&#91;a[[b]]" },
	{ "[ftp://x y]", "&#91;ftp&#58;//x y&#93;" },
	{ "[http://x|y z]", "&#91;http://x&#124;y z&#93;" },
	{ "[http://x <b>]", "[http://x &lt;b&gt;]" },
	{ "[http:// x]", "&#91;http&#58;// x&#93;" },
	{ "http://x", NULL },
	{ "See https://x.org/a_b?c=1&d=2#e, or (http://y.org).", NULL },
	{ "https://x.org/Foo_(bar) HTTP://X.ORG/% http://\xc3\xa9.org/\xe4\xb8\xad", NULL },
	{ "''https://x.org/it's'' <ref>https://x.org</ref> * http://a", NULL },
	{ "https://x.org/{{now}}", "https://x.org/&#123;&#123;now&#125;&#125;" },
	{ "https://x.org/<b>", "https://x.org/&lt;b&gt;" },
	{ "https://x.org/a|b", "https://x.org/a&#124;b" },
	{ "https://x.org/[[Category:A]]", "https://x.org/&#91;&#91;Category&#58;A&#93;&#93;" },
	{ "https://x.org/&lt;b&#62;", "https://x.org/&amp;lt;b&amp;#62;" },
	{ "https://x.org/~~~~", "https://x.org/&#126;&#126;&#126;&#126;" },
	{ "https://x.org/__TOC__", "https://x.org/&#95;&#95;TOC&#95;&#95;" },
	{ "https://x.org/'''a", "https://x.org/&#39;&#39;&#39;a" },
	{ "https://x.org/\xc2\xa0{{a}}", "https://x.org/\xc2\xa0&#123;&#123;a&#125;&#125;" },
	{ "xhttp://x.org ftp://x http:// http://. https://[::1]/",
	    "xhttp&#58;//x.org ftp&#58;//x http&#58;// http&#58;//. https&#58;//&#91;::1&#93;/" },
	{ "[[a|http://x.org]] [http://x.org http://y.org]",
	    "[[a|http&#58;//x.org]] [http://x.org http&#58;//y.org]" },
	/* what does not close */
	{ "'''a", "&#39;&#39;&#39;a" },
	{ "''a\nb''", "&#39;&#39;a\nb&#39;&#39;" },
	{ "''a'' ''b\n''c''", "&#39;&#39;a&#39;&#39; &#39;&#39;b\n''c''" },
	{ "''''a''''", "&#39;&#39;&#39;&#39;a&#39;&#39;&#39;&#39;" },
	{ "[[a|''b]] ''c''", "[[a|&#39;&#39;b]] ''c''" },
	{ "<ref>a", "&lt;ref&gt;a" },
	{ "</ref><ref>a", "&lt;/ref&gt;&lt;ref&gt;a" },
	{ "<ref><ref>a</ref></ref>", "<ref>&lt;ref&gt;a</ref>&lt;/ref&gt;" },
	{ "<ref onclick=x>a</ref>", "&lt;ref onclick=x&gt;a&lt;/ref&gt;" },
	{ "<ref name=\"{{x}}\">a</ref>",
	    "&lt;ref name=\"&#123;&#123;x&#125;&#125;\"&gt;a&lt;/ref&gt;" },
	{ "<ref>{{x}}</ref>", "<ref>&#123;&#123;x&#125;&#125;</ref>" },
	{ "<references/>", "&lt;references/&gt;" },
	/* everything else */
	{ "{{delete}}", "&#123;&#123;delete&#125;&#125;" },
	{ "a\n{|\n|-\n|}", "a\n&#123;&#124;\n&#124;-\n&#124;&#125;" },
	{ "== h ==\n: i\n; t\n p\n----",
	    "&#61;= h ==\n&#58; i\n&#59; t\n&#32;p\n&#45;---" },
	{ "*: a\n#; b\n* * c", "*&#58; a\n#&#59; b\n* * c" },
	{ "<b>x</b> -- ~~~~", "&lt;b&gt;x&lt;/b&gt; -- &#126;&#126;&#126;&#126;" },
	{ "! a\n!! b", "&#33; a\n&#33;&#33; b" },
	{ "#REDIRECT [[X]]", "# REDIRECT [[X]]" },
	{ "#redirecci\xc3\xb3n:[[X]]", "# redirecci\xc3\xb3n&#58;[[X]]" },
	{ "#[[X]]", "# [[X]]" },
	{ "#see [[X]]", "# see [[X]]" },
	{ "#see the [[X]]", NULL },
	{ "a\x1b[b", "a&#91;b" },
};

START_TEST(rich_text)
{
	struct str out = { 0 };

	wikitext_rich(&out, rich[_i].in, strlen(rich[_i].in));
	ck_assert_str_eq(str_text(&out), rich[_i].out ? rich[_i].out : rich[_i].in);
	str_free(&out);
}
END_TEST

/* ---- nothing is markup ---------------------------------------------------------- */

/* Takes the entities back: the text as a reader of the page sees it. */
static void
rendered(struct str *out, const char *s)
{
	static const struct {
		const char *entity, *is;
	} named[] = { { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" },
		{ "<br />", "\n" } };

	while (*s) {
		char bytes[4], *end;
		size_t k = 0;

		while (k < sizeof named / sizeof *named &&
		    strncmp(s, named[k].entity, strlen(named[k].entity)) != 0)
			k++;
		if (k < sizeof named / sizeof *named) {
			str_add(out, named[k].is);
			s += strlen(named[k].entity);
		} else if (s[0] == '&' && s[1] == '#') {
			str_addn(out, bytes,
			    utf8_encode((uint32_t)strtoul(s + 2, &end, 10), bytes));
			s = end + 1;
		} else {
			str_addc(out, *s++);
		}
	}
}

/* Bare characters that could begin markup anywhere, once entities and our line
 * ends are gone. */
static void
assert_harmless(const char *wikitext)
{
	struct str bare = { 0 };

	for (const char *s = wikitext; *s; s++) {
		if (strncmp(s, "<br />", 6) == 0) {
			s += 5;
		} else if (*s == '&') {
			s = strchr(s, ';');
			ck_assert_msg(s != NULL, "%s", wikitext);
		} else {
			str_addc(&bare, *s);
		}
	}
	ck_assert_msg(strpbrk(str_text(&bare), "[]{}|<>~") == NULL, "%s", wikitext);
	ck_assert_msg(!strstr(str_text(&bare), "://"), "%s", wikitext);
	str_free(&bare);
	for (size_t i = 0; wikitext[i]; i++)
		ck_assert_msg(strncmp(wikitext + i, "''", 2) != 0 &&
		    strncmp(wikitext + i, "__", 2) != 0 &&
		    strncmp(wikitext + i, "!!", 2) != 0 &&
		    strncmp(wikitext + i, "ISBN", 4) != 0, "%s", wikitext);
	ck_assert_msg(wikitext[0] == '\0' || !strchr("=*#:;! ", wikitext[0]),
	    "%s", wikitext);
}

/* A text without control characters is seen exactly as it was. */
static void
assert_escaped_well(const char *s, size_t n)
{
	struct str out = { 0 }, seen = { 0 };
	bool plain = utf8_valid(s, n, NULL);

	for (size_t i = 0; i < n && plain; i++)
		plain = ((unsigned char)s[i] >= 0x20 || s[i] == '\t' || s[i] == '\n') &&
		    s[i] != 0x7f && !(i + 1 < n && s[i] == '\xc2' &&
		    (unsigned char)s[i + 1] < 0xa0);
	wikitext_escape(&out, s, n);
	assert_harmless(str_text(&out));
	rendered(&seen, str_text(&out));
	if (plain)
		ck_assert_str_eq(str_text(&seen), s);
	str_free(&out);
	str_free(&seen);
}

/* Whatever is kept of rich text: no templates, tables, signatures, words of
 * magic, tags but <ref>, and every link is closed. */
static void
assert_rich_is_safe(const char *s, size_t n)
{
	static const char *const never[] = { "{", "}", "~", "__", "!!", "<br", "<s", "<n",
		"<!", "[[Category", "[[File", "[[en:",
		"\n|", "\n!", "\n=", "\n;", "\n:", "\n " };
	struct str out = { 0 };
	int depth = 0;

	str_addc(&out, '\n');
	wikitext_rich(&out, s, n);
	for (int i = 0; i < COUNT(never); i++)
		ck_assert_msg(!strstr(str_text(&out), never[i]), "%s in %s",
		    never[i], out.s);
	for (const char *c = str_text(&out); *c; c++) {
		depth += *c == '[' ? 1 : *c == ']' ? -1 : 0;
		ck_assert_msg(depth >= 0 && depth <= 2, "%s", out.s);
		ck_assert_msg(*c != '\n' || depth == 0, "%s", out.s);
		ck_assert_msg(*c != '|' || depth == 2, "%s", out.s);
	}
	ck_assert_int_eq(depth, 0);
	str_free(&out);
}

static const char *const payloads[] = { "tests/corpora/blns/blns.txt",
	"tests/corpora/injection/wikitext.txt", "tests/corpora/injection/html.txt",
	"tests/corpora/injection/path.txt" };

START_TEST(naughty_strings_are_no_markup)
{
	FILE *f = source_open(payloads[_i]);
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;
	int lines = 0;

	for (; (n = getline(&line, &cap, f)) > 0; lines++) {
		if (line[n - 1] == '\n')
			line[--n] = '\0';
		assert_escaped_well(line, (size_t)n);
		assert_rich_is_safe(line, (size_t)n);
	}
	ck_assert_int_ge(lines, 9);
	free(line);
	fclose(f);
}
END_TEST

START_TEST(random_texts_are_no_markup)
{
	static const char *const pieces[] = { "[", "]", "[[", "]]", "{{", "}}", "|",
		"<ref>", "</ref>", "<ref name=a/>", "<", ">", "''", "'''", "'", "~~~", "__",
		"_",
		"\n", "\r", " ", "a", "b:", "Category:", "http://", "https://x.org/", "?a=1&b", ".", "*",
		"#", ":", "=", ";", "!", "ISBN", "&", "%41", "<nowiki>",
		"----", "\xef\xbc\xbf" };
	const char *given = getenv("SEED");
	unsigned seed = given ? (unsigned)strtoul(given, NULL, 10) : 20261121;
	struct str text = { 0 };

	fprintf(stderr, "test_wikitext: SEED=%u, 30000 texts\n", seed);
	srand(seed);
	for (int i = 0; i < 30000; i++) {
		str_cut(&text, 0);
		for (int k = rand() % 14; k > 0; k--)
			str_add(&text, pieces[rand() % COUNT(pieces)]);
		assert_escaped_well(str_text(&text), text.len);
		assert_rich_is_safe(str_text(&text), text.len);
	}
	str_free(&text);
}
END_TEST

/* Hostile repetitions are walked over once, not once a character. */
START_TEST(long_texts_take_their_time_once)
{
	static const char *const repeated[] = { "<ref>", "[[", "[http://x ", "''",
		"<ref name=", "[[a|", "</ref", "#[", "http://a.", "http://", "http://a ~~~" };
	struct str text = { 0 }, out = { 0 };

	for (int i = 0; i < COUNT(repeated); i++) {
		str_cut(&text, 0);
		str_cut(&out, 0);
		while (text.len < 2000000)
			str_add(&text, repeated[i]);
		wikitext_rich(&out, text.s, text.len);
		ck_assert_uint_ge(out.len, text.len);
	}
	str_free(&text);
	str_free(&out);
}
END_TEST

START_TEST(a_table)
{
	struct str out = { 0 };

	wikitext_table_start(&out, "wikitable");
	wikitext_header_cell(&out, "Goal|x", 6);
	wikitext_header_cell(&out, "Q1", 2);
	wikitext_row(&out);
	wikitext_cell(&out, "- 5", 3, false);
	wikitext_cell(&out, "+}", 2, true);
	wikitext_row(&out);
	wikitext_cell(&out, "", 0, true);
	wikitext_cell(&out, "* a\n* [[b|c]]", 13, true);
	wikitext_row(&out);
	wikitext_cell(&out, "a\nb", 3, false);
	wikitext_cell(&out, "''x''", 5, true);
	wikitext_table_end(&out);
	ck_assert_str_eq(str_text(&out), "{| class=\"wikitable\"\n! Goal&#124;x\n! Q1\n"
	    "|-\n| - 5\n| +&#125;\n|-\n|\n"
	    "|\n* a\n* [[b|c]]\n|-\n| a<br />b\n| ''x''\n|}\n");
	str_free(&out);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("wikitext");
	TCase *text = tcase_create("text"), *all = tcase_create("all");

	tcase_add_loop_test(text, escaped_text, 0, COUNT(escaped));
	tcase_add_loop_test(text, rich_text, 0, COUNT(rich));
	tcase_add_test(text, a_table);
	suite_add_tcase(s, text);
	tcase_set_timeout(all, 60);
	tcase_add_loop_test(all, naughty_strings_are_no_markup, 0, COUNT(payloads));
	tcase_add_test(all, random_texts_are_no_markup);
	tcase_add_test(all, long_texts_take_their_time_once);
	suite_add_tcase(s, all);
	return run_suite(s);
}
