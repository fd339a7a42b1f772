#include "base/date_words.h"

#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "base/utf8.h"

enum {
	TYPED_MAX = 200,	/* bytes; longer texts are no dates */
	SHOWN_COLUMNS = 60,
	TOKENS_MAX = 12,
	LEAP_GAP = 8		/* years from one 29 February to the next, at most */
};

struct reading {
	const char *shown;	/* what was typed, safe in a sentence */
	bool moment;		/* a day before a time, which may be missing */
	struct date today;
	const struct date_words *const *words;
	int count;	/* of words */
	struct date_token token[TOKENS_MAX];
	int tokens;
};

struct clock {
	int hour, minute, second;	/* second -1: not said */
	bool utc;
};

/* What may stand where: kinds of tokens, and the role of each: Y M D, W a word
 * for a day, a and b day and month in either order. */
static const struct shape {
	const char *kinds, *roles;
} shapes[] = {
	{ "w", "W" }, { "y", "Y" },
	{ "y-n", "Y-M" }, { "n-y", "M-Y" }, { "wy", "MY" }, { "w-y", "M-Y" },
	{ "yw", "YM" }, { "y-w", "Y-M" },
	{ "nw", "DM" }, { "n-w", "D-M" }, { "wn", "MD" }, { "w-n", "M-D" },
	{ "y-n-n", "Y-M-D" }, { "n-n-y", "a-b-Y" },
	{ "nwy", "DMY" }, { "n-w-y", "D-M-Y" }, { "wny", "MDY" },
	{ "w-n-y", "M-D-Y" }, { "ywn", "YMD" }, { "y-w-n", "Y-M-D" },
};

static bool
refuse_all(const struct reading *r, struct error *e)
{
	if (r->moment)
		return set_error(e, STATUS_DATA, _("\"%s\" is not a day and a time: "
		    "write it as 2017-11-20 14:30, 20 Nov 2017 14:30, fri 9:30, 14:30 "
		    "or now."), r->shown);
	return set_error(e, STATUS_DATA, _("\"%s\" is not a date: write it as "
	    "2017-11-20, 2017-11, 2017, 20 Nov 2017, today, fri or +2w."), r->shown);
}

static bool
refuse_years(const struct reading *r, struct error *e)
{
	return set_error(e, STATUS_DATA,
	    _("\"%s\" lies outside the years 1 to 9999."), r->shown);
}

static bool
refuse_partial(const struct reading *r, struct error *e)
{
	return set_error(e, STATUS_DATA, _("\"%s\" does not say which day: write it as "
	    "in 2017-11-20 or 20 Nov 2017."), r->shown);
}

