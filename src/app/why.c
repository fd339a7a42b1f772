#include "config.h"

#include "app/why.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/care.h"
#include "app/figures.h"
#include "app/pane.h"
#include "app/stage_line.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/filter.h"
#include "store/progress.h"
#include "store/query.h"
#include "store/sums.h"

enum { ROWS = 10 };		/* shown of what is behind a figure */

struct asking {
	struct app *app;
	const struct entity *ent;
	int64_t id;
	char id_text[ID_LENGTH + 1];
	struct str *out;
};

/* A column of the record, as a person reads it. */
static bool
value_read(struct asking *a, const char *name, struct str *out, struct error *e)
{
	struct arena mem = { 0 };
	struct column *column;
	struct query q = { .ent = a->ent };
	struct str text = { 0 };

	str_addf(&text, "id=%s", a->id_text);
	bool ok = columns_read(a->ent, name, &mem, &column, &q.column_count, e);
	struct filter *filter = ok ? filter_parse(a->app->store, a->ent, NULL, str_text(&text), e)
	    : NULL;
	q.columns = ok ? column : NULL;
	q.filter = filter;
	struct rows *rows = filter ? rows_open(a->app->store, &q, e) : NULL;
	if (rows && rows_next(rows))
		cell_shown(a->app, rows, &column[0], 0, out);
	ok = rows && rows_close(rows, e);
	filter_free(filter);
	str_free(&text);
	arena_free(&mem);
	return ok;
}

/* --- SMART --- */

static const struct {
	char letter;
	const char *met, *missing;
} smart[] = {
	{ 'S', N_("S: the statement has four words or more."),
	    N_("S is missing: say in at least four words what is to be reached.") },
	{ 'M', N_("M: a metric has a unit and a target."),
	    N_("M is missing: add a metric with its unit and target.") },
	{ 'A', N_("A: it has an owner, and a baseline or a rationale."),
	    N_("A is missing: say who owns it, and where it begins (a baseline) or why it can be done.") },
	{ 'R', N_("R: it serves a larger goal or a programme."),
	    N_("R is missing: say which larger goal or programme it serves.") },
	{ 'T', N_("T: it has a deadline or a period."),
	    N_("T is missing: say by when, or in which period.") },
};

static bool
smart_add(struct asking *a, const char *value, struct error *e)
{
	(void)e;
	for (size_t i = 0; i < sizeof smart / sizeof *smart && value[i]; i++)
		str_addf(a->out, "  %s\n", _(value[i] == smart[i].letter ? smart[i].met
		    : smart[i].missing));
	return true;
}

/* --- Progress --- */

/* What it came to, and how far that is. */
static void
metric_add(struct asking *a, const struct series *r)
{
	const struct series_sum sum = series_sum(r, "~");
	struct str value = { 0 }, baseline = { 0 }, target = { 0 };

	decimal_format(sum.total, &value);
	decimal_format(r->baseline, &baseline);
	decimal_format(r->target, &target);
	if (sum.parts > 1)
		str_addf(a->out, ngettext("  %s: %zu figure adds up to %s.\n",
		    "  %s: %zu figures add up to %s.\n", sum.parts), r->name, sum.parts,
		    str_text(&value));
	if (!sum.parts && r->count)
		str_addf(a->out, _("  %s: no value yet of the time of this goal."), r->name);
	else if (!sum.parts)
		str_addf(a->out, _("  %s: no value yet."), r->name);
	else if (!r->has_target)
		str_addf(a->out, _("  %s: the value is %s; without a target in figures it is not counted."),
		    r->name, str_text(&value));
	else
		str_addf(a->out, _("  %s: (%s - %s) / (%s - %s) = %s%% of the way from baseline to target."),
		    r->name, str_text(&value), str_text(&baseline), str_text(&target),
		    str_text(&baseline), r->percent);
	str_addc(a->out, '\n');
	str_free(&value);
	str_free(&baseline);
	str_free(&target);
}

