#include "config.h"

#include "app/event_report.h"

#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "base/arena.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/utf8.h"
#include "store/filter.h"

/* --- The sheet --- */

enum {
	SHEET_NUMBER = 4, SHEET_NAME = 30, SHEET_FOR = 22,
	SHEET_EMPTY = 10	/* lines for those who are not on the list */
};

static const char sign_here[] = "____________________";
static const char name_here[] = "______________________________";
static const char for_here[] = "______________________";

struct sheet_line {
	const char *name, *stands;
};

static void
line_add(struct str *out, int number, const char *name, const char *stands)
{
	struct str text = { 0 };

	if (number)
		str_addf(&text, "%d", number);
	utf8_fit(out, str_text(&text), text.len, SHEET_NUMBER - 1, true, 0);
	str_addc(out, ' ');
	utf8_fit(out, name, strlen(name), SHEET_NAME, false, 0);
	str_addc(out, ' ');
	utf8_fit(out, stands, strlen(stands), SHEET_FOR, false, 0);
	str_addc(out, ' ');
	str_free(&text);
}

static int
by_name(const void *a, const void *b)
{
	const struct sheet_line *one = a, *two = b;

	return fold_compare(one->name, strlen(one->name), two->name, strlen(two->name));
}

/* The first of these columns that has something in it. */
static const char *
first_shown(struct app *app, struct rows *rows, const struct column *columns, size_t from,
    size_t to, struct arena *mem)
{
	struct str text = { 0 };

	for (size_t i = from; i < to && !text.len; i++)
		cell_shown(app, rows, &columns[i], i, &text);
	const char *kept = arena_strdup(mem, str_text(&text));
	str_free(&text);
	return kept;
}

static bool
sheet_read(struct app *app, const struct door *door, struct arena *mem,
    struct sheet_line **lines, size_t *count, int64_t *omitted, struct error *e)
{
	const struct entity *ent = entity_find("attendance");
	struct column *columns;
	struct str text = { 0 };
	struct query q = { .ent = ent, .leave_out_private = true };
	int64_t rows_count = 0;

	door_filter(door, &text);
	str_add(&text, " state!=absent,cancelled");
	struct filter *f = filter_parse(app->store, ent, NULL, str_text(&text), e);
	q.filter = f;
	bool ok = f && columns_read(ent, "person,signed_name,organisation.code,organisation,"
	    "stands_for,country", mem, &columns, &q.column_count, e);
	q.columns = columns;
	ok = ok && query_count(app->store, &q, &rows_count, omitted, e);
	struct rows *rows = ok ? rows_open(app->store, &q, e) : NULL;
	*lines = arena_alloc(mem, ((size_t)rows_count + 1) * sizeof **lines);
	for (*count = 0; rows && *count < (size_t)rows_count && rows_next(rows); ++*count) {
		(*lines)[*count].name = first_shown(app, rows, columns, 0, 2, mem);
		(*lines)[*count].stands = first_shown(app, rows, columns, 2, 6, mem);
	}
	ok = rows && rows_close(rows, e);
	filter_free(f);
	str_free(&text);
	return ok;
}

static void
title_add(struct app *app, const struct door *door, struct str *out)
{
	record_title(app->store, record_entity(app->store, door->event), door->event, out);
	if (door->session) {
		str_add(out, ": ");
		record_title(app->store, record_entity(app->store, door->session), door->session,
		    out);
	}
	str_addc(out, '\n');
}

bool
sheet_text(struct app *app, const struct door *door, struct str *out, struct error *e)
{
	struct arena mem = { 0 };
	struct sheet_line *lines;
	size_t count;
	int64_t omitted = 0;

	bool ok = sheet_read(app, door, &mem, &lines, &count, &omitted, e);
	if (ok) {
		if (count)
			qsort(lines, count, sizeof *lines, by_name);
		title_add(app, door, out);
		str_addc(out, '\n');
		line_add(out, 0, _("Name"), _("Comes for"));
		str_addf(out, "%s\n\n", _("Signature"));
		for (size_t i = 0; i < count + SHEET_EMPTY; i++) {
			line_add(out, (int)i + 1, i < count ? lines[i].name : name_here,
			    i < count ? lines[i].stands : for_here);
			str_addf(out, "%s\n\n", sign_here);
		}
	}
	if (ok && omitted)
		app_say(app, ngettext("%lld private record is left out.",
		    "%lld private records are left out.", (unsigned long)omitted),
		    (long long)omitted);
	arena_free(&mem);
	return ok;
}

/* --- Headcount --- */

bool
event_number(struct app *app, int64_t event, const char *field, int64_t *out,
    struct error *e)
{
	const struct entity *ent = record_entity(app->store, event);
	struct record *r = NULL;
	bool ok = record_load(app->store, ent, event, &r, e);

	*out = -1;
	if (r) {
		const struct value *v = record_value_named(r, field);
		if (v->kind == VALUE_INT)
			*out = v->i;
	}
	record_free(r);
	return ok;
}

/* How each way of counting is called, and whose field tells its codes apart. */
static const struct {
	const char *label, *entity, *field;
} ways[HEADCOUNT_WAYS] = {
	{ N_("Category"), "attendance", "category" },
	{ N_("Type"), "organisation", "type" },
	{ N_("Country"), "attendance", "country" },
	{ N_("Region"), "organisation", "region" }
};

