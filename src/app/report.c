#include "config.h"

#include "app/report.h"

#include <string.h>

#include "app/report_words.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/utf8.h"
#include "store/query.h"

static const struct report reports[] = {
	{ .name = "documentation", .key = 'd', .pane = "events", .formats = "wikitext text",
	    .label = N_("Documentation"),
	    .help = N_("The event's page for the wiki: in short, steps, themes, statement, objectives, items, who and where."),
	    .make = report_documentation },
	{ .name = "attendance", .key = 'a', .pane = "events", .formats = "wikitext csv text",
	    .label = N_("Attendance list"),
	    .help = N_("Who was, is or will be at an event, with organisation and state."),
	    .make = report_attendance },
	{ .name = "schedule", .key = 's', .pane = "events", .formats = "wikitext csv text",
	    .label = N_("Schedule"),
	    .help = N_("The sessions of an event in their order, with room and speakers."),
	    .make = report_schedule },
	{ .name = "items", .key = 'i', .pane = "events", .optional = true, .formats = "csv wikitext text",
	    .label = N_("Items"),
	    .help = N_("Decisions, agreements, actions, questions and topics of an event or of all, with who and until when."),
	    .make = report_items },
	{ .name = "interview", .key = 'n', .pane = "notes", .formats = "wikitext text",
	    .label = N_("Interview page"),
	    .help = N_("The notes of one talk: date, participants, each question with its answer."),
	    .make = report_interview },
	{ .name = "affiliates", .key = 'f', .formats = "csv wikitext text",
	    .label = N_("Affiliates"),
	    .help = N_("All affiliates with code, type, status, country and languages."),
	    .make = report_affiliates },
	{ .name = "partners", .key = 'p', .formats = "csv wikitext text",
	    .label = N_("Partners"),
	    .help = N_("All partners and their partnerships, with stage, next step and last contact."),
	    .make = report_partners },
	{ .name = "events", .key = 'e', .formats = "csv wikitext text",
	    .label = N_("Events"),
	    .help = N_("All events with dates, place, hosts, funders and participants."),
	    .make = report_events },
	{ .name = "goals", .key = 'g', .formats = "wikitext csv text",
	    .label = N_("Goals"),
	    .help = N_("All goals with their metrics, for a consultation or a plan."),
	    .make = report_goals },
	{ .name = "resources", .key = 'r', .formats = "csv wikitext text",
	    .label = N_("Resources"),
	    .help = N_("Examples with their results, presentations, guides and tools."),
	    .make = report_resources },
	{ .name = "period", .key = 'q', .pane = "periods", .optional = true,
	    .span = REPORT_YEAR, .formats = "wikitext csv text", .label = N_("Period table"),
	    .help = N_("What each metric came to in the quarters of a year, in all, and what was wanted; of this year unless a period is named."),
	    .make = report_period },
	{ .name = "evaluation", .key = 'v', .pane = "goals", .optional = true,
	    .formats = "wikitext csv text", .label = N_("Evaluation plan"),
	    .help = N_("How the goals are measured: metric, target, how often, by whom and from what; of one goal or of all."),
	    .make = report_evaluation },
	{ .name = "stages", .key = 't', .formats = "text csv wikitext", .label = N_("Stages"),
	    .help = N_("Where each partnership stands and since when, and how many stand there."),
	    .make = report_stages },
	{ .name = "sheet", .key = 'm', .pane = "partners", .formats = "text wikitext",
	    .label = N_("Sheet for a meeting"),
	    .help = N_("A partner on one page: where it stands, what is open, the last talks, needs and offers."),
	    .make = report_sheet },
	{ .name = "digest", .key = 'w', .pane = "periods", .optional = true,
	    .span = REPORT_QUARTER, .formats = "text wikitext", .label = N_("What happened"),
	    .help = N_("A digest of a period, or of this quarter: events, partnerships, conversations, decisions, figures and what is due."),
	    .make = report_digest },
	{ .name = "needs", .key = 'c', .formats = "text csv wikitext",
	    .label = N_("Offers and needs"),
	    .help = N_("Who offers and who needs what; for readers also who can help whom, and why."),
	    .make = report_needs },
	{ .name = "matrix", .key = 'x', .pane = "forms", .formats = "csv wikitext text",
	    .label = N_("Answers side by side"),
	    .help = N_("The talks that used a form, a row each, with a column for each of its questions."),
	    .make = report_matrix },
};
enum { REPORTS = sizeof reports / sizeof *reports };

enum { PLAIN_COLUMNS = 72, NAME_COLUMNS = 60 };

const struct report *
report_at(int i)
{
	return i >= 0 && i < REPORTS ? &reports[i] : NULL;
}

const struct report *
report_by_key(char key)
{
	for (int i = 0; i < REPORTS; i++)
		if (reports[i].key == key)
			return &reports[i];
	return NULL;
}

