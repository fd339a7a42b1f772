/* Who is being typed at the door is on disk within a second, as everything else, and goes
 * back into the line after the program ended by force. The draft is of the name, and of the
 * event or session whose door it is. */
#include "config.h"

#include <string.h>

#include "app/draft.h"
#include "app/pane.h"
#include "base/clock.h"
#include "ui/desk.h"
#include "ui/door_part.h"

static const char name_field[] = "signed_name";

void
door_draft(struct door_view *dv)
{
	struct drafts *drafts = desk_drafts(dv->sc, NULL);
	const struct door *door = &dv->rows.door;
	struct draft draft = { .pane = dv->view.pane->name,
	    .record = door->session ? door->session : door->event, .field = name_field,
	    .text = edit_text(dv->edit), .length = edit_length(dv->edit),
	    .cursor = edit_cursor(dv->edit), .time = clock_ms() };

	if (!drafts)
		return;
	if (draft.length)
		draft_put(drafts, &draft, clock_now_ms_real());
	else
		draft_drop(drafts, draft.pane, draft.record, draft.field);
}

/* The door that the draft was typed at; false: it is of something else. */
static bool
door_left(struct store *s, const struct draft *left, struct door *out)
{
	const struct entity *ent = left->record ? record_entity(s, left->record) : NULL;
	const struct pane *pane = pane_find(left->pane);

	return ent && pane && pane == pane_find(DOOR_PANE) && ent != entity_find(pane->entity)
	    && !strcmp(left->field, name_field) && !record_hidden(s, ent, left->record)
	    && door_of_record(s, ent, left->record, out);
}

bool
door_resume(struct screen *sc, struct drafts *drafts)
{
	struct door door;

	if (!door_left(sc->app->store, draft_found(drafts, 0), &door))
		return false;
	struct door_view *dv = door_show(sc, &door);
	const struct draft *left = draft_found(drafts, 0);	/* the view before may have saved */
	edit_paste(dv->edit, left->text, left->length);
	edit_go(dv->edit, left->cursor);
	draft_accept(drafts, 0);
	return true;
}
