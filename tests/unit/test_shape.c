/* Hostile and damaged files: each is refused by one sentence or opened for looking,
 * or is sound after all; none brings the program down or keeps it busy. */
#include <time.h>

#include "store/db.h"
#include "store/log.h"
#include "store/schema.h"
#include "tests/unit/run.h"
#include "tests/unit/scratch.h"

enum { SECONDS_MAX = 30, FLIPS = 500 };	/* of processor time, also with sanitizers */
#define EITHER STATUS_NONE	/* opened or refused */

/* Rewrites the SQL of a table behind SQLite's back. */
#define REWRITE(from, to, name) \
	"PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql=replace(sql," from "," to ")" \
	" WHERE name='" name "'"

static const struct hostile {
	const char *name, *sql;
	enum status status;	/* STATUS_OK: opened */
	const char *part;	/* of the refusal, or of the notices; NULL: no notice */
} hostiles[] = {
	{ "nothing", "SELECT 1", STATUS_OK, NULL },
	{ "trigger", "CREATE TRIGGER evil AFTER INSERT ON action BEGIN DELETE FROM person;"
	    " UPDATE organisation SET name='x'; END", STATUS_OK, "trigger evil" },
	{ "view", "CREATE VIEW v AS SELECT randomblob(1000000000)", STATUS_OK, "view v" },
	{ "table", "CREATE TABLE mine(a)", STATUS_OK, "table mine" },
	{ "ANALYZE", "ANALYZE", STATUS_OK, "sqlite_stat1" },
	{ "index", "CREATE INDEX i ON tag(name DESC)", STATUS_OK, "index i" },
	{ "expression index", "CREATE INDEX i ON tag(hex(zeroblob(abs(stay_in_touch))))",
	    STATUS_OK, "index i" },
	{ "full text", "CREATE VIRTUAL TABLE f USING fts5(a)", STATUS_OK, "table f" },
	{ "rtree", "CREATE VIRTUAL TABLE r USING rtree(a,b,c)", STATUS_OK, "table r" },
	{ "escape in a name", "CREATE TABLE \"\x1b]0;x\x07\"(a)", STATUS_OK,
	    "table \xe2\x90\x9b]0;x\xe2\x90\x87" },
	{ "long name", "CREATE TABLE a1234567890123456789012345678901234567890123456789012345678"
	    "90123456789012345678901234567890123456789(a)", STATUS_OK, "table a12345" },
	{ "index gone", "DROP INDEX action_step", STATUS_OK, "index action_step is missing" },
	{ "table gone", "DROP TABLE tag", STATUS_DATA, "damaged" },
	{ "table renamed", "ALTER TABLE tag RENAME TO gat", STATUS_DATA, "damaged" },
	{ "column more", "ALTER TABLE tag ADD COLUMN mine TEXT", STATUS_OK, "table tag" },
	{ "column less", "ALTER TABLE tag DROP COLUMN source", STATUS_DATA, "damaged" },
	{ "column renamed", "ALTER TABLE tag RENAME COLUMN name TO nom", STATUS_DATA, "damaged" },
	{ "generated column", "ALTER TABLE tag ADD COLUMN g TEXT AS (hex(zeroblob(9999)))",
	    STATUS_OK, "table tag" },
	{ "check", REWRITE("'fold TEXT'", "'fold TEXT CHECK(random()>fold)'", "tag"), STATUS_OK,
	    "table tag" },
	{ "check with a function of ours", REWRITE("'fold TEXT'",
	    "'fold TEXT CHECK(fold_is(fold,fold))'", "tag"), STATUS_DATA, "damaged" },
	{ "default", REWRITE("'deleted INTEGER NOT NULL DEFAULT 0'",
	    "'deleted INTEGER NOT NULL DEFAULT (load_extension(''/x''))'", "tag"), STATUS_OK,
	    "table tag" },
	{ "not strict", REWRITE("') STRICT'", "')'", "tag"), STATUS_OK, "table tag" },
	{ "comments only", REWRITE("' -- the word itself'", "'  /* (the) word; */ '", "tag"),
	    STATUS_OK, NULL },
	{ "white space only", REWRITE("char(10)", "' -- x'||char(13,10)||'  '", "tag"),
	    STATUS_OK, NULL },
	{ "hidden in a comment", REWRITE("'source TEXT,'", "'-- source TEXT,'||char(10)",
	    "tag"), STATUS_DATA, "damaged" },
	{ "virtual in its place", "DROP TABLE tag; CREATE VIRTUAL TABLE tag USING fts5(id,"
	    "deleted,visibility,source,name,stay_in_touch,stay_in_touch_late,fold)",
	    STATUS_DATA, "damaged" },
	{ "view in its place", "DROP TABLE tag; CREATE VIEW tag AS SELECT 1 id,0 deleted",
	    STATUS_DATA, "damaged" },
	{ "no SQL", REWRITE("sql", "'nonsense'", "tag"), STATUS_DATA, "damaged" },
	{ "wrong page", "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage=99999999"
	    " WHERE name='tag'", STATUS_DATA, "damaged" },
	{ "one page for all", "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage=2",
	    EITHER, "" },
	{ "empty schema", "PRAGMA writable_schema=ON; DELETE FROM sqlite_schema", STATUS_DATA,
	    "damaged" },
	{ "a megabyte of SQL", "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET"
	    " sql=sql||'--'||hex(zeroblob(500000)) WHERE name='tag'", STATUS_DATA, "damaged" },
	{ "newer", "PRAGMA user_version=99", STATUS_OK, "" },
	{ "newer with more", "ALTER TABLE tag ADD COLUMN new TEXT; CREATE TABLE n(a);"
	    " PRAGMA user_version=99", STATUS_OK, "" },
	{ "newer without a table", "DROP TABLE tag; PRAGMA user_version=99", STATUS_NEWER,
	    "newer" },
	{ "newer, unreadable", REWRITE("sql", "'CREATE TABLE t(a FUTURE('", "tag")
	    "; PRAGMA user_version=99", STATUS_NEWER, "newer" },
	{ "version 0", "PRAGMA user_version=0", STATUS_DATA, "version" },
	{ "version below zero", "PRAGMA user_version=-5", STATUS_DATA, "version" },
	{ "application", "PRAGMA application_id=252006673", STATUS_DATA, "another program" },
};