static int
find_word(const struct reading *r, enum word_kind kind, const char *s, size_t n)
{
	return date_words_find(r->words, r->count, kind, s, n);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_sign(const struct date_token *t)
{
	return t->s[0] == '+' || t->s[0] == '-';
}

/* Is the word next to come the unit of a distance? Spanish "a" may be one, and
 * the little word in "a las 9:30" as well. */
static bool
is_unit_place(const struct reading *r)
{
	return r->tokens >= 2 && is_sign(&r->token[r->tokens - 2]) &&
	    is_digit(r->token[r->tokens - 1].s[0]);
}

/* Commas, the points of abbreviations and ordinals, and little words. */
static bool
is_passed_over(const struct reading *r, const struct date_token *t, const char *end)
{
	const char *next = t->s + t->n;

	if (t->kind == 'w')
		return find_word(r, WORD_FILLER, t->s, t->n) >= 0 &&
		    !(is_unit_place(r) && find_word(r, WORD_UNIT, t->s, t->n) >= 0);
	if (t->s[0] != '.')
		return t->kind == ',';
	while (next < end && *next == ' ')
		next++;
	return next == end || !is_digit(*next) ||
	    (r->tokens > 0 && r->token[r->tokens - 1].kind == 'w');
}

/* False when there are more than a date can have. */
static bool
read_tokens(struct reading *r, const char *s, size_t n)
{
	const char *end = s + n;

	r->tokens = 0;
	while (s < end) {
		struct date_token t;

		if (*s == ' ') {
			s++;
			continue;
		}
		s += date_words_read(s, (size_t)(end - s), &t);
		if (is_passed_over(r, &t, end))
			continue;
		if (r->tokens == TOKENS_MAX)
			return false;
		r->token[r->tokens++] = t;
	}
	return true;
}

/* The first day from today on that has this month and day. Where none has, the
 * year is set all the same, and the date does not exist. */
static void
set_coming_year(const struct reading *r, struct date *d)
{
	long today = date_first(r->today);
	int last = r->today.year + LEAP_GAP < 9999 ? r->today.year + LEAP_GAP : 9999;

	for (int year = r->today.year; year <= last; year++)
		if (d->day <= date_month_length(year, d->month) &&
		    date_days(year, d->month, d->day) >= today) {
			d->year = year;
			return;
		}
	d->year = r->today.year;
}

static bool
refuse_length(const struct reading *r, struct date d, struct error *e)
{
	int length = date_month_length(d.year, d.month);

	return set_error(e, STATUS_DATA,
	    /* TRANSLATORS: "2026-02-29" ... February 2026 has 28 days. */
	    ngettext("\"%s\" does not exist: %s %d has %d day.",
	    "\"%s\" does not exist: %s %d has %d days.", (unsigned long)length),
	    r->shown, date_words_month(r->words, r->count, d.month), d.year, length);
}

/* Which of the two is the day, where numbers alone can tell. */
static bool
tell_apart(const struct reading *r, int a, int b, struct date *d, struct error *e)
{
	char first[11], second[11];

	if (a > 12 || b > 12 || a == b) {
		d->day = a > 12 || a == b ? a : b;
		d->month = a > 12 || a == b ? b : a;
		return true;
	}
	if (a == 0 || b == 0 || d->year == 0)
		return refuse_all(r, e);
	date_format((struct date){ d->year, b, a }, first);
	date_format((struct date){ d->year, a, b }, second);
	return set_error(e, STATUS_DATA, _("\"%s\" can be %s or %s: write the one "
	    "that is meant."), r->shown, first, second);
}

/* A word that is a day by itself. */
static bool
read_day_word(const struct reading *r, const struct date_token *t, struct date *d,
    struct error *e)
{
	static const int distance[] = {
		[RELATIVE_TODAY] = 0, [RELATIVE_TOMORROW] = 1, [RELATIVE_YESTERDAY] = -1
	};
	int which = find_word(r, WORD_RELATIVE, t->s, t->n), ahead;
	long today = date_first(r->today);

	if (which >= 0) {
		ahead = distance[which];
	} else {
		which = find_word(r, WORD_WEEKDAY, t->s, t->n);
		if (which < 0)
			return refuse_all(r, e);
		ahead = (which - date_weekday(today) + 6) % 7 + 1;
	}
	*d = date_from_days(today + ahead);
	return d->year != 0 || refuse_years(r, e);
}

static const struct shape *
find_shape(const struct reading *r, int tokens)
{
	char kinds[TOKENS_MAX + 1];

	for (int i = 0; i < tokens; i++)
		kinds[i] = r->token[i].kind;
	kinds[tokens] = '\0';
	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++)
		if (strcmp(shapes[i].kinds, kinds) == 0)
			return &shapes[i];
	return NULL;
}

static int
read_month(const struct reading *r, const struct date_token *t)
{
	return t->kind == 'w' ? find_word(r, WORD_MONTH, t->s, t->n) + 1 : t->value;
}

/* Year, month and day from where the shape says they are; -1 where missing. */
static bool
read_parts(const struct reading *r, const char *roles, struct date *d, struct error *e)
{
	int a = -1, b = -1;

	*d = (struct date){ -1, -1, -1 };
	for (int i = 0; roles[i] != '\0'; i++) {
		const struct date_token *t = &r->token[i];

		switch (roles[i]) {
		case 'Y': d->year = t->value; break;
		case 'M': d->month = read_month(r, t); break;
		case 'D': d->day = t->value; break;
		case 'a': a = t->value; break;
		case 'b': b = t->value; break;
		}
		if (roles[i] == 'M' && t->kind == 'w' && d->month == 0)
			return refuse_all(r, e);
	}
	return a < 0 || tell_apart(r, a, b, d, e);
}

