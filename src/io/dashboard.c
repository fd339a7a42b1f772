#include "config.h"

#include "io/dashboard.h"

#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/id.h"
#include "io/csv.h"
#include "store/filter.h"
#include "store/query.h"

/* Columns of its CSV that become figures, and the metric each is a value of. A metric of
 * the goal that is called otherwise is known by the same word in another form, folded. */
static const struct counted {
	const char *column, *metric, *unit, *kind;
} counted[] = {
	{ "editors", "Editors", "editors", "editors" },
	{ "new_editors", "New editors", "editors", "editors" },
	{ "articles_created", "Articles created", "articles", "content" },
	{ "articles_edited", "Articles edited", "articles", "content" },
	{ "bytes_added", "Bytes added", "bytes", "content" },
	{ "upload_count", "Files uploaded", "files", "content" },
};
enum { COUNTED = sizeof counted / sizeof *counted };

enum known { SLUG, TITLE, FROM, TO, KNOWN };
static const char *const known[KNOWN] = {
	[SLUG] = "course_slug", [TITLE] = "title", [FROM] = "start_date", [TO] = "end_date"
};

static const char address[] = "https://outreachdashboard.wmflabs.org/courses/";

struct reading {
	struct store *s;
	const struct dashboard_target *target;
	struct dashboard_report *r;
	struct csv_reader *csv;
	const char *path;
	size_t at[KNOWN], value_at[COUNTED];	/* columns, from 1; 0: it has none */
	int64_t metrics[COUNTED];		/* 0: not looked for yet */
	struct arena mem;			/* of one row */
};

/* --- The goal of an event --- */

/* The newest record that the filter finds, and how many there are. */
static bool
record_find(struct store *s, const struct entity *ent, const char *filter, int64_t *id,
    int64_t *count, struct error *e)
{
	struct filter *f = filter_parse(s, ent, NULL, filter, e);
	const struct query q = { .ent = ent, .filter = f };
	struct rows *rows = f ? rows_open(s, &q, e) : NULL;

	*id = *count = 0;
	while (rows && rows_next(rows)) {
		*id = rows_id(rows);
		++*count;
	}
	bool ok = rows && rows_close(rows, e);
	filter_free(f);
	return ok;
}

bool
dashboard_goal_of(struct store *s, struct dashboard_target *target, struct error *e)
{
	char which[ID_LENGTH + 1];
	struct str filter = { 0 };
	int64_t count;

	id_format(target->event, which);
	str_addf(&filter, "event=%s", which);
	bool ok = record_find(s, entity_find("goal"), str_text(&filter), &target->goal, &count,
	    e);
	str_free(&filter);
	if (ok && count != 1)
		return set_error(e, STATUS_NONE, count
		    ? _("Several goals belong to this event: name the goal itself.")
		    : _("No goal belongs to this event: name a goal, or add one for it first."));
	return ok;
}

/* --- Metrics and figures --- */

static struct cell
text_cell(const struct entity *ent, const char *field, const char *text)
{
	return (struct cell){ field_find(ent, field), value_text(text, strlen(text)), true };
}

static struct cell
ref_cell(const struct entity *ent, const char *field, int64_t id)
{
	return (struct cell){ field_find(ent, field), value_int(id), true };
}

/* As the field keeps it, in mem; NULL and a sentence when it refuses. */
static const char *
canonical(struct reading *d, const char *field, const char *text, struct error *e)
{
	const struct field *f = field_find(entity_find("measurement"), field);
	struct str out = { 0 };
	bool ok = f->type->canon(f, text, strlen(text), &out, e);

	text = arena_strdup(&d->mem, str_text(&out));
	str_free(&out);
	if (!ok)
		error_prefix(e, "%s:%ld: ", d->path, csv_line(d->csv));
	return ok ? text : NULL;
}

/* The metric of the goal with that name; made when there is none. */
static bool
metric_find(struct reading *d, size_t i, struct error *e)
{
	const struct entity *ent = entity_find("metric");
	char which[ID_LENGTH + 1];
	int64_t count;

	if (d->metrics[i])
		return true;
	id_format(d->target->goal, which);
	if (!record_find(d->s, ent, arena_printf(&d->mem, "goal=%s name=\"%s\"", which,
	    counted[i].metric), &d->metrics[i], &count, e) || count)
		return count > 0;
	const struct cell cells[] = {
		ref_cell(ent, "goal", d->target->goal), text_cell(ent, "name", counted[i].metric),
		text_cell(ent, "unit", counted[i].unit), text_cell(ent, "kind", counted[i].kind),
		text_cell(ent, "data_source", "Programs & Events Dashboard"),
	};
	return record_create(d->s, ent, cells, sizeof cells / sizeof *cells, &d->metrics[i], e);
}

static bool
figure_change(struct reading *d, int64_t id, const struct cell *cells, size_t count,
    struct error *e)
{
	const struct entity *ent = entity_find("measurement");
	bool changed = false;

	for (size_t i = 0; i < count; i++)
		if (!record_put_told(d->s, ent, id, &cells[i], &changed, e))
			return false;
	d->r->changed += changed;
	d->r->same += !changed;
	return true;
}

/* What one column of the row says; a course is known again by its address. */
static bool
figure_put(struct reading *d, size_t i, const char *const *texts, const char *value,
    struct error *e)
{
	const struct entity *ent = entity_find("measurement");
	const char *evidence = canonical(d, "evidence",
	    arena_printf(&d->mem, "%s%s", address, texts[SLUG]), e);
	const char *title = canonical(d, "comment", texts[TITLE], e);
	char which[ID_LENGTH + 1];
	int64_t id, count;

