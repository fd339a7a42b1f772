/* Working with partners: where each stands, and what happened in a stretch of time. */
#include "config.h"

#include <string.h>

#include "app/report.h"
#include "app/report_points.h"
#include "app/span.h"
#include "base/clock.h"
#include "store/filter.h"
#include "store/tally.h"

/* --- How many stand at each stage --- */

/* What is private is not counted here, nor what hangs on it. */
#define SHARED "visibility!=private partner.visibility!=private affiliate.visibility!=private"

/* One line of the table; the records behind its number are those of its code. */
static void
stage_count_add(struct report_call *r, const char *stage, const char *code, int count)
{
	if (!count)
		return;
	page_leads(r->page, (struct page_lead){ .pane = "partnerships",
	    .filter = arena_printf(r->mem, "stage=%s " SHARED, code) });
	page_cell(r->page, stage);
	page_cell(r->page, arena_printf(r->mem, "%d", count));
}

/* How many partnerships stand at each stage; readers only, CSV has the rows themselves. */
static bool
stage_counts(struct report_call *r, struct error *e)
{
	static const struct shared_query query = { .entity = "partnership", .columns = "stage",
	    .sort = "stage", .belongs = "partner,affiliate" };
	const struct page_column heads[] = {
		{ "stage", report_word(r, "stage"), PAGE_ESCAPED },
		{ "number", report_word(r, "number"), PAGE_ESCAPED },
	};
	struct shared_left left = r->left;
	struct shared_rows *rows = report_rows(r, &query, e);
	const char *stage = "", *code = "";
	int count = 0;

	page_table(r->page, heads, sizeof heads / sizeof *heads);
	while (rows && shared_rows_next(rows)) {
		const char *now = shared_rows_text(rows, 0);
		if (strcmp(now, code)) {
			stage_count_add(r, stage, code, count);
			count = 0;
			code = arena_strdup(r->mem, now);
			stage = arena_strdup(r->mem, report_cell(r, rows, 0));
		}
		count++;
	}
	stage_count_add(r, stage, code, count);
	bool ok = rows && shared_rows_close(rows, e);
	r->left = left;		/* the rows below count them */
	return ok;
}

/* --- And of what type, where, whose --- */

/* One group: "GLAM: 94 (active 45, agreement 9)". */
static void
stages_of_group(struct report_call *r, const struct tally *t, int group)
{
	const char *inside = "";
	struct str filter = { 0 };

	for (size_t i = 0; i < t->sides[1].count; i++) {
		long long count = tally_cell(t, group, (int)i);
		if (count)
			inside = arena_printf(r->mem, "%s%s%s %lld", inside, *inside ? ", " : "",
			    t->sides[1].groups[i].label, count);
	}
	tally_filter(r->app->store, t, group, TALLY_ALL, &filter);
	str_add(&filter, " " SHARED);
	page_leads(r->page, (struct page_lead){ .pane = "partnerships",
	    .filter = str_text(&filter) });
	page_item(r->page, PAGE_BULLET, arena_printf(r->mem, "%s: %lld (%s)",
	    t->sides[0].groups[group].label, (long long)tally_cell(t, group, TALLY_ALL), inside),
	    PAGE_ESCAPED);
	str_free(&filter);
}

/* Partnerships whose partner or affiliate is private are left out, as everywhere. */
static bool
stages_by(struct report_call *r, const char *column, const char *word, struct error *e)
{
	const struct pane *pane = pane_find("partnerships");
	struct tally_query q = { .pane = pane, .count = 2, .leave_out_private = true };
	struct tally t;
	struct filter *f = filter_parse(r->app->store, entity_find(pane->entity), pane, SHARED, e);

	q.filter = f;
	bool ok = f && tally_by_parse(pane, column, &q.by[0], e)
	    && tally_by_parse(pane, "stage", &q.by[1], e) && tally_make(r->app->store, &q, &t, e);
	filter_free(f);
	if (!ok)
		return false;
	if (t.records)
		page_heading(r->page, 2, report_word(r, word));
	for (size_t i = 0; i < t.sides[0].count; i++)
		stages_of_group(r, &t, (int)i);
	tally_free(&t);
	return true;
}

static bool
stages_parted(struct report_call *r, struct error *e)
{
	return stages_by(r, "partner.type", "by-type", e)
	    && stages_by(r, "partner.country", "by-country", e)
	    && stages_by(r, "affiliate", "by-affiliate", e);
}

/* --- Stages --- */

