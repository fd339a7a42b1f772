/* The page of an event in the order that pages of workshops have on Meta: why people met,
 * in short, the steps, themes, statement with its caveat, objectives, topics for the next
 * event, items, who and where. Each part is left out where there is nothing to say. */
#include "config.h"

#include <string.h>

#include "app/report_documentation.h"
#include "app/report_words.h"
#include "base/arena.h"
#include "model/term.h"

/* --- Headings and fields, for all parts --- */

void
documentation_heading(struct report_call *r, const char *word)
{
	page_heading(r->page, 2, report_word(r, word));
}

const char *
documentation_field(struct report_call *r, const char *column)
{
	const struct shared_query q = { .entity = "event", .filter = "id={id}",
	    .columns = column };
	struct shared_rows *rows = report_rows(r, &q, NULL);
	const char *text = "";

	if (rows && shared_rows_next(rows))
		text = arena_strdup(r->mem, report_cell(r, rows, 0));
	if (rows)
		shared_rows_close(rows, NULL);
	return text;
}

bool
documentation_name_add(struct str *all, struct str *seen, const char *between,
    const char *name)
{
	struct str line = { 0 };

	str_addf(&line, "\n%s\n", name);
	bool first = *name && !strstr(str_text(seen), str_text(&line));
	if (first) {
		str_addf(all, "%s%s", all->len ? between : "", name);
		str_add(seen, str_text(&line));
	}
	str_free(&line);
	return first;
}

/* --- Lists --- */

/* Where every term of its kind begins goes without saying. */
static bool
is_usual(const struct field *f, const char *code)
{
	const struct term *first = f->list ? term_at(f->list, 0) : NULL;

	return f->flags & F_STAGE && first && !strcmp(first->code, code);
}

/* "(a, b; c)" of what there is of the columns from `from` on; what the text says itself
 * is not said again. */
static const char *
in_brackets(struct report_call *r, struct shared_rows *rows, const char *text, size_t from,
    size_t count)
{
	const char *inside = "";

	for (size_t i = from; i < count; i++) {
		const char *cell = report_cell(r, rows, i);
		if (*cell && !strstr(text, cell)
		    && !is_usual(shared_rows_field(rows, i), shared_rows_text(rows, i)))
			inside = arena_printf(r->mem, "%s%s%s", inside, *inside ? "; " : "", cell);
	}
	return *inside ? arena_printf(r->mem, "(%s)", inside) : "";
}

/* The line of minutes in the first column as a point, the others in brackets. */
static void
entry_add(struct report_call *r, struct shared_rows *rows, size_t from, size_t count)
{
	const char *text = shared_rows_text(rows, 0);

	report_about(r, rows);
	page_item_with(r->page, PAGE_BULLET, NULL, text, PAGE_RICH,
	    in_brackets(r, rows, text, from, count));
}

static bool
themes(struct report_call *r, struct error *e)
{
	static const struct shared_query q = { .entity = "goal",
	    .filter = "event={id} level=theme", .columns = "statement",
	    .sort = "position,code,created" };
	struct shared_rows *rows = report_rows(r, &q, e);

	documentation_heading(r, "themes");
	while (rows && shared_rows_next(rows)) {
		report_about(r, rows);
		page_item(r->page, PAGE_NUMBER, shared_rows_text(rows, 0), PAGE_ESCAPED);
	}
	return rows && shared_rows_close(rows, e);
}

/* --- Objectives --- */

/* What the goals of one level rest on, each reason once, below them. */
struct basis {
	struct str all, seen;
};

static void
basis_put(struct report_call *r, struct basis *basis)
{
	page_label(r->page, report_word(r, "basis"), str_text(&basis->all));
	str_cut(&basis->all, 0);
	str_cut(&basis->seen, 0);
}

static void
level_heading(struct report_call *r, struct shared_rows *rows, size_t level)
{
	const char *word = report_word_find(arena_printf(r->mem, "levels/%s",
	    shared_rows_text(rows, level)), r->language);

	page_heading(r->page, 3, word ? word : report_cell(r, rows, level));
}

static void
goal_add(struct report_call *r, struct shared_rows *rows, struct basis *basis)
{
	enum { STATEMENT, CODE, LEVEL, BASIS, NOTE };
	const char *text = shared_rows_text(rows, STATEMENT), *code = shared_rows_text(rows, CODE);
	const char *why = shared_rows_text(rows, BASIS), *note = shared_rows_text(rows, NOTE);

	report_about(r, rows);
	page_item(r->page, PAGE_BULLET, *code ? arena_printf(r->mem, "%s: %s", code, text)
	    : text, PAGE_ESCAPED);
	documentation_name_add(&basis->all, &basis->seen, " ", *why && *note
	    ? arena_printf(r->mem, "%s (%s)", why, note) : *why ? why : note);
}

