#include "config.h"

#include "app/figures.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/place.h"
#include "store/exactness.h"
#include "store/filter.h"
#include "store/query.h"

/* --- Reading --- */

enum {
	METRIC, ORGANISATION, EVENT, OWNER, FROM, TO, MEASURED_ON, QUALIFIER, VALUE, EVIDENCE,
	PERIOD_FROM, PERIOD_TO, DEADLINE, PERIOD_WORDS,		/* of the goal */
	VISIBILITY	/* from here on: of the figure and what it belongs to */
};
static const char columns[] =
    "metric,organisation,event,metric.goal.owner,from,to,measured_on,qualifier,value,"
    "evidence,metric.goal.period.from,metric.goal.period.to,metric.goal.deadline,"
    "metric.goal.period_words,visibility,metric.visibility,metric.goal.visibility";

static const char *
text_at(struct rows *rows, size_t column, struct arena *mem)
{
	struct value v;

	if (!rows_value(rows, column, 0, &v) || v.kind == VALUE_NULL)
		return "";
	return v.kind == VALUE_INT ? arena_printf(mem, "%lld", (long long)v.i)
	    : arena_dup(mem, v.s, v.n);
}

static int64_t
id_at(struct rows *rows, size_t column)
{
	struct value v;

	return rows_value(rows, column, 0, &v) && v.kind == VALUE_INT ? v.i : 0;
}

static bool
is_private(struct rows *rows, size_t count, struct arena *mem)
{
	for (size_t i = VISIBILITY; i < count; i++)
		if (!strcmp(text_at(rows, i, mem), "private"))
			return true;
	return false;
}

/* The first and the last day of the first of two columns that says a date, "" else. */
static void
days_of(struct rows *rows, size_t column, size_t otherwise, char from[11], char to[11],
    struct arena *mem)
{
	const size_t which[] = { column, otherwise };
	struct date d;

	*from = *to = '\0';
	for (int i = 0; i < 2 && !*to; i++) {
		const char *text = text_at(rows, which[i], mem);
		if (date_parse(text, strlen(text), &d))
			span_of_date(d, from, to);
	}
}

/* The goal's days as goal_begin and goal_end in store/computed.c have them. */
static void
days_take(struct rows *rows, struct figure *f, struct arena *mem)
{
	const char *from = text_at(rows, FROM, mem), *to = text_at(rows, TO, mem);
	const char *measured = text_at(rows, MEASURED_ON, mem);
	const char *first = *from ? from : *to ? to : measured;
	char begin[11], end[11], other[11], today[11];

	days_of(rows, PERIOD_FROM, PERIOD_WORDS, begin, other, mem);
	days_of(rows, PERIOD_TO, DEADLINE, other, end, mem);
	if (!*end)
		days_of(rows, PERIOD_WORDS, PERIOD_WORDS, other, end, mem);
	addend_days(&f->is, from, to, measured, end);
	f->dated = *first;
	date_format(clock_today(), today);
	f->counts = addend_is_of(&f->is, begin, end) && strcmp(first, today) <= 0;
}

/* False: it has no number, or nobody knows whether it is right. */
static bool
figure_take(struct rows *rows, struct figure *f, struct arena *mem)
{
	const char *number = text_at(rows, VALUE, mem);
	int64_t organisation = id_at(rows, ORGANISATION), event = id_at(rows, EVENT);

	*f = (struct figure){ .is = { .id = rows_id(rows) } };
	days_take(rows, f, mem);
	f->metric = id_at(rows, METRIC);
	f->evidence = text_at(rows, EVIDENCE, mem);
	f->plain = !organisation && !event;
	f->is.qualifier = text_at(rows, QUALIFIER, mem);
	f->is.course = addend_course(f->evidence);
	f->is.organisation = organisation ? organisation : id_at(rows, OWNER);
	f->is.event = event;
	return strcmp(f->is.qualifier, "unknown") != 0
	    && decimal_parse(number, strlen(number), &f->is.value);
}

static int
compare(const void *one, const void *other)
{
	const struct figure *a = one, *b = other;

	if (a->metric != b->metric)
		return a->metric < b->metric ? -1 : 1;
	return addend_compare(&a->is, &b->is);
}

static void
rows_take(struct rows *rows, size_t count, struct shared_left *left, struct figures *out)
{
	size_t room = 0;

	while (rows_next(rows)) {
		if (left && is_private(rows, count, &out->mem)) {
			left->records++;
			continue;
		}
		if (out->count == room) {
			room = room * 2 + 64;
			out->all = xrealloc(out->all, room * sizeof *out->all);
		}
		out->count += figure_take(rows, &out->all[out->count], &out->mem);
	}
}

bool
figures_read(struct store *s, const char *filter, struct shared_left *left,
    struct figures *out, struct error *e)
{
	const struct entity *ent = entity_find("measurement");
	struct column *cols;
	size_t count;

	*out = (struct figures){ .count = 0 };
	struct filter *f = filter_parse(s, ent, NULL, filter ? filter : "", e);
	bool ok = f && columns_read(ent, columns, &out->mem, &cols, &count, e);
	const struct query q = { .ent = ent, .filter = f, .columns = ok ? cols : NULL,
	    .column_count = ok ? count : 0 };
	struct rows *rows = ok ? rows_open(s, &q, e) : NULL;
	if (rows)
		rows_take(rows, count, left, out);
	ok = rows && rows_close(rows, e);
	filter_free(f);
	if (ok && out->count)
		qsort(out->all, out->count, sizeof *out->all, compare);
	else if (!ok)
		figures_free(out);
	return ok;
}

