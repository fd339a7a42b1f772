/* Commands on what ships to begin with. */
#include "config.h"

#include <string.h>

#include "app/groups.h"
#include "app/starter.h"
#include "app/table.h"
#include "base/i18n.h"

static void
row_add(struct str *out, const struct starter *s)
{
	const char *const cells[] = { s->name, s->pane->name, s->language,
	    s->here ? "yes" : "no", s->about };

	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		if (i)
			str_addc(out, '\t');
		table_tsv_add(out, cells[i], strlen(cells[i]));
	}
	str_addc(out, '\n');
}

/* For a person: the name, and under it what it is. */
static void
lines_add(struct str *out, const struct starter *s)
{
	if (s->here)
		/* TRANSLATORS: Meeting (Templates, in the file already) */
		str_addf(out, _("%s (%s, in the file already)"), s->name, _(s->pane->label));
	else
		str_addf(out, "%s (%s)", s->name, _(s->pane->label));
	str_addf(out, "\n    %s\n", s->about);
}

static bool
starters(struct app *app, struct call *call, struct error *e)
{
	struct arena mem = { 0 };
	struct str out = { 0 };
	struct starter *list;
	size_t n = 0;

	(void)call;
	bool ok = starters_read(app, &mem, &list, &n, e);
	str_add(&out, app->out.terminal ? _("\"use-starter NAME\" puts one of these into the file.\n\n")
	    : "name\tpane\tlanguage\there\tabout\n");
	for (size_t i = 0; ok && i < n; i++)
		(app->out.terminal ? lines_add : row_add)(&out, &list[i]);
	ok = ok && app_answer(app, str_text(&out), out.len, e);
	str_free(&out);
	arena_free(&mem);
	return ok;
}

static bool
use_starter(struct app *app, struct call *call, struct error *e)
{
	int64_t id;

	return starter_use(app, call->argv[0], call->argc > 1 ? call->argv[1] : NULL, &id, e);
}

const struct command starter_commands[] = {
	{ .name = "starters", .label = N_("Starters"), .menu = N_("File"),
	    .help = N_("List what ships to begin with: forms with their questions, templates for notes, metrics for a goal."),
	    .min = 0, .max = 0, .flags = C_FILE, .run = starters },
	{ .name = "use-starter", .args = N_("NAME [GOAL]"), .kinds = { ARG_TEXT, ARG_TEXT },
	    .label = N_("Use a starter"), .menu = N_("File"),
	    .help = N_("Put a form, a template or metrics that ship with alianza into the file, to use and change as your own; metrics need the goal they are for."),
	    .min = 1, .max = 2, .flags = C_FILE | C_CHANGES, .run = use_starter },
	{ .name = NULL }
};
