/* A form gone through: one question at a time, its answer typed below. Enter goes to the
 * next one and saves, Page up goes back, Esc leaves. */
#ifndef ALIANZA_UI_ANSWERS_VIEW_H
#define ALIANZA_UI_ANSWERS_VIEW_H

#include "app/minutes.h"
#include "ui/state.h"

/* Shows the questions of the note's form, at the first that has no answer. The minutes
 * are shared with the view they come from (minutes_share). */
bool answers_show(struct screen *sc, struct minutes *m, struct error *e);
/* The same, to be shown by the caller; NULL and a sentence when there are no questions. */
struct view *answers_view_new(struct screen *sc, struct minutes *m, struct error *e);
/* The question whose answer was being typed when the program ended by force, with what
 * stood there. False: the note's form has no questions any more. */
struct draft;
bool answers_resume(struct screen *sc, struct minutes *m, int64_t question,
    const struct draft *text);
bool answers_here(const struct screen *sc);

/* What the commands of answers do. */
enum answers_todo {
	ANSWERS_NEXT, ANSWERS_BEFORE, ANSWERS_LANGUAGE, ANSWERS_UNDO, ANSWERS_REDO, ANSWERS_SAVE
};
bool answers_do(struct screen *sc, int todo, struct error *e);

#endif
