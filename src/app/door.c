#include "config.h"

#include "app/door.h"

#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/id.h"
#include "model/country.h"
#include "store/filter.h"
#include "store/query.h"
#include "store/which.h"

/* The fields of an attendance that the door fills. */
struct fields {
	const struct entity *ent;
	const struct field *event, *session, *person, *signed_name, *organisation, *stands,
	    *country, *category, *state, *at, *expectation;
};

static struct fields
fields_find(void)
{
	const struct entity *ent = entity_find("attendance");

	return (struct fields){ ent, field_find(ent, "event"), field_find(ent, "session"),
		field_find(ent, "person"), field_find(ent, "signed_name"),
		field_find(ent, "organisation"), field_find(ent, "stands_for"),
		field_find(ent, "country"), field_find(ent, "category"),
		field_find(ent, "state"), field_find(ent, "signed_at"),
		field_find(ent, "expectation") };
}

/* --- Which list --- */

bool
door_of_entity(const struct entity *ent)
{
	struct fields of = fields_find();

	return ent == of.ent || field_refers(of.event, ent) || field_refers(of.session, ent);
}

/* What a reference of the record leads to; 0: nothing. */
static int64_t
led_to(const struct record *r, const struct field *f)
{
	const struct value *v = &r->values[record_index(r, f)];

	return v->kind == VALUE_INT ? v->i : 0;
}

bool
door_of_record(struct store *s, const struct entity *ent, int64_t id, struct door *out)
{
	struct fields of = fields_find();
	struct record *r = NULL;

	*out = (struct door){ field_refers(of.event, ent) ? id : 0, 0 };
	if (out->event || !door_of_entity(ent) || !record_load(s, ent, id, &r, NULL) || !r)
		return out->event != 0;
	if (ent == of.ent) {
		*out = (struct door){ led_to(r, of.event), led_to(r, of.session) };
	} else {
		const struct field *event = field_find(ent, of.event->name);
		*out = (struct door){ event ? led_to(r, event) : 0, id };
	}
	record_free(r);
	return out->event != 0;
}

/* --- What someone stands for --- */

/* field="value", as the filter reads it. */
static void
test_add(struct str *out, const struct field *f, const char *value)
{
	str_addf(out, "%s%s=\"", out->len ? " " : "", f->name);
	for (; *value; value++) {
		if (*value == '"' || *value == '\\')
			str_addc(out, '\\');
		str_addc(out, *value);
	}
	str_addc(out, '"');
}

/* The only record of the filter; *several when there are more. */
static bool
only_one(struct store *s, const struct entity *ent, const char *filter, int64_t *id,
    bool *several, struct error *e)
{
	struct filter *f = filter_parse(s, ent, NULL, filter, e);
	int64_t *ids = NULL, count = 0;
	bool ok = f && ids_read(s, &(struct query){ .ent = ent, .filter = f }, &ids, &count, e);

	*id = ok && count == 1 ? ids[0] : 0;
	*several = count > 1;
	free(ids);
	filter_free(f);
	return ok;
}

/* By one field; where it fits several, the one of the usual kind. */
static bool
organisation_by(struct store *s, const struct field *ref, const struct field *f,
    const char *text, int64_t *id, bool *several, struct error *e)
{
	const struct entity *ent = entity_find(ref->refs);
	const struct field *kind = field_with(ent, F_KIND);
	struct str filter = { 0 };

	*id = 0;
	*several = false;
	if (!f || !*text)
		return true;
	test_add(&filter, f, text);
	bool ok = only_one(s, ent, str_text(&filter), id, several, e);
	if (ok && *several && kind && ref->kind) {
		test_add(&filter, kind, ref->kind);
		ok = only_one(s, ent, str_text(&filter), id, several, e);
	}
	str_free(&filter);
	return ok;
}

/* A text that people might type, and no id of a record. */
static bool
is_name(const char *text)
{
	int64_t id;

	return *text && !strchr("@#", *text) && !id_parse(text, strlen(text), &id);
}

/* By title or any other name. */
static bool
record_named(struct store *s, const struct field *ref, const char *text, int64_t *id,
    bool *several, struct error *e)
{
	int64_t ids[2], hidden;
	size_t count = 0;

	*id = 0;
	if (is_name(text) && !which_reference(s, ref, text, strlen(text), ids, 2, &count, &hidden, e))
		return false;
	*several = count > 1;
	if (count == 1)
		*id = ids[0];
	return true;
}

