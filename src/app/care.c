#include "config.h"

#include "app/care.h"

#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "base/i18n.h"
#include "store/filter.h"
#include "store/query.h"

/* --- How pressing --- */

enum { MOST = 10, A_WEEK = 7 };

static int
at_most(int64_t weight, int most)
{
	return weight > most ? most : (int)weight;
}

static const char due_how[] =
    N_("1 when it is due within 30 days, 2 within 14, 3 within 9, 4 within 3, 5 today; overdue 6, and 1 more for every full week, at most 10.");

static int
weigh_due(const struct signal_row *row)
{
	static const struct {
		int ahead, weight;
	} steps[] = { { 0, 5 }, { 3, 4 }, { 9, 3 }, { 14, 2 } };

	if (row->days > 0)
		return at_most(6 + row->days / A_WEEK, MOST);
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (-row->days <= steps[i].ahead)
			return steps[i].weight;
	return 1;
}

static const char item_how[] =
    N_("As due, and 1 more when nobody is named to do it: 1 within 30 days, 2 within 14, 3 within 9, 4 within 3, 5 today; overdue 6, and 1 for every full week, at most 10.");

static int
weigh_item(const struct signal_row *row)
{
	return weigh_due(row) + !row->first;
}

static const char soft_how[] =
    N_("1 when it is due within 30 days, 2 within 14, 3 within 9, and 4 from three days before on, however late.");

static int
weigh_soft(const struct signal_row *row)
{
	return at_most(weigh_due(row), 4);
}

static const char silent_how[] =
    N_("5, and 1 for each time you asked to be reminded and that went by, at most 10; 2 more when it is late.");

/* Where there was never contact, nobody knows since when. */
static int
weigh_silent(const struct signal_row *row)
{
	int64_t every = row->first > 0 ? row->first : 1;
	bool late = row->second > 0 && row->days > row->second;

	return row->counted ? at_most(5 + (row->days - 1) / every, MOST) + (late ? 2 : 0) : 5;
}

static const char fixed_how[] = N_("Always so much, whatever the days.");

static int
weigh_over(const struct signal_row *row)
{
	(void)row;
	return 3;
}

static int
weigh_now(const struct signal_row *row)
{
	(void)row;
	return 8;
}

static const char behind_how[] =
    N_("3, and 1 for every 10 points between the share of the time that is over and the progress, at most 8; within 10 points nothing is said.");

static int
weigh_behind(const struct signal_row *row)
{
	return at_most(3 + row->days / 10, 8);
}

/* --- In words --- */

/* "in 9 days", "today", "3 days late": after what is due. */
static void
add_when(struct str *out, const char *what, int64_t days)
{
	unsigned long n = (unsigned long)(days < 0 ? -days : days);
	long long count = (long long)n;

	if (days < 0)
		str_addf(out, ngettext("%s in %lld day", "%s in %lld days", n), what, count);
	else if (days > 0)
		str_addf(out, ngettext("%s, %lld day late", "%s, %lld days late", n), what, count);
	else
		str_addf(out, _("%s today"), what);
}

/* "next step due (call Ana) in 3 days" */
static void
add_named(struct str *out, const char *what, const char *text, int64_t days)
{
	struct str named = { 0 };

	if (*text)
		str_addf(&named, _("%s (%s)"), what, text);
	else
		str_add(&named, what);
	add_when(out, str_text(&named), days);
	str_free(&named);
}

static void
say_silent(const struct signal_row *row, struct str *out)
{
	if (row->counted)
		str_addf(out, ngettext("silent %lld day, asked every %lld",
		    "silent %lld days, asked every %lld", (unsigned long)row->days),
		    (long long)row->days, (long long)row->first);
	else
		str_addf(out, ngettext("no contact noted yet, asked every %lld day",
		    "no contact noted yet, asked every %lld days", (unsigned long)row->first),
		    (long long)row->first);
}

static void
say_step(const struct signal_row *row, struct str *out)
{
	add_named(out, _("next step due"), row->text, row->days);
}

static void
say_item(const struct signal_row *row, struct str *out)
{
	struct str due = { 0 };

	add_when(&due, _("due"), row->days);
	if (row->first)
		str_add(out, str_text(&due));
	else
		str_addf(out, _("%s, nobody is named to do it"), str_text(&due));
	str_free(&due);
}

static void
say_behind(const struct signal_row *row, struct str *out)
{
	str_addf(out, _("behind plan: %lld%% reached, %lld%% of the time over"),
	    (long long)row->first, (long long)row->second);
}

static void
say_goal_end(const struct signal_row *row, struct str *out)
{
	if (row->days > 0)
		str_addf(out, ngettext("its time ended %lld day ago: say whether it was reached",
		    "its time ended %lld days ago: say whether it was reached",
		    (unsigned long)row->days), (long long)row->days);
	else
		add_when(out, _("its time ends"), row->days);
}

static void
say_measure(const struct signal_row *row, struct str *out)
{
	add_named(out, _("figure due"), row->text, row->days);
}

static void
say_report(const struct signal_row *row, struct str *out)
{
	add_when(out, _("report due"), row->days);
}

static void
say_finalise(const struct signal_row *row, struct str *out)
{
	add_when(out, _("final text due"), row->days);
}

static void
say_publish(const struct signal_row *row, struct str *out)
{
	add_when(out, _("publication due"), row->days);
}

static void
say_event(const struct signal_row *row, struct str *out)
{
	add_when(out, _("begins"), row->days);
}

static void
say_now(const struct signal_row *row, struct str *out)
{
	if (row->days)
		str_addf(out, ngettext("under way since yesterday", "under way for %lld days",
		    (unsigned long)row->days), (long long)row->days);
	else
		str_add(out, _("begins today"));
}

