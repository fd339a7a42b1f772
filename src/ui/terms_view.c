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

/* "Organisation: Type", by the first field that has its values from the list. */
static const char *
used_by(const char *list, struct arena *mem)
{
	const struct field *f;
	char word[64];

	for (int i = 0; entities[i]; i++)
		for (int k = 0; (f = entity_field(entities[i], k)); k++)
			for (int l = 0; f->list && joined_word(f->list, l, word); l++)
				if (!strcmp(word, list))
					return arena_printf(mem, "%s: %s", _(entities[i]->label), _(f->label));
	return "";
}

static bool
lists_fill(struct app *app, const char *place, struct choices *out, struct error *e)
{
	const char *list;

	(void)app;
	(void)place;
	(void)e;
	for (int i = 0; (list = term_list_at(i)); i++)
		choices_add(out, &(struct choice){ .left = list, .text = used_by(list, &out->mem) });
	return true;
}

static const struct choice_kind lists_kind = {
	"lists", N_("Lists"), N_("There is no list."), lists_fill
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

/* The list is kept beside the code of each row, so that a row says all there is to know
 * about it. */
static bool
terms_fill(struct app *app, const char *list, struct choices *out, struct error *e)
{
	struct term_shown t;

	(void)e;
	for (int i = 0; term_shown_at(app->store, list, i, &t); i++)
		choices_add(out, &(struct choice){
		    .left = arena_strdup(&out->mem, t.code), .text = arena_strdup(&out->mem, t.label),
		    .right = t.hidden ? _("hidden") : NULL });
	return true;
}

static const struct choice_kind terms_kind = {
	"terms", N_("Values"), N_("This list is empty; a adds a value."), terms_fill
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
	const char *list = list_kept(call->argc ? call->argv[0] : row ? row->left : "");

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
		screen_fail(sc, &e);
}

static void
renamed(struct screen *sc, const struct pick_item *item, const char *typed)
{
	const struct choice *row = choice_view_row(screen_view(sc));

	(void)item;
	if (row)
		term_run(sc, "term-rename", row->left, typed);
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
		term_run(sc, d->command, row->left, NULL);
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
		choices_add(out, &(struct choice){ .left = name,
		    .text = arena_printf(&out->mem, "%s  %s", setting_help(name),
		    value.len ? str_text(&value) : "-") });
	}
	str_free(&value);
	return true;
}

static const struct choice_kind settings_kind = {
	"settings", N_("Settings"), N_("There is nothing to be set."), settings_fill
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
	str_addf(&word, "%s=%s", row->left, item ? item->label : typed);
	const char *const words[] = { "settings", str_text(&word) };
	if (!run_call(sc, 2, words, &e))
		screen_fail(sc, &e);
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
	struct pick *pick = pick_new(!setting_entity(row->left)
	    && !setting_choice(sc->app, row->left, 0, &value));
	str_cut(&value, 0);
	for (int i = 0; setting_choice(sc->app, row->left, i, &value); i++) {
		pick_add(pick, str_text(&value), NULL, NULL);
		str_cut(&value, 0);
	}
	bool ok = !setting_entity(row->left)
	    || pick_add_records(sc->app, setting_entity(row->left), NULL, pick, e);
	str_cut(&value, 0);
	if (pick_count(pick) == 0)
		setting_show(sc->app, row->left, &value);
	if (ok)
		asking_open(sc, pick, row->left, str_text(&value), setting_typed);
	else
		pick_free(pick);
	str_free(&value);
	return ok;
}
