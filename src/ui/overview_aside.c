#include "config.h"

#include "ui/overview_aside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/date_words.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "store/filter.h"
#include "store/query.h"

enum { DAY_COLS = 3, WEEK_COLS = 4, LABEL_COLS = 14, COUNT_COLS = 7 };

/* --- Reading --- */

/* The days of this month that an event takes. */
static void
days_mark(struct aside *a, const struct date *from, const struct date *to)
{
	long first = date_days(a->month.year, a->month.month, 1);
	long last = first + date_month_length(a->month.year, a->month.month) - 1;
	long begin = date_first(*from), end = date_last(to->year ? *to : *from);

	/* A month or a year without a day says nothing of days. */
	if (!from->day)
		return;
	for (long day = begin < first ? first : begin; day <= end && day <= last; day++)
		a->busy[day - first + 1] = true;
}

static bool
date_value(struct rows *rows, size_t column, struct date *out)
{
	struct value v;

	*out = (struct date){ 0, 0, 0 };
	return rows_value(rows, column, 0, &v) && v.kind == VALUE_TEXT
	    && date_parse(v.s, v.n > 10 ? 10 : v.n, out);
}

static void
event_add(struct app *app, struct aside *a, const struct entity *ent, struct rows *rows)
{
	struct date from, to, now = clock_today();
	long today = date_days(now.year, now.month, now.day);

	if (!date_value(rows, 0, &from))
		return;
	date_value(rows, 1, &to);
	days_mark(a, &from, &to);
	if (from.day && date_first(from) <= today && date_last(to.year ? to : from) >= today
	    && a->event_count < ASIDE_EVENTS)
		record_title(app->store, ent, rows_id(rows), &a->events[a->event_count++]);
}

/* Events that may touch the month. */
static bool
events_read(struct app *app, struct aside *a, struct error *e)
{
	const struct pane *pane = pane_find("events");
	const struct entity *ent = entity_find(pane->entity);
	struct column columns[2];
	struct query q = { .ent = ent, .pane = pane, .columns = columns, .column_count = 2 };
	struct str text = { 0 };

	str_addf(&text, "start<=%04d-%02d-%02d (end>=%04d-%02d-01 or start>=%04d-%02d-01)"
	    " status!=cancelled,postponed", a->month.year, a->month.month,
	    date_month_length(a->month.year, a->month.month), a->month.year, a->month.month,
	    a->month.year, a->month.month);
	struct filter *f = filter_parse(app->store, ent, pane, str_text(&text), e);
	bool ok = f && column_parse(ent, "start", &columns[0], e)
	    && column_parse(ent, "end", &columns[1], e);
	q.filter = f;
	struct rows *rows = ok ? rows_open(app->store, &q, e) : NULL;
	while (rows && rows_next(rows))
		event_add(app, a, ent, rows);
	ok = rows && rows_close(rows, e);
	filter_free(f);
	str_free(&text);
	return ok;
}

bool
aside_read(struct app *app, struct aside *a, struct error *e)
{
	struct date today = clock_today();

	aside_free(a);
	month_make(today.year, today.month, month_first_weekday(), &a->month);
	a->today = today.day;
	for (const struct pane *p = panes; p->name; p++) {
		struct query q = { .ent = entity_find(p->entity), .pane = p };
		if (!p->key || a->pane_count == ASIDE_PANES)
			continue;
		struct aside_pane *at = &a->panes[a->pane_count++];
		at->pane = p;
		if (!query_count(app->store, &q, &at->count, NULL, e))
			return false;
	}
	return events_read(app, a, e);
}

void
aside_free(struct aside *a)
{
	for (int i = 0; i < ASIDE_EVENTS; i++)
		str_free(&a->events[i]);
	*a = (struct aside){ .today = 0 };
}

/* --- The month --- */

/* The first spelling, cut: "Fri|Friday" is "Fr". */
static void
weekday_draw(const struct draw *d, struct box box, int y, int x, const char *spellings)
{
	struct str name = { 0 };
	int used;

	size_t n = utf8_cut(spellings, strcspn(spellings, "|"), DAY_COLS - 1, &used);
	str_addn(&name, spellings, n);
	draw_fit(d, box, y, x, DAY_COLS - 1, ROLE_DIM, str_text(&name), true);
	str_free(&name);
}

