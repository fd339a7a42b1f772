#include "config.h"

#include "ui/parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "base/utf8.h"

/* EDGE: the bar and a blank in front of it. LABEL_LEAST: a day and a time. */
enum { GUTTER = 2, GAP = 2, EDGE = 2, LABEL_LEAST = 16, LABEL_MOST = 22, BAR_COLS = 20 };

/* --- Parts --- */

void
parts_free(struct parts *p)
{
	arena_free(&p->mem);
	free(p->all);
	free(p->lines);
	free(p->filter);
	*p = (struct parts){ 0 };
}

void
parts_clear(struct parts *p)
{
	if (p->cursor < p->line_count && p->lines[p->cursor].part >= 0)
		p->kept = p->lines[p->cursor].part;
	arena_reset(&p->mem);
	p->count = 0;
	p->line_count = 0;
	p->cols = 0;
}

void
parts_add(struct parts *p, const struct part *part)
{
	if (p->count == p->room) {
		p->room = p->room * 2 + 64;
		p->all = xrealloc(p->all, (size_t)p->room * sizeof *p->all);
	}
	struct part *copy = &p->all[p->count++];
	*copy = *part;
	copy->label = arena_strdup(&p->mem, part->label);
	copy->text = arena_strdup(&p->mem, part->text ? part->text : "");
	p->cols = 0;
}

void
parts_filter(struct parts *p, const char *words)
{
	free(p->filter);
	p->filter = *words ? xstrdup(words) : NULL;
	p->cols = 0;
}

/* --- Lines --- */

static void
line_add(struct parts *p, struct parts_line line)
{
	if (p->line_count == p->line_room) {
		p->line_room = p->line_room * 2 + 64;
		p->lines = xrealloc(p->lines, (size_t)p->line_room * sizeof *p->lines);
	}
	p->lines[p->line_count++] = line;
}

/* Has the part all words of the filter? */
static bool
part_fits(const struct parts *p, const struct part *part)
{
	struct str words = { 0 }, text = { 0 };
	bool fits = true;

	if (!p->filter)
		return true;
	str_addf(&text, "%s %s", part->label ? part->label : "", part->text);
	fold_add(&words, p->filter, strlen(p->filter));
	for (char *w = words.s; fits && w && *w; ) {
		size_t length = strcspn(w, " ");
		fits = fold_contains(str_text(&text), text.len, w, length);
		w += length + (w[length] != '\0');
	}
	str_free(&words);
	str_free(&text);
	return fits && part->kind != PART_HEAD;
}

static int
text_column(const struct parts *p, const struct part *part)
{
	return GUTTER + (part->kind == PART_FIELD ? p->label_cols + GAP : 0);
}

static void
part_wrap(struct parts *p, int i)
{
	const struct part *part = &p->all[i];
	size_t n = strlen(part->text), at = 0, next;
	int cols = p->cols - text_column(p, part) - EDGE;
	bool first = true;

	do {
		size_t shown = utf8_wrap(part->text + at, n - at, cols > 0 ? cols : 1, &next);
		line_add(p, (struct parts_line){ i, at, shown, first });
		at += next;
		first = false;
	} while (at < n);
}

static void
labels_measure(struct parts *p)
{
	p->label_cols = 0;
	for (int i = 0; i < p->count; i++) {
		const char *label = p->all[i].kind == PART_FIELD ? p->all[i].label : NULL;
		int cols = label ? utf8_columns(label, strlen(label)) : 0;
		if (cols > p->label_cols)
			p->label_cols = cols;
	}
	int most = p->cols / 3 < LABEL_MOST ? p->cols / 3 : LABEL_MOST;
	if (most < LABEL_LEAST && p->cols >= LABEL_LEAST * 2)
		most = LABEL_LEAST;
	if (p->label_cols > most)
		p->label_cols = most;
}

static bool
stops(const struct parts *p, int line)
{
	int part = line >= 0 && line < p->line_count ? p->lines[line].part : -1;

	return part >= 0 && (p->all[part].kind == PART_FIELD || p->all[part].kind == PART_LINE);
}

