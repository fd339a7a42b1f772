#include "config.h"

#include "ui/edit.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "ui/edit_part.h"

enum { COLS_AT_FIRST = 80, ROWS_AT_FIRST = 24 };

struct edit *
edit_new(bool lines)
{
	struct edit *ed = xmalloc(sizeof *ed);

	ed->lines = lines;
	ed->anchor = EDIT_NOWHERE;
	ed->goal = -1;
	ed->page = ROWS_AT_FIRST;
	ed->cols = COLS_AT_FIRST;
	edit_wrap_all(ed);
	return ed;
}

void
edit_free(struct edit *ed)
{
	if (!ed)
		return;
	edit_steps_forget(ed);
	free(ed->steps);
	free(ed->rows);
	str_free(&ed->text);
	str_free(&ed->killed);
	free(ed);
}

const char *
edit_text(const struct edit *ed)
{
	return str_text(&ed->text);
}

size_t
edit_length(const struct edit *ed)
{
	return ed->text.len;
}

bool
edit_has_lines(const struct edit *ed)
{
	return ed->lines;
}

size_t
edit_cursor(const struct edit *ed)
{
	return ed->cursor;
}

uint64_t
edit_version(const struct edit *ed)
{
	return ed->version;
}

/* --- Clusters: a row begins at a border, so no look goes back further --- */

static size_t
next(const struct edit *ed, size_t at)
{
	return at + utf8_next(edit_text(ed) + at, ed->text.len - at);
}

size_t
edit_border(const struct edit *ed, size_t at)
{
	if (at >= ed->text.len)
		return ed->text.len;
	size_t i = ed->rows[edit_row_of(ed, at)];
	while (i < at)
		i = next(ed, i);
	return i;
}

size_t
edit_after(const struct edit *ed, size_t at)
{
	return at < ed->text.len ? next(ed, at) : ed->text.len;
}

size_t
edit_before(const struct edit *ed, size_t at)
{
	if (!at)
		return 0;
	size_t i = ed->rows[edit_row_of(ed, at - 1)];
	for (size_t after = next(ed, i); after < at; after = next(ed, i))
		i = after;
	return i;
}

/* --- Changing --- */

void
edit_replace(struct edit *ed, size_t at, size_t old_n, const char *s, size_t n)
{
	struct str *t = &ed->text;

	str_reserve(t, n);
	memmove(t->s + at + n, t->s + at + old_n, t->len - at - old_n);
	if (n)
		memcpy(t->s + at, s, n);
	t->len += n - old_n;
	t->s[t->len] = '\0';
	ed->version++;
	edit_wrap(ed, at, old_n, n);
}

/* A replacement that is a step of undo, the cursor behind what came. s is not of the
 * text. */
static void
edit_change(struct edit *ed, enum edit_kind kind, size_t at, size_t old_n, const char *s,
    size_t n)
{
	edit_step_add(ed, kind, at, old_n, s, n);
	edit_replace(ed, at, old_n, s, n);
	ed->anchor = EDIT_NOWHERE;
	ed->goal = -1;
	ed->cursor = edit_border(ed, at + n);
	edit_step_end(ed);
}

bool
edit_set(struct edit *ed, const char *s, size_t n)
{
	if (n && memchr(s, '\0', n))
		return false;
	edit_steps_forget(ed);
	str_cut(&ed->text, 0);
	str_addn(&ed->text, s, n);
	edit_wrap_all(ed);
	ed->cursor = n;
	ed->anchor = EDIT_NOWHERE;
	ed->goal = -1;
	ed->version++;
	return true;
}

/* Line ends as blanks, CR LF as one. */
static void
one_line(struct str *out, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] == '\r' && i + 1 < n && s[i + 1] == '\n')
			continue;
		else
			str_addc(out, s[i] == '\n' || s[i] == '\r' ? ' ' : s[i]);
}

static bool
put_in(struct edit *ed, enum edit_kind kind, const char *s, size_t n)
{
	size_t from = ed->cursor, to = from;
	struct str flat = { 0 };

	if (n && memchr(s, '\0', n))
		return false;
	edit_selection(ed, &from, &to);
	if (!n && from == to)
		return true;
	if (!ed->lines) {
		one_line(&flat, s, n);
		s = str_text(&flat);
		n = flat.len;
	}
	edit_change(ed, kind, from, to - from, s, n);
	str_free(&flat);
	return true;
}

bool
edit_type(struct edit *ed, const char *s, size_t n)
{
	return put_in(ed, KIND_TYPE, s, n);
}

bool
edit_paste(struct edit *ed, const char *s, size_t n)
{
	return put_in(ed, KIND_OTHER, s, n);
}

/* --- Cursor and selection --- */

void
edit_go(struct edit *ed, size_t at)
{
	ed->cursor = edit_border(ed, at);
	ed->anchor = EDIT_NOWHERE;
	ed->goal = -1;
	ed->open = false;
}

