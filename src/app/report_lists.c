/* Lists of the whole file as other programs and readers want them: affiliates, partners,
 * events, goals, resources. Names of columns in CSV are the contract. */
#include "config.h"

#include <string.h>

#include "app/comment.h"
#include "app/figures.h"
#include "app/report.h"

bool
report_affiliates(struct report_call *r, struct error *e)
{
	static const struct shared_query query = { .entity = "organisation",
	    .filter = "kind=affiliate", .sort = "name" };
	static const struct report_column columns[] = {
		{ .name = "code", .word = "code", .column = "code" },
		{ .name = "name", .word = "name", .column = "name" },
		{ .name = "alt_name", .word = "other-name", .column = "alt_name", .data = true },
		{ .name = "type", .word = "kind", .column = "type" },
		{ .name = "status", .word = "status", .column = "status" },
		{ .name = "country", .word = "country", .column = "country" },
		{ .name = "region", .word = "region", .column = "region", .data = true },
		{ .name = "languages", .word = "languages", .column = "languages" },
		{ .name = "founded", .word = "founded", .column = "founded", .data = true },
		{ .name = "recognised", .word = "recognised", .column = "recognised" },
		{ .name = "website", .word = "website", .column = "website", .how = PAGE_RICH },
		{ .name = "wiki_page", .word = "wiki-page", .column = "wiki_page", .data = true },
		{ .name = NULL }
	};

	return report_table(r, &query, columns, e);
}

/* --- Partners: a row for each partnership, and for who has none yet --- */

bool
report_partners(struct report_call *r, struct error *e)
{
	static const struct shared_query partnerships = { .entity = "partnership",
	    .sort = "partner,affiliate", .belongs = "partner,affiliate" };
	static const struct report_column columns[] = {
		{ .name = "partner", .word = "partner", .column = "partner" },
		{ .name = "type", .word = "kind", .column = "partner.type" },
		{ .name = "subtype", .word = "subtype", .column = "partner.subtype", .data = true },
		{ .name = "country", .word = "country", .column = "partner.country" },
		{ .name = "affiliate", .word = "affiliate", .column = "affiliate" },
		{ .name = "program", .word = "programme", .column = "programme" },
		{ .name = "kinds", .word = "kinds", .column = "kinds", .data = true },
		{ .name = "stage", .word = "stage", .column = "stage" },
		{ .name = "next_step", .word = "next-step", .column = "next_step" },
		{ .name = "next_on", .word = "next-on", .column = "next_step_on" },
		{ .name = "last_note_on", .word = "last-contact", .column = "last_contact" },
		{ .name = "started", .word = "started", .column = "started", .data = true },
		{ .name = "ended", .word = "ended", .column = "ended", .data = true },
		{ .name = NULL }
	};
	static const struct shared_query others = { .entity = "organisation",
	    .filter = "kind=partner stage=", .sort = "name" };
	static const struct report_column alone[] = {
		{ .name = "partner", .word = "partner", .column = "name" },
		{ .name = "type", .word = "kind", .column = "type" },
		{ .name = "subtype", .word = "subtype", .column = "subtype", .data = true },
		{ .name = "country", .word = "country", .column = "country" },
		{ .name = "affiliate", .word = "affiliate" },
		{ .name = "program", .word = "programme" },
		{ .name = "kinds", .word = "kinds", .data = true },
		{ .name = "stage", .word = "stage" },
		{ .name = "next_step", .word = "next-step" },
		{ .name = "next_on", .word = "next-on" },
		{ .name = "last_note_on", .word = "last-contact", .column = "last_contact" },
		{ .name = "started", .word = "started", .data = true },
		{ .name = "ended", .word = "ended", .data = true },
		{ .name = NULL }
	};

	report_table_begin(r, columns);
	return report_table_rows(r, &partnerships, columns, e)
	    && report_table_rows(r, &others, alone, e);
}

/* --- Events --- */

/* Those who gave money, by name; else what the event says itself. */
static const char *
funders(struct report_call *r, int64_t event)
{
	static const struct shared_query given = { .entity = "involvement",
	    .filter = "event={id} role=funder", .columns = "organisation",
	    .sort = "organisation", .belongs = "event,organisation" };
	static const struct shared_query said = { .entity = "event", .filter = "id={id}",
	    .columns = "funding" };
	const struct shared_query *const queries[] = { &given, &said };
	const char *text = "";

	for (size_t i = 0; !*text && i < sizeof queries / sizeof *queries; i++) {
		struct shared_rows *rows = shared_rows_open(r->app->store, queries[i], event,
		    &r->left, NULL);
		while (rows && shared_rows_next(rows))
			text = arena_printf(r->mem, "%s%s%s", text, *text ? "; " : "",
			    shared_rows_text(rows, 0));
		if (rows)
			shared_rows_close(rows, NULL);
	}
	return text;
}

bool
report_events(struct report_call *r, struct error *e)
{
	static const struct shared_query query = { .entity = "event", .sort = "start,name" };
	static const struct report_column columns[] = {
		{ .name = "name", .word = "event", .column = "name" },
		{ .name = "series", .word = "series", .column = "series", .data = true },
		{ .name = "edition", .word = "edition", .column = "edition", .data = true },
		{ .name = "type", .word = "kind", .column = "type" },
		{ .name = "start_date", .word = "begins-on", .column = "start" },
		{ .name = "end_date", .word = "ends-on", .column = "end" },
		{ .name = "city", .word = "place", .column = "city" },
		{ .name = "country", .word = "country", .column = "country" },
		{ .name = "venue", .word = "venue", .column = "venue", .data = true },
		{ .name = "hosts", .word = "hosted-by", .column = "hosts" },
		{ .name = "funders", .word = "funded-by", .make = funders },
		{ .name = "participants", .word = "people-there", .column = "headcount|present" },
		{ .name = "open_items", .word = "open-items", .column = "open_items", .data = true },
		{ .name = NULL }
	};

	return report_table(r, &query, columns, e);
}

