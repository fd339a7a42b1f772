#include "base/str.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/i18n.h"

enum { FIRST_CAP = 32 };

void
str_reserve(struct str *s, size_t more)
{
	if (more < s->cap && s->len < s->cap - more)
		return;
	if (more > SIZE_MAX / 4 || s->len > SIZE_MAX / 4)
		die("%s", _("A text grew beyond what memory can hold."));
	size_t cap = s->cap ? s->cap : FIRST_CAP;
	while (cap - s->len <= more)
		cap *= 2;
	s->s = xrealloc(s->s, cap);
	s->cap = cap;
	s->s[s->len] = '\0';
}

void
str_addn(struct str *s, const char *text, size_t n)
{
	str_reserve(s, n);
	if (n > 0)
		memcpy(s->s + s->len, text, n);
	s->len += n;
	s->s[s->len] = '\0';
}

void
str_add(struct str *s, const char *text)
{
	str_addn(s, text, strlen(text));
}

void
str_addc(struct str *s, char c)
{
	str_reserve(s, 1);
	s->s[s->len++] = c;
	s->s[s->len] = '\0';
}

void
str_addv(struct str *s, const char *fmt, va_list ap)
{
	va_list again;
	va_copy(again, ap);
	str_reserve(s, FIRST_CAP);
	size_t room = s->cap - s->len;
	int n = vsnprintf(s->s + s->len, room, fmt, ap);
	if (n >= 0 && (size_t)n >= room) {
		str_reserve(s, (size_t)n);
		n = vsnprintf(s->s + s->len, (size_t)n + 1, fmt, again);
	}
	va_end(again);
	if (n > 0)
		s->len += (size_t)n;
	s->s[s->len] = '\0';
}

void
str_addf(struct str *s, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	str_addv(s, fmt, ap);
	va_end(ap);
}

void
str_set(struct str *s, const char *text)
{
	size_t n = strlen(text);
	if (n >= s->cap) {	/* larger than s: cannot lie inside it */
		s->len = 0;
		str_reserve(s, n);
	}
	memmove(s->s, text, n + 1);
	s->len = n;
}

void
str_cut(struct str *s, size_t len)
{
	if (len >= s->len)
		return;
	s->len = len;
	s->s[len] = '\0';
}

void
str_free(struct str *s)
{
	free(s->s);
	*s = (struct str){ 0 };
}

const char *
str_text(const struct str *s)
{
	return s->s ? s->s : "";
}

char *
str_take(struct str *s)
{
	str_reserve(s, 0);
	char *text = s->s;
	*s = (struct str){ 0 };
	return text;
}
