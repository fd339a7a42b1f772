#include "config.h"

#include <string.h>

#include "app/keymap.h"
#include "app/pane.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/utf8.h"
#include "ui/answer.h"
#include "ui/state.h"
#include "ui/text_view.h"

/* One line goes to the command log, more become a view of their own. */
static void
answer_show(struct screen *sc, const char *line, const char *again, const struct str *text)
{
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
	struct view *v = text_view_new(sc->app, line, s, text->len, again);
	v->pane = screen_view(sc)->pane;
	screen_show_view(sc, v);
}

static bool
run_words(struct screen *sc, const char *line, int argc, const char *const *argv,
    struct error *e)
{
	struct str text = { 0 };
	struct view *v = screen_view(sc);
	const struct command *c = command_find(argv[0]);
	bool ok;

	if (!c && argc == 1 && pane_find(argv[0]))
		return screen_pane(sc, pane_find(argv[0]), e);
	if (action_instead(sc, argc, argv, &ok, e))
		return ok;
	/* Saving waits for readers, and this one would be ourselves. */
	v->ops->rest(v);
	ok = answer_words(sc->app, argc, argv, &text, e);
	if (ok)
		answer_show(sc, line, NULL, &text);
	if (c && !(c->flags & C_SCREEN) && store_version(sc->app->store) != sc->version)
		sc->app->redraw |= REDRAW_ROWS;
	str_free(&text);
	return ok;
}

bool
run_line(struct screen *sc, const char *line, struct error *e)
{
	struct arena mem = { 0 };
	const char **words;
	int count;

	bool ok = words_split(line, &mem, &words, &count, e)
	    && (!count || run_words(sc, line, count, words, e));
	arena_free(&mem);
	return ok;
}

/* A command on records gets the one under the cursor. */
bool
run_binding(struct screen *sc, struct binding b, struct error *e)
{
	struct view *v = screen_view(sc);
	const char *words[4] = { b.command->name, b.argument };
	int count = b.argument ? 2 : 1;
	char id[ID_LENGTH + 1];
	struct str line = { 0 };

	if (b.command->flags & C_RECORD && !(b.command->flags & C_SCREEN)) {
		if (!v->id || !v->pane)
			return set_error(e, STATUS_NONE, _("There is no record here."));
		id_format(v->id, id);
		words[1] = v->pane->name;
		words[2] = id;
		count = 3;
	}
	for (int i = 0; i < count; i++)
		str_addf(&line, "%s%s", i ? " " : "", words[i]);
	bool ok = run_words(sc, str_text(&line), count, words, e);
	str_free(&line);
	return ok;
}

bool
run_possible(void *ctx, const struct command *c)
{
	const struct screen *sc = ctx;
	const struct view *v = screen_view(sc);

	if (c->flags & C_RECORD && !v->id)
		return false;
	return !(c->flags & C_SCREEN) || action_possible(sc, c->name);
}
