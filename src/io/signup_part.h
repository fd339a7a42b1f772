/* Sign-up lists, for their own files: signup.c (lines), signup_csv.c (tables). */
#ifndef ALIANZA_IO_SIGNUP_PART_H
#define ALIANZA_IO_SIGNUP_PART_H

#include "base/str.h"
#include "io/signup.h"

/* A stretch of a line; nothing of it is owned. */
struct span {
	const char *s;
	size_t n;
};

/* Adds a person, both texts trimmed and copied. NULL, and one more passed over, where the
 * name is none. Borrowed until the next is added. */
struct signup *signup_add(struct signup_list *list, struct span name, struct span stands);

/* Appends text without what only dresses it up: <tags>, ''quotes'', no-break blanks, signs
 * that are not seen. Line ends stay. */
void signup_clean(struct str *out, const char *s, size_t n);

#endif
