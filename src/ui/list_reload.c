/* The rows of a list, read again: from memory where the search can answer, else from the
 * file. */
#include "config.h"

#include "ui/list_part.h"

void
list_search_drop(struct list_rows *r)
{
	search_free(r->search);
	filter_free(r->words);
	r->search = NULL;
	r->words = NULL;
	r->searching = r->expected = false;
}

static void
begin_again(struct list_rows *r)
{
	list_rows_rest(r);
	list_cells_forget(r);
	r->known = 0;
	r->complete = false;
	r->generation++;
}

/* The first screenful, with its cells. */
static bool
first_read(struct list_rows *r, struct filter *f, struct error *e)
{
	struct query q = { .ent = r->ent, .pane = r->pane, .filter = f,
	    .columns = r->fields, .column_count = r->wanted + 1, .sort = r->sort,
	    .limit = r->page + 1, .depths = r->tree };
	struct rows *rows = rows_open(r->app->store, &q, e);

	if (!rows)
		return false;
	begin_again(r);
	r->searching = false;
	while (rows_next(rows)) {
		int64_t i = r->known;
		list_id_add(r, i, rows_id(rows));
		if (i < r->page)
			list_cells_fill(r, i, rows);
	}
	r->complete = r->known <= r->page;
	return rows_close(rows, e);
}

/* Can the search answer? Then it begins, and there is nothing to wait for. */
static bool
search_answers(struct list_rows *r, const char *filter)
{
	struct filter *words = NULL;

	if (!r->search)
		return false;
	if (!search_fresh(r->search)) {
		list_search_drop(r);
		return false;
	}
	if (!search_ready(r->search))
		return false;
	if (*filter && (!(words = filter_parse(r->app->store, r->ent, r->pane, filter, NULL))
	    || !filter_is_words(words))) {
		filter_free(words);
		return false;
	}
	search_begin(r->search, words);
	filter_free(r->words);
	r->words = words;
	return true;
}

/* The first screenful of ids; cells come when they are drawn. */
static bool
first_found(struct list_rows *r, struct error *e)
{
	begin_again(r);
	r->searching = true;
	while (r->known <= r->page && list_found_slice(r, r->page + 1 - r->known))
		if (r->known <= r->page)
			return set_error(e, STATUS_INTERRUPTED, "%s", "");
	return true;
}

static void
find_kept(struct list_rows *r, int64_t keep, int64_t *at)
{
	int64_t known = list_rows_reach(r, *at + r->page);

	for (int64_t i = 0; keep && i < known; i++)
		if (r->ids[i] == keep) {
			*at = i;
			return;
		}
	if (*at >= known)
		*at = known ? known - 1 : 0;
}

bool
list_rows_reload(struct list_rows *r, const char *filter, int page, int64_t keep,
    int64_t *at, struct error *e)
{
	struct filter *f = NULL, *old = r->filter;
	struct str text = { 0 };

	list_page_set(r, page);
	list_rows_narrow(r, filter, &text);
	bool fits = !text.len
	    || (f = filter_parse(r->app->store, r->ent, r->pane, str_text(&text), e));
	str_free(&text);
	if (!fits)
		return false;
	list_rows_rest(r);
	r->tree = query_is_tree(&(struct query){ .ent = r->ent, .pane = r->pane, .filter = f,
	    .sort = r->sort });
	bool found = search_answers(r, filter);
	bool ok = found ? first_found(r, e) : first_read(r, f, e);
	if (!ok && e->status != STATUS_INTERRUPTED) {
		filter_free(f);
		return false;
	}
	r->filter = f;
	r->narrowed = *filter;
	filter_free(old);
	r->total = found ? (int64_t)search_rows(r->search) : -1;
	find_kept(r, keep, at);
	return ok;
}
