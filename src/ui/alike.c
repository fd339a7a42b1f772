#include "config.h"

#include "ui/alike.h"

#include "app/duplicates.h"
#include "app/pane.h"
#include "base/i18n.h"
#include "base/id.h"
#include "ui/list_view.h"

/* A filter has a most; who has more pairs begins with these. */
enum { PAIRS = 100 };

struct alike {
	struct str filter;	/* "id=...,..." */
	size_t pairs;
};

static bool
pair_add(void *ctx, const struct twins *t)
{
	struct alike *a = ctx;
	char first[ID_LENGTH + 1], second[ID_LENGTH + 1];

	id_format(t->first, first);
	id_format(t->second, second);
	str_addf(&a->filter, "%s%s,%s", a->pairs ? "," : "id=", first, second);
	return ++a->pairs < PAIRS;
}

static bool
list_show(struct screen *sc, const struct pane *pane, const struct alike *a, struct error *e)
{
	struct view *list = list_view_new(sc->app, pane, e);

	if (!list)
		return false;
	str_set(&list->filter, str_text(&a->filter));
	list->root = false;
	list->led = true;
	screen_show_view(sc, list);
	screen_say(sc, ROLE_DIM,
	    _("These may be there twice. Mark two that mean the same with Space; then F9, Edit, Make one."));
	return true;
}

bool
alike_show(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	const struct pane *pane = pane_named(argv[1], e);
	struct alike a = { .pairs = 0 };

	(void)argc;
	bool ok = pane && duplicates_each(sc->app, pane, pair_add, &a, e);
	if (ok && !a.pairs)
		screen_say(sc, ROLE_DIM, _("Nothing here is likely to be there twice."));
	else
		ok = ok && list_show(sc, pane, &a, e);
	str_free(&a.filter);
	return ok;
}
