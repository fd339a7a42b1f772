#include "base/error.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void (*die_hook)(void);

/* Bytes of s[0..n) without a character that was cut in its middle. */
static size_t
whole_characters(const char *s, size_t n)
{
	size_t start = n;
	while (start > 0 && n - start < 3 && ((unsigned char)s[start - 1] & 0xc0) == 0x80)
		start--;
	if (start == 0)
		return n;
	unsigned char lead = (unsigned char)s[start - 1];
	size_t want = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
	return want > n - start + 1 ? start - 1 : n;
}

static void
format_sentence(char *out, size_t size, const char *fmt, va_list ap)
{
	int n = vsnprintf(out, size, fmt, ap);
	if (n < 0)
		out[0] = '\0';
	else if ((size_t)n >= size)
		out[whole_characters(out, size - 1)] = '\0';
}

bool
set_error(struct error *e, enum status status, const char *fmt, ...)
{
	if (!e)
		return false;
	/* The arguments may point into e->msg itself: build it beside. */
	char msg[sizeof(e->msg)];
	va_list ap;
	va_start(ap, fmt);
	format_sentence(msg, sizeof(msg), fmt, ap);
	va_end(ap);
	e->status = status;
	memcpy(e->msg, msg, sizeof(msg));
	return false;
}

bool
error_prefix(struct error *e, const char *fmt, ...)
{
	if (!e)
		return false;
	char msg[sizeof(e->msg)];
	va_list ap;
	va_start(ap, fmt);
	format_sentence(msg, sizeof(msg), fmt, ap);
	va_end(ap);

	size_t used = strlen(msg), room = sizeof(msg) - 1 - used, n = strlen(e->msg);
	if (n > room)
		n = whole_characters(e->msg, room);
	memmove(e->msg + used, e->msg, n);
	memcpy(e->msg, msg, used);
	e->msg[used + n] = '\0';
	return false;
}

void
die_hook_set(void (*hook)(void))
{
	die_hook = hook;
}

void
die(const char *fmt, ...)
{
	void (*hook)(void) = die_hook;
	die_hook = NULL;	/* a hook that dies itself must not come here again */
	if (hook)
		hook();
	va_list ap;
	va_start(ap, fmt);
	fputs("alianza: ", stderr);
	vfprintf(stderr, fmt, ap);
	fputc('\n', stderr);
	va_end(ap);
	abort();
}
