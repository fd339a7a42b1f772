#include "config.h"

#include "store/which_part.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/computed.h"
#include "store/db.h"
#include "store/filter.h"
#include "store/log.h"
#include "store/through.h"

enum {
	LISTED = 8,		/* candidates named when several fit */
	KINDS = 16,		/* of an entity, at most */
	NEAREST_FROM = 5000	/* titles looked at for "did you mean" */
};

void
which_hit(struct hits *h, int64_t id)
{
	if (h->count < h->max)
		h->ids[h->count] = id;
	h->count++;
}

/* --- What names a record --- */

/* Is every alternative of the title one field whose folded text is kept? */
static bool
title_is_folded(const struct entity *ent)
{
	const char *p = ent->title;
	char name[64];

	while (p && *p == '{') {
		snprintf(name, sizeof name, "%.*s", (int)strcspn(p + 1, "}"), p + 1);
		const struct field *f = field_find(ent, name);
		p += strcspn(p, "}") + 1;
		if (!f || !(f->flags & F_FOLD) || (*p && *p != '|'))
			return false;
		if (!*p)
			return true;
		p++;
	}
	return false;
}

static void
names_sql(const struct entity *ent, unsigned flags, const char *between,
    const char *after, struct str *sql)
{
	const struct field *f;

	for (int i = 0; (f = entity_field(ent, i)); i++)
		if (f->flags & flags && field_is_column(f) && f->type->is_text)
			str_addf(sql, "%st.\"%s\"%s", sql->len ? between : "", f->name, after);
}

/* Other names that are items, tested by the function. */
static void
items_sql(const struct entity *ent, const char *function, struct str *sql)
{
	const struct field *f;
	int n = 0;

	for (int i = 0; (f = entity_field(ent, i)); i++)
		if (f->flags & (F_OTHER_NAME | F_CODE) && field_is_multi(f) && f->type->is_text)
			str_addf(sql, "%s%d", n++ ? "," :
			    " OR t.id IN (SELECT w.record FROM item w WHERE w.field IN (", f->number);
	if (n)
		str_addf(sql, ") AND %s(?2,w.value))", function);
}

/* The condition; ?1 is what was typed, ?2 folded, ?3 beyond. Nothing appended: no
 * record can fit in this way. */
static void
way_sql(const struct look *l, enum way way, struct str *sql)
{
	struct str names = { 0 };

	switch (way) {
	case WAY_CODE:
		names_sql(l->ent, F_CODE, " OR ", "=?1", &names);
		if (names.len)
			str_addf(sql, "(%s)", str_text(&names));
		break;
	case WAY_TITLE:
		names_sql(l->ent, F_FOLD, " OR ", "=?1", &names);
		if (!l->slow)
			str_addf(sql, "t.fold=?2 AND (%s)", str_text(&names));
		break;
	case WAY_FOLDED:
		if (!l->slow)
			str_add(sql, "t.fold=?2");
		break;
	default:
		names_sql(l->ent, F_CODE | F_OTHER_NAME, ",", "", &names);
		const char *function = way == WAY_OTHER ? "fold_is" : "fold_starts";
		if (names.len)
			str_addf(sql, "(%s(?2,%s)", function, str_text(&names));
		else
			str_add(sql, "(0");
		items_sql(l->ent, function, sql);
		str_add(sql, way == WAY_BEGINS && !l->slow
		    ? " OR (t.fold>=?2 AND t.fold<?3))" : ")");
	}
	str_free(&names);
}

/* --- Looking --- */

/* Where the index of folded titles is by kind first, naming every kind lets it be
 * used; where it is no use, a scan must not go through it. */
static int
kinds_list(const struct look *l, const char *condition, const char *kinds[KINDS])
{
	const struct field *f = strncmp(condition, "t.fold", 6) ? NULL
	    : field_with(l->ent, F_KIND);
	struct term_shown t;
	int n = 0;

	while (f && f->flags & F_REQUIRED && n < KINDS && term_shown_at(l->s, f->list, n, &t))
		kinds[n++] = t.code;
	return n < KINDS ? n : 0;
}

static struct stmt *
look_stmt(const struct look *l, const char *condition, size_t limit, struct error *e)
{
	struct str sql = { 0 };
	const char *kinds[KINDS];
	int kind_count = kinds_list(l, condition, kinds), scope = 4 + kind_count;

	str_addf(&sql, "SELECT t.id FROM \"%s\" t WHERE ", l->ent->name);
	if (kind_count)
		str_addf(&sql, "t.\"%s\" IN (", field_with(l->ent, F_KIND)->name);
	for (int i = 0; i < kind_count; i++)
		str_addf(&sql, "%s?%d", i ? "," : "", 4 + i);
	if (kind_count)
		str_add(&sql, ") AND ");
	(l->trash ? hidden_sql : visible_sql)(l->ent, "t", &sql);
	str_addf(&sql, " AND (%s)", condition);
	if (l->scope) {
		str_add(&sql, " AND ");
		filter_sql(l->scope, &sql, scope);
	}
	if (limit)
		str_addf(&sql, " LIMIT %zu", limit);
	struct stmt *st = stmt_new(l->s->db, str_text(&sql), e);
	str_free(&sql);
	if (!st)
		return NULL;
	for (int i = 0; i < kind_count; i++)
		stmt_cstr(st, 4 + i, kinds[i]);
	if (l->scope)
		filter_bind(l->scope, st, scope);
	return st;
}

