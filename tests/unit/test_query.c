#include "tests/unit/run.h"
#include "tests/unit/world.h"

/* A value as text, a reference as the title it names. */
static void
cell_add(const struct column *c, const struct value *v, struct str *out)
{
	if (v->kind == VALUE_INT && c->field->type->is_ref)
		record_title(w.s, record_entity(w.s, v->i), v->i, out);
	else
		value_to_text(c->field, v, out);
}

/* "a,b;c" a row, rows parted by '|'. */
static void
table_add(const struct query *q, struct str *out)
{
	struct error e = { 0 };
	struct rows *r = rows_open(w.s, q, &e);
	struct value v;

	ck_assert_msg(r != NULL, "%s", e.msg);
	for (bool first = true; rows_next(r); first = false) {
		if (!first)
			str_addc(out, '|');
		for (size_t i = 0; i < q->column_count; i++) {
			str_add(out, i ? "," : "");
			for (size_t k = 0; rows_value(r, i, k, &v); k++) {
				str_add(out, k ? ";" : "");
				cell_add(&q->columns[i], &v, out);
			}
		}
	}
	ck_assert_msg(rows_close(r, &e), "%s", e.msg);
}

static const struct {
	const char *pane, *columns, *sort, *filter, *table;
} lists[] = {
	/* values of every kind */
	{ "partners", "name,stage,next_step,next_step_on", NULL, "",
	    "100% libre, a_b,,,|Museo Ñandú,active,Llamar a Ana,2026-11-10|"
	    "Universidad de Chile,prospect,,2026-12-01" },
	{ "partners", "last_contact,days_silent,open_items", NULL, "nandu", "2026-10-12,40,1" },
	{ "affiliates", "code,languages,other_codes", NULL, "", "WMAR,en;es,|WMCL,es,CL;CLAWIKI" },
	{ "partnerships", "partner,affiliate,partner.country,affiliate.code,kinds", "id", "",
	    "Museo Ñandú,Wikimedia Chile,CL,WMCL,data;training|"
	    "Museo Ñandú,Wikimedia Argentina,CL,WMAR,|Universidad de Chile,,CL,," },
	{ "partnerships", "last_contact,open_items,stage_since", "id", "affiliate=WMCL",
	    "2026-10-12,0,2026-11-21" },
	{ "events", "name,hosts,hosts.country,present,open_items", "id", "2014",
	    "Iberoconf 2014,Wikimedia Argentina,AR,2,0" },
	{ "goals", "smart,progress,open_items", NULL, "", "SMA--,25,0" },
	{ "measurements", "value,metric.goal.owner.code", "id", "value=50", "50,WMCL" },
	{ "items", "text,owners", NULL, "", "Enviar el acuerdo\nfirmado,Wikimedia Chile;Ana Pérez" },
	{ "networks", "countries", NULL, "", "AR;CL;ES" },
	{ "attendance", "named_in_public", "id", "", "yes|no|" },
	{ "tags", "name,records", NULL, "", "big,Museo Ñandú;Iberoconf 2014|small," },
	/* backwards through references */
	{ "partners", "name,partnership.stage", "name", "stage=active,completed",
	    "Museo Ñandú,active;completed" },
	{ "partners", "partnership.affiliate", "name", "nandu",
	    "Wikimedia Chile;Wikimedia Argentina" },
	{ "affiliates", "code,partnership.partner,membership.network", "code", "",
	    "WMAR,Museo Ñandú,|WMCL,Museo Ñandú,Iberocoop" },
	{ "networks", "membership.member", NULL, "", "Wikimedia Chile" },
	{ "partners", "note.date", NULL, "nandu", "2026-10-12" },
	{ "goals", "metric.measurement.value", NULL, "", "50;80;0.5" },
	/* order */
	{ "events", "name", "start", "", "Iberoconf 2014|Taller|Encuentro|Idea" },
	{ "events", "name", "-start", "", "Encuentro|Taller|Iberoconf 2014|Idea" },
	{ "metrics", "name", "target", "", "hours|schools|teachers" },
	{ "metrics", "name", "-target", "", "teachers|schools|hours" },
	{ "metrics", "name", "baseline", "", "hours|teachers|schools" },
	{ "organisations", "code", "members", "members!=", "|WMCL|WMAR" },
	{ "partnerships", "stage", "stage", "", "prospect|active|completed" },
	{ "partnerships", "stage", "-stage", "", "completed|active|prospect" },
	{ "partnerships", "stage", "-partner,stage", "", "prospect|active|completed" },
	{ "partnerships", "stage", "affiliate.code,id", "", "completed|active|prospect" },
	{ "affiliates", "code", "-country", "", "WMCL|WMAR" },
	{ "affiliates", "code", "country", "", "WMAR|WMCL" },
	{ "affiliates", "code", "languages,-name", "", "WMAR|WMCL" },
	{ "people", "username", "name", "", "AnaP|Zoë" },
	{ "partners", "name", "stage,-name", "", "Universidad de Chile|Museo Ñandú|100% libre, a_b" },
	{ "partners", "name", "alt_name, -name", "", "Universidad de Chile|Museo Ñandú|100% libre, a_b" },
};

