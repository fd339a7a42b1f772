#include "config.h"

#include "store/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/find.h"
#include "base/fold.h"
#include "store/db.h"
#include "store/filter_tree.h"
#include "store/functions.h"
#include "store/log.h"
#include "store/open.h"

enum {
	SLICE_ROWS = 256,	/* read between two looks at the stop hook: 1-2 ms */
	SLICE_BYTES = 1 << 19,	/* searched between two: 0.1 ms */
	SLICE_HITS = 256
};

/* Stands behind each text; a folded one has none. */
enum { END_OF_TEXT = '\n' };

struct search {
	struct store *store;
	int64_t version;	/* of the file that the texts are of */
	int64_t *ids;
	size_t count;
	struct str sql;		/* reads the texts of one record */
	int single, several;
	struct str texts;
	size_t *starts;		/* of each row in texts, and the end of the last */
	size_t built;		/* rows that have texts */
	bool failed;

	const struct filter *filter;
	const struct value *word;	/* in all that fits; NULL: none is */
	bool word_only;		/* and that is all the filter asks */
	/* Row numbers: found so far, and behind a gap those of the last search that are
	 * not looked at yet. From `next` on no search has looked. */
	uint32_t *hits;
	size_t hit_count, old, old_end;
	size_t next, block;	/* rows [next, block) are looked through in one go */
};

struct search *
search_new(struct store *s, const struct entity *ent, const int64_t *ids, size_t count)
{
	struct search *m = xmalloc(sizeof *m);

	m->store = s;
	m->version = store_version(s);
	m->ids = xmalloc((count + 1) * sizeof *m->ids);
	if (count)
		memcpy(m->ids, ids, count * sizeof *ids);
	m->count = count;
	m->starts = xmalloc((count + 1) * sizeof *m->starts);
	m->hits = xmalloc((count + 1) * sizeof *m->hits);
	m->failed = count > UINT32_MAX;
	word_texts_sql(ent, &m->single, &m->several, &m->sql);
	return m;
}

void
search_free(struct search *m)
{
	if (!m)
		return;
	free(m->ids);
	free(m->starts);
	free(m->hits);
	str_free(&m->sql);
	str_free(&m->texts);
	free(m);
}

static bool
stopped(const struct search *m)
{
	const struct watch *w = &m->store->stat->watch;

	return w->stop && w->stop(w->ctx);
}

/* --- Building --- */

static void
text_add(struct search *m, const char *s, size_t n)
{
	size_t before = m->texts.len;

	fold_add(&m->texts, s, n);
	if (m->texts.len > before)
		str_addc(&m->texts, END_OF_TEXT);
}

static void
row_add(struct search *m, struct stmt *st)
{
	const char *value;

	for (int i = 1; i <= m->single; i++)
		text_add(m, stmt_col(st, i), stmt_col_len(st, i));
	for (int i = m->single + 1; i <= m->single + m->several; i++) {
		const char *s = stmt_col(st, i);
		size_t left = stmt_col_len(st, i), len;
		while (left && several_next(&s, &left, &value, &len))
			text_add(m, value, len);
	}
	m->starts[++m->built] = m->texts.len;
}

/* False when a record is not there. */
static bool
rows_read(struct search *m, struct stmt *st)
{
	bool there = true;

	for (int i = 0; there && i < SLICE_ROWS && m->built < m->count; i++) {
		stmt_int(st, 1, m->ids[m->built]);
		there = stmt_row(st);
		if (there)
			row_add(m, st);
		stmt_reset(st);
	}
	return there;
}

/* A statement for each row and a transaction for each slice: nothing is left open in
 * between, where it would keep others from saving, or would lose its work when a key
 * stops it. */
bool
search_build(struct search *m)
{
	struct error e = { 0 };

	if (m->failed || m->built == m->count || !search_fresh(m))
		return false;
	struct stmt *st = stmt_new(m->store->db, str_text(&m->sql), NULL);
	bool reading = store_read_begin(m->store);
	bool there = st && rows_read(m, st);
	bool ok = st && stmt_end(st, &e);
	if (reading)
		store_read_end(m->store);
	if (!ok && e.status == STATUS_INTERRUPTED)
		return true;	/* the row is read again */
	m->failed = !there;
	return there && m->built < m->count;
}

bool
search_fresh(const struct search *m)
{
	return store_version(m->store) == m->version;
}

bool
search_ready(const struct search *m)
{
	return !m->failed && m->built == m->count && search_fresh(m);
}

size_t
search_rows(const struct search *m)
{
	return m->count;
}

/* --- Searching --- */

void
search_begin(struct search *m, const struct filter *f)
{
	size_t rest = m->old_end - m->old;

	/* To go through it all in one go is quicker than row by row through most of it. */
	if (f && m->hit_count + rest < m->count / 4 && filter_narrows(f, m->filter)) {
		memmove(m->hits + m->hit_count, m->hits + m->old, rest * sizeof *m->hits);
		m->old_end = m->hit_count + rest;
	} else {
		m->old_end = 0;
		m->next = m->block = 0;
	}
	m->old = m->hit_count = 0;
	m->filter = f;
	m->word = filter_word_needed(f);
	m->word_only = f && filter_is_word(f);
}

static bool
row_fits(const struct search *m, size_t row)
{
	return filter_words_hold(m->filter, m->texts.s + m->starts[row],
	    m->starts[row + 1] - m->starts[row]);
}

/* The first row that begins behind the byte, among those from `row` on. */
static size_t
row_behind(const struct search *m, size_t row, size_t byte)
{
	size_t step = 1, end;

	if (row + 1 < m->count && m->starts[row + 1] > byte)
		return row + 1;
	for (; row + step < m->count && m->starts[row + step] <= byte; step *= 2)
		row += step;
	end = row + step < m->count ? row + step : m->count;
	while (row < end) {
		size_t middle = row + (end - row) / 2;
		if (m->starts[middle] > byte)
			end = middle;
		else
			row = middle + 1;
	}
	return row;
}

/* The next row in the block that has the word, or its end. */
static size_t
row_with_word(const struct search *m)
{
	size_t at = m->starts[m->next];

	if (!m->word)
		return m->next;
	const char *found = find_bytes(m->texts.s + at, m->starts[m->block] - at, m->word->s,
	    m->word->n);
	return found ? row_behind(m, m->next, (size_t)(found - m->texts.s)) - 1 : m->block;
}

static bool
hit(struct search *m, size_t row, int64_t *id)
{
	m->hits[m->hit_count++] = (uint32_t)row;
	*id = m->ids[row];
	return true;
}

/* What the last search found. */
static bool
old_next(struct search *m, int64_t *id)
{
	while (m->old < m->old_end) {
		size_t row = m->hits[m->old];
		if (m->old % SLICE_HITS == 0 && stopped(m))
			return false;
		m->old++;
		if (row_fits(m, row))
			return hit(m, row, id);
	}
	return false;
}

bool
search_next(struct search *m, int64_t *id)
{
	if (m->old < m->old_end && old_next(m, id))
		return true;
	while (m->old == m->old_end && m->next < m->count) {
		if (m->next == m->block) {
			if (stopped(m))
				return false;
			m->block = row_behind(m, m->next, m->starts[m->next] + SLICE_BYTES);
		}
		size_t row = row_with_word(m);
		m->next = row < m->block ? row + 1 : m->block;
		if (row < m->block && (m->word_only || row_fits(m, row)))
			return hit(m, row, id);
	}
	return false;
}

bool
search_over(const struct search *m)
{
	return m->old == m->old_end && m->next == m->count;
}
