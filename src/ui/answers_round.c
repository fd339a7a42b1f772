#include "config.h"

#include "ui/answers_round.h"

#include <stdlib.h>
#include <string.h>

#include "app/answers.h"
#include "app/pane.h"
#include "app/report.h"
#include "base/i18n.h"
#include "ui/answers_text.h"
#include "ui/answers_view.h"
#include "ui/minutes_view.h"

enum {
	GUTTER = 2, TICK = 4, GAP = 2,	/* "> ", "[x] " */
	NAME_MOST = 34,
	QUESTION_ROWS = 2, LIST_LEAST = 2,
	NAMED = 4			/* rows below, from which on a name has room there too */
};

struct round_view {
	struct view view;
	struct screen *sc;
	struct answers *answers;
	struct shared_left left;	/* private ones that are not among them */
	struct str title;
	size_t question;
	size_t cursor, top;		/* rows: the talks, then who is missing */
	size_t page;			/* rows painted */
	int head;			/* rows above them */
};

static struct round_view *
round_of(struct view *v)
{
	return (struct round_view *)v;
}

/* --- Rows --- */

static size_t
row_count(const struct round_view *r)
{
	return answers_talks(r->answers) + answers_missing(r->answers);
}

static bool
is_missing(const struct round_view *r, size_t row)
{
	return row >= answers_talks(r->answers);
}

static const char *
row_name(const struct round_view *r, size_t row, int64_t *affiliate)
{
	*affiliate = 0;
	return is_missing(r, row) ? answers_missing_name(r->answers,
	    row - answers_talks(r->answers), affiliate) : answers_who(r->answers, row);
}

/* "" where there is none. */
static const char *
row_answer(const struct round_view *r, size_t row)
{
	return is_missing(r, row) || r->question >= answers_questions(r->answers) ? ""
	    : answers_text(r->answers, r->question, row);
}

/* --- Reading --- */

static void
row_go(struct round_view *r, size_t row)
{
	size_t count = row_count(r), page = r->page ? r->page : 1;

	r->cursor = row < count ? row : count ? count - 1 : 0;
	if (r->cursor < r->top)
		r->top = r->cursor;
	if (r->cursor >= r->top + page)
		r->top = r->cursor - page + 1;
}

static bool
round_reload(struct view *v, struct error *e)
{
	struct round_view *r = round_of(v);
	struct shared_left left = { 0 };
	struct answers *fresh = answers_open(r->sc->app, v->id, &left, e);
	struct store *s = r->sc->app->store;

	if (!fresh)
		return false;
	answers_close(r->answers);
	r->answers = fresh;
	r->left = left;
	str_cut(&r->title, 0);
	record_title(s, record_entity(s, v->id), v->id, &r->title);
	row_go(r, r->cursor);
	return true;
}

/* --- Moving --- */

static bool
question_turn(struct round_view *r, bool next)
{
	if (next ? r->question + 1 >= answers_questions(r->answers) : !r->question)
		return false;
	r->question += next ? 1 : (size_t)-1;
	return true;
}

static bool
round_move(struct view *v, enum motion motion)
{
	struct round_view *r = round_of(v);
	size_t was = r->cursor, page = r->page > 1 ? r->page - 1 : 1;
	const struct {
		bool down;
		size_t by;
	} ways[] = {
		[MOVE_UP] = { false, 1 }, [MOVE_DOWN] = { true, 1 },
		[MOVE_PAGE_UP] = { false, page }, [MOVE_PAGE_DOWN] = { true, page },
		[MOVE_HALF_UP] = { false, page / 2 + 1 }, [MOVE_HALF_DOWN] = { true, page / 2 + 1 },
		[MOVE_TOP] = { false, row_count(r) }, [MOVE_BOTTOM] = { true, row_count(r) },
	};

	if (motion == MOVE_LEFT || motion == MOVE_RIGHT)
		return question_turn(r, motion == MOVE_RIGHT);
	if (ways[motion].down)
		row_go(r, was + ways[motion].by);
	else
		row_go(r, was > ways[motion].by ? was - ways[motion].by : 0);
	return r->cursor != was;
}

static bool
round_press(struct view *v, int row)
{
	struct round_view *r = round_of(v);
	size_t at = r->top + (size_t)row - (size_t)r->head;

	if (row < r->head || at >= r->top + r->page || at >= row_count(r))
		return false;
	row_go(r, at);
	return true;
}

static int
round_cursor(struct view *v)
{
	struct round_view *r = round_of(v);

	return r->head + (int)(r->cursor - r->top);
}

/* --- Painting --- */

static int
question_draw(const struct round_view *r, const struct draw *d, struct box box)
{
	size_t count = answers_questions(r->answers);
	struct str line = { 0 };

	if (count)
		str_addf(&line, _("Question %zu of %zu: %s"), r->question + 1, count,
		    answers_question(r->answers, r->question));
	else
		str_add(&line, _("This form has no questions yet; add them in the pane Form questions."));
	int rows = answers_text_draw(d, box, 0, ROLE_TITLE, str_text(&line));
	str_free(&line);
	return rows;
}

