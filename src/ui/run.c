#include "config.h"

#include <string.h>

#include "app/keymap.h"
#include "app/pane.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/utf8.h"
#include "ui/answer.h"
#include "ui/door_view.h"
#include "ui/list_rows.h"
#include "ui/list_view.h"
#include "ui/state.h"
#include "ui/text_view.h"

/* Lines of a screen with two for what is said; columns that wrapping may leave empty. */
enum { SAID_ROWS = 16, WRAPPED = 10 };

/* What the answer of a command is called in the path: its label, and what it was asked of.
 * Ids and options say nothing there. */
static void
answer_name(const struct command *c, int argc, const char *const *argv, struct str *out)
{
	const char *sep = ": ";
	int64_t id;

	str_add(out, _(c->label));
	for (int i = c->flags & C_RECORD ? 2 : 1; i < argc; i++) {
		const struct pane *pane = i == 1 && c->kinds[0] == ARG_PANE ? pane_find(argv[i]) : NULL;
		if (!strncmp(argv[i], "--", 2) || id_parse(argv[i], strlen(argv[i]), &id))
			continue;
		str_addf(out, "%s%s", sep, pane ? _(pane->label) : argv[i]);
		sep = ", ";
	}
}

/* One line goes to the command log, more become a view of their own. */
static void
answer_show(struct screen *sc, int argc, const char *const *argv, const struct str *text)
{
	struct str name = { 0 };
	const char *s = str_text(text), *end = strchr(s, '\n');

	if (!text->len)
		return;
	if (end && !end[1] && utf8_columns(s, text->len - 1) <= COLS) {
		struct str one = { 0 };
		str_addn(&one, s, text->len - 1);
		screen_say(sc, ROLE_TEXT, str_text(&one));
		str_free(&one);
		return;
	}
	answer_name(command_find(argv[0]), argc, argv, &name);
	struct view *v = text_view_new(str_text(&name), s, text->len);
	v->pane = screen_view(sc)->pane;
	screen_show_view(sc, v);
	str_free(&name);
}

/* The file was changed again: what was said before is not what u takes back now. */
static void
undo_untell(struct screen *sc)
{
	for (int i = 1; i < SAID; i++) {
		if (sc->said[i].lasting)
			str_cut(&sc->said[i].text, sc->said[i].lasting);
		sc->said[i].lasting = 0;
	}
}

/* A long sentence is cut so that how to take it back is still to be seen. */
void
run_undo_tell(struct screen *sc)
{
	struct str *text = &sc->said[0].text, sentence = { 0 };

	undo_untell(sc);
	if (!sc->news || !text->len)
		return;
	/* Where letters are typed, u is one of them. */
	bool typed = keymap_types(screen_view(sc)->ops->name);
	const char *how = typed ? _("%s. Ctrl-Z undoes.") : _("%s. u undoes.");
	str_addf(&sentence, how, "");
	int room = COLS + (LINES >= SAID_ROWS ? COLS - WRAPPED : 0) - 1
	    - utf8_columns(str_text(&sentence), sentence.len);
	str_cut(&sentence, 0);
	size_t n = utf8_cut(str_text(text), text->len, room > 0 ? room : 0, NULL);
	if (n < text->len) {
		str_cut(text, n);
		how = typed ? _("%s… Ctrl-Z undoes.") : _("%s… u undoes.");
	}
	sc->said[0].lasting = text->len;
	str_addf(&sentence, how, str_text(text));
	str_set(text, str_text(&sentence));
	str_free(&sentence);
}

static bool
run_words(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	struct str text = { 0 };
	struct view *v = screen_view(sc);
	const struct command *c = command_find(argv[0]);
	bool ok;

	if (!c && argc == 1 && pane_find(argv[0]))
		return screen_pane(sc, pane_find(argv[0]), e);
	if (action_instead(sc, argc, argv, &ok, e))
		return ok;
	/* Saving waits for readers, and this one would be ourselves. What belongs to the
	 * screen says so itself where it saves. */
	if (!c || !(c->flags & C_SCREEN))
		view_let_go(v);
	ok = answer_words(sc->app, argc, argv, &text, e);
	if (ok)
		answer_show(sc, argc, argv, &text);
	if (c && !(c->flags & C_SCREEN) && sc->app->store
	    && store_version(sc->app->store) != sc->version) {
		sc->app->redraw |= REDRAW_ROWS;
		if (ok && c->flags & (C_CHANGES | C_BACKUP))	/* an import is one action, too */
			run_undo_tell(sc);
		else
			undo_untell(sc);
	}
	str_free(&text);
	return ok;
}

