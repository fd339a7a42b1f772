/* A growing string. `struct str s = { 0 }` is an empty one; the function that
 * declares it frees it. Its bytes are always followed by a NUL and may contain
 * NULs of their own. */
#ifndef ALIANZA_BASE_STR_H
#define ALIANZA_BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct str {
	char *s;	/* NULL until something is added: read it with str_text */
	size_t len;	/* bytes, without the final NUL */
	size_t cap;
};

void str_add(struct str *s, const char *text);
void str_addn(struct str *s, const char *text, size_t n);
void str_addc(struct str *s, char c);
void str_addf(struct str *s, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void str_addv(struct str *s, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));
void str_set(struct str *s, const char *text);	/* text may lie inside s */
void str_cut(struct str *s, size_t len);	/* shorten to len bytes */
void str_reserve(struct str *s, size_t more);	/* room for more bytes */
void str_free(struct str *s);			/* back to { 0 } */
const char *str_text(const struct str *s);	/* never NULL */
char *str_take(struct str *s);			/* caller frees; s is empty again */

#endif
