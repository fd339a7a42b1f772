/* Titles: what names a record on screen, in history and as a reference. */
#include "config.h"

#include <string.h>

#include "base/arena.h"
#include "base/id.h"
#include "base/utf8.h"
#include "store/column.h"
#include "store/db.h"
#include "store/log.h"

enum { TITLE_WORDS = 60 };	/* columns of a long text that serve as its title */

static void title_add(struct store *s, const struct entity *ent, int64_t id, int depth,
    struct str *out);

/* A field's part of a title: titles of references, the first line of a long text,
 * other values as people see them. */
static void
part_add(struct store *s, const struct field *f, const struct value *v, int depth,
    struct str *out)
{
	if (v->kind == VALUE_INT && f->type->is_ref) {
		const struct entity *to = record_entity(s, v->i);
		if (to)
			title_add(s, to, v->i, depth + 1, out);
	} else if (v->kind == VALUE_TEXT && f->type->has_lines) {
		const char *end = memchr(v->s, '\n', v->n);
		size_t n = end ? (size_t)(end - v->s) : v->n;
		size_t cut = utf8_cut(v->s, n, TITLE_WORDS, NULL);
		str_addn(out, v->s, cut);
		if (cut < n)
			str_add(out, "…");
	} else if (v->kind != VALUE_NULL) {
		value_show(s, f, v, out);
	}
}

/* A computed field is no part of the record as it was loaded. */
static bool
computed_add(struct store *s, const struct record *r, const struct field *f, int depth,
    struct str *out)
{
	struct str sql = { 0 };
	struct value v = value_null;

	field_sql(r->ent, f, "t", &sql);
	struct stmt *st = stmt_newf(s->db, NULL, "SELECT %s FROM \"%s\" t WHERE t.id=?1",
	    str_text(&sql), r->ent->name);
	str_free(&sql);
	if (st) {
		stmt_int(st, 1, r->id);
		if (stmt_row(st))
			stmt_col_value(st, 0, &v);
		part_add(s, f, &v, depth, out);
		stmt_end(st, NULL);
	}
	return v.kind != VALUE_NULL;
}

/* A field that a record has of itself; false when it is empty. */
static bool
stored_add(struct store *s, const struct record *r, const struct field *f, int depth,
    struct str *out)
{
	const struct value *v = f ? record_value(r, f) : &value_null;

	if (v->kind != VALUE_NULL)
		part_add(s, f, v, depth, out);
	return v->kind != VALUE_NULL;
}

/* One alternative of the pattern up to '|'; false when a field of it is empty. */
static bool
pattern_add(struct store *s, const struct record *r, const char *p, int depth,
    struct str *out)
{
	bool whole = true;
	char name[64];

	while (*p && *p != '|') {
		size_t n = strcspn(p, "{|");
		if (p[n] == '{' || n)
			str_addn(out, p, n);
		p += n;
		if (*p != '{')
			continue;
		size_t len = strcspn(++p, "}");
		if (len < sizeof name) {
			memcpy(name, p, len);
			name[len] = '\0';
			const struct field *f = field_find(r->ent, name);
			bool there = f && f->flags & F_COMPUTED
			    ? computed_add(s, r, f, depth, out) : stored_add(s, r, f, depth, out);
			whole = whole && there;
		}
		p += len + (p[len] == '}');
	}
	return whole;
}

static void
title_add(struct store *s, const struct entity *ent, int64_t id, int depth, struct str *out)
{
	struct record *r = NULL;
	size_t start = out->len;
	bool whole = false;

	if (depth < 4 && record_load(s, ent, id, &r, NULL) && r)
		for (const char *p = ent->title; p && !whole; ) {
			str_cut(out, start);
			whole = pattern_add(s, r, p, depth, out);
			p = strchr(p, '|');
			if (p)
				p++;
		}
	record_free(r);
	/* The last alternative serves with gaps too, if anything of it is there. */
	if (whole || out->len > start)
		return;
	char text[ID_LENGTH + 1];
	id_format(id, text);
	str_add(out, text);
}

void
record_title(struct store *s, const struct entity *ent, int64_t id, struct str *out)
{
	title_add(s, ent, id, 0, out);
}
