/* parts CSV FILE.db: what an import of CSV into partners spends where, and what a
 * saved edit costs against the bare transaction. FILE.db holds those rows already.
 * Prints "name value" lines for bench.sh; times are in milliseconds. */
#include "config.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/i18n.h"
#include "io/csv.h"
#include "store/query.h"
#include "store/store.h"

enum { EDITS = 200, COLUMNS = 64 };

static double
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void
must(bool ok, const struct error *e)
{
	if (ok)
		return;
	fprintf(stderr, "%s\n", e->msg);
	exit(1);
}

static double
parse(const char *path)
{
	struct error e;
	const struct csv_cell *cells;
	size_t count;
	double start = now_ms();
	struct csv_reader *r = csv_open(path, &e);

	must(r != NULL, &e);
	while (csv_read(r, &cells, &count, &e) > 0)
		;
	csv_close(r);
	return now_ms() - start;
}

static double
parse_and_validate(const char *path)
{
	const struct entity *ent = entity_find("organisation");
	const struct field *f[COLUMNS] = { NULL };
	const struct csv_cell *cells;
	struct str out = { 0 };
	struct error e;
	size_t count, i;
	double start = now_ms();
	struct csv_reader *r = csv_open(path, &e);

	must(r && csv_read(r, &cells, &count, &e) > 0, &e);
	for (i = 0; i < count && i < COLUMNS; i++) {
		char name[64];
		snprintf(name, sizeof name, "%.*s", (int)cells[i].n, cells[i].s);
		f[i] = field_import(ent, name);
	}
	while (csv_read(r, &cells, &count, &e) > 0)
		for (i = 0; i < count && i < COLUMNS; i++) {
			str_cut(&out, 0);
			if (cells[i].n && f[i])
				must(f[i]->type->canon(f[i], cells[i].s, cells[i].n, &out, &e), &e);
		}
	csv_close(r);
	str_free(&out);
	return now_ms() - start;
}

static void
sql(sqlite3 *db, const char *text)
{
	char *why = NULL;

	if (sqlite3_exec(db, text, NULL, NULL, &why) != SQLITE_OK) {
		fprintf(stderr, "%s: %s\n", text, why);
		exit(1);
	}
}

/* The indexes of organisation, made again in one transaction and taken back. */
static double
indexes(sqlite3 *db)
{
	double start;

	sql(db, "BEGIN; DROP INDEX organisation_fold; DROP INDEX organisation_code");
	start = now_ms();
	sql(db, "CREATE INDEX organisation_fold ON organisation(kind, fold);"
	    "CREATE INDEX organisation_code ON organisation(code)");
	double took = now_ms() - start;
	sql(db, "ROLLBACK");
	return took;
}

/* The log's rows of all records, written again into an empty table. */
static double
log_rows(sqlite3 *db)
{
	sql(db, "BEGIN; CREATE TABLE again(id INTEGER PRIMARY KEY, entity INTEGER NOT NULL,"
	    " action INTEGER NOT NULL, sum INTEGER NOT NULL) STRICT");
	double start = now_ms();
	sql(db, "INSERT INTO again SELECT id,entity,action,sum FROM record");
	double took = now_ms() - start;
	sql(db, "ROLLBACK");
	return took;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double
median(double *v, int n)
{
	qsort(v, (size_t)n, sizeof *v, by_size);
	return v[n / 2];
}

static double
edit_ours(struct store *s, int64_t id)
{
	const struct entity *ent = entity_find("organisation");
	const struct field *f = field_find(ent, "area");
	static double took[EDITS];
	struct error e;

	for (int i = 0; i < EDITS; i++) {
		char text[32];
		int n = snprintf(text, sizeof text, "area %d", i);
		struct cell c = { f, value_text(text, (size_t)n), true };
		double start = now_ms();
		must(action_begin(s, "set", &e), &e);
		must(action_end(s, record_put(s, ent, id, &c, &e), NULL, &e), &e);
		took[i] = now_ms() - start;
	}
	return median(took, EDITS);
}

/* The least that a logged edit needs: the row, a change row, an action row. */
static double
edit_bare(sqlite3 *db, int64_t id)
{
	static double took[EDITS];
	sqlite3_stmt *st[3];

	sql(db, "CREATE TABLE bare_action(id INTEGER PRIMARY KEY, time INTEGER, who TEXT);"
	    "CREATE TABLE bare_change(action INTEGER, record INTEGER, field INTEGER, old TEXT, new TEXT);"
	    "CREATE INDEX bare_cell ON bare_change(record, field)");
	sqlite3_prepare_v2(db, "UPDATE organisation SET area=?1 WHERE id=?2", -1, &st[0], NULL);
	sqlite3_prepare_v2(db, "INSERT INTO bare_change VALUES(1,?2,1,'',?1)", -1, &st[1], NULL);
	sqlite3_prepare_v2(db, "INSERT INTO bare_action(time,who) VALUES(?2,?1)", -1, &st[2], NULL);
	for (int i = 0; i < EDITS; i++) {
		char text[32];
		snprintf(text, sizeof text, "bare %d", i);
		double start = now_ms();
		sql(db, "BEGIN IMMEDIATE");
		for (int k = 0; k < 3; k++) {
			sqlite3_bind_text(st[k], 1, text, -1, SQLITE_TRANSIENT);
			sqlite3_bind_int64(st[k], 2, id);
			sqlite3_step(st[k]);
			sqlite3_reset(st[k]);
		}
		sql(db, "COMMIT");
		took[i] = now_ms() - start;
	}
	for (int k = 0; k < 3; k++)
		sqlite3_finalize(st[k]);
	sql(db, "DROP TABLE bare_action; DROP TABLE bare_change");
	return median(took, EDITS);
}

static int64_t
number(sqlite3 *db, const char *text)
{
	sqlite3_stmt *st;
	int64_t v = 0;

	if (sqlite3_prepare_v2(db, text, -1, &st, NULL) == SQLITE_OK
	    && sqlite3_step(st) == SQLITE_ROW)
		v = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return v;
}

int
main(int argc, char **argv)
{
	struct error e;
	sqlite3 *db;

	if (argc != 3)
		return 2;
	double parsed = parse(argv[1]), validated = parse_and_validate(argv[1]);
	printf("parse %.1f\nvalidate %.1f\n", parsed, validated - parsed);
	if (sqlite3_open(argv[2], &db) != SQLITE_OK)
		return 1;
	sql(db, "PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON; PRAGMA cache_size=-16000");
	printf("index %.1f\nlog_rows %.1f\n", indexes(db), log_rows(db));
	int64_t id = number(db, "SELECT id FROM organisation LIMIT 1 OFFSET 500");
	double bare = edit_bare(db, id);
	sqlite3_close(db);
	struct store *s = store_open(argv[2], 0, &e);
	must(s != NULL, &e);
	printf("edit_bare %.3f\nedit_ours %.3f\n", bare, edit_ours(s, id));
	store_close(s);
	return 0;
}