/* Binds only the parameters that the condition has: SQLite refuses others. */
static void
look_bind(const struct look *l, struct stmt *st, const char *condition)
{
	if (strstr(condition, "?1"))
		stmt_cstr(st, 1, l->typed);
	if (strstr(condition, "?2"))
		stmt_text(st, 2, str_text(&l->folded), l->folded.len);
	if (strstr(condition, "?3"))
		stmt_text(st, 3, str_text(&l->beyond), l->beyond.len);
}

static bool
look_titles(const struct look *l, enum way way, struct hits *h, struct error *e)
{
	struct stmt *st = look_stmt(l, "1", 0, e);
	struct str title = { 0 }, folded = { 0 };

	if (!st)
		return false;
	while (stmt_row(st)) {
		int64_t id = stmt_col_int(st, 0);
		str_cut(&title, 0);
		str_cut(&folded, 0);
		record_title(l->s, l->ent, id, &title);
		fold_add(&folded, str_text(&title), title.len);
		bool fits = way == WAY_TITLE ? !strcmp(str_text(&title), l->typed)
		    : way == WAY_FOLDED ? !strcmp(str_text(&folded), str_text(&l->folded))
		    : !strncmp(str_text(&folded), str_text(&l->folded), l->folded.len);
		if (fits)
			which_hit(h, id);
	}
	str_free(&title);
	str_free(&folded);
	return stmt_end(st, e);
}

bool
which_way(const struct look *l, enum way way, struct hits *h, struct error *e)
{
	struct str condition = { 0 };
	bool ok = true;

	way_sql(l, way, &condition);
	if (condition.len) {
		struct stmt *st = look_stmt(l, str_text(&condition), h->max + 1, e);
		if (st)
			look_bind(l, st, str_text(&condition));
		while (st && stmt_row(st))
			which_hit(h, stmt_col_int(st, 0));
		ok = st && stmt_end(st, e);
	}
	str_free(&condition);
	if (ok && l->slow && way != WAY_CODE && way != WAY_OTHER && (way != WAY_BEGINS
	    || !h->count))
		ok = look_titles(l, way, h, e);
	return ok;
}

void
which_begin(struct look *l, struct store *s, const struct entity *ent, const char *typed)
{
	*l = (struct look){ .s = s, .ent = ent, .typed = typed };
	l->slow = !title_is_folded(ent);
	fold_add(&l->folded, typed, strlen(typed));
	str_add(&l->beyond, str_text(&l->folded));
	str_add(&l->beyond, "\xf4\x8f\xbf\xbf");	/* U+10FFFF sorts last */
}

void
which_end(struct look *l)
{
	str_free(&l->folded);
	str_free(&l->beyond);
}

/* --- Ids --- */

/* A whole id, in capitals too. */
int64_t
which_id(const char *typed, size_t n)
{
	char text[ID_LENGTH + 1];
	int64_t id = 0;

	if (n != ID_LENGTH)
		return 0;
	for (size_t i = 0; i < n; i++)
		text[i] = typed[i] >= 'A' && typed[i] <= 'Z' ? (char)(typed[i] - 'A' + 'a')
		    : typed[i];
	return id_parse(text, n, &id) ? id : 0;
}

/* Bits of an id's end as people write it behind '#'; false when it is none. */
static bool
end_of_id(const char *typed, int64_t *mask, int64_t *bits)
{
	char text[ID_LENGTH + 1] = "a000000000000";
	size_t n = *typed == '#' ? strlen(typed + 1) : 0;

	if (!n || n >= ID_LENGTH)
		return false;
	memcpy(text + ID_LENGTH - n, typed + 1, n);
	*mask = ((int64_t)1 << (5 * n)) - 1;
	*bits = 0;
	return id_parse(text, ID_LENGTH, bits) || !strcmp(text, "a000000000000");
}

bool
which_ids(const struct look *l, struct hits *h, struct error *e)
{
	char condition[96];
	int64_t id = which_id(l->typed + (*l->typed == '#'),
	    strlen(l->typed) - (*l->typed == '#')), mask, bits;

	if (!strcmp(l->typed, "@me"))
		id = my_organisation(l->s);
	if (id)
		snprintf(condition, sizeof condition, "t.id=%lld", (long long)id);
	else if (end_of_id(l->typed, &mask, &bits))
		snprintf(condition, sizeof condition, "(t.id&%lld)=%lld", (long long)mask,
		    (long long)bits);
	else
		return true;
	struct stmt *st = look_stmt(l, condition, h->max + 1, e);
	if (!st)
		return false;
	while (stmt_row(st))
		which_hit(h, stmt_col_int(st, 0));
	return stmt_end(st, e);
}

