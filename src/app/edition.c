/* The next edition of an event. */
#include "config.h"

#include "app/edition.h"

#include <stdlib.h>
#include <string.h>

#include "app/edit.h"
#include "app/pane.h"
#include "base/arena.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/filter.h"

/* What each edition has of its own: not taken over. */
static const char *const own_of_event[] = {
	"name", "edition", "previous", "status", "start", "end", "dates_words", "city",
	"country", "venue", "practical", "summary", "expected", "headcount", "headcount_words", "link", "wiki_page",
	"commons_category", NULL
};
static const char *const own_of_session[] = { "event", "starts", "ends", "status", "outcomes",
	"link", NULL };
static const char *const own_of_role[] = { "event", NULL };
static const char *const own_of_entry[] = { "note", "at", "event", "for_event",
	"form_question", "status", "carried_from", "done_on", NULL };

static bool
is_own(const struct entity *ent, const struct field *f, const char *const *own)
{
	for (int i = 0; own[i]; i++)
		if (field_find(ent, own[i]) == f)
			return true;
	return false;
}

/* Cells of a record that is being made from another one. */
struct copy {
	struct record *from;
	struct cell *cells;
	size_t count;
};

static void
copy_put(struct copy *c, const char *name, struct value v)
{
	if (v.kind != VALUE_NULL)
		c->cells[c->count++] = (struct cell){ field_find(c->from->ent, name), v, true };
}

/* What may be copied: all columns but its own ones, and who may see it. */
static bool
is_copied(const struct entity *ent, const struct field *f, int i, const struct record *r,
    const char *const *own)
{
	return field_is_column(f) && r->values[i].kind != VALUE_NULL
	    && (f->flags & F_VISIBILITY || (i < r->own && !is_own(ent, f, own)));
}

/* There is room for what is put in addition. */
static bool
copy_begin(struct app *app, const struct entity *ent, int64_t id, const char *const *own,
    struct copy *c, struct error *e)
{
	const struct field *f;

	*c = (struct copy){ .from = NULL };
	if (!record_load(app->store, ent, id, &c->from, e) || !c->from)
		return false;
	c->cells = xmalloc((size_t)entity_field_count(ent) * 2 * sizeof *c->cells);
	for (int i = 0; (f = entity_field(ent, i)); i++)
		if (is_copied(ent, f, i, c->from, own))
			c->cells[c->count++] = (struct cell){ f, c->from->values[i], true };
	return true;
}

/* Makes the record, with the several values of the old one. */
static bool
copy_end(struct app *app, struct copy *c, int64_t *made, struct error *e)
{
	bool ok = record_create(app->store, c->from->ent, c->cells, c->count, made, e);

	for (size_t i = 0; ok && i < c->from->item_count; i++) {
		struct cell item = { c->from->items[i].field, c->from->items[i].value, true };
		ok = record_put(app->store, c->from->ent, *made, &item, e);
	}
	return ok;
}

static void
copy_free(struct copy *c)
{
	record_free(c->from);
	free(c->cells);
}

static struct value
value_of(const struct record *r, const char *name)
{
	return r->values[record_index(r, field_find(r->ent, name))];
}

/* --- The event --- */

/* What was typed as text in the record that is made: the day an event starts. */
static bool
days_read(struct app *app, int64_t event, struct date *start, struct error *e)
{
	struct record *r = NULL;
	bool ok = record_load(app->store, record_entity(app->store, event), event, &r, e);

	*start = (struct date){ 0, 0, 0 };
	if (r) {
		struct value v = value_of(r, "start");
		if (v.kind == VALUE_TEXT)
			date_parse(v.s, v.n, start);
	}
	record_free(r);
	return ok;
}

