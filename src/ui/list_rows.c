#include "config.h"

#include "ui/list_part.h"

#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "base/id.h"
#include "base/utf8.h"
#include "io/export_row.h"

/* Rows of one slice of idle time, and pages kept: before, shown, after. */
enum { SLICE = 2000, SLICE_FOUND = 20000, PAGES = 3, PAGE_LEAST = 8 };

struct list_rows *
list_rows_new(struct app *app, const struct pane *pane, struct error *e)
{
	struct list_rows *r = xmalloc(sizeof *r);

	r->app = app;
	r->pane = pane;
	r->ent = entity_find(pane->entity);
	r->total = -1;
	if (!list_rows_show(r, pane->columns, e)) {
		list_rows_free(r);
		return NULL;
	}
	return r;
}

static void
slots_free(struct list_rows *r)
{
	for (int i = 0; i < r->slot_count; i++)
		str_free(&r->slots[i].cells);
	free(r->slots);
	r->slots = NULL;
	r->slot_count = 0;
}

void
list_rows_free(struct list_rows *r)
{
	list_rows_rest(r);
	slots_free(r);
	list_search_drop(r);
	filter_free(r->filter);
	str_free(&r->shown);
	free(r->sort);
	free(r->base);
	free(r->ids);
	arena_free(&r->mem);
	free(r);
}

const struct column *
list_rows_columns(const struct list_rows *r, size_t *count)
{
	*count = r->column_count;
	return r->columns;
}

bool
list_rows_trash(const struct list_rows *r)
{
	return r->filter && filter_asks_trash(r->filter);
}

int64_t
list_rows_known(const struct list_rows *r)
{
	return r->known;
}

bool
list_rows_complete(const struct list_rows *r)
{
	return r->complete;
}

int64_t
list_rows_total(const struct list_rows *r)
{
	return r->total;
}

int64_t
list_rows_generation(const struct list_rows *r)
{
	return r->generation;
}

const int64_t *
list_rows_ids(const struct list_rows *r)
{
	return r->ids;
}

int64_t
list_rows_id(const struct list_rows *r, int64_t i)
{
	return i >= 0 && i < r->known ? r->ids[i] : 0;
}

/* --- Cells --- */

static struct slot *
slot_of(const struct list_rows *r, int64_t i)
{
	return r->slot_count ? &r->slots[i % r->slot_count] : NULL;
}

void
list_cells_forget(struct list_rows *r)
{
	for (int i = 0; i < r->slot_count; i++)
		r->slots[i].row = -1;
}

void
list_page_set(struct list_rows *r, int page)
{
	if (page < PAGE_LEAST)
		page = PAGE_LEAST;
	if (page == r->page)
		return;
	slots_free(r);
	r->page = page;
	r->slot_count = page * PAGES;
	r->slots = xmalloc((size_t)r->slot_count * sizeof *r->slots);
	list_cells_forget(r);
}

void
list_rows_base(struct list_rows *r, const char *filter)
{
	free(r->base);
	r->base = xstrdup(filter);
}

/* The columns, and before them the one that tells which rows are private. */
static struct column *
visibility_add(const struct entity *ent, const struct column *columns, size_t count,
    struct arena *mem)
{
	struct column *all = arena_alloc(mem, (count + 1) * sizeof *all);

	column_parse(ent, field_with(ent, F_VISIBILITY)->name, all, NULL);
	memcpy(all + 1, columns, count * sizeof *all);
	return all;
}

bool
list_rows_show(struct list_rows *r, const char *columns, struct error *e)
{
	struct arena mem = { 0 };
	struct column *fresh;
	size_t count;

	if (!columns_read(r->ent, columns, &mem, &fresh, &count, e)) {
		arena_free(&mem);
		return false;
	}
	list_rows_rest(r);
	arena_free(&r->mem);
	r->mem = mem;
	r->fields = visibility_add(r->ent, fresh, count, &r->mem);
	r->columns = r->fields + 1;
	r->column_count = count;
	r->wanted = 0;
	r->widths = arena_alloc(&r->mem, count * sizeof *r->widths);
	memset(r->widths, 0, count * sizeof *r->widths);
	str_set(&r->shown, columns);
	list_cells_forget(r);
	return true;
}

