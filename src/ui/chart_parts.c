#include "config.h"

#include "ui/chart_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/figures.h"
#include "app/percent_bar.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "store/progress.h"
#include "ui/chart.h"

/* A drawing that fits on the narrowest screen people show to a room. */
enum { CHART_WIDE = 36, CHART_HIGH = 5, POINTS = 200 };

static long
day_of(const char *text, long otherwise)
{
	struct date d;

	return date_parse(text, strlen(text) > 10 ? 10 : strlen(text), &d) ? date_last(d)
	    : otherwise;
}

static double
double_of(struct decimal d)
{
	double value = (double)d.units;

	for (int i = 0; i < d.scale; i++)
		value /= 10;
	return value;
}

static long
day_today(void)
{
	struct date now = clock_today();

	return date_days(now.year, now.month, now.day);
}

/* Where a value stands: at the last day it may mean, but not ahead of today. */
static long
day_shown(const struct addend *x)
{
	long today = day_today(), day = day_of(x->to, today);

	return day < today ? day : today;
}

/* What it had come to by each day on which something is told; of very many values some
 * are passed over, the newest never. */
static size_t
points_make(const struct series *r, struct chart_point *points)
{
	size_t step = r->count / POINTS + 1, count = 0;

	for (size_t i = 0; i < r->count; i++) {
		const struct series_point *p = &r->points[i];
		if (!p->counts || (r->count - 1 - i) % step)
			continue;
		const struct series_sum sum = series_sum(r, p->is.to);
		points[count++] = (struct chart_point){ day_shown(&p->is), double_of(sum.total) };
	}
	return count;
}

static void
lines_add(struct parts *parts, const struct str *text)
{
	struct str line = { 0 };

	for (const char *p = str_text(text); *p; ) {
		size_t n = strcspn(p, "\n");
		str_cut(&line, 0);
		str_addn(&line, p, n);
		parts_add(parts, &(struct part){ .kind = PART_DRAWN, .text = str_text(&line) });
		p += n + (p[n] == '\n');
	}
	str_free(&line);
}

static void
chart_add(struct app *app, const struct series *r, struct parts *parts)
{
	struct chart_point *points = xmalloc((r->count + 1) * sizeof *points);
	struct chart c = { .points = points, .has_target = r->has_target,
	    .target = double_of(r->target), .baseline = double_of(r->baseline) };
	struct str text = { 0 };

	c.count = points_make(r, points);
	if (*r->begin && *r->end) {
		c.begin = day_of(r->begin, 0);
		c.end = day_of(r->end, 0);
	}
	if (c.count)
		chart_lines(&c, CHART_WIDE, CHART_HIGH, app->out.plain, &text);
	lines_add(parts, &text);
	str_free(&text);
	free(points);
}

/* "2021: about a third of the members" */
static void
words_add(const struct series *r, struct parts *parts)
{
	struct str text = { 0 };

	for (size_t i = 0; i < r->count; i++) {
		const struct series_point *p = &r->points[i];
		if (!*p->words)
			continue;
		str_cut(&text, 0);
		if (*p->day)
			str_addf(&text, _("%s: %s"), p->day, p->words);
		else
			str_add(&text, p->words);
		parts_add(parts, &(struct part){ .kind = PART_DRAWN, .text = str_text(&text) });
	}
	if (*r->target_words) {
		str_cut(&text, 0);
		str_addf(&text, _("Target in words: %s"), r->target_words);
		parts_add(parts, &(struct part){ .kind = PART_DRAWN, .text = str_text(&text) });
	}
	str_free(&text);
}

static void
series_add(struct app *app, const struct series *r, bool head, struct parts *parts)
{
	struct str text = { 0 };

	if (!r->count && !*r->target_words)
		return;
	if (*r->unit)
		str_addf(&text, _("%s (%s)"), r->name, r->unit);
	else
		str_add(&text, r->name);
	if (head)
		parts_add(parts, &(struct part){ .kind = PART_HEAD, .text = str_text(&text) });
	chart_add(app, r, parts);
	words_add(r, parts);
	str_free(&text);
}

