#include "config.h"

#include "store/total.h"

#include <stdlib.h>

#include "base/arena.h"
#include "store/adding.h"
#include "store/exactness.h"

struct total {
	struct arena mem;
	struct addend *all;
	size_t count, room;
};

struct outcome {
	struct decimal sum;
	bool fits;
	size_t parts;
	const char *qualifier;		/* of the only part, or of the sum */
};

enum { ORGANISATION, OWNER, EVENT, EVIDENCE, FROM, TO, MEASURED_ON, ID, VALUE, QUALIFIER,
	GOAL_END, BEGIN, END };

static const char *
text_of(sqlite3_value *v)
{
	const char *s = (const char *)sqlite3_value_text(v);

	return s ? s : "";
}

/* Most are empty. */
static const char *
kept(struct total *t, const char *s)
{
	return *s ? arena_strdup(&t->mem, s) : "";
}

void
total_step(sqlite3_context *c, int argc, sqlite3_value **argv)
{
	struct total *t = sqlite3_aggregate_context(c, sizeof *t);
	const char *value = text_of(argv[VALUE]);
	struct decimal number;

	(void)argc;
	if (!t || !decimal_parse(value, (size_t)sqlite3_value_bytes(argv[VALUE]), &number))
		return;
	if (t->count == t->room) {
		t->room = t->room * 2 + 16;
		t->all = xrealloc(t->all, t->room * sizeof *t->all);
	}
	struct addend *x = &t->all[t->count];
	*x = (struct addend){ .organisation = sqlite3_value_int64(argv[ORGANISATION]),
	    .event = sqlite3_value_int64(argv[EVENT]), .id = sqlite3_value_int64(argv[ID]),
	    .course = kept(t, addend_course(text_of(argv[EVIDENCE]))), .value = number,
	    .qualifier = kept(t, text_of(argv[QUALIFIER])) };
	if (!x->organisation)
		x->organisation = sqlite3_value_int64(argv[OWNER]);
	addend_days(x, text_of(argv[FROM]), text_of(argv[TO]), text_of(argv[MEASURED_ON]),
	    text_of(argv[GOAL_END]));
	t->count += addend_is_of(x, text_of(argv[BEGIN]), text_of(argv[END]));
}

static int
compare(const void *a, const void *b)
{
	return addend_compare(a, b);
}

static struct outcome
total_take(struct total *t)
{
	struct outcome out = { .fits = true, .qualifier = "" };
	enum exactness exactness = EXACT;
	struct adding adding = { .last = NULL };

	if (t->count)
		qsort(t->all, t->count, sizeof *t->all, compare);
	for (size_t i = 0; i < t->count; i++) {
		const struct addend *x = &t->all[i];
		if (!adding_takes(&adding, x))
			continue;
		exactness = exactness_add(exactness, x->qualifier);
		out.qualifier = out.parts++ ? exactness_code(exactness) : x->qualifier;
		out.fits = out.fits && decimal_add(out.sum, x->value, &out.sum);
	}
	return out;
}

/* How a final hands over what it was asked for. */
static void
tell_sum(sqlite3_context *c, const struct outcome *out)
{
	struct str text = { 0 };

	decimal_format(out->sum, &text);
	sqlite3_result_text(c, str_text(&text), (int)text.len, SQLITE_TRANSIENT);
	str_free(&text);
}

static void
tell_exactness(sqlite3_context *c, const struct outcome *out)
{
	sqlite3_result_text(c, out->qualifier, -1, SQLITE_TRANSIENT);
}

static void
tell_parts(sqlite3_context *c, const struct outcome *out)
{
	sqlite3_result_int64(c, (int64_t)out->parts);
}

static void
finish(sqlite3_context *c, void (*tell)(sqlite3_context *c, const struct outcome *out))
{
	struct total *t = sqlite3_aggregate_context(c, 0);

	if (!t)
		return;
	struct outcome out = total_take(t);
	if (out.parts && out.fits)
		tell(c, &out);
	free(t->all);
	arena_free(&t->mem);
}

void
total_final(sqlite3_context *c)
{
	finish(c, tell_sum);
}

void
total_final_exactness(sqlite3_context *c)
{
	finish(c, tell_exactness);
}

void
total_final_parts(sqlite3_context *c)
{
	finish(c, tell_parts);
}
