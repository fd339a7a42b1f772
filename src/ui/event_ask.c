#include "config.h"

#include "ui/event_ask.h"

#include <string.h>

#include "app/edition.h"
#include "app/item.h"
#include "app/pane.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/which.h"
#include "ui/asking.h"
#include "ui/door_view.h"
#include "ui/pick_records.h"
#include "ui/record_view.h"

/* --- The next edition --- */

static bool
edition_show(struct screen *sc, struct error *e)
{
	struct view *v = record_view_new(sc->app, pane_find("events"), sc->app->made, e);

	if (v)
		screen_show_view(sc, v);
	return v;
}

/* A second one may be meant, but who did not know of the first would keep two apart. */
static void
other_tell(struct screen *sc, int64_t other)
{
	struct store *s = sc->app->store;
	struct str title = { 0 }, said = { 0 };

	if (!other)
		return;
	record_title(s, record_entity(s, other), other, &title);
	str_addf(&said, _("There was a next edition already: %s."), str_text(&title));
	screen_say(sc, ROLE_WARNING, str_text(&said));
	str_free(&title);
	str_free(&said);
}

static void
edition_taken(struct screen *sc, const struct pick_item *item, const char *typed)
{
	const char *words[2 + EDITION_WORDS] = { "copy-event" };
	char id[ID_LENGTH + 1];
	struct arena mem = { 0 };
	struct door door;
	struct error e;
	int count;

	if (!door_at_hand(sc, screen_view(sc), &door))
		return;
	id_format(door.event, id);
	words[1] = id;
	int64_t other = edition_after(sc->app, door.event);
	if (!edition_words(sc->app, door.event, item ? item->code : typed, &mem, words + 2,
	    &count, &e) || !run_call(sc, 2 + count, words, &e)
	    || !edition_show(sc, &e))
		asking_refuse(sc, &e);
	else
		other_tell(sc, other);
	arena_free(&mem);
}

bool
event_ask_edition(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	struct door door;
	char day[11];

	(void)argc;
	if (!door_at_hand(sc, screen_view(sc), &door))
		return set_error(e, STATUS_USAGE,
		    _("Say what the new edition is called: %s EVENT name=\"...\"."), argv[0]);
	struct pick *pick = pick_new(true);
	date_format(edition_year_later(sc->app, door.event), day);
	if (*day)
		pick_add(pick, day, day, _("(a year later, on the same day of the week)"));
	asking_open(sc, pick, _("The day the next edition starts"), "", edition_taken);
	return true;
}

/* --- Another event for an item --- */

static void
item_take(struct screen *sc, const char *command, const char *event)
{
	const struct view *v = screen_view(sc);
	char id[ID_LENGTH + 1];
	struct error e;

	if (!v->id || !v->pane)
		return;
	id_format(v->id, id);
	const char *words[] = { command, v->pane->name, id, event };
	if (!run_call(sc, 4, words, &e))
		screen_fail(sc, &e);
}

static void
carry_taken(struct screen *sc, const struct pick_item *item, const char *typed)
{
	(void)typed;
	item_take(sc, "carry-over", item->code);
}

static void
hand_taken(struct screen *sc, const struct pick_item *item, const char *typed)
{
	(void)typed;
	item_take(sc, "hand-over", item->code);
}

static bool
events_ask(struct screen *sc, const char *label, asking_taken *taken, struct error *e)
{
	struct pick *pick = pick_new(false);

	if (!pick_add_records(sc->app, entity_find("event"), NULL, pick, e)) {
		pick_free(pick);
		return false;
	}
	asking_open(sc, pick, label, "", taken);
	return true;
}

/* Is it an item, and the one under the cursor? Another one is named with its event. */
static bool
is_here(struct screen *sc, const char *const *argv, struct error *e)
{
	const struct pane *pane = pane_named(argv[1], e);
	char id[ID_LENGTH + 1];

	id_format(screen_view(sc)->id, id);
	if (!pane || !item_pane(pane, e))
		return false;
	return !strcmp(id, argv[2]) || set_error(e, STATUS_USAGE,
	    _("Say for which event: name it behind the item."));
}

bool
event_ask_carry(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	(void)argc;
	return is_here(sc, argv, e)
	    && events_ask(sc, _("The event where it goes on"), carry_taken, e);
}

bool
event_ask_hand(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	(void)argc;
	return is_here(sc, argv, e)
	    && events_ask(sc, _("The event it is meant for"), hand_taken, e);
}