/* Turns parts into a date that exists. */
static bool
check_parts(const struct reading *r, struct date *d, struct error *e)
{
	if (d->month == 0 || d->month > 12)
		return set_error(e, STATUS_DATA, _("\"%s\" does not exist: the months "
		    "are 1 to 12."), r->shown);
	if (d->year < 0)
		set_coming_year(r, d);
	if (d->year == 0)
		return refuse_years(r, e);
	if (d->month < 0)
		d->month = 0;
	if (d->day == 0 || (d->day > 0 && d->day > date_month_length(d->year, d->month)))
		return refuse_length(r, *d, e);
	if (d->day < 0)
		d->day = 0;
	return true;
}

/* What the first tokens say without a distance behind them. */
static bool
read_base(const struct reading *r, int tokens, struct date *d, struct error *e)
{
	const struct shape *shape;

	if (tokens == 0) {
		*d = r->today;
		return true;
	}
	shape = find_shape(r, tokens);
	if (shape == NULL)
		return refuse_all(r, e);
	if (shape->roles[0] == 'W')
		return read_day_word(r, &r->token[0], d, e);
	return read_parts(r, shape->roles, d, e) && check_parts(r, d, e);
}

/* Do the last three tokens say a distance, as "+2w"? Returns the unit or -1. */
static int
find_distance(const struct reading *r, int *number)
{
	const struct date_token *t = r->token;

	if (r->tokens < 3)
		return -1;
	t += r->tokens - 3;
	if (!is_sign(&t[0]) || strchr("ny#", t[1].kind) == NULL || t[2].kind != 'w')
		return -1;
	*number = t[0].s[0] == '-' ? -t[1].value : t[1].value;
	return find_word(r, WORD_UNIT, t[2].s, t[2].n);
}

static bool
read_date(const struct reading *r, struct date *d, struct error *e)
{
	static const struct {
		int days, months;
	} length[] = {
		[UNIT_DAY] = { 1, 0 }, [UNIT_WEEK] = { 7, 0 },
		[UNIT_MONTH] = { 0, 1 }, [UNIT_YEAR] = { 0, 12 }
	};
	int number = 0, unit;

	if (r->tokens == 0 && !r->moment)
		return refuse_all(r, e);
	unit = find_distance(r, &number);
	if (unit < 0)
		return read_base(r, r->tokens, d, e);
	if (!read_base(r, r->tokens - 3, d, e))
		return false;
	if (d->day == 0)
		return refuse_partial(r, e);
	*d = date_add_months(*d, number * length[unit].months);
	if (d->year != 0)
		*d = date_from_days(date_first(*d) + (long)number * length[unit].days);
	return d->year != 0 || refuse_years(r, e);
}

static void
add_date(struct str *out, struct date d)
{
	char text[11];

	date_format(d, text);
	str_add(out, text);
}

/* Folds what was typed and makes it safe to show. False if it is too long. */
static bool
prepare(const char *s, size_t n, struct str *folded, struct str *shown)
{
	size_t fits = utf8_cut(s, n < TYPED_MAX ? n : TYPED_MAX, SHOWN_COLUMNS, NULL);

	utf8_show(shown, s, fits, 0);
	if (fits < n)
		str_add(shown, "...");
	if (n <= TYPED_MAX)
		fold_add(folded, s, n);
	return n <= TYPED_MAX;
}

bool
date_input(const char *s, size_t n, struct date today,
    const struct date_words *const *words, int count, struct str *out,
    struct error *e)
{
	struct reading r = { .today = today, .words = words, .count = count };
	struct str folded = { 0 }, shown = { 0 };
	struct date d;
	bool ok;

