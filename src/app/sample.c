#include "config.h"

#include "app/sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "io/import.h"
#include "store/through.h"

#define SAMPLE_TODAY "2021-10-04"

/* In this order each file finds what it refers to: first the movement's rows, then
 * what five pages say (data/README), which adds to some of them. attendance.csv is not
 * among them: the sample knows in which session those people were. */
static const struct {
	const char *pane, *file;
	bool create;
} rows[] = {
	{ "organisations", "organisations.csv", false },
	{ "affiliates", "affiliates.csv", false },
	{ "partnerships", "partnerships.csv", true },
	{ "events", "events.csv", false },
	{ "goals", "goals.csv", false },
	{ "people", "people.csv", false },
	{ "affiliations", "affiliations.csv", false },
	{ "tags", "sample/tags.csv", false },
	{ "networks", "sample/networks.csv", false },
	{ "bodies", "sample/bodies.csv", false },
	{ "memberships", "sample/memberships.csv", false },
	{ "partners", "sample/partners.csv", false },
	{ "people", "sample/people.csv", false },
	{ "periods", "sample/periods.csv", false },
	{ "templates", "sample/templates.csv", false },
	{ "events", "sample/events.csv", false },
	{ "involvements", "sample/involvements.csv", false },
	{ "sessions", "sample/sessions.csv", false },
	{ "speakers", "sample/speakers.csv", false },
	{ "attendance", "sample/attendance.csv", false },
	{ "forms", "sample/forms.csv", false },
	{ "form_questions", "sample/form_questions.csv", false },
	{ "rounds", "sample/rounds.csv", false },
	{ "notes", "sample/notes.csv", false },
	{ "participants", "sample/participants.csv", false },
	{ "goals", "sample/goals.csv", false },
	{ "metrics", "sample/metrics.csv", false },
	{ "entries", "sample/entries.csv", false },
	{ "capacities", "sample/capacities.csv", false },
	{ "resources", "sample/resources.csv", false },
	{ "documents", "sample/documents.csv", false },
	{ "views", "sample/views.csv", false },
};

static void
quiet(void *ctx, const char *sentence)
{
	app_say(ctx, "%s", sentence);
}

static bool
rows_import(struct app *app, const char *pane, const char *file, bool create,
    struct error *e)
{
	struct import_listener listener = { quiet, quiet, app_is_stopped, app };
	struct import_options o = { .create = create, .add_terms = true };
	struct import_report r;
	char *path = app_shipped(file);

	if (!path)
		return set_error(e, STATUS_NOINPUT,
		    _("The sample's %s is not where it was installed: install alianza again."), file);
	bool ok = import_csv(app->store, pane_find(pane), path, &o, false, &listener, &r, e);
	free(path);
	return ok;
}

bool
sample_fill(struct app *app, struct error *e)
{
	/* The history of the sample begins on its own today: nothing is added later. */
	if (!app->now)
		clock_set_text(SAMPLE_TODAY, strlen(SAMPLE_TODAY), NULL);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (!rows_import(app, rows[i].pane, rows[i].file, rows[i].create, e))
			return false;
	bool ok = action_begin(app->store, "settings", e);
	if (!ok)
		return false;
	ok = setting_put(app->store, "sample_today", SAMPLE_TODAY, e)
	    && setting_put(app->store, SETTING_SAMPLE, "yes", e);
	return action_end(app->store, ok, NULL, ok ? e : NULL);
}

bool
sample_fresh(struct app *app, struct error *e)
{
	struct str path = { 0 };
	char *dir = app_state_dir(e);

	if (!dir)
		return false;
	str_addf(&path, "%s/sample.db", dir);
	free(dir);
	size_t n = path.len;
	unlink(path.s);
	str_add(&path, "-journal");	/* of a sample that was killed */
	unlink(path.s);
	str_cut(&path, n);
	struct store *s = store_open(path.s, OPEN_CREATE, e);
	free(app->path);
	app->path = str_take(&path);
	if (!s)
		return false;
	app->store = s;
	bool ok = sample_fill(app, e);
	store_close(app->store);
	app->store = NULL;
	return ok;
}
