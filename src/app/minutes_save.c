/* Saving lines of minutes: what is to be done is put down as steps first; they are
 * written within one action, and what is in memory follows only when it was saved. */
#include "config.h"

#include "app/minutes_part.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "app/edit.h"
#include "app/pane.h"
#include "app/ready.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/order.h"

enum { MOMENT = 32, CELLS_OWN = 6 };

struct step {
	enum { STEP_PUT, STEP_ADD, STEP_DROP, STEP_PLACE } what;
	size_t at;			/* line; of what is added, the one it comes before */
	size_t to;			/* STEP_PLACE: the line it comes before now */
	struct minutes_typed typed;
	/* What it came to, filled in while it is written. */
	int64_t id;
	const char *kind, *place;	/* NULL: as before */
	bool dated;
};

struct save {
	struct minutes *m;
	struct step *steps;
	size_t count;
	const char **places;		/* of all lines, where they had to be given anew */
	char moment[MOMENT];
	int64_t note;
	struct arena mem;
};

/* --- Places --- */

static const char *
place_of(const struct save *s, size_t i)
{
	const struct str *place = &s->m->lines[i].place;

	return s->places ? s->places[i] : place->len ? str_text(place) : "";
}

static bool
cell_put(struct save *s, int64_t id, const struct field *f, const char *text, struct error *e)
{
	struct cell cell = { f, value_text(text, strlen(text)), true };

	return record_put(s->m->app->store, s->m->entry, id, &cell, e);
}

/* Every line gets a place: some had none, or two the same (two people added a line in
 * the same gap before their files were merged). */
static bool
places_renew(struct save *s, struct error *e)
{
	struct minutes *m = s->m;
	const char *before = NULL;
	bool ok = true;

	s->places = arena_alloc(&s->mem, (m->count + 1) * sizeof *s->places);
	for (size_t i = 0; ok && i < m->count; i++) {
		struct str place = { 0 };
		order_between(before, NULL, &place);
		before = s->places[i] = arena_strdup(&s->mem, str_text(&place));
		str_free(&place);
		ok = cell_put(s, m->lines[i].id, m->place, before, e);
	}
	return ok;
}

/* A place between two lines; the number of lines stands for the end. */
static bool
between(struct save *s, const char *before, size_t after, const char **out)
{
	const char *next = after < s->m->count ? place_of(s, after) : NULL;
	struct str place = { 0 };

	bool ok = order_between(before, next, &place);
	*out = arena_strdup(&s->mem, str_text(&place));
	str_free(&place);
	return ok;
}

/* last: the place of a line that was added there just now, or NULL. */
static bool
place_find(struct save *s, size_t at, const char *last, const char **out, struct error *e)
{
	const char *before = last ? last : at ? place_of(s, at - 1) : NULL;

	if (between(s, before, at, out))
		return true;
	return places_renew(s, e)
	    && (between(s, at ? place_of(s, at - 1) : NULL, at, out)
	    || set_error(e, STATUS_DATA, _("There is no place for this line.")));
}

/* --- Writing the steps --- */

/* The text as the dictionary takes it: refused in words, never altered. */
static bool
text_value(struct save *s, const struct minutes_typed *typed, struct value *out,
    struct error *e)
{
	struct str keep = { 0 };

	bool ok = value_input(s->m->app->store, s->m->text, typed->text, typed->n, &keep, out, e);
	if (ok && out->kind == VALUE_TEXT)
		out->s = arena_dup(&s->mem, out->s, out->n);
	str_free(&keep);
	return ok;
}

