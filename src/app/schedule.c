#include "config.h"

#include "app/schedule.h"

#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "base/arena.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/utf8.h"
#include "store/filter.h"

enum { DAY = 10, CLOCK = 5, ROOM = 16 };	/* "2014-11-21", "09:00" */

struct slot {
	const char *starts, *ends, *room, *title, *track;
	size_t order;		/* as read: by position */
};

/* By day and time; what has none comes last, in the order it came. */
static int
earlier(const void *a, const void *b)
{
	const struct slot *one = a, *two = b;

	if (!*one->starts != !*two->starts)
		return *one->starts ? -1 : 1;
	int by = strcmp(one->starts, two->starts);
	return by ? by : one->order < two->order ? -1 : one->order > two->order;
}

static const char *
cell_kept(struct app *app, struct rows *rows, const struct column *columns, size_t i,
    bool stored, struct arena *mem)
{
	struct str text = { 0 };
	struct value v;

	if (!stored)
		cell_shown(app, rows, &columns[i], i, &text);
	else if (rows_value(rows, i, 0, &v))
		value_to_text(columns[i].field, &v, &text);
	const char *kept = arena_strdup(mem, str_text(&text));
	str_free(&text);
	return kept;
}

static bool
slots_read(struct app *app, int64_t event, struct arena *mem, struct slot **slots,
    size_t *count, struct error *e)
{
	const struct entity *ent = entity_find("session");
	struct column *columns;
	char filter[sizeof "event=" + ID_LENGTH] = "event=";
	struct query q = { .ent = ent, .sort = "position,starts" };
	int64_t rows_count = 0;

	id_format(event, filter + strlen(filter));
	struct filter *f = filter_parse(app->store, ent, NULL, filter, e);
	q.filter = f;
	bool ok = f && columns_read(ent, "starts,ends,room,title,track", mem, &columns,
	    &q.column_count, e);
	q.columns = columns;
	ok = ok && query_count(app->store, &q, &rows_count, NULL, e);
	struct rows *rows = ok ? rows_open(app->store, &q, e) : NULL;
	*slots = arena_alloc(mem, ((size_t)rows_count + 1) * sizeof **slots);
	for (*count = 0; rows && *count < (size_t)rows_count && rows_next(rows); ++*count)
		(*slots)[*count] = (struct slot){ cell_kept(app, rows, columns, 0, true, mem),
			cell_kept(app, rows, columns, 1, true, mem),
			cell_kept(app, rows, columns, 2, false, mem),
			cell_kept(app, rows, columns, 3, false, mem),
			cell_kept(app, rows, columns, 4, false, mem), *count };
	ok = rows && rows_close(rows, e);
	filter_free(f);
	return ok;
}

/* "Friday 2014-11-21". */
static void
day_add(const char *starts, struct str *out)
{
	static const char *const weekdays[] = { N_("Monday"), N_("Tuesday"), N_("Wednesday"),
		N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday") };
	struct date d;

	if (!*starts)
		str_add(out, _("Without a day"));
	else if (strlen(starts) >= DAY && date_parse(starts, DAY, &d) && d.day)
		str_addf(out, "%s %.*s", _(weekdays[date_weekday(date_first(d))]), DAY, starts);
	else
		str_add(out, starts);
	str_addc(out, '\n');
}

static void
clock_add(const char *moment, struct str *out)
{
	if (strlen(moment) > DAY + CLOCK)
		str_addn(out, moment + DAY + 1, CLOCK);
	else
		str_addf(out, "%*s", CLOCK, "");
}

static void
slot_add(const struct slot *s, bool rooms, struct str *out)
{
	str_add(out, "  ");
	clock_add(s->starts, out);
	str_add(out, strlen(s->ends) > DAY ? "-" : " ");
	clock_add(s->ends, out);
	str_add(out, "  ");
	if (rooms) {
		utf8_fit(out, s->room, strlen(s->room), ROOM, false, 0);
		str_add(out, "  ");
	}
	str_add(out, s->title);
	if (*s->track)
		str_addf(out, " (%s)", s->track);
	str_addc(out, '\n');
}

bool
schedule_text(struct app *app, int64_t event, struct str *out, struct error *e)
{
	struct arena mem = { 0 };
	struct slot *slots;
	size_t count;
	bool rooms = false;
	bool ok = slots_read(app, event, &mem, &slots, &count, e);

	if (ok && count)
		qsort(slots, count, sizeof *slots, earlier);
	for (size_t i = 0; ok && i < count; i++)
		rooms = rooms || *slots[i].room;
	if (ok) {
		record_title(app->store, record_entity(app->store, event), event, out);
		str_addc(out, '\n');
	}
	if (ok && !count)
		str_addf(out, "\n%s\n", _("No session is entered for this event yet."));
	for (size_t i = 0; ok && i < count; i++) {
		if (!i || strncmp(slots[i].starts, slots[i - 1].starts, DAY) != 0) {
			str_addc(out, '\n');
			day_add(slots[i].starts, out);
		}
		slot_add(&slots[i], rooms, out);
	}
	arena_free(&mem);
	return ok;
}
