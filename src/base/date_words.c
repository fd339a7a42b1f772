#include "base/date_words.h"

#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"

enum { ENTRIES_MAX = 12 };

/* TRANSLATORS: what people type for days; spellings of one word in your language
 * separated by "|", each a single word. Capitals and accents do not matter. Of a
 * month, the last one is its full name and is shown. The line with "of" holds
 * little words that are passed over, as "de|del|el" in Spanish. */
#define ENGLISH_ENTRIES \
	.weekday = { N_("Mon|Monday"), N_("Tue|Tues|Tuesday"), \
	    N_("Wed|Weds|Wednesday"), N_("Thu|Thur|Thurs|Thursday"), \
	    N_("Fri|Friday"), N_("Sat|Saturday"), N_("Sun|Sunday") }, \
	.month = { N_("Jan|January"), N_("Feb|February"), N_("Mar|March"), \
	    N_("Apr|April"), N_("May"), N_("Jun|June"), N_("Jul|July"), \
	    N_("Aug|August"), N_("Sep|Sept|September"), N_("Oct|October"), \
	    N_("Nov|November"), N_("Dec|December") }, \
	.today = N_("today"), .tomorrow = N_("tomorrow"), \
	.yesterday = N_("yesterday"), .now = N_("now"), \
	.day_unit = N_("d|day|days"), .week_unit = N_("w|wk|week|weeks"), \
	.month_unit = N_("m|mo|month|months"), .year_unit = N_("y|yr|year|years"), \
	.filler = N_("of|the|on|at|st|nd|rd|th")

static const struct date_words english = { ENGLISH_ENTRIES };
static const struct date_words translated = { ENGLISH_ENTRIES, .translate = true };

/* A note may be in another language than the screen, whose words alone gettext knows. */
static const struct date_words spanish = {
	.weekday = { "lu|lun|lunes", "ma|mar|martes", "mi|mie|mier|miércoles",
	    "ju|jue|juev|jueves", "vi|vie|vier|viernes", "sa|sab|sábado",
	    "do|dom|domingo" },
	.month = { "ene|enero", "feb|febrero", "mar|marzo", "abr|abril", "may|mayo",
	    "jun|junio", "jul|julio", "ago|agosto",
	    "sep|sept|set|setiembre|septiembre", "oct|octubre", "nov|noviembre",
	    "dic|diciembre" },
	.today = "hoy", .tomorrow = "mañana", .yesterday = "ayer", .now = "ahora",
	.day_unit = "d|día|días", .week_unit = "s|sem|semana|semanas",
	.month_unit = "m|mes|meses", .year_unit = "a|año|años",
	.filler = "de|del|el|la|los|las|a|al|en|h|hs"
};
static const struct date_words portuguese = {
	.weekday = { "seg|segunda", "ter|terça", "qua|quarta", "qui|quinta",
	    "sex|sexta", "sáb|sábado", "dom|domingo" },
	.month = { "jan|janeiro", "fev|fevereiro", "mar|março", "abr|abril", "mai|maio",
	    "jun|junho", "jul|julho", "ago|agosto", "set|setembro", "out|outubro",
	    "nov|novembro", "dez|dezembro" },
	.today = "hoje", .tomorrow = "amanhã", .yesterday = "ontem", .now = "agora",
	.day_unit = "d|dia|dias", .week_unit = "s|sem|semana|semanas",
	.month_unit = "m|mês|meses", .year_unit = "a|ano|anos",
	.filler = "de|do|da|o|a|os|as|em|no|na|às|h"
};
static const struct {
	const char *language;
	const struct date_words *words;
} of_language[] = { { "es", &spanish }, { "pt", &portuguese } };

/* Copies the entries of a kind, in the order of its enum. Returns how many. */
static int
list_entries(const struct date_words *w, enum word_kind kind, const char **out)
{
	switch (kind) {
	case WORD_WEEKDAY:
		memcpy(out, w->weekday, sizeof(w->weekday));
		return 7;
	case WORD_MONTH:
		memcpy(out, w->month, sizeof(w->month));
		return 12;
	case WORD_RELATIVE:
		out[RELATIVE_TODAY] = w->today;
		out[RELATIVE_TOMORROW] = w->tomorrow;
		out[RELATIVE_YESTERDAY] = w->yesterday;
		return 3;
	case WORD_NOW:
		out[0] = w->now;
		return 1;
	case WORD_UNIT:
		out[UNIT_DAY] = w->day_unit;
		out[UNIT_WEEK] = w->week_unit;
		out[UNIT_MONTH] = w->month_unit;
		out[UNIT_YEAR] = w->year_unit;
		return 4;
	case WORD_FILLER:
		out[0] = w->filler;
		return 1;
	case WORD_KINDS:
		break;
	}
	return 0;
}

