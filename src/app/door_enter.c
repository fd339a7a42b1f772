/* Entering who was understood on the list. */
#include "config.h"

#include <string.h>

#include "app/door_part.h"

enum { CELLS_MAX = 10 };

struct cells {
	struct cell cell[CELLS_MAX];
	size_t count;
	struct str keep[CELLS_MAX];	/* texts made canonical */
};

static void
cell_id(struct cells *c, const struct field *f, int64_t id)
{
	if (id)
		c->cell[c->count++] = (struct cell){ f, value_int(id), true };
}

/* A text as it was typed, made canonical; what is refused is left out: the list of
 * people counts, not the spelling of a time. */
static void
cell_text(struct store *s, struct cells *c, const struct field *f, const char *text)
{
	struct value v;

	if (*text && value_input(s, f, text, strlen(text), &c->keep[c->count], &v, NULL)
	    && v.kind != VALUE_NULL) {
		c->cell[c->count] = (struct cell){ f, v, true };
		c->count++;
	}
}

static void
cells_fill(struct store *s, const struct door_fields *of, const struct arrival *a,
    struct cells *c)
{
	cell_id(c, of->person, a->person);
	if (!a->person)
		cell_text(s, c, of->signed_name, a->name);
	cell_id(c, of->organisation, a->organisation);
	cell_text(s, c, of->stands, a->stands);
	cell_text(s, c, of->country, a->country);
	cell_text(s, c, of->category, a->category);
	cell_text(s, c, of->at, a->at);
	cell_text(s, c, of->expectation, a->expectation);
}

static void
cells_free(struct cells *c)
{
	for (size_t i = 0; i < CELLS_MAX; i++)
		str_free(&c->keep[i]);
}

/* What the record has not yet. */
static bool
cells_complete(struct store *s, const struct entity *ent, int64_t id, const struct cells *c,
    struct error *e)
{
	struct record *r = NULL;
	bool ok = record_load(s, ent, id, &r, e);

	for (size_t i = 0; ok && r && i < c->count; i++)
		if (record_value(r, c->cell[i].field)->kind == VALUE_NULL)
			ok = record_put(s, ent, id, &c->cell[i], e);
	record_free(r);
	return ok;
}

bool
door_enter(struct store *s, const struct door *door, const struct arrival *a,
    const char *state, bool put, int64_t *id, struct error *e)
{
	struct door_fields of = door_fields();
	struct cells c = { .count = 0 };
	struct cell how = { of.state, value_text(state, strlen(state)), true };
	bool ok;

	*id = a->listed;
	if (a->listed) {
		cells_fill(s, &of, a, &c);
		ok = cells_complete(s, of.ent, a->listed, &c, e)
		    && (!put || record_put(s, of.ent, a->listed, &how, e));
	} else {
		struct cell birth[CELLS_MAX + 3];
		size_t n = 0;
		cells_fill(s, &of, a, &c);
		birth[n++] = (struct cell){ of.event, value_int(door->event), true };
		if (door->session)
			birth[n++] = (struct cell){ of.session, value_int(door->session), true };
		birth[n++] = how;
		memcpy(birth + n, c.cell, c.count * sizeof *birth);
		ok = record_create(s, of.ent, birth, n + c.count, id, e);
	}
	cells_free(&c);
	return ok;
}

/* The same person in the session, with what the event's list knows. */
static bool
session_enter(struct store *s, const struct door_fields *of, const struct door *door,
    const struct record *r, const char *state, struct error *e)
{
	const struct field *same[] = { of->person, of->signed_name, of->organisation, of->stands,
		of->country, of->category };
	struct cell birth[sizeof same / sizeof *same + 3];
	size_t n = 0;
	int64_t id;

	birth[n++] = (struct cell){ of->event, value_int(door->event), true };
	birth[n++] = (struct cell){ of->session, value_int(door->session), true };
	birth[n++] = (struct cell){ of->state, value_text(state, strlen(state)), true };
	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		struct value v = *record_value(r, same[i]);
		if (v.kind != VALUE_NULL)
			birth[n++] = (struct cell){ same[i], v, true };
	}
	return record_create(s, of->ent, birth, n, &id, e);
}

/* The attendance of that person on this list: itself, or the one in the session. */
static bool
own_attendance(struct store *s, const struct door_fields *of, const struct door *door,
    struct record *r, int64_t *id, struct error *e)
{
	struct arrival a = { .person = value_to_int(record_value(r, of->person)),
	    .name = value_dup(record_value(r, of->signed_name), r->mem) };

	*id = r->id;
	if (!door->session || value_to_int(record_value(r, of->session)) == door->session)
		return true;
	bool ok = door_listed(s, of, door, &a, e);
	*id = a.listed;
	return ok;
}

bool
door_put(struct store *s, const struct door *door, int64_t attendance,
    const char *state, struct error *e)
{
	struct door_fields of = door_fields();
	struct cell how = { of.state, value_text(state, strlen(state)), true };
	struct record *r = NULL;
	int64_t id = 0;

	bool ok = record_load(s, of.ent, attendance, &r, e) && r
	    && own_attendance(s, &of, door, r, &id, e)
	    && (id ? record_put(s, of.ent, id, &how, e)
	    : session_enter(s, &of, door, r, state, e));
	record_free(r);
	return ok;
}
