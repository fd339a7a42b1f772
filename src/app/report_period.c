/* What was reached, quarter by quarter, and how it is measured. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/figures.h"
#include "app/report.h"
#include "base/clock.h"
#include "base/id.h"
#include "store/exactness.h"
#include "store/progress.h"
#include "store/sums.h"
#include "store/through.h"

enum { QUARTERS = 4, COLUMNS = QUARTERS + 5, HALF_YEAR = 180 };

/* The table being made. */
struct quarters {
	struct report_call *r;
	struct figures figures;
	struct span whole, *spans;
	size_t count;
	int64_t owner;		/* of the row before */
	bool owner_has_members;	/* that have metrics */
	int64_t without;	/* figures in the sums of networks, without records */
};

/* --- Which metrics stand in it --- */

enum { METRIC_ID, NAME, UNIT, STATEMENT, GOAL_ID, OWNER_ID, COUNT_FROM, OPERATOR, TARGET,
	TARGET_WORDS, OWNER };
static const char metric_columns[] =
    "id,name,unit,goal.statement,goal.id,goal.owner.id,count_from,target_operator,target,"
    "target_words,goal.owner";

static int64_t
id_at(struct shared_rows *rows, size_t i)
{
	const char *text = shared_rows_text(rows, i);
	int64_t id = 0;

	id_parse(text, strlen(text), &id);
	return id;
}

/* Has its goal to do with these days? Where the goal does not say, the figures do. */
static bool
goal_is_of(struct quarters *q, int64_t goal)
{
	struct progress p;

	if (!progress_read(q->r->app->store, goal, &p, NULL) || !*p.end)
		return false;
	return strcmp(p.end, q->whole.from) >= 0
	    && strcmp(*p.begin ? p.begin : p.end, q->whole.to) <= 0;
}

/* --- Cells --- */

/* All metrics of its name: of its owner and, if that is a network, of the members. */
static bool
same_named(struct quarters *q, struct shared_rows *rows, const struct span *span,
    struct sum *out)
{
	const struct sum_query query = { shared_rows_text(rows, NAME),
	    shared_rows_text(rows, UNIT), id_at(rows, OWNER_ID), span->from, span->to };

	return sum_make(q->r->app->store, &query, out, NULL);
}

/* What all records come to, each counted once. */
static struct figures_sum
counted(const struct sum *sum)
{
	struct figures_sum out = { .fits = true, .qualifier = "" };

	for (size_t i = 0; i < sum->count; i++)
		if (*sum->parts[i].counted) {
			out.known = true;
			out.fits = out.fits
			    && decimal_add(out.total, sum->parts[i].value, &out.total);
		}
	return out;
}

/* One metric: its records where it is counted from them, else its figures. */
static struct figures_sum
own_sum(struct quarters *q, struct shared_rows *rows, const struct span *span)
{
	struct figures_sum out = { .known = false };
	struct sum sum;

	if (*shared_rows_text(rows, COUNT_FROM) && same_named(q, rows, span, &sum)) {
		out = counted(&sum);
		sum_free(&sum);
	}
	return out.known ? out
	    : figures_sum(&q->figures, id_at(rows, METRIC_ID), span->from, span->to);
}

/* One more metric of the network, as typed. */
static void
figures_join(struct figures_sum *all, struct figures_sum more, enum exactness *exactness)
{
	if (!more.known)
		return;
	*exactness = exactness_add(*exactness, more.qualifier);
	/* What stands alone keeps its own sign. */
	all->qualifier = all->known ? exactness_code(*exactness) : more.qualifier;
	all->known = true;
	all->fits = all->fits && more.fits && decimal_add(all->total, more.total, &all->total);
	all->parts += more.parts;
}

/* The network: records once, and the figures of the metrics that have none, which are
 * added up over its days as in the rows of the members. .parts: of these figures. */
