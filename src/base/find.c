#include "config.h"

#include "base/find.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* So many places are looked at together, in one register where the machine has one. */
enum { BLOCK = 16 };
struct block {
	unsigned char v __attribute__((vector_size(BLOCK)));
};

static struct block
block_of(unsigned char c)
{
	struct block b;

	memset(&b, c, sizeof b);
	return b;
}

/* Which of the BLOCK places from `at` on the word may begin at, as far as its first and
 * its last byte tell: a byte of ones each. */
static inline void
places_look(const char *at, size_t last, struct block first, struct block final,
    uint64_t halves[2])
{
	struct block a, z;

	memcpy(&a, at, sizeof a);
	memcpy(&z, at + last, sizeof z);
	a.v = (a.v == first.v) & (z.v == final.v);
	memcpy(halves, &a, sizeof a);
}

/* The first byte of ones in memory, whichever end of a number the machine begins with. */
static inline int
place_first(uint64_t half)
{
	return (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? __builtin_ctzll(half)
	    : __builtin_clzll(half)) / 8;
}

static inline uint64_t
place_drop(uint64_t half, int place)
{
	return half & ~(UINT64_C(0xff) << 8 * (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	    ? place : 7 - place));
}

static const char *
find_slowly(const char *text, size_t places, const char *word, size_t length)
{
	for (size_t i = 0; i < places; i++)
		if (text[i] == word[0] && !memcmp(text + i, word, length))
			return text + i;
	return NULL;
}

const char *
find_bytes(const char *text, size_t n, const char *word, size_t length)
{
	if (!length)
		return text;
	if (length > n)
		return NULL;
	if (length == 1)
		return memchr(text, *word, n);
	size_t last = length - 1, places = n - last, i = 0;
	struct block first = block_of((unsigned char)word[0]);
	struct block final = block_of((unsigned char)word[last]);
	for (; i + BLOCK <= places; i += BLOCK) {
		uint64_t halves[2];
		places_look(text + i, last, first, final, halves);
		for (int h = 0; h < 2; h++)
			while (halves[h]) {
				int place = place_first(halves[h]);
				const char *at = text + i + 8 * h + place;
				if (!memcmp(at, word, length))
					return at;
				halves[h] = place_drop(halves[h], place);
			}
	}
	return find_slowly(text + i, places - i, word, length);
}
