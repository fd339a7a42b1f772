#include <check.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "tests/unit/run.h"

static const char long_text[] =
    "a text that is longer than the first room of a growing string, by some way";

START_TEST(an_empty_string_is_a_text)
{
	struct str s = { 0 };
	ck_assert_str_eq(str_text(&s), "");
	str_cut(&s, 0);
	str_addn(&s, NULL, 0);
	ck_assert_str_eq(str_text(&s), "");
	ck_assert_uint_eq(s.len, 0);
	str_free(&s);
	char *taken = str_take(&s);
	ck_assert_str_eq(taken, "");
	free(taken);
	str_free(&s);
}
END_TEST

START_TEST(it_grows_by_all_ways)
{
	struct str s = { 0 };
	str_add(&s, "one");
	str_addc(&s, ' ');
	str_addn(&s, "twofold", 3);
	str_addf(&s, " %d%s", 3, "!");
	ck_assert_str_eq(str_text(&s), "one two 3!");
	ck_assert_uint_eq(s.len, 10);
	str_addf(&s, "%s%s", long_text, long_text);
	ck_assert_uint_eq(s.len, 10 + 2 * strlen(long_text));
	ck_assert_str_eq(s.s + 10 + strlen(long_text), long_text);
	str_free(&s);
	ck_assert_ptr_null(s.s);
}
END_TEST

START_TEST(every_length_is_followed_by_a_nul)
{
	struct str s = { 0 };
	for (size_t i = 0; i < 5000; i++) {
		ck_assert_uint_eq(strlen(str_text(&s)), i);
		str_addc(&s, 'x');
	}
	str_cut(&s, 100);
	ck_assert_uint_eq(strlen(str_text(&s)), 100);
	str_cut(&s, 200);
	ck_assert_uint_eq(s.len, 100);
	str_free(&s);
}
END_TEST

START_TEST(it_may_hold_nuls)
{
	struct str s = { 0 };
	str_addn(&s, "a\0b", 3);
	str_addc(&s, '\0');
	ck_assert_uint_eq(s.len, 4);
	ck_assert_mem_eq(s.s, "a\0b\0", 5);
	str_free(&s);
}
END_TEST

START_TEST(it_is_set_even_from_itself)
{
	struct str s = { 0 };
	str_set(&s, "");
	ck_assert_str_eq(str_text(&s), "");
	str_set(&s, long_text);
	str_set(&s, s.s + 7);
	ck_assert_str_eq(str_text(&s), long_text + 7);
	ck_assert_uint_eq(s.len, strlen(long_text) - 7);
	str_set(&s, s.s);
	ck_assert_str_eq(str_text(&s), long_text + 7);
	str_free(&s);
}
END_TEST

START_TEST(room_is_reserved_once)
{
	struct str s = { 0 };
	str_reserve(&s, 1000);
	const char *before = s.s;
	for (int i = 0; i < 1000; i++)
		str_addc(&s, 'x');
	ck_assert_ptr_eq(s.s, before);
	str_free(&s);
}
END_TEST

START_TEST(taking_leaves_it_empty)
{
	struct str s = { 0 };
	str_add(&s, "mine");
	char *taken = str_take(&s);
	ck_assert_str_eq(taken, "mine");
	ck_assert_ptr_null(s.s);
	ck_assert_uint_eq(s.len + s.cap, 0);
	free(taken);
}
END_TEST

START_TEST(arena_memory_is_aligned_zeroed_and_apart)
{
	struct arena a = { 0 };
	static const unsigned char zeros[9000];
	unsigned char *before = NULL;
	size_t size_before = 0;
	for (size_t i = 1; i < 3000; i++) {
		size_t size = i % 7 == 0 ? i * 3 : i % 97;
		unsigned char *p = arena_alloc(&a, size);
		ck_assert_uint_eq((uintptr_t)p % _Alignof(max_align_t), 0);
		ck_assert(memcmp(p, zeros, size) == 0);
		memset(p, 0xff, size);
		ck_assert(!before || p >= before + size_before || p + size <= before);
		before = p;
		size_before = size;
		if (i % 500 == 0)
			arena_reset(&a);
	}
	arena_free(&a);
	ck_assert_ptr_null(a.head);
	arena_free(&a);
}
END_TEST

START_TEST(arena_texts_stay)
{
	struct arena a = { 0 };
	const char *texts[200];
	for (int i = 0; i < 200; i++)
		texts[i] = arena_printf(&a, "%d %s", i, long_text);
	char *large = arena_alloc(&a, 100000);
	memset(large, 'x', 100000);
	for (int i = 0; i < 200; i++) {
		ck_assert_int_eq(atoi(texts[i]), i);
		ck_assert_str_eq(strchr(texts[i], ' ') + 1, long_text);
	}
	ck_assert_str_eq(arena_dup(&a, "abc", 2), "ab");
	ck_assert_str_eq(arena_dup(&a, NULL, 0), "");
	ck_assert_str_eq(arena_strdup(&a, long_text), long_text);
	ck_assert_ptr_null(arena_strdup(&a, NULL));
	arena_free(&a);
}
END_TEST

START_TEST(reset_keeps_one_block)
{
	struct arena a = { 0 };
	arena_reset(&a);
	void *first = arena_alloc(&a, 16);
	arena_reset(&a);
	ck_assert_ptr_eq(arena_alloc(&a, 16), first);
	arena_free(&a);
}
END_TEST

START_TEST(plain_memory)
{
	char *p = xmalloc(100);
	for (int i = 0; i < 100; i++)
		ck_assert_int_eq(p[i], 0);
	p[99] = 'x';
	p = xrealloc(p, 1000);
	ck_assert_int_eq(p[99], 'x');
	free(p);
	p = xstrdup("copy");
	ck_assert_str_eq(p, "copy");
	free(p);
	free(xmalloc(0));
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("str");
	TCase *str = tcase_create("str"), *arena = tcase_create("arena");

	tcase_add_test(str, an_empty_string_is_a_text);
	tcase_add_test(str, it_grows_by_all_ways);
	tcase_add_test(str, every_length_is_followed_by_a_nul);
	tcase_add_test(str, it_may_hold_nuls);
	tcase_add_test(str, it_is_set_even_from_itself);
	tcase_add_test(str, room_is_reserved_once);
	tcase_add_test(str, taking_leaves_it_empty);
	tcase_add_test(arena, arena_memory_is_aligned_zeroed_and_apart);
	tcase_add_test(arena, arena_texts_stay);
	tcase_add_test(arena, reset_keeps_one_block);
	tcase_add_test(arena, plain_memory);
	suite_add_tcase(s, str);
	suite_add_tcase(s, arena);
	return run_suite(s);
}
