/* The next edition of an event. */
#include "config.h"

#include "app/edition.h"

#include <stdlib.h>
#include <string.h>

#include "app/edit.h"
#include "app/item.h"
#include "app/pane.h"
#include "app/record_copy.h"
#include "base/arena.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/filter.h"

/* What each edition has of its own: not taken over. */
static const char *const own_of_event[] = {
	"name", "edition", "previous", "status", "start", "end", "dates_words", "city",
	"country", "venue", "practical", "summary", "expected", "headcount", "headcount_words",
	"link", "wiki_page", "commons_category", "source", NULL
};
static const char *const own_of_session[] = { "event", "starts", "ends", "status", "outcomes",
	"link", "source", NULL };
static const char *const own_of_role[] = { "event", "source", NULL };

/* What the new record has instead. */
struct instead {
	const struct entity *ent;
	struct cell cells[4];
	size_t count;
};

static void
instead_put(struct instead *in, const char *name, struct value v)
{
	if (v.kind != VALUE_NULL)
		in->cells[in->count++] = (struct cell){ field_find(in->ent, name), v, true };
}

/* --- The event --- */

/* When an event is; year 0: not known. */
struct days {
	struct date start, end;
};

static bool
days_read(struct app *app, int64_t event, struct days *out, struct error *e)
{
	struct record *r = NULL;
	bool ok = record_load(app->store, record_entity(app->store, event), event, &r, e);

	*out = (struct days){ .start = { 0, 0, 0 } };
	if (r) {
		value_to_date(record_value_named(r, "start"), &out->start);
		value_to_date(record_value_named(r, "end"), &out->end);
	}
	record_free(r);
	return ok;
}

static bool
event_copy(struct app *app, const struct record *old, int64_t *made, struct error *e)
{
	struct instead in = { .ent = old->ent };
	struct value edition = *record_value_named(old, "edition");

	/* The old name stands until the one that was given comes. */
	instead_put(&in, "name", *record_value_named(old, "name"));
	instead_put(&in, "previous", value_int(old->id));
	if (edition.kind == VALUE_INT)
		instead_put(&in, "edition", value_int(edition.i + 1));
	instead_put(&in, "status", value_text("planned", strlen("planned")));
	return record_copy(app, old, own_of_event, in.cells, in.count, made, e);
}

static bool
event_make(struct app *app, int64_t event, const struct assignment *a, size_t count,
    int64_t *made, struct error *e)
{
	const struct pane *pane = pane_find("events");
	struct record *old = NULL;
	bool ok = record_load(app->store, entity_find(pane->entity), event, &old, e) && old
	    && event_copy(app, old, made, e);

	for (size_t i = 0; ok && i < count; i++)
		if (!a[i].field->via)
			ok = assignment_apply(app, pane, *made, &a[i], e);
	record_free(old);
	return ok;
}

/* --- What hangs on it --- */

struct next {
	struct app *app;
	int64_t from, to;
	bool moved;		/* both days are known */
	long days;		/* from one to the other */
};

static bool
each_of(const struct next *n, const char *entity, const char *tests,
    bool (*f)(const struct next *n, const struct record *old, struct error *e),
    struct error *e)
{
	const struct entity *ent = entity_find(entity);
	char id[ID_LENGTH + 1];
	struct str text = { 0 };
	int64_t *ids = NULL, count = 0;

	id_format(n->from, id);
	str_addf(&text, tests, id, id);
	struct filter *filter = filter_parse(n->app->store, ent, NULL, str_text(&text), e);
	bool ok = filter && ids_read(n->app->store, &(struct query){ .ent = ent,
	    .filter = filter, .sort = "id" }, &ids, &count, e);
	for (int64_t i = 0; ok && i < count; i++) {
		struct record *old = NULL;
		ok = record_load(n->app->store, ent, ids[i], &old, e) && old && f(n, old, e);
		record_free(old);
	}
	filter_free(filter);
	free(ids);
	str_free(&text);
	return ok;
}

static bool
role_copy(const struct next *n, const struct record *old, struct error *e)
{
	struct instead in = { .ent = old->ent };
	int64_t made;

	instead_put(&in, "event", value_int(n->to));
	return record_copy(n->app, old, own_of_role, in.cells, in.count, &made, e);
}

/* A moment as many days later; nothing when it is not known how many. */
static struct value
moment_move(const struct next *n, struct value v, struct arena *mem)
{
	enum { DAY = 10 };
	struct date d;
	char day[11];

	if (!n->moved || v.kind != VALUE_TEXT || v.n < DAY || !date_parse(v.s, DAY, &d) || !d.day)
		return value_null;
	date_format(date_from_days(date_first(d) + n->days), day);
	const char *text = arena_printf(mem, "%s%.*s", day, (int)(v.n - DAY), v.s + DAY);
	return value_text(text, strlen(text));
}

static bool
session_copy(const struct next *n, const struct record *old, struct error *e)
{
	struct instead in = { .ent = old->ent };
	struct arena mem = { 0 };
	int64_t made;

	instead_put(&in, "event", value_int(n->to));
	instead_put(&in, "starts", moment_move(n, *record_value_named(old, "starts"), &mem));
	instead_put(&in, "ends", moment_move(n, *record_value_named(old, "ends"), &mem));
	bool ok = record_copy(n->app, old, own_of_session, in.cells, in.count, &made, e);
	arena_free(&mem);
	return ok;
}

