/* Term lists as shipped: what a value of type term may be. The labels that a
 * file changes or adds are the store's business (store/value.h). */
#ifndef ALIANZA_MODEL_TERM_H
#define ALIANZA_MODEL_TERM_H

#include "model/entity.h"

const struct term *term_find(const char *list, const char *code);	/* exact code */
/* Code exactly, then code, label in English and label in the screen's language, all
 * folded. NULL when nothing fits. */
const struct term *term_match(const char *list, const char *typed);
/* The i-th term of a list in shipped order, NULL after the last; and the i-th
 * list's name, NULL after the last. */
const struct term *term_at(const char *list, int i);
const char *term_list_at(int i);
/* What people call a list, translated; its name where it has no other (term_lists.c). */
const char *term_list_label(const char *list);

/* Is a record at this value over (struct term)? Values of a file's own are not. */
bool term_is_over(const char *list, const char *code);
/* Appends the codes of a list that are over, or those that are not, in shipped order. */
void term_codes_add(const char *list, bool over, const char *between, struct str *out);

#endif
