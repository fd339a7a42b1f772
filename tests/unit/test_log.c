/* The change log by the rules of its format (R1 to R12, as far as one file has
 * them), undo and redo, and what history says. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "store/check.h"
#include "store/content.h"
#include "store/db.h"
#include "store/history.h"
#include "store/log.h"
#include "store/undo.h"
#include "tests/unit/run.h"

static struct store *s;
static char path[] = "test_log-XXXXXX.db";
static struct error e;

static void
setup(void)
{
	snprintf(path, sizeof path, "test_log-XXXXXX.db");
	close(mkstemps(path, 3));
	unlink(path);
	s = store_open(path, OPEN_CREATE, &e);
	ck_assert_msg(s != NULL, "%s", e.msg);
}

static void
teardown(void)
{
	ck_assert(store_close(s));
	unlink(path);
	clock_set(CLOCK_REAL);
}

static void
reopen(void)
{
	ck_assert(store_close(s));
	s = store_open(path, 0, &e);
	ck_assert_msg(s != NULL, "%s", e.msg);
}

/* --- Short words for what tests do --- */

static const struct entity *
org(void)
{
	return entity_find("organisation");
}

static const struct field *
field(const char *name)
{
	const struct field *f = field_find(org(), name);

	ck_assert_msg(f != NULL, "%s", name);
	return f;
}

static struct cell
cell(const char *name, const char *text)
{
	return (struct cell){ field(name), value_text(text, strlen(text)), true };
}

static void
begin(const char *command)
{
	ck_assert_msg(action_begin(s, command, &e), "%s", e.msg);
}

static int64_t
end(void)
{
	int64_t action;

	ck_assert_msg(action_end(s, true, &action, &e), "%s", e.msg);
	return action;
}

static int64_t
create(const char *name)
{
	struct cell cells[] = { cell("kind", "affiliate"), cell("name", name) };
	int64_t id;

	ck_assert_msg(record_create(s, org(), cells, 2, &id, &e), "%s", e.msg);
	return id;
}

static int64_t
add(const char *name)
{
	begin("add");
	int64_t id = create(name);
	end();
	return id;
}

static void
put(int64_t id, struct cell c)
{
	ck_assert_msg(record_put(s, org(), id, &c, &e), "%s", e.msg);
}

static int64_t
set(int64_t id, const char *name, const char *text)
{
	begin("set");
	put(id, cell(name, text));
	return end();
}

static void
item(int64_t id, const char *text, bool on)
{
	struct cell c = cell("languages", text);

	c.on = on;
	begin("set");
	put(id, c);
	end();
}

static void
trash(int64_t id, bool on)
{
	begin(on ? "delete" : "restore");
	put(id, (struct cell){ field_with(org(), F_TRASH), value_int(on), true });
	end();
}

/* What a cell holds, "-" when empty; borrowed until the next call. */
static const char *
is(int64_t id, const char *name)
{
	static char text[80];
	struct record *r;

	ck_assert(record_load(s, org(), id, &r, &e) && r);
	const struct value *v = &r->values[record_index(r, field(name))];
	if (v->kind == VALUE_INT)
		snprintf(text, sizeof text, "%d", (int)v->i);
	else
		snprintf(text, sizeof text, "%.*s", v->n ? (int)v->n : 1, v->n ? v->s : "-");
	record_free(r);
	return text;
}

static bool
has(int64_t id, const char *text)
{
	struct cell c = cell("languages", text);
	struct record *r;

	ck_assert(record_load(s, org(), id, &r, &e) && r);
	bool there = record_has(r, &c);
	record_free(r);
	return there;
}

static struct undo_report report;
static char left[500];

static bool
undo_now(int64_t number)
{
	bool ok = undo(s, number, &report, &e);

	snprintf(left, sizeof left, "%s", str_text(&report.left));
	str_free(&report.sentence);
	str_free(&report.left);
	return ok;
}

static bool
redo_now(void)
{
	bool ok = redo(s, &report, &e);

	str_free(&report.sentence);
	str_free(&report.left);
	return ok;
}

static int64_t
number(const char *sql)
{
	int64_t n = -1;

	ck_assert_msg(db_int(s->db, &n, &e, "%s", sql), "%s", e.msg);
	return n;
}

static bool
tell(void *ctx, const struct damage *d)
{
	(void)ctx;
	printf("# %s\n", d->sentence);
	return true;
}

