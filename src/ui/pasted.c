#include "config.h"

#include "ui/pasted.h"

#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/tempfile.h"
#include "base/utf8.h"
#include "ui/asking.h"

/* --- As a note --- */

/* A new note asks what it is first; Enter takes the most usual. */
static bool
note_make(struct screen *sc, struct error *e)
{
	const char *const words[] = { "note" };
	struct event enter = key_of_name("Enter", 0);
	struct event paste = { .kind = EVENT_PASTE, .paste = str_text(&sc->pasted),
	    .length = sc->pasted.len };

	if (!run_call(sc, 1, words, e))
		return false;
	struct view *v = screen_view(sc);
	return v->ops->type && v->ops->type(v, &enter) && v->ops->type(v, &paste);
}

/* --- As rows --- */

/* By way of a file, which the import reads like any. */
static bool
import(struct screen *sc, struct error *e)
{
	struct str path = { 0 };
	bool ok = tempfile_write(".csv", str_text(&sc->pasted), sc->pasted.len, &path, e);

	if (ok) {
		const char *const words[] = { "import", screen_view(sc)->pane->name,
			str_text(&path) };
		ok = run_call(sc, 3, words, e);
		unlink(str_text(&path));
	}
	str_free(&path);
	return ok;
}

/* --- The offer --- */

static const struct {
	const char *code;
	bool (*run)(struct screen *sc, struct error *e);
} uses[] = {
	{ "note", note_make }, { "import", import },
};

static void
use(struct screen *sc, const struct pick_item *item, const char *typed)
{
	struct error e = { 0 };

	(void)typed;
	for (size_t i = 0; i < sizeof uses / sizeof *uses; i++)
		if (!strcmp(uses[i].code, item->code) && !uses[i].run(sc, &e))
			screen_fail(sc, &e);
	str_free(&sc->pasted);
}

void
pasted_offer(struct screen *sc, const char *text, size_t n)
{
	const struct view *v = screen_view(sc);
	struct pick *pick = pick_new(false);
	struct str label = { 0 };

	str_cut(&sc->pasted, 0);
	str_addn(&sc->pasted, text, n);
	if (!utf8_valid(text, n, NULL) || memchr(text, 0, n)) {
		pick_free(pick);
		str_free(&sc->pasted);
		screen_say(sc, ROLE_DIM, _("What was pasted is no text; nothing was done with it."));
		return;
	}
	pick_add(pick, _("Make a new note of it"), "note", NULL);
	str_addf(&label, _("Import it as CSV into %s"), v->pane ? _(v->pane->label) : "");
	if (v->pane)
		pick_add(pick, str_text(&label), "import", NULL);
	pick_add(pick, _("Do nothing with it"), "", NULL);
	asking_open(sc, pick, _("What was pasted"), "", use);
	str_free(&label);
}
