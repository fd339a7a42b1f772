#include "config.h"

#include "app/answers.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"

struct talk {
	int64_t note;
	const char *who;	/* what the note is about, else its title */
	const char *date;
};

struct affiliate {
	int64_t id;
	const char *name;
};

struct asked {
	const char *place, *text;
};

struct answers {
	struct app *app;
	int64_t id;		/* form or round */
	const char *by;		/* the note's field for it */
	struct shared_left *left;
	struct arena mem;
	struct talk *talks;
	struct asked *questions;
	size_t talk_count, question_count, cap;
	struct answer {
		size_t question, talk;
		const char *text;
	} *answers;
	size_t answer_count, answer_cap;
	const char **cells;	/* by question, then by talk */
	const char *asked;	/* filter for who is asked by a round, "" for all affiliates */
	struct affiliate *names;	/* those who are asked */
	size_t name_count, name_cap;
	size_t *missing;		/* which of them have no talk */
	size_t missing_count;
};

/* --- Reading --- */

static struct shared_rows *
rows_of(struct answers *t, const char *entity, const char *filter, const char *columns,
    const char *sort, const char *belongs, struct error *e)
{
	struct shared_query q = { .entity = entity, .filter = filter, .columns = columns,
	    .sort = sort, .belongs = belongs };

	return shared_rows_open(t->app->store, &q, t->id, t->left, e);
}

static bool
talks_read(struct answers *t, struct error *e)
{
	struct str filter = { 0 };
	size_t cap = 0;

	str_addf(&filter, "%s={id}", t->by);
	struct shared_rows *rows = rows_of(t, "note", str_text(&filter), "about,title,date",
	    "date,title", NULL, e);
	while (rows && shared_rows_next(rows)) {
		if (t->talk_count == cap) {
			cap = cap * 2 + 16;
			t->talks = xrealloc(t->talks, cap * sizeof *t->talks);
		}
		const char *who = shared_rows_text(rows, 0);
		if (!*who)
			who = shared_rows_text(rows, 1);
		t->talks[t->talk_count++] = (struct talk){ shared_rows_id(rows),
		    arena_strdup(&t->mem, *who ? who : shared_rows_text(rows, 2)),
		    arena_strdup(&t->mem, shared_rows_text(rows, 2)) };
	}
	str_free(&filter);
	return rows && shared_rows_close(rows, e);
}

/* Wordings of one place in several languages are one question, in the first of them. */
static size_t
question_at(struct answers *t, const char *place, const char *text)
{
	size_t i = 0;

	while (i < t->question_count && strcmp(t->questions[i].place, place))
		i++;
	if (i < t->question_count)
		return i;
	if (t->question_count == t->cap) {
		t->cap = t->cap * 2 + 16;
		t->questions = xrealloc(t->questions, t->cap * sizeof *t->questions);
	}
	t->questions[t->question_count++] = (struct asked){ arena_strdup(&t->mem, place),
	    arena_strdup(&t->mem, text) };
	return i;
}

static void
answer_add(struct answers *t, size_t question, size_t talk, const char *text)
{
	if (t->answer_count == t->answer_cap) {
		t->answer_cap = t->answer_cap * 2 + 64;
		t->answers = xrealloc(t->answers, t->answer_cap * sizeof *t->answers);
	}
	t->answers[t->answer_count++] = (struct answer){ question, talk,
	    arena_strdup(&t->mem, text) };
}

/* The questions in the order of the form, also those that nobody answered. */
static bool
questions_read(struct answers *t, int64_t form, struct error *e)
{
	int64_t id = t->id;

	t->id = form;
	struct shared_rows *rows = rows_of(t, "form_question", "form={id}", "position,text",
	    "position,language", NULL, e);
	while (rows && shared_rows_next(rows)) {
		const char *place = arena_strdup(&t->mem, shared_rows_text(rows, 0));
		question_at(t, place, shared_rows_text(rows, 1));
	}
	t->id = id;
	return rows && shared_rows_close(rows, e);
}

