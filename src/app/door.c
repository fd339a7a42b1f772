#include "config.h"

#include "app/door_part.h"

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

struct door_fields
door_fields(void)
{
	const struct entity *ent = entity_find("attendance");

	return (struct door_fields){ ent, field_find(ent, "event"), field_find(ent, "session"),
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
	struct door_fields of = door_fields();

	return ent == of.ent || field_refers(of.event, ent) || field_refers(of.session, ent);
}

/* What a reference of the record leads to; 0: nothing. */
static int64_t
led_to(const struct record *r, const struct field *f)
{
	return value_to_int(record_value(r, f));
}

bool
door_of_record(struct store *s, const struct entity *ent, int64_t id, struct door *out)
{
	struct door_fields of = door_fields();
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

/* What a list was chosen from says the record itself; 0: the text is no id of one. */
static int64_t
record_chosen(struct store *s, const struct field *ref, const char *text)
{
	int64_t id;
	const struct entity *ent = id_parse(text, strlen(text), &id) ? record_entity(s, id) : NULL;

	return ent && field_refers(ref, ent) && !record_hidden(s, ent, id) ? id : 0;
}

/* The exact code wins, then a country, then other codes, then a name. */
static bool
stands_read(struct store *s, const struct door_fields *of, const char *text,
    struct arrival *out, struct error *e)
{
	const struct entity *ent = entity_find(of->organisation->refs);
	const struct country *c;

	if ((out->organisation = record_chosen(s, of->organisation, text)))
		return true;
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
	struct door_fields of = door_fields();
	char id[ID_LENGTH + 1] = "";

	id_format(door->event, id);
	str_addf(out, "%s=%s %s=", of.event->name, id, of.session->name);
	if (door->session) {
		id_format(door->session, id);
		str_add(out, id);
	}
}

bool
door_listed(struct store *s, const struct door_fields *of, const struct door *door,
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

/* --- When a line does not say what someone stands for --- */

static bool
stands_said(const struct arrival *a)
{
	return a->organisation || *a->country || *a->stands;
}

void
door_choose(struct arrival *a, size_t choice)
{
	if (choice < a->could.count)
		a->organisation = a->could.ids[choice];
}

static bool
day_known(struct store *s, const struct door_fields *of, const struct door *door,
    struct arena *mem, struct arrival *out, struct error *e)
{
	if (!participant_organisations(s, out->person, entity_find(of->event->refs), door->event,
	    mem, &out->could, e))
		return false;
	door_choose(out, 0);
	return true;
}

/* The list says it already, else the affiliation of the day of the event does. */
static bool
stands_known(struct store *s, const struct door_fields *of, const struct door *door,
    struct arena *mem, struct arrival *out, struct error *e)
{
	struct record *r = NULL;

	if (out->listed && !record_load(s, of->ent, out->listed, &r, e))
		return false;
	if (r) {
		out->organisation = led_to(r, of->organisation);
		out->country = value_dup(record_value(r, of->country), mem);
		out->stands = value_dup(record_value(r, of->stands), mem);
	}
	record_free(r);
	return stands_said(out) || !out->person || day_known(s, of, door, mem, out, e);
}

/* --- Understanding --- */

static bool
arrival_complete(struct store *s, const struct door_fields *of, const struct door *door,
    struct arena *mem, struct arrival *out, struct error *e)
{
	bool several;

	if (!*out->name)
		return set_error(e, STATUS_DATA, _("Type a name, and behind a comma what it stands for: Ana Cruz, WMCL."));
	if ((!out->person && !record_named(s, of->person, out->name, &out->person, &several, e))
	    || (*out->stands && !stands_read(s, of, out->stands, out, e)))
		return false;
	if (out->organisation || *out->country)
		out->stands = "";
	return door_listed(s, of, door, out, e)
	    && (stands_said(out) || stands_known(s, of, door, mem, out, e));
}

/* "Ana, WMCL, volunteer": a category at the end, unless a code says the same. */
static bool
category_read(struct store *s, const struct door_fields *of, struct arena *mem,
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

static struct arrival
nobody(void)
{
	return (struct arrival){ .name = "", .country = "", .stands = "", .category = "",
	    .expectation = "", .at = "" };
}

/* Of several people of one name, the one that was chosen from a list. */
static void
person_chosen(struct store *s, const struct door_fields *of, struct arena *mem,
    struct arrival *out)
{
	struct str title = { 0 };

	if (!(out->person = record_chosen(s, of->person, out->name)))
		return;
	record_title(s, record_entity(s, out->person), out->person, &title);
	out->name = arena_strdup(mem, str_text(&title));
	str_free(&title);
}

bool
door_read(struct store *s, const struct door *door, const char *line, struct arena *mem,
    struct arrival *out, struct error *e)
{
	struct door_fields of = door_fields();
	struct error none;
	int64_t known;
	bool several;

	*out = nobody();
	/* "GFontenelle (WMF)" may be all of a user's name. */
	if (record_named(s, of.person, line, &known, &several, &none) && known)
		out->name = arena_strdup(mem, line);
	else
		signup_split(line, strlen(line), mem, &out->name, &out->stands);
	if (!category_read(s, &of, mem, out, e))
		return false;
	person_chosen(s, &of, mem, out);
	return arrival_complete(s, &of, door, mem, out, e);
}

bool
door_know(struct store *s, const struct door *door, int64_t person, struct arena *mem,
    struct arrival *out, struct error *e)
{
	struct door_fields of = door_fields();

	*out = nobody();
	out->person = person;
	return day_known(s, &of, door, mem, out, e);
}

bool
door_meet(struct store *s, const struct door *door, const struct signup *one,
    struct arena *mem, struct arrival *out, struct error *e)
{
	struct door_fields of = door_fields();

	*out = nobody();
	out->name = one->name;
	out->stands = one->stands;
	out->expectation = one->expectation;
	out->at = one->at;
	return arrival_complete(s, &of, door, mem, out, e);
}

/* --- Telling --- */

void
door_stands(struct store *s, const struct arrival *a, struct str *out)
{
	struct door_fields of = door_fields();
	struct value v = value_text(a->country, strlen(a->country));

	if (a->organisation)
		record_title(s, entity_find(of.organisation->refs), a->organisation, out);
	else if (*a->country)
		value_show(s, of.country, &v, out);
	else if (*a->stands)
		str_addf(out, "\"%s\"", a->stands);
}

static void
stands_tell(struct store *s, const struct arrival *a, struct str *out)
{
	struct str what = { 0 };

	door_stands(s, a, &what);
	if (a->organisation)
		str_addf(out, _("%s comes for %s."), a->name, str_text(&what));
	else if (*a->country)
		str_addf(out, _("%s comes from %s."), a->name, str_text(&what));
	else if (a->several)
		str_addf(out, _("%s comes for \"%s\", which several organisations are called."),
		    a->name, a->stands);
	else if (*a->stands)
		str_addf(out, _("%s comes for \"%s\", kept in words."), a->name, a->stands);
	else
		str_addf(out, _("%s comes without an affiliation."), a->name);
	str_free(&what);
}

/* The others that it could come for as well. */
static void
others_tell(struct store *s, const struct door_fields *of, const struct arrival *a,
    struct str *out)
{
	const struct entity *ent = entity_find(of->organisation->refs);
	struct str names = { 0 };

	for (size_t i = 0; i < a->could.count; i++) {
		if (a->could.ids[i] == a->organisation)
			continue;
		str_add(&names, names.len ? "; " : "");
		record_title(s, ent, a->could.ids[i], &names);
	}
	if (names.len) {
		str_addc(out, ' ');
		str_addf(out, _("Belongs to %s too."), str_text(&names));
	}
	str_free(&names);
}

void
door_tell(struct store *s, const struct arrival *a, struct str *out)
{
	struct door_fields of = door_fields();
	struct value v = value_text(a->category, strlen(a->category));
	struct str category = { 0 };

	stands_tell(s, a, out);
	others_tell(s, &of, a, out);
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
