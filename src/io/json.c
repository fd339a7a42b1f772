#include "io/json.h"

#include <stdint.h>

#include "base/utf8.h"

/* The letter after the backslash for characters that have a short escape. */
static char
short_escape(unsigned char c)
{
	switch (c) {
	case '"':  return '"';
	case '\\': return '\\';
	case '\b': return 'b';
	case '\f': return 'f';
	case '\n': return 'n';
	case '\r': return 'r';
	case '\t': return 't';
	default:   return 0;
	}
}

static bool
is_plain(unsigned char c)
{
	return c >= 0x20 && c < 0x80 && c != '"' && c != '\\';
}

static size_t
add_character(struct str *out, const char *s, size_t n)
{
	unsigned char c = (unsigned char)s[0];
	uint32_t cp;
	char bytes[4];
	size_t taken;

	if (c >= 0x80) {
		taken = utf8_decode(s, n, &cp);
		str_addn(out, bytes, utf8_encode(cp, bytes));
		return taken;
	}
	if (short_escape(c)) {
		str_addc(out, '\\');
		str_addc(out, short_escape(c));
	} else {
		str_addf(out, "\\u%04x", c);
	}
	return 1;
}

void
json_string(struct str *out, const char *s, size_t n)
{
	str_addc(out, '"');
	for (size_t i = 0; i < n;) {
		size_t run = 0;

		while (i + run < n && is_plain((unsigned char)s[i + run]))
			run++;
		str_addn(out, s + i, run);
		i += run;
		if (i < n)
			i += add_character(out, s + i, n - i);
	}
	str_addc(out, '"');
}
