/* Commands that one key does to a record, or to all that are marked: next and previous
 * stage or state, contacted today. */
#include "config.h"

#include <string.h>

#include "app/edit.h"
#include "app/groups.h"
#include "app/pane.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/through.h"
#include "store/which.h"

/* Who are meant; all are found before the first is touched. */
static bool
records_find(struct app *app, const struct pane *pane, const struct call *call,
    int64_t *ids, struct error *e)
{
	for (int i = 1; i < call->argc; i++)
		if (!which_find(app->store, entity_find(pane->entity), pane, call->argv[i], false,
		    &ids[i - 1], e))
			return false;
	return true;
}

/* Does something to each of them, or to none. */
static bool
records_each(struct app *app, struct call *call,
    bool (*f)(struct app *app, const struct pane *pane, int64_t id, int by, struct error *e),
    int by, struct error *e)
{
	const struct pane *pane = pane_named(call->argv[0], e);
	struct arena mem = { 0 };
	bool ok = pane != NULL;

	int64_t *ids = arena_alloc(&mem, (size_t)call->argc * sizeof *ids);
	ok = ok && records_find(app, pane, call, ids, e);
	for (int i = 0; ok && i < call->argc - 1; i++)
		ok = f(app, pane, ids[i], by, e);
	arena_free(&mem);
	return ok;
}

/* --- Stage --- */

/* The field that the stage keys move, and the record it stands in. */
struct stage {
	const struct pane *pane;
	const struct entity *ent;
	const struct field *field;
	int64_t id;		/* 0: there is none yet */
	bool through;
};

static bool
stage_find(struct app *app, const struct pane *pane, int64_t id, struct stage *out,
    struct error *e)
{
	const struct entity *ent = entity_find(pane->entity);

	if (!pane->through)
		pane = pane_of_record(app->store, ent, id);
	*out = (struct stage){ pane, ent, field_with(ent, F_STAGE), id, false };
	if (!out->field && pane->through) {
		out->ent = entity_find(pane->through);
		out->field = field_with(out->ent, F_STAGE);
		out->through = true;
	}
	if (!out->field)
		return set_error(e, STATUS_USAGE, _("%s have no stage."), _(pane->label));
	return !out->through || through_target(app->store, out->ent,
	    field_find(out->ent, pane->singular), id, &out->id, e);
}

/* The value it has now, "" for none; in mem. */
static bool
stage_value(struct app *app, const struct stage *s, struct arena *mem, const char **out,
    struct error *e)
{
	struct record *r = NULL;

	*out = "";
	if (s->id && !record_load(app->store, s->ent, s->id, &r, e))
		return false;
	if (r)
		*out = value_dup(record_value(r, s->field), mem);
	record_free(r);
	return true;
}

/* The term so many places from this one; NULL at the end of the list. */
static const char *
stage_beside(struct app *app, const struct field *f, const char *now, int by,
    struct arena *mem)
{
	const char *before = NULL;
	bool take = !*now && by > 0;
	struct term_shown t;

	for (int i = 0; term_shown_at(app->store, f->list, i, &t); i++) {
		if (take)
			return arena_strdup(mem, t.code);
		if (!strcmp(t.code, now)) {
			if (by < 0)
				return before;
			take = true;
		}
		before = arena_strdup(mem, t.code);
	}
	return NULL;
}

static bool
stage_end(struct app *app, const struct stage *s, int64_t id, const char *now, int by,
    struct error *e)
{
	struct str title = { 0 }, value = { 0 };
	struct value v = value_text(now, strlen(now));

	record_title(app->store, record_entity(app->store, id), id, &title);
	value_show(app->store, s->field, &v, &value);
	if (!*now)
		set_error(e, STATUS_NONE, _("%s of %s is empty; there is nothing before it."),
		    _(s->field->label), str_text(&title));
	else
		set_error(e, STATUS_NONE, by > 0 ? _("%s of %s is %s, the last one.")
		    : _("%s of %s is %s, the first one."), _(s->field->label), str_text(&title),
		    str_text(&value));
	str_free(&title);
	str_free(&value);
	return false;
}

