/* Between counting and what is counted by. Private to tally*.c. */
#ifndef ALIANZA_STORE_TALLY_PART_H
#define ALIANZA_STORE_TALLY_PART_H

#include "store/tally.h"

/* Appends the value that a group of these stands for, as text: a date's stretch. What
 * two values of one group have in common is the key. */
void tally_by_text(const struct tally_by *by, const struct value *v, struct str *out);
void tally_by_key(const struct tally_by *by, const struct value *v, struct str *out);
/* Appends the test of a filter that finds the values of a group. */
void tally_by_filter(struct store *s, const struct tally_by *by, const struct value *v,
    struct str *out);

#endif
