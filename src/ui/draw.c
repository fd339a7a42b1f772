#include "config.h"

#include "ui/draw.h"

#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"

static const struct {
	const char *sign, *ascii;
} signs[SIGN_COUNT] = {
	[SIGN_MORE] = { "›", ">" }, [SIGN_PATH] = { "›", ">" }, [SIGN_ARROW] = { "▸", ">" },
	[SIGN_BAR] = { "│", "|" }, [SIGN_THUMB] = { "█", "#" }, [SIGN_LINE] = { "─", "-" },
	[SIGN_DOT] = { "·", "-" },
	[SIGN_UP] = { "↑", "^" }, [SIGN_DOWN] = { "↓", "v" },
	[SIGN_MARKED] = { "*", "*" }, [SIGN_PRIVATE] = { "■", "#" },
	[SIGN_MARKED_PRIVATE] = { "◆", "&" },
	[SIGN_TOP_LEFT] = { "┌", "+" }, [SIGN_TOP_RIGHT] = { "┐", "+" },
	[SIGN_BOTTOM_LEFT] = { "└", "+" }, [SIGN_BOTTOM_RIGHT] = { "┘", "+" },
};

const char *
draw_sign(const struct draw *d, enum sign sign)
{
	return d->signs ? signs[sign].sign : signs[sign].ascii;
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

struct box
box_part(struct box box, int y, int x, int rows, int cols)
{
	struct box part = { box.y + y, box.x + x, least(rows, box.rows - y),
	    least(cols, box.cols - x) };

	part.rows = least(part.rows, LINES - part.y);
	part.cols = least(part.cols, COLS - part.x);
	if (y < 0 || x < 0 || part.rows < 0 || part.cols < 0)
		part.rows = part.cols = 0;
	return part;
}

/* Where the terminal knows ASCII only, a letter beyond it is a '?' a column: what is
 * stored is not touched. */
static void
letters_mask(struct str *out, size_t from)
{
	struct str masked = { 0 };

	for (size_t i = from; i < out->len; ) {
		size_t n = utf8_next(out->s + i, out->len - i);
		if ((unsigned char)out->s[i] < 0x80)
			str_addc(&masked, out->s[i]);
		else
			for (int k = utf8_columns(out->s + i, n); k > 0; k--)
				str_addc(&masked, '?');
		i += n;
	}
	str_cut(out, from);
	str_addn(out, str_text(&masked), masked.len);
	str_free(&masked);
}

void
draw_cell(const struct draw *d, struct str *out, const char *s, size_t n, int cols,
    bool right)
{
	size_t from = out->len;

	utf8_fit(out, s, n, cols, right, d->signs ? 0 : SHOW_ASCII);
	if (!d->letters)
		letters_mask(out, from);
}

static void
put(const struct draw *d, struct box at, enum role role, const struct str *text)
{
	if (at.rows < 1 || at.cols < 1)
		return;
	attr_set(d->attributes[role], d->pairs[role], NULL);
	mvaddnstr(at.y, at.x, str_text(text), (int)text->len);
	attr_set(A_NORMAL, 0, NULL);
}

void
draw_fit(const struct draw *d, struct box box, int y, int x, int cols, enum role role,
    const char *text, bool right)
{
	struct box at = box_part(box, y, x, 1, cols);
	struct str safe = { 0 };

	draw_cell(d, &safe, text, strlen(text), at.cols, right);
	put(d, at, role, &safe);
	str_free(&safe);
}

int
draw_word(const struct draw *d, struct box box, int y, int x, enum role role,
    const char *text)
{
	int cols = least(utf8_columns(text, strlen(text)), box.cols - x);

	if (cols < 1)
		return 0;
	draw_fit(d, box, y, x, cols, role, text, false);
	return cols;
}

void
draw_blank(const struct draw *d, struct box box, int y, enum role role)
{
	struct box at = box_part(box, y, 0, 1, box.cols);

	if (at.rows < 1 || at.cols < 1)
		return;
	attr_set(d->attributes[role], d->pairs[role], NULL);
	mvhline(at.y, at.x, ' ', at.cols);
	attr_set(A_NORMAL, 0, NULL);
}

void
draw_line(const struct draw *d, struct box box, int y, enum role role,
    const struct str *line)
{
	put(d, box_part(box, y, 0, 1, box.cols), role, line);
}

int
draw_text(const struct draw *d, struct box box, enum role role, const char *text)
{
	size_t n = strlen(text), next;
	int y = 0;

	for (size_t at = 0; at < n && y < box.rows; at += next, y++) {
		struct str line = { 0 };
		size_t shown = utf8_wrap(text + at, n - at, box.cols > 0 ? box.cols : 1, &next);
		draw_cell(d, &line, text + at, shown, box.cols, false);
		draw_line(d, box, y, role, &line);
		str_free(&line);
	}
	return y;
}

void
draw_more(const struct draw *d, struct box box, int y, enum role role, enum sign sign,
    size_t more)
{
	enum { GAP = 2 };
	struct str text = { 0 };

	if (!more)
		return;
	str_addf(&text, ngettext("%s %zu more", "%s %zu more", more), draw_sign(d, sign), more);
	int cols = utf8_columns(str_text(&text), text.len) + GAP;
	draw_fit(d, box, y, box.cols - cols, cols, role, str_text(&text), true);
	str_free(&text);
}

static void
edge_draw(const struct draw *d, struct box box, int y, enum role role, enum sign left,
    enum sign right)
{
	struct str line = { 0 };

	str_add(&line, draw_sign(d, left));
	for (int x = 2; x < box.cols; x++)
		str_add(&line, draw_sign(d, SIGN_LINE));
	str_add(&line, draw_sign(d, right));
	draw_line(d, box, y, role, &line);
	str_free(&line);
}

void
draw_frame(const struct draw *d, struct box box, enum role role)
{
	if (box.rows < 2 || box.cols < 2)
		return;
	edge_draw(d, box, 0, role, SIGN_TOP_LEFT, SIGN_TOP_RIGHT);
	edge_draw(d, box, box.rows - 1, role, SIGN_BOTTOM_LEFT, SIGN_BOTTOM_RIGHT);
	for (int y = 1; y < box.rows - 1; y++) {
		draw_fit(d, box, y, 0, 1, role, draw_sign(d, SIGN_BAR), false);
		draw_fit(d, box, y, box.cols - 1, 1, role, draw_sign(d, SIGN_BAR), false);
	}
}

void
draw_rule(const struct draw *d, struct box line)
{
	enum sign sign = line.cols == 1 ? SIGN_BAR : SIGN_LINE;

	for (int y = 0; y < line.rows; y++)
		for (int x = 0; x < line.cols; x++)
			draw_fit(d, line, y, x, 1, ROLE_DIM, draw_sign(d, sign), false);
}
