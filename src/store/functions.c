#include "config.h"

#include "store/functions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/decimal.h"
#include "base/fold.h"
#include "base/id.h"
#include "model/country.h"
#include "store/progress.h"
#include "store/total.h"

static const char *
text_of(sqlite3_value *v, size_t *n)
{
	const char *s = (const char *)sqlite3_value_text(v);

	*n = s ? (size_t)sqlite3_value_bytes(v) : 0;
	return s;
}

static void
result_str(sqlite3_context *c, struct str *s)
{
	int n = (int)s->len;

	sqlite3_result_text(c, str_take(s), n, free);
}

static void
result_text(sqlite3_context *c, const char *s)
{
	sqlite3_result_text(c, s, -1, SQLITE_TRANSIENT);
}

/* --- Folding --- */

static bool
has(const char *s, size_t n, const char *needle, size_t nn)
{
	return fold_contains(s, n, needle, nn);
}

static bool
is_ascii(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] >= 0x80)
			return false;
	return true;
}

/* Is the text, folded, the needle (or, start, does it begin with it)? */
static bool
folded_is(const char *s, size_t n, const char *needle, size_t nn, bool start)
{
	struct str folded = { 0 };

	/* Folding an ASCII text never makes it longer, and keeps ASCII. */
	if (nn > n && is_ascii(s, n))
		return false;
	fold_add(&folded, s, n);
	bool is = (start ? folded.len >= nn : folded.len == nn)
	    && (!nn || !memcmp(folded.s, needle, nn));
	str_free(&folded);
	return is;
}

static bool
is(const char *s, size_t n, const char *needle, size_t nn)
{
	return folded_is(s, n, needle, nn, false);
}

static bool
starts(const char *s, size_t n, const char *needle, size_t nn)
{
	return folded_is(s, n, needle, nn, true);
}

static void
any_text(sqlite3_context *c, int argc, sqlite3_value **argv,
    bool (*test)(const char *, size_t, const char *, size_t))
{
	size_t nn, n;
	const char *needle = argc ? text_of(argv[0], &nn) : NULL;
	bool found = false;

	for (int i = 1; needle && i < argc && !found; i++) {
		const char *s = text_of(argv[i], &n);
		found = s && test(s, n, needle, nn);
	}
	sqlite3_result_int(c, found);
}

static void
fold_has_sql(sqlite3_context *c, int argc, sqlite3_value **argv)
{
	any_text(c, argc, argv, has);
}

static void
fold_is_sql(sqlite3_context *c, int argc, sqlite3_value **argv)
{
	any_text(c, argc, argv, is);
}

static void
fold_starts_sql(sqlite3_context *c, int argc, sqlite3_value **argv)
{
	any_text(c, argc, argv, starts);
}

static void
result_folded(sqlite3_context *c, const char *s, size_t n)
{
	struct str folded = { 0 };

	if (!s)
		return;
	fold_add(&folded, s, n);
	if (folded.len)
		result_str(c, &folded);
	str_free(&folded);
}

static void
fold_key_sql(sqlite3_context *c, int argc, sqlite3_value **argv)
{
	size_t n;
	const char *s = text_of(argv[0], &n);

	(void)argc;
	result_folded(c, s, n);
}

static void
country_key_sql(sqlite3_context *c, int argc, sqlite3_value **argv)
{
	size_t n;
	const char *code = text_of(argv[0], &n), *label = code;
	const struct country *country = code ? country_find(code) : NULL;

	(void)argc;
	if (country)
		label = country_label(country);
	result_folded(c, label, label ? strlen(label) : 0);
}

static void
country_region_sql(sqlite3_context *c, int argc, sqlite3_value **argv)
{
	size_t n;
	const char *code = text_of(argv[0], &n);
	const struct country *country = code ? country_find(code) : NULL;

	(void)argc;
	if (country && *country->region)
		result_text(c, country->region);
}

static void
language_key_sql(sqlite3_context *c, int argc, sqlite3_value **argv)
{
	size_t n;
	const char *code = text_of(argv[0], &n);
	const char *label = code ? language_label(code) : NULL;

	(void)argc;
	if (!label)
		label = code;
	result_folded(c, label, label ? strlen(label) : 0);
}

