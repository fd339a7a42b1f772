#include "config.h"

#include "ui/desk.h"

#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "app/time.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/chooser.h"
#include "ui/form_draw.h"
#include "ui/list_view.h"
#include "ui/record_view.h"
#include "ui/text_view.h"

enum { SLEEP_MS = 1000, WRITING_MS = 200 };

struct sheet {
	struct form *form;
	struct form_view view;
	struct sheet *next;
};

struct desk {
	struct drafts *drafts;	/* NULL: there is no place for them, or no file yet */
	struct sheet *open;	/* over the view */
	struct sheet *kept;	/* left unsaved, newest first */
	struct chooser *chooser;	/* over the form */
	enum form_do warned;	/* the same key again means it */
};

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
	chooser_free(sc->desk->chooser);
	sc->desk->chooser = NULL;
	sc->desk->open = NULL;
	sc->dirty |= DIRTY_ALL;
}

static void
done(struct screen *sc)
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

static bool
sheet_open(struct screen *sc, const struct pane *pane, int64_t id, struct error *e)
{
	struct desk *desk = sc->desk;
	struct error none;

	if (desk->open)
		return set_error(e, STATUS_USAGE, _("A form is open already; Esc saves and closes it."));
	if (!app_open(sc->app, e))
		return false;
	if (store_readonly(sc->app->store))
		return set_error(e, STATUS_NOPERM, "%s", store_readonly(sc->app->store));
	screen_rest(sc);
	struct sheet *s = kept_take(desk, pane, id);
	if (s) {
		screen_say(sc, ROLE_TEXT, _("This is what you had typed and not saved."));
	} else {
		struct form *form = form_new(sc->app, pane, id, e);
		if (!form)
			return false;
		s = xmalloc(sizeof *s);
		s->form = form;
	}
	if (!drafts_begin(sc, &none))
		screen_say(sc, ROLE_WARNING, none.msg);
	form_drafts_set(s->form, desk->drafts);
	desk->open = s;
	desk->warned = FORM_STAY;
	sc->dirty |= DIRTY_ALL;
	return true;
}

static void
restored_say(struct screen *sc)
{
	screen_say(sc, ROLE_TEXT,
	    _("What you typed is back, not saved yet; Ctrl-C twice gives it up."));
}

/* --- The commands --- */

bool
desk_can_new(const struct screen *sc)
{
	return screen_view(sc)->pane != NULL;
}

bool
desk_new(struct screen *sc, const struct call *call, struct error *e)
{
	const struct view *v = screen_view(sc);

	(void)call;
	if (!v->pane)
		return set_error(e, STATUS_NONE, _("Go to a list first: what is added is one more of it."));
	if (!sheet_open(sc, v->pane, 0, e))
		return false;
	struct form *form = sc->desk->open->form;
	size_t i = 0;
	while (i < form_count(form) && !(form_field(form, i)->field->flags & F_REQUIRED))
		i++;
	if (!form_changed(form))
		form_go(form, i);	/* there is no such field: it stays where it is */
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

	return desk && (desk->kept || (desk->drafts && draft_found_count(desk->drafts)));
}

/* A draft whose record or field is no more: its text can be read and copied. */
static void
orphan_show(struct screen *sc)
{
	const struct draft *draft = draft_found(sc->desk->drafts, 0);

	screen_say(sc, ROLE_WARNING,
	    _("What this was typed for is not there any more; here is the text, for the last time."));
	screen_show_view(sc, text_view_new(sc->app, _("Draft"), draft->text, draft->length, NULL));
	draft_discard(sc->desk->drafts, 0);
}

static bool
found_open(struct screen *sc, struct error *e)
{
	const struct draft *draft = draft_found(sc->desk->drafts, 0);
	const struct pane *pane = pane_find(draft->pane);
	size_t before = draft_found_count(sc->desk->drafts);
	struct error gone;

	if (sc->desk->open || store_readonly(sc->app->store))
		return sheet_open(sc, pane, draft->record, e);	/* says why not */
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
	done(sc);
	orphan_show(sc);
	return true;
}

