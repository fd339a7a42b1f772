#include "config.h"

#include "store/tally.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/fold.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "store/bulk.h"
#include "store/filter.h"
#include "store/tally_part.h"

enum { CELLS_MOST = 1 << 20 };

/* --- Counting --- */

/* A group while rows are read. */
struct heap {
	struct str key;
	struct value value;
	int64_t count;
	int64_t row;		/* that it was last met in: a row counts once */
	int rank;		/* of a term in its list */
	const char *code, *label;
	size_t place;		/* after sorting */
};

struct side {
	struct keys *found;	/* hash of a key -> heap, from 1 */
	struct heap *heaps;
	size_t count, room;
	size_t *met;		/* heaps of the row being read */
	size_t met_count, met_room;
	bool overlaps;
};

struct pair {
	size_t row, across;
	int64_t count;
};

struct counter {
	struct store *s;
	const struct tally_query *q;
	struct arena *mem;
	struct side sides[TALLY_SIDES];
	struct keys *found;	/* hash of two heaps -> pair, from 1 */
	struct pair *pairs;
	size_t pair_count, pair_room;
	int64_t records;
};

static uint64_t
key_hash(const struct str *key)
{
	struct hash h;

	hash_start(&h);
	hash_text(&h, str_text(key), key->len);
	return (uint64_t)hash_end(&h);
}

static size_t
heap_add(struct counter *c, struct side *side, const struct str *key, uint64_t hash,
    const struct value *v)
{
	struct heap *heap;

	if (side->count == side->room) {
		side->room = side->room * 2 + 32;
		side->heaps = xrealloc(side->heaps, side->room * sizeof *side->heaps);
	}
	heap = &side->heaps[side->count++];
	*heap = (struct heap){ .value = *v, .row = -1 };
	str_addn(&heap->key, str_text(key), key->len);
	if (v->kind == VALUE_TEXT)
		heap->value.s = arena_dup(c->mem, v->s, v->n);
	keys_add(side->found, hash, (int64_t)side->count);
	return side->count - 1;
}

static size_t
heap_of(struct counter *c, struct side *side, const struct tally_by *by,
    const struct value *v)
{
	struct str key = { 0 };
	int64_t k;
	size_t at = 0;
	bool found = false;

	tally_by_key(by, v, &key);
	uint64_t hash = key_hash(&key);
	for (size_t i = 0; !found && (k = keys_get(side->found, hash, i)); i++) {
		at = (size_t)k - 1;
		found = side->heaps[at].key.len == key.len
		    && !memcmp(str_text(&side->heaps[at].key), str_text(&key), key.len);
	}
	if (!found)
		at = heap_add(c, side, &key, hash, v);
	str_free(&key);
	return at;
}

static void
value_count(struct counter *c, struct side *side, const struct tally_by *by,
    const struct value *v)
{
	size_t at = heap_of(c, side, by, v);
	struct heap *heap = &side->heaps[at];

	if (heap->row == c->records)
		return;
	heap->row = c->records;
	heap->count++;
	if (side->met_count == side->met_room) {
		side->met_room = side->met_room * 2 + 8;
		side->met = xrealloc(side->met, side->met_room * sizeof *side->met);
	}
	side->met[side->met_count++] = at;
	side->overlaps |= side->met_count > 1;
}

/* The pair of two heaps, from 1; 0: not met yet. */
static int64_t
pair_find(const struct counter *c, uint64_t hash, size_t row, size_t across)
{
	int64_t k;

	for (size_t i = 0; (k = keys_get(c->found, hash, i)); i++)
		if (c->pairs[k - 1].row == row && c->pairs[k - 1].across == across)
			return k;
	return 0;
}

static void
pair_count(struct counter *c, size_t row, size_t across)
{
	struct hash h;

	hash_start(&h);
	hash_int(&h, (int64_t)row);
	hash_int(&h, (int64_t)across);
	uint64_t hash = (uint64_t)hash_end(&h);
	int64_t at = pair_find(c, hash, row, across);
	if (!at) {
		if (c->pair_count == c->pair_room) {
			c->pair_room = c->pair_room * 2 + 64;
			c->pairs = xrealloc(c->pairs, c->pair_room * sizeof *c->pairs);
		}
		c->pairs[c->pair_count++] = (struct pair){ row, across, 0 };
		at = (int64_t)c->pair_count;
		keys_add(c->found, hash, at);
	}
	c->pairs[at - 1].count++;
}