static bool
write_put(struct save *s, struct step *st, struct error *e)
{
	struct minutes *m = s->m;
	const struct minutes_line *line = &m->lines[st->at];
	struct minutes_typed before = { .text = str_text(&line->text), .n = line->text.len };
	struct cell text = { m->text, value_null, true }, *cells;
	struct line was, now;

	minutes_read(m, st->at, &before, &was);
	minutes_read(m, st->at, &st->typed, &now);
	size_t count = line_apply(&was, &now, &s->mem, &cells);
	bool ok = text_value(s, &st->typed, &text.value, e)
	    && record_put(m->app->store, m->entry, line->id, &text, e);
	for (size_t i = 0; ok && i < count; i++)
		ok = cells[i].field == m->kind
		    || record_put(m->app->store, m->entry, line->id, &cells[i], e);
	st->kind = arena_strdup(&s->mem, now.kind_now);
	st->dated = *now.due_typed;
	ok = ok && cell_put(s, line->id, m->kind, st->kind, e);
	line_free(&was);
	line_free(&now);
	return ok;
}

static bool
write_add(struct save *s, struct step *st, const char *last, struct error *e)
{
	struct minutes *m = s->m;
	struct line now;
	struct cell *said;

	if (!place_find(s, st->at, last, &st->place, e))
		return false;
	minutes_read(m, m->count, &st->typed, &now);
	size_t n = line_apply(NULL, &now, &s->mem, &said), count = 0;
	struct cell *cells = arena_alloc(&s->mem, (n + CELLS_OWN) * sizeof *cells);
	if (st->typed.question)
		cells[count++] = (struct cell){ m->question, value_int(st->typed.question), true };
	bool ok = text_value(s, &st->typed, &cells[count].value, e);
	cells[count++].field = m->text;
	cells[count++] = (struct cell){ m->note_field, value_int(s->note), true };
	cells[count++] = (struct cell){ m->place, value_text(st->place, strlen(st->place)), true };
	cells[count++] = (struct cell){ m->moment, value_text(s->moment, strlen(s->moment)), true };
	st->kind = arena_strdup(&s->mem, now.kind_now);
	st->dated = *now.due_typed;
	for (size_t i = 0; i < n; i++)
		if (said[i].field != m->kind)
			cells[count++] = said[i];
	cells[count++] = (struct cell){ m->kind, value_text(st->kind, strlen(st->kind)), true };
	ok = ok && record_create(m->app->store, m->entry, cells, count, &st->id, e);
	line_free(&now);
	return ok;
}

static bool
trash(struct save *s, const struct entity *ent, int64_t id, struct error *e)
{
	struct cell cell = { field_with(ent, F_TRASH), value_int(1), true };

	return record_put(s->m->app->store, ent, id, &cell, e);
}

static bool
step_write(struct save *s, struct step *st, const char *last, struct error *e)
{
	switch (st->what) {
	case STEP_PUT:
		return write_put(s, st, e);
	case STEP_ADD:
		return write_add(s, st, last, e);
	case STEP_DROP:
		return trash(s, s->m->entry, s->m->lines[st->at].id, e);
	case STEP_PLACE:
		return place_find(s, st->to, NULL, &st->place, e)
		    && cell_put(s, s->m->lines[st->at].id, s->m->place, st->place, e);
	}
	return false;
}

/* The note itself, where this is its first line. */
static bool
note_make(struct save *s, struct error *e)
{
	struct minutes *m = s->m;
	const struct pane *pane = pane_find("notes");
	struct assignment *a = arena_alloc(&s->mem, (m->word_count + 1) * sizeof *a);
	bool ok = true;

	s->note = m->note;
	if (m->note)
		return true;
	for (size_t i = 0; ok && i < m->word_count; i++)
		ok = assignment_parse(pane, m->words[i], &s->mem, &a[i], e);
	return ok && record_add(m->app, pane, a, m->word_count, &s->note, e);
}

/* With its last line a note that was begun here goes too. */
static bool
note_end(struct save *s, struct error *e)
{
	size_t left = s->m->count;

	for (size_t i = 0; i < s->count; i++)
		left += s->steps[i].what == STEP_ADD ? 1 : s->steps[i].what == STEP_DROP ? (size_t)-1 : 0;
	return left || !s->m->words || trash(s, entity_find(pane_find("notes")->entity), s->note, e);
}

static bool
write_all(struct save *s, struct error *e)
{
	const char *last = NULL;
	bool ok = note_make(s, e);

	for (size_t i = 0; ok && i < s->count; i++) {
		ok = step_write(s, &s->steps[i], last, e);
		last = s->steps[i].what == STEP_ADD ? s->steps[i].place : NULL;
	}
	return ok && note_end(s, e);
}

