#include "base/decimal.h"

#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"

#define PLACES 9			/* after the point */
#define LIMIT 1000000000000000000ULL	/* the first number of 19 digits */
#define TYPED_MAX 64			/* bytes a typed number may have */

static const uint64_t power[PLACES + 1] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000
};

/* Sign and size apart: the arithmetic below is on sizes. */
struct parts {
	bool negative;
	uint64_t size;
	int scale;
};

static void
strip_zeros(uint64_t *size, int *scale)
{
	while (*scale > 0 && *size % 10 == 0) {
		*size /= 10;
		--*scale;
	}
}

static struct parts
split(struct decimal d)
{
	struct parts p = { .negative = d.units < 0, .scale = d.scale };

	p.size = p.negative ? 0 - (uint64_t)d.units : (uint64_t)d.units;
	strip_zeros(&p.size, &p.scale);
	return p;
}

/* The one way to a result: shortest form, and false when it does not fit. */
static bool
join(bool negative, uint64_t size, int scale, struct decimal *out)
{
	strip_zeros(&size, &scale);
	if (size >= LIMIT || scale > PLACES)
		return false;
	out->units = negative ? -(int64_t)size : (int64_t)size;
	out->scale = scale;
	return true;
}

static size_t
count_digits(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && s[i] >= '0' && s[i] <= '9')
		i++;
	return i;
}

/* Adds digits at the end of *size; false at the 19th significant one. */
static bool
append_digits(uint64_t *size, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		*size = *size * 10 + (uint64_t)(s[i] - '0');
		if (*size >= LIMIT)
			return false;
	}
	return true;
}

bool
decimal_parse(const char *s, size_t n, struct decimal *out)
{
	bool negative = n > 0 && s[0] == '-';
	uint64_t size = 0;
	size_t whole, places = 0;

	s += negative;
	n -= negative;
	whole = count_digits(s, n);
	if (whole == 0)
		return false;
	if (whole < n) {
		places = n - whole - 1;
		if (s[whole] != '.' || places == 0 ||
		    count_digits(s + whole + 1, places) != places)
			return false;
		while (places > 0 && s[whole + places] == '0')
			places--;
	}
	return places <= PLACES && append_digits(&size, s, whole) &&
	    append_digits(&size, s + whole + 1, places) &&
	    join(negative, size, (int)places, out);
}

void
decimal_format(struct decimal d, struct str *out)
{
	char text[32], *p = text + sizeof(text);
	struct parts v = split(d);
	int digits = 0;

	do {
		if (digits > 0 && digits == v.scale)
			*--p = '.';
		*--p = (char)('0' + v.size % 10);
		v.size /= 10;
		digits++;
	} while (v.size > 0 || digits <= v.scale);
	if (v.negative)
		*--p = '-';
	str_addn(out, p, (size_t)(text + sizeof(text) - p));
}

int
decimal_compare(struct decimal a, struct decimal b)
{
	int64_t ten_a = (int64_t)power[a.scale], ten_b = (int64_t)power[b.scale];
	int64_t x = a.units / ten_a, y = b.units / ten_b;

	/* Whole parts first: brought to one scale, large ones would not fit. */
	if (x == y) {
		x = a.units % ten_a * (int64_t)power[PLACES - a.scale];
		y = b.units % ten_b * (int64_t)power[PLACES - b.scale];
	}
	return (x > y) - (x < y);
}

bool
decimal_add(struct decimal a, struct decimal b, struct decimal *out)
{
	struct parts x = split(a), y = split(b);
	int scale = x.scale > y.scale ? x.scale : y.scale;

	/* One that does not fit 64 bits here is ten times the limit or so, and
	 * the other, at its own scale already, cannot bring it back. */
	if (__builtin_mul_overflow(x.size, power[scale - x.scale], &x.size) ||
	    __builtin_mul_overflow(y.size, power[scale - y.scale], &y.size))
		return false;
	if (x.negative != y.negative) {
		bool swap = y.size > x.size;
		uint64_t rest = swap ? y.size - x.size : x.size - y.size;

		return join(swap ? y.negative : x.negative, rest, scale, out);
	}
	return !__builtin_add_overflow(x.size, y.size, &x.size) &&
	    join(x.negative, x.size, scale, out);
}

bool
decimal_sub(struct decimal a, struct decimal b, struct decimal *out)
{
	if (__builtin_sub_overflow(0, b.units, &b.units))
		return false;
	return decimal_add(a, b, out);
}

static bool
take_factor(uint64_t factor, uint64_t *a, uint64_t *b)
{
	uint64_t *from = *a % factor == 0 ? a : b;

	if (*from % factor != 0)
		return false;
	*from /= factor;
	return true;
}

