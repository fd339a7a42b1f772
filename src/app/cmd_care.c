/* Commands on what needs care: the overview, what is due, why a figure is what it is,
 * examples like this, records that are there twice and making one of them. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/care.h"
#include "app/duplicates.h"
#include "app/groups.h"
#include "app/like.h"
#include "app/pane.h"
#include "app/table.h"
#include "app/why.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/merge_records.h"
#include "store/which.h"

static void
cell_add(struct str *out, const char *text, bool last)
{
	table_tsv_add(out, text, strlen(text));
	str_addc(out, last ? '\n' : '\t');
}

/* Title, pane and id of a record, as cells of a row. */
static void
record_cells(struct app *app, int64_t id, struct str *out)
{
	const struct entity *ent = record_entity(app->store, id);
	const struct pane *pane = ent ? pane_of_record(app->store, ent, id) : NULL;
	struct str title = { 0 };
	char text[ID_LENGTH + 1];

	id_format(id, text);
	if (ent)
		record_title(app->store, ent, id, &title);
	cell_add(out, str_text(&title), false);
	cell_add(out, pane ? pane->name : "", false);
	cell_add(out, text, false);
	str_free(&title);
}

static bool
record_meant(struct app *app, const char *pane_name, const char *which,
    const struct pane **pane, int64_t *id, struct error *e)
{
	*pane = pane_named(pane_name, e);
	return *pane && which_find(app->store, entity_find((*pane)->entity), *pane, which, false,
	    id, e);
}

/* --- overview, due --- */

static bool
first_steps(struct app *app, struct error *e)
{
	bool empty = false;

	if (!care_empty(app, &empty, e))
		return false;
	app_say(app, "%s", empty
	    ? _("The file is empty. Begin with your own organisation: alianza add affiliates name=..., or import a list: alianza import partners FILE.")
	    : _("Nothing needs attention now."));
	return true;
}

static bool
overview(struct app *app, struct call *call, struct error *e)
{
	struct care care;
	struct str out = { 0 }, reasons = { 0 };
	int64_t limit;

	if (!call_limit(call, &limit, e) || !care_read(app, &care, e))
		return false;
	str_add(&out, "urgency\trecord\tpane\tid\treasons\n");
	for (size_t i = 0; i < care.count && (!limit || i < (size_t)limit); i++) {
		str_cut(&reasons, 0);
		care_reasons(&care.things[i], &reasons);
		str_addf(&out, "%d\t", care.things[i].weight);
		record_cells(app, care.things[i].id, &out);
		cell_add(&out, str_text(&reasons), true);
	}
	bool ok = care.count || first_steps(app, e);
	str_free(&reasons);
	care_free(&care);
	return app_answer_str(app, &out, ok ? e : NULL) && ok;
}

/* Something with a day, of one thing. */
struct dated {
	const struct care_thing *thing;
	const struct care_reason *reason;
};

static int
dated_compare(const void *a, const void *b)
{
	const struct dated *x = a, *y = b;

	if (x->reason->days != y->reason->days)
		return x->reason->days < y->reason->days ? 1 : -1;
	return (x->thing->id > y->thing->id) - (x->thing->id < y->thing->id);
}

static size_t
dated_collect(const struct care *care, struct dated **out)
{
	size_t count = 0, room = 1;

	for (size_t i = 0; i < care->count; i++)
		room += (size_t)care->things[i].count;
	*out = xmalloc(room * sizeof **out);
	for (size_t i = 0; i < care->count; i++)
		for (int k = 0; k < care->things[i].count; k++)
			if (care->things[i].reasons[k].rule->dated)
				(*out)[count++] = (struct dated){ &care->things[i],
				    &care->things[i].reasons[k] };
	qsort(*out, count, sizeof **out, dated_compare);
	return count;
}

static bool
due(struct app *app, struct call *call, struct error *e)
{
	struct care care;
	struct dated *all;
	struct str out = { 0 };
	int64_t limit;

	if (!call_limit(call, &limit, e) || !care_read(app, &care, e))
		return false;
	size_t count = dated_collect(&care, &all);
	str_add(&out, "days\trecord\tpane\tid\tdue\n");
	for (size_t i = 0; i < count && (!limit || i < (size_t)limit); i++) {
		str_addf(&out, "%lld\t", (long long)-all[i].reason->days);
		record_cells(app, all[i].thing->id, &out);
		cell_add(&out, all[i].reason->text, true);
	}
	free(all);
	care_free(&care);
	return app_answer_str(app, &out, e);
}

/* --- why, like --- */

static bool
why(struct app *app, struct call *call, struct error *e)
{
	const struct pane *pane;
	struct str out = { 0 };
	int64_t id;

	bool ok = record_meant(app, call->argv[0], call->argv[1], &pane, &id, e)
	    && why_add(app, pane, id, call->argc > 2 ? call->argv[2] : NULL, &out, e);
	return app_answer_str(app, &out, ok ? e : NULL) && ok;
}

