#include "io/csv_sniff.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

/* In the order in which they win when they are equally often there. */
static const char delimiters[] = ",;\t|";
enum { DELIMITERS = sizeof delimiters - 1 };

static bool
is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

size_t
csv_sniff_sep(const char *s, size_t n, char *delimiter)
{
	if (n < 5 || strncasecmp(s, "sep=", 4) != 0 ||
	    !memchr(delimiters, s[4], DELIMITERS))
		return 0;
	if (n > 5 && !is_line_end(s[5]))
		return 0;
	*delimiter = s[4];
	if (n > 6 && s[5] == '\r' && s[6] == '\n')
		return 7;
	return n > 5 ? 6 : 5;
}

static void
count_delimiters(const char *s, size_t n, size_t count[DELIMITERS])
{
	bool quoted = false;

	for (size_t i = 0; i < n && (quoted || !is_line_end(s[i])); i++) {
		const char *found = quoted ? NULL : memchr(delimiters, s[i], DELIMITERS);

		if (s[i] == '"')
			quoted = !quoted;
		else if (found)
			count[found - delimiters]++;
	}
}

char
csv_sniff_delimiter(const char *s, size_t n)
{
	size_t count[DELIMITERS] = { 0 }, best = 0, start = 0;

	while (start < n && is_line_end(s[start]))
		start++;
	count_delimiters(s + start, n - start, count);
	for (size_t i = 1; i < DELIMITERS; i++)
		if (count[i] > count[best])
			best = i;
	return delimiters[best];
}
