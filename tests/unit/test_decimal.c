#include <check.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/decimal.h"
#include "tests/unit/run.h"

#define LIMIT 1000000000000000000LL
#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

__extension__ typedef __int128 wide;

static const struct {
	const char *text, *is;
} numbers[] = {
	{ "0", "0" }, { "300000", "300000" }, { "-2.5", "-2.5" }, { "2.50", "2.5" },
	{ "-0", "0" }, { "-0.00", "0" }, { "007", "7" }, { "0.000000001", "0.000000001" },
	{ "999999999999999999", "999999999999999999" }, { "-999999999.999999999",
	"-999999999.999999999" }, { "10.0", "10" }, { "1.0000000000000000000000", "1" },
	{ "0000000000000000000000001", "1" }, { "-0.05", "-0.05" }, { "100", "100" },
};

START_TEST(numbers_become_canonical)
{
	struct decimal d;
	struct str out = { 0 };

	ck_assert(decimal_parse(numbers[_i].text, strlen(numbers[_i].text), &d));
	decimal_format(d, &out);
	ck_assert_str_eq(out.s, numbers[_i].is);
	str_free(&out);
}
END_TEST

static const char *const bad[] = {
	"", "-", "+3", " 3", "3 ", "1'500", "2,500", "1e3", ".5", "5.", "-.5", "--1",
	"1.2.3",
	"0x10", "1 000", "1000000000000000000", "0.1234567891", "123456789012345678.1",
	"nan",
	"-1000000000000000000", "3-", "\xD9\xA3", "1.-2", "99999999999999999999999999",
};

START_TEST(other_texts_are_refused)
{
	struct decimal d = { 5, 1 };

	ck_assert(!decimal_parse(bad[_i], strlen(bad[_i]), &d));
}
END_TEST

START_TEST(a_text_ends_where_it_says)
{
	struct decimal d;

	ck_assert(decimal_parse("12.75", 4, &d));
	ck_assert(d.units == 127 && d.scale == 1);
	ck_assert(!decimal_parse("12.75", 3, &d));
	ck_assert(!decimal_parse("1\0", 2, &d));
}
END_TEST

static const struct {
	const char *typed, *is;
} inputs[] = {
	{ "300000", "300000" }, { " 300000 ", "300000" }, { "+3", "3" },
	{ "-2.5", "-2.5" },
	{ "2 500", "2500" }, { "2\xC2\xA0" "500", "2500" },
	{ "2\xE2\x80\xAF" "500", "2500" },
	{ "12 345 678", "12345678" }, { "2 500.25", "2500.25" }, { "-2 500", "-2500" },
	{ "\xE2\x88\x92" "5", "-5" }, { "2.125", "2.125" }, { "0.500", "0.5" },
	{ "2500.000", "2500" }, { "\t7\xC2\xA0", "7" }, { "-0", "0" }, { "2.50", "2.5" },
	{ "123456789.123456789", "123456789.123456789" },
};

START_TEST(input_is_forgiving)
{
	struct str out = { 0 };
	struct error e = { 0 };

	str_add(&out, "=");
	ck_assert_msg(decimal_input(inputs[_i].typed, strlen(inputs[_i].typed), &out, &e),
	    "%s", e.msg);
	ck_assert_str_eq(out.s + 1, inputs[_i].is);
	str_free(&out);
}
END_TEST

static const struct {
	const char *typed, *says;
} refused[] = {
	{ "2,500", "Write 2500 or 2.5." }, { "2.500", "Write 2500 or 2.5." },
	{ "-2,500", "Write -2500 or -2.5." },
	{ "2.500.000", "If it is 2500000," }, { "1'500", "If it is 1500," },
	{ "1\xE2\x80\x99" "500", "If it is 1500," }, { "2,5", "If it is 2.5," },
	{ "0,500", "If it is 0.5," }, { "1,234.5", "If it is 1234.5," },
	{ "1.234,5", "If it is 1234.5," }, { "1'234.5", "If it is 1234.5," },
	{ "2 500,5", "If it is 2500.5," }, { "1,234,567", "If it is 1234567," },
	{ "", "is not a number" }, { "-", "is not a number" },
	{ "many", "is not a number" },
	{ "1e3", "is not a number" }, { "2 50", "is not a number" },
	{ "2  500", "is not a" },
	{ "1234 567", "is not a number" }, { "1,23,456", "is not a number" },
	{ ".5", "is not" },
	{ "5.", "is not a number" }, { "+-3", "is not a number" },
	{ "almost 300", "is not a" },
	{ "1 234,567 890", "is not a number" }, { "5%", "is not a number" },
	{ "1000000000000000000", "at most 18 digits" },
	{ "0.0000000001", "at most 18 digits" },
	{ "1 000 000 000 000 000 000", "at most 18 digits" },
};

