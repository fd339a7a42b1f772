#include "config.h"

#include "ui/dashboard_here.h"

#include <string.h>

#include "base/i18n.h"
#include "base/id.h"
#include "store/record.h"

static bool
is_target(const struct entity *ent)
{
	return ent == entity_find("goal") || ent == entity_find("event");
}

/* The record itself, or what one of its references names; 0: neither is one. */
static int64_t
target_of(struct store *s, int64_t id)
{
	const struct entity *ent = id ? record_entity(s, id) : NULL;
	struct record *r = NULL;
	int64_t found = 0;

	if (!ent || is_target(ent))
		return id;
	if (!record_load(s, ent, id, &r, NULL) || !r)
		return 0;
	for (int i = 0; !found && i < r->own; i++)
		if (entity_field(ent, i)->type->is_ref && r->values[i].kind == VALUE_INT
		    && is_target(record_entity(s, r->values[i].i)))
			found = r->values[i].i;
	record_free(r);
	return found;
}

bool
dashboard_here(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	const struct view *v = screen_view(sc);
	char id[ID_LENGTH + 1];

	(void)argc;
	int64_t target = target_of(sc->app->store, v->id);
	if (!target)
		target = target_of(sc->app->store, v->of);
	if (!target)
		return set_error(e, STATUS_USAGE,
		    _("Say of which goal or event: put the cursor on it, or name it behind the file."));
	id_format(target, id);
	const char *words[] = { argv[0], "--", argv[1], id };
	return run_call(sc, sizeof words / sizeof *words, words, e);
}