static void
week_draw(const struct aside *a, const struct draw *d, struct box box, int y,
    const struct month_week *week)
{
	char text[16];

	snprintf(text, sizeof text, "%d", week->number);
	draw_fit(d, box, y, 0, WEEK_COLS - 2, ROLE_DIM, text, true);
	for (int i = 0; i < WEEK_DAYS; i++) {
		int day = week->days[i];
		if (!day)
			continue;
		snprintf(text, sizeof text, "%d", day);
		draw_fit(d, box, y, WEEK_COLS + i * DAY_COLS, DAY_COLS - 1, day == a->today
		    ? ROLE_SELECTED : a->busy[day] ? ROLE_ACCENT : ROLE_TEXT, text, true);
		/* Without colours an event is still seen. */
		if (a->busy[day])
			draw_fit(d, box, y, WEEK_COLS + i * DAY_COLS + DAY_COLS - 1, 1, ROLE_ACCENT,
			    "*", false);
	}
}

/* The week that today is in. */
static int
week_now(const struct aside *a)
{
	for (int i = 0; i < a->month.weeks; i++)
		for (int k = 0; k < WEEK_DAYS; k++)
			if (a->month.week[i].days[k] == a->today)
				return i;
	return 0;
}

/* With the weeks from this one on; returns the rows it took. */
static int
month_draw(const struct aside *a, const struct draw *d, struct box box, int from)
{
	const struct date_words *words[2];
	int count = date_words_get(words), y = 0;
	struct str title = { 0 };

	str_addf(&title, "%s %d", date_words_month(words, count, a->month.month), a->month.year);
	draw_fit(d, box, y++, WEEK_COLS, box.cols - WEEK_COLS, ROLE_TITLE, str_text(&title), false);
	str_free(&title);
	for (int i = 0; i < WEEK_DAYS; i++) {
		const struct date_words *w = words[count - 1];
		const char *name = w->weekday[(a->month.first + i) % WEEK_DAYS];
		weekday_draw(d, box, y, WEEK_COLS + i * DAY_COLS, w->translate ? _(name) : name);
	}
	y++;
	for (int i = from; i < a->month.weeks && y < box.rows; i++)
		week_draw(a, d, box, y++, &a->month.week[i]);
	return y;
}

/* --- Events and counts --- */

static void
bar_draw(const struct draw *d, struct box box, int y, int x, int cols)
{
	for (int i = 0; i < cols; i++)
		draw_fit(d, box, y, x + i, 1, ROLE_DIM, draw_sign(d, SIGN_THUMB), false);
}

static void
panes_draw(const struct aside *a, const struct draw *d, struct box box, int y)
{
	int64_t most = 1;
	int x = LABEL_COLS + COUNT_COLS + 1, room = box.cols - x;
	char text[24];

	for (int i = 0; i < a->pane_count; i++)
		most = a->panes[i].count > most ? a->panes[i].count : most;
	for (int i = 0; i < a->pane_count && y < box.rows; i++, y++) {
		const struct aside_pane *p = &a->panes[i];
		snprintf(text, sizeof text, "%lld", (long long)p->count);
		draw_fit(d, box, y, 0, LABEL_COLS, ROLE_TEXT, _(p->pane->label), false);
		draw_fit(d, box, y, LABEL_COLS, COUNT_COLS, ROLE_TEXT, text, true);
		if (room > 0)
			bar_draw(d, box, y, x, (int)((p->count * room + most - 1) / most));
	}
}

void
aside_draw(const struct aside *a, const struct draw *d, struct box box)
{
	for (int y = 0; y < box.rows; y++)
		draw_blank(d, box, y, ROLE_TEXT);
	/* Where there is no room for all, the weeks that are over go first, then blank lines. */
	int blanks = 1 + (a->event_count > 0);
	int missing = 2 + a->month.weeks + a->event_count + a->pane_count + blanks - box.rows;
	int over = missing < 0 ? 0 : missing < week_now(a) ? missing : week_now(a);
	bool low = missing > over;
	int y = month_draw(a, d, box, over) + !low;
	for (int i = 0; i < a->event_count && y < box.rows; i++, y++) {
		int x = draw_word(d, box, y, 0, ROLE_DIM, i ? "" : _("Today: "));
		if (i)
			x = utf8_columns(_("Today: "), strlen(_("Today: ")));
		draw_fit(d, box, y, x, box.cols > x ? box.cols - x : 0, ROLE_ACCENT,
		    str_text(&a->events[i]), false);
	}
	panes_draw(a, d, box, y + (a->event_count > 0 && !low));
}