static void
row_draw(const struct round_view *r, const struct draw *d, struct box box, int y, size_t row)
{
	bool here = row == r->cursor;
	int64_t affiliate;
	const char *name = row_name(r, row, &affiliate), *answer = row_answer(r, row);
	const char *tick = is_missing(r, row) ? "[ ]" : "[x]";
	int room = box.cols - GUTTER - TICK - GAP;
	int most = room * 2 / 5 < NAME_MOST ? room * 2 / 5 : NAME_MOST;
	struct str line = { 0 };

	draw_cell(d, &line, here ? ">" : "", here, GUTTER, false);
	draw_cell(d, &line, tick, strlen(tick), TICK, false);
	if (is_missing(r, row)) {
		draw_cell(d, &line, name, strlen(name), box.cols - GUTTER - TICK, false);
	} else {
		draw_cell(d, &line, name, strlen(name), most, false);
		draw_cell(d, &line, "", 0, GAP, false);
		draw_cell(d, &line, answer, strcspn(answer, "\n"), room - most, false);
	}
	draw_fit(d, box, y, 0, box.cols, here ? ROLE_SELECTED : ROLE_TEXT, str_text(&line), false);
	str_free(&line);
}

/* What the one of the cursor answered, whole; what to do where it did not. */
static void
answer_draw(const struct round_view *r, const struct draw *d, struct box box)
{
	const char *answer = row_answer(r, r->cursor), *text = answer;
	int64_t affiliate;

	draw_rule(d, box_part(box, 0, 0, 1, box.cols));
	struct box inner = box_part(box, 1, GUTTER, box.rows - 1, box.cols - GUTTER);
	int y = inner.rows < NAMED ? 0
	    : answers_text_draw(d, inner, 0, ROLE_DIM, row_name(r, r->cursor, &affiliate));
	if (is_missing(r, r->cursor))
		text = _("No talk yet: Enter begins it with the first question.");
	else if (!*answer)
		text = _("(no answer)");
	answers_text_draw(d, inner, y, *answer ? ROLE_TEXT : ROLE_DIM, text);
}

/* The rows for people: all they need, up to half of what is left. */
static size_t
page_of(const struct round_view *r, int rows)
{
	int half = rows / 2 > LIST_LEAST ? rows / 2 : rows < LIST_LEAST ? rows : LIST_LEAST;
	size_t most = half > 0 ? (size_t)half : 0;

	return row_count(r) < most ? row_count(r) : most;
}

static void
round_draw(struct view *v, const struct draw *d, struct box box, bool all)
{
	struct round_view *r = round_of(v);

	(void)all;
	for (int y = 0; y < box.rows; y++)
		draw_blank(d, box, y, ROLE_TEXT);
	r->head = question_draw(r, d, box_part(box, 0, GUTTER,
	    box.rows < QUESTION_ROWS ? box.rows : QUESTION_ROWS, box.cols - GUTTER));
	r->page = page_of(r, box.rows - r->head);
	row_go(r, r->cursor);
	for (size_t i = 0; i < r->page && r->top + i < row_count(r); i++)
		row_draw(r, d, box, r->head + (int)i, r->top + i);
	int below = r->head + (int)r->page;
	if (!row_count(r))
		answers_text_draw(d, box_part(box, below, GUTTER, box.rows - below, box.cols - GUTTER),
		    1, ROLE_DIM, _("Nobody is asked in this round, and nobody has answered."));
	else if (below < box.rows)
		answer_draw(r, d, box_part(box, below, 0, box.rows - below, box.cols));
}

/* --- Words --- */

static void
round_title(struct view *v, struct str *out)
{
	str_addf(out, _("Answers: %s"), str_text(&round_of(v)->title));
}

static void
round_count(struct view *v, struct str *out)
{
	const struct answers *a = round_of(v)->answers;

	if (a)
		str_addf(out, _("%zu done, %zu missing"), answers_asked(a) - answers_missing(a),
		    answers_missing(a));
}

/* --- What Enter does --- */

static struct view *
talk_open(struct round_view *r, struct error *e)
{
	struct minutes *m = minutes_open(r->sc->app, answers_note(r->answers, r->cursor), e);

	return m ? minutes_view_new(r->sc, m) : NULL;
}

static struct view *
talk_begin(struct round_view *r, struct error *e)
{
	int64_t affiliate;

	row_name(r, r->cursor, &affiliate);
	struct minutes *m = minutes_interview(r->sc->app, r->view.id, affiliate, e);
	struct view *made = m ? answers_view_new(r->sc, m, e) : NULL;
	minutes_close(m);
	return made;
}

static struct view *
round_enter(struct view *v, struct error *e)
{
	struct round_view *r = round_of(v);

	if (!row_count(r)) {
		set_error(e, STATUS_NONE, _("Nothing leads on from here."));
		return NULL;
	}
	return is_missing(r, r->cursor) ? talk_begin(r, e) : talk_open(r, e);
}

/* --- A view --- */

static void
round_close(struct view *v)
{
	struct round_view *r = round_of(v);

	answers_close(r->answers);
	str_free(&r->title);
	free(r);
}

/* The keys are those of the answers to a form. */
static const struct view_ops round_ops = {
	.name = "matrix", .draw = round_draw, .cursor = round_cursor, .move = round_move,
	.press = round_press, .reload = round_reload, .title = round_title,
	.count = round_count, .close = round_close, .enter = round_enter
};

bool
answers_round_show(struct screen *sc, const struct pane *pane, int64_t round,
    struct error *e)
{
	struct round_view *r = xmalloc(sizeof *r);

	r->view = (struct view){ .ops = &round_ops, .pane = pane, .id = round };
	r->sc = sc;
	if (!round_reload(&r->view, e)) {
		view_free(&r->view);
		return false;
	}
	report_say_left(sc->app, &r->left);
	screen_show_view(sc, &r->view);
	screen_say(sc, ROLE_DIM, _("Left and Right change the question."));
	return true;
}
