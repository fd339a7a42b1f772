/* Typing minutes: what the editor of a line does not do by itself, where one line ends
 * and the next begins. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/become.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "ui/answers_view.h"
#include "ui/minutes_part.h"
#include "ui/typing.h"

/* --- Between lines --- */

/* To another line, with the cursor at its end or its beginning. */
static bool
line_go(struct minutes_view *mv, size_t i, bool to_end, struct error *e)
{
	if (!minutes_go(mv, i, e))
		return false;
	edit_go(mv->edit, to_end ? edit_length(mv->edit) : 0);
	return true;
}

/* From the first row of a line to the one above, from the last to the one below, which
 * behind the last line is a new one. */
static bool
line_beside(struct minutes_view *mv, bool down, bool to_end, struct error *e)
{
	bool last = mv->at + 1 >= minutes_shown(mv);

	if (down ? last && mv->fresh : !mv->at)
		return true;
	return line_go(mv, down ? mv->at + 1 : mv->at - 1, to_end, e);
}

static bool
pages(struct minutes_view *mv, bool down, struct error *e)
{
	size_t by = mv->layout.rows > 2 ? (size_t)mv->layout.rows / 2 : 1;
	size_t to = down ? mv->at + by : mv->at > by ? mv->at - by : 0;

	return line_go(mv, to < minutes_shown(mv) ? to : minutes_shown(mv) - 1, true, e);
}

/* What is in the editor becomes several lines; the cursor goes to the last one, so many
 * bytes before its end. */
static bool
lines_set(struct minutes_view *mv, const struct minutes_typed *typed, size_t count,
    size_t from_end, struct error *e)
{
	size_t stored, at = mv->at;

	if (!minutes_set(mv->m, at, mv->fresh, typed, count, &stored, e))
		return false;
	minutes_saved(mv);
	if (stored)
		minutes_begin(mv, at + stored - 1, false);
	else
		minutes_begin(mv, at, true);
	size_t n = edit_length(mv->edit);
	edit_go(mv->edit, from_end < n ? n - from_end : 0);
	return true;
}

/* Enter: the line is saved; what stood behind the cursor is the next one. */
static bool
line_end(struct minutes_view *mv, struct error *e)
{
	struct minutes_typed typed = minutes_now(mv);
	size_t cursor = edit_cursor(mv->edit), from, to;

	if (edit_selection(mv->edit, &from, &to))
		edit_go(mv->edit, cursor = to);
	if (cursor == typed.n) {
		if (!minutes_keep(mv, e))
			return false;
		if (!mv->fresh)
			minutes_begin(mv, mv->at + 1, true);
		return true;
	}
	if (!cursor) {	/* a new line in front; this one stays what it is */
		if (!minutes_keep(mv, e))
			return false;
		if (!mv->fresh)
			minutes_begin(mv, mv->at, true);
		return true;
	}
	struct minutes_typed parts[2] = { typed, { .text = typed.text + cursor,
	    .n = typed.n - cursor } };
	parts[0].n = cursor;
	return lines_set(mv, parts, 2, typed.n - cursor, e);
}

/* BS at the beginning of a line, Del at its end. */
static bool
line_join(struct minutes_view *mv, struct error *e)
{
	struct minutes_typed typed = minutes_now(mv);
	size_t at = mv->at, left = typed.n;

	if (mv->fresh && !typed.n)
		return line_beside(mv, false, true, e);
	if (!minutes_join(mv->m, at, mv->fresh, &typed, e))
		return false;
	minutes_saved(mv);
	minutes_begin(mv, at - 1, false);
	edit_go(mv->edit, edit_length(mv->edit) - left);
	return true;
}

static bool
next_join(struct minutes_view *mv, struct error *e)
{
	size_t next = mv->at + 1;

	if (next >= minutes_shown(mv))
		return true;
	if (mv->fresh && !edit_length(mv->edit))
		return line_go(mv, next, false, e);
	return line_go(mv, next, false, e) && line_join(mv, e);
}

static bool
line_move(struct minutes_view *mv, bool down, struct error *e)
{
	size_t cursor = edit_cursor(mv->edit);

	if (mv->fresh && !minutes_keep(mv, e))
		return false;
	if (mv->fresh || (down ? mv->at + 1 >= minutes_count(mv->m) : !mv->at))
		return true;
	struct minutes_typed typed = minutes_now(mv);
	if (!minutes_move(mv->m, mv->at, &typed, down, e))
		return false;
	minutes_saved(mv);
	minutes_begin(mv, down ? mv->at + 1 : mv->at - 1, false);
	edit_go(mv->edit, cursor);
	return true;
}

/* --- Taking back --- */

