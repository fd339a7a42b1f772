/* What the files of the editor share; nobody else reads it. */
#ifndef ALIANZA_UI_EDIT_PART_H
#define ALIANZA_UI_EDIT_PART_H

#include "base/str.h"
#include "ui/edit.h"

#define EDIT_NOWHERE SIZE_MAX

/* What made a step: those of one kind that touch each other are one step. */
enum edit_kind { KIND_OTHER, KIND_TYPE, KIND_BACK, KIND_FORWARD };

/* At `at`, old was there and fresh came instead. */
struct edit_step {
	enum edit_kind kind;
	size_t at;
	struct str old, fresh;
	size_t before, after;	/* the cursor */
};

struct edit {
	bool lines;
	struct str text;
	size_t cursor;
	size_t anchor;		/* other end of the selection, or EDIT_NOWHERE */
	int goal;		/* column that Up and Down keep to, or -1 */
	int page, cols;		/* rows of a page; columns of a row */
	size_t *rows;		/* where each row begins */
	size_t row_count, row_cap;
	struct edit_step *steps;
	size_t step_count, step_cap;
	size_t done;		/* steps that are in the text, the others can be redone */
	size_t saved;		/* so many were done when it was saved, or EDIT_NOWHERE */
	bool open;		/* the last step may grow */
	struct str killed;
	uint64_t version;
};

/* edit.c */
void edit_replace(struct edit *ed, size_t at, size_t old_n, const char *s, size_t n);
size_t edit_border(const struct edit *ed, size_t at);	/* the first at or after it */
size_t edit_after(const struct edit *ed, size_t at);	/* next one, at most the end */
size_t edit_before(const struct edit *ed, size_t at);	/* 0 at the beginning */

/* edit_rows.c */
void edit_wrap_all(struct edit *ed);
/* The text changed: old_n bytes at `at` are n others now. */
void edit_wrap(struct edit *ed, size_t at, size_t old_n, size_t n);
size_t edit_line_start(const struct edit *ed, size_t at);
size_t edit_line_end(const struct edit *ed, size_t at);	/* before its line end */

/* edit_move.c */
size_t edit_motion(struct edit *ed, enum edit_op op);	/* where to */

/* edit_word.c */
size_t edit_word_after(const struct edit *ed, size_t at);	/* end of the next word */
size_t edit_word_before(const struct edit *ed, size_t at);	/* begin of the last one */

/* edit_undo.c */
void edit_step_add(struct edit *ed, enum edit_kind kind, size_t at, size_t old_n,
    const char *s, size_t n);
void edit_step_end(struct edit *ed);	/* notes where the cursor is after it */
bool edit_undo(struct edit *ed);
bool edit_redo(struct edit *ed);
void edit_steps_forget(struct edit *ed);

#endif
