/* Text as it is decoded, parted into clusters, shown, cut, wrapped and folded. */
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "tests/fuzz/fuzz.h"

static void
decode_test(const char *s, size_t n)
{
	size_t bad = n, taken, i = 0;
	bool valid = utf8_valid(s, n, &bad);
	uint32_t cp;

	for (; i < n; i += taken) {
		char code[4];
		taken = utf8_decode(s + i, n - i, &cp);
		fuzz_promise(taken >= 1 && taken <= 4 && taken <= n - i, "decoding goes on");
		fuzz_promise(cp < 0x110000 && (cp < 0xd800 || cp > 0xdfff), "a code point is one");
		if (i + taken <= bad)
			fuzz_promise(utf8_encode(cp, code) == taken && !memcmp(code, s + i, taken),
			    "a code point goes back as it came");
	}
	fuzz_promise(valid ? bad == n || n == 0 : bad < n, "the bad byte is inside");
}

static void
cluster_test(const char *s, size_t n)
{
	size_t taken, last = 0, columns = 0;

	for (size_t i = 0; i < n; i += taken) {
		taken = utf8_next(s + i, n - i);
		fuzz_promise(taken >= 1 && taken <= n - i, "clusters go on");
		columns += (size_t)utf8_columns(s + i, taken);
		last = taken;
	}
	fuzz_promise(utf8_prev(s, n) <= n && (n == 0 || utf8_prev(s, n) > 0), "clusters go back");
	fuzz_promise(utf8_prev(s, n) == last, "the last cluster is the same from both ends");
	fuzz_promise((size_t)utf8_columns(s, n) == columns, "columns are those of the clusters");
}

/* No byte that a terminal obeys, and no sign that turns text round. */
static void
safe_test(const char *s, size_t n, unsigned flags)
{
	uint32_t cp;

	fuzz_promise(utf8_valid(s, n, NULL), "what is shown is UTF-8");
	for (size_t i = 0; i < n; i += utf8_decode(s + i, n - i, &cp)) {
		utf8_decode(s + i, n - i, &cp);
		fuzz_promise((cp >= 0x20 && cp < 0x7f) || cp > 0x9f
		    || (cp == '\n' && flags & SHOW_LINES), "no control is shown");
		fuzz_promise(cp != 0x61c && cp != 0x200e && cp != 0x200f
		    && !(cp >= 0x202a && cp <= 0x202e) && !(cp >= 0x2066 && cp <= 0x2069),
		    "no bidi control is shown");
	}
}

static void
show_test(const char *s, size_t n, unsigned flags)
{
	struct str once = { 0 }, twice = { 0 };

	utf8_show(&once, s, n, flags);
	safe_test(str_text(&once), once.len, flags);
	utf8_show(&twice, str_text(&once), once.len, flags);
	if (!flags) {
		fuzz_promise(utf8_columns(s, n) == utf8_columns(str_text(&once), once.len),
		    "columns are those of what is shown");
		fuzz_promise(utf8_columns(str_text(&twice), twice.len)
		    == utf8_columns(str_text(&once), once.len), "shown again it is as wide");
	}
	str_free(&once);
	str_free(&twice);
}

static void
cut_test(const char *s, size_t n, int cols)
{
	struct str fit = { 0 };
	int used;
	size_t cut = utf8_cut(s, n, cols, &used);

	fuzz_promise(cut <= n && used <= cols && used == utf8_columns(s, cut), "a cut fits");
	fuzz_promise(cut == n || used + utf8_columns(s + cut, utf8_next(s + cut, n - cut)) > cols,
	    "a cut takes what fits");
	for (unsigned flags = 0; flags < 4; flags++) {
		str_cut(&fit, 0);
		utf8_fit(&fit, s, n, cols, flags & 1, flags & SHOW_ASCII);
		safe_test(str_text(&fit), fit.len, 0);
		fuzz_promise(utf8_columns(str_text(&fit), fit.len) == cols, "what is fitted fits");
	}
	str_free(&fit);
}

static void
wrap_test(const char *s, size_t n, int cols)
{
	size_t next;

	for (size_t i = 0; i < n; i += next) {
		size_t shown = utf8_wrap(s + i, n - i, cols, &next);
		fuzz_promise(next > 0 && next <= n - i && shown <= next, "wrapping goes on");
		fuzz_promise(utf8_columns(s + i, shown) <= cols || utf8_next(s + i, n - i) == shown,
		    "a line fits");
	}
}

static void
fold_test(const char *s, size_t n)
{
	struct str once = { 0 }, twice = { 0 };

	fold_add(&once, s, n);
	fold_add(&twice, str_text(&once), once.len);
	fuzz_promise(once.len == twice.len && !memcmp(str_text(&once), str_text(&twice), once.len),
	    "folding a folded text changes nothing");
	fuzz_promise(!memchr(s, '\0', n) ? utf8_valid(str_text(&once), once.len, NULL) : true,
	    "a folded text is UTF-8");
	fuzz_promise(fold_compare(s, n, str_text(&once), once.len) == 0, "folded it is the same");
	fuzz_promise(fold_contains(s, n, str_text(&once), once.len), "a text has itself in it");
	str_free(&once);
	str_free(&twice);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	fuzz_begin();
	int cols = fuzz_byte(&data, &n) % 100;
	char *s = fuzz_text(data, n);

	decode_test(s, n);
	cluster_test(s, n);
	for (unsigned flags = 0; flags < 4; flags++)
		show_test(s, n, flags);
	cut_test(s, n, cols);
	wrap_test(s, n, cols + 1);
	fold_test(s, n);
	free(s);
	return 0;
}
