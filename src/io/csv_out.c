#include "io/csv.h"

#include <stdint.h>
#include <string.h>

/* A text that begins so may be run by a spreadsheet (CWE-1236). */
static const char *const triggers[] = {
	"=", "+", "-", "@", "\t", "\r",
	"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"
};

/* Bytes of the apostrophes in front when a trigger follows them, else -1. */
static long
guards(const char *s, size_t n)
{
	static const bool begins[256] = { ['='] = true, ['+'] = true, ['-'] = true,
		['@'] = true, ['\t'] = true, ['\r'] = true, [0xef] = true };
	size_t i = 0;

	while (i < n && s[i] == '\'')
		i++;
	if (i == n || !begins[(unsigned char)s[i]])
		return -1;	/* nearly every cell */
	for (size_t t = 0; t < sizeof triggers / sizeof *triggers; t++) {
		size_t length = strlen(triggers[t]);

		if (n - i >= length && memcmp(s + i, triggers[t], length) == 0)
			return (long)i;
	}
	return -1;
}

bool
csv_needs_guard(const char *s, size_t n)
{
	return guards(s, n) >= 0;
}

bool
csv_is_guarded(const char *s, size_t n)
{
	return n > 0 && s[0] == '\'' && guards(s, n) > 0;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Is one of the eight bytes c? (the lowest bit of a byte that is zero borrows) */
static bool
word_has(uint64_t word, unsigned char c)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	uint64_t x = word ^ (ones * c);

	return (x - ones) & ~x & (ones << 7);
}

static bool
needs_quotes(const char *s, size_t n)
{
	static const bool special[256] = { ['"'] = true, [','] = true, ['\r'] = true,
		['\n'] = true };
	size_t i = 0;

	if (is_blank(s[0]) || is_blank(s[n - 1]))
		return true;
	for (; n - i >= sizeof(uint64_t); i += sizeof(uint64_t)) {
		uint64_t word;

		memcpy(&word, s + i, sizeof word);
		if (word_has(word, '"') || word_has(word, ',') || word_has(word, '\r')
		    || word_has(word, '\n'))
			return true;
	}
	for (; i < n; i++)
		if (special[(unsigned char)s[i]])
			return true;
	return false;
}

/* The text in pieces that each end with a quote, which is then doubled. */
static void
add_doubled(struct str *out, const char *s, size_t n)
{
	const char *end = s + n, *quote;

	while ((quote = memchr(s, '"', (size_t)(end - s))) != NULL) {
		str_addn(out, s, (size_t)(quote + 1 - s));
		str_addc(out, '"');
		s = quote + 1;
	}
	str_addn(out, s, (size_t)(end - s));
}

static void
add_cell(struct str *out, const char *s, size_t n, bool guard)
{
	bool quotes = n > 0 && needs_quotes(s, n);

	if (quotes)
		str_addc(out, '"');
	if (guard)
		str_addc(out, '\'');
	if (quotes) {
		add_doubled(out, s, n);
		str_addc(out, '"');
	} else if (n > 0) {
		str_addn(out, s, n);
	}
}

void
csv_cell_add(struct str *out, const char *s, size_t n)
{
	add_cell(out, s, n, false);
}

void
csv_cell_add_guarded(struct str *out, const char *s, size_t n)
{
	add_cell(out, s, n, csv_needs_guard(s, n));
}

void
csv_record_end(struct str *out, size_t start)
{
	if (out->len == start)
		str_add(out, "\"\"");
	str_add(out, "\r\n");
}
