/* Commands on the tree of goals. */
#include "config.h"

#include "app/goal_copy.h"
#include "app/groups.h"
#include "app/pane.h"
#include "app/tree_move.h"
#include "base/i18n.h"
#include "store/which.h"

static bool
move_by(struct app *app, const struct call *call, enum tree_way way, struct error *e)
{
	const struct pane *pane = pane_named(call->argv[0], e);
	const struct entity *ent = pane ? entity_find(pane->entity) : NULL;
	int64_t id;

	return pane && which_find(app->store, ent, pane, call->argv[1], false, &id, e)
	    && tree_move(app, ent, id, way, e);
}

static bool
move_up(struct app *app, struct call *call, struct error *e)
{
	return move_by(app, call, TREE_UP, e);
}

static bool
move_down(struct app *app, struct call *call, struct error *e)
{
	return move_by(app, call, TREE_DOWN, e);
}

static bool
move_in(struct app *app, struct call *call, struct error *e)
{
	return move_by(app, call, TREE_IN, e);
}

static bool
move_out(struct app *app, struct call *call, struct error *e)
{
	return move_by(app, call, TREE_OUT, e);
}

/* --- copy-goals --- */

static bool
which_of(struct app *app, const char *name, const char *which, int64_t *id, struct error *e)
{
	const struct pane *pane = pane_find(name);

	return which_find(app->store, entity_find(pane->entity), pane, which, false, id, e);
}

static bool
copy_goals(struct app *app, struct call *call, struct error *e)
{
	struct goal_copied n;
	int64_t from, to, owner = 0;

	if (!which_of(app, "periods", call->argv[0], &from, e)
	    || !which_of(app, "periods", call->argv[1], &to, e)
	    || (call->argc > 2 && !which_of(app, "organisations", call->argv[2], &owner, e))
	    || !goal_copy(app, from, to, owner, &n, e))
		return false;
	app_say(app, ngettext("%d goal is copied, as a draft.", "%d goals are copied, as drafts.",
	    (unsigned long)n.goals), n.goals);
	if (n.metrics)
		app_say(app, ngettext("With them %d metric: where it tells how things stand, it begins with its last value.",
		    "With them %d metrics: those that tell how things stand begin with their last values.",
		    (unsigned long)n.metrics), n.metrics);
	if (n.there)
		app_say(app, ngettext("%d goal was there already and stays as it is.",
		    "%d goals were there already and stay as they are.", (unsigned long)n.there),
		    n.there);
	return true;
}

const struct command goal_commands[] = {
	{ .name = "move-up", .args = N_("PANE WHICH"), .kinds = { ARG_PANE, ARG_WHICH },
	    .keys = "list/A-Up", .label = N_("Up in the tree"), .menu = N_("Edit"),
	    .help = N_("Move a goal before the one above it that has the same owner and the same parent."),
	    .min = 2, .max = 2, .flags = C_FILE | C_CHANGES | C_RECORD, .run = move_up },
	{ .name = "move-down", .args = N_("PANE WHICH"), .kinds = { ARG_PANE, ARG_WHICH },
	    .keys = "list/A-Down", .label = N_("Down in the tree"), .menu = N_("Edit"),
	    .help = N_("Move a goal behind the one below it that has the same owner and the same parent."),
	    .min = 2, .max = 2, .flags = C_FILE | C_CHANGES | C_RECORD, .run = move_down },
	{ .name = "move-in", .args = N_("PANE WHICH"), .kinds = { ARG_PANE, ARG_WHICH },
	    .keys = "list/]", .label = N_("Below the one above"), .menu = N_("Edit"),
	    .help = N_("Move a goal below the one that stands above it, which becomes its parent."),
	    .min = 2, .max = 2, .flags = C_FILE | C_CHANGES | C_RECORD, .run = move_in },
	{ .name = "move-out", .args = N_("PANE WHICH"), .kinds = { ARG_PANE, ARG_WHICH },
	    .keys = "list/[", .label = N_("Beside its parent"), .menu = N_("Edit"),
	    .help = N_("Move a goal out from below its parent, to stand beside it."),
	    .min = 2, .max = 2, .flags = C_FILE | C_CHANGES | C_RECORD, .run = move_out },
	{ .name = "copy-goals", .args = N_("PERIOD TO-PERIOD [OWNER]"),
	    .kinds = { ARG_TEXT, ARG_TEXT, ARG_TEXT }, .label = N_("Copy goals"), .menu = N_("Edit"),
	    .help = N_("Copy the goals of one period to another as drafts, with their codes and metrics: a metric that tells how things stand begins with its last value. Goals that are there already stay as they are."),
	    .min = 2, .max = 3, .flags = C_FILE | C_CHANGES, .run = copy_goals },
	{ .name = NULL }
};