void
headcount_part_show(struct app *app, enum headcount_way way, const char *code,
    struct str *out)
{
	struct value v = value_text(code, strlen(code));

	if (*code)
		value_show(app->store, field_find(entity_find(ways[way].entity), ways[way].field),
		    &v, out);
	else
		str_add(out, _("not known"));
}

enum { COUNT_LABEL = 44, COUNT_NUMBER = 7, COUNT_EDGES = 4, COUNT_LEAST = 30 };

/* On a narrow terminal the label is cut, so that the number stays beside it. */
static void
count_add(const struct app *app, struct str *out, const char *what, int64_t count)
{
	struct str number = { 0 };
	int room = app->out.columns - COUNT_NUMBER - COUNT_EDGES;

	if (app->out.columns < COUNT_LEAST || room > COUNT_LABEL)
		room = COUNT_LABEL;
	str_add(out, "  ");
	utf8_fit(out, what, strlen(what), room, false, 0);
	str_addf(&number, "%lld", (long long)count);
	utf8_fit(out, str_text(&number), number.len, COUNT_NUMBER, true, 0);
	str_addc(out, '\n');
	str_free(&number);
}

static void
parts_add(struct app *app, const struct headcount *h, enum headcount_way way, struct str *out)
{
	struct str what = { 0 };

	if (!h->part_count[way])
		return;
	str_addf(out, "\n%s\n", _(ways[way].label));
	for (size_t i = 0; i < h->part_count[way]; i++) {
		str_cut(&what, 0);
		headcount_part_show(app, way, h->parts[way][i].code, &what);
		count_add(app, out, str_text(&what), h->parts[way][i].count);
	}
	str_free(&what);
}

/* Both numbers, in words where they differ. */
static void
by_hand_add(int64_t present, int64_t by_hand, struct str *out)
{
	int64_t more = by_hand - present;

	if (by_hand < 0)
		return;
	if (!more)
		str_addf(out, _("Counted by hand: %lld, as on the list."), (long long)by_hand);
	else if (more > 0)
		str_addf(out, _("Counted by hand: %lld, %lld more than on the list."),
		    (long long)by_hand, (long long)more);
	else
		str_addf(out, _("Counted by hand: %lld, %lld fewer than on the list."),
		    (long long)by_hand, (long long)-more);
	str_addc(out, '\n');
}

static bool
sessions_add(struct app *app, const struct headcount_scope *scope, struct str *out,
    struct error *e)
{
	const struct entity *ent = entity_find("session");
	struct str text = { 0 };
	char id[ID_LENGTH + 1];
	int64_t *ids = NULL, count = 0;
	bool any = false;

	id_format(scope->events[0], id);
	str_addf(&text, "event=%s", id);
	struct filter *f = filter_parse(app->store, ent, NULL, str_text(&text), e);
	bool ok = f && ids_read(app->store, &(struct query){ .ent = ent, .filter = f,
	    .sort = "position,starts" }, &ids, &count, e);
	for (int64_t i = 0; ok && i < count; i++) {
		struct headcount_scope one = *scope;
		struct headcount h;
		one.session = ids[i];
		ok = headcount_take(app->store, &one, &h, e);
		if (ok && h.present) {
			if (!any)
				str_addf(out, "\n%s\n", _("Sessions"));
			any = true;
			str_cut(&text, 0);
			record_title(app->store, ent, ids[i], &text);
			count_add(app, out, str_text(&text), h.present);
		}
		headcount_free(&h);
	}
	filter_free(f);
	free(ids);
	str_free(&text);
	return ok;
}

static void
head_add(struct app *app, const struct headcount_scope *scope, struct str *out)
{
	for (size_t i = 0; i < scope->count; i++)
		title_add(app, &(struct door){ scope->events[i], scope->session }, out);
	str_addc(out, '\n');
	if (scope->count > 1)
		str_addf(out, "%s\n", _("A person who was at several of them counts once."));
}

bool
headcount_text(struct app *app, const struct headcount_scope *scope, struct str *out,
    struct error *e)
{
	struct headcount h = { 0 };
	int64_t by_hand = -1;
	bool one = scope->count == 1 && !scope->session;

	bool ok = headcount_take(app->store, scope, &h, e)
	    && (!one || event_number(app, scope->events[0], "headcount", &by_hand, e));
	if (ok) {
		head_add(app, scope, out);
		str_addf(out, _("Present on the list: %lld of %lld."), (long long)h.present,
		    (long long)h.expected);
		str_addc(out, '\n');
		by_hand_add(h.present, by_hand, out);
		if (h.facilitators) {
			str_addf(out, ngettext("%lld facilitator is not counted (--facilitators does).",
			    "%lld facilitators are not counted (--facilitators does).",
			    (unsigned long)h.facilitators), (long long)h.facilitators);
			str_addc(out, '\n');
		}
		for (int i = 0; i < HEADCOUNT_WAYS; i++)
			parts_add(app, &h, (enum headcount_way)i, out);
		ok = !one || sessions_add(app, scope, out, e);
	}
	headcount_free(&h);
	return ok;
}
