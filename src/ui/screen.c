/* The loop: wait, take all events, reload what is stale, paint what is dirty, show it at
 * once, and in between work in slices that a key interrupts. Only screen_refresh paints. */
#include "config.h"

#include "ui/screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "ui/asking.h"
#include "ui/desk.h"
#include "ui/import_ask.h"
#include "ui/layout.h"
#include "ui/list_view.h"
#include "ui/state.h"
#include "ui/today.h"

/* BREATH_MS: for the terminal to draw the first screen, which shares the processor. */
enum { LOOK_MS = 1000, BREATH_MS = 20 };

/* --- What is said --- */

/* Takes what is old and was said in one of these roles (bits); the others move up. */
static void
said_drop(struct screen *sc, unsigned roles)
{
	int kept = 0;

	for (int i = 0; i < SAID; i++) {
		struct said said = sc->said[i];
		if (said.text.len && said.old && roles & 1u << said.role) {
			str_cut(&said.text, 0);
			sc->dirty |= DIRTY_VIEW;
		}
		sc->said[i] = sc->said[kept];
		sc->said[kept] = said;
		kept += said.text.len > 0;
	}
}

/* A refusal is over once something else is said: above what went well it would deny it. */
void
screen_say(struct screen *sc, enum role role, const char *sentence)
{
	said_drop(sc, 1 << ROLE_DIM | 1 << ROLE_ERROR);
	struct said last = sc->said[SAID - 1];

	memmove(sc->said + 1, sc->said, (SAID - 1) * sizeof *sc->said);
	str_set(&last.text, sentence);
	last.role = role;
	last.old = false;
	last.lasting = 0;
	sc->said[0] = last;
	sc->news = true;
	sc->dirty |= DIRTY_VIEW;
}

void
screen_heard(struct screen *sc)
{
	for (int i = 0; i < SAID; i++)
		sc->said[i].old = true;
}

void
screen_hint_drop(struct screen *sc)
{
	said_drop(sc, 1 << ROLE_DIM);
}

void
screen_forget(struct screen *sc)
{
	if (!sc->news)
		said_drop(sc, 1 << ROLE_DIM | 1 << ROLE_ERROR | 1 << ROLE_TEXT);
}

void
screen_fail(struct screen *sc, const struct error *e)
{
	if (!*e->msg)
		return;
	sc->errors++;
	sc->failed = *e;
	screen_say(sc, ROLE_ERROR, e->msg);
}

static void
talk(void *ctx, const char *sentence)
{
	screen_say(ctx, ROLE_TEXT, sentence);
}

/* Answers are collected by run.c; nothing else answers on a screen. */
static bool
answer(void *ctx, const char *s, size_t n, struct error *e)
{
	(void)e;
	struct str text = { 0 };
	str_addn(&text, s, n);
	screen_say(ctx, ROLE_TEXT, str_text(&text));
	str_free(&text);
	return true;
}

/* --- Views --- */

struct view *
screen_view(const struct screen *sc)
{
	return history_now(&sc->history);
}

/* Before another view comes: what is typed belonged to this one. */
static void
view_leave(struct screen *sc)
{
	if (sc->prompt.open)
		prompt_close(&sc->prompt);
	menu_free(sc->menu);
	sc->menu = NULL;
	asking_close(sc);
	screen_forget(sc);
	sc->beside = false;
	sc->dirty |= DIRTY_ALL;
}

void
screen_rest(struct screen *sc)
{
	struct view *v = screen_view(sc);

	if (v)
		view_let_go(v);
}

void
screen_show_view(struct screen *sc, struct view *v)
{
	screen_rest(sc);
	view_leave(sc);
	history_push(&sc->history, v);
}

bool
screen_go(struct screen *sc, int at)
{
	screen_rest(sc);
	view_leave(sc);
	return history_go(&sc->history, at);
}

bool
screen_pane(struct screen *sc, const struct pane *pane, struct error *e)
{
	struct view **v = &sc->lists[pane - panes];

	if (!app_open(sc->app, e))
		return false;
	if (pane - panes >= PANES_MAX)
		return set_error(e, STATUS_USAGE, _("There are too many panes."));
	if (!*v) {
		*v = list_view_new(sc->app, pane, e);
		if (!*v)
			return false;
		(*v)->kept = true;
	}
	if (*v != screen_view(sc))
		screen_show_view(sc, *v);
	return true;
}

