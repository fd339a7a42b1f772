#include "base/decimal.h"
#include "base/fold.h"
#include "tests/unit/run.h"
#include "tests/unit/world.h"

static void
expect(const char *pane_name, struct filter *f, const char *text, const char *titles)
{
	const struct pane *pane;
	const struct entity *ent = entity_of(pane_name, &pane);
	struct query q = { .ent = ent, .pane = pane, .filter = f, .sort = "id" };
	struct str got = { 0 };
	int64_t count;

	titles_add(w.s, &q, &got);
	ck_assert_msg(!strcmp(str_text(&got), titles), "%s %s: \"%s\", not \"%s\"", pane_name,
	    text, str_text(&got), titles);
	int64_t rows = got.len ? 1 : 0;
	for (size_t i = 0; i < got.len; i++)
		rows += got.s[i] == '|';
	ck_assert(query_count(w.s, &q, &count, NULL, NULL));
	ck_assert_int_eq(count, rows);
	str_free(&got);
}

/* Every operator on every type of field. */
static const struct {
	const char *pane, *filter, *titles;
} cases[] = {
	/* words */
	{ "affiliates", "", "Wikimedia Chile|Wikimedia Argentina" },
	{ "affiliates", "chile", "Wikimedia Chile" },
	{ "affiliates", "CAPITULO", "Wikimedia Chile" },
	{ "affiliates", "wikimedia ar", "Wikimedia Argentina" },
	{ "affiliates", "\"wikimedia  ar\"", "Wikimedia Argentina" },
	{ "affiliates", "\"media wiki\"", "" },
	{ "affiliates", "chile or argentina", "Wikimedia Chile|Wikimedia Argentina" },
	{ "affiliates", "clawiki", "Wikimedia Chile" },
	{ "affiliates", "www.wikimediachile.cl", "Wikimedia Chile" },
	{ "affiliates", "https://www.wikimediachile.cl", "Wikimedia Chile" },
	{ "affiliates", "!chile", "Wikimedia Argentina" },
	{ "affiliates", "not chile", "Wikimedia Argentina" },
	{ "affiliates", "not not chile", "Wikimedia Chile" },
	{ "affiliates", "!(chile or argentina)", "" },
	{ "affiliates", "wikimedia (code:ar or code:xx) and name:wiki", "Wikimedia Argentina" },
	{ "affiliates", "argentina or chile code:zz", "Wikimedia Argentina" },
	{ "affiliates", "\"or\"", "" },
	{ "partners", "100%", "100% libre, a_b" },
	{ "partners", "%", "100% libre, a_b" },
	{ "partners", "a_b", "100% libre, a_b" },
	{ "partners", "nandu", "Museo Ñandú" },
	{ "partners", "\"coleccion de aves\"", "Museo Ñandú" },
	{ "partners", "acuerdo", "Museo Ñandú" },
	{ "partners", "\"acuerdo firmado", "Museo Ñandú" },
	{ "partnerships", "nandu", "Museo Ñandú - Wikimedia Chile|Museo Ñandú - Wikimedia Argentina" },
	{ "partnerships", "capitulo", "Museo Ñandú - Wikimedia Chile" },
	{ "attendance", "perez", "Ana Pérez - Iberoconf 2014" },
	/* text */
	{ "partners", "name:NANDU", "Museo Ñandú" },
	{ "partners", "name=\"museo nandu\"", "Museo Ñandú" },
	{ "partners", "name=museo", "" },
	{ "partners", "name!=\"museo ñandú\"", "Universidad de Chile|100% libre, a_b" },
	{ "partners", "name=\"100% libre, a_b\"", "100% libre, a_b" },
	{ "partners", "name>museo", "Museo Ñandú|Universidad de Chile" },
	{ "partners", "name<=\"museo nandu\"", "Museo Ñandú|100% libre, a_b" },
	{ "affiliates", "code=wmar,wmcl", "Wikimedia Chile|Wikimedia Argentina" },
	{ "affiliates", "alt_name=", "Wikimedia Argentina" },
	{ "affiliates", "alt_name!=", "Wikimedia Chile" },
	{ "affiliates", "alt_name:", "Wikimedia Chile|Wikimedia Argentina" },
	{ "affiliates", "alt_name!=x", "Wikimedia Chile|Wikimedia Argentina" },
	{ "people", "name=\"ana perez\"", "Ana Pérez" },
	{ "people", "username=zoe", "Zoë" },
	{ "affiliates", "website:chile.cl", "Wikimedia Chile" },
	{ "affiliates", "website=https://www.wikimediachile.cl", "Wikimedia Chile" },
	/* texts */
	{ "affiliates", "other_codes=cl", "Wikimedia Chile" },
	{ "affiliates", "other_codes:wiki", "Wikimedia Chile" },
	{ "affiliates", "other_codes!=cl", "Wikimedia Argentina" },
	{ "affiliates", "other_codes=", "Wikimedia Argentina" },
	{ "affiliates", "other_codes!=", "Wikimedia Chile" },
	{ "affiliates", "other_codes>cla", "Wikimedia Chile" },
	/* lines */
	{ "partners", "summary:aves", "Museo Ñandú" },
	/* int */
	{ "organisations", "members=45", "Wikimedia Chile" },
	{ "organisations", "members>9", "Wikimedia Chile|Wikimedia Argentina" },
	{ "organisations", "members>=45", "Wikimedia Chile|Wikimedia Argentina" },
	{ "organisations", "members<45", "Universidad de Chile" },
	{ "organisations", "members<=45", "Wikimedia Chile|Universidad de Chile" },
	{ "organisations", "members=9,100", "Wikimedia Argentina|Universidad de Chile" },
	{ "affiliates", "members!=45", "Wikimedia Argentina" },
	{ "organisations", "members:4", "Wikimedia Chile" },
	{ "partners", "members=", "Museo Ñandú|100% libre, a_b" },
	/* decimal */
	{ "metrics", "target=9.50", "hours" },
	{ "metrics", "target>9.5", "teachers|schools" },
	{ "metrics", "target<30", "hours" },
	{ "metrics", "target<=30", "hours|schools" },
	{ "metrics", "target>=30", "teachers|schools" },
	{ "metrics", "baseline<0", "hours" },
	{ "metrics", "baseline>-2.6", "teachers|hours" },
	{ "metrics", "baseline=", "schools" },
	{ "metrics", "target:5", "hours" },
	/* date, partial too */
	{ "events", "start=2014", "Iberoconf 2014" },
	{ "events", "start=2014-11", "Iberoconf 2014" },
	{ "events", "start=2014-11-21", "Iberoconf 2014" },
	{ "events", "start=2014-11-22", "" },
	{ "events", "start=2017", "Taller|Encuentro" },
	{ "events", "start=2017-11", "Encuentro" },
	{ "events", "start=2017-11-02", "" },
	{ "events", "start<2017", "Iberoconf 2014" },
	{ "events", "start<2017-12", "Iberoconf 2014|Encuentro" },
	{ "events", "start<2017-11-15", "Iberoconf 2014" },
	{ "events", "start<=2017-11", "Iberoconf 2014|Encuentro" },
	{ "events", "start<=2017-11-29", "Iberoconf 2014" },
	{ "events", "start<=2017-11-30", "Iberoconf 2014|Encuentro" },
	{ "events", "start<=2017", "Iberoconf 2014|Taller|Encuentro" },
	{ "events", "start<=2017-12-31", "Iberoconf 2014|Taller|Encuentro" },
	{ "events", "start>2014", "Taller|Encuentro" },
	{ "events", "start>2017-01", "Encuentro" },
	{ "events", "start>2017", "" },
	{ "events", "start>=2017", "Taller|Encuentro" },
	{ "events", "start>=2017-01-01", "Taller|Encuentro" },
	{ "events", "start>=2017-02", "Encuentro" },
	{ "events", "start=", "Idea" },
	{ "events", "start!=", "Iberoconf 2014|Taller|Encuentro" },
	{ "events", "start!=2017", "Iberoconf 2014|Idea" },
	{ "events", "start:-11", "Iberoconf 2014|Encuentro" },
	{ "events", "start=\"21 Nov 2014\"", "Iberoconf 2014" },
	{ "partnerships", "next_step_on<today", "Museo Ñandú - Wikimedia Chile" },
	{ "partnerships", "next_step_on<=+2w", "Museo Ñandú - Wikimedia Chile|Universidad de Chile" },
	/* datetime */
	{ "attendance", "signed_at=2014-11-21", "ZOE - Iberoconf 2014" },
	{ "attendance", "signed_at>2014-11-20", "ZOE - Iberoconf 2014" },
	{ "attendance", "signed_at>2014-11-21", "" },
	{ "attendance", "signed_at<=2014-11-21", "ZOE - Iberoconf 2014" },
	{ "attendance", "signed_at<2014-11-21T09:04", "ZOE - Iberoconf 2014" },
	{ "attendance", "signed_at<2014-11-21", "" },
	/* bool */
	{ "attendance", "named_in_public=yes", "Ana Pérez - Iberoconf 2014" },
	{ "attendance", "named_in_public=no", "Zoë - Iberoconf 2014" },
	{ "attendance", "named_in_public=", "ZOE - Iberoconf 2014" },
	/* term */
	{ "partners", "type=glam", "Museo Ñandú" },
	{ "partners", "type=GLAM,University", "Museo Ñandú|Universidad de Chile" },
	{ "partners", "type:univ", "Universidad de Chile" },
	{ "partners", "type!=glam", "Universidad de Chile|100% libre, a_b" },
	{ "partners", "type=", "100% libre, a_b" },
	{ "partners", "type:zzz", "" },
	{ "events", "status<held", "Taller" },
	{ "events", "status>=planned", "Iberoconf 2014|Taller" },
	/* terms */
	{ "partnerships", "kinds=training", "Museo Ñandú - Wikimedia Chile" },
	{ "partnerships", "kinds:dat", "Museo Ñandú - Wikimedia Chile" },
	{ "partnerships", "kinds!=data", "Museo Ñandú - Wikimedia Argentina|Universidad de Chile" },
	{ "partnerships", "kinds=", "Museo Ñandú - Wikimedia Argentina|Universidad de Chile" },
	/* country, countries, languages */
	{ "affiliates", "country=chile", "Wikimedia Chile" },
	{ "affiliates", "country=cl", "Wikimedia Chile" },
	{ "affiliates", "country:argen", "Wikimedia Argentina" },
	{ "affiliates", "country=CL,AR", "Wikimedia Chile|Wikimedia Argentina" },
	{ "partners", "country!=CL", "100% libre, a_b" },
	{ "networks", "countries=Spain", "Iberocoop" },
	{ "networks", "countries=PT", "" },
	{ "affiliates", "languages=English", "Wikimedia Argentina" },
	{ "affiliates", "languages:span", "Wikimedia Chile|Wikimedia Argentina" },
	{ "affiliates", "languages!=en", "Wikimedia Chile" },
	/* ref, refs */
	{ "partnerships", "affiliate=WMAR", "Museo Ñandú - Wikimedia Argentina" },
	{ "partnerships", "affiliate=@me", "Museo Ñandú - Wikimedia Chile" },
	{ "partnerships", "affiliate=\"wikimedia chile\"", "Museo Ñandú - Wikimedia Chile" },
	{ "partnerships", "affiliate=cl", "Museo Ñandú - Wikimedia Chile" },
	{ "partnerships", "affiliate:wikimedia", "Museo Ñandú - Wikimedia Chile|Museo Ñandú - Wikimedia Argentina" },
	{ "partnerships", "affiliate!=WMAR", "Museo Ñandú - Wikimedia Chile|Universidad de Chile" },
	{ "partnerships", "affiliate=", "Universidad de Chile" },
	{ "items", "owners=@me", "Enviar el acuerdo" },
	{ "items", "owners:perez", "Enviar el acuerdo" },
	{ "items", "owners=WMAR", "" },
	{ "notes", "about=\"Museo Ñandú\"", "Llamada" },
	{ "notes", "about:museo", "Llamada" },
	{ "tags", "records=\"Museo Ñandú\"", "big" },
	{ "tags", "records=", "small" },
	{ "partners", "tags=big", "Museo Ñandú" },
	{ "partners", "tags.name:bi", "Museo Ñandú" },
	/* kept in other records */
	{ "events", "hosts=WMAR", "Iberoconf 2014" },
	{ "events", "hosts=WMCL", "" },
	{ "events", "hosts!=", "Iberoconf 2014" },
	{ "events", "hosts.country=AR", "Iberoconf 2014" },
	/* through references */
	{ "partnerships", "partner.country=CL", "Museo Ñandú - Wikimedia Chile|Museo Ñandú - Wikimedia Argentina|Universidad de Chile" },
	{ "partnerships", "partner.country=CL affiliate.country=AR", "Museo Ñandú - Wikimedia Argentina" },
	{ "partnerships", "affiliate.country!=CL", "Museo Ñandú - Wikimedia Argentina|Universidad de Chile" },
	{ "partnerships", "affiliate.country=", "Universidad de Chile" },
	{ "measurements", "metric.goal.owner=WMCL value=50", "teachers, 2026-06" },
	{ "partners", "partnership.stage=completed", "Museo Ñandú" },
	{ "networks", "membership.member=WMCL", "Iberocoop" },
	{ "affiliates", "membership.network=Iberocoop", "Wikimedia Chile" },
	/* through the pane */
	{ "partners", "stage=active", "Museo Ñandú" },
	{ "partners", "stage=completed", "Museo Ñandú" },
	{ "partners", "stage=prospect,active", "Museo Ñandú|Universidad de Chile" },
	{ "partners", "stage!=active", "Universidad de Chile|100% libre, a_b" },
	{ "partners", "stage!=completed", "Universidad de Chile|100% libre, a_b" },
	{ "partners", "stage>=active", "Museo Ñandú" },
	{ "partners", "stage:pros", "Universidad de Chile" },
	{ "partners", "affiliate=WMAR", "" },
	{ "partners", "affiliate=WMAR stage=completed", "Museo Ñandú" },
	{ "partners", "next_step:ana", "Museo Ñandú" },
	{ "partners", "next_step_on<today", "Museo Ñandú" },
	{ "partners", "kinds=training", "Museo Ñandú" },
	{ "partners", "stage=", "100% libre, a_b" },
	/* computed */
	{ "partners", "last_contact=2026-10", "Museo Ñandú" },
	{ "partners", "days_silent=40", "Museo Ñandú" },
	{ "partners", "open_items>0", "Museo Ñandú" },
	{ "events", "present=2", "Iberoconf 2014" },
	{ "goals", "smart:SMA", "Train two hundred teachers" },
	{ "goals", "progress=25", "Train two hundred teachers" },
	{ "goals", "progress<26", "Train two hundred teachers" },
	{ "affiliates", "created>=2000", "Wikimedia Chile|Wikimedia Argentina" },
	/* trash */
	{ "partners", "deleted=yes", "Borrado" },
	{ "partners", "deleted=yes name:x", "" },
	{ "partnerships", "deleted=yes", "Borrado" },
	{ "partners", "deleted=no libre", "100% libre, a_b" },
	{ "partners", "borrado", "" },
	/* attacks */
	{ "partners", "name:x';DROP TABLE organisation;--", "" },
	{ "partners", "name=\"x' OR '1'='1\"", "" },
	{ "partners", "\"' OR 1=1 --\"", "" },
	{ "partners", "type:x'--", "" },
	{ "partners", "?1 @ $", "" },
};