/* --- Goals: a row for each metric, and for what has none yet --- */

static const char *
actual(struct report_call *r, int64_t metric)
{
	struct figures_sum sum = figures_reached(r->figures, metric);
	struct str out = { 0 };

	if (r->format == PAGE_CSV)
		sum.qualifier = "";	/* has a column of its own */
	figure_show(&sum, &out);
	const char *text = arena_strdup(r->mem, str_text(&out));
	str_free(&out);
	return text;
}

static const char *
actual_qualifier(struct report_call *r, int64_t metric)
{
	return arena_strdup(r->mem, figures_reached(r->figures, metric).qualifier);
}

/* What was said about them: "G1.1 Ten new partners: Twelve may be better". */
static bool
comments_add(struct report_call *r, struct error *e)
{
	const struct shared_query query = { .entity = "entry",
	    .filter = comment_filter(entity_find("goal"), NULL, r->mem),
	    .columns = "goal.code,goal,text", .belongs = "goal",
	    .sort = "goal.owner,goal.position,goal.code,goal,created" };
	struct shared_rows *rows = shared_rows_open(r->app->store, &query, 0, &r->left, e);

	page_heading(r->page, 2, report_word(r, "comments"));
	while (rows && shared_rows_next(rows)) {
		const char *code = arena_strdup(r->mem, shared_rows_text(rows, 0));
		const char *goal = arena_printf(r->mem, *code ? "%s %s:" : "%s%s:", code,
		    shared_rows_text(rows, 1));
		report_about(r, rows);
		page_item_with(r->page, PAGE_BULLET, goal, shared_rows_text(rows, 2), PAGE_RICH,
		    NULL);
	}
	return rows && shared_rows_close(rows, e);
}

bool
report_goals(struct report_call *r, struct error *e)
{
	static const struct shared_query measured = { .entity = "metric",
	    .sort = "goal.owner,goal.position,goal.code,goal,name", .belongs = "goal" };
	static const struct report_column columns[] = {
		{ .name = "code", .word = "code", .column = "goal.code" },
		{ .name = "level", .word = "level", .column = "goal.level", .data = true },
		{ .name = "parent_code", .word = "parent", .column = "goal.parent.code",
		    .data = true },
		{ .name = "owner", .word = "organisation", .column = "goal.owner" },
		{ .name = "statement", .word = "goal", .column = "goal.statement" },
		{ .name = "metric", .word = "metric", .column = "name" },
		{ .name = "unit", .word = "unit", .column = "unit", .data = true },
		{ .name = "baseline", .word = "baseline", .column = "baseline" },
		{ .name = "target", .word = "target", .column = "target|target_words" },
		{ .name = "actual", .word = "actual", .make = actual },
		{ .name = "qualifier", .word = "qualifier", .make = actual_qualifier, .data = true },
		{ .name = "deadline", .word = "due", .column = "goal.deadline" },
		{ .name = "status", .word = "status", .column = "goal.status" },
		{ .name = "smart", .word = "smart", .column = "goal.smart", .data = true },
		{ .name = NULL }
	};
	static const struct shared_query others = { .entity = "goal", .filter = "metric.name=",
	    .sort = "owner,position,code,statement" };
	static const struct report_column plain[] = {
		{ .name = "code", .word = "code", .column = "code" },
		{ .name = "level", .word = "level", .column = "level", .data = true },
		{ .name = "parent_code", .word = "parent", .column = "parent.code", .data = true },
		{ .name = "owner", .word = "organisation", .column = "owner" },
		{ .name = "statement", .word = "goal", .column = "statement" },
		{ .name = "metric", .word = "metric" },
		{ .name = "unit", .word = "unit", .data = true },
		{ .name = "baseline", .word = "baseline" },
		{ .name = "target", .word = "target" },
		{ .name = "actual", .word = "actual" },
		{ .name = "qualifier", .word = "qualifier", .data = true },
		{ .name = "deadline", .word = "due", .column = "deadline" },
		{ .name = "status", .word = "status", .column = "status" },
		{ .name = "smart", .word = "smart", .column = "smart", .data = true },
		{ .name = NULL }
	};

	struct figures figures;
	if (!figures_read(r->app->store, NULL, &r->left, &figures, e))
		return false;
	r->figures = &figures;
	report_table_begin(r, columns);
	bool ok = report_table_rows(r, &measured, columns, e)
	    && report_table_rows(r, &others, plain, e) && comments_add(r, e);
	figures_free(&figures);
	r->figures = NULL;
	return ok;
}

bool
report_resources(struct report_call *r, struct error *e)
{
	static const struct shared_query query = { .entity = "resource", .sort = "kind,title",
	    .belongs = "organisation,partnership,event,note" };
	static const struct report_column columns[] = {
		{ .name = "kind", .word = "kind", .column = "kind" },
		{ .name = "title", .word = "title", .column = "title" },
		{ .name = "url", .word = "link", .column = "link", .how = PAGE_RICH },
		{ .name = "language", .word = "language", .column = "language" },
		{ .name = "licence", .word = "licence", .column = "licence", .data = true },
		{ .name = "year", .word = "year", .column = "year" },
		{ .name = "country", .word = "country", .column = "country" },
		{ .name = "affiliate", .word = "affiliate", .column = "organisation" },
		{ .name = "partner", .word = "partner", .column = "partnership.partner" },
		{ .name = "result", .word = "result", .column = "result", .how = PAGE_RICH },
		{ .name = NULL }
	};

	return report_table(r, &query, columns, e);
}
