/* A line of minutes that was being typed when the program ended by force goes back to
 * where it was typed: into its note, also one that had no line yet, with the cursor in
 * it. */
#include "config.h"

#include <string.h>

#include "app/draft.h"
#include "app/pane.h"
#include "base/i18n.h"
#include "base/id.h"
#include "ui/answers_view.h"
#include "ui/minutes_part.h"

/* The draft of a field of the record that the newest draft is of; NULL: there is none. */
static const struct draft *
part_of(const struct drafts *drafts, const struct field *f)
{
	const struct draft *first = draft_found(drafts, 0);

	for (size_t i = 0; i < draft_found_count(drafts); i++) {
		const struct draft *d = draft_found(drafts, i);
		if (!strcmp(d->pane, first->pane) && d->record == first->record
		    && !strcmp(d->field, f->name))
			return d;
	}
	return NULL;
}

/* The note of a line that is there, else the one that its draft took along; 0: neither. */
static int64_t
note_of(struct screen *sc, const struct drafts *drafts, int64_t entry)
{
	const struct entity *ent = entity_find("entry");
	const struct field *f = field_find(ent, "note");
	const struct draft *taken = part_of(drafts, f);
	struct record *r = NULL;
	int64_t note = 0;

	if (!entry)
		return taken && id_parse(taken->text, taken->length, &note) ? note : 0;
	if (record_load(sc->app->store, ent, entry, &r, NULL) && r)
		note = value_to_int(record_value(r, f));
	record_free(r);
	return note;
}

/* A note that had no line yet: made with the words that the draft took along. */
static struct minutes *
minutes_begun(struct screen *sc, const struct draft *taken)
{
	struct minutes *m = minutes_new(sc->app, NULL, 0);
	struct str word = { 0 };

	for (const char *at = taken->text; *at; at += strspn(at, "\n")) {
		size_t n = strcspn(at, "\n");
		str_cut(&word, 0);
		str_addn(&word, at, n);
		minutes_expect(m, str_text(&word));
		at += n;
	}
	str_free(&word);
	return m;
}

/* The minutes that the line belongs in; NULL: it is none of minutes. */
static struct minutes *
minutes_left(struct screen *sc, const struct drafts *drafts, int64_t entry)
{
	const struct draft *taken = part_of(drafts, field_find(entity_find("entry"), "note"));
	int64_t note = note_of(sc, drafts, entry);

	if (note)
		return minutes_open(sc->app, note, NULL);
	return !entry && taken && strchr(taken->text, '=') ? minutes_begun(sc, taken) : NULL;
}

/* To the line of that entry; false: it is not in the note any more. */
static bool
entry_go(struct minutes_view *mv, int64_t entry)
{
	for (size_t i = 0; entry && i < minutes_count(mv->m); i++)
		if (minutes_line(mv->m, i)->id == entry) {
			minutes_begin(mv, i, false);
			return true;
		}
	return !entry;
}

/* A kind that the words themselves do not say was chosen. */
static void
kind_set(struct minutes_view *mv, const struct draft *kind)
{
	struct minutes_typed typed = minutes_now(mv);
	struct line line;

	minutes_read(mv->m, minutes_count(mv->m), &typed, &line);
	if (kind && strcmp(line.kind_now, kind->text) != 0)
		str_set(&mv->kind, kind->text);
	line_free(&line);
}

/* Where a new line was being typed: behind that line, else at the end. */
static size_t
place_of(const struct minutes *m, const struct draft *behind)
{
	size_t count = minutes_count(m), i = 0;
	int64_t id;

	if (behind && !behind->length)
		return 0;
	if (!behind || !id_parse(behind->text, behind->length, &id))
		return count;
	while (i < count && minutes_line(m, i)->id != id)
		i++;
	return i < count ? i + 1 : count;
}

/* From here on it is the draft of this view. */
static void
parts_accept(struct drafts *drafts, int64_t entry, const char *pane)
{
	for (size_t i = draft_found_count(drafts); i--; ) {
		const struct draft *d = draft_found(drafts, i);
		if (d->record == entry && !strcmp(d->pane, pane))
			draft_accept(drafts, i);
	}
}

/* The question it answered, when a form was gone through. False: it is a line. */
static bool
question_shown(struct minutes_view *mv, const struct draft *question, const struct draft *text)
{
	int64_t id;

	return question && minutes_form(mv->m)
	    && id_parse(question->text, question->length, &id)
	    && answers_resume(mv->sc, mv->m, id, text);
}

static void
line_shown(struct minutes_view *mv, const struct drafts *drafts, const struct draft *text)
{
	const struct entity *ent = entity_find("entry");
	const struct draft *behind = part_of(drafts, field_with(ent, F_ORDER));

	if (!text->record)
		minutes_begin(mv, place_of(mv->m, behind), true);
	edit_do(mv->edit, EDIT_ALL, false);
	edit_paste(mv->edit, text->text, text->length);
	edit_go(mv->edit, text->cursor);
	if (!text->record)
		kind_set(mv, part_of(drafts, field_with(ent, F_KIND)));
}

bool
minutes_resume(struct screen *sc, struct drafts *drafts)
{
	const struct entity *ent = entity_find("entry");
	const struct draft *first = draft_found(drafts, 0);
	const char *pane = pane_of_entity(ent)->name;
	int64_t entry = first->record;

	if (strcmp(first->pane, pane) != 0)
		return false;
	const struct draft *text = part_of(drafts, field_with(ent, F_TITLE));
	struct minutes *m = text ? minutes_left(sc, drafts, entry) : NULL;
	if (!m)
		return false;
	struct minutes_view *mv = minutes_of(minutes_view_new(sc, m));
	if (!minutes_reload(m, NULL) || !entry_go(mv, entry)) {
		view_free(&mv->view);
		return false;
	}
	screen_show_view(sc, &mv->view);
	text = part_of(drafts, field_with(ent, F_TITLE));	/* the view before may have saved */
	if (!question_shown(mv, part_of(drafts, field_find(ent, "form_question")), text))
		line_shown(mv, drafts, text);
	parts_accept(drafts, entry, pane);
	minutes_draft(mv);
	return true;
}
