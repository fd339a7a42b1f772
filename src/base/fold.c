#ifndef _GNU_SOURCE
#define _GNU_SOURCE	/* memmem() */
#endif

#include "base/fold.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "base/error.h"
#include "base/fold_table.h"
#include "base/i18n.h"
#include "base/utf8.h"

/* ---- ASCII ------------------------------------------------------------- */

static inline bool
is_blank(unsigned char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline unsigned char
lower(unsigned char c)
{
	return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
}

static bool
is_ascii(const char *s, size_t n)
{
	uint64_t all = 0, v;
	for (; n >= sizeof(v); n -= sizeof(v), s += sizeof(v)) {
		memcpy(&v, s, sizeof(v));
		all |= v;
	}
	for (; n > 0; n--, s++)
		all |= (unsigned char)*s & 0x80;
	return !(all & UINT64_C(0x8080808080808080));
}

/* ---- one code point ---------------------------------------------------- */

/* A text while it is folded. */
struct folder {
	struct str *out;
	size_t start;		/* where this text begins in out */
	size_t last;		/* where its last code point begins */
	bool blank;		/* one is due before the next code point */
	bool keeps;		/* the last letter keeps its marks */
};

static void
push(struct folder *f, uint32_t cp)
{
	char bytes[4];
	if (cp == ' ') {
		f->blank = f->out->len > f->start;
		return;
	}
	if (f->blank)
		str_addc(f->out, ' ');
	f->blank = false;
	f->last = f->out->len;
	str_addn(f->out, bytes, utf8_encode(cp, bytes));
}

static const uint16_t *
page_entry(uint32_t cp)
{
	for (int i = 0; i < FOLD_PAGE_COUNT; i++) {
		const struct fold_page *page = &FOLD_PAGES[i];
		if (cp >= page->first && cp < page->end)
			return page->to[cp - page->first];
	}
	return NULL;
}

static bool
is_inert(uint32_t cp)
{
	size_t low = 0, high = FOLD_INERT_COUNT;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (cp > FOLD_INERT[middle].last)
			low = middle + 1;
		else
			high = middle;
	}
	return low < FOLD_INERT_COUNT && cp >= FOLD_INERT[low].first;
}

/* Folds a code point that needs nobody but the table; false: it needs the
 * library, or the letter before it. */
static bool
add_direct(struct folder *f, uint32_t cp)
{
	const uint16_t *to = page_entry(cp);
	if (!to) {
		if (cp != 0xfffd && !is_inert(cp))
			return false;
		push(f, cp);
		f->keeps = cp != 0xfffd;
		return true;
	}
	if (to[0] == FOLD_LONG || (to[0] == FOLD_MARK && f->keeps))
		return false;
	if (to[0] == FOLD_MARK || to[0] == 0)
		return true;
	push(f, to[0]);
	if (to[1])
		push(f, to[1]);
	f->keeps = false;
	return true;
}

static bool
is_direct(uint32_t cp)
{
	const uint16_t *to = page_entry(cp);
	return cp < 0x80 || (to ? to[0] != FOLD_LONG && to[0] != FOLD_MARK && to[0] != 0
	    : cp == 0xfffd || is_inert(cp));
}

/* ---- what needs the library -------------------------------------------- */

enum kind { DROPS_MARKS, KEEPS_MARKS, SHARED };

/* What the script of a code point does with marks. */
static enum kind
script_kind(uint32_t cp)
{
	static const char *const drops[] = { "Latin", "Greek", "Cyrillic", "Hebrew", "Arabic" };
	const uc_script_t *script = uc_script(cp);
	if (!script || strcmp(script->name, "Common") == 0
	    || strcmp(script->name, "Inherited") == 0)
		return SHARED;
	for (size_t i = 0; i < sizeof(drops) / sizeof(drops[0]); i++)
		if (strcmp(script->name, drops[i]) == 0)
			return DROPS_MARKS;
	return KEEPS_MARKS;
}

/* Signs beyond the pages that have a plain spelling. */
static uint32_t
plain_spelling(uint32_t cp)
{
	static const uint32_t pairs[][2] = {
		{ 0x2212, '-' }, { 0x2c61, 'l' }, { 0x2c65, 'a' }, { 0x2c66, 't' }
	};
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		if (pairs[i][0] == cp)
			return pairs[i][1];
	return uc_is_property_white_space(cp) ? ' ' : cp;
}

static void
add_cp(struct str *out, uint32_t cp)
{
	char bytes[4];
	str_addn(out, bytes, utf8_encode(cp, bytes));
}

