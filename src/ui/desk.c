#include "config.h"

#include "ui/desk_part.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "app/time.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/door_view.h"
#include "ui/form_draw.h"
#include "ui/asking.h"
#include "ui/list_view.h"
#include "ui/minutes_view.h"
#include "ui/prompt_draft.h"
#include "ui/record_view.h"
#include "ui/text_view.h"

enum { SLEEP_MS = 1000, WRITING_MS = 200 };

/* --- Sheets --- */

static void
sheet_free(struct sheet *s)
{
	form_free(s->form);
	form_view_free(&s->view);
	free(s);
}

/* The one of this record that was left unsaved, taken out of them. */
static struct sheet *
kept_take(struct desk *desk, const struct pane *pane, int64_t id)
{
	for (struct sheet **at = &desk->kept; *at; at = &(*at)->next) {
		struct sheet *s = *at;
		if (form_pane(s->form) != pane || form_record(s->form) != id)
			continue;
		*at = s->next;
		s->next = NULL;
		return s;
	}
	return NULL;
}

static void
shut(struct screen *sc)
{
	sc->desk->open = NULL;
	screen_forget(sc);
	sc->dirty |= DIRTY_ALL;
}

void
desk_put_aside(struct screen *sc)
{
	struct sheet *s = sc->desk->open;

	shut(sc);
	if (!form_changed(s->form)) {
		sheet_free(s);
		return;
	}
	s->next = sc->desk->kept;
	sc->desk->kept = s;
}

void
desk_done(struct screen *sc)
{
	struct sheet *s = sc->desk->open;

	shut(sc);
	sheet_free(s);
}

static bool
drafts_begin(struct screen *sc, struct error *e)
{
	struct desk *desk = sc->desk;

	if (desk->drafts)
		return true;
	char *dir = drafts_dir(sc->app, e);
	if (dir)
		desk->drafts = drafts_open(dir, store_path(sc->app->store), e);
	free(dir);
	return desk->drafts != NULL;
}

/* Puts what an earlier start left behind into the fields; the newest last, so that it
 * is what stands there. */
static size_t
drafts_restore(struct desk *desk, struct form *form)
{
	size_t restored = 0;

	for (size_t i = draft_found_count(desk->drafts); i-- > 0; )
		if (form_restore(form, draft_found(desk->drafts, i))) {
			draft_accept(desk->drafts, i);
			restored++;
		}
	return restored;
}

/* Can something be written now, here? */
static bool
desk_ready(struct screen *sc, struct error *e)
{
	if (desk_open(sc))
		return set_error(e, STATUS_USAGE, _("A form is open already; Esc saves and closes it."));
	if (!app_open(sc->app, e))
		return false;
	if (store_readonly(sc->app->store))
		return set_error(e, STATUS_NOPERM, "%s", store_readonly(sc->app->store));
	if (sc->desk->open)
		desk_put_aside(sc);	/* over a view that was left */
	screen_rest(sc);
	return true;
}

static void
sheet_lay(struct screen *sc, struct sheet *s)
{
	struct desk *desk = sc->desk;
	struct error none;

	if (!drafts_begin(sc, &none))
		screen_say(sc, ROLE_WARNING, none.msg);
	form_drafts_set(s->form, desk->drafts);
	screen_forget(sc);
	desk->open = s;
	desk->under = screen_view(sc);
	desk->warned = FORM_STAY;
	sc->dirty |= DIRTY_ALL;
}

static void
form_lay(struct screen *sc, struct form *form)
{
	struct sheet *s = xmalloc(sizeof *s);

	s->form = form;
	sheet_lay(sc, s);
}

/* The form of a record, with what was left unsaved in it. */
static bool
sheet_open(struct screen *sc, const struct pane *pane, int64_t id, struct error *e)
{
	if (!desk_ready(sc, e))
		return false;
	struct sheet *s = kept_take(sc->desk, pane, id);
	if (s) {
		screen_say(sc, ROLE_DIM, _("This is what you had typed and not saved."));
		sheet_lay(sc, s);
		return true;
	}
	if (id == FORM_MANY)
		return set_error(e, STATUS_NONE, _("The records this was typed for are not marked any more."));
	struct form *form = form_new(sc->app, pane, id, e);
	if (form)
		form_lay(sc, form);
	return form != NULL;
}

static void
restored_say(struct screen *sc)
{
	screen_say(sc, ROLE_DIM,
	    _("What you typed is back, not saved yet; Ctrl-C twice gives it up."));
}

/* --- The commands --- */

bool
desk_can_new(const struct screen *sc)
{
	return screen_view(sc)->pane != NULL;
}

