#include "config.h"

#include "ui/asking.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/chooser.h"

struct asking {
	struct chooser *chooser;
	asking_taken *taken;
	bool refused;
};

void
asking_open(struct screen *sc, struct pick *pick, const char *label, const char *typed,
    asking_taken *taken)
{
	asking_close(sc);
	sc->asking = xmalloc(sizeof *sc->asking);
	sc->asking->chooser = chooser_new(pick, label, typed);
	sc->asking->taken = taken;
	sc->dirty |= DIRTY_ALL;
}

static void
asking_free(struct asking *asking)
{
	chooser_free(asking->chooser);
	free(asking);
}

void
asking_close(struct screen *sc)
{
	if (!sc->asking)
		return;
	asking_free(sc->asking);
	sc->asking = NULL;
	sc->dirty |= DIRTY_ALL;
}

void
asking_refuse(struct screen *sc, const struct error *e)
{
	screen_fail(sc, e);
	if (sc->answered)
		sc->answered->refused = true;
}

/* The list is put away first: what is done may open another one. */
static void
take(struct screen *sc)
{
	struct asking *asking = sc->asking;
	const struct pick_item *item = NULL;
	const char *typed = "";

	switch (chooser_choice(asking->chooser, &item, &typed)) {
	case PICK_NOTHING:
		screen_say(sc, ROLE_DIM, _("Nothing in the list is like this; Esc closes it."));
		return;
	case PICK_NEW:
		item = NULL;
		break;
	case PICK_ITEM:
		break;
	}
	sc->asking = NULL;
	sc->dirty |= DIRTY_ALL;
	asking->refused = false;
	sc->answered = asking;
	asking->taken(sc, item, typed);
	sc->answered = NULL;
	if (asking->refused && !sc->asking)
		sc->asking = asking;
	else
		asking_free(asking);
}

/* The keys that work stand below already. */
static void
unused(struct screen *sc, const struct event *ev)
{
	struct str sentence = { 0 };
	char told[KEY_TOLD];

	if (screen_two_keys(sc, ev))
		return;
	str_addf(&sentence, _("%s does nothing here; Esc closes the list."),
	    key_told(ev->key, told));
	screen_say(sc, ROLE_DIM, str_text(&sentence));
	str_free(&sentence);
}

void
asking_event(struct screen *sc, const struct event *ev)
{
	sc->dirty |= DIRTY_ALL;
	if (ev->kind == EVENT_KEY)
		screen_hint_drop(sc);
	switch (chooser_event(sc->asking->chooser, ev)) {
	case CHOOSER_TAKE:
		take(sc);
		break;
	case CHOOSER_CLOSE:
		asking_close(sc);
		break;
	case CHOOSER_UNUSED:
		unused(sc, ev);
		break;
	case CHOOSER_NOTHING:
		screen_say(sc, ROLE_DIM, _("There is nothing further in this list."));
		break;
	case CHOOSER_USED:
		break;
	}
}

void
asking_draw(struct screen *sc, const struct draw *d, struct box box, int *y, int *x)
{
	chooser_draw(sc->asking->chooser, d, box, y, x);
	if (*y < 0)
		return;
	*y += box.y;
	*x += box.x;
}

void
asking_keys(const struct draw *d, struct box box, int y)
{
	const char *keys = _("Enter takes it, letters narrow the list, Esc closes it.");

	if (utf8_columns(keys, strlen(keys)) > box.cols)
		keys = _("Enter takes it, Esc closes it.");
	draw_blank(d, box, y, ROLE_TEXT);
	draw_fit(d, box, y, 0, box.cols, ROLE_DIM, keys, false);
}