/* The nearest line to stand on, first in the direction given. */
static int
stop_near(const struct parts *p, int line, int by)
{
	for (int i = line; i >= 0 && i < p->line_count; i += by)
		if (stops(p, i))
			return i;
	for (int i = line; i >= 0 && i < p->line_count; i -= by)
		if (stops(p, i))
			return i;
	return 0;
}

static void
cursor_set(struct parts *p, int line, int by)
{
	int page = p->page > 0 ? p->page : 1;

	if (line >= p->line_count)
		line = p->line_count - 1;
	p->cursor = stop_near(p, line < 0 ? 0 : line, by);
	if (p->cursor < p->top)
		p->top = p->cursor;
	if (p->cursor >= p->top + page)
		p->top = p->cursor - page + 1;
	/* What stands above the first line that can be chosen, and below the last, comes
	 * into sight with it. */
	if (p->cursor == stop_near(p, 0, 1) && p->cursor < page)
		p->top = 0;
	else if (p->cursor == stop_near(p, p->line_count - 1, -1)
	    && p->line_count - p->cursor <= page)
		p->top = p->line_count - page > 0 ? p->line_count - page : 0;
	if (p->top > p->line_count - page)
		p->top = p->line_count > page ? p->line_count - page : 0;
}

/* Does a blank line part it from the one before? */
static bool
apart(const struct parts *p, int i)
{
	enum part_kind kind = p->all[i].kind;

	return kind == PART_HEAD || (kind == PART_REMARK && p->all[i - 1].kind != kind);
}

/* Wraps all for a width; the cursor stays with its part. */
static void
lines_make(struct parts *p, int cols)
{
	int line = p->cursor, part = p->kept;

	if (p->cols == cols)
		return;
	if (line < p->line_count)
		part = p->lines[line].part;
	p->kept = -1;
	p->cols = cols;
	p->line_count = 0;
	labels_measure(p);
	for (int i = 0; i < p->count; i++) {
		if (!part_fits(p, &p->all[i]))
			continue;
		if (p->line_count && apart(p, i))
			line_add(p, (struct parts_line){ -1, 0, 0, true });
		part_wrap(p, i);
	}
	for (int i = 0; part >= 0 && i < p->line_count; i++)
		if (p->lines[i].part == part) {
			line = i;
			break;
		}
	cursor_set(p, line, 1);
}

/* A width that is only guessed is made again for the first painting. */
void
parts_ready(struct parts *p)
{
	enum { USUAL_COLS = 80 };

	lines_make(p, p->drawn ? p->drawn : USUAL_COLS);
	if (!p->drawn)
		p->cols = p->top = 0;
}

/* --- Moving --- */

bool
parts_move(struct parts *p, enum motion motion)
{
	int page = p->page > 1 ? p->page - 1 : 1, half = p->page > 3 ? p->page / 2 : 1;
	const int by[] = {
		[MOVE_UP] = -1, [MOVE_DOWN] = 1, [MOVE_LEFT] = 0, [MOVE_RIGHT] = 0,
		[MOVE_PAGE_UP] = -page, [MOVE_PAGE_DOWN] = page,
		[MOVE_HALF_UP] = -half, [MOVE_HALF_DOWN] = half,
		[MOVE_TOP] = -p->line_count, [MOVE_BOTTOM] = p->line_count
	};
	int cursor = p->cursor, top = p->top;

	if (by[motion])
		cursor_set(p, p->cursor + by[motion], by[motion] < 0 ? -1 : 1);
	return p->cursor != cursor || p->top != top;
}

bool
parts_press(struct parts *p, int row)
{
	if (!stops(p, p->top + row))
		return false;
	cursor_set(p, p->top + row, 1);
	return true;
}

static bool
is_lead(const struct parts *p, int line)
{
	int part = line < p->line_count ? p->lines[line].part : -1;

	return part >= 0 && p->all[part].kind == PART_LINE && p->all[part].leads;
}

static int
first_lead(const struct parts *p)
{
	int line = 0;

	while (line < p->line_count && !is_lead(p, line))
		line++;
	return line;
}

bool
parts_have_leads(const struct parts *p)
{
	return first_lead(p) < p->line_count;
}

bool
parts_move_to_leads(struct parts *p)
{
	int line = first_lead(p);

	if (line == p->line_count || p->cursor >= line)
		return false;
	if (line >= p->top + p->page)
		p->top = line > 1 ? line - 1 : 0;
	cursor_set(p, line, 1);
	return true;
}

