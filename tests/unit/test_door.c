#include "app/door.h"
#include "base/arena.h"
#include "base/id.h"
#include "tests/unit/run.h"
#include "tests/unit/world.h"

static struct door door;

static void
setup(void)
{
	struct error e = { 0 };

	world_begin(&w);
	ck_assert(action_begin(w.s, "set up", &e));
	make(w.s, "organisation", "kind", "affiliate", "name", "Wikimedia Hayastan", "alt_name",
	    "Wikimedia Armenia", "code", "WMAM", "other_codes", "AM;ARM7", NULL);
	make(w.s, "organisation", "kind", "partner", "name", "Peru", "code", "UY", NULL);
	make(w.s, "organisation", "kind", "partner", "name", "Doble", NULL);
	make(w.s, "organisation", "kind", "partner", "name", "Doble", NULL);
	make(w.s, "person", "name", "Carla (WMF)", NULL);
	make(w.s, "person", "name", "Eva", NULL);
	make(w.s, "person", "name", "Eva", NULL);
	make(w.s, "person", "name", "Daria", NULL);
	make(w.s, "affiliation", "person", "Daria", "organisation", "WMCL", "since", "2012",
	    "until", "2015", NULL);
	make(w.s, "affiliation", "person", "Daria", "organisation", "WMAR", "since", "2016", NULL);
	make(w.s, "person", "name", "Gil", NULL);
	make(w.s, "affiliation", "person", "Gil", "organisation", "Peru", "since", "2001", NULL);
	make(w.s, "affiliation", "person", "Gil", "organisation", "WMCL", "since", "2012", NULL);
	make(w.s, "affiliation", "person", "Gil", "organisation", "WMCL", "role", "Board", NULL);
	make(w.s, "affiliation", "person", "Gil", "organisation", "WMAR", NULL);
	ck_assert_msg(action_end(w.s, true, NULL, &e), "%s", e.msg);
	door = (struct door){ w.iberoconf, 0 };
}

static void
teardown(void)
{
	world_end(&w);
}

/* What a line is taken for, as it is told. */
static const struct {
	const char *line, *told;
} cases[] = {
	{ "Dan, WMCL", "Dan comes for Wikimedia Chile." },
	{ "Dan (WMCL)", "Dan comes for Wikimedia Chile." },
	{ "Dan, wmcl", "Dan comes for Wikimedia Chile." },
	/* the code of an organisation goes before the country of that code */
	{ "Dan, UY", "Dan comes for Peru." },
	/* a country before an organisation of that other code or name */
	{ "Dan, AM", "Dan comes from Armenia." },
	{ "Dan, Peru", "Dan comes from Peru." },
	{ "Dan, chl", "Dan comes from Chile." },
	{ "Dan, ARM7", "Dan comes for Wikimedia Hayastan." },
	{ "Dan, wikimedia armenia", "Dan comes for Wikimedia Hayastan." },
	{ "Dan, museo nandu", "Dan comes for Museo Ñandú." },
	{ "Dan, XX9", "Dan comes for \"XX9\", kept in words." },
	{ "Dan (Movement Strategy volunteer)",
	    "Dan comes for \"Movement Strategy volunteer\", kept in words." },
	{ "Dan, Doble", "Dan comes for \"Doble\", which several organisations are called." },
	{ "Dan, \"quoted\\\"", "Dan comes for \"\"quoted\\\"\", kept in words." },
	{ "Dan", "Dan comes without an affiliation." },
	{ "Dan,", "Dan comes without an affiliation." },
	{ "AnaP", "AnaP comes without an affiliation. On the list already." },
	{ "ana perez, WMCL", "ana perez comes for Wikimedia Chile. On the list already." },
	{ "zoë", "zoë comes without an affiliation. On the list already." },
	{ "Carla (WMF)", "Carla (WMF) comes without an affiliation. Known here." },
	{ "Eva, WMCL", "Eva comes for Wikimedia Chile." },
	/* the affiliation of the day of the event; what is typed wins */
	{ "Daria", "Daria comes for Wikimedia Chile. Known here." },
	{ "Daria, guest", "Daria comes for Wikimedia Chile. Category: guest. Known here." },
	{ "Daria, WMAR", "Daria comes for Wikimedia Argentina. Known here." },
	{ "Daria, Peru", "Daria comes from Peru. Known here." },
	{ "Daria, XX9", "Daria comes for \"XX9\", kept in words. Known here." },
	/* several that day: affiliates before others, and the others are said */
	{ "Gil", "Gil comes for Wikimedia Chile. Belongs to Wikimedia Argentina; Peru too. "
	    "Known here." },
	{ "Gil, WMAR", "Gil comes for Wikimedia Argentina. Known here." },
	{ "Dan, volunteer", "Dan comes without an affiliation. Category: volunteer." },
	{ "Dan, WMCL, guest", "Dan comes for Wikimedia Chile. Category: guest." },
	{ "@me, WMCL", "@me comes for Wikimedia Chile." },
	{ "#abc", "#abc comes without an affiliation." },
};

