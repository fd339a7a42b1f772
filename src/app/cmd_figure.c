/* Commands on figures: the quarters of a year, one figure of a metric, figures of the
 * Programs & Events Dashboard. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/edit.h"
#include "app/figures.h"
#include "app/groups.h"
#include "app/pane.h"
#include "base/i18n.h"
#include "base/id.h"
#include "io/dashboard.h"
#include "store/filter.h"
#include "store/which.h"

/* Makes a record of a pane from words like "from=2026-01-01". */
static bool
record_make(struct app *app, const char *pane, const char *const *words, size_t count,
    struct arena *mem, int64_t *id, struct error *e)
{
	const struct pane *p = pane_find(pane);
	struct assignment *a = arena_alloc(mem, count * sizeof *a);

	for (size_t i = 0; i < count; i++)
		if (!assignment_parse(p, words[i], mem, &a[i], e))
			return false;
	return record_add(app, p, a, count, id, e);
}

/* --- quarters --- */

/* Is one of the file's quarters over any of these days, or a period of that name there? */
static bool
is_taken(struct app *app, const struct span *span, struct arena *mem, bool *taken,
    struct error *e)
{
	const struct entity *ent = entity_find("period");
	const char *text = arena_printf(mem, "(kind=quarter from<=%s to>=%s) or name=\"%s\"",
	    span->to, span->from, span->name);
	int64_t count = 0;

	struct filter *f = filter_parse(app->store, ent, NULL, text, e);
	const struct query q = { .ent = ent, .filter = f };
	bool ok = f && query_count(app->store, &q, &count, NULL, e);
	filter_free(f);
	*taken = count > 0;
	return ok;
}

static bool
quarter_add(struct app *app, const struct span *span, struct arena *mem, struct error *e)
{
	const char *words[] = { arena_printf(mem, "name=%s", span->name),
		arena_printf(mem, "from=%s", span->from), arena_printf(mem, "to=%s", span->to),
		"kind=quarter" };
	int64_t id;

	return record_make(app, "periods", words, sizeof words / sizeof *words, mem, &id, e);
}

static bool
quarters(struct app *app, struct call *call, struct error *e)
{
	struct arena mem = { 0 };
	struct date year;
	int added = 0;
	bool taken;

	if (!date_parse(call->argv[0], strlen(call->argv[0]), &year) || year.month)
		return set_error(e, STATUS_USAGE, _("\"%s\" is no year: write quarters 2026."),
		    call->argv[0]);
	bool ok = true;
	for (int i = 1; ok && i <= 4; i++) {
		struct span span = span_quarter(year.year, i, &mem);
		ok = is_taken(app, &span, &mem, &taken, e)
		    && (taken || quarter_add(app, &span, &mem, e));
		added += ok && !taken;
	}
	if (ok && !added)
		app_say(app, _("%d has its quarters already."), year.year);
	arena_free(&mem);
	return ok;
}

/* --- figure --- */

/* A figure of the metric itself for just these days: no event's, and nobody's but its
 * owner's. 0: there is none. */
static bool
figure_find(struct app *app, int64_t metric, const struct span *span, struct arena *mem,
    int64_t *id, struct error *e)
{
	const struct entity *ent = entity_find("measurement");
	char which[ID_LENGTH + 1];
	int64_t *ids = NULL, count = 0;

	id_format(metric, which);
	struct filter *f = filter_parse(app->store, ent, NULL, arena_printf(mem,
	    "metric=%s from=%s to=%s event= organisation=", which, span->from, span->to), e);
	const struct query q = { .ent = ent, .filter = f, .sort = "id" };
	bool ok = f && ids_read(app->store, &q, &ids, &count, e);
	*id = ok && count ? ids[count - 1] : 0;
	free(ids);
	filter_free(f);
	return ok;
}

/* What was said in words before would be wrong beside another number. */
static bool
figure_change(struct app *app, int64_t id, const char *const *words, size_t count,
    struct arena *mem, struct error *e)
{
	const struct pane *pane = pane_find("measurements");
	struct assignment a;

	for (size_t i = 0; i < count; i++)
		if (!assignment_parse(pane, words[i], mem, &a, e)
		    || !assignment_apply(app, pane, id, &a, e))
			return false;
	return true;
}

static bool
figure_remove(struct app *app, int64_t id, struct error *e)
{
	const struct entity *ent = entity_find("measurement");
	struct cell gone = { field_with(ent, F_TRASH), value_int(1), true };

	return !id || record_put(app->store, ent, id, &gone, e);
}

static bool
figure_put(struct app *app, int64_t metric, const struct span *span, const char *typed,
    struct arena *mem, struct error *e)
{
	struct str qualifier = { 0 }, value = { 0 };
	char which[ID_LENGTH + 1];
	int64_t id;