START_TEST(operators_on_types)
{
	const struct pane *pane;
	const struct entity *ent = entity_of(cases[_i].pane, &pane);
	struct error e = { 0 };
	struct filter *f = filter_parse(w.s, ent, pane, cases[_i].filter, &e);

	ck_assert_msg(f != NULL, "%s: %s", cases[_i].filter, e.msg);
	expect(cases[_i].pane, f, cases[_i].filter, cases[_i].titles);
	filter_free(f);
}
END_TEST

START_TEST(ids)
{
	const struct entity *ent = entity_find("organisation");
	char id[14], text[40];
	struct error e = { 0 };

	struct str s = { 0 };
	value_to_text(field_find(ent, "id"), &(struct value){ VALUE_INT, w.museum, NULL, 0 }, &s);
	snprintf(id, sizeof id, "%s", str_text(&s));
	str_free(&s);
	static const char *const forms[] = { "id=%s", "id:%s", "id=#%s" };
	for (size_t i = 0; i < 3; i++) {
		snprintf(text, sizeof text, forms[i], i == 2 ? id + 4 : id);
		struct filter *f = filter_parse(w.s, ent, NULL, text, &e);
		ck_assert_msg(f != NULL, "%s: %s", text, e.msg);
		expect("organisations", f, text, "Museo Ñandú");
		filter_free(f);
	}
}
END_TEST

