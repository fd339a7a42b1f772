#include "base/multi.h"

#include <string.h>

/* Is c (not NUL) one of those that a '\' in front makes part of the value? */
static bool
is_blank(char c)
{
	return c != '\0' && strchr(" \t\n\r", c) != NULL;
}

static bool
is_escapable(char c)
{
	return c == ';' || c == '\\' || is_blank(c);
}

/* One part up to ';' or the end; returns where it ended. */
static const char *
read_part(const char *s, struct str *one)
{
	size_t keep = 0;	/* bytes that are not droppable blanks at the end */

	while (is_blank(*s))
		s++;
	for (; *s != '\0' && *s != ';'; s++) {
		bool escaped = *s == '\\' && is_escapable(s[1]);

		if (escaped)
			s++;
		str_addc(one, *s);
		if (escaped || !is_blank(*s))
			keep = one->len;
	}
	str_cut(one, keep);
	return s;
}

bool
multi_next(const char **p, struct str *one)
{
	const char *s = *p;

	str_cut(one, 0);
	while (*s != '\0' && one->len == 0) {
		s = read_part(s, one);
		if (*s == ';')
			s++;
	}
	*p = s;
	return one->len > 0;
}

void
multi_add(struct str *out, const char *one)
{
	size_t n = strlen(one);
	size_t first = 0, last = n;	/* what lies between needs no care of blanks */

	while (first < n && is_blank(one[first]))
		first++;
	while (last > first && is_blank(one[last - 1]))
		last--;
	if (n > 0 && out->len > 0)
		str_addc(out, ';');
	for (size_t i = 0; i < n; i++) {
		if (one[i] == ';' || one[i] == '\\' || i < first || i >= last)
			str_addc(out, '\\');
		str_addc(out, one[i]);
	}
}
