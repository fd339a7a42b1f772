#include "tests/unit/run.h"
#include "tests/unit/app_world.h"

#include "app/minutes.h"
#include "store/check.h"
#include "store/history.h"

static int64_t
records(const char *pane)
{
	struct query q = { .pane = pane_find(pane), .ent = entity_find(pane_find(pane)->entity) };
	int64_t count = -1;

	ck_assert(query_count(w.s, &q, &count, NULL, NULL));
	return count;
}

static bool
count_one(void *ctx, const struct history_entry *h)
{
	(void)h;
	++*(int *)ctx;
	return true;
}

static int
actions(void)
{
	int count = 0;

	ck_assert(history_each(w.s, 0, 0, count_one, &count, NULL));
	return count;
}

static struct minutes *
begin(void)
{
	const char *const words[] = { "kind=meeting", "date=today", "about=Museo Ñandú" };
	struct minutes *m = minutes_new(&app, words, sizeof words / sizeof *words);
	struct error e = { 0 };

	ck_assert_msg(minutes_reload(m, &e), "%s", e.msg);
	return m;
}

static struct minutes_typed
typed(const char *text)
{
	return (struct minutes_typed){ .text = text, .n = strlen(text) };
}

static void
set(struct minutes *m, size_t i, bool fresh, const char *text)
{
	struct minutes_typed t = typed(text);
	struct error e = { 0 };

	ck_assert_msg(minutes_set(m, i, fresh, &t, 1, NULL, &e), "%s", e.msg);
}

static void
texts_add(const struct minutes *m, struct str *out)
{
	for (size_t i = 0; i < minutes_count(m); i++)
		str_addf(out, "%s%s", i ? "|" : "", str_text(&minutes_line(m, i)->text));
}

/* In memory and, read anew, in the file. */
static void
holds(struct minutes *m, const char *texts)
{
	struct str now = { 0 }, stored = { 0 };
	struct error e = { 0 };
	struct minutes *again = minutes_note(m) ? minutes_open(&app, minutes_note(m), &e) : NULL;

	texts_add(m, &now);
	if (again)
		texts_add(again, &stored);
	ck_assert_str_eq(str_text(&now), texts);
	ck_assert_str_eq(str_text(&stored), texts);
	for (size_t i = 0; again && i < minutes_count(m); i++) {
		const struct minutes_line *a = minutes_line(m, i), *b = minutes_line(again, i);
		ck_assert(a->id == b->id);
		ck_assert_str_eq(str_text(&a->kind), str_text(&b->kind));
		ck_assert_str_eq(str_text(&a->moment), str_text(&b->moment));
		ck_assert_str_eq(str_text(&a->place), str_text(&b->place));
	}
	str_free(&now);
	str_free(&stored);
	minutes_close(again);
}

static const char *
kind(const struct minutes *m, size_t i)
{
	return str_text(&minutes_line(m, i)->kind);
}

/* What list would show of a line, as "a; b". */
static void
is_shown(const struct minutes *m, size_t i, const char *field, const char *wanted)
{
	struct record *r = NULL;
	struct str out = { 0 };
	const struct entity *ent = entity_find("entry");
	const struct field *f = field_find(ent, field);

	ck_assert(record_load(w.s, ent, minutes_line(m, i)->id, &r, NULL) && r);
	if (field_is_multi(f))
		for (size_t k = 0; k < r->item_count; k++) {
			if (r->items[k].field != f)
				continue;
			str_add(&out, out.len ? "; " : "");
			value_show(w.s, f, &r->items[k].value, &out);
		}
	else
		value_show(w.s, f, record_value(r, f), &out);
	ck_assert_str_eq(str_text(&out), wanted);
	str_free(&out);
	record_free(r);
}

