/* Numbers and dates: what people write in many ways and the file keeps in one. */
#include "model/type_canon.h"

#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/i18n.h"
#include "model/match.h"

enum { MOST_DIGITS = 18 };	/* of a whole number: fits 64 bits */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "1,000", "1.000", "1'000": groups of three that mean different numbers to
 * different people. */
static bool
is_ambiguous_number(const char *s, size_t n)
{
	size_t i = 0, group = 0, groups = 0;

	if (n > 0 && (s[0] == '-' || s[0] == '+'))
		i++;
	for (; i < n; i++) {
		size_t mark = n - i >= 3 && memcmp(s + i, "\xe2\x80\x99", 3) == 0 ? 3 :
		    strchr(",.'", s[i]) != NULL ? 1 : 0;

		if (mark == 0 && !is_digit(s[i]))
			return false;
		if (mark == 0) {
			group++;
			continue;
		}
		if (group == 0 || group > 3 || (groups > 0 && group != 3))
			return false;
		groups++;
		group = 0;
		i += mark - 1;
	}
	return groups > 0 && group == 3;
}

/* Digits without grouping blanks into digits[]: how many there are (more than fit
 * are only counted), 0 when it is not a whole number. */
static size_t
read_digits(const char *s, size_t n, char digits[MOST_DIGITS])
{
	size_t count = 0, group = 0, groups = 0;

	for (size_t i = 0; i < n; i++) {
		size_t b = type_blank_length(s + i, n - i);

		if (b == 0 && !is_digit(s[i]))
			return 0;
		if (b > 0) {
			if (group == 0 || group > 3 || (groups > 0 && group != 3))
				return 0;
			groups++;
			group = 0;
			i += b - 1;
			continue;
		}
		group++;
		if (count == 0 && s[i] == '0' && i + 1 < n)
			continue;	/* "007" is 7 */
		if (count < MOST_DIGITS)
			digits[count] = s[i];
		count++;
	}
	return groups > 0 && group != 3 ? 0 : count;
}

bool
type_canon_int(const struct field *f, const char *in, size_t n, struct str *out,
    struct error *e)
{
	char digits[MOST_DIGITS];
	size_t count, sign;

	if (!type_trim(&in, &n))
		return true;
	sign = in[0] == '-' || in[0] == '+';
	count = read_digits(in + sign, n - sign, digits);
	if (count > MOST_DIGITS)
		return type_refuse(f, in, n, e, _("%s: \"%s\" is too large: a whole "
		    "number has at most 18 digits."));
	if (count == 0 && is_ambiguous_number(in, n))
		return type_refuse(f, in, n, e, _("%s: \"%s\" can be two numbers: write "
		    "the one that is meant with its digits only, such as 1000 or 1."));
	if (count == 0)
		return type_refuse(f, in, n, e, _("%s: \"%s\" is not a whole number: "
		    "write it as 25, -3 or 1 000."));
	if (in[0] == '-' && (count > 1 || digits[0] != '0'))
		str_addc(out, '-');
	str_addn(out, digits, count);
	return true;
}

bool
type_canon_decimal(const struct field *f, const char *in, size_t n, struct str *out,
    struct error *e)
{
	if (!type_trim(&in, &n) || decimal_input(in, n, out, e))
		return true;
	return e != NULL && error_prefix(e, "%s: ", _(f->label));
}

bool
type_canon_bool(const struct field *f, const char *in, size_t n, struct str *out,
    struct error *e)
{
	static const struct {
		const char *word;
		char value;
	} words[] = {
		{ N_("yes"), '1' }, { N_("no"), '0' }, { "true", '1' }, { "false", '0' },
		{ "y", '1' }, { "n", '0' }
	};
	char value = '\0';
	struct match m;

	if (!type_trim(&in, &n))
		return true;
	if (n == 1 && (in[0] == '0' || in[0] == '1')) {
		str_addc(out, in[0]);
		return true;
	}
	match_start(&m, in, n);
	for (size_t i = 0; i < sizeof words / sizeof *words && value == '\0'; i++)
		if (match_label(&m, words[i].word) || match_label(&m, _(words[i].word)))
			value = words[i].value;
	match_end(&m);
	if (value == '\0')
		return type_refuse(f, in, n, e, _("%s: \"%s\" is neither yes nor no: "
		    "write yes or no."));
	str_addc(out, value);
	return true;
}