static struct figures_sum
network_sum(struct quarters *q, struct shared_rows *rows, const struct span *span)
{
	enum exactness exactness = EXACT;
	struct figures_sum out = { .known = false };
	struct sum sum;
	int64_t last = 0;

	if (!same_named(q, rows, span, &sum))
		return out;
	out = counted(&sum);
	/* A metric has a part for each contributor, one after the other. */
	for (size_t i = 0; i < sum.count; i++) {
		if (sum.parts[i].metric && sum.parts[i].metric != last)
			figures_join(&out, figures_sum(&q->figures, sum.parts[i].metric,
			    span->from, span->to), &exactness);
		last = sum.parts[i].metric;
	}
	sum_free(&sum);
	return out;
}

/* A bar where there is no figure, as people print it; in CSV nothing. */
static const char *
cell(struct quarters *q, const struct figures_sum *sum)
{
	struct str out = { 0 };

	figure_show(sum, &out);
	if (!out.len && q->r->format != PAGE_CSV)
		str_addc(&out, '-');
	const char *text = arena_strdup(q->r->mem, str_text(&out));
	str_free(&out);
	return text;
}

/* "2500", "≤5", "+10%", or the words of the source. */
static const char *
target(struct quarters *q, struct shared_rows *rows)
{
	static const struct shape {
		const char *operator, *front, *behind;
	} shapes[] = { { "at-most", "≤", "" }, { "change-by-percent", "", "%" } };
	const char *number = shared_rows_text(rows, TARGET);

	if (!*number)
		return shared_rows_text(rows, TARGET_WORDS);
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
		if (!strcmp(shapes[i].operator, shared_rows_text(rows, OPERATOR)))
			return arena_printf(q->r->mem, "%s%s%s", shapes[i].front, number,
			    shapes[i].behind);
	return number;
}

/* Where the figures of the year can be checked, each address once; plain text has no
 * room for them beside the numbers. */
static const char *
references(struct quarters *q, int64_t metric)
{
	size_t count;
	const struct figure *all = figures_of(&q->figures, metric, &count);
	const char *text = "";

	for (const struct figure *f = all; q->r->format != PAGE_TEXT && f < all + count; f++)
		if (*f->evidence && strcmp(f->is.to, q->whole.from) >= 0
		    && strcmp(f->is.to, q->whole.to) <= 0 && !strstr(text, f->evidence))
			text = arena_printf(q->r->mem, "%s%s%s", text, *text ? " " : "",
			    report_link(q->r, f->evidence));
	return text;
}

/* The quarters and the year, each summed up that way; gives the year. */
static struct figures_sum
sums_add(struct quarters *q, struct shared_rows *rows,
    struct figures_sum (*sum_of)(struct quarters *, struct shared_rows *,
    const struct span *))
{
	struct figures_sum sum;

	for (size_t i = 0; i < QUARTERS; i++) {
		if (i < q->count)
			sum = sum_of(q, rows, &q->spans[i]);
		page_cell(q->r->page, i < q->count ? cell(q, &sum) : "");
	}
	sum = sum_of(q, rows, &q->whole);
	page_cell(q->r->page, cell(q, &sum));
	return sum;
}

/* Has the metric figures of these days that do not say themselves when they were? They
 * are of the end of its goal. */
static bool
has_undated(const struct quarters *q, int64_t metric)
{
	size_t count;
	const struct figure *all = figures_of(&q->figures, metric, &count);

	for (const struct figure *f = all; f < all + count; f++)
		if (!f->dated && strcmp(f->is.to, q->whole.from) >= 0
		    && strcmp(f->is.to, q->whole.to) <= 0)
			return true;
	return false;
}

/* The figures of these days behind a row: of its metric, or of all that are summed up for
 * a network ("metric=ID,ID"). */
static const char *
figures_filter(struct quarters *q, const char *metrics, bool undated)
{
	const char *from = q->whole.from, *to = q->whole.to;

	return arena_printf(q->r->mem, "%s ((to>=%s to<=%s) or (to= from>=%s from<=%s)"
	    " or (to= from= measured_on>=%s measured_on<=%s)%s)", metrics, from, to, from, to,
	    from, to, undated ? " or (to= from= measured_on=)" : "");
}