START_TEST(an_empty_note_is_never_stored)
{
	int64_t notes = records("notes"), entries = records("entries");
	struct minutes *m = begin();

	set(m, 0, true, "");
	set(m, 0, true, "  \t ");
	ck_assert(minutes_note(m) == 0);
	ck_assert(records("notes") == notes && records("entries") == entries);
	set(m, 0, true, "first");
	ck_assert(minutes_note(m) != 0);
	ck_assert(records("notes") == notes + 1 && records("entries") == entries + 1);
	set(m, 0, false, " ");
	ck_assert_msg(records("notes") == notes && records("entries") == entries,
	    "its last line takes the note along");
	minutes_close(m);
}
END_TEST

START_TEST(a_line_is_one_action_and_stays_as_typed)
{
	struct minutes *m = begin();
	int before = actions();

	set(m, 0, true, "> Llamar al museo  @Ana Pérez 25 nov ");
	ck_assert_int_eq(actions(), before + 1);
	holds(m, "> Llamar al museo  @Ana Pérez 25 nov ");
	ck_assert_str_eq(kind(m, 0), "action");
	is_shown(m, 0, "owners", "Ana Pérez");
	is_shown(m, 0, "due", "2026-11-25");
	ck_assert_str_eq(str_text(&minutes_line(m, 0)->moment), "2026-11-21T12:00");
	set(m, 0, false, "> Llamar al museo  @Ana Pérez 25 nov ");
	ck_assert_msg(actions() == before + 1, "the same text is no action");
	set(m, 0, false, "! Llamar al museo");
	ck_assert_int_eq(actions(), before + 2);
	ck_assert_str_eq(kind(m, 0), "decision");
	is_shown(m, 0, "owners", "");
	is_shown(m, 0, "due", "");
	minutes_close(m);
}
END_TEST

START_TEST(a_chosen_kind_stays_while_the_text_says_none)
{
	struct minutes *m = begin();
	struct minutes_typed t = typed("buy bread");
	struct error e = { 0 };

	t.kind = "idea";
	ck_assert(minutes_set(m, 0, true, &t, 1, NULL, &e));
	holds(m, "buy bread");
	ck_assert_str_eq(kind(m, 0), "idea");
	set(m, 0, false, "buy more bread");
	ck_assert_str_eq(kind(m, 0), "idea");
	set(m, 0, false, "> buy more bread");
	ck_assert_str_eq(kind(m, 0), "action");
	set(m, 0, false, "buy more bread");
	ck_assert_str_eq(kind(m, 0), "text");
	t = typed("buy bread 25 nov");
	t.kind = "action";
	t.no_due = true;
	ck_assert(minutes_set(m, 0, false, &t, 1, NULL, &e));
	is_shown(m, 0, "due", "");
	minutes_close(m);
}
END_TEST

START_TEST(lines_are_put_in_parted_and_joined)
{
	struct minutes *m = begin();
	struct error e = { 0 };
	struct minutes_typed parts[3] = { typed("two"), typed(" "), typed("and a half") };
	size_t stored;

	set(m, 0, true, "one");
	set(m, 1, true, "three");
	int before = actions();
	ck_assert(minutes_set(m, 1, true, parts, 3, &stored, &e));
	ck_assert_uint_eq(stored, 2);
	ck_assert_int_eq(actions(), before + 1);
	holds(m, "one|two|and a half|three");
	int64_t half = minutes_line(m, 2)->id;
	parts[0] = typed("and");
	parts[1] = typed(" a half");
	ck_assert(minutes_set(m, 2, false, parts, 2, &stored, &e));
	holds(m, "one|two|and| a half|three");
	ck_assert(minutes_line(m, 2)->id == half);
	parts[0] = typed(" a whole");
	ck_assert(minutes_join(m, 3, false, parts, &e));
	holds(m, "one|two|and a whole|three");
	parts[0] = typed("!");
	ck_assert(minutes_join(m, 4, true, parts, &e));
	holds(m, "one|two|and a whole|three!");
	ck_assert_int_eq(actions(), before + 4);
	minutes_close(m);
}
END_TEST

