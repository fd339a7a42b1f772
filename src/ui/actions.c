/* What the commands of the screen do (their table is in app/cmd_screen.c). */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/filter_text.h"
#include "app/keymap.h"
#include "app/pane.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/utf8.h"
#include "ui/answers_view.h"
#include "ui/desk.h"
#include "ui/door_view.h"
#include "ui/form.h"
#include "ui/grid_view.h"
#include "ui/history_view.h"
#include "ui/layout.h"
#include "ui/overview.h"
#include "ui/list_do.h"
#include "ui/list_view.h"
#include "ui/minutes_view.h"
#include "ui/page_view.h"
#include "ui/record_view.h"
#include "ui/report_view.h"
#include "ui/reach.h"
#include "ui/saved_do.h"
#include "ui/state.h"
#include "ui/table_do.h"
#include "ui/terms_view.h"
#include "ui/text_view.h"
#include "ui/versions_view.h"

/* --- Moving --- */

/* At the end of any view the key says so: else it seems to be broken. */
static bool
move_by(struct screen *sc, int motion, struct error *e)
{
	static const char *const ends[] = {
		[MOVE_UP] = N_("There is nothing further up."),
		[MOVE_DOWN] = N_("There is nothing further down."),
		[MOVE_LEFT] = N_("There is nothing further left."),
		[MOVE_RIGHT] = N_("There is nothing further right."),
		[MOVE_PAGE_UP] = N_("There is nothing further up."),
		[MOVE_PAGE_DOWN] = N_("There is nothing further down."),
		[MOVE_HALF_UP] = N_("There is nothing further up."),
		[MOVE_HALF_DOWN] = N_("There is nothing further down."),
		[MOVE_TOP] = N_("There is nothing further up."),
		[MOVE_BOTTOM] = N_("There is nothing further down.")
	};
	struct view *v = screen_view(sc);

	(void)e;
	if (!v->ops->move(v, (enum motion)motion))
		screen_say(sc, ROLE_DIM, _(ends[motion]));
	return true;
}

/* --- Views --- */

/* A list of several kinds opens each record in the pane of its own kind. */
static const struct pane *
pane_to_open(struct screen *sc, const struct view *v)
{
	const struct field *fixed;
	const char *code;

	return pane_fixed(v->pane, &fixed, &code) ? v->pane
	    : pane_of_record(sc->app->store, entity_find(v->pane->entity), v->id);
}

static bool
open_record(struct screen *sc, const struct call *call, struct error *e)
{
	const struct view *v = screen_view(sc);

	(void)call;
	if (!v->id || !v->pane)
		return set_error(e, STATUS_NONE, _("There is no record here."));
	if (minutes_are(v))
		return minutes_note_open(sc, call, e);
	if (saved_do_here(v))
		return saved_do_open(sc, e);
	struct view *made = record_view_new(sc->app, pane_to_open(sc, v), v->id, e);
	if (made)
		screen_show_view(sc, made);
	return made != NULL;
}

static bool
follow(struct screen *sc, const struct call *call, struct error *e)
{
	struct view *v = screen_view(sc);

	if (record_view_field(v) && !record_view_leads(v))
		return desk_edit(sc, call, e);
	if (!v->ops->enter)
		return set_error(e, STATUS_NONE, _("Nothing leads on from here."));
	struct view *made = v->ops->enter(v, e);
	if (made)
		screen_show_view(sc, made);
	return made != NULL;
}

static bool
show_pane(struct screen *sc, const struct call *call, struct error *e)
{
	const struct pane *pane = pane_named(call->argv[0], e);

	return pane && screen_pane(sc, pane, e);
}

static bool
go_back(struct screen *sc, const struct call *call, struct error *e)
{
	(void)call;
	return screen_go(sc, sc->history.at - 1)
	    || set_error(e, STATUS_NONE, _("There is no view before this one."));
}

static bool
go_forward(struct screen *sc, const struct call *call, struct error *e)
{
	(void)call;
	return screen_go(sc, sc->history.at + 1)
	    || set_error(e, STATUS_NONE, _("There is no view after this one."));
}

static bool
swap(struct screen *sc, const struct call *call, struct error *e)
{
	(void)call;
	return screen_go(sc, sc->history.last)
	    || set_error(e, STATUS_NONE, _("There is no other view yet."));
}

/* --- Leaving --- */

static bool
on_main_pane(const struct screen *sc)
{
	const struct view *v = screen_view(sc);

	return v->root && ((v->pane && v->pane->key) || overview_is(v));
}

