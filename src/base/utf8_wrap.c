#include <stdlib.h>
#include <string.h>
#include <unilbrk.h>

#include "base/arena.h"
#include "base/utf8.h"

enum { LOOKAHEAD = 4 };		/* clusters that a line break may depend on */

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static size_t
skip_blanks(const char *s, size_t n, size_t i)
{
	while (i < n && is_blank(s[i]))
		i++;
	return i;
}

/* Puts the break table of s[0..n), one byte each (UC_BREAK_...), into the first
 * half of room and needs the second: invalid bytes become letters first, for the
 * library wants UTF-8. */
static void
find_breaks(const char *s, size_t n, char *room)
{
	char *text = room + n;
	memcpy(text, s, n);
	size_t i = 0, bad;
	for (; !utf8_valid(text + i, n - i, &bad); i += bad + 1)
		text[i + bad] = '?';
	u8_possible_linebreaks((const uint8_t *)text, n, "UTF-8", room);
}

/* The last cluster border in s[1..limit] where a line may end, or 0; *shown gets the
 * bytes before it without the blanks at their end. A blank that makes one character
 * with what stands before or on it is none: a line never ends inside of one. */
static size_t
last_break(const char *s, size_t n, size_t limit, size_t *shown)
{
	char room[2048];
	char *breaks = 2 * n <= sizeof(room) ? room : xmalloc(2 * n);
	find_breaks(s, n, breaks);
	size_t best = 0, ink = 0;
	for (size_t i = 0, len; i <= limit && i < n; i += len) {
		if (i > 0 && breaks[i] == UC_BREAK_POSSIBLE) {
			best = i;
			*shown = ink;
		}
		len = utf8_next(s + i, n - i);
		if (len > 1 || !is_blank(s[i]))
			ink = i + len;
	}
	if (breaks != room)
		free(breaks);
	return best;
}

/* Where a line ends that is too long: cut bytes of it fit. */
static size_t
wrap_long(const char *s, size_t n, size_t cut, size_t *next)
{
	size_t limit = skip_blanks(s, n, cut), window = limit;
	for (int i = 0; i < LOOKAHEAD && window < n; i++)
		window += utf8_next(s + window, n - window);
	size_t shown = 0;
	*next = last_break(s, window, limit, &shown);
	if (*next == 0)	/* one word, longer than the line */
		return *next = cut > 0 ? cut : utf8_next(s, n);
	return shown;
}

/* The bytes of a line end at the beginning of s[0..n), or 0. */
static size_t
line_end(const char *s, size_t n)
{
	if (n > 1 && s[0] == '\r' && s[1] == '\n')
		return 2;
	return n > 0 && s[0] == '\n';
}

size_t
utf8_wrap(const char *s, size_t n, int cols, size_t *next)
{
	size_t cut = utf8_cut(s, n, cols, NULL);
	const char *feed = cut > 0 ? memchr(s, '\n', cut) : NULL;
	if (feed) {
		size_t at = (size_t)(feed - s);
		*next = at + 1;
		return at > 0 && s[at - 1] == '\r' ? at - 1 : at;
	}
	size_t after = skip_blanks(s, n, cut), end = line_end(s + after, n - after);
	if (after < n && end == 0)
		return wrap_long(s, n, cut, next);
	*next = after + end;
	return cut;
}