static bool
event_make(struct app *app, int64_t event, const struct assignment *a, size_t count,
    int64_t *made, struct error *e)
{
	const struct pane *pane = pane_find("events");
	const struct entity *ent = entity_find(pane->entity);
	struct copy c;
	bool ok = copy_begin(app, ent, event, own_of_event, &c, e);

	if (ok) {
		struct value edition = value_of(c.from, "edition");
		struct value name = value_of(c.from, "name");
		copy_put(&c, "name", name);	/* until the one that was given comes */
		copy_put(&c, "previous", value_int(event));
		if (edition.kind == VALUE_INT)
			copy_put(&c, "edition", value_int(edition.i + 1));
		copy_put(&c, "status", value_text("planned", strlen("planned")));
		ok = copy_end(app, &c, made, e);
	}
	for (size_t i = 0; ok && i < count; i++)
		if (!a[i].field->via)
			ok = assignment_apply(app, pane, *made, &a[i], e);
	copy_free(&c);
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
    bool (*f)(const struct next *n, const struct entity *ent, int64_t id, struct error *e),
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
	for (int64_t i = 0; ok && i < count; i++)
		ok = f(n, ent, ids[i], e);
	filter_free(filter);
	free(ids);
	str_free(&text);
	return ok;
}

static bool
role_copy(const struct next *n, const struct entity *ent, int64_t id, struct error *e)
{
	struct copy c;
	int64_t made;
	bool ok = copy_begin(n->app, ent, id, own_of_role, &c, e);

	if (ok) {
		copy_put(&c, "event", value_int(n->to));
		ok = copy_end(n->app, &c, &made, e);
	}
	copy_free(&c);
	return ok;
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
session_copy(const struct next *n, const struct entity *ent, int64_t id, struct error *e)
{
	struct copy c;
	int64_t made;
	bool ok = copy_begin(n->app, ent, id, own_of_session, &c, e);

	if (ok) {
		copy_put(&c, "event", value_int(n->to));
		copy_put(&c, "starts", moment_move(n, value_of(c.from, "starts"), c.from->mem));
		copy_put(&c, "ends", moment_move(n, value_of(c.from, "ends"), c.from->mem));
		ok = copy_end(n->app, &c, &made, e);
	}
	copy_free(&c);
	return ok;
}

/* The line goes on in the new edition; the old one says that it was carried forward. */
static bool
entry_carry(const struct next *n, const struct entity *ent, int64_t id, struct error *e)
{
	struct cell carried = { field_find(ent, "status"), value_text("carried-forward",
	    strlen("carried-forward")), true };
	struct copy c;
	int64_t made;
	bool ok = copy_begin(n->app, ent, id, own_of_entry, &c, e);

	if (ok) {
		copy_put(&c, "event", value_int(n->to));
		copy_put(&c, "carried_from", value_int(id));
		copy_put(&c, "status", value_text("open", strlen("open")));
		ok = copy_end(n->app, &c, &made, e) && record_put(n->app->store, ent, id, &carried, e);
	}
	copy_free(&c);
	return ok;
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
	    && each_of(n, "entry", open, entry_carry, e);
}

bool
edition_copy(struct app *app, int64_t event, int count, const char *const *words,
    int64_t *made, struct error *e)
{
	const struct pane *pane = pane_find("events");
	struct next n = { .app = app, .from = event };
	struct date was, is;
	struct arena mem = { 0 };
	struct assignment *a = arena_alloc(&mem, ((size_t)count + 1) * sizeof *a);
	bool ok = true;

	for (int i = 0; ok && i < count; i++)
		ok = assignment_parse(pane, words[i], &mem, &a[i], e);
	ok = ok && named(a, (size_t)count, e) && event_make(app, event, a, (size_t)count, made, e)
	    && days_read(app, event, &was, e) && days_read(app, *made, &is, e);
	if (ok) {
		n.to = *made;
		n.moved = was.day && is.day;
		n.days = n.moved ? date_first(is) - date_first(was) : 0;
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
	struct value series = value_of(r, "series"), start = value_of(r, "start");
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
		struct value v = value_of(r, "previous");
		*before = v.kind == VALUE_INT ? v.i : series_before(app, r);
	}
	record_free(r);
	return ok && (*before || set_error(e, STATUS_NONE,
	    _("No edition before this one is known: say with which event to compare it.")));
}
