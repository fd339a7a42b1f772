/* JSON out (RFC 8259). */
#ifndef ALIANZA_IO_JSON_H
#define ALIANZA_IO_JSON_H

#include <stddef.h>

#include "base/str.h"

/* Appends a JSON string with its quotes; invalid UTF-8 becomes U+FFFD. */
void json_string(struct str *out, const char *s, size_t n);

#endif
