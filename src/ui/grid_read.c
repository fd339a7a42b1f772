/* What stands in the grid: metrics that have to do with the year, and their figures. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "base/id.h"
#include "store/filter.h"
#include "store/progress.h"
#include "ui/grid_part.h"

void
grid_content_free(struct grid_content *c)
{
	figures_free(&c->figures);
	free(c->rows);
	arena_free(&c->mem);
	*c = (struct grid_content){ .count = 0 };
}

const struct span *
grid_span(const struct grid_view *g, size_t column)
{
	const struct grid_content *c = &g->content;

	return column < c->span_count ? &c->spans[column] : &c->whole;
}

struct figures_sum
grid_sum(const struct grid_view *g, size_t row, size_t column)
{
	const struct span *span = grid_span(g, column);

	return figures_sum(&g->content.figures, g->content.rows[row].metric, span->from,
	    span->to);
}

void
grid_heading(const struct grid_view *g, size_t column, struct str *out)
{
	const char *name = grid_span(g, column)->name, *year = g->content.whole.name;
	size_t n = strlen(year);

	str_add(out, strncmp(name, year, n) || name[n] != ' ' ? name : name + n + 1);
}

/* Of goals of other years only what has figures in this one. */
static bool
is_of_year(struct grid_view *g, int64_t goal, int64_t metric)
{
	const struct grid_content *c = &g->content;
	struct progress p;

	if (g->goal || !progress_read(g->sc->app->store, goal, &p, NULL) || !*p.end)
		return true;
	if (strcmp(p.end, c->whole.from) >= 0
	    && strcmp(*p.begin ? p.begin : p.end, c->whole.to) <= 0)
		return true;
	return figures_sum(&c->figures, metric, c->whole.from, c->whole.to).known;
}

/* "≥" and the like are the reports'; here the number wanted is enough. */
enum { GOAL, NAME, UNIT, STATEMENT, TARGET, TARGET_WORDS };
static const char columns[] = "goal,name,unit,goal.statement,target,target_words";

static void
rows_take(struct grid_view *g, struct rows *rows)
{
	struct grid_content *c = &g->content;
	struct value goal;
	size_t room = 0;

	while (rows_next(rows)) {
		bool here = rows_value(rows, GOAL, 0, &goal)
		    && is_of_year(g, goal.i, rows_id(rows));
		c->others = c->others || !here;
		if (!here)
			continue;
		if (c->count == room) {
			room = room * 2 + 32;
			c->rows = xrealloc(c->rows, room * sizeof *c->rows);
		}
		struct grid_row *row = &c->rows[c->count++];
		*row = (struct grid_row){ rows_id(rows), rows_text(rows, NAME, &c->mem),
		    rows_text(rows, UNIT, &c->mem), rows_text(rows, STATEMENT, &c->mem),
		    rows_text(rows, TARGET, &c->mem) };
		if (!*row->target)
			row->target = rows_text(rows, TARGET_WORDS, &c->mem);
	}
}

static bool
metrics_read(struct grid_view *g, struct error *e)
{
	const struct entity *ent = entity_find(g->view.pane->entity);
	struct grid_content *c = &g->content;
	char which[ID_LENGTH + 1];
	struct column *cols;
	size_t count;

	id_format(g->goal ? g->goal : g->owner, which);
	const char *whose = g->goal ? "goal=" : g->owner ? "goal.owner=" : NULL;
	const char *text = whose ? arena_printf(&c->mem, "%s%s", whose, which) : "";
	if (g->view.filter.len)
		text = arena_printf(&c->mem, "%s (%s)", text, str_text(&g->view.filter));
	struct filter *f = filter_parse(g->sc->app->store, ent, g->view.pane, text, e);
	bool ok = f && columns_read(ent, columns, &c->mem, &cols, &count, e);
	const struct query q = { .ent = ent, .filter = f, .columns = ok ? cols : NULL,
	    .column_count = ok ? count : 0,
	    .sort = "goal.owner,goal.position,goal.code,goal,name" };
	struct rows *rows = ok ? rows_open(g->sc->app->store, &q, e) : NULL;
	if (rows)
		rows_take(g, rows);
	ok = rows && rows_close(rows, e);
	filter_free(f);
	return ok;
}

bool
grid_read(struct grid_view *g, struct error *e)
{
	struct grid_content before = g->content, *c = &g->content;
	bool own;

	*c = (struct grid_content){ .count = 0 };
	c->whole = span_year(g->year, &c->mem);
	bool ok = span_quarters(g->sc->app->store, &c->whole, &c->mem, &c->spans,
	    &c->span_count, &own, e) && figures_read(g->sc->app->store, NULL, NULL, &c->figures, e)
	    && metrics_read(g, e);
	if (!ok) {
		grid_content_free(c);
		*c = before;
		return false;
	}
	grid_content_free(&before);
	return true;
}
