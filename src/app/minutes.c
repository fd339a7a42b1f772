#include "config.h"

#include "app/minutes_part.h"

#include <stdlib.h>
#include <string.h>

#include "app/edit.h"
#include "app/pane.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/filter.h"

/* Columns that are read, in the order in which they are taken below. */
#define LINE_COLUMNS "position,at,kind,text,form_question,due,due_words"
#define HEAD_COLUMNS "language,date,kind,event,session,form,round,about"
#define PEOPLE_COLUMNS "person,as_written,organisation,role"
enum { HEAD_LANGUAGE, HEAD_DATE };	/* the language is used and not shown */
enum { PEOPLE_NAMES = 2 };		/* the first ones say who, the others what */

static const struct pane *
notes(void)
{
	return pane_find("notes");
}

/* --- Lines in memory --- */

void
minutes_line_free(struct minutes_line *line)
{
	str_free(&line->text);
	str_free(&line->kind);
	str_free(&line->moment);
	str_free(&line->place);
	*line = (struct minutes_line){ 0 };
}

void
minutes_room(struct minutes *m, size_t i, size_t more)
{
	if (m->count + more > m->cap) {
		m->cap = (m->count + more) * 2;
		m->lines = xrealloc(m->lines, m->cap * sizeof *m->lines);
	}
	memmove(m->lines + i + more, m->lines + i, (m->count - i) * sizeof *m->lines);
	memset(m->lines + i, 0, more * sizeof *m->lines);
	m->count += more;
}

void
minutes_drop(struct minutes *m, size_t i)
{
	minutes_line_free(&m->lines[i]);
	m->count--;
	memmove(m->lines + i, m->lines + i + 1, (m->count - i) * sizeof *m->lines);
}

static void
lines_forget(struct minutes *m)
{
	while (m->count)
		minutes_line_free(&m->lines[--m->count]);
}

/* --- Reading --- */

/* Calls f for each record of the entity whose field is the note. */
static bool
each_row(struct minutes *m, const struct entity *ent, const char *field, const char *names,
    bool (*f)(struct minutes *m, struct rows *rows, const struct column *c, size_t count),
    struct error *e)
{
	struct query q = { .ent = ent, .pane = pane_of_entity(ent) };
	struct str narrow = { 0 };
	struct arena mem = { 0 };
	struct column *columns;
	char id[ID_LENGTH + 1];

	id_format(m->note, id);
	str_addf(&narrow, "%s=%s", field, id);
	struct filter *filter = filter_parse(m->app->store, ent, NULL, str_text(&narrow), e);
	bool ok = filter && columns_read(ent, names, &mem, &columns, &q.column_count, e);
	q.filter = filter;
	q.columns = ok ? columns : NULL;
	struct rows *rows = ok ? rows_open(m->app->store, &q, e) : NULL;
	while (rows && rows_next(rows))
		f(m, rows, columns, q.column_count);
	ok = rows && rows_close(rows, e);
	filter_free(filter);
	str_free(&narrow);
	arena_free(&mem);
	return ok;
}

static void
stored_add(struct rows *rows, size_t column, struct str *out)
{
	struct value v;

	if (rows_value(rows, column, 0, &v) && v.kind == VALUE_TEXT)
		str_addn(out, v.s, v.n);
}

static bool
line_take(struct minutes *m, struct rows *rows, const struct column *c, size_t count)
{
	struct value v;

	(void)c;
	(void)count;
	minutes_room(m, m->count, 1);
	struct minutes_line *line = &m->lines[m->count - 1];
	line->id = rows_id(rows);
	stored_add(rows, 0, &line->place);
	stored_add(rows, 1, &line->moment);
	stored_add(rows, 2, &line->kind);
	stored_add(rows, 3, &line->text);
	if (rows_value(rows, 4, 0, &v) && v.kind == VALUE_INT)
		line->question = v.i;
	line->dated = (rows_value(rows, 5, 0, &v) && v.kind == VALUE_TEXT)
	    || (rows_value(rows, 6, 0, &v) && v.kind == VALUE_TEXT);
	return true;
}

static void
part_add(struct str *out, const struct str *part)
{
	if (part->len)
		str_addf(out, "%s%s", out->len ? " · " : "", str_text(part));
}

/* One of the references is to the form that is gone through. */
static void
form_note(struct minutes *m, const struct value *v)
{
	if (v->kind == VALUE_INT && record_entity(m->app->store, v->i) == entity_find("form"))
		m->form = v->i;
}