/* Like the shell: runs of anything but blanks. */
static void
word_count_sql(sqlite3_context *c, int argc, sqlite3_value **argv)
{
	size_t n;
	const char *s = text_of(argv[0], &n);
	int words = 0;
	bool inside = false;

	(void)argc;
	for (size_t i = 0; i < n; i++) {
		bool blank = strchr(" \t\r\n", s[i]) != NULL;
		words += !blank && !inside;
		inside = !blank;
	}
	sqlite3_result_int(c, words);
}

/* --- Numbers, dates, ids --- */

static const int64_t powers[] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000
};

/* "1" and 18 + 9 digits; below zero "0" and the digits' complements to 9. */
static void
decimal_key_sql(sqlite3_context *c, int argc, sqlite3_value **argv)
{
	struct decimal d;
	size_t n;
	const char *s = text_of(argv[0], &n);
	char key[32];

	(void)argc;
	if (!s || !decimal_parse(s, n, &d))
		return;
	uint64_t units = d.units < 0 ? (uint64_t)-d.units : (uint64_t)d.units;
	uint64_t scale = (uint64_t)powers[d.scale];
	snprintf(key, sizeof key, "%c%018llu%09llu", d.units < 0 ? '0' : '1',
	    (unsigned long long)(units / scale),
	    (unsigned long long)(units % scale * (uint64_t)powers[9 - d.scale]));
	for (char *p = key + 1; d.units < 0 && *p; p++)
		*p = (char)('9' - (*p - '0'));
	result_text(c, key);
}

/* The days that a date, or the day of a moment, may mean. */
static void
date_edge(sqlite3_context *c, sqlite3_value *v, long (*edge)(struct date))
{
	size_t n;
	const char *s = text_of(v, &n);
	struct date d;
	char day[11];

	if (!s || !date_parse(s, n > 10 ? 10 : n, &d))
		return;
	date_format(date_from_days(edge(d)), day);
	result_text(c, day);
}

static void
date_begin_sql(sqlite3_context *c, int argc, sqlite3_value **argv)
{
	(void)argc;
	date_edge(c, argv[0], date_first);
}

static void
date_end_sql(sqlite3_context *c, int argc, sqlite3_value **argv)
{
	(void)argc;
	date_edge(c, argv[0], date_last);
}

static void
day_today_sql(sqlite3_context *c, int argc, sqlite3_value **argv)
{
	char day[11];

	(void)argc, (void)argv;
	date_format(clock_today(), day);
	result_text(c, day);
}

static void
id_text_sql(sqlite3_context *c, int argc, sqlite3_value **argv)
{
	char text[ID_LENGTH + 1];

	(void)argc;
	if (sqlite3_value_type(argv[0]) != SQLITE_INTEGER)
		return;
	id_format(sqlite3_value_int64(argv[0]), text);
	result_text(c, text);
}

static void
id_value_sql(sqlite3_context *c, int argc, sqlite3_value **argv)
{
	size_t n;
	const char *s = text_of(argv[0], &n);
	int64_t id;

	(void)argc;
	if (s && id_parse(s, n, &id))
		sqlite3_result_int64(c, id);
}

/* --- Several values in one: "LENGTH:bytes" one after another --- */

static void
several_step(sqlite3_context *c, int argc, sqlite3_value **argv)
{
	struct str *all = sqlite3_aggregate_context(c, sizeof *all);
	size_t n;
	const char *s = text_of(argv[0], &n);

	(void)argc;
	if (!all || !s)
		return;
	str_addf(all, "%zu:", n);
	str_addn(all, s, n);
}

static void
several_final(sqlite3_context *c)
{
	struct str *all = sqlite3_aggregate_context(c, 0);

	if (all && all->len)
		result_str(c, all);
	if (all)
		str_free(all);
}

