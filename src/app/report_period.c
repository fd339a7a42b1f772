/* What was reached, quarter by quarter, and how it is measured. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/figures.h"
#include "app/report.h"
#include "base/clock.h"
#include "base/id.h"
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
};

/* --- Which metrics stand in it --- */

enum { METRIC_ID, NAME, UNIT, STATEMENT, GOAL_ID, OWNER_ID, COUNT_FROM, OPERATOR, TARGET,
	TARGET_WORDS };
static const char metric_columns[] =
    "id,name,unit,goal.statement,goal.id,goal.owner.id,count_from,target_operator,target,"
    "target_words";

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

/* What its own records come to, where it is counted from records. */
static bool
counted(struct quarters *q, struct shared_rows *rows, const struct span *span,
    struct figures_sum *out)
{
	const struct sum_query query = { shared_rows_text(rows, NAME),
	    shared_rows_text(rows, UNIT), id_at(rows, OWNER_ID), span->from, span->to };
	struct sum sum;

	if (!*shared_rows_text(rows, COUNT_FROM)
	    || !sum_make(q->r->app->store, &query, &sum, NULL))
		return false;
	*out = (struct figures_sum){ .fits = true, .qualifier = "" };
	for (size_t i = 0; i < sum.count; i++)
		if (*sum.parts[i].counted) {
			out->known = true;
			out->fits = out->fits
			    && decimal_add(out->total, sum.parts[i].value, &out->total);
		}
	sum_free(&sum);
	return out->known;
}

/* A bar where there is no figure, as people print it; in CSV nothing. */
static const char *
cell(struct quarters *q, struct shared_rows *rows, const struct span *span)
{
	struct figures_sum sum;
	struct str out = { 0 };

	if (!counted(q, rows, span, &sum))
		sum = figures_sum(&q->figures, id_at(rows, METRIC_ID), span->from, span->to);
	figure_show(&sum, &out);
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
		if (*f->evidence && strcmp(f->to, q->whole.from) >= 0
		    && strcmp(f->to, q->whole.to) <= 0 && !strstr(text, f->evidence))
			text = arena_printf(q->r->mem, "%s%s%s", text, *text ? " " : "",
			    report_link(q->r, f->evidence));
	return text;
}

static void
row_add(struct quarters *q, struct shared_rows *rows)
{
	int64_t metric = id_at(rows, METRIC_ID);

	page_cell(q->r->page, shared_rows_text(rows, STATEMENT));
	page_cell(q->r->page, shared_rows_text(rows, NAME));
	for (size_t i = 0; i < QUARTERS; i++)
		page_cell(q->r->page, i < q->count ? cell(q, rows, &q->spans[i]) : "");
	page_cell(q->r->page, cell(q, rows, &q->whole));
	page_cell(q->r->page, target(q, rows));
	page_cell(q->r->page, references(q, metric));
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
		if (any.known || goal_is_of(q, id_at(rows, GOAL_ID)))
			row_add(q, rows);
	}
	return rows && shared_rows_close(rows, e);
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
	page_heading(r->page, 1, arena_printf(r->mem, "%s %s", report_word(r, "period"),
	    q.whole.name));
	head_add(&q);
	bool ok = rows_add(&q, e);
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
