#include <stdlib.h>

#include "store/column.h"
#include "store/db.h"
#include "store/log.h"
#include "store/tally.h"
#include "tests/unit/run.h"
#include "tests/unit/world.h"

static void
made(const char *pane, const char *row, const char *across, const char *filter,
    bool leave_out_private, struct tally *out)
{
	struct tally_query q = { .pane = pane_find(pane), .count = across ? 2 : 1,
	    .leave_out_private = leave_out_private };
	struct error e = { 0 };

	struct filter *f = filter_parse(w.s, entity_find(q.pane->entity), q.pane, filter, &e);
	ck_assert_msg(f != NULL, "%s", e.msg);
	q.filter = f;
	ck_assert_msg(tally_by_parse(q.pane, row, &q.by[0], &e), "%s", e.msg);
	ck_assert_msg(!across || tally_by_parse(q.pane, across, &q.by[1], &e), "%s", e.msg);
	ck_assert_msg(tally_make(w.s, &q, out, &e), "%s %s: %s", pane, row, e.msg);
	filter_free(f);
}

static const struct {
	const char *pane, *by, *filter, *counts;
} frequencies[] = {
	{ "affiliates", "country", "", "Argentina 1|Chile 1" },
	{ "partners", "country", "", "Chile 2|(empty) 1" },
	{ "partners", "type", "", "GLAM 1|university 1|(empty) 1" },
	{ "partners", "country", "nandu", "Chile 1" },
	{ "organisations", "members", "", "9 1|45 1|100 1|(empty) 3" },
	/* several values: a record at each of them */
	{ "affiliates", "languages", "", "español 2|English 1" },
	{ "partnerships", "kinds", "", "training 1|data 1|(empty) 2" },
	/* through references, there and back */
	{ "partnerships", "partner.country", "", "Chile 3" },
	{ "partnerships", "affiliate.code", "", "WMAR 1|WMCL 1|(empty) 1" },
	{ "events", "hosts.country", "", "Argentina 1|(empty) 3" },
	{ "partners", "partnership.affiliate", "",
	    "Wikimedia Argentina 1|Wikimedia Chile 1|(empty) 2" },
	/* what stands in a record behind: a partner at each stage it has */
	{ "partners", "stage", "", "prospect 1|active 1|completed 1|(empty) 1" },
	{ "partners", "kinds", "", "training 1|data 1|(empty) 2" },
	/* dates as they are and by stretches */
	{ "events", "start", "", "2014-11-21 1|2017 1|2017-11 1|(empty) 1" },
	{ "events", "start:year", "", "2014 1|2017 2|(empty) 1" },
	{ "events", "start:quarter", "", "2014-Q4 1|2017 1|2017-Q4 1|(empty) 1" },
	{ "events", "start:month", "", "2014-11 1|2017 1|2017-11 1|(empty) 1" },
	{ "partners", "note.date:month", "", "2026-10 1|(empty) 2" },
	{ "attendance", "signed_at:year", "", "2014 1|(empty) 2" },
	/* computed */
	{ "partners", "open_items", "", "0 2|1 1" },
	{ "goals", "smart", "", "SMA-- 1" },
	/* texts are equal as in a filter */
	{ "attendance", "signed_name", "", "Zoë 2|(empty) 1" },
	{ "attendance", "named_in_public", "", "no 1|yes 1|(empty) 1" },
	{ "tags", "records", "", "Iberoconf 2014 1|Museo Ñandú 1|(empty) 1" },
};

static int
text_compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Groups whose order does not matter here are compared sorted. */
static void
sorted(const char *list, struct str *out)
{
	char *copy = strdup(list), *at[64], *save = NULL;
	size_t n = 0;

	for (char *p = strtok_r(copy, "|", &save); p && n < 64; p = strtok_r(NULL, "|", &save))
		at[n++] = p;
	qsort(at, n, sizeof *at, text_compare);
	for (size_t i = 0; i < n; i++)
		str_addf(out, "%s|", at[i]);
	free(copy);
}

START_TEST(frequency)
{
	struct tally t;
	struct str got = { 0 }, a = { 0 }, b = { 0 };

	made(frequencies[_i].pane, frequencies[_i].by, NULL, frequencies[_i].filter, false, &t);
	for (size_t i = 0; i < t.sides[0].count; i++)
		str_addf(&got, "%s%s %d", i ? "|" : "", t.sides[0].groups[i].label,
		    (int)t.sides[0].groups[i].count);
	sorted(str_text(&got), &a);
	sorted(frequencies[_i].counts, &b);
	ck_assert_msg(!strcmp(str_text(&a), str_text(&b)), "%s %s: \"%s\"",
	    frequencies[_i].pane, frequencies[_i].by, str_text(&got));
	str_free(&got);
	str_free(&a);
	str_free(&b);
	tally_free(&t);
}
END_TEST

