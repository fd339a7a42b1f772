/* A page as lines for a screen: tables stay tables, and each line knows what it is about. */
#include "config.h"

#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "io/page_fit.h"

enum { PAIR_LEAST = 60 };	/* columns for two labels in a line */

struct showing {
	const struct page *page;
	int columns;
	unsigned flags;
	void (*take)(void *ctx, const struct page_line *line);
	void *ctx;
};

static void
line_give(const struct showing *s, enum page_line_kind kind, const char *text,
    struct page_lead lead)
{
	s->take(s->ctx, &(struct page_line){ kind, text, lead });
}

static const struct page_lead nothing;

/* --- Tables --- */

/* Several lines of a cell become one. */
static const char *
joined(struct arena *mem, const char *text)
{
	struct str out = { 0 };
	const char *line;

	if (!text[strcspn(text, "\r\n")])
		return text;
	while (*text) {
		size_t n = page_line(&text, &line);
		str_addf(&out, "%s%.*s", out.len && n ? " / " : "", (int)n, line);
	}
	const char *copy = arena_strdup(mem, str_text(&out));
	str_free(&out);
	return copy;
}

static struct page_part
as_read(struct arena *mem, const struct page_part *table)
{
	struct page_part read = *table;

	read.cells = arena_alloc(mem, table->cell_count * sizeof *read.cells);
	for (size_t i = 0; i < table->cell_count; i++)
		read.cells[i] = joined(mem, page_as_read(mem, table->cells[i],
		    table->columns[i % table->column_count].how));
	return read;
}

/* Numbers stand to the right, and the bar that stands for none. */
static bool
has_numbers(const struct page_part *table, size_t column)
{
	struct decimal number;

	for (size_t i = column; i < table->cell_count; i += table->column_count) {
		const char *s = table->cells[i];
		if (*s && strcmp(s, "-") && !decimal_parse(s, strlen(s), &number))
			return false;
	}
	return true;
}

/* row -1: the heads. */
static void
row_show(const struct showing *s, const struct page_part *table, const int *wide,
    const bool *numbers, long row)
{
	struct str line = { 0 };

	for (size_t c = 0; c < table->column_count; c++) {
		const char *text = row < 0 ? table->columns[c].heading
		    : table->cells[(size_t)row * table->column_count + c];
		if (!wide[c])
			continue;
		if (line.len)
			str_addf(&line, "%*s", PAGE_GAP, "");
		utf8_fit(&line, text, strlen(text), wide[c], numbers[c], s->flags);
	}
	while (line.len && line.s[line.len - 1] == ' ')
		str_cut(&line, line.len - 1);
	line_give(s, row < 0 ? PAGE_LINE_COLUMNS : PAGE_LINE_TEXT, str_text(&line),
	    row < 0 ? nothing : table->leads[row]);
	str_free(&line);
}

/* Text of several lines, all about the same. */
static void
lines_show(const struct showing *s, enum page_line_kind kind, const char *text,
    struct page_lead lead)
{
	struct arena mem = { 0 };
	const char *line;

	while (*text) {
		size_t n = page_line(&text, &line);
		line_give(s, kind, arena_dup(&mem, line, n), lead);
	}
	arena_free(&mem);
}

static void
wrapped_show(const struct showing *s, enum page_line_kind kind, const char *text,
    struct page_lead lead)
{
	struct str lines = { 0 };
	size_t n = strlen(text), next;

	for (; n; text += next, n -= next) {
		size_t shown = utf8_wrap(text, n, s->columns, &next);
		str_addf(&lines, "%.*s\n", (int)shown, text);
	}
	lines_show(s, kind, str_text(&lines), lead);
	str_free(&lines);
}

/* Which columns had no room. */
static void
missing_show(const struct showing *s, const struct page_part *table, const int *wide)
{
	struct str names = { 0 }, sentence = { 0 };

	for (size_t c = 0; c < table->column_count; c++)
		if (table->filled[c] && !wide[c])
			str_addf(&names, "%s%s", names.len ? ", " : "", table->columns[c].heading);
	if (names.len) {
		str_addf(&sentence, _("No room here for: %s."), str_text(&names));
		line_give(s, PAGE_LINE_BLANK, "", nothing);
		wrapped_show(s, PAGE_LINE_TEXT, str_text(&sentence), nothing);
	}
	str_free(&names);
	str_free(&sentence);
}