static size_t
columns_parse(const struct entity *ent, const char *names, struct column columns[16])
{
	size_t n = 0;

	for (const char *p = names; *p; n++) {
		char name[96];
		struct error e = { 0 };
		size_t len = strcspn(p, ",");
		snprintf(name, sizeof name, "%.*s", (int)len, p);
		ck_assert_msg(column_parse(ent, name, &columns[n], &e), "%s", e.msg);
		p += len + (p[len] == ',');
	}
	return n;
}

START_TEST(tables)
{
	const struct pane *pane;
	const struct entity *ent = entity_of(lists[_i].pane, &pane);
	struct column columns[16];
	struct error e = { 0 };
	struct str got = { 0 };
	struct filter *f = filter_parse(w.s, ent, pane, lists[_i].filter, &e);

	ck_assert_msg(f != NULL, "%s", e.msg);
	struct query q = { .ent = ent, .pane = pane, .filter = f, .columns = columns,
	    .column_count = columns_parse(ent, lists[_i].columns, columns),
	    .sort = lists[_i].sort };
	table_add(&q, &got);
	ck_assert_msg(!strcmp(str_text(&got), lists[_i].table), "%s %s %s: \"%s\"",
	    lists[_i].pane, lists[_i].columns, lists[_i].sort, str_text(&got));
	str_free(&got);
	filter_free(f);
}
END_TEST

/* Every field of every entity can be a column and an order; every pane's own too. */
START_TEST(every_field)
{
	for (int i = 0; entities[i]; i++) {
		const struct field *f;
		for (int k = 0; (f = entity_field(entities[i], k)); k++) {
			struct column c;
			struct error e = { 0 };
			struct str got = { 0 };
			ck_assert_msg(column_parse(entities[i], f->name, &c, &e), "%s", e.msg);
			ck_assert_ptr_eq(c.field, f);
			struct query q = { .ent = entities[i], .columns = &c, .column_count = 1,
			    .sort = f->name, .everything = true };
			table_add(&q, &got);
			str_free(&got);
		}
	}
	for (const struct pane *p = panes; p->name; p++) {
		struct column columns[16];
		const struct entity *ent = entity_find(p->entity);
		struct str got = { 0 };
		struct query q = { .ent = ent, .pane = p, .columns = columns,
		    .column_count = p->columns ? columns_parse(ent, p->columns, columns) : 0 };
		table_add(&q, &got);
		str_free(&got);
	}
}
END_TEST

START_TEST(limits_and_privacy)
{
	const struct pane *pane = pane_find("partners");
	const struct entity *ent = entity_find("organisation");
	struct query q = { .ent = ent, .pane = pane, .limit = 1 };
	int64_t count, omitted;
	struct str got = { 0 };

	titles_add(w.s, &q, &got);
	ck_assert_str_eq(str_text(&got), "100% libre, a_b");
	q.limit = 0;
	q.leave_out_private = true;
	str_cut(&got, 0);
	titles_add(w.s, &q, &got);
	ck_assert_str_eq(str_text(&got), "100% libre, a_b|Museo Ñandú");
	ck_assert(query_count(w.s, &q, &count, &omitted, NULL));
	ck_assert_int_eq(count, 2);
	ck_assert_int_eq(omitted, 1);
	q.leave_out_private = false;
	q.everything = true;
	str_cut(&got, 0);
	titles_add(w.s, &q, &got);
	ck_assert_str_eq(str_text(&got),
	    "100% libre, a_b|Borrado|Museo Ñandú|Universidad de Chile");
	ck_assert(query_count(w.s, &q, &count, &omitted, NULL));
	ck_assert_int_eq(count, 4);
	ck_assert_int_eq(omitted, 0);
	str_free(&got);
}
END_TEST

