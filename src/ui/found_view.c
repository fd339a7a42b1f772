#include "config.h"

#include "ui/found_view.h"

#include <stdlib.h>

#include "app/like.h"
#include "app/match.h"
#include "app/pane.h"
#include "app/report.h"
#include "base/i18n.h"
#include "store/which.h"
#include "ui/page_view.h"

/* What was asked for. */
struct found {
	struct app *app;
	char *topic;
	int64_t id;
};

static void
found_free(void *ctx)
{
	struct found *f = ctx;

	free(f->topic);
	free(f);
}

static bool
show(struct screen *sc, struct page *(*make)(void *ctx, struct error *e), char *topic,
    int64_t id, const char *title, struct error *e)
{
	struct found *f = xmalloc(sizeof *f);
	const struct page_source source = { .make = make, .free = found_free, .ctx = f };

	*f = (struct found){ sc->app, topic, id };
	struct view *v = page_view_new(sc->app, &source, title, e);
	if (!v)
		return false;
	v->pane = screen_view(sc)->pane;
	screen_show_view(sc, v);
	return true;
}

static struct page *
helpers_make(void *ctx, struct error *e)
{
	const struct found *f = ctx;
	struct shared_left left = { 0 };
	struct page *page = match_page(f->app->store, f->topic, &left, e);

	if (page)
		report_say_left(f->app, &left);
	return page;
}

bool
found_helpers(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	struct str topic = { 0 }, title = { 0 };

	if (!app_open(sc->app, e))
		return false;
	for (int i = 1; i < argc; i++)
		str_addf(&topic, "%s%s", i > 1 ? " " : "", argv[i]);
	str_addf(&title, _("Who can help: %s"), str_text(&topic));
	bool ok = show(sc, helpers_make, str_take(&topic), 0, str_text(&title), e);
	str_free(&title);
	return ok;
}

static struct page *
examples_make(void *ctx, struct error *e)
{
	const struct found *f = ctx;

	return like_page(f->app, f->id, e);
}

bool
found_examples(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	/* Without a list it is one of this list. */
	const struct pane *pane = argc > 2 ? pane_named(argv[1], e) : screen_view(sc)->pane;
	struct str name = { 0 }, title = { 0 };
	int64_t id;

	if (argc == 2 && !pane)
		return set_error(e, STATUS_USAGE, _("Say of which list: like PANE WHICH."));
	if (!pane || !app_open(sc->app, e) || !which_find(sc->app->store,
	    entity_find(pane->entity), pane, argv[argc - 1], false, &id, e))
		return false;
	record_title(sc->app->store, entity_find(pane->entity), id, &name);
	str_addf(&title, _("Like this: %s"), str_text(&name));
	bool ok = show(sc, examples_make, NULL, id, str_text(&title), e);
	str_free(&name);
	str_free(&title);
	return ok;
}