static void
row_add(struct quarters *q, struct shared_rows *rows)
{
	page_leads(q->r->page, (struct page_lead){ id_at(rows, METRIC_ID), "measurements",
	    figures_filter(q, arena_printf(q->r->mem, "metric=%s",
	    shared_rows_text(rows, METRIC_ID)), has_undated(q, id_at(rows, METRIC_ID))) });
	page_cell(q->r->page, shared_rows_text(rows, STATEMENT));
	page_cell(q->r->page, shared_rows_text(rows, NAME));
	sums_add(q, rows, own_sum);
	page_cell(q->r->page, target(q, rows));
	page_cell(q->r->page, references(q, id_at(rows, METRIC_ID)));
}

/* Asked once for all rows of an owner, which follow each other: most have none. */
static bool
owner_has_members(struct quarters *q, int64_t owner)
{
	const struct sum_query any = { NULL, NULL, owner, q->whole.from, q->whole.to };
	struct sum sum;

	if (q->owner == owner)
		return q->owner_has_members;
	q->owner = owner;
	q->owner_has_members = false;
	if (owner && sum_make(q->r->app->store, &any, &sum, NULL)) {
		q->owner_has_members = sum.of_members > 0;
		sum_free(&sum);
	}
	return q->owner_has_members;
}

/* Have members of its owner a metric of this name as well? */
static bool
is_of_network(struct quarters *q, struct shared_rows *rows)
{
	struct sum sum;

	if (!owner_has_members(q, id_at(rows, OWNER_ID))
	    || !same_named(q, rows, &q->whole, &sum))
		return false;
	int64_t of_members = sum.of_members;
	sum_free(&sum);
	return of_members > 0;
}

/* The figures behind the row of a network: of all metrics that are summed up. */
static const char *
network_filter(struct quarters *q, struct shared_rows *rows)
{
	int64_t last = id_at(rows, METRIC_ID);
	const char *metrics = arena_printf(q->r->mem, "metric=%s",
	    shared_rows_text(rows, METRIC_ID));
	bool undated = has_undated(q, last);
	char id[ID_LENGTH + 1];
	struct sum sum;

	if (!same_named(q, rows, &q->whole, &sum))
		return figures_filter(q, metrics, undated);
	for (size_t i = 0; i < sum.count; i++) {
		if (!sum.parts[i].metric || sum.parts[i].metric == last)
			continue;
		last = sum.parts[i].metric;
		undated = undated || has_undated(q, last);
		id_format(last, id);
		metrics = arena_printf(q->r->mem, "%s,%s", metrics, id);
	}
	sum_free(&sum);
	return figures_filter(q, metrics, undated);
}

/* Below a metric of a network: "Total: Iberocoop". Its target stands above. */
static void
network_row_add(struct quarters *q, struct shared_rows *rows)
{
	page_leads(q->r->page, (struct page_lead){ 0, "measurements",
	    network_filter(q, rows) });
	page_cell(q->r->page, arena_printf(q->r->mem, "%s: %s", report_word(q->r, "total"),
	    shared_rows_text(rows, OWNER)));
	page_cell(q->r->page, shared_rows_text(rows, NAME));
	q->without += (int64_t)sums_add(q, rows, network_sum).parts;
	page_cell(q->r->page, "");
	page_cell(q->r->page, "");
}

/* --- The table --- */

static void
head_add(struct quarters *q)
{
	static const char *const names[QUARTERS] = { "q1", "q2", "q3", "q4" };
	static const char *const headings[QUARTERS] = { "Q1", "Q2", "Q3", "Q4" };
	struct report_call *r = q->r;
	struct page_column columns[COLUMNS] = {
		{ "activity", report_word(r, "activity"), PAGE_ESCAPED },
		{ "metric", report_word(r, "metric"), PAGE_ESCAPED },
	};
	size_t n = 2;

	for (int i = 0; i < QUARTERS; i++)
		columns[n++] = (struct page_column){ names[i], headings[i], PAGE_ESCAPED };
	columns[n++] = (struct page_column){ "total", report_word(r, "total"), PAGE_ESCAPED };
	columns[n++] = (struct page_column){ "goal", report_word(r, "goal"), PAGE_ESCAPED };
	columns[n++] = (struct page_column){ "references", report_word(r, "references"),
	    PAGE_RICH };
	page_table(r->page, columns, n);
}