/* --- What is in memory follows --- */

static void
typed_take(struct minutes_line *line, const struct step *st)
{
	str_cut(&line->text, 0);
	str_addn(&line->text, st->typed.text, st->typed.n);
	if (st->kind)
		str_set(&line->kind, st->kind);
	line->dated = st->dated;
	line->own = OWN_UNKNOWN;
}

static void
lines_swap(struct minutes *m, size_t i)
{
	struct minutes_line first = m->lines[i];

	m->lines[i] = m->lines[i + 1];
	m->lines[i + 1] = first;
}

static void
step_take(struct save *s, const struct step *st, size_t added)
{
	struct minutes *m = s->m;
	size_t at = st->at + added;

	switch (st->what) {
	case STEP_ADD:
		minutes_room(m, at, 1);
		m->lines[at].id = st->id;
		str_set(&m->lines[at].place, st->place);
		str_set(&m->lines[at].moment, s->moment);
		m->lines[at].question = st->typed.question;
		typed_take(&m->lines[at], st);
		break;
	case STEP_PUT:
		typed_take(&m->lines[at], st);
		break;
	case STEP_DROP:
		minutes_drop(m, at);
		break;
	case STEP_PLACE:
		str_set(&m->lines[at].place, st->place);
		lines_swap(m, st->to > at ? at : at - 1);
		break;
	}
}

static void
take_all(struct save *s)
{
	struct minutes *m = s->m;
	size_t added = 0;

	for (size_t i = 0; s->places && i < m->count; i++)
		str_set(&m->lines[i].place, s->places[i]);
	for (size_t i = 0; i < s->count; i++) {
		step_take(s, &s->steps[i], added);
		added += s->steps[i].what == STEP_ADD;
	}
	bool known = m->note == s->note && m->count;
	m->note = s->note;
	m->acts++;
	m->undone = 0;
	/* With a new note the head is to be read as well. */
	m->version = known ? store_version(m->app->store) : -1;
}

static bool
save_run(struct save *s, struct error *e)
{
	struct minutes *m = s->m;
	struct app *app = m->app;
	int64_t action = 0;
	char day[11];

	date_format(clock_today(), day);
	snprintf(s->moment, sizeof s->moment, "%sT%02d:%02d", day, clock_minute() / 60,
	    clock_minute() % 60);
	bool ok = ready_to_change(app, NULL, e) && action_begin(app->store, "minutes", e);
	if (ok) {
		ok = write_all(s, e);
		ok = action_end(app->store, ok, &action, ok ? e : NULL);
	}
	if (ok && action) {
		take_all(s);
		ready_remember(app);
		app->redraw |= REDRAW_ROWS;
	}
	arena_free(&s->mem);
	return ok;
}

/* --- What is done to lines --- */

static bool
is_blank(const struct minutes_typed *typed)
{
	for (size_t i = 0; i < typed->n; i++)
		if (!strchr(" \t\r\n", typed->text[i]))
			return false;
	return true;
}

/* Is it in the file as it stands here? */
static bool
is_saved(const struct minutes_line *line, const struct minutes_typed *typed)
{
	return line->text.len == typed->n && !memcmp(str_text(&line->text), typed->text, typed->n)
	    && (!typed->kind || !strcmp(typed->kind, str_text(&line->kind)));
}

bool
minutes_set(struct minutes *m, size_t i, bool fresh, const struct minutes_typed *typed,
    size_t count, size_t *stored, struct error *e)
{
	struct save s = { .m = m };
	size_t lines = 0;

	s.steps = arena_alloc(&s.mem, (count + 1) * sizeof *s.steps);
	for (size_t k = 0; k < count; k++) {
		bool put = !fresh && !lines;
		if (is_blank(&typed[k]))
			continue;
		lines++;
		if (put && is_saved(&m->lines[i], &typed[k]))
			continue;
		s.steps[s.count++] = (struct step){ .what = put ? STEP_PUT : STEP_ADD,
		    .at = put || fresh ? i : i + 1, .typed = typed[k] };
	}
	if (!fresh && !lines)
		s.steps[s.count++] = (struct step){ .what = STEP_DROP, .at = i };
	if (stored)
		*stored = lines;
	if (s.count)
		return save_run(&s, e);
	arena_free(&s.mem);
	return true;
}

