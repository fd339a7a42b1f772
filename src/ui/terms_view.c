#include "config.h"

#include "ui/terms_view.h"

#include <string.h>

#include "app/setting.h"
#include "base/i18n.h"
#include "model/term.h"
#include "store/value.h"
#include "ui/asking.h"
#include "ui/pick_records.h"

/* --- Which lists there are --- */

static bool
lists_fill(struct app *app, const char *place, struct choices *out, struct error *e)
{
	const char *list;

	(void)app;
	(void)place;
	(void)e;
	for (int i = 0; (list = term_list_at(i)); i++)
		choices_add(out, &(struct choice){ .left = "", .text = term_list_label(list),
		    .code = list });
	return true;
}

static const struct choice_kind lists_kind = {
	.name = "lists", .title = N_("Lists of values"), .none = N_("There is no list."),
	.fill = lists_fill
};

bool
terms_lists(struct screen *sc, const struct call *call, struct error *e)
{
	(void)call;
	(void)e;
	screen_show_view(sc, choice_view_new(sc->app, &lists_kind, NULL));
	return true;
}

/* --- Values of a list --- */

static bool
terms_fill(struct app *app, const char *list, struct choices *out, struct error *e)
{
	struct term_shown t;

	(void)e;
	for (int i = 0; term_shown_at(app->store, list, i, &t); i++)
		choices_add(out, &(struct choice){
		    .left = "", .text = arena_strdup(&out->mem, t.label),
		    .code = arena_strdup(&out->mem, t.code), .right = t.hidden ? _("hidden") : NULL });
	return true;
}

static const struct choice_kind terms_kind = {
	.name = "terms", .title = N_("Values"), .name_of = term_list_label,
	.none = N_("This list is empty; a adds a value."), .fill = terms_fill
};

/* The shipped name of a list, which lives as long as the program. */
static const char *
list_kept(const char *name)
{
	const char *list;

	for (int i = 0; (list = term_list_at(i)); i++)
		if (!strcmp(list, name))
			return list;
	return NULL;
}

bool
terms_open(struct screen *sc, const struct call *call, struct error *e)
{
	const struct choice *row = choice_view_row(screen_view(sc));
	const char *list = list_kept(call->argc ? call->argv[0] : row ? row->code : "");

	if (!list)
		return set_error(e, STATUS_USAGE, _("There is no such list; :lists shows them all."));
	screen_show_view(sc, choice_view_new(sc->app, &terms_kind, list));
	return true;
}

/* Runs a command of app/cmd_terms.c on the value under the cursor. */
static void
term_run(struct screen *sc, const char *command, const char *value, const char *label)
{
	const char *words[] = { command, choice_view_place(screen_view(sc)), value, label };
	struct error e;

	if (!run_call(sc, label ? 4 : 3, words, &e))
		asking_refuse(sc, &e);
}

static void
renamed(struct screen *sc, const struct pick_item *item, const char *typed)
{
	const struct choice *row = choice_view_row(screen_view(sc));

	(void)item;
	if (row)
		term_run(sc, "term-rename", row->code, typed);
}

static void
added(struct screen *sc, const struct pick_item *item, const char *typed)
{
	(void)item;
	term_run(sc, "term-add", typed, NULL);
}

/* What can be done with a value, and how the cursor goes with it. */
static const struct done {
	const char *command;
	int hidden;		/* 0, 1: offered for such a value only; -1: for all */
	int rows;
} dones[] = {
	{ "term-rename", -1, 0 }, { "term-up", -1, -1 }, { "term-down", -1, 1 },
	{ "term-hide", 0, 0 }, { "term-show", 1, 0 },
};
enum { DONES = sizeof dones / sizeof *dones };

static void
chosen(struct screen *sc, const struct pick_item *item, const char *typed)
{
	struct view *v = screen_view(sc);
	const struct choice *row = choice_view_row(v);
	const struct done *d = dones;

	(void)typed;
	while (strcmp(d->command, item->code))
		d++;
	if (row && command_find(d->command)->min > 2) {
		asking_open(sc, pick_new(true), _("New name"), row->text, renamed);
	} else if (row) {
		term_run(sc, d->command, row->code, NULL);
		if (d->rows)
			v->ops->move(v, d->rows < 0 ? MOVE_UP : MOVE_DOWN);
	}
}

bool
terms_do(struct screen *sc, const struct call *call, struct error *e)
{
	const struct choice *row = choice_view_row(screen_view(sc));

	(void)call;
	if (!row)
		return set_error(e, STATUS_NONE, _("There is no value here; a adds one."));
	struct pick *pick = pick_new(false);
	for (const struct done *d = dones; d < dones + DONES; d++)
		if (d->hidden < 0 || d->hidden == (row->right != NULL))
			pick_add(pick, _(command_find(d->command)->label), d->command, NULL);
	asking_open(sc, pick, row->text, "", chosen);
	return true;
}

bool
terms_add(struct screen *sc, const struct call *call, struct error *e)
{
	(void)call;
	(void)e;
	asking_open(sc, pick_new(true), _("New value"), "", added);
	return true;
}

/* --- Settings of the file --- */

static bool
settings_fill(struct app *app, const char *place, struct choices *out, struct error *e)
{
	struct str value = { 0 };
	const char *name;

	(void)place;
	(void)e;
	for (int i = 0; (name = setting_at(i)); i++) {
		str_cut(&value, 0);
		setting_show(app, name, &value);
		choices_add(out, &(struct choice){ .left = "", .code = name,
		    .text = arena_printf(&out->mem, _("%s: %s. %s"), setting_label(name),
		    value.len ? str_text(&value) : _("not set"), setting_help(name)) });
	}
	str_free(&value);
	return true;
}

static const struct choice_kind settings_kind = {
	.name = "settings", .title = N_("Settings"), .none = N_("There is nothing to be set."),
	.fill = settings_fill
};

bool
terms_settings(struct screen *sc, const struct call *call, struct error *e)
{
	(void)call;
	(void)e;
	screen_show_view(sc, choice_view_new(sc->app, &settings_kind, NULL));
	return true;
}

static void
setting_typed(struct screen *sc, const struct pick_item *item, const char *typed)
{
	const struct choice *row = choice_view_row(screen_view(sc));
	struct str word = { 0 };
	struct error e;

	if (!row)
		return;
	str_addf(&word, "%s=%s", row->code, item ? item->label : typed);
	const char *const words[] = { "settings", str_text(&word) };
	if (!run_call(sc, 2, words, &e))
		asking_refuse(sc, &e);
	str_free(&word);
}

bool
terms_set(struct screen *sc, const struct call *call, struct error *e)
{
	const struct choice *row = choice_view_row(screen_view(sc));
	struct str value = { 0 };

	(void)call;
	if (!row)
		return set_error(e, STATUS_NONE, _("There is nothing to be set."));
	struct pick *pick = pick_new(!setting_entity(row->code)
	    && !setting_choice(sc->app, row->code, 0, &value));
	str_cut(&value, 0);
	for (int i = 0; setting_choice(sc->app, row->code, i, &value); i++) {
		pick_add(pick, str_text(&value), NULL, NULL);
		str_cut(&value, 0);
	}
	bool ok = !setting_entity(row->code)
	    || pick_add_records(sc->app, setting_entity(row->code), NULL, pick, e);
	str_cut(&value, 0);
	if (pick_count(pick) == 0)
		setting_show(sc->app, row->code, &value);
	if (ok)
		asking_open(sc, pick, setting_label(row->code), str_text(&value), setting_typed);
	else
		pick_free(pick);
	str_free(&value);
	return ok;
}