bool
desk_resume(struct screen *sc, const struct call *call, struct error *e)
{
	const struct desk *desk = sc->desk;

	(void)call;
	if (desk->drafts && draft_found_count(desk->drafts))
		return found_open(sc, e);
	if (!desk->kept)
		return set_error(e, STATUS_NONE, _("There is no draft: everything is saved."));
	const struct form *form = desk->kept->form;
	return (desk->open || screen_pane(sc, form_pane(form), e))
	    && sheet_open(sc, form_pane(form), form_record(form), e);
}

/* --- Saving and leaving --- */

static bool
save(struct screen *sc, struct error *e)
{
	struct form *form = sc->desk->open->form;
	struct view *v = screen_view(sc);
	bool fresh = !form_record(form);

	screen_rest(sc);	/* saving waits for readers, and that would be ourselves */
	if (!form_save(form, e))
		return false;
	if (fresh && list_view_rows(v))
		v->id = form_record(form);	/* the cursor goes to it */
	return true;
}

static void
keep(struct screen *sc)
{
	struct desk *desk = sc->desk;
	struct sheet *s = desk->open;

	if (!desk->drafts) {
		screen_say(sc, ROLE_WARNING,
		    _("There is no place for drafts, so this form stays; Ctrl-C twice gives it up."));
		return;
	}
	shut(sc);
	s->next = desk->kept;
	desk->kept = s;
	screen_say(sc, ROLE_WARNING, _("Not saved, but kept as a draft; E goes on with it."));
}

static void
leave(struct screen *sc, bool again)
{
	struct error e;

	if (!form_changed(sc->desk->open->form) || save(sc, &e)) {
		done(sc);
		return;
	}
	if (again) {
		keep(sc);
		return;
	}
	screen_fail(sc, &e);
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
	done(sc);
	if (changed)
		screen_say(sc, ROLE_TEXT, _("What you typed was given up; nothing was changed."));
}

/* Enter in the last field is through with the form, ^S goes on in it. */
static void
save_now(struct screen *sc, bool close)
{
	struct error e;

	if (close && !form_changed(sc->desk->open->form)) {
		done(sc);
	} else if (!save(sc, &e)) {
		screen_fail(sc, &e);
		sc->desk->warned = FORM_CLOSE;
	} else if (close) {
		done(sc);
	}
}

/* --- Choosing --- */

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
	sc->desk->chooser = chooser_new(pick, _(ff->field->label),
	    ff->wrong.len ? edit_text(ff->edit) : "");
	if (!ff->wrong.len)
		pick_go_code(pick, str_text(&ff->was));
}

/* A value of its own: instead of what stands there, or behind several. */
static void
typed_take(struct form *form, const char *typed)
{
	const struct form_field *ff = form_field(form, form_at(form));
	bool behind = field_is_multi(ff->field) && edit_length(ff->edit) && !ff->wrong.len;
	struct str text = { 0 };

	str_addf(&text, "%s%s", behind ? "; " : "", typed);
	struct event ev = { .kind = EVENT_PASTE, .paste = str_text(&text), .length = text.len };
	edit_do(ff->edit, behind ? EDIT_END : EDIT_ALL, false);
	form_event(form, &ev);
	str_free(&text);
}

static void
chooser_do(struct screen *sc, const struct event *ev)
{
	struct desk *desk = sc->desk;
	enum chooser_do todo = chooser_event(desk->chooser, ev);
	const struct pick_item *item;
	const char *typed;

	if (todo != CHOOSER_TAKE && todo != CHOOSER_CLOSE)
		return;
	enum pick_choice choice = todo == CHOOSER_TAKE
	    ? chooser_choice(desk->chooser, &item, &typed) : PICK_NOTHING;
	if (choice == PICK_ITEM)
		form_take(desk->open->form, item);
	else if (choice == PICK_NEW)
		typed_take(desk->open->form, typed);
	else if (todo == CHOOSER_TAKE)
		return;
	chooser_free(desk->chooser);
	desk->chooser = NULL;
}

/* --- Events --- */

/* Who types fast behind Esc means two keys. */
static bool
two_keys(struct screen *sc, const struct event *ev)
{
	struct event first = key_of_name("Esc", 0), second;
	struct str name = { 0 };

	if (ev->kind != EVENT_KEY || strncmp(ev->key, "A-", 2))
		return false;
	str_addf(&name, "<%s>", ev->key + 2);
	if (strlen(ev->key + 2) == 1)
		str_set(&name, ev->key + 2);
	key_read(str_text(&name), name.len, &second);
	str_free(&name);
	screen_event(sc, &first);
	screen_event(sc, &second);
	return true;
}

