/* What check says of a sound file and of damaged ones, and what --mend puts right. */
#include <check.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/check.h"
#include "store/store.h"
#include "tests/unit/run.h"

static struct store *s;
static char path[40];
static struct error e;
static int64_t museum;

static int64_t
create(const char *entity, const struct cell *cells, size_t count)
{
	int64_t id;

	ck_assert_msg(record_create(s, entity_find(entity), cells, count, &id, &e), "%s", e.msg);
	return id;
}

static struct cell
cell(const char *entity, const char *name, const char *text)
{
	return (struct cell){ field_find(entity_find(entity), name),
	    value_text(text, strlen(text)), true };
}

static struct cell
reference(const char *entity, const char *name, int64_t id)
{
	return (struct cell){ field_find(entity_find(entity), name), value_int(id), true };
}

static void
set(const char *name, const char *text)
{
	struct cell c = cell("organisation", name, text);

	ck_assert(action_begin(s, "set", &e));
	ck_assert(record_put(s, entity_find("organisation"), museum, &c, &e));
	ck_assert(action_end(s, true, NULL, &e));
}

/* Two organisations, one of them edited three times, and a membership. */
static void
setup(void)
{
	struct cell a[] = { cell("organisation", "kind", "partner"),
	    cell("organisation", "name", "Museo X"), cell("organisation", "languages", "es") };
	struct cell b[] = { cell("organisation", "kind", "network"),
	    cell("organisation", "name", "Net") };

	snprintf(path, sizeof path, "test_check-XXXXXX.db");
	close(mkstemps(path, 3));
	unlink(path);
	s = store_open(path, OPEN_CREATE, &e);
	ck_assert_msg(s != NULL, "%s", e.msg);
	ck_assert(action_begin(s, "add", &e));
	museum = create("organisation", a, 3);
	int64_t network = create("organisation", b, 2);
	struct cell c[] = { reference("membership", "network", network),
	    reference("membership", "member", museum) };
	create("membership", c, 2);
	ck_assert(action_end(s, true, NULL, &e));
	set("area", "one");
	set("area", "two");
	set("languages", "ca");
	ck_assert(store_close(s));
	s = NULL;
}

static void
teardown(void)
{
	ck_assert(store_close(s));
	unlink(path);
}

/* Changes the closed file as another program would, then opens it. */
static void
damage(const char *sql)
{
	sqlite3 *db;

	store_close(s);
	ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
	ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s: %s", sql,
	    sqlite3_errmsg(db));
	sqlite3_close(db);
	s = store_open(path, 0, &e);
	ck_assert_msg(s != NULL, "%s", e.msg);
}

struct told {
	char all[4000];		/* sentences, a line each */
	int count, mended, mendable;
};

static bool
tell(void *ctx, const struct damage *d)
{
	struct told *told = ctx;

	size_t n = strlen(told->all);
	told->count++;
	snprintf(told->all + n, sizeof told->all - n, "%s\n", d->sentence);
	told->mended += d->mended;
	told->mendable += d->mendable;
	return true;
}

static struct told told;

static int64_t
check(bool mend)
{
	int64_t count;

	told = (struct told){ .count = 0 };
	ck_assert_msg(check_run(s, mend, tell, NULL, &told, &count, &e), "%s", e.msg);
	return count;
}

/* Damages that the log knows how to mend; the words that must be said. */
static const struct {
	const char *sql, *words;
} mendable[] = {
	{ "UPDATE organisation SET area='x' WHERE name='Museo X'",
	    "Area of Museo X is \"x\", the log says \"two\"" },
	{ "UPDATE organisation SET area=NULL WHERE name='Museo X'", "is \"empty\"" },
	{ "DELETE FROM item WHERE value='ca'", "is missing in Languages of Museo X" },
	{ "UPDATE organisation SET fold='zzz' WHERE name='Net'", "Net is sorted and found by" },
	{ "UPDATE change SET old='x' WHERE old='one'", "A change of Area of Museo X" },
	{ "UPDATE change SET new='x' WHERE new='one'", "A change of Area of Museo X" },
	{ "UPDATE change SET new='x' WHERE new='two'", "A change of Area of Museo X" },
	{ "UPDATE change SET entity=2 WHERE new='two'", "A change of Area of Museo X" },
	{ "UPDATE change SET parent=5 WHERE new='one'", "A change of Area of Museo X" },
	{ "UPDATE change SET sum=sum+1 WHERE new='two'", "check sum of Museo X" },
	{ "UPDATE record SET sum=sum+1 WHERE id IN (SELECT id FROM membership)",
	    "check sum of Museo X - Net" },
	{ "UPDATE record SET entity=3 WHERE id IN (SELECT id FROM membership)", "noted in the log" },
	{ "INSERT INTO item VALUES(77,110,'x')", "belongs to nothing" },
	{ "CREATE TABLE more(x); CREATE VIEW v AS SELECT 1", "more was not made by alianza" },
	{ "CREATE TRIGGER t AFTER INSERT ON item BEGIN DELETE FROM record; END",
	    "trigger t was not made by alianza" },
	{ "DROP INDEX change_cell", "change_cell is missing" },
};