/* Under a heading for each level; objectives have codes that people use. */
static bool
goals_by_level(struct report_call *r, const char *filter, struct error *e)
{
	enum { LEVEL = 2 };
	const struct shared_query q = { .entity = "goal", .filter = filter,
	    .columns = "statement,code,level,basis,basis_note",
	    .sort = "level,position,code,created" };
	struct shared_rows *rows = report_rows(r, &q, e);
	struct basis basis = { .all = { 0 } };
	const char *under = "";

	while (rows && shared_rows_next(rows)) {
		const char *level = shared_rows_text(rows, LEVEL);
		if (strcmp(level, under)) {
			basis_put(r, &basis);
			under = arena_strdup(r->mem, level);
			level_heading(r, rows, LEVEL);
		}
		goal_add(r, rows, &basis);
	}
	basis_put(r, &basis);
	str_free(&basis.all);
	str_free(&basis.seen);
	return rows && shared_rows_close(rows, e);
}

/* Those of the event itself before what is wider and was agreed there. */
static bool
objectives(struct report_call *r, struct error *e)
{
	documentation_heading(r, "objectives");
	return goals_by_level(r, "(event={id} or agreed_at={id}) "
	    "level=general-objective,specific-objective,smart-goal,goal", e)
	    && goals_by_level(r, "(event={id} or agreed_at={id}) level!=theme "
	    "level!=general-objective level!=specific-objective level!=smart-goal level!=goal",
	    e);
}

/* --- The statement --- */

/* Below the statement, where there is one. */
static bool
caveats(struct report_call *r, int level, struct error *e)
{
	static const struct shared_query q = { .entity = "entry",
	    .filter = "note.event={id} note.kind=caveat kind=text,quote", .columns = "what",
	    .sort = "note.created,note.id,position", .belongs = "note,event" };
	struct shared_rows *rows = report_rows(r, &q, e);

	page_heading(r->page, level, report_word(r, "caveats"));
	while (rows && shared_rows_next(rows)) {
		const char *text = shared_rows_text(rows, 0);
		report_about(r, rows);
		if (strchr(text, '\n'))
			page_paragraph(r->page, text, PAGE_RICH);
		else
			page_item(r->page, PAGE_BULLET, text, PAGE_RICH);
	}
	return rows && shared_rows_close(rows, e);
}

static bool
statement(struct report_call *r, struct error *e)
{
	static const struct shared_query q = { .entity = "document",
	    .filter = "event={id} kind=statement",
	    .columns = "title,body,publish_by_words,publish_by", .belongs = "event" };
	struct shared_rows *rows = report_rows(r, &q, e);
	int below = 2;

	for (; rows && shared_rows_next(rows); below = 3) {
		const char *body = shared_rows_text(rows, 1), *by = shared_rows_text(rows, 2);
		page_heading(r->page, 2, shared_rows_text(rows, 0));
		report_about(r, rows);
		page_paragraph(r->page, body, PAGE_RICH);
		if (!*body)
			page_label(r->page, report_word(r, "due"),
			    *by ? by : shared_rows_text(rows, 3));
	}
	return rows && shared_rows_close(rows, e) && caveats(r, below, e);
}

/* --- Topics and items --- */

/* Of an event that is not for others the name is not told. */
static void
topics_heading(struct report_call *r, const char *event)
{
	if (*event)
		page_heading(r->page, 2, arena_printf(r->mem, "%s %s",
		    report_word(r, "topics-for"), event));
	else
		documentation_heading(r, "kinds/topic");
}

/* Under a heading for each event that they are for. */
static bool
topics(struct report_call *r, struct error *e)
{
	static const struct shared_query q = { .entity = "entry",
	    .filter = "(event={id} or note.event={id}) for_event!=",
	    .columns = "what,for_event,owners,due_words",
	    .sort = "for_event,note.created,note.id,position", .belongs = "note,event" };
	struct shared_rows *rows = report_rows(r, &q, e);
	const char *under = NULL;

	while (rows && shared_rows_next(rows)) {
		const char *event = shared_rows_text(rows, 1);
		if (!under || strcmp(event, under)) {
			under = arena_strdup(r->mem, event);
			topics_heading(r, event);
		}
		entry_add(r, rows, 2, 4);
	}
	return rows && shared_rows_close(rows, e);
}

/* One kind after the other, as people look for them. */
static bool
items(struct report_call *r, struct error *e)
{
	static const struct shared_query q = { .entity = "entry",
	    .filter = "(event={id} or note.event={id}) for_event= "
	    "kind=decision,agreement,action,question,topic,issue,opportunity",
	    .columns = "what,kind,owners,due,due_words,status",
	    .sort = "kind,note.created,note.id,position", .belongs = "note,event" };
	struct shared_rows *rows = report_rows(r, &q, e);
	const char *under = "";

	documentation_heading(r, "items");
	while (rows && shared_rows_next(rows)) {
		const char *kind = shared_rows_text(rows, 1);
		if (strcmp(kind, under)) {
			under = arena_strdup(r->mem, kind);
			page_heading(r->page, 3, report_word(r,
			    arena_printf(r->mem, "kinds/%s", kind)));
		}
		entry_add(r, rows, 2, 6);
	}
	return rows && shared_rows_close(rows, e);
}

bool
report_documentation(struct report_call *r, struct error *e)
{
	report_title(r);
	page_paragraph(r->page, documentation_field(r, "purpose"), PAGE_RICH);
	documentation_heading(r, "in-short");
	page_paragraph(r->page, documentation_field(r, "summary"), PAGE_RICH);
	return documentation_process(r, e) && themes(r, e) && statement(r, e)
	    && objectives(r, e) && topics(r, e) && items(r, e)
	    && documentation_who(r, e);
}
