#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700	/* wcwidth() */
#endif

#include "base/utf8.h"

#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <wchar.h>

#include "base/utf8_element.h"

enum {
	REPLACEMENT = 0xfffd,
	MIDDLE_DOT = 0xb7,
	DOTTED_CIRCLE = 0x25cc,
	RETURN_SIGN = 0x21b5,
	MAX_MARKS = 2		/* of each kind on one base */
};

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
is_mark(const struct utf8_element *e)
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
put_base(struct projection *p, const struct utf8_element *e)
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
put_mark(struct projection *p, const struct utf8_element *e)
{
	int width = wcwidth((wchar_t)e->cp);
	int *count = width > 0 ? &p->spacing : &p->marks;
	if (++*count <= MAX_MARKS)
		put(p, e->cp, width > 0 ? width : 0);
}

/* Joiners, selectors, tags, skin tones and what a ZWJ hangs on are left out:
 * terminals disagree about their columns. */
static bool
is_left_out(const struct utf8_element *e)
{
	return e->prop == GBP_EXTEND || e->prop == GBP_ZWJ || e->prop == GBP_SPACINGMARK
	    || e->prop == GBP_OTHER;
}

static void
put_follower(struct projection *p, const struct utf8_element *e)
{
	if (is_mark(e) || (is_vowel_or_final(e->prop) && !is_invisible(e->cp)
	    && utf8_joins_hangul(p->last, e->prop))) {
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
		struct utf8_element e = utf8_element_at(s + i, n - i);
		if (i == 0)
			put_base(&p, &e);
		else
			put_follower(&p, &e);
		i += e.len;
	}
	return p.columns;
}

/* Code points that are shown as they are and join nothing but what follows. */
static const struct {
	uint32_t first, last;
	int columns;
} PLAIN[] = {
	{ 0x20, 0x7e, 1 }, { 0xa0, 0xac, 1 }, { 0xae, 0x2ff, 1 },	/* Latin */
	{ 0x391, 0x3a1, 1 }, { 0x3a3, 0x481, 1 }, { 0x48a, 0x52f, 1 },	/* Greek, Cyrillic */
	{ 0x5d0, 0x5ea, 1 }, { 0x621, 0x64a, 1 },		/* Hebrew, Arabic */
	{ 0x3041, 0x3096, 2 }, { 0x30a1, 0x30fa, 2 }, { 0x4e00, 0x9fff, 2 }
};

/* Columns of the plain code point that s begins with, or 0. */
static int
plain_columns(const char *s, size_t n, size_t *len)
{
	uint32_t cp;
	*len = 1;
	if (s[0] >= 0x20 && s[0] <= 0x7e)
		return 1;
	*len = utf8_decode(s, n, &cp);
	for (size_t i = 0; i < sizeof(PLAIN) / sizeof(PLAIN[0]) && cp >= PLAIN[i].first; i++)
		if (cp <= PLAIN[i].last)
			return PLAIN[i].columns;
	return 0;
}

/* Bytes of the text's beginning that are plain and fit into cols columns. A
 * last one that may bear a mark is left to the slow way. */
static size_t
plain_run(const char *s, size_t n, int cols, int *used)
{
	size_t i = 0, len = 0;
	int col = 0, columns = 0;
	while (i < n) {
		if (cols - col >= 8 && n - i >= 8 && utf8_eight_printable(s + i)) {
			i += 8;
			col += 8;
			len = 1;
			columns = 1;
			continue;
		}
		size_t next;
		int more = plain_columns(s + i, n - i, &next);
		if (more == 0 || more > cols - col)
			break;
		i += next;
		col += more;
		len = next;
		columns = more;
	}
	if (i > 0 && i < n && (unsigned char)s[i] >= 0xcc) {
		i -= len;
		col -= columns;
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