bool
decimal_mul(struct decimal a, struct decimal b, struct decimal *out)
{
	struct parts x = split(a), y = split(b);
	int scale = x.scale + y.scale;
	uint64_t size;

	/* Tens leave before the product is made: 5 * 10^17 by 0.125 fits, its
	 * digits in full length do not. */
	while (scale > 0 && x.size != 0 && y.size != 0) {
		uint64_t p = x.size, q = y.size;

		if (!take_factor(2, &p, &q) || !take_factor(5, &p, &q))
			break;
		x.size = p;
		y.size = q;
		scale--;
	}
	return !__builtin_mul_overflow(x.size, y.size, &size) &&
	    join(x.negative != y.negative, size, scale, out);
}

/* Appends n digits of rest / by to *quotient; false when it overflows. */
static bool
divide_on(uint64_t *quotient, uint64_t *rest, uint64_t by, int n)
{
	for (; n > 0; n--) {
		*rest *= 10;	/* below 10^19: rest < by < LIMIT */
		if (__builtin_mul_overflow(*quotient, 10, quotient) ||
		    __builtin_add_overflow(*quotient, *rest / by, quotient))
			return false;
		*rest %= by;
	}
	return true;
}

/* a / (b * 10^shift), rounded, as units of the scale. */
static bool
divide_down(struct parts a, struct parts b, int shift, int scale, struct decimal *out)
{
	uint64_t by, quotient, rest;

	/* Beyond 64 bits it is more than twice what can stand above it. */
	if (__builtin_mul_overflow(b.size, power[shift], &by))
		return join(false, 0, 0, out);
	quotient = a.size / by;
	rest = a.size % by;
	quotient += rest >= by - rest;
	return join(a.negative != b.negative, quotient, scale, out);
}

bool
decimal_div(struct decimal a, struct decimal b, int scale, struct decimal *out)
{
	struct parts x = split(a), y = split(b);
	int places = y.scale - x.scale + scale;
	int fine = places < scale ? places : scale;
	uint64_t whole, part = 0, rest;

	if (y.size == 0 || scale < 0 || scale > PLACES || y.size >= LIMIT)
		return false;
	if (places < 0)
		return divide_down(x, y, -places, scale, out);
	/* The last digits are kept apart, lest zeros at the end overflow. */
	whole = x.size / y.size;
	rest = x.size % y.size;
	if (!divide_on(&whole, &rest, y.size, places - fine) ||
	    !divide_on(&part, &rest, y.size, fine))
		return false;
	part += rest >= y.size - rest;	/* up to 1, whose zeros leave as well */
	for (; fine > 0 && part % 10 == 0; fine--, scale--)
		part /= 10;
	return !__builtin_mul_overflow(whole, power[fine], &whole) &&
	    !__builtin_add_overflow(whole, part, &whole) &&
	    join(x.negative != y.negative, whole, scale, out);
}

/* What may stand for a character of ours in a typed number. */
static const struct {
	const char *typed;
	char plain;
} spellings[] = {
	{ "\t", ' ' }, { "\xC2\xA0", ' ' }, { "\xE2\x80\x87", ' ' },
	{ "\xE2\x80\x89", ' ' }, { "\xE2\x80\xAF", ' ' },
	{ "\xE2\x80\x98", '\'' }, { "\xE2\x80\x99", '\'' },
	{ "\xE2\x88\x92", '-' },
};

/* Bytes at s that are spelled otherwise than *plain, 0 if none are. */
static size_t
match_spelling(const char *s, size_t n, char *plain)
{
	for (size_t i = 0; i < sizeof(spellings) / sizeof(spellings[0]); i++) {
		size_t len = strlen(spellings[i].typed);

		if (len <= n && memcmp(s, spellings[i].typed, len) == 0) {
			*plain = spellings[i].plain;
			return len;
		}
	}
	return 0;
}

struct typed {
	char s[TYPED_MAX];	/* plain, without blanks around it and sign */
	size_t n;
	bool negative;
};

static bool
read_typed(const char *s, size_t n, struct typed *t)
{
	size_t start = 0;

	t->n = 0;
	for (size_t i = 0, len; i < n; i += len) {
		char c = s[i];

		len = match_spelling(s + i, n - i, &c);
		len += len == 0;
		if (c == ' ' && t->n == 0)
			continue;
		if (t->n == TYPED_MAX)
			return false;
		t->s[t->n++] = c;
	}
	while (t->n > 0 && t->s[t->n - 1] == ' ')
		t->n--;
	t->negative = t->n > 0 && t->s[0] == '-';
	start = t->n > 0 && (t->s[0] == '-' || t->s[0] == '+');
	t->n -= start;
	memmove(t->s, t->s + start, t->n);
	return true;
}