START_TEST(a_moved_line_writes_one_place)
{
	struct minutes *m = begin();
	struct error e = { 0 };
	const char *const texts[] = { "a", "b", "c", "d" };

	for (size_t i = 0; i < 4; i++)
		set(m, i, true, texts[i]);
	int before = actions();
	struct minutes_typed t = typed("B");
	ck_assert_msg(minutes_move(m, 1, &t, true, &e), "%s", e.msg);
	holds(m, "a|c|B|d");
	t = typed("B");
	ck_assert(minutes_move(m, 2, &t, true, &e));
	holds(m, "a|c|d|B");
	for (size_t i = 3; i > 0; i--)
		ck_assert(minutes_move(m, i, &t, false, &e));
	holds(m, "B|a|c|d");
	ck_assert_int_eq(actions(), before + 5);
	minutes_close(m);
}
END_TEST

START_TEST(lines_without_a_place_get_one)
{
	struct error e = { 0 };

	ck_assert(action_begin(w.s, "test", &e));
	int64_t note = make(w.s, "note", "kind", "call", "title", "Old", NULL);
	make(w.s, "entry", "kind", "text", "text", "x", "note", "Old", NULL);
	make(w.s, "entry", "kind", "text", "text", "y", "note", "Old", NULL);
	make(w.s, "entry", "kind", "text", "text", "z", "note", "Old", "position", "1", NULL);
	ck_assert(action_end(w.s, true, NULL, &e));
	struct minutes *m = minutes_open(&app, note, &e);
	ck_assert_msg(m != NULL, "%s", e.msg);
	holds(m, "z|x|y");
	set(m, 2, true, "between");
	holds(m, "z|x|between|y");
	set(m, 1, true, "again");
	holds(m, "z|again|x|between|y");
	minutes_close(m);
}
END_TEST

START_TEST(what_was_saved_is_taken_back_as_the_action_it_was)
{
	struct minutes *m = begin();
	struct error e = { 0 };
	size_t at;

	ck_assert(!minutes_undo(m, false, &at, &e));
	ck_assert(is_one_sentence(e.msg));
	set(m, 0, true, "one");
	set(m, 1, true, "two");
	set(m, 1, false, "two, better");
	ck_assert_msg(minutes_undo(m, false, &at, &e), "%s", e.msg);
	holds(m, "one|two");
	ck_assert_uint_eq(at, 1);
	ck_assert(minutes_undo(m, false, &at, &e));
	holds(m, "one");
	ck_assert(minutes_undo(m, true, &at, &e));
	holds(m, "one|two");
	ck_assert(minutes_undo(m, false, &at, &e));
	ck_assert(minutes_undo(m, false, &at, &e));
	ck_assert_msg(minutes_note(m) == 0, "with its first line the note goes");
	ck_assert(!minutes_undo(m, false, &at, &e));
	ck_assert(minutes_undo(m, true, &at, &e));
	holds(m, "one");
	minutes_close(m);
}
END_TEST

START_TEST(what_the_dictionary_refuses_changes_nothing)
{
	struct minutes *m = begin();
	struct minutes_typed parts[2] = { typed("good"), typed("bad \xff") };
	struct error e = { 0 };
	int before = actions();

	ck_assert(!minutes_set(m, 0, true, parts, 2, NULL, &e));
	ck_assert(is_one_sentence(e.msg));
	ck_assert(minutes_note(m) == 0 && minutes_count(m) == 0);
	ck_assert_int_eq(actions(), before);
	minutes_close(m);
}
END_TEST