/* Words of the shell against the same in one text: the same SQL, the same values. */
static const struct {
	const char *words[4], *text;
} shell[] = {
	{ { "name=Wikimedia Chile" }, "name=\"Wikimedia Chile\"" },
	{ { "country=CL", "wiki" }, "country=CL wiki" },
	{ { "museo nandu" }, "\"museo nandu\"" },
	{ { "chile", "or", "argentina" }, "chile or argentina" },
	{ { "!chile" }, "!chile" },
	{ { "not", "chile" }, "not chile" },
	{ { "!name=Wikimedia Chile" }, "!name=\"Wikimedia Chile\"" },
	{ { "(chile or argentina)", "code:wm" }, "(chile or argentina) code:wm" },
	{ { "type=user group,chapter" }, "type=\"user group\",chapter" },
	{ { "name=a, b" }, "name=\"a, b\"" },
	{ { "alt_name=" }, "alt_name=" },
	{ { "name=\"a b\" or chile" }, "name=\"a b\" or chile" },
};

START_TEST(shell_words)
{
	const struct entity *ent = entity_find("organisation");
	struct str one = { 0 }, two = { 0 };
	struct error e = { 0 };
	int count = 0;

	while (shell[_i].words[count])
		count++;
	struct filter *f = filter_words(w.s, ent, NULL, count, shell[_i].words, &e);
	ck_assert_msg(f != NULL, "%s", e.msg);
	struct filter *g = filter_parse(w.s, ent, NULL, shell[_i].text, &e);
	ck_assert_msg(g != NULL, "%s", e.msg);
	filter_sql(f, &one, 1);
	filter_sql(g, &two, 1);
	ck_assert_str_eq(str_text(&one), str_text(&two));
	ck_assert_int_eq(filter_parameters(f), filter_parameters(g));
	str_free(&one);
	str_free(&two);
	filter_free(f);
	filter_free(g);
}
END_TEST