bool
minutes_join(struct minutes *m, size_t i, bool fresh, const struct minutes_typed *typed,
    struct error *e)
{
	struct save s = { .m = m };
	struct str both = { 0 };

	str_addn(&both, str_text(&m->lines[i - 1].text), m->lines[i - 1].text.len);
	str_addn(&both, typed->text, typed->n);
	s.steps = arena_alloc(&s.mem, 2 * sizeof *s.steps);
	s.steps[s.count++] = (struct step){ .what = STEP_PUT, .at = i - 1,
	    .typed = { .text = str_text(&both), .n = both.len } };
	if (!fresh)
		s.steps[s.count++] = (struct step){ .what = STEP_DROP, .at = i };
	bool ok = save_run(&s, e);
	str_free(&both);
	return ok;
}

bool
minutes_move(struct minutes *m, size_t i, const struct minutes_typed *typed, bool down,
    struct error *e)
{
	struct save s = { .m = m };

	s.steps = arena_alloc(&s.mem, 2 * sizeof *s.steps);
	if (!is_blank(typed) && !is_saved(&m->lines[i], typed))
		s.steps[s.count++] = (struct step){ .what = STEP_PUT, .at = i, .typed = *typed };
	s.steps[s.count++] = (struct step){ .what = STEP_PLACE, .at = i,
	    .to = down ? i + 2 : i - 1 };
	return save_run(&s, e);
}

/* --- Taking back --- */

static bool
is_same(const struct minutes_line *a, const struct minutes_line *b)
{
	return a->id == b->id && !strcmp(str_text(&a->text), str_text(&b->text))
	    && !strcmp(str_text(&a->kind), str_text(&b->kind));
}

/* Reads again and finds the first line that differs. */
static bool
reload_told(struct minutes *m, size_t *at, struct error *e)
{
	struct minutes_line *was = m->lines;
	size_t count = m->count, i = 0;

	m->lines = NULL;
	m->count = m->cap = 0;
	bool ok = minutes_reload(m, e);
	while (i < count && i < m->count && is_same(&was[i], &m->lines[i]))
		i++;
	*at = i;
	while (count)
		minutes_line_free(&was[--count]);
	free(was);
	return ok;
}

/* A command of its own action, on these minutes. */
static bool
act(struct minutes *m, const char *const *words, int count, struct error *e)
{
	if (!command_run(m->app, count, words, e))
		return false;
	m->acts++;
	m->undone = 0;
	m->version = -1;
	return minutes_reload(m, e);
}

bool
minutes_become(struct minutes *m, size_t i, const char *what, struct error *e)
{
	char id[ID_LENGTH + 1];
	const char *const words[] = { "become", what, id };

	id_format(m->lines[i].id, id);
	return act(m, words, sizeof words / sizeof *words, e);
}

bool
minutes_participant(struct minutes *m, const char *who, const char *role, struct error *e)
{
	char id[ID_LENGTH + 1];
	const char *const words[] = { "participant", "--", id, who, role };

	id_format(m->note, id);
	return act(m, words, sizeof words / sizeof *words, e);
}

bool
minutes_undo(struct minutes *m, bool redo, size_t *at, struct error *e)
{
	const char *const words[] = { redo ? "redo" : "undo" };

	if (redo ? !m->undone : !m->acts)
		return set_error(e, STATUS_NONE, redo
		    ? _("There is nothing to do again here.")
		    : _("Everything typed here since it was opened is taken back already."));
	if (!command_run(m->app, 1, words, e))
		return false;
	m->acts += redo ? 1 : (size_t)-1;
	m->undone += redo ? (size_t)-1 : 1;
	m->version = -1;
	return reload_told(m, at, e);
}
