#include "config.h"

#include "ui/answers_matrix.h"

#include <stdlib.h>
#include <string.h>

#include "app/answers.h"
#include "app/pane.h"
#include "app/report.h"
#include "base/i18n.h"
#include "store/which.h"
#include "ui/answers_round.h"
#include "ui/answers_text.h"
#include "ui/parts.h"
#include "ui/text_view.h"

enum {
	WIDE = 60, HIGH = 12,	/* below, one question at a time */
	GUTTER = 2, GAP = 2, ANSWER = 22, QUESTION_MOST = 40
};

struct answers_matrix {
	struct view view;
	struct app *app;
	struct str title;
	struct answers *answers;	/* NULL: not read yet */
	struct shared_left left;	/* private ones that are not among them */
	int question, talk;		/* the cursor */
	int top, first;			/* the first shown */
	int page;			/* rows of questions */
	bool single;			/* one question at a time */
	struct parts parts;		/* of that question */
	int told;			/* question they tell; -1: none */
};

static int
question_count(const struct answers_matrix *m)
{
	return (int)answers_questions(m->answers);
}

static int
talk_count(const struct answers_matrix *m)
{
	return (int)answers_talks(m->answers);
}

static int
within(int n, int count)
{
	return n >= count ? (count ? count - 1 : 0) : n < 0 ? 0 : n;
}

/* --- Reading --- */

static bool
matrix_reload(struct view *v, struct error *e)
{
	struct answers_matrix *m = (struct answers_matrix *)v;
	struct shared_left left = { 0 };
	struct answers *fresh = answers_open(m->app, v->id, &left, e);

	if (!fresh)
		return false;
	answers_close(m->answers);
	m->answers = fresh;
	m->question = within(m->question, question_count(m));
	m->talk = within(m->talk, talk_count(m));
	m->told = -1;
	str_cut(&m->title, 0);
	record_title(m->app->store, entity_find(v->pane->entity), v->id, &m->title);
	m->left = left;
	return true;
}

/* --- Moving --- */

static bool
single_move(struct answers_matrix *m, enum motion motion)
{
	int was = m->question;

	if (motion != MOVE_LEFT && motion != MOVE_RIGHT)
		return parts_move(&m->parts, motion);
	m->question = within(m->question + (motion == MOVE_RIGHT ? 1 : -1), question_count(m));
	return m->question != was;
}

static bool
matrix_move(struct view *v, enum motion motion)
{
	struct answers_matrix *m = (struct answers_matrix *)v;
	int page = m->page > 1 ? m->page - 1 : 1, half = m->page > 3 ? m->page / 2 : 1;
	int question = m->question, talk = m->talk;
	const struct {
		int down, across;
	} by[] = {
		[MOVE_UP] = { -1, 0 }, [MOVE_DOWN] = { 1, 0 }, [MOVE_LEFT] = { 0, -1 },
		[MOVE_RIGHT] = { 0, 1 }, [MOVE_PAGE_UP] = { -page, 0 }, [MOVE_PAGE_DOWN] = { page, 0 },
		[MOVE_HALF_UP] = { -half, 0 }, [MOVE_HALF_DOWN] = { half, 0 },
		[MOVE_TOP] = { -question_count(m), 0 }, [MOVE_BOTTOM] = { question_count(m), 0 },
	};

	if (m->single)
		return single_move(m, motion);
	m->question = within(m->question + by[motion].down, question_count(m));
	m->talk = within(m->talk + by[motion].across, talk_count(m));
	return m->question != question || m->talk != talk;
}

static bool
matrix_press(struct view *v, int row)
{
	struct answers_matrix *m = (struct answers_matrix *)v;

	if (m->single)
		return parts_press(&m->parts, row);
	if (row < 1 || row > m->page || m->top + row > question_count(m))
		return false;
	m->question = m->top + row - 1;
	return true;
}

static int
matrix_cursor(struct view *v)
{
	const struct answers_matrix *m = (const struct answers_matrix *)v;

	return m->single ? parts_cursor(&m->parts) : m->question - m->top + 1;
}

/* --- One question at a time --- */

static void
parts_fill(struct answers_matrix *m)
{
	size_t q = (size_t)m->question;

	if (m->told == m->question)
		return;
	m->told = m->question;
	parts_free(&m->parts);
	parts_add(&m->parts, &(struct part){ .kind = PART_HEAD,
	    .text = answers_question(m->answers, q) });
	for (size_t i = 0; i < answers_talks(m->answers); i++) {
		const char *text = answers_text(m->answers, q, i);
		parts_add(&m->parts, &(struct part){ .kind = PART_HEAD,
		    .text = answers_who(m->answers, i) });
		parts_add(&m->parts, &(struct part){ .kind = PART_LINE,
		    .text = *text ? text : _("(no answer)") });
	}
	parts_add(&m->parts, &(struct part){ .kind = PART_REMARK,
	    .text = _("Left and Right go to the other questions.") });
}