void
list_rows_want(struct list_rows *r, size_t count)
{
	if (count > r->column_count)
		count = r->column_count;
	if (count <= r->wanted)
		return;
	r->wanted = count;
	list_cells_forget(r);
}

/* Whether an order can be had, only a query tells. */
bool
list_rows_sort(struct list_rows *r, const char *sort, struct error *e)
{
	struct query q = { .ent = r->ent, .pane = r->pane, .sort = sort, .limit = 1 };
	struct rows *rows = rows_open(r->app->store, &q, e);

	if (!rows || !rows_close(rows, e))
		return false;
	list_rows_rest(r);
	char *fresh = sort ? xstrdup(sort) : NULL;
	free(r->sort);
	r->sort = fresh;
	list_search_drop(r);
	return true;
}

const char *
list_rows_shown(const struct list_rows *r)
{
	return str_text(&r->shown);
}

const char *
list_rows_sorted(const struct list_rows *r)
{
	return r->sort;
}

void
list_rows_narrow(const struct list_rows *r, const char *filter, struct str *out)
{
	if (r->base && *filter)
		str_addf(out, "%s (%s)", r->base, filter);
	else
		str_add(out, r->base ? r->base : filter);
}

void
list_cells_fill(struct list_rows *r, int64_t i, struct rows *rows)
{
	struct slot *s = slot_of(r, i);
	struct value visibility;

	str_cut(&s->cells, 0);
	for (size_t k = 0; k < r->wanted; k++) {
		cell_here(r->app, rows, &r->columns[k], k + 1, &s->cells);
		str_addc(&s->cells, '\0');
	}
	s->private = rows_value(rows, 0, 0, &visibility)
	    && export_is_private(&visibility);
	s->row = i;
}

const char *
list_rows_cell(const struct list_rows *r, int64_t i, size_t column)
{
	const struct slot *s = slot_of(r, i);

	if (!s || s->row != i || i >= r->known)
		return "";
	const char *p = str_text(&s->cells);
	for (; column > 0 && p < s->cells.s + s->cells.len; column--)
		p += strlen(p) + 1;
	return p;
}

const int *
list_rows_widths(struct list_rows *r)
{
	for (int i = 0; i < r->slot_count; i++) {
		const char *p = str_text(&r->slots[i].cells);
		for (size_t k = 0; r->slots[i].row >= 0 && k < r->wanted; k++) {
			size_t n = strlen(p);
			int cols = utf8_columns(p, n);
			r->widths[k] = cols > r->widths[k] ? cols : r->widths[k];
			p += n + 1;
		}
	}
	return r->widths;
}

bool
list_rows_private(const struct list_rows *r, int64_t i)
{
	const struct slot *s = slot_of(r, i);

	return s && s->row == i && i < r->known && s->private;
}

/* "id=a,b,c" of the rows wanted that have no cells; false when all have. */
static bool
missing_filter(const struct list_rows *r, int64_t top, int64_t end, struct str *out)
{
	char id[ID_LENGTH + 1];

	for (int64_t i = top; i < end; i++) {
		if (slot_of(r, i)->row == i)
			continue;
		id_format(r->ids[i], id);
		str_addf(out, "%s%s", out->len ? "," : "id=", id);
	}
	return out->len > 0;
}

static void
cells_take(struct list_rows *r, struct rows *rows, int64_t top, int64_t end)
{
	while (rows_next(rows))
		for (int64_t i = top; i < end; i++)
			if (r->ids[i] == rows_id(rows) && slot_of(r, i)->row != i)
				list_cells_fill(r, i, rows);
}