static bool
line_undo(struct minutes_view *mv, bool redo, struct error *e)
{
	size_t at, count;

	if (edit_do(mv->edit, redo ? EDIT_REDO : EDIT_UNDO, false))
		return true;
	if (!minutes_keep(mv, e) || !minutes_undo(mv->m, redo, &at, e))
		return false;
	count = minutes_count(mv->m);
	mv->view.id = minutes_note(mv->m);
	minutes_begin(mv, at < count ? at : count, at >= count);
	edit_go(mv->edit, edit_length(mv->edit));
	minutes_asides_forget(mv);
	return true;
}

/* As it was when the cursor came; ^Z brings back what was typed. */
static bool
give_up(struct minutes_view *mv)
{
	const struct minutes_line *line = mv->fresh ? NULL : minutes_line(mv->m, mv->at);

	if (!minutes_changed(mv)) {
		screen_say(mv->sc, ROLE_DIM, _("Nothing is being typed; Esc leaves the minutes."));
		return true;
	}
	str_cut(&mv->kind, 0);
	edit_do(mv->edit, EDIT_ALL, false);
	edit_paste(mv->edit, line ? str_text(&line->text) : "", line ? line->text.len : 0);
	screen_say(mv->sc, ROLE_TEXT, _("The line is as it was; Ctrl-Z brings back what you typed."));
	return true;
}

/* --- Questions --- */

static bool
questions(struct minutes_view *mv, struct error *e)
{
	if (!minutes_keep(mv, e))
		return false;
	if (!minutes_form(mv->m))
		return set_error(e, STATUS_NONE,
		    _("This note has no form; F4 chooses one for it."));
	return answers_show(mv->sc, mv->m, e);
}

/* --- Making records --- */

static bool
line_become(struct minutes_view *mv, const char *what, struct error *e)
{
	if (!minutes_keep(mv, e))
		return false;
	if (mv->fresh)
		return set_error(e, STATUS_NONE, _("Go to a line first: it is made of what it says."));
	return minutes_become(mv->m, mv->at, what, e);
}

/* --- Pasting --- */

/* Several lines become lines of the minutes, all in one action. */
static bool
paste(struct minutes_view *mv, const char *s, size_t n, struct error *e)
{
	struct str all = { 0 };
	struct minutes_typed *typed = NULL;
	size_t cursor = edit_cursor(mv->edit), behind = edit_length(mv->edit) - cursor;
	size_t count = 0, cap = 0;

	if (!memchr(s, '\n', n))
		return edit_paste(mv->edit, s, n)
		    || set_error(e, STATUS_DATA, _("This cannot be pasted: it is no text."));
	str_addn(&all, edit_text(mv->edit), cursor);
	str_addn(&all, s, n);
	str_addn(&all, edit_text(mv->edit) + cursor, behind);
	for (const char *p = str_text(&all), *end = p + all.len; p <= end; count++) {
		const char *feed = memchr(p, '\n', (size_t)(end - p));
		if (count == cap) {
			cap = cap * 2 + 64;
			typed = xrealloc(typed, cap * sizeof *typed);
		}
		typed[count] = (struct minutes_typed){ .text = p,
		    .n = (size_t)((feed ? feed : end) - p) };
		p = feed ? feed + 1 : end + 1;
	}
	typed[0].kind = mv->kind.len ? str_text(&mv->kind) : NULL;
	bool ok = lines_set(mv, typed, count, behind, e);
	free(typed);
	str_free(&all);
	return ok;
}

/* --- Keys --- */

static bool
command_do(struct minutes_view *mv, enum minutes_todo todo, struct error *e)
{
	switch (todo) {
	case MINUTES_ENTER:
		return line_end(mv, e);
	case MINUTES_TAB:
		if (!minutes_complete(mv))
			minutes_kinds_open(mv);
		return true;
	case MINUTES_UP: case MINUTES_DOWN:
		return line_move(mv, todo == MINUTES_DOWN, e);
	case MINUTES_UNDO: case MINUTES_REDO:
		return line_undo(mv, todo == MINUTES_REDO, e);
	case MINUTES_FIND:
		minutes_find_open(mv);
		return true;
	case MINUTES_GIVE_UP:
		return give_up(mv);
	case MINUTES_SAVE:
		if (!minutes_keep(mv, e))
			return false;
		screen_say(mv->sc, ROLE_TEXT, _("Everything is saved."));
		return true;
	case MINUTES_LEAD: case MINUTES_GOAL: case MINUTES_RESOURCE: case MINUTES_NEED:
	case MINUTES_OFFER:
		return line_become(mv, become_at((int)todo - MINUTES_LEAD), e);
	case MINUTES_PEOPLE:
		return minutes_ask_person(mv, e);
	case MINUTES_QUESTIONS:
		return questions(mv, e);
	}
	return false;
}

bool
minutes_do(struct screen *sc, int todo, struct error *e)
{
	struct minutes_view *mv = minutes_of(screen_view(sc));

	if (!mv)
		return set_error(e, STATUS_USAGE, _("This is for minutes; Enter on a note opens them."));
	sc->dirty |= DIRTY_VIEW;
	bool ok = command_do(mv, (enum minutes_todo)todo, e);
	minutes_draft(mv);
	return ok;
}

