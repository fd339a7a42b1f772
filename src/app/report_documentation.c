/* The page of an event in the order that pages of workshops have on Meta: why people met,
 * in short, the steps, themes, statement with its caveat, objectives, topics for the next
 * event, items, who and where. Each part is left out where there is nothing to say. */
#include "config.h"

#include <string.h>

#include "app/report.h"
#include "base/arena.h"
#include "base/fold.h"
#include "model/term.h"

static void
heading(struct report_call *r, const char *word)
{
	page_heading(r->page, 2, report_word(r, word));
}

/* --- One field of the event --- */

static const char *
event_field(struct report_call *r, const char *column)
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

	page_item_with(r->page, PAGE_BULLET, NULL, text, PAGE_RICH,
	    in_brackets(r, rows, text, from, count));
}

static bool
begins_with(const char *text, const char *with)
{
	struct str whole = { 0 }, begin = { 0 };

	fold_add(&whole, text, strlen(text));
	fold_add(&begin, with, strlen(with));
	bool begins = whole.len >= begin.len
	    && !strncmp(str_text(&whole), str_text(&begin), begin.len);
	str_free(&whole);
	str_free(&begin);
	return begins;
}

/* With a stop at its end, unless it has one. */
static const char *
stopped(struct report_call *r, const char *text)
{
	size_t n = strlen(text);

	return n && strchr(".!?:", text[n - 1]) ? text : arena_printf(r->mem, "%s.", text);
}

/* One sentence behind another. */
static const char *
behind(struct report_call *r, const char *text, const char *more)
{
	if (!*text || !*more || begins_with(text, more))
		return *text ? text : more;
	return arena_printf(r->mem, "%s %s", stopped(r, text), more);
}

/* Its title, what was done and what came of it. A text that begins with the title says
 * it itself. */
static void
step_add(struct report_call *r, struct shared_rows *rows)
{
	enum { TITLE, DESCRIPTION, ABSTRACT, OUTCOMES };
	const char *title = shared_rows_text(rows, TITLE);
	const char *done = shared_rows_text(rows, DESCRIPTION);

	if (!*done)
		done = shared_rows_text(rows, ABSTRACT);
	const char *text = behind(r, done, shared_rows_text(rows, OUTCOMES));
	if (!*text)
		page_item(r->page, PAGE_NUMBER, title, PAGE_ESCAPED);
	else
		page_item_with(r->page, PAGE_NUMBER, begins_with(text, title) ? NULL
		    : stopped(r, title), text, PAGE_RICH, NULL);
}

static bool
process(struct report_call *r, struct error *e)
{
	static const struct shared_query q = { .entity = "session", .filter = "event={id}",
	    .columns = "title,description,abstract,outcomes",
	    .sort = "starts,position,created", .belongs = "event" };
	struct shared_rows *rows = report_rows(r, &q, e);

	heading(r, "process");
	page_paragraph(r->page, event_field(r, "process"), PAGE_RICH);
	while (rows && shared_rows_next(rows))
		step_add(r, rows);
	return rows && shared_rows_close(rows, e);
}

/* Themes have an order, objectives have codes that people use. */
static bool
goals(struct report_call *r, const char *word, const char *filter, enum page_mark mark,
    struct error *e)
{
	const struct shared_query q = { .entity = "goal", .filter = filter,
	    .columns = "statement,code", .sort = "position,code,created" };
	struct shared_rows *rows = report_rows(r, &q, e);

	heading(r, word);
	while (rows && shared_rows_next(rows)) {
		const char *text = shared_rows_text(rows, 0), *code = shared_rows_text(rows, 1);
		page_item(r->page, mark, mark == PAGE_NUMBER || !*code ? text
		    : arena_printf(r->mem, "%s: %s", code, text), PAGE_ESCAPED);
	}
	return rows && shared_rows_close(rows, e);
}

/* --- The statement --- */

static bool
caveats(struct report_call *r, struct error *e)
{
	static const struct shared_query q = { .entity = "entry",
	    .filter = "note.event={id} note.kind=caveat kind=text,quote", .columns = "what",
	    .sort = "note.created,note.id,position", .belongs = "note,event" };
	struct shared_rows *rows = report_rows(r, &q, e);

	page_heading(r->page, 3, report_word(r, "caveats"));
	while (rows && shared_rows_next(rows))
		page_item(r->page, PAGE_BULLET, shared_rows_text(rows, 0),
		    PAGE_RICH);
	return rows && shared_rows_close(rows, e);
}