START_TEST(a_line_is_taken_for)
{
	struct arena mem = { 0 };
	struct arrival a;
	struct str told = { 0 };
	struct error e = { 0 };

	ck_assert_msg(door_read(w.s, &door, cases[_i].line, &mem, &a, &e), "%s", e.msg);
	ck_assert(!a.organisation + !*a.country + !*a.stands >= 2);	/* one of them at most */
	door_tell(w.s, &a, &told);
	ck_assert_str_eq(str_text(&told), cases[_i].told);
	str_free(&told);
	arena_free(&mem);
}
END_TEST

START_TEST(the_affiliation_that_one_came_for_goes_first)
{
	struct arena mem = { 0 };
	struct arrival a;
	struct error e = { 0 };

	ck_assert(action_begin(w.s, "set up", &e));
	make(w.s, "attendance", "event", "Iberoconf 2014", "person", "Gil", "organisation", "WMAR",
	    "state", "present", NULL);
	ck_assert_msg(action_end(w.s, true, NULL, &e), "%s", e.msg);
	ck_assert(action_begin(w.s, "set up", &e));
	door.event = make(w.s, "event", "name", "Next", "start", "2015", NULL);
	ck_assert_msg(action_end(w.s, true, NULL, &e), "%s", e.msg);
	ck_assert_msg(door_read(w.s, &door, "Gil", &mem, &a, &e), "%s", e.msg);
	ck_assert(a.organisation == w.argentina);
	ck_assert_uint_eq(a.could.count, 3);
	door_choose(&a, 1);
	ck_assert(a.organisation == w.chile);
	arena_free(&mem);
}
END_TEST

START_TEST(an_organisation_is_chosen_by_id)
{
	struct arena mem = { 0 };
	struct arrival a;
	struct str line = { 0 };
	struct error e = { 0 };
	char id[ID_LENGTH + 1];

	id_format(w.argentina, id);
	str_addf(&line, "Gil (%s), guest", id);
	ck_assert_msg(door_read(w.s, &door, str_text(&line), &mem, &a, &e), "%s", e.msg);
	ck_assert(a.person && a.organisation == w.argentina);
	ck_assert_str_eq(a.category, "guest");
	str_free(&line);
	arena_free(&mem);
}
END_TEST

START_TEST(no_name_is_refused)
{
	static const char *const lines[] = { "", " ", ",", ", WMCL" };
	struct arena mem = { 0 };
	struct arrival a;
	struct error e = { 0 };

	ck_assert(!door_read(w.s, &door, lines[_i], &mem, &a, &e));
	ck_assert_int_eq(e.status, STATUS_DATA);
	arena_free(&mem);
}
END_TEST

START_TEST(one_of_several_is_chosen_by_id)
{
	struct arena mem = { 0 };
	struct arrival a;
	struct error e = { 0 };
	char id[ID_LENGTH + 1];

	ck_assert(action_begin(w.s, "set up", &e));
	int64_t eva = make(w.s, "person", "name", "Eva", NULL);
	ck_assert(action_end(w.s, true, NULL, &e));
	id_format(eva, id);
	ck_assert_msg(door_read(w.s, &door, id, &mem, &a, &e), "%s", e.msg);
	ck_assert(a.person == eva);
	ck_assert_str_eq(a.name, "Eva");
	arena_free(&mem);
}
END_TEST

static int64_t
enter(const char *line, const char *state, bool put)
{
	struct arena mem = { 0 };
	struct arrival a;
	struct error e = { 0 };
	int64_t id;

	ck_assert(action_begin(w.s, "walk-in", &e));
	ck_assert_msg(door_read(w.s, &door, line, &mem, &a, &e), "%s", e.msg);
	ck_assert_msg(door_enter(w.s, &door, &a, state, put, &id, &e), "%s", e.msg);
	ck_assert_msg(action_end(w.s, true, NULL, &e), "%s", e.msg);
	arena_free(&mem);
	return id;
}

static void
holds(int64_t id, const char *field, const char *wanted)
{
	const struct entity *ent = entity_find("attendance");
	const struct field *f = field_find(ent, field);
	struct record *r = NULL;
	struct str text = { 0 };

	ck_assert(record_load(w.s, ent, id, &r, NULL) && r);
	if (record_value(r, f)->kind != VALUE_NULL)
		value_show(w.s, f, record_value(r, f), &text);
	ck_assert_str_eq(str_text(&text), wanted);
	str_free(&text);
	record_free(r);
}

