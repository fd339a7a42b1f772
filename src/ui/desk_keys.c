/* What keys do in a form: saving, leaving, choosing from a list. */
#include "config.h"

#include "ui/desk_part.h"

#include <stdlib.h>
#include <string.h>

#include "app/keymap.h"
#include "app/pane.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/filter.h"
#include "ui/asking.h"
#include "ui/list_view.h"
#include "ui/outside.h"

/* --- Saving and leaving --- */

/* Is the record among those that the list has now? */
static bool
is_listed(struct screen *sc, struct view *v, const char *filter, int64_t id)
{
	struct query q = { .ent = entity_find(v->pane->entity), .pane = v->pane, .limit = 1 };
	struct str narrow = { 0 }, text = { 0 };
	char code[ID_LENGTH + 1];
	int64_t *ids = NULL, count = 0;

	id_format(id, code);
	list_rows_narrow(list_view_rows(v), filter, &narrow);
	str_addf(&text, "%s=%s", field_with(q.ent, F_RECORD_ID)->name, code);
	if (narrow.len)
		str_addf(&text, " (%s)", str_text(&narrow));
	struct filter *f = filter_parse(sc->app->store, q.ent, v->pane, str_text(&text), NULL);
	q.filter = f;
	bool is = !f || !ids_read(sc->app->store, &q, &ids, &count, NULL) || count;
	free(ids);
	filter_free(f);
	str_free(&narrow);
	str_free(&text);
	return is;
}

/* A new record that cannot be seen would look lost. */
static void
hidden_say(struct screen *sc, int64_t id, const char *how)
{
	struct str title = { 0 }, sentence = { 0 };

	record_title(sc->app->store, record_entity(sc->app->store, id), id, &title);
	str_addf(&sentence, how, str_text(&title));
	screen_say(sc, ROLE_DIM, str_text(&sentence));
	str_free(&title);
	str_free(&sentence);
}

/* The cursor goes to what was added. */
static void
added_find(struct screen *sc, struct view *v)
{
	int64_t id = form_record(sc->desk->open->form);

	if (is_listed(sc, v, str_text(&v->filter), id)) {
		v->id = id;
		v->seeks = true;
	} else if (is_listed(sc, v, "", id)) {
		v->sought = id;
		hidden_say(sc, id, _("The filter hides %s; Esc shows it."));
	} else {
		hidden_say(sc, id, _("%s is not one of those in this list."));
	}
}

static bool
save(struct screen *sc, struct error *e)
{
	struct form *form = sc->desk->open->form;
	struct view *v = screen_view(sc);
	bool fresh = !form_record(form);

	screen_rest(sc);	/* saving waits for readers, and that would be ourselves */
	sc->news = false;
	if (!form_save(form, e)) {
		sc->app->redraw |= REDRAW_ROWS;	/* what was tried is no other's change */
		return false;
	}
	run_undo_tell(sc);
	if (fresh && list_view_rows(v))
		added_find(sc, v);
	return true;
}

static void
keep(struct screen *sc)
{
	if (!sc->desk->drafts) {
		screen_say(sc, ROLE_WARNING,
		    _("There is no place for drafts, so this form stays; Ctrl-C twice gives it up."));
		return;
	}
	desk_put_aside(sc);
	screen_say(sc, ROLE_WARNING, _("Not saved, but kept as a draft; E goes on with it."));
}

/* The form has gone to the field and says there what is wrong: what to do about it is left
 * to be said. */
static void
form_fail(struct screen *sc, struct error *e)
{
	const struct form *form = sc->desk->open->form;

	if (!strcmp(str_text(&form_field(form, form_at(form))->wrong), e->msg))
		set_error(e, e->status, sc->desk->drafts
		    ? _("Not saved: mend this field, or Esc once more keeps all as a draft.")
		    : _("Not saved: mend this field, or Ctrl-C twice gives all up."));
	screen_fail(sc, e);
}

static void
leave(struct screen *sc, bool again)
{
	struct error e;

	if (!form_changed(sc->desk->open->form) || save(sc, &e)) {
		desk_done(sc);
		return;
	}
	if (again) {
		keep(sc);
		return;
	}
	form_fail(sc, &e);
	sc->desk->warned = FORM_CLOSE;
}

static void
give_up(struct screen *sc, bool again)
{
	struct form *form = sc->desk->open->form;
	bool changed = form_changed(form);

	if (changed && !again) {
		screen_say(sc, ROLE_WARNING, _("Ctrl-C again gives up what you typed; Esc saves it."));
		sc->desk->warned = FORM_CANCEL;
		return;
	}
	form_give_up(form);
	desk_done(sc);
	if (changed)
		screen_say(sc, ROLE_TEXT, _("What you typed was given up; nothing was changed."));
}

/* Enter in the last field is through with the form, ^S goes on in it. */
static void
save_now(struct screen *sc, bool close)
{
	struct error e;

	const struct form *form = sc->desk->open->form;
	bool same = !form_changed(form);

	if (close && same) {
		desk_done(sc);
	} else if (same && form_record(form)) {
		screen_say(sc, ROLE_DIM, _("Nothing was changed since it was saved."));
	} else if (!save(sc, &e)) {
		screen_fail(sc, &e);
		sc->desk->warned = FORM_CLOSE;
	} else if (close) {
		desk_done(sc);
	}
}

/* --- Choosing --- */

/* Chosen in a field of one value, the next one comes. */
static void
chosen(struct screen *sc, const struct pick_item *item, const char *typed)
{
	struct form *form = sc->desk->open->form;
	size_t at = form_at(form);
	struct error e = { 0 };

	screen_rest(sc);
	if (item)
		form_take(form, item);
	else if (!form_take_new(form, typed, &e))
		screen_fail(sc, &e);
	if (!*e.msg && !form_is_set(form_field(form, at)->field))
		form_do(form, FORM_NEXT);
	form_keep(form, clock_now_ms_real());
}