/* What the goals of a network's members came to by this metric, in the time of the goal. */
static void
together_add(struct asking *a, const struct series *r, const struct sum *sum)
{
	const struct figures_sum shown = { .known = sum->known, .fits = sum->fits,
	    .total = sum->total, .qualifier = sum->qualifier };
	long long without = 0;
	struct str value = { 0 };

	for (size_t i = 0; i < sum->count; i++)
		without += sum->parts[i].figures;
	figure_show(&shown, &value);
	str_addf(a->out, ngettext("  %s: the figures of the network and its members come to %s (organisations with figures: %lld); %lld figure had no records behind it.",
	    "  %s: the figures of the network and its members come to %s (organisations with figures: %lld); %lld figures had no records behind them.",
	    (unsigned long)without), r->name, str_text(&value), (long long)sum->organisations,
	    without);
	str_addc(a->out, '\n');
	str_free(&value);
}

static bool
network_add(struct asking *a, const struct series *r, struct error *e)
{
	struct sum_query q = { r->name, r->unit, 0, *r->begin ? r->begin : "0000-01-01",
	    *r->end ? r->end : "9999-12-31" };
	struct str owner = { 0 };
	struct sum sum;

	bool ok = value_read(a, "owner.id", &owner, e);
	bool owned = ok && id_parse(str_text(&owner), owner.len, &q.network);
	str_free(&owner);
	if (!ok || !owned)
		return ok;
	if (!sum_make(a->app->store, &q, &sum, e))
		return false;
	if (sum.known && sum.fits && sum.of_members)
		together_add(a, r, &sum);
	sum_free(&sum);
	return true;
}

static bool
pace_add(struct asking *a, struct error *e)
{
	struct progress p;

	if (!progress_read(a->app->store, a->id, &p, e))
		return false;
	if (p.pace >= 0)
		str_addf(a->out, _("  Pace: %d%% of its time, from %s to %s, is over.\n"), p.pace,
		    p.begin, p.end);
	else
		str_add(a->out, _("  Pace: not known, for no period says when it began.\n"));
	return true;
}

static bool
progress_add(struct asking *a, const char *value, struct error *e)
{
	int64_t *ids;
	size_t count;

	(void)value;
	bool ok = progress_metrics(a->app->store, a->ent, a->id, &ids, &count, e);
	for (size_t i = 0; ok && i < count; i++) {
		struct series r;
		ok = series_read(a->app->store, ids[i], &r, e);
		if (!ok)
			break;
		metric_add(a, &r);
		ok = network_add(a, &r, e);
		series_free(&r);
	}
	free(ids);
	return ok && pace_add(a, e);
}

/* --- Stages --- */

static bool
stages_add(struct asking *a, const char *value, struct error *e)
{
	struct arena mem = { 0 };
	struct stage_line *all;
	size_t count;

	(void)value;
	bool ok = stage_lines_read(a->app, a->ent, a->id, &mem, &all, &count, e);
	for (size_t i = 0; ok && i < count; i++)
		str_addf(a->out, "  %s%s%s\n", all[i].side, *all[i].side ? ": " : "", all[i].text);
	arena_free(&mem);
	return ok;
}

/* --- The table --- */