START_TEST(the_same_name_twice_is_one)
{
	int64_t id = enter("Dan", "planned", true);

	ck_assert(enter("dan, WMCL", "present", true) == id);
	holds(id, "signed_name", "Dan");
	holds(id, "organisation", "Wikimedia Chile");
	holds(id, "state", "present");
}
END_TEST

START_TEST(a_list_takes_no_presence_back)
{
	int64_t id = enter("Dan", "present", true);

	ck_assert(enter("Dan (Chile)", "planned", false) == id);
	holds(id, "state", "present");
	holds(id, "country", "Chile");
}
END_TEST

START_TEST(what_is_known_stays)
{
	int64_t id = enter("Dan, WMCL", "present", true);

	ck_assert(enter("Dan, WMAR", "present", true) == id);
	holds(id, "organisation", "Wikimedia Chile");
}
END_TEST

START_TEST(an_affiliation_of_the_day_is_entered)
{
	holds(enter("Daria", "present", true), "organisation", "Wikimedia Chile");
}
END_TEST

START_TEST(what_the_list_says_is_told)
{
	struct arena mem = { 0 };
	struct arrival a;
	struct str told = { 0 };
	int64_t id = enter("Daria, XX9", "planned", true);

	ck_assert(enter("Daria", "present", true) == id);
	holds(id, "stands_for", "XX9");
	holds(id, "organisation", "");
	ck_assert(door_read(w.s, &door, "Daria", &mem, &a, NULL));
	door_tell(w.s, &a, &told);
	ck_assert_str_eq(str_text(&told),
	    "Daria comes for \"XX9\", kept in words. On the list already.");
	str_free(&told);
	arena_free(&mem);
}
END_TEST

START_TEST(a_session_has_its_own_list)
{
	struct error e = { 0 };
	int64_t event = enter("Dan, WMCL", "registered", true);

	ck_assert(action_begin(w.s, "set up", &e));
	door.session = make(w.s, "session", "event", "Iberoconf 2014", "title", "Opening", NULL);
	ck_assert(action_end(w.s, true, NULL, &e));
	ck_assert(action_begin(w.s, "present", &e));
	ck_assert_msg(door_put(w.s, &door, event, "present", &e), "%s", e.msg);
	ck_assert(action_end(w.s, true, NULL, &e));
	holds(event, "state", "registered");
	int64_t session = enter("Dan", "present", true);
	ck_assert(session != event);
	holds(session, "organisation", "Wikimedia Chile");
	ck_assert(action_begin(w.s, "present", &e));
	ck_assert(door_put(w.s, &door, event, "absent", &e));
	ck_assert(action_end(w.s, true, NULL, &e));
	holds(session, "state", "absent");
}
END_TEST

START_TEST(records_say_whose_list)
{
	struct error e = { 0 };
	struct door found;
	int64_t id = enter("Dan", "present", true);

	ck_assert(door_of_record(w.s, entity_find("attendance"), id, &found));
	ck_assert(found.event == w.iberoconf && !found.session);
	ck_assert(door_of_record(w.s, entity_find("event"), w.meetup, &found));
	ck_assert(found.event == w.meetup);
	ck_assert(!door_of_record(w.s, entity_find("person"), w.ana, &found));
	ck_assert(action_begin(w.s, "set up", &e));
	id = make(w.s, "session", "title", "Idea without an event", NULL);
	ck_assert(action_end(w.s, true, NULL, &e));
	ck_assert(!door_of_record(w.s, entity_find("session"), id, &found));
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("door");
	TCase *t = tcase_create("lines");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_loop_test(t, a_line_is_taken_for, 0, (int)(sizeof cases / sizeof *cases));
	tcase_add_loop_test(t, no_name_is_refused, 0, 4);
	tcase_add_test(t, the_affiliation_that_one_came_for_goes_first);
	tcase_add_test(t, an_organisation_is_chosen_by_id);
	tcase_add_test(t, one_of_several_is_chosen_by_id);
	tcase_add_test(t, the_same_name_twice_is_one);
	tcase_add_test(t, a_list_takes_no_presence_back);
	tcase_add_test(t, what_is_known_stays);
	tcase_add_test(t, an_affiliation_of_the_day_is_entered);
	tcase_add_test(t, what_the_list_says_is_told);
	tcase_add_test(t, a_session_has_its_own_list);
	tcase_add_test(t, records_say_whose_list);
	suite_add_tcase(s, t);
	return run_suite(s);
}
