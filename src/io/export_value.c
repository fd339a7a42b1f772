#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/id.h"
#include "io/export_row.h"
#include "store/bulk.h"

enum { TITLE_DEPTH = 4 };	/* titles within titles, as titles themselves go */

/* --- Names of records --- */

struct names {
	struct keys *keys;	/* hash of (field, id) -> place in at, from 1 */
	struct name {
		const struct field *field;
		int64_t id;
		struct slice text;
	} *at;
	size_t count, cap;
	struct arena mem;
};

const struct field *
export_title_field(const struct entity *ent, int i)
{
	char name[64];

	for (const char *p = strchr(ent->title, '{'); p; p = strchr(p + 1, '{'))
		if (i-- == 0) {
			snprintf(name, sizeof name, "%.*s", (int)strcspn(p + 1, "}"),
			    p + 1);
			return field_find(ent, name);
		}
	return NULL;
}

bool
export_is_private(const struct value *v)
{
	return v->kind == VALUE_TEXT && v->n == strlen("private")
	    && !memcmp(v->s, "private", v->n);
}

/* Would the title tell of a private record: this one, or one that it names? */
static bool
title_is_private(struct store *s, int64_t id, int depth)
{
	const struct entity *ent = record_entity(s, id);
	const struct field *f;
	struct record *r;

	if (!ent || depth > TITLE_DEPTH || !record_load(s, ent, id, &r, NULL) || !r)
		return false;
	f = field_with(ent, F_VISIBILITY);
	bool private = export_is_private(record_value(r, f));
	for (int i = 0; !private && (f = export_title_field(ent, i)); i++) {
		const struct value *v = record_value(r, f);
		if (f->type->is_ref && v->kind == VALUE_INT)
			private = title_is_private(s, v->i, depth + 1);
	}
	record_free(r);
	return private;
}

bool
export_title_is_private(struct store *s, int64_t id)
{
	return title_is_private(s, id, 0);
}

/* The title, if import finds this very record by it. */
static bool
title_that_finds(struct export *x, const struct field *f, int64_t id, struct str *out)
{
	const struct entity *ent = record_entity(x->s, id);

	if (!ent)
		return false;
	record_title(x->s, ent, id, out);
	return export_title_finds(x, f, ent, id, out);
}

static void
name_text(struct export *x, const struct field *f, int64_t id, bool shown,
    struct str *out)
{
	char text[ID_LENGTH + 1];
	bool private = !x->o->include_private && export_title_is_private(x->s, id);

	if (shown) {
		struct value v = value_int(id);
		if (!private)
			value_show(x->s, f, &v, out);
		return;
	}
	if (!private && title_that_finds(x, f, id, out))
		return;
	id_format(id, text);
	str_set(out, text);
}

static struct name *
name_add(struct names *names, const struct field *f, int64_t id)
{
	if (names->count == names->cap) {
		names->cap = names->cap * 2 + 64;
		names->at = xrealloc(names->at, names->cap * sizeof *names->at);
	}
	names->at[names->count] = (struct name){ f, id, { "", 0 } };
	return &names->at[names->count++];
}

/* An export is all shown or not at all, so that one text is kept for each. */
static struct slice
name_get(struct export *x, const struct field *f, int64_t id, bool shown)
{
	struct names *names = x->names;
	struct hash h;
	int64_t k;

	if (!names) {
		names = x->names = xmalloc(sizeof *names);
		names->keys = keys_new();
	}
	hash_start(&h);
	hash_int(&h, f->number);
	hash_int(&h, id);
	uint64_t hash = (uint64_t)hash_end(&h);
	for (size_t i = 0; (k = keys_get(names->keys, hash, i)); i++)
		if (names->at[k - 1].field == f && names->at[k - 1].id == id)
			return names->at[k - 1].text;
	struct str text = { 0 };
	name_text(x, f, id, shown, &text);
	struct name *name = name_add(names, f, id);
	name->text.s = arena_dup(&names->mem, str_text(&text), text.len);
	name->text.n = text.len;
	keys_add(names->keys, hash, (int64_t)names->count);
	str_free(&text);
	return name->text;
}

void
export_values_free(struct export *x)
{
	export_titles_free(x);
	if (!x->names)
		return;
	keys_free(x->names->keys);
	free(x->names->at);
	arena_free(&x->names->mem);
	free(x->names);
	x->names = NULL;
}

/* --- Values --- */

static struct slice
in_one(const struct export *x)
{
	return (struct slice){ str_text(&x->one), x->one.len };
}

/* Whole numbers are many and printf is slow. */
static void
int_add(struct str *out, int64_t i)
{
	char digits[24], *p = digits + sizeof digits;
	uint64_t u = i < 0 ? -(uint64_t)i : (uint64_t)i;

	do
		*--p = (char)('0' + u % 10);
	while (u /= 10);
	if (i < 0)
		*--p = '-';
	str_addn(out, p, (size_t)(digits + sizeof digits - p));
}

struct slice
export_plain(struct export *x, const struct export_column *c, const struct value *v)
{
	const struct field_type *type = c->field->type;

	if (v->kind == VALUE_INT && type->is_ref)
		return name_get(x, c->field, v->i, false);
	if (v->kind == VALUE_TEXT && !c->labelled)
		return (struct slice){ v->s, v->n };
	str_cut(&x->one, 0);
	if (c->labelled)
		value_show(x->s, c->field, v, &x->one);
	else if (v->kind == VALUE_INT && type->is_number)
		int_add(&x->one, v->i);
	else
		value_to_text(c->field, v, &x->one);
	return in_one(x);
}

struct slice
export_shown(struct export *x, const struct export_column *c, const struct value *v)
{
	if (v->kind == VALUE_INT && c->field->type->is_ref)
		return name_get(x, c->field, v->i, true);
	str_cut(&x->one, 0);
	value_show(x->s, c->field, v, &x->one);
	return in_one(x);
}

static int
slice_compare(const void *a, const void *b)
{
	const struct slice *p = a, *q = b;
	size_t n = p->n < q->n ? p->n : q->n;
	int c = n ? memcmp(p->s, q->s, n) : 0;

	return c ? c : (p->n > q->n) - (p->n < q->n);
}

struct slice *
export_values(struct export *x, size_t i, struct slice (*text)(struct export *,
    const struct export_column *, const struct value *), size_t *count)
{
	const struct export_column *c = &x->columns[i];
	struct slice *all = NULL;
	struct value v;
	size_t n = 0, cap = 0;

	for (size_t item = 0; rows_value(x->rows, i, item, &v); item++) {
		if (n == cap) {
			struct slice *more = arena_alloc(&x->mem,
			    (cap * 2 + 4) * sizeof *more);
			if (n)
				memcpy(more, all, n * sizeof *more);
			all = more;
			cap = cap * 2 + 4;
		}
		struct slice one = text(x, c, &v);
		if (one.s == str_text(&x->one))
			one.s = arena_dup(&x->mem, one.s, one.n);
		all[n++] = one;
	}
	/* The rows come by id, which another file does not share. */
	if (n > 1 && c->field->type->is_ref)
		qsort(all, n, sizeof *all, slice_compare);
	*count = n;
	return all;
}
