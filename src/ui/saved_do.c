#include "config.h"

#include "ui/saved_do.h"

#include "app/pane.h"
#include "app/saved_view.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/id.h"
#include "ui/answer.h"
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
	v->ops->rest(v);
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
		list->ops->close(list);
		return false;
	}
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
saved_do_view(struct screen *sc, int argc, const char *const *argv, struct error *e)
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

bool
saved_do_list(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	(void)argc;
	(void)argv;
	return screen_pane(sc, pane_of_entity(saved_view_entity()), e);
}
