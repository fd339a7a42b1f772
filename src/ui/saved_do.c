#include "config.h"

#include "ui/saved_do.h"

#include <stdlib.h>

#include "app/pane.h"
#include "app/saved_view.h"
#include "app/shipped_view.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/id.h"
#include "ui/answer.h"
#include "ui/choice_view.h"
#include "ui/list_view.h"
#include "ui/table_do.h"
#include "ui/table_view.h"

/* A name of several words needs no quotes on the screen. */
static void
words_joined(int argc, const char *const *argv, struct str *out)
{
	for (int i = 1; i < argc; i++)
		str_addf(out, "%s%s", i > 1 ? " " : "", argv[i]);
}

/* The words of the command that saves what is here, in mem. */
static int
save_words(struct screen *sc, const char *name, const char *filter, const char **words)
{
	struct view *v = screen_view(sc);
	struct list_rows *rows = list_view_rows(v);
	int n = 0;

	words[n++] = "save-view";
	if (rows) {
		words[n++] = "--columns";
		words[n++] = list_rows_shown(rows);
	}
	if (rows && list_rows_sorted(rows)) {
		words[n++] = "--sort";
		words[n++] = list_rows_sorted(rows);
	}
	if (!rows) {
		words[n++] = "--table";
		words[n++] = table_view_columns(v);
	}
	words[n++] = "--";
	words[n++] = name;
	words[n++] = v->pane->name;
	if (*filter)
		words[n++] = filter;
	return n;
}

bool
saved_do_save(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	struct view *v = screen_view(sc);
	struct list_rows *rows = list_view_rows(v);
	struct str name = { 0 }, filter = { 0 }, answer = { 0 };
	const char *words[10];

	if (!rows && !table_do_here(sc))
		return set_error(e, STATUS_USAGE, _("This is for lists; Esc goes back to one."));
	if (rows)
		list_rows_narrow(rows, str_text(&v->filter), &filter);
	else
		table_view_narrow(v, &filter);
	view_let_go(v);
	words_joined(argc, argv, &name);
	int count = save_words(sc, str_text(&name), str_text(&filter), words);
	bool ok = answer_words(sc->app, count, words, &answer, e);
	if (ok)
		sc->app->redraw |= REDRAW_ROWS;
	str_free(&name);
	str_free(&filter);
	str_free(&answer);
	return ok;
}

static bool
saved_list(struct screen *sc, const struct pane *pane, const struct saved_view *s,
    struct error *e)
{
	struct view *list = list_view_new(sc->app, pane, e);

	if (!list)
		return false;
	if ((*s->columns && !list_rows_show(list_view_rows(list), s->columns, e))
	    || (*s->sort && !list_rows_sort(list_view_rows(list), s->sort, e))) {
		view_free(list);
		return false;
	}
	const struct shipped_view *shipped = shipped_view_find(s->name);
	str_add(&list->called, shipped ? _(shipped->label) : s->name);
	str_add(&list->filter, s->filter);
	list->root = false;
	list->led = true;
	screen_show_view(sc, list);
	return true;
}

static bool
saved_open(struct screen *sc, const char *which, struct error *e)
{
	struct arena mem = { 0 };
	struct saved_view s;
	const struct pane *pane = NULL;

	bool ok = app_open(sc->app, e) && saved_view_read(sc->app, which, &mem, &s, e)
	    && (pane = pane_named(s.pane, e));
	if (ok)
		ok = *s.table ? table_do_show(sc, pane, s.table, "", s.filter, e)
		    : saved_list(sc, pane, &s, e);
	arena_free(&mem);
	return ok;
}

bool
saved_do_named(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	struct str name = { 0 };

	words_joined(argc, argv, &name);
	bool ok = saved_open(sc, str_text(&name), e);
	str_free(&name);
	return ok;
}

bool
saved_do_here(const struct view *v)
{
	return v->id && v->pane && entity_find(v->pane->entity) == saved_view_entity();
}