bool
run_call(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	return run_words(sc, argc, argv, e);
}

static bool
is_hidden(const struct screen *sc, const struct view *v, int64_t id)
{
	const struct entity *ent = v->pane ? entity_find(v->pane->entity) : NULL;

	return ent && id && record_hidden(sc->app->store, ent, id);
}

/* The same for what is only shown, with each key: what a list holds need not be looked up. */
static bool
seems_hidden(const struct screen *sc, struct view *v)
{
	const struct list_rows *rows = list_view_rows(v);

	return (!rows || list_rows_trash(rows)) && is_hidden(sc, v, v->id);
}

/* What is in the trash comes out of it first. */
static bool
place_fits(const struct command *c, bool hidden, struct error *e)
{
	if (c->flags & C_TRASH)
		return hidden || set_error(e, STATUS_NONE, _("This record is not in the trash."));
	return !hidden || !(c->flags & C_CHANGES) || set_error(e, STATUS_NONE,
	    _("This record is in the trash; R takes it out again."));
}

/* A command on records gets those that are marked, if it takes several, else the one
 * under the cursor. */
static bool
records_add(struct screen *sc, const struct command *c, struct arena *mem,
    const char **words, int *count, struct error *e)
{
	const struct view *v = screen_view(sc);
	size_t marked = c->max < 0 ? v->marks.count : 0;
	char id[ID_LENGTH + 1];

	if (!v->pane || (!v->id && !marked))
		return c->min == 0 || set_error(e, STATUS_NONE, _("There is no record here."));
	if (!place_fits(c, is_hidden(sc, v, marked ? v->marks.ids[0] : v->id), e))
		return false;
	words[(*count)++] = v->pane->name;
	for (size_t i = 0; i < (marked ? marked : 1); i++) {
		id_format(marked ? v->marks.ids[i] : v->id, id);
		words[(*count)++] = arena_strdup(mem, id);
	}
	return true;
}

/* What a command on an event gets when none is named: the one at hand, and its session. */
static void
event_add(struct screen *sc, const struct command *c, struct arena *mem,
    const char **words, int *count)
{
	struct door door;
	char id[ID_LENGTH + 1];
	const struct option *session = options;

	if (!(c->flags & C_EVENT) || !door_at_hand(sc, screen_view(sc), &door))
		return;
	id_format(door.event, id);
	words[(*count)++] = arena_strdup(mem, id);
	while (strcmp(session->name, "session") != 0)
		session++;
	if (!door.session || !option_taken(c, session))
		return;
	id_format(door.session, id);
	words[(*count)++] = arena_printf(mem, "--session=%s", id);
}

/* The words as typed; a command on an event of which none is named gets the one at hand. */
static const char **
event_fill(struct screen *sc, struct arena *mem, const char **words, int *count)
{
	const struct command *c = *count ? command_find(words[0]) : NULL;
	const char **filled = arena_alloc(mem, ((size_t)*count + 2) * sizeof *filled);
	int n = 1;

	if (!c || (*count > 1 && strncmp(words[1], "--", 2) != 0))
		return words;
	filled[0] = words[0];
	event_add(sc, c, mem, filled, &n);
	for (int i = 1; i < *count; i++)
		filled[n++] = words[i];
	*count = n;
	return filled;
}

/* The name alone of a command that needs more words: it is as if chosen in the menu. */
static bool
is_bare(int count, const char *const *words)
{
	const struct command *c = count == 1 ? command_find(words[0]) : NULL;

	return c && c->min > 0 && !pane_find(words[0]);
}

bool
run_line(struct screen *sc, const char *line, struct error *e)
{
	struct arena mem = { 0 };
	const char **words;
	int count;

	bool ok = words_split(line, &mem, &words, &count, e);
	if (ok && is_bare(count, words)) {
		ok = run_or_ask(sc, (struct binding){ command_find(words[0]), NULL }, e);
	} else if (ok && count) {
		words = event_fill(sc, &mem, words, &count);
		ok = run_words(sc, count, words, e);
	}
	arena_free(&mem);
	return ok;
}

