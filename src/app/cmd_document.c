/* Commands on documents. */
#include "config.h"

#include "app/groups.h"
#include "app/pane.h"
#include "app/translate.h"
#include "base/i18n.h"
#include "store/which.h"

static bool
translate_it(struct app *app, struct call *call, struct error *e)
{
	const struct pane *pane = pane_named(call->argv[0], e);
	const struct entity *ent = pane ? entity_find(pane->entity) : NULL;
	int64_t id, made;

	return pane && which_find(app->store, ent, pane, call->argv[1], false, &id, e)
	    && translate(app, ent, id, call->argv[2], &made, e);
}

const struct command document_commands[] = {
	{ .name = "translate", .args = N_("PANE WHICH LANGUAGE"),
	    .kinds = { ARG_PANE, ARG_WHICH, ARG_TEXT }, .label = N_("Translate"),
	    .menu = N_("Edit"),
	    .help = N_("Copy a document as a draft of its translation: the text stands there to be written over, and the record of the first lists its translations."),
	    .min = 3, .max = 3, .flags = C_FILE | C_CHANGES | C_RECORD, .run = translate_it },
	{ .name = "versions", .keys = "list/V record/V", .label = N_("Versions"),
	    .menu = N_("View"),
	    .help = N_("Show all versions of the texts of the record under the cursor: Enter compares one with the text of now, word by word; Space marks two, and Enter compares these."),
	    .flags = C_SCREEN | C_FILE },
	{ .name = NULL }
};