static bool
stage_points(struct report_call *r, struct error *e)
{
	static const struct shared_query query = { .entity = "partnership",
	    .columns = "partner,affiliate,programme,stage_since,next_step,next_step_on,stage",
	    .sort = "stage,partner", .belongs = "partner,affiliate" };
	enum { STAGE = 6 };
	struct shared_rows *rows = report_rows(r, &query, e);
	const char *under = "";

	while (rows && shared_rows_next(rows)) {
		const char *stage = report_cell(r, rows, STAGE);
		if (strcmp(stage, under)) {
			under = arena_strdup(r->mem, stage);
			page_heading(r->page, 2, under);
		}
		report_point(r, rows, STAGE);
	}
	return rows && shared_rows_close(rows, e);
}

bool
report_stages(struct report_call *r, struct error *e)
{
	static const struct shared_query query = { .entity = "partnership",
	    .sort = "stage,partner", .belongs = "partner,affiliate" };
	static const struct report_column columns[] = {
		{ .name = "stage", .word = "stage", .column = "stage" },
		{ .name = "partner", .word = "partner", .column = "partner" },
		{ .name = "affiliate", .word = "affiliate", .column = "affiliate" },
		{ .name = "program", .word = "programme", .column = "programme" },
		{ .name = "since", .word = "since", .column = "stage_since" },
		{ .name = "last_note_on", .word = "last-contact", .column = "last_contact" },
		{ .name = "next_step", .word = "next-step", .column = "next_step" },
		{ .name = "next_on", .word = "next-on", .column = "next_step_on" },
		{ .name = NULL }
	};

	if (r->format != PAGE_CSV && (!stage_counts(r, e) || !stages_parted(r, e)))
		return false;
	return r->format == PAGE_TEXT ? stage_points(r, e) : report_table(r, &query, columns, e);
}

/* --- What happened --- */

/* {from} and {to} are the first and the last day. */
static const struct report_points digest_parts[] = {
	{ "events", { .entity = "event",
	    .filter = "start<={to} (end>={from} or end= start>={from})",
	    .columns = "name,start,city,country", .sort = "start,name" }, 0, 0 },
	{ "begun", { .entity = "partnership", .filter = "started>={from} started<={to}",
	    .columns = "partner,affiliate,started", .sort = "started",
	    .belongs = "partner,affiliate" }, 0, 0 },
	{ "finished", { .entity = "partnership", .filter = "ended>={from} ended<={to}",
	    .columns = "partner,affiliate,ended", .sort = "ended",
	    .belongs = "partner,affiliate" }, 0, 0 },
	{ "conversations", { .entity = "note", .filter = "date>={from} date<={to} "
	    "kind=meeting,interview,call,contact", .columns = "title,kind,about,date",
	    .sort = "date,title", .belongs = "event" }, 0, 0 },
	{ "kinds/decision", { .entity = "entry", .filter = "kind=decision,agreement "
	    "note.date>={from} note.date<={to}", .columns = "what,note.date", .sort = "note.date",
	    .belongs = "note,event" }, 0, 0 },
	{ "items-done", { .entity = "entry", .filter = "done_on>={from} done_on<={to}",
	    .columns = "what,owners,done_on", .sort = "done_on", .belongs = "note,event" }, 0, 0 },
	{ "items-due", { .entity = "entry", .filter = "due>={from} due<={to} "
	    "(status= or status=open,in-progress)", .columns = "what,owners,due", .sort = "due",
	    .belongs = "note,event" }, 0, 0 },
	{ "figures", { .entity = "measurement", .filter = "value!= ((to>={from} to<={to}) or "
	    "(to= measured_on>={from} measured_on<={to}))",
	    .columns = "metric,qualifier,value,organisation", .sort = "metric,to",
	    .belongs = "metric,organisation,event" }, 0, 0 },
	{ "goals-due", { .entity = "goal", .filter = "deadline>={from} deadline<={to}",
	    .columns = "statement,owner,deadline,status", .sort = "deadline" }, 0, 0 },
};

bool
report_digest(struct report_call *r, struct error *e)
{
	struct date today = clock_today();
	struct span span;
	bool ok = report_span(r, span_quarter(today.year, (today.month + 2) / 3, r->mem), &span,
	    e);

	if (ok)
		page_heading(r->page, 1, arena_printf(r->mem, "%s (%s - %s)", span.name, span.from,
		    span.to));
	const struct report_blank blanks[] = { { "{from}", span.from }, { "{to}", span.to },
		{ NULL, NULL } };
	for (size_t i = 0; ok && i < sizeof digest_parts / sizeof *digest_parts; i++)
		ok = report_points(r, &digest_parts[i], blanks, e);
	return ok;
}
