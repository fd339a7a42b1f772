/* Commands on records: list, show, add, set, delete, restore. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/char_limit.h"
#include "app/edit.h"
#include "app/groups.h"
#include "app/pane.h"
#include "app/restore.h"
#include "app/table.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/filter.h"
#include "store/query.h"
#include "store/which.h"

/* --- list --- */

static bool
list(struct app *app, struct call *call, struct error *e)
{
	const struct pane *pane = pane_named(call->argv[0], e);
	struct query q = { .pane = pane };
	struct arena mem = { 0 };
	struct column *columns;

	if (!pane || !call_limit(call, &q.limit, e))
		return false;
	q.ent = entity_find(pane->entity);
	q.sort = call_option(call, "sort");
	const char *names = call_option(call, "columns");
	bool ok = columns_read(q.ent, names ? names : pane->columns, &mem, &columns,
	    &q.column_count, e);
	struct filter *f = ok ? filter_words(app->store, q.ent, pane, call->argc - 1,
	    call->argv + 1, e) : NULL;
	q.columns = columns;
	q.filter = f;
	ok = f && table_write(app, &q, e);
	filter_free(f);
	arena_free(&mem);
	return ok;
}

/* --- show --- */

struct showing {
	struct app *app;
	int64_t id;
	struct str out;
};

/* "name: value", further lines indented. */
static void
line_add(struct str *out, const char *name, const struct str *value)
{
	str_addf(out, "%s: ", name);
	for (const char *p = str_text(value); *p; ) {
		size_t n = strcspn(p, "\n");
		str_addn(out, p, n);
		p += n;
		if (*p) {
			str_add(out, "\n  ");
			p++;
		}
	}
	str_addc(out, '\n');
}

static bool
related_add(void *ctx, const struct related *r)
{
	struct showing *s = ctx;
	const struct pane *pane = pane_of_entity(r->ent);

	if (pane)
		str_addf(&s->out, "%s (%s): %lld\n", pane->name, r->field->name,
		    (long long)r->count);
	return true;
}

static bool
record_lines(struct showing *s, const struct entity *ent, bool all, struct error *e)
{
	struct arena mem = { 0 };
	struct column *columns;
	struct query q = { .ent = ent, .everything = true };
	char filter[ID_LENGTH + 4];
	struct str value = { 0 }, names = { 0 }, told = { 0 };
	const struct field *f;

	for (int i = 0; (f = entity_field(ent, i)); i++)
		str_addf(&names, "%s%s", i ? "," : "", f->name);
	id_format(s->id, filter + 3);
	memcpy(filter, "id=", 3);
	bool ok = columns_read(ent, str_text(&names), &mem, &columns, &q.column_count, e);
	q.columns = columns;
	struct filter *one = ok ? filter_parse(s->app->store, ent, NULL, filter, e) : NULL;
	q.filter = one;
	struct rows *rows = one ? rows_open(s->app->store, &q, e) : NULL;
	if (rows && rows_next(rows))
		for (size_t i = 0; i < q.column_count; i++) {
			str_cut(&value, 0);
			cell_shown(s->app, rows, &columns[i], i, &value);
			if (value.len || all)
				line_add(&s->out, columns[i].name, &value);
			str_cut(&told, 0);
			char_limit_row(rows, columns, q.column_count, i, &told);
			if (told.len)
				str_addf(&s->out, "  (%s)\n", str_text(&told));
		}
	ok = rows && rows_close(rows, e);
	filter_free(one);
	str_free(&value);
	str_free(&names);
	str_free(&told);
	arena_free(&mem);
	return ok;
}