START_TEST(another_program_is_seen)
{
	struct minutes *m = begin();
	struct error e = { 0 };

	set(m, 0, true, "one");
	ck_assert(minutes_reload(m, &e));
	ck_assert(action_begin(w.s, "test", &e));
	const struct entity *ent = entity_find("entry");
	struct cell cells[] = { { field_find(ent, "note"), value_int(minutes_note(m)), true },
	    { field_find(ent, "kind"), value_text("text", 4), true },
	    { field_find(ent, "position"), value_text("a5", 2), true },
	    { field_find(ent, "text"), value_text("from elsewhere", 14), true } };
	int64_t id;
	ck_assert_msg(record_create(w.s, ent, cells, 4, &id, &e), "%s", e.msg);
	ck_assert(action_end(w.s, true, NULL, &e));
	ck_assert(minutes_reload(m, &e));
	holds(m, "from elsewhere|one");
	minutes_close(m);
}
END_TEST

START_TEST(many_lines_are_one_action)
{
	enum { MANY = 2000 };
	static struct minutes_typed lines[MANY];
	struct minutes *m = begin();
	struct error e = { 0 };
	size_t stored, at;

	for (size_t i = 0; i < MANY; i++)
		lines[i] = typed("one of two thousand lines");
	ck_assert(minutes_set(m, 0, true, lines, MANY, &stored, &e));
	ck_assert_uint_eq(stored, MANY);
	ck_assert_uint_eq(minutes_count(m), MANY);
	set(m, 1000, true, "in the middle");
	ck_assert(minutes_line(m, 1000)->place.len < 12);
	ck_assert(minutes_undo(m, false, &at, &e) && minutes_undo(m, false, &at, &e));
	ck_assert_uint_eq(minutes_count(m), 0);
	minutes_close(m);
}
END_TEST

static bool
damaged(void *ctx, const struct damage *d)
{
	(void)ctx;
	ck_abort_msg("%s", d->sentence);
	return false;
}

/* Any order of what a person may do leaves a sound file and the same lines in it. */
START_TEST(random_work)
{
	static const char *const texts[] = { "a", "> b @Ana Pérez +1w", "", "== c ==", "%d e",
	    "tema: f", "? g" };
	unsigned seed = 7;
	struct minutes *m = begin();
	struct error e = { 0 };
	struct str now = { 0 };
	size_t at;

	set(m, 0, true, "begin");
	for (int i = 0; i < 120; i++) {
		seed = seed * 1103515245 + 12345;
		unsigned r = seed >> 8;
		size_t n = minutes_count(m), k = n ? r % n : 0;
		struct minutes_typed t = typed(texts[r / 7 % 7]);
		switch (r / 50 % 6) {
		case 0: case 1: set(m, n ? r % (n + 1) : 0, true, t.text); break;
		case 2: if (n) set(m, k, false, t.text); break;
		case 3: if (k) ck_assert_msg(minutes_join(m, k, false, &t, &e), "%s", e.msg); break;
		case 4: if (k) ck_assert_msg(minutes_move(m, k, &t, false, &e), "%s", e.msg); break;
		case 5: minutes_undo(m, r / 300 % 3 == 0, &at, &e); break;
		}
		str_cut(&now, 0);
		texts_add(m, &now);
		holds(m, str_text(&now));
	}
	str_free(&now);
	minutes_close(m);
	int64_t damage;
	ck_assert(check_run(w.s, false, damaged, NULL, NULL, &damage, &e));
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("minutes");
	TCase *t = tcase_create("minutes");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, an_empty_note_is_never_stored);
	tcase_add_test(t, a_line_is_one_action_and_stays_as_typed);
	tcase_add_test(t, a_chosen_kind_stays_while_the_text_says_none);
	tcase_add_test(t, lines_are_put_in_parted_and_joined);
	tcase_add_test(t, a_moved_line_writes_one_place);
	tcase_add_test(t, lines_without_a_place_get_one);
	tcase_add_test(t, what_was_saved_is_taken_back_as_the_action_it_was);
	tcase_add_test(t, what_the_dictionary_refuses_changes_nothing);
	tcase_add_test(t, another_program_is_seen);
	tcase_add_test(t, many_lines_are_one_action);
	tcase_add_test(t, random_work);
	suite_add_tcase(s, t);
	return run_suite(s);
}