/* Other codes are several values of one field. */
static const struct field *
other_codes(const struct entity *ent)
{
	const struct field *f;

	for (int i = 0; (f = entity_field(ent, i)); i++)
		if (f->flags & F_OTHER_NAME && field_is_multi(f))
			return f;
	return NULL;
}

/* The exact code wins, then a country, then other codes, then a name. */
static bool
stands_read(struct store *s, const struct fields *of, const char *text, struct arrival *out,
    struct error *e)
{
	const struct entity *ent = entity_find(of->organisation->refs);
	const struct country *c;

	if (!organisation_by(s, of->organisation, field_with(ent, F_CODE), text,
	    &out->organisation, &out->several, e))
		return false;
	if (out->organisation || out->several)
		return true;
	if ((c = country_match(text, strlen(text)))) {
		out->country = c->code;
		return true;
	}
	return organisation_by(s, of->organisation, other_codes(ent), text, &out->organisation,
	    &out->several, e) && (out->organisation || out->several
	    || record_named(s, of->organisation, text, &out->organisation, &out->several, e));
}

/* --- Is that person on the list already? --- */

static bool
same_person(struct rows *rows, const struct arrival *a)
{
	struct value v;

	if (rows_value(rows, 0, 0, &v) && v.kind == VALUE_INT)
		return a->person && v.i == a->person;
	if (!rows_value(rows, 1, 0, &v) || v.kind != VALUE_TEXT)
		return false;
	return !fold_compare(v.s, v.n, a->name, strlen(a->name));
}

void
door_filter(const struct door *door, struct str *out)
{
	struct fields of = fields_find();
	char id[ID_LENGTH + 1] = "";

	id_format(door->event, id);
	str_addf(out, "%s=%s %s=", of.event->name, id, of.session->name);
	if (door->session) {
		id_format(door->session, id);
		str_add(out, id);
	}
}

static bool
listed_find(struct store *s, const struct fields *of, const struct door *door,
    struct arrival *a, struct error *e)
{
	struct column columns[2];
	struct str text = { 0 };

	door_filter(door, &text);
	struct filter *f = filter_parse(s, of->ent, NULL, str_text(&text), e);
	struct query q = { .ent = of->ent, .filter = f, .columns = columns, .column_count = 2 };
	bool ok = f && column_parse(of->ent, of->person->name, &columns[0], e)
	    && column_parse(of->ent, of->signed_name->name, &columns[1], e);
	struct rows *rows = ok ? rows_open(s, &q, e) : NULL;
	a->listed = 0;
	while (rows && rows_next(rows))
		if (!a->listed && same_person(rows, a))
			a->listed = rows_id(rows);
	ok = rows && rows_close(rows, e);
	filter_free(f);
	str_free(&text);
	return ok;
}

/* --- Understanding --- */

static bool
arrival_complete(struct store *s, const struct fields *of, const struct door *door,
    struct arrival *out, struct error *e)
{
	bool several;

	if (!*out->name)
		return set_error(e, STATUS_DATA, _("Type a name, and behind a comma what it stands for: Ana Cruz, WMCL."));
	if (!record_named(s, of->person, out->name, &out->person, &several, e)
	    || (*out->stands && !stands_read(s, of, out->stands, out, e)))
		return false;
	if (out->organisation || *out->country)
		out->stands = "";
	return listed_find(s, of, door, out, e);
}

/* "Ana, WMCL, volunteer": a category at the end, unless a code says the same. */
static bool
category_read(struct store *s, const struct fields *of, struct arena *mem,
    struct arrival *out, struct error *e)
{
	const struct entity *ent = entity_find(of->organisation->refs);
	const char *code = *out->stands ? term_code(s, of->category->list, out->stands,
	    strlen(out->stands)) : NULL;
	int64_t id = 0;
	bool several = false;

	if (!code)
		return true;
	if (!organisation_by(s, of->organisation, field_with(ent, F_CODE), out->stands, &id,
	    &several, e))
		return false;
	if (!id && !several) {
		out->category = arena_strdup(mem, code);
		signup_split(out->name, strlen(out->name), mem, &out->name, &out->stands);
	}
	return true;
}

