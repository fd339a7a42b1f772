/* One partner before a meeting. Where room is short, on a screen, what is short comes
 * first and long lists are begun only. */
#include "config.h"

#include <string.h>

#include "app/like.h"
#include "app/report.h"
#include "app/report_points.h"
#include "app/stage_line.h"
#include "base/id.h"

struct label {
	const char *word, *column;
};

/* The way of a partnership, where it has stood at more than one stage. */
static bool
stages_add(struct report_call *r, const struct entity *ent, int64_t id, struct error *e)
{
	struct stage_line *line;
	const char *text = "";
	size_t count;
	char day[11];

	if (!stage_lines_read(r->app, ent, id, r->mem, &line, &count, e))
		return false;
	for (size_t i = 0; count && line->count > 1 && i < line->count; i++) {
		date_format(date_from_days(line->steps[i].day), day);
		text = arena_printf(r->mem, "%s%s%s %s", text, i ? ", " : "",
		    report_term(r, field_with(ent, F_STAGE), line->steps[i].code), day);
	}
	page_label(r->page, report_word(r, "stage-by-stage"), text);
	return true;
}

/* What there is of the columns, a line each. */
static bool
labels_add(struct report_call *r, struct shared_query q, const struct label *labels,
    size_t count, const char *heading, struct error *e)
{
	const char *columns = "";

	for (size_t i = 0; i < count; i++)
		columns = arena_printf(r->mem, "%s%s%s", columns, *columns ? "," : "",
		    labels[i].column);
	q.columns = heading ? arena_printf(r->mem, "%s,%s", columns, heading) : columns;
	struct shared_rows *rows = report_rows(r, &q, e);
	bool ok = rows != NULL;
	while (ok && shared_rows_next(rows)) {
		if (heading)
			page_heading(r->page, 2, arena_printf(r->mem, "%s: %s",
			    report_word(r, "partnership"), shared_rows_text(rows, count)));
		for (size_t i = 0; i < count; i++) {
			report_about(r, rows);
			page_label(r->page, report_word(r, labels[i].word), report_cell(r, rows, i));
		}
		ok = !heading || stages_add(r, entity_find(q.entity), shared_rows_id(rows), e);
	}
	return rows && shared_rows_close(rows, ok ? e : NULL) && ok;
}

static const struct label who[] = {
	{ "kind", "type" }, { "country", "country" }, { "languages", "languages" },
	{ "website", "website" }, { "last-contact", "last_contact" },
};
static const struct label partnership[] = {
	{ "stage", "stage" }, { "since", "stage_since" }, { "programme", "programme" },
	{ "kinds", "kinds" }, { "origin", "origin" }, { "agreement", "agreement" },
	{ "lead", "lead" }, { "contact-person", "contact" },
	{ "partner-needs", "partner_needs" }, { "partner-commits", "partner_commits" },
	{ "next-step", "next_step" }, { "next-on", "next_step_on" },
};
enum {
	WHO = sizeof who / sizeof *who,
	PARTNERSHIP = sizeof partnership / sizeof *partnership
};

/* {all} is the partner with its partnerships; what a note is about may be either.
 * What is open comes before what was: it is what the meeting is about. */
static const struct report_points parts[] = {
	{ "open-items", { .entity = "entry", .filter = "(partnership.partner={id} or "
	    "organisation={id} or note.about={all}) kind=action,agreement,decision,question,"
	    "topic,issue,opportunity (status= or status=open,in-progress)",
	    .columns = "what,owners,due", .sort = "due,created",
	    .belongs = "note,event,partnership,organisation" }, 10, 4 },
	{ "talks", { .entity = "note", .filter = "about={all}",
	    .columns = "title,kind,date", .sort = "-date", .belongs = "event" }, 3, BRIEF_LINE },
	{ "needs", { .entity = "capacity", .filter = "direction=need "
	    "(organisation={id} or partnership.partner={id})", .columns = "topic,kind,status",
	    .sort = "priority,topic", .belongs = "organisation,partnership" }, 5, BRIEF_LINE },
	{ "offers", { .entity = "capacity", .filter = "direction=offer "
	    "(organisation={id} or partnership.partner={id})", .columns = "topic,kind,status",
	    .sort = "priority,topic", .belongs = "organisation,partnership" }, 5, BRIEF_LINE },
	{ "examples", { .entity = "resource",
	    .filter = "organisation={id} or partnership.partner={id}",
	    .columns = "title,kind,year", .sort = "-year,title",
	    .belongs = "organisation,partnership,event" }, 5, BRIEF_LINE },
	{ "talking-points", { .entity = "resource", .filter = "kind=talking-point",
	    .columns = "title,summary", .sort = "-year,title",
	    .belongs = "organisation,partnership,event" }, 5, 3 },
};

enum { LIKE_SHOWN = 3, LIKE_READ = 30 };	/* some of those may be private */

/* What others did with the same type of partner. Where that is not known, there is
 * nothing to compare. */
static bool
likes_add(struct report_call *r, struct error *e)
{
	struct like_one found[LIKE_READ];
	struct shared_left left = { 0 };	/* of other people's partners: not told */
	size_t count, shown = 0;
	bool ok = true;

	if (!like_find(r->app, r->id, found, LIKE_READ, &count, NULL))
		return true;
	page_heading(r->page, 2, report_word(r, "like-this"));
	for (size_t i = 0; ok && i < count && shown < LIKE_SHOWN; i++) {
		struct shared_rows *rows = shared_rows_open(r->app->store, found[i].told,
		    found[i].id, &left, e);
		if (rows && shared_rows_next(rows)) {
			report_point(r, rows, report_points_columns(found[i].told->columns));
			shown++;
		}
		ok = rows && shared_rows_close(rows, e);
	}
	return ok;
}

/* Joined by ",", as a filter has one of several. */
static bool
ids_all(struct report_call *r, const char **out, struct error *e)
{
	static const struct shared_query q = { .entity = "partnership", .filter = "partner={id}",
	    .columns = "id", .belongs = "affiliate" };
	struct shared_left counted = r->left;	/* with the partnerships */
	struct shared_rows *rows = shared_rows_open(r->app->store, &q, r->id, &counted, e);
	char id[ID_LENGTH + 1];

	id_format(r->id, id);
	*out = arena_strdup(r->mem, id);
	while (rows && shared_rows_next(rows))
		*out = arena_printf(r->mem, "%s,%s", *out, shared_rows_text(rows, 0));
	return rows && shared_rows_close(rows, e);
}

/* Those that are one line where room is short, or the others. */
static bool
parts_add(struct report_call *r, const struct report_blank *blanks, bool lines,
    struct error *e)
{
	bool ok = true;

	for (size_t i = 0; ok && i < sizeof parts / sizeof *parts; i++)
		if (lines == (r->brief && parts[i].brief == BRIEF_LINE))
			ok = report_points(r, &parts[i], blanks, e);
	return ok;
}

bool
report_sheet(struct report_call *r, struct error *e)
{
	static const struct shared_query one = { .entity = "organisation", .filter = "id={id}" };
	static const struct shared_query hers = { .entity = "partnership",
	    .filter = "partner={id}", .sort = "stage", .belongs = "affiliate" };

	struct report_blank blanks[] = { { "{all}", "" }, { NULL, NULL } };

	report_title(r);
	return ids_all(r, &blanks[0].value, e)
	    && labels_add(r, one, who, WHO, NULL, e)
	    && parts_add(r, blanks, true, e)
	    && labels_add(r, hers, partnership, PARTNERSHIP, "affiliate", e)
	    && parts_add(r, blanks, false, e)
	    && likes_add(r, e);
}