/* --- How far it is, in a line --- */

/* The newest of what is told in words. */
static const char *
words_of(const struct series *r)
{
	for (size_t i = r->count; i-- > 0; )
		if (*r->points[i].words)
			return r->points[i].words;
	return _("no value yet");
}

/* "████▎  87%  260 of 300 people" */
static void
reached_text(struct app *app, const struct series *r, struct str *out)
{
	const struct series_sum sum = series_sum(r, "~");
	const struct figures_sum shown = { .known = sum.parts > 0, .fits = sum.fits,
	    .total = sum.total, .qualifier = sum.qualifier };
	struct str value = { 0 }, target = { 0 };

	figure_show(&shown, &value);
	decimal_format(r->target, &target);
	if (*r->percent) {
		percent_bar(r->percent, strlen(r->percent), app->out.plain, out);
		str_add(out, "  ");
	}
	if (r->has_target && value.len)
		str_addf(out, _("%s of %s"), str_text(&value), str_text(&target));
	else
		str_add(out, value.len ? str_text(&value) : words_of(r));
	if (*r->unit && value.len)
		str_addf(out, " %s", r->unit);
	str_free(&value);
	str_free(&target);
}

/* Enter leads from a goal to its metric. */
static void
reached_add(struct app *app, const struct entity *ent, const struct series *r,
    struct parts *parts)
{
	const struct entity *metric = entity_find("metric");
	struct str text = { 0 };

	reached_text(app, r, &text);
	parts_add(parts, &(struct part){ .kind = PART_FIELD, .leads = ent != metric,
	    .label = r->name, .text = str_text(&text), .ent = metric, .id = r->metric });
	str_free(&text);
}

/* "████▍  89%  2026-01-01 - 2026-12-31": to be held against the lines above. */
static bool
time_add(struct app *app, int64_t goal, struct parts *parts, struct error *e)
{
	struct progress p;
	char percent[16];
	struct str text = { 0 };

	if (!progress_read(app->store, goal, &p, e))
		return false;
	if (p.pace < 0)
		return true;
	int n = snprintf(percent, sizeof percent, "%d", p.pace);
	percent_bar(percent, (size_t)n, app->out.plain, &text);
	str_addf(&text, "  %s - %s", p.begin, p.end);
	parts_add(parts, &(struct part){ .kind = PART_FIELD, .label = _("Time over"),
	    .text = str_text(&text) });
	str_free(&text);
	return true;
}

/* --- Parts --- */

bool
charts_read(struct app *app, const struct entity *ent, int64_t id, struct charts *charts,
    struct error *e)
{
	int64_t *ids;
	size_t n;

	*charts = (struct charts){ 0 };
	bool ok = progress_metrics(app->store, ent, id, &ids, &n, e);
	if (ok && n)
		charts->of = xmalloc(n * sizeof *charts->of);
	for (size_t i = 0; ok && i < n; i++) {
		struct series *r = &charts->of[charts->count];
		ok = series_read(app->store, ids[i], r, e);
		if (ok && (r->count || *r->target_words))
			charts->count++;
		else if (ok)
			series_free(r);
	}
	free(ids);
	return ok;
}

void
charts_free(struct charts *charts)
{
	for (size_t i = 0; i < charts->count; i++)
		series_free(&charts->of[i]);
	free(charts->of);
}

bool
charts_first(struct app *app, const struct entity *ent, const struct charts *charts,
    struct parts *parts, struct error *e)
{
	if (!charts->count)
		return true;
	parts_add(parts, &(struct part){ .kind = PART_HEAD, .text = _("Progress") });
	for (size_t i = 0; i < charts->count; i++)
		reached_add(app, ent, &charts->of[i], parts);
	bool ok = time_add(app, charts->of[0].goal, parts, e);
	if (ok && charts->count == 1)
		series_add(app, &charts->of[0], false, parts);
	return ok;
}

void
charts_rest(struct app *app, const struct charts *charts, struct parts *parts)
{
	for (size_t i = 0; charts->count > 1 && i < charts->count; i++)
		series_add(app, &charts->of[i], true, parts);
}