static void
sound(void)
{
	int64_t damages;

	ck_assert_msg(check_run(s, false, tell, NULL, NULL, &damages, &e), "%s", e.msg);
	ck_assert_int_eq(damages, 0);
}

static char sentences[4000];

static bool
sentence_add(void *ctx, const struct history_entry *h)
{
	size_t n = strlen(sentences);

	(void)ctx;
	snprintf(sentences + n, sizeof sentences - n, "%s%s\n", h->sentence,
	    h->undone ? " *" : "");
	return true;
}

/* The newest sentences, a line each, those of undone ones with " *". */
static const char *
history(int64_t id, int64_t limit)
{
	*sentences = '\0';
	ck_assert_msg(history_each(s, id, limit, sentence_add, NULL, &e), "%s", e.msg);
	return sentences;
}

/* What merging brings: one edit made elsewhere, over `parent`. */
static int64_t
foreign(int64_t id, const char *name, int64_t parent, const char *was, const char *now,
    int64_t clock, const char *command)
{
	int64_t action = 4000000000000000 + clock % 1000000 + parent % 1000;
	struct value before = value_text(was, strlen(was)), after = value_text(now, strlen(now));
	struct value empty = { VALUE_TEXT, 0, "", 0 };
	struct value columns[8] = { value_int(action), value_int(clock), value_int(1), value_null,
	    value_null, value_text(command, strlen(command)), value_null, value_null };
	int64_t step = number("SELECT max(step)+1 FROM action");
	int64_t sum = log_change_sum(action, 0, org()->number, id, field(name)->number, &empty,
	    parent, &before, &after, &value_null);
	struct head *heads;
	struct arena mem = { 0 };
	size_t n;

	ck_assert_msg(db_exec(s->db, &e, "BEGIN;INSERT INTO action VALUES(%lld,%lld,%lld,1,NULL,"
	    "NULL,'%s',NULL,NULL,%lld);INSERT INTO change VALUES(%lld,0,%d,%lld,%d,'',%lld,"
	    "nullif('%s',''),nullif('%s',''),NULL,%lld);INSERT INTO merged VALUES(%lld,1,'x')",
	    (long long)action, (long long)step, (long long)clock, command,
	    (long long)log_action_sum(columns, 1, (uint64_t)sum & 0xffffffff, (uint64_t)sum >> 32),
	    (long long)action, org()->number, (long long)id, field(name)->number,
	    (long long)parent, was, now, (long long)sum, (long long)step), "%s", e.msg);
	ck_assert(log_heads(s, org(), id, field(name), NULL, INT64_MAX, &mem, &heads, &n, &e));
	ck_assert(record_write(s, org(), id, field(name), NULL, &heads[0].value, &e));
	arena_free(&mem);
	ck_assert(db_exec(s->db, &e, "COMMIT"));
	reopen();
	return action;
}

/* Distinct values at the heads of a cell: more than one is a conflict. */
static size_t
heads_of(int64_t id, const char *name)
{
	struct arena mem = { 0 };
	struct head *heads;
	size_t n;

	ck_assert(log_heads(s, org(), id, field(name), NULL, INT64_MAX, &mem, &heads, &n, &e));
	arena_free(&mem);
	return n;
}

/* --- Rules --- */