static bool
head_take(struct minutes *m, struct rows *rows, const struct column *c, size_t count)
{
	struct str part = { 0 };
	struct value v;

	stored_add(rows, HEAD_LANGUAGE, &m->language);
	stored_add(rows, HEAD_DATE, &part);
	date_parse(str_text(&part), part.len, &m->day);
	for (size_t i = HEAD_DATE; i < count; i++) {
		str_cut(&part, 0);
		cell_shown(m->app, rows, &c[i], i, &part);
		part_add(&m->facts, &part);
		if (c[i].field->type->is_ref && rows_value(rows, i, 0, &v))
			form_note(m, &v);
	}
	str_free(&part);
	return true;
}

/* "Ana Díaz (Wikimedia Chile, interviewed)" */
static bool
person_take(struct minutes *m, struct rows *rows, const struct column *c, size_t count)
{
	struct str who = { 0 }, what = { 0 }, part = { 0 };

	for (size_t i = 0; i < count; i++) {
		str_cut(&part, 0);
		cell_shown(m->app, rows, &c[i], i, &part);
		struct str *to = i < PEOPLE_NAMES ? &who : &what;
		if (part.len && !(i < PEOPLE_NAMES && who.len))
			str_addf(to, "%s%s", to->len ? ", " : "", str_text(&part));
	}
	const struct str *first = who.len ? &who : &what;
	if (first->len)
		str_addf(&m->people, "%s%s", m->people.len ? "; " : "", str_text(first));
	if (who.len && what.len)
		str_addf(&m->people, " (%s)", str_text(&what));
	str_free(&who);
	str_free(&what);
	str_free(&part);
	return true;
}

/* What a note that is not stored yet will be. */
static void
head_expect(struct minutes *m)
{
	struct arena mem = { 0 };
	struct str keep = { 0 }, part = { 0 };
	struct assignment a;
	struct value v;

	for (size_t i = 0; i < m->word_count; i++) {
		if (!assignment_parse(notes(), m->words[i], &mem, &a, NULL) || !value_input(
		    m->app->store, a.field, a.value, a.length, &keep, &v, NULL))
			continue;
		str_cut(&part, 0);
		value_show(m->app->store, a.field, &v, &part);
		if (a.field->type->is_ref)
			form_note(m, &v);
		part_add(&m->facts, &part);
	}
	str_free(&keep);
	str_free(&part);
	arena_free(&mem);
}

/* An action taken back may have put the note into the trash, one done again may have
 * brought it back. */
static bool
note_look(struct minutes *m, struct error *e)
{
	const struct entity *ent = entity_find(notes()->entity);
	struct store *s = m->app->store;

	if (m->note && record_hidden(s, ent, m->note) && m->words) {
		m->gone = m->note;
		m->note = 0;
	} else if (!m->note && m->gone && !record_hidden(s, ent, m->gone)) {
		m->note = m->gone;
	}
	if (m->note && !record_exists(s, ent, m->note))
		return set_error(e, STATUS_NONE, _("This note is not in the file any more."));
	return !m->note || !record_hidden(s, ent, m->note) || set_error(e, STATUS_NONE,
	    _("This note is in the trash; take it out of there first."));
}

static bool
read_all(struct minutes *m, struct error *e)
{
	const struct entity *note = entity_find(notes()->entity);

	if (!m->note) {
		str_set(&m->title, _("New note"));
		head_expect(m);
		return true;
	}
	record_title(m->app->store, note, m->note, &m->title);
	return each_row(m, m->entry, m->note_field->name, LINE_COLUMNS, line_take, e)
	    && each_row(m, note, "id", HEAD_COLUMNS, head_take, e)
	    && each_row(m, entity_find("participant"), m->note_field->name, PEOPLE_COLUMNS,
	    person_take, e);
}

bool
minutes_reload(struct minutes *m, struct error *e)
{
	int64_t now = store_version(m->app->store);

	if (m->version == now)
		return true;
	if (!line_world_refresh(m->names, m->app->store, app_who(m->app), e) || !note_look(m, e))
		return false;
	lines_forget(m);
	str_cut(&m->title, 0);
	str_cut(&m->facts, 0);
	str_cut(&m->people, 0);
	str_cut(&m->language, 0);
	m->day = (struct date){ 0 };
	m->form = 0;
	if (!read_all(m, e))
		return false;
	m->version = now;
	return true;
}

/* --- Life --- */

static struct minutes *
minutes_make(struct app *app)
{
	struct minutes *m = xmalloc(sizeof *m);

	m->app = app;
	m->entry = entity_find("entry");
	m->note_field = field_find(m->entry, "note");
	m->moment = field_find(m->entry, "at");
	m->question = field_find(m->entry, "form_question");
	m->place = field_with(m->entry, F_ORDER);
	m->kind = field_with(m->entry, F_KIND);
	m->text = field_with(m->entry, F_TITLE);
	m->names = line_world_new();
	m->version = -1;
	return m;
}