static bool
show(struct app *app, struct call *call, struct error *e)
{
	const struct pane *pane = pane_named(call->argv[0], e);
	struct showing s = { .app = app };

	if (!pane)
		return false;
	const struct entity *ent = entity_find(pane->entity);
	struct error trashed;
	bool ok = which_find(app->store, ent, pane, call->argv[1], false, &s.id, e)
	    || which_find(app->store, ent, pane, call->argv[1], true, &s.id, &trashed);
	ok = ok && record_lines(&s, ent, call_option(call, "all") != NULL, e)
	    && related_each(app->store, ent, s.id, related_add, &s, e)
	    && app_answer(app, str_text(&s.out), s.out.len, e);
	str_free(&s.out);
	return ok;
}

/* --- add, set --- */

static bool
assignments(const struct pane *pane, int count, const char *const *words,
    struct arena *mem, struct assignment **out, struct error *e)
{
	*out = arena_alloc(mem, ((size_t)count + 1) * sizeof **out);
	for (int i = 0; i < count; i++)
		if (!assignment_parse(pane, words[i], mem, &(*out)[i], e))
			return false;
	return true;
}

static bool
add(struct app *app, struct call *call, struct error *e)
{
	const struct pane *pane = pane_named(call->argv[0], e);
	struct arena mem = { 0 };
	struct assignment *a;
	char text[ID_LENGTH + 2];
	int64_t id;

	bool ok = pane && assignments(pane, call->argc - 1, call->argv + 1, &mem, &a, e)
	    && record_add(app, pane, a, (size_t)call->argc - 1, &id, e);
	arena_free(&mem);
	if (!ok)
		return false;
	id_format(id, text);
	text[ID_LENGTH] = '\n';
	return app_answer(app, text, ID_LENGTH + 1, e);
}

static bool
apply_all(struct app *app, const struct pane *pane, int64_t id, const struct assignment *a,
    int count, struct error *e)
{
	for (int i = 0; i < count; i++)
		if (!assignment_apply(app, pane, id, &a[i], e))
			return false;
	return true;
}

/* Ids first, then changes: a change may take a record out of the filter. */
static bool
set_where(struct app *app, const struct pane *pane, const char *where,
    const struct assignment *a, int count, struct error *e)
{
	const struct entity *ent = entity_find(pane->entity);
	struct filter *f = filter_parse(app->store, ent, pane, where, e);
	int64_t *ids = NULL, n = 0;
	bool ok = f && ids_read(app->store, &(struct query){ .ent = ent, .pane = pane, .filter = f },
	    &ids, &n, e);

	for (int64_t i = 0; ok && i < n; i++)
		ok = apply_all(app, pane, ids[i], a, count, e);
	if (ok)
		app_say(app, ngettext("%lld record fits the filter.", "%lld records fit the filter.",
		    (unsigned long)n), (long long)n);
	free(ids);
	filter_free(f);
	return ok;
}

static bool
set(struct app *app, struct call *call, struct error *e)
{
	const struct pane *pane = pane_named(call->argv[0], e);
	const char *where = call_option(call, "where");
	int first = where ? 1 : 2, count = call->argc - first;
	struct arena mem = { 0 };
	struct assignment *a;
	int64_t id;

	if (!pane)
		return false;
	if (count < 1)
		return set_error(e, STATUS_USAGE,
		    _("Say what to change: set %s WHICH field=value."), pane->name);
	bool ok = assignments(pane, count, call->argv + first, &mem, &a, e);
	if (ok && where)
		ok = set_where(app, pane, where, a, count, e);
	else if (ok)
		ok = which_find(app->store, entity_find(pane->entity), pane, call->argv[1], false,
		    &id, e) && apply_all(app, pane, id, a, count, e);
	arena_free(&mem);
	return ok;
}

/* --- delete, restore --- */

static bool
hangs_say(void *ctx, const struct related *r)
{
	const struct pane *pane = pane_of_entity(r->ent);

	if (pane && r->field->flags & F_REQUIRED)
		app_say(ctx, ngettext("With it %lld record of %s is hidden until it is restored.",
		    "With it %lld records of %s are hidden until it is restored.",
		    (unsigned long)r->count), (long long)r->count, _(pane->label));
	return true;
}

