/* Order: a line's place among its neighbours as a short text, compared by bytes,
 * so that inserting or moving a line writes one row.
 *
 * A key is [a-z][0-9a-z]*, does not end in '0' and is not "a". Read it as a number
 * in base 36 whose first letter says how many digits stand before the point: 'b'
 * one, 'c' two, ... 'z' 25; zeros at the end are left out ("b" is 0, "b3" 3,
 * "c1" 1*36, "b3i" 3 and a half). So keys appended one after another stay short,
 * and those that begin with 'a' (all below 0) are left for putting things in
 * front. A plain number typed by a person becomes the key with its decimal digits:
 * 3 is "b3", 12 "c12", 10 "c1", 2.5 "b25": they sort as the numbers do. */
#ifndef ALIANZA_BASE_ORDER_H
#define ALIANZA_BASE_ORDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

bool order_valid(const char *s, size_t n);
/* Appends a key between two keys; NULL stands for the beginning and the end. False,
 * and nothing appended, when before is not less than after or one is no key. */
bool order_between(const char *before, const char *after, struct str *out);
/* Appends the key for what a person types: a key as it is, or a number of up to 18
 * digits without sign, "." and more digits allowed. False when it is neither. */
bool order_input(const char *s, size_t n, struct str *out);

#endif
