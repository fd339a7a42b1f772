#include "config.h"

#include "ui/answers_view.h"

#include <stdlib.h>
#include <string.h>

#include "app/draft.h"
#include "app/pane.h"
#include "app/questions.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "ui/answers_text.h"
#include "ui/edit_draw.h"
#include "ui/minutes_draft.h"
#include "ui/typing.h"

struct answers_view {
	struct view view;
	struct screen *sc;
	struct minutes *m;
	int64_t form;
	struct questions *questions;
	size_t at;		/* question */
	struct edit *edit;	/* its answer */
	struct edit_scroll scroll;
	uint64_t saved;		/* version of the text that is in the file */
	int caret_y, caret_x;
};

static const struct view_ops answers_ops;

static const char answer_kind[] = "answer";

static struct answers_view *
answers_of(struct view *v)
{
	return v->ops == &answers_ops ? (struct answers_view *)v : NULL;
}

bool
answers_here(const struct screen *sc)
{
	return answers_of(screen_view(sc)) != NULL;
}

/* --- One answer --- */

static size_t
line_now(const struct answers_view *av)
{
	return questions_answer(av->questions, av->at, av->m);
}

static int64_t
entry_now(const struct answers_view *av)
{
	size_t i = line_now(av);

	return i == SIZE_MAX ? 0 : minutes_line(av->m, i)->id;
}

static void
draft_keep(struct answers_view *av)
{
	if (edit_version(av->edit) != av->saved)
		minutes_draft_keep(av->sc, &(struct minutes_draft){ .m = av->m,
		    .edit = av->edit, .record = entry_now(av), .kind = answer_kind,
		    .last = true, .question = questions_at(av->questions, av->at).id });
}

static void
question_go(struct answers_view *av, size_t i)
{
	av->at = i;
	size_t line = line_now(av);
	const struct str *text = line == SIZE_MAX ? NULL : &minutes_line(av->m, line)->text;
	edit_set(av->edit, text ? str_text(text) : "", text ? text->len : 0);
	av->saved = edit_version(av->edit);
	av->scroll = (struct edit_scroll){ 0 };
}

/* An answer stands where its question does: behind those to the questions before. */
static size_t
place_of(const struct answers_view *av)
{
	for (size_t i = av->at; i-- > 0; ) {
		size_t line = questions_answer(av->questions, i, av->m);
		if (line != SIZE_MAX)
			return line + 1;
	}
	return 0;
}

static bool
keep(struct answers_view *av, struct error *e)
{
	size_t line = line_now(av), cursor = edit_cursor(av->edit);
	bool fresh = line == SIZE_MAX;
	struct minutes_typed typed = { .text = edit_text(av->edit), .n = edit_length(av->edit),
	    .kind = fresh ? answer_kind : NULL,
	    .question = questions_at(av->questions, av->at).id };
	int64_t was = entry_now(av);

	if (edit_version(av->edit) == av->saved)
		return true;
	if (!minutes_set(av->m, fresh ? place_of(av) : line, fresh, &typed, 1, NULL, e))
		return false;
	minutes_draft_drop(av->sc, was);
	av->view.id = minutes_note(av->m);
	question_go(av, av->at);
	edit_go(av->edit, cursor);
	return true;
}

static bool
step(struct answers_view *av, bool down, struct error *e)
{
	if (!keep(av, e))
		return false;
	if (down && av->at + 1 == questions_count(av->questions))
		screen_say(av->sc, ROLE_TEXT, _("This was the last question. Esc shows all answers."));
	else if (down || av->at)
		question_go(av, down ? av->at + 1 : av->at - 1);
	return true;
}

/* The same questions in the next language they are worded in. */
static bool
language_turn(struct answers_view *av, struct error *e)
{
	const char *next = questions_language_next(av->questions);

	if (!*next)
		return set_error(e, STATUS_NONE, _("These questions are worded in one language only."));
	if (!keep(av, e))
		return false;
	struct questions *turned = questions_open(av->sc->app, av->form, next, e);
	if (!turned)
		return false;
	questions_close(av->questions);
	av->questions = turned;
	return true;
}

static bool
take_back(struct answers_view *av, bool redo, struct error *e)
{
	size_t at;

	if (edit_do(av->edit, redo ? EDIT_REDO : EDIT_UNDO, false))
		return true;
	if (!keep(av, e) || !minutes_undo(av->m, redo, &at, e))
		return false;
	question_go(av, av->at);
	return true;
}

bool
answers_do(struct screen *sc, int todo, struct error *e)
{
	struct answers_view *av = answers_of(screen_view(sc));

	if (!av)
		return set_error(e, STATUS_USAGE, _("This is for a form that is gone through."));
	sc->dirty |= DIRTY_VIEW;
	switch ((enum answers_todo)todo) {
	case ANSWERS_NEXT: case ANSWERS_BEFORE:
		return step(av, todo == ANSWERS_NEXT, e);
	case ANSWERS_LANGUAGE:
		return language_turn(av, e);
	case ANSWERS_UNDO: case ANSWERS_REDO:
		return take_back(av, todo == ANSWERS_REDO, e);
	case ANSWERS_SAVE:
		if (!keep(av, e))
			return false;
		screen_say(sc, ROLE_TEXT, _("Everything is saved."));
		return true;
	}
	return false;
}

