/* What a person did goes to the prompt, else through the key map to a command. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "app/keymap.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "ui/asking.h"
#include "ui/banner.h"
#include "ui/desk.h"
#include "ui/list_do.h"
#include "ui/pasted.h"
#include "ui/prompt_draft.h"
#include "ui/state.h"

enum { DOUBLE_MS = 400, WHEEL = 3 };

/* A name alone acts on what is under the cursor, or gets its words typed. What would
 * change something and is only guessed is put in the line first. */
static bool
typed_run(struct screen *sc, const char *line, struct error *e)
{
	bool guessed;
	const char *chosen = palette_chosen(sc->palette, &guessed);
	const struct command *c = command_find(chosen ? chosen : line);
	bool runs = c && (!c->min || c->flags & C_RECORD);

	if (guessed && runs && c->flags & (C_CHANGES | C_WRITES)) {
		run_ask(sc, c->name);
		return true;
	}
	if (c && (chosen || c->min))
		return run_or_ask(sc, (struct binding){ c, NULL }, e);
	return run_line(sc, chosen ? chosen : line, e);
}

static void
prompt_accepted(struct screen *sc)
{
	struct prompt *p = &sc->prompt;
	struct view *v = screen_view(sc);
	struct error e;

	if (p->kind == PROMPT_FILTER) {
		v->stale = false;
		if (v->ops->reload(v, &e)) {
			list_do_seek(sc);
			prompt_close(p);
			return;
		}
		screen_fail(sc, &e);
		return;
	}
	if (p->kind != PROMPT_COMMAND) {
		if (list_do_accept(sc, &e))
			prompt_close(p);
		else
			screen_fail(sc, &e);
		return;
	}
	struct str line = { 0 };
	str_add(&line, str_text(&p->text));
	prompt_close(p);
	if (!typed_run(sc, str_text(&line), &e))
		screen_fail(sc, &e);
	str_free(&line);
}

static bool
prompt_event(struct screen *sc, const struct event *ev)
{
	struct prompt *p = &sc->prompt;

	sc->dirty |= DIRTY_ALL;		/* the palette lies over the view */
	if (p->kind == PROMPT_COMMAND && palette_key(sc->palette, p, ev))
		return true;
	switch (prompt_key(p, ev)) {
	case PROMPT_UNUSED:
		return false;
	case PROMPT_ACCEPT:
		prompt_accepted(sc);
		break;
	case PROMPT_CANCEL:
		if (p->kind == PROMPT_FILTER)
			screen_filter(sc, str_text(&p->before));
		prompt_close(p);
		break;
	case PROMPT_CHANGED:
		if (p->kind == PROMPT_COMMAND)
			palette_typed(sc->palette, str_text(&p->text));
		/* fall through */
	case PROMPT_USED:
		if (p->kind == PROMPT_FILTER)
			screen_filter(sc, str_text(&p->text));
		break;
	}
	return true;
}

static void
binding_run(struct screen *sc, struct binding b)
{
	struct error e;

	if (!run_binding(sc, b, &e))
		screen_fail(sc, &e);
}

static void
menu_close(struct screen *sc)
{
	menu_free(sc->menu);
	sc->menu = NULL;
}

static void
menu_answered(struct screen *sc, enum menu_answer answer, const char *key)
{
	struct str sentence = { 0 };
	char told[KEY_TOLD];
	struct error e;

	sc->dirty |= DIRTY_ALL;		/* it lies over everything */
	if (answer == MENU_UNUSED) {
		str_addf(&sentence, _("No line of this menu begins with %s; Esc closes it."),
		    key_told(key, told));
		screen_say(sc, ROLE_DIM, str_text(&sentence));
		str_free(&sentence);
	} else if (answer == MENU_CHOSEN) {
		struct binding b = menu_chosen(sc->menu);
		menu_close(sc);
		if (b.command && !run_or_ask(sc, b, &e))
			screen_fail(sc, &e);
	} else if (answer == MENU_CLOSED) {
		menu_close(sc);
	}
}

static void
menu_mouse(struct screen *sc, const struct event *ev)
{
	sc->dirty |= DIRTY_ALL;
	if (ev->mouse == MOUSE_PRESS)
		menu_answered(sc, menu_press(sc->menu, ev->row, ev->col), "");
	else
		menu_wheel(sc->menu, ev->mouse == MOUSE_WHEEL_UP ? -1 : 1);
}

/* In a view for text a letter is a letter. */
static bool
view_typed(struct screen *sc, const struct event *ev)
{
	struct view *v = screen_view(sc);

	return v->ops->type && v->ops->type(v, ev);
}

bool
screen_two_keys(struct screen *sc, const struct event *ev)
{
	struct event keys[2] = { key_of_name("Esc", 0) };
	char name[KEY_NAME + 2];

	if (ev->kind != EVENT_KEY || strncmp(ev->key, "A-", 2))
		return false;
	bool menu = sc->menu != NULL;
	int n = snprintf(name, sizeof name, "<%s>", ev->key + 2);
	key_read(name, (size_t)n, &keys[1]);
	screen_event(sc, &keys[0]);
	if (sc->menu && !menu)	/* nothing was left to close; the key is for what is there */
		menu_close(sc);
	if (!sc->quit)
		screen_event(sc, &keys[1]);
	return true;
}