static const struct {
	const char *sql, *words;
} lasting[] = {
	{ "UPDATE organisation SET area='x' WHERE name='Net'", "Net is not what was entered" },
	{ "CREATE VIEW v AS SELECT 1; UPDATE organisation SET area='x' WHERE name='Net'",
	    "Net is not what was entered" },
	{ "UPDATE item SET value='xx' WHERE value='es'", "Museo X is not what was entered" },
	{ "UPDATE membership SET member=5", "Member of" },
	{ "DELETE FROM membership", "(Membership" },
	{ "DELETE FROM record WHERE id IN (SELECT id FROM membership)", "is not in the log" },
	{ "DELETE FROM change WHERE new='two'", "Number 3 of the log" },
	{ "UPDATE action SET who='x' WHERE step=2", "Number 2 of the log" },
	{ "UPDATE action SET step=9 WHERE step=2", "Number 9 of the log does not stand" },
	{ "DELETE FROM action WHERE step=2", "The log lacks who did" },
	{ "UPDATE change SET record=5 WHERE new='two'", "of a record that is not there" },
	{ "UPDATE change SET field=301 WHERE new='two'", "does not have" },
	{ "INSERT INTO erased(record,entity) SELECT id,1 FROM organisation WHERE name='Net'",
	    "something was erased" },
};

START_TEST(sound)
{
	damage("SELECT 1");
	ck_assert_int_eq(check(false), 0);
	ck_assert_int_eq(check(true), 0);
	ck_assert_int_eq(told.count, 0);
}
END_TEST

START_TEST(mended)
{
	damage(mendable[_i].sql);
	ck_assert_msg(check(false) > 0, "not seen: %s", mendable[_i].sql);
	ck_assert_msg(strstr(told.all, mendable[_i].words) != NULL, "%s", told.all);
	ck_assert_int_ne(told.mendable, 0);
	ck_assert_int_eq(told.mended, 0);
	ck_assert_msg(check(true) == 0, "not mended: %s: %s", mendable[_i].sql, told.all);
	ck_assert_int_ne(told.mended, 0);
	ck_assert_int_eq(check(false), 0);
	ck_assert_msg(!store_readonly(s), "%s", store_readonly(s));
}
END_TEST

START_TEST(named)
{
	damage(lasting[_i].sql);
	ck_assert_msg(check(false) > 0, "not seen: %s", lasting[_i].sql);
	ck_assert_msg(strstr(told.all, lasting[_i].words) != NULL, "%s: %s", lasting[_i].sql, told.all);
	ck_assert_int_eq(told.mended, 0);
	ck_assert_int_ne(check(true), 0);
	ck_assert_int_ne(check(false), 0);
}
END_TEST

/* A lost row of the log says nothing about where its cell should go back to. */
START_TEST(column_stays_when_the_log_lacks_something)
{
	struct record *r;

	damage("DELETE FROM change WHERE new='two'");
	ck_assert_int_ne(check(true), 0);
	ck_assert(record_load(s, entity_find("organisation"), museum, &r, &e) && r);
	const struct value *v = record_value(r, field_find(r->ent, "area"));
	ck_assert_int_eq(v->n, 3);
	ck_assert_int_eq(memcmp(v->s, "two", 3), 0);
	record_free(r);
}
END_TEST

static bool
stop(void *ctx)
{
	(void)ctx;
	return true;
}

START_TEST(stopped)
{
	int64_t count;
	struct told none = { .count = 0 };

	damage("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<2000)"
	    " INSERT INTO item SELECT i,110,'x' FROM n");
	ck_assert(!check_run(s, false, tell, stop, &none, &count, &e));
	ck_assert_int_eq(e.status, STATUS_INTERRUPTED);
	ck_assert(action_begin(s, "set", &e));
	action_end(s, false, NULL, NULL);
}
END_TEST

START_TEST(readonly_cannot_be_mended)
{
	int64_t count;

	s = store_open(path, OPEN_READONLY, &e);
	ck_assert(s != NULL);
	ck_assert_int_eq(check(false), 0);
	ck_assert(!check_run(s, true, NULL, NULL, NULL, &count, &e));
	ck_assert_int_eq(e.status, STATUS_NOPERM);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

int
main(void)
{
	Suite *suite = suite_create("check");
	TCase *c = tcase_create("check");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, sound);
	tcase_add_loop_test(c, mended, 0, COUNT(mendable));
	tcase_add_loop_test(c, named, 0, COUNT(lasting));
	tcase_add_test(c, column_stays_when_the_log_lacks_something);
	tcase_add_test(c, stopped);
	tcase_add_test(c, readonly_cannot_be_mended);
	suite_add_tcase(suite, c);
	return run_suite(suite);
}
