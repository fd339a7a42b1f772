#include "config.h"

#include "base/find.h"

#include <stdint.h>
#include <string.h>

/* So many places are looked at together, in one register where the machine has one. */
enum { BLOCK = 16 };
typedef unsigned char bytes __attribute__((vector_size(BLOCK)));
typedef uint64_t halves __attribute__((vector_size(BLOCK)));

/* A word on its way. */
struct needle {
	const char *word;
	size_t length;
	bytes first, last;	/* its first and its last byte, in every place */
};

/* Which of the BLOCK places from `at` on the word may begin at, as far as its first and
 * its last byte tell: a byte of ones each. */
static inline halves
places(const struct needle *n, const char *at)
{
	bytes a, z;

	memcpy(&a, at, sizeof a);
	memcpy(&z, at + n->length - 1, sizeof z);
	return (halves)((a == n->first) & (z == n->last));
}

/* The first byte of ones in memory, whichever end of a number the machine begins with. */
static inline int
place_first(uint64_t half)
{
	return (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? __builtin_ctzll(half)
	    : __builtin_clzll(half)) / 8;
}

/* The word, or NULL when it begins at none of the places. */
static const char *
verified(const struct needle *n, const char *at, halves found)
{
	for (int h = 0; h < 2; h++)
		for (uint64_t half = found[h]; half; ) {
			int place = place_first(half);
			if (!memcmp(at + 8 * h + place, n->word, n->length))
				return at + 8 * h + place;
			half &= ~(UINT64_C(0xff) << 8 * (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
			    ? place : 7 - place));
		}
	return NULL;
}

static const char *
find_slowly(const struct needle *n, const char *at, const char *end)
{
	for (; at < end; at++)
		if (*at == *n->word && !memcmp(at, n->word, n->length))
			return at;
	return NULL;
}

const char *
find_bytes(const char *text, size_t n, const char *word, size_t length)
{
	struct needle needle = { .word = word, .length = length };
	const char *at = text, *end, *here;

	if (!length)
		return text;
	if (length > n)
		return NULL;
	if (length == 1)
		return memchr(text, *word, n);
	end = text + n - length + 1;
	memset(&needle.first, word[0], sizeof needle.first);
	memset(&needle.last, word[length - 1], sizeof needle.last);
	for (; end - at >= 2 * BLOCK; at += 2 * BLOCK) {
		halves a = places(&needle, at), b = places(&needle, at + BLOCK), any = a | b;
		if (!(any[0] | any[1]))
			continue;
		if ((here = verified(&needle, at, a)) || (here = verified(&needle, at + BLOCK, b)))
			return here;
	}
	return find_slowly(&needle, at, end);
}