bool
door_read(struct store *s, const struct door *door, const char *line, struct arena *mem,
    struct arrival *out, struct error *e)
{
	struct fields of = fields_find();
	struct error none;
	int64_t known;
	bool several;

	*out = (struct arrival){ .country = "", .stands = "", .category = "", .expectation = "",
	    .at = "" };
	/* "GFontenelle (WMF)" may be all of a user's name. */
	if (record_named(s, of.person, line, &known, &several, &none) && known)
		out->name = arena_strdup(mem, line);
	else
		signup_split(line, strlen(line), mem, &out->name, &out->stands);
	return category_read(s, &of, mem, out, e) && arrival_complete(s, &of, door, out, e);
}

bool
door_meet(struct store *s, const struct door *door, const struct signup *one,
    struct arena *mem, struct arrival *out, struct error *e)
{
	struct fields of = fields_find();

	*out = (struct arrival){ .name = one->name, .country = "", .stands = one->stands,
	    .category = "", .expectation = one->expectation, .at = one->at };
	(void)mem;
	return arrival_complete(s, &of, door, out, e);
}

/* --- Telling --- */

static void
stands_tell(struct store *s, const struct fields *of, const struct arrival *a,
    struct str *out)
{
	struct str what = { 0 };
	struct value v = value_text(a->country, strlen(a->country));

	if (a->organisation) {
		record_title(s, entity_find(of->organisation->refs), a->organisation, &what);
		str_addf(out, _("%s comes for %s."), a->name, str_text(&what));
	} else if (*a->country) {
		value_show(s, of->country, &v, &what);
		str_addf(out, _("%s comes from %s."), a->name, str_text(&what));
	} else if (a->several) {
		str_addf(out, _("%s comes for \"%s\", which several organisations are called."),
		    a->name, a->stands);
	} else if (*a->stands) {
		str_addf(out, _("%s comes for \"%s\", kept in words."), a->name, a->stands);
	} else {
		str_addf(out, _("%s comes without an affiliation."), a->name);
	}
	str_free(&what);
}

void
door_tell(struct store *s, const struct arrival *a, struct str *out)
{
	struct fields of = fields_find();
	struct value v = value_text(a->category, strlen(a->category));
	struct str category = { 0 };

	stands_tell(s, &of, a, out);
	if (*a->category) {
		value_show(s, of.category, &v, &category);
		str_addc(out, ' ');
		str_addf(out, _("Category: %s."), str_text(&category));
	}
	if (a->listed)
		str_addf(out, " %s", _("On the list already."));
	else if (a->person)
		str_addf(out, " %s", _("Known here."));
	str_free(&category);
}

/* --- Entering --- */

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
cells_fill(struct store *s, const struct fields *of, const struct arrival *a,
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
		if (r->values[record_index(r, c->cell[i].field)].kind == VALUE_NULL)
			ok = record_put(s, ent, id, &c->cell[i], e);
	record_free(r);
	return ok;
}

bool
door_enter(struct store *s, const struct door *door, const struct arrival *a,
    const char *state, bool put, int64_t *id, struct error *e)
{
	struct fields of = fields_find();
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
session_enter(struct store *s, const struct fields *of, const struct door *door,
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
		struct value v = r->values[record_index(r, same[i])];
		if (v.kind != VALUE_NULL)
			birth[n++] = (struct cell){ same[i], v, true };
	}
	return record_create(s, of->ent, birth, n, &id, e);
}

/* The attendance of that person on this list: itself, or the one in the session. */
static bool
own_attendance(struct store *s, const struct fields *of, const struct door *door,
    struct record *r, int64_t *id, struct error *e)
{
	const struct value *session = &r->values[record_index(r, of->session)];
	const struct value *person = &r->values[record_index(r, of->person)];
	const struct value *name = &r->values[record_index(r, of->signed_name)];
	struct arrival a = { .person = person->kind == VALUE_INT ? person->i : 0, .name = "" };

	*id = r->id;
	if (!door->session || (session->kind == VALUE_INT && session->i == door->session))
		return true;
	if (name->kind == VALUE_TEXT)
		a.name = arena_dup(r->mem, name->s, name->n);
	bool ok = listed_find(s, of, door, &a, e);
	*id = a.listed;
	return ok;
}

bool
door_put(struct store *s, const struct door *door, int64_t attendance,
    const char *state, struct error *e)
{
	struct fields of = fields_find();
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
