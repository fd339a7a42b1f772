#include "config.h"

#include "ui/today.h"

#include <stdlib.h>

#include "app/care.h"
#include "app/pane.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "store/filter.h"
#include "ui/record_view.h"

/* Of several the one that began last; 0 for none, or where it cannot be asked: then the
 * first pane tells what is the matter. */
static int64_t
event_find(struct screen *sc, const struct pane *pane)
{
	const struct entity *ent = entity_find(pane->entity);
	struct store *s = sc->app->store;
	int64_t *ids = NULL, count = 0, id = 0;
	struct str text = { 0 };
	char today[11];

	date_format(clock_today(), today);
	str_addf(&text, "start<=%s (end>=%s or (end= start=%s)) status!=cancelled,postponed",
	    today, today, today);
	struct filter *f = filter_parse(s, ent, NULL, str_text(&text), NULL);
	if (f && ids_read(s, &(struct query){ .ent = ent, .filter = f, .sort = "-start,name",
	    .limit = 1 }, &ids, &count, NULL) && count)
		id = ids[0];
	free(ids);
	filter_free(f);
	str_free(&text);
	return id;
}

bool
today_show(struct screen *sc, struct error *e)
{
	const struct pane *pane = pane_find("events");
	int64_t id = event_find(sc, pane);

	if (!id)
		return screen_pane(sc, &panes[0], e);
	struct view *v = screen_pane(sc, pane, e) ? record_view_new(sc->app, pane, id, e) : NULL;
	if (v)
		screen_show_view(sc, v);
	return v != NULL;
}

void
today_tell(struct screen *sc)
{
	struct care care;
	struct str sentence = { 0 };

	/* The event of today comes before all else; and a key that is pressed meanwhile. */
	if (!screen_view(sc)->root || !care_read(sc->app, &care, NULL))
		return;
	str_addf(&sentence, ngettext("%zu thing needs attention: 0 shows it.",
	    "%zu things need attention: 0 shows them.", care.count), care.count);
	if (care.count)
		screen_say(sc, ROLE_DIM, str_text(&sentence));
	str_free(&sentence);
	care_free(&care);
}
