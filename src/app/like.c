#include "config.h"

#include "app/like.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "model/country.h"
#include "store/filter.h"
#include "store/query.h"

enum { THREE = 3, NEAR_COUNTRY = 0, NEAR_REGION = 1, FAR = 2 };

static const struct shared_query told_partnership = { .entity = "partnership",
    .filter = "id={id}", .columns = "partner,affiliate,summary",
    .belongs = "partner,affiliate" };
static const struct shared_query told_resource = { .entity = "resource",
    .filter = "id={id}", .columns = "title,organisation,result",
    .belongs = "organisation,partnership,event" };

/* Where examples stand, and the columns that tell about them: what sort of partner,
 * where, and what came of it. */
static const struct source {
	const char *entity;
	const char *type, *country, *result, *link;
	const char *partner;	/* the one that is not its own example */
	const struct shared_query *told;	/* of one, on a page */
} sources[] = {
	{ "partnership", "partner.type", "partner.country", "summary",
	    "agreement", "partner", &told_partnership },
	{ "resource", "partnership.partner.type", "country",
	    "result", "link", "partnership.partner", &told_resource },
	{ "resource", "organisation.type", "country", "result", "link",
	    "organisation", &told_resource },
};

struct example {
	int64_t id;
	const struct source *from;
	int far;
	bool figures;
	const char *result, *link;
};

struct liking {
	struct app *app;
	struct arena mem;
	int64_t partner;
	const char *type, *country;	/* codes, "" where not known */
	struct example *all;
	size_t count, room;
};

/* --- The one it has to be like --- */

/* Values of a record through columns, in mem; "" where there is none. */
static bool
values_read(struct liking *l, const struct entity *ent, int64_t id, const char *names,
    const char **out, size_t count, int64_t *partner, struct error *e)
{
	struct column *columns;
	struct query q = { .ent = ent, .everything = true };
	struct str text = { 0 };
	struct value v;

	str_add(&text, "id=");
	value_to_text(field_with(ent, F_RECORD_ID), &(struct value){ VALUE_INT, id, NULL, 0 },
	    &text);
	bool ok = columns_read(ent, names, &l->mem, &columns, &q.column_count, e);
	struct filter *f = ok ? filter_parse(l->app->store, ent, NULL, str_text(&text), e) : NULL;
	q.columns = ok ? columns : NULL;
	q.filter = f;
	struct rows *rows = f ? rows_open(l->app->store, &q, e) : NULL;
	bool row = rows && rows_next(rows);
	for (size_t i = 0; i < count; i++)
		out[i] = row ? rows_text(rows, i, &l->mem) : "";
	if (row && q.column_count > count && rows_value(rows, count, 0, &v)
	    && v.kind == VALUE_INT)
		*partner = v.i;
	ok = rows && rows_close(rows, e);
	filter_free(f);
	str_free(&text);
	return ok;
}

static bool
partner_read(struct liking *l, int64_t id, struct error *e)
{
	const struct entity *ent = record_entity(l->app->store, id);
	const char *own[2] = { "", "" };
	bool through = !strcmp(ent->name, sources[0].entity);

	l->partner = id;
	if (!through && (!field_find(ent, "type") || !field_find(ent, "country")))
		return set_error(e, STATUS_USAGE, _("Examples are for partners and partnerships."));
	if (!values_read(l, ent, id, through
	    ? "partner.type,partner.country,partner" : "type,country", own, 2, &l->partner, e))
		return false;
	l->type = own[0];
	l->country = own[1];
	return *l->type || set_error(e, STATUS_DATA,
	    _("Say first which type of partner it is (type=...): examples are found by it."));
}

/* --- Examples --- */

static int
distance(const char *a, const char *b)
{
	const struct country *x = country_find(a), *y = country_find(b);

	if (!x || !y)
		return FAR;
	return x == y ? NEAR_COUNTRY : !strcmp(x->region, y->region) ? NEAR_REGION : FAR;
}

static bool
has_figures(const char *s)
{
	while (*s && !isdigit((unsigned char)*s))
		s++;
	return *s;
}

static void
example_add(struct liking *l, const struct source *from, struct rows *rows)
{
	struct value partner;
	const char *result = rows_text(rows, 1, &l->mem);

	if (rows_value(rows, 3, 0, &partner) && partner.i == l->partner)
		return;
	for (size_t i = 0; i < l->count; i++)
		if (l->all[i].id == rows_id(rows))
			return;		/* found by another way already */
	if (l->count == l->room) {
		l->room = l->room * 2 + 64;
		l->all = xrealloc(l->all, l->room * sizeof *l->all);
	}
	l->all[l->count++] = (struct example){ rows_id(rows), from,
	    distance(l->country, rows_text(rows, 0, &l->mem)), has_figures(result), result,
	    rows_text(rows, 2, &l->mem) };
}