/* An empty form, that of a record of this kind which refers to another (ref NULL: to
 * none). The first field that must be filled in is where one begins. */
static bool
new_open(struct screen *sc, const struct pane *pane, const struct field *ref, int64_t of,
    struct error *e)
{
	size_t i = 0;

	if (!sheet_open(sc, pane, 0, e))
		return false;
	struct form *form = sc->desk->open->form;
	if (form_changed(form))
		return true;		/* what was left unsaved */
	if (ref)
		form_give(form, ref, of);
	while (i < form_count(form) && (!(form_field(form, i)->field->flags & F_REQUIRED)
	    || form_field(form, i)->given))
		i++;
	form_go(form, i < form_count(form) ? i : 0);
	return true;
}

/* --- What can be added to a record --- */

/* What was chosen: the number of a field, by which the new record refers to this one. */
static void
related_chosen(struct screen *sc, const struct pick_item *item, const char *typed)
{
	const struct entity *ent;
	struct error e;

	(void)typed;
	const struct field *ref = field_by_number(atoi(item->code), &ent);
	if (!new_open(sc, pane_of_entity(ent), ref, screen_view(sc)->id, &e))
		screen_fail(sc, &e);
}

static bool
is_way_to_add(const struct field *f, const struct entity *to)
{
	return f->type->is_ref && !f->via && !(f->flags & (F_COMPUTED | F_HIDDEN | F_COINED))
	    && field_refers(f, to);
}

/* Where there is only one way, what such records are for says more than the name of the
 * field. */
static void
ways_of(struct pick *pick, const struct entity *ent, const struct entity *to)
{
	const struct pane *pane = pane_of_entity(ent);
	const struct field *f;
	char code[16];
	int ways = 0;

	for (int i = 0; (f = entity_field(ent, i)); i++)
		ways += is_way_to_add(f, to);
	for (int i = 0; (f = entity_field(ent, i)); i++) {
		if (!is_way_to_add(f, to))
			continue;
		snprintf(code, sizeof code, "%d", f->number);
		pick_add(pick, _(ent->label), code,
		    ways > 1 || ent == to ? _(f->label) : _(pane->help));
	}
}

static void
related_ask(struct screen *sc, const struct view *v)
{
	const struct entity *to = entity_find(v->pane->entity);
	struct pick *pick = pick_new(false);

	for (int i = 0; entities[i]; i++)
		if (!(entities[i]->flags & E_INTERNAL) && pane_of_entity(entities[i]))
			ways_of(pick, entities[i], to);
	asking_open(sc, pick, _("Add to it"), "", related_chosen);
}

/* To a list one more of it; to a record something that belongs to it. */
bool
desk_new(struct screen *sc, const struct call *call, struct error *e)
{
	const struct view *v = screen_view(sc);
	const struct field *ref = v->ref;
	const struct entity *ent;
	int64_t of = v->of;

	(void)call;
	if (!v->pane)
		return set_error(e, STATUS_NONE, _("Go to a list first: what is added is one more of it."));
	if (record_view_related(v, &ref, &ent))
		return new_open(sc, pane_of_entity(ent), ref, v->id, e);
	if (record_view_is(v)) {
		if (store_readonly(sc->app->store))
			return set_error(e, STATUS_NOPERM, "%s", store_readonly(sc->app->store));
		screen_rest(sc);
		related_ask(sc, v);
		return true;
	}
	return new_open(sc, v->pane, ref, of, e);
}

/* All that are marked, together. */
static bool
many_edit(struct screen *sc, struct view *v, struct error *e)
{
	if (!desk_ready(sc, e))
		return false;
	form_lay(sc, form_new_many(sc->app, v->pane, v->marks.ids, v->marks.count));
	screen_say(sc, ROLE_DIM, _("What you fill in here is set on all that are marked; what you leave empty stays as it is."));
	return true;
}

bool
desk_edit(struct screen *sc, const struct call *call, struct error *e)
{
	struct view *v = screen_view(sc);
	const struct field *f = record_view_field(v);

	(void)call;
	const struct pane *pane = v->id && v->pane
	    ? pane_of_record(sc->app->store, entity_find(v->pane->entity), v->id) : NULL;
	if (v->marks.count > 1)
		return many_edit(sc, v, e);
	if (!pane)
		return set_error(e, STATUS_NONE, _("There is no record here."));
	if (!sheet_open(sc, pane, v->id, e))
		return false;
	struct form *form = sc->desk->open->form;
	for (size_t i = 0; f && i < form_count(form); i++)
		if (form_field(form, i)->field == f)
			form_go(form, i);
	if (sc->desk->drafts && drafts_restore(sc->desk, form))
		restored_say(sc);
	return true;
}

