#include "config.h"

#include "app/saved_view.h"

#include <stddef.h>
#include <string.h>

#include "app/edit.h"
#include "app/pane.h"
#include "app/shipped_view.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "store/filter.h"
#include "store/tally.h"
#include "store/which.h"

enum { WORDS_MOST = 12 };

/* Where each text stands, in the dictionary and in the struct. */
static const struct {
	const char *field;
	size_t offset;
} texts[] = {
	{ "name", offsetof(struct saved_view, name) },
	{ "pane", offsetof(struct saved_view, pane) },
	{ "filter", offsetof(struct saved_view, filter) },
	{ "columns", offsetof(struct saved_view, columns) },
	{ "sort", offsetof(struct saved_view, sort) },
	{ "table", offsetof(struct saved_view, table) },
};
enum { TEXTS = sizeof texts / sizeof *texts };

static const char **
text_of(struct saved_view *v, int i)
{
	return (const char **)((char *)v + texts[i].offset);
}

const struct entity *
saved_view_entity(void)
{
	return entity_find("view");
}

/* --- Reading --- */

/* The id of the one with this very name, 0: there is none. */
static bool
named(struct app *app, const char *name, int64_t *id, struct error *e)
{
	const struct entity *ent = saved_view_entity();
	struct query q = { .ent = ent };
	struct str title = { 0 };
	struct rows *rows = rows_open(app->store, &q, e);

	*id = 0;
	while (rows && !*id && rows_next(rows)) {
		str_cut(&title, 0);
		record_title(app->store, ent, rows_id(rows), &title);
		if (fold_equal(str_text(&title), name))
			*id = rows_id(rows);
	}
	str_free(&title);
	return rows && rows_close(rows, e);
}

static bool
own_read(struct app *app, const char *which, struct arena *mem, struct saved_view *out,
    struct error *e)
{
	const struct entity *ent = saved_view_entity();
	struct record *r;
	int64_t id;

	if (!which_find(app->store, ent, pane_of_entity(ent), which, false, &id, e)
	    || !record_load(app->store, ent, id, &r, e))
		return false;
	for (int i = 0; i < TEXTS; i++)
		*text_of(out, i) = value_dup(record_value_named(r, texts[i].field), mem);
	record_free(r);
	return true;
}

static void
shipped_read(const struct shipped_view *shipped, struct arena *mem, struct saved_view *out)
{
	*out = shipped->view;
	out->filter = shipped_view_filter(shipped, mem);
}

/* One of the file's own with this very name goes first; a mere beginning of a name, or an
 * id, is looked for last, and then a part of what those of every file are called. */
bool
saved_view_read(struct app *app, const char *which, struct arena *mem,
    struct saved_view *out, struct error *e)
{
	const struct shipped_view *shipped = shipped_view_find(which);
	int64_t own = 0;

	if (shipped && !named(app, which, &own, e))
		return false;
	if (!shipped || own) {
		if (own_read(app, which, mem, out, e))
			return true;
		shipped = shipped_view_guess(which);
	}
	if (shipped)
		shipped_read(shipped, mem, out);
	return shipped != NULL;
}

/* The columns and the order of a list, which go before its pane; n words are there. */
static int
look_words(const struct saved_view *v, const char *columns, const char **words, int n)
{
	if (!*v->table && *columns) {
		words[n++] = "--columns";
		words[n++] = columns;
	}
	if (!*v->table && *v->sort) {
		words[n++] = "--sort";
		words[n++] = v->sort;
	}
	return n;
}

/* What is shown: the pane, a file where there is one, the columns of a table, the filter;
 * in parentheses it is read as text, whatever is in it. */
static int
content_words(const struct saved_view *v, const char *file, struct arena *mem,
    const char **words, int n)
{
	const char *across = strchr(v->table, ',');

	words[n++] = "--";
	words[n++] = v->pane;
	if (file)
		words[n++] = file;
	if (*v->table)
		words[n++] = arena_dup(mem, v->table, strcspn(v->table, ","));
	if (across)
		words[n++] = across + 1;
	if (*v->filter)
		words[n++] = arena_printf(mem, "(%s)", v->filter);
	return n;
}