static bool
like(struct app *app, struct call *call, struct error *e)
{
	const struct pane *pane;
	struct str out = { 0 };
	int64_t id, limit;

	bool ok = call_limit(call, &limit, e)
	    && record_meant(app, call->argv[0], call->argv[1], &pane, &id, e)
	    && like_add(app, id, limit, &out, e);
	return app_answer_str(app, &out, ok ? e : NULL) && ok;
}

/* --- duplicates, merge --- */

struct telling {
	struct app *app;
	struct str out;
	int64_t count;
};

static bool
twins_tell(void *ctx, const struct twins *t)
{
	struct telling *telling = ctx;

	telling->count++;
	record_cells(telling->app, t->first, &telling->out);
	record_cells(telling->app, t->second, &telling->out);
	cell_add(&telling->out, t->why, true);
	return true;
}

static bool
duplicates(struct app *app, struct call *call, struct error *e)
{
	const struct pane *pane = pane_named(call->argv[0], e);
	struct telling telling = { .app = app };

	if (!pane)
		return false;
	str_add(&telling.out, "record\tpane\tid\tlike\tlike_pane\tlike_id\twhy\n");
	bool ok = duplicates_each(app, pane, twins_tell, &telling, e);
	if (ok && telling.count)
		app_say(app, _("\"alianza merge %s FIRST SECOND\" makes one of two."), pane->name);
	return app_answer_str(app, &telling.out, ok ? e : NULL) && ok;
}

static void
merge_say(struct app *app, int64_t gone, const struct merge_report *r)
{
	struct str title = { 0 };

	record_title(app->store, record_entity(app->store, gone), gone, &title);
	if (r->moved)
		app_say(app, ngettext("%lld reference to %s leads to the other record now.",
		    "%lld references to %s lead to the other record now.",
		    (unsigned long)r->moved), (long long)r->moved, str_text(&title));
	if (r->apart.len)
		app_say(app, _("The two differ in %s: what %s said stands in private lines."),
		    str_text(&r->apart), str_text(&title));
	if (r->alike)
		app_say(app, ngettext("%lld line is in both, word for word: %s. It is kept twice.",
		    "%lld lines are in both, word for word: %s. They are kept twice.",
		    (unsigned long)r->alike), (long long)r->alike, str_text(&r->alike_lines));
	str_free(&title);
}

static bool
merge(struct app *app, struct call *call, struct error *e)
{
	const struct pane *pane;
	int64_t kept, gone;

	if (!record_meant(app, call->argv[0], call->argv[1], &pane, &kept, e))
		return false;
	for (int i = 2; i < call->argc; i++) {
		struct merge_report r = { 0 };
		bool ok = which_find(app->store, entity_find(pane->entity), pane, call->argv[i],
		    false, &gone, e)
		    && merge_records(app->store, entity_find(pane->entity), kept, gone, &r, e);
		if (ok)
			merge_say(app, gone, &r);
		merge_report_free(&r);
		if (!ok)
			return false;
	}
	return true;
}

/* What is due stands in the overview too: that is where who chooses from a menu finds it. */
const struct command care_commands[] = {
	{ .name = "overview", .keys = "0", .options = "limit", .label = N_("Overview"),
	    .menu = N_("Go"),
	    .help = N_("Show what needs attention across everything, the most pressing first, with the reasons."),
	    .min = 0, .max = 0, .flags = C_FILE, .run = overview },
	{ .name = "due", .options = "limit", .label = N_("Due"),
	    .help = N_("List what is due, the longest overdue first: items, next steps, figures, goals, reports, documents."),
	    .min = 0, .max = 0, .flags = C_FILE, .run = due },
	{ .name = "why", .args = N_("PANE WHICH [FIELD]"),
	    .kinds = { ARG_PANE, ARG_WHICH, ARG_NAME }, .keys = "y", .label = N_("Why"),
	    .menu = N_("View"),
	    .help = N_("Tell how the figures of a record come about: in words, with the rows behind them and the command that shows them."),
	    .min = 2, .max = 3, .flags = C_FILE | C_RECORD, .run = why },
	{ .name = "like", .args = N_("PANE WHICH"), .kinds = { ARG_PANE, ARG_WHICH },
	    .keys = "list/= record/=", .options = "limit", .label = N_("Like this"), .menu = N_("View"),
	    .help = N_("Show examples with the same type of partner, those with figures and of the nearest country first: what to tell a new partner."),
	    .min = 2, .max = 2, .flags = C_FILE | C_RECORD, .run = like },
	{ .name = "duplicates", .args = N_("PANE"), .kinds = { ARG_PANE },
	    .label = N_("Duplicates"), .menu = N_("View"),
	    .help = N_("List records that may be one and the same."),
	    .min = 1, .max = 1, .flags = C_FILE, .run = duplicates },
	{ .name = "merge", .args = N_("PANE WHICH WHICH..."), .kinds = { ARG_PANE, ARG_WHICH },
	    .label = N_("Make one"), .menu = N_("Edit"),
	    .help = N_("Make one record of several that mean the same: the first is kept, the others go to the trash, and nothing is lost; lines of notes stand by their time. Undo takes it back."),
	    .min = 3, .max = -1, .flags = C_FILE | C_CHANGES | C_BACKUP | C_RECORD,
	    .run = merge },
	{ .name = NULL }
};