/* Reads something of every table, as listing the panes would. */
static void
look_around(struct store *s)
{
	struct str names = { 0 };
	struct stmt *st = stmt_new(s->db, "SELECT name FROM sqlite_schema WHERE type='table'"
	    " AND sql LIKE 'CREATE TABLE%'", NULL);
	int64_t n;

	while (st && stmt_row(st))
		str_addn(&names, stmt_col(st, 0), strlen(stmt_col(st, 0)) + 1);
	if (st)
		stmt_end(st, NULL);
	for (size_t at = 0; at < names.len; at += strlen(names.s + at) + 1)
		if (!strchr(names.s + at, '"'))
			db_int(s->db, &n, NULL, "SELECT * FROM \"%s\" ORDER BY 2,1 LIMIT 50",
			    names.s + at);
	str_free(&names);
}

/* Opens, looks around, closes. NULL when it was opened, else its sentence. */
static const char *
try_file(const char *path, struct error *e)
{
	struct timespec a, b;

	*e = (struct error){ 0 };
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
	struct store *s = store_open(path, 0, e);
	if (s) {
		look_around(s);
		store_close(s);
	} else {
		ck_assert_int_ne(e->status, STATUS_OK);
		ck_assert_msg(is_one_sentence(e->msg), "%s", e->msg);
	}
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
	ck_assert_int_le(b.tv_sec - a.tv_sec, SECONDS_MAX);
	return s ? NULL : e->msg;
}

static void
opened_as_expected(const struct hostile *h, const char *path)
{
	struct error e = { 0 };
	struct store *s = store_open(path, 0, &e);

	ck_assert_msg(s != NULL, "%s: %s", h->name, e.msg);
	if (!h->part) {
		ck_assert_msg(!store_readonly(s), "%s: %s", h->name, store_notices(s));
		ck_assert_str_eq(store_notices(s), "");
		ck_assert(action_begin(s, "x", &e));
		ck_assert(action_end(s, true, NULL, &e));
	} else {
		ck_assert_msg(store_readonly(s) || !*h->part, "%s is writable", h->name);
		ck_assert_msg(strstr(store_notices(s), h->part) != NULL, "%s: %s", h->name,
		    store_notices(s));
		ck_assert_msg(!strchr(store_notices(s), '\x1b'), "%s", h->name);
		ck_assert(!store_readonly(s) || !action_begin(s, "x", &e));
	}
	look_around(s);
	store_close(s);
}

START_TEST(hostile_schemas)
{
	const struct hostile *h = &hostiles[_i];
	struct error e;

	make_file("a.db");
	raw_sql("a.db", h->sql);
	struct bytes was = read_bytes("a.db");
	if (h->status == STATUS_OK) {
		opened_as_expected(h, "a.db");
	} else {
		const char *refused = try_file("a.db", &e);
		if (h->status != EITHER) {
			ck_assert_msg(refused != NULL, "%s was opened", h->name);
			ck_assert_msg(e.status == h->status && strstr(refused, h->part), "%s: %s",
			    h->name, refused);
		}
	}
	ck_assert_msg(same_bytes("a.db", &was), "%s: the file changed", h->name);
}
END_TEST

START_TEST(the_first_things_are_named_and_the_rest_counted)
{
	struct error e = { 0 };
	char sql[100];

	make_file("a.db");
	for (int i = 0; i < 30; i++) {
		snprintf(sql, sizeof sql, "CREATE VIEW v%02d AS SELECT 1", i);
		raw_sql("a.db", sql);
	}
	struct store *s = store_open("a.db", 0, &e);
	ck_assert_ptr_nonnull(strstr(store_notices(s), "view v19"));
	ck_assert_ptr_null(strstr(store_notices(s), "view v20"));
	ck_assert_ptr_nonnull(strstr(store_notices(s), "And 10 things more"));
	store_close(s);
}
END_TEST

