/* How minutes come to the screen: a note that is there, or a new one about what is under
 * the cursor, of a kind that is offered first. */
#include "config.h"

#include <string.h>

#include "app/minutes_template.h"
#include "app/pane.h"
#include "app/participant.h"
#include "base/i18n.h"
#include "base/id.h"
#include "ui/answers_view.h"
#include "ui/desk.h"
#include "ui/minutes_part.h"
#include "ui/pick_records.h"

static const struct entity *
note(void)
{
	return entity_find("note");
}

bool
minutes_are(const struct view *v)
{
	return v->pane && v->id && entity_find(v->pane->entity) == note();
}

bool
minutes_possible(const struct screen *sc)
{
	return !minutes_here(sc) && minutes_are(screen_view(sc));
}

bool
minutes_note_open(struct screen *sc, const struct call *call, struct error *e)
{
	const struct view *v = screen_view(sc);

	(void)call;
	if (!minutes_are(v))
		return set_error(e, STATUS_NONE, _("This is no note; n writes one about it."));
	screen_rest(sc);
	struct minutes *m = minutes_open(sc->app, v->id, e);
	if (m)
		screen_show_view(sc, minutes_view_new(sc, m));
	return m != NULL;
}

bool
minutes_head(struct screen *sc, const struct call *call, struct error *e)
{
	struct minutes_view *mv = minutes_of(screen_view(sc));

	if (!mv)
		return set_error(e, STATUS_USAGE, _("This is for minutes; Enter on a note opens them."));
	if (!minutes_keep(mv, e))
		return false;
	if (!mv->view.id)
		return set_error(e, STATUS_NONE,
		    _("Type a line first: a note is there with its first line only."));
	return desk_edit(sc, call, e);
}

/* --- A new one --- */

static void
word_add(struct minutes *m, const struct field *f, int64_t id)
{
	struct str word = { 0 };
	char text[ID_LENGTH + 1];

	id_format(id, text);
	str_addf(&word, "%s=%s", f->name, text);
	minutes_expect(m, str_text(&word));
	str_free(&word);
}

static void
expect(struct minutes *m, const char *field, const char *value)
{
	struct str word = { 0 };

	str_addf(&word, "%s=%s", field, value);
	minutes_expect(m, str_text(&word));
	str_free(&word);
}

/* The note's own field for records of a kind, as that for events; NULL: it has none. */
static const struct field *
field_for(const char *refs)
{
	const struct field *f;

	for (int i = 0; (f = entity_field(note(), i)); i++)
		if (f->type == &type_ref && f->refs && !strcmp(f->refs, refs))
			return f;
	return NULL;
}

/* What the record belongs to: an attendance to its event. A session does so too, though
 * one that is only an idea has none; kept: the note has a field for such records. */
static bool
owners_add(struct app *app, struct minutes *m, const struct entity *ent, int64_t id,
    bool kept, struct error *e)
{
	struct record *r = NULL;

	if (!record_load(app->store, ent, id, &r, e))
		return false;
	for (int i = 0; r && i < r->own; i++) {
		const struct field *f = entity_field(ent, i);
		bool belongs = f->type == &type_ref && f->refs && strcmp(f->refs, ent->name) != 0
		    && (kept || f->flags & F_REQUIRED);
		const struct field *to = belongs ? field_for(f->refs) : NULL;
		if (to && r->values[i].kind == VALUE_INT)
			word_add(m, to, r->values[i].i);
	}
	record_free(r);
	return true;
}

static bool
about_add(struct app *app, struct minutes *m, const struct entity *ent, int64_t id,
    struct error *e)
{
	const struct field *f = field_for(ent->name);
	bool kept = f != NULL;

	for (int i = 0; !f && entity_field(note(), i); i++)
		if (field_is_multi(entity_field(note(), i))
		    && field_refers(entity_field(note(), i), ent))
			f = entity_field(note(), i);
	if (f)
		word_add(m, f, id);
	return owners_add(app, m, ent, id, kept, e);
}

/* The kind that is named for what the note is about, as that of a session; else a
 * meeting. */
static const char *
kind_usual(struct store *s, const struct entity *about)
{
	struct str name = { 0 };

	str_addf(&name, "%s-note", about ? about->name : "");
	const char *code = term_code(s, field_find(note(), "kind")->list, str_text(&name), name.len);
	str_free(&name);
	return code ? code : "meeting";
}