static const struct {
	const char *pane, *filter;
	enum status status;
	const char *says;
} wrong[] = {
	{ "partners", "nmae=x", STATUS_USAGE, "name" },
	{ "partners", "qqqqqqq=x", STATUS_USAGE, "qqqqqqq" },
	{ "partners", "name.x=1", STATUS_USAGE, "name" },
	{ "partnerships", "partner.contry=CL", STATUS_USAGE, "country" },
	{ "partners", "type=glma", STATUS_DATA, "glam" },
	{ "partners", "country=Chlie", STATUS_DATA, "Chlie" },
	{ "partners", "members=many", STATUS_DATA, "many" },
	{ "partners", "founded<someday", STATUS_DATA, "someday" },
	{ "partners", "founded=11-12-2007", STATUS_DATA, "11-12-2007" },
	{ "partnerships", "affiliate=Nobody", STATUS_DATA, "Nobody" },
	{ "partnerships", "affiliate<WMCL", STATUS_DATA, "affiliate=WMCL" },
	{ "partners", "country>CL", STATUS_DATA, "country=CL" },
	{ "partners", "founded<", STATUS_DATA, "Founded" },
	{ "partners", "(chile", STATUS_DATA, "(" },
	{ "partners", "chile)", STATUS_DATA, ")" },
	{ "partners", "chile or", STATUS_DATA, "" },
	{ "partners", "or chile", STATUS_DATA, "or" },
	{ "partners", "not", STATUS_DATA, "" },
	{ "partners", "()", STATUS_DATA, ")" },
	{ "partners", "id=xyz", STATUS_DATA, "xyz" },
	{ "partners", "deleted=perhaps", STATUS_DATA, "perhaps" },
};

