/* The time at the end of a wiki's signature, in the languages people sign in. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/fold.h"
#include "io/signup.h"

/* Each month as it begins in the languages; what is written may be shorter, from three
 * letters on, as the wikis shorten it. */
static const char *const months[12] = {
	"january|enero|janeiro|januari|januar|janvier|gener|gennaio",
	"february|febrero|fevereiro|februari|februar|fevrier|febrer|febbraio",
	"march|marzo|marco|mars|marz|maerz",
	"april|abril|avril|aprile",
	"may|mayo|maio|maj|mai|maig|maggio",
	"june|junio|junho|juni|juin|juny|giugno",
	"july|julio|julho|juli|juillet|juliol|luglio",
	"august|agosto|augusti|aout|agost",
	"september|septiembre|setiembre|setembro|septembre|setembre|settembre",
	"october|octubre|outubro|oktober|octobre|ottobre",
	"november|noviembre|novembro|novembre",
	"december|diciembre|dezembro|dezember|decembre|desembre|dicembre"
};

/* Words between the parts that say nothing. */
static const char *const fillers = "de|del|kl|a|at|min|min.|den|the|alle|les|um|ore|om|of";

enum piece_kind { PIECE_END, PIECE_TIME, PIECE_NUMBER, PIECE_MONTH, PIECE_OTHER };

struct piece {
	enum piece_kind kind;
	int value;		/* of a number; of a time minutes of the day; 1..12 */
	int digits;
	size_t end;		/* behind it, and behind what parts it from the next */
};

/* Is the folded word one of the joined ones; beginning: or how one of them begins? */
static bool
word_among(const char *joined, const char *word, size_t n, bool beginning)
{
	for (const char *p = joined; n; ) {
		size_t length = strcspn(p, "|");
		if (!strncmp(p, word, n) && (length == n || (beginning && n >= 3 && n < length)))
			return true;
		if (!p[length])
			break;
		p += length + 1;
	}
	return false;
}

static int
month_of(const char *word, size_t n)
{
	for (int i = 0; i < 12; i++)
		if (word_among(months[i], word, n, true))
			return i + 1;
	return 0;
}

static size_t
digits_at(const char *s, size_t n, size_t at, int *value)
{
	size_t i = at;

	*value = 0;
	for (; i < n && i - at < 4 && s[i] >= '0' && s[i] <= '9'; i++)
		*value = *value * 10 + (s[i] - '0');
	return i - at;
}

/* "09:03", "9.03", "09h03min". */
static size_t
time_at(const char *s, size_t n, size_t at, int *minutes)
{
	int hour, minute;
	size_t h = digits_at(s, n, at, &hour);

	if (!h || h > 2 || at + h >= n || !strchr(":.h", s[at + h]))
		return 0;
	size_t m = digits_at(s, n, at + h + 1, &minute);
	if (m != 2 || hour > 23 || minute > 59)
		return 0;
	size_t taken = h + 1 + m;
	if (n - at - taken >= 3 && !strncmp(s + at + taken, "min", 3))
		taken += 3;
	*minutes = hour * 60 + minute;
	return taken;
}

static bool
is_between(char c)
{
	return strchr(" \t,.", c) != NULL;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

static struct piece
word_piece(const char *s, size_t n, size_t at)
{
	struct piece p = { PIECE_OTHER, 0, 0, at };
	struct str word = { 0 };

	while (p.end < n && is_letter(s[p.end]))
		p.end++;
	fold_add(&word, s + at, p.end - at);
	p.value = month_of(str_text(&word), word.len);
	if (p.value)
		p.kind = PIECE_MONTH;
	else if (word_among(fillers, str_text(&word), word.len, false))
		p.kind = PIECE_END;	/* passed over */
	str_free(&word);
	return p;
}

static struct piece
piece_one(const char *s, size_t n, size_t at)
{
	struct piece p = { PIECE_OTHER, 0, 0, at };
	size_t taken = time_at(s, n, at, &p.value);

	if (taken) {
		p.kind = PIECE_TIME;
	} else if ((taken = digits_at(s, n, at, &p.value))) {
		p.kind = PIECE_NUMBER;
		p.digits = (int)taken;
	} else if (is_letter(s[at])) {
		return word_piece(s, n, at);
	}
	p.end = at + taken;
	return p;
}

/* The next piece that says something; PIECE_END at the end of the line. */
static struct piece
piece_at(const char *s, size_t n, size_t at)
{
	for (;;) {
		while (at < n && is_between(s[at]))
			at++;
		if (at >= n)
			return (struct piece){ PIECE_END, 0, 0, n };
		struct piece p = piece_one(s, n, at);
		if (p.kind != PIECE_END)
			return p;
		at = p.end;
	}
}

/* A day, a month and a year in that order, and a time before or behind them. */
static bool
moment_at(const char *s, size_t n, size_t at, struct date *d, int *minutes, size_t *end)
{
	struct piece p = piece_at(s, n, at);
	bool before = p.kind == PIECE_TIME;

	*minutes = p.value;
	if (before)
		p = piece_at(s, n, p.end);
	d->day = p.value;
	if (p.kind != PIECE_NUMBER || p.digits > 2)
		return false;
	p = piece_at(s, n, p.end);
	d->month = p.value;
	if (p.kind != PIECE_MONTH)
		return false;
	p = piece_at(s, n, p.end);
	d->year = p.value;
	if (p.kind != PIECE_NUMBER || p.digits != 4)
		return false;
	if (!before) {
		p = piece_at(s, n, p.end);
		*minutes = p.value;
	}
	*end = p.end;
	return (before || p.kind == PIECE_TIME) && d->year && d->day
	    && d->day <= date_month_length(d->year, d->month);
}

static bool
says_utc(const char *s, size_t n, size_t at)
{
	at += strspn(s + at, " \t");
	return n - at >= 5 && !strncmp(s + at, "(UTC)", 5);
}

size_t
signup_time(const char *line, size_t n, char at[SIGNUP_TIME])
{
	struct date d;
	int minutes;
	size_t end;

	at[0] = '\0';
	for (size_t i = 0; i < n; i++) {
		bool begins = line[i] >= '0' && line[i] <= '9' && (!i || !is_letter(line[i - 1]))
		    && (!i || line[i - 1] < '0' || line[i - 1] > '9');
		if (!begins || !moment_at(line, n, i, &d, &minutes, &end))
			continue;
		char day[11];
		date_format(d, day);
		unsigned clock = (unsigned)minutes;
		snprintf(at, SIGNUP_TIME, "%sT%02u:%02u%s", day, clock / 60 % 24, clock % 60,
		    says_utc(line, n, end) ? "Z" : "");
		return i;
	}
	return n;
}
