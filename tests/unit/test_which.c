#include "base/id.h"
#include "tests/unit/run.h"
#include "tests/unit/world.h"

/* title: what is found; says: what the sentence has in it when nothing is. */
static const struct {
	const char *pane, *which;
	bool trash;
	const char *title, *says;
} cases[] = {
	{ "affiliates", "WMCL", false, "Wikimedia Chile", NULL },
	{ "affiliates", "wmcl", false, "Wikimedia Chile", NULL },
	{ "affiliates", "CL", false, "Wikimedia Chile", NULL },
	{ "affiliates", "clawiki", false, "Wikimedia Chile", NULL },
	{ "affiliates", "Wikimedia Chile", false, "Wikimedia Chile", NULL },
	{ "affiliates", "  wikimedia   CHILE ", false, "Wikimedia Chile", NULL },
	{ "affiliates", "capitulo chileno", false, "Wikimedia Chile", NULL },
	{ "affiliates", "wikimedia c", false, "Wikimedia Chile", NULL },
	{ "affiliates", "capi", false, "Wikimedia Chile", NULL },
	{ "affiliates", "@me", false, "Wikimedia Chile", NULL },
	{ "affiliates", "wikimedia", false, NULL, "several" },
	{ "affiliates", "Wikimedia Chle", false, NULL, "Wikimedia Chile" },
	{ "affiliates", "museo ñandu", false, NULL, "Affiliates" },
	{ "affiliates", "chile", false, NULL, "no \"chile\"" },
	{ "affiliates", "", false, NULL, "no \"\"" },
	{ "partners", "Museo Nandu", false, "Museo Ñandú", NULL },
	{ "partners", "100", false, "100% libre, a_b", NULL },
	{ "partners", "Borrado", false, NULL, "in the trash" },
	{ "partners", "borr", false, NULL, "no \"borr\"" },
	{ "partners", "Borrado", true, "Borrado", NULL },
	{ "partners", "Museo Nandu", true, NULL, "not in the trash" },
	{ "partners", "x' OR '1'='1", false, NULL, "no \"x'" },
	{ "people", "anap", false, "Ana Pérez", NULL },
	{ "people", "ana", false, "Ana Pérez", NULL },
	{ "people", "zoe", false, "Zoë", NULL },
	/* titles that are put together */
	{ "partnerships", "Museo Ñandú - Wikimedia Chile", false, "Museo Ñandú - Wikimedia Chile", NULL },
	{ "partnerships", "museo nandu - wikimedia ch", false, "Museo Ñandú - Wikimedia Chile", NULL },
	{ "partnerships", "museo", false, NULL, "several" },
	{ "partnerships", "Borrado", true, "Borrado", NULL },
	{ "partnerships", "Borrado", false, NULL, "in the trash" },
	{ "partnerships", "Museo Ñandú - Wikimedia Chie", false, NULL, "did you mean" },
	{ "items", "enviar", false, "Enviar el acuerdo", NULL },
	{ "notes", "llamada", false, "Llamada", NULL },
};

START_TEST(names)
{
	const struct pane *pane;
	const struct entity *ent = entity_of(cases[_i].pane, &pane);
	struct error e = { 0 };
	struct str title = { 0 };
	int64_t id = 0;
	bool ok = which_find(w.s, ent, pane, cases[_i].which, cases[_i].trash, &id, &e);

	if (ok)
		record_title(w.s, ent, id, &title);
	ck_assert_msg(ok == (cases[_i].title != NULL), "%s: %s %s", cases[_i].which, e.msg,
	    str_text(&title));
	if (ok) {
		ck_assert_str_eq(str_text(&title), cases[_i].title);
	} else {
		ck_assert_int_eq(e.status, STATUS_NONE);
		ck_assert_msg(is_one_sentence(e.msg) && strstr(e.msg, cases[_i].says), "%s", e.msg);
	}
	str_free(&title);
}
END_TEST

