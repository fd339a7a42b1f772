/* When something is due, as the last words of a line say it: a date as people type it
 * anywhere, or words that are kept as they are. */
#include "config.h"

#include <string.h>

#include "app/line_part.h"
#include "base/clock.h"
#include "base/date_words.h"
#include "base/fold.h"
#include "base/utf8.h"

enum {
	DUE_WORDS = 7,		/* looked at from the end */
	REST_WORDS = 4,		/* of words that are no date: "after the next summit" */
	WORD_LETTERS = 3,	/* a shorter last word is a word: Spanish "mi", "do" */
	DUE_BYTES = 160
};

/* What follows a lead: up to REST_LENGTH a date, then words for one. */
enum rest {
	REST_DATE,	/* by Friday, by 2027 */
	REST_DAY,	/* next Friday, but not the budget for 2027 */
	REST_LENGTH,	/* in 2 weeks */
	REST_UNIT,	/* next week, but not next steps */
	REST_ANY,	/* after Christmas */
	REST_NONE	/* as soon as possible */
};

static const struct lead {
	enum rest rest;
	const char *phrases;	/* folded, joined by '|' */
} leads[] = {
	{ REST_DATE, "by|due|due on|until|till|before|no later than|hasta|hasta el|antes de|"
	    "antes del|a mas tardar|a mas tardar el|ate|ate o|antes do" },
	{ REST_DAY, "for|this|next|coming|by next|para|para el|para la|el proximo|proximo|"
	    "proxima|este|esta" },
	{ REST_LENGTH, "in|within|en|dentro de|em|daqui a" },
	{ REST_UNIT, "next|this|by next|by the end of|end of|end of the|end of this|proxima|"
	    "proximo|la proxima|el proximo|para la proxima|esta|este|fin de|a fin de|"
	    "fines de|a fines de|finales de|a finales de|fim do|no fim do|final do" },
	{ REST_ANY, "after|before|until|till|despues de|despues del|antes de|antes del|"
	    "hasta|tras|depois de|depois do|depois da|antes do|antes da|ate" },
	{ REST_NONE, "asap|as soon as possible|soon|cuanto antes|lo antes posible|pronto|"
	    "o quanto antes" },
};

struct reading {
	const char *s;
	size_t n;		/* without closing punctuation */
	size_t word[DUE_WORDS + 1];	/* where each of the last words begins; then n */
	int count;
	bool alone;		/* nothing of the line stands before s */
	bool all;		/* the line begins with the first of the words */
	const struct date_words *words[3];
	int languages;
	struct date day;
};

/* --- The last words --- */

static void
words_find(struct reading *r)
{
	size_t starts[DUE_WORDS], i = r->n;
	int n = 0;

	while (n < DUE_WORDS && i > 0 && r->n - i < DUE_BYTES && r->s[i - 1] != '\n') {
		while (i > 0 && !line_blank(r->s[i - 1]) && r->n - i < DUE_BYTES)
			i--;
		starts[n++] = i;
		while (i > 0 && r->s[i - 1] != '\n' && line_blank(r->s[i - 1]))
			i--;
	}
	r->all = r->alone && i == 0;
	r->count = n;
	for (int k = 0; k < n; k++)
		r->word[k] = starts[n - 1 - k];
	r->word[n] = r->n;
}

/* --- A date --- */

/* Nobody means a date by a year alone, unless something in front says so. */
static bool
is_year(const struct reading *r, int first)
{
	const char *s = r->s + r->word[first];

	return first + 1 == r->count && r->n - r->word[first] == 4 && line_digit(s[0])
	    && line_digit(s[1]) && line_digit(s[2]) && line_digit(s[3]);
}

/* Nor by two letters alone: Spanish "mi" and "do" are words far more often. */
static bool
is_short(const struct reading *r, int first)
{
	return first + 1 == r->count && r->n - r->word[first] < WORD_LETTERS
	    && r->s[r->word[first]] != '+' && !line_digit(r->s[r->word[first]]);
}