	if (date_parse(s, n, &d)) {
		str_addn(out, s, n);
		return true;
	}
	ok = prepare(s, n, &folded, &shown);
	r.shown = str_text(&shown);
	ok = ok && read_tokens(&r, str_text(&folded), folded.len);
	ok = ok ? read_date(&r, &d, e) : refuse_all(&r, e);
	if (ok)
		add_date(out, d);
	str_free(&folded);
	str_free(&shown);
	return ok;
}

/* Two digits (the hour: one or two) at *at, which moves behind them; else -1. */
static int
read_two(const char *s, size_t n, size_t *at, bool one_will_do)
{
	size_t len = 0;
	int value = 0;

	for (; *at + len < n && len < 2 && is_digit(s[*at + len]); len++)
		value = value * 10 + (s[*at + len] - '0');
	if (len == 0 || (len == 1 && !one_will_do))
		return -1;
	*at += len;
	return value;
}

/* Is the (folded) text written like a time? Its range is looked at later. */
static bool
read_clock(const char *s, size_t n, struct clock *c)
{
	size_t at = 0;

	c->second = -1;
	c->hour = read_two(s, n, &at, true);
	if (c->hour < 0 || at == n || (s[at] != ':' && s[at] != '.'))
		return false;
	at++;
	c->minute = read_two(s, n, &at, false);
	if (c->minute < 0)
		return false;
	if (at < n && s[at] == ':') {
		at++;
		c->second = read_two(s, n, &at, false);
		if (c->second < 0)
			return false;
	}
	c->utc = at < n && s[at] == 'z';
	return at + c->utc == n;
}

static bool
check_clock(const struct reading *r, struct clock c, struct error *e)
{
	if (c.hour > 23 || c.minute > 59 || c.second > 59)
		return set_error(e, STATUS_DATA, _("\"%s\" does not exist: a day goes "
		    "from 00:00 to 23:59."), r->shown);
	return true;
}

/* The day before the time; no day is today. */
static bool
read_moment(struct reading *r, const char *s, size_t n, int minute_now,
    struct date *d, struct clock *c, struct error *e)
{
	size_t at = n;

	if (find_word(r, WORD_NOW, s, n) >= 0) {
		*c = (struct clock){ minute_now / 60, minute_now % 60, -1, false };
		*d = r->today;
		return true;
	}
	while (at > 0 && s[at - 1] != ' ')
		at--;
	if (!read_clock(s + at, n - at, c)) {
		if (read_tokens(r, s, n) && r->tokens > 0 && read_date(r, d, NULL))
			return set_error(e, STATUS_DATA, _("\"%s\" lacks the time: write "
			    "it as in 2017-11-20 14:30 or fri 9:30."), r->shown);
		return refuse_all(r, e);
	}
	if (!read_tokens(r, s, at))
		return refuse_all(r, e);
	if (!read_date(r, d, e) || !check_clock(r, *c, e))
		return false;
	return d->day != 0 || refuse_partial(r, e);
}

static void
add_moment(struct str *out, struct date d, struct clock c)
{
	add_date(out, d);
	str_addf(out, "T%02d:%02d", c.hour, c.minute);
	if (c.second >= 0)
		str_addf(out, ":%02d", c.second);
	str_add(out, c.utc ? "Z" : "");
}

bool
datetime_input(const char *s, size_t n, struct date today, int minute_now,
    const struct date_words *const *words, int count, struct str *out,
    struct error *e)
{
	struct reading r = {
		.moment = true, .today = today, .words = words, .count = count
	};
	struct str folded = { 0 }, shown = { 0 };
	struct date d = { 0 };
	struct clock c = { 0 };
	int minute, second;
	bool utc, ok;

	if (datetime_parse(s, n, &d, &minute, &second, &utc)) {
		str_addn(out, s, n);
		return true;
	}
	ok = prepare(s, n, &folded, &shown);
	r.shown = str_text(&shown);
	ok = ok ? read_moment(&r, str_text(&folded), folded.len, minute_now, &d, &c, e)
	    : refuse_all(&r, e);
	if (ok)
		add_moment(out, d, c);
	str_free(&folded);
	str_free(&shown);
	return ok;
}
