/* SipHash-2-4 (Aumasson, Bernstein 2012) with a fixed key: finds damage, does
 * not prove authorship. Fed piece by piece; each piece of the content hash is
 * fed with its type and length so that no two contents look alike. */
#ifndef ALIANZA_BASE_HASH_H
#define ALIANZA_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

struct hash {
	uint64_t v0, v1, v2, v3;
	uint64_t total;			/* bytes fed so far */
	uint64_t rest;			/* those that do not fill a word yet, lowest first */
};

void hash_start(struct hash *h);
void hash_bytes(struct hash *h, const void *data, size_t n);	/* raw bytes */
/* A short tag: one word for a letter and a number below 2^56 (a field's number). */
void hash_tag(struct hash *h, char letter, uint64_t v);
void hash_text(struct hash *h, const char *s, size_t n);	/* tag 't' with the length, bytes */
void hash_int(struct hash *h, int64_t v);			/* tag 'i', 8 bytes little-endian */
void hash_null(struct hash *h);					/* tag 'n' */
/* 63 bits, never negative: fits an SQLite INTEGER. */
int64_t hash_end(struct hash *h);

/* The bare function with a key of one's own and all 64 bits, for the tests
 * against the published vectors. */
void hash_start_key(struct hash *h, const unsigned char key[16]);
uint64_t hash_end64(struct hash *h);

#endif
