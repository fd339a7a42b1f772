#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/order.h"
#include "tests/unit/run.h"

static void
between(const char *before, const char *after, const char *expected)
{
	struct str key = { 0 };

	ck_assert(order_between(before, after, &key));
	ck_assert_str_eq(str_text(&key), expected);
	str_free(&key);
}

static void
typed(const char *s, const char *expected)
{
	struct str key = { 0 };

	ck_assert_int_eq(order_input(s, strlen(s), &key), expected != NULL);
	ck_assert_str_eq(str_text(&key), expected == NULL ? "" : expected);
	str_free(&key);
}

START_TEST(known_keys)
{
	between(NULL, NULL, "di");
	between("di", NULL, "di01");
	between(NULL, "di", "dhzz");
	between("b3", "b4", "b3i");
	between("b3", "b5", "b4");
	between("bz", NULL, "c1");
	between(NULL, "c", "bz");
	between(NULL, "b", "ai");
}
END_TEST

START_TEST(edges)
{
	between("b", "b1", "b0i");
	between(NULL, "a1", "a0i");
	between(NULL, "a01", "a00i");
	between("b3", "b301", "b300i");
	between("b3", "b4z", "b4");
	between("zzzzzzzzzzzzzzzzzzzzzzzzzz", NULL, "zzzzzzzzzzzzzzzzzzzzzzzzzzi");
}
END_TEST

START_TEST(what_people_type)
{
	typed("3", "b3");
	typed("12", "c12");
	typed("10", "c1");
	typed("100", "d1");
	typed("007", "b7");
	typed("0", "b");
	typed("2.5", "b25");
	typed("10.05", "c1005");
	typed("b3", "b3");
	typed("di01", "di01");
	typed("a", NULL);
	typed("b30", NULL);
	typed("3a", NULL);
	typed("-1", NULL);
	typed("1.", NULL);
	typed(".5", NULL);
	typed("1.2.3", NULL);
	typed("B3", NULL);
	typed("", NULL);
	typed("1234567890123456789", NULL);
}
END_TEST

START_TEST(numbers_sort_as_numbers)
{
	struct str last = { 0 }, key = { 0 };
	char number[16];

	for (int i = 0; i < 12000; i++) {
		snprintf(number, sizeof number, "%d", i);
		str_cut(&key, 0);
		ck_assert(order_input(number, strlen(number), &key));
		ck_assert(order_valid(key.s, key.len));
		ck_assert_msg(i == 0 || strcmp(last.s, key.s) < 0, "%s", number);
		str_set(&last, key.s);
	}
	str_free(&last);
	str_free(&key);
}
END_TEST

START_TEST(wrong_neighbours_are_refused)
{
	struct str key = { 0 };

	ck_assert(!order_between("b3", "b3", &key));
	ck_assert(!order_between("b4", "b3", &key));
	ck_assert(!order_between("B", NULL, &key));
	ck_assert(!order_between(NULL, "b30", &key));
	ck_assert(!order_between("", "a", &key));
	ck_assert_int_eq(key.len, 0);
	str_free(&key);
}
END_TEST

enum { INSERTS = 10000 };

/* Inserts into a growing list at places that pick() chooses: each key is one,
 * fits between its neighbours and stays short. Returns the longest. */
static size_t
insert_many(int (*pick)(int count, unsigned *seed), int inserts, unsigned seed)
{
	static char *keys[INSERTS];
	struct str key = { 0 };
	size_t longest = 0;

	for (int n = 0; n < inserts; n++) {
		int at = pick(n, &seed);
		const char *before = at > 0 ? keys[at - 1] : NULL;
		const char *after = at < n ? keys[at] : NULL;

		ck_assert(order_between(before, after, &key));
		ck_assert_msg(order_valid(key.s, key.len), "%s", key.s);
		ck_assert(before == NULL || strcmp(before, key.s) < 0);
		ck_assert(after == NULL || strcmp(key.s, after) < 0);
		longest = key.len > longest ? key.len : longest;
		memmove(&keys[at + 1], &keys[at], (size_t)(n - at) * sizeof *keys);
		keys[at] = str_take(&key);
	}
	for (int n = 0; n < inserts; n++)
		free(keys[n]);
	return longest;
}

static int
anywhere(int count, unsigned *seed)
{
	return (int)(rand_r(seed) % (unsigned)(count + 1));
}

static int
at_the_end(int count, unsigned *seed)
{
	(void)seed;
	return count;
}

static int
at_the_front(int count, unsigned *seed)
{
	(void)count;
	(void)seed;
	return 0;
}

static int
always_second(int count, unsigned *seed)
{
	(void)seed;
	return count > 0;
}

START_TEST(random_inserts_keep_order)
{
	unsigned seed = 20261101;
	size_t longest = insert_many(anywhere, INSERTS, seed);

	printf("# order: seed %u, longest of %d keys: %zu\n", seed, INSERTS, longest);
	ck_assert_uint_le(longest, 16);
}
END_TEST

START_TEST(lists_grow_at_their_ends)
{
	ck_assert_uint_le(insert_many(at_the_end, INSERTS, 0), 4);
	ck_assert_uint_le(insert_many(at_the_front, INSERTS, 0), 4);
	ck_assert_uint_le(insert_many(always_second, 1000, 0), 220);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("order");
	TCase *c = tcase_create("order");

	tcase_add_test(c, known_keys);
	tcase_add_test(c, edges);
	tcase_add_test(c, what_people_type);
	tcase_add_test(c, numbers_sort_as_numbers);
	tcase_add_test(c, wrong_neighbours_are_refused);
	tcase_add_test(c, random_inserts_keep_order);
	tcase_add_test(c, lists_grow_at_their_ends);
	suite_add_tcase(s, c);
	return run_suite(s);
}
