#include "config.h"

#include "app/goal_copy.h"

#include <stdlib.h>

#include "app/pane.h"
#include "app/record_copy.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/filter.h"
#include "store/progress.h"
#include "store/tree.h"

/* What belongs to the old period alone: its days, and how it went. */
static const char *const goal_own[] = { "parent", "period", "period_words", "deadline",
	"status", "status_words", "agreed_at", "consultation_link", NULL };
static const char *const metric_own[] = { "goal", NULL };
static const char *const metric_measured[] = { "goal", "baseline", NULL };

static const char draft[] = "draft";

/* Fields by which a goal is known again in another period. */
static const char *const same[] = { "owner", "code", "statement" };

struct copying {
	struct app *app;
	const struct entity *goal, *metric;
	int64_t to;
	int64_t *old, *made;	/* goals copied so far, and what each became */
	int64_t count;
	int64_t *there, there_count;	/* goals the other period had before */
	struct goal_copied *copied;
};

static bool
ids_of(struct app *app, const struct entity *ent, const char *field, int64_t id,
    int64_t owner, int64_t **ids, int64_t *count, struct error *e)
{
	struct query q = { .ent = ent, .sort = tree_field(ent) ? tree_field(ent)->name : "id" };
	struct str text = { 0 };
	char one[ID_LENGTH + 1];

	id_format(id, one);
	str_addf(&text, "%s=%s", field, one);
	if (owner) {
		id_format(owner, one);
		str_addf(&text, " %s=%s", same[0], one);
	}
	struct filter *f = filter_parse(app->store, ent, NULL, str_text(&text), e);
	q.filter = f;
	*ids = NULL;
	*count = 0;
	bool ok = f && ids_read(app->store, &q, ids, count, e);
	filter_free(f);
	str_free(&text);
	return ok;
}

/* --- Metrics --- */

static bool
metric_make(struct copying *c, int64_t id, int64_t goal, struct error *e)
{
	struct series series;
	struct record *old;
	struct str value = { 0 };
	int64_t made;

	if (!series_read(c->app->store, id, &series, e))
		return false;
	const struct series_sum sum = series_sum(&series, "~");
	bool begins = sum.stands && sum.fits;
	if (begins)
		decimal_format(sum.total, &value);
	bool ok = record_load(c->app->store, c->metric, id, &old, e);
	if (ok) {
		const struct cell more[] = {
			{ field_find(c->metric, "goal"), value_int(goal), true },
			{ field_find(c->metric, "baseline"),
			    value_text(str_text(&value), value.len), true },
		};
		ok = record_copy(c->app, old, begins ? metric_measured : metric_own, more,
		    begins ? 2 : 1, &made, e);
		record_free(old);
	}
	c->copied->metrics += ok;
	series_free(&series);
	str_free(&value);
	return ok;
}

static bool
metrics_make(struct copying *c, int64_t from, int64_t goal, struct error *e)
{
	int64_t *ids, count;
	bool ok = ids_of(c->app, c->metric, "goal", from, 0, &ids, &count, e);

	for (int64_t i = 0; ok && i < count; i++)
		ok = metric_make(c, ids[i], goal, e);
	free(ids);
	return ok;
}

/* --- Goals --- */

static bool
is_same(const struct record *a, const struct record *b)
{
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		if (!value_equal(record_value_named(a, same[i]), record_value_named(b, same[i])))
			return false;
	return true;
}

/* The goal of the other period that is this one already; 0: none. */
static bool
there_find(struct copying *c, const struct record *old, int64_t *there, struct error *e)
{
	struct record *r;

	*there = 0;
	for (int64_t i = 0; !*there && i < c->there_count; i++) {
		if (!record_load(c->app->store, c->goal, c->there[i], &r, e))
			return false;
		if (is_same(old, r))
			*there = c->there[i];
		record_free(r);
	}
	return true;
}

/* What a parent became, or the parent itself where it was not copied. */
static struct value
parent_value(const struct copying *c, const struct record *old)
{
	struct value v = *record_value(old, tree_field(c->goal));

	for (int64_t i = 0; v.kind == VALUE_INT && i < c->count; i++)
		if (c->old[i] == v.i)
			return value_int(c->made[i]);
	return v;
}

static bool
goal_make(struct copying *c, const struct record *old, int64_t *made, struct error *e)
{
	const struct cell more[] = {
		{ field_find(c->goal, "period"), value_int(c->to), true },
		{ field_find(c->goal, "status"), value_text(draft, sizeof draft - 1), true },
		{ tree_field(c->goal), parent_value(c, old), true },
	};
	size_t count = more[2].value.kind == VALUE_NULL ? 2 : 3;

	if (!record_copy(c->app, old, goal_own, more, count, made, e))
		return false;
	c->copied->goals++;
	return metrics_make(c, old->id, *made, e);
}

static bool
goal_take(struct copying *c, int64_t id, struct error *e)
{
	struct record *old;
	int64_t made;

	if (!record_load(c->app->store, c->goal, id, &old, e))
		return false;
	bool ok = there_find(c, old, &made, e);
	c->copied->there += ok && made;
	ok = ok && (made || goal_make(c, old, &made, e));
	record_free(old);
	c->old[c->count] = id;
	c->made[c->count++] = made;
	return ok;
}

bool
goal_copy(struct app *app, int64_t from, int64_t to, int64_t owner,
    struct goal_copied *copied, struct error *e)
{
	struct copying c = { .app = app, .goal = entity_find("goal"),
	    .metric = entity_find("metric"), .to = to, .copied = copied };
	struct arena mem = { 0 };
	int64_t *ids, count;

	*copied = (struct goal_copied){ 0 };
	if (from == to)
		return set_error(e, STATUS_USAGE, _("Goals are copied to another period."));
	bool ok = ids_of(app, c.goal, "period", from, owner, &ids, &count, e)
	    && (count || set_error(e, STATUS_NONE, _("No goal has this period.")))
	    && ids_of(app, c.goal, "period", to, 0, &c.there, &c.there_count, e);
	c.old = arena_alloc(&mem, ((size_t)count + 1) * sizeof *c.old);
	c.made = arena_alloc(&mem, ((size_t)count + 1) * sizeof *c.made);
	for (int64_t i = 0; ok && i < count; i++)
		ok = goal_take(&c, ids[i], e);
	arena_free(&mem);
	free(c.there);
	free(ids);
	return ok;
}