static void
unused(struct screen *sc, const struct event *ev)
{
	if (ev->kind == EVENT_KEY && !two_keys(sc, ev))
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

static void
form_do(struct screen *sc, const struct event *ev)
{
	struct desk *desk = sc->desk;
	struct form *form = desk->open->form;
	enum form_do warned = desk->warned, todo = form_event(form, ev);

	desk->warned = FORM_STAY;
	form_keep(form, clock_now_ms_real());
	switch (todo) {
	case FORM_STAY:
		break;
	case FORM_UNUSED:
		unused(sc, ev);
		break;
	case FORM_SAVE:
		save_now(sc, !strcmp(ev->key, "Enter"));
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
	}
}

bool
desk_event(struct screen *sc, const struct event *ev)
{
	if (!desk_open(sc) || (ev->kind != EVENT_KEY && ev->kind != EVENT_PASTE
	    && ev->kind != EVENT_MOUSE))
		return false;
	sc->dirty |= DIRTY_ALL;
	sc->news = false;
	if (sc->desk->chooser) {
		chooser_do(sc, ev);
		form_keep(sc->desk->open->form, clock_now_ms_real());
	} else if (ev->kind == EVENT_MOUSE) {
		press(sc, ev);
	} else {
		form_do(sc, ev);
	}
	return true;
}

/* --- Life --- */

void
desk_start(struct screen *sc)
{
	char when[TIME_TEXT];
	struct str sentence = { 0 };
	struct error e;

	sc->desk = xmalloc(sizeof *sc->desk);
	if (!sc->app->store || store_readonly(sc->app->store) || !drafts_begin(sc, &e)
	    || !draft_found_count(sc->desk->drafts))
		return;		/* that there is no place is said when there is something to write */
	time_text(draft_found(sc->desk->drafts, 0)->time, when);
	str_addf(&sentence, _("E brings back what was typed on %s and not saved."), when);
	screen_say(sc, ROLE_ACCENT, str_text(&sentence));
	str_free(&sentence);
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
	if (desk->open)
		done(sc);
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
	return sc->desk && sc->desk->open;
}

/* --- Painting --- */

void
desk_draw(struct screen *sc, const struct draw *d, struct box box, int *y, int *x)
{
	struct sheet *s = sc->desk->open;

	form_draw(d, box, s->form, &s->view, y, x);
	if (sc->desk->chooser)
		chooser_draw(sc->desk->chooser, d, box, y, x);
	if (*y >= 0) {
		*y += box.y;
		*x += box.x;
	}
}

struct key_told {
	const char *key, *label;
};

void
desk_keys(struct screen *sc, const struct draw *d, struct box box, int y)
{
	static const struct key_told in_form[] = {
		{ "Esc", N_("Save and close") }, { "Tab", N_("Next field") },
		{ "^S", N_("Save") }, { "^C", N_("Give up") }, { "A-Down", N_("List") },
		{ "^Z", N_("Undo") }, { "S-Tab", N_("Field before") }, { NULL, NULL }
	}, in_list[] = {
		{ "Enter", N_("Choose") }, { "Esc", N_("Close") }, { NULL, NULL }
	};
	int x = 0;

	draw_blank(d, box, y, ROLE_TEXT);
	for (const struct key_told *k = sc->desk->chooser ? in_list : in_form; k->key; k++) {
		const char *label = _(k->label);
		int cols = (int)strlen(k->key) + 1 + utf8_columns(label, strlen(label));
		if (x + cols > box.cols)
			break;
		draw_word(d, box, y, x, ROLE_ACCENT, k->key);
		draw_word(d, box, y, x + cols - utf8_columns(label, strlen(label)), ROLE_TEXT, label);
		x += cols + 2;
	}
}

void
desk_path(struct screen *sc, const struct draw *d, struct str *out)
{
	const struct form *form = sc->desk->open->form;
	int64_t id = form_record(form);

	str_addf(out, " %s ", draw_sign(d, SIGN_PATH));
	if (!id)
		str_add(out, _("New record"));
	else if (screen_view(sc)->ops->turn)
		str_add(out, _("Edit"));
	else
		record_title(sc->app->store, entity_find(form_pane(form)->entity), id, out);
}
