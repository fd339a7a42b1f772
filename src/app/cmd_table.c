/* Commands that show the tables themselves: panes, fields, terms, commands, help,
 * settings; and what is made from them: manual parts and completions. */
#include "config.h"

#include <string.h>

#include "app/groups.h"
#include "app/manual.h"
#include "app/pane.h"
#include "app/setting.h"
#include "base/arena.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "io/csv.h"
#include "model/term.h"
#include "store/through.h"

/* --- CSV of the tables --- */

static void
csv_row(struct str *out, const char *const *cells, int count)
{
	size_t start = out->len;

	for (int i = 0; i < count; i++) {
		if (i)
			str_addc(out, ',');
		if (cells[i])
			csv_cell_add(out, cells[i], strlen(cells[i]));
	}
	csv_record_end(out, start);
}

static void
field_line(struct str *out, const struct entity *ent, const struct field *f)
{
	struct str flags = { 0 };

	field_flags(f, &flags);
	csv_row(out, (const char *const[]){ ent->name, f->name, _(f->label), f->type->name,
	    f->list ? f->list : f->refs, str_text(&flags), f->aliases, _(f->help) }, 8);
	str_free(&flags);
}

static bool
fields(struct app *app, struct call *call, struct error *e)
{
	struct str out = { 0 };
	const struct field *f;
	const struct pane *pane = NULL;

	if (call->argc && !(pane = pane_named(call->argv[0], e)))
		return false;
	csv_row(&out, (const char *const[]){ "entity", "field", "label", "type",
	    "list_or_reference", "flags", "aliases", "help" }, 8);
	for (int k = 0; entities[k]; k++) {
		if (pane ? strcmp(entities[k]->name, pane->entity) != 0
		    : (entities[k]->flags & E_INTERNAL) != 0)
			continue;
		for (int i = 0; (f = entity_field(entities[k], i)); i++)
			field_line(&out, entities[k], f);
	}
	return app_answer_str(app, &out, e);
}

/* Terms are the file's own where a file is open or named, else the shipped ones. */
static void
list_lines(struct app *app, const char *list, struct str *out)
{
	struct term_shown shown;
	const struct term *t;

	for (int i = 0; app->store && term_shown_at(app->store, list, i, &shown); i++) {
		struct str n = { 0 };
		str_addf(&n, "%d", i + 1);
		csv_row(out, (const char *const[]){ list, str_text(&n), shown.code, shown.label,
		    shown.hidden ? "yes" : NULL }, 5);
		str_free(&n);
	}
	for (int i = 0; !app->store && (t = term_at(list, i)); i++) {
		struct str n = { 0 };
		str_addf(&n, "%d", i + 1);
		csv_row(out, (const char *const[]){ list, str_text(&n), t->code, _(t->label), NULL }, 5);
		str_free(&n);
	}
}

static bool
terms_show(struct app *app, struct call *call, struct error *e)
{
	struct str out = { 0 };
	const char *list, *names[128];
	size_t count = 0;

	if (app->path && !app_open(app, e))
		return false;
	csv_row(&out, (const char *const[]){ "list", "position", "code", "label", "hidden" }, 5);
	size_t head = out.len;
	for (int i = 0; (list = term_list_at(i)) && count < 128; i++) {
		names[count++] = list;
		if (!call->argc || fold_equal(list, call->argv[0]))
			list_lines(app, list, &out);
	}
	if (out.len > head)
		return app_answer_str(app, &out, e);
	str_free(&out);
	const char *near = fold_nearest(call->argv[0], names, count);
	return near ? set_error(e, STATUS_USAGE, _("There is no list \"%s\"; did you mean \"%s\"?"),
	    call->argv[0], near) : set_error(e, STATUS_USAGE,
	    _("There is no list \"%s\": \"alianza terms\" shows them all."), call->argv[0]);
}

static bool
commands(struct app *app, struct call *call, struct error *e)
{
	struct str out = { 0 };
	const struct command *c;

	(void)call;
	csv_row(&out, (const char *const[]){ "command", "arguments", "options", "keys", "label",
	    "menu", "help" }, 7);
	for (int i = 0; (c = command_at(i)); i++)
		csv_row(&out, (const char *const[]){ c->name, c->args ? _(c->args) : NULL,
		    c->options, c->keys, _(c->label), c->menu ? _(c->menu) : NULL, _(c->help) }, 7);
	return app_answer_str(app, &out, e);
}

static bool
panes_show(struct app *app, struct call *call, struct error *e)
{
	struct str out = { 0 };

	(void)call;
	csv_row(&out, (const char *const[]){ "pane", "singular", "label", "entity", "filter",
	    "columns", "sort", "help" }, 8);
	for (const struct pane *p = panes; p->name; p++)
		csv_row(&out, (const char *const[]){ p->name, p->singular, _(p->label), p->entity,
		    p->filter, p->columns, p->sort, _(p->help) }, 8);
	return app_answer_str(app, &out, e);
}

