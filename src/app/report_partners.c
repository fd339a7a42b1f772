/* Working with partners: where each stands, one of them before a meeting, and what
 * happened in a stretch of time. */
#include "config.h"

#include <string.h>

#include "app/like.h"
#include "app/report.h"
#include "app/span.h"
#include "base/clock.h"
#include "base/id.h"
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

/* --- Lines of a page --- */

/* A point of a list: the text of column 0, and behind it in brackets what there is of the
 * others. */
static void
point_add(struct report_call *r, struct shared_rows *rows, size_t columns)
{
	const char *text = report_cell(r, rows, 0), *inside = "";

	for (size_t i = 1; i < columns; i++) {
		const char *cell = report_cell(r, rows, i);
		if (*cell)
			inside = arena_printf(r->mem, "%s%s%s", inside, *inside ? ", " : "", cell);
	}
	report_about(r, rows);
	page_item(r->page, PAGE_BULLET, *inside ? arena_printf(r->mem, "%s (%s)", text, inside)
	    : text, PAGE_RICH);
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
		point_add(r, rows, STAGE);
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

/* --- Parts of a page: a heading and points --- */

struct part {
	const char *word;	/* heading */
	struct shared_query query;
	int most;		/* points; 0: all */
};

static size_t
columns_count(const char *columns)
{
	size_t count = 1;

	for (; *columns; columns++)
		count += *columns == ',';
	return count;
}

/* What a word in braces stands for in a filter of a part. */
struct blank {
	const char *name, *value;
};

static const char *
blanks_fill(struct report_call *r, const char *filter, const struct blank *blanks)
{
	const char *out = filter, *at;

	for (; blanks->name; blanks++)
		while ((at = strstr(out, blanks->name)))
			out = arena_printf(r->mem, "%.*s%s%s", (int)(at - out), out, blanks->value,
			    at + strlen(blanks->name));
	return out;
}

static bool
part_add(struct report_call *r, const struct part *p, const struct blank *blanks,
    struct error *e)
{
	struct shared_query q = p->query;
	size_t columns = columns_count(q.columns);
	int count = 0;

	q.filter = blanks_fill(r, q.filter, blanks);
	page_heading(r->page, 2, report_word(r, p->word));
	struct shared_rows *rows = report_rows(r, &q, e);
	while (rows && (!p->most || count < p->most) && shared_rows_next(rows)) {
		point_add(r, rows, columns);
		count++;
	}
	return rows && shared_rows_close(rows, e);
}

/* --- One partner before a meeting --- */

struct label {
	const char *word, *column;
};

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
	while (rows && shared_rows_next(rows)) {
		if (heading)
			page_heading(r->page, 2, arena_printf(r->mem, "%s: %s",
			    report_word(r, "partnership"), shared_rows_text(rows, count)));
		for (size_t i = 0; i < count; i++) {
			report_about(r, rows);
			page_label(r->page, report_word(r, labels[i].word), report_cell(r, rows, i));
		}
	}
	return rows && shared_rows_close(rows, e);
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
static const struct part sheet_parts[] = {
	{ "open-items", { .entity = "entry", .filter = "(partnership.partner={id} or "
	    "organisation={id} or note.about={all}) kind=action,agreement,decision,question,"
	    "topic,issue,opportunity (status= or status=open,in-progress)",
	    .columns = "what,owners,due", .sort = "due,created",
	    .belongs = "note,event,partnership,organisation" }, 10 },
	{ "talks", { .entity = "note", .filter = "about={all}",
	    .columns = "title,kind,date", .sort = "-date", .belongs = "event" }, 3 },
	{ "needs", { .entity = "capacity", .filter = "direction=need "
	    "(organisation={id} or partnership.partner={id})", .columns = "topic,kind,status",
	    .sort = "priority,topic", .belongs = "organisation,partnership" }, 5 },
	{ "offers", { .entity = "capacity", .filter = "direction=offer "
	    "(organisation={id} or partnership.partner={id})", .columns = "topic,kind,status",
	    .sort = "priority,topic", .belongs = "organisation,partnership" }, 5 },
	{ "examples", { .entity = "resource",
	    .filter = "organisation={id} or partnership.partner={id}",
	    .columns = "title,kind,year", .sort = "-year,title",
	    .belongs = "organisation,partnership,event" }, 5 },
	{ "talking-points", { .entity = "resource", .filter = "kind=talking-point",
	    .columns = "title,summary", .sort = "-year,title",
	    .belongs = "organisation,partnership,event" }, 5 },
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
			point_add(r, rows, columns_count(found[i].told->columns));
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

bool
report_sheet(struct report_call *r, struct error *e)
{
	static const struct shared_query one = { .entity = "organisation", .filter = "id={id}" };
	static const struct shared_query hers = { .entity = "partnership",
	    .filter = "partner={id}", .sort = "stage", .belongs = "affiliate" };

	struct blank blanks[] = { { "{all}", "" }, { NULL, NULL } };

	report_title(r);
	bool ok = ids_all(r, &blanks[0].value, e)
	    && labels_add(r, one, who, WHO, NULL, e)
	    && labels_add(r, hers, partnership, PARTNERSHIP, "affiliate", e);
	for (size_t i = 0; ok && i < sizeof sheet_parts / sizeof *sheet_parts; i++)
		ok = part_add(r, &sheet_parts[i], blanks, e);
	return ok && likes_add(r, e);
}

/* --- What happened --- */

/* {from} and {to} are the first and the last day. */
static const struct part digest_parts[] = {
	{ "events", { .entity = "event",
	    .filter = "start<={to} (end>={from} or end= start>={from})",
	    .columns = "name,start,city,country", .sort = "start,name" }, 0 },
	{ "begun", { .entity = "partnership", .filter = "started>={from} started<={to}",
	    .columns = "partner,affiliate,started", .sort = "started",
	    .belongs = "partner,affiliate" }, 0 },
	{ "finished", { .entity = "partnership", .filter = "ended>={from} ended<={to}",
	    .columns = "partner,affiliate,ended", .sort = "ended",
	    .belongs = "partner,affiliate" }, 0 },
	{ "conversations", { .entity = "note", .filter = "date>={from} date<={to} "
	    "kind=meeting,interview,call,contact", .columns = "title,kind,date",
	    .sort = "date,title", .belongs = "event" }, 0 },
	{ "kinds/decision", { .entity = "entry", .filter = "kind=decision,agreement "
	    "note.date>={from} note.date<={to}", .columns = "what,note.date", .sort = "note.date",
	    .belongs = "note,event" }, 0 },
	{ "items-done", { .entity = "entry", .filter = "done_on>={from} done_on<={to}",
	    .columns = "what,owners,done_on", .sort = "done_on", .belongs = "note,event" }, 0 },
	{ "items-due", { .entity = "entry", .filter = "due>={from} due<={to} "
	    "(status= or status=open,in-progress)", .columns = "what,owners,due", .sort = "due",
	    .belongs = "note,event" }, 0 },
	{ "figures", { .entity = "measurement", .filter = "value!= ((to>={from} to<={to}) or "
	    "(to= measured_on>={from} measured_on<={to}))",
	    .columns = "metric,qualifier,value,organisation", .sort = "metric,to",
	    .belongs = "metric,organisation,event" }, 0 },
	{ "goals-due", { .entity = "goal", .filter = "deadline>={from} deadline<={to}",
	    .columns = "statement,owner,deadline,status", .sort = "deadline" }, 0 },
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
	const struct blank blanks[] = { { "{from}", span.from }, { "{to}", span.to },
		{ NULL, NULL } };
	for (size_t i = 0; ok && i < sizeof digest_parts / sizeof *digest_parts; i++)
		ok = part_add(r, &digest_parts[i], blanks, e);
	return ok;
}