START_TEST(wrong_input)
{
	const struct pane *pane;
	const struct entity *ent = entity_of(wrong[_i].pane, &pane);
	struct error e = { 0 };

	ck_assert_ptr_null(filter_parse(w.s, ent, pane, wrong[_i].filter, &e));
	ck_assert_msg(e.status == wrong[_i].status, "%s: %d %s", wrong[_i].filter, e.status,
	    e.msg);
	ck_assert_msg(is_one_sentence(e.msg) && strstr(e.msg, wrong[_i].says), "%s: %s",
	    wrong[_i].filter, e.msg);
}
END_TEST

/* The longest filters that are taken can be run, whatever is in them. */
static const struct {
	const char *entity, *term;
} long_ones[] = {
	{ "partnership", "museo" }, { "note", "about:museo" }, { "organisation", "acuerdo" },
	{ "organisation", "country:a" }, { "organisation", "days_silent>3" },
	{ "event", "hosts:museo" }, { "partnership", "partner.last_contact<today" },
};

static void
runs(const struct entity *ent, const char *text)
{
	struct error e = { 0 };
	struct filter *f = filter_parse(w.s, ent, NULL, text, &e);
	struct query q = { .ent = ent, .filter = f };
	int64_t count;

	ck_assert_msg(f != NULL, "%s", e.msg);
	ck_assert_msg(query_count(w.s, &q, &count, NULL, &e), "%s: %s", text, e.msg);
	filter_free(f);
}

