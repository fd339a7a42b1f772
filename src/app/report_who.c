/* Who was at an event and for whom, where and when: the people by name, how many there
 * were, who made it possible, then delegations, guests and observers with their people. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/report_documentation.h"
#include "app/report_points.h"
#include "base/arena.h"

/* --- People --- */

/* Someone who was there; texts in the arena of the report. */
struct comer {
	const char *text;		/* "Ana Díaz (WMCL)" */
	const char *organisation, *country;	/* a title, a code; "" when not known */
	struct comer *next;
};

enum { PERSON, SIGNED, ORGANISATION, STANDS_FOR, CODE, COUNTRY, ITS_COUNTRY };

/* "Name (CODE)": what the person stands for as it was written, else the code, else the
 * name of the organisation; who came without a name is the organisation. */
static const char *
person_text(struct report_call *r, struct shared_rows *rows)
{
	const char *name = shared_rows_text(rows, PERSON);
	const char *of = shared_rows_text(rows, STANDS_FOR);

	if (!*name)
		name = shared_rows_text(rows, SIGNED);
	if (!*of)
		of = shared_rows_text(rows, CODE);
	if (!*of)
		of = shared_rows_text(rows, ORGANISATION);
	if (!*name || !*of || !strcmp(name, of))
		return arena_strdup(r->mem, *name ? name : of);
	return arena_printf(r->mem, "%s (%s)", name, of);
}

static struct comer *
comer_new(struct report_call *r, struct shared_rows *rows, const char *text)
{
	struct comer *c = arena_alloc(r->mem, sizeof *c);
	const char *country = shared_rows_text(rows, COUNTRY);

	if (!*country)
		country = shared_rows_text(rows, ITS_COUNTRY);
	*c = (struct comer){ .text = text,
	    .organisation = arena_strdup(r->mem, shared_rows_text(rows, ORGANISATION)),
	    .country = arena_strdup(r->mem, country) };
	return c;
}

/* A label with the people that fit. Who signed for the event and for its sessions is one
 * person. Those named are added to comers, in the same order; NULL: nobody asks. */
static bool
people(struct report_call *r, const char *word, const char *filter, struct comer **comers,
    struct error *e)
{
	const struct shared_query q = { .entity = "attendance", .filter = filter,
	    .columns = "person,signed_name,organisation,stands_for,organisation.code,country,"
	    "organisation.country", .belongs = "event,session,person" };
	struct shared_rows *rows = report_rows(r, &q, e);
	struct str all = { 0 }, seen = { 0 };

	while (rows && shared_rows_next(rows)) {
		const char *text = person_text(r, rows);
		if (documentation_name_add(&all, &seen, ", ", text) && comers) {
			*comers = comer_new(r, rows, text);
			comers = &(*comers)->next;
		}
	}
	report_about_all(r, &q);
	page_label(r->page, report_word(r, word), str_text(&all));
	str_free(&all);
	str_free(&seen);
	return rows && shared_rows_close(rows, e);
}

/* What was counted by hand, where the names above do not say the same. */
static void
headcount(struct report_call *r, const struct comer *comers)
{
	const char *number = documentation_field(r, "headcount");
	const char *words = documentation_field(r, "headcount_words");
	long listed = 0;

	for (; comers; comers = comers->next)
		listed++;
	if (*words && *number && !strstr(words, number))
		words = arena_printf(r->mem, "%s; %s", number, words);
	else if (!*words && *number && strtol(number, NULL, 10) != listed)
		words = number;
	page_label(r->page, report_word(r, "people-there"), words);
}

/* --- Organisations --- */

static const char *
joined(struct report_call *r, const char *a, const char *between, const char *b)
{
	return *a && *b ? arena_printf(r->mem, "%s%s%s", a, between, b) : *a ? a : b;
}

/* Those with these roles at the event: columns organisation and country. */
static struct shared_rows *
involved_open(struct report_call *r, const char *roles, struct error *e)
{
	const struct shared_query q = { .entity = "involvement",
	    .filter = arena_printf(r->mem, "event={id} role=%s", roles),
	    .columns = "organisation,country", .belongs = "event,organisation" };

	return report_rows(r, &q, e);
}