/* Digits, or groups of three with one kind of separator, appended without
 * them. Returns the separator, '0' if there is none, '\0' if it is neither. */
static char
read_groups(const char *s, size_t n, struct str *digits)
{
	size_t i = count_digits(s, n);
	char mark = '0';

	if (i == 0 || (i < n && (i > 3 || s[0] == '0')))
		return '\0';
	str_addn(digits, s, i);
	for (; i < n; i += 4) {
		if (mark == '0')
			mark = s[i];
		if (s[i] != mark || strchr(" ,.'", mark) == NULL ||
		    n - i < 4 || count_digits(s + i + 1, 3) != 3)
			return '\0';
		str_addn(digits, s + i + 1, 3);
	}
	return mark;
}

/* The same with a point or comma and what follows it, appended as ".5". */
static char
read_fraction(const struct typed *t, struct str *digits, char *point)
{
	size_t at = t->n;
	char mark;

	while (at > 0 && t->s[at - 1] != '.' && t->s[at - 1] != ',')
		at--;
	if (at == 0 || at == t->n || count_digits(t->s + at, t->n - at) != t->n - at)
		return '\0';
	*point = t->s[at - 1];
	mark = read_groups(t->s, at - 1, digits);
	if (mark == *point)
		return '\0';
	str_addc(digits, '.');
	str_addn(digits, t->s + at, t->n - at);
	return mark;
}

/* The ways a typed number can be read; empty where it cannot. */
struct readings {
	struct str whole, fraction;
	bool sure_whole, sure_fraction;	/* and nobody would read it otherwise */
};

/* Makes the digits canonical, with the sign. */
static bool
finish(const struct typed *t, struct str *number)
{
	struct str text = { 0 };
	struct decimal d;
	bool fits;

	str_add(&text, t->negative ? "-" : "");
	str_addn(&text, str_text(number), number->len);
	fits = decimal_parse(text.s, text.len, &d);
	str_cut(number, 0);
	if (fits)
		decimal_format(d, number);
	str_free(&text);
	return fits;
}

static bool
read_both(const struct typed *t, struct readings *r)
{
	char point = '\0';
	char whole = read_groups(t->s, t->n, &r->whole);
	char fraction = read_fraction(t, &r->fraction, &point);

	r->sure_whole = whole == '0' || whole == ' ';
	r->sure_fraction = point == '.' && (fraction == '0' || fraction == ' ');
	/* "2.500" with its idle zero is 2500 where the point groups. */
	if (whole == '.' && fraction == '0' && t->s[t->n - 1] == '0')
		r->sure_fraction = false;
	if (whole == '\0')
		str_cut(&r->whole, 0);
	if (fraction == '\0')
		str_cut(&r->fraction, 0);
	return (whole == '\0' || finish(t, &r->whole)) &&
	    (fraction == '\0' || finish(t, &r->fraction));
}

static bool
refuse(const char *shown, const struct readings *r, bool fits, struct error *e)
{
	if (!fits)
		return set_error(e, STATUS_DATA, _("\"%s\" is too long: a number has at "
		    "most 18 digits, 9 of them after the point."), shown);
	if (r->whole.len > 0 && r->fraction.len > 0)
		return set_error(e, STATUS_DATA, _("Which number is \"%s\"? Write %s or "
		    "%s."), shown, str_text(&r->whole), str_text(&r->fraction));
	if (r->whole.len > 0 || r->fraction.len > 0)
		return set_error(e, STATUS_DATA, _("Which number is \"%s\"? If it is %s, "
		    "write it so."), shown,
		    str_text(r->whole.len > 0 ? &r->whole : &r->fraction));
	return set_error(e, STATUS_DATA, _("\"%s\" is not a number: write digits, with "
	    "a point if need be, as in 300000 or -2.5."), shown);
}

bool
decimal_input(const char *s, size_t n, struct str *out, struct error *e)
{
	struct readings r = { 0 };
	struct typed t;
	const struct str *taken = NULL;
	bool fits = read_typed(s, n, &t) && read_both(&t, &r);

	if (fits && (r.sure_whole || r.sure_fraction))
		taken = r.sure_whole ? &r.whole : &r.fraction;
	if (taken != NULL) {
		str_addn(out, taken->s, taken->len);
	} else {
		struct str shown = { 0 };

		utf8_show(&shown, s, utf8_cut(s, n, 40, NULL), 0);
		refuse(str_text(&shown), &r, fits, e);
		str_free(&shown);
	}
	str_free(&r.whole);
	str_free(&r.fraction);
	return taken != NULL;
}
