/* Commands that take an item to another event. */
#include "config.h"

#include <string.h>

#include "app/groups.h"
#include "app/item.h"
#include "app/pane.h"
#include "base/i18n.h"
#include "store/which.h"

/* PANE WHICH EVENT: the item and the event. */
static bool
both_find(struct app *app, const struct call *call, int64_t *item, int64_t *event,
    struct error *e)
{
	const struct pane *pane = pane_named(call->argv[0], e), *events = pane_find("events");

	if (!pane || !item_pane(pane, e))
		return false;
	if (call->argc < 3)
		return set_error(e, STATUS_USAGE, _("Say for which event: name it behind the item."));
	return which_find(app->store, entity_find(pane->entity), pane, call->argv[1], false, item,
	    e) && which_find(app->store, entity_find(events->entity), events, call->argv[2],
	    false, event, e);
}

static bool
carry_over(struct app *app, struct call *call, struct error *e)
{
	int64_t item, event, made;

	return both_find(app, call, &item, &event, e) && item_carry(app, item, event, &made, e);
}

static bool
hand_over(struct app *app, struct call *call, struct error *e)
{
	int64_t item, event;

	return both_find(app, call, &item, &event, e) && item_hand(app, item, event, e);
}

const struct command item_commands[] = {
	{ .name = "carry-over", .args = N_("PANE WHICH EVENT"),
	    .kinds = { ARG_PANE, ARG_WHICH, ARG_TEXT }, .label = N_("Carry over"), .menu = N_("Edit"),
	    .help = N_("Let an item go on at another event: a new one continues it there, with its owners, and the old one says that it was carried forward."),
	    .min = 2, .max = 3, .flags = C_FILE | C_CHANGES | C_RECORD, .run = carry_over },
	{ .name = "hand-over", .args = N_("PANE WHICH EVENT"),
	    .kinds = { ARG_PANE, ARG_WHICH, ARG_TEXT }, .label = N_("Hand over"), .menu = N_("Edit"),
	    .help = N_("Mean an item for another event, as a question for its programme; it stays where it was raised."),
	    .min = 2, .max = 3, .flags = C_FILE | C_CHANGES | C_RECORD, .run = hand_over },
	{ .name = NULL }
};