void
screen_filter(struct screen *sc, const char *text)
{
	struct view *v = screen_view(sc);

	if (!v || !strcmp(str_text(&v->filter), text))
		return;
	str_set(&v->filter, text);
	v->stale = true;
	sc->dirty |= DIRTY_VIEW;
}

/* What any view read may be old. */
static void
all_stale(struct screen *sc)
{
	for (int i = 0; i < sc->history.count; i++)
		sc->history.views[i]->stale = true;
	for (int i = 0; i < PANES_MAX; i++)
		if (sc->lists[i])
			sc->lists[i]->stale = true;
	sc->dirty |= DIRTY_VIEW;
	sc->version = store_version(sc->app->store);
}

static bool
key_waits(void *ctx)
{
	return term_pending(((struct screen *)ctx)->term);
}

/* patient: also while keys wait. Under one lock, of one moment. */
static void
reload(struct screen *sc, struct view *v, bool patient)
{
	bool reading = store_read_begin(sc->app->store);
	struct error e;

	if (!patient)
		store_stop_hook(sc->app->store, key_waits, sc);
	v->stale = false;
	if (!v->ops->reload(v, &e)) {
		if (e.status == STATUS_INTERRUPTED)
			v->stale = true;	/* again when the keys are done */
		else if (sc->prompt.open)
			screen_say(sc, ROLE_DIM, e.msg);	/* it may be half a filter */
		else
			screen_fail(sc, &e);
	}
	store_stop_hook(sc->app->store, sc->app->stop, sc->app->stop_ctx);
	if (reading)
		store_read_end(sc->app->store);
	sc->dirty |= DIRTY_VIEW;
}

/* --- Turns of the loop --- */

/* What stands beside the view; what it cannot show is not shown. */
static void
other_follow(struct screen *sc)
{
	struct view *other = layout_other(sc);
	struct error e;

	if (other && !layout_follow(sc, other, &e)) {
		sc->beside = false;
		sc->dirty |= DIRTY_ALL;
	}
}

static void
rows_changed(struct screen *sc)
{
	if (sc->app->redraw & REDRAW_ROWS)
		all_stale(sc);
	sc->app->redraw &= ~(unsigned)REDRAW_ROWS;
}

void
screen_fresh(struct screen *sc)
{
	rows_changed(sc);
	if (screen_view(sc)->stale)
		reload(sc, screen_view(sc), true);
}

void
screen_refresh(struct screen *sc)
{
	struct view *v = screen_view(sc);

	rows_changed(sc);
	if (sc->app->redraw & REDRAW_ALL)
		sc->dirty |= DIRTY_ALL;
	if (sc->app->redraw)
		sc->dirty |= DIRTY_VIEW;
	sc->app->redraw = 0;
	if (v->stale)
		reload(sc, v, false);
	other_follow(sc);
	if (sc->dirty)
		screen_paint(sc);
}

bool
screen_idle(struct screen *sc)
{
	struct view *v = screen_view(sc);
	struct str before = { 0 }, after = { 0 };

	if (!sc->app->store)
		return false;
	v->ops->count(v, &before);
	store_stop_hook(sc->app->store, key_waits, sc);
	bool more = v->ops->idle && v->ops->idle(v);
	store_stop_hook(sc->app->store, sc->app->stop, sc->app->stop_ctx);
	v->ops->count(v, &after);
	if (strcmp(str_text(&before), str_text(&after)))
		sc->dirty |= DIRTY_VIEW;
	str_free(&before);
	str_free(&after);
	return more;
}

/* --- The loop --- */

/* Another program saved: what is shown is read again before anyone acts on it. */
static void
file_look(struct screen *sc)
{
	if (!sc->app->store || store_version(sc->app->store) == sc->version)
		return;
	all_stale(sc);
	screen_say(sc, ROLE_TEXT, _("Another program changed the file; this is how it is now."));
}

static void
loop(struct screen *sc)
{
	struct event ev;
	int64_t looked = clock_now_ms_real();
	bool more = true;

	while (!sc->quit && !sc->app->quit) {
		while (!sc->quit && !sc->app->quit && term_next(sc->term, &ev))
			screen_event(sc, &ev);
		if (sc->quit || sc->app->quit)
			break;
		int sleep = desk_tick(sc);
		if (sc->dirty || sc->app->redraw || screen_view(sc)->stale) {
			screen_refresh(sc);
			more = true;
		}
		if (term_pending(sc->term))
			continue;
		if (more && (more = screen_idle(sc)))
			continue;
		if (sc->dirty)
			continue;
		term_wait(sc->term, sleep);
		if (clock_now_ms_real() - looked >= LOOK_MS) {
			file_look(sc);
			looked = clock_now_ms_real();
		}
	}
}

