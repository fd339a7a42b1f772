#include "config.h"

#include "store/bulk.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "store/db.h"
#include "store/log.h"

/* Open addressing; entries of equal hash follow one another in probing order. */
struct keys {
	struct entry {
		uint64_t hash;
		int64_t id;	/* 0: empty place */
	} *at;
	size_t cap, count;
};

struct keys *
keys_new(void)
{
	struct keys *k = xmalloc(sizeof *k);

	k->cap = 1024;
	k->at = xmalloc(k->cap * sizeof *k->at);
	return k;
}

void
keys_free(struct keys *k)
{
	if (!k)
		return;
	free(k->at);
	free(k);
}

static void
put(struct keys *k, uint64_t hash, int64_t id)
{
	size_t i = hash & (k->cap - 1);

	while (k->at[i].id)
		i = (i + 1) & (k->cap - 1);
	k->at[i] = (struct entry){ hash, id };
}

void
keys_add(struct keys *k, uint64_t hash, int64_t id)
{
	if (k->count * 4 >= k->cap * 3) {
		struct entry *old = k->at;
		size_t cap = k->cap;
		k->cap *= 2;
		k->at = xmalloc(k->cap * sizeof *k->at);
		for (size_t i = 0; i < cap; i++)
			if (old[i].id)
				put(k, old[i].hash, old[i].id);
		free(old);
	}
	put(k, hash, id);
	k->count++;
}

int64_t
keys_get(const struct keys *k, uint64_t hash, size_t n)
{
	for (size_t i = hash & (k->cap - 1); k->at[i].id; i = (i + 1) & (k->cap - 1))
		if (k->at[i].hash == hash && !n--)
			return k->at[i].id;
	return 0;
}

/* Remembers the SQL of every secondary index of the table and drops them. */
static bool
indexes_drop(struct store *s, const struct entity *ent, struct error *e)
{
	struct str drop = { 0 };
	struct stmt *st = stmt_new(s->db, "SELECT name,sql FROM sqlite_schema"
	    " WHERE type='index' AND tbl_name=?1 AND sql IS NOT NULL", e);

	if (!st)
		return false;
	stmt_cstr(st, 1, ent->name);
	while (stmt_row(st)) {
		str_addf(&drop, "DROP INDEX \"%s\";", stmt_col(st, 0));
		str_addf(&s->dropped, "%s;", stmt_col(st, 1));
	}
	bool ok = stmt_end(st, e) && (!drop.len || db_exec(s->db, e, "%s", drop.s));
	str_free(&drop);
	return ok;
}

bool
bulk_begin(struct store *s, const struct entity *ent, int64_t expected, struct error *e)
{
	int64_t now = 0;

	if (expected < 1000)
		return true;
	if (!db_int(s->db, &now, e, "SELECT count(*) FROM \"%s\"", ent->name))
		return false;
	return expected * 4 <= now || indexes_drop(s, ent, e);
}

bool
bulk_end(struct store *s, struct error *e)
{
	bool ok = !s->dropped.len || db_exec(s->db, e, "%s", s->dropped.s);

	str_cut(&s->dropped, 0);
	return ok;
}

void
bulk_reading(struct store *s, bool on)
{
	db_cache(s->db, on);
}