/* All are found before the first is touched, or spoken of. */
static bool
trash_find(struct app *app, const struct pane *pane, const struct call *call, bool gone,
    int64_t *ids, struct error *e)
{
	for (int i = 1; i < call->argc; i++)
		if (!which_find(app->store, entity_find(pane->entity), pane, call->argv[i], !gone,
		    &ids[i], e))
			return false;
	return true;
}

static bool
record_delete(struct app *app, const struct entity *ent, int64_t id, struct error *e)
{
	struct cell c = { field_with(ent, F_TRASH), value_int(1), true };

	return related_each(app->store, ent, id, hangs_say, app, e)
	    && record_put(app->store, ent, id, &c, e);
}

static bool
trash_each(struct app *app, struct call *call, bool gone, bool (*put)(struct app *app,
    const struct entity *ent, int64_t id, struct error *e), struct error *e)
{
	const struct pane *pane = pane_named(call->argv[0], e);
	struct arena mem = { 0 };

	if (!pane)
		return false;
	int64_t *ids = arena_alloc(&mem, (size_t)call->argc * sizeof *ids);
	bool ok = trash_find(app, pane, call, gone, ids, e);
	for (int i = 1; ok && i < call->argc; i++)
		ok = put(app, entity_find(pane->entity), ids[i], e);
	arena_free(&mem);
	return ok;
}

static bool
delete_records(struct app *app, struct call *call, struct error *e)
{
	return trash_each(app, call, true, record_delete, e);
}

static bool
restore_records(struct app *app, struct call *call, struct error *e)
{
	return trash_each(app, call, false, record_restore, e);
}

/* Those without a menu are for who types: who chooses finds the form and the list there. */
const struct command record_commands[] = {
	{ .name = "list", .args = N_("PANE [FILTER...]"), .kinds = { ARG_PANE, ARG_FILTER },
	    .options = "columns sort limit", .label = N_("List"),
	    .help = N_("List the records of a pane that the filter finds."),
	    .min = 1, .max = -1, .flags = C_FILE, .run = list },
	{ .name = "show", .args = N_("PANE WHICH"), .kinds = { ARG_PANE, ARG_WHICH },
	    .options = "all", .label = N_("Show"),
	    .help = N_("Show one record with all its fields and how many others refer to it."),
	    .min = 2, .max = 2, .flags = C_FILE, .run = show },
	{ .name = "add", .args = N_("PANE field=value..."),
	    .kinds = { ARG_PANE, ARG_ASSIGNMENT }, .label = N_("Add"),
	    .help = N_("Add a record and print its id."),
	    .min = 2, .max = -1, .flags = C_FILE | C_CHANGES, .run = add },
	{ .name = "set", .args = N_("PANE WHICH field=value..."),
	    .kinds = { ARG_PANE, ARG_WHICH, ARG_ASSIGNMENT }, .options = "where",
	    .label = N_("Change"),
	    .help = N_("Change fields of one record, or with --where of all that a filter finds. field= empties, field+=value adds, field-=value takes away, field=@FILE reads a file."),
	    .min = 2, .max = -1, .flags = C_FILE | C_CHANGES, .run = set },
	{ .name = "delete", .args = N_("PANE WHICH..."), .kinds = { ARG_PANE, ARG_WHICH },
	    .keys = "D Del", .label = N_("Delete"), .menu = N_("Edit"),
	    .help = N_("Put records in the trash, from where \"restore\" brings them back."),
	    .min = 2, .max = -1, .flags = C_FILE | C_CHANGES | C_RECORD, .run = delete_records },
	{ .name = "restore", .args = N_("PANE WHICH..."), .kinds = { ARG_PANE, ARG_WHICH },
	    .keys = "R", .label = N_("Restore"), .menu = N_("Edit"),
	    .help = N_("Take records out of the trash, with what they hang on."),
	    .min = 2, .max = -1, .flags = C_FILE | C_CHANGES | C_RECORD | C_TRASH,
	    .run = restore_records },
	{ .name = NULL }
};