/* Is one of those that are marked in the trash? */
static bool
marks_hidden(const struct screen *sc, const struct view *v)
{
	for (size_t i = 0; i < v->marks.count; i++)
		if (is_hidden(sc, v, v->marks.ids[i]))
			return true;
	return false;
}

bool
run_binding(struct screen *sc, struct binding b, struct error *e)
{
	struct view *v = screen_view(sc);
	bool marked = v->marks.count, hidden = marks_hidden(sc, v);
	struct arena mem = { 0 };
	const char **words = arena_alloc(&mem, (v->marks.count + 4) * sizeof *words);
	int count = 0;
	bool ok = true;

	words[count++] = b.command->name;
	if (b.argument)
		words[count++] = b.argument;
	else if (b.command->flags & C_RECORD && !(b.command->flags & C_SCREEN))
		ok = records_add(sc, b.command, &mem, words, &count, e);
	else
		event_add(sc, b.command, &mem, words, &count);
	ok = ok && run_words(sc, count, words, e);
	if (ok && marked && screen_view(sc) == v && marks_hidden(sc, v) != hidden)
		marks_clear(&v->marks);	/* they went to another list */
	arena_free(&mem);
	return ok;
}

void
run_ask(struct screen *sc, const char *line)
{
	if (!sc->palette)
		sc->palette = palette_new();
	prompt_open(&sc->prompt, PROMPT_COMMAND, "");
	prompt_insert(&sc->prompt, line, strlen(line));
	palette_typed(sc->palette, line);
}

/* Has the command a key in this view? Then it knows by itself what to ask for. */
static bool
key_here(const struct view *v, const struct command *c)
{
	char key[KEYMAP_KEY];

	return keymap_key(c, v->ops->name, 0, key, NULL, NULL);
}

/* The words that a command on records gets by itself: the list, and those that are meant. */
static int
given_count(const struct view *v, const struct command *c)
{
	size_t marked = c->max < 0 ? v->marks.count : 0;

	return c->flags & C_RECORD ? 1 + (marked ? (int)marked : 1) : 0;
}

/* Opens the line for the rest: what is known already stands in it. */
static void
rest_ask(struct screen *sc, const struct command *c, const char *const *event, int events,
    bool record)
{
	const struct view *v = screen_view(sc);
	struct str line = { 0 };
	char id[ID_LENGTH + 1];

	str_addf(&line, "%s ", c->name);
	for (int i = 0; i < events; i++)
		str_addf(&line, "%s ", event[i]);
	if (v->pane && c->kinds[0] == ARG_PANE)
		str_addf(&line, "%s ", v->pane->name);
	id_format(v->id, id);
	if (record)
		str_addf(&line, "%s ", id);
	run_ask(sc, str_text(&line));
	str_free(&line);
}

bool
run_or_ask(struct screen *sc, struct binding b, struct error *e)
{
	const struct command *c = b.command;
	const struct view *v = screen_view(sc);
	bool record = c->flags & C_RECORD && !(c->flags & C_SCREEN) && v->id && v->pane;
	/* One that is on a whole list means this one. */
	if (!b.argument && v->pane && c->kinds[0] == ARG_PANE
	    && (c->max == 1 || action_asks(c)) && !(c->flags & C_SCREEN))
		b.argument = v->pane->name;
	bool several = record && c->max < 0 && c->min > given_count(v, c);
	int given = given_count(v, c) + (b.argument ? 1 : 0);
	struct arena mem = { 0 };
	const char *event[2];
	int events = 0;

	event_add(sc, c, &mem, event, &events);
	bool enough = c->min <= given + (events > 0) || key_here(v, c)
	    || (b.argument && action_asks(c));
	if (!enough)
		rest_ask(sc, c, event, events, record);
	arena_free(&mem);
	if (enough)
		return run_binding(sc, b, e);
	if (several)
		screen_say(sc, ROLE_DIM,
		    _("Name the other one here; or mark both in the list with Space, then choose this again."));
	return true;
}

bool
run_possible(void *ctx, const struct command *c)
{
	const struct screen *sc = ctx;
	struct view *v = screen_view(sc);

	if (c->flags & C_RECORD && !v->id)
		return false;
	if (c->flags & C_RECORD && v->id && !place_fits(c, seems_hidden(sc, v), NULL))
		return false;
	return !(c->flags & C_SCREEN) || action_possible(sc, c->name);
}
