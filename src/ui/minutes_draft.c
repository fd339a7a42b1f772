#include "config.h"

#include "ui/minutes_draft.h"

#include <string.h>

#include "app/draft.h"
#include "app/pane.h"
#include "base/clock.h"
#include "base/id.h"
#include "ui/desk.h"

static const char *
pane_name(void)
{
	return pane_of_entity(entity_find("entry"))->name;
}

/* Put for a field, as if it were typed in a form of the entry. */
static void
part_put(struct drafts *drafts, const struct minutes_draft *of, const struct field *f,
    const char *text, size_t cursor)
{
	draft_put(drafts, &(struct draft){ .pane = pane_name(), .record = of->record,
	    .field = f->name, .text = text, .length = strlen(text), .cursor = cursor,
	    .time = clock_ms() }, clock_now_ms_real());
}

static void
id_put(struct drafts *drafts, const struct minutes_draft *of, const struct field *f,
    int64_t id)
{
	char text[ID_LENGTH + 1] = "";

	if (id)
		id_format(id, text);
	part_put(drafts, of, f, text, 0);
}

/* The note of a new line, or what that will be made with; its kind, its place and what it
 * answers. */
static void
belongs_put(struct drafts *drafts, const struct minutes_draft *of)
{
	const struct entity *ent = entity_find("entry");
	const struct field *f = field_find(ent, "note");
	struct str words = { 0 };

	if (minutes_note(of->m)) {
		id_put(drafts, of, f, minutes_note(of->m));
	} else {
		minutes_words(of->m, &words);
		part_put(drafts, of, f, str_text(&words), 0);
	}
	part_put(drafts, of, field_with(ent, F_KIND), of->kind, 0);
	if (!of->last)
		id_put(drafts, of, field_with(ent, F_ORDER), of->behind);
	if (of->question)
		id_put(drafts, of, field_find(ent, "form_question"), of->question);
	str_free(&words);
}

void
minutes_draft_keep(struct screen *sc, const struct minutes_draft *draft)
{
	struct drafts *drafts = desk_drafts(sc, NULL);

	if (!drafts)
		return;
	/* First where it belongs: it is written in this order, and a text alone comes back
	 * into a form. */
	if (!draft->record)
		belongs_put(drafts, draft);
	part_put(drafts, draft, field_with(entity_find("entry"), F_TITLE), edit_text(draft->edit),
	    edit_cursor(draft->edit));
}

void
minutes_draft_drop(struct screen *sc, int64_t record)
{
	struct drafts *drafts = desk_drafts(sc, NULL);

	if (drafts)
		draft_drop(drafts, pane_name(), record, NULL);
}