	if (!evidence || !title || !metric_find(d, i, e))
		return false;
	id_format(d->metrics[i], which);
	if (!record_find(d->s, ent, arena_printf(&d->mem, "metric=%s evidence=\"%s\"", which,
	    evidence), &id, &count, e))
		return false;
	const struct cell cells[] = {
		text_cell(ent, "value", value), text_cell(ent, "from", texts[FROM]),
		text_cell(ent, "to", texts[TO]), text_cell(ent, "comment", title),
		ref_cell(ent, "metric", d->metrics[i]), text_cell(ent, "evidence", evidence),
		ref_cell(ent, "event", d->target->event),
	};
	enum { GROWS = 4, ALL = sizeof cells / sizeof *cells };
	if (count)
		return figure_change(d, id, cells, GROWS, e);
	d->r->added++;
	return record_create(d->s, ent, cells, d->target->event ? ALL : ALL - 1, &id, e);
}

/* --- Rows --- */

static bool
refuse(struct reading *d, const char *column, const char *value, struct error *e)
{
	set_error(e, STATUS_DATA, _("%s: \"%s\" is not what the Dashboard writes there."),
	    column, value);
	return error_prefix(e, "%s:%ld: ", d->path, csv_line(d->csv));
}

static const char *
cell_at(struct reading *d, const struct csv_cell *cells, size_t count, size_t at)
{
	return at && at <= count ? arena_dup(&d->mem, cells[at - 1].s, cells[at - 1].n) : "";
}

/* "2026-03-01 00:00:00 UTC" and "2026-03-01T00:00:00.000Z" to their day. */
static bool
day_read(struct reading *d, enum known column, const char **text, struct error *e)
{
	const char *day = arena_dup(&d->mem, *text, strlen(*text) < 10 ? strlen(*text) : 10);
	struct date date;

	if (**text && !date_parse(day, strlen(day), &date))
		return refuse(d, known[column], *text, e);
	*text = day;
	return true;
}

static bool
row_take(struct reading *d, const struct csv_cell *cells, size_t count, struct error *e)
{
	const char *texts[KNOWN];
	struct decimal number;

	for (int i = 0; i < KNOWN; i++)
		texts[i] = cell_at(d, cells, count, d->at[i]);
	if (fold_equal(texts[SLUG], "total")) {
		d->r->totals++;
		return true;
	}
	if (!*texts[SLUG] || strchr(texts[SLUG], '"'))
		return refuse(d, known[SLUG], texts[SLUG], e);
	bool ok = day_read(d, FROM, &texts[FROM], e) && day_read(d, TO, &texts[TO], e);
	for (size_t i = 0; ok && i < COUNTED; i++) {
		const char *value = cell_at(d, cells, count, d->value_at[i]);
		if (!*value)
			continue;
		struct str canonical = { 0 };
		ok = decimal_parse(value, strlen(value), &number)
		    || refuse(d, counted[i].column, value, e);
		decimal_format(number, &canonical);
		ok = ok && figure_put(d, i, texts, arena_strdup(&d->mem, str_text(&canonical)), e);
		str_free(&canonical);
	}
	d->r->courses++;
	return ok;
}

static bool
head_take(struct reading *d, const struct csv_cell *cells, size_t count, struct error *e)
{
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		const char *name = arena_dup(&d->mem, cells[i].s, cells[i].n);
		for (int k = 0; k < KNOWN; k++)
			if (!strcmp(name, known[k]))
				d->at[k] = i + 1;
		for (size_t k = 0; k < COUNTED; k++)
			if (!strcmp(name, counted[k].column)) {
				d->value_at[k] = i + 1;
				any = true;
			}
	}
	return (d->at[SLUG] && any) || set_error(e, STATUS_DATA,
	    _("%s is no CSV of courses from the Dashboard: it needs the column course_slug and "
	    "figures such as editors."), d->path);
}

static void
totals_tell(const struct reading *d, void (*tell)(void *ctx, const char *sentence),
    void *ctx)
{
	struct str text = { 0 };

	if (!d->r->totals)
		return;
	str_addf(&text, ngettext("%lld line \"Total\" was skipped: it only adds up the others.",
	    "%lld lines \"Total\" were skipped: they only add up the others.",
	    (unsigned long)d->r->totals), (long long)d->r->totals);
	tell(ctx, str_text(&text));
	str_free(&text);
}

bool
dashboard_import(struct store *s, const char *path, const struct dashboard_target *target,
    void (*tell)(void *ctx, const char *sentence), void *ctx, struct dashboard_report *r,
    struct error *e)
{
	struct reading d = { .s = s, .target = target, .r = r, .path = path };
	const struct csv_cell *cells;
	size_t count;
	int got;

	*r = (struct dashboard_report){ 0 };
	d.csv = csv_open(path, e);
	if (!d.csv)
		return false;
	got = csv_read(d.csv, &cells, &count, e);
	bool ok = got > 0 ? head_take(&d, cells, count, e)
	    : got == 0 && set_error(e, STATUS_DATA, _("%s is empty."), path);
	while (ok && (got = csv_read(d.csv, &cells, &count, e)) > 0) {
		ok = row_take(&d, cells, count, e);
		arena_reset(&d.mem);
	}
	ok = ok && got == 0;
	if (ok)
		totals_tell(&d, tell, ctx);
	csv_close(d.csv);
	arena_free(&d.mem);
	return ok;
}