/* Keeps of one decomposed, case-folded code point what a folded text has. */
static void
keep(struct str *kept, uint32_t cp, bool *keeps)
{
	const uint16_t *to = page_entry(cp);
	if (to && to[0] != FOLD_MARK && to[0] != FOLD_LONG) {
		for (int i = 0; i < 2 && to[i]; i++)
			add_cp(kept, to[i]);
		*keeps = *keeps && !to[0];
	} else if (cp >= 0x80 && uc_is_property_default_ignorable_code_point(cp)) {
		return;
	} else if (cp >= 0x80 && uc_is_general_category(cp, UC_CATEGORY_M)) {
		enum kind kind = script_kind(cp);
		if (kind == KEEPS_MARKS || (kind == SHARED && *keeps))
			add_cp(kept, cp);
	} else {
		add_cp(kept, plain_spelling(cp));
		*keeps = cp >= 0x80 && script_kind(cp) == KEEPS_MARKS;
	}
}

static uint8_t *
must(uint8_t *text)
{
	if (!text)
		die("%s", _("There is not enough memory. Close other programs and start again."));
	return text;
}

static void
push_text(struct folder *f, const char *s, size_t n)
{
	uint32_t cp;
	for (size_t i = 0; i < n;) {
		i += utf8_decode(s + i, n - i, &cp);
		push(f, cp);
	}
}

/* The iota subscript goes like any other mark of Greek; folding its case would
 * make a letter of it, in another place for each order of the marks. */
static size_t
drop_iota_subscripts(uint8_t *s, size_t n)
{
	size_t to = 0;
	for (size_t i = 0; i < n; i++)
		if (s[i] == 0xcd && s[i + 1] == 0x85)
			i++;
		else
			s[to++] = s[i];
	return to;
}

/* Decompose, fold the case, drop marks, compose again what is left (syllables
 * of Hangul, kana with voice marks, Indic vowel signs). */
static void
add_by_library(struct folder *f, const char *s, size_t n)
{
	size_t na, nb, nc;
	uint8_t *a = must(u8_normalize(UNINORM_NFKD, (const uint8_t *)s, n, NULL, &na));
	na = drop_iota_subscripts(a, na);
	uint8_t *b = must(u8_casefold(a, na, NULL, UNINORM_NFKD, NULL, &nb));
	struct str kept = { 0 };
	uint32_t cp;
	for (size_t i = 0; i < nb;) {
		i += utf8_decode((const char *)b + i, nb - i, &cp);
		keep(&kept, cp, &f->keeps);
	}
	free(a);
	free(b);
	if (kept.len > 0) {
		uint8_t *c = must(u8_normalize(UNINORM_NFC, (const uint8_t *)kept.s,
		    kept.len, NULL, &nc));
		push_text(f, (const char *)c, nc);
		free(c);
	}
	str_free(&kept);
}

/* A lone mark that stays as it is on the letter just folded: what a virama or a
 * vowel sign nearly always is, and much faster than the library. */
static bool
add_lone_mark(struct folder *f, const char *s, size_t n)
{
	uint32_t cp, letter;
	if (!f->keeps || utf8_decode(s, n, &cp) != n || script_kind(cp) != KEEPS_MARKS)
		return false;
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	int tag;
	utf8_decode(f->out->s + f->last, f->out->len - f->last, &letter);
	if (!uc_is_general_category(cp, UC_CATEGORY_M) || uc_decomposition(cp, &tag, parts) >= 0
	    || uc_composition(letter, cp) != 0
	    || uc_is_property_default_ignorable_code_point(cp))
		return false;
	push(f, cp);
	return true;
}

/* Bytes from s[i] on that only the library can fold. */
static size_t
indirect_run(const char *s, size_t n, size_t i)
{
	size_t begin = i;
	while (i < n) {
		uint32_t cp;
		size_t len = utf8_decode(s + i, n - i, &cp);
		if (is_direct(cp))
			break;
		i += len;
	}
	return i - begin;
}

/* ---- texts ------------------------------------------------------------- */

static size_t
add_ascii(struct folder *f, const char *s, size_t n)
{
	struct str *out = f->out;
	str_reserve(out, n + 1);	/* a blank may be due */
	char *to = out->s + out->len, *last = to;
	size_t i;
	for (i = 0; i < n && !((unsigned char)s[i] & 0x80); i++) {
		unsigned char c = (unsigned char)s[i];
		f->keeps = false;
		if (is_blank(c)) {
			f->blank = to > out->s + f->start;
			continue;
		}
		if (f->blank)
			*to++ = ' ';
		f->blank = false;
		last = to;
		*to++ = (char)lower(c);
	}
	f->last = (size_t)(last - out->s);
	out->len = (size_t)(to - out->s);
	*to = '\0';
	return i;
}

