#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/id.h"
#include "tests/unit/run.h"

static const int64_t epoch = INT64_C(1577836800000);

START_TEST(known_texts)
{
	char text[ID_LENGTH + 1];

	id_format(1, text);
	ck_assert_str_eq(text, "a000000000001");
	id_format(31, text);
	ck_assert_str_eq(text, "a00000000000z");
	id_format(INT64_MAX, text);
	ck_assert_str_eq(text, "hzzzzzzzzzzzz");
	id_format(INT64_C(1) << 60, text);
	ck_assert_str_eq(text, "b000000000000");
}
END_TEST

START_TEST(text_gives_the_id_back)
{
	char text[ID_LENGTH + 1], before[ID_LENGTH + 1] = "";
	int64_t id, back;

	for (int i = 0; i < 2000; i++) {
		id = id_new();
		ck_assert_int_gt(id, 0);
		id_format(id, text);
		ck_assert(id_parse(text, strlen(text), &back));
		ck_assert_int_eq(back, id);
	}
	for (int bit = 0; bit < 63; bit++) {	/* text sorts as the number does */
		id_format(INT64_C(1) << bit, text);
		ck_assert_int_gt(strcmp(text, before), 0);
		memcpy(before, text, sizeof text);
	}
}
END_TEST

START_TEST(other_texts_are_refused)
{
	static const char *const bad[] = { "", "a", "a00000000000", "a0000000000011",
	    "i000000000001", "0000000000001", "a00000000000i", "a00000000000l",
	    "a00000000000o", "a00000000000u", "A000000000001", "a00000000000Z",
	    "a000000000000", "a00000 000001" };
	int64_t id = 7;

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		ck_assert_msg(!id_parse(bad[i], strlen(bad[i]), &id), "%s", bad[i]);
	ck_assert(!id_parse("a0000000000\0001", 13, &id));
	ck_assert_int_eq(id, 7);
}
END_TEST

START_TEST(time_is_in_the_high_bits)
{
	const int64_t release = INT64_C(1793491200000);
	const int64_t last = epoch + (INT64_C(1) << 41) - 1;

	ck_assert_int_eq(id_make(release, 0), (release - epoch) << 22);
	ck_assert_int_eq(id_make(release, UINT64_MAX),
	    (release - epoch) << 22 | ((1 << 22) - 1));
	ck_assert_int_eq(id_make(last, UINT64_MAX), INT64_MAX);
}
END_TEST

START_TEST(a_wrong_clock_gives_all_bits_to_chance)
{
	const uint64_t random = UINT64_C(0x92345678abcdef01);
	const int64_t expected = INT64_C(0x12345678abcdef01);

	ck_assert_int_eq(id_make(0, random), expected);
	ck_assert_int_eq(id_make(INT64_C(1793491200000) - 1, random), expected);
	ck_assert_int_eq(id_make(epoch + (INT64_C(1) << 41), random), expected);
	ck_assert_int_eq(id_make(-5, random), expected);
	ck_assert_int_eq(id_make(0, 0), 1);
	ck_assert_int_eq(id_make(0, UINT64_C(1) << 63), 1);
}
END_TEST

START_TEST(a_fixed_clock_does_not_reach_the_id)
{
	int64_t a, b;

	a = id_new();
	clock_set(0);
	b = id_new();
	clock_set(CLOCK_REAL);
	ck_assert_int_ne(a, b);
	if (clock_now_ms_real() >= INT64_C(1793491200000))
		ck_assert_int_lt(llabs((b >> 22) - (a >> 22)), 60000);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("id");
	TCase *c = tcase_create("id");

	tcase_add_test(c, known_texts);
	tcase_add_test(c, text_gives_the_id_back);
	tcase_add_test(c, other_texts_are_refused);
	tcase_add_test(c, time_is_in_the_high_bits);
	tcase_add_test(c, a_wrong_clock_gives_all_bits_to_chance);
	tcase_add_test(c, a_fixed_clock_does_not_reach_the_id);
	suite_add_tcase(s, c);
	return run_suite(s);
}
