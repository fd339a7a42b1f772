/* The answers to a form side by side: a row for each talk, a column for each question. In
 * CSV the questions are q1, q2, ...: their wording is the list form_questions. */
#include "config.h"

#include <string.h>

#include "app/report.h"
#include "base/arena.h"

enum { FIRST = 3, QUESTIONS_MAX = 40 };	/* affiliate, date, form; and questions at most */

struct matrix {
	struct report_call *r;
	const char *positions[QUESTIONS_MAX];	/* of the form, in their order */
	const char *texts[QUESTIONS_MAX];
	size_t count;
};

/* A question that stands in several languages is one; the first wording is its heading. */
static bool
questions_read(struct matrix *m, struct error *e)
{
	static const struct shared_query q = { .entity = "form_question", .filter = "form={id}",
	    .columns = "position,text", .sort = "position", .belongs = "form" };
	struct shared_rows *rows = report_rows(m->r, &q, e);

	while (rows && shared_rows_next(rows) && m->count < QUESTIONS_MAX) {
		const char *position = shared_rows_text(rows, 0);
		if (m->count && !strcmp(m->positions[m->count - 1], position))
			continue;
		m->positions[m->count] = arena_strdup(m->r->mem, position);
		m->texts[m->count++] = arena_strdup(m->r->mem, shared_rows_text(rows, 1));
	}
	return rows && shared_rows_close(rows, e);
}

static void
head_add(struct matrix *m)
{
	struct report_call *r = m->r;
	struct page_column columns[FIRST + QUESTIONS_MAX] = {
		{ "affiliate", report_word(r, "affiliate"), PAGE_ESCAPED },
		{ "date", report_word(r, "date"), PAGE_ESCAPED },
		{ "form", report_word(r, "form"), PAGE_ESCAPED },
	};

	for (size_t i = 0; i < m->count; i++)
		columns[FIRST + i] = (struct page_column){ arena_printf(r->mem, "q%zu", i + 1),
		    m->texts[i], PAGE_RICH };
	page_table(r->page, columns, FIRST + m->count);
}

/* Several lines to one question stand in one cell. */
static bool
answers_read(struct matrix *m, int64_t note, const char **answers, struct error *e)
{
	static const struct shared_query q = { .entity = "entry",
	    .filter = "note={id} form_question!=", .columns = "form_question.position,text",
	    .sort = "position", .belongs = "note,form_question" };
	struct shared_rows *rows = shared_rows_open(m->r->app->store, &q, note, &m->r->left, e);

	while (rows && shared_rows_next(rows))
		for (size_t i = 0; i < m->count; i++)
			if (!strcmp(m->positions[i], shared_rows_text(rows, 0)))
				answers[i] = arena_printf(m->r->mem, "%s%s%s", answers[i],
				    *answers[i] ? "\n" : "", report_line(m->r, shared_rows_text(rows, 1)));
	return rows && shared_rows_close(rows, e);
}

static bool
row_add(struct matrix *m, struct shared_rows *rows, struct error *e)
{
	const char *answers[QUESTIONS_MAX];

	for (size_t i = 0; i < m->count; i++)
		answers[i] = "";
	for (size_t i = 0; i < FIRST; i++)
		page_cell(m->r->page, shared_rows_text(rows, i));
	bool ok = answers_read(m, shared_rows_id(rows), answers, e);
	for (size_t i = 0; i < m->count; i++)
		page_cell(m->r->page, answers[i]);
	return ok;
}

bool
report_matrix(struct report_call *r, struct error *e)
{
	static const struct shared_query q = { .entity = "note", .filter = "form={id}",
	    .columns = "about,date,form", .sort = "date,title", .belongs = "form,event" };
	struct matrix m = { .r = r };
	bool ok = questions_read(&m, e);

	if (!ok)
		return false;
	head_add(&m);
	struct shared_rows *rows = report_rows(r, &q, e);
	while (ok && rows && shared_rows_next(rows))
		ok = row_add(&m, rows, e);
	return rows && shared_rows_close(rows, ok ? e : NULL) && ok;
}