static const char *
table_command(const struct saved_view *v)
{
	return strchr(v->table, ',') ? "crosstable" : "frequency";
}

int
saved_view_words(const struct saved_view *v, struct arena *mem, const char ***words)
{
	*words = arena_alloc(mem, WORDS_MOST * sizeof **words);
	(*words)[0] = *v->table ? table_command(v) : "list";
	return content_words(v, NULL, mem, *words, look_words(v, v->columns, *words, 1));
}

int
saved_view_export(const struct saved_view *v, const char *file, const char *format,
    bool force, struct arena *mem, const char ***words)
{
	const struct pane *pane = pane_named(v->pane, NULL);
	int n = 0;

	*words = arena_alloc(mem, WORDS_MOST * sizeof **words);
	(*words)[n++] = *v->table ? table_command(v) : "export";
	(*words)[n++] = "--format";
	(*words)[n++] = format ? format : "csv";
	if (force && !*v->table)
		(*words)[n++] = "--force";
	/* Without any, an export has all fields and not those of the list. */
	n = look_words(v, *v->columns || !pane ? v->columns : pane->columns, *words, n);
	return content_words(v, *v->table ? NULL : file, mem, *words, n);
}

/* --- Saving --- */

static bool
table_fits(const struct pane *pane, const char *table, struct error *e)
{
	struct arena mem = { 0 };
	struct tally_by by;
	bool ok = true;
	int count = 0;

	for (const char *p = table; ok && *p; count++) {
		size_t n = strcspn(p, ",");
		ok = tally_by_parse(pane, arena_dup(&mem, p, n), &by, e);
		p += n + (p[n] == ',');
	}
	arena_free(&mem);
	return ok && (count <= TALLY_SIDES
	    || set_error(e, STATUS_USAGE, _("A table has one column or two, not \"%s\"."), table));
}

/* Columns, order and filter are tried on one row. */
static bool
list_fits(struct app *app, const struct pane *pane, const struct saved_view *v,
    struct error *e)
{
	struct query q = { .ent = entity_find(pane->entity), .pane = pane, .limit = 1,
	    .sort = *v->sort ? v->sort : NULL };
	struct arena mem = { 0 };
	struct column *columns;
	struct rows *rows = NULL;
	struct filter *f = NULL;

	bool ok = columns_read(q.ent, *v->columns ? v->columns : pane->columns, &mem, &columns,
	    &q.column_count, e) && (f = filter_parse(app->store, q.ent, pane, v->filter, e));
	if (ok) {
		q.columns = columns;
		q.filter = f;
		rows = rows_open(app->store, &q, e);
		ok = rows && rows_close(rows, e);
	}
	filter_free(f);
	arena_free(&mem);
	return ok;
}

bool
saved_view_put(struct app *app, const struct saved_view *v, struct error *e)
{
	const struct entity *ent = saved_view_entity();
	const struct pane *pane = pane_named(v->pane, e);
	struct saved_view fresh = *v;
	struct assignment a[TEXTS];
	int64_t id;

	if (!pane || !list_fits(app, pane, v, e) || !table_fits(pane, v->table, e)
	    || !named(app, v->name, &id, e))
		return false;
	fresh.pane = pane->name;
	for (int i = 0; i < TEXTS; i++) {
		const char *text = *text_of(&fresh, i);
		a[i] = (struct assignment){ field_find(ent, texts[i].field), false, '=', text,
		    strlen(text) };
	}
	if (!id)
		return record_add(app, pane_of_entity(ent), a, TEXTS, &id, e);
	for (int i = 1; i < TEXTS; i++)		/* it keeps its name as first written */
		if (!assignment_apply(app, pane_of_entity(ent), id, &a[i], e))
			return false;
	return true;
}
