/* A small world for the tests of filter, query and which; today is 21 November 2026. */
#ifndef ALIANZA_TESTS_UNIT_WORLD_H
#define ALIANZA_TESTS_UNIT_WORLD_H

#include <stdarg.h>

#include "base/clock.h"
#include "base/multi.h"
#include "store/filter.h"
#include "store/query.h"
#include "store/through.h"
#include "store/which.h"
#include "tests/unit/scratch.h"

struct world {
	struct store *s;
	int64_t chile, argentina, museum, university, free, gone, coop, meetup, ana;
	int64_t active, completed, prospect, hanging, iberoconf, big;
};

/* Makes a record within an action: field, value, ..., NULL; several values with ';'. */
static inline int64_t
make(struct store *s, const char *entity, ...)
{
	const struct entity *ent = entity_find(entity);
	struct cell cells[32];
	struct str keep[32] = { { 0 } };
	struct error e = { 0 };
	int64_t id = 0;
	size_t n = 0;
	va_list ap;

	va_start(ap, entity);
	for (const char *name; (name = va_arg(ap, const char *)); ) {
		const struct field *f = field_find(ent, name);
		const char *p = va_arg(ap, const char *);
		struct str one = { 0 };
		ck_assert_msg(f != NULL, "%s.%s", entity, name);
		if (!field_is_multi(f))
			str_set(&one, p);
		while (field_is_multi(f) ? multi_next(&p, &one) : p != NULL) {
			struct value v;
			ck_assert_msg(value_input(s, f, str_text(&one), one.len, &keep[n], &v, &e),
			    "%s", e.msg);
			cells[n++] = (struct cell){ f, v, true };
			if (!field_is_multi(f))
				p = NULL;
		}
		str_free(&one);
	}
	va_end(ap);
	ck_assert_msg(record_create(s, ent, cells, n, &id, &e), "%s", e.msg);
	for (size_t i = 0; i < n; i++)
		str_free(&keep[i]);
	return id;
}

static inline void
world_organisations(struct world *w)
{
	struct store *s = w->s;

	w->big = make(s, "tag", "name", "big", NULL);
	make(s, "tag", "name", "small", NULL);
	w->chile = make(s, "organisation", "kind", "affiliate", "name", "Wikimedia Chile",
	    "alt_name", "Capítulo chileno", "code", "WMCL", "other_codes", "CL;CLAWIKI",
	    "country", "CL", "languages", "es", "type", "chapter", "founded", "2011-07",
	    "members", "45", "website", "https://www.wikimediachile.cl", NULL);
	w->argentina = make(s, "organisation", "kind", "affiliate", "name",
	    "Wikimedia Argentina", "code", "WMAR", "country", "AR", "languages", "es;en",
	    "type", "chapter", "founded", "2007-09-01", "members", "100", NULL);
	w->museum = make(s, "organisation", "kind", "partner", "name", "Museo Ñandú", "type",
	    "glam", "subtype", "museum", "country", "CL", "summary", "Una colección\nde aves",
	    "founded", "2011", "tags", "big", NULL);
	w->university = make(s, "organisation", "kind", "partner", "name",
	    "Universidad de Chile", "type", "university", "country", "CL", "visibility",
	    "private", "members", "9", NULL);
	w->free = make(s, "organisation", "kind", "partner", "name", "100% libre, a_b", NULL);
	w->gone = make(s, "organisation", "kind", "partner", "name", "Borrado", "deleted",
	    "yes", NULL);
	w->coop = make(s, "organisation", "kind", "network", "name", "Iberocoop", "countries",
	    "CL;AR;ES", NULL);
}

