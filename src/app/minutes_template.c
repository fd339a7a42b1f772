#include "config.h"

#include "app/minutes_template.h"

#include <string.h>

#include "app/pane.h"
#include "base/arena.h"
#include "base/fold.h"
#include "base/i18n.h"

static const struct minutes_template shipped[] = {
	{ 0, N_("Meeting minutes"), "meeting",
	    N_("== What we talk about ==\n== What was said ==\n== Decisions ==\n"
	    "== Who does what until when ==") },
	{ 0, N_("Session notes"), "session-note",
	    N_("== What it is about ==\n== What was said ==\n== Questions from the room ==\n"
	    "== What comes out of it ==") },
	{ 0, N_("Interview"), "interview",
	    N_("== How you work ==\n== What goes well ==\n== What is difficult ==\n"
	    "== What you need ==\n== What you can offer to others ==") },
	{ 0, N_("Partner meeting"), "meeting",
	    N_("== Who they are and what they want ==\n== What we can do together ==\n"
	    "== What we promised ==\n== What they promised ==\n== Next step ==") },
	{ 0, N_("Evaluation"), "evaluation",
	    N_("== What we wanted ==\n== What happened ==\n== What went well ==\n"
	    "== What we would do in another way ==\n== What we learnt ==") },
};
enum { SHIPPED = sizeof shipped / sizeof *shipped };

static const char *
text_of(struct rows *rows, size_t column, struct arena *mem)
{
	struct value v;

	return rows_value(rows, column, 0, &v) && v.kind == VALUE_TEXT
	    ? arena_dup(mem, v.s, v.n) : "";
}

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
		*t = (struct minutes_template){ rows_id(rows), text_of(rows, 0, mem),
		    text_of(rows, 1, mem), text_of(rows, 2, mem) };
	}
	return rows && rows_close(rows, e);
}

bool
minutes_templates(struct app *app, struct arena *mem, struct minutes_template **out,
    size_t *count, struct error *e)
{
	enum { OWN_MOST = 200 };
	struct minutes_template *list = arena_alloc(mem, (OWN_MOST + SHIPPED) * sizeof *list);

	*out = list;
	*count = 0;
	if (!own_add(app, mem, list, count, OWN_MOST, e))
		return false;
	for (int i = 0; i < SHIPPED; i++) {
		if (is_named(list, *count, _(shipped[i].name)))
			continue;
		list[*count] = shipped[i];
		list[*count].name = _(shipped[i].name);
		list[(*count)++].body = _(shipped[i].body);
	}
	return true;
}
