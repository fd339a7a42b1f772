/* Commands on tables of counts and saved views. */
#include "config.h"

#include <string.h>

#include "app/filter_text.h"
#include "app/groups.h"
#include "app/pane.h"
#include "app/saved_view.h"
#include "app/shipped_view.h"
#include "app/tally_text.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "io/export_tally.h"
#include "store/filter.h"

/* --- frequency, crosstable --- */

static bool
table_export(struct app *app, const struct call *call, const struct tally_query *q,
    struct error *e)
{
	struct tally_export o = { call_option(call, "format"), call_option(call, "labels"),
	    call_option(call, "private") };
	struct str out = { 0 };
	int64_t omitted = 0;

	bool ok = export_tally(app->store, q, &o, &out, &omitted, e)
	    && app_answer(app, str_text(&out), out.len, e);
	if (ok)
		app_say_private(app, omitted);
	str_free(&out);
	return ok;
}

static bool
table_show(struct app *app, const struct tally_query *q, struct error *e)
{
	struct tally t;

	if (!tally_make(app->store, q, &t, e))
		return false;
	bool ok = tally_text_write(app, &t, e);
	tally_free(&t);
	return ok;
}

/* The pane, `count` columns, and a filter. */
static bool
table(struct app *app, const struct call *call, int count, struct error *e)
{
	struct tally_query q = { .pane = pane_named(call->argv[0], e), .count = count };

	if (!q.pane)
		return false;
	for (int i = 0; i < count; i++)
		if (!tally_by_parse(q.pane, call->argv[i + 1], &q.by[i], e))
			return false;
	struct filter *f = filter_words(app->store, entity_find(q.pane->entity), q.pane,
	    call->argc - count - 1, call->argv + count + 1, e);
	q.filter = f;
	bool ok = f && (call_option(call, "format") ? table_export(app, call, &q, e)
	    : table_show(app, &q, e));
	filter_free(f);
	return ok;
}

static bool
frequency(struct app *app, struct call *call, struct error *e)
{
	return table(app, call, 1, e);
}

static bool
crosstable(struct app *app, struct call *call, struct error *e)
{
	return table(app, call, 2, e);
}

/* --- Saved views --- */

enum { NAME_COLUMNS = 20 };

static const char *
option_text(const struct call *call, const char *name)
{
	const char *text = call_option(call, name);

	return text ? text : "";
}

static bool
save_view(struct app *app, struct call *call, struct error *e)
{
	struct saved_view v = { .name = call->argv[0],
	    .columns = option_text(call, "columns"), .sort = option_text(call, "sort"),
	    .table = option_text(call, "table") };
	struct str filter = { 0 };

	if (call->argc < 2)
		return set_error(e, STATUS_USAGE,
		    _("Say which list to save: save-view NAME PANE [FILTER...]."));
	v.pane = call->argv[1];
	filter_text_add(call->argc - 2, call->argv + 2, &filter);
	v.filter = str_text(&filter);
	bool ok = saved_view_put(app, &v, e);
	str_free(&filter);
	return ok;
}

static bool
view(struct app *app, struct call *call, struct error *e)
{
	struct arena mem = { 0 };
	struct saved_view v;
	const char **words;

	bool ok = saved_view_read(app, call->argv[0], &mem, &v, e);
	if (ok) {
		int count = saved_view_words(&v, &mem, &words);
		ok = command_run(app, count, words, e);
	}
	arena_free(&mem);
	return ok;
}

/* Those that every file has stand below the file's own: as further rows for programs, for
 * people with what they are called. */
static void
shipped_add(struct app *app, struct str *out)
{
	const struct shipped_view *v = shipped_views;
	struct arena mem = { 0 };

	if (app->out.terminal)
		str_addf(out, "\n%s\n", _("In every file:"));
	for (; v->label; v++) {
		if (app->out.terminal) {
			utf8_fit(out, v->view.name, strlen(v->view.name), NAME_COLUMNS, false, 0);
			str_addf(out, "  %s\n", _(v->label));
		} else {
			str_addf(out, "%s\t%s\t%s\t%s\n", v->view.name, v->view.pane,
			    shipped_view_filter(v, &mem), v->view.table);
		}
	}
	arena_free(&mem);
}

static bool
views(struct app *app, struct call *call, struct error *e)
{
	const char *const words[] = { "list", "--columns", "name,pane,filter,table",
	    pane_of_entity(saved_view_entity())->name };
	struct str out = { 0 };

	(void)call;
	if (!command_run(app, sizeof words / sizeof *words, words, e))
		return false;
	shipped_add(app, &out);
	bool ok = app_answer(app, str_text(&out), out.len, e);
	str_free(&out);
	return ok;
}

const struct command tally_commands[] = {
	{ .name = "frequency", .args = N_("PANE COLUMN [FILTER...]"),
	    .kinds = { ARG_PANE, ARG_COLUMN, ARG_FILTER }, .options = "format labels private",
	    .keys = "list/F table/F", .label = N_("Frequency"), .menu = N_("View"),
	    .help = N_("Count how many records have which value of a column, also through references as partner.country, and of dates as start:year, start:quarter or start:month."),
	    .min = 2, .max = -1, .flags = C_FILE, .run = frequency },
	{ .name = "crosstable", .args = N_("PANE COLUMN COLUMN [FILTER...]"),
	    .kinds = { ARG_PANE, ARG_COLUMN, ARG_COLUMN, ARG_FILTER },
	    .options = "format labels private", .keys = "list/W table/W",
	    .label = N_("Cross-table"), .menu = N_("View"),
	    .help = N_("Count how many records have which values of two columns: those of the first stand in lines, those of the second side by side."),
	    .min = 3, .max = -1, .flags = C_FILE, .run = crosstable },
	{ .name = "save-view", .args = N_("NAME [PANE] [FILTER...]"),
	    .kinds = { ARG_TEXT, ARG_PANE, ARG_FILTER }, .options = "columns sort table",
	    .label = N_("Save this view"), .menu = N_("View"),
	    .help = N_("Keep a list under a name in the file, with its filter, columns and order, or as a table of counts. On the screen a name is enough; a name that is there already gets the new look."),
	    .min = 1, .max = -1, .flags = C_FILE | C_CHANGES, .run = save_view },
	{ .name = "view", .args = N_("NAME"), .kinds = { ARG_NAME }, .label = N_("Saved view"),
	    .help = N_("Show a list or table as it was saved under a name, or one that every file has, as items-open."),
	    .min = 1, .max = 1, .flags = C_FILE, .run = view },
	{ .name = "views", .label = N_("Saved views"), .menu = N_("View"),
	    .help = N_("List the saved views of the file, and those that every file has: open items, by owner, without owner, without date, overdue, parked, and silent or changed partners. On the screen Enter opens one."),
	    .min = 0, .max = 0, .flags = C_FILE, .run = views },
	{ .name = NULL }
};
