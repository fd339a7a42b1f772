#include "config.h"

#include "app/pane.h"

#include <string.h>

#include "app/percent_bar.h"
#include "app/time.h"
#include "base/arena.h"
#include "base/i18n.h"

const struct pane *
pane_named(const char *name, struct error *e)
{
	const struct pane *pane = pane_find(name);

	if (pane)
		return pane;
	const char *near = pane_nearest(name);
	if (near)
		set_error(e, STATUS_USAGE, _("There is no pane \"%s\"; did you mean \"%s\"?"), name, near);
	else
		set_error(e, STATUS_USAGE,
		    _("There is no pane \"%s\": \"alianza panes\" lists them."), name);
	return NULL;
}

/* A pane for records of one kind only, as that of partners. */
static const struct pane *
pane_of_kind(const struct record *r)
{
	const struct field *f;
	const char *code;

	for (const struct pane *p = panes; p->name; p++) {
		if (strcmp(p->entity, r->ent->name) || !pane_fixed(p, &f, &code))
			continue;
		struct value wanted = value_text(code, strlen(code));
		if (value_equal(record_value(r, f), &wanted))
			return p;
	}
	return NULL;
}

const struct pane *
pane_of_record(struct store *s, const struct entity *ent, int64_t id)
{
	const struct pane *pane = NULL;
	struct record *r = NULL;

	if (record_load(s, ent, id, &r, NULL) && r)
		pane = pane_of_kind(r);
	record_free(r);
	return pane ? pane : pane_of_entity(ent);
}

bool
columns_read(const struct entity *ent, const char *names, struct arena *mem,
    struct column **out, size_t *count, struct error *e)
{
	size_t max = 1;

	for (const char *p = names; *p; p++)
		max += *p == ',';
	*out = arena_alloc(mem, max * sizeof **out);
	*count = 0;
	while (*names) {
		size_t n = strcspn(names, ",");
		if (!column_parse(ent, arena_dup(mem, names, n), &(*out)[(*count)++], e))
			return false;
		names += n + (names[n] == ',');
	}
	return *count || set_error(e, STATUS_USAGE, _("No column is named."));
}

bool
ids_read(struct store *s, const struct query *q, int64_t **ids, int64_t *count,
    struct error *e)
{
	struct rows *rows = rows_open(s, q, e);
	int64_t cap = 0;

	*ids = NULL;
	*count = 0;
	if (!rows)
		return false;
	while (rows_next(rows)) {
		if (*count == cap) {
			cap = cap * 2 + 64;
			*ids = xrealloc(*ids, (size_t)cap * sizeof **ids);
		}
		(*ids)[(*count)++] = rows_id(rows);
	}
	return rows_close(rows, e);
}

/* In the order of a tree a title is indented by what stands above it. */
static void
indent_add(const struct rows *rows, const struct column *col, struct str *out)
{
	if (!col->depth && col->field->flags & F_TITLE)
		for (int i = rows_depth(rows); i > 0; i--)
			str_add(out, "  ");
}

void
cell_here(struct app *app, struct rows *rows, const struct column *col, size_t index,
    struct str *out)
{
	char when[TIME_TEXT];
	struct value v;

	if (!rows_value(rows, index, 0, &v) || v.kind != VALUE_TEXT)
		cell_shown(app, rows, col, index, out);
	else if (col->field->flags & F_PERCENT)
		percent_bar(v.s, v.n, app->out.plain, out);
	else if (col->field->type == &type_datetime && time_moment_text(v.s, v.n, when))
		str_add(out, when);
	else
		cell_shown(app, rows, col, index, out);
}

void
cell_shown(struct app *app, struct rows *rows, const struct column *col, size_t index,
    struct str *out)
{
	struct value v;

	indent_add(rows, col, out);
	for (size_t i = 0; rows_value(rows, index, i, &v); i++) {
		if (i)
			str_add(out, "; ");
		value_show(app->store, col->field, &v, out);
	}
}