START_TEST(long_filters)
{
	const struct entity *ent = entity_find(long_ones[_i].entity);
	struct str text = { 0 };
	struct error e = { 0 };

	for (int i = 0; i < 20; i++)
		str_addf(&text, "%s%s", i % 3 == 1 ? " or " : i % 3 ? " !" : " ", long_ones[_i].term);
	runs(ent, str_text(&text));
	str_add(&text, " more");
	ck_assert_ptr_null(filter_parse(w.s, ent, NULL, str_text(&text), &e));
	ck_assert(is_one_sentence(e.msg));
	str_cut(&text, 0);
	for (int i = 0; i < 5; i++)
		str_addf(&text, "%s %s!(", long_ones[_i].term, i % 2 ? "or " : "");
	str_add(&text, long_ones[_i].term);
	for (int i = 0; i < 5; i++)
		str_addc(&text, ')');
	runs(ent, str_text(&text));
	str_cut(&text, 0);
	for (int i = 0; i < 5000; i++)
		str_addc(&text, '(');
	ck_assert_ptr_null(filter_parse(w.s, ent, NULL, str_text(&text), &e));
	str_free(&text);
}
END_TEST

/* --- Random filters --- */

static uint64_t
draw(uint64_t *seed, uint64_t n)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (*seed >> 33) % n;
}

START_TEST(random_texts)
{
	static const char *const pieces[] = {
		"(", ")", "!", " ", " ", " or ", "not ", "\"", "name", "=", ":", "<", ">=", "!=",
		",", "country", "CL", "type", "glam", "founded", "2011", "today", "'", ";", "--",
		"\\", "ñandú", "partnership.stage", "partner.", "stage", "active", "#", "@me", "\xff",
		"deleted", "yes", "%", "_", "?1", "members", "45", "languages", "es", "+2w", "id",
	};
	const struct pane *pane = pane_find("partners");
	const struct entity *ent = entity_find("organisation");
	uint64_t seed = 20261121;
	int parsed = 0;

	for (int i = 0; i < 1000; i++) {
		struct str text = { 0 };
		struct error e = { 0 };
		for (uint64_t n = draw(&seed, 12); n > 0; n--)
			str_add(&text, pieces[draw(&seed, sizeof pieces / sizeof *pieces)]);
		struct filter *f = filter_parse(w.s, ent, pane, str_text(&text), &e);
		if (f) {
			struct query q = { .ent = ent, .pane = pane, .filter = f };
			int64_t count = -1;
			ck_assert_msg(query_count(w.s, &q, &count, NULL, &e), "%s: %s",
			    str_text(&text), e.msg);
			ck_assert(count >= 0 && count <= 4);
			parsed++;
		} else {
			ck_assert_msg(e.status == STATUS_USAGE || e.status == STATUS_DATA, "%s: %s",
			    str_text(&text), e.msg);
			ck_assert(is_one_sentence(e.msg));
		}
		filter_free(f);
		str_free(&text);
	}
	ck_assert_int_gt(parsed, 100);
}
END_TEST