bool
desk_can_resume(const struct screen *sc)
{
	const struct desk *desk = sc->desk;

	return desk && (desk->kept || (desk->open && !desk_open(sc))
	    || (desk->drafts && draft_found_count(desk->drafts)));
}

/* A draft whose record or field is no more: its text can be read and copied. */
static void
orphan_show(struct screen *sc)
{
	const struct draft *draft = draft_found(sc->desk->drafts, 0);

	screen_say(sc, ROLE_WARNING,
	    _("What this was typed for is not there any more; here is the text, for the last time."));
	screen_show_view(sc, text_view_new(_("Draft"), draft->text, draft->length));
	draft_discard(sc->desk->drafts, 0);
}

static bool
found_open(struct screen *sc, struct error *e)
{
	const struct draft *draft = draft_found(sc->desk->drafts, 0);
	const struct pane *pane = pane_find(draft->pane);
	size_t before = draft_found_count(sc->desk->drafts);
	struct error gone;

	if (desk_open(sc) || store_readonly(sc->app->store))
		return sheet_open(sc, pane, draft->record, e);	/* says why not */
	if (minutes_resume(sc, sc->desk->drafts) || door_resume(sc, sc->desk->drafts)) {
		screen_say(sc, ROLE_DIM, _("What you typed is back in its line; Enter saves it."));
		return true;
	}
	if (prompt_resume(sc, sc->desk->drafts))
		return true;
	if (!pane || !screen_pane(sc, pane, &gone)
	    || !sheet_open(sc, pane, draft->record, &gone)) {
		orphan_show(sc);
		return true;
	}
	drafts_restore(sc->desk, sc->desk->open->form);
	if (draft_found_count(sc->desk->drafts) < before) {
		restored_say(sc);
		return true;
	}
	desk_done(sc);
	orphan_show(sc);
	return true;
}

bool
desk_resume(struct screen *sc, const struct call *call, struct error *e)
{
	const struct desk *desk = sc->desk;

	(void)call;
	if (desk->open && !desk_open(sc))
		desk_put_aside(sc);
	if (desk->drafts && draft_found_count(desk->drafts))
		return found_open(sc, e);
	if (!desk->kept)
		return set_error(e, STATUS_NONE, _("There is no draft: everything is saved."));
	const struct form *form = desk->kept->form;
	return (desk_open(sc) || screen_pane(sc, form_pane(form), e))
	    && sheet_open(sc, form_pane(form), form_record(form), e);
}

/* --- Life --- */

void
desk_start(struct screen *sc)
{
	sc->desk = xmalloc(sizeof *sc->desk);
}

void
desk_offer(struct screen *sc)
{
	char when[TIME_TEXT];
	struct str sentence = { 0 };
	struct error e;

	if (!sc->app->store || store_readonly(sc->app->store) || !drafts_begin(sc, &e)
	    || !draft_found_count(sc->desk->drafts))
		return;		/* that there is no place is said when there is something to write */
	time_text(draft_found(sc->desk->drafts, 0)->time, when);
	str_addf(&sentence, _("E brings back what was typed on %s and not saved."), when);
	screen_say(sc, ROLE_ACCENT, str_text(&sentence));
	str_free(&sentence);
}

struct drafts *
desk_drafts(struct screen *sc, struct error *e)
{
	return drafts_begin(sc, e) ? sc->desk->drafts : NULL;
}

int
desk_tick(struct screen *sc)
{
	struct desk *desk = sc->desk;
	struct error e;

	if (!desk->drafts)
		return SLEEP_MS;
	if (!draft_tick(desk->drafts, clock_now_ms_real(), &e))
		screen_say(sc, ROLE_WARNING, e.msg);
	return draft_waits(desk->drafts) ? WRITING_MS : SLEEP_MS;
}

void
desk_close(struct screen *sc)
{
	struct desk *desk = sc->desk;

	if (!desk)
		return;
	sc->prompt.open = false;	/* who leaves does not want the line back */
	prompt_draft(sc);
	if (desk->open)
		desk_done(sc);
	for (struct sheet *s; (s = desk->kept); ) {
		desk->kept = s->next;
		sheet_free(s);
	}
	drafts_close(desk->drafts);
	free(desk);
	sc->desk = NULL;
}

bool
desk_open(const struct screen *sc)
{
	return sc->desk && sc->desk->open && sc->desk->under == screen_view(sc);
}
