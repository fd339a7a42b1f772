/* The text editor without a terminal: a buffer of bytes with a cursor that stands
 * between characters as people see them (clusters, UAX 29), soft-wrapped rows (UAX 14,
 * utf8_wrap), words (UAX 29), undo without limit. What was put in comes out byte for
 * byte, also what is no UTF-8 (each such byte is a cluster); only NUL is refused.
 *
 * Offsets are in bytes and always on the border of a cluster. A change wraps the rows
 * around it only. Keys are those of readline; the table is in edit_keys.c. */
#ifndef ALIANZA_UI_EDIT_H
#define ALIANZA_UI_EDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/key.h"

struct edit;

enum edit_op {
	EDIT_NONE,
	EDIT_LEFT, EDIT_RIGHT, EDIT_WORD_LEFT, EDIT_WORD_RIGHT,
	EDIT_UP, EDIT_DOWN, EDIT_PAGE_UP, EDIT_PAGE_DOWN,	/* by rows as shown */
	EDIT_ROW_START, EDIT_ROW_END,
	EDIT_LINE_START, EDIT_LINE_END,				/* up to a line end */
	EDIT_START, EDIT_END, EDIT_ALL,				/* EDIT_ALL selects */
	EDIT_DELETE_BACK, EDIT_DELETE, EDIT_DELETE_WORD_BACK, EDIT_DELETE_WORD,
	EDIT_DELETE_TO_START, EDIT_DELETE_TO_END,		/* of the line */
	EDIT_YANK,		/* puts in what such a deletion took last */
	EDIT_NEW_LINE,
	EDIT_LINE_UP, EDIT_LINE_DOWN,	/* the line changes places with its neighbour */
	EDIT_UNDO, EDIT_REDO
};

/* lines: may hold several lines; else a line end that is put in becomes a blank. */
struct edit *edit_new(bool lines);
void edit_free(struct edit *ed);	/* NULL is fine */

/* Another text: forgets the steps, is unchanged from here, the cursor at its end. Line
 * ends are kept in one-line mode too. False, and nothing done, for a NUL in it. */
bool edit_set(struct edit *ed, const char *s, size_t n);
const char *edit_text(const struct edit *ed);	/* NUL-terminated, until a change */
size_t edit_length(const struct edit *ed);
bool edit_has_lines(const struct edit *ed);

size_t edit_cursor(const struct edit *ed);
void edit_go(struct edit *ed, size_t at);	/* the next border when at is none */
/* The selection; false when nothing is selected. */
bool edit_selection(const struct edit *ed, size_t *from, size_t *to);
void edit_select(struct edit *ed, size_t from, size_t to);	/* the cursor at to */

/* Puts text in for the selection. Typed: joined to a step of undo by words. Pasted: a
 * step of its own. False, and nothing done, for a NUL in it. */
bool edit_type(struct edit *ed, const char *s, size_t n);
bool edit_paste(struct edit *ed, const char *s, size_t n);
/* The person paused: what is typed from here is another step. */
void edit_pause(struct edit *ed);
/* extend: a motion takes the selection with it. False when it did nothing. */
bool edit_do(struct edit *ed, enum edit_op op, bool extend);
/* A key or a paste; false when it is none of the editor's, or did nothing (Up in the
 * first row): then it may mean something to whoever holds the editor. */
bool edit_event(struct edit *ed, const struct event *ev);
/* The i-th key of the editor, "S-Left" included; NULL after the last. */
const char *edit_key_at(int i, enum edit_op *op, bool *extend);

bool edit_is_key(const char *key);	/* is it one of them? */
/* Why such a key did nothing, as a sentence; NULL: it is none of them. */
const char *edit_told(const char *key);

/* Counts up with every change of the text. */
uint64_t edit_version(const struct edit *ed);
void edit_clean(struct edit *ed);		/* the text is saved as it is now */
bool edit_changed(const struct edit *ed);	/* since then; undo brings it back */

/* The next place where the text, folded, is the folded needle: at or after `from`, or
 * before it when back. Not around the end. */
bool edit_find(const struct edit *ed, const char *needle, size_t n, size_t from, bool back,
    size_t *at, size_t *end);

/* Rows as shown: text wrapped so that the cursor has a place behind a full row. */
void edit_size(struct edit *ed, int rows, int cols);
size_t edit_row_count(const struct edit *ed);
size_t edit_row_of(const struct edit *ed, size_t at);
/* Bytes that row i shows, from *at on; line ends and blanks at a break are not. */
size_t edit_row(const struct edit *ed, size_t i, size_t *at);
/* Column of an offset in its row; in one-line mode, in the line. */
int edit_column(const struct edit *ed, size_t at);

#endif