void
list_rows_fetch(struct list_rows *r, int64_t top, int64_t count)
{
	struct query q = { .ent = r->ent, .columns = r->fields,
	    .column_count = r->wanted + 1, .sort = "id", .everything = true,
	    .depths = r->tree };
	struct str text = { 0 };

	if (count > r->page)
		list_page_set(r, (int)count);
	if (top < 0)
		top = 0;
	int64_t end = top + count < r->known ? top + count : r->known;
	if (r->slot_count && missing_filter(r, top, end, &text)) {
		struct filter *f = filter_parse(r->app->store, r->ent, NULL, str_text(&text), NULL);
		q.filter = f;
		struct rows *rows = f ? rows_open(r->app->store, &q, NULL) : NULL;
		if (rows) {
			cells_take(r, rows, top, end);
			rows_close(rows, NULL);
		}
		filter_free(f);
	}
	str_free(&text);
}

/* --- Ids --- */

void
list_id_add(struct list_rows *r, int64_t at, int64_t id)
{
	if (at == r->room) {
		r->room = r->room * 2 + 256;
		r->ids = xrealloc(r->ids, (size_t)r->room * sizeof *r->ids);
	}
	r->ids[at] = id;
	if (at >= r->known)
		r->known = at + 1;
}

void
list_rows_rest(struct list_rows *r)
{
	if (r->reading)
		rows_close(r->reading, NULL);
	r->reading = NULL;
	r->read = 0;
}

bool
list_found_slice(struct list_rows *r, int64_t count)
{
	int64_t id;

	while (count-- > 0 && search_next(r->search, &id))
		list_id_add(r, r->known, id);
	r->complete = search_over(r->search);
	return !r->complete;
}

static bool
read_slice(struct list_rows *r, int64_t count)
{
	if (!r->reading) {
		r->query = (struct query){ .ent = r->ent, .pane = r->pane, .filter = r->filter,
		    .sort = r->sort };
		r->reading = rows_open(r->app->store, &r->query, NULL);
		r->read = 0;
	}
	for (; r->reading && count > 0; count--) {
		if (!rows_next(r->reading)) {
			int64_t all = r->read;
			struct error e;
			bool ok = rows_close(r->reading, &e);
			r->reading = NULL;
			r->read = 0;
			/* A key interrupted it: what is known stays, and it begins again later. */
			if (!ok && e.status == STATUS_INTERRUPTED)
				return true;
			r->known = all;
			r->complete = true;
			return false;
		}
		list_id_add(r, r->read++, rows_id(r->reading));
	}
	if (!r->reading)
		r->complete = true;
	return !r->complete;
}

static bool
ids_slice(struct list_rows *r)
{
	if (r->complete)
		return false;
	return r->searching ? list_found_slice(r, SLICE_FOUND) : read_slice(r, SLICE);
}

int64_t
list_rows_reach(struct list_rows *r, int64_t i)
{
	int tries = 0;

	while (r->known <= i && tries < 3) {
		int64_t before = r->read + r->known;
		if (!ids_slice(r))
			break;
		tries = r->read + r->known > before ? 0 : tries + 1;
	}
	return r->known;
}

/* All rows there would be without what the person typed. */
static bool
total_count(struct list_rows *r)
{
	struct query all = { .ent = r->ent, .pane = r->pane };
	struct filter *base = NULL;

	if (r->base && !(base = filter_parse(r->app->store, r->ent, r->pane, r->base, NULL)))
		return true;	/* it has no total, then */
	all.filter = base;
	bool ok = query_count(r->app->store, &all, &r->total, NULL, NULL);
	filter_free(base);
	return ok;
}

void
list_rows_expect(struct list_rows *r)
{
	r->expected = true;
}

/* Only from rows that are sure to be all: those of the list without a filter. */
static bool
search_idle(struct list_rows *r)
{
	if (!r->expected || !r->app->store)
		return false;
	if (!r->search && !r->narrowed && r->complete)
		r->search = search_new(r->app->store, r->ent, r->ids, (size_t)r->known);
	return r->search && search_build(r->search);
}

bool
list_rows_idle(struct list_rows *r, int64_t top)
{
	if (!r->complete) {
		ids_slice(r);
		if (r->complete && !r->narrowed)
			r->total = r->known;
		return true;	/* what was counted is shown before more is read */
	}
	if (r->total < 0 && !total_count(r))
		return true;
	list_rows_fetch(r, top - r->page, r->page);
	list_rows_fetch(r, top + r->page, r->page);
	return search_idle(r);
}