/* A random tree over simple tests, as text and as a verdict on each organisation. */
struct simple {
	const char *text;
	bool holds[7];		/* chile argentina museum university free gone coop */
};
static const struct simple simple[] = {
	{ "country=CL", { 1, 0, 1, 1, 0, 0, 0 } },
	{ "country!=CL", { 0, 1, 0, 0, 1, 1, 1 } },
	{ "members>9", { 1, 1, 0, 0, 0, 0, 0 } },
	{ "founded<2011-06", { 0, 1, 0, 0, 0, 0, 0 } },
	{ "founded=2011", { 1, 0, 1, 0, 0, 0, 0 } },
	{ "wikimedia", { 1, 1, 0, 0, 0, 0, 0 } },
	{ "kind=partner", { 0, 0, 1, 1, 1, 1, 0 } },
	{ "languages=es", { 1, 1, 0, 0, 0, 0, 0 } },
	{ "partnership.stage!=", { 0, 0, 1, 1, 0, 1, 0 } },
	{ "acuerdo", { 0, 0, 1, 0, 0, 0, 0 } },
	{ "type=", { 0, 0, 0, 0, 1, 1, 1 } },
};

static void
random_tree(uint64_t *seed, int depth, struct str *text, bool holds[7])
{
	uint64_t what = depth ? draw(seed, 4) : 3;
	bool left[7], right[7];

	if (what == 3) {
		const struct simple *t = &simple[draw(seed, sizeof simple / sizeof *simple)];
		str_add(text, t->text);
		memcpy(holds, t->holds, sizeof left);
		return;
	}
	str_add(text, what == 2 ? "!(" : "(");
	random_tree(seed, depth - 1, text, left);
	if (what != 2) {
		str_add(text, what ? " or " : " ");
		random_tree(seed, depth - 1, text, right);
	}
	str_add(text, ")");
	for (int i = 0; i < 7; i++)
		holds[i] = what == 2 ? !left[i] : what ? left[i] || right[i] : left[i] && right[i];
}

START_TEST(random_trees)
{
	const struct entity *ent = entity_find("organisation");
	static const char *const names[] = { "Wikimedia Chile", "Wikimedia Argentina",
	    "Museo Ñandú", "Universidad de Chile", "100% libre, a_b", NULL, "Iberocoop" };
	uint64_t seed = 7;

	for (int i = 0; i < 300; i++) {
		struct str text = { 0 }, titles = { 0 };
		struct error e = { 0 };
		bool holds[7];
		random_tree(&seed, 4, &text, holds);
		for (int k = 0; k < 7; k++)
			if (holds[k] && names[k])
				str_addf(&titles, "%s%s", titles.len ? "|" : "", names[k]);
		struct filter *f = filter_parse(w.s, ent, NULL, str_text(&text), &e);
		ck_assert_msg(f != NULL, "%s: %s", str_text(&text), e.msg);
		expect("organisations", f, str_text(&text), str_text(&titles));
		filter_free(f);
		str_free(&text);
		str_free(&titles);
	}
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("filter");
	TCase *t = tcase_create("filter");

	tcase_set_timeout(t, 60);
	tcase_add_unchecked_fixture(t, world_setup, world_teardown);
	tcase_add_loop_test(t, operators_on_types, 0, sizeof cases / sizeof *cases);
	tcase_add_test(t, ids);
	tcase_add_loop_test(t, shell_words, 0, sizeof shell / sizeof *shell);
	tcase_add_loop_test(t, wrong_input, 0, sizeof wrong / sizeof *wrong);
	tcase_add_loop_test(t, long_filters, 0, sizeof long_ones / sizeof *long_ones);
	tcase_add_test(t, random_texts);
	tcase_add_test(t, random_trees);
	suite_add_tcase(s, t);
	return run_suite(s);
}