bool
saved_do_open(struct screen *sc, struct error *e)
{
	char id[ID_LENGTH + 1];

	id_format(screen_view(sc)->id, id);
	return saved_open(sc, id, e);
}

/* --- The list of them --- */

static void
heading_add(struct choices *out, const char *text)
{
	choices_add(out, &(struct choice){ .left = "", .text = text, .heading = true });
}

static bool
own_add(struct app *app, struct choices *out, struct error *e)
{
	const struct entity *ent = saved_view_entity();
	struct query q = { .ent = ent, .pane = pane_of_entity(ent) };
	struct str title = { 0 };
	int64_t *ids = NULL, count = 0;

	bool ok = ids_read(app->store, &q, &ids, &count, e);
	if (count)
		heading_add(out, _("Saved in this file"));
	for (int64_t i = 0; ok && i < count; i++) {
		struct saved_view v;
		char id[ID_LENGTH + 1];
		id_format(ids[i], id);
		str_cut(&title, 0);
		record_title(app->store, ent, ids[i], &title);
		ok = saved_view_read(app, id, &out->mem, &v, e);
		if (ok)
			choices_add(out, &(struct choice){ .left = arena_strdup(&out->mem,
			    str_text(&title)), .text = *v.filter ? v.filter : v.table,
			    .right = pane_find(v.pane) ? _(pane_find(v.pane)->label) : v.pane,
			    .id = ids[i] });
	}
	str_free(&title);
	free(ids);
	return ok;
}

static bool
views_fill(struct app *app, const char *place, struct choices *out, struct error *e)
{
	(void)place;
	if (!own_add(app, out, e))
		return false;
	heading_add(out, _("In every file"));
	for (const struct shipped_view *v = shipped_views; v->label; v++)
		choices_add(out, &(struct choice){ .left = _(v->label), .text = _(v->help),
		    .right = _(pane_find(v->view.pane)->label),
		    .does = { command_find("view"), v->view.name } });
	return true;
}

static const struct choice_kind views_kind = {
	.name = "views", .title = N_("Saved views"), .none = "", .fill = views_fill
};

bool
saved_do_list(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	(void)argc;
	(void)argv;
	if (!app_open(sc->app, e))
		return false;
	struct view *v = choice_view_new(sc->app, &views_kind, NULL);
	v->pane = pane_of_entity(saved_view_entity());
	screen_show_view(sc, v);
	return true;
}

/* Whose name is not known exactly chooses from those that have it, or from all. */
static bool
list_narrowed(struct screen *sc, const char *name, struct error *e)
{
	struct view *v;
	struct str said = { 0 };

	if (!saved_do_list(sc, 0, NULL, e))
		return false;
	v = screen_view(sc);
	str_set(&v->filter, name);
	bool ok = v->ops->reload(v, e);
	if (ok && !choice_view_row(v)) {
		str_cut(&v->filter, 0);
		ok = v->ops->reload(v, e);
	}
	str_addf(&said, _("No view has just the name \"%s\"; choose one here."), name);
	screen_say(sc, ROLE_DIM, str_text(&said));
	str_free(&said);
	return ok;
}

bool
saved_do_view(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	struct str name = { 0 };

	bool ok = saved_do_named(sc, argc, argv, e);
	words_joined(argc, argv, &name);
	if (!ok && (e->status == STATUS_NONE || e->status == STATUS_USAGE))
		ok = list_narrowed(sc, str_text(&name), e);
	str_free(&name);
	return ok;
}

bool
saved_do_choose(struct screen *sc, const struct call *call, struct error *e)
{
	const struct choice *row = choice_view_row(screen_view(sc));

	(void)call;
	if (!row || row->heading)
		return set_error(e, STATUS_NONE, _("There is no view in this line."));
	return row->id ? saved_do_open(sc, e) : saved_open(sc, row->does.argument, e);
}
