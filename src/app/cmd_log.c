/* Commands on what happened: log, undo, redo. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/groups.h"
#include "app/pane.h"
#include "app/time.h"
#include "base/i18n.h"
#include "store/history.h"
#include "store/undo.h"
#include "store/which.h"

static bool
number_read(const char *text, int64_t *n, struct error *e)
{
	char *end;

	*n = strtoll(text, &end, 10);
	return (!*end && end != text && *n > 0) || set_error(e, STATUS_USAGE,
	    _("\"%s\" is not the number of a change: \"alianza log\" shows them."), text);
}

static bool
log_line(void *ctx, const struct history_entry *h)
{
	struct app *app = ctx;
	struct str line = { 0 };
	char when[TIME_TEXT];

	time_text(h->time, when);
	str_addf(&line, "%lld\t%s\t%s\t%s%s%s\n", (long long)h->number, when, h->who,
	    h->sentence, h->undone ? " " : "", h->undone ? _("(undone)") : "");
	bool ok = app_answer(app, line.s, line.len, NULL);
	str_free(&line);
	return ok;
}

static bool
history(struct app *app, struct call *call, struct error *e)
{
	int64_t id = 0, limit = 0;

	if (!call_limit(call, &limit, e))
		return false;
	if (call->argc == 1)
		return set_error(e, STATUS_USAGE, _("Say which record: log %s WHICH."), call->argv[0]);
	if (call->argc == 2) {
		const struct pane *pane = pane_named(call->argv[0], e);
		struct error live;
		if (!pane)
			return false;
		const struct entity *ent = entity_find(pane->entity);
		if (!which_find(app->store, ent, pane, call->argv[1], false, &id, &live)
		    && !which_find(app->store, ent, pane, call->argv[1], true, &id, NULL)) {
			*e = live;
			return false;
		}
	}
	return history_each(app->store, id, limit, log_line, app, e);
}

/* What was taken back or done again, as the log says it, and what stayed. */
static bool
say_report(struct app *app, const struct undo_report *r, struct error *e)
{
	struct str sentence = { 0 };

	if (r->action && history_sentence(app->store, r->action, &sentence, NULL))
		app_say(app, "%s", str_text(&sentence));
	str_free(&sentence);
	const char *p = str_text(&r->left);
	while (*p) {
		size_t n = strcspn(p, "\n");
		app_say(app, "%.*s", (int)n, p);
		p += n + (p[n] == '\n');
	}
	if (r->kept > 20)
		app_say(app, _("and %lld more."), (long long)(r->kept - 20));
	app->redraw |= REDRAW_ROWS;
	return r->action || set_error(e, STATUS_NONE, _("Nothing was undone."));
}

/* Before anything is taken back: whose it is and when it was, if it is another's or
 * older than this sitting. */
static bool
say_whose(struct app *app, bool redoing, int64_t number, struct error *e)
{
	struct undo_report r = { 0 };
	char when[TIME_TEXT];

	bool ok = undo_look(app->store, redoing, number, &r, e);
	if (ok && (r.other || r.time < app->since)) {
		time_text(r.time, when);
		if (*r.who)
			app_say(app, _("This was done by %s on %s."), r.who, when);
		else
			app_say(app, _("This was done on %s."), when);
	}
	str_free(&r.sentence);
	str_free(&r.left);
	return ok;
}

static bool
undo_step(struct app *app, struct call *call, struct error *e)
{
	struct undo_report r = { 0 };
	int64_t number = 0;

	if (call->argc && !number_read(call->argv[0], &number, e))
		return false;
	bool ok = say_whose(app, false, number, e) && undo(app->store, number, &r, e);
	ok = ok && say_report(app, &r, e);
	str_free(&r.sentence);
	str_free(&r.left);
	return ok;
}

static bool
redo_step(struct app *app, struct call *call, struct error *e)
{
	struct undo_report r = { 0 };

	(void)call;
	bool ok = say_whose(app, true, 0, e) && redo(app->store, &r, e);
	ok = ok && say_report(app, &r, e);
	str_free(&r.sentence);
	str_free(&r.left);
	return ok;
}

const struct command log_commands[] = {
	{ .name = "log", .args = N_("[PANE WHICH]"), .kinds = { ARG_PANE, ARG_WHICH },
	    .options = "limit", .keys = "H", .label = N_("History"), .menu = N_("Edit"),
	    .help = N_("What was changed, newest first: number, time, who, sentence; of one record or of the whole file."),
	    .min = 0, .max = 2, .flags = C_FILE | C_RECORD, .run = history },
	{ .name = "undo", .args = N_("[NUMBER]"), .kinds = { ARG_NUMBER }, .keys = "u",
	    .label = N_("Undo"), .menu = N_("Edit"),
	    .help = N_("Take back the newest change, or the one with this number in the log. As often as you like, also after leaving the program."),
	    .min = 0, .max = 1, .flags = C_FILE | C_WRITES, .run = undo_step },
	{ .name = "redo", .keys = "U ^R", .label = N_("Redo"), .menu = N_("Edit"),
	    .help = N_("Do again what was undone last."),
	    .min = 0, .max = 0, .flags = C_FILE | C_WRITES, .run = redo_step },
	{ .name = NULL }
};
