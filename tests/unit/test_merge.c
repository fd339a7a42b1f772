/* Combining two records: whatever kind they are of, nothing that one of them said is lost,
 * and the lines of two notes stand in one order. */
#include "app/pane.h"
#include "base/id.h"
#include "store/merge_records.h"
#include "tests/unit/run.h"
#include "tests/unit/world.h"

#define HEADING "From the record that was combined: "

/* --- Records with a value in every field --- */

static int64_t sample(const struct entity *ent, int which, bool all);

static void
term_of(const struct field *f, int which, struct str *out)
{
	struct term_shown t = { 0 };

	for (int i = 0; i <= which; i++)
		ck_assert(term_shown_at(w.s, f->list, i, &t));
	str_set(out, t.code);
}

static void
reference_of(const struct field *f, int which, struct str *out)
{
	char code[ID_LENGTH + 1];

	for (int i = 0; entities[i]; i++)
		if (field_refers(f, entities[i])) {
			id_format(sample(entities[i], which, false), code);
			str_set(out, code);
			return;
		}
}

/* Another one for each field and record. */
static void
typed_of(const struct field *f, int which, struct str *out)
{
	static const struct {
		const struct field_type *type;
		const char *text[2];
	} values[] = {
		{ &type_int, { "11", "12" } }, { &type_decimal, { "1.5", "2.5" } },
		{ &type_bool, { "yes", "no" } }, { &type_date, { "2020-01-01", "2021-02-02" } },
		{ &type_datetime, { "2020-01-01T10:00", "2021-02-02T11:00" } },
		{ &type_month_day, { "12-31", "06-30" } }, { &type_order, { "b1", "b2" } },
		{ &type_country, { "CL", "PE" } }, { &type_countries, { "CL", "PE" } },
		{ &type_language, { "es", "fr" } }, { &type_languages, { "es", "fr" } },
	};

	str_cut(out, 0);
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		if (f->type == values[i].type)
			str_set(out, values[i].text[which]);
	if (f->type->is_term)
		term_of(f, which, out);
	else if (f->type->is_ref)
		reference_of(f, which, out);
	else if (f->type == &type_link)
		str_addf(out, "https://%c.example/%s", 'a' + which, f->name);
	else if (f->type == &type_email)
		str_addf(out, "%s@%c.example", f->name, 'a' + which);
	else if (f->type->is_text)
		str_addf(out, "%c in %s", 'A' + which, f->name);
	ck_assert_msg(out->len, "%s", f->name);
}

/* all: every field that can be stored, else the required ones only. */
static int64_t
sample(const struct entity *ent, int which, bool all)
{
	struct cell cells[64];
	struct str keep[64] = { { 0 } }, typed = { 0 };
	struct error e = { 0 };
	const struct field *f;
	size_t n = 0;
	int64_t id;

	for (int i = 0; (f = entity_field(ent, i)); i++) {
		if (f->flags & (F_COMPUTED | F_TRASH | F_VISIBILITY | F_ID_TEXT) || f->via
		    || (!all && !(f->flags & (F_REQUIRED | F_TITLE))))
			continue;
		typed_of(f, which, &typed);
		cells[n] = (struct cell){ f, value_null, true };
		ck_assert_msg(value_input(w.s, f, str_text(&typed), typed.len, &keep[n],
		    &cells[n].value, &e), "%s", e.msg);
		n++;
	}
	ck_assert_msg(record_create(w.s, ent, cells, n, &id, &e), "%s", e.msg);
	while (n)
		str_free(&keep[--n]);
	str_free(&typed);
	return id;
}

/* --- Is it still said? --- */

/* Is it the title of a private record of this kind? */
static bool
says(const struct entity *ent, const char *text)
{
	struct str names = { 0 };
	struct query q = { .ent = ent };
	struct arena mem = { 0 };
	struct column *columns;
	bool found = false;

	str_addf(&names, "%s,visibility", field_with(ent, F_TITLE)->name);
	ck_assert(columns_read(ent, str_text(&names), &mem, &columns, &q.column_count, NULL));
	q.columns = columns;
	struct rows *rows = rows_open(w.s, &q, NULL);
	while (rows_next(rows))
		if (!strcmp(rows_text(rows, 0, &mem), text)) {
			ck_assert_str_eq(rows_text(rows, 1, &mem), "private");
			found = true;
		}
	ck_assert(rows_close(rows, NULL));
	str_free(&names);
	arena_free(&mem);
	return found;
}

static bool
text_says(const struct record *r, const char *text)
{
	struct str all = { 0 };

	for (int i = 0; i < r->own; i++)
		if (r->values[i].kind == VALUE_TEXT) {
			str_addn(&all, r->values[i].s, r->values[i].n);
			str_addc(&all, '\n');
		}
	for (size_t i = 0; i < r->item_count; i++)
		if (r->items[i].value.kind == VALUE_TEXT) {
			str_addn(&all, r->items[i].value.s, r->items[i].value.n);
			str_addc(&all, '\n');
		}
	bool says = strstr(str_text(&all), text) != NULL;
	str_free(&all);
	return says;
}

static void
still_said(const struct record *kept, const struct field *f, const struct value *v)
{
	const struct value *now = record_value(kept, f);
	struct str shown = { 0 }, line = { 0 }, heading = { 0 };

	value_show(w.s, f, v, &shown);
	str_addf(&line, "%s: %s", f->label, str_text(&shown));
	str_addf(&heading, HEADING "%s", str_text(&shown));
	ck_assert_msg(value_equal(now, v) || says(entity_find("entry"), str_text(&line))
	    || says(entity_find("entry"), str_text(&heading))
	    || says(entity_find("note"), str_text(&heading))
	    || (f->type->is_text && text_says(kept, str_text(&shown))),
	    "%s: %s", kept->ent->name, str_text(&line));
	str_free(&shown);
	str_free(&line);
	str_free(&heading);
}

