/* What is typed at the door, and what its commands do: each is a command of the shell. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/id.h"
#include "ui/door_part.h"
#include "ui/record_view.h"

enum { WORDS_MAX = 6 };

/* --- Running --- */

/* A command about this door's list, with one word more. */
static bool
run(struct door_view *dv, const char *name, const char *word, const char *option,
    struct error *e)
{
	char event[ID_LENGTH + 1], session[sizeof "--session=" + ID_LENGTH] = "--session=";
	const char *words[WORDS_MAX];
	int n = 0;

	id_format(dv->rows.door.event, event);
	words[n++] = name;
	words[n++] = event;
	if (dv->rows.door.session) {
		id_format(dv->rows.door.session, session + strlen(session));
		words[n++] = session;
	}
	if (option)
		words[n++] = option;
	if (word) {
		words[n++] = "--";
		words[n++] = word;
	}
	return run_call(dv->sc, n, words, e);
}

static bool
line_set(struct door_view *dv, const char *text, struct error *e)
{
	edit_set(dv->edit, text, strlen(text));
	door_draft(dv);
	dv->browsing = false;
	return door_find(dv, e);
}

/* --- Taking a row --- */

static bool
listed_put(struct door_view *dv, const struct door_row *row, const char *option,
    struct error *e)
{
	char id[ID_LENGTH + 1];

	id_format(row->id, id);
	return run(dv, "present", id, option, e);
}

/* The line is done: an empty one waits for the next, the cursor on who came. */
static bool
walk_in(struct door_view *dv, const char *line, const char *name, struct error *e)
{
	struct str goal = { 0 };
	bool ok;

	str_add(&goal, name);
	ok = run(dv, "walk-in", line, NULL, e);
	if (ok)
		str_set(&dv->goal, str_text(&goal));
	str_free(&goal);
	return ok && line_set(dv, "", e);
}

/* Who the line names. */
static const char *
line_name(struct door_view *dv, struct arena *mem)
{
	const char *name, *stands;

	signup_split(edit_text(dv->edit), edit_length(dv->edit), mem, &name, &stands);
	return name;
}

/* A line that says which records are meant; 0 and "" where there is none. */
static void
line_add(struct str *out, int64_t organisation, const char *category)
{
	char id[ID_LENGTH + 1];

	if (organisation) {
		id_format(organisation, id);
		str_addf(out, " (%s)", id);
	}
	if (*category)
		str_addf(out, ", %s", category);
}

/* The line, or its name with another organisation than the one it was read as. */
static bool
line_take(struct door_view *dv, const struct door_row *row, struct error *e)
{
	struct arena mem = { 0 };
	struct str line = { 0 };
	const char *name = line_name(dv, &mem);

	if (row->kind == DOOR_ORGANISATION) {
		str_add(&line, name);
		line_add(&line, row->id, "");
	} else if (row->choice) {
		str_add(&line, row->who->name);
		line_add(&line, row->who->organisation, row->who->category);
	} else {
		str_add(&line, edit_text(dv->edit));
	}
	bool ok = walk_in(dv, str_text(&line), name, e);
	str_free(&line);
	arena_free(&mem);
	return ok;
}

static bool
pasted_take(struct door_view *dv, struct error *e)
{
	struct str option = { 0 };

	str_addf(&option, "--text=%s", str_text(&dv->pasted));
	bool ok = run(dv, "sign-up", NULL, str_text(&option), e);
	str_free(&option);
	str_cut(&dv->pasted, 0);
	struct error again;
	return door_find(dv, ok ? e : &again) && ok;
}

static bool
row_take(struct door_view *dv, const struct door_row *row, struct error *e)
{
	char id[ID_LENGTH + 1];
	struct str text = { 0 };
	bool ok = true;

	switch (row->kind) {
	case DOOR_LISTED:
		str_set(&dv->goal, row->name);
		ok = listed_put(dv, row, NULL, e) && line_set(dv, "", e);
		break;
	case DOOR_KNOWN:
		id_format(row->id, id);
		str_add(&text, id);
		line_add(&text, row->who->organisation, "");
		ok = walk_in(dv, str_text(&text), row->name, e);
		break;
	case DOOR_ORGANISATION:
	case DOOR_LINE:
		ok = line_take(dv, row, e);
		break;
	case DOOR_PASTED:
		ok = pasted_take(dv, e);
		break;
	}
	str_free(&text);
	return ok;
}

static bool
take(struct door_view *dv, struct error *e)
{
	const struct door_row *row = door_row_now(dv);

	if (!row)
		return set_error(e, STATUS_NONE, _("Type a name, and behind a comma what it stands for: Ana Cruz, WMCL."));
	return row_take(dv, row, e);
}

/* --- One of the list --- */

static const struct door_row *
listed_now(struct door_view *dv, struct error *e)
{
	const struct door_row *row = door_row_now(dv);

	if (row && row->kind == DOOR_LISTED)
		return row;
	set_error(e, STATUS_NONE, _("Nobody of the list is under the cursor."));
	return NULL;
}

/* Present, or taken back. */
static bool
tick(struct door_view *dv, struct error *e)
{
	const struct door_row *row = listed_now(dv, e);

	return row && listed_put(dv, row, row->present ? "--state=registered" : NULL, e);
}

/* The category behind this one in the list; "" behind the last. */
static const char *
category_next(struct door_view *dv, const char *now, struct arena *mem)
{
	const struct field *f = field_find(entity_find("attendance"), "category");
	struct term_shown t;
	bool take_it = !*now;

	for (int i = 0; term_shown_at(dv->sc->app->store, f->list, i, &t); i++) {
		if (take_it)
			return arena_strdup(mem, t.code);
		take_it = !strcmp(t.code, now);
	}
	return "";
}