START_TEST(other_encodings_are_refused)
{
	struct error e;
	sqlite3 *h;

	ck_assert_int_eq(sqlite3_open("a.db", &h), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(h, "PRAGMA encoding='UTF-16le'", NULL, NULL, NULL), 0);
	for (int i = 0; schema_steps[i]; i++)
		ck_assert_int_eq(sqlite3_exec(h, schema_steps[i], NULL, NULL, NULL), SQLITE_OK);
	sqlite3_exec(h, "PRAGMA application_id=1095519834; PRAGMA user_version=1", NULL, NULL,
	    NULL);
	sqlite3_close(h);
	ck_assert_ptr_nonnull(try_file("a.db", &e));
	ck_assert_msg(strstr(e.msg, "UTF-8") != NULL, "%s", e.msg);
}
END_TEST

static void
filled_file(const char *path)
{
	make_file(path);
	raw_sql(path, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<200)"
	    " INSERT INTO tag(id,name,fold) SELECT i,'tag '||i,'tag '||i FROM n");
	raw_sql(path, "VACUUM");
}

START_TEST(cut_at_every_sector)
{
	struct error e;
	struct store *s;

	filled_file("a.db");
	struct bytes whole = read_bytes("a.db");
	for (size_t n = (whole.n - 1) / 512 * 512; n > 0; n -= 512) {
		ck_assert_int_eq(truncate("a.db", (off_t)n), 0);
		if (try_file("a.db", &e))
			continue;
		s = store_open("a.db", 0, &e);
		ck_assert_msg(store_readonly(s) != NULL, "cut to %zu", n);
		store_close(s);
	}
	free(whole.s);
}
END_TEST

START_TEST(one_byte_wrong)
{
	struct error e;
	unsigned seed = 20261121;
	int opened = 0;

	filled_file("a.db");
	struct bytes whole = read_bytes("a.db");
	int fd = open("a.db", O_RDWR);
	for (int i = 0; i < FLIPS; i++) {
		/* Every third one hits the header and the schema's first page. */
		off_t at = (off_t)((size_t)rand_r(&seed) % (i % 3 ? whole.n : 4096));
		char wrong = (char)(whole.s[at] ^ (1 + rand_r(&seed) % 255));
		ck_assert_int_eq(pwrite(fd, &wrong, 1, at), 1);
		opened += !try_file("a.db", &e);
		/* Write-ahead mode may have been left: put everything back. */
		ck_assert_int_eq(pwrite(fd, whole.s, whole.n, 0), (ssize_t)whole.n);
		ck_assert_int_eq(ftruncate(fd, (off_t)whole.n), 0);
	}
	close(fd);
	printf("# %d of %d files with a wrong byte could be opened\n", opened, FLIPS);
	free(whole.s);
}
END_TEST

START_TEST(headers_that_lie)
{
	static const struct {
		off_t at;
		unsigned char bytes[4];
	} lies[] = {
		{ 28, { 0xff, 0xff, 0xff, 0xfe } },	/* pages */
		{ 28, { 0, 0, 0, 0 } },
		{ 28, { 0, 0, 0, 1 } },
		{ 32, { 0xff, 0xff, 0xff, 0xff } },	/* free list */
		{ 36, { 0x7f, 0xff, 0xff, 0xff } },
		{ 44, { 0, 0, 0, 9 } },			/* schema format */
		{ 52, { 0, 0, 0, 99 } },		/* auto-vacuum */
		{ 56, { 0, 0, 0, 9 } },			/* encoding */
		{ 16, { 0x02, 0, 1, 1 } },		/* page size 512 */
		{ 16, { 0, 1, 1, 1 } },			/* 65536 */
		{ 18, { 3, 3, 0, 64 } },		/* versions */
		{ 20, { 255, 64, 32, 32 } },		/* reserved bytes */
	};
	struct error e;

	filled_file("a.db");
	struct bytes whole = read_bytes("a.db");
	int fd = open("a.db", O_RDWR);
	for (size_t i = 0; i < sizeof lies / sizeof *lies; i++) {
		ck_assert_int_eq(pwrite(fd, lies[i].bytes, 4, lies[i].at), 4);
		try_file("a.db", &e);
		ck_assert_int_eq(pwrite(fd, whole.s, whole.n, 0), (ssize_t)whole.n);
		ck_assert_int_eq(ftruncate(fd, (off_t)whole.n), 0);
	}
	close(fd);
	ck_assert_ptr_null(try_file("a.db", &e));
	free(whole.s);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("shape");
	TCase *c = tcase_create("shape");

	tcase_set_timeout(c, 120);
	tcase_add_checked_fixture(c, scratch_enter, scratch_leave);
	tcase_add_loop_test(c, hostile_schemas, 0, sizeof hostiles / sizeof *hostiles);
	tcase_add_test(c, the_first_things_are_named_and_the_rest_counted);
	tcase_add_test(c, other_encodings_are_refused);
	tcase_add_test(c, cut_at_every_sector);
	tcase_add_test(c, one_byte_wrong);
	tcase_add_test(c, headers_that_lie);
	suite_add_tcase(s, c);
	return run_suite(s);
}
