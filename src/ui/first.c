/* The first start: there is no file and none was named. A few questions with answers that
 * Enter or Esc take as they stand, then the file is made and the screen goes on. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/setting.h"
#include "app/sample.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/answer.h"
#include "ui/state.h"
#include "ui/text_view.h"

enum { ROWS_WHY = 8, ROWS_ANSWERED = 16 };	/* a screen lower than that goes without */
enum { NAME, ORGANISATION, OWN, BEGIN, QUESTIONS, CHOICES = 2 };

/* The first choice is what Esc takes; without choices it is a line to type. */
static const struct question {
	const char *ask, *why;
	const char *choices[CHOICES];
} questions[QUESTIONS] = {
	[NAME] = { N_("What is your name?"),
	    N_("It stands beside your changes in the history of the file. It may stay empty."),
	    { NULL, NULL } },
	[ORGANISATION] = { N_("Which organisation do you work for?"),
	    N_("For example Wikimedia Chile. It may stay empty, and be said later under File, Settings."),
	    { NULL, NULL } },
	[OWN] = { N_("Is this your own computer?"),
	    N_("On one of others alianza does not note which file was open."),
	    { N_("Yes, it is mine"), N_("No, others use it too") } },
	[BEGIN] = { N_("What shall be in the file?"),
	    N_("The sample has affiliates, partners and events of the movement to practise on; your own file is asked for again at the next start."),
	    { N_("Nothing yet: an empty file of my own"), N_("The sample, to look around") } },
};

struct first {
	int at;
	struct prompt lines[QUESTIONS];
	int chosen[QUESTIONS];
};

static bool
is_line(int question)
{
	return !questions[question].choices[0];
}

void
first_open(struct screen *sc)
{
	struct first *f = xmalloc(sizeof *f);
	const char *who = sc->app->who ? sc->app->who : computer_setting(sc->app, "who");

	for (int i = 0; i < QUESTIONS; i++) {
		f->lines[i].tab = -1;
		prompt_open(&f->lines[i], PROMPT_ANSWER, i == NAME ? who : "");
	}
	sc->first = f;
	/* Something has to be a view until there is a list. */
	screen_show_view(sc, text_view_new(_("Welcome"), "", 0));
}

void
first_close(struct screen *sc)
{
	if (!sc->first)
		return;
	for (int i = 0; i < QUESTIONS; i++)
		prompt_free(&sc->first->lines[i]);
	free(sc->first);
	sc->first = NULL;
}

/* --- The end --- */

static bool
file_make(struct app *app, struct error *e)
{
	struct str path = { 0 };
	char *dir = app_data_dir_make(e);

	if (!dir)
		return false;
	str_addf(&path, "%s/alianza.db", dir);
	free(dir);
	struct store *s = store_open(str_text(&path), OPEN_CREATE, e);
	free(app->path);
	app->path = s ? str_take(&path) : NULL;
	str_free(&path);
	if (s)
		app_take(app, s);
	return s != NULL;
}

static bool
sample_make(struct app *app, struct error *e)
{
	if (!sample_fresh(app, e)) {
		free(app->path);
		app->path = NULL;
		return false;
	}
	app->sample = true;
	return app_open(app, e);
}

/* An organisation that the file does not know yet is made. */
static bool
organisation_put(struct app *app, const char *name, struct error *e)
{
	struct str text = { 0 }, word = { 0 };
	struct error unknown;
	bool ok = true;

	if (!setting_input(app->store, "my_organisation", name, &text, &unknown)) {
		str_cut(&text, 0);
		str_addf(&word, "name=%s", name);
		const char *add[] = { "add", panes[0].name, str_text(&word) };
		ok = answer_words(app, 3, add, &text, e);
		if (ok && text.len)
			str_cut(&text, text.len - 1);	/* the end of its line */
		str_set(&word, str_text(&text));
	} else {
		str_set(&word, name);
	}
	str_cut(&text, 0);
	str_addf(&text, "my_organisation=%s", str_text(&word));
	const char *put[] = { "settings", str_text(&text) };
	str_cut(&word, 0);
	ok = ok && answer_words(app, 2, put, &word, e);
	str_free(&text);
	str_free(&word);
	return ok;
}

/* Whether the file is remembered hangs on whose computer it is, so that comes first.
 * Should the file fail, the questions stay open. */
static void
finish(struct screen *sc)
{
	struct first *f = sc->first;
	struct app *app = sc->app;
	const char *name = str_text(&f->lines[NAME].text);
	const char *organisation = str_text(&f->lines[ORGANISATION].text);
	struct error e;

	bool ok = (!*name || computer_setting_put(app, "who", name, &e))
	    && computer_setting_put(app, "own_computer", f->chosen[OWN] ? "no" : "yes", &e)
	    && (f->chosen[BEGIN] ? sample_make(app, &e) : file_make(app, &e));
	if (!ok) {
		screen_fail(sc, &e);
		return;
	}
	if (*organisation && !organisation_put(app, organisation, &e))
		screen_fail(sc, &e);
	app_say(app, f->chosen[BEGIN]
	    ? _("This is the sample: try anything. F10 opens the menu, ? the help.")
	    : _("Your file is %s. F10 opens the menu, ? the help."), store_path(app->store));
	first_close(sc);
	history_free(&sc->history);
	sc->history = (struct history){ .at = 0 };
	sc->version = store_version(app->store);
	sc->dirty |= DIRTY_ALL;
	if (!screen_pane(sc, &panes[0], &e)) {
		screen_fail(sc, &e);
		sc->quit = true;
	}
}