/* --- One record for a command --- */

static const char *
looked_among(const struct look *l, const struct pane *pane)
{
	return pane ? _(pane->label) : _(l->ent->plural);
}

static bool
several_fit(const struct look *l, const struct hits *h, struct error *e)
{
	struct str list = { 0 };
	char id[ID_LENGTH + 1];

	for (size_t i = 0; i < h->count && i < LISTED; i++) {
		id_format(h->ids[i], id);
		str_add(&list, i ? "; " : "");
		record_title(l->s, l->ent, h->ids[i], &list);
		str_addf(&list, " (#%s)", id + ID_LENGTH - 6);
	}
	if (h->count > LISTED)
		str_addf(&list, "; %s", _("and more"));
	set_error(e, STATUS_NONE, _("\"%s\" fits several: %s. Write more of the name, or # and the end of the id."),
	    l->typed, str_text(&list));
	str_free(&list);
	return false;
}

/* The title nearest to what was typed, copied; NULL when there is none. */
static char *
nearest_title(const struct look *l)
{
	struct arena mem = { 0 };
	const char **names = arena_alloc(&mem, NEAREST_FROM * sizeof *names);
	size_t count = 0;
	struct str title = { 0 };
	struct stmt *st = look_stmt(l, "1", NEAREST_FROM, NULL);

	while (st && stmt_row(st)) {
		str_cut(&title, 0);
		record_title(l->s, l->ent, stmt_col_int(st, 0), &title);
		names[count++] = arena_strdup(&mem, str_text(&title));
	}
	if (st)
		stmt_end(st, NULL);
	const char *nearest = fold_nearest(l->typed, names, count);
	char *copy = nearest ? xstrdup(nearest) : NULL;
	str_free(&title);
	arena_free(&mem);
	return copy;
}

static bool
none_fits(struct look *l, const struct pane *pane, struct error *e)
{
	int64_t id;
	struct hits h = { &id, 1, 0 };
	char text[ID_LENGTH + 1];

	if (!strcmp(l->typed, "@me") && !my_organisation(l->s))
		return set_error(e, STATUS_NONE,
		    _("It is not said yet which organisation is yours."));
	l->trash = !l->trash;
	bool ok = which_ids(l, &h, NULL);
	for (enum way way = 0; ok && !h.count && way < WAY_BEGINS; way++)
		ok = which_way(l, way, &h, NULL);
	l->trash = !l->trash;
	if (h.count && !l->trash) {
		id_format(id, text);
		return set_error(e, STATUS_NONE,
		    _("\"%s\" is in the trash (#%s): \"restore\" takes it out."), l->typed,
		    text + ID_LENGTH - 6);
	}
	if (h.count)
		return set_error(e, STATUS_NONE, _("\"%s\" is not in the trash."), l->typed);
	char *nearest = nearest_title(l);
	if (nearest)
		set_error(e, STATUS_NONE, _("%s: there is no \"%s\", did you mean \"%s\"?"),
		    looked_among(l, pane), l->typed, nearest);
	else
		set_error(e, STATUS_NONE, _("%s: there is no \"%s\"."), looked_among(l, pane),
		    l->typed);
	free(nearest);
	return false;
}

bool
which_find(struct store *s, const struct entity *ent, const struct pane *pane,
    const char *which, bool trash, int64_t *id, struct error *e)
{
	int64_t ids[LISTED + 1];
	struct hits h = { ids, LISTED + 1, 0 };
	struct filter *scope = NULL;
	struct look l;

	if (pane && pane->filter && !(scope = filter_parse(s, ent, NULL, pane->filter, e)))
		return false;
	which_begin(&l, s, ent, which);
	l.scope = scope;
	l.trash = trash;
	bool ok = which_ids(&l, &h, e);
	for (enum way way = 0; ok && l.folded.len && !h.count && way < WAY_END; way++)
		ok = which_way(&l, way, &h, e);
	if (ok && h.count > 1)
		ok = several_fit(&l, &h, e);
	else if (ok && !h.count)
		ok = none_fits(&l, pane, e);
	else if (ok)
		*id = ids[0];
	which_end(&l);
	filter_free(scope);
	return ok;
}

bool
which_alike(struct store *s, const struct entity *ent, const char *typed, int64_t *ids,
    size_t max, size_t *count, struct error *e)
{
	struct hits h = { ids, max, 0 };
	struct look l;

	which_begin(&l, s, ent, typed);
	bool ok = l.slow || !l.folded.len || which_way(&l, WAY_BEGINS, &h, e);
	*count = h.count < max ? h.count : max;
	which_end(&l);
	return ok;
}