bool
several_next(const char **s, size_t *n, const char **value, size_t *len)
{
	const char *p = *s, *end = p + *n;
	size_t length = 0;

	while (p < end && *p != ':')
		length = length * 10 + (size_t)(*p++ - '0');
	if (p == end || length > (size_t)(end - p - 1))
		return false;
	*value = p + 1;
	*len = length;
	*s = p + 1 + length;
	*n = (size_t)(end - *s);
	return true;
}

/* --- Progress of a goal --- */

struct mean {
	struct decimal sum;
	int count;
	bool inexact;	/* a step did not fit */
};

static bool
argument(sqlite3_value *v, struct decimal *d)
{
	size_t n;
	const char *s = text_of(v, &n);

	return s && decimal_parse(s, n, d);
}

static void
progress_step(sqlite3_context *c, int argc, sqlite3_value **argv)
{
	struct mean *m = sqlite3_aggregate_context(c, sizeof *m);
	struct decimal baseline = { 0, 0 }, target, value, percent;
	size_t n;
	const char *operator = text_of(argv[1], &n);

	(void)argc;
	if (!m || !argument(argv[2], &target) || !argument(argv[3], &value))
		return;
	argument(argv[0], &baseline);
	if (!progress_target(operator, baseline, &target)
	    || !progress_percent(baseline, target, value, &percent)
	    || !decimal_add(m->sum, percent, &m->sum))
		m->inexact = true;
	m->count++;
}

static void
progress_final(sqlite3_context *c)
{
	struct mean *m = sqlite3_aggregate_context(c, 0);
	struct decimal mean;
	struct str text = { 0 };

	if (!m || !m->count || m->inexact
	    || !decimal_div(m->sum, (struct decimal){ m->count, 0 }, 1, &mean))
		return;
	decimal_format(mean, &text);
	result_str(c, &text);
}

/* --- Registering --- */

static const struct {
	const char *name;
	int arguments;
	bool same;		/* the same arguments give the same value for ever */
	void (*function)(sqlite3_context *, int, sqlite3_value **);
	void (*step)(sqlite3_context *, int, sqlite3_value **);
	void (*final)(sqlite3_context *);
} functions[] = {
	{ "fold_has", -1, true, fold_has_sql, NULL, NULL },
	{ "fold_is", -1, true, fold_is_sql, NULL, NULL },
	{ "fold_starts", -1, true, fold_starts_sql, NULL, NULL },
	{ "fold_key", 1, true, fold_key_sql, NULL, NULL },
	{ "country_key", 1, true, country_key_sql, NULL, NULL },
	{ "country_region", 1, true, country_region_sql, NULL, NULL },
	{ "language_key", 1, true, language_key_sql, NULL, NULL },
	{ "word_count", 1, true, word_count_sql, NULL, NULL },
	{ "decimal_key", 1, true, decimal_key_sql, NULL, NULL },
	{ "date_begin", 1, true, date_begin_sql, NULL, NULL },
	{ "date_end", 1, true, date_end_sql, NULL, NULL },
	/* Within a statement today is one day: that is what the flag says to SQLite. */
	{ "day_today", 0, true, day_today_sql, NULL, NULL },
	{ "id_text", 1, true, id_text_sql, NULL, NULL },
	{ "id_value", 1, true, id_value_sql, NULL, NULL },
	{ "several", 1, false, NULL, several_step, several_final },
	{ "progress", 4, false, NULL, progress_step, progress_final },
	{ "figures_total", TOTAL_ARGUMENTS, false, NULL, total_step, total_final },
	{ "figures_exactness", TOTAL_ARGUMENTS, false, NULL, total_step,
	    total_final_exactness },
	{ "figures_parts", TOTAL_ARGUMENTS, false, NULL, total_step, total_final_parts },
};

bool
functions_register(struct db *db, struct error *e)
{
	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
		int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY
		    | (functions[i].same ? SQLITE_DETERMINISTIC : 0);
		int code = sqlite3_create_function_v2(db_handle(db), functions[i].name,
		    functions[i].arguments, flags, NULL, functions[i].function,
		    functions[i].step, functions[i].final, NULL);
		if (code != SQLITE_OK)
			return db_error(db, code, e);
	}
	return true;
}
