#include "config.h"

#include "store/shape.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "store/db.h"

/* Sum of the newest schema: spares each start the building of a second one. A wrong
 * value costs a millisecond and no more; tests/unit/test_open.c says the right one. */
static const int64_t USUAL_SUM = INT64_C(0x5cd4e626faaf66c2);

enum { LINES_MAX = 20, NAME_COLUMNS = 60 };

/* Each object by itself, added up: in which order they were made does not matter, and
 * sorting them took longer than all else here. */
bool
shape_sum(struct db *db, int64_t *sum, struct error *e)
{
	struct stmt *st = stmt_new(db, "SELECT type,name,tbl_name,sql FROM sqlite_schema", e);
	uint64_t all = 0;

	if (!st)
		return false;
	while (stmt_row(st)) {
		struct hash h;
		hash_start(&h);
		for (int i = 0; i < 4; i++)
			hash_text(&h, stmt_col(st, i), stmt_col_len(st, i));
		all += (uint64_t)hash_end(&h);
	}
	*sum = (int64_t)(all & INT64_MAX);
	return stmt_end(st, e);
}

bool
shape_is_usual(int64_t sum)
{
	return sum == USUAL_SUM;
}

/* --- SQL without what does not matter --- */

/* Bytes of the blanks and comments at s. A comment must go as a whole: its end of
 * line decides what is still SQL. */
static size_t
blank_length(const char *s)
{
	size_t n = strspn(s, " \t\r\n\f");

	if (!strncmp(s + n, "--", 2))
		return n + strcspn(s + n, "\n");
	if (!strncmp(s + n, "/*", 2)) {
		const char *end = strstr(s + n + 2, "*/");
		return end ? (size_t)(end + 2 - s) : strlen(s);
	}
	return n;
}

/* Bytes of the token at s that is copied as it stands. */
static size_t
token_length(const char *s)
{
	if (!strchr("'\"`[", *s))
		return 1;
	const char *end = strchr(s + 1, *s == '[' ? ']' : *s);
	return end ? (size_t)(end + 1 - s) : strlen(s);
}

static char *
sql_squeeze(struct arena *mem, const char *sql, size_t n)
{
	struct str out = { 0 };
	size_t blank;

	for (const char *s = sql; *s;) {
		bool any = false;
		while ((blank = blank_length(s)) > 0) {
			s += blank;
			any = true;
		}
		if (any && out.len && *s)
			str_addc(&out, ' ');
		if (*s) {
			size_t length = token_length(s);
			str_addn(&out, s, length);
			s += length;
		}
	}
	if (strlen(sql) != n)
		str_addc(&out, '\1');	/* goes on after a NUL: like nothing of ours */
	char *kept = arena_strdup(mem, str_text(&out));
	str_free(&out);
	return kept;
}

/* --- Objects --- */

struct object {
	const char *type, *name, *table, *sql;
};

struct objects {
	struct object *at;
	size_t count, cap;
};

static void
objects_add(struct objects *list, struct arena *mem, struct stmt *st)
{
	if (list->count == list->cap) {
		size_t cap = list->cap * 2 + 32;
		struct object *more = arena_alloc(mem, cap * sizeof *more);
		if (list->count)
			memcpy(more, list->at, list->count * sizeof *more);
		list->at = more;
		list->cap = cap;
	}
	list->at[list->count++] = (struct object){
		arena_strdup(mem, stmt_col(st, 0)), arena_strdup(mem, stmt_col(st, 1)),
		arena_strdup(mem, stmt_col(st, 2)),
		sql_squeeze(mem, stmt_col(st, 3), stmt_col_len(st, 3))
	};
}

/* Sorted by type and name. */
static bool
objects_read(struct db *db, struct arena *mem, struct objects *list, struct error *e)
{
	struct stmt *st = stmt_new(db,
	    "SELECT type,name,tbl_name,sql FROM sqlite_schema ORDER BY type,name,tbl_name", e);

	*list = (struct objects){ 0 };
	while (st && stmt_row(st))
		objects_add(list, mem, st);
	return st && stmt_end(st, e);
}

static int
object_order(const struct object *a, const struct object *b)
{
	int order = strcmp(a->type, b->type);

	return order ? order : strcmp(a->name, b->name);
}

/* --- What is told --- */

