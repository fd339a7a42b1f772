/* What utf8.c and utf8_show.c share; nobody else reads it. */
#ifndef ALIANZA_BASE_UTF8_ELEMENT_H
#define ALIANZA_BASE_UTF8_ELEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* One code point, or one byte of an invalid sequence, with what the rules of
 * UAX 29 ask about it. */
struct utf8_element {
	uint32_t cp;		/* U+FFFD for an invalid byte */
	size_t len;		/* bytes */
	bool valid;
	int prop;		/* GBP_... of unigbrk.h; GBP_CONTROL for an invalid byte */
};

struct utf8_element utf8_element_at(const char *s, size_t n);

/* UAX 29, GB6 to GB8, for two GBP_... */
bool utf8_joins_hangul(int a, int b);

/* Are eight bytes all of 0x20..0x7e? */
static inline bool
utf8_eight_printable(const char *s)
{
	const uint64_t each = UINT64_C(0x0101010101010101), top = each * 0x80;
	uint64_t v;
	memcpy(&v, s, sizeof(v));	/* in any byte order */
	if (v & top)
		return false;
	uint64_t no_control = v + each * (0x80 - 0x20), del = v + each;
	return (no_control & ~del & top) == top;
}

#endif