void
figures_free(struct figures *f)
{
	free(f->all);
	arena_free(&f->mem);
	*f = (struct figures){ .count = 0 };
}

/* --- Sums --- */

struct adding_up {
	struct figures_sum sum;
	enum exactness exactness;	/* of the parts so far */
};

static void
part_add(struct adding_up *a, const struct figure *f)
{
	struct figures_sum *sum = &a->sum;

	a->exactness = exactness_add(a->exactness, f->is.qualifier);
	sum->qualifier = sum->parts++ == 0 ? f->is.qualifier
	    : a->exactness == EXACT ? "" : exactness_code(a->exactness);
	if (!sum->newest || strcmp(f->is.to, sum->newest->is.to) > 0)
		sum->newest = f;
	sum->known = true;
	sum->fits = sum->fits && decimal_add(sum->total, f->is.value, &sum->total);
}

/* By halving: a table asks for each of thousands of metrics. */
const struct figure *
figures_of(const struct figures *f, int64_t metric, size_t *count)
{
	size_t first = place_of(f->all, f->count, sizeof *f->all,
	    offsetof(struct figure, metric), metric);

	for (*count = 0; first + *count < f->count && f->all[first + *count].metric == metric; )
		++*count;
	return f->all + first;
}

static bool
is_within(const struct figure *f, const char *from, const char *to)
{
	return from ? strcmp(f->is.to, from) >= 0 && strcmp(f->is.to, to) <= 0 : f->counts;
}

/* from NULL: towards the goal. */
static struct figures_sum
sum_up(const struct figures *f, int64_t metric, const char *from, const char *to)
{
	struct adding_up a = { .sum = { .fits = true, .qualifier = "" } };
	struct adding adding = { .last = NULL };
	size_t count;
	const struct figure *all = figures_of(f, metric, &count);

	for (size_t i = 0; i < count; i++)
		if (is_within(&all[i], from, to) && adding_takes(&adding, &all[i].is))
			part_add(&a, &all[i]);
	return a.sum;
}

struct figures_sum
figures_sum(const struct figures *f, int64_t metric, const char *from, const char *to)
{
	return sum_up(f, metric, from, to);
}

struct figures_sum
figures_reached(const struct figures *f, int64_t metric)
{
	return sum_up(f, metric, NULL, NULL);
}

/* --- As people read and write them --- */

/* The longer sign of two that begin alike comes first. */
static const struct sign {
	const char *sign, *qualifier;
	bool shown;
} signs[] = {
	{ ">=", "at-least", false }, { "≥", "at-least", true },
	{ "~", "about", true }, { "≈", "about", false },
	{ "<", "almost", true }, { ">", "over", true },
	{ "=", "exact", false },
};
enum { SIGNS = sizeof signs / sizeof *signs };

void
figure_show(const struct figures_sum *sum, struct str *out)
{
	if (!sum->known || !sum->fits)
		return;
	for (size_t i = 0; i < SIGNS; i++)
		if (signs[i].shown && !strcmp(signs[i].qualifier, sum->qualifier))
			str_add(out, signs[i].sign);
	decimal_format(sum->total, out);
}

/* Bytes in front of the number. */
static size_t
front_length(const char *s)
{
	return strcspn(s, "0123456789+-.");
}

static bool
qualifier_refuse(const char *typed, struct error *e)
{
	return set_error(e, STATUS_DATA, _("\"%s\" is not understood: write a number, and in "
	    "front of it ~ (about), < (almost), > (over), >= (at least) or the word."), typed);
}

/* The sign or word in front. "unknown" needs no number. */
static bool
qualifier_read(struct store *s, const char *typed, size_t n, struct str *out,
    struct error *e)
{
	const struct field *f = field_find(entity_find("measurement"), "qualifier");
	struct str keep = { 0 };
	struct value v;

	while (n && typed[n - 1] == ' ')
		n--;
	for (size_t i = 0; i < SIGNS; i++)
		if (n == strlen(signs[i].sign) && !strncmp(typed, signs[i].sign, n)) {
			str_add(out, signs[i].qualifier);
			return true;
		}
	bool ok = !n || value_input(s, f, n == 1 && *typed == '?' ? "unknown" : typed,
	    n == 1 && *typed == '?' ? strlen("unknown") : n, &keep, &v, NULL);
	if (ok && n)
		str_addn(out, v.s, v.n);
	str_free(&keep);
	return ok || qualifier_refuse(typed, e);
}

bool
figure_input(struct store *s, const char *typed, struct str *qualifier, struct str *value,
    struct error *e)
{
	const struct field *f = field_find(entity_find("measurement"), "value");

	typed += strspn(typed, " ");
	size_t n = front_length(typed);
	if (!qualifier_read(s, typed, n, qualifier, e))
		return false;
	if (!f->type->canon(f, typed + n, strlen(typed + n), value, e))
		return false;
	return value->len || !strcmp(str_text(qualifier), "unknown")
	    || qualifier_refuse(typed, e);
}