/* Side by side, under the heads of the columns. */
static void
rows_show(const struct showing *s, const struct page_part *read, const int *wide,
    struct arena *mem)
{
	size_t count = read->column_count;
	bool *numbers = arena_alloc(mem, count * sizeof *numbers);

	for (size_t c = 0; c < count; c++)
		numbers[c] = has_numbers(read, c);
	row_show(s, read, wide, numbers, -1);
	for (size_t row = 0; row < read->cell_count / count; row++)
		row_show(s, read, wide, numbers, (long)row);
	missing_show(s, read, wide);
}

/* Each row as lines of its own. */
static void
rows_show_below(const struct showing *s, const struct page_part *read)
{
	struct str text = { 0 };

	for (size_t row = 0; row < read->cell_count / read->column_count; row++) {
		if (row)
			line_give(s, PAGE_LINE_BLANK, "", nothing);
		str_cut(&text, 0);
		page_plain_row(read, row, s->columns, &text);
		lines_show(s, PAGE_LINE_TEXT, str_text(&text), read->leads[row]);
	}
	str_free(&text);
}

static void
table_show(const struct showing *s, const struct page_part *table)
{
	struct arena mem = { 0 };
	const struct page_part read = as_read(&mem, table);
	int *wide = arena_alloc(&mem, table->column_count * sizeof *wide);

	page_fit(&read, s->columns, wide);
	if (page_fit_spoils(&read, wide))
		rows_show_below(s, &read);
	else
		rows_show(s, &read, wide, &mem);
	arena_free(&mem);
}

/* --- Labels --- */

/* "Stage: active" where that is one line of half the width; else NULL. */
static const char *
half(const struct showing *s, struct arena *mem, const struct page_part *part)
{
	if (!part || part->kind != PART_LABEL || s->columns < PAIR_LEAST
	    || part->text[strcspn(part->text, "\r\n")])
		return NULL;
	const char *text = arena_printf(mem, "%s: %s", part->label, part->text);
	return utf8_columns(text, strlen(text)) <= (s->columns - PAGE_GAP) / 2 ? text : NULL;
}

static bool
same_lead(const struct page_lead *a, const struct page_lead *b)
{
	return a->id == b->id && !a->pane && !b->pane;
}

/* Two labels that follow each other and are about the same, side by side. */
static bool
pair_show(const struct showing *s, const struct page_part *left,
    const struct page_part *right)
{
	struct arena mem = { 0 };
	struct str line = { 0 };
	const char *one = half(s, &mem, left), *other = half(s, &mem, right);
	bool fits = one && other && same_lead(&left->lead, &right->lead);

	if (fits) {
		utf8_fit(&line, one, strlen(one), s->columns / 2 + PAGE_GAP / 2, false, s->flags);
		str_add(&line, other);
		line_give(s, PAGE_LINE_TEXT, str_text(&line), left->lead);
	}
	str_free(&line);
	arena_free(&mem);
	return fits;
}

/* --- All parts --- */

static void
part_show(const struct showing *s, const struct page_part *part, int number)
{
	struct str text = { 0 };

	if (part->kind == PART_TABLE) {
		table_show(s, part);
	} else if (part->kind == PART_HEADING) {
		wrapped_show(s, PAGE_LINE_HEAD, part->text, part->lead);
	} else {
		page_plain_part(part, number, s->columns, &text);
		lines_show(s, PAGE_LINE_TEXT, str_text(&text), part->lead);
	}
	str_free(&text);
}

void
page_screen(const struct page *p, int columns, unsigned flags,
    void (*take)(void *ctx, const struct page_line *line), void *ctx)
{
	const struct showing s = { p, columns < 20 ? 20 : columns, flags, take, ctx };
	struct page_walk walk = { .p = p };
	const struct page_part *part;

	while ((part = page_walk(&walk))) {
		struct page_walk ahead = walk;
		if (walk.apart && part->kind != PART_HEADING)
			line_give(&s, PAGE_LINE_BLANK, "", nothing);
		if (part->kind == PART_LABEL && pair_show(&s, part, page_walk(&ahead)))
			walk = ahead;
		else
			part_show(&s, part, walk.number);
	}
}