bool
edit_selection(const struct edit *ed, size_t *from, size_t *to)
{
	if (ed->anchor == EDIT_NOWHERE || ed->anchor == ed->cursor)
		return false;
	*from = ed->anchor < ed->cursor ? ed->anchor : ed->cursor;
	*to = ed->anchor < ed->cursor ? ed->cursor : ed->anchor;
	return true;
}

void
edit_select(struct edit *ed, size_t from, size_t to)
{
	edit_go(ed, to);
	ed->anchor = edit_border(ed, from);
}

/* --- Operations --- */

static bool
erase(struct edit *ed, enum edit_kind kind, size_t from, size_t to, bool keep)
{
	if (from >= to)
		return false;
	if (keep) {
		str_cut(&ed->killed, 0);
		str_addn(&ed->killed, edit_text(ed) + from, to - from);
	}
	edit_change(ed, kind, from, to - from, "", 0);
	return true;
}

static bool
erase_by(struct edit *ed, enum edit_op op)
{
	size_t at = ed->cursor, from, to;

	if (edit_selection(ed, &from, &to))
		return erase(ed, KIND_OTHER, from, to, op != EDIT_DELETE && op != EDIT_DELETE_BACK);
	switch (op) {
	case EDIT_DELETE_BACK:
		return erase(ed, KIND_BACK, edit_before(ed, at), at, false);
	case EDIT_DELETE:
		return erase(ed, KIND_FORWARD, at, edit_after(ed, at), false);
	case EDIT_DELETE_WORD_BACK:
		return erase(ed, KIND_OTHER, edit_word_before(ed, at), at, true);
	case EDIT_DELETE_WORD:
		return erase(ed, KIND_OTHER, at, edit_word_after(ed, at), true);
	case EDIT_DELETE_TO_START:
		return erase(ed, KIND_OTHER, edit_line_start(ed, at), at, true);
	default:
		return erase(ed, KIND_OTHER, at, edit_line_end(ed, at), true);
	}
}

/* Two neighbour lines, [a, b) and [c, d), change places; what parts them stays. */
static void
swap(struct edit *ed, size_t a, size_t b, size_t c, size_t d, bool down)
{
	const char *s = edit_text(ed);
	struct str both = { 0 };
	size_t in = ed->cursor - (down ? a : c);

	str_addn(&both, s + c, d - c);
	str_addn(&both, s + b, c - b);
	str_addn(&both, s + a, b - a);
	edit_change(ed, KIND_OTHER, a, d - a, both.s, both.len);
	ed->cursor = edit_border(ed, (down ? a + (d - c) + (c - b) : a) + in);
	edit_step_end(ed);
	str_free(&both);
}

static bool
line_move(struct edit *ed, bool down)
{
	size_t start = edit_line_start(ed, ed->cursor), end = edit_line_end(ed, ed->cursor);
	size_t other;

	if (!ed->lines || (down ? end == ed->text.len : !start))
		return false;
	if (down) {
		other = edit_after(ed, end);
		swap(ed, start, end, other, edit_line_end(ed, other), true);
	} else {
		other = edit_before(ed, start);
		swap(ed, edit_line_start(ed, other), other, start, end, false);
	}
	return true;
}

static bool
go_by(struct edit *ed, enum edit_op op, bool extend)
{
	size_t was = ed->cursor, anchor = ed->anchor, from = was, end = was;
	bool selected = edit_selection(ed, &from, &end);
	size_t to = edit_motion(ed, op);

	if (selected && !extend && (op == EDIT_LEFT || op == EDIT_RIGHT))
		to = op == EDIT_LEFT ? from : end;
	ed->open = false;
	ed->cursor = to;
	ed->anchor = !extend ? EDIT_NOWHERE : selected ? anchor : was;
	return to != was || (selected && !extend);
}

bool
edit_do(struct edit *ed, enum edit_op op, bool extend)
{
	switch (op) {
	case EDIT_NONE:
		return false;
	case EDIT_ALL:
		edit_select(ed, 0, ed->text.len);
		return ed->text.len > 0;
	case EDIT_DELETE_BACK: case EDIT_DELETE: case EDIT_DELETE_WORD_BACK:
	case EDIT_DELETE_WORD: case EDIT_DELETE_TO_START: case EDIT_DELETE_TO_END:
		return erase_by(ed, op);
	case EDIT_YANK:
		return ed->killed.len && edit_paste(ed, ed->killed.s, ed->killed.len);
	case EDIT_NEW_LINE:
		return ed->lines && edit_type(ed, "\n", 1);
	case EDIT_LINE_UP: case EDIT_LINE_DOWN:
		return line_move(ed, op == EDIT_LINE_DOWN);
	case EDIT_UNDO:
		return edit_undo(ed);
	case EDIT_REDO:
		return edit_redo(ed);
	default:
		return go_by(ed, op, extend);
	}
}
