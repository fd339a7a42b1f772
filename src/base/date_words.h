/* The words of a typed date: taking them apart, and looking them up in the
 * tables of date.h. For those who read dates, and who say a month in full. */
#ifndef ALIANZA_BASE_DATE_WORDS_H
#define ALIANZA_BASE_DATE_WORDS_H

#include <stddef.h>

#include "base/date.h"

/* A word is looked for only among the kind that makes sense where it stands:
 * Spanish "mar" is Tuesday when alone and March beside a number. */
enum word_kind {
	WORD_WEEKDAY, WORD_MONTH, WORD_RELATIVE, WORD_NOW, WORD_UNIT, WORD_FILLER,
	WORD_KINDS
};
enum relative { RELATIVE_TODAY, RELATIVE_TOMORROW, RELATIVE_YESTERDAY };
enum unit { UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_YEAR };

/* The place of the folded word among its kind (weekdays from 0 Monday, months
 * from 0 January, the enums above, else 0), -1 if no language knows it. */
int date_words_find(const struct date_words *const *words, int count,
    enum word_kind kind, const char *s, size_t n);

/* The full name of month 1..12 in the last of the languages. */
const char *date_words_month(const struct date_words *const *words, int count,
    int month);

/* One word, number or mark of a folded text. kind: 'n' a number of one or two
 * digits, 'y' of four, '#' of three, five or six, 'w' a word, '-' one of - / . ,
 * '+' ',' ':' themselves, '?' anything else. */
struct date_token {
	char kind;
	const char *s;	/* borrowed from the text */
	size_t n;
	int value;	/* of n, y, # */
};
/* Reads the token at s, where no blank stands. Returns its bytes, at least 1. */
size_t date_words_read(const char *s, size_t n, struct date_token *t);

#endif
