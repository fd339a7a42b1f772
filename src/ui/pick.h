/* The choice from a list, without a terminal: what is typed narrows it, the best first.
 * For terms, references, countries, panes and commands alike. */
#ifndef ALIANZA_UI_PICK_H
#define ALIANZA_UI_PICK_H

#include <stdbool.h>
#include <stddef.h>

struct pick;

struct pick_item {
	const char *label;	/* what a person reads */
	const char *code;	/* what it stands for; "" for none */
	const char *hint;	/* beside it, dimmed; "" for none */
};

/* add: what is typed and is no label yet may be chosen too, as the last row. */
struct pick *pick_new(bool add);
void pick_free(struct pick *p);		/* NULL is fine */
/* Texts are copied; code and hint may be NULL. In the order for nothing typed. */
void pick_add(struct pick *p, const char *label, const char *code, const char *hint);
void pick_sort(struct pick *p);	/* by labels, folded; before anything is typed */

/* Shows what holds each word typed, folded: first what is the text, then what begins
 * with it (label, then code), then labels with a word that begins so, then what has it
 * inside, hints last. The chosen item stays chosen while it is shown and another one
 * does not fit better; else the first row is. */
void pick_filter(struct pick *p, const char *typed);
const char *pick_typed(const struct pick *p);

size_t pick_count(const struct pick *p);	/* rows, the one for adding included */
/* The item of a row; NULL for the row that adds. Borrowed until pick_free. */
const struct pick_item *pick_at(const struct pick *p, size_t row);
size_t pick_row(const struct pick *p);		/* the chosen one; 0 when there is none */
void pick_go(struct pick *p, size_t row);	/* the last one at most */
void pick_move(struct pick *p, long rows);	/* stops at both ends */
bool pick_go_code(struct pick *p, const char *code);	/* false: it is not shown */

enum pick_choice { PICK_NOTHING, PICK_ITEM, PICK_NEW };
/* What Enter takes: an item, or the typed text (blanks around it gone) as a new one. */
enum pick_choice pick_choose(const struct pick *p, const struct pick_item **item,
    const char **typed);

#endif