static const struct {
	const char *pane, *by, *order;
} orders[] = {
	{ "partnerships", "stage", "prospect|active|completed|" },	/* the list's */
	{ "partners", "country", "CL||" },				/* empty last */
	{ "affiliates", "languages", "es|en|" },			/* by count */
	{ "metrics", "target", "9.5|30|200|" },				/* by number */
	{ "events", "start:year", "2014|2017||" },
	{ "affiliates", "country", "AR|CL|" },				/* by name */
};

START_TEST(order)
{
	struct tally t;
	struct str got = { 0 };

	made(orders[_i].pane, orders[_i].by, NULL, "", false, &t);
	for (size_t i = 0; i < t.sides[0].count; i++)
		str_addf(&got, "%s|", t.sides[0].groups[i].code);
	ck_assert_str_eq(str_text(&got), orders[_i].order);
	str_free(&got);
	tally_free(&t);
}
END_TEST

/* The filter of a group finds as many records as were counted. */
static void
filter_counts(const struct tally *t, const char *pane, int row, int across)
{
	struct query q = { .pane = pane_find(pane) };
	struct str text = { 0 };
	struct error e = { 0 };
	int64_t count = -1;

	q.ent = entity_find(q.pane->entity);
	tally_filter(w.s, t, row, across, &text);
	struct filter *f = filter_parse(w.s, q.ent, q.pane, str_text(&text), &e);
	ck_assert_msg(f != NULL, "%s %s: %s", pane, str_text(&text), e.msg);
	q.filter = f;
	ck_assert(query_count(w.s, &q, &count, NULL, NULL));
	ck_assert_msg(count == tally_cell(t, row, across), "%s \"%s\": %d, not %d", pane,
	    str_text(&text), (int)count, (int)tally_cell(t, row, across));
	filter_free(f);
	str_free(&text);
}

/* What tally.h says no filter can tell: a year among several dates. */
static bool
cannot_be_told(const struct tally_side *side, size_t group)
{
	enum { DAY = 10 };

	return side->by.column.field->type == &type_date && column_is_several(&side->by.column)
	    && side->groups[group].value.n < DAY;
}

static void
column_counts(const char *pane, const char *name)
{
	struct tally t;

	made(pane, name, NULL, "", false, &t);
	for (size_t i = 0; i < t.sides[0].count; i++)
		if (!cannot_be_told(&t.sides[0], i))
			filter_counts(&t, pane, (int)i, TALLY_ALL);
	filter_counts(&t, pane, TALLY_ALL, TALLY_ALL);
	tally_free(&t);
}

/* Texts, names and dates that look like parts of the filter language. */
static void
naughty(void)
{
	static const char *const names[] = {
		"a,b", "a \"b\" \\", "(x) or not", "!no", "x=y<z", "Museo  ÑANDÚ", "\xe2\x80\x8bz",
		"two\nlines", "Universidad de Chile",
	};
	static const char *const dates[] = {
		"2014", "2014-01", "2014-02", "2014-12", "2014-01-01", "2014-01-31", "2014-02-01",
		"2014-03-31", "2014-04-01", "2014-11", "2014-11-01", "2014-11-30", "2014-12-31",
		"2013-12-31", "2015", "0999-05",
	};
	const struct entity *ent = entity_find("organisation");

	ck_assert(action_begin(w.s, "test", NULL));
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct cell cells[] = {
			{ field_find(ent, "kind"), value_text("partner", 7), true },
			{ field_find(ent, "name"), value_text(names[i], strlen(names[i])), true },
			{ field_find(ent, "summary"), value_text(names[i], strlen(names[i]) - (i == 6)),
			    true },	/* of one only what nobody sees */
		};
		int64_t id;
		struct error e = { 0 };
		ck_assert_msg(record_create(w.s, ent, cells, 3, &id, &e), "%s", e.msg);
		struct cell partner = { field_find(entity_find("partnership"), "partner"),
		    value_int(id), true };
		ck_assert(record_create(w.s, entity_find("partnership"), &partner, 1, &id, &e));
	}
	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
		make(w.s, "event", "name", dates[i], "start", dates[i], NULL);
	ck_assert(action_end(w.s, true, NULL, NULL));
}

