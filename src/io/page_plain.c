#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "io/page_part.h"
#include "io/wikitext.h"

enum { GAP = 2, NAMED = 18 };	/* between columns; labels of rows that have no room */

static void
blanks_add(struct str *out, int n)
{
	while (n-- > 0)
		str_addc(out, ' ');
}

const char *
page_as_read(struct arena *mem, const char *text, enum page_text how)
{
	struct str plain = { 0 };

	if (how != PAGE_RICH)
		return text;
	wikitext_plain(&plain, text, strlen(text));
	const char *copy = arena_strdup(mem, str_text(&plain));
	str_free(&plain);
	return copy;
}

/* One paragraph of text; all lines but the first are set in. */
static void
wrapped_add(struct str *out, const char *text, int columns, int indent)
{
	const char *line;
	bool first = true;

	while (*text) {
		size_t n = page_line(&text, &line), next;
		do {
			size_t taken = utf8_wrap(line, n, columns - (first ? 0 : indent), &next);
			if (!first)
				blanks_add(out, taken ? indent : 0);
			str_addn(out, line, taken);
			str_addc(out, '\n');
			first = false;
			line += n ? next : 0;
			n -= n ? next : 0;
		} while (n);
	}
}

static void
heading_write(struct str *out, const struct page_part *part, int columns)
{
	size_t start = out->len;

	wrapped_add(out, part->text, columns, 0);
	size_t last = out->len - 1;
	while (last > start && out->s[last - 1] != '\n')
		last--;
	int wide = utf8_columns(out->s + last, out->len - 1 - last);
	for (int i = 0; i < wide && part->level < 3; i++)
		str_addc(out, part->level == 1 ? '=' : '-');
	str_add(out, part->level < 3 ? "\n\n" : "\n");
}

/* --- Tables --- */

static bool
one_line(const char *s)
{
	return !s[strcspn(s, "\r\n")];
}

/* Fills wide[]; false when a row has no room or a cell has several lines. */
static bool
table_fits(const struct page_part *part, int columns, int *wide)
{
	int all = -GAP;

	for (size_t c = 0; c < part->column_count; c++)
		wide[c] = !part->filled[c] ? 0
		    : utf8_columns(part->columns[c].heading, strlen(part->columns[c].heading));
	for (size_t i = 0; i < part->cell_count; i++) {
		int w = utf8_columns(part->cells[i], strlen(part->cells[i]));
		if (!one_line(part->cells[i]))
			return false;
		if (w > wide[i % part->column_count])
			wide[i % part->column_count] = w;
	}
	for (size_t c = 0; c < part->column_count; c++)
		all += wide[c] ? wide[c] + GAP : 0;
	return all <= columns;
}

static void
row_write(struct str *out, const struct page_part *part, const int *wide, size_t row)
{
	for (size_t c = 0; c < part->column_count; c++) {
		if (!wide[c])
			continue;
		const char *s = row ? part->cells[(row - 1) * part->column_count + c]
		    : part->columns[c].heading;
		str_add(out, s);
		blanks_add(out, wide[c] - utf8_columns(s, strlen(s)) + GAP);
	}
	while (out->len && out->s[out->len - 1] == ' ')
		str_cut(out, out->len - 1);
	str_addc(out, '\n');
}

void
page_plain_row(const struct page_part *part, size_t row, int columns, struct str *out)
{
	struct str line = { 0 };

	for (size_t c = 0; c < part->column_count; c++) {
		const char *cell = part->cells[row * part->column_count + c];
		if (!*cell)
			continue;
		str_cut(&line, 0);
		str_addf(&line, "%s: %s", part->columns[c].heading, cell);
		wrapped_add(out, str_text(&line), columns, columns > 2 * NAMED ? 4 : 2);
	}
	str_free(&line);
}

static void
rows_below(struct str *out, const struct page_part *part, int columns)
{
	for (size_t row = 0; row < part->cell_count / part->column_count; row++) {
		if (row)
			str_addc(out, '\n');
		page_plain_row(part, row, columns, out);
	}
}

static void
table_write(struct str *out, const struct page_part *part, int columns)
{
	struct arena mem = { 0 };
	struct page_part read = *part;
	int *wide = arena_alloc(&mem, (part->column_count + 1) * sizeof *wide);

	read.cells = arena_alloc(&mem, part->cell_count * sizeof *read.cells);
	for (size_t i = 0; i < part->cell_count; i++)
		read.cells[i] = page_as_read(&mem, part->cells[i],
		    part->columns[i % part->column_count].how);
	if (table_fits(&read, columns, wide))
		for (size_t row = 0; row <= part->cell_count / part->column_count; row++)
			row_write(out, &read, wide, row);
	else
		rows_below(out, &read, columns);
	arena_free(&mem);
}

/* --- The page --- */

/* point: the text of the part as it is read */
static void
item_write(struct str *out, const struct page_part *part, const char *point, int number,
    int columns)
{
	struct str text = { 0 };

	if (number)
		str_addf(&text, "%d. ", number);
	else
		str_add(&text, "- ");
	int indent = (int)text.len;
	if (part->before)
		str_addf(&text, "%s ", part->before);
	str_add(&text, point);
	if (part->after)
		str_addf(&text, " %s", part->after);
	wrapped_add(out, str_text(&text), columns, indent);
	str_free(&text);
}

static void
label_write(struct str *out, const struct page_part *part, int columns)
{
	struct str text = { 0 };

	str_addf(&text, "%s: %s", part->label, part->text);
	wrapped_add(out, str_text(&text), columns, 0);
	str_free(&text);
}

void
page_plain_part(const struct page_part *part, int number, int columns, struct str *out)
{
	struct arena mem = { 0 };
	const char *text = page_as_read(&mem, part->text, part->how);

	switch (part->kind) {
	case PART_HEADING:
		heading_write(out, part, columns);
		break;
	case PART_PARAGRAPH:
		wrapped_add(out, text, columns, 0);
		break;
	case PART_BULLET:
	case PART_NUMBER:
		item_write(out, part, text, number, columns);
		break;
	case PART_LABEL:
		label_write(out, part, columns);
		break;
	case PART_TABLE:
		table_write(out, part, columns);
	}
	arena_free(&mem);
}

void
page_plain(const struct page *p, int columns, struct str *out)
{
	struct page_walk walk = { .p = p };
	const struct page_part *part;

	while ((part = page_walk(&walk))) {
		if (walk.apart)
			str_addc(out, '\n');
		page_plain_part(part, walk.number, columns, out);
	}
}
