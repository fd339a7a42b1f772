/* Schema steps of the test's own, in the place of those of data/schema. */
#include "store/copy.h"
#include "store/db.h"
#include "store/log.h"
#include "store/migrate.h"
#include "store/schema.h"
#include "tests/unit/run.h"
#include "tests/unit/scratch.h"

const char *const schema_steps[] = {
	"CREATE TABLE action(id INTEGER PRIMARY KEY, step INTEGER NOT NULL, sum INTEGER) STRICT;"
	"CREATE TABLE a(id INTEGER PRIMARY KEY, x TEXT -- one\n) STRICT;",
	"ALTER TABLE a ADD COLUMN y TEXT; CREATE INDEX a_y ON a(y);",
	"CREATE TABLE b(id INTEGER PRIMARY KEY) STRICT;",
	NULL
};

static const char *const wrong_steps[] = {
	"CREATE TABLE a(id INTEGER PRIMARY KEY)", "CREATE TABLE b(id); CREATE TABLE b(id)", NULL
};

static void
make_version(int version)
{
	struct db *db = migrate_build(schema_steps, version);
	struct error e;

	unlink("a.db");
	ck_assert(db_exec(db, &e, "INSERT INTO a(id,x) VALUES(1,'kept')"));
	ck_assert_msg(copy_to(db_handle(db), "a.db", &e), "%s", e.msg);
	db_free(db);
}

static int64_t
version_of(struct db *db)
{
	int64_t version = -1;

	ck_assert(db_int(db, &version, NULL, "PRAGMA user_version"));
	return version;
}

START_TEST(older_files_are_brought_up_to_date)
{
	struct error e = { 0 };
	int64_t n = 0;

	for (int version = 1; version < 3; version++) {
		make_version(version);
		struct bytes was = read_bytes("a.db");
		struct store *s = store_open("a.db", 0, &e);
		ck_assert_msg(s && store_is_old(s), "%s", e.msg);
		ck_assert_ptr_nonnull(strstr(store_readonly(s), "older"));
		ck_assert_str_eq(store_notices(s), "");
		ck_assert(!action_begin(s, "x", &e));
		ck_assert(same_bytes("a.db", &was));
		ck_assert_msg(store_migrate(s, &e), "%s", e.msg);
		ck_assert_ptr_null(store_readonly(s));
		ck_assert(!store_is_old(s));
		ck_assert_int_eq(version_of(s->db), 3);
		ck_assert(action_begin(s, "x", &e) && action_end(s, true, NULL, &e));
		ck_assert(store_migrate(s, &e));	/* nothing to do */
		store_close(s);
		s = store_open("a.db", 0, &e);
		ck_assert_msg(!store_readonly(s), "%s%s", store_readonly(s), store_notices(s));
		ck_assert_str_eq(store_notices(s), "");
		ck_assert(db_int(s->db, &n, &e, "SELECT count(*) FROM a WHERE x='kept' AND y IS NULL")
		    && n == 1);
		store_close(s);
	}
}
END_TEST

START_TEST(what_cannot_be_written_is_not_old)
{
	struct error e = { 0 };

	make_version(1);
	struct store *s = store_open("a.db", OPEN_READONLY, &e);
	ck_assert(s && !store_is_old(s) && !store_migrate(s, &e));
	ck_assert_int_eq(e.status, STATUS_NOPERM);
	store_close(s);
	raw_sql("a.db", "CREATE VIEW v AS SELECT 1");
	s = store_open("a.db", 0, &e);
	ck_assert(s && !store_is_old(s) && !store_migrate(s, &e));
	ck_assert_ptr_nonnull(strstr(store_notices(s), "view v"));
	store_close(s);
}
END_TEST

START_TEST(a_file_replaced_meanwhile_is_left_alone)
{
	struct error e = { 0 };

	make_version(1);
	struct store *s = store_open("a.db", 0, &e);
	make_version(2);
	struct bytes was = read_bytes("a.db");
	ck_assert(!store_migrate(s, &e));
	ck_assert_int_eq(e.status, STATUS_IO);
	ck_assert(store_is_old(s));
	ck_assert(same_bytes("a.db", &was));
	store_close(s);
}
END_TEST

START_TEST(a_failed_step_leaves_nothing)
{
	struct db *db = migrate_build(wrong_steps, 1);
	struct error e = { 0 };
	int64_t n = -1;

	ck_assert(!migrate_run(db, wrong_steps, 1, &e));
	ck_assert(is_one_sentence(e.msg));
	ck_assert(db_int(db, &n, NULL, "SELECT count(*) FROM sqlite_schema") && n == 1);
	ck_assert_int_eq(version_of(db), 1);
	db_free(db);
}
END_TEST

START_TEST(a_failed_read_is_no_licence_to_write)
{
	struct error e = { 0 };

	make_version(3);
	raw_sql("a.db", "DROP TABLE b; PRAGMA user_version=2");
	struct store *s = store_open("a.db", 0, &e);
	ck_assert(s && store_is_old(s));
	store_close(s);
	raw_sql("a.db", "DROP INDEX a_y");
	s = store_open("a.db", 0, &e);
	ck_assert(s && !store_is_old(s) && strstr(store_notices(s), "index a_y is missing"));
	store_close(s);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("migrate");
	TCase *c = tcase_create("migrate");

	tcase_add_checked_fixture(c, scratch_enter, scratch_leave);
	tcase_add_test(c, older_files_are_brought_up_to_date);
	tcase_add_test(c, what_cannot_be_written_is_not_old);
	tcase_add_test(c, a_file_replaced_meanwhile_is_left_alone);
	tcase_add_test(c, a_failed_step_leaves_nothing);
	tcase_add_test(c, a_failed_read_is_no_licence_to_write);
	suite_add_tcase(s, c);
	return run_suite(s);
}