START_TEST(doubtful_input_is_asked_about)
{
	struct str out = { 0 };
	struct error e = { 0 };
	const char *typed = refused[_i].typed;

	ck_assert_msg(!decimal_input(typed, strlen(typed), &out, &e), "%s: %s", typed,
	    str_text(&out));
	ck_assert_int_eq(out.len, 0);
	ck_assert_int_eq(e.status, STATUS_DATA);
	ck_assert_msg(strstr(e.msg, refused[_i].says) != NULL, "%s", e.msg);
}
END_TEST

START_TEST(hostile_input_is_refused)
{
	struct str out = { 0 };
	struct error e = { 0 };
	char text[300];

	memset(text, '1', sizeof(text));
	ck_assert(!decimal_input(text, sizeof(text), &out, &e));
	ck_assert_ptr_nonnull(strstr(e.msg, "at most 18 digits"));
	ck_assert(!decimal_input("2\0" "500", 5, &out, &e));
	ck_assert(!decimal_input("5\0", 2, &out, NULL));
	memset(text, ' ', sizeof(text));
	ck_assert(!decimal_input(text, sizeof(text), &out, &e));
}
END_TEST

/* xorshift64*, seeded and printed: a failure can be run again. */
static uint64_t
next_random(uint64_t *state)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return *state * UINT64_C(2685821657736338717);
}

/* Of any length, often with zeros at the end and factors that cancel. */
static struct decimal
random_decimal(uint64_t *state)
{
	struct decimal d;
	int64_t limit = 1;

	for (uint64_t digits = next_random(state) % 19; digits > 0; digits--)
		limit *= 10;
	d.units = (int64_t)(next_random(state) % (uint64_t)limit);
	if (next_random(state) % 4 == 0)
		for (uint64_t n = next_random(state) % 18; n > 0; n--)
			d.units -= d.units % (limit / 10 > 0 ? 10 : 1), limit /= 10;
	if (next_random(state) % 8 == 0)
		d.units = LIMIT / (int64_t)(next_random(state) % 64 + 1) - 1;
	if (next_random(state) % 2 == 0)
		d.units = -d.units;
	d.scale = (int)(next_random(state) % 10);
	return d;
}

static wide
ten_to(int n)
{
	wide p = 1;

	while (n-- > 0)
		p *= 10;
	return p;
}

/* Brings a value to its shortest form; does it fit? */
static bool
reduce(wide *units, int *scale)
{
	while (*scale > 0 && *units % 10 == 0) {
		*units /= 10;
		--*scale;
	}
	return *scale <= 9 && *units < LIMIT && *units > -LIMIT;
}

static void
check_result(const char *name, struct decimal a, struct decimal b, bool ok,
    struct decimal got, wide units, int scale)
{
	bool fits = reduce(&units, &scale);

	if (ok != fits || (ok && (got.units != units || got.scale != scale)))
		ck_abort_msg("%s of %" PRId64 "/10^%d and %" PRId64 "/10^%d: %d %" PRId64
		    "/10^%d", name, a.units, a.scale, b.units, b.scale, ok, got.units,
		    got.scale);
}

static void
check_division(struct decimal a, struct decimal b, int scale)
{
	struct decimal got = { 0 };
	bool ok = decimal_div(a, b, scale, &got);
	/* a * 10^(sb + scale) / (b * 10^sa): 36 digits at most, it fits. */
	wide over = a.units * ten_to(b.scale + scale > a.scale ?
	    b.scale + scale - a.scale : 0);
	wide under = b.units * ten_to(a.scale > b.scale + scale ?
	    a.scale - b.scale - scale : 0);
	wide quotient, rest;

	if (b.units == 0) {
		ck_assert(!ok);
		return;
	}
	quotient = over / under;
	rest = over % under;
	if ((rest < 0 ? -rest : rest) * 2 >= (under < 0 ? -under : under))
		quotient += (over < 0) == (under < 0) ? 1 : -1;
	check_result("quotient", a, b, ok, got, quotient, scale);
}

START_TEST(arithmetic_is_that_of_wider_numbers)
{
	uint64_t seed = (uint64_t)time(NULL) * 2654435761U + 1, state;
	const char *given = getenv("SEED");

	if (given != NULL)
		seed = strtoull(given, NULL, 10);
	printf("# SEED=%" PRIu64 "\n", seed);
	state = seed;
	for (int i = 0; i < 300000; i++) {
		struct decimal a = random_decimal(&state), b = random_decimal(&state);
		struct decimal got = { 0 };
		wide x = a.units * ten_to(9 - a.scale), y = b.units * ten_to(9 - b.scale);
		bool ok = decimal_add(a, b, &got);

		check_result("sum", a, b, ok, got, x + y, 9);
		ok = decimal_sub(a, b, &got);
		check_result("difference", a, b, ok, got, x - y, 9);
		ok = decimal_mul(a, b, &got);
		check_result("product", a, b, ok, got, (wide)a.units * b.units,
		    a.scale + b.scale);
		check_division(a, b, (int)(next_random(&state) % 10));
		ck_assert_int_eq(decimal_compare(a, b), (x > y) - (x < y));
	}
}
END_TEST

