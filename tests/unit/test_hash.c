#include <check.h>
#include <string.h>

#include "base/hash.h"
#include "tests/unit/run.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

/* The reference implementation's vectors: key 00 01 .. 0f, input 00 01 .. of the
 * length of its place in the table, result as little-endian bytes. */
static const unsigned char vectors[][8] = {
	{ 0x31, 0x0e, 0x0e, 0xdd, 0x47, 0xdb, 0x6f, 0x72 },
	{ 0xfd, 0x67, 0xdc, 0x93, 0xc5, 0x39, 0xf8, 0x74 },
	{ 0x5a, 0x4f, 0xa9, 0xd9, 0x09, 0x80, 0x6c, 0x0d },
	{ 0x2d, 0x7e, 0xfb, 0xd7, 0x96, 0x66, 0x67, 0x85 },
	{ 0xb7, 0x87, 0x71, 0x27, 0xe0, 0x94, 0x27, 0xcf },
	{ 0x8d, 0xa6, 0x99, 0xcd, 0x64, 0x55, 0x76, 0x18 },
	{ 0xce, 0xe3, 0xfe, 0x58, 0x6e, 0x46, 0xc9, 0xcb },
	{ 0x37, 0xd1, 0x01, 0x8b, 0xf5, 0x00, 0x02, 0xab },
	{ 0x62, 0x24, 0x93, 0x9a, 0x79, 0xf5, 0xf5, 0x93 },
	{ 0xb0, 0xe4, 0xa9, 0x0b, 0xdf, 0x82, 0x00, 0x9e },
	{ 0xf3, 0xb9, 0xdd, 0x94, 0xc5, 0xbb, 0x5d, 0x7a },
	{ 0xa7, 0xad, 0x6b, 0x22, 0x46, 0x2f, 0xb3, 0xf4 },
	{ 0xfb, 0xe5, 0x0e, 0x86, 0xbc, 0x8f, 0x1e, 0x75 },
	{ 0x90, 0x3d, 0x84, 0xc0, 0x27, 0x56, 0xea, 0x14 },
	{ 0xee, 0xf2, 0x7a, 0x8e, 0x90, 0xca, 0x23, 0xf7 },
	{ 0xe5, 0x45, 0xbe, 0x49, 0x61, 0xca, 0x29, 0xa1 },
};

START_TEST(published_vectors_hold)
{
	unsigned char bytes[16];
	for (int i = 0; i < 16; i++)
		bytes[i] = (unsigned char)i;
	struct hash h;
	hash_start_key(&h, bytes);
	hash_bytes(&h, bytes, (size_t)_i);
	uint64_t sum = hash_end64(&h), want = 0;
	for (int i = 7; i >= 0; i--)
		want = want << 8 | vectors[_i][i];
	ck_assert_uint_eq(sum, want);
}
END_TEST

START_TEST(pieces_do_not_matter)
{
	char text[100];
	struct hash whole, pieces;
	for (int i = 0; i < COUNT(text); i++)
		text[i] = (char)(i * 7);
	hash_start(&whole);
	hash_bytes(&whole, text, sizeof(text));
	int64_t want = hash_end(&whole);
	for (size_t a = 0; a <= sizeof(text); a++)
		for (size_t b = a; b <= sizeof(text); b++) {
			hash_start(&pieces);
			hash_bytes(&pieces, text, a);
			hash_bytes(&pieces, text + a, b - a);
			hash_bytes(&pieces, text + b, sizeof(text) - b);
			ck_assert_int_eq(hash_end(&pieces), want);
		}
}
END_TEST

/* Sums stand in files: this value may never change. */
START_TEST(the_key_is_fixed)
{
	struct hash h;
	hash_start(&h);
	hash_text(&h, "alianza", 7);
	hash_int(&h, -1);
	hash_null(&h);
	ck_assert_int_eq(hash_end(&h), INT64_C(6360178140066387878));
}
END_TEST

static int64_t
sum_of(void (*feed)(struct hash *))
{
	struct hash h;
	hash_start(&h);
	feed(&h);
	return hash_end(&h);
}

static void feed_ab_c(struct hash *h) { hash_text(h, "ab", 2); hash_text(h, "c", 1); }
static void feed_a_bc(struct hash *h) { hash_text(h, "a", 1); hash_text(h, "bc", 2); }
static void feed_empty(struct hash *h) { hash_text(h, "", 0); }
static void feed_null(struct hash *h) { hash_null(h); }
static void feed_nothing(struct hash *h) { (void)h; }
static void feed_zero(struct hash *h) { hash_int(h, 0); }
static void feed_digit(struct hash *h) { hash_text(h, "0", 1); }
static void feed_big(struct hash *h) { hash_int(h, INT64_C(1) << 32); }
static void feed_nul(struct hash *h) { hash_text(h, "\0", 1); }

static void (*const contents[])(struct hash *) = {
	feed_ab_c, feed_a_bc, feed_empty, feed_null, feed_nothing, feed_zero, feed_digit,
	feed_big, feed_nul
};

START_TEST(no_two_contents_look_alike)
{
	for (int i = 0; i < COUNT(contents); i++)
		for (int j = 0; j < i; j++)
			ck_assert_int_ne(sum_of(contents[i]), sum_of(contents[j]));
}
END_TEST

START_TEST(sums_are_never_negative)
{
	for (int64_t i = 0; i < 1000; i++) {
		struct hash h;
		hash_start(&h);
		hash_int(&h, i);
		ck_assert_int_ge(hash_end(&h), 0);
	}
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("hash");
	TCase *t = tcase_create("siphash");

	tcase_add_loop_test(t, published_vectors_hold, 0, COUNT(vectors));
	tcase_add_test(t, pieces_do_not_matter);
	tcase_add_test(t, the_key_is_fixed);
	tcase_add_test(t, no_two_contents_look_alike);
	tcase_add_test(t, sums_are_never_negative);
	suite_add_tcase(s, t);
	return run_suite(s);
}
