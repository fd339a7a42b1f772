/* The page of one talk: when, with whom, then each question and what was answered. */
#include "config.h"

#include <string.h>

#include "app/report.h"
#include "base/arena.h"

static bool
head(struct report_call *r, struct error *e)
{
	static const struct shared_query q = { .entity = "note", .filter = "id={id}",
	    .columns = "title,date,about,event" };
	struct shared_rows *rows = report_rows(r, &q, e);

	if (rows && shared_rows_next(rows)) {
		page_heading(r->page, 2, shared_rows_text(rows, 0));
		page_label(r->page, report_word(r, "date"), shared_rows_text(rows, 1));
	}
	return rows && shared_rows_close(rows, e);
}

/* "Patricia Diaz-Rubio, WMCL" */
static bool
participants(struct report_call *r, struct error *e)
{
	static const struct shared_query q = { .entity = "participant", .filter = "note={id}",
	    .columns = "person,as_written,organisation.code,organisation",
	    .belongs = "note,person" };
	struct shared_rows *rows = report_rows(r, &q, e);

	page_heading(r->page, 3, report_word(r, "participants"));
	while (rows && shared_rows_next(rows)) {
		const char *name = shared_rows_text(rows, 0), *of = shared_rows_text(rows, 2);
		if (!*name)
			name = shared_rows_text(rows, 1);
		if (!*of)
			of = shared_rows_text(rows, 3);
		report_about(r, rows);
		page_item(r->page, PAGE_BULLET, arena_printf(r->mem, "%s%s%s", name,
		    *name && *of ? ", " : "", of), PAGE_ESCAPED);
	}
	return rows && shared_rows_close(rows, e);
}

/* A question is a heading; what was said besides stands where it was noted. */
static bool
answers(struct report_call *r, struct error *e)
{
	static const struct shared_query q = { .entity = "entry", .filter = "note={id}",
	    .columns = "form_question,what", .sort = "position", .belongs = "note" };
	struct shared_rows *rows = report_rows(r, &q, e);
	const char *under = "";

	while (rows && shared_rows_next(rows)) {
		const char *question = shared_rows_text(rows, 0);
		if (strcmp(question, under)) {
			under = arena_strdup(r->mem, question);
			page_heading(r->page, 3, question);
		}
		report_about(r, rows);
		page_paragraph(r->page, shared_rows_text(rows, 1), PAGE_RICH);
	}
	return rows && shared_rows_close(rows, e);
}

bool
report_interview(struct report_call *r, struct error *e)
{
	return head(r, e) && participants(r, e) && answers(r, e);
}
