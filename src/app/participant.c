#include "config.h"

#include "app/participant.h"

#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/filter.h"
#include "store/which.h"

enum { BELONGINGS = 16 };	/* of one day that are looked at */

/* --- The organisation of that day --- */

/* Of a note or an event; today where it has none. */
static bool
day_of(struct store *s, const struct entity *ent, int64_t id, struct date *out, bool *there,
    struct error *e)
{
	struct record *r = NULL;

	*out = clock_today();
	bool ok = record_load(s, ent, id, &r, e);
	*there = r != NULL;
	if (!r)
		return ok;
	value_to_date(record_value(r, field_with(ent, F_DATE)), out);
	record_free(r);
	return true;
}

/* A bound of an affiliation; without one it is open on that side. */
static bool
bound_read(struct rows *rows, size_t column, struct date *out)
{
	struct value v;

	return rows_value(rows, column, 0, &v) && value_to_date(&v, out);
}

static bool
held_on(struct rows *rows, struct date day)
{
	struct date since, until;

	return (!bound_read(rows, 1, &since) || date_first(since) <= date_last(day))
	    && (!bound_read(rows, 2, &until) || date_last(until) >= date_first(day));
}

/* One that the person belongs to on that day. */
struct belonging {
	int64_t organisation;
	bool usual;		/* of the kind that affiliations are with as a rule */
	int64_t came;		/* how often the person came for it */
	size_t place;		/* among them, by when they began */
};

static bool
came_count(struct store *s, int64_t person, struct belonging *b, struct error *e)
{
	const struct entity *ent = entity_find("attendance");
	char of[ID_LENGTH + 1], to[ID_LENGTH + 1];
	struct str narrow = { 0 };

	id_format(person, of);
	id_format(b->organisation, to);
	str_addf(&narrow, "person=%s organisation=%s", of, to);
	struct filter *f = filter_parse(s, ent, NULL, str_text(&narrow), e);
	bool ok = f && query_count(s, &(struct query){ .ent = ent, .filter = f }, &b->came,
	    NULL, e);
	filter_free(f);
	str_free(&narrow);
	return ok;
}

static int
usual_first(const void *a, const void *b)
{
	const struct belonging *one = a, *two = b;

	if (one->came != two->came)
		return one->came > two->came ? -1 : 1;
	if (one->usual != two->usual)
		return one->usual ? -1 : 1;
	return one->place < two->place ? -1 : 1;
}

static bool
known_already(const struct belonging *all, size_t count, int64_t organisation)
{
	for (size_t i = 0; i < count; i++)
		if (all[i].organisation == organisation)
			return true;
	return false;
}

static size_t
belongings_take(struct rows *rows, struct date day, struct belonging *all)
{
	const char *kind = field_find(entity_find("affiliation"), "organisation")->kind;
	size_t count = 0;
	struct value v;

	while (rows && rows_next(rows)) {
		if (count == BELONGINGS || !held_on(rows, day) || !rows_value(rows, 0, 0, &v)
		    || v.kind != VALUE_INT || known_already(all, count, v.i))
			continue;
		all[count] = (struct belonging){ .organisation = v.i, .place = count };
		if (rows_value(rows, 3, 0, &v) && v.kind == VALUE_TEXT)
			all[count].usual = v.n == strlen(kind) && !memcmp(v.s, kind, v.n);
		count++;
	}
	return count;
}

static bool
belongings_read(struct store *s, int64_t person, struct date day, struct belonging *all,
    size_t *count, struct error *e)
{
	const struct entity *ent = entity_find("affiliation");
	struct query q = { .ent = ent, .sort = "since" };
	struct arena mem = { 0 };
	struct column *columns;
	char narrow[sizeof "person=" + ID_LENGTH] = "person=", *id = strchr(narrow, '=') + 1;

	id_format(person, id);
	struct filter *f = filter_parse(s, ent, NULL, narrow, e);
	bool ok = f && columns_read(ent, "organisation,since,until,organisation.kind", &mem,
	    &columns, &q.column_count, e);
	q.filter = f;
	q.columns = ok ? columns : NULL;
	struct rows *rows = ok ? rows_open(s, &q, e) : NULL;
	*count = belongings_take(rows, day, all);
	ok = rows && rows_close(rows, e);
	for (size_t i = 0; ok && *count > 1 && i < *count; i++)
		ok = came_count(s, person, &all[i], e);
	qsort(all, *count, sizeof *all, usual_first);
	filter_free(f);
	arena_free(&mem);
	return ok;
}

