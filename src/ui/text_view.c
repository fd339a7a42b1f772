#include "config.h"

#include "ui/text_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/answer.h"

enum { SLICE = 2000, BAR = 2 };

struct text_view {
	struct view view;
	struct str title, text;
	struct text_line {
		size_t at, n;
		int indent;
	} *lines;		/* as they stand on the screen */
	int count, room;
	size_t done;		/* bytes of the text that are lines already */
	int cols;		/* they are made for */
	char *taken;		/* the filter they are made for */
	int top, page;
	int painted;		/* top of what is on the screen, -1: nothing */
};

/* --- Lines --- */

static void
lines_forget(struct text_view *t)
{
	t->count = 0;
	t->done = 0;
	t->painted = -1;
}

static void
line_add(struct text_view *t, size_t at, size_t n, int indent)
{
	if (t->count == t->room) {
		t->room = t->room * 2 + 64;
		t->lines = xrealloc(t->lines, (size_t)t->room * sizeof *t->lines);
	}
	t->lines[t->count++] = (struct text_line){ at, n, indent };
}

/* Has the line all words of the filter? */
static bool
line_fits(const struct text_view *t, const char *s, size_t n)
{
	struct str words = { 0 };
	bool fits = true;

	fold_add(&words, t->taken, strlen(t->taken));
	for (char *p = words.s; fits && p && *p; ) {
		size_t length = strcspn(p, " ");
		fits = fold_contains(s, n, p, length);
		p += length + (p[length] != '\0');
	}
	str_free(&words);
	return fits;
}

/* Further lines of a paragraph stand under its text: behind its indent, or behind the
 * first gap of two blanks, as in "U ^R    Do again". */
static int
hanging(const struct text_view *t, const char *s, size_t n)
{
	size_t gap = 0;

	while (gap + 1 < n && !(s[gap] == ' ' && (gap == 0 || s[gap + 1] == ' ')))
		gap++;
	while (gap < n && s[gap] == ' ')
		gap++;
	int cols = gap < n ? utf8_columns(s, gap) : 0;
	return cols <= t->cols / 2 ? cols : 0;
}

static void
paragraph_add(struct text_view *t, size_t at, size_t n)
{
	const char *s = t->text.s;
	int hang = hanging(t, s + at, n), indent = 0;
	size_t next;

	for (; n > 0; at += next, n -= next) {
		int cols = t->cols - indent;
		line_add(t, at, utf8_wrap(s + at, n, cols > 0 ? cols : 1, &next), indent);
		indent = hang;
	}
}

/* Makes lines until there are `most`; false when the text is at its end. */
static bool
lines_make(struct text_view *t, int most)
{
	const char *s = str_text(&t->text);

	while (t->done < t->text.len && t->count < most) {
		const char *end = memchr(s + t->done, '\n', t->text.len - t->done);
		size_t n = end ? (size_t)(end - s) - t->done : t->text.len - t->done;
		size_t at = t->done;
		t->done += n + (end != NULL);
		if (n && s[at + n - 1] == '\r')
			n--;	/* lines of CSV end with both (RFC 4180, 2.1) */
		if (!line_fits(t, s + at, n))
			continue;
		if (n)
			paragraph_add(t, at, n);
		else
			line_add(t, at, 0, 0);
	}
	return t->done < t->text.len;
}

static void
top_set(struct text_view *t, int64_t top)
{
	lines_make(t, top > INT32_MAX / 2 ? INT32_MAX : (int)top + t->page + 1);
	if (top > t->count - t->page)
		top = t->count - t->page;
	t->top = top < 0 ? 0 : (int)top;
}

static bool
text_move(struct view *v, enum motion motion)
{
	struct text_view *t = (struct text_view *)v;
	int page = t->page > 1 ? t->page - 1 : 1, half = t->page > 3 ? t->page / 2 : 1;
	const int64_t to[] = {
		[MOVE_UP] = t->top - 1, [MOVE_DOWN] = t->top + 1,
		[MOVE_LEFT] = t->top, [MOVE_RIGHT] = t->top,
		[MOVE_PAGE_UP] = t->top - page, [MOVE_PAGE_DOWN] = t->top + page,
		[MOVE_HALF_UP] = t->top - half, [MOVE_HALF_DOWN] = t->top + half,
		[MOVE_TOP] = 0, [MOVE_BOTTOM] = INT64_MAX
	};

	int64_t was = t->top;
	top_set(t, to[motion]);
	return t->top != was;
}