/* --- Keys --- */

static void
go(struct screen *sc, int by)
{
	struct first *f = sc->first;

	if (f->at + by == QUESTIONS)
		finish(sc);
	else if (f->at + by >= 0)
		f->at += by;
	else
		screen_say(sc, ROLE_DIM, _("This is the first question. Ctrl-C leaves; no file is made then."));
}

enum step { NEXT, BACK, OTHER, DEFAULT, LEAVE };

static const struct {
	const char *key;
	bool line, choice;	/* where it means this */
	enum step step;
} steps[] = {
	{ "Enter", true, true, NEXT }, { "Esc", true, true, DEFAULT },
	{ "Tab", true, true, NEXT }, { "S-Tab", true, true, BACK }, { "^C", true, true, LEAVE },
	{ "Up", true, false, BACK }, { "Down", true, false, NEXT },
	{ "Up", false, true, OTHER }, { "Down", false, true, OTHER },
	{ "Left", false, true, OTHER }, { "Right", false, true, OTHER },
	{ "Space", false, true, OTHER }, { "BS", false, true, BACK },
};

/* A line that was begun is an answer, also for Esc. */
static void
step_do(struct screen *sc, enum step step)
{
	struct first *f = sc->first;

	switch (step) {
	case DEFAULT:
		f->chosen[f->at] = 0;
		go(sc, 1);
		break;
	case NEXT:
		go(sc, 1);
		break;
	case BACK:
		go(sc, -1);
		break;
	case OTHER:
		f->chosen[f->at] = !f->chosen[f->at];
		break;
	case LEAVE:
		sc->quit = true;
		break;
	}
}

static void
key_event(struct screen *sc, const struct event *ev)
{
	struct first *f = sc->first;
	bool line = is_line(f->at);

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (!strcmp(steps[i].key, ev->key) && (line ? steps[i].line : steps[i].choice)) {
			step_do(sc, steps[i].step);
			return;
		}
	enum prompt_answer answer = line ? prompt_key(&f->lines[f->at], ev) : PROMPT_UNUSED;
	if (answer == PROMPT_CANCEL)
		go(sc, -1);
	else if (answer == PROMPT_UNUSED)
		screen_say(sc, ROLE_DIM, line ? _("Type the answer; Enter goes on.")
		    : _("The arrows choose, Enter goes on."));
}

void
first_event(struct screen *sc, const struct event *ev)
{
	struct first *f = sc->first;

	sc->news = false;
	sc->dirty |= DIRTY_ALL;
	if (ev->kind == EVENT_KEY)
		key_event(sc, ev);
	else if (ev->kind == EVENT_PASTE && is_line(f->at))
		prompt_insert(&f->lines[f->at], ev->paste, ev->length);
}

/* --- Painting --- */

/* Returns the row behind it. */
static int
wrap_draw(const struct draw *d, struct box box, int y, enum role role, const char *s)
{
	return y + draw_text(d, box_part(box, y, 0, box.rows - 1 - y, box.cols - 2), role, s);
}

static int
choices_draw(const struct first *f, const struct draw *d, struct box box, int y)
{
	for (int i = 0; !is_line(f->at) && i < CHOICES && y < box.rows - 1; i++, y++) {
		bool here = f->chosen[f->at] == i;
		enum role role = here ? ROLE_SELECTED : ROLE_TEXT;
		draw_blank(d, box, y, role);
		draw_word(d, box, y, 0, role, here ? ">" : " ");
		draw_word(d, box, y, 2, role, _(questions[f->at].choices[i]));
	}
	return y;
}

/* What was answered stands above, as far as there is room for it. */
static int
answered_draw(const struct first *f, const struct draw *d, struct box box)
{
	struct str line = { 0 };
	int y = 0;

	if (box.rows < ROWS_ANSWERED)
		return 0;
	y = wrap_draw(d, box, 0, ROLE_TITLE, _("Welcome to alianza. A few questions first."));
	for (int i = 0; i < f->at; i++) {
		const char *typed = str_text(&f->lines[i].text);
		str_set(&line, _(questions[i].ask));
		str_addf(&line, " %s", !is_line(i) ? _(questions[i].choices[f->chosen[i]])
		    : *typed ? typed : draw_sign(d, SIGN_LINE));
		draw_fit(d, box, y++, 0, box.cols, ROLE_DIM, str_text(&line), false);
	}
	str_free(&line);
	return y + 1;
}

int
first_draw(struct screen *sc, const struct draw *d, struct box box)
{
	const struct first *f = sc->first;
	int last = box.rows - 1;

	for (int y = 0; y < box.rows; y++)
		draw_blank(d, box, y, ROLE_TEXT);
	int y = answered_draw(f, d, box);
	y = wrap_draw(d, box, y, ROLE_ACCENT, _(questions[f->at].ask));
	if (box.rows >= ROWS_WHY)
		y = wrap_draw(d, box, y, ROLE_TEXT, _(questions[f->at].why)) + 1;
	choices_draw(f, d, box, y);
	if (sc->news)
		draw_fit(d, box, last - 1, 0, box.cols, sc->said[0].role, str_text(&sc->said[0].text),
		    false);
	else if (box.rows >= ROWS_WHY)
		draw_fit(d, box, last - 1, 0, box.cols, ROLE_DIM,
		    _("Enter goes on, Ctrl-C leaves."), false);
	if (is_line(f->at))
		return prompt_draw(&f->lines[f->at], d, box, last);
	return -1;
}