static bool
statement(struct report_call *r, struct error *e)
{
	static const struct shared_query q = { .entity = "document",
	    .filter = "event={id} kind=statement",
	    .columns = "title,body,publish_by_words,publish_by", .belongs = "event" };
	struct shared_rows *rows = report_rows(r, &q, e);

	while (rows && shared_rows_next(rows)) {
		const char *body = shared_rows_text(rows, 1), *by = shared_rows_text(rows, 2);
		page_heading(r->page, 2, shared_rows_text(rows, 0));
		page_paragraph(r->page, body, PAGE_RICH);
		if (!*body)
			page_label(r->page, report_word(r, "due"),
			    *by ? by : shared_rows_text(rows, 3));
	}
	return rows && shared_rows_close(rows, e) && caveats(r, e);
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
		heading(r, "kinds/topic");
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

	heading(r, "items");
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

/* --- Who and where --- */

/* "Name (CODE)": what the person stands for as it was written, else the code, else the
 * name of the organisation; who came without a name is the organisation. */
static const char *
person_text(struct report_call *r, struct shared_rows *rows)
{
	enum { PERSON, SIGNED, ORGANISATION, STANDS_FOR, CODE };
	const char *name = shared_rows_text(rows, PERSON);
	const char *of = shared_rows_text(rows, STANDS_FOR);

	if (!*name)
		name = shared_rows_text(rows, SIGNED);
	if (!*of)
		of = shared_rows_text(rows, CODE);
	if (!*of)
		of = shared_rows_text(rows, ORGANISATION);
	if (!*name || !*of || !strcmp(name, of))
		return *name ? name : of;
	return arena_printf(r->mem, "%s (%s)", name, of);
}

/* Who signed for the event and for its sessions is one person. */
static void
name_add(struct str *all, struct str *seen, const char *name)
{
	struct str line = { 0 };

	str_addf(&line, "\n%s\n", name);
	if (*name && !strstr(str_text(seen), str_text(&line))) {
		str_addf(all, "%s%s", all->len ? ", " : "", name);
		str_add(seen, str_text(&line));
	}
	str_free(&line);
}

static bool
people(struct report_call *r, const char *word, const char *filter, struct error *e)
{
	const struct shared_query q = { .entity = "attendance", .filter = filter,
	    .columns = "person,signed_name,organisation,stands_for,organisation.code",
	    .belongs = "event,session,person" };
	struct shared_rows *rows = report_rows(r, &q, e);
	struct str all = { 0 }, seen = { 0 };

	while (rows && shared_rows_next(rows))
		name_add(&all, &seen, person_text(r, rows));
	page_label(r->page, report_word(r, word), str_text(&all));
	str_free(&all);
	str_free(&seen);
	return rows && shared_rows_close(rows, e);
}

static bool
organisations(struct report_call *r, const char *word, const char *filter, struct error *e)
{
	const struct shared_query q = { .entity = "involvement", .filter = filter,
	    .columns = "organisation", .belongs = "event,organisation" };
	struct shared_rows *rows = report_rows(r, &q, e);
	struct str all = { 0 }, seen = { 0 };

	while (rows && shared_rows_next(rows))
		name_add(&all, &seen, shared_rows_text(rows, 0));
	page_label(r->page, report_word(r, word), str_text(&all));
	str_free(&all);
	str_free(&seen);
	return rows && shared_rows_close(rows, e);
}

static const char *
joined(struct report_call *r, const char *a, const char *between, const char *b)
{
	return *a && *b ? arena_printf(r->mem, "%s%s%s", a, between, b) : *a ? a : b;
}

static bool
who_and_where(struct report_call *r, struct error *e)
{
	const char *place = joined(r, event_field(r, "venue"), ", ",
	    joined(r, event_field(r, "city"), ", ", event_field(r, "country")));
	const char *days = joined(r, event_field(r, "start"), " - ", event_field(r, "end"));

	heading(r, "who-where");
	if (!people(r, "present-were",
	    "event={id} state=present category!=facilitator", e)
	    || !people(r, "facilitated-by", "event={id} category=facilitator", e)
	    || !organisations(r, "facilitated-by", "event={id} role=facilitator", e)
	    || !organisations(r, "hosted-by", "event={id} role=host,organizer", e)
	    || !organisations(r, "funded-by", "event={id} role=funder", e))
		return false;
	page_label(r->page, report_word(r, "place"), place);
	page_label(r->page, report_word(r, "dates"), joined(r, days, ", ",
	    event_field(r, "dates_words")));
	return true;
}

bool
report_documentation(struct report_call *r, struct error *e)
{
	report_title(r);
	page_paragraph(r->page, event_field(r, "purpose"), PAGE_RICH);
	heading(r, "in-short");
	page_paragraph(r->page, event_field(r, "summary"), PAGE_RICH);
	return process(r, e)
	    && goals(r, "themes", "event={id} level=theme", PAGE_NUMBER, e)
	    && statement(r, e)
	    && goals(r, "objectives", "(event={id} or agreed_at={id}) level!=theme",
	    PAGE_BULLET, e)
	    && topics(r, e) && items(r, e) && who_and_where(r, e);
}