/* filter: %s is the record's id, %p " or about=" and the id of each of its partnerships. */
static const struct explanation {
	const char *entity, *field;
	const char *sentence;	/* N_() */
	const char *pane, *filter;	/* the rows behind it; NULL: none */
	/* Has something to tell where there is no value, too; NULL: there is no more. */
	bool (*more)(struct asking *a, const char *value, struct error *e);
} explanations[] = {
	{ "organisation", "last_contact",
	    N_("The newest of: a meeting, interview, call or contact noted about it or its partnerships, and an event where people of both sides were present. Planned days and edits do not count."),
	    "notes", "(about=%s%p) kind=meeting,interview,call,contact", NULL },
	{ "organisation", "days_silent",
	    N_("The days from the last contact to today."),
	    "notes", "(about=%s%p) kind=meeting,interview,call,contact", NULL },
	{ "organisation", "open_items",
	    N_("Actions, agreements, decisions, questions, topics, issues and opportunities about it or its partnerships that are open or in progress."),
	    "items", "(organisation=%s or partnership.partner=%s) (status= or status=open,in-progress)",
	    NULL },
	{ "organisation", "stage",
	    N_("The stage of its partnership with your organisation; without one, of the open partnership that is furthest."),
	    "partnerships", "partner=%s", NULL },
	{ "organisation", "next_step",
	    N_("The next step of its partnership with your organisation; without one, of the open partnership that is furthest."),
	    "partnerships", "partner=%s", NULL },
	{ "partnership", "last_contact",
	    N_("The newest of: a meeting, interview, call or contact noted about it or its partner, and an event where people of both sides were present. Planned days and edits do not count."),
	    "notes", "about=%s kind=meeting,interview,call,contact", NULL },
	{ "partnership", "days_silent", N_("The days from the last contact to today."),
	    "notes", "about=%s kind=meeting,interview,call,contact", NULL },
	{ "partnership", "open_items",
	    N_("Actions, agreements, decisions, questions, topics, issues and opportunities about it that are open or in progress."),
	    "items", "partnership=%s (status= or status=open,in-progress)", NULL },
	{ "partnership", "stage_since",
	    N_("The day its stage was changed last, or it was added; the history tells both."),
	    NULL, NULL, stages_add },
	{ "event", "present",
	    N_("Everybody noted as present, each once in however many sessions; names that are only signed are compared without accents and capitals."),
	    "attendance", "event=%s state=present", NULL },
	{ "event", "open_items",
	    N_("Actions, agreements, decisions, questions, topics, issues and opportunities raised there that are open or in progress."),
	    "items", "(event=%s or note.event=%s) (status= or status=open,in-progress)", NULL },
	{ "goal", "open_items",
	    N_("Actions, agreements, decisions, questions, topics, issues and opportunities for it that are open or in progress."),
	    "items", "goal=%s (status= or status=open,in-progress)", NULL },
	{ "goal", "smart",
	    N_("A letter for each thing that is there. It says what is missing, never that a goal is good."),
	    NULL, NULL, smart_add },
	{ "goal", "progress",
	    N_("The mean of its metrics: how far each has come from the baseline to the target. Figures with a first and a last day add up where their days do not overlap; one without a first day says how things stood then and takes the place of those before it."),
	    "measurements", "metric.goal=%s", progress_add },
};
enum { EXPLANATIONS = sizeof explanations / sizeof *explanations };

/* --- Rows behind a figure --- */

/* "2021-10-04 - call - Interview with Wikimedia Chile" */
static void
row_add(struct asking *a, struct rows *rows, const struct column *columns, size_t count)
{
	struct str cell = { 0 };
	bool first = true;

	for (size_t i = 0; i < count; i++) {
		str_cut(&cell, 0);
		cell_shown(a->app, rows, &columns[i], i, &cell);
		if (cell.len)
			str_addf(a->out, "%s%s", first ? "  " : " - ", str_text(&cell));
		first = first && !cell.len;
	}
	str_addc(a->out, '\n');
	str_free(&cell);
}

/* Notes are about a partnership or about its partner. */
static void
partnerships_add(const struct asking *a, struct str *out)
{
	const struct pane *pane = pane_find("partnerships");
	struct query q = { .ent = entity_find(pane->entity), .pane = pane };
	struct str text = { 0 };
	int64_t *ids = NULL, count = 0;
	char id[ID_LENGTH + 1];

	str_addf(&text, "partner=%s", a->id_text);
	struct filter *f = filter_parse(a->app->store, q.ent, pane, str_text(&text), NULL);
	q.filter = f;
	if (f && ids_read(a->app->store, &q, &ids, &count, NULL))
		for (int64_t i = 0; i < count && i < ROWS; i++) {
			id_format(ids[i], id);
			str_addf(out, " or about=%s", id);
		}
	filter_free(f);
	free(ids);
	str_free(&text);
}

static void
filter_make(const struct asking *a, const char *pattern, struct str *out)
{
	for (const char *p = pattern; *p; p++) {
		if (p[0] != '%') {
			str_addc(out, *p);
			continue;
		}
		if (*++p == 's')
			str_add(out, a->id_text);
		else
			partnerships_add(a, out);
	}
}

/* The first rows of a list; *count gets how many there are. */
static bool
rows_tell(struct asking *a, const struct query *q, const struct column *columns,
    int64_t *count, struct error *e)
{
	struct rows *rows = rows_open(a->app->store, q, e);

	*count = 0;
	while (rows && rows_next(rows))
		if (++*count <= ROWS)
			row_add(a, rows, columns, q->column_count);
	return rows && rows_close(rows, e);
}