bool
minutes_note_new(struct screen *sc, const struct call *call, struct error *e)
{
	const struct view *v = screen_view(sc);
	const struct entity *ent = v->pane ? entity_find(v->pane->entity) : NULL;
	const char *kind = "meeting";
	bool ok = true;

	(void)call;
	if (store_readonly(sc->app->store))
		return set_error(e, STATUS_NOPERM, "%s", store_readonly(sc->app->store));
	screen_rest(sc);
	struct minutes *m = minutes_new(sc->app, (const char *const[]){ "date=today" }, 1);
	if (ent && v->id && ent != note()) {
		kind = kind_usual(sc->app->store, ent);
		ok = about_add(sc->app, m, ent, v->id, e);
	}
	expect(m, "kind", kind);
	if (!ok || !minutes_reload(m, e)) {
		minutes_close(m);
		return false;
	}
	struct view *made = minutes_view_new(sc, m);
	screen_show_view(sc, made);
	minutes_ask_kind(minutes_of(made), kind);
	return true;
}

struct minutes *
minutes_interview(struct app *app, int64_t round, int64_t affiliate, struct error *e)
{
	const char *const words[] = { "date=today", "kind=interview" };

	if (store_readonly(app->store)) {
		set_error(e, STATUS_NOPERM, "%s", store_readonly(app->store));
		return NULL;
	}
	struct minutes *m = minutes_new(app, words, sizeof words / sizeof *words);
	if (about_add(app, m, record_entity(app->store, affiliate), affiliate, e)
	    && about_add(app, m, record_entity(app->store, round), round, e)
	    && minutes_reload(m, e))
		return m;
	minutes_close(m);
	return NULL;
}

/* --- Which kind --- */

static void
kinds_add(struct minutes_view *mv, struct pick *pick)
{
	const struct field *f = field_find(note(), "kind");
	struct term_shown t;

	for (int i = 0; term_shown_at(mv->sc->app->store, f->list, i, &t); i++)
		if (!t.hidden)
			pick_add(pick, t.label, t.code, NULL);
}

static void
templates_add(struct minutes_view *mv, struct pick *pick)
{
	struct minutes_template *list;
	struct arena mem = { 0 };
	struct error e;
	size_t count;

	if (!minutes_templates(mv->sc->app, &mem, &list, &count, &e)) {
		screen_fail(mv->sc, &e);
		count = 0;
	}
	for (size_t i = 0; i < count; i++)
		pick_add(pick, list[i].name, NULL, _("(with headings)"));
	arena_free(&mem);
}

static bool
template_take(struct minutes_view *mv, const struct minutes_template *t, struct error *e)
{
	struct event ev = { .kind = EVENT_PASTE, .paste = t->body, .length = strlen(t->body) };

	if (*t->kind)
		expect(mv->m, "kind", t->kind);
	expect(mv->m, "title", t->name);
	if (t->id)
		word_add(mv->m, field_find(note(), "template"), t->id);
	if (!minutes_reload(mv->m, e))
		return false;
	minutes_type(&mv->view, &ev);
	if (minutes_count(mv->m))	/* below the first heading */
		minutes_begin(mv, 1, true);
	return true;
}

static bool
template_named(struct minutes_view *mv, const char *name, struct error *e)
{
	struct minutes_template *list;
	struct arena mem = { 0 };
	size_t count, i = 0;

	bool ok = minutes_templates(mv->sc->app, &mem, &list, &count, e);
	while (ok && i < count && strcmp(list[i].name, name))
		i++;
	ok = ok && (i == count || template_take(mv, &list[i], e));
	arena_free(&mem);
	return ok;
}

/* A form is an interview, gone through question by question; so is a round, of whose form
 * they are. */
static bool
form_take(struct minutes_view *mv, int64_t id, struct error *e)
{
	struct app *app = mv->sc->app;

	expect(mv->m, "kind", "interview");
	return about_add(app, mv->m, record_entity(app->store, id), id, e)
	    && minutes_reload(mv->m, e)
	    && answers_show(mv->sc, mv->m, e);
}

