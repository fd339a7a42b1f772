/* Dates, moments and numbers as people type them. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/fold.h"
#include "tests/fuzz/fuzz.h"

enum { MINUTE = 9 * 60 + 3 };

/* What is taken is canonical: read strictly, and taken again as it is. */
static void
same_again(const struct str *out, const struct str *again, bool ok)
{
	fuzz_promise(ok && again->len == out->len
	    && !memcmp(str_text(again), str_text(out), out->len), "canonical text stays as it is");
}

static void
date_test(const char *s, size_t n, struct date today)
{
	const struct date_words *words[2];
	int count = date_words_get(words);
	struct str out = { 0 }, again = { 0 };
	struct error e = { 0 };
	struct date d;

	if (date_input(s, n, today, words, count, &out, &e)) {
		fuzz_promise(date_parse(str_text(&out), out.len, &d), "a date taken is a date");
		fuzz_promise(date_first(d) <= date_last(d), "a date begins before it ends");
		same_again(&out, &again,
		    date_input(str_text(&out), out.len, today, words, count, &again, &e));
	} else {
		fuzz_refused(&e);
		fuzz_promise(!out.len, "what is refused leaves nothing");
		fuzz_promise(!date_parse(s, n, &d), "a strict date is not refused");
	}
	str_free(&out);
	str_free(&again);
}

static void
datetime_test(const char *s, size_t n, struct date today)
{
	const struct date_words *words[2];
	int count = date_words_get(words), minute, second;
	struct str out = { 0 }, again = { 0 };
	struct error e = { 0 };
	struct date d;
	bool utc;

	if (datetime_input(s, n, today, MINUTE, words, count, &out, &e)) {
		fuzz_promise(datetime_parse(str_text(&out), out.len, &d, &minute, &second, &utc)
		    && minute < 24 * 60 && second < 61, "a moment taken is a moment");
		same_again(&out, &again, datetime_input(str_text(&out), out.len, today, MINUTE,
		    words, count, &again, &e));
	} else {
		fuzz_refused(&e);
		fuzz_promise(!out.len, "what is refused leaves nothing");
	}
	str_free(&out);
	str_free(&again);
}

/* The first part of the text against the second one. */
static void
sums_test(struct decimal a, struct decimal b)
{
	struct decimal sum, back;

	if (decimal_add(a, b, &sum) && decimal_sub(sum, b, &back))
		fuzz_promise(decimal_compare(a, back) == 0, "what is added goes off again");
	if (decimal_mul(a, b, &sum) && b.units && decimal_div(sum, b, 9, &back))
		fuzz_promise(decimal_compare(a, back) == 0, "what is multiplied divides again");
	fuzz_promise(decimal_compare(a, b) == -decimal_compare(b, a), "order has two sides");
}

static void
decimal_test(const char *s, size_t n)
{
	struct str out = { 0 }, again = { 0 };
	struct decimal d, other = { 25, 1 };
	struct error e = { 0 };

	if (decimal_input(s, n, &out, &e)) {
		fuzz_promise(decimal_parse(str_text(&out), out.len, &d), "a number taken is a number");
		decimal_format(d, &again);
		same_again(&out, &again, true);
		sums_test(d, other);
		if (decimal_parse(s, n / 2, &other))
			sums_test(d, other);
	} else {
		fuzz_refused(&e);
		fuzz_promise(!out.len, "what is refused leaves nothing");
	}
	str_free(&out);
	str_free(&again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const struct date days[] = { { 2026, 11, 21 }, { 2024, 2, 29 }, { 9999, 12, 31 },
		{ 1, 1, 1 } };

	fuzz_begin();
	struct date today = days[fuzz_byte(&data, &n) % 4];
	char *s = fuzz_text(data, n);
	date_test(s, n, today);
	datetime_test(s, n, today);
	decimal_test(s, n);
	free(s);
	return 0;
}