/* *out 0: none, or several. */
static bool
organisation_only(struct store *s, int64_t person, struct date day, int64_t *out,
    struct error *e)
{
	struct belonging all[BELONGINGS];
	size_t count;

	bool ok = belongings_read(s, person, day, all, &count, e);
	*out = ok && count == 1 ? all[0].organisation : 0;
	return ok;
}

bool
participant_organisations(struct store *s, int64_t person, const struct entity *ent,
    int64_t id, struct arena *mem, struct organisations *out, struct error *e)
{
	struct belonging all[BELONGINGS];
	struct date day;
	bool there;

	*out = (struct organisations){ NULL, 0 };
	if (!day_of(s, ent, id, &day, &there, e)
	    || !belongings_read(s, person, day, all, &out->count, e))
		return false;
	int64_t *ids = arena_alloc(mem, (out->count + 1) * sizeof *ids);
	for (size_t i = 0; i < out->count; i++)
		ids[i] = all[i].organisation;
	out->ids = ids;
	return true;
}

/* --- Who --- */

struct who {
	const char *name;
	int64_t person, organisation;	/* 0: not known here */
};

static int64_t
named(struct app *app, const char *entity, const char *name)
{
	struct error none;
	int64_t id;

	return *name && which_find(app->store, entity_find(entity), NULL, name, false, &id, &none)
	    ? id : 0;
}

static void
who_read(struct app *app, const char *typed, struct arena *mem, struct who *out)
{
	char *name = arena_strdup(mem, typed), *comma = strrchr(name, ',');

	*out = (struct who){ .name = name };
	if (comma)
		out->organisation = named(app, "organisation", comma + 1 + strspn(comma + 1, " "));
	if (out->organisation)
		*comma = '\0';
	out->person = named(app, "person", name);
}

static bool
is_there(struct app *app, int64_t note, int64_t person, struct error *e)
{
	const struct entity *ent = entity_find("participant");
	struct query q = { .ent = ent, .pane = pane_of_entity(ent) };
	struct str narrow = { 0 };
	char of[ID_LENGTH + 1], who[ID_LENGTH + 1];
	int64_t count = 0;

	id_format(note, of);
	id_format(person, who);
	str_addf(&narrow, "note=%s person=%s", of, who);
	struct filter *f = person ? filter_parse(app->store, ent, NULL, str_text(&narrow), e) : NULL;
	q.filter = f;
	if (f)
		query_count(app->store, &q, &count, NULL, e);
	filter_free(f);
	str_free(&narrow);
	return count > 0;
}

static bool
already(struct app *app, int64_t person, struct error *e)
{
	struct str title = { 0 };

	record_title(app->store, entity_find("person"), person, &title);
	set_error(e, STATUS_DATA, _("%s is entered already."), str_text(&title));
	str_free(&title);
	return false;
}

static struct cell
cell_of(const char *field, struct value v)
{
	return (struct cell){ field_find(entity_find("participant"), field), v, true };
}

/* As its code; NULL: nobody said, so the person was present. */
static bool
role_read(const char *typed, struct str *code, struct error *e)
{
	const struct field *f = cell_of("role", value_null).field;

	if (typed)
		return f->type->canon(f, typed, strlen(typed), code, e);
	str_add(code, "present");
	return true;
}

bool
participant_add(struct app *app, int64_t note, const char *who, const char *role,
    int64_t *id, struct error *e)
{
	struct arena mem = { 0 };
	struct str code = { 0 };
	struct who a;
	struct date day;
	struct cell cells[4];
	size_t n = 0;
	bool there;

	bool ok = role_read(role, &code, e)
	    && day_of(app->store, entity_find("note"), note, &day, &there, e)
	    && (there || set_error(e, STATUS_NONE, _("This note is not in the file any more.")));
	who_read(app, who, &mem, &a);
	if (ok && is_there(app, note, a.person, e))
		ok = already(app, a.person, e);
	if (ok && a.person && !a.organisation)
		ok = organisation_only(app->store, a.person, day, &a.organisation, e);
	if (ok) {
		cells[n++] = cell_of("note", value_int(note));
		cells[n++] = a.person ? cell_of("person", value_int(a.person))
		    : cell_of("as_written", value_text(a.name, strlen(a.name)));
		cells[n++] = cell_of("role", code.len ? value_text(str_text(&code), code.len)
		    : value_null);
		if (a.organisation)
			cells[n++] = cell_of("organisation", value_int(a.organisation));
		ok = record_create(app->store, entity_find("participant"), cells, n, id, e);
	}
	str_free(&code);
	arena_free(&mem);
	return ok;
}