int
date_words_get(const struct date_words *out[2])
{
	const char *entry[ENTRIES_MAX];

	out[0] = &english;
	for (int kind = 0; kind < WORD_KINDS; kind++) {
		int n = list_entries(&english, (enum word_kind)kind, entry);

		for (int i = 0; i < n; i++)
			if (strcmp(gettext(entry[i]), entry[i]) != 0) {
				out[1] = &translated;
				return 2;
			}
	}
	return 1;
}

int
date_words_for(const char *language, const struct date_words *out[3])
{
	int count = date_words_get(out);

	for (size_t i = 0; language && i < sizeof(of_language) / sizeof(of_language[0]); i++)
		if (strncmp(language, of_language[i].language, 2) == 0)
			out[count++] = of_language[i].words;
	return count;
}

/* The spellings of an entry, "" for one that is missing. */
static const char *
spell(const struct date_words *w, const char *entry)
{
	if (entry == NULL)
		return "";
	return w->translate ? gettext(entry) : entry;
}

static bool
is_spelled(const char *spellings, const char *s, size_t n)
{
	size_t len;

	for (;; spellings += len + 1) {
		len = strcspn(spellings, "|");
		if (len > 0 && fold_compare(spellings, len, s, n) == 0)
			return true;
		if (spellings[len] == '\0')
			return false;
	}
}

int
date_words_find(const struct date_words *const *words, int count, enum word_kind kind,
    const char *s, size_t n)
{
	const char *entry[ENTRIES_MAX];

	for (int i = 0; i < count; i++) {
		int entries = list_entries(words[i], kind, entry);

		for (int j = 0; j < entries; j++)
			if (is_spelled(spell(words[i], entry[j]), s, n))
				return j;
	}
	return -1;
}

const char *
date_words_month(const struct date_words *const *words, int count, int month)
{
	const struct date_words *w = count > 0 ? words[count - 1] : &english;
	const char *spellings = spell(w, w->month[month - 1]);
	const char *last = strrchr(spellings, '|');

	return last != NULL ? last + 1 : spellings;
}

static void
add_first(struct str *out, const char *spellings)
{
	str_addn(out, spellings, strcspn(spellings, "|"));
}

void
date_words_show(const struct date_words *const *words, int count, struct date d,
    bool year, struct str *out)
{
	const struct date_words *w = count > 0 ? words[count - 1] : &english;
	struct str weekday = { 0 }, month = { 0 };

	if (d.month > 0)
		add_first(&month, spell(w, w->month[d.month - 1]));
	if (d.day > 0)
		add_first(&weekday, spell(w, w->weekday[date_weekday(date_first(d))]));
	if (d.day > 0 && year)
		/* TRANSLATORS: Fri 27 Nov 2026 */
		str_addf(out, _("%s %d %s %d"), str_text(&weekday), d.day, str_text(&month),
		    d.year);
	else if (d.day > 0)
		/* TRANSLATORS: Fri 27 Nov */
		str_addf(out, _("%s %d %s"), str_text(&weekday), d.day, str_text(&month));
	else if (d.month > 0)
		/* TRANSLATORS: Nov 2026 */
		str_addf(out, _("%s %d"), str_text(&month), d.year);
	else if (d.year > 0)
		str_addf(out, "%d", d.year);
	str_free(&weekday);
	str_free(&month);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A byte of a word: beyond ASCII too. */
static bool
is_word_byte(char c)
{
	return c != '\0' && !is_digit(c) && strchr(" ,.-/+:", c) == NULL;
}

static size_t
read_number(const char *s, size_t n, struct date_token *t)
{
	size_t len = 0;

	t->value = 0;
	for (; len < n && is_digit(s[len]); len++)
		if (len < 6)
			t->value = t->value * 10 + (s[len] - '0');
	t->kind = len <= 2 ? 'n' : len == 4 ? 'y' : len <= 6 ? '#' : '?';
	return len;
}

size_t
date_words_read(const char *s, size_t n, struct date_token *t)
{
	size_t len = 1;

	if (is_digit(s[0])) {
		len = read_number(s, n, t);
	} else if (is_word_byte(s[0])) {
		t->kind = 'w';
		while (len < n && is_word_byte(s[len]))
			len++;
	} else {
		t->kind = s[0] == '/' || s[0] == '.' ? '-' : s[0] == '\0' ? '?' : s[0];
	}
	t->s = s;
	t->n = len;
	return len;
}