static int
text_cursor(struct view *v)
{
	(void)v;
	return 0;
}

/* --- Reading --- */

static bool
text_reload(struct view *v, struct error *e)
{
	struct text_view *t = (struct text_view *)v;

	(void)e;
	if (strcmp(t->taken, str_text(&v->filter))) {
		free(t->taken);
		t->taken = xstrdup(str_text(&v->filter));
		t->top = 0;
	}
	lines_forget(t);
	return true;
}

static bool
text_idle(struct view *v)
{
	struct text_view *t = (struct text_view *)v;

	return t->cols > 0 && lines_make(t, t->count + SLICE);
}

/* --- Painting --- */

static void
bar_draw(const struct text_view *t, const struct draw *d, struct box box)
{
	int thumb = t->page * t->page / t->count + 1;
	int at = t->top * (t->page - thumb) / (t->count - t->page);

	for (int y = 0; y < t->page; y++) {
		bool here = y >= at && y < at + thumb;
		draw_fit(d, box, y, box.cols - 1, 1, here ? ROLE_ACCENT : ROLE_DIM,
		    draw_sign(d, here ? SIGN_THUMB : SIGN_BAR), false);
	}
}

static void
text_draw(struct view *v, const struct draw *d, struct box box, bool all)
{
	struct text_view *t = (struct text_view *)v;
	int cols = box.cols > 20 ? box.cols - BAR : box.cols;
	struct str line = { 0 };

	if (cols != t->cols) {
		t->cols = cols;
		lines_forget(t);
	}
	t->page = box.rows;
	top_set(t, t->top);
	if (!all && t->painted == t->top)
		return;
	for (int y = 0; y < t->page; y++) {
		int i = t->top + y;
		str_cut(&line, 0);
		int indent = i < t->count ? t->lines[i].indent : box.cols;
		draw_cell(d, &line, "", 0, indent, false);
		if (i < t->count)
			draw_cell(d, &line, t->text.s + t->lines[i].at, t->lines[i].n,
			    box.cols - indent, false);
		draw_line(d, box, y, ROLE_TEXT, &line);
	}
	if (!t->count)
		draw_fit(d, box, 0, 0, box.cols, ROLE_DIM,
		    _("No line has these words. Esc takes the filter away."), false);
	if (t->count > t->page && cols < box.cols)
		bar_draw(t, d, box);
	t->painted = t->top;
	str_free(&line);
}

/* --- Words --- */

static void
text_title(struct view *v, struct str *out)
{
	str_add(out, str_text(&((struct text_view *)v)->title));
}

static void
text_count(struct view *v, struct str *out)
{
	struct text_view *t = (struct text_view *)v;

	if (t->done == t->text.len && t->count > t->page && t->page > 0)
		str_addf(out, _("%d%%"), (t->top + t->page) * 100 / t->count);
}

static void
text_close(struct view *v)
{
	struct text_view *t = (struct text_view *)v;

	str_free(&t->title);
	str_free(&t->text);
	free(t->taken);
	free(t->lines);
	free(t);
}

static const struct view_ops text_ops = {
	.name = "text", .draw = text_draw, .cursor = text_cursor, .move = text_move,
	.reload = text_reload, .idle = text_idle,
	.title = text_title, .count = text_count, .close = text_close
};

struct view *
text_view_new(const char *title, const char *text, size_t n)
{
	struct text_view *t = xmalloc(sizeof *t);

	t->view.ops = &text_ops;
	str_add(&t->title, title);
	str_addn(&t->text, text, n);
	t->taken = xstrdup("");
	t->painted = -1;
	return &t->view;
}

const struct str *
text_view_text(const struct view *v)
{
	return v->ops == &text_ops ? &((const struct text_view *)v)->text : NULL;
}
