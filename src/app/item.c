#include "config.h"

#include "app/item.h"

#include <string.h>

#include "app/record_copy.h"
#include "base/i18n.h"

/* What belongs to the old item alone: where and when it was said, and how it went on. */
static const char *const own[] = { "note", "position", "at", "event", "for_event",
	"form_question", "status", "carried_from", "done_on", NULL };

static const char carried_forward[] = "carried-forward", open_again[] = "open";

static const struct field *
item_field(const char *name)
{
	return field_find(entity_find("entry"), name);
}

bool
item_pane(const struct pane *pane, struct error *e)
{
	return !strcmp(pane->entity, entity_find("entry")->name) || set_error(e, STATUS_USAGE,
	    _("%s are not taken to another event: only items and lines of notes are."),
	    _(pane->label));
}

static struct value
code_value(const char *code)
{
	return value_text(code, strlen(code));
}

/* --- The new one --- */

static bool
item_make(struct app *app, const struct record *old, int64_t event, int64_t *made,
    struct error *e)
{
	const struct cell more[] = {
		{ item_field("event"), value_int(event), true },
		{ item_field("carried_from"), value_int(old->id), true },
		{ item_field("status"), code_value(open_again), true },
	};

	return record_copy(app, old, own, more, sizeof more / sizeof *more, made, e);
}

/* --- The old one --- */

static bool
is_carried(const struct record *old)
{
	struct value code = code_value(carried_forward);

	return value_equal(record_value(old, item_field("status")), &code);
}

static bool
refuse_twice(struct app *app, const struct record *old, struct error *e)
{
	struct str title = { 0 };

	record_title(app->store, old->ent, old->id, &title);
	set_error(e, STATUS_EXISTS, _("\"%s\" was carried forward already."), str_text(&title));
	str_free(&title);
	return false;
}

bool
item_hand(struct app *app, int64_t entry, int64_t event, struct error *e)
{
	struct cell meant = { item_field("for_event"), value_int(event), true };

	return record_put(app->store, entity_find("entry"), entry, &meant, e);
}

bool
item_carry(struct app *app, int64_t entry, int64_t event, int64_t *made, struct error *e)
{
	struct cell carried = { item_field("status"), code_value(carried_forward), true };
	struct record *old = NULL;

	if (!record_load(app->store, entity_find("entry"), entry, &old, e) || !old)
		return false;
	bool ok = is_carried(old) ? refuse_twice(app, old, e)
	    : item_make(app, old, event, made, e)
	    && record_put(app->store, old->ent, entry, &carried, e)
	    && item_hand(app, entry, event, e);
	record_free(old);
	return ok;
}