START_TEST(text_gives_the_number_back)
{
	uint64_t state = 88172645463325252U;

	for (int i = 0; i < 50000; i++) {
		struct decimal a = random_decimal(&state), back;
		struct str text = { 0 }, again = { 0 };

		decimal_format(a, &text);
		ck_assert(decimal_parse(text.s, text.len, &back));
		ck_assert_int_eq(decimal_compare(a, back), 0);
		ck_assert(decimal_input(text.s, text.len, &again, NULL));
		ck_assert_str_eq(text.s, again.s);
		str_free(&text);
		str_free(&again);
	}
}
END_TEST

static const struct {
	const char *a, *b;
	int scale;
	const char *is;	/* NULL: refused */
} quotients[] = {
	{ "1", "3", 2, "0.33" }, { "2", "3", 2, "0.67" }, { "-2", "3", 2, "-0.67" },
	{ "1", "2", 0, "1" }, { "-1", "2", 0, "-1" }, { "1", "-8", 2, "-0.13" },
	{ "1", "0", 2, NULL }, { "0", "5", 2, "0" }, { "100000000000000000", "1", 9,
	"100000000000000000" }, { "1", "0.000000001", 9, "1000000000" },
	{ "100000000000000000", "0.001", 0, NULL }, { "0.000000001", "3", 9, "0" },
	{ "0.000000002", "3", 9, "0.000000001" }, { "1", "999999999999999999", 9, "0" },
	{ "99999999999999999.5", "1", 0, "100000000000000000" },
	{ "999999999999999999", "1", 10, NULL }, { "1", "1", -1, NULL },
};

START_TEST(known_quotients)
{
	struct decimal a, b, q;
	struct str out = { 0 };
	bool ok;

	ck_assert(decimal_parse(quotients[_i].a, strlen(quotients[_i].a), &a));
	ck_assert(decimal_parse(quotients[_i].b, strlen(quotients[_i].b), &b));
	ok = decimal_div(a, b, quotients[_i].scale, &q);
	ck_assert_int_eq(ok, quotients[_i].is != NULL);
	if (ok) {
		decimal_format(q, &out);
		ck_assert_str_eq(out.s, quotients[_i].is);
	}
	str_free(&out);
}
END_TEST

START_TEST(eighteen_digits_are_the_end)
{
	struct decimal most = { LIMIT - 1, 0 }, one = { 1, 0 }, tenth = { 1, 1 }, out;
	struct decimal low = { 1, 9 };

	ck_assert(!decimal_add(most, one, &out));
	ck_assert(!decimal_add(most, tenth, &out));
	ck_assert(!decimal_mul(tenth, low, &out));
	ck_assert(decimal_sub(most, one, &out) && out.units == LIMIT - 2);
	ck_assert(decimal_sub(most, most, &out) && out.units == 0 && out.scale == 0);
}
END_TEST

START_TEST(known_products)
{
	struct decimal half = { 125, 3 }, large = { 500000000000000000, 0 }, p;

	ck_assert(decimal_mul(large, half, &p));	/* 625 * 10^17 in between */
	ck_assert(p.units == 62500000000000000 && p.scale == 0);
	ck_assert(!decimal_mul(large, large, &p));
	ck_assert(decimal_add(half, half, &half) && half.units == 25 && half.scale == 2);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("decimal");
	TCase *text = tcase_create("text"), *sums = tcase_create("arithmetic");

	tcase_add_loop_test(text, numbers_become_canonical, 0, COUNT(numbers));
	tcase_add_loop_test(text, other_texts_are_refused, 0, COUNT(bad));
	tcase_add_test(text, a_text_ends_where_it_says);
	tcase_add_loop_test(text, input_is_forgiving, 0, COUNT(inputs));
	tcase_add_loop_test(text, doubtful_input_is_asked_about, 0, COUNT(refused));
	tcase_add_test(text, hostile_input_is_refused);
	tcase_add_test(text, text_gives_the_number_back);
	tcase_set_timeout(sums, 60);
	tcase_add_test(sums, arithmetic_is_that_of_wider_numbers);
	tcase_add_loop_test(sums, known_quotients, 0, COUNT(quotients));
	tcase_add_test(sums, eighteen_digits_are_the_end);
	tcase_add_test(sums, known_products);
	suite_add_tcase(s, text);
	suite_add_tcase(s, sums);
	return run_suite(s);
}