/* --- Keys --- */

static bool
view_type(struct view *v, const struct event *ev)
{
	struct answers_view *av = answers_of(v);
	struct error e = { 0 };

	if (ev->kind == EVENT_KEY && typing_is_command("answers", ev->key))
		return false;
	if (typing_refused(av->sc, ev))
		return true;
	if (ev->kind == EVENT_KEY && !strcmp(ev->key, "Esc") && !keep(av, &e)) {
		screen_fail(av->sc, &e);
		return true;
	}
	if (!edit_event(av->edit, ev) && !edit_is_key(ev->key))
		return false;
	draft_keep(av);
	return true;
}

/* --- Painting --- */

static void
view_draw(struct view *v, const struct draw *d, struct box box, bool all)
{
	struct answers_view *av = answers_of(v);
	struct question q = questions_at(av->questions, av->at);
	struct box inner = box_part(box, 0, 1, box.rows, box.cols - 2);
	int y = box.rows >= 10;

	(void)all;
	for (int row = 0; row < box.rows; row++)
		draw_blank(d, box, row, ROLE_TEXT);
	if (y)
		draw_fit(d, inner, 0, 0, inner.cols, ROLE_DIM, minutes_facts(av->m), false);
	y = answers_text_draw(d, inner, y ? 2 : 0, ROLE_TITLE, q.text);
	y = answers_text_draw(d, inner, y, ROLE_DIM, q.hint);
	y += box.rows - y > 4;
	av->caret_y = av->caret_x = -1;
	if (y >= box.rows)
		y = box.rows - 1;
	struct box answer = box_part(inner, y, 2, box.rows - y, inner.cols - 2);
	edit_draw(d, answer, av->edit, &av->scroll, &av->caret_y, &av->caret_x);
	av->caret_y += y;
	av->caret_x += 3;
}

/* --- The view --- */

static bool
view_reload(struct view *v, struct error *e)
{
	struct answers_view *av = answers_of(v);

	if (!minutes_reload(av->m, e))
		return false;
	v->id = minutes_note(av->m);
	if (edit_version(av->edit) == av->saved) {
		size_t cursor = edit_cursor(av->edit);
		question_go(av, av->at);
		edit_go(av->edit, cursor);
	}
	return true;
}

static void
view_rest(struct view *v)
{
	struct error e;

	if (!keep(answers_of(v), &e))
		screen_fail(answers_of(v)->sc, &e);
}

static int
view_cursor(struct view *v)
{
	return answers_of(v)->caret_y;
}

static void
view_caret(struct view *v, int *y, int *x)
{
	*y = answers_of(v)->caret_y;
	*x = answers_of(v)->caret_x;
}

static bool
view_move(struct view *v, enum motion motion)
{
	edit_do(answers_of(v)->edit, motion == MOVE_UP ? EDIT_UP : EDIT_DOWN, false);
	return true;
}

static void
view_title(struct view *v, struct str *out)
{
	struct answers_view *av = answers_of(v);

	record_title(av->sc->app->store, record_entity(av->sc->app->store, av->form), av->form,
	    out);
}

static void
view_count(struct view *v, struct str *out)
{
	struct answers_view *av = answers_of(v);

	str_addf(out, _("question %zu of %zu"), av->at + 1, questions_count(av->questions));
	if (edit_version(av->edit) != av->saved)
		str_addf(out, ", %s", _("typing"));
}

static void
view_close(struct view *v)
{
	struct answers_view *av = answers_of(v);

	edit_free(av->edit);
	questions_close(av->questions);
	minutes_close(av->m);
	free(av);
}

static const struct view_ops answers_ops = {
	.name = "answers", .draw = view_draw, .cursor = view_cursor, .move = view_move,
	.reload = view_reload, .rest = view_rest,
	.title = view_title, .count = view_count, .close = view_close, .type = view_type,
	.caret = view_caret
};

struct view *
answers_view_new(struct screen *sc, struct minutes *m, struct error *e)
{
	int64_t form = minutes_form(m);
	struct questions *q = questions_open(sc->app, form, minutes_language(m), e);
	size_t at = 0;

	if (!q)
		return NULL;
	struct answers_view *av = xmalloc(sizeof *av);
	av->view = (struct view){ .ops = &answers_ops, .id = minutes_note(m),
	    .pane = pane_of_entity(entity_find("note")) };
	av->sc = sc;
	av->m = minutes_share(m);
	av->form = form;
	av->questions = q;
	av->edit = edit_new(true);
	while (at + 1 < questions_count(q) && questions_answer(q, at, m) != SIZE_MAX)
		at++;
	question_go(av, at);
	return &av->view;
}

bool
answers_show(struct screen *sc, struct minutes *m, struct error *e)
{
	struct view *v = answers_view_new(sc, m, e);

	if (v)
		screen_show_view(sc, v);
	return v != NULL;
}

bool
answers_resume(struct screen *sc, struct minutes *m, int64_t question,
    const struct draft *text)
{
	if (!answers_show(sc, m, NULL))
		return false;
	struct answers_view *av = answers_of(screen_view(sc));
	question_go(av, questions_find(av->questions, question));
	edit_do(av->edit, EDIT_ALL, false);
	edit_paste(av->edit, text->text, text->length);
	edit_go(av->edit, text->cursor);
	return true;
}
