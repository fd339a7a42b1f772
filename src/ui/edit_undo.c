/* Steps of the editor: undo and redo without limit. */
#include "config.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "ui/edit_part.h"

static void
step_free(struct edit_step *st)
{
	str_free(&st->old);
	str_free(&st->fresh);
}

void
edit_steps_forget(struct edit *ed)
{
	while (ed->step_count)
		step_free(&ed->steps[--ed->step_count]);
	ed->done = ed->saved = 0;
	ed->open = false;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* A word begins a step of its own. */
static bool
word_begins(const struct edit *ed, size_t at, const char *s, size_t n)
{
	return at && n && is_space(ed->text.s[at - 1]) && !is_space(*s);
}

/* Takes the change into the last step where it goes on from there. */
static bool
step_join(struct edit *ed, enum edit_kind kind, size_t at, size_t old_n, const char *s,
    size_t n)
{
	struct edit_step *st = ed->done ? &ed->steps[ed->done - 1] : NULL;
	const char *old = edit_text(ed) + at;

	if (!ed->open || !st || st->kind != kind)
		return false;
	if (kind == KIND_TYPE && !old_n && at == st->at + st->fresh.len
	    && !word_begins(ed, at, s, n)) {
		str_addn(&st->fresh, s, n);
	} else if (kind == KIND_FORWARD && at == st->at) {
		str_addn(&st->old, old, old_n);
	} else if (kind == KIND_BACK && at + old_n == st->at) {
		struct str joined = { 0 };
		str_addn(&joined, old, old_n);
		str_addn(&joined, str_text(&st->old), st->old.len);
		str_free(&st->old);
		st->old = joined;
		st->at = at;
	} else {
		return false;
	}
	return true;
}

void
edit_step_add(struct edit *ed, enum edit_kind kind, size_t at, size_t old_n, const char *s,
    size_t n)
{
	while (ed->step_count > ed->done)
		step_free(&ed->steps[--ed->step_count]);
	if (ed->saved != EDIT_NOWHERE && ed->saved > ed->done)
		ed->saved = EDIT_NOWHERE;
	if (step_join(ed, kind, at, old_n, s, n))
		return;
	if (ed->step_count == ed->step_cap) {
		ed->step_cap = ed->step_cap * 2 + 64;
		ed->steps = xrealloc(ed->steps, ed->step_cap * sizeof *ed->steps);
	}
	struct edit_step *st = &ed->steps[ed->step_count++];
	*st = (struct edit_step){ .kind = kind, .at = at, .before = ed->cursor };
	str_addn(&st->old, edit_text(ed) + at, old_n);
	str_addn(&st->fresh, s, n);
	ed->done = ed->step_count;
	ed->open = kind != KIND_OTHER;
}

void
edit_step_end(struct edit *ed)
{
	ed->steps[ed->done - 1].after = ed->cursor;
}

static void
step_go(struct edit *ed, const struct edit_step *st, const struct str *from,
    const struct str *to, size_t cursor)
{
	edit_replace(ed, st->at, from->len, str_text(to), to->len);
	edit_go(ed, cursor);
}

bool
edit_undo(struct edit *ed)
{
	if (!ed->done)
		return false;
	const struct edit_step *st = &ed->steps[--ed->done];
	step_go(ed, st, &st->fresh, &st->old, st->before);
	return true;
}

bool
edit_redo(struct edit *ed)
{
	if (ed->done == ed->step_count)
		return false;
	const struct edit_step *st = &ed->steps[ed->done++];
	step_go(ed, st, &st->old, &st->fresh, st->after);
	return true;
}

void
edit_pause(struct edit *ed)
{
	ed->open = false;
}

void
edit_clean(struct edit *ed)
{
	ed->saved = ed->done;
	ed->open = false;
}

bool
edit_changed(const struct edit *ed)
{
	return ed->saved != ed->done;
}
