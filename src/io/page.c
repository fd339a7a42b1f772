#include "config.h"

#include "io/page.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "io/page_part.h"

static const struct {
	const char *name, *suffix;
} formats[PAGE_FORMATS] = {
	[PAGE_CSV] = { "csv", ".csv" }, [PAGE_WIKITEXT] = { "wikitext", ".wiki" },
	[PAGE_TEXT] = { "text", ".txt" }
};

const char *
page_format_name(enum page_format f)
{
	return formats[f].name;
}

const char *
page_format_suffix(enum page_format f)
{
	return formats[f].suffix;
}

bool
page_format_find(const char *name, enum page_format *f)
{
	for (int i = 0; i < PAGE_FORMATS; i++)
		if (!strcmp(formats[i].name, name)) {
			*f = (enum page_format)i;
			return true;
		}
	return false;
}

/* --- Building --- */

struct page *
page_new(void)
{
	return xmalloc(sizeof(struct page));
}

void
page_free(struct page *p)
{
	if (!p)
		return;
	arena_free(&p->mem);
	for (size_t i = 0; i < p->count; i++) {
		free(p->parts[i].cells);
		free(p->parts[i].leads);
	}
	free(p->parts);
	free(p);
}

void
page_leads(struct page *p, struct page_lead lead)
{
	p->next = (struct page_lead){ lead.id,
	    lead.pane ? arena_strdup(&p->mem, lead.pane) : NULL,
	    lead.pane ? arena_strdup(&p->mem, lead.filter ? lead.filter : "") : NULL };
}

/* It is said once. */
static struct page_lead
lead_take(struct page *p)
{
	const struct page_lead lead = p->next;

	p->next = (struct page_lead){ 0, NULL, NULL };
	return lead;
}

static struct page_part *
part_add(struct page *p, enum page_kind kind, const char *text)
{
	if (p->count == p->room) {
		p->room = p->room * 2 + 32;
		p->parts = xrealloc(p->parts, p->room * sizeof *p->parts);
	}
	struct page_part *part = &p->parts[p->count++];
	*part = (struct page_part){ .kind = kind, .text = arena_strdup(&p->mem, text),
	    .lead = lead_take(p) };
	return part;
}

static bool
has_text(const char *text)
{
	return text && text[strspn(text, " \t\r\n")];
}

/* A part without text is none, and nothing is about it. */
static bool
part_wanted(struct page *p, const char *text)
{
	if (!has_text(text))
		lead_take(p);
	return has_text(text);
}

void
page_heading(struct page *p, int level, const char *text)
{
	if (part_wanted(p, text))
		part_add(p, PART_HEADING, text)->level = level;
}

void
page_paragraph(struct page *p, const char *text, enum page_text how)
{
	if (part_wanted(p, text))
		part_add(p, PART_PARAGRAPH, text)->how = how;
}

void
page_item(struct page *p, enum page_mark mark, const char *text, enum page_text how)
{
	page_item_with(p, mark, NULL, text, how, NULL);
}

void
page_item_with(struct page *p, enum page_mark mark, const char *before, const char *text,
    enum page_text how, const char *after)
{
	if (!part_wanted(p, text))
		return;
	struct page_part *part = part_add(p, mark == PAGE_NUMBER ? PART_NUMBER : PART_BULLET, text);
	part->how = how;
	part->before = has_text(before) ? arena_strdup(&p->mem, before) : NULL;
	part->after = has_text(after) ? arena_strdup(&p->mem, after) : NULL;
}

void
page_label(struct page *p, const char *label, const char *value)
{
	if (part_wanted(p, value))
		part_add(p, PART_LABEL, value)->label = arena_strdup(&p->mem, label);
}

void
page_table(struct page *p, const struct page_column *columns, size_t count)
{
	struct page_part *part = part_add(p, PART_TABLE, "");
	struct page_column *copy = arena_alloc(&p->mem, count * sizeof *copy);

	for (size_t i = 0; i < count; i++)
		copy[i] = (struct page_column){ arena_strdup(&p->mem, columns[i].name),
		    arena_strdup(&p->mem, columns[i].heading), columns[i].how };
	part->columns = copy;
	part->filled = arena_alloc(&p->mem, count * sizeof *part->filled);
	part->column_count = count;
}

/* A row begins. */
static void
row_lead(struct page *p, struct page_part *part, size_t row)
{
	if (row == part->lead_room) {
		part->lead_room = part->lead_room * 2 + 16;
		part->leads = xrealloc(part->leads, part->lead_room * sizeof *part->leads);
	}
	part->leads[row] = lead_take(p);
}

void
page_cell(struct page *p, const char *text)
{
	struct page_part *part = &p->parts[p->count - 1];

	if (part->cell_count % part->column_count == 0)
		row_lead(p, part, part->cell_count / part->column_count);
	if (part->cell_count == part->cell_room) {
		part->cell_room = part->cell_room * 2 + 64;
		part->cells = xrealloc(part->cells, part->cell_room * sizeof *part->cells);
	}
	if (text && *text)
		part->filled[part->cell_count % part->column_count] = true;
	part->cells[part->cell_count++] = arena_strdup(&p->mem, text ? text : "");
}

/* --- Reading --- */

/* Is there a part under this heading before the next one of its rank? */
static bool
heading_holds(const struct page *p, size_t at)
{
	for (size_t i = at + 1; i < p->count; i++) {
		const struct page_part *part = &p->parts[i];
		if (part->kind != PART_HEADING)
			return part->kind != PART_TABLE || part->cell_count;
		if (part->level <= p->parts[at].level)
			return false;
	}
	return false;
}

bool
page_part_shown(const struct page *p, size_t i)
{
	const struct page_part *part = &p->parts[i];

	if (part->kind == PART_HEADING)
		return part->level == 1 || heading_holds(p, i);
	return part->kind != PART_TABLE || part->cell_count;
}

bool
page_empty(const struct page *p)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->parts[i].kind != PART_HEADING && page_part_shown(p, i))
			return false;
	return true;
}

/* Blank lines stand between parts, but not within a list or behind a heading. */
const struct page_part *
page_walk(struct page_walk *w)
{
	while (w->next < w->p->count && !page_part_shown(w->p, w->next))
		w->next++;
	if (w->next == w->p->count)
		return NULL;
	const struct page_part *part = &w->p->parts[w->next++], *before = w->before;
	bool same = before && before->kind == part->kind
	    && (part->kind == PART_BULLET || part->kind == PART_NUMBER
	    || part->kind == PART_LABEL);
	w->apart = before && !same && before->kind != PART_HEADING;
	w->number = part->kind != PART_NUMBER ? 0 : same ? w->number + 1 : 1;
	w->before = part;
	return part;
}

size_t
page_line(const char **p, const char **line)
{
	size_t n = strcspn(*p, "\r\n");

	*line = *p;
	*p += n;
	if (**p == '\r' && (*p)[1] == '\n')
		++*p;
	*p += **p != '\0';
	return n;
}

void
page_write(const struct page *p, enum page_format f, int columns, struct str *out)
{
	switch (f) {
	case PAGE_CSV:
		page_csv(p, out);
		break;
	case PAGE_WIKITEXT:
		page_wikitext(p, out);
		break;
	default:
		page_plain(p, columns < 20 ? 20 : columns, out);
	}
}
