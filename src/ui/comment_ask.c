#include "config.h"

#include "ui/comment_ask.h"

#include "app/comment.h"
#include "app/pane.h"
#include "base/i18n.h"
#include "base/id.h"
#include "ui/asking.h"

static void
taken(struct screen *sc, const struct pick_item *item, const char *typed)
{
	const struct view *v = screen_view(sc);
	char id[ID_LENGTH + 1];
	struct error e;

	(void)item;
	if (!v->id || !v->pane)
		return;
	id_format(v->id, id);
	const char *words[] = { "comment", "--", v->pane->name, id, typed };
	if (!run_call(sc, sizeof words / sizeof *words, words, &e))
		asking_refuse(sc, &e);
}

bool
comment_ask(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	const struct pane *pane = pane_named(argv[1], e);
	const struct entity *ent = pane ? entity_find(pane->entity) : NULL;

	(void)argc;
	if (!pane || !comment_possible(ent, e))
		return false;
	asking_open(sc, pick_new(true), _("Comment"), "", taken);
	return true;
}