/* What was opened last is closed: marks, the filter, then the view. False: nothing is left. */
static bool
close_last(struct screen *sc)
{
	struct view *v = screen_view(sc);

	if (v->marks.count) {
		marks_clear(&v->marks);
		return true;
	}
	if (v->filter.len && !v->led) {
		screen_filter(sc, "");
		return true;
	}
	return !on_main_pane(sc) && screen_go(sc, sc->history.at - 1);
}

static bool
close_it(struct screen *sc, const struct call *call, struct error *e)
{
	return close_last(sc) || reach_menu(sc, call, e);
}

static bool
leave(struct screen *sc, const struct call *call, struct error *e)
{
	(void)call;
	(void)e;
	if (!close_last(sc))
		sc->quit = true;
	return true;
}

static bool
cancel(struct screen *sc, const struct call *call, struct error *e)
{
	(void)call;
	(void)e;
	screen_say(sc, ROLE_DIM, _("Nothing is under way. q leaves alianza; everything is saved."));
	return true;
}

static bool
say_delete(struct screen *sc, const struct call *call, struct error *e)
{
	(void)call;
	(void)e;
	screen_say(sc, ROLE_DIM, _("D or Del deletes; u brings back what was deleted."));
	return true;
}

/* --- Prompts --- */

static bool
filter_show(struct screen *sc, const struct call *call, struct error *e)
{
	struct view *v = screen_view(sc);
	struct str text = { 0 };

	(void)e;
	if (!call->argc) {
		sc->prompt.pane = v->root ? v->pane : NULL;
		list_view_expect(v);
		prompt_open(&sc->prompt, PROMPT_FILTER, str_text(&v->filter));
		return true;
	}
	filter_text_add(call->argc, call->argv, &text);
	screen_filter(sc, str_text(&text));
	str_free(&text);
	return true;
}

static bool
command(struct screen *sc, const struct call *call, struct error *e)
{
	(void)call;
	(void)e;
	run_ask(sc, "");
	return true;
}

/* --- The terminal --- */

static bool
redraw(struct screen *sc, const struct call *call, struct error *e)
{
	(void)call;
	(void)e;
	term_redraw(sc->term);
	sc->dirty |= DIRTY_ALL;
	return true;
}

static bool
theme(struct screen *sc, const struct call *call, struct error *e)
{
	sc->dirty |= DIRTY_ALL;
	if (!term_theme(sc->term, call->argv[0], e))
		return false;
	return sc->options.offscreen || computer_setting_put(sc->app, "theme", call->argv[0], e);
}

static bool
file_write(const char *path, const struct str *text, struct error *e)
{
	FILE *f = fopen(path, "we");
	bool ok = f && fwrite(str_text(text), 1, text->len, f) == text->len;

	if (f && fclose(f))
		ok = false;
	return ok || set_error(e, STATUS_EXISTS, _("%s cannot be written: %s."), path,
	    strerror(errno));
}

/* The only command that paints: what it saves is what a person would see now. */
static bool
save_display(struct screen *sc, const struct call *call, struct error *e)
{
	struct str text = { 0 };

	sc->dirty |= DIRTY_VIEW;
	screen_refresh(sc);
	term_read(sc->term, call_option(call, "attributes") != NULL, &text);
	bool ok = file_write(call->argv[0], &text, e);
	str_free(&text);
	return ok;
}

static bool
save(struct screen *sc, const struct call *call, struct error *e)
{
	(void)call;
	(void)e;
	screen_say(sc, ROLE_TEXT, _("Everything is saved."));
	return true;
}

static bool
suspend(struct screen *sc, const struct call *call, struct error *e)
{
	struct event ev = { .kind = EVENT_SUSPEND };

	(void)call;
	(void)e;
	screen_event(sc, &ev);
	return true;
}

/* Of the whole file: whatever is under the cursor. */
static bool
show_changes(struct screen *sc, const struct call *call, struct error *e)
{
	(void)call;
	if (!app_open(sc->app, e))
		return false;
	screen_show_view(sc, history_view_new(sc->app, NULL, 0));
	return true;
}

/* --- The tables --- */

static bool
always(const struct screen *sc)
{
	(void)sc;
	return true;
}

static bool
can_close(const struct screen *sc)
{
	const struct view *v = screen_view(sc);

	return v->marks.count || v->filter.len || (!on_main_pane(sc) && sc->history.at > 0);
}

static bool
has_rows(const struct screen *sc)
{
	struct view *v = screen_view(sc);

	return !list_view_rows(v) || v->id;
}

static bool
can_back(const struct screen *sc)
{
	return sc->history.at > 0;
}

static bool
can_forward(const struct screen *sc)
{
	return sc->history.at + 1 < sc->history.count;
}