static bool
size_read(const char *size, int *rows, int *cols, struct error *e)
{
	char *end;

	*cols = 80;
	*rows = 24;
	if (!size)
		return true;
	long c = strtol(size, &end, 10), r = *end == 'x' ? strtol(end + 1, &end, 10) : 0;
	if (*end || c < 1 || r < 1 || c > 1000 || r > 1000)
		return set_error(e, STATUS_USAGE,
		    _("--size takes columns and rows like 80x24, not \"%s\"."), size);
	*cols = (int)c;
	*rows = (int)r;
	return true;
}

static void
sink_set(struct screen *sc)
{
	sc->app->out = (struct app_sink){ .answer = answer, .talk = talk, .ctx = sc,
	    .terminal = true, .columns = COLS, .plain = sc->sh->plain };
	sc->app->ui = (struct app_screen){ action_run, sc };
}

/* The file first: what goes wrong there is said on the person's own screen. What the
 * file has to say at opening waits for ours. */
static bool
screen_open(struct screen *sc, struct error *e)
{
	struct app_sink shell = sc->app->out;
	const char *theme = computer_setting(sc->app, "theme");

	if (!size_read(sc->sh->size, &sc->options.rows, &sc->options.cols, e))
		return false;
	sc->options.color = sc->sh->color;
	sc->options.plain = sc->sh->plain;
	sc->options.offscreen = sc->sh->script != NULL;
	sink_set(sc);
	bool first = !sc->app->path && !sc->app->readonly;
	bool ok = first || app_open(sc->app, e);
	if (ok) {
		sc->options.theme = theme;
		ok = (sc->term = term_open(&sc->options, e)) != NULL;
	}
	/* A terminal without UTF-8 shows no signs either, also where nobody asked for plain. */
	if (ok)
		sc->app->out.plain = !term_draw(sc->term)->signs;
	if (!ok)
		sc->app->out = shell;
	if (ok && first)
		first_open(sc);
	return ok && (first || today_show(sc, e));
}

static void
screen_close(struct screen *sc, struct app_sink shell)
{
	screen_rest(sc);
	desk_close(sc);
	history_free(&sc->history);
	for (int i = 0; i < PANES_MAX; i++)
		if (sc->lists[i])
			view_free(sc->lists[i]);
	for (int i = 0; i < SAID; i++)
		str_free(&sc->said[i].text);
	prompt_free(&sc->prompt);
	palette_free(sc->palette);
	menu_free(sc->menu);
	asking_close(sc);
	str_free(&sc->pasted);
	import_ask_free(sc->import);
	first_close(sc);
	term_close(sc->term);
	sc->app->out = shell;
	sc->app->ui = (struct app_screen){ NULL, NULL };
	free(sc);
}

/* What may be good to know before the first key; a key that is there already goes first. */
static void
start_tell(struct screen *sc)
{
	desk_offer(sc);
	if (sc->news || !sc->app->store)
		return;
	store_stop_hook(sc->app->store, key_waits, sc);
	today_tell(sc);
	store_stop_hook(sc->app->store, sc->app->stop, sc->app->stop_ctx);
}

int
screen_run(struct shell *sh)
{
	struct screen *sc = xmalloc(sizeof *sc);
	struct app_sink shell = sh->app.out;
	struct str farewell = { 0 };
	struct error e;
	int status = 0;

	sc->sh = sh;
	sc->app = &sh->app;
	sc->prompt.tab = -1;
	bool ok = screen_open(sc, &e);
	if (ok) {
		sc->dirty = DIRTY_ALL;
		sc->app->out.columns = COLS;
		sc->version = sc->app->store ? store_version(sc->app->store) : 0;
		desk_start(sc);
		if (!sh->script) {
			screen_refresh(sc);	/* something to see before anything else */
			term_wait(sc->term, BREATH_MS);
		}
		start_tell(sc);
		if (sh->script)
			status = script_play(sc, sh->script);
		else
			loop(sc);
		if (!sh->script)
			today_sum_up(sc, &farewell);
	}
	screen_close(sc, shell);
	if (farewell.len)
		printf("%s\n", str_text(&farewell));
	str_free(&farewell);
	return ok ? status : shell_fail(&e);
}