static void
row_count(struct counter *c, struct rows *rows)
{
	struct side *down = &c->sides[0], *across = &c->sides[1];
	struct value v;

	for (int k = 0; k < c->q->count; k++) {
		c->sides[k].met_count = 0;
		for (size_t i = 0; rows_value(rows, (size_t)k, i, &v); i++)
			value_count(c, &c->sides[k], &c->q->by[k], &v);
		if (!c->sides[k].met_count)
			value_count(c, &c->sides[k], &c->q->by[k], &value_null);
	}
	for (size_t i = 0; i < down->met_count && c->q->count > 1; i++)
		for (size_t k = 0; k < across->met_count; k++)
			pair_count(c, down->met[i], across->met[k]);
	c->records++;
}

static bool
rows_count(struct counter *c, int64_t *omitted, struct error *e)
{
	struct column columns[TALLY_SIDES];
	struct query q = { .ent = entity_find(c->q->pane->entity), .pane = c->q->pane,
	    .filter = c->q->filter, .columns = columns, .column_count = (size_t)c->q->count,
	    .sort = "id", .leave_out_private = c->q->leave_out_private };
	int64_t count;

	for (int i = 0; i < c->q->count; i++) {
		columns[i] = c->q->by[i].column;
		columns[i].shared = c->q->leave_out_private;
	}
	*omitted = 0;
	if (q.leave_out_private && !query_count(c->s, &q, &count, omitted, e))
		return false;
	struct rows *rows = rows_open(c->s, &q, e);
	if (!rows)
		return false;
	while (rows_next(rows))
		row_count(c, rows);
	return rows_close(rows, e);
}

/* --- Order --- */

static int
term_rank(struct store *s, const struct tally_by *by, const struct value *v)
{
	struct term_shown t;

	for (int i = 0; term_shown_at(s, by->column.field->list, i, &t); i++)
		if (v->kind == VALUE_TEXT && strlen(t.code) == v->n && !memcmp(t.code, v->s, v->n))
			return i;
	return INT16_MAX;
}

static void
heap_name(struct counter *c, const struct tally_by *by, struct heap *heap)
{
	const struct field *f = by->column.field;
	struct str code = { 0 }, label = { 0 };

	if (heap->value.kind == VALUE_NULL)
		str_add(&label, _("(empty)"));
	else if (f->type->is_date)
		tally_by_text(by, &heap->value, &label);
	else
		value_show(c->s, f, &heap->value, &label);
	if (heap->value.kind != VALUE_NULL && f->type->is_ref)
		str_add(&code, str_text(&label));
	else if (heap->value.kind != VALUE_NULL)
		tally_by_text(by, &heap->value, &code);
	heap->code = arena_dup(c->mem, str_text(&code), code.len);
	heap->label = arena_dup(c->mem, str_text(&label), label.len);
	heap->rank = f->type->is_term ? term_rank(c->s, by, &heap->value) : 0;
	str_free(&code);
	str_free(&label);
}

/* What makes one group stand before another; 0: nothing in the values. */
static int
own_order(const struct tally_by *by, const struct heap *a, const struct heap *b)
{
	const struct field_type *type = by->column.field->type;
	struct decimal x, y;

	if (type->is_term)
		return a->rank - b->rank;
	if (type->is_date)
		return strcmp(a->code, b->code);
	if (!type->is_number)
		return 0;
	if (a->value.kind == VALUE_INT)
		return (a->value.i > b->value.i) - (a->value.i < b->value.i);
	return decimal_parse(a->code, strlen(a->code), &x)
	    && decimal_parse(b->code, strlen(b->code), &y) ? decimal_compare(x, y) : 0;
}

struct placing {
	const struct tally_by *by;
	const struct heap *heaps;
};

static int
place_compare(const void *one, const void *other, void *ctx)
{
	const struct placing *p = ctx;
	size_t i = *(const size_t *)one, k = *(const size_t *)other;
	const struct heap *a = &p->heaps[i], *b = &p->heaps[k];
	int order = (a->value.kind == VALUE_NULL) - (b->value.kind == VALUE_NULL);

	if (!order)
		order = own_order(p->by, a, b);
	if (!order)
		order = (a->count < b->count) - (a->count > b->count);
	if (!order)
		order = fold_compare(a->label, strlen(a->label), b->label, strlen(b->label));
	return order ? order : (i > k) - (i < k);
}

