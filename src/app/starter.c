#include "config.h"

#include "app/starter.h"

#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "app/report_words.h"
#include "app/shipped_table.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "store/same.h"

/* Where the rows of a starter stand, and what they hang on: an earlier record of the
 * same starter, or one that the person names. */
static const struct part {
	const char *pane, *file;
	const char *parent;	/* field that refers to it; NULL: none */
	bool asks;		/* the person says which */
} parts[] = {
	{ "forms", "starter/forms.csv", NULL, false },
	{ "form_questions", "starter/form_questions.csv", "form", false },
	{ "templates", "starter/templates.csv", NULL, false },
	{ "metrics", "starter/metrics.csv", "goal", true },
};
enum { PARTS = sizeof parts / sizeof *parts };

/* --- Making its records --- */

struct use {
	struct app *app;
	const char *name;
	int64_t first;		/* its first record, made or found */
	int64_t asked;		/* the record the person named, 0 for none */
	int64_t made;
	bool dry;		/* only look whether it is here */
};

static bool
cells_read(struct use *u, const struct part *part, const struct shipped_table *t,
    const char *const row[SHIPPED_COLUMNS], struct arena *mem, struct cell *cells, size_t *n,
    struct error *e)
{
	const struct entity *ent = entity_find(pane_find(part->pane)->entity);

	*n = 0;
	for (size_t i = 1; i < t->columns; i++) {
		const struct field *f = field_find(ent, t->header[i]);
		struct str keep = { 0 };
		struct value v;
		if (!f || !*row[i])
			continue;
		bool ok = value_input(u->app->store, f, row[i], strlen(row[i]), &keep, &v, e);
		if (ok && v.kind == VALUE_TEXT)
			v.s = arena_dup(mem, v.s, v.n);
		str_free(&keep);
		if (!ok)
			return false;
		cells[(*n)++] = (struct cell){ f, v, true };
	}
	int64_t parent = part->asks ? u->asked : u->first;
	if (part->parent)
		cells[(*n)++] = (struct cell){ field_find(ent, part->parent), value_int(parent), true };
	return true;
}

/* What is in the trash comes back: else its name would be there twice. */
static bool
row_found(struct use *u, const struct entity *ent, int64_t id, struct error *e)
{
	struct cell back = { field_with(ent, F_TRASH), value_int(0), true };

	if (!record_hidden(u->app->store, ent, id) || u->dry)
		return true;
	u->made++;
	return record_put(u->app->store, ent, id, &back, e);
}

static bool
row_make(struct use *u, const struct entity *ent, const struct cell *cells, size_t n,
    struct same *same, int64_t *id, struct error *e)
{
	if (u->dry)
		return true;
	u->made++;
	if (!record_create(u->app->store, ent, cells, n, id, e))
		return false;
	same_add(same, cells, n, *id);
	return true;
}

static bool
row_use(struct use *u, const struct part *part, const struct shipped_table *t,
    const char *const row[SHIPPED_COLUMNS], struct same *same, struct error *e)
{
	const struct entity *ent = entity_find(pane_find(part->pane)->entity);
	struct cell cells[SHIPPED_COLUMNS + 1];
	struct arena mem = { 0 };
	int64_t id = 0;
	size_t n;

	bool ok = cells_read(u, part, t, row, &mem, cells, &n, e);
	if (ok && same_find(same, cells, n, &id, 1))
		ok = row_found(u, ent, id, e);
	else if (ok)
		ok = row_make(u, ent, cells, n, same, &id, e);
	if (!u->first)
		u->first = id;
	arena_free(&mem);
	return ok;
}

static bool
part_use(struct use *u, const struct part *part, struct error *e)
{
	const char *row[SHIPPED_COLUMNS];
	struct shipped_table t;
	int got = 0;

	if (!shipped_open(&t, part->file, e))
		return false;
	struct same *same = same_new(u->app->store, entity_find(pane_find(part->pane)->entity),
	    NULL, e);
	bool ok = same != NULL;
	while (ok && (got = shipped_next(&t, row, e)) == 1)
		if (!strcmp(row[0], u->name))
			ok = row_use(u, part, &t, row, same, e);
	same_free(same);
	shipped_close(&t);
	return ok && got == 0;
}

/* --- Which there are --- */

/* The table of a starter's first record. */
static const struct part *
part_of(const char *pane)
{
	for (size_t i = 0; i < PARTS; i++)
		if (!strcmp(parts[i].pane, pane))
			return &parts[i];
	return NULL;
}

static bool
starter_read(struct app *app, const char *const row[SHIPPED_COLUMNS], struct arena *mem,
    struct starter *out, struct error *e)
{
	const struct part *part = part_of(row[1]);
	struct use u = { .app = app, .name = row[0], .dry = true };