START_TEST(creation_is_one_row)
{
	int64_t id = add("A");

	ck_assert_int_eq(number("SELECT count(*) FROM record"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM change"), 0);
	ck_assert_str_eq(is(id, "name"), "A");
	sound();
}
END_TEST

/* What may happen to records between their writing and COMMIT; ?: the middle one of
 * three organisations, with a tag made between them. */
static const char *const damage[] = {
	"UPDATE organisation SET name='other' WHERE id=%lld",
	"UPDATE organisation SET deleted=1 WHERE id=%lld",
	"DELETE FROM organisation WHERE id=%lld",
	"UPDATE record SET sum=sum+1 WHERE id=%lld",
	"UPDATE record SET entity=29 WHERE id=%lld",
	"UPDATE record SET action=action+1 WHERE id=%lld",
	"DELETE FROM record WHERE id=%lld",
	"INSERT INTO record SELECT id+1000,entity,action,sum FROM record WHERE id=%lld",
	"INSERT INTO item VALUES(%lld,112,'es')",
};

/* Makes them within an action; the id of the middle one. */
static int64_t
three_organisations(void)
{
	const struct entity *tag = entity_find("tag");
	int64_t ids[3], id;

	begin("add");
	for (int i = 0; i < 3; i++) {
		struct cell name = { field_with(tag, F_TITLE), value_text("xyz" + i, 1), true };
		ids[i] = create("organisation");
		ck_assert(record_create(s, tag, &name, 1, &id, &e));
	}
	return ids[1];
}

START_TEST(what_reads_back_wrongly_is_not_saved)
{
	int64_t middle = three_organisations();

	ck_assert_msg(db_exec(s->db, &e, damage[_i], (long long)middle), "%s", e.msg);
	ck_assert_msg(!action_end(s, true, NULL, &e), "saved after: %s", damage[_i]);
	ck_assert_msg(strstr(e.msg, "does not read back") != NULL, "%s", e.msg);
	ck_assert_int_eq(number("SELECT count(*) FROM record"), 0);
}
END_TEST

START_TEST(records_of_several_kinds_read_back)
{
	for (int i = 0; i < 2; i++) {	/* the second ones have the first before them */
		three_organisations();
		end();
	}
	ck_assert_int_eq(number("SELECT count(*) FROM record"), 12);
	sound();
}
END_TEST

START_TEST(birth_changes_with_its_action)
{
	begin("add");
	int64_t id = create("A");
	put(id, cell("name", "B"));
	put(id, cell("languages", "es"));
	end();
	ck_assert_int_eq(number("SELECT count(*) FROM change"), 0);
	ck_assert_str_eq(is(id, "name"), "B");
	ck_assert(has(id, "es"));
	sound();
}
END_TEST

START_TEST(an_action_changes_a_cell_once)
{
	int64_t id = add("A");

	begin("set");
	put(id, cell("area", "x"));
	put(id, cell("area", "y"));
	end();
	ck_assert_int_eq(number("SELECT count(*) FROM change"), 1);
	ck_assert_int_eq(number("SELECT old IS NULL FROM change"), 1);
	sound();
	begin("set");
	put(id, cell("area", "z"));
	put(id, cell("area", "y"));
	ck_assert_int_eq(end(), 0);
	ck_assert_int_eq(number("SELECT count(*) FROM action"), 2);
	sound();
}
END_TEST

START_TEST(no_change_no_action)
{
	int64_t id = add("A");

	ck_assert_int_eq(set(id, "name", "A"), 0);
	begin("set");
	ck_assert_int_eq(end(), 0);
	begin("set");
	put(id, cell("name", "B"));
	ck_assert(!action_end(s, false, NULL, &e));
	ck_assert_str_eq(is(id, "name"), "A");
	ck_assert_int_eq(number("SELECT count(*) FROM action"), 1);
}
END_TEST

START_TEST(clock_never_goes_back)
{
	clock_set(INT64_C(1800000000000));
	int64_t id = add("A");
	clock_set(INT64_C(1500000000000));
	set(id, "name", "B");
	ck_assert_int_eq(number("SELECT max(clock) FROM action"), INT64_C(1800000000001));
	ck_assert_int_eq(number("SELECT min(time) FROM action"), INT64_C(1500000000000));
	ck_assert_str_eq(history(0, 1), "Name of B: A → B\n");
	sound();
}
END_TEST

START_TEST(ids_follow_within_an_action)
{
	begin("import");
	int64_t a = create("A"), b = create("B");
	struct cell c = cell("name", "C");
	ck_assert(!record_create_as(s, org(), a, &c, 1, &e));
	ck_assert_int_eq(e.status, STATUS_DATA);
	end();
	ck_assert_int_eq(b, a + 1);
	sound();
}
END_TEST

START_TEST(deleter_saw_what_stands_there)
{
	int64_t id = add("A"), seen, now;

	trash(id, true);
	seen = number("SELECT seen FROM change");
	ck_assert(content_now(s, org(), id, CONTENT_SEEN, &now, &e));
	ck_assert_int_eq(seen, now);
	set(id, "name", "B");
	ck_assert(content_now(s, org(), id, CONTENT_SEEN, &now, &e));
	ck_assert_int_ne(seen, now);
	sound();
}
END_TEST

/* --- Conflicts --- */

START_TEST(conflict_and_its_end)
{
	int64_t id = add("A"), mine = set(id, "area", "mine");

	foreign(id, "area", 0, "", "theirs", INT64_C(3000000000000), "set");
	ck_assert_str_eq(is(id, "area"), "theirs");
	ck_assert_uint_eq(heads_of(id, "area"), 2);
	sound();
	set(id, "area", "both");
	ck_assert_uint_eq(heads_of(id, "area"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM change WHERE new='both'"), 2);
	ck_assert_int_ne(mine, 0);
	sound();
	ck_assert(undo_now(0));
	ck_assert_str_eq(is(id, "area"), "theirs");
	ck_assert_uint_eq(heads_of(id, "area"), 2);
	sound();
	ck_assert(redo_now());
	ck_assert_str_eq(is(id, "area"), "both");
	ck_assert_uint_eq(heads_of(id, "area"), 1);
	sound();
}
END_TEST

START_TEST(merge_is_undone_as_one_step)
{
	int64_t id = add("A"), mine = set(id, "area", "mine");

	/* Whatever its command, what a merge brought was done. */
	foreign(id, "area", mine, "mine", "theirs", INT64_C(3000000000000), "undo");
	ck_assert_str_eq(is(id, "area"), "theirs");
	ck_assert(undo_now(0));
	ck_assert_str_eq(is(id, "area"), "mine");
	ck_assert(undo_now(0));
	ck_assert_str_eq(is(id, "area"), "-");
	ck_assert(redo_now() && redo_now());
	ck_assert_str_eq(is(id, "area"), "theirs");
	sound();
}
END_TEST

START_TEST(choosing_the_winner_is_logged)
{
	int64_t id = add("A");
	struct value theirs = value_text("theirs", 6);

	set(id, "area", "mine");
	foreign(id, "area", 0, "", "theirs", INT64_C(3000000000000), "set");
	begin("set");
	ck_assert(log_action(s, &e) && log_put(s, org(), id, field("area"), NULL, &theirs, 1, &e));
	ck_assert_int_ne(end(), 0);
	ck_assert_uint_eq(heads_of(id, "area"), 1);
	sound();
}
END_TEST

/* --- Undo --- */

START_TEST(undo_and_redo_over_reopening)
{
	int64_t id = add("A");

	set(id, "name", "B");
	set(id, "name", "C");
	reopen();
	ck_assert(undo_now(0));
	ck_assert_str_eq(is(id, "name"), "B");
	reopen();
	ck_assert(undo_now(0));
	ck_assert_str_eq(is(id, "name"), "A");
	ck_assert(undo_now(0));
	ck_assert_str_eq(is(id, "deleted"), "1");
	ck_assert(!undo_now(0));
	ck_assert_int_eq(e.status, STATUS_NONE);
	reopen();
	ck_assert(redo_now() && redo_now());
	ck_assert_str_eq(is(id, "name"), "B");
	ck_assert_str_eq(is(id, "deleted"), "0");
	ck_assert(redo_now());
	ck_assert_str_eq(is(id, "name"), "C");
	ck_assert(!redo_now());
	sound();
}
END_TEST

START_TEST(new_work_ends_redo)
{
	int64_t id = add("A");

	set(id, "name", "B");
	ck_assert(undo_now(0));
	set(id, "area", "x");
	ck_assert(!redo_now());
	ck_assert(undo_now(0));
	ck_assert_str_eq(is(id, "area"), "-");
	ck_assert(undo_now(0));
	ck_assert_str_eq(is(id, "deleted"), "1");
}
END_TEST

START_TEST(undo_of_an_import)
{
	int64_t old = add("Old"), id[3];

	begin("import");
	for (int i = 0; i < 3; i++)
		id[i] = create("New");
	put(old, cell("area", "x"));
	end();
	trash(id[2], true);
	ck_assert(undo_now(2));
	ck_assert_int_eq(report.records, 2);
	ck_assert_int_eq(report.cells, 1);
	ck_assert_str_eq(is(id[0], "deleted"), "1");
	ck_assert_str_eq(is(old, "area"), "-");
	ck_assert(redo_now());
	ck_assert_str_eq(is(id[0], "deleted"), "0");
	ck_assert_str_eq(is(id[2], "deleted"), "1");
	ck_assert_str_eq(is(old, "area"), "x");
	sound();
}
END_TEST

START_TEST(what_changed_since_stays_and_is_named)
{
	int64_t id = add("A");

	begin("set");
	put(id, cell("area", "x"));
	put(id, cell("focus", "x"));
	end();
	set(id, "focus", "y");
	ck_assert(undo_now(2));
	ck_assert_int_eq(report.cells, 1);
	ck_assert_int_eq(report.kept, 1);
	ck_assert_str_eq(left, "Focus of A was changed since and stays as it is.\n");
	ck_assert_str_eq(is(id, "area"), "-");
	ck_assert_str_eq(is(id, "focus"), "y");
	sound();
}
END_TEST

START_TEST(undo_goes_on_past_what_must_stay)
{
	int64_t id = add("A");

	set(id, "area", "x");
	begin("set");
	put(id, cell("area", "y"));
	put(id, cell("focus", "y"));
	end();
	set(id, "area", "z");
	ck_assert(undo_now(3));		/* focus goes back, area stays */
	ck_assert(undo_now(0));		/* z -> y */
	ck_assert_str_eq(is(id, "area"), "y");
	ck_assert(undo_now(0));		/* x became y: stays */
	ck_assert_int_eq(report.kept, 1);
	ck_assert_int_ne(report.action, 0);
	ck_assert(undo_now(0));		/* and yet the one before is reached */
	ck_assert_str_eq(is(id, "deleted"), "1");
	sound();
}
END_TEST

START_TEST(undo_twice_on_one_cell)
{
	int64_t id = add("A");

	set(id, "area", "x");
	set(id, "area", "y");
	ck_assert(undo_now(0) && undo_now(0));
	ck_assert_str_eq(is(id, "area"), "-");
	ck_assert_int_eq(report.kept, 0);
	ck_assert(redo_now() && undo_now(0) && redo_now() && redo_now());
	ck_assert_str_eq(is(id, "area"), "y");
	sound();
}
END_TEST

START_TEST(undo_by_number)
{
	int64_t id = add("A"), second = set(id, "area", "x");

	set(id, "focus", "y");
	ck_assert(!undo_now(99));
	ck_assert_int_eq(e.status, STATUS_NONE);
	ck_assert(undo_now(second));
	ck_assert_str_eq(is(id, "area"), "-");
	ck_assert(!undo_now(2));	/* taken back already */
	ck_assert_int_eq(e.status, STATUS_NONE);
	ck_assert(redo_now());
	ck_assert_str_eq(is(id, "area"), "x");
	ck_assert(undo_now(2));		/* by what did it again */
	ck_assert_str_eq(is(id, "area"), "-");
	set(id, "source", "z");
	ck_assert(undo_now(6));		/* an old undo: x is back */
	ck_assert_str_eq(is(id, "area"), "x");
	ck_assert(undo_now(0));
	ck_assert_str_eq(is(id, "area"), "-");
	sound();
}
END_TEST

START_TEST(items_are_cells)
{
	int64_t id = add("A");

	item(id, "es", true);
	item(id, "ca", true);
	item(id, "es", false);
	ck_assert(undo_now(0));
	ck_assert(has(id, "es") && has(id, "ca"));
	ck_assert(undo_now(2));
	ck_assert(!has(id, "es") && has(id, "ca"));
	sound();
}
END_TEST

START_TEST(undo_says_whose)
{
	int64_t id;

	store_who_set(s, "Ana", "p1");
	id = add("A");
	set(id, "area", "x");
	store_who_set(s, "Bo", "p2");
	ck_assert(undo_look(s, false, 0, &report, &e));
	ck_assert_str_eq(report.who, "Ana");
	ck_assert(report.other);
	ck_assert_str_eq(str_text(&report.sentence), "Area of A set to x");
	str_free(&report.sentence);
	ck_assert_str_eq(is(id, "area"), "x");
}
END_TEST

/* --- History --- */

START_TEST(sentences_of_changes)
{
	int64_t id = add("A");

	ck_assert_str_eq(history(0, 1), "A added (affiliate)\n");
	set(id, "area", "x");
	ck_assert_str_eq(history(0, 1), "Area of A set to x\n");
	set(id, "area", "y");
	ck_assert_str_eq(history(0, 1), "Area of A: x → y\n");
	set(id, "area", "");
	ck_assert_str_eq(history(0, 1), "Area of A emptied (was y)\n");
	set(id, "summary", "long");
	set(id, "summary", "longer");
	ck_assert_str_eq(history(0, 1), "Summary of A changed\n");
	item(id, "es", true);
	ck_assert_str_eq(history(0, 1), "español added to Languages of A\n");
	item(id, "es", false);
	ck_assert_str_eq(history(0, 1), "español taken from Languages of A\n");
	trash(id, true);
	ck_assert_str_eq(history(0, 1), "A put in the trash\n");
	trash(id, false);
	ck_assert_str_eq(history(0, 1), "A taken out of the trash\n");
}
END_TEST

START_TEST(sentences_of_many)
{
	int64_t old = add("Old"), id = 0;

	begin("import");
	for (int i = 0; i < 5; i++)
		id = create("New");
	put(old, cell("area", "x"));
	end();
	ck_assert_str_eq(history(0, 1), "5 affiliates added, 1 changed (import)\n");
	ck_assert_str_eq(history(id, 0), "New added (affiliate)\n");
	ck_assert_str_eq(history(old, 0), "Area of Old set to x\nOld added (affiliate)\n");
	begin("set");
	put(old, cell("area", "y"));
	put(old, cell("focus", "y"));
	put(old, cell("source", "y"));
	end();
	ck_assert_str_eq(history(0, 1),
	    "Area of Old: x → y; Focus of Old set to y; and 1 more change\n");
	begin("set");
	for (int i = 0; i < 3; i++)
		put(id - i, cell("area", "z"));
	end();
	ck_assert_str_eq(history(0, 1), "Area of 3 organisations set to z\n");
}
END_TEST

START_TEST(sentences_of_undo)
{
	int64_t id = add("A");

	set(id, "area", "x");
	ck_assert(undo_now(0));
	ck_assert_str_eq(history(0, 2), "Undone: Area of A set to x\nArea of A set to x *\n");
	ck_assert(redo_now());
	ck_assert_str_eq(history(0, 3), "Done again: Area of A set to x\n"
	    "Undone: Area of A set to x *\nArea of A set to x\n");
	ck_assert_str_eq(history(id, 1), "Done again: Area of A set to x\n");
}
END_TEST

static bool
version_add(void *ctx, const struct version *v)
{
	size_t n = strlen(sentences);

	(void)ctx;
	snprintf(sentences + n, sizeof sentences - n, "%.*s/%s\n", (int)v->value.n,
	    v->value.n ? v->value.s : "", v->who);
	return true;
}

START_TEST(versions_of_a_text)
{
	store_who_set(s, "Ana", NULL);
	int64_t id = add("A");
	set(id, "summary", "one");
	store_who_set(s, NULL, NULL);
	set(id, "summary", "two");
	*sentences = '\0';
	ck_assert(history_versions(s, org(), id, field("summary"), version_add, NULL, &e));
	ck_assert_str_eq(sentences, "two/\none/Ana\n/Ana\n");
}
END_TEST

static TCase *
add_case(Suite *suite, const char *name, const TTest *const *tests, size_t count)
{
	TCase *c = tcase_create(name);

	tcase_add_checked_fixture(c, setup, teardown);
	for (size_t i = 0; i < count; i++)
		tcase_add_test(c, tests[i]);
	suite_add_tcase(suite, c);
	return c;
}

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

int
main(void)
{
	const TTest *const rules[] = { creation_is_one_row,
	    records_of_several_kinds_read_back, birth_changes_with_its_action,
	    an_action_changes_a_cell_once, no_change_no_action, clock_never_goes_back,
	    ids_follow_within_an_action, deleter_saw_what_stands_there };
	const TTest *const conflicts[] = { conflict_and_its_end, merge_is_undone_as_one_step,
	    choosing_the_winner_is_logged };
	const TTest *const undos[] = { undo_and_redo_over_reopening, new_work_ends_redo,
	    undo_of_an_import, what_changed_since_stays_and_is_named,
	    undo_goes_on_past_what_must_stay, undo_twice_on_one_cell, undo_by_number,
	    items_are_cells, undo_says_whose };
	const TTest *const told[] = { sentences_of_changes, sentences_of_many,
	    sentences_of_undo, versions_of_a_text };
	Suite *suite = suite_create("log");

	tcase_add_loop_test(add_case(suite, "rules", rules, COUNT(rules)),
	    what_reads_back_wrongly_is_not_saved, 0, COUNT(damage));
	add_case(suite, "conflicts", conflicts, COUNT(conflicts));
	add_case(suite, "undo", undos, COUNT(undos));
	add_case(suite, "history", told, COUNT(told));
	return run_suite(suite);
}