/* Of every column of every pane. */
START_TEST(filters_are_exact)
{
	const struct field *f;

	naughty();
	for (const struct pane *p = panes; p->name; p++) {
		const struct entity *ent = entity_find(p->entity);
		for (int i = 0; (f = entity_field(ent, i)); i++) {
			column_counts(p->name, f->name);
			for (int k = TALLY_YEAR; f->type->is_date && tally_part_name(k); k++) {
				char name[112];
				snprintf(name, sizeof name, "%s:%s", f->name, tally_part_name(k));
				column_counts(p->name, name);
			}
		}
	}
	column_counts("partners", "note.date:quarter");
}
END_TEST

/* Every field of `to`, as "way.field". */
static void
columns_behind(const struct pane *pane, const char *way, const struct entity *to)
{
	const struct field *f;
	struct column c;
	char name[96];

	for (int i = 0; (f = entity_field(to, i)); i++) {
		snprintf(name, sizeof name, "%s.%s", way, f->name);
		if (column_parse(entity_find(pane->entity), name, &c, NULL))
			column_counts(pane->name, name);
	}
}

/* There and back, one reference far. */
START_TEST(filters_behind_references_are_exact)
{
	const struct field *f;
	char to[64];

	naughty();
	for (const struct pane *p = panes; p->name; p++) {
		const struct entity *ent = entity_find(p->entity);
		for (int i = 0; (f = entity_field(ent, i)); i++)
			if (f->type->is_ref && joined_word(f->refs, 0, to) && entity_find(to))
				columns_behind(p, f->name, entity_find(to));
		for (int i = 0; entities[i]; i++)
			columns_behind(p, entities[i]->name, entities[i]);
	}
}
END_TEST

static const struct {
	const char *pane, *row, *across;
} crosses[] = {
	{ "partnerships", "stage", "partner.country" }, { "affiliates", "languages", "country" },
	{ "partners", "stage", "type" }, { "events", "start:year", "status" },
	{ "attendance", "state", "signed_name" }, { "events", "tags", "start:quarter" },
	{ "organisations", "kind", "languages" },
};

START_TEST(cross_tables)
{
	struct tally t;

	naughty();
	made(crosses[_i].pane, crosses[_i].row, crosses[_i].across, "", false, &t);
	ck_assert_int_eq(t.side_count, 2);
	for (int i = TALLY_ALL; i < (int)t.sides[0].count; i++)
		for (int k = TALLY_ALL; k < (int)t.sides[1].count; k++)
			filter_counts(&t, crosses[_i].pane, i, k);
	tally_free(&t);
}
END_TEST

/* The same counts by SQL of another hand. */
START_TEST(counts_are_those_of_sql)
{
	static const struct {
		const char *pane, *row, *across, *sql;
	} all[] = {
		{ "partnerships", "stage", "partner.country",
		    "SELECT p.stage,o.country,count(*) FROM partnership p JOIN organisation o"
		    " ON o.id=p.partner WHERE p.deleted=0 AND o.deleted=0 GROUP BY 1,2" },
		{ "affiliates", "country", "languages",
		    "SELECT o.country,i.value,count(DISTINCT o.id) FROM organisation o"
		    " JOIN item i ON i.record=o.id AND i.field=(SELECT field FROM item"
		    " WHERE value='es' LIMIT 1) WHERE o.kind='affiliate' AND o.deleted=0 GROUP BY 1,2" },
		{ "events", "start:year", "country",
		    "SELECT substr(start,1,4),country,count(*) FROM event WHERE deleted=0 GROUP BY 1,2" },
	};
	struct error e = { 0 };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		struct tally t;
		int64_t sum = 0, found = 0;
		made(all[i].pane, all[i].row, all[i].across, "", false, &t);
		struct stmt *st = stmt_new(w.s->db, all[i].sql, &e);
		ck_assert_msg(st != NULL, "%s", e.msg);
		for (; stmt_row(st); found++) {
			int row = 0, across = 0;
			while (strcmp(t.sides[0].groups[row].code, stmt_col(st, 0)))
				ck_assert_int_lt(++row, (int)t.sides[0].count);
			while (strcmp(t.sides[1].groups[across].code, stmt_col(st, 1)))
				ck_assert_int_lt(++across, (int)t.sides[1].count);
			ck_assert_int_eq(tally_cell(&t, row, across), stmt_col_int(st, 2));
			sum += stmt_col_int(st, 2);
		}
		ck_assert(stmt_end(st, &e));
		for (int k = 0; k < (int)t.sides[0].count; k++)
			for (int l = 0; l < (int)t.sides[1].count; l++)
				sum -= tally_cell(&t, k, l);
		ck_assert_int_eq(sum, 0);
		ck_assert_int_gt(found, 1);
		tally_free(&t);
	}
}
END_TEST

