/* Wikitext as people read it, where there is no wiki to show it. */
#include "config.h"

#include <string.h>
#include <strings.h>

#include "io/wikitext.h"

static bool
begins(const char *s, size_t n, const char *with)
{
	size_t length = strlen(with);

	return n >= length && strncasecmp(s, with, length) == 0;
}

/* Bytes in front of the closing text on this line; n: it is not there, or a bracket
 * opens before. */
static size_t
until(const char *s, size_t n, const char *closing)
{
	size_t i = 0;

	while (i < n && s[i] != '\n' && s[i] != '[' && !begins(s + i, n - i, closing))
		i++;
	return i < n && begins(s + i, n - i, closing) ? i : n;
}

/* [[target|label]]: the label, else the target. Returns the bytes taken, 0: it is none. */
static size_t
link_read(struct str *out, const char *s, size_t n)
{
	if (!begins(s, n, "[["))
		return 0;
	size_t inner = until(s + 2, n - 2, "]]");
	if (inner == n - 2)
		return 0;
	const char *bar = memchr(s + 2, '|', inner);
	const char *from = bar ? bar + 1 : s + 2;
	str_addn(out, from, (size_t)(s + 2 + inner - from));
	return inner + 4;
}

/* [address label]: the label, and the address behind it. */
static size_t
address_read(struct str *out, const char *s, size_t n)
{
	if (!begins(s, n, "[http://") && !begins(s, n, "[https://"))
		return 0;
	size_t inner = until(s + 1, n - 1, "]");
	if (inner == n - 1)
		return 0;
	const char *blank = memchr(s + 1, ' ', inner);
	if (blank) {
		str_addn(out, blank + 1, (size_t)(s + 1 + inner - blank - 1));
		str_addf(out, " (%.*s)", (int)(blank - s - 1), s + 1);
	} else {
		str_addn(out, s + 1, inner);
	}
	return inner + 2;
}

/* Two, three and five apostrophes are markup, one or others are themselves. */
static size_t
quotes_read(struct str *out, const char *s, size_t n)
{
	size_t run = 0;

	while (run < n && s[run] == '\'')
		run++;
	if (run != 2 && run != 3 && run != 5)
		str_addn(out, s, run);
	return run;
}

static void
inline_read(struct str *out, const char *s, size_t n)
{
	size_t taken;

	for (size_t i = 0; i < n; i += taken) {
		taken = quotes_read(out, s + i, n - i);
		if (!taken)
			taken = link_read(out, s + i, n - i);
		if (!taken)
			taken = address_read(out, s + i, n - i);
		if (taken)
			continue;
		str_addc(out, s[i]);
		taken = 1;
	}
}

/* Where the next note begins and how long its opening tag is; n: there is none. */
static size_t
note_find(const char *s, size_t n, size_t *tag)
{
	for (size_t i = 0; i < n; i++) {
		if (!begins(s + i, n - i, "<ref>") && !begins(s + i, n - i, "<ref "))
			continue;
		const char *end = memchr(s + i, '>', n - i);
		if (!end)
			return n;
		*tag = (size_t)(end - s) - i + 1;
		return i;
	}
	return n;
}

static size_t
close_find(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && !begins(s + i, n - i, "</ref>"))
		i++;
	return i;
}

/* Notes stand in brackets where they were; what does not close stays as it is. */
void
wikitext_plain(struct str *out, const char *s, size_t n)
{
	size_t tag = 0, at;

	while ((at = note_find(s, n, &tag)) < n) {
		bool whole = s[at + tag - 2] == '/';
		const char *inner = s + at + tag;
		size_t left = n - at - tag, length = whole ? 0 : close_find(inner, left);
		if (!whole && length == left)
			break;
		inline_read(out, s, at);
		if (!whole) {
			str_add(out, " (");
			inline_read(out, inner, length);
			str_addc(out, ')');
			length += strlen("</ref>");
		}
		s = inner + length;
		n = left - length;
	}
	inline_read(out, s, n);
}