/* --- help --- */

static void
option_lines(const struct command *c, struct str *out)
{
	struct str head = { 0 };

	for (const struct option *o = options; o->name; o++) {
		if (!option_taken(c, o))
			continue;
		str_cut(&head, 0);
		str_addf(&head, "  --%s%s%s", o->name, o->value ? " " : "",
		    o->value ? _(o->value) : "");
		utf8_fit(out, head.s, head.len, 24, false, 0);
		str_addf(out, " %s\n", _(o->help));
	}
	str_free(&head);
}

static bool
help(struct app *app, struct call *call, struct error *e)
{
	struct str out = { 0 };
	const struct command *c;

	if (call->argc) {
		c = command_find(call->argv[0]);
		if (!c)
			return set_error(e, STATUS_USAGE,
			    _("There is no command \"%s\": \"alianza help\" lists them."), call->argv[0]);
		str_addf(&out, "alianza %s%s%s\n\n%s\n", c->name, c->args ? " " : "",
		    c->args ? _(c->args) : "", _(c->help));
		if (c->options)
			str_addc(&out, '\n');
		option_lines(c, &out);
		return app_answer_str(app, &out, e);
	}
	manual_usage(&out);
	return app_answer_str(app, &out, e);
}

/* --- settings of the file --- */

static bool
setting_typed(struct app *app, const char *word, struct error *e)
{
	const char *eq = strchr(word, '=');
	struct arena mem = { 0 };

	if (!eq || eq == word)
		return set_error(e, STATUS_USAGE, _("\"%s\" is not of the form name=value."), word);
	bool ok = setting_change(app, arena_dup(&mem, word, (size_t)(eq - word)), eq + 1, e);
	arena_free(&mem);
	return ok;
}

static bool
settings(struct app *app, struct call *call, struct error *e)
{
	struct str out = { 0 };
	bool ok = true;
	const char *name;

	if (call->argc) {
		if (!action_begin(app->store, "settings", e))
			return false;
		for (int i = 0; ok && i < call->argc; i++)
			ok = setting_typed(app, call->argv[i], e);
		int64_t action;
		ok = action_end(app->store, ok, &action, ok ? e : NULL) && ok;
		if (ok)
			app_say_action(app, action);
		return ok;
	}
	for (int i = 0; (name = setting_at(i)); i++) {
		str_addf(&out, "%s=", name);
		setting_show(app, name, &out);
		str_addc(&out, '\n');
	}
	return app_answer_str(app, &out, e);
}

/* --- made from the tables --- */

static bool
manual(struct app *app, struct call *call, struct error *e)
{
	struct str out = { 0 };

	if (!manual_part(call->argv[0], &out, e))
		return false;
	return app_answer_str(app, &out, e);
}

const struct command table_commands[] = {
	{ .name = "panes", .label = N_("Panes"),
	    .menu = N_("Help"),
	    .help = N_("List the panes, what they hold and which columns they show."),
	    .min = 0, .max = 0, .run = panes_show },
	{ .name = "fields", .args = N_("[PANE]"), .kinds = { ARG_PANE }, .label = N_("Fields"),
	    .menu = N_("Help"),
	    .help = N_("List the fields of a pane, or all, with what each is for."),
	    .min = 0, .max = 1, .run = fields },
	{ .name = "terms", .args = N_("[LIST]"), .kinds = { ARG_LIST }, .label = N_("Lists"),
	    .menu = N_("Help"),
	    .help = N_("List the values that fields of type term may have."),
	    .min = 0, .max = 1, .run = terms_show },
	{ .name = "commands", .label = N_("Commands"),
	    .menu = N_("Help"),
	    .help = N_("List all commands with their arguments, options and keys."),
	    .min = 0, .max = 0, .run = commands },
	{ .name = "settings", .args = N_("[NAME=VALUE...]"), .kinds = { ARG_TEXT },
	    .label = N_("Settings"), .menu = N_("File"),
	    .help = N_("Show the settings of the file, or change them: my_organisation is who you are in it."),
	    .min = 0, .max = -1, .flags = C_FILE | C_WRITES, .run = settings },
	{ .name = "help", .args = N_("[COMMAND]"), .kinds = { ARG_COMMAND }, .keys = "? F1",
	    .label = N_("Help"), .menu = N_("Help"),
	    .help = N_("Tell what a command does and which options it takes."),
	    .min = 0, .max = 1, .run = help },
	{ .name = "manual", .args = N_("commands|options|fields|panes|reports|terms|tables|bash"),
	    .kinds = { ARG_TEXT }, .label = N_("Manual"),
	    .menu = N_("Help"),
	    .help = N_("Print a part of the manual, or the shell completion, made from the tables."),
	    .min = 1, .max = 1, .run = manual },
	{ .name = NULL }
};
