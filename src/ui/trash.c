#include "config.h"

#include "ui/trash.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app/pane.h"
#include "app/time.h"
#include "base/i18n.h"
#include "store/filter.h"
#include "store/query.h"

/* In the time of this computer, as the history says it. */
static const char *
when_shown(const char *stored, struct arena *mem)
{
	struct tm tm = { 0 };
	char when[TIME_TEXT];

	if (!strptime(stored, "%Y-%m-%dT%H:%M:%SZ", &tm))
		return arena_strdup(mem, stored);
	time_text((int64_t)timegm(&tm) * 1000, when);
	return arena_strdup(mem, when);
}

/* The title is there for the search; the time of the newest change is when it went. */
static void
row_add(struct app *app, const struct query *q, struct rows *rows, struct choices *out)
{
	struct str title = { 0 }, when = { 0 };
	struct choice row = { .left = _(q->ent->label), .id = rows_id(rows) };

	record_title(app->store, q->ent, row.id, &title);
	cell_shown(app, rows, &q->columns[0], 0, &when);
	row.text = arena_strdup(&out->mem, str_text(&title));
	row.right = when_shown(str_text(&when), &out->mem);
	choices_add(out, &row);
	str_free(&title);
	str_free(&when);
}

/* Not what only hangs on a record that was: it comes out with that one, and not alone. */
static bool
was_put_here(struct rows *rows)
{
	struct value v;

	return rows_value(rows, 1, 0, &v) && v.kind == VALUE_INT && v.i;
}

static bool
entity_add(struct app *app, const struct entity *ent, struct choices *out, struct error *e)
{
	const struct field *trash = field_with(ent, F_TRASH), *changed = field_with(ent, F_CHANGED);
	struct column columns[2];
	struct query q = { .ent = ent, .columns = columns, .column_count = 2 };
	struct str text = { 0 };

	str_addf(&text, "%s=yes", trash->name);
	struct filter *f = filter_parse(app->store, ent, NULL, str_text(&text), e);
	bool ok = f && column_parse(ent, changed->name, &columns[0], e)
	    && column_parse(ent, trash->name, &columns[1], e);
	q.filter = f;
	struct rows *rows = ok ? rows_open(app->store, &q, e) : NULL;
	while (rows && rows_next(rows))
		if (was_put_here(rows))
			row_add(app, &q, rows, out);
	ok = rows && rows_close(rows, e);
	filter_free(f);
	str_free(&text);
	return ok;
}

static int
newest_first(const void *a, const void *b)
{
	const struct choice *one = a, *two = b;
	int by = strcmp(two->right, one->right);

	return by ? by : one->id < two->id ? -1 : 1;
}

static bool
trash_fill(struct app *app, const char *place, struct choices *out, struct error *e)
{
	(void)place;
	for (int i = 0; entities[i]; i++)
		if (pane_of_entity(entities[i]) && !entity_add(app, entities[i], out, e))
			return false;
	if (out->count)
		qsort(out->rows, out->count, sizeof *out->rows, newest_first);
	return true;
}

const struct choice_kind trash_kind = {
	.name = "trash", .title = N_("Trash"),
	.none = N_("The trash is empty: nothing is deleted."), .fill = trash_fill
};
