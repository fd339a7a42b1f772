/* Reports from the shell and from ":". */
#include "config.h"

#include <string.h>

#include "app/groups.h"
#include "app/pane.h"
#include "app/report.h"
#include "app/saved_view.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "io/out.h"
#include "store/which.h"

/* What there is, a line each. */
static bool
reports_list(struct app *app, struct error *e)
{
	const struct report *r;
	struct str out = { 0 }, name = { 0 };

	for (int i = 0; (r = report_at(i)); i++) {
		str_cut(&name, 0);
		str_addf(&name, "%s%s%s%s", r->name, r->pane ? (r->optional ? " [" : " ") : "",
		    r->pane ? _(pane_find(r->pane)->singular) : "", r->pane && r->optional ? "]" : "");
		utf8_fit(&out, name.s, name.len, 24, false, 0);
		str_addf(&out, " %s (%s)\n", _(r->help), r->formats);
	}
	bool ok = app_answer(app, str_text(&out), out.len, e);
	str_free(&out);
	str_free(&name);
	return ok;
}

/* What it is about: a record, or a stretch of time that the file has no period for. */
static bool
record_read(struct app *app, const struct report *r, const struct call *call, int64_t *id,
    struct report_wish *wish, struct error *e)
{
	const struct pane *pane = r->pane ? pane_find(r->pane) : NULL;

	*id = 0;
	if (call->argc < 2)
		return true;
	if (!pane)
		return set_error(e, STATUS_USAGE, _("The report \"%s\" is about the whole file."),
		    r->name);
	if (which_find(app->store, entity_find(pane->entity), pane, call->argv[1], false, id,
	    r->span ? NULL : e))
		return true;
	*id = 0;
	wish->span = call->argv[1];
	return r->span;
}

static bool
file_write(struct app *app, const struct call *call, const struct str *text,
    struct error *e)
{
	const char *path = call_option(call, "output");
	struct out *out = out_open(path, call_option(call, "force"), e);
	bool ok = out && out_write(out, str_text(text), text->len, e);

	ok = (!out || out_close(out, ok, ok ? e : NULL)) && ok;
	if (ok && strcmp(path, "-"))
		app_say(app, _("%s is written."), path);
	return ok;
}

/* A saved view is a report as well: what others may see of its list or table. */
static bool
view_write(struct app *app, const struct call *call, const struct saved_view *v,
    struct arena *mem, struct error *e)
{
	const char *path = call_option(call, "output");
	const char **words;

	if (call->argc > 1)
		return set_error(e, STATUS_USAGE, _("The report \"%s\" is about the whole file."),
		    v->name);
	if (*v->table && path && strcmp(path, "-"))
		return set_error(e, STATUS_USAGE, _("A table of counts cannot go to a file by "
		    "--output: write > and the file's name behind the command."));
	int count = saved_view_export(v, path ? path : "-", call_option(call, "format"),
	    call_option(call, "force"), mem, &words);
	return command_run(app, count, words, e);
}

/* No report has that name: a view of the file, or a refusal. */
static bool
no_report(struct app *app, const struct call *call, struct error *e)
{
	struct arena mem = { 0 };
	struct saved_view v;

	bool ok = saved_view_read(app, call->argv[0], &mem, &v, NULL)
	    ? view_write(app, call, &v, &mem, e) : report_find(call->argv[0], e) != NULL;
	arena_free(&mem);
	return ok;
}

static bool
report(struct app *app, struct call *call, struct error *e)
{
	const struct report *r = call->argc ? report_find(call->argv[0], NULL) : NULL;
	struct report_wish wish = { call_option(call, "format"), call_option(call, "language"),
	    app->out.terminal ? app->out.columns : 0, NULL, false };
	struct shared_left left = { 0 };
	enum page_format format;
	struct str text = { 0 };
	int64_t id;

	if (!call->argc)
		return reports_list(app, e);
	if (!r)
		return no_report(app, call, e);
	bool ok = record_read(app, r, call, &id, &wish, e)
	    && report_write(app, r, id, &wish, &text, &format, &left, e)
	    && (call_option(call, "output") ? file_write(app, call, &text, e)
	    : app_answer(app, str_text(&text), text.len, e));
	if (ok)
		report_say_left(app, &left);
	str_free(&text);
	return ok;
}

const struct command report_commands[] = {
	{ .name = "report", .args = N_("[NAME] [WHICH]"), .kinds = { ARG_REPORT, ARG_WHICH },
	    .options = "output format language force", .keys = "X", .label = N_("Report"),
	    .menu = N_("File"),
	    .help = N_("Write a report as wikitext, plain text or CSV: documentation, attendance, schedule or items of an event, the page of an interview, the sheet for a meeting with a partner, the table of a period; without a name it lists them all. The name of a saved view writes its list or table. Private records and contact data stay out."),
	    .min = 0, .max = 2, .flags = C_FILE, .run = report },
	{ .name = NULL }
};