const struct part *
parts_now(const struct parts *p)
{
	return stops(p, p->cursor) ? &p->all[p->lines[p->cursor].part] : NULL;
}

int
parts_cursor(const struct parts *p)
{
	return p->cursor - p->top;
}

/* --- Painting --- */

static enum role
part_role(const struct part *part)
{
	switch (part->kind) {
	case PART_HEAD:
		return ROLE_TITLE;
	case PART_REMARK:
		return ROLE_DIM;
	default:
		return part->leads ? ROLE_ACCENT : ROLE_TEXT;
	}
}

static void
line_draw(const struct parts *p, const struct draw *d, struct box box, int y)
{
	int i = p->top + y;
	const struct parts_line *line = &p->lines[i];
	const struct part *part = line->part >= 0 ? &p->all[line->part] : NULL;
	bool chosen = i == p->cursor && part && !p->quiet;
	struct str text = { 0 };

	draw_blank(d, box, y, chosen ? ROLE_SELECTED : ROLE_TEXT);
	if (!part)
		return;
	if (chosen)
		draw_fit(d, box, y, 0, 1, ROLE_SELECTED, ">", false);
	if (part->kind == PART_FIELD && part->label && line->first)
		draw_fit(d, box, y, GUTTER, p->label_cols, chosen ? ROLE_SELECTED : ROLE_DIM,
		    part->label, false);
	int x = part->kind == PART_HEAD ? 0 : text_column(p, part);
	draw_cell(d, &text, part->text + line->at, line->n, box.cols > x ? box.cols - x : 0, false);
	draw_line(d, box_part(box, y, x, 1, box.cols), 0, chosen ? ROLE_SELECTED : part_role(part),
	    &text);
	str_free(&text);
}

static void
bar_draw(const struct parts *p, const struct draw *d, struct box box)
{
	int thumb = p->page * p->page / p->line_count + 1;
	int at = p->top * (p->page - thumb) / (p->line_count - p->page);

	for (int y = 0; y < p->page; y++) {
		bool here = y >= at && y < at + thumb;
		draw_fit(d, box, y, box.cols - 1, 1, here ? ROLE_ACCENT : ROLE_DIM,
		    draw_sign(d, here ? SIGN_THUMB : SIGN_BAR), false);
	}
}

void
parts_draw(struct parts *p, const struct draw *d, struct box box)
{
	struct box inner = box;

	p->page = box.rows;
	lines_make(p, box.cols);
	p->drawn = box.cols;
	cursor_set(p, p->cursor, 1);
	bool bar = p->line_count > p->page && box.cols > BAR_COLS && p->page > 2;
	if (bar)
		inner.cols--;
	for (int y = 0; y < p->page; y++) {
		if (p->top + y < p->line_count)
			line_draw(p, d, inner, y);
		else
			draw_blank(d, box, y, ROLE_TEXT);
	}
	if (!p->line_count && p->filter)
		draw_fit(d, box, 0, 0, box.cols, ROLE_DIM,
		    _("No line has these words. Esc takes the filter away."), false);
	if (bar)
		bar_draw(p, d, box);
}

void
parts_percent(const struct parts *p, struct str *out)
{
	if (p->page > 0 && p->line_count > p->page)
		str_addf(out, _("%d%%"), (p->top + p->page) * 100 / p->line_count);
}

/* --- As a view --- */

void
parts_view_draw(struct view *v, const struct draw *d, struct box box, bool all)
{
	struct parts *p = &((struct parts_view *)v)->parts;

	(void)all;
	p->quiet = v->aside;
	parts_draw(p, d, box);
}

int
parts_view_cursor(struct view *v)
{
	return parts_cursor(&((struct parts_view *)v)->parts);
}

bool
parts_view_move(struct view *v, enum motion motion)
{
	return parts_move(&((struct parts_view *)v)->parts, motion);
}

bool
parts_view_press(struct view *v, int row)
{
	return parts_press(&((struct parts_view *)v)->parts, row);
}

void
parts_view_count(struct view *v, struct str *out)
{
	parts_percent(&((struct parts_view *)v)->parts, out);
}
