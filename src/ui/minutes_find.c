/* Finding in minutes: what is typed is looked for from the cursor on while it is typed;
 * Enter goes to the next place, Esc stays where it is. */
#include "config.h"

#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "ui/minutes_part.h"

void
minutes_find_open(struct minutes_view *mv)
{
	if (!mv->find)
		mv->find = edit_new(false);
}

static void
find_close(struct minutes_view *mv)
{
	edit_free(mv->find);
	mv->find = NULL;
}

/* The next line behind this one that has it; SIZE_MAX: none. */
static size_t
line_with(const struct minutes_view *mv, bool back)
{
	size_t shown = minutes_shown(mv);
	struct str needle = { 0 };
	size_t found = SIZE_MAX;

	fold_add(&needle, edit_text(mv->find), edit_length(mv->find));
	for (size_t k = 1; needle.len && k < shown && found == SIZE_MAX; k++) {
		size_t i = (mv->at + (back ? shown - k : k)) % shown;
		const struct minutes_line *line = minutes_line(mv->m, minutes_index(mv, i));
		if (fold_contains(str_text(&line->text), line->text.len, needle.s, needle.len))
			found = i;
	}
	str_free(&needle);
	return found;
}

static bool
find_here(struct minutes_view *mv, size_t from, bool back)
{
	size_t at, end;

	if (!edit_find(mv->edit, edit_text(mv->find), edit_length(mv->find), from, back, &at, &end))
		return false;
	edit_select(mv->edit, at, end);
	return true;
}

/* fresh: what stands at the cursor is good as well. */
static void
find_next(struct minutes_view *mv, bool fresh, bool back)
{
	size_t from = edit_cursor(mv->edit), end;
	struct error e;

	edit_selection(mv->edit, &from, &end);
	if (find_here(mv, fresh || back || from >= edit_length(mv->edit) ? from : from + 1, back))
		return;
	size_t i = line_with(mv, back);
	if (i == SIZE_MAX) {
		if (!find_here(mv, 0, false))
			screen_say(mv->sc, ROLE_DIM, _("This is nowhere in these minutes."));
		return;
	}
	if (!minutes_go(mv, i, &e)) {
		screen_fail(mv->sc, &e);
		return;
	}
	find_here(mv, back ? edit_length(mv->edit) : 0, back);
}

bool
minutes_find_event(struct minutes_view *mv, const struct event *ev)
{
	const char *key = ev->kind == EVENT_KEY ? ev->key : "";

	if (!strcmp(key, "Esc") || !strcmp(key, "^C")) {
		find_close(mv);
	} else if (!strcmp(key, "Enter") || !strcmp(key, "Down") || !strcmp(key, "F3")) {
		find_next(mv, false, false);
	} else if (!strcmp(key, "Up") || !strcmp(key, "S-F3")) {
		find_next(mv, false, true);
	} else if (ev->kind == EVENT_MOUSE || !edit_event(mv->find, ev)) {
		return false;
	} else if (edit_length(mv->find)) {
		find_next(mv, true, false);
	}
	return true;
}
