/* Who can help with a topic. */
#include "config.h"

#include "app/groups.h"
#include "app/match.h"
#include "app/report.h"
#include "base/i18n.h"
#include "io/page.h"

static void
helpers_write(const struct helper *helpers, size_t count, int columns, struct str *out)
{
	const struct page_column heads[] = {
		{ "who", _("Who"), PAGE_ESCAPED }, { "what", _("What"), PAGE_ESCAPED },
		{ "because", _("Because"), PAGE_ESCAPED },
	};
	struct arena mem = { 0 };
	struct page *page = page_new();

	page_table(page, heads, sizeof heads / sizeof *heads);
	for (size_t i = 0; i < count; i++) {
		page_cell(page, helpers[i].who);
		page_cell(page, helpers[i].what);
		page_cell(page, arena_printf(&mem, "%s: %s", helpers[i].source, helpers[i].words));
	}
	page_write(page, PAGE_TEXT, columns, out);
	page_free(page);
	arena_free(&mem);
}

static bool
who_can_help(struct app *app, struct call *call, struct error *e)
{
	enum { COLUMNS = 72 };
	struct shared_left left = { 0 };
	struct arena mem = { 0 };
	struct str topic = { 0 }, out = { 0 };
	struct helper *helpers;
	size_t count;

	for (int i = 0; i < call->argc; i++)
		str_addf(&topic, "%s%s", i ? " " : "", call->argv[i]);
	bool ok = match_topic(app->store, str_text(&topic), &left, &mem, &helpers, &count, e);
	if (ok && !count)
		ok = set_error(e, STATUS_NONE, _("Nobody here is known to know about \"%s\"; try "
		    "another word for it, of four letters or more."), str_text(&topic));
	if (ok) {
		helpers_write(helpers, count, app->out.columns ? app->out.columns : COLUMNS, &out);
		ok = app_answer(app, str_text(&out), out.len, e);
		report_say_left(app, &left);
	}
	arena_free(&mem);
	str_free(&topic);
	str_free(&out);
	return ok;
}

const struct command need_commands[] = {
	{ .name = "who-can-help", .args = N_("TOPIC..."), .kinds = { ARG_TEXT },
	    .label = N_("Who can help"), .menu = N_("View"),
	    .help = N_("List who offers, made or told something about a topic, with where that is known from: offers first, then examples and resources, sessions and what organisations work on."),
	    .min = 1, .max = -1, .flags = C_FILE, .run = who_can_help },
	{ .name = NULL }
};