enum oddity { ODD_EXTRA, ODD_CHANGED, ODD_MISSING };

static const struct {
	const char *type;
	const char *sentence[3];	/* by oddity; %s is the name */
} sentences[] = {
	{ "index", { N_("The index %s was not made by alianza."),
	    N_("The index %s is not as alianza makes it."), N_("The index %s is missing.") } },
	{ "table", { N_("The table %s was not made by alianza."),
	    N_("The table %s is not as alianza makes it."), N_("The table %s is missing.") } },
	{ "trigger", { N_("The trigger %s was not made by alianza: it is switched off."),
	    N_("The trigger %s is not as alianza makes it."),
	    N_("The trigger %s is missing.") } },
	{ "view", { N_("The view %s was not made by alianza: it is switched off."),
	    N_("The view %s is not as alianza makes it."), N_("The view %s is missing.") } },
	{ "", { N_("Something called %s was not made by alianza."),
	    N_("Something called %s is not as alianza makes it."),
	    N_("Something called %s is missing.") } },
};

static void
odd_add(struct shape *shape, const struct object *o, enum oddity what)
{
	struct str name = { 0 };
	size_t i = 0;

	if (++shape->odd > LINES_MAX)
		return;
	while (*sentences[i].type && strcmp(sentences[i].type, o->type))
		i++;
	utf8_show(&name, o->name, utf8_cut(o->name, strlen(o->name), NAME_COLUMNS, NULL), 0);
	str_addf(&shape->lines, _(sentences[i].sentence[what]), str_text(&name));
	str_addc(&shape->lines, '\n');
	str_free(&name);
}

/* Walks both sorted lists side by side. */
static void
objects_compare(const struct objects *is, const struct objects *should,
    struct shape *shape)
{
	size_t i = 0, k = 0;

	while (i < is->count || k < should->count) {
		int order = i == is->count ? 1 : k == should->count ? -1
		    : object_order(&is->at[i], &should->at[k]);
		if (order < 0) {
			odd_add(shape, &is->at[i++], ODD_EXTRA);
		} else if (order > 0) {
			odd_add(shape, &should->at[k++], ODD_MISSING);
		} else {
			if (strcmp(is->at[i].sql, should->at[k].sql)
			    || strcmp(is->at[i].table, should->at[k].table))
				odd_add(shape, &is->at[i], ODD_CHANGED);
			i++;
			k++;
		}
	}
}

/* A plain table: not a view, nor a virtual one, whose code we would not trust. */
static bool
is_plain_table(const struct objects *is, const char *name)
{
	for (size_t i = 0; i < is->count; i++)
		if (!strcmp(is->at[i].type, "table") && !strcmp(is->at[i].name, name))
			return !strncasecmp(is->at[i].sql, "create table ", 13);
	return false;
}

static bool
columns_readable(struct db *db, struct db *expected, const struct objects *is,
    bool *readable, struct error *e)
{
	struct stmt *st = stmt_new(expected, "SELECT t.name,c.name FROM sqlite_schema t,"
	    " pragma_table_info(t.name) c WHERE t.type='table'", e);

	*readable = true;
	if (!st)
		return false;
	while (*readable && stmt_row(st))
		*readable = is_plain_table(is, stmt_col(st, 0))
		    && sqlite3_table_column_metadata(db_handle(db), "main", stmt_col(st, 0),
		    stmt_col(st, 1), NULL, NULL, NULL, NULL, NULL) == SQLITE_OK;
	return stmt_end(st, e);
}

bool
shape_compare(struct db *db, struct db *expected, struct shape *shape, struct error *e)
{
	struct arena mem = { 0 };
	struct objects is, should;

	*shape = (struct shape){ 0 };
	bool ok = objects_read(db, &mem, &is, e) && objects_read(expected, &mem, &should, e)
	    && columns_readable(db, expected, &is, &shape->readable, e);
	if (ok)
		objects_compare(&is, &should, shape);
	arena_free(&mem);
	if (shape->odd > LINES_MAX) {
		int more = shape->odd - LINES_MAX;
		str_addf(&shape->lines, ngettext("And %d thing more is not as it should be.",
		    "And %d things more are not as they should be.", (unsigned long)more), more);
		str_addc(&shape->lines, '\n');
	}
	return ok;
}
