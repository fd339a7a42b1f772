/* Who can help with a topic. */
#include "config.h"

#include "app/groups.h"
#include "app/match.h"
#include "app/report.h"
#include "base/i18n.h"

static bool
who_can_help(struct app *app, struct call *call, struct error *e)
{
	enum { COLUMNS = 72 };
	struct shared_left left = { 0 };
	struct str topic = { 0 }, out = { 0 };

	for (int i = 0; i < call->argc; i++)
		str_addf(&topic, "%s%s", i ? " " : "", call->argv[i]);
	struct page *page = match_page(app->store, str_text(&topic), &left, e);
	if (page)
		page_write(page, PAGE_TEXT, app->out.columns ? app->out.columns : COLUMNS, &out);
	bool ok = page && app_answer(app, str_text(&out), out.len, e);
	if (ok)
		report_say_left(app, &left);
	page_free(page);
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