/* An organisation, or only a country. */
static const char *
party_name(struct report_call *r, struct shared_rows *rows)
{
	const char *name = shared_rows_text(rows, 0);

	return *name ? name : report_cell(r, rows, 1);
}

static bool
organisations(struct report_call *r, const char *word, const char *roles, struct error *e)
{
	struct shared_rows *rows = involved_open(r, roles, e);
	struct str all = { 0 }, seen = { 0 };

	while (rows && shared_rows_next(rows))
		documentation_name_add(&all, &seen, ", ", party_name(r, rows));
	page_leads(r->page, (struct page_lead){ .id = r->id });
	page_label(r->page, report_word(r, word), str_text(&all));
	str_free(&all);
	str_free(&seen);
	return rows && shared_rows_close(rows, e);
}

/* --- Delegations and guests --- */

/* Does someone come for this organisation, or where only a country is known, from it? */
static bool
comes_for(const struct comer *c, const char *organisation, const char *country)
{
	return *organisation ? !strcmp(c->organisation, organisation)
	    : *country && !strcmp(c->country, country);
}

/* "Wikimedia Chile (Chile): Ana Díaz, Benjamín Soto" */
static void
party_add(struct report_call *r, struct shared_rows *rows, const struct comer *comers)
{
	const char *organisation = shared_rows_text(rows, 0), *country = shared_rows_text(rows, 1);
	const char *name = party_name(r, rows), *names = "";

	if (*organisation && *country)
		name = arena_printf(r->mem, "%s (%s)", organisation, report_cell(r, rows, 1));
	for (; comers; comers = comers->next)
		if (comes_for(comers, organisation, country))
			names = joined(r, names, ", ", comers->text);
	page_item(r->page, PAGE_BULLET, joined(r, name, ": ", names), PAGE_ESCAPED);
}

static bool
parties(struct report_call *r, const char *word, const char *role,
    const struct comer *comers, struct error *e)
{
	struct shared_rows *rows = involved_open(r, role, e);

	page_heading(r->page, 3, report_word(r, word));
	while (rows && shared_rows_next(rows))
		party_add(r, rows, comers);
	return rows && shared_rows_close(rows, e);
}

/* --- Together --- */

static bool
who(struct report_call *r, struct comer **comers, struct error *e)
{
	if (!people(r, "present-were", "event={id} state=present category!=facilitator", comers,
	    e))
		return false;
	headcount(r, *comers);
	if (!people(r, "facilitated-by", "event={id} category=facilitator", NULL, e)
	    || !organisations(r, "facilitated-by", "facilitator", e)
	    || !organisations(r, "hosted-by", "host,organizer", e)
	    || !organisations(r, "initiated-by", "initiator", e)
	    || !organisations(r, "supported-by", "supporter", e)
	    || !organisations(r, "funded-by", "funder", e))
		return false;
	page_label(r->page, report_word(r, "funding"), documentation_field(r, "funding"));
	return true;
}

static void
where_and_when(struct report_call *r)
{
	const char *place = joined(r, documentation_field(r, "venue"), ", ",
	    joined(r, documentation_field(r, "city"), ", ", documentation_field(r, "country")));
	const char *days = joined(r, documentation_field(r, "start"), " - ",
	    documentation_field(r, "end"));

	page_leads(r->page, (struct page_lead){ .id = r->id });
	page_label(r->page, report_word(r, "place"), place);
	page_leads(r->page, (struct page_lead){ .id = r->id });
	page_label(r->page, report_word(r, "dates"), joined(r, days, ", ",
	    documentation_field(r, "dates_words")));
}

bool
documentation_who(struct report_call *r, struct error *e)
{
	struct comer *comers = NULL;

	documentation_heading(r, "who-where");
	if (!who(r, &comers, e))
		return false;
	where_and_when(r);
	return parties(r, "delegations", "delegation", comers, e)
	    && parties(r, "guests", "guest", comers, e)
	    && parties(r, "observers", "observer", comers, e);
}