static bool
category(struct door_view *dv, struct error *e)
{
	const struct door_row *row = listed_now(dv, e);
	struct arena mem = { 0 };
	char id[ID_LENGTH + 1];
	bool ok = row != NULL;

	if (ok) {
		id_format(row->id, id);
		const char *words[] = { "set", dv->view.pane->name, id,
			arena_printf(&mem, "category=%s", category_next(dv, row->category_code, &mem)) };
		ok = run_call(dv->sc, 4, words, e);
	}
	arena_free(&mem);
	return ok;
}

static bool
state(struct door_view *dv, struct error *e)
{
	const struct door_row *row = listed_now(dv, e);
	char id[ID_LENGTH + 1];

	if (!row)
		return false;
	id_format(row->id, id);
	const char *words[] = { "next", dv->view.pane->name, id };
	return run_call(dv->sc, 3, words, e);
}

static bool
details(struct door_view *dv, struct error *e)
{
	const struct door_row *row = listed_now(dv, e);
	struct view *made = row ? record_view_new(dv->sc->app, dv->view.pane, row->id, e) : NULL;

	if (made)
		screen_show_view(dv->sc, made);
	return made != NULL;
}

bool
door_do(struct screen *sc, int todo, struct error *e)
{
	struct door_view *dv = door_of(screen_view(sc));
	static const char *const undo[] = { "undo" };

	if (!dv)
		return set_error(e, STATUS_NONE, _("This works at the door of an event."));
	switch ((enum door_todo)todo) {
	case DOOR_TAKE:
		return take(dv, e);
	case DOOR_TICK:
		return tick(dv, e);
	case DOOR_CATEGORY:
		return door_rows_turn(sc->app, &dv->rows, dv->cursor) || category(dv, e);
	case DOOR_STATE:
		return state(dv, e);
	case DOOR_DETAILS:
		return details(dv, e);
	case DOOR_ALL:
		return run(dv, "all-present", NULL, NULL, e);
	case DOOR_UNDO:
		return run_call(sc, 1, undo, e);
	}
	return false;
}

/* --- Typing --- */

/* Keys that go to the people and not into the line; a blank and a star begin no name. */
static bool
is_for_people(const struct door_view *dv, const char *key)
{
	static const char *const keys[] = { "Up", "Down", "PgUp", "PgDn", "Enter", "Tab",
		"S-Tab" };

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (!strcmp(keys[i], key))
			return true;
	bool letter = !strcmp(key, "Space") || !strcmp(key, "*");
	return letter && (dv->browsing || !edit_length(dv->edit));
}

/* Several people at once wait for Enter; one line goes into the line. */
static bool
paste(struct door_view *dv, const struct event *ev, struct error *e)
{
	struct signup_list list;

	bool several = signup_read_any(ev->paste, ev->length, &list, e)
	    && (list.count > 1 || (list.count && memchr(ev->paste, '\n', ev->length)));
	signup_free(&list);
	if (several) {
		str_cut(&dv->pasted, 0);
		for (size_t i = 0; i < ev->length; i++)
			if (ev->paste[i])
				str_addc(&dv->pasted, ev->paste[i]);
		dv->cursor = dv->top = 0;
	} else if (!edit_paste(dv->edit, ev->paste, ev->length)) {
		return set_error(e, STATUS_DATA, _("This cannot be pasted here."));
	}
	door_draft(dv);
	return door_find(dv, e);
}

/* While a list waits, nothing else is typed; the arrows go through it. */
static bool
pasted_key(struct door_view *dv, const struct event *ev, struct error *e)
{
	if (!strcmp(ev->key, "Esc")) {
		str_cut(&dv->pasted, 0);
		if (!door_find(dv, e))
			screen_fail(dv->sc, e);
		return true;
	}
	return *ev->text || !strcmp(ev->key, "Tab") || !strcmp(ev->key, "BS");
}

/* A key of the editor that found nothing to do in the line is no command all the same: who
 * holds Backspace down does not want to leave, nor Del to delete someone. */
static bool
edits(const struct event *ev)
{
	enum edit_op op;
	const char *key;
	bool extend;

	for (int i = 0; (key = edit_key_at(i, &op, &extend)); i++)
		if (!strcmp(key, ev->key))
			return true;
	return false;
}

static bool
line_key(struct door_view *dv, const struct event *ev, struct error *e)
{
	uint64_t before = edit_version(dv->edit);
	bool text = edit_length(dv->edit) > 0;

	if (is_for_people(dv, ev->key))
		return false;
	if (!text && !*ev->text)
		return !strcmp(ev->key, "BS");
	if (!strcmp(ev->key, "Esc"))
		edit_set(dv->edit, "", 0);
	else if (!edit_event(dv->edit, ev))
		return edits(ev);
	if (edit_version(dv->edit) == before && strcmp(ev->key, "Esc") != 0)
		return true;
	dv->browsing = false;
	dv->cursor = dv->top = 0;
	door_draft(dv);
	if (!door_find(dv, e))
		screen_fail(dv->sc, e);
	door_go(dv, 0);
	return true;
}

bool
door_type(struct view *v, const struct event *ev)
{
	struct door_view *dv = door_of(v);
	struct error e;

	if (ev->kind == EVENT_PASTE) {
		if (!paste(dv, ev, &e))
			screen_fail(dv->sc, &e);
		return true;
	}
	if (ev->kind != EVENT_KEY)
		return false;
	return dv->pasted.len ? pasted_key(dv, ev, &e) : line_key(dv, ev, &e);
}
