#include "config.h"

#include "ui/prompt_draft.h"

#include <string.h>

#include "app/pane.h"
#include "base/clock.h"
#include "ui/desk.h"

/* In the place of a field's name stands the key that opens the line; of a command, which
 * belongs to no list, it is kept with the first one. */
static const char command_key[] = ":", filter_key[] = "/";

static void
line_keep(struct drafts *drafts, const struct prompt *p, const char *pane, const char *key)
{
	struct draft draft = { .pane = pane, .field = key, .text = str_text(&p->text),
	    .length = p->text.len, .cursor = p->cursor, .time = clock_ms() };

	draft_put(drafts, &draft, clock_now_ms_real());
}

static void
line_drop(struct drafts *drafts)
{
	draft_drop(drafts, panes[0].name, 0, command_key);
	for (const struct pane *pane = panes; pane->name; pane++)
		draft_drop(drafts, pane->name, 0, filter_key);
}

void
prompt_draft(struct screen *sc)
{
	const struct prompt *p = &sc->prompt;
	bool command = p->open && p->kind == PROMPT_COMMAND && p->text.len;
	bool filter = p->open && p->kind == PROMPT_FILTER && p->text.len && p->pane;
	bool keep = (command || filter) && sc->app->store && !store_readonly(sc->app->store);
	struct drafts *drafts = keep || sc->drafted ? desk_drafts(sc, NULL) : NULL;

	if (drafts && keep)
		line_keep(drafts, p, command ? panes[0].name : p->pane->name,
		    command ? command_key : filter_key);
	else if (drafts)
		line_drop(drafts);
	sc->drafted = keep;
}

static bool
filter_resume(struct screen *sc, const struct draft *left)
{
	const struct pane *pane = pane_find(left->pane);
	struct error e;

	if (!pane || !screen_pane(sc, pane, &e))
		return false;
	screen_filter(sc, left->text);
	return run_call(sc, 1, (const char *const[]){ "filter" }, &e);
}

bool
prompt_resume(struct screen *sc, struct drafts *drafts)
{
	const struct draft *left = draft_found(drafts, 0);
	bool command = !strcmp(left->field, command_key);

	if (!command && (strcmp(left->field, filter_key) || !filter_resume(sc, left)))
		return false;
	if (command)
		run_ask(sc, left->text);
	draft_accept(drafts, 0);
	sc->drafted = true;
	return true;
}
