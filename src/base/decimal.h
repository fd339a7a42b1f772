/* Exact decimals, as people report them: at most 18 digits in all, of them up
 * to 9 after the point. Stored and shown as text: "300000", "-2.5"; no
 * exponent, no separators, no trailing zeros after the point, no "-0". */
#ifndef ALIANZA_BASE_DECIMAL_H
#define ALIANZA_BASE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"

struct decimal {
	int64_t units;	/* value = units / 10^scale */
	int scale;	/* 0..9 */
};

/* Strict text ("1'500", "2,500", "1e3", "+3", ".5" and " 3" are not). Zeros in
 * front or after the point are taken and dropped: "02.50" is 2.5. */
bool decimal_parse(const char *s, size_t n, struct decimal *out);

/* What a person types: blanks around it and "+" in front are forgiven, "2 500"
 * with single or no-break blanks between groups of three is 2500; "2,500",
 * "2.500.000" and "1'500" are refused with the sentence that asks which number
 * is meant; "2,5" is refused naming "2.5". So is "2.500", which is 2500 where the
 * point groups (but "2.125" and "0.500" are taken: nobody groups so, or it is
 * how this program writes it). Appends canonical text. */
bool decimal_input(const char *s, size_t n, struct str *out, struct error *e);

void decimal_format(struct decimal d, struct str *out);	/* appends */
int decimal_compare(struct decimal a, struct decimal b);
/* False when the exact result has more than 18 digits, or 9 after the point. */
bool decimal_add(struct decimal a, struct decimal b, struct decimal *out);
bool decimal_sub(struct decimal a, struct decimal b, struct decimal *out);
bool decimal_mul(struct decimal a, struct decimal b, struct decimal *out);
/* Quotient rounded half away from zero to `scale` places; false for b = 0
 * and when that has more than 18 digits. out may be where a or b is. */
bool decimal_div(struct decimal a, struct decimal b, int scale, struct decimal *out);

#endif