START_TEST(by_id)
{
	const struct entity *ent = entity_find("organisation");
	char id[ID_LENGTH + 1], end[ID_LENGTH + 2];
	int64_t found = 0;
	struct error e = { 0 };

	id_format(w.museum, id);
	ck_assert(which_find(w.s, ent, NULL, id, false, &found, &e));
	ck_assert_int_eq(found, w.museum);
	for (int n = 2; n <= 12; n++) {
		snprintf(end, sizeof end, "#%s", id + ID_LENGTH - n);
		found = 0;
		ck_assert_msg(which_find(w.s, ent, NULL, end, false, &found, &e) || n < 4, "%s", e.msg);
		ck_assert(n < 4 || found == w.museum);
	}
	id[0]++;	/* nobody's */
	ck_assert(!which_find(w.s, ent, NULL, id, false, &found, &e));
	id_format(w.chile, id);
	ck_assert(!which_find(w.s, ent, pane_find("partners"), id, false, &found, &e));
	ck_assert(!which_find(w.s, entity_find("person"), NULL, id, false, &found, &e));
	id_format(w.gone, id);
	ck_assert(!which_find(w.s, ent, NULL, id, false, &found, &e));
	ck_assert_ptr_nonnull(strstr(e.msg, "trash"));
}
END_TEST

static const struct {
	const char *entity, *field, *which;
	size_t count;
	bool hidden;
} references[] = {
	{ "partnership", "partner", "Museo Ñandú", 1, false },
	{ "partnership", "partner", "museo nandu", 1, false },
	{ "partnership", "partner", "museo", 0, false },
	{ "partnership", "affiliate", "wmcl", 1, false },
	{ "partnership", "affiliate", "CL", 1, false },
	{ "partnership", "affiliate", "@me", 1, false },
	{ "partnership", "partner", "Borrado", 0, true },
	{ "partnership", "partner", "Nobody", 0, false },
	{ "partnership", "partner", "", 0, false },
	{ "entry", "owners", "Ana Pérez", 1, false },
	{ "entry", "owners", "anap", 1, false },
	{ "entry", "owners", "WMAR", 1, false },
	{ "entry", "partnership", "museo nandu - wikimedia chile", 1, false },
	{ "note", "about", "Iberoconf 2014", 1, false },
	{ "measurement", "metric", "teachers", 1, false },
};

START_TEST(for_references)
{
	const struct field *f = field_find(entity_find(references[_i].entity),
	    references[_i].field);
	int64_t ids[2], hidden = 0;
	size_t count = 9;
	struct error e = { 0 };

	ck_assert_msg(which_reference(w.s, f, references[_i].which, strlen(references[_i].which),
	    ids, 2, &count, &hidden, &e), "%s", e.msg);
	ck_assert_int_eq(count, references[_i].count);
	ck_assert_int_eq(hidden != 0, references[_i].hidden);
}
END_TEST

/* Two of one name: all are counted, as many ids given as there is room for. */
START_TEST(several_references)
{
	const struct field *f = field_find(entity_find("partnership"), "partner");
	int64_t ids[1], hidden;
	size_t count;

	ck_assert(action_begin(w.s, "test", NULL));
	make(w.s, "organisation", "kind", "partner", "name", "museo NANDU", NULL);
	ck_assert(action_end(w.s, true, NULL, NULL));
	ck_assert(which_reference(w.s, f, "museo nandu", 11, ids, 1, &count, &hidden, NULL));
	ck_assert_int_eq(count, 2);
	ck_assert(which_reference(w.s, f, "Museo Ñandú", strlen("Museo Ñandú"), ids, 1, &count,
	    &hidden, NULL));
	ck_assert_int_eq(count, 1);
	ck_assert_int_eq(ids[0], w.museum);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("which");
	TCase *t = tcase_create("which");

	tcase_set_timeout(t, 60);
	tcase_add_unchecked_fixture(t, world_setup, world_teardown);
	tcase_add_loop_test(t, names, 0, sizeof cases / sizeof *cases);
	tcase_add_test(t, by_id);
	tcase_add_loop_test(t, for_references, 0, sizeof references / sizeof *references);
	tcase_add_test(t, several_references);
	suite_add_tcase(s, t);
	return run_suite(s);
}