const struct report *
report_find(const char *name, struct error *e)
{
	const char *names[REPORTS];

	for (int i = 0; i < REPORTS; i++) {
		names[i] = reports[i].name;
		if (!strcmp(reports[i].name, name))
			return &reports[i];
	}
	const char *near = fold_nearest(name, names, REPORTS);
	if (near)
		set_error(e, STATUS_USAGE, _("There is no report \"%s\"; did you mean \"%s\"?"),
		    name, near);
	else
		set_error(e, STATUS_USAGE,
		    _("There is no report \"%s\": \"alianza report\" lists them."), name);
	return NULL;
}

bool
report_takes(const struct report *r, const struct entity *ent)
{
	return r->pane && ent && entity_find(pane_find(r->pane)->entity) == ent;
}

/* --- Making one --- */

static bool
format_read(const struct report *report, const char *asked, enum page_format *out,
    struct error *e)
{
	struct str names = { 0 }, name = { 0 };
	bool found = false;

	for (const char *p = report->formats; !found && *p; p += strspn(p, " ")) {
		size_t n = strcspn(p, " ");
		str_cut(&name, 0);
		str_addn(&name, p, n);
		found = (!asked || !strcmp(asked, str_text(&name)))
		    && page_format_find(str_text(&name), out);
		str_addf(&names, "%s%s", names.len ? ", " : "", str_text(&name));
		p += n;
	}
	if (!found)
		set_error(e, STATUS_USAGE,
		    _("The report \"%s\" has no format \"%s\": it can be %s."), report->name, asked,
		    str_text(&names));
	str_free(&names);
	str_free(&name);
	return found;
}

/* The record itself may not be for others: then neither is a page about it. */
static bool
record_may_go(struct report_call *r, struct error *e)
{
	const struct entity *ent = r->id ? record_entity(r->app->store, r->id) : NULL;
	struct shared_left left = { 0 };

	if (!ent)
		return r->report->optional || !r->report->pane || set_error(e, STATUS_USAGE,
		    _("Say of what: alianza report %s WHICH, one of %s."), r->report->name,
		    r->report->pane);
	struct shared_query q = { .entity = ent->name, .filter = "id={id}", .columns = "id" };
	struct shared_rows *rows = shared_rows_open(r->app->store, &q, r->id, &left, e);
	bool there = rows && shared_rows_next(rows);
	bool ok = rows && shared_rows_close(rows, e);
	return ok && (there || set_error(e, STATUS_NOPERM, left.records
	    ? _("This is private: there are no reports about it.")
	    : _("This is in the trash: there are no reports about it.")));
}

struct page *
report_page(struct app *app, const struct report *report, int64_t id,
    const struct report_wish *wish, enum page_format *format, struct shared_left *left,
    struct error *e)
{
	struct arena mem = { 0 };
	struct report_call r = { .app = app, .report = report, .id = id, .mem = &mem,
	    .span = wish->span, .brief = wish->brief,
	    .page = page_new(), .language = report_language(wish->language, e) };

	bool ok = r.language && format_read(report, wish->format, &r.format, e)
	    && record_may_go(&r, e) && report->make(&r, e);
	ok = ok && (r.format == PAGE_CSV || !page_empty(r.page)
	    || set_error(e, STATUS_NONE, _("There is nothing to report yet.")));
	*format = r.format;
	*left = r.left;
	arena_free(&mem);
	if (ok)
		return r.page;
	page_free(r.page);
	return NULL;
}

bool
report_write(struct app *app, const struct report *report, int64_t id,
    const struct report_wish *wish, struct str *out, enum page_format *format,
    struct shared_left *left, struct error *e)
{
	struct page *page = report_page(app, report, id, wish, format, left, e);

	if (!page)
		return false;
	page_write(page, *format, wish->columns ? wish->columns : PLAIN_COLUMNS, out);
	page_free(page);
	return true;
}

void
report_say_left(struct app *app, const struct shared_left *left)
{
	app_say_private(app, left->records);
	if (left->names)
		app_say(app, ngettext("%lld name of a person was left out, which may harm them there.",
		    "%lld names of people were left out, which may harm them there.",
		    (unsigned long)left->names), (long long)left->names);
}

/* --- Its file --- */

/* As people read it, without what folders and shells take for something else. */
static void
title_for_file(struct app *app, int64_t id, struct str *out)
{
	struct str title = { 0 };

	record_title(app->store, record_entity(app->store, id), id, &title);
	size_t n = utf8_cut(str_text(&title), title.len, NAME_COLUMNS, NULL);
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)title.s[i];
		str_addc(out, c < 0x20 || c == 0x7f || strchr("/\\:*?\"<>|", c) ? '-' : (char)c);
	}
	str_free(&title);
}

void
report_file_name(struct app *app, const struct report *report, int64_t id,
    enum page_format format, struct str *out)
{
	struct date d = clock_today();

	str_addf(out, "%s - ", report->name);
	if (id) {
		title_for_file(app, id, out);
		str_add(out, " - ");
	}
	str_addf(out, "%04d-%02d-%02d%s", d.year, d.month, d.day, page_format_suffix(format));
}
