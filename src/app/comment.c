#include "config.h"

#include "app/comment.h"

#include <string.h>

#include "app/pane.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/filter.h"

static const char kind[] = "text";

/* What a line says about which kind of record. */
static const struct {
	const char *entity, *field;
} about[] = {
	{ "goal", "goal" }, { "organisation", "organisation" },
	{ "partnership", "partnership" },
};

static const char *
field_about(const struct entity *ent)
{
	for (size_t i = 0; i < sizeof about / sizeof *about; i++)
		if (!strcmp(about[i].entity, ent->name))
			return about[i].field;
	return NULL;
}

bool
comment_possible(const struct entity *ent, struct error *e)
{
	return field_about(ent) || set_error(e, STATUS_USAGE,
	    _("%s have no comments: goals, organisations and partnerships have."),
	    _(ent->plural));
}

const char *
comment_filter(const struct entity *ent, const char *id, struct arena *mem)
{
	const char *field = field_about(ent);

	if (!field)
		return NULL;
	return arena_printf(mem, "note= kind=%s %s%s%s", kind, field, id ? "=" : "!=",
	    id ? id : "");
}

bool
comment_add(struct app *app, const struct entity *ent, int64_t id, const char *text,
    struct error *e)
{
	const struct entity *line = entity_find("entry");
	const char *field = field_about(ent);
	struct str canonical = { 0 };
	int64_t made;

	if (!comment_possible(ent, e))
		return false;
	const struct field *said = field_find(line, "text");
	bool ok = said->type->canon(said, text, strlen(text), &canonical, e);
	if (ok && !canonical.len)
		ok = set_error(e, STATUS_DATA, _("A comment needs words."));
	const struct cell cells[] = {
		{ field_find(line, "kind"), value_text(kind, sizeof kind - 1), true },
		{ said, value_text(str_text(&canonical), canonical.len), true },
		{ field_find(line, field), value_int(id), true },
	};
	ok = ok && record_create(app->store, line, cells, sizeof cells / sizeof *cells, &made, e);
	str_free(&canonical);
	return ok;
}

static void
rows_take(struct app *app, struct rows *rows, const struct column *columns,
    struct arena *mem, struct comment *out, size_t *count)
{
	struct str cell = { 0 };

	while (rows_next(rows)) {
		struct comment *c = &out[(*count)++];
		c->id = rows_id(rows);
		str_cut(&cell, 0);
		cell_here(app, rows, &columns[0], 0, &cell);
		c->when = arena_strdup(mem, str_text(&cell));
		str_cut(&cell, 0);
		cell_here(app, rows, &columns[1], 1, &cell);
		c->text = arena_strdup(mem, str_text(&cell));
	}
	str_free(&cell);
}

bool
comments_read(struct app *app, const struct entity *ent, int64_t id, struct arena *mem,
    struct comment **out, size_t *count, struct error *e)
{
	struct query q = { .ent = entity_find("entry"), .sort = "created" };
	struct column *columns;
	char which[ID_LENGTH + 1];
	int64_t most = 0;

	*out = NULL;
	*count = 0;
	id_format(id, which);
	const char *text = comment_filter(ent, which, mem);
	if (!text)
		return true;
	struct filter *f = filter_parse(app->store, q.ent, NULL, text, e);
	q.filter = f;
	bool ok = f && columns_read(q.ent, "created,text", mem, &columns, &q.column_count, e)
	    && query_count(app->store, &q, &most, NULL, e);
	q.columns = ok ? columns : NULL;
	*out = arena_alloc(mem, ((size_t)most + 1) * sizeof **out);
	q.limit = most;
	struct rows *rows = ok && most ? rows_open(app->store, &q, e) : NULL;
	if (rows)
		rows_take(app, rows, columns, mem, *out, count);
	ok = ok && (!most || (rows && rows_close(rows, e)));
	filter_free(f);
	return ok;
}