bool
type_canon_date(const struct field *f, const char *in, size_t n, struct str *out,
    struct error *e)
{
	const struct date_words *words[2];
	struct date d;

	if (!type_trim(&in, &n))
		return true;
	if (date_parse(in, n, &d)) {
		str_addn(out, in, n);
		return true;
	}
	if (date_input(in, n, clock_today(), words, date_words_get(words), out, e))
		return true;
	return e != NULL && error_prefix(e, "%s: ", _(f->label));
}

bool
type_canon_datetime(const struct field *f, const char *in, size_t n, struct str *out,
    struct error *e)
{
	const struct date_words *words[2];
	struct date d;
	int minute, second;
	bool utc;

	if (!type_trim(&in, &n))
		return true;
	if (datetime_parse(in, n, &d, &minute, &second, &utc)) {
		str_addn(out, in, n);
		return true;
	}
	if (datetime_input(in, n, clock_today(), clock_minute(), words,
	    date_words_get(words), out, e))
		return true;
	return e != NULL && error_prefix(e, "%s: ", _(f->label));
}

static bool
is_month_day(int month, int day)
{
	/* 2020 is a leap year: 29 February is a day of the year. */
	return month >= 1 && month <= 12 && day >= 1 &&
	    day <= date_month_length(2020, month);
}

/* Two numbers with one of - / . between and perhaps a '.' at the end. Returns how
 * many readings there are; *month and *day get the last one. MM-DD is what we
 * write ourselves, so of it only what cannot be is read the other way round. */
static int
read_two_numbers(const char *s, size_t n, int *month, int *day)
{
	int number[2] = { 0, 0 };
	size_t at = 0, digits = 0;
	char mark = '\0';

	if (n > 0 && s[n - 1] == '.')
		n--;
	for (size_t i = 0; i < n; i++) {
		if (is_digit(s[i]) && digits < 2) {
			number[at] = number[at] * 10 + (s[i] - '0');
			digits++;
		} else if (at == 0 && digits > 0 && strchr("-/.", s[i]) != NULL) {
			mark = s[i];
			at = 1;
			digits = 0;
		} else {
			return 0;
		}
	}
	if (at == 0 || digits == 0)
		return 0;
	*month = number[0];
	*day = number[1];
	if (is_month_day(*month, *day))
		return 1 + (mark != '-' && number[0] != number[1] &&
		    is_month_day(number[1], number[0]));
	*month = number[1];
	*day = number[0];
	return is_month_day(*month, *day);
}

/* "31 dec", "Dec 31": what date_input() makes of it, the year taken away. Seen from
 * two days it must be the same day of two years, otherwise it was "today", "+2w" or
 * had a year of its own. */
static bool
read_day_in_words(const char *s, size_t n, char day[6])
{
	static const struct date seen_from[2] = { { 2020, 1, 1 }, { 2024, 1, 9 } };
	const struct date_words *words[2];
	int count = date_words_get(words);
	struct str d[2] = { { 0 }, { 0 } };
	bool ok = true;

	for (int i = 0; i < 2; i++)
		ok = ok && date_input(s, n, seen_from[i], words, count, &d[i], NULL) &&
		    d[i].len == 10;
	ok = ok && memcmp(d[0].s, d[1].s, 4) != 0 && strcmp(d[0].s + 5, d[1].s + 5) == 0;
	if (ok)
		memcpy(day, d[0].s + 5, 6);
	str_free(&d[0]);
	str_free(&d[1]);
	return ok;
}

bool
type_canon_month_day(const struct field *f, const char *in, size_t n, struct str *out,
    struct error *e)
{
	int month = 0, day = 0, readings;
	char text[6];

	if (!type_trim(&in, &n))
		return true;
	readings = read_two_numbers(in, n, &month, &day);
	if (readings == 1)
		str_addf(out, "%02d-%02d", month, day);
	else if (readings == 2)
		return type_refuse(f, in, n, e, _("%s: \"%s\" can be two days of the "
		    "year: write month and day as 12-31."));
	else if (read_day_in_words(in, n, text))
		str_add(out, text);
	else
		return type_refuse(f, in, n, e, _("%s: \"%s\" is not a day of the year: "
		    "write month and day as 12-31 or 31 Dec."));
	return true;
}