static bool
answers_read(struct answers *t, size_t talk, struct error *e)
{
	int64_t id = t->id;

	t->id = t->talks[talk].note;
	struct shared_rows *rows = rows_of(t, "entry", "note={id} form_question!=",
	    "form_question.position,form_question,what", "position", "note", e);
	while (rows && shared_rows_next(rows)) {
		const char *place = arena_strdup(&t->mem, shared_rows_text(rows, 0));
		size_t question = question_at(t, place, shared_rows_text(rows, 1));
		answer_add(t, question, talk, shared_rows_text(rows, 2));
	}
	t->id = id;
	return rows && shared_rows_close(rows, e);
}

static const char *
cell_text(struct answers *t, size_t question, size_t talk)
{
	const char *text = "";

	for (size_t i = 0; i < t->answer_count; i++)
		if (t->answers[i].question == question && t->answers[i].talk == talk)
			text = arena_printf(&t->mem, "%s%s%s", text, *text ? "\n" : "",
			    t->answers[i].text);
	return text;
}

static void
cells_fill(struct answers *t)
{
	t->cells = arena_alloc(&t->mem, (t->question_count * t->talk_count + 1) * sizeof *t->cells);
	for (size_t q = 0; q < t->question_count; q++)
		for (size_t i = 0; i < t->talk_count; i++)
			t->cells[q * t->talk_count + i] = cell_text(t, q, i);
}

/* --- A round: who has answered, who is missing --- */

/* Is the name one of "a; b"? */
static bool
is_among(const char *names, const char *name)
{
	size_t n = strlen(name);

	for (const char *p = names; (p = strstr(p, name)); p++)
		if ((p == names || p[-1] == ' ') && (!p[n] || p[n] == ';'))
			return true;
	return false;
}

static bool
has_talk(const struct answers *t, const char *name)
{
	for (size_t i = 0; i < t->talk_count; i++)
		if (is_among(t->talks[i].who, name))
			return true;
	return false;
}

static void
name_add(struct answers *t, int64_t id, const char *name)
{
	if (t->name_count == t->name_cap) {
		t->name_cap = t->name_cap * 2 + 64;
		t->names = xrealloc(t->names, t->name_cap * sizeof *t->names);
	}
	t->names[t->name_count++] = (struct affiliate){ id, arena_strdup(&t->mem, name) };
}

static bool
asked_read(struct answers *t, struct error *e)
{
	const char *filter = *t->asked ? arena_printf(&t->mem, "kind=affiliate (%s)", t->asked)
	    : "kind=affiliate";

	struct shared_rows *rows = rows_of(t, "organisation", filter, "name", "name", NULL, e);
	while (rows && shared_rows_next(rows))
		name_add(t, shared_rows_id(rows), shared_rows_text(rows, 0));
	return rows && shared_rows_close(rows, e);
}

static void
missing_find(struct answers *t)
{
	t->missing = arena_alloc(&t->mem, (t->name_count + 1) * sizeof *t->missing);
	for (size_t i = 0; i < t->name_count; i++)
		if (!has_talk(t, t->names[i].name))
			t->missing[t->missing_count++] = i;
}

/* The form of a round, and whom it asks. */
static bool
round_read(struct answers *t, int64_t *form, struct error *e)
{
	const struct entity *ent = entity_find("round");
	struct record *r = NULL;

	if (!record_load(t->app->store, ent, t->id, &r, e))
		return false;
	*form = value_to_int(record_value_named(r, "form"));
	t->asked = value_dup(record_value_named(r, "asked"), &t->mem);
	record_free(r);
	return true;
}

/* --- Reading all of it --- */

static bool
is_of_round(const struct answers *t)
{
	return record_entity(t->app->store, t->id) == entity_find("round");
}