static bool
can_swap(const struct screen *sc)
{
	return sc->history.count > 1;
}

static bool
can_follow(const struct screen *sc)
{
	return !page_view_is(screen_view(sc)) || page_view_can_lead(sc);
}

static bool
never(const struct screen *sc)
{
	(void)sc;
	return false;
}

static bool
add_here(struct screen *sc, const struct call *call, struct error *e)
{
	return door_list_here(sc) ? door_open(sc, call, e) : desk_new(sc, call, e);
}

static bool
mark_here(struct screen *sc, const struct call *call, struct error *e)
{
	return door_list_here(sc) ? door_list_tick(sc, e) : list_do_mark(sc, call, e);
}

/* possible: worth a place in the line of keys. */
static const struct action {
	const char *name;
	bool (*run)(struct screen *sc, const struct call *call, struct error *e);
	bool (*possible)(const struct screen *sc);
	int how;		/* for run_how, where run is NULL */
	bool (*run_how)(struct screen *sc, int how, struct error *e);
} actions[] = {
	{ "open", open_record, always, 0, NULL }, { "follow", follow, can_follow, 0, NULL },
	{ "mark", mark_here, has_rows, 0, NULL },
	{ "mark-all", list_do_mark_all, has_rows, 0, NULL },
	{ "sort", list_do_sort, has_rows, 0, NULL }, { "columns", list_do_columns, has_rows, 0, NULL },
	{ "percent", table_do_percent, table_do_here, 0, NULL },
	{ "explain", table_do_explain, table_do_here, 0, NULL },
	{ "new", add_here, desk_can_new, 0, NULL }, { "edit", desk_edit, always, 0, NULL },
	{ "draft", desk_resume, desk_can_resume, 0, NULL },
	{ "part", layout_switch, layout_can_switch, 0, NULL },
	{ "step", overview_step, overview_can_step, 0, NULL },
	{ "month", overview_month, overview_can_month, 0, NULL },
	{ "save-text", report_view_ask, report_view_can_save, 0, NULL },
	{ "form-of-report", page_view_turn, page_view_can_turn, 0, NULL },
	{ "behind", page_view_behind, page_view_can_lead, 0, NULL },
	{ "say-delete", say_delete, never, 0, NULL }, { "filter", filter_show, always, 0, NULL },
	{ "command", command, always, 0, NULL }, { "leave", leave, always, 0, NULL },
	{ "close", close_it, can_close, 0, NULL }, { "back", go_back, can_back, 0, NULL },
	{ "forward", go_forward, can_forward, 0, NULL }, { "swap", swap, can_swap, 0, NULL },
	{ "pane", show_pane, always, 0, NULL }, { "redraw", redraw, never, 0, NULL },
	{ "theme", theme, never, 0, NULL }, { "save-display", save_display, never, 0, NULL },
	{ "save", save, never, 0, NULL }, { "cancel", cancel, never, 0, NULL },
	{ "suspend", suspend, never, 0, NULL }, { "menu", reach_menu, always, 0, NULL },
	{ "changes", show_changes, never, 0, NULL },
	{ "trash", reach_trash, never, 0, NULL }, { "put-back", reach_put_back, always, 0, NULL },
	{ "choose", reach_choose, always, 0, NULL },
	{ "versions", versions_open, always, 0, NULL },
	{ "view-open", saved_do_choose, always, 0, NULL },
	{ "lists", terms_lists, never, 0, NULL }, { "list-open", terms_open, always, 0, NULL },
	{ "term-do", terms_do, always, 0, NULL }, { "term-new", terms_add, always, 0, NULL },
	{ "setting-set", terms_set, always, 0, NULL },
	{ "note", minutes_note_new, always, 0, NULL },
	{ "minutes", minutes_note_open, minutes_possible, 0, NULL },
	{ "line-end", NULL, minutes_here, MINUTES_ENTER, minutes_do },
	{ "line-kind", NULL, minutes_here, MINUTES_TAB, minutes_do },
	{ "line-undo", NULL, minutes_here, MINUTES_UNDO, minutes_do },
	{ "line-redo", NULL, minutes_here, MINUTES_REDO, minutes_do },
	{ "line-up", NULL, minutes_here, MINUTES_UP, minutes_do },
	{ "line-down", NULL, minutes_here, MINUTES_DOWN, minutes_do },
	{ "line-find", NULL, minutes_here, MINUTES_FIND, minutes_do },
	{ "line-save", NULL, minutes_here, MINUTES_SAVE, minutes_do },
	{ "line-cancel", NULL, minutes_here, MINUTES_GIVE_UP, minutes_do },
	{ "line-head", minutes_head, minutes_here, 0, NULL },
	{ "line-people", NULL, minutes_here, MINUTES_PEOPLE, minutes_do },
	{ "questions", NULL, minutes_have_form, MINUTES_QUESTIONS, minutes_do },
	{ "answer-next", NULL, answers_here, ANSWERS_NEXT, answers_do },
	{ "answer-before", NULL, answers_here, ANSWERS_BEFORE, answers_do },
	{ "answer-language", NULL, answers_here, ANSWERS_LANGUAGE, answers_do },
	{ "answer-undo", NULL, answers_here, ANSWERS_UNDO, answers_do },
	{ "answer-redo", NULL, answers_here, ANSWERS_REDO, answers_do },
	{ "answer-save", NULL, answers_here, ANSWERS_SAVE, answers_do },
	{ "line-lead", NULL, minutes_here, MINUTES_LEAD, minutes_do },
	{ "line-goal", NULL, minutes_here, MINUTES_GOAL, minutes_do },
	{ "line-resource", NULL, minutes_here, MINUTES_RESOURCE, minutes_do },
	{ "line-need", NULL, minutes_here, MINUTES_NEED, minutes_do },
	{ "line-offer", NULL, minutes_here, MINUTES_OFFER, minutes_do },
	{ "door", door_open, door_possible, 0, NULL },
	{ "door-take", NULL, door_here, DOOR_TAKE, door_do },
	{ "door-present", NULL, door_here, DOOR_TICK, door_do },
	{ "door-all", NULL, door_here, DOOR_ALL, door_do },
	{ "door-category", NULL, door_here, DOOR_CATEGORY, door_do },
	{ "door-state", NULL, door_here, DOOR_STATE, door_do },
	{ "door-details", NULL, door_here, DOOR_DETAILS, door_do },
	{ "door-undo", NULL, door_here, DOOR_UNDO, door_do },
	{ "grid", grid_open, grid_possible, 0, NULL },
	{ "grid-edit", NULL, grid_here, GRID_EDIT, grid_do },
	{ "grid-next", NULL, grid_here, GRID_NEXT, grid_do },
	{ "grid-rows", NULL, grid_here, GRID_ROWS, grid_do },
	{ "grid-before", NULL, grid_here, GRID_YEAR_BEFORE, grid_do },
	{ "grid-after", NULL, grid_here, GRID_YEAR_AFTER, grid_do },
	{ "form-next", NULL, desk_open, FORM_NEXT, desk_do },
	{ "form-before", NULL, desk_open, FORM_BEFORE, desk_do },
	{ "form-list", NULL, desk_open, FORM_CHOOSE, desk_do },
	{ "form-save", NULL, desk_open, FORM_SAVE, desk_do },
	{ "form-close", NULL, desk_open, FORM_CLOSE, desk_do },
	{ "form-cancel", NULL, desk_open, FORM_CANCEL, desk_do },
	{ "form-editor", NULL, desk_open, FORM_OUTSIDE, desk_do },
	{ "up", NULL, never, MOVE_UP, move_by },
	{ "down", NULL, never, MOVE_DOWN, move_by },
	{ "left", NULL, never, MOVE_LEFT, move_by }, { "right", NULL, never, MOVE_RIGHT, move_by },
	{ "page-up", NULL, never, MOVE_PAGE_UP, move_by }, { "page-down", NULL, never, MOVE_PAGE_DOWN, move_by },
	{ "half-up", NULL, never, MOVE_HALF_UP, move_by }, { "half-down", NULL, never, MOVE_HALF_DOWN, move_by },
	{ "top", NULL, never, MOVE_TOP, move_by }, { "bottom", NULL, never, MOVE_BOTTOM, move_by },
};

static const struct action *
action_named(const char *name)
{
	for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
		if (!strcmp(actions[i].name, name))
			return &actions[i];
	return NULL;
}

bool
action_run(struct screen *sc, const char *name, const struct call *call, struct error *e)
{
	const struct action *a = action_named(name);

	if (!a)
		die("no action for the command %s", name);
	if (keymap_elsewhere(command_find(name), desk_open(sc) ? "form" : screen_view(sc)->ops->name))
		return set_error(e, STATUS_USAGE, _("%s means nothing here; ? tells what does."),
		    _(command_find(name)->label));
	return a->run ? a->run(sc, call, e) : a->run_how(sc, a->how, e);
}

bool
action_possible(const struct screen *sc, const char *name)
{
	const struct action *a = action_named(name);

	return a && a->possible(sc);
}