static inline void
world_fill(struct world *w)
{
	struct store *s = w->s;

	world_organisations(w);
	w->ana = make(s, "person", "name", "Ana Pérez", "username", "AnaP", "country", "CL",
	    NULL);
	make(s, "person", "username", "Zoë", NULL);
	w->active = make(s, "partnership", "partner", "Museo Ñandú", "affiliate", "WMCL",
	    "stage", "active", "next_step", "Llamar a Ana", "next_step_on", "2026-11-10",
	    "kinds", "training;data", "started", "2020-03", NULL);
	w->completed = make(s, "partnership", "partner", "museo nandu", "affiliate", "WMAR",
	    "stage", "completed", NULL);
	w->prospect = make(s, "partnership", "partner", "Universidad de Chile", "stage",
	    "prospect", "next_step_on", "2026-12-01", NULL);
	const struct entity *ent = entity_find("partnership");
	struct cell cells[] = {
		{ field_find(ent, "partner"), value_int(w->gone), true },
		{ field_find(ent, "stage"), value_text("pilot", 5), true },
	};
	ck_assert(record_create(s, ent, cells, 2, &w->hanging, NULL));
	make(s, "membership", "network", "Iberocoop", "member", "WMCL", "state", "member",
	    NULL);
	w->iberoconf = make(s, "event", "name", "Iberoconf 2014", "start", "2014-11-21",
	    "end", "2014-11-23", "country", "AR", "expected", "40", "status", "held",
	    "tags", "big", NULL);
	make(s, "involvement", "event", "Iberoconf 2014", "organisation", "WMAR", "role",
	    "host", NULL);
	make(s, "involvement", "event", "Iberoconf 2014", "organisation", "WMCL", "role",
	    "guest", NULL);
	make(s, "event", "name", "Taller", "start", "2017", "status", "planned", NULL);
	w->meetup = make(s, "event", "name", "Encuentro", "start", "2017-11", NULL);
	make(s, "event", "name", "Idea", NULL);
	make(s, "goal", "level", "goal", "statement", "Train two hundred teachers", "owner",
	    "WMCL", NULL);
	make(s, "metric", "goal", "Train two hundred teachers", "name", "teachers", "unit",
	    "people", "baseline", "0", "target", "200", NULL);
	make(s, "metric", "goal", "Train two hundred teachers", "name", "hours", "target",
	    "9.5", "baseline", "-2.5", NULL);
	make(s, "metric", "goal", "Train two hundred teachers", "name", "schools", "target",
	    "30", NULL);
	make(s, "measurement", "metric", "teachers", "value", "50", "to", "2026-06", NULL);
	make(s, "measurement", "metric", "teachers", "value", "80", "to", "2027", NULL);
	make(s, "measurement", "metric", "hours", "value", "0.5", "to", "2026-09-30", NULL);
	make(s, "note", "kind", "call", "title", "Llamada", "date", "2026-10-12", "about",
	    "Museo Ñandú", NULL);
	make(s, "entry", "kind", "action", "text", "Enviar el acuerdo\nfirmado", "note",
	    "Llamada", "organisation", "Museo Ñandú", "owners", "WMCL;Ana Pérez", "due",
	    "2026-11-25", NULL);
	make(s, "attendance", "event", "Iberoconf 2014", "person", "Ana Pérez", "state",
	    "present", "named_in_public", "yes", NULL);
	make(s, "attendance", "event", "Iberoconf 2014", "signed_name", "Zoë", "state",
	    "present", "named_in_public", "no", NULL);
	make(s, "attendance", "event", "Iberoconf 2014", "signed_name", "ZOE", "state",
	    "present", "signed_at", "2014-11-21T09:03", NULL);
}

static inline void
world_begin(struct world *w)
{
	struct error e = { 0 };
	const char *today = "2026-11-21";
	char id[14];

	scratch_enter();
	ck_assert(clock_set_text(today, strlen(today), &e));
	w->s = store_open("world.db", OPEN_CREATE, &e);
	ck_assert_msg(w->s != NULL, "%s", e.msg);
	ck_assert_msg(action_begin(w->s, "test", &e), "%s", e.msg);
	world_fill(w);
	struct str text = { 0 };
	value_to_text(field_find(entity_find("partnership"), "affiliate"),
	    &(struct value){ VALUE_INT, w->chile, NULL, 0 }, &text);
	snprintf(id, sizeof id, "%s", str_text(&text));
	str_free(&text);
	ck_assert_msg(setting_put(w->s, "my_organisation", id, &e), "%s", e.msg);
	ck_assert_msg(action_end(w->s, true, NULL, &e), "%s", e.msg);
}

static inline void
world_end(struct world *w)
{
	ck_assert(store_close(w->s));
	scratch_leave();
}

static inline const struct entity *
entity_of(const char *pane, const struct pane **out)
{
	*out = pane_find(pane);
	return entity_find(*out ? (*out)->entity : pane);
}

/* Titles of the rows in the order of their ids, joined by '|'. */
static inline void
titles_add(struct store *s, const struct query *q, struct str *out)
{
	struct error e = { 0 };
	struct rows *r = rows_open(s, q, &e);

	ck_assert_msg(r != NULL, "%s", e.msg);
	while (rows_next(r)) {
		str_add(out, out->len ? "|" : "");
		record_title(s, q->ent, rows_id(r), out);
	}
	ck_assert_msg(rows_close(r, &e), "%s", e.msg);
}

/* The world of a program, and the fixture that makes and ends it. */
static struct world w;

static inline void
world_setup(void)
{
	world_begin(&w);
}

static inline void
world_teardown(void)
{
	world_end(&w);
}

#endif
