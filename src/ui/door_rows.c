#include "config.h"

#include "ui/door_rows.h"

#include <stdlib.h>
#include <string.h>

#include "app/event_report.h"
#include "app/pane.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "store/filter.h"
#include "store/headcount.h"
#include "store/query.h"

enum {
	OFFERED = 8,		/* people and organisations that are not on the list, at most */
	LOOKED_AT = 100		/* of those that have the words */
};

/* --- The list --- */

enum { PERSON, SIGNED, ORGANISATION, STANDS, COUNTRY, CATEGORY, STATE };
static const char columns_named[] =
    "person,signed_name,organisation,stands_for,country,category,state";

/* The first of the columns with something in it. */
static const char *
shown(struct app *app, struct rows *rows, const struct column *columns, size_t from,
    size_t to, struct arena *mem)
{
	struct str text = { 0 };

	for (size_t i = from; i <= to && !text.len; i++)
		cell_shown(app, rows, &columns[i], i, &text);
	const char *kept = arena_strdup(mem, str_text(&text));
	str_free(&text);
	return kept;
}

static struct door_row
listed_row(struct app *app, struct rows *rows, const struct column *columns,
    struct arena *mem)
{
	return (struct door_row){ .kind = DOOR_LISTED, .id = rows_id(rows),
		.name = shown(app, rows, columns, PERSON, SIGNED, mem),
		.stands = shown(app, rows, columns, ORGANISATION, COUNTRY, mem),
		.category = shown(app, rows, columns, CATEGORY, CATEGORY, mem),
		.state = shown(app, rows, columns, STATE, STATE, mem),
		.category_code = rows_text(rows, CATEGORY, mem),
		.present = !strcmp(rows_text(rows, STATE, mem), "present") };
}

static struct door_row *
row_add(struct door_row **rows, size_t *count, struct arena *mem, struct door_row row)
{
	if ((*count & (*count - 1)) == 0) {	/* full at each power of two */
		struct door_row *more = arena_alloc(mem, (*count ? *count * 2 : 1) * sizeof *more);
		if (*count)
			memcpy(more, *rows, *count * sizeof *more);
		*rows = more;
	}
	(*rows)[*count] = row;
	return &(*rows)[(*count)++];
}

static bool
named(const struct door_rows *r, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (fold_equal(r->listed[i].name, name))
			return true;
	return false;
}

/* Those of one list; of the event's, beside a session's, who is not in the session yet. */
static bool
list_add(struct app *app, struct door_rows *r, const struct door *list, struct error *e)
{
	const struct entity *ent = entity_find("attendance");
	size_t before = r->listed_count;
	struct column *columns;
	struct str text = { 0 };
	struct query q = { .ent = ent };

	door_filter(list, &text);
	struct filter *f = filter_parse(app->store, ent, NULL, str_text(&text), e);
	q.filter = f;
	bool ok = f && columns_read(ent, columns_named, &r->listed_mem, &columns,
	    &q.column_count, e);
	q.columns = columns;
	struct rows *rows = ok ? rows_open(app->store, &q, e) : NULL;
	while (rows && rows_next(rows)) {
		struct door_row row = listed_row(app, rows, columns, &r->listed_mem);
		if (list->session != r->door.session) {
			row.present = false;
			row.state = "";
		}
		if (list->session == r->door.session || !named(r, before, row.name))
			row_add(&r->listed, &r->listed_count, &r->listed_mem, row);
	}
	ok = rows && rows_close(rows, e);
	filter_free(f);
	str_free(&text);
	return ok;
}

static int
by_name(const void *a, const void *b)
{
	const struct door_row *one = a, *two = b;
	int by = fold_compare(one->name, strlen(one->name), two->name, strlen(two->name));

	return by ? by : one->id < two->id ? -1 : one->id > two->id;
}

static bool
counts_read(struct app *app, struct door_rows *r, struct error *e)
{
	struct headcount h;
	int64_t typed = -1;
	bool ok = (r->door.session || event_number(app, r->door.event, "expected", &typed, e))
	    && headcount_take(app->store, &(struct headcount_scope){ &r->door.event, 1,
	    r->door.session, false }, &h, e);

	if (!ok)
		return false;
	r->present = h.present;
	r->expected = typed >= 0 ? typed : h.awaited;
	headcount_free(&h);
	return true;
}

static void
all_show(struct door_rows *r)
{
	arena_free(&r->found_mem);
	r->rows = r->listed;
	r->count = r->listed_count;
}