static void
note_kind(struct minutes_view *mv, const struct pick_item *item)
{
	struct error e = { 0 };
	bool ok = true;
	int64_t asked;

	if (id_parse(item->code, strlen(item->code), &asked))
		ok = form_take(mv, asked, &e);
	else if (*item->code)
		expect(mv->m, "kind", item->code);
	else
		ok = template_named(mv, item->label, &e);
	if (!ok || !minutes_reload(mv->m, &e))
		screen_fail(mv->sc, &e);
}

void
minutes_ask_kind(struct minutes_view *mv, const char *kind)
{
	struct pick *pick = pick_new(false);
	struct error e;

	kinds_add(mv, pick);
	templates_add(mv, pick);
	if (!pick_add_records(mv->sc->app, entity_find("form"), _("(questions)"), pick, &e)
	    || !pick_add_records(mv->sc->app, entity_find("round"), _("(round of questions)"),
	    pick, &e))
		screen_fail(mv->sc, &e);
	pick_go_code(pick, kind);
	minutes_choose(mv, pick, _("A new note"), note_kind);
	mv->words = pick;
	screen_say(mv->sc, ROLE_DIM, _("Enter takes one, or write the first line."));
}

/* --- Who was there --- */

/* The choice of a list has one text to say what was chosen: the code of the role, and
 * behind it who it is, as participant_add() reads it. */
static void
participant_take(struct minutes_view *mv, const struct pick_item *item)
{
	size_t n = strcspn(item->code, " ");
	struct str role = { 0 };
	struct error e;

	str_addn(&role, item->code, n);
	if (!minutes_participant(mv->m, item->code + n + 1, str_text(&role), &e))
		screen_fail(mv->sc, &e);
	str_free(&role);
}

/* Of several organisations of that day, the usual one first. */
static void
organisation_ask(struct minutes_view *mv, const char *chosen, const struct organisations *all)
{
	const struct entity *ent = entity_find("organisation");
	struct pick *pick = pick_new(false);
	struct str title = { 0 }, code = { 0 };
	char id[ID_LENGTH + 1];

	for (size_t i = 0; i < all->count; i++) {
		str_cut(&title, 0);
		record_title(mv->sc->app->store, ent, all->ids[i], &title);
		id_format(all->ids[i], id);
		str_cut(&code, 0);
		str_addf(&code, "%s, %s", chosen, id);
		pick_add(pick, str_text(&title), str_text(&code), NULL);
	}
	str_free(&title);
	str_free(&code);
	minutes_choose(mv, pick, _("For which organisation"), participant_take);
}

static void
role_take(struct minutes_view *mv, const struct pick_item *item)
{
	const char *who = strchr(item->code, ' ') + 1;
	struct organisations all = { NULL, 0 };
	struct arena mem = { 0 };
	struct error e;
	int64_t person;

	if (id_parse(who, strlen(who), &person) && !participant_organisations(mv->sc->app->store,
	    person, note(), minutes_note(mv->m), &mem, &all, &e))
		screen_fail(mv->sc, &e);
	if (all.count > 1)
		organisation_ask(mv, item->code, &all);
	else
		participant_take(mv, item);
	arena_free(&mem);
}

/* Most are just present: Enter. */
static void
person_take(struct minutes_view *mv, const struct pick_item *item)
{
	const struct field *f = field_find(entity_find("participant"), "role");
	const char *who = *item->code ? item->code : item->label;
	struct pick *pick = pick_new(false);
	struct str code = { 0 };
	struct term_shown t;

	for (int i = 0; term_shown_at(mv->sc->app->store, f->list, i, &t); i++) {
		str_cut(&code, 0);
		str_addf(&code, "%s %s", t.code, who);
		if (!t.hidden)
			pick_add(pick, t.label, str_text(&code), NULL);
	}
	str_cut(&code, 0);
	str_addf(&code, "present %s", who);
	pick_go_code(pick, str_text(&code));
	str_free(&code);
	minutes_choose(mv, pick, _("In which role"), role_take);
	mv->letters = pick;
}

bool
minutes_ask_person(struct minutes_view *mv, struct error *e)
{
	if (!minutes_keep(mv, e))
		return false;
	if (!minutes_note(mv->m))
		return set_error(e, STATUS_NONE,
		    _("Type a line first: a note is there with its first line only."));
	struct pick *pick = pick_new(true);
	if (!pick_add_records(mv->sc->app, entity_find("person"), NULL, pick, e)) {
		pick_free(pick);
		return false;
	}
	minutes_choose(mv, pick, _("Who was there"), person_take);
	return true;
}
