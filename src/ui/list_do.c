#include "config.h"

#include "ui/list_do.h"

#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "store/filter.h"
#include "ui/answer.h"
#include "ui/file_ask.h"
#include "ui/list_view.h"
#include "ui/report_view.h"
#include "ui/table_do.h"

static struct list_rows *
rows_here(struct screen *sc, struct error *e)
{
	struct list_rows *rows = list_view_rows(screen_view(sc));

	if (!rows)
		set_error(e, STATUS_USAGE, _("This is for lists; Esc goes back to one."));
	return rows;
}

/* --- Marks --- */

static bool
mark(struct screen *sc, bool all, struct error *e)
{
	struct view *v = screen_view(sc);

	if (!v->ops->mark)
		return rows_here(sc, e) != NULL;
	v->ops->mark(v, all);
	return true;
}

bool
list_do_mark(struct screen *sc, const struct call *call, struct error *e)
{
	(void)call;
	return mark(sc, false, e);
}

bool
list_do_mark_all(struct screen *sc, const struct call *call, struct error *e)
{
	(void)call;
	return mark(sc, true, e);
}

/* --- Order and columns --- */

static void
changed(struct screen *sc)
{
	screen_view(sc)->stale = true;
	sc->dirty |= DIRTY_ALL;
}

/* The names of a list; blanks between them, as people type them, mean nothing. */
static char *
names_joined(int count, const char *const *words)
{
	struct str out = { 0 };

	for (int i = 0; i < count; i++) {
		if (i && out.len && out.s[out.len - 1] != ',')
			str_addc(&out, ',');
		for (const char *p = words[i]; *p; p++)
			if (*p != ' ')
				str_addc(&out, *p);
	}
	while (out.len && out.s[out.len - 1] == ',')
		str_cut(&out, out.len - 1);
	return str_take(&out);
}

/* Gives the names that were typed to the list; without any, those of `usual`. */
static bool
names_take(struct screen *sc, int count, const char *const *words,
    bool (*take)(struct list_rows *rows, const char *names, struct error *e),
    const char *usual, struct error *e)
{
	char *names = names_joined(count, words);
	bool ok = take(list_view_rows(screen_view(sc)), *names ? names : usual, e);

	free(names);
	if (ok)
		changed(sc);
	return ok;
}

static bool
sort_by(struct screen *sc, int count, const char *const *words, struct error *e)
{
	return rows_here(sc, e) && names_take(sc, count, words, list_rows_sort, NULL, e);
}

static bool
show_columns(struct screen *sc, int count, const char *const *words, struct error *e)
{
	return rows_here(sc, e) && names_take(sc, count, words, list_rows_show,
	    screen_view(sc)->pane->columns, e);
}

static bool
ask(struct screen *sc, enum prompt_kind kind, const char *text, const char *hint)
{
	sc->prompt.pane = screen_view(sc)->pane;
	prompt_open(&sc->prompt, kind, text);
	screen_say(sc, ROLE_DIM, hint);
	return true;
}

bool
list_do_sort(struct screen *sc, const struct call *call, struct error *e)
{
	struct list_rows *rows = rows_here(sc, e);

	if (call->argc || !rows)
		return rows && sort_by(sc, call->argc, call->argv, e);
	const char *now = list_rows_sorted(rows);
	return ask(sc, PROMPT_SORT, now ? now : screen_view(sc)->pane->sort,
	    _("Columns in the order that counts, with - in front from the end: -founded,name. Tab offers them."));
}

bool
list_do_columns(struct screen *sc, const struct call *call, struct error *e)
{
	struct list_rows *rows = rows_here(sc, e);

	if (call->argc || !rows)
		return rows && show_columns(sc, call->argc, call->argv, e);
	return ask(sc, PROMPT_COLUMNS, list_rows_shown(rows),
	    _("Columns with commas between them; Tab offers them. With nothing typed the usual ones come back."));
}

/* --- Export --- */

/* "partners - 2026-11-21.csv"; with a number where that is there already. */
static void
name_propose(const char *what, struct str *out)
{
	struct date d = clock_today();
	struct str name = { 0 };

	str_addf(&name, "%s - %04d-%02d-%02d.csv", what, d.year, d.month, d.day);
	file_name_free(str_text(&name), out);
	str_free(&name);
}

/* A name alone does not say where the file will be found. */
static void
folder_tell(struct str *out)
{
	char *folder = realpath(".", NULL);

	if (folder)
		str_addf(out, _("Enter writes it to the folder %s"), folder);
	free(folder);
}

