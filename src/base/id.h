/* Ids of records and actions: 63 bits, positive, never zero. They are identity,
 * never order: two people draw them without asking each other. Usually the high
 * 41 bits are the milliseconds since 2020-01-01 UTC and the low 22 are random;
 * with a clock that cannot be believed (before alianza was released, or beyond
 * the 41 bits) all 63 are random, because 22 random bits within one stuck
 * millisecond meet too often.
 *
 * Outside the file an id is 13 characters of base 32, lower case without i, l, o
 * and u. The first is one of a to h and carries the top 3 bits, so that no
 * spreadsheet takes an id for a number; the others carry 5 bits each. Ids as text
 * sort as their numbers do. */
#ifndef ALIANZA_BASE_ID_H
#define ALIANZA_BASE_ID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ID_LENGTH 13

void id_format(int64_t id, char out[ID_LENGTH + 1]);
/* Strictly what id_format writes; false for everything else and for zero. */
bool id_parse(const char *s, size_t n, int64_t *out);

/* A new id, by the real clock (never the one of --now) and getrandom(2). Whoever
 * inserts it draws again when it is used already. */
int64_t id_new(void);
/* The same from a time (ms since 1970 UTC) and random bits that are given. */
int64_t id_make(int64_t unix_ms, uint64_t random);

#endif