static bool
all_read(struct answers *t, struct error *e)
{
	int64_t form = t->id;
	bool ok = true;

	if (is_of_round(t)) {
		t->by = "round";
		ok = round_read(t, &form, e) && asked_read(t, e);
	}
	ok = ok && talks_read(t, e) && (!form || questions_read(t, form, e));
	for (size_t i = 0; ok && i < t->talk_count; i++)
		ok = answers_read(t, i, e);
	return ok;
}

struct answers *
answers_open(struct app *app, int64_t id, struct shared_left *left, struct error *e)
{
	struct answers *t = xmalloc(sizeof *t);

	*t = (struct answers){ .app = app, .id = id, .by = "form", .left = left, .asked = "" };
	if (all_read(t, e)) {
		cells_fill(t);
		missing_find(t);
		return t;
	}
	answers_close(t);
	return NULL;
}

void
answers_close(struct answers *t)
{
	if (!t)
		return;
	free(t->talks);
	free(t->questions);
	free(t->answers);
	free(t->names);
	arena_free(&t->mem);
	free(t);
}

size_t
answers_questions(const struct answers *t)
{
	return t->question_count;
}

const char *
answers_question(const struct answers *t, size_t i)
{
	return t->questions[i].text;
}

size_t
answers_talks(const struct answers *t)
{
	return t->talk_count;
}

const char *
answers_who(const struct answers *t, size_t talk)
{
	return t->talks[talk].who;
}

int64_t
answers_note(const struct answers *t, size_t talk)
{
	return t->talks[talk].note;
}

const char *
answers_date(const struct answers *t, size_t talk)
{
	return t->talks[talk].date;
}

const char *
answers_text(const struct answers *t, size_t question, size_t talk)
{
	return t->cells[question * t->talk_count + talk];
}

size_t
answers_asked(const struct answers *t)
{
	return t->name_count;
}

const char *
answers_asked_name(const struct answers *t, size_t i, bool *done)
{
	*done = has_talk(t, t->names[i].name);
	return t->names[i].name;
}

size_t
answers_missing(const struct answers *t)
{
	return t->missing_count;
}

const char *
answers_missing_name(const struct answers *t, size_t i, int64_t *affiliate)
{
	*affiliate = t->names[t->missing[i]].id;
	return t->names[t->missing[i]].name;
}

/* Those who are done, or missing, joined by "; ", where the round says whom it asks. */
static void
names_add(const struct answers *t, bool done, struct str *out)
{
	for (size_t i = 0; *t->asked && i < t->name_count; i++)
		if (has_talk(t, t->names[i].name) == done)
			str_addf(out, "%s%s", out->len ? "; " : "", t->names[i].name);
}

/* --- The page --- */

static void
page_put(const struct answers *t, struct page *page)
{
	struct arena mem = { 0 };
	size_t count = t->talk_count + 1;
	struct page_column *columns = arena_alloc(&mem, count * sizeof *columns);

	columns[0] = (struct page_column){ "question", _("Question"), PAGE_ESCAPED };
	for (size_t i = 0; i < t->talk_count; i++)
		columns[i + 1] = (struct page_column){ t->talks[i].who, t->talks[i].who, PAGE_RICH };
	page_table(page, columns, count);
	for (size_t q = 0; q < t->question_count; q++) {
		page_cell(page, t->questions[q].text);
		for (size_t i = 0; i < t->talk_count; i++)
			page_cell(page, answers_text(t, q, i));
	}
	arena_free(&mem);
}

bool
answers_page(struct app *app, int64_t id, struct page *page, struct shared_left *left,
    struct error *e)
{
	struct answers *t = answers_open(app, id, left, e);
	struct str title = { 0 }, done = { 0 }, missing = { 0 };

	if (!t)
		return false;
	record_title(app->store, record_entity(app->store, id), id, &title);
	page_heading(page, 1, str_text(&title));
	names_add(t, true, &done);
	names_add(t, false, &missing);
	page_label(page, _("Done"), str_text(&done));
	page_label(page, _("Missing"), str_text(&missing));
	page_put(t, page);
	str_free(&title);
	str_free(&done);
	str_free(&missing);
	answers_close(t);
	return true;
}
