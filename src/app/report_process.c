/* How people worked: the sessions of an event in their order, with who spoke. Short ones
 * are the points of a list; where one has paragraphs of its own, each has a heading. */
#include "config.h"

#include <string.h>

#include "app/report_documentation.h"
#include "app/report_speakers.h"
#include "base/arena.h"
#include "base/fold.h"

/* A session; texts in the arena of the report. */
struct step {
	int64_t id;
	const char *title;
	const char *texts[3];		/* as in words[] */
	struct step *next;
};

static const char *const words[] = { "abstract", "description", "outcomes" };
enum { TEXTS = sizeof words / sizeof *words };

static bool
begins_with(const char *text, const char *with)
{
	struct str whole = { 0 }, begin = { 0 };

	fold_add(&whole, text, strlen(text));
	fold_add(&begin, with, strlen(with));
	bool begins = whole.len >= begin.len
	    && !strncmp(str_text(&whole), str_text(&begin), begin.len);
	str_free(&whole);
	str_free(&begin);
	return begins;
}

/* With a stop at its end, unless it has one. */
static const char *
stopped(struct report_call *r, const char *text)
{
	size_t n = strlen(text);

	return n && strchr(".!?:", text[n - 1]) ? text : arena_printf(r->mem, "%s.", text);
}

/* One sentence behind another. */
static const char *
behind(struct report_call *r, const char *text, const char *more)
{
	if (!*text || !*more || begins_with(text, more))
		return *text ? text : more;
	return arena_printf(r->mem, "%s %s", stopped(r, text), more);
}

/* --- As points of a list --- */

/* "(Led by: A; B. Speakers: C)" */
static const char *
speakers_in_brackets(struct report_call *r, const struct step *s)
{
	struct speaker_group *groups;
	size_t count = report_speakers_by_role(r, s->id, &groups);
	const char *inside = "";

	for (size_t i = 0; i < count; i++)
		inside = arena_printf(r->mem, "%s%s%s: %s", inside, i ? ". " : "", groups[i].label,
		    groups[i].names);
	return *inside ? arena_printf(r->mem, "(%s)", inside) : "";
}

/* Its title, what was done and what came of it. A text that begins with the title says
 * it itself. */
static void
point_add(struct report_call *r, const struct step *s)
{
	const char *with = speakers_in_brackets(r, s), *text = "";

	for (int i = 0; i < TEXTS; i++)
		text = behind(r, text, s->texts[i]);
	page_leads(r->page, (struct page_lead){ .id = s->id });
	if (!*text)
		page_item_with(r->page, PAGE_NUMBER, NULL, s->title, PAGE_ESCAPED, with);
	else
		page_item_with(r->page, PAGE_NUMBER, begins_with(text, s->title) ? NULL
		    : stopped(r, s->title), text, PAGE_RICH, with);
}

/* --- Under headings --- */

static void
section_add(struct report_call *r, const struct step *s)
{
	struct speaker_group *groups;
	size_t count = report_speakers_by_role(r, s->id, &groups);
	int filled = 0;

	page_heading(r->page, 3, s->title);
	for (size_t i = 0; i < count; i++)
		page_label(r->page, groups[i].label, groups[i].names);
	for (int i = 0; i < TEXTS; i++)
		filled += *s->texts[i] != '\0';
	for (int i = 0; i < TEXTS; i++) {
		if (filled > 1)
			page_heading(r->page, 4, report_word(r, words[i]));
		page_leads(r->page, (struct page_lead){ .id = s->id });
		page_paragraph(r->page, s->texts[i], PAGE_RICH);
	}
}

/* --- All of them --- */

static bool
has_paragraphs(const struct step *s)
{
	for (int i = 0; i < TEXTS; i++)
		if (strchr(s->texts[i], '\n'))
			return true;
	return false;
}

static bool
steps_read(struct report_call *r, struct step **first, bool *long_ones, struct error *e)
{
	static const struct shared_query q = { .entity = "session", .filter = "event={id}",
	    .columns = "title,abstract,description,outcomes",
	    .sort = "starts,position,created", .belongs = "event" };
	struct shared_rows *rows = report_rows(r, &q, e);

	*long_ones = false;
	for (; rows && shared_rows_next(rows); first = &(*first)->next) {
		struct step *s = *first = arena_alloc(r->mem, sizeof *s);
		*s = (struct step){ .id = shared_rows_id(rows),
		    .title = arena_strdup(r->mem, shared_rows_text(rows, 0)) };
		for (int i = 0; i < TEXTS; i++)
			s->texts[i] = arena_strdup(r->mem, shared_rows_text(rows, (size_t)i + 1));
		*long_ones = *long_ones || has_paragraphs(s);
	}
	*first = NULL;
	return rows && shared_rows_close(rows, e);
}

bool
documentation_process(struct report_call *r, struct error *e)
{
	struct step *first;
	bool long_ones;

	if (!steps_read(r, &first, &long_ones, e))
		return false;
	documentation_heading(r, "process");
	page_paragraph(r->page, documentation_field(r, "process"), PAGE_RICH);
	for (const struct step *s = first; s; s = s->next)
		(long_ones ? section_add : point_add)(r, s);
	return true;
}
