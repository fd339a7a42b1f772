#include "config.h"

#include "app/stage_line.h"

#include <string.h>

#include "app/pane.h"
#include "app/time.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/filter.h"
#include "store/history.h"
#include "store/query.h"

enum { LINES = 20, STEPS = 64 };	/* at most; of more steps the oldest are passed over */

/* Which partnerships are told of which kind of record. */
static const struct {
	const char *entity, *by;
} whose[] = {
	{ "partnership", "id" }, { "organisation", "partner" },
};

/* --- What the history knows of one --- */

struct steps {
	struct arena *mem;
	struct stage_step *all;		/* the newest first */
	size_t count;
};

static long
day_of(int64_t ms)
{
	char text[TIME_TEXT];
	struct date d;

	time_text(ms, text);
	return date_parse(text, strlen("2021-10-04"), &d) ? date_first(d) : 0;
}

/* A stage that was left on the day it began was passed by and not stood at: a key pressed
 * twice, or taken back. */
static bool
step_add(void *ctx, const struct version *v)
{
	struct steps *s = ctx;
	struct stage_step *last = s->count ? &s->all[s->count - 1] : NULL;
	long day = day_of(v->time);

	if (v->value.kind != VALUE_TEXT || (last && day == last->day))
		return true;
	const char *code = arena_dup(s->mem, v->value.s, v->value.n);
	if (last && !strcmp(last->code, code))
		last->day = day;
	else
		s->all[s->count++] = (struct stage_step){ code, day };
	return s->count < STEPS;
}

static bool
steps_read(struct app *app, struct stage_line *line, struct arena *mem, struct error *e)
{
	const struct entity *ent = entity_find(whose[0].entity);
	struct steps s = { mem, arena_alloc(mem, STEPS * sizeof *s.all), 0 };

	if (!history_versions(app->store, ent, line->id, field_with(ent, F_STAGE), step_add, &s,
	    e))
		return false;
	struct stage_step *in_order = arena_alloc(mem, STEPS * sizeof *in_order);
	for (size_t i = 0; i < s.count; i++)
		in_order[i] = s.all[s.count - 1 - i];
	line->steps = in_order;
	line->count = s.count;
	return true;
}

/* --- In words --- */

static void
step_tell(const char *stage, const struct stage_step *at, bool last, struct str *out)
{
	const struct date now = clock_today();
	long until = last ? date_days(now.year, now.month, now.day) : at[1].day;
	long days = until > at->day ? until - at->day : 0;
	char since[11];

	date_format(date_from_days(at->day), since);
	if (last)
		str_addf(out, ngettext("%s since %s, %ld day", "%s since %s, %ld days",
		    (unsigned long)days), stage, since, days);
	else
		str_addf(out, ngettext("%s %ld day", "%s %ld days", (unsigned long)days), stage,
		    days);
}

static void
line_tell(struct app *app, const struct stage_line *line, struct str *out)
{
	const struct field *f = field_with(entity_find(whose[0].entity), F_STAGE);
	struct str stage = { 0 };

	for (size_t i = 0; i < line->count; i++) {
		const char *code = line->steps[i].code;
		const struct value v = value_text(code, strlen(code));
		str_cut(&stage, 0);
		value_show(app->store, f, &v, &stage);
		str_add(out, i ? " → " : "");
		step_tell(str_text(&stage), &line->steps[i], i + 1 == line->count, out);
	}
	str_free(&stage);
}

/* --- All of a record --- */

static bool
lines_take(struct app *app, struct rows *rows, const struct column *side,
    struct arena *mem, struct stage_line *out, size_t *count, struct error *e)
{
	struct str text = { 0 };
	bool ok = true;

	while (ok && *count < LINES && rows_next(rows)) {
		struct stage_line *line = &out[(*count)++];
		line->id = rows_id(rows);
		str_cut(&text, 0);
		cell_shown(app, rows, side, 0, &text);
		line->side = arena_strdup(mem, str_text(&text));
		str_cut(&text, 0);
		ok = steps_read(app, line, mem, e);
		if (ok)
			line_tell(app, line, &text);
		line->text = arena_strdup(mem, str_text(&text));
	}
	str_free(&text);
	return ok;
}

static bool
lines_read(struct app *app, const char *text, struct arena *mem, struct stage_line *out,
    size_t *count, struct error *e)
{
	const struct entity *ent = entity_find(whose[0].entity);
	struct column *side;
	struct query q = { .ent = ent };

	if (!columns_read(ent, field_with(ent, F_MINE)->name, mem, &side, &q.column_count, e))
		return false;
	struct filter *f = filter_parse(app->store, ent, NULL, text, e);
	q.columns = side;
	q.filter = f;
	struct rows *rows = f ? rows_open(app->store, &q, e) : NULL;
	bool ok = rows && lines_take(app, rows, side, mem, out, count, e);
	ok = rows && rows_close(rows, ok ? e : NULL) && ok;
	filter_free(f);
	return ok;
}

bool
stage_lines_read(struct app *app, const struct entity *ent, int64_t id, struct arena *mem,
    struct stage_line **out, size_t *count, struct error *e)
{
	char id_text[ID_LENGTH + 1];
	struct str filter = { 0 };
	bool ok = true;

	id_format(id, id_text);
	*count = 0;
	*out = arena_alloc(mem, LINES * sizeof **out);
	for (size_t i = 0; i < sizeof whose / sizeof *whose; i++)
		if (!strcmp(whose[i].entity, ent->name))
			str_addf(&filter, "%s=%s", whose[i].by, id_text);
	if (filter.len)
		ok = lines_read(app, str_text(&filter), mem, *out, count, e);
	str_free(&filter);
	return ok;
}
