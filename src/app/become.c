#include "config.h"

#include "app/become.h"

#include <string.h>

#include "app/edit.h"
#include "app/line.h"
#include "base/i18n.h"

enum { WORDS = 3 };

static const struct become {
	const char *name;
	const char *pane;
	const char *words[WORDS];	/* what is known of it from the beginning */
	const char *title;		/* its field for what the line says */
	const char *back;		/* field of the entry that leads to it, or NULL */
	const char *note;		/* its own field for the note, or NULL */
} things[] = {
	{ "lead", "partners", { "stage=prospect" }, "name", "organisation", NULL },
	{ "goal", "goals", { "level=goal", "status=draft" }, "statement", "goal", NULL },
	{ "resource", "resources", { "kind=example" }, "title", NULL, "note" },
	{ "need", "capacities", { "direction=need", "kind=skills", "status=open" }, "topic", NULL,
	    NULL },
	{ "offer", "capacities", { "direction=offer", "kind=skills", "status=available" }, "topic",
	    NULL, NULL },
};
enum { THINGS = sizeof things / sizeof *things };

const char *
become_at(int i)
{
	return i >= 0 && i < THINGS ? things[i].name : NULL;
}

const struct become *
become_named(const char *name, struct error *e)
{
	for (int i = 0; i < THINGS; i++)
		if (!strcmp(things[i].name, name))
			return &things[i];
	set_error(e, STATUS_USAGE,
	    _("A line becomes a lead, goal, resource, need or offer, and no \"%s\"."), name);
	return NULL;
}

/* --- The entry --- */

/* What the line says, in one line, without signs and marks; in mem. */
static bool
words_of(struct app *app, const struct record *entry, struct arena *mem, const char **out,
    struct error *e)
{
	const struct value *text = record_value(entry, field_with(entry->ent, F_TITLE));
	struct line_world *names = line_world_new();
	struct line line;

	bool ok = line_world_refresh(names, app->store, app_who(app), e);
	if (ok) {
		line_read(names, text->s, text->n, NULL, &line);
		char *words = arena_strdup(mem, line.plain);
		for (char *p = words; (p = strpbrk(p, "\r\n")); )
			*p = ' ';
		*out = words;
		line_free(&line);
	}
	line_world_free(names);
	return ok && (**out || set_error(e, STATUS_DATA, _("This line has no words to name it by.")));
}

/* It is about one already: a second one of the same would be a mistake. */
static bool
is_free(struct app *app, const struct become *b, const struct record *entry, struct error *e)
{
	const struct value *v = b->back ? record_value_named(entry, b->back) : NULL;
	struct str title = { 0 };

	if (!v || v->kind != VALUE_INT)
		return true;
	record_title(app->store, record_entity(app->store, v->i), v->i, &title);
	set_error(e, STATUS_DATA, _("This line leads to %s already."), str_text(&title));
	str_free(&title);
	return false;
}

/* --- Making it --- */

static bool
record_make(struct app *app, const struct become *b, const char *words, int64_t *id,
    struct error *e)
{
	const struct pane *pane = pane_find(b->pane);
	struct assignment a[WORDS + 1];
	struct arena mem = { 0 };
	size_t n = 0;
	bool ok = true;

	a[n++] = (struct assignment){ .field = field_find(entity_find(pane->entity), b->title),
	    .op = '=', .value = words, .length = strlen(words) };
	for (int i = 0; ok && i < WORDS && b->words[i]; i++)
		ok = assignment_parse(pane, b->words[i], &mem, &a[n++], e);
	ok = ok && record_add(app, pane, a, n, id, e);
	arena_free(&mem);
	return ok;
}

static bool
reference_put(struct app *app, const struct entity *ent, int64_t from, const char *field,
    int64_t to, struct error *e)
{
	struct cell cell = { field_find(ent, field), value_int(to), true };

	return record_put(app->store, ent, from, &cell, e);
}

/* Both ways: from the line and its note to the record, and back. */
static bool
link_both(struct app *app, const struct become *b, const struct record *entry, int64_t id,
    struct error *e)
{
	const struct value *note = record_value_named(entry, "note");
	const struct entity *made = entity_find(pane_find(b->pane)->entity);

	if (b->back && !reference_put(app, entry->ent, entry->id, b->back, id, e))
		return false;
	if (note->kind != VALUE_INT)
		return true;
	return (!b->note || reference_put(app, made, id, b->note, note->i, e))
	    && reference_put(app, entity_find("note"), note->i, "about", id, e);
}

bool
become_make(struct app *app, const struct become *b, int64_t entry, int64_t *id,
    struct error *e)
{
	struct arena mem = { 0 };
	struct record *r = NULL;
	const char *words;

	bool ok = record_load(app->store, entity_find("entry"), entry, &r, e);
	if (ok && !r)
		ok = set_error(e, STATUS_NONE, _("This record is not in the file any more."));
	ok = ok && is_free(app, b, r, e) && words_of(app, r, &mem, &words, e)
	    && record_make(app, b, words, id, e) && link_both(app, b, r, *id, e);
	record_free(r);
	arena_free(&mem);
	return ok;
}
