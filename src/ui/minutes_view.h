/* Minutes on the screen: the lines of a note, typed one below the other, each with its
 * time on the left and what the program understood beside it, or below where the screen
 * is narrow. Enter ends a line and saves it, Esc leaves.
 *
 * One line at a time is in the editor; it is saved when the cursor leaves it, and what is
 * typed in it is kept as a draft within a second. */
#ifndef ALIANZA_UI_MINUTES_VIEW_H
#define ALIANZA_UI_MINUTES_VIEW_H

#include "app/minutes.h"
#include "ui/state.h"

/* Takes over the minutes. The cursor is in a new line at their end. */
struct view *minutes_view_new(struct screen *sc, struct minutes *m);
bool minutes_here(const struct screen *sc);	/* are minutes on the screen? */
bool minutes_have_form(const struct screen *sc);	/* ... with questions? */

/* For the table of actions: a note about the record under the cursor, and the note under
 * the cursor as minutes. */
bool minutes_note_new(struct screen *sc, const struct call *call, struct error *e);
/* Those of an interview with an affiliate in a round of questions, not stored yet; NULL and
 * a sentence when that cannot be. */
struct minutes *minutes_interview(struct app *app, int64_t round, int64_t affiliate,
    struct error *e);
bool minutes_note_open(struct screen *sc, const struct call *call, struct error *e);
struct drafts;
/* If the newest draft left behind is of a line: shows the minutes of its note with the
 * line as it was being typed, and takes the draft over. False: it is none, or its note is
 * not there. */
bool minutes_resume(struct screen *sc, struct drafts *drafts);
/* The form of the note whose minutes are on the screen. */
bool minutes_head(struct screen *sc, const struct call *call, struct error *e);
/* Is what Enter would open here a note? */
bool minutes_are(const struct view *v);
bool minutes_possible(const struct screen *sc);

/* What the commands of minutes do. */
enum minutes_todo {
	MINUTES_ENTER, MINUTES_TAB, MINUTES_UP, MINUTES_DOWN, MINUTES_UNDO, MINUTES_REDO,
	MINUTES_FIND, MINUTES_GIVE_UP, MINUTES_SAVE,
	MINUTES_LEAD, MINUTES_GOAL, MINUTES_RESOURCE, MINUTES_NEED, MINUTES_OFFER,
	MINUTES_QUESTIONS, MINUTES_PEOPLE
};
bool minutes_do(struct screen *sc, int todo, struct error *e);

#endif