static bool
stage_move(struct app *app, const struct pane *pane, int64_t id, int by, struct error *e)
{
	struct arena mem = { 0 };
	struct stage s;
	const char *now;

	bool ok = stage_find(app, pane, id, &s, e) && stage_value(app, &s, &mem, &now, e);
	const char *next = ok ? stage_beside(app, s.field, now, by, &mem) : NULL;
	if (ok && !next)
		ok = stage_end(app, &s, id, now, by, e);
	if (ok) {
		struct cell c = { s.field, value_text(next, strlen(next)), true };
		ok = s.through ? through_put_pane(app->store, s.pane, id, &c, e)
		    : record_put(app->store, s.ent, id, &c, e);
	}
	arena_free(&mem);
	return ok;
}

static bool
stage_next(struct app *app, struct call *call, struct error *e)
{
	return records_each(app, call, stage_move, 1, e);
}

static bool
stage_back(struct app *app, struct call *call, struct error *e)
{
	return records_each(app, call, stage_move, -1, e);
}

/* --- Contacted today --- */

/* What the note is about: the partnership of a partner where there is one, else the
 * record itself. */
static int64_t
contact_about(struct app *app, const struct pane *pane, int64_t id)
{
	int64_t about = 0;

	if (!pane->through)
		pane = pane_of_record(app->store, entity_find(pane->entity), id);
	if (!pane->through)
		return id;
	const struct entity *ent = entity_find(pane->through);
	struct error several;
	return through_target(app->store, ent, field_find(ent, pane->singular), id, &about,
	    &several) && about ? about : id;
}

static bool
contact_add(struct app *app, const struct pane *pane, int64_t id, int by, struct error *e)
{
	const struct pane *notes = pane_find("notes");
	char about[sizeof "about=" + ID_LENGTH] = "about=";
	const char *const words[] = { "kind=contact", "date=today", about };
	struct assignment a[sizeof words / sizeof *words];
	struct arena mem = { 0 };
	int64_t note;
	bool ok = true;

	(void)by;
	id_format(contact_about(app, pane, id), about + strlen(about));
	for (size_t i = 0; ok && i < sizeof words / sizeof *words; i++)
		ok = assignment_parse(notes, words[i], &mem, &a[i], e);
	ok = ok && record_add(app, notes, a, sizeof words / sizeof *words, &note, e);
	arena_free(&mem);
	return ok;
}

static bool
contacted(struct app *app, struct call *call, struct error *e)
{
	return records_each(app, call, contact_add, 0, e);
}

const struct command act_commands[] = {
	{ .name = "next", .args = N_("PANE WHICH..."), .kinds = { ARG_PANE, ARG_WHICH },
	    .keys = ">", .label = N_("Next stage"), .menu = N_("Edit"),
	    .help = N_("Move records to the next stage or state of their list; of a partner it is the stage of its partnership."),
	    .min = 2, .max = -1, .flags = C_FILE | C_CHANGES | C_RECORD, .run = stage_next },
	{ .name = "previous", .args = N_("PANE WHICH..."), .kinds = { ARG_PANE, ARG_WHICH },
	    .keys = "<", .label = N_("Stage back"), .menu = N_("Edit"),
	    .help = N_("Move records back to the stage or state before."),
	    .min = 2, .max = -1, .flags = C_FILE | C_CHANGES | C_RECORD, .run = stage_back },
	{ .name = "contacted", .args = N_("PANE WHICH..."), .kinds = { ARG_PANE, ARG_WHICH },
	    .keys = "L", .label = N_("Contacted"), .menu = N_("Edit"),
	    .help = N_("Note that there was contact today; with partners it is about the partnership."),
	    .min = 2, .max = -1, .flags = C_FILE | C_CHANGES | C_RECORD, .run = contacted },
	{ .name = NULL }
};