	bool ok = figure_find(app, metric, span, mem, &id, e);
	if (ok && !typed[strspn(typed, " ")])
		return figure_remove(app, id, e);
	ok = ok && figure_input(app->store, typed, &qualifier, &value, e);
	id_format(metric, which);
	const char *words[] = { arena_printf(mem, "value=%s", str_text(&value)),
		arena_printf(mem, "qualifier=%s", str_text(&qualifier)), "value_words=",
		arena_printf(mem, "metric=%s", which), arena_printf(mem, "from=%s", span->from),
		arena_printf(mem, "to=%s", span->to) };
	if (ok && id)
		ok = figure_change(app, id, words, 3, mem, e);
	else if (ok)
		ok = record_make(app, "measurements", words, sizeof words / sizeof *words, mem, &id,
		    e);
	str_free(&qualifier);
	str_free(&value);
	return ok;
}

static bool
figure(struct app *app, struct call *call, struct error *e)
{
	const struct pane *pane = pane_find("metrics");
	struct arena mem = { 0 };
	struct str typed = { 0 };
	struct span span;
	int64_t metric;

	for (int i = 2; i < call->argc; i++)
		str_addf(&typed, "%s%s", i > 2 ? " " : "", call->argv[i]);
	bool ok = which_find(app->store, entity_find(pane->entity), pane, call->argv[0], false,
	    &metric, e) && span_read(app->store, call->argv[1], &mem, &span, e)
	    && figure_put(app, metric, &span, str_text(&typed), &mem, e);
	str_free(&typed);
	arena_free(&mem);
	return ok;
}

/* --- import-dashboard --- */

static void
told(void *ctx, const char *sentence)
{
	app_say(ctx, "%s", sentence);
}

/* A goal, or an event that has one. */
static bool
target_find(struct app *app, const char *which, struct dashboard_target *out,
    struct error *e)
{
	const struct pane *goals = pane_find("goals"), *events = pane_find("events");
	struct error no_goal;

	*out = (struct dashboard_target){ 0, 0 };
	if (which_find(app->store, entity_find(goals->entity), goals, which, false,
	    &out->goal, &no_goal))
		return true;
	if (!which_find(app->store, entity_find(events->entity), events, which, false,
	    &out->event, e))
		return set_error(e, no_goal.status, "%s", no_goal.msg);
	return dashboard_goal_of(app->store, out, e);
}

static bool
import_dashboard(struct app *app, struct call *call, struct error *e)
{
	struct dashboard_target target;
	struct dashboard_report r;

	if (call->argc < 2)
		return set_error(e, STATUS_USAGE, _("Say of which goal or event: name it behind the file."));
	if (!target_find(app, call->argv[1], &target, e)
	    || !dashboard_import(app->store, call->argv[0], &target, told, app, &r, e))
		return false;
	app_say(app, ngettext("%lld course was read.", "%lld courses were read.",
	    (unsigned long)r.courses), (long long)r.courses);
	app_say(app, _("Figures: %lld added, %lld changed, %lld as they were."),
	    (long long)r.added, (long long)r.changed, (long long)r.same);
	return true;
}

/* One figure is for who types; the menu has the grid. */
const struct command figure_commands[] = {
	{ .name = "quarters", .args = N_("YEAR"), .kinds = { ARG_TEXT }, .label = N_("Quarters"),
	    .menu = N_("Edit"),
	    .help = N_("Add the four quarters of a year as periods; those that are there, also with days of their own, stay as they are."),
	    .min = 1, .max = 1, .flags = C_FILE | C_CHANGES, .run = quarters },
	{ .name = "figure", .args = N_("METRIC PERIOD [FIGURE...]"),
	    .kinds = { ARG_WHICH, ARG_TEXT, ARG_TEXT }, .label = N_("Figure"),
	    .help = N_("Say what a metric came to in a period, such as 2026 Q1: a number, with ~ < > >= or a word like almost in front where it is not exact; without a figure the one that is there goes to the trash."),
	    .min = 2, .max = -1, .flags = C_FILE | C_CHANGES, .run = figure },
	{ .name = "import-dashboard", .args = N_("FILE [GOAL-OR-EVENT]"),
	    .kinds = { ARG_FILE, ARG_WHICH }, .label = N_("Dashboard"), .menu = N_("File"),
	    .help = N_("Read the CSV of courses from the Programs & Events Dashboard: editors, new editors, articles, bytes and uploads become figures of a goal, on the screen of the one under the cursor. Reading it again changes only what has grown."),
	    .min = 1, .max = 2, .flags = C_FILE | C_CHANGES | C_BACKUP, .run = import_dashboard },
	{ .name = NULL }
};