static bool
source_read(struct liking *l, const struct source *c, struct error *e)
{
	struct query q = { .ent = entity_find(c->entity), .leave_out_private = true };
	struct str names = { 0 }, text = { 0 };
	struct column *columns;

	str_addf(&names, "%s,%s,%s,%s", c->country, c->result, c->link, c->partner);
	str_addf(&text, "%s=%s", c->type, l->type);
	bool ok = columns_read(q.ent, str_text(&names), &l->mem, &columns, &q.column_count, e);
	struct filter *f = ok ? filter_parse(l->app->store, q.ent, NULL, str_text(&text), e) : NULL;
	q.columns = ok ? columns : NULL;
	q.filter = f;
	q.sort = "id";
	struct rows *rows = f ? rows_open(l->app->store, &q, e) : NULL;
	while (rows && rows_next(rows))
		example_add(l, c, rows);
	ok = rows && rows_close(rows, e);
	filter_free(f);
	str_free(&names);
	str_free(&text);
	return ok;
}

/* The nearest first, and among these what can be told in figures. */
static int
example_compare(const void *a, const void *b)
{
	const struct example *x = a, *y = b;

	if (x->far != y->far)
		return x->far - y->far;
	if (x->figures != y->figures)
		return y->figures - x->figures;
	return (x->id > y->id) - (x->id < y->id);
}

static void
example_tell(struct liking *l, const struct example *x, struct str *out)
{
	record_title(l->app->store, record_entity(l->app->store, x->id), x->id, out);
	str_addc(out, '\n');
	for (const char *p = x->result; *p; ) {
		size_t n = strcspn(p, "\n");
		str_addf(out, "  %.*s\n", (int)n, p);
		p += n + (p[n] == '\n');
	}
	if (*x->link)
		str_addf(out, "  %s\n", x->link);
}

/* All there are, the best first. */
static bool
examples_read(struct liking *l, int64_t id, struct error *e)
{
	bool ok = partner_read(l, id, e);

	for (size_t i = 0; ok && i < sizeof sources / sizeof *sources; i++)
		ok = source_read(l, &sources[i], e);
	if (ok && l->count)
		qsort(l->all, l->count, sizeof *l->all, example_compare);
	return ok;
}

static void
examples_free(struct liking *l)
{
	free(l->all);
	arena_free(&l->mem);
}

bool
like_add(struct app *app, int64_t id, int64_t limit, struct str *out, struct error *e)
{
	struct liking l = { .app = app };
	bool ok = examples_read(&l, id, e);

	for (size_t i = 0; ok && i < l.count && i < (size_t)(limit ? limit : THREE); i++)
		example_tell(&l, &l.all[i], out);
	if (ok && !l.count)
		str_add(out, _("There is no example with this type of partner yet.\n"));
	examples_free(&l);
	return ok;
}

bool
like_find(struct app *app, int64_t id, struct like_one *out, size_t max, size_t *count,
    struct error *e)
{
	struct liking l = { .app = app };
	bool ok = examples_read(&l, id, e);

	*count = ok ? l.count < max ? l.count : max : 0;
	for (size_t i = 0; i < *count; i++)
		out[i] = (struct like_one){ l.all[i].id, l.all[i].from->told };
	examples_free(&l);
	return ok;
}

static void
example_page(struct liking *l, const struct example *x, struct page *page)
{
	struct str text = { 0 };

	record_title(l->app->store, record_entity(l->app->store, x->id), x->id, &text);
	if (*x->result)
		str_addf(&text, ": %s", x->result);
	page_leads(page, (struct page_lead){ .id = x->id });
	page_item_with(page, PAGE_BULLET, NULL, str_text(&text), PAGE_ESCAPED, x->link);
	str_free(&text);
}

struct page *
like_page(struct app *app, int64_t id, struct error *e)
{
	struct liking l = { .app = app };
	struct page *page = NULL;

	if (examples_read(&l, id, e) && (l.count
	    || set_error(e, STATUS_NONE, _("There is no example with this type of partner yet."))))
		page = page_new();
	for (size_t i = 0; page && i < l.count && i < THREE; i++)
		example_page(&l, &l.all[i], page);
	examples_free(&l);
	return page;
}
