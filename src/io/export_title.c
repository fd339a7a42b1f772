/* Does a title find the record it belongs to? which_reference() knows, but for kinds
 * whose titles are put together from several fields it looks through all of them,
 * each time. Here their titles are gathered once for an export. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/hash.h"
#include "base/id.h"
#include "io/export_row.h"
#include "store/bulk.h"
#include "store/which.h"

enum { KINDS = 64 };

struct titles {
	struct keys *keys;		/* folded titles and codes, by entity -> id */
	bool gathered[KINDS];		/* by entity number */
	bool failed;			/* some are missing: nothing is sure */
};

/* Is every alternative of the title one field whose folded text is kept? Then the
 * file's index finds it. */
static bool
is_indexed(const struct entity *ent)
{
	const struct field *f;
	size_t left = strlen(ent->title);

	for (int i = 0; (f = export_title_field(ent, i)); i++) {
		size_t n = strlen(f->name) + strlen("{}") + (i > 0);
		if (!(f->flags & F_FOLD) || n > left)
			return false;
		left -= n;
	}
	return left == 0;
}

static bool
is_gathered_kind(const struct field *f, const struct entity *ent)
{
	return !(ent->flags & E_INTERNAL) && field_refers(f, ent) && !is_indexed(ent);
}

static uint64_t
key(const struct entity *ent, const char *what, const char *s, size_t n)
{
	struct hash h;

	hash_start(&h);
	hash_int(&h, ent->number);
	hash_text(&h, what, 1);
	hash_text(&h, s, n);
	return (uint64_t)hash_end(&h);
}

static void
title_key(struct export *x, const struct entity *ent, const struct str *title,
    uint64_t *hash)
{
	str_cut(&x->one, 0);
	fold_add(&x->one, str_text(title), title->len);
	*hash = key(ent, "t", str_text(&x->one), x->one.len);
}

/* What is in the trash is not found by its title. */
static void
gather(struct export *x, const struct entity *ent)
{
	const struct field *code = field_with(ent, F_CODE);
	struct column c;
	struct query q = {
		.ent = ent, .columns = &c, .sort = field_with(ent, F_RECORD_ID)->name
	};
	struct str title = { 0 };
	struct value v;
	uint64_t hash;

	x->titles->gathered[ent->number] = true;
	q.column_count = code && column_parse(ent, code->name, &c, NULL);
	struct rows *rows = rows_open(x->s, &q, NULL);
	while (rows && rows_next(rows)) {
		str_cut(&title, 0);
		record_title(x->s, ent, rows_id(rows), &title);
		title_key(x, ent, &title, &hash);
		keys_add(x->titles->keys, hash, rows_id(rows));
		if (code && rows_value(rows, 0, 0, &v) && v.kind == VALUE_TEXT)
			keys_add(x->titles->keys, key(ent, "c", v.s, v.n), rows_id(rows));
	}
	if (!rows || !rows_close(rows, NULL))
		x->titles->failed = true;
	str_free(&title);
}

/* Has any other record of these kinds the title, or it as its code? */
static bool
others_have(struct export *x, const struct field *f, int64_t id, const struct str *title)
{
	uint64_t hash;
	int64_t found;

	for (int k = 0; entities[k]; k++) {
		if (!is_gathered_kind(f, entities[k]))
			continue;
		if (!x->titles->gathered[entities[k]->number])
			gather(x, entities[k]);
		title_key(x, entities[k], title, &hash);
		for (size_t i = 0; (found = keys_get(x->titles->keys, hash, i)); i++)
			if (found != id)
				return true;
		hash = key(entities[k], "c", str_text(title), title->len);
		for (size_t i = 0; (found = keys_get(x->titles->keys, hash, i)); i++)
			if (found != id)
				return true;
	}
	return x->titles->failed;
}

/* Asks which_reference among those of the kinds that the index finds; *count is how
 * many fit, *only one of them. */
static bool
ask(struct export *x, const struct field *f, const struct str *title, size_t *count,
    int64_t *only)
{
	struct field among = *f;
	struct str kinds = { 0 };
	int64_t ids[2] = { 0 }, hidden;

	for (int k = 0; entities[k]; k++)
		if (!(entities[k]->flags & E_INTERNAL) && field_refers(f, entities[k])
		    && is_indexed(entities[k]))
			str_addf(&kinds, "%s%s", kinds.len ? "|" : "", entities[k]->name);
	among.refs = str_text(&kinds);
	*count = 0;
	bool ok = !kinds.len || which_reference(x->s, &among, str_text(title), title->len,
	    ids, 2, count, &hidden, NULL);
	*only = ids[0];
	str_free(&kinds);
	return ok;
}

/* Would it be taken for an id, the end of one, or @me? */
static bool
is_id_like(const struct str *title)
{
	int64_t id;

	return *str_text(title) == '#' || *str_text(title) == '@'
	    || id_parse(str_text(title), title->len, &id);
}

bool
export_title_finds(struct export *x, const struct field *f, const struct entity *ent,
    int64_t id, const struct str *title)
{
	size_t count;
	int64_t only;

	if (!x->titles) {
		x->titles = xmalloc(sizeof *x->titles);
		x->titles->keys = keys_new();
	}
	if (!ask(x, f, title, &count, &only))
		return false;
	if (is_indexed(ent))
		return count == 1 && only == id && !others_have(x, f, id, title);
	if (count || is_id_like(title) || record_hidden(x->s, ent, id))
		return false;
	str_cut(&x->one, 0);
	fold_add(&x->one, str_text(title), title->len);
	return x->one.len && !others_have(x, f, id, title);
}

void
export_titles_free(struct export *x)
{
	if (!x->titles)
		return;
	keys_free(x->titles->keys);
	free(x->titles);
	x->titles = NULL;
}
