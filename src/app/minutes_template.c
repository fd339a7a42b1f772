#include "config.h"

#include "app/minutes_template.h"

#include <string.h>

#include "app/pane.h"
#include "app/report_words.h"
#include "app/shipped_table.h"
#include "base/arena.h"
#include "base/fold.h"

enum { OWN_MOST = 200, SHIPPED_MOST = 50 };

/* --- The file's own --- */

static bool
is_named(const struct minutes_template *list, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (fold_equal(list[i].name, name))
			return true;
	return false;
}

static bool
own_add(struct app *app, struct arena *mem, struct minutes_template *list, size_t *count,
    size_t most, struct error *e)
{
	const struct entity *ent = entity_find("template");
	struct query q = { .ent = ent, .pane = pane_of_entity(ent), .limit = (int64_t)most };
	struct column *columns;

	if (!columns_read(ent, "name,kind,body", mem, &columns, &q.column_count, e))
		return false;
	q.columns = columns;
	struct rows *rows = rows_open(app->store, &q, e);
	while (rows && *count < most && rows_next(rows)) {
		struct minutes_template *t = &list[(*count)++];
		*t = (struct minutes_template){ rows_id(rows), rows_text(rows, 0, mem),
		    rows_text(rows, 1, mem), rows_text(rows, 2, mem) };
	}
	return rows && rows_close(rows, e);
}

/* --- Those that ship --- */

/* Columns of starter/starters.csv and of starter/templates.csv. */
enum { STARTER_NAME, STARTER_PANE, STARTER_LANGUAGE };
enum { TEMPLATE_STARTER, TEMPLATE_NAME, TEMPLATE_KIND, TEMPLATE_BODY };

/* The names of the starters that are templates in this language. */
static bool
starters_in(const char *language, struct arena *mem, const char *names[SHIPPED_MOST],
    size_t *count, struct error *e)
{
	const char *row[SHIPPED_COLUMNS];
	struct shipped_table t;
	int got;

	*count = 0;
	if (!shipped_open(&t, "starter/starters.csv", e))
		return false;
	while ((got = shipped_next(&t, row, e)) == 1 && *count < SHIPPED_MOST)
		if (pane_find(row[STARTER_PANE]) == pane_find("templates")
		    && strstr(row[STARTER_LANGUAGE], language))
			names[(*count)++] = arena_strdup(mem, row[STARTER_NAME]);
	shipped_close(&t);
	return got >= 0;
}

static bool
is_among(const char *const *names, size_t count, const char *name)
{
	while (count)
		if (!strcmp(names[--count], name))
			return true;
	return false;
}

/* A file that has used one has it under the same name already. */
static bool
shipped_add(const char *const *names, size_t named, struct arena *mem,
    struct minutes_template *list, size_t *count, size_t most, struct error *e)
{
	const char *row[SHIPPED_COLUMNS];
	struct shipped_table t;
	int got;

	if (!shipped_open(&t, "starter/templates.csv", e))
		return false;
	while ((got = shipped_next(&t, row, e)) == 1 && *count < most)
		if (is_among(names, named, row[TEMPLATE_STARTER])
		    && !is_named(list, *count, row[TEMPLATE_NAME]))
			list[(*count)++] = (struct minutes_template){ 0,
				arena_strdup(mem, row[TEMPLATE_NAME]),
				arena_strdup(mem, row[TEMPLATE_KIND]),
				arena_strdup(mem, row[TEMPLATE_BODY]) };
	shipped_close(&t);
	return got >= 0;
}

bool
minutes_templates(struct app *app, struct arena *mem, struct minutes_template **out,
    size_t *count, struct error *e)
{
	struct minutes_template *list = arena_alloc(mem,
	    (OWN_MOST + SHIPPED_MOST) * sizeof *list);
	const char *names[SHIPPED_MOST];
	size_t named;

	*out = list;
	*count = 0;
	return own_add(app, mem, list, count, OWN_MOST, e)
	    && starters_in(report_language(NULL, NULL), mem, names, &named, e)
	    && (named || starters_in("en", mem, names, &named, e))
	    && shipped_add(names, named, mem, list, count, OWN_MOST + SHIPPED_MOST, e);
}