bool
door_rows_read(struct app *app, struct door_rows *r, struct error *e)
{
	struct door event = { r->door.event, 0 };

	arena_free(&r->listed_mem);
	r->listed = NULL;
	r->listed_count = 0;
	bool ok = list_add(app, r, &r->door, e)
	    && (!r->door.session || list_add(app, r, &event, e)) && counts_read(app, r, e);
	if (r->listed_count)
		qsort(r->listed, r->listed_count, sizeof *r->listed, by_name);
	all_show(r);
	return ok;
}

/* --- The line --- */

static struct door_row *
found_add(struct door_rows *r, struct door_row row)
{
	return row_add(&r->rows, &r->count, &r->found_mem, row);
}

/* All words of the folded line occur in the name or in what it stands for. */
static bool
fits(const struct door_row *row, const char *folded)
{
	for (const char *p = folded; *p; p += strspn(p, " ")) {
		size_t n = strcspn(p, " ");
		if (!fold_contains(row->name, strlen(row->name), p, n)
		    && !fold_contains(row->stands, strlen(row->stands), p, n))
			return false;
		p += n;
	}
	return true;
}

/* A test for each word: FIELD:"word" in any of the fields. */
static void
words_filter(const char *folded, const char *const *fields, struct str *out)
{
	for (const char *p = folded; *p; p += strspn(p, " ")) {
		size_t n = strcspn(p, " ");
		str_addc(out, '(');
		for (int i = 0; fields[i]; i++) {
			str_addf(out, "%s%s:\"", i ? " or " : "", fields[i]);
			for (size_t k = 0; k < n; k++) {
				if (strchr("\"\\", p[k]))
					str_addc(out, '\\');
				str_addc(out, p[k]);
			}
			str_addc(out, '"');
		}
		str_add(out, ") ");
		p += n;
	}
}

/* How well a title fits the folded words: 0 begins with them, 1 has words that begin so,
 * 2 has them somewhere, or another name has. */
static int
rank_of(const char *title, const char *folded)
{
	struct str own = { 0 };
	int rank;

	str_addc(&own, ' ');
	fold_add(&own, title, strlen(title));
	rank = strncmp(str_text(&own) + 1, folded, strlen(folded)) ? 1 : 0;
	for (const char *p = folded; rank == 1 && *p; p += strspn(p, " ")) {
		size_t n = strcspn(p, " ");
		const char *at = str_text(&own);
		while ((at = strchr(at, ' ')) && strncmp(at + 1, p, n) != 0)
			at++;
		rank = at ? 1 : 2;
		p += n;
	}
	str_free(&own);
	return rank;
}

/* Ids of records of a pane that have the words in one of the fields. */
static bool
ids_with(struct app *app, const struct pane *pane, const char *const *fields,
    const char *folded, int64_t **ids, int64_t *count, struct error *e)
{
	struct query q = { .ent = entity_find(pane->entity), .pane = pane, .limit = LOOKED_AT };
	struct str text = { 0 };
	struct error too_long;
	bool ok = true;

	*ids = NULL;
	*count = 0;
	words_filter(folded, fields, &text);
	struct filter *f = filter_parse(app->store, q.ent, pane, str_text(&text), &too_long);
	q.filter = f;
	if (f)
		ok = ids_read(app->store, &q, ids, count, e);
	filter_free(f);
	str_free(&text);
	return ok;
}

/* What stands in the row of who could come in, by what is taken now. */
static void
arrival_show(struct app *app, struct door_rows *r, struct door_row *row)
{
	struct str text = { 0 };

	door_stands(app->store, row->who, &text);
	row->stands = arena_strdup(&r->found_mem, str_text(&text));
	if (row->kind != DOOR_KNOWN) {	/* one who is known is shown by columns */
		str_cut(&text, 0);
		door_tell(app->store, row->who, &text);
		row->told = arena_strdup(&r->found_mem, str_text(&text));
	}
	str_free(&text);
}

bool
door_rows_turn(struct app *app, struct door_rows *r, size_t at)
{
	struct door_row *row = at < r->count ? &r->rows[at] : NULL;

	if (!row || !row->who || row->who->could.count < 2)
		return false;
	row->choice = (row->choice + 1) % row->who->could.count;
	door_choose(row->who, row->choice);
	arrival_show(app, r, row);
	return true;
}

static struct door_row *
row_found(struct door_rows *r, enum door_kind kind, int64_t id)
{
	return found_add(r, (struct door_row){ .kind = kind, .id = id, .name = "", .stands = "",
	    .told = "", .category = "", .state = "", .category_code = "" });
}

/* Who comes in, as it was understood. */
static void
arrival_add(struct app *app, struct door_rows *r, enum door_kind kind, struct arrival *who)
{
	struct door_row *row = row_found(r, kind, 0);

	row->name = who->name;
	row->who = who;
	arrival_show(app, r, row);
}

