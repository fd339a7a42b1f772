/* Offers and needs: all of them, who has which, and who can help whom. */
#include "config.h"

#include <string.h>

#include "app/match.h"
#include "app/report.h"

/* "training; tools": the kinds that an organisation offers, or needs. */
static const char *
kinds_of(struct report_call *r, int64_t organisation, const char *filter)
{
	const struct shared_query q = { .entity = "capacity", .filter = filter,
	    .columns = "kind", .sort = "kind", .belongs = "partnership,person" };
	struct shared_left counted = r->left;	/* above, already */
	struct shared_rows *rows = shared_rows_open(r->app->store, &q, organisation, &counted,
	    NULL);
	const char *text = "", *last = "";

	while (rows && shared_rows_next(rows)) {
		const char *kind = report_cell(r, rows, 0);
		if (!strcmp(kind, last))
			continue;
		last = arena_strdup(r->mem, kind);
		text = arena_printf(r->mem, "%s%s%s", text, *text ? ", " : "", last);
	}
	if (rows)
		shared_rows_close(rows, NULL);
	return text;
}

static const char *
offers_of(struct report_call *r, int64_t organisation)
{
	return kinds_of(r, organisation, "organisation={id} direction=offer");
}

static const char *
needs_of(struct report_call *r, int64_t organisation)
{
	return kinds_of(r, organisation, "organisation={id} direction=need");
}

/* A line for each organisation that has any. */
static bool
map(struct report_call *r, struct error *e)
{
	static const struct shared_query query = { .entity = "organisation",
	    .filter = "capacity.topic!=", .sort = "name" };
	static const struct report_column columns[] = {
		{ .name = "organisation", .word = "organisation", .column = "name" },
		{ .name = "offers", .word = "offers", .make = offers_of },
		{ .name = "needs", .word = "needs", .make = needs_of },
		{ .name = NULL }
	};

	return report_table(r, &query, columns, e);
}

/* A need or an offer with whose it is. */
static const char *
side(struct report_call *r, const struct capacity *c)
{
	return *c->who ? arena_printf(r->mem, "%s (%s)", c->topic, c->who) : c->topic;
}

static const char *
reason(struct report_call *r, const struct matching *m)
{
	const struct field *f = field_find(entity_find("capacity"), "kind");
	struct value v = value_text(m->need.kind, strlen(m->need.kind));
	struct str out = { 0 };

	if (*m->topic)
		str_addf(&out, report_word(r, "same-topic"), m->topic);
	if (m->same_kind) {
		struct str kind = { 0 };
		value_show(r->app->store, f, &v, &kind);
		str_add(&out, out.len ? "; " : "");
		str_addf(&out, report_word(r, "same-kind"), str_text(&kind));
		str_free(&kind);
	}
	const char *text = arena_strdup(r->mem, str_text(&out));
	str_free(&out);
	return text;
}

static bool
matches(struct report_call *r, struct error *e)
{
	const struct page_column heads[] = {
		{ "need", report_word(r, "need"), PAGE_ESCAPED },
		{ "offer", report_word(r, "offer"), PAGE_ESCAPED },
		{ "reason", report_word(r, "reason"), PAGE_ESCAPED },
	};
	struct shared_left counted = r->left;	/* above, already */
	struct matching *found;
	size_t count;

	if (!match_needs(r->app->store, &counted, r->mem, &found, &count, e))
		return false;
	page_heading(r->page, 2, report_word(r, "who-for-whom"));
	page_table(r->page, heads, sizeof heads / sizeof *heads);
	for (size_t i = 0; i < count; i++) {
		page_leads(r->page, (struct page_lead){ .id = found[i].offer.id });
		page_cell(r->page, side(r, &found[i].need));
		page_cell(r->page, side(r, &found[i].offer));
		page_cell(r->page, reason(r, &found[i]));
	}
	return true;
}

bool
report_needs(struct report_call *r, struct error *e)
{
	static const struct shared_query query = { .entity = "capacity",
	    .sort = "direction,kind,topic", .belongs = "organisation,partnership,person" };
	static const struct report_column columns[] = {
		{ .name = "direction", .word = "direction", .column = "direction" },
		{ .name = "kind", .word = "kind", .column = "kind" },
		{ .name = "topic", .word = "topic", .column = "topic" },
		{ .name = "organisation", .word = "organisation",
		    .column = "organisation|partnership.partner" },
		{ .name = "person", .word = "person", .column = "person" },
		{ .name = "priority", .word = "priority", .column = "priority", .data = true },
		{ .name = "status", .word = "status", .column = "status" },
		{ .name = NULL }
	};

	return report_table(r, &query, columns, e)
	    && (r->format == PAGE_CSV || (map(r, e) && matches(r, e)));
}