static void
all_said(const struct record *kept, const struct record *gone)
{
	const struct field *f;

	for (int i = 0; (f = entity_field(gone->ent, i)); i++)
		if (field_is_column(f) && !(f->flags & (F_TRASH | F_ORDER))
		    && gone->values[i].kind != VALUE_NULL)
			still_said(kept, f, &gone->values[i]);
	for (size_t i = 0; i < gone->item_count; i++)
		ck_assert_msg(record_has(kept, &(struct cell){ gone->items[i].field,
		    gone->items[i].value, true }), "%s", gone->items[i].field->name);
}

static void
merged(const struct entity *ent, int64_t kept, int64_t gone, struct merge_report *report)
{
	struct error e = { 0 };

	ck_assert(action_begin(w.s, "merge", &e));
	ck_assert_msg(merge_records(w.s, ent, kept, gone, report, &e), "%s", e.msg);
	ck_assert_msg(action_end(w.s, true, NULL, &e), "%s", e.msg);
}

START_TEST(nothing_said_is_lost)
{
	for (int k = 0; entities[k]; k++) {
		struct merge_report report = { 0 };
		struct record *before, *kept;
		if (entities[k]->flags & E_INTERNAL)
			continue;
		ck_assert(action_begin(w.s, "add", NULL));
		int64_t one = sample(entities[k], 0, true), two = sample(entities[k], 1, true);
		ck_assert(action_end(w.s, true, NULL, NULL));
		ck_assert(record_load(w.s, entities[k], two, &before, NULL));
		merged(entities[k], one, two, &report);
		ck_assert(record_load(w.s, entities[k], one, &kept, NULL));
		all_said(kept, before);
		record_free(before);
		record_free(kept);
		merge_report_free(&report);
	}
}
END_TEST

/* --- Lines --- */

static void
line(const char *note, const char *place, const char *time, const char *text)
{
	make(w.s, "entry", "note", note, "position", place, "kind", "text", "text", text,
	    *time ? "at" : NULL, time, NULL);
}

/* The texts of the lines of a note, in their order, joined by blanks. */
static void
ck_assert_lines(const char *note, const char *wanted)
{
	const struct entity *ent = entity_find("entry");
	struct query q = { .ent = ent, .sort = "position" };
	struct arena mem = { 0 };
	struct str filter = { 0 }, got = { 0 };
	struct column *columns;

	str_addf(&filter, "note=\"%s\"", note);
	q.filter = filter_parse(w.s, ent, NULL, str_text(&filter), NULL);
	ck_assert(columns_read(ent, "text", &mem, &columns, &q.column_count, NULL));
	q.columns = columns;
	struct rows *rows = rows_open(w.s, &q, NULL);
	while (rows_next(rows))
		str_addf(&got, "%s%s", got.len ? " " : "", rows_text(rows, 0, &mem));
	ck_assert(rows_close(rows, NULL));
	ck_assert_str_eq(str_text(&got), wanted);
	filter_free((struct filter *)q.filter);
	str_free(&filter);
	str_free(&got);
	arena_free(&mem);
}

static int64_t
note(const char *title)
{
	return make(w.s, "note", "kind", "session-note", "title", title, NULL);
}

START_TEST(lines_stand_by_their_time)
{
	struct merge_report report = { 0 };

	ck_assert(action_begin(w.s, "add", NULL));
	int64_t one = note("Hers"), two = note("His");
	line("Hers", "b1", "2026-11-21T10:00", "a");
	line("Hers", "b2", "2026-11-21T10:20", "d");
	line("Hers", "b3", "2026-11-21T10:40", "f");
	line("His", "b1", "2026-11-21T10:05", "b");
	line("His", "b2", "2026-11-21T10:10", "c");
	line("His", "b3", "2026-11-21T10:30", "e");
	line("His", "b4", "2026-11-21T10:50", "f");
	ck_assert(action_end(w.s, true, NULL, NULL));
	merged(entity_find("note"), one, two, &report);
	ck_assert_int_eq(report.alike, 1);
	ck_assert_str_eq(str_text(&report.alike_lines), "\"f\"");
	ck_assert_lines("Hers", "a b c d e f f " HEADING "His In both, word for word: \"f\"");
	merge_report_free(&report);
}
END_TEST

START_TEST(lines_without_time_stand_by_their_place)
{
	struct merge_report report = { 0 };

	ck_assert(action_begin(w.s, "add", NULL));
	int64_t one = note("Hers"), two = note("His");
	line("Hers", "b1", "", "a");
	line("Hers", "b2", "", "c");
	line("His", "b1", "", "b");
	line("His", "b2", "", "d");
	line("His", "b3", "", "e");
	ck_assert(action_end(w.s, true, NULL, NULL));
	merged(entity_find("note"), one, two, &report);
	ck_assert_lines("Hers", "a b c d e " HEADING "His");
	merge_report_free(&report);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("merge");
	TCase *t = tcase_create("merge");

	tcase_add_checked_fixture(t, world_setup, world_teardown);
	tcase_add_test(t, nothing_said_is_lost);
	tcase_add_test(t, lines_stand_by_their_time);
	tcase_add_test(t, lines_without_time_stand_by_their_place);
	suite_add_tcase(s, t);
	return run_suite(s);
}
