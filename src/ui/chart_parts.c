#include "config.h"

#include "ui/chart_parts.h"

#include <stdlib.h>
#include <string.h>

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
series_add(struct app *app, const struct series *r, struct parts *parts)
{
	struct str head = { 0 };

	if (!r->count && !*r->target_words)
		return;
	if (*r->unit)
		str_addf(&head, _("%s (%s)"), r->name, r->unit);
	else
		str_add(&head, r->name);
	parts_add(parts, &(struct part){ .kind = PART_HEAD, .text = str_text(&head) });
	chart_add(app, r, parts);
	words_add(r, parts);
	str_free(&head);
}

bool
chart_parts_add(struct app *app, const struct entity *ent, int64_t id, struct parts *parts,
    struct error *e)
{
	int64_t *ids;
	size_t count;

	bool ok = progress_metrics(app->store, ent, id, &ids, &count, e);
	for (size_t i = 0; ok && i < count; i++) {
		struct series r;
		ok = series_read(app->store, ids[i], &r, e);
		if (!ok)
			break;
		series_add(app, &r, parts);
		series_free(&r);
	}
	free(ids);
	return ok;
}