/* Keys that mean a line where the editor has nothing more to do in its own. */
static bool
beyond(struct minutes_view *mv, const char *key, struct error *e)
{
	static const struct {
		const char *key;
		bool down, to_end;
	} ways[] = {
		{ "Up", false, true }, { "^P", false, true }, { "Left", false, true },
		{ "^B", false, true }, { "Down", true, true }, { "^N", true, true },
		{ "Right", true, false }, { "^F", true, false }, { "C-Left", false, true },
		{ "C-Right", true, false },
	};

	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		if (!strcmp(ways[i].key, key))
			return line_beside(mv, ways[i].down, ways[i].to_end, e);
	if (!strcmp(key, "BS") && mv->at)
		return line_join(mv, e);
	if (!strcmp(key, "Del"))
		return next_join(mv, e);
	return true;
}

/* Keys that go further than a line at once. */
static bool
far(struct minutes_view *mv, const char *key, bool *used, struct error *e)
{
	*used = true;
	if (!strcmp(key, "PgUp") || !strcmp(key, "PgDn"))
		return pages(mv, key[2] == 'D', e);
	if (!strcmp(key, "C-Home"))
		return line_go(mv, 0, false, e);
	if (!strcmp(key, "C-End"))
		return minutes_go(mv, minutes_shown(mv), e);
	*used = false;
	return true;
}

/* BS right behind a date that was understood means: that is no date. */
static bool
date_refused(struct minutes_view *mv, const char *key)
{
	struct minutes_typed typed = minutes_now(mv);
	struct line line;

	if (strcmp(key, "BS") || !mv->typed || mv->no_due || edit_cursor(mv->edit) != typed.n)
		return false;
	minutes_read(mv->m, mv->fresh ? minutes_count(mv->m) : mv->at, &typed, &line);
	mv->no_due = *line.due_typed != '\0';
	line_free(&line);
	if (!mv->no_due)
		return false;
	mv->here.known = false;
	screen_say(mv->sc, ROLE_DIM, _("The last words are no date then."));
	return true;
}

static bool
key_typed(struct minutes_view *mv, const struct event *ev, struct error *e)
{
	uint64_t version = edit_version(mv->edit);
	bool used;

	if (!far(mv, ev->key, &used, e))
		return false;
	if (used || date_refused(mv, ev->key))
		return true;
	bool did = edit_event(mv->edit, ev);
	mv->typed = *ev->text && edit_version(mv->edit) != version;
	return did || beyond(mv, ev->key, e);
}

/* Where one is, as far as keys change it. */
struct place {
	size_t at, cursor, from, to;
	uint64_t version;
	bool no_due;
};

static struct place
place_now(const struct minutes_view *mv)
{
	struct place p = { .at = mv->at, .cursor = edit_cursor(mv->edit),
	    .version = edit_version(mv->edit), .no_due = mv->no_due };

	edit_selection(mv->edit, &p.from, &p.to);
	return p;
}

/* A key that did nothing says why. */
static bool
key_or_why(struct minutes_view *mv, const struct event *ev, struct error *e)
{
	struct place was = place_now(mv);
	const char *why = edit_told(ev->key);

	if (!key_typed(mv, ev, e))
		return false;
	struct place now = place_now(mv);
	if (why && was.at == now.at && was.cursor == now.cursor && was.from == now.from
	    && was.to == now.to && was.version == now.version && was.no_due == now.no_due)
		screen_say(mv->sc, ROLE_DIM, why);
	return true;
}

/* Esc leaves only when the line is saved. */
static bool
may_leave(struct minutes_view *mv, const struct event *ev, struct error *e)
{
	return strcmp(ev->key, "Esc") || minutes_keep(mv, e);
}

bool
minutes_type(struct view *v, const struct event *ev)
{
	struct minutes_view *mv = minutes_of(v);
	struct error e = { 0 };
	bool ok = true;

	if (mv->chooser)
		return minutes_choose_event(mv, ev);
	if (mv->find && minutes_find_event(mv, ev))
		return true;
	if (ev->kind == EVENT_KEY && typing_is_command("minutes", ev->key))
		return false;
	if (typing_refused(mv->sc, ev))
		return true;
	if (ev->kind == EVENT_PASTE)
		ok = paste(mv, ev->paste, ev->length, &e);
	else if (ev->kind != EVENT_KEY)
		return false;
	else if (edit_is_key(ev->key) || *ev->text)
		ok = key_or_why(mv, ev, &e);
	else if (may_leave(mv, ev, &e))
		return false;
	else
		ok = false;
	minutes_draft(mv);
	if (!ok)
		screen_fail(mv->sc, &e);
	return true;
}
