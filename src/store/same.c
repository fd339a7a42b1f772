#include "config.h"

#include "store/same.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fold.h"
#include "store/bulk.h"
#include "store/db.h"
#include "store/log.h"

enum { ALTERNATIVES = 4, PARTS = 10 };

/* One way to be the same: all its fields are. */
struct alternative {
	const struct field *part[PARTS];
	int count;
	bool other_names;	/* the first part also matches other names */
};

struct same {
	const struct entity *ent;
	struct alternative alt[ALTERNATIVES];
	int count;
	struct keys *keys;
	struct str fold;	/* of the text under way */
	struct {
		bool given;
		uint64_t hash;
	} asked[ALTERNATIVES];	/* the keys that same_find() looked for last */
};

static void
alternative_parse(struct same *m, const char *p, size_t n)
{
	struct alternative *a = &m->alt[m->count];
	char name[64];

	while (n && a->count < PARTS) {
		const char *plus = memchr(p, '+', n);
		size_t len = plus ? (size_t)(plus - p) : n;
		bool other = *p == '~';
		if (len - other < sizeof name) {
			memcpy(name, p + other, len - other);
			name[len - other] = '\0';
			const struct field *f = field_find(m->ent, name);
			if (f) {
				a->other_names |= other && !a->count;
				a->part[a->count++] = f;
			}
		}
		p += len + (plus != NULL);
		n -= len + (plus != NULL);
	}
	m->count += a->count > 0;
}

static void
key_parse(struct same *m, const struct field *const *given)
{
	const char *p = m->ent->key;

	while (p && *p && m->count < ALTERNATIVES) {
		size_t n = strcspn(p, "|");
		alternative_parse(m, p, n);
		p += n + (p[n] == '|');
	}
	if (m->ent->key || !given)
		return;
	struct alternative *a = &m->alt[0];
	for (; given[a->count] && a->count < PARTS; a->count++)
		a->part[a->count] = given[a->count];
	m->count = a->count > 0;
}

static void
feed(struct hash *h, const struct value *v, struct str *fold)
{
	if (v->kind != VALUE_TEXT) {
		value_hash(h, v);
		return;
	}
	str_cut(fold, 0);
	fold_add(fold, v->s, v->n);
	hash_text(h, str_text(fold), fold->len);
}

static const struct value *
cell_value(const struct cell *cells, size_t count, const struct field *f)
{
	for (size_t i = 0; i < count; i++)
		if (cells[i].field == f)
			return &cells[i].value;
	return &value_null;
}

/* The hash of one alternative; first replaces the value of its first part. False
 * when that is empty. */
static bool
alternative_hash(struct same *m, int index, const struct cell *cells, size_t count,
    const struct value *first, uint64_t *out)
{
	const struct alternative *a = &m->alt[index];
	struct hash h;

	if (!first)
		first = cell_value(cells, count, a->part[0]);
	if (first->kind == VALUE_NULL)
		return false;
	hash_start(&h);
	hash_tag(&h, 'k', (uint64_t)index);
	feed(&h, first, &m->fold);
	for (int i = 1; i < a->count; i++)
		feed(&h, cell_value(cells, count, a->part[i]), &m->fold);
	*out = (uint64_t)hash_end(&h);
	return true;
}

/* Each alternative's key of these cells. */
static void
ask(struct same *m, const struct cell *cells, size_t count)
{
	for (int a = 0; a < m->count; a++)
		m->asked[a].given = alternative_hash(m, a, cells, count, NULL,
		    &m->asked[a].hash);
}

void
same_add_asked(struct same *m, const struct cell *cells, size_t count, int64_t id)
{
	uint64_t hash;

	for (int a = 0; a < m->count; a++) {
		if (m->asked[a].given)
			keys_add(m->keys, m->asked[a].hash, id);
		if (!m->alt[a].other_names)
			continue;
		for (size_t i = 0; i < count; i++)
			if (cells[i].field->flags & F_OTHER_NAME
			    && alternative_hash(m, a, cells, count, &cells[i].value, &hash))
				keys_add(m->keys, hash, id);
	}
}

void
same_add(struct same *m, const struct cell *cells, size_t count, int64_t id)
{
	ask(m, cells, count);
	same_add_asked(m, cells, count, id);
}

size_t
same_find(struct same *m, const struct cell *cells, size_t count, int64_t *ids,
    size_t max)
{
	ask(m, cells, count);
	for (int a = 0; a < m->count; a++) {
		size_t found = 0;
		if (!m->asked[a].given)
			continue;
		for (size_t i = 0;; i++) {
			int64_t id = keys_get(m->keys, m->asked[a].hash, i);
			bool twice = false;
			if (!id)
				break;
			for (size_t k = 0; k < found && k < max; k++)
				twice |= ids[k] == id;
			if (twice)
				continue;
			if (found < max)
				ids[found] = id;
			found++;
		}
		if (found)
			return found;
	}
	return 0;
}

/* Every record's key fields, read in one pass; items of other names beside. */
static bool
keys_read(struct store *s, struct same *m, struct error *e)
{
	int64_t none = 0;
	if (!db_int(s->db, &none, e, "SELECT EXISTS(SELECT 1 FROM \"%s\")", m->ent->name))
		return false;
	if (!none)
		return true;
	struct stmt *st = stmt_newf(s->db, e, "SELECT id FROM \"%s\"", m->ent->name);
	bool ok = st != NULL;
	while (ok && stmt_row(st)) {
		struct record *r;
		ok = record_load(s, m->ent, stmt_col_int(st, 0), &r, e) && r;
		if (!ok)
			break;
		struct cell cells[256];
		size_t n = 0;
		for (int i = 0; i < entity_field_count(m->ent) && n < 200; i++)
			if (r->values[i].kind != VALUE_NULL)
				cells[n++] = (struct cell){ entity_field(m->ent, i), r->values[i], true };
		for (size_t i = 0; i < r->item_count && n < 256; i++)
			if (r->items[i].field->flags & F_OTHER_NAME)
				cells[n++] = (struct cell){ r->items[i].field, r->items[i].value, true };
		same_add(m, cells, n, r->id);
		record_free(r);
	}
	return st && stmt_end(st, ok ? e : NULL) && ok;
}

struct same *
same_new(struct store *s, const struct entity *ent, const struct field *const *given,
    struct error *e)
{
	struct same *m = xmalloc(sizeof *m);

	m->ent = ent;
	m->keys = keys_new();
	key_parse(m, given);
	if (keys_read(s, m, e))
		return m;
	same_free(m);
	return NULL;
}

void
same_free(struct same *m)
{
	if (!m)
		return;
	keys_free(m->keys);
	str_free(&m->fold);
	free(m);
}