/* A person of the file with what it would come for, an organisation as it is called. */
static bool
offered_add(struct app *app, struct door_rows *r, enum door_kind kind, int64_t id,
    const char *title, struct error *e)
{
	struct door_row *row = row_found(r, kind, id);

	if (kind != DOOR_KNOWN) {
		row->stands = title;
		return true;
	}
	row->name = title;
	row->who = arena_alloc(&r->found_mem, sizeof *row->who);
	if (!door_know(app->store, &r->door, id, &r->found_mem, row->who, e))
		return false;
	arrival_show(app, r, row);
	return true;
}

/* Adds records of a pane that have the words, the best first; at most OFFERED. */
static bool
offer(struct app *app, struct door_rows *r, enum door_kind kind, const char *pane,
    const char *const *fields, const char *folded, struct error *e)
{
	const struct pane *p = pane_find(pane);
	int64_t *ids, count;
	size_t most = r->count + OFFERED;
	bool ok = ids_with(app, p, fields, folded, &ids, &count, e);

	for (int rank = 0; ok && rank < 3; rank++)
		for (int64_t i = 0; i < count && r->count < most; i++) {
			struct str text = { 0 };
			record_title(app->store, entity_find(p->entity), ids[i], &text);
			const char *title = arena_strdup(&r->found_mem, str_text(&text));
			str_free(&text);
			if (rank_of(title, folded) == rank
			    && (kind != DOOR_KNOWN || !named(r, r->listed_count, title)))
				ok = ok && offered_add(app, r, kind, ids[i], title, e);
		}
	free(ids);
	return ok;
}

/* The line as it stands, with what was taken. */
static bool
line_add(struct app *app, struct door_rows *r, const char *line, struct error *e)
{
	struct arrival *who = arena_alloc(&r->found_mem, sizeof *who);

	if (!door_read(app->store, &r->door, line, &r->found_mem, who, e))
		return e->status == STATUS_DATA;	/* no name yet */
	arrival_add(app, r, DOOR_LINE, who);
	return true;
}

static void
listed_find(struct door_rows *r, const char *folded, bool present)
{
	for (size_t i = 0; i < r->listed_count; i++)
		if (r->listed[i].present == present && fits(&r->listed[i], folded))
			found_add(r, r->listed[i]);
}

/* Who is meant: those on the list who are awaited, then people of the file, then a new one.
 * Who is there already comes last: Dan is not to be taken for Tore Danielsson, who sits. */
static bool
people_find(struct app *app, struct door_rows *r, const char *line, const char *folded,
    struct error *e)
{
	static const char *const names[] = { "name", "username", NULL };

	listed_find(r, folded, false);
	if (!offer(app, r, DOOR_KNOWN, "people", names, folded, e) || !line_add(app, r, line, e))
		return false;
	listed_find(r, folded, true);
	return true;
}

/* Behind the comma: the line as it is understood, then other affiliates it may mean. */
static bool
affiliates_find(struct app *app, struct door_rows *r, const char *line, const char *stands,
    struct error *e)
{
	static const char *const names[] = { "name", "alt_name", "code", NULL };
	struct str folded = { 0 };

	fold_add(&folded, stands, strlen(stands));
	bool ok = line_add(app, r, line, e) && (!folded.len
	    || offer(app, r, DOOR_ORGANISATION, "affiliates", names, str_text(&folded), e));
	str_free(&folded);
	return ok;
}

bool
door_rows_find(struct app *app, struct door_rows *r, const char *line, struct error *e)
{
	struct str folded = { 0 };
	const char *name, *stands;
	bool ok = true;

	all_show(r);
	fold_add(&folded, line, strlen(line));
	if (folded.len) {
		r->rows = NULL;
		r->count = 0;
		signup_split(line, strlen(line), &r->found_mem, &name, &stands);
		ok = *stands || strchr(line, ',') ? affiliates_find(app, r, line, stands, e)
		    : people_find(app, r, line, str_text(&folded), e);
	}
	str_free(&folded);
	return ok;
}

bool
door_rows_paste(struct app *app, struct door_rows *r, const struct signup_list *list,
    struct error *e)
{
	bool ok = true;

	arena_free(&r->found_mem);
	r->rows = NULL;
	r->count = 0;
	for (size_t i = 0; ok && i < list->count; i++) {
		struct arrival *who = arena_alloc(&r->found_mem, sizeof *who);
		ok = door_meet(app->store, &r->door, &list->people[i], &r->found_mem, who, e);
		if (ok) {
			who->name = arena_strdup(&r->found_mem, who->name);
			arrival_add(app, r, DOOR_PASTED, who);
		}
	}
	return ok;
}

void
door_rows_free(struct door_rows *r)
{
	arena_free(&r->listed_mem);
	arena_free(&r->found_mem);
}