static struct binding
key_means(struct screen *sc, const char *key)
{
	const char *context = screen_view(sc)->ops->name;

	if (sc->last_key.context != context || strcmp(sc->last_key.key, key)) {
		sc->last_key.context = context;
		snprintf(sc->last_key.key, KEY_NAME, "%s", key);
		sc->last_key.does = keymap_find(context, key);
	}
	return sc->last_key.does;
}

static void
key_event(struct screen *sc, const struct event *ev)
{
	struct str sentence = { 0 };
	char told[KEY_TOLD];

	if (!sc->prompt.open || sc->prompt.kind == PROMPT_FILTER)
		screen_hint_drop(sc);
	sc->news = false;
	if (sc->menu) {
		menu_answered(sc, menu_key(sc->menu, ev), ev->key);
		return;
	}
	if (sc->prompt.open && prompt_event(sc, ev))
		return;
	if (view_typed(sc, ev))
		return;
	struct binding b = key_means(sc, ev->key);
	if (b.command) {
		screen_fresh(sc);
		binding_run(sc, b);
		return;
	}
	if (screen_two_keys(sc, ev))
		return;
	str_addf(&sentence, _("%s does nothing here; ? tells the keys."),
	    key_told(ev->key, told));
	screen_say(sc, ROLE_DIM, str_text(&sentence));
	str_free(&sentence);
}

/* Pasted keys are never taken for commands. */
static void
paste_event(struct screen *sc, const struct event *ev)
{
	if (!sc->prompt.open) {
		if (view_typed(sc, ev))
			return;
		pasted_offer(sc, ev->paste, ev->length);
		return;
	}
	if (!prompt_insert(&sc->prompt, ev->paste, ev->length))
		screen_say(sc, ROLE_WARNING, _("This was too long for one line; its end was left out."));
	if (sc->prompt.kind == PROMPT_FILTER)
		screen_filter(sc, str_text(&sc->prompt.text));
	else if (sc->prompt.kind == PROMPT_COMMAND)
		palette_typed(sc->palette, str_text(&sc->prompt.text));
	sc->dirty |= DIRTY_ALL;
}

static void
press_event(struct screen *sc, const struct event *ev)
{
	struct view *v = screen_view(sc);
	struct binding b = { NULL, NULL };
	int64_t now = clock_now_ms_real();

	if (ev->row == banner_rows(sc->app->store, LINES))
		b = bar_at(&sc->panes, ev->col);
	else if (ev->row == LINES - 1)
		b = bar_at(&sc->keys, ev->col);
	if (b.command) {
		binding_run(sc, b);
		return;
	}
	bool there = ev->row >= sc->middle.y && ev->row < sc->middle.y + sc->middle.rows;
	if (there && (ev->col < sc->middle.x || ev->col >= sc->middle.x + sc->middle.cols)) {
		binding_run(sc, (struct binding){ command_find("part"), NULL });
		return;
	}
	int row = ev->row - sc->middle.y;
	int64_t id = v->id;
	if (row < 0 || row >= sc->middle.rows || !v->ops->press || !v->ops->press(v, row))
		return;
	if (id == v->id && now - sc->pressed < DOUBLE_MS) {
		now = 0;
		binding_run(sc, keymap_find(v->ops->name, "Enter"));
	}
	sc->pressed = now;
}

static void
mouse_event(struct screen *sc, const struct event *ev)
{
	struct view *v = screen_view(sc);

	if (sc->menu) {
		menu_mouse(sc, ev);
		return;
	}
	if (ev->mouse == MOUSE_PRESS && !sc->prompt.open)
		press_event(sc, ev);
	for (int i = 0; ev->mouse != MOUSE_PRESS && i < WHEEL; i++)
		v->ops->move(v, ev->mouse == MOUSE_WHEEL_UP ? MOVE_UP : MOVE_DOWN);
}

static void
asleep(struct screen *sc)
{
	screen_rest(sc);
	term_suspend(sc->term, _("alianza is asleep. Type fg and press Enter."));
	sc->dirty |= DIRTY_ALL;
}

/* What lies over the view and takes all that a person does; false: nothing does. */
static bool
over_event(struct screen *sc, const struct event *ev)
{
	if (ev->kind != EVENT_KEY && ev->kind != EVENT_PASTE && ev->kind != EVENT_MOUSE)
		return false;
	if (sc->first) {
		first_event(sc, ev);
		return true;
	}
	if (sc->asking) {
		sc->news = false;
		asking_event(sc, ev);
		return true;
	}
	return false;
}

void
screen_event(struct screen *sc, const struct event *ev)
{
	sc->dirty |= DIRTY_VIEW;
	screen_heard(sc);
	if (over_event(sc, ev))
		return;
	if (!sc->menu && !sc->prompt.open && desk_event(sc, ev))
		return;
	switch (ev->kind) {
	case EVENT_KEY:
		key_event(sc, ev);
		prompt_draft(sc);
		break;
	case EVENT_PASTE:
		paste_event(sc, ev);
		prompt_draft(sc);
		break;
	case EVENT_MOUSE:
		mouse_event(sc, ev);
		break;
	case EVENT_RESIZE:
		term_resize(sc->term);
		sc->app->out.columns = COLS;
		sc->dirty |= DIRTY_ALL;
		break;
	case EVENT_SUSPEND:
		asleep(sc);
		break;
	case EVENT_HANGUP:
		sc->quit = true;
		break;
	}
}