static void
say_over(const struct signal_row *row, struct str *out)
{
	str_addf(out, ngettext("ended %lld day ago: say whether it was held",
	    "ended %lld days ago: say whether it was held", (unsigned long)row->days),
	    (long long)row->days);
}

static void
say_round(const struct signal_row *row, struct str *out)
{
	add_when(out, _("answers due"), row->days);
}

static void
say_keep(const struct signal_row *row, struct str *out)
{
	add_when(out, _("personal data to be deleted"), row->days);
}

/* --- THE RULES --- */

static const struct care_rule rules[] = {
	{ "silent", weigh_silent, say_silent, silent_how, "contacted", "partners", false },
	{ "next-step", weigh_due, say_step, due_how, NULL, "partnerships", true },
	{ "item", weigh_item, say_item, item_how, "next", "items", true },
	{ "behind", weigh_behind, say_behind, behind_how, NULL, "goals", false },
	{ "goal-end", weigh_soft, say_goal_end, soft_how, NULL, "goals", true },
	{ "measure", weigh_soft, say_measure, soft_how, NULL, "metrics", true },
	{ "report", weigh_due, say_report, due_how, NULL, "affiliates", true },
	{ "finalise", weigh_due, say_finalise, due_how, "next", "documents", true },
	{ "publish", weigh_due, say_publish, due_how, "next", "documents", true },
	{ "event", weigh_due, say_event, due_how, NULL, "events", false },
	{ "event-now", weigh_now, say_now, fixed_how, NULL, "events", false },
	{ "event-over", weigh_over, say_over, fixed_how, "next", "events", false },
	{ "round", weigh_soft, say_round, soft_how, NULL, "rounds", true },
	{ "keep", weigh_due, say_keep, due_how, NULL, "people", true },
};

/* --- Gathering --- */

struct found {
	int64_t id;
	struct care_reason reason;
};

struct gathering {
	struct care *care;
	const struct care_rule *rule;
	struct found *all;
	size_t count, room;
};

static bool
gather(void *ctx, const struct signal_row *row)
{
	struct gathering *g = ctx;
	struct str text = { 0 };

	if (g->count == g->room) {
		g->room = g->room * 2 + 64;
		g->all = xrealloc(g->all, g->room * sizeof *g->all);
	}
	g->rule->say(row, &text);
	g->all[g->count++] = (struct found){ row->id, { g->rule, g->rule->weigh(row),
	    row->counted, row->days, arena_dup(&g->care->mem, str_text(&text), text.len) } };
	str_free(&text);
	return true;
}

/* Of one thing together, its weightiest reason first; then by the order of the rules. */
static int
found_compare(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	if (x->reason.weight != y->reason.weight)
		return y->reason.weight - x->reason.weight;
	return (x->reason.rule > y->reason.rule) - (x->reason.rule < y->reason.rule);
}

/* Of what is equally pressing, what has waited longest comes first. */
static int
thing_compare(const void *a, const void *b)
{
	const struct care_thing *x = a, *y = b;
	int64_t waited = x->reasons[0].days, other = y->reasons[0].days;

	if (x->weight != y->weight)
		return y->weight - x->weight;
	if (waited != other)
		return waited < other ? 1 : -1;
	return (x->id > y->id) - (x->id < y->id);
}

/* Equal ids are one thing. */
static void
things_make(struct gathering *g, struct care *care)
{
	care->things = arena_alloc(&care->mem, (g->count + 1) * sizeof *care->things);
	struct care_reason *reasons = arena_alloc(&care->mem,
	    (g->count + 1) * sizeof *reasons);
	for (size_t i = 0; i < g->count; i++) {
		struct care_thing *t = &care->things[care->count];
		if (!i || g->all[i].id != g->all[i - 1].id) {
			*t = (struct care_thing){ .id = g->all[i].id, .reasons = &reasons[i] };
			care->count++;
		} else {
			t--;
		}
		reasons[i] = g->all[i].reason;
		t->weight += reasons[i].weight;
		t->count++;
	}
}

bool
care_read(struct app *app, struct care *out, struct error *e)
{
	struct gathering g = { .care = out };
	bool ok = true;

	*out = (struct care){ .count = 0 };
	for (size_t i = 0; ok && i < sizeof rules / sizeof *rules; i++) {
		g.rule = &rules[i];
		ok = signal_each(app->store, rules[i].signal, gather, &g, e);
	}
	if (ok && g.count) {
		qsort(g.all, g.count, sizeof *g.all, found_compare);
		things_make(&g, out);
		qsort(out->things, out->count, sizeof *out->things, thing_compare);
	}
	free(g.all);
	if (!ok)
		care_free(out);
	return ok;
}

void
care_free(struct care *care)
{
	arena_free(&care->mem);
	*care = (struct care){ .count = 0 };
}

/* --- What is asked of it --- */

void
care_reasons(const struct care_thing *t, struct str *out)
{
	for (int i = 0; i < t->count; i++)
		str_addf(out, "%s%s: +%d", i ? "; " : "", t->reasons[i].text, t->reasons[i].weight);
}

const char *
care_step(const struct care_thing *t)
{
	for (int i = 0; i < t->count; i++)
		if (t->reasons[i].rule->step)
			return t->reasons[i].rule->step;
	return NULL;
}

bool
care_empty(struct app *app, bool *empty, struct error *e)
{
	*empty = true;
	for (const struct pane *p = panes; *empty && p->name; p++) {
		struct query q = { .ent = entity_find(p->entity), .pane = p };
		int64_t count = 0;
		if (p->key && !query_count(app->store, &q, &count, NULL, e))
			return false;
		*empty = !p->key || !count;
	}
	return true;
}