/* --- All side by side --- */

/* As many as have room, the one of the cursor among them; evenly wide. */
struct across {
	int question, answer, count;
};

static struct across
across_fit(struct answers_matrix *m, int cols)
{
	struct across a = { .question = cols / 3 < QUESTION_MOST ? cols / 3 : QUESTION_MOST };
	int room = cols - GUTTER - a.question, left = talk_count(m);

	a.count = room / (ANSWER + GAP);
	a.count = a.count > left ? left : a.count < 1 ? 1 : a.count;
	a.answer = room / a.count - GAP;
	if (m->talk < m->first)
		m->first = m->talk;
	if (m->talk >= m->first + a.count)
		m->first = m->talk - a.count + 1;
	if (m->first + a.count > left)
		m->first = left > a.count ? left - a.count : 0;
	return a;
}

static void
cell_add(const struct draw *d, struct str *line, const char *text, int cols)
{
	draw_cell(d, line, "", 0, GAP, false);
	draw_cell(d, line, text, strcspn(text, "\n"), cols, false);
}

/* row -1: the heads. */
static void
row_draw(const struct answers_matrix *m, const struct draw *d, struct box box, int y, int row,
    const struct across *a)
{
	struct str line = { 0 };
	bool here = row == m->question;
	const char *text = row < 0 ? _("Question") : answers_question(m->answers, (size_t)row);

	draw_cell(d, &line, here ? ">" : "", here, GUTTER, false);
	draw_cell(d, &line, text, strlen(text), a->question, false);
	for (int i = m->first; i < m->first + a->count && i < talk_count(m); i++)
		cell_add(d, &line, row < 0 ? answers_who(m->answers, (size_t)i)
		    : answers_text(m->answers, (size_t)row, (size_t)i), a->answer);
	draw_blank(d, box, y, row < 0 ? ROLE_TITLE : ROLE_TEXT);
	draw_line(d, box, y, row < 0 ? ROLE_TITLE : ROLE_TEXT, &line);
	str_free(&line);
	if (!here || !talk_count(m))
		return;
	text = answers_text(m->answers, (size_t)row, (size_t)m->talk);
	struct str cell = { 0 };
	str_addn(&cell, text, strcspn(text, "\n"));
	draw_fit(d, box, y, GUTTER + a->question + (m->talk - m->first) * (a->answer + GAP) + GAP,
	    a->answer, ROLE_SELECTED, str_text(&cell), false);
	str_free(&cell);
}

static void
answer_draw(const struct answers_matrix *m, const struct draw *d, struct box box)
{
	const char *text = answers_text(m->answers, (size_t)m->question, (size_t)m->talk);
	int y;

	for (int i = 0; i < box.rows; i++)
		draw_blank(d, box, i, ROLE_TEXT);
	draw_rule(d, box_part(box, 0, 0, 1, box.cols));
	struct box inner = box_part(box, 0, GUTTER, box.rows, box.cols - GUTTER);
	y = answers_text_draw(d, inner, 1, ROLE_TITLE,
	    answers_question(m->answers, (size_t)m->question));
	y = answers_text_draw(d, inner, y, ROLE_DIM, answers_who(m->answers, (size_t)m->talk));
	answers_text_draw(d, inner, y, ROLE_TEXT, *text ? text : _("(no answer)"));
}

static void
grid_draw(struct answers_matrix *m, const struct draw *d, struct box box)
{
	struct across a = across_fit(m, box.cols - 1);
	int questions = question_count(m), most = box.rows / 2 - 1;

	m->page = questions < most ? questions : most;
	if (m->question < m->top)
		m->top = m->question;
	if (m->question >= m->top + m->page)
		m->top = m->question - m->page + 1;
	row_draw(m, d, box, 0, -1, &a);
	if (m->first + a.count < talk_count(m))
		draw_fit(d, box, 0, box.cols - 1, 1, ROLE_ACCENT, draw_sign(d, SIGN_MORE), false);
	for (int y = 0; y < m->page; y++)
		row_draw(m, d, box, y + 1, m->top + y, &a);
	answer_draw(m, d, box_part(box, m->page + 1, 0, box.rows - m->page - 1, box.cols));
}