struct minutes *
minutes_open(struct app *app, int64_t note, struct error *e)
{
	struct minutes *m = minutes_make(app);

	m->note = note;
	if (minutes_reload(m, e))
		return m;
	minutes_close(m);
	return NULL;
}

struct minutes *
minutes_new(struct app *app, const char *const *words, size_t count)
{
	struct minutes *m = minutes_make(app);

	m->words = arena_alloc(&m->mem, (count + 1) * sizeof *m->words);
	for (size_t i = 0; i < count; i++)
		m->words[i] = arena_strdup(&m->mem, words[i]);
	m->word_count = count;
	return m;
}

void
minutes_expect(struct minutes *m, const char *word)
{
	const char **words = arena_alloc(&m->mem, (m->word_count + 1) * sizeof *words);
	size_t name = strcspn(word, "=") + 1, n = 0;

	for (size_t i = 0; i < m->word_count; i++)
		if (strncmp(m->words[i], word, name))
			words[n++] = m->words[i];
	words[n++] = arena_strdup(&m->mem, word);
	m->words = words;
	m->word_count = n;
	m->version = -1;
}

void
minutes_words(const struct minutes *m, struct str *out)
{
	struct arena mem = { 0 };
	struct str keep = { 0 };
	struct assignment a;
	struct value v;

	for (size_t i = 0; i < m->word_count; i++)
		if (assignment_parse(notes(), m->words[i], &mem, &a, NULL) && value_input(
		    m->app->store, a.field, a.value, a.length, &keep, &v, NULL)
		    && v.kind == VALUE_TEXT)
			str_addf(out, "%s=%.*s\n", a.field->name, (int)v.n, v.s);
		else
			str_addf(out, "%s\n", m->words[i]);
	str_free(&keep);
	arena_free(&mem);
}

void
minutes_close(struct minutes *m)
{
	if (!m || m->shared-- > 0)
		return;
	lines_forget(m);
	free(m->lines);
	line_world_free(m->names);
	str_free(&m->title);
	str_free(&m->facts);
	str_free(&m->people);
	str_free(&m->language);
	arena_free(&m->mem);
	free(m);
}

struct minutes *
minutes_share(struct minutes *m)
{
	m->shared++;
	return m;
}

int64_t
minutes_form(const struct minutes *m)
{
	return m->form;
}

const char *
minutes_language(const struct minutes *m)
{
	return str_text(&m->language);
}

int64_t
minutes_note(const struct minutes *m)
{
	return m->note;
}

const char *
minutes_title(const struct minutes *m)
{
	return str_text(&m->title);
}

const char *
minutes_facts(const struct minutes *m)
{
	return str_text(&m->facts);
}

const char *
minutes_people(const struct minutes *m)
{
	return str_text(&m->people);
}

size_t
minutes_count(const struct minutes *m)
{
	return m->count;
}

const struct minutes_line *
minutes_line(const struct minutes *m, size_t i)
{
	return &m->lines[i];
}

const struct line_world *
minutes_names(const struct minutes *m)
{
	return m->names;
}

/* The kind that a person chose for a line; NULL: it is the one that its text says. */
static const char *
kind_chosen(const struct minutes *m, struct minutes_line *line)
{
	if (line->own == OWN_UNKNOWN) {
		struct line said;
		line_read(m->names, str_text(&line->text), line->text.len, NULL, &said);
		line->own = strcmp(said.kind, str_text(&line->kind)) ? OWN_CHOSEN : OWN_SAID;
		line_free(&said);
	}
	return line->own == OWN_CHOSEN ? str_text(&line->kind) : NULL;
}

/* As it is in the file without a date: then a person said that its words are none. */
static bool
is_undated(const struct minutes_line *line, const struct minutes_typed *typed)
{
	return !line->dated && line->text.len == typed->n
	    && !memcmp(str_text(&line->text), typed->text, typed->n);
}

void
minutes_read(const struct minutes *m, size_t i, const struct minutes_typed *typed,
    struct line *out)
{
	struct minutes_line *line = i < m->count ? &m->lines[i] : NULL;
	struct line_about about = { .kind = typed->kind, .no_due = typed->no_due,
	    .language = m->language.len ? str_text(&m->language) : NULL };
	int minute, second;
	bool utc;

	if (line && !typed->kind && is_undated(line, typed))
		about.no_due = true;
	if (!about.kind && line)
		about.kind = kind_chosen(m, line);
	if (line && !datetime_parse(str_text(&line->moment), line->moment.len, &about.day,
	    &minute, &second, &utc))
		about.day = m->day;
	line_read(m->names, typed->text, typed->n, &about, out);
}
