#include "base/hash.h"

#include <string.h>

/* Any 16 bytes would do: the sum guards against damage, not against people.
 * It must never change, for it is stored in files. */
static const unsigned char FIXED_KEY[16] = {
	'a', 'l', 'i', 'a', 'n', 'z', 'a', ' ', 'c', 'o', 'n', 't', 'e', 'n', 't', '1'
};

static inline uint64_t
load64(const unsigned char *p)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	uint64_t v;
	memcpy(&v, p, sizeof(v));
	return v;
#else
	uint64_t v = 0;
	for (int i = 7; i >= 0; i--)
		v = v << 8 | p[i];
	return v;
#endif
}

static inline uint64_t
rotate(uint64_t v, int bits)
{
	return v << bits | v >> (64 - bits);
}

static inline void
sip_round(struct hash *h)
{
	h->v0 += h->v1;
	h->v2 += h->v3;
	h->v1 = rotate(h->v1, 13) ^ h->v0;
	h->v3 = rotate(h->v3, 16) ^ h->v2;
	h->v0 = rotate(h->v0, 32);
	h->v2 += h->v1;
	h->v0 += h->v3;
	h->v1 = rotate(h->v1, 17) ^ h->v2;
	h->v3 = rotate(h->v3, 21) ^ h->v0;
	h->v2 = rotate(h->v2, 32);
}

static inline void
take_word(struct hash *h, uint64_t word)
{
	h->v3 ^= word;
	sip_round(h);
	sip_round(h);
	h->v0 ^= word;
}

void
hash_start_key(struct hash *h, const unsigned char key[16])
{
	uint64_t k0 = load64(key), k1 = load64(key + 8);
	*h = (struct hash){
		.v0 = k0 ^ UINT64_C(0x736f6d6570736575),	/* "somepseu", the paper's */
		.v1 = k1 ^ UINT64_C(0x646f72616e646f6d),	/* "dorandom" */
		.v2 = k0 ^ UINT64_C(0x6c7967656e657261),	/* "lygenera" */
		.v3 = k1 ^ UINT64_C(0x7465646279746573),	/* "tedbytes" */
	};
}

void
hash_start(struct hash *h)
{
	hash_start_key(h, FIXED_KEY);
}

/* Puts a whole word behind the bytes held back, which stay as many. */
static inline void
add_word(struct hash *h, uint64_t word)
{
	int held = (int)(h->total % 8) * 8;

	take_word(h, h->rest | word << held);
	h->rest = held ? word >> (64 - held) : 0;
	h->total += 8;
}

/* The same with fewer than eight bytes, the lowest of the word; the others are 0. */
static inline void
add_few(struct hash *h, uint64_t bytes, size_t n)
{
	size_t held = h->total % 8;

	h->rest |= bytes << held * 8;
	h->total += n;
	if (held + n < 8)
		return;
	take_word(h, h->rest);
	h->rest = held ? bytes >> (8 - held) * 8 : 0;
}

/* The last bytes of a text, fewer than eight of its n, the lowest first. */
static inline uint64_t
last_bytes(const unsigned char *p, size_t n)
{
	size_t few = n % 8;
	uint64_t word = 0;

	if (n > 8 && few)	/* with others before them, which fall off */
		return load64(p + n - 8) >> (8 - few) * 8;
	for (size_t i = 0; i < few; i++)
		word |= (uint64_t)p[i] << i * 8;
	return word;
}

void
hash_bytes(struct hash *h, const void *data, size_t n)
{
	const unsigned char *p = data;
	uint64_t last = last_bytes(p, n);
	struct hash work = *h;	/* the compiler keeps a copy in registers */

	for (; n >= 8; n -= 8, p += 8)
		add_word(&work, load64(p));
	add_few(&work, last, n);
	*h = work;
}

void
hash_tag(struct hash *h, char letter, uint64_t v)
{
	add_word(h, v << 8 | (unsigned char)letter);
}

void
hash_text(struct hash *h, const char *s, size_t n)
{
	hash_tag(h, 't', n);
	hash_bytes(h, s, n);
}

void
hash_int(struct hash *h, int64_t v)
{
	hash_tag(h, 'i', 0);
	add_word(h, (uint64_t)v);
}

void
hash_null(struct hash *h)
{
	hash_tag(h, 'n', 0);
}

uint64_t
hash_end64(struct hash *h)
{
	take_word(h, h->rest | h->total << 56);
	h->v2 ^= 0xff;
	for (int i = 0; i < 4; i++)
		sip_round(h);
	return h->v0 ^ h->v1 ^ h->v2 ^ h->v3;
}

int64_t
hash_end(struct hash *h)
{
	return (int64_t)(hash_end64(h) & INT64_MAX);
}