	if (!part)
		return set_error(e, STATUS_DATA, _("There is no pane \"%s\"."), row[1]);
	if (app->store && !part->asks && !part_use(&u, part, e))
		return false;
	*out = (struct starter){ arena_strdup(mem, row[0]), pane_find(part->pane),
	    arena_strdup(mem, row[2]), arena_strdup(mem, row[3]), part->asks,
	    u.first && !record_hidden(app->store, entity_find(pane_find(part->pane)->entity),
	    u.first) };
	return true;
}

/* Those in the language of the screen, then the others, each as the file has them. */
static void
by_language(const struct starter *from, size_t n, struct starter *to)
{
	const char *mine = report_language(NULL, NULL);
	size_t k = 0;

	for (size_t i = 0; i < n; i++)
		if (strstr(from[i].language, mine))
			to[k++] = from[i];
	for (size_t i = 0; i < n; i++)
		if (!strstr(from[i].language, mine))
			to[k++] = from[i];
}

bool
starters_read(struct app *app, struct arena *mem, struct starter **out, size_t *count,
    struct error *e)
{
	const char *row[SHIPPED_COLUMNS];
	struct starter *list = NULL;
	struct shipped_table t;
	size_t n = 0;
	int got = 0;

	if (!shipped_open(&t, "starter/starters.csv", e))
		return false;
	bool ok = true;
	while (ok && (got = shipped_next(&t, row, e)) == 1) {
		list = xrealloc(list, (n + 1) * sizeof *list);
		ok = starter_read(app, row, mem, &list[n++], e);
	}
	shipped_close(&t);
	*out = arena_alloc(mem, (n + 1) * sizeof *list);
	if (list)
		by_language(list, n, *out);
	*count = n;
	free(list);
	return ok && got == 0;
}

/* --- Using one --- */

static bool
begins(const char *name, const char *typed)
{
	struct str a = { 0 }, b = { 0 };

	fold_add(&a, name, strlen(name));
	fold_add(&b, typed, strlen(typed));
	bool ok = b.len && b.len <= a.len && !memcmp(a.s, b.s, b.len);
	str_free(&a);
	str_free(&b);
	return ok;
}

static bool
refuse_name(const struct starter *list, size_t n, const char *name, struct error *e)
{
	struct arena mem = { 0 };
	const char **names = arena_alloc(&mem, (n + 1) * sizeof *names);

	for (size_t i = 0; i < n; i++)
		names[i] = list[i].name;
	const char *near = fold_nearest(name, names, n);
	arena_free(&mem);
	return near ? set_error(e, STATUS_NONE,
	    _("There is no starter \"%s\"; did you mean \"%s\"?"), name, near)
	    : set_error(e, STATUS_NONE,
	    _("There is no starter \"%s\": \"alianza starters\" lists them."), name);
}

/* The one of this name; of this beginning, when it is the only one. */
static const struct starter *
starter_named(const struct starter *list, size_t n, const char *name, struct error *e)
{
	const struct starter *begun = NULL;
	size_t fits = 0;

	for (size_t i = 0; i < n; i++) {
		if (fold_equal(list[i].name, name))
			return &list[i];
		if (begins(list[i].name, name)) {
			begun = &list[i];
			fits++;
		}
	}
	if (fits != 1)
		refuse_name(list, n, name, e);
	return fits == 1 ? begun : NULL;
}

static bool
asked_find(struct use *u, const struct part *part, const char *which, struct error *e)
{
	const struct field *f = field_find(entity_find(pane_find(part->pane)->entity),
	    part->parent);
	struct str keep = { 0 };
	struct value v = value_null;

	if (!which || !*which)
		return set_error(e, STATUS_USAGE,
		    _("Say what \"%s\" is for: use-starter NAME GOAL."), u->name);
	bool ok = value_input(u->app->store, f, which, strlen(which), &keep, &v, e);
	u->asked = ok ? v.i : 0;
	str_free(&keep);
	return ok;
}

static bool
parts_use(struct use *u, const struct starter *s, const char *which, struct error *e)
{
	const struct part *first = part_of(s->pane->name);

	if (first->asks && !asked_find(u, first, which, e))
		return false;
	for (size_t i = 0; i < PARTS; i++)
		if (parts[i].asks == first->asks && !part_use(u, &parts[i], e))
			return false;
	return u->made || set_error(e, STATUS_EXISTS, _("%s is in the file already."), s->name);
}

bool
starter_use(struct app *app, const char *name, const char *which, int64_t *id,
    struct error *e)
{
	struct arena mem = { 0 };
	struct starter *list;
	size_t n;

	bool ok = starters_read(app, &mem, &list, &n, e);
	const struct starter *s = ok ? starter_named(list, n, name, e) : NULL;
	struct use u = { .app = app, .name = s ? s->name : name };
	ok = s && parts_use(&u, s, which, e);
	*id = u.first;
	arena_free(&mem);
	return ok;
}
