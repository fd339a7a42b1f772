/* Several values in one text, as in a CSV cell or a field of a form: parted by
 * ';'. In front of ';', '\' or a blank a '\' makes that character part of the
 * value; before anything else it is a character like others. Blanks around a part
 * (space, tab, line end) are dropped unless they are escaped so; parts with
 * nothing in them are passed over. */
#ifndef ALIANZA_BASE_MULTI_H
#define ALIANZA_BASE_MULTI_H

#include <stdbool.h>

#include "base/str.h"

/* The next value of *p into one (emptied first), *p moved behind it; false when
 * there are no more. */
bool multi_next(const char **p, struct str *one);
/* Adds a value to the joined text in out. What multi_next then gives is this value,
 * whatever is in it. An empty value adds nothing. */
void multi_add(struct str *out, const char *one);

#endif
