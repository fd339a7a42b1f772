/* The schema in data/schema against the dictionary, both ways: a field without a
 * column and a column without a field are both found. */
#include <check.h>
#include <glob.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "model/entity.h"
#include "tests/unit/run.h"

static void
file_add(struct str *sql, const char *path)
{
	FILE *f = fopen(path, "r");
	int c;

	ck_assert_msg(f != NULL, "%s cannot be opened", path);
	while ((c = getc(f)) != EOF)
		str_addc(sql, (char)c);
	fclose(f);
}

/* An empty file of the newest schema, in memory. */
static sqlite3 *
schema_open(void)
{
	struct str sql = { 0 };
	sqlite3 *db;
	glob_t g;

	ck_assert_int_eq(glob(source_path("data/schema/*.sql"), 0, NULL, &g), 0);
	for (size_t i = 0; i < g.gl_pathc; i++)
		file_add(&sql, g.gl_pathv[i]);
	globfree(&g);
	ck_assert_int_eq(sqlite3_open(":memory:", &db), SQLITE_OK);
	ck_assert_msg(!sqlite3_exec(db, str_text(&sql), NULL, NULL, NULL), "%s",
	    sqlite3_errmsg(db));
	str_free(&sql);
	return db;
}

/* The first column of the first row, NULL when there is none; the caller frees. */
static char *
ask(sqlite3 *db, const char *sql, const char *a, const char *b)
{
	char *answer = NULL;
	sqlite3_stmt *st;

	ck_assert_msg(
	    !sqlite3_prepare_v2(db, sql, -1, &st, NULL), "%s", sqlite3_errmsg(db));
	if (a)
		sqlite3_bind_text(st, 1, a, -1, SQLITE_STATIC);
	if (b)
		sqlite3_bind_text(st, 2, b, -1, SQLITE_STATIC);
	if (sqlite3_step(st) == SQLITE_ROW && sqlite3_column_text(st, 0))
		answer = strdup((const char *)sqlite3_column_text(st, 0));
	sqlite3_finalize(st);
	return answer;
}

/* a and b stand for ?1 and ?2; nothing at all is "". */
static void
expect(sqlite3 *db, const char *want, const char *sql, const char *a, const char *b)
{
	char *answer = ask(db, sql, a, b);

	ck_assert_msg(!strcmp(answer ? answer : "", want), "%s %s: '%s', not '%s' (%s)",
	    a ? a : "", b ? b : "", answer ? answer : "", want, sql);
	free(answer);
}

static const char column_sql[] =
    "SELECT type||CASE WHEN \"notnull\" THEN ' NOT NULL' ELSE '' END"
    "||coalesce(' DEFAULT '||dflt_value,'') FROM pragma_table_info(?1) WHERE name=?2";
static const char target_sql[] =
    "SELECT \"table\" FROM pragma_foreign_key_list(?1) WHERE \"from\"=?2";
static const char indexed_sql[] =
    "SELECT count(*) FROM pragma_index_list(?1) l, pragma_index_info(l.name) i"
    " WHERE i.name=?2 AND i.seqno=0";
static const char fold_sql[] =
    "SELECT group_concat(i.name) FROM pragma_index_list(?1) l,"
    " pragma_index_info(l.name) i WHERE l.name=?1||'_fold'";

static bool
is_indexed(const struct entity *ent, const struct field *f)
{
	unsigned flags = f->flags;

	return flags & F_INDEX || (flags & F_KIND && field_with(ent, F_FOLD))
	    || (flags & F_CODE && field_with(ent, F_KIND));
}

static void
check_column(sqlite3 *db, const struct entity *ent, const struct field *f)
{
	const char *type = f->type->sql;

	if (f->flags & F_TRASH)
		type = "INTEGER NOT NULL DEFAULT 0";
	if (f->flags & F_RECORD_ID)
		return;
	if (!field_is_column(f)) {
		expect(db, "", column_sql, ent->name, f->name);
		return;
	}
	expect(db, type, column_sql, ent->name, f->name);
	expect(db, f->type->is_ref ? f->refs : "", target_sql, ent->name, f->name);
	expect(db, is_indexed(ent, f) ? "1" : "0", indexed_sql, ent->name, f->name);
}

START_TEST(tables_are_the_dictionary)
{
	sqlite3 *db = schema_open();
	const struct field *f;

	for (int k = 0; entities[k]; k++) {
		const struct entity *ent = entities[k];
		bool fold = field_with(ent, F_FOLD), kind = field_with(ent, F_KIND);
		char count[16];
		int columns = 1 + fold;
		for (int i = 0; (f = entity_field(ent, i)); i++) {
			check_column(db, ent, f);
			columns += field_is_column(f);
		}
		snprintf(count, sizeof count, "%d", columns);
		expect(db, count, "SELECT count(*) FROM pragma_table_info(?1)", ent->name,
		    NULL);
		expect(db, !fold ? "" : kind ? "kind,fold" : "fold", fold_sql, ent->name,
		    NULL);
	}
	ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
}
END_TEST

/* No table but those of entities and of the log, no trigger, no view. */
START_TEST(nothing_else)
{
	sqlite3 *db = schema_open();
	char count[16];
	int k = 0;

	while (entities[k])
		k++;
	snprintf(count, sizeof count, "%d", k);
	expect(db, count,
	    "SELECT count(*) FROM pragma_table_list WHERE strict AND name NOT IN"
	    " ('record','item','action','change','erased','merged')",
	    NULL, NULL);
	expect(db, "6",
	    "SELECT count(*) FROM pragma_table_list WHERE strict AND name IN"
	    " ('record','item','action','change','erased','merged')",
	    NULL, NULL);
	expect(db, "0",
	    "SELECT count(*) FROM pragma_table_list WHERE NOT strict"
	    " AND name NOT LIKE 'sqlite%'",
	    NULL, NULL);
	expect(db, "0",
	    "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger','view')", NULL,
	    NULL);
	expect(db, "ok", "PRAGMA integrity_check", NULL, NULL);
	ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
}
END_TEST

/* A column's line ends with a comment, or the next line is one. */
static void
check_explained(const char *table, const char *sql)
{
	for (const char *next; *sql; sql = next) {
		size_t n = strcspn(sql, "\n");
		const char *mark = strstr(sql, "-- ");
		next = sql + n + (sql[n] == '\n');
		if (strncmp(sql, "\t", 1) || !strncmp(sql, "\t\t", 2)
		    || !strncmp(sql, "\tPRIMARY KEY(", 13))
			continue;
		ck_assert_msg((mark && mark < next) || !strncmp(next, "\t\t-- ", 5),
		    "%s: nothing explains %.*s", table, (int)n, sql);
	}
}

/* `.schema` of any file explains itself: comments stand within the statements. */
START_TEST(every_column_is_explained)
{
	sqlite3 *db = schema_open();
	sqlite3_stmt *st;

	ck_assert(!sqlite3_prepare_v2(db,
	    "SELECT name,sql FROM sqlite_schema WHERE type='table'", -1, &st, NULL));
	while (sqlite3_step(st) == SQLITE_ROW)
		check_explained((const char *)sqlite3_column_text(st, 0),
		    (const char *)sqlite3_column_text(st, 1));
	sqlite3_finalize(st);
	ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("schema");
	TCase *c = tcase_create("schema");

	tcase_add_test(c, tables_are_the_dictionary);
	tcase_add_test(c, nothing_else);
	tcase_add_test(c, every_column_is_explained);
	suite_add_tcase(s, c);
	return run_suite(s);
}