static bool
date_read(const struct reading *r, const char *s, size_t n, struct date *out)
{
	struct str text = { 0 };
	struct date d;
	bool ok = date_input(s, n, r->day, r->words, r->languages, &text, NULL)
	    && date_parse(str_text(&text), text.len, &d)
	    && date_last(d) >= date_first(r->day);

	str_free(&text);
	if (ok)
		*out = d;
	return ok;
}

static bool
date_from(const struct reading *r, int first, struct date *out)
{
	return first < r->count && !is_short(r, first)
	    && date_read(r, r->s + r->word[first], r->n - r->word[first], out);
}

static bool
day_from(const struct reading *r, int first, struct date *out)
{
	return first < r->count && !is_year(r, first) && date_from(r, first, out);
}

/* --- With something in front --- */

static bool
length_from(const struct reading *r, int first, struct date *out)
{
	struct str text = { 0 };

	if (first >= r->count)
		return false;
	str_addc(&text, '+');
	str_addn(&text, r->s + r->word[first], r->n - r->word[first]);
	bool ok = date_read(r, str_text(&text), text.len, out);
	str_free(&text);
	return ok;
}

/* week, month, year: a word of its own, not "w". */
static bool
is_unit(const struct reading *r, int first)
{
	size_t n = r->n - r->word[first];

	return first + 1 == r->count && n >= WORD_LETTERS
	    && date_words_find(r->words, r->languages, WORD_UNIT, r->s + r->word[first], n) >= 0;
}

static bool
rest_fits(const struct reading *r, enum rest rest, int first, struct date *out)
{
	switch (rest) {
	case REST_DATE:
		return date_from(r, first, out);
	case REST_DAY:
		return day_from(r, first, out);
	case REST_LENGTH:
		return length_from(r, first, out);
	case REST_UNIT:
		return first < r->count && is_unit(r, first);
	case REST_ANY:
		return first < r->count && r->count - first <= REST_WORDS;
	case REST_NONE:
		return first == r->count;
	}
	return false;
}

/* Bytes up to the end of the word before this one. */
static size_t
end_before(const struct reading *r, int word)
{
	size_t end = r->word[word];

	while (end > 0 && word < r->count && line_blank(r->s[end - 1]))
		end--;
	return end;
}

/* Is the phrase written in the words from..to? */
static bool
is_phrase(const struct reading *r, const char *phrases, int from, int to)
{
	const char *s = r->s + r->word[from];
	size_t len, n = end_before(r, to) - r->word[from];

	for (const char *p = phrases; ; p += len + 1) {
		len = strcspn(p, "|");
		if (!fold_compare(s, n, p, len))
			return true;
		if (!p[len])
			return false;
	}
}

static bool
lead_from(const struct reading *r, int first, bool date, struct date *out)
{
	*out = (struct date){ 0 };
	for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
		if ((leads[i].rest <= REST_LENGTH) != date)
			continue;
		for (int next = first + 1; next <= r->count; next++)
			if (is_phrase(r, leads[i].phrases, first, next)
			    && rest_fits(r, leads[i].rest, next, out))
				return true;
	}
	return false;
}

/* --- Both --- */

/* A date goes before words, and more of the line before less. What is due has to stand
 * in front of it. */
static bool
due_find(const struct reading *r, struct line_due *out)
{
	for (int date = 1; date >= 0; date--)
		for (int i = r->all ? 1 : 0; i < r->count; i++) {
			bool found = date && day_from(r, i, &out->date);
			if (found || lead_from(r, i, date, &out->date)) {
				out->start = r->word[i];
				return true;
			}
		}
	return false;
}

bool
line_due_find(const char *s, size_t n, bool alone, const struct line_about *about,
    struct line_due *out)
{
	struct reading r = { .s = s, .alone = alone,
	    .day = about->day.year ? about->day : clock_today() };

	while (n > 0 && strchr(".,;!", s[n - 1]))
		n--;
	r.n = n;
	r.languages = date_words_for(about->language, r.words);
	words_find(&r);
	*out = (struct line_due){ 0 };
	return due_find(&r, out);
}

void
line_due_show(struct date due, struct date day, struct str *out)
{
	const struct date_words *words[2];
	int count = date_words_get(words);

	date_words_show(words, count, due, due.year != day.year, out);
}
