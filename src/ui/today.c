#include "config.h"

#include "ui/today.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/care.h"
#include "app/pane.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/filter.h"
#include "store/headcount.h"
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

/* The list behind the event has its cursor there too: who closes the one and presses a key
 * of the door or of a report means this event and not the first of the list. */
bool
today_show(struct screen *sc, struct error *e)
{
	const struct pane *pane = pane_find("events");
	int64_t id = event_find(sc, pane);

	if (!id)
		return screen_pane(sc, &panes[0], e);
	if (!screen_pane(sc, pane, e))
		return false;
	struct view *list = screen_view(sc), *v = record_view_new(sc->app, pane, id, e);
	list->id = id;
	list->seeks = list->stale = true;
	if (v)
		screen_show_view(sc, v);
	return v != NULL;
}

/* Records of a pane that a filter finds; 0 also when it cannot be asked. */
static long long
count_of(struct store *s, const char *pane, const char *filter)
{
	struct query q = { .pane = pane_find(pane) };
	int64_t count = 0;

	q.ent = entity_find(q.pane->entity);
	struct filter *f = filter_parse(s, q.ent, q.pane, filter, NULL);
	q.filter = f;
	if (f && !query_count(s, &q, &count, NULL, NULL))
		count = 0;
	filter_free(f);
	return (long long)count;
}

void
today_sum_up(struct screen *sc, struct str *out)
{
	struct store *s = sc->app->store;
	int64_t id = s ? event_find(sc, pane_find("events")) : 0;
	struct headcount present = { 0 };
	char text[ID_LENGTH + 1], filter[ID_LENGTH + 32];

	if (!id || !headcount_take(s, &(struct headcount_scope){ .events = &id, .count = 1 },
	    &present, NULL))
		return;
	id_format(id, text);
	snprintf(filter, sizeof filter, "event=%s", text);
	long long items = count_of(s, "items", filter);
	snprintf(filter, sizeof filter, "event=%s owners=", text);
	str_addf(out, _("Present: %lld, items: %lld, without owner: %lld. The file is safe; you may pull the stick."),
	    (long long)present.present, items, count_of(s, "items", filter));
	headcount_free(&present);
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
