/* What commands of the shell give on the screen instead of an answer in text: `list` goes
 * to a list, `log` to a history. */
#include "config.h"

#include <string.h>

#include "app/filter_text.h"
#include "app/pane.h"
#include "base/i18n.h"
#include "store/which.h"
#include "ui/alike.h"
#include "ui/answers_matrix.h"
#include "ui/comment_ask.h"
#include "ui/dashboard_here.h"
#include "ui/event_ask.h"
#include "ui/found_view.h"
#include "ui/history_view.h"
#include "ui/import_ask.h"
#include "ui/list_do.h"
#include "ui/overview.h"
#include "ui/reach.h"
#include "ui/report_view.h"
#include "ui/saved_do.h"
#include "ui/state.h"
#include "ui/table_do.h"
#include "ui/terms_view.h"

static bool
list_here(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	const struct pane *pane = pane_named(argv[1], e);
	struct str text = { 0 };

	if (!pane || !screen_pane(sc, pane, e))
		return false;
	filter_text_add(argc - 2, argv + 2, &text);
	screen_filter(sc, str_text(&text));
	str_free(&text);
	return true;
}

/* Of the record whose id is given, or of the whole file. */
static bool
history_here(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	const struct pane *pane = argc > 1 ? pane_named(argv[1], e) : NULL;
	int64_t id = 0;

	if (argc == 2)
		return set_error(e, STATUS_USAGE, _("Say which record: log %s WHICH."), argv[1]);
	if (argc > 2 && !pane)
		return false;
	struct error live;
	if (pane && !which_find(sc->app->store, entity_find(pane->entity), pane, argv[2], false,
	    &id, &live) && !which_find(sc->app->store, entity_find(pane->entity), pane, argv[2],
	    true, &id, e))
		return false;
	screen_show_view(sc, history_view_new(sc->app, pane, id));
	return true;
}

static bool
settings_here(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	(void)argc;
	(void)argv;
	return app_open(sc->app, e) && terms_settings(sc, NULL, e);
}

/* All lists, or the values of the one named. */
static bool
terms_here(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	struct call call = { .argc = argc - 1, .argv = argv + 1 };

	if (!app_open(sc->app, e))
		return false;
	return argc > 1 ? terms_open(sc, &call, e) : terms_lists(sc, &call, e);
}

/* The whole copy of a file is for the command itself: its columns are our own. */
static bool
import_here(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	const char *words[] = { argv[0], "--", argv[1], argv[2] };

	if (argc == 3 && !pane_find(argv[1]))
		return run_call(sc, sizeof words / sizeof *words, words, e);
	return import_ask(sc, argc, argv, e);
}

static const struct instead {
	const char *name;
	int min, max;		/* words, the name counted; max 0: any number */
	bool (*run)(struct screen *sc, int argc, const char *const *argv, struct error *e);
	bool asks;		/* for the words that follow the name of a list */
} insteads[] = {
	{ "overview", 1, 1, overview_show, false },
	{ "help", 1, 1, reach_help, false },
	{ "list", 2, 0, list_here, false },
	{ "log", 1, 3, history_here, false },
	{ "export", 1, 1, list_do_export, false },
	{ "report", 1, 3, report_view_open, false },
	{ "import", 2, 3, import_here, true },
	{ "frequency", 1, 0, table_do_frequency, false },
	{ "crosstable", 1, 0, table_do_crosstable, false },
	{ "save-view", 2, 0, saved_do_save, false },
	{ "view", 1, 1, saved_do_list, false },
	{ "view", 2, 0, saved_do_view, false },
	{ "views", 1, 1, saved_do_list, false },
	{ "answers", 1, 2, answers_matrix_open, false },
	{ "settings", 1, 1, settings_here, false },
	{ "terms", 1, 2, terms_here, false },
	{ "duplicates", 2, 2, alike_show, false },
	{ "who-can-help", 2, 0, found_helpers, false },
	{ "like", 2, 3, found_examples, false },
	{ "copy-event", 2, 2, event_ask_edition, false },
	{ "comment", 3, 3, comment_ask, false },
	{ "import-dashboard", 2, 2, dashboard_here, false },
	{ "carry-over", 3, 3, event_ask_carry, false },
	{ "hand-over", 3, 3, event_ask_hand, false },
};

bool
action_instead(struct screen *sc, int argc, const char *const *argv, bool *ok,
    struct error *e)
{
	for (int i = 1; i < argc; i++)
		if (!strncmp(argv[i], "--", 2))
			return false;	/* with options it is the answer that is wanted */
	for (size_t i = 0; i < sizeof insteads / sizeof *insteads; i++) {
		const struct instead *in = &insteads[i];
		if (strcmp(in->name, argv[0]) || argc < in->min || (in->max && argc > in->max))
			continue;
		*ok = in->run(sc, argc, argv, e);
		return true;
	}
	return false;
}

bool
action_asks(const struct command *c)
{
	for (size_t i = 0; i < sizeof insteads / sizeof *insteads; i++)
		if (!strcmp(insteads[i].name, c->name))
			return insteads[i].asks;
	return false;
}
