#include "config.h"

#include "app/report_points.h"

#include <string.h>

#include "app/pane.h"
#include "base/i18n.h"
#include "base/id.h"

/* --- One of them --- */

/* "Talk with the museum (meeting, 2026-08-20)"; of what has no name, "contact, 2026-10-04". */
static const char *
point_text(struct report_call *r, struct shared_rows *rows, size_t columns)
{
	const char *text = report_cell(r, rows, 0), *inside = "";

	for (size_t i = 1; i < columns; i++) {
		const char *cell = report_cell(r, rows, i);
		if (*cell)
			inside = arena_printf(r->mem, "%s%s%s", inside, *inside ? ", " : "", cell);
	}
	if (!*text)
		return inside;
	return *inside ? arena_printf(r->mem, "%s (%s)", text, inside)
	    : arena_strdup(r->mem, text);
}

void
report_point(struct report_call *r, struct shared_rows *rows, size_t columns)
{
	const char *text = point_text(r, rows, columns);

	report_about(r, rows);
	page_item(r->page, PAGE_BULLET, text, PAGE_RICH);
}

/* --- All --- */

size_t
report_points_columns(const char *columns)
{
	size_t count = 1;

	for (; *columns; columns++)
		count += *columns == ',';
	return count;
}

static const char *
blanks_fill(struct report_call *r, const char *filter, const struct report_blank *blanks)
{
	const char *out = filter, *at;

	for (; blanks->name; blanks++)
		while ((at = strstr(out, blanks->name)))
			out = arena_printf(r->mem, "%.*s%s%s", (int)(at - out), out, blanks->value,
			    at + strlen(blanks->name));
	return out;
}

void
report_about_all(struct report_call *r, const struct shared_query *q)
{
	char id[ID_LENGTH + 1];

	id_format(r->id, id);
	const struct report_blank blanks[] = { { "{id}", id }, { NULL, NULL } };
	page_leads(r->page, (struct page_lead){
	    .pane = pane_of_entity(entity_find(q->entity))->name,
	    .filter = blanks_fill(r, q->filter, blanks) });
}

/* "Needs: training (course, open); tools" */
static void
line_add(struct report_call *r, const struct report_points *p, const struct shared_query *q,
    struct shared_rows *rows)
{
	size_t columns = report_points_columns(q->columns);
	const char *line = "";
	int count = 0;

	while ((!p->most || count++ < p->most) && shared_rows_next(rows))
		line = arena_printf(r->mem, "%s%s%s", line, *line ? "; " : "",
		    point_text(r, rows, columns));
	report_about_all(r, q);
	page_label(r->page, report_word(r, p->word), line);
}

static void
points_add(struct report_call *r, const struct report_points *p, const struct shared_query *q,
    struct shared_rows *rows)
{
	int shown = r->brief && p->brief ? p->brief : p->most, count = 0;

	page_heading(r->page, 2, report_word(r, p->word));
	while ((!p->most || count < p->most) && shared_rows_next(rows))
		if (!shown || count++ < shown)
			report_point(r, rows, report_points_columns(q->columns));
	if (count <= shown || !r->brief)
		return;
	report_about_all(r, q);
	page_item(r->page, PAGE_BULLET, arena_printf(r->mem, ngettext("%d more", "%d more",
	    (unsigned long)(count - shown)), count - shown), PAGE_ESCAPED);
}

bool
report_points(struct report_call *r, const struct report_points *p,
    const struct report_blank *blanks, struct error *e)
{
	struct shared_query q = p->query;

	q.filter = blanks_fill(r, q.filter, blanks);
	struct shared_rows *rows = report_rows(r, &q, e);
	if (!rows)
		return false;
	if (r->brief && p->brief == BRIEF_LINE)
		line_add(r, p, &q, rows);
	else
		points_add(r, p, &q, rows);
	return shared_rows_close(rows, e);
}