/* The goals of my organisation, where the file says which that is; else all. */
static bool
rows_add(struct quarters *q, struct error *e)
{
	int64_t mine = my_organisation(q->r->app->store);
	const struct shared_query query = { .entity = "metric",
	    .filter = mine ? "goal.owner={id} or goal.owner.membership.network={id}" : NULL,
	    .columns = metric_columns,
	    .sort = "goal.owner,goal.position,goal.code,goal,name", .belongs = "goal" };
	struct shared_rows *rows = shared_rows_open(q->r->app->store, &query, mine, &q->r->left,
	    e);
	struct figures_sum any;

	while (rows && shared_rows_next(rows)) {
		any = figures_sum(&q->figures, id_at(rows, METRIC_ID), q->whole.from, q->whole.to);
		if (!any.known && !goal_is_of(q, id_at(rows, GOAL_ID)))
			continue;
		row_add(q, rows);
		if (is_of_network(q, rows))
			network_row_add(q, rows);
	}
	return rows && shared_rows_close(rows, e);
}

/* "Period 2026: Wikimedia Chile": that only its goals stand there has to be said. */
static bool
heading_add(struct quarters *q, struct error *e)
{
	static const struct shared_query whose = { .entity = "organisation",
	    .filter = "id={id}", .columns = "name" };
	struct report_call *r = q->r;
	int64_t mine = my_organisation(r->app->store);
	const char *text = arena_printf(r->mem, "%s %s", report_word(r, "period"),
	    q->whole.name);
	struct shared_rows *rows = mine ? report_rows_of(r, &whose, mine, e) : NULL;

	if (rows && shared_rows_next(rows))
		text = arena_printf(r->mem, "%s: %s", text, shared_rows_text(rows, 0));
	page_heading(r->page, 1, text);
	return !mine || (rows && shared_rows_close(rows, e));
}

bool
report_period(struct report_call *r, struct error *e)
{
	struct quarters q = { .r = r };
	bool own;

	if (!report_span(r, span_year(clock_today().year, r->mem), &q.whole, e))
		return false;
	/* Of a quarter or a month it is the year around it. */
	if (span_days(&q.whole) < HALF_YEAR)
		q.whole = span_year(atoi(q.whole.from), r->mem);
	if (!span_quarters(r->app->store, &q.whole, r->mem, &q.spans, &q.count, &own, e)
	    || !figures_read(r->app->store, NULL, &r->left, &q.figures, e))
		return false;
	bool ok = heading_add(&q, e);
	head_add(&q);
	ok = ok && rows_add(&q, e);
	if (ok && q.without)
		page_label(r->page, report_word(r, "without-records"),
		    arena_printf(r->mem, "%lld", (long long)q.without));
	figures_free(&q.figures);
	return ok;
}

bool
report_evaluation(struct report_call *r, struct error *e)
{
	const struct shared_query query = { .entity = "metric",
	    .filter = r->id ? "goal={id}" : NULL,
	    .sort = "goal.owner,goal.position,goal.code,goal,name", .belongs = "goal" };
	static const struct report_column columns[] = {
		{ .name = "code", .word = "code", .column = "goal.code" },
		{ .name = "owner", .word = "organisation", .column = "goal.owner" },
		{ .name = "goal", .word = "goal", .column = "goal.statement" },
		{ .name = "metric", .word = "metric", .column = "name" },
		{ .name = "unit", .word = "unit", .column = "unit" },
		{ .name = "kind", .word = "kind", .column = "kind", .data = true },
		{ .name = "baseline", .word = "baseline", .column = "baseline" },
		{ .name = "target", .word = "target", .column = "target|target_words" },
		{ .name = "how_often", .word = "how-often", .column = "how_often" },
		{ .name = "measured_by", .word = "measured-by", .column = "measured_by" },
		{ .name = "data_source", .word = "data-source", .column = "data_source" },
		{ .name = "count_from", .word = "count-from", .column = "count_from" },
		{ .name = "deadline", .word = "due", .column = "goal.deadline" },
		{ .name = NULL }
	};

	return report_table(r, &query, columns, e);
}