static bool
agreement_carry(const struct next *n, const struct record *old, struct error *e)
{
	int64_t made;

	return item_carry(n->app, old->id, n->to, &made, e);
}

/* --- Together --- */

static bool
named(const struct assignment *a, size_t count, struct error *e)
{
	for (size_t i = 0; i < count; i++)
		if (a[i].field->flags & F_TITLE && a[i].length)
			return true;
	return set_error(e, STATUS_USAGE, _("Say what the new edition is called: name=\"...\"."));
}

static bool
hanging_copy(const struct next *n, struct error *e)
{
	static const char open[] = "kind=agreement (status=open,in-progress or status=) "
	    "(event=%s or note.event=%s)";

	return each_of(n, "involvement", "event=%s", role_copy, e)
	    && each_of(n, "session", "event=%s", session_copy, e)
	    && each_of(n, "entry", open, agreement_carry, e);
}

/* Where only the first day was given, the last one follows from it. */
static bool
end_put(struct app *app, int64_t made, const struct days *was, const struct days *is,
    const struct assignment *a, size_t count, struct error *e)
{
	const struct entity *ent = entity_find("event");
	struct date end;
	char day[11];

	for (size_t i = 0; i < count; i++)
		if (a[i].field == field_find(ent, "end"))
			return true;
	if (!edition_end(was->start, was->end, is->start, &end))
		return true;
	date_format(end, day);
	return record_put(app->store, ent, made, &(struct cell){ field_find(ent, "end"),
	    value_text(day, strlen(day)), true }, e);
}

bool
edition_copy(struct app *app, int64_t event, int count, const char *const *words,
    int64_t *made, struct error *e)
{
	const struct pane *pane = pane_find("events");
	struct next n = { .app = app, .from = event };
	struct days was, is;
	struct arena mem = { 0 };
	struct assignment *a = arena_alloc(&mem, ((size_t)count + 1) * sizeof *a);
	bool ok = true;

	for (int i = 0; ok && i < count; i++)
		ok = assignment_parse(pane, words[i], &mem, &a[i], e);
	ok = ok && named(a, (size_t)count, e) && event_make(app, event, a, (size_t)count, made, e)
	    && days_read(app, event, &was, e) && days_read(app, *made, &is, e)
	    && end_put(app, *made, &was, &is, a, (size_t)count, e);
	if (ok) {
		n.to = *made;
		n.moved = was.start.day && is.start.day;
		n.days = n.moved ? date_first(is.start) - date_first(was.start) : 0;
		ok = hanging_copy(&n, e);
	}
	/* Hosts that were given go before those taken over. */
	for (int i = 0; ok && i < count; i++)
		if (a[i].field->via)
			ok = assignment_apply(app, pane, *made, &a[i], e);
	arena_free(&mem);
	return ok;
}

/* The newest of the series that began earlier; 0: none. */
static int64_t
series_before(struct app *app, const struct record *r)
{
	const struct value series = *record_value_named(r, "series");
	const struct value start = *record_value_named(r, "start");
	struct str text = { 0 };
	int64_t *ids = NULL, count = 0, found = 0;

	if (series.kind != VALUE_TEXT || start.kind != VALUE_TEXT)
		return 0;
	str_add(&text, "series=\"");
	for (size_t i = 0; i < series.n; i++) {
		if (strchr("\"\\", series.s[i]))
			str_addc(&text, '\\');
		str_addc(&text, series.s[i]);
	}
	str_addf(&text, "\" start<%.*s", (int)start.n, start.s);
	struct filter *f = filter_parse(app->store, r->ent, NULL, str_text(&text), NULL);
	if (f && ids_read(app->store, &(struct query){ .ent = r->ent, .filter = f,
	    .sort = "-start", .limit = 1 }, &ids, &count, NULL) && count)
		found = ids[0];
	free(ids);
	filter_free(f);
	str_free(&text);
	return found;
}

bool
edition_before(struct app *app, int64_t event, int64_t *before, struct error *e)
{
	struct record *r = NULL;
	bool ok = record_load(app->store, record_entity(app->store, event), event, &r, e);

	*before = 0;
	if (r) {
		*before = value_to_int(record_value_named(r, "previous"));
		if (!*before)
			*before = series_before(app, r);
	}
	record_free(r);
	return ok && (*before || set_error(e, STATUS_NONE,
	    _("No edition before this one is known: say with which event to compare it.")));
}

int64_t
edition_after(struct app *app, int64_t event)
{
	const struct entity *ent = record_entity(app->store, event);
	char text[sizeof "previous=" + ID_LENGTH] = "previous=";
	int64_t *ids = NULL, count = 0, found = 0;

	id_format(event, text + strlen(text));
	struct filter *f = filter_parse(app->store, ent, NULL, text, NULL);
	if (f && ids_read(app->store, &(struct query){ .ent = ent, .filter = f, .limit = 1 },
	    &ids, &count, NULL) && count)
		found = ids[0];
	free(ids);
	filter_free(f);
	return found;
}