void
fold_add(struct str *out, const char *s, size_t n)
{
	struct folder f = { .out = out, .start = out->len, .last = out->len };
	size_t before = 0;	/* where in s the last code point begins */
	for (size_t i = 0; i < n;) {
		if (!((unsigned char)s[i] & 0x80)) {
			i += add_ascii(&f, s + i, n - i);
			continue;
		}
		uint32_t cp;
		size_t len = utf8_decode(s + i, n - i, &cp);
		size_t length = out->len;
		if (add_direct(&f, cp)) {
			if (out->len > length)
				before = i;
			i += len;
			continue;
		}
		len = indirect_run(s, n, i);
		if (add_lone_mark(&f, s + i, len)) {
			i += len;
			continue;
		}
		/* A letter that keeps marks may compose with what follows. */
		size_t begin = f.keeps ? before : i;
		if (begin < i)
			str_cut(out, f.last);
		i += len;
		add_by_library(&f, s + begin, i - begin);
	}
}

/* Does the folded needle begin at s? A blank of it stands for a run of blanks. */
static bool
ascii_begins(const char *s, size_t n, const char *needle, size_t nn)
{
	size_t i = 0;
	for (size_t k = 0; k < nn; k++) {
		if (i >= n)
			return false;
		if (needle[k] != ' ') {
			if (lower((unsigned char)s[i++]) != (unsigned char)needle[k])
				return false;
			continue;
		}
		if (!is_blank((unsigned char)s[i]))
			return false;
		while (i < n && is_blank((unsigned char)s[i]))
			i++;
	}
	return true;
}

static bool
ascii_contains(const char *s, size_t n, const char *needle, size_t nn)
{
	unsigned char first = (unsigned char)needle[0];
	for (size_t i = 0; i + nn <= n; i++)
		if (lower((unsigned char)s[i]) == first
		    && ascii_begins(s + i, n - i, needle, nn))
			return true;
	return false;
}

bool
fold_contains(const char *text, size_t n, const char *needle, size_t nn)
{
	if (nn == 0)
		return true;
	if (is_ascii(text, n))
		return ascii_contains(text, n, needle, nn);
	struct str folded = { 0 };
	fold_add(&folded, text, n);
	bool found = memmem(str_text(&folded), folded.len, needle, nn) != NULL;
	str_free(&folded);
	return found;
}

int
fold_compare(const char *a, size_t na, const char *b, size_t nb)
{
	struct str fa = { 0 }, fb = { 0 };
	fold_add(&fa, a, na);
	fold_add(&fb, b, nb);
	size_t common = fa.len < fb.len ? fa.len : fb.len;
	int order = memcmp(str_text(&fa), str_text(&fb), common);
	if (order == 0)
		order = (fa.len > fb.len) - (fa.len < fb.len);
	str_free(&fa);
	str_free(&fb);
	return order;
}

bool
fold_equal(const char *a, const char *b)
{
	return fold_compare(a, strlen(a), b, strlen(b)) == 0;
}

/* ---- nearest name ------------------------------------------------------ */

enum { NEAREST_MAX = 100 };	/* code points; nobody mistypes longer names */

/* The folded code points of s, or more than NEAREST_MAX. */
static size_t
folded_points(const char *s, uint32_t out[NEAREST_MAX])
{
	struct str folded = { 0 };
	size_t count = 0;
	fold_add(&folded, s, strlen(s));
	for (size_t i = 0; i < folded.len && count <= NEAREST_MAX; count++) {
		uint32_t cp;
		i += utf8_decode(folded.s + i, folded.len - i, &cp);
		if (count < NEAREST_MAX)
			out[count] = cp;
	}
	str_free(&folded);
	return count;
}

static int
smaller(int a, int b)
{
	return a < b ? a : b;
}

/* Damerau-Levenshtein, no part edited twice ("optimal string alignment"). */
static int
distance(const uint32_t *a, size_t na, const uint32_t *b, size_t nb)
{
	int rows[3][NEAREST_MAX + 1];
	int *before = rows[0], *above = rows[1], *row = rows[2];
	for (size_t j = 0; j <= nb; j++)
		row[j] = (int)j;
	for (size_t i = 1; i <= na; i++) {
		int *unused = before;
		before = above;
		above = row;
		row = unused;
		row[0] = (int)i;
		for (size_t j = 1; j <= nb; j++) {
			int change = above[j - 1] + (a[i - 1] != b[j - 1]);
			row[j] = smaller(change, 1 + smaller(above[j], row[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				row[j] = smaller(row[j], before[j - 2] + 1);
		}
	}
	return row[nb];
}

const char *
fold_nearest(const char *typed, const char *const *names, size_t count)
{
	uint32_t a[NEAREST_MAX], b[NEAREST_MAX];
	size_t na = folded_points(typed, a);
	const char *best = NULL;
	int least = NEAREST_MAX;
	for (size_t i = 0; i < count && na <= NEAREST_MAX; i++) {
		size_t nb = folded_points(names[i], b), longer = na > nb ? na : nb;
		if (nb > NEAREST_MAX)
			continue;
		int d = distance(a, na, b, nb), most = longer < 6 ? 1 : (int)(longer / 3);
		if (d <= most && d < least) {
			best = names[i];
			least = d;
		}
	}
	return best;
}