/* The item that alone is like what was typed, where nothing new may be meant. */
static const struct pick_item *
only_one(struct pick *pick, const char *typed)
{
	if (!*typed)
		return NULL;
	pick_filter(pick, typed);
	return pick_count(pick) == 1 ? pick_at(pick, 0) : NULL;
}

static void
choose(struct screen *sc)
{
	struct form *form = sc->desk->open->form;
	const struct form_field *ff = form_field(form, form_at(form));
	struct error e = { 0 };

	screen_rest(sc);
	struct pick *pick = form_choices(form, &e);
	if (!pick) {
		screen_fail(sc, &e);
		return;
	}
	const char *typed = ff->wrong.len ? edit_text(ff->edit) : "";
	const struct pick_item *item = only_one(pick, typed);
	if (!item) {
		asking_open(sc, pick, _(ff->field->label), typed, chosen);
		return;
	}
	chosen(sc, item, typed);
	pick_free(pick);
}

/* --- The person's own editor --- */

static bool
outside(struct screen *sc, struct error *e)
{
	struct form *form = sc->desk->open->form;
	const struct form_field *ff = form_field(form, form_at(form));
	struct str text = { 0 };

	bool ok = outside_edit(sc->term, edit_text(ff->edit), edit_length(ff->edit), &text, e);
	sc->dirty |= DIRTY_ALL;
	if (ok && strcmp(str_text(&text), edit_text(ff->edit))) {
		struct event ev = { .kind = EVENT_PASTE, .paste = str_text(&text), .length = text.len };
		edit_do(ff->edit, EDIT_ALL, false);
		form_event(form, &ev);
	}
	form_keep(form, clock_now_ms_real());
	str_free(&text);
	return ok;
}

/* --- Events --- */

/* What means something everywhere does so here too: help, the menu. */
static void
unused(struct screen *sc, const struct event *ev)
{
	struct binding b = { NULL, NULL };
	struct error e;

	if (ev->kind == EVENT_KEY)
		b = keymap_find("form", ev->key);
	if (b.command && !run_binding(sc, b, &e))
		screen_fail(sc, &e);
	else if (!b.command && ev->kind == EVENT_KEY && !screen_two_keys(sc, ev))
		screen_say(sc, ROLE_DIM, _("Tab goes on, Alt-Down lists, Ctrl-S saves, Esc saves and closes, Ctrl-C gives up."));
}

static void
press(struct screen *sc, const struct event *ev)
{
	struct sheet *s = sc->desk->open;
	size_t line = s->view.layout.top + (size_t)(ev->row - sc->middle.y);

	if (ev->mouse == MOUSE_PRESS && ev->row >= sc->middle.y
	    && ev->row < sc->middle.y + s->view.layout.body && line < s->view.layout.count)
		form_go(s->form, s->view.layout.lines[line].field);
}

bool
desk_do(struct screen *sc, int todo, struct error *e)
{
	struct desk *desk = sc->desk;
	enum form_do warned = desk->warned;

	if (!desk_open(sc))
		return set_error(e, STATUS_USAGE, _("There is no form open; a adds a record and e changes one."));
	desk->warned = FORM_STAY;
	switch (form_do(desk->open->form, (enum form_do)todo)) {
	case FORM_SAVE:
		save_now(sc, false);
		break;
	case FORM_CLOSE:
		leave(sc, warned == FORM_CLOSE);
		break;
	case FORM_CANCEL:
		give_up(sc, warned == FORM_CANCEL);
		break;
	case FORM_CHOOSE:
		choose(sc);
		break;
	case FORM_OUTSIDE:
		return outside(sc, e);
	default:
		break;
	}
	return true;
}

/* At the first and the last field the keys that go on, else those of the text. */
static void
nothing_say(struct screen *sc, const char *key)
{
	const struct form *form = sc->desk->open->form;
	const char *back[] = { "Up", "^P", "PgUp" }, *on[] = { "Down", "^N", "PgDn" };
	const char *why = edit_told(key);

	for (size_t i = 0; i < sizeof back / sizeof *back; i++)
		if (!strcmp(key, back[i]) && !form_at(form))
			why = _("This is the first field.");
		else if (!strcmp(key, on[i]) && form_at(form) + 1 == form_count(form))
			why = _("This is the last field.");
	if (why)
		screen_say(sc, ROLE_DIM, why);
}

static void
form_key(struct screen *sc, const struct event *ev)
{
	struct form *form = sc->desk->open->form;
	enum form_do todo = form_event(form, ev);
	struct error e;

	form_keep(form, clock_now_ms_real());
	if (todo == FORM_UNUSED)
		unused(sc, ev);
	else if (todo == FORM_SAVE && !strcmp(ev->key, "Enter"))
		save_now(sc, true);
	else if (todo == FORM_STAY)
		sc->desk->warned = FORM_STAY;
	else if (todo == FORM_NOTHING)
		nothing_say(sc, ev->key);
	else if (!desk_do(sc, todo, &e))
		screen_fail(sc, &e);
}

bool
desk_event(struct screen *sc, const struct event *ev)
{
	if (!desk_open(sc) || (ev->kind != EVENT_KEY && ev->kind != EVENT_PASTE
	    && ev->kind != EVENT_MOUSE))
		return false;
	sc->dirty |= DIRTY_ALL;
	sc->news = false;
	if (ev->kind == EVENT_MOUSE) {
		press(sc, ev);
	} else {
		screen_hint_drop(sc);
		form_key(sc, ev);
	}
	return true;
}