/* What several() joins comes apart again, whatever is in it; items in any order. */
START_TEST(several_values)
{
	const struct entity *ent = entity_find("organisation");
	const struct field *codes = field_find(ent, "other_codes");
	static const char *const texts[] = { "1:", "3:ab", "\x1f;,", "ñ" };
	struct cell cells[6] = {
		{ field_find(ent, "kind"), value_text("body", 4), true },
		{ field_find(ent, "name"), value_text("Codes", 5), true },
	};
	struct column c;
	struct value v;
	int64_t id;

	for (size_t i = 0; i < 4; i++)
		cells[i + 2] = (struct cell){ codes, value_text(texts[i], strlen(texts[i])), true };
	ck_assert(action_begin(w.s, "test", NULL));
	ck_assert(record_create(w.s, ent, cells, 6, &id, NULL));
	ck_assert(action_end(w.s, true, NULL, NULL));
	ck_assert(column_parse(ent, "other_codes", &c, NULL));
	struct query q = { .ent = ent, .pane = pane_find("bodies"), .columns = &c,
	    .column_count = 1 };
	struct rows *r = rows_open(w.s, &q, NULL);
	ck_assert(rows_next(r));
	static const size_t order[] = { 2, 0, 3, 1, 1, 3 }, sorted[] = { 2, 0, 1, 3 };
	for (size_t i = 0; i < 6; i++) {
		const char *text = texts[sorted[order[i]]];
		ck_assert(rows_value(r, 0, order[i], &v));
		ck_assert(v.n == strlen(text) && !memcmp(v.s, text, v.n));
	}
	ck_assert(!rows_value(r, 0, 4, &v));
	ck_assert(rows_close(r, NULL));
}
END_TEST

static bool
related_add(void *ctx, const struct related *r)
{
	str_addf(ctx, "%s.%s %d|", r->ent->name, r->field->name, (int)r->count);
	return true;
}

START_TEST(related_records)
{
	struct str got = { 0 };
	struct error e = { 0 };

	ck_assert_msg(related_each(w.s, entity_find("organisation"), w.museum, related_add,
	    &got, &e), "%s", e.msg);
	ck_assert_str_eq(str_text(&got), "partnership.partner 2|note.about 1|"
	    "entry.organisation 1|");
	str_cut(&got, 0);
	ck_assert(related_each(w.s, entity_find("tag"), w.big, related_add, &got, NULL));
	ck_assert_str_eq(str_text(&got), "organisation.tags 1|event.tags 1|");
	str_cut(&got, 0);
	ck_assert(related_each(w.s, entity_find("organisation"), w.gone, related_add, &got,
	    NULL));
	ck_assert_str_eq(str_text(&got), "");
	str_free(&got);
}
END_TEST

static const struct {
	const char *entity, *column, *says;
} wrong[] = {
	{ "organisation", "nmae", "name" },
	{ "partnership", "partner.nmae", "name" },
	{ "partnership", "partner.", "no field" },
	{ "organisation", "partnership.stag", "stage" },
	{ "organisation", "name.code", "name" },
	{ "note", "about.name", "any kind" },
	{ "organisation", "partnership.partner.partnership.partner.name", "three" },
	{ "organisation", "", "no field" },
	{ "organisation", "name\" FROM x --", "no field" },
};

START_TEST(wrong_columns)
{
	struct column c;
	struct error e = { 0 };

	ck_assert(!column_parse(entity_find(wrong[_i].entity), wrong[_i].column, &c, &e));
	ck_assert_int_eq(e.status, STATUS_USAGE);
	ck_assert_msg(is_one_sentence(e.msg) && strstr(e.msg, wrong[_i].says), "%s: %s",
	    wrong[_i].column, e.msg);
}
END_TEST

START_TEST(wrong_order)
{
	struct query q = { .ent = entity_find("organisation"), .sort = "name,-nmae" };
	struct error e = { 0 };

	ck_assert_ptr_null(rows_open(w.s, &q, &e));
	ck_assert_int_eq(e.status, STATUS_USAGE);
	ck_assert_ptr_nonnull(strstr(e.msg, "name"));
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("query");
	TCase *t = tcase_create("query");

	tcase_set_timeout(t, 60);
	tcase_add_unchecked_fixture(t, world_setup, world_teardown);
	tcase_add_loop_test(t, tables, 0, sizeof lists / sizeof *lists);
	tcase_add_test(t, every_field);
	tcase_add_test(t, limits_and_privacy);
	tcase_add_test(t, several_values);
	tcase_add_test(t, related_records);
	tcase_add_loop_test(t, wrong_columns, 0, sizeof wrong / sizeof *wrong);
	tcase_add_test(t, wrong_order);
	suite_add_tcase(s, t);
	return run_suite(s);
}