static bool
rows_add(struct asking *a, const struct explanation *x, struct error *e)
{
	const struct pane *pane = pane_find(x->pane);
	struct query q = { .ent = entity_find(pane->entity), .pane = pane };
	struct arena mem = { 0 };
	struct column *columns;
	struct str text = { 0 };
	int64_t count = 0;

	filter_make(a, x->filter, &text);
	bool ok = columns_read(q.ent, pane->columns, &mem, &columns, &q.column_count, e);
	struct filter *f = ok ? filter_parse(a->app->store, q.ent, pane, str_text(&text), e) : NULL;
	q.columns = ok ? columns : NULL;
	q.filter = f;
	ok = f && rows_tell(a, &q, columns, &count, e);
	if (ok && count > ROWS)
		str_addf(a->out, ngettext("  and %lld more\n", "  and %lld more\n",
		    (unsigned long)(count - ROWS)), (long long)(count - ROWS));
	if (ok && count)
		str_addf(a->out, "  alianza list %s \"%s\"\n", pane->name, str_text(&text));
	filter_free(f);
	arena_free(&mem);
	str_free(&text);
	return ok;
}

/* --- One figure --- */

static bool
explain(struct asking *a, const struct explanation *x, bool also_empty, struct error *e)
{
	const struct field *f = field_find(a->ent, x->field);
	struct str value = { 0 };

	bool ok = value_read(a, f->name, &value, e);
	if (ok && (value.len || also_empty)) {
		str_addf(a->out, "%s%s: %s\n  %s\n", a->out->len ? "\n" : "", _(f->label),
		    value.len ? str_text(&value) : _("nothing"), _(x->sentence));
		ok = (!x->more || x->more(a, str_text(&value), e))
		    && (!x->pane || rows_add(a, x, e));
	}
	str_free(&value);
	return ok;
}

/* --- How pressing --- */

static void
urgency_add(struct asking *a, const struct care_thing *t)
{
	str_addf(a->out, _("Urgency: %d"), t->weight);
	str_addc(a->out, '\n');
	for (int i = 0; i < t->count; i++)
		str_addf(a->out, "  +%d  %s\n      %s\n", t->reasons[i].weight, t->reasons[i].text,
		    _(t->reasons[i].rule->how));
	str_add(a->out, "  alianza overview\n");
}

static bool
care_add(struct asking *a, struct error *e)
{
	struct care care;

	if (!care_read(a->app, &care, e))
		return false;
	for (size_t i = 0; i < care.count; i++)
		if (care.things[i].id == a->id)
			urgency_add(a, &care.things[i]);
	care_free(&care);
	return true;
}

/* --- All --- */

static bool
field_explain(struct asking *a, const char *name, struct error *e)
{
	const struct field *f = field_find(a->ent, name);

	if (!f) {
		const char *near = field_nearest(a->ent, name);
		return near ? set_error(e, STATUS_USAGE,
		    _("There is no field \"%s\"; did you mean \"%s\"?"), name, near)
		    : set_error(e, STATUS_USAGE,
		    _("There is no field \"%s\": \"alianza fields\" lists them."), name);
	}
	for (size_t i = 0; i < EXPLANATIONS; i++)
		if (!strcmp(explanations[i].entity, a->ent->name)
		    && !strcmp(explanations[i].field, f->name))
			return explain(a, &explanations[i], true, e);
	return set_error(e, STATUS_USAGE,
	    _("%s is not worked out but typed in: the history tells by whom (alianza log)."),
	    _(f->label));
}

bool
why_add(struct app *app, const struct pane *pane, int64_t id, const char *field,
    struct str *out, struct error *e)
{
	struct asking a = { .app = app, .ent = entity_find(pane->entity), .id = id, .out = out };
	bool ok = true;

	id_format(id, a.id_text);
	if (field)
		return field_explain(&a, field, e);
	ok = care_add(&a, e);
	for (size_t i = 0; ok && i < EXPLANATIONS; i++)
		if (!strcmp(explanations[i].entity, a.ent->name))
			ok = explain(&a, &explanations[i], explanations[i].more, e);
	if (ok && !out->len)
		str_add(out, _("Nothing here is worked out: all that stands in this record was typed in.\n"));
	return ok;
}
