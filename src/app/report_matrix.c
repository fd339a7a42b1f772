/* The answers to a form as other programs read them: a row for each talk, a column for
 * each question. In CSV the questions are q1, q2, ...: their wording is the list
 * form_questions. */
#include "config.h"

#include "app/answers.h"
#include "app/report.h"
#include "base/arena.h"

enum { FIRST = 3 };	/* affiliate, date, form */

static void
head_add(struct report_call *r, const struct answers *a)
{
	size_t count = answers_questions(a);
	struct page_column *columns = arena_alloc(r->mem, (FIRST + count) * sizeof *columns);

	columns[0] = (struct page_column){ "affiliate", report_word(r, "affiliate"),
	    PAGE_ESCAPED };
	columns[1] = (struct page_column){ "date", report_word(r, "date"), PAGE_ESCAPED };
	columns[2] = (struct page_column){ "form", report_word(r, "form"), PAGE_ESCAPED };
	for (size_t i = 0; i < count; i++)
		columns[FIRST + i] = (struct page_column){ arena_printf(r->mem, "q%zu", i + 1),
		    answers_question(a, i), PAGE_RICH };
	page_table(r->page, columns, FIRST + count);
}

static void
row_add(struct report_call *r, const struct answers *a, size_t talk, const char *form)
{
	page_leads(r->page, (struct page_lead){ .id = answers_note(a, talk) });
	page_cell(r->page, answers_who(a, talk));
	page_cell(r->page, answers_date(a, talk));
	page_cell(r->page, form);
	for (size_t i = 0; i < answers_questions(a); i++)
		page_cell(r->page, answers_text(a, i, talk));
}

bool
report_matrix(struct report_call *r, struct error *e)
{
	struct answers *a = answers_open(r->app, r->id, &r->left, e);
	struct str form = { 0 };

	if (!a)
		return false;
	record_title(r->app->store, record_entity(r->app->store, r->id), r->id, &form);
	head_add(r, a);
	for (size_t i = 0; i < answers_talks(a); i++)
		row_add(r, a, i, str_text(&form));
	str_free(&form);
	answers_close(a);
	return true;
}