bool
list_do_export(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	struct str what = { 0 }, name = { 0 }, hint = { 0 };

	(void)argc;
	(void)argv;
	if (!table_do_here(sc) && !rows_here(sc, e))
		return false;
	str_add(&what, screen_view(sc)->pane->name);
	table_do_name(sc, &what);
	name_propose(str_text(&what), &name);
	folder_tell(&hint);
	ask(sc, PROMPT_FILE, str_text(&name), str_text(&hint));
	str_free(&what);
	str_free(&name);
	str_free(&hint);
	return true;
}

/* The command of the shell, with what is seen here. Path and filter may look like
 * options, so they stand behind all of them. */
static bool
export_to(struct screen *sc, const char *path, bool replace, struct error *e)
{
	struct view *v = screen_view(sc);
	struct list_rows *rows = list_view_rows(v);
	const char *sort = list_rows_sorted(rows);
	struct str narrow = { 0 }, filter = { 0 }, answer = { 0 };

	if (!*path)
		return set_error(e, STATUS_USAGE, _("Name a file to write to, or press Esc."));
	list_rows_narrow(rows, str_text(&v->filter), &narrow);
	str_addf(&filter, "(%s)", str_text(&narrow));
	const char *const words[] = { "export", "--labels", replace ? "--force" : "--labels",
	    "--columns", list_rows_shown(rows), "--sort", sort ? sort : v->pane->sort, "--",
	    v->pane->name, path, str_text(&filter) };
	int count = (int)(sizeof words / sizeof *words) - (narrow.len ? 0 : 1);
	view_let_go(v);
	bool ok = answer_words(sc->app, count, words, &answer, e);
	str_free(&narrow);
	str_free(&filter);
	str_free(&answer);
	return ok;
}

bool
list_do_write(struct screen *sc, const char *path, bool replace, struct error *e)
{
	if (report_view_can_save(sc))
		return report_view_save(sc, path, replace, e);
	return table_do_here(sc) ? table_do_write(sc, path, replace, e)
	    : export_to(sc, path, replace, e);
}

/* --- Prompts --- */

bool
list_do_accept(struct screen *sc, struct error *e)
{
	const char *text = str_text(&sc->prompt.text);

	switch (sc->prompt.kind) {
	case PROMPT_FILE:
		return file_ask_write(sc, text, e);
	case PROMPT_SORT:
		return sort_by(sc, 1, &text, e);
	case PROMPT_COLUMNS:
		return show_columns(sc, 1, &text, e);
	case PROMPT_FREQUENCY:
	case PROMPT_CROSS:
		return table_do_accept(sc, e);
	default:
		return true;
	}
}

/* --- After a filter --- */

/* "wikimedia chile" as "name:wikimedia name:chile", behind the list's own filter. */
static void
title_filter(const struct field *title, const char *typed, struct str *out)
{
	while (*(typed += strspn(typed, " "))) {
		size_t n = strcspn(typed, " ");
		str_addf(out, "%s%s:%.*s", out->len ? " " : "", title->name, (int)n, typed);
		typed += n;
	}
}

void
list_do_seek(struct screen *sc)
{
	struct view *v = screen_view(sc);
	struct list_rows *rows = list_view_rows(v);
	const struct entity *ent = rows && v->pane ? entity_find(v->pane->entity) : NULL;
	const struct field *title = ent ? field_with(ent, F_TITLE) : NULL;
	const char *typed = str_text(&v->filter), *sort = rows ? list_rows_sorted(rows) : NULL;
	struct str text = { 0 };
	int64_t *ids = NULL, count = 0;

	if (!title || !title->type->is_text || !*typed || strpbrk(typed, "=<>:!()\"'\\"))
		return;
	list_rows_narrow(rows, typed, &text);
	title_filter(title, typed, &text);
	struct filter *f = filter_parse(sc->app->store, ent, v->pane, str_text(&text), NULL);
	struct query q = { .ent = ent, .pane = v->pane, .filter = f,
	    .sort = sort ? sort : v->pane->sort, .limit = 1 };
	if (f && ids_read(sc->app->store, &q, &ids, &count, NULL) && count && ids[0] != v->id) {
		v->id = ids[0];
		v->seeks = true;
		v->stale = true;
	}
	free(ids);
	filter_free(f);
	str_free(&text);
}
