/* Which line of a form stands where, without a terminal. From 100 columns on, what a
 * text means and what is wrong with it stand beside it, below that in a line under it;
 * a low box has no headings and one line of help. */
#ifndef ALIANZA_UI_FORM_LAYOUT_H
#define ALIANZA_UI_FORM_LAYOUT_H

#include "ui/form.h"

enum form_line_kind { FORM_HEADING, FORM_VALUE, FORM_NOTE };

struct form_line {
	enum form_line_kind kind;
	size_t field;
	int row;		/* FORM_VALUE: row of the editor, from its top */
};

struct form_layout {
	struct form_line *lines;
	size_t count, cap;
	size_t top;		/* first one shown; kept from one layout to the next */
	int label;		/* columns of labels; columns of signs stand before them */
	int value_x, value;	/* where values begin, and their columns */
	int note_x, note;	/* the same of notes; below the value when it is no wider */
	bool beside;		/* notes stand in the lines of the values */
	int body, help;		/* lines for fields, and for help at the bottom */
};

/* For a box of that size; moves top so that the cursor, and what is said about its
 * field, are in it. */
void form_layout(struct form *form, int rows, int cols, struct form_layout *l);
void form_layout_free(struct form_layout *l);
/* Rows that the editor of a field gets. */
int form_rows(const struct form *form, size_t i, const struct form_layout *l);
/* What is said about a field now: what is wrong once the person was through with it,
 * else "= " and what it means; "". Borrowed until the next call with out. */
const char *form_note(const struct form *form, size_t i, struct str *out, bool *wrong);

#endif