START_TEST(private_is_left_out)
{
	struct tally t;

	made("partners", "country", NULL, "", true, &t);
	ck_assert_int_eq(t.records, 2);
	ck_assert_int_eq(t.omitted, 1);
	tally_free(&t);
	/* and passed over on the way to a value */
	made("partnerships", "partner.name", NULL, "stage=prospect", true, &t);
	ck_assert_int_eq(t.sides[0].groups[0].value.kind, VALUE_NULL);
	tally_free(&t);
}
END_TEST

/* Two notes of one month are one record in it, and in its cell. */
START_TEST(a_record_counts_once)
{
	struct tally t;

	ck_assert(action_begin(w.s, "test", NULL));
	make(w.s, "note", "kind", "call", "title", "Otra", "date", "2026-10-20", "about",
	    "Museo Ñandú", NULL);
	ck_assert(action_end(w.s, true, NULL, NULL));
	made("partners", "note.date:month", "country", "nandu", false, &t);
	ck_assert_int_eq(t.sides[0].count, 1);
	ck_assert_int_eq(t.sides[0].groups[0].count, 1);
	ck_assert_int_eq(tally_cell(&t, 0, 0), 1);
	ck_assert(!t.sides[0].overlaps);
	tally_free(&t);
}
END_TEST

START_TEST(overlaps_are_told)
{
	struct tally t;

	made("affiliates", "languages", NULL, "", false, &t);
	ck_assert(t.sides[0].overlaps);
	tally_free(&t);
	made("affiliates", "country", NULL, "", false, &t);
	ck_assert(!t.sides[0].overlaps);
	tally_free(&t);
}
END_TEST

START_TEST(names)
{
	static const struct {
		const char *pane, *name, *label;
	} good[] = {
		{ "partnerships", "partner.country", "Partner: Country" },
		{ "events", "start:month", "Starts, by month" },
		{ "partners", "stage", "Partnership: Stage" },
		{ "partners", "country", "Country" },
	};
	struct tally_by by;
	struct str label = { 0 };

	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		str_cut(&label, 0);
		ck_assert(tally_by_parse(pane_find(good[i].pane), good[i].name, &by, NULL));
		tally_by_label(&by, &label);
		ck_assert_str_eq(str_text(&label), good[i].label);
	}
	str_free(&label);
}
END_TEST

static const struct {
	const char *pane, *name, *says;
} wrong[] = {
	{ "partners", "contry", "country" }, { "events", "start:week", "quarter" },
	{ "events", "name:year", "no date" }, { "events", ":year", "no field" },
	{ "events", "", "no field" },
};

START_TEST(wrong_names)
{
	struct tally_by by;
	struct error e = { 0 };

	ck_assert(!tally_by_parse(pane_find(wrong[_i].pane), wrong[_i].name, &by, &e));
	ck_assert_int_eq(e.status, STATUS_USAGE);
	ck_assert_msg(is_one_sentence(e.msg) && strstr(e.msg, wrong[_i].says), "%s", e.msg);
}
END_TEST

/* A table as wide as a list is long is refused in words. */
START_TEST(too_wide)
{
	struct tally_query q = { .pane = pane_find("people"), .count = 2 };
	struct tally t;
	struct error e = { 0 };
	char name[16];

	ck_assert(action_begin(w.s, "test", NULL));
	for (int i = 0; i <= TALLY_ACROSS; i++) {
		snprintf(name, sizeof name, "P%d", i);
		make(w.s, "person", "name", name, NULL);
	}
	ck_assert(action_end(w.s, true, NULL, NULL));
	ck_assert(tally_by_parse(q.pane, "country", &q.by[0], NULL));
	ck_assert(tally_by_parse(q.pane, "name", &q.by[1], NULL));
	ck_assert(!tally_make(w.s, &q, &t, &e));
	ck_assert_int_eq(e.status, STATUS_DATA);
	ck_assert(is_one_sentence(e.msg));
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("tally");
	TCase *t = tcase_create("tally");

	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, world_setup, world_teardown);
	tcase_add_loop_test(t, frequency, 0, sizeof frequencies / sizeof *frequencies);
	tcase_add_loop_test(t, order, 0, sizeof orders / sizeof *orders);
	tcase_add_test(t, filters_are_exact);
	tcase_add_test(t, filters_behind_references_are_exact);
	tcase_add_loop_test(t, cross_tables, 0, sizeof crosses / sizeof *crosses);
	tcase_add_test(t, counts_are_those_of_sql);
	tcase_add_test(t, private_is_left_out);
	tcase_add_test(t, a_record_counts_once);
	tcase_add_test(t, overlaps_are_told);
	tcase_add_test(t, names);
	tcase_add_loop_test(t, wrong_names, 0, sizeof wrong / sizeof *wrong);
	tcase_add_test(t, too_wide);
	suite_add_tcase(s, t);
	return run_suite(s);
}