static void
empty_draw(const struct answers_matrix *m, const struct draw *d, struct box box)
{
	for (int y = 0; y < box.rows; y++)
		draw_blank(d, box, y, ROLE_TEXT);
	struct box inner = box_part(box, 0, GUTTER, box.rows, box.cols - GUTTER);
	answers_text_draw(d, inner, 1, ROLE_DIM, question_count(m)
	    ? _("Nobody has answered yet: a note that has this form asks its questions.")
	    : _("This form has no questions yet; add them in the pane Form questions."));
}

static void
matrix_draw(struct view *v, const struct draw *d, struct box box, bool all)
{
	struct answers_matrix *m = (struct answers_matrix *)v;

	(void)all;
	m->single = box.cols < WIDE || box.rows < HIGH;
	if (!question_count(m) || !talk_count(m)) {
		empty_draw(m, d, box);
	} else if (m->single) {
		parts_fill(m);
		parts_draw(&m->parts, d, box);
	} else {
		grid_draw(m, d, box);
	}
}

/* --- Words --- */

static void
matrix_title(struct view *v, struct str *out)
{
	str_addf(out, _("Answers: %s"), str_text(&((struct answers_matrix *)v)->title));
}

static void
matrix_count(struct view *v, struct str *out)
{
	const struct answers_matrix *m = (const struct answers_matrix *)v;

	if (m->answers && question_count(m))
		str_addf(out, _("question %d of %d"), m->question + 1, question_count(m));
}

/* All answers to the question of the cursor. */
static void
question_tell(const struct answers_matrix *m, struct str *out)
{
	size_t q = (size_t)m->question;

	str_addf(out, "%s\n", answers_question(m->answers, q));
	for (size_t i = 0; i < answers_talks(m->answers); i++) {
		const char *text = answers_text(m->answers, q, i);
		str_addf(out, "\n%s\n%s\n", answers_who(m->answers, i),
		    *text ? text : _("(no answer)"));
	}
}

static struct view *
matrix_enter(struct view *v, struct error *e)
{
	const struct answers_matrix *m = (const struct answers_matrix *)v;
	struct str text = { 0 };

	if (!question_count(m)) {
		set_error(e, STATUS_NONE, _("Nothing leads on from here."));
		return NULL;
	}
	question_tell(m, &text);
	struct view *made = text_view_new(_("Question"), str_text(&text), text.len);
	made->pane = v->pane;
	made->id = v->id;
	str_free(&text);
	return made;
}

/* --- A view --- */

static void
matrix_close(struct view *v)
{
	struct answers_matrix *m = (struct answers_matrix *)v;

	answers_close(m->answers);
	parts_free(&m->parts);
	str_free(&m->title);
	free(m);
}

static const struct view_ops matrix_ops = {
	.name = "matrix", .draw = matrix_draw, .cursor = matrix_cursor, .move = matrix_move,
	.press = matrix_press, .reload = matrix_reload,
	.title = matrix_title, .count = matrix_count, .close = matrix_close,
	.enter = matrix_enter
};

/* The panes whose records have answers. */
static const char *const answered[] = { "forms", "rounds" };

/* The form or round here, or named. */
static bool
record_find(struct screen *sc, const char *which, const struct pane **pane, int64_t *id,
    struct error *e)
{
	const struct view *v = screen_view(sc);

	for (size_t i = 0; i < sizeof answered / sizeof *answered; i++) {
		const struct entity *ent;
		*pane = pane_find(answered[i]);
		ent = entity_find((*pane)->entity);
		*id = v->id;
		if (which ? which_find(sc->app->store, ent, *pane, which, false, id, e)
		    : v->pane && v->id && entity_find(v->pane->entity) == ent)
			return true;
	}
	return which ? false : set_error(e, STATUS_NONE,
	    _("Answers belong to a form or a round: go to one, or type \":answers NAME\"."));
}

bool
answers_matrix_open(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	const struct pane *pane;
	int64_t id;

	if (!app_open(sc->app, e) || !record_find(sc, argc > 1 ? argv[1] : NULL, &pane, &id, e))
		return false;
	if (pane == pane_find("rounds"))
		return answers_round_show(sc, pane, id, e);
	struct answers_matrix *m = xmalloc(sizeof *m);
	m->view = (struct view){ .ops = &matrix_ops, .pane = pane, .id = id };
	m->app = sc->app;
	if (!matrix_reload(&m->view, e)) {
		view_free(&m->view);
		return false;
	}
	report_say_left(m->app, &m->left);
	screen_show_view(sc, &m->view);
	return true;
}
