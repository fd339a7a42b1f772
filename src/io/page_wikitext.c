#include "config.h"

#include <string.h>

#include "io/page_part.h"
#include "io/wikitext.h"

static void
text_add(struct str *out, const char *s, size_t n, enum page_text how)
{
	if (how == PAGE_RICH)
		wikitext_rich(out, s, n);
	else
		wikitext_escape(out, s, n);
}

/* On one line of the page: a list or heading would end at a line end. Each line of the
 * text is taken for itself, so that none opens what another one closes. */
static void
line_add(struct str *out, const char *text, enum page_text how)
{
	const char *line;

	for (bool first = true; *text; first = false) {
		size_t n = page_line(&text, &line);
		if (!first)
			str_add(out, "<br />");
		text_add(out, line, n, how);
	}
}

static void
heading_write(struct str *out, const struct page_part *part)
{
	static const char signs[] = "======";
	int level = part->level < 6 ? part->level : 6;

	str_addf(out, "%.*s ", level, signs);
	line_add(out, part->text, PAGE_ESCAPED);
	str_addf(out, " %.*s\n", level, signs);
}

/* Blank lines part paragraphs; what is escaped keeps its lines by <br />. */
static void
paragraph_write(struct str *out, const struct page_part *part)
{
	const char *p = part->text, *line, *from;

	if (part->how == PAGE_RICH) {
		text_add(out, part->text, strlen(part->text), part->how);
		str_add(out, "\n\n");
		return;
	}
	for (bool inside = false; *p; ) {
		size_t n = page_line(&p, &line);
		from = line;
		if (n)
			str_add(out, inside ? "<br />" : "");
		text_add(out, from, n, part->how);
		inside = n > 0;
		if (!n || !*p)
			str_add(out, "\n\n");
	}
}

static void
table_write(struct str *out, const struct page_part *part)
{
	wikitext_table_start(out, "wikitable sortable");
	for (size_t i = 0; i < part->column_count; i++)
		if (part->filled[i])
			wikitext_header_cell(out, part->columns[i].heading,
			    strlen(part->columns[i].heading));
	for (size_t i = 0; i < part->cell_count; i++) {
		size_t column = i % part->column_count;
		if (!column)
			wikitext_row(out);
		if (part->filled[column])
			wikitext_cell(out, part->cells[i], strlen(part->cells[i]),
			    part->columns[column].how == PAGE_RICH);
	}
	wikitext_table_end(out);
	str_addc(out, '\n');
}

static void
item_write(struct str *out, const struct page_part *part)
{
	str_add(out, part->kind == PART_NUMBER ? "# " : "* ");
	if (part->before) {
		line_add(out, part->before, PAGE_ESCAPED);
		str_addc(out, ' ');
	}
	line_add(out, part->text, part->how);
	if (part->after) {
		str_addc(out, ' ');
		line_add(out, part->after, PAGE_ESCAPED);
	}
	str_addc(out, '\n');
}

static void
part_write(struct str *out, const struct page_part *part)
{
	switch (part->kind) {
	case PART_HEADING:
		heading_write(out, part);
		break;
	case PART_PARAGRAPH:
		paragraph_write(out, part);
		break;
	case PART_BULLET:
	case PART_NUMBER:
		item_write(out, part);
		break;
	case PART_LABEL:
		str_add(out, "'''");
		line_add(out, part->label, PAGE_ESCAPED);
		str_add(out, ":''' ");
		line_add(out, part->text, PAGE_ESCAPED);
		str_add(out, "\n\n");
		break;
	case PART_TABLE:
		table_write(out, part);
	}
}

static bool
is_item(const struct page_part *part)
{
	return part->kind == PART_BULLET || part->kind == PART_NUMBER;
}

/* A blank line behind a list, before what is none of it. */
void
page_wikitext(const struct page *p, struct str *out)
{
	const struct page_part *before = NULL;

	for (size_t i = 0; i < p->count; i++) {
		const struct page_part *part = &p->parts[i];
		if (!page_part_shown(p, i) || (part->kind == PART_HEADING && part->level == 1))
			continue;
		if (before && is_item(before) && before->kind != part->kind)
			str_addc(out, '\n');
		part_write(out, part);
		before = part;
	}
	while (out->len > 1 && out->s[out->len - 1] == '\n' && out->s[out->len - 2] == '\n')
		str_cut(out, out->len - 1);
}
