/* The command that comments on a record. */
#include "config.h"

#include "app/comment.h"
#include "app/groups.h"
#include "app/pane.h"
#include "base/i18n.h"
#include "store/which.h"

static bool
comment(struct app *app, struct call *call, struct error *e)
{
	const struct pane *pane = pane_named(call->argv[0], e);
	const struct entity *ent = pane ? entity_find(pane->entity) : NULL;
	int64_t id;

	return pane && comment_possible(ent, e)
	    && which_find(app->store, ent, pane, call->argv[1], false, &id, e)
	    && comment_add(app, ent, id, call->argc > 2 ? call->argv[2] : "", e);
}

const struct command comment_commands[] = {
	{ .name = "comment", .args = N_("PANE WHICH TEXT"),
	    .kinds = { ARG_PANE, ARG_WHICH, ARG_TEXT }, .keys = "record/c", .label = N_("Comment"),
	    .menu = N_("Edit"),
	    .help = N_("Say something about a goal in consultation, an organisation or a partnership; what was said shows in its record, and of goals in their report."),
	    .min = 2, .max = 3, .flags = C_FILE | C_CHANGES | C_RECORD, .run = comment },
	{ .name = NULL }
};
