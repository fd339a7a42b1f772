#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700	/* wcwidth() */
#endif

#include "base/utf8.h"

#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <wchar.h>

enum {
	REPLACEMENT = 0xfffd,
	MIDDLE_DOT = 0xb7,
	DOTTED_CIRCLE = 0x25cc,
	RETURN_SIGN = 0x21b5,
	MAX_MARKS = 2		/* of each kind on one base */
};

/* ---- code points ------------------------------------------------------- */

/* The second byte's range is what rules out overlong forms, surrogates and
 * code points beyond U+10FFFF (RFC 3629 section 4). */
static size_t
sequence_length(unsigned char lead, unsigned char *low, unsigned char *high)
{
	*low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
	*high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
	if (lead < 0x80)
		return 1;
	if (lead < 0xc2 || lead > 0xf4)
		return 0;
	return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/* As utf8_decode(); *valid tells U+FFFD in the text from one of ours. */
static size_t
decode(const char *s, size_t n, uint32_t *cp, bool *valid)
{
	*cp = REPLACEMENT;
	*valid = false;
	if (n == 0)
		return 0;
	unsigned char low, high, lead = (unsigned char)s[0];
	size_t want = sequence_length(lead, &low, &high), i;
	if (want == 0)
		return 1;
	uint32_t c = want == 1 ? lead : lead & (0xffu >> (want + 1));
	for (i = 1; i < want; i++) {
		if (i >= n || (unsigned char)s[i] < low || (unsigned char)s[i] > high)
			return i;
		c = c << 6 | ((unsigned char)s[i] & 0x3fu);
		low = 0x80;
		high = 0xbf;
	}
	*cp = c;
	*valid = true;
	return want;
}

size_t
utf8_decode(const char *s, size_t n, uint32_t *cp)
{
	bool valid;
	return decode(s, n, cp, &valid);
}

size_t
utf8_encode(uint32_t cp, char out[4])
{
	static const unsigned char lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
	if (cp > 0x10ffff || (cp >= 0xd800 && cp <= 0xdfff))
		cp = REPLACEMENT;
	size_t n = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	for (size_t i = n - 1; i > 0; i--, cp >>= 6)
		out[i] = (char)(0x80 | (cp & 0x3f));
	out[0] = (char)(lead[n] | cp);
	return n;
}

static uint64_t
load_eight(const char *s)
{
	uint64_t v;
	memcpy(&v, s, sizeof(v));
	return v;
}

/* Are eight bytes all of 0x20..0x7e? The order of the bytes does not matter. */
static bool
eight_printable(const char *s)
{
	const uint64_t each = UINT64_C(0x0101010101010101), top = each * 0x80;
	uint64_t v = load_eight(s);
	if (v & top)
		return false;
	uint64_t no_control = v + each * (0x80 - 0x20), del = v + each;
	return (no_control & ~del & top) == top;
}

bool
utf8_valid(const char *s, size_t n, size_t *bad)
{
	size_t i = 0;
	while (i < n) {
		if (n - i >= 8 && eight_printable(s + i)) {
			i += 8;
			continue;
		}
		uint32_t cp;
		bool valid;
		size_t len = decode(s + i, n - i, &cp, &valid);
		if (!valid || cp == 0) {
			if (bad)
				*bad = i;
			return false;
		}
		i += len;
	}
	return true;
}

/* ---- clusters ---------------------------------------------------------- */

/* One code point with what the rules of UAX 29 ask about it. */
struct element {
	uint32_t cp;
	size_t len;
	bool valid;
	int prop;		/* GBP_... */
};

static int
break_property(uint32_t cp)
{
	if (cp >= 0x300)
		return uc_graphemeclusterbreak_property(cp);
	if (cp == '\r')
		return GBP_CR;
	if (cp == '\n')
		return GBP_LF;
	return cp < 0x20 || (cp >= 0x7f && cp < 0xa0) || cp == 0xad ? GBP_CONTROL : GBP_OTHER;
}

static struct element
element_at(const char *s, size_t n)
{
	struct element e;
	e.len = decode(s, n, &e.cp, &e.valid);
	if (!e.valid && e.len > 1)
		e.len = 1;
	e.prop = e.valid ? break_property(e.cp) : GBP_CONTROL;
	return e;
}

static struct element
element_before(const char *s, size_t n)
{
	for (size_t back = 1; back <= 4 && back <= n; back++) {
		struct element e = element_at(s + n - back, back);
		if (e.valid && e.len == back)
			return e;
	}
	return element_at(s + n - 1, 1);
}

static bool
joins_hangul(int a, int b)
{
	if (a == GBP_L)
		return b == GBP_L || b == GBP_V || b == GBP_LV || b == GBP_LVT;
	if (a == GBP_LV || a == GBP_V)
		return b == GBP_V || b == GBP_T;
	return (a == GBP_LVT || a == GBP_T) && b == GBP_T;
}

/* UAX 29, GB3 to GB9b: what two neighbours alone decide. */
static bool
joins(int a, int b)
{
	if (a == GBP_CR || a == GBP_LF || a == GBP_CONTROL)
		return a == GBP_CR && b == GBP_LF;
	if (b == GBP_CR || b == GBP_LF || b == GBP_CONTROL)
		return false;
	return b == GBP_EXTEND || b == GBP_ZWJ || b == GBP_SPACINGMARK
	    || a == GBP_PREPEND || joins_hangul(a, b);
}

static bool
is_pictograph(uint32_t cp)
{
	return cp >= 0xa9 && uc_is_property_extended_pictographic(cp);
}

size_t
utf8_next(const char *s, size_t n)
{
	if (n == 0)
		return 0;
	if (n == 1 || (!((s[0] | s[1]) & 0x80) && s[0] != '\r'))
		return 1;
	struct element a = element_at(s, n);
	bool pictograph = a.valid && is_pictograph(a.cp), flag = a.prop == GBP_RI;
	size_t i = a.len;
	while (i < n && a.valid) {
		struct element b = element_at(s + i, n - i);
		bool emoji = pictograph && a.prop == GBP_ZWJ && is_pictograph(b.cp);
		bool pair = flag && b.prop == GBP_RI;
		if (!b.valid || (!joins(a.prop, b.prop) && !emoji && !pair))
			break;
		if (b.prop == GBP_EXTEND || b.prop == GBP_ZWJ)
			pictograph = pictograph && a.prop != GBP_ZWJ;
		else
			pictograph = is_pictograph(b.cp);
		flag = b.prop == GBP_RI && !pair;
		i += b.len;
		a = b;
	}
	return i;
}

size_t
utf8_prev(const char *s, size_t n)
{
	if (n == 0)
		return 0;
	/* Back to a border that needs no context, then forward again. */
	struct element b = element_before(s, n);
	size_t at = n - b.len;
	while (at > 0) {
		struct element a = element_before(s, at);
		bool context = a.prop == b.prop ? a.prop == GBP_RI : a.prop == GBP_ZWJ;
		if (!a.valid || !b.valid || (!joins(a.prop, b.prop) && !context))
			break;
		at -= a.len;
		b = a;
	}
	size_t last = 0;
	for (; at < n; at += last)
		last = utf8_next(s + at, n - at);
	return last;
}

/* ---- what is shown ----------------------------------------------------- */

/* The projection of one cluster in the making. */
struct projection {
	struct str *out;	/* NULL: only the columns are wanted */
	unsigned flags;
	int columns;
	int marks, spacing;	/* on the last base */
	int last;		/* property of the last code point taken, or -1 */
};

static void
put(struct projection *p, uint32_t cp, int columns)
{
	char bytes[4];
	p->columns += columns;
	if (!p->out)
		return;
	if (cp < 0x80)
		str_addc(p->out, (char)cp);
	else
		str_addn(p->out, bytes, utf8_encode(cp, bytes));
}

/* A sign that is ours and not the text's. */
static void
put_sign(struct projection *p, uint32_t cp)
{
	put(p, p->flags & SHOW_ASCII ? '?' : cp, 1);
}

/* Neither a shape nor a blank: must not pass unseen. */
static bool
is_invisible(uint32_t cp)
{
	return cp >= 0xad && (uc_is_property_default_ignorable_code_point(cp)
	    || cp == 0x2028 || cp == 0x2029 || (cp >= 0xe0000 && cp <= 0xe007f));
}

static bool
is_mark(const struct element *e)
{
	return (e->prop == GBP_EXTEND || e->prop == GBP_SPACINGMARK)
	    && !is_invisible(e->cp) && !uc_is_property_emoji_modifier(e->cp);
}

static bool
is_vowel_or_final(int prop)
{
	return prop == GBP_V || prop == GBP_T;
}

static void
put_control(struct projection *p, uint32_t cp)
{
	if (cp == '\n' && p->flags & SHOW_LINES)
		put(p, '\n', 0);
	else if (cp == '\n')
		put_sign(p, RETURN_SIGN);
	else if (cp == '\t')
		put(p, ' ', 1);
	else
		put_sign(p, cp < 0x20 ? 0x2400 + cp : cp == 0x7f ? 0x2421 : REPLACEMENT);
}

static void
put_base(struct projection *p, const struct element *e)
{
	int width = wcwidth((wchar_t)e->cp);
	p->marks = p->spacing = 0;
	if (!e->valid)
		put_sign(p, REPLACEMENT);
	else if (e->cp < 0x20 || (e->cp >= 0x7f && e->cp < 0xa0))
		put_control(p, e->cp);
	else if (is_invisible(e->cp) || uc_is_property_emoji_modifier(e->cp)
	    || is_vowel_or_final(e->prop))
		put_sign(p, MIDDLE_DOT);
	else if (e->prop == GBP_RI)
		put(p, 'A' + (e->cp - 0x1f1e6), 1);
	else if (is_mark(e)) {
		put_sign(p, DOTTED_CIRCLE);
		put(p, e->cp, width > 0 ? width : 0);
		p->marks = p->spacing = 1;
	} else if (width > 0)
		put(p, e->cp, width);
	else
		put_sign(p, width < 0 ? REPLACEMENT : MIDDLE_DOT);
	p->last = is_invisible(e->cp) || is_vowel_or_final(e->prop) ? -1 : e->prop;
}

static void
put_mark(struct projection *p, const struct element *e)
{
	int width = wcwidth((wchar_t)e->cp);
	int *count = width > 0 ? &p->spacing : &p->marks;
	if (++*count <= MAX_MARKS)
		put(p, e->cp, width > 0 ? width : 0);
}

/* Joiners, selectors, tags, skin tones and what a ZWJ hangs on are left out:
 * terminals disagree about their columns. */
static bool
is_left_out(const struct element *e)
{
	return e->prop == GBP_EXTEND || e->prop == GBP_ZWJ || e->prop == GBP_SPACINGMARK
	    || e->prop == GBP_OTHER;
}

static void
put_follower(struct projection *p, const struct element *e)
{
	if (is_mark(e) || (is_vowel_or_final(e->prop) && !is_invisible(e->cp)
	    && joins_hangul(p->last, e->prop))) {
		put_mark(p, e);
		p->last = e->prop;
	} else if (p->last == GBP_PREPEND || !is_left_out(e))
		put_base(p, e);
}

/* Shows one cluster (out may be NULL); returns its columns, at least 1 but for
 * a line feed that stays. */
static int
project(struct str *out, const char *s, size_t n, unsigned flags)
{
	struct projection p = { .out = out, .flags = flags, .last = -1 };
	if (n == 2 && s[0] == '\r') {	/* CR LF is one line end */
		s++;
		n--;
	}
	for (size_t i = 0; i < n;) {
		struct element e = element_at(s + i, n - i);
		if (i == 0)
			put_base(&p, &e);
		else
			put_follower(&p, &e);
		i += e.len;
	}
	return p.columns;
}

/* Bytes of the text's beginning that are shown as they are, a column each and
 * at most cols of them: printable ASCII and U+00A0..U+02FF without the soft
 * hyphen. A last one that may bear a mark is left to the slow way. */
static size_t
plain_run(const char *s, size_t n, int cols, int *used)
{
	size_t i = 0, before = 0;
	int col = 0;
	while (col < cols && i < n) {
		if (cols - col >= 8 && n - i >= 8 && eight_printable(s + i)) {
			i += 8;
			col += 8;
			before = i - 1;
			continue;
		}
		unsigned char c = (unsigned char)s[i];
		unsigned char next = i + 1 < n ? (unsigned char)s[i + 1] : 0;
		bool latin = c >= 0xc2 && c <= 0xcb && next >= (c == 0xc2 ? 0xa0 : 0x80)
		    && next <= 0xbf && !(c == 0xc2 && next == 0xad);
		if (!latin && (c < 0x20 || c > 0x7e))
			break;
		before = i;
		i += latin ? 2 : 1;
		col++;
	}
	if (col > 0 && i < n && (unsigned char)s[i] >= 0xcc) {
		i = before;
		col--;
	}
	*used = col;
	return i;
}

size_t
utf8_cut(const char *s, size_t n, int cols, int *used)
{
	size_t i = 0;
	int sum = 0;
	while (i < n && sum < cols) {
		int col;
		i += plain_run(s + i, n - i, cols - sum, &col);
		sum += col;
		if (i >= n || sum >= cols)
			break;
		size_t len = utf8_next(s + i, n - i);
		col = project(NULL, s + i, len, 0);
		if (col > cols - sum)
			break;
		i += len;
		sum += col;
	}
	if (used)
		*used = sum;
	return i;
}

int
utf8_columns(const char *s, size_t n)
{
	int used;
	utf8_cut(s, n, INT32_MAX, &used);
	return used;
}

void
utf8_show(struct str *out, const char *s, size_t n, unsigned flags)
{
	str_reserve(out, n);
	for (size_t i = 0; i < n;) {
		int col;
		size_t len = plain_run(s + i, n - i, INT32_MAX, &col);
		str_addn(out, s + i, len);
		i += len;
		len = utf8_next(s + i, n - i);
		if (len > 0)
			project(out, s + i, len, flags);
		i += len;
	}
}

static void
add_blanks(struct str *out, int count)
{
	if (count <= 0)
		return;
	str_reserve(out, (size_t)count);
	memset(out->s + out->len, ' ', (size_t)count);
	out->len += (size_t)count;
	out->s[out->len] = '\0';
}

void
utf8_fit(struct str *out, const char *s, size_t n, int cols, bool right, unsigned flags)
{
	if (cols <= 0)
		return;
	int used, end = 0;
	size_t take = utf8_cut(s, n, cols, &used);
	if (take < n) {
		end = flags & SHOW_ASCII && cols > 1 ? 2 : 1;
		take = utf8_cut(s, n, cols - end, &used);
	}
	int blanks = cols - used - end;
	if (right)
		add_blanks(out, blanks);
	utf8_show(out, s, take, flags & ~(unsigned)SHOW_LINES);
	if (end > 0)
		str_add(out, !(flags & SHOW_ASCII) ? "\xe2\x80\xa6" : end > 1 ? ".." : ".");
	if (!right)
		add_blanks(out, blanks);
}