static void
side_finish(struct counter *c, struct side *side, const struct tally_by *by,
    struct tally_side *out)
{
	struct placing placing = { by, side->heaps };
	size_t *order = xmalloc((side->count + 1) * sizeof *order);

	for (size_t i = 0; i < side->count; i++) {
		order[i] = i;
		heap_name(c, by, &side->heaps[i]);
	}
	qsort_r(order, side->count, sizeof *order, place_compare, &placing);
	*out = (struct tally_side){ .by = *by, .count = side->count,
	    .overlaps = side->overlaps };
	out->groups = arena_alloc(c->mem, (side->count + 1) * sizeof *out->groups);
	for (size_t i = 0; i < side->count; i++) {
		struct heap *heap = &side->heaps[order[i]];
		heap->place = i;
		out->groups[i] = (struct tally_group){ heap->value, heap->code, heap->label,
		    heap->count };
	}
	free(order);
}

/* --- The whole --- */

static bool
too_large(const struct counter *c, struct error *e)
{
	const struct side *across = &c->sides[1];
	struct str label = { 0 };

	if (c->q->count < 2 || (across->count <= TALLY_ACROSS
	    && c->sides[0].count * (across->count + 1) <= CELLS_MOST))
		return false;
	tally_by_label(&c->q->by[1], &label);
	set_error(e, STATUS_DATA, _("%s has %zu values, too many to stand side by side: name the other column last, or a filter."),
	    str_text(&label), across->count);
	str_free(&label);
	return true;
}

static void
cells_fill(const struct counter *c, struct tally *out)
{
	size_t across = c->sides[1].count;

	out->cells = arena_alloc(c->mem, (c->sides[0].count * across + 1) * sizeof *out->cells);
	for (size_t i = 0; i < c->pair_count; i++) {
		const struct pair *p = &c->pairs[i];
		out->cells[c->sides[0].heaps[p->row].place * across
		    + c->sides[1].heaps[p->across].place] = p->count;
	}
}

static void
counter_free(struct counter *c)
{
	for (int i = 0; i < TALLY_SIDES; i++) {
		for (size_t k = 0; k < c->sides[i].count; k++)
			str_free(&c->sides[i].heaps[k].key);
		keys_free(c->sides[i].found);
		free(c->sides[i].heaps);
		free(c->sides[i].met);
	}
	keys_free(c->found);
	free(c->pairs);
}

bool
tally_make(struct store *s, const struct tally_query *q, struct tally *out,
    struct error *e)
{
	struct counter c = { .s = s, .q = q, .mem = &out->mem, .found = keys_new() };

	*out = (struct tally){ .side_count = q->count };
	for (int i = 0; i < TALLY_SIDES; i++)
		c.sides[i].found = keys_new();
	bool ok = rows_count(&c, &out->omitted, e) && !too_large(&c, e);
	for (int i = 0; ok && i < q->count; i++)
		side_finish(&c, &c.sides[i], &q->by[i], &out->sides[i]);
	if (ok && q->count > 1)
		cells_fill(&c, out);
	out->records = c.records;
	counter_free(&c);
	if (!ok)
		tally_free(out);
	return ok;
}

void
tally_free(struct tally *t)
{
	arena_free(&t->mem);
	*t = (struct tally){ 0 };
}

int64_t
tally_cell(const struct tally *t, int row, int across)
{
	if (row == TALLY_ALL && across == TALLY_ALL)
		return t->records;
	if (across == TALLY_ALL)
		return t->sides[0].groups[row].count;
	if (row == TALLY_ALL)
		return t->sides[1].groups[across].count;
	return t->cells[(size_t)row * t->sides[1].count + (size_t)across];
}

void
tally_filter(struct store *s, const struct tally *t, int row, int across,
    struct str *out)
{
	const int at[TALLY_SIDES] = { row, across };
	int n = 0;

	for (int i = 0; i < t->side_count; i++) {
		if (at[i] == TALLY_ALL)
			continue;
		str_add(out, n++ ? " " : "");
		tally_by_filter(s, &t->sides[i].by, &t->sides[i].groups[at[i]].value, out);
	}
}
