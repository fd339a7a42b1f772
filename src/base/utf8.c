#include "base/utf8.h"

#include <unictype.h>
#include <unigbrk.h>

#include "base/utf8_element.h"

enum { REPLACEMENT = 0xfffd };

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

bool
utf8_valid(const char *s, size_t n, size_t *bad)
{
	size_t i = 0;
	while (i < n) {
		if (n - i >= 8 && utf8_eight_printable(s + i)) {
			i += 8;
			continue;
		}
		if (s[i] >= ' ' && s[i] <= '~') {
			i++;
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

struct utf8_element
utf8_element_at(const char *s, size_t n)
{
	struct utf8_element e;
	e.len = decode(s, n, &e.cp, &e.valid);
	if (!e.valid && e.len > 1)
		e.len = 1;
	e.prop = e.valid ? break_property(e.cp) : GBP_CONTROL;
	return e;
}

static struct utf8_element
element_before(const char *s, size_t n)
{
	for (size_t back = 1; back <= 4 && back <= n; back++) {
		struct utf8_element e = utf8_element_at(s + n - back, back);
		if (e.valid && e.len == back)
			return e;
	}
	return utf8_element_at(s + n - 1, 1);
}

bool
utf8_joins_hangul(int a, int b)
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
	    || a == GBP_PREPEND || utf8_joins_hangul(a, b);
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
	struct utf8_element a = utf8_element_at(s, n);
	bool pictograph = a.valid && is_pictograph(a.cp), flag = a.prop == GBP_RI;
	size_t i = a.len;
	while (i < n && a.valid) {
		struct utf8_element b = utf8_element_at(s + i, n - i);
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
	struct utf8_element b = element_before(s, n);
	size_t at = n - b.len;
	while (at > 0) {
		struct utf8_element a = element_before(s, at);
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
