#include "config.h"

#include "app/restore.h"

#include "base/i18n.h"

enum { DEPTH = 8 };	/* as far as record_hidden() looks */

static void
with_it_say(struct app *app, const struct entity *ent, int64_t id)
{
	struct str title = { 0 };

	record_title(app->store, ent, id, &title);
	app_say(app, _("%s was in the trash too and is back with it."), str_text(&title));
	str_free(&title);
}

static bool restore(struct app *app, const struct entity *ent, int64_t id, int depth,
    struct error *e);

/* A record that is missing altogether is none of the trash's: check tells of it. */
static bool
parent_restore(struct app *app, int64_t parent, int depth, struct error *e)
{
	const struct entity *ent = record_entity(app->store, parent);

	if (!ent || depth == DEPTH || !record_hidden(app->store, ent, parent))
		return true;
	if (!restore(app, ent, parent, depth + 1, e))
		return false;
	with_it_say(app, ent, parent);
	return true;
}

/* The record itself first: the history then begins with what was asked for. */
static bool
restore(struct app *app, const struct entity *ent, int64_t id, int depth, struct error *e)
{
	struct cell out = { field_with(ent, F_TRASH), value_int(0), true };
	struct record *r = NULL;

	bool ok = record_put(app->store, ent, id, &out, e)
	    && record_load(app->store, ent, id, &r, e);
	for (int i = 0; ok && r && i < r->own; i++) {
		const struct field *f = entity_field(ent, i);
		if (f->type->is_ref && f->flags & F_REQUIRED && r->values[i].kind == VALUE_INT)
			ok = parent_restore(app, r->values[i].i, depth, e);
	}
	record_free(r);
	return ok;
}

bool
record_restore(struct app *app, const struct entity *ent, int64_t id, struct error *e)
{
	return restore(app, ent, id, 0, e);
}
