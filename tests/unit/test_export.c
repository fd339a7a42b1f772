#include <dirent.h>
#include <locale.h>
#include <stdarg.h>
#include <time.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/fold.h"
#include "base/id.h"
#include "io/export.h"
#include "io/import.h"
#include "store/filter.h"
#include "tests/unit/run.h"
#include "tests/unit/scratch.h"

static const struct export_options plain = { .format = NULL };

/* --- Filling a file --- */

static struct store *
open_new(const char *path)
{
	struct error e;

	make_file(path);
	struct store *s = store_open(path, 0, &e);
	ck_assert_msg(s != NULL, "%s", e.msg);
	return s;
}

static struct cell
cell(struct store *s, const struct field *f, const char *value, struct arena *mem)
{
	struct str keep = { 0 };
	struct value v;
	struct error e;

	ck_assert_msg(value_input(s, f, value, strlen(value), &keep, &v, &e), "%s", e.msg);
	if (v.kind == VALUE_TEXT)
		v.s = arena_dup(mem, v.s, v.n);
	str_free(&keep);
	return (struct cell){ f, v, true };
}

/* A record made of "field=value" words, NULL ends; a name may come several times. */
static int64_t
add(struct store *s, const char *entity, ...)
{
	const struct entity *ent = entity_find(entity);
	struct cell cells[64];
	struct arena mem = { 0 };
	struct error e;
	size_t n = 0;
	int64_t id;
	const char *word;
	va_list ap;

	va_start(ap, entity);
	while ((word = va_arg(ap, const char *))) {
		char name[64] = "";
		memcpy(name, word, strcspn(word, "="));
		cells[n++] = cell(s, field_find(ent, name), strchr(word, '=') + 1, &mem);
	}
	va_end(ap);
	ck_assert_msg(action_begin(s, "add", &e), "%s", e.msg);
	ck_assert_msg(record_create(s, ent, cells, n, &id, &e), "%s", e.msg);
	ck_assert_msg(action_end(s, true, NULL, &e), "%s", e.msg);
	arena_free(&mem);
	return id;
}

static void
put(struct store *s, int64_t id, const struct field *f, struct value v)
{
	struct cell c = { f, v, true };
	struct error e;

	ck_assert(action_begin(s, "set", &e));
	ck_assert_msg(record_put(s, record_entity(s, id), id, &c, &e), "%s", e.msg);
	ck_assert_msg(action_end(s, true, NULL, &e), "%s", e.msg);
}

static void
trash(struct store *s, int64_t id, int64_t into)
{
	put(s, id, field_with(record_entity(s, id), F_TRASH), value_int(into));
}

static const char *
id_text(int64_t id)
{
	static char text[4][ID_LENGTH + 1];
	static int i;

	i = (i + 1) % 4;
	id_format(id, text[i]);
	return text[i];
}

/* --- Exports --- */

static struct export_report report;

static char *
exported(struct store *s, const char *pane, const struct export_options *o)
{
	struct str out = { 0 };
	struct error e;

	ck_assert_msg(export_text(s, pane_find(pane), NULL, o, &out, &report, &e), "%s", e.msg);
	return str_take(&out);
}

static void
assert_export(struct store *s, const char *pane, const struct export_options *o,
    const char *expected)
{
	char *got = exported(s, pane, o);

	ck_assert_str_eq(got, expected);
	free(got);
}

static void
assert_refused(struct store *s, const struct export_options *o, enum status status,
    const char *part)
{
	struct str out = { 0 };
	struct error e = { 0 };

	ck_assert(!export_text(s, pane_find("partners"), NULL, o, &out, &report, &e));
	ck_assert_int_eq(e.status, status);
	ck_assert_msg(strstr(e.msg, part) != NULL, "%s", e.msg);
	ck_assert_msg(is_one_sentence(e.msg), "%s", e.msg);
	ck_assert_uint_eq(out.len, 0);
	str_free(&out);
}

static char first_problem[1000];

static void
on_problem(void *ctx, const char *sentence)
{
	(void)ctx;
	if (!*first_problem)
		snprintf(first_problem, sizeof first_problem, "%s", sentence);
}

static const struct import_listener listener = { on_problem, on_problem, NULL, NULL };

static struct import_report
import(struct store *s, const char *pane, const char *csv, const struct import_options *o)
{
	struct import_report r;
	struct error e = { 0 };

	*first_problem = '\0';
	unlink("in.csv");
	write_bytes("in.csv", (struct bytes){ .s = (char *)csv, .n = strlen(csv) });
	ck_assert_msg(import_csv(s, pane_find(pane), "in.csv", o, false, &listener, &r, &e),
	    "%s: %s", e.msg, first_problem);
	return r;
}

static int64_t
sql_int(const char *path, const char *sql, const char *text)
{
	sqlite3 *h;
	sqlite3_stmt *st;

	ck_assert_int_eq(sqlite3_open(path, &h), SQLITE_OK);
	ck_assert_msg(sqlite3_prepare_v2(h, sql, -1, &st, NULL) == SQLITE_OK, "%s: %s", sql,
	    sqlite3_errmsg(h));
	if (text)
		sqlite3_bind_text(st, 1, text, -1, SQLITE_STATIC);
	ck_assert_int_eq(sqlite3_step(st), SQLITE_ROW);
	int64_t n = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	sqlite3_close(h);
	return n;
}

/* --- Formats --- */

START_TEST(csv_is_what_import_takes)
{
	struct store *s = open_new("a.db");

	add(s, "organisation", "kind=partner", "name=Museo \"X\", Lima", "type=glam",
	    "country=PE", "languages=es", "languages=qu", "members=12", "founded=2017-11",
	    "other_codes=a;b", "other_codes=c\\", "summary=one\ntwo",
	    "region=latin-america-caribbean", NULL);
	add(s, "organisation", "kind=partner", "name=Biblioteca", NULL);
	struct export_options o = { .columns =
	    "name,type,country,languages, other_codes ,members,founded,summary" };
	assert_export(s, "partners", &o,
	    "name,type,country,languages,other_codes,members,founded,summary\r\n"
	    "Biblioteca,,,,,,,\r\n"
	    "\"Museo \"\"X\"\", Lima\",glam,PE,es;qu,a\\;b;c\\\\,12,2017-11,\"one\ntwo\"\r\n");
	ck_assert_int_eq(report.rows, 2);
	o = (struct export_options){ .columns = "name,type,country", .labels = true,
	    .bom = true, .sort = "-name" };
	assert_export(s, "partners", &o, "\xef\xbb\xbfname,type,country\r\n"
	    "\"Museo \"\"X\"\", Lima\",GLAM,Peru\r\nBiblioteca,,\r\n");
	store_close(s);
}
END_TEST

START_TEST(all_stored_fields_are_columns)
{
	struct store *s = open_new("a.db");

	assert_export(s, "tags", &plain,
	    "id,name,stay_in_touch,stay_in_touch_late,visibility,tags,source\r\n");
	char *events = exported(s, "events", &plain);
	ck_assert(strstr(events, ",hosts,visibility,tags,source\r\n"));
	ck_assert(!strstr(events, "open_items") && !strstr(events, "deleted"));
	free(events);
	char *partners = exported(s, "partners", &plain);
	ck_assert(!strstr(partners, "stage") && !strstr(partners, "email"));
	ck_assert_int_eq(report.omitted_columns, 1);
	free(partners);
	store_close(s);
}
END_TEST

START_TEST(json_is_typed)
{
	struct store *s = open_new("a.db");

	int64_t a = add(s, "organisation", "kind=partner", "name=B \"1\"\\", "members=-3",
	    "languages=es", "summary=x\ny", NULL);
	add(s, "organisation", "kind=partner", "name=C", NULL);
	struct export_options o = { .format = "json",
	    .columns = "id,name,members,languages,summary" };
	struct str expected = { 0 };
	str_addf(&expected, "[\n{\"id\":\"%s\",\"name\":\"B \\\"1\\\"\\\\\",\"members\":-3,"
	    "\"languages\":[\"es\"],\"summary\":\"x\\ny\"},\n", id_text(a));
	char *got = exported(s, "partners", &o);
	ck_assert_msg(!strncmp(got, str_text(&expected), expected.len), "%s", got);
	ck_assert_ptr_nonnull(strstr(got, ",\"name\":\"C\"}\n]\n"));
	free(got);
	str_free(&expected);
	o.columns = "name";
	assert_export(s, "affiliates", &o, "[\n]\n");
	add(s, "event", "name=E", NULL);
	add(s, "attendance", "event=E", "state=present", "named_in_public=no", NULL);
	o.columns = "event,named_in_public";
	assert_export(s, "attendance", &o,
	    "[\n{\"event\":\"E\",\"named_in_public\":false}\n]\n");
	store_close(s);
}
END_TEST

START_TEST(wikitext_is_for_people)
{
	struct store *s = open_new("a.db");

	int64_t id = add(s, "organisation", "kind=partner", "name=[[x]]", "country=PE",
	    "languages=es", "languages=pt", "summary=see [[y]]", NULL);
	add(s, "partnership", "partner=[[x]]", "stage=active", NULL);
	struct export_options o = { .format = "wikitext",
	    .columns = "name,country,languages,summary" };
	assert_export(s, "partners", &o, "{| class=\"wikitable sortable\"\n"
	    "! Name\n! Country\n! Languages\n! Summary\n|-\n"
	    "| &#91;&#91;x&#93;&#93;\n| Peru\n"
	    "| español, português\n| see [[y]]\n|}\n");
	trash(s, id, 1);
	o.columns = "partner,partner.country,stage";
	assert_export(s, "partnerships", &o,
	    "{| class=\"wikitable sortable\"\n! Partner\n! Partner: Country\n! Stage\n|}\n");
	store_close(s);
}
END_TEST

START_TEST(formulas_are_guarded)
{
	struct store *s = open_new("a.db");
	struct export_options o = { .columns = "name,members,source" };

	add(s, "organisation", "kind=partner", "name==1+1", "members=-3", "source=", NULL);
	add(s, "organisation", "kind=partner", "name='@x", "source=a=b", NULL);
	assert_export(s, "partners", &o, "name,members,source\r\n''@x,,a=b\r\n'=1+1,-3,\r\n");
	o.no_guard = true;
	assert_export(s, "partners", &o, "name,members,source\r\n'@x,,a=b\r\n=1+1,-3,\r\n");
	add(s, "partnership", "partner==1+1", "stage=active", NULL);
	o = (struct export_options){ .columns = "partner" };
	assert_export(s, "partnerships", &o, "partner\r\n'=1+1\r\n");
	store_close(s);
}
END_TEST

START_TEST(wrong_options_are_refused)
{
	struct store *s = open_new("a.db");
	struct error e = { 0 };

	assert_refused(s, &(struct export_options){ .format = "xls" }, STATUS_USAGE, "wikitext");
	assert_refused(s, &(struct export_options){ .columns = "nmae" }, STATUS_USAGE, "name");
	assert_refused(s, &(struct export_options){ .sort = "nmae" }, STATUS_USAGE, "name");
	assert_refused(s, &(struct export_options){ .columns = "email" }, STATUS_USAGE,
	    "private");
	assert_refused(s, &(struct export_options){ .columns = "," }, STATUS_USAGE, "column");
	ck_assert(export_rows(s, pane_find("tags"), NULL, &plain, "x.csv", &report, &e));
	ck_assert(!export_rows(s, pane_find("tags"), NULL, &plain, "x.csv", &report, &e));
	ck_assert_int_eq(e.status, STATUS_EXISTS);
	ck_assert(export_rows(s, pane_find("tags"), NULL,
	    &(struct export_options){ .force = true }, "x.csv", &report, &e));
	for (int i = 0; i < 3; i++)
		ck_assert_ptr_nonnull(export_format_at(i));
	ck_assert_ptr_null(export_format_at(3));
	store_close(s);
}
END_TEST

/* --- What stays in --- */

START_TEST(private_records_stay_in)
{
	struct store *s = open_new("a.db");
	struct export_options o = { .columns = "name,email" };

	int64_t secret = add(s, "organisation", "kind=partner", "name=Secret", "country=PE",
	    "visibility=private", "email=a@b.org", NULL);
	add(s, "organisation", "kind=partner", "name=Open", "visibility=shared", NULL);
	assert_export(s, "partners", &o, "name\r\nOpen\r\n");
	ck_assert_int_eq(report.omitted, 1);
	ck_assert_int_eq(report.omitted_columns, 1);
	o.include_private = true;
	assert_export(s, "partners", &o, "name,email\r\nOpen,\r\nSecret,a@b.org\r\n");
	ck_assert_int_eq(report.omitted, 0);
	ck_assert_int_eq(report.omitted_columns, 0);

	/* Nor do they show through records that refer to them. */
	int64_t work = add(s, "partnership", "partner=Secret", "stage=active", NULL);
	struct str expected = { 0 };
	str_addf(&expected, "about=%s", id_text(work));
	add(s, "note", "kind=meeting", "title=N", str_text(&expected), NULL);
	str_cut(&expected, 0);
	str_addf(&expected, "partner,partner.name,partner.country\r\n%s,,\r\n", id_text(secret));
	o = (struct export_options){ .columns = "partner,partner.name,partner.country" };
	assert_export(s, "partnerships", &o, str_text(&expected));
	o.include_private = true;
	assert_export(s, "partnerships", &o,
	    "partner,partner.name,partner.country\r\nSecret,Secret,PE\r\n");
	o = (struct export_options){ .columns = "title,about" };
	str_cut(&expected, 0);
	str_addf(&expected, "title,about\r\nN,%s\r\n", id_text(work));
	assert_export(s, "notes", &o, str_text(&expected));
	o.format = "wikitext";
	char *wiki = exported(s, "notes", &o);
	ck_assert(!strstr(wiki, "Secret"));
	free(wiki);
	str_free(&expected);
	store_close(s);
}
END_TEST

START_TEST(names_near_protected_countries_stay_in)
{
	struct store *s = open_new("a.db");

	add(s, "person", "name=Ana", "username=AnaU", "country=CL", NULL);
	add(s, "person", "name=Boris", "country=BY", NULL);
	add(s, "event", "name=Meetup", "country=BY", NULL);
	add(s, "event", "name=Summit", "country=AR", "previous=Meetup", NULL);
	add(s, "attendance", "event=Summit", "person=Ana", "state=present", NULL);
	add(s, "attendance", "event=Summit", "person=Boris", "state=present", NULL);
	add(s, "attendance", "event=Summit", "signed_name=Carla", "state=present", NULL);
	add(s, "attendance", "event=Meetup", "person=Ana", "state=present", NULL);
	add(s, "attendance", "event=Meetup", "signed_name=Dora", "state=present", NULL);
	struct export_options o = { .format = "wikitext", .columns = "event,person,signed_name",
	    .sort = "id" };
	char *wiki = exported(s, "attendance", &o);
	ck_assert_ptr_nonnull(strstr(wiki, "| Summit\n| Ana\n|\n|-\n| Summit\n|\n|\n|-\n"
	    "| Summit\n|\n| Carla\n|-\n| Meetup\n|\n|\n|-\n| Meetup\n|\n|\n|}\n"));
	ck_assert_int_eq(report.omitted_names, 3);
	free(wiki);
	o.columns = "name,username,country";
	wiki = exported(s, "people", &o);
	ck_assert(strstr(wiki, "Ana") && strstr(wiki, "AnaU") && !strstr(wiki, "Boris"));
	ck_assert_ptr_nonnull(strstr(wiki, "Belarus"));
	free(wiki);
	o.columns = "name,attendance.signed_name,attendance.person";
	wiki = exported(s, "events", &o);
	/* Whose name a text from elsewhere is cannot be seen: Carla's stays in too. */
	ck_assert(!strstr(wiki, "Dora") && !strstr(wiki, "Carla"));
	ck_assert(!strstr(wiki, "Boris") && strstr(wiki, "Ana"));
	free(wiki);
	o.include_private = true;
	wiki = exported(s, "events", &o);
	ck_assert(strstr(wiki, "Dora") && strstr(wiki, "Boris"));
	ck_assert_int_eq(report.omitted_names, 0);
	free(wiki);
	store_close(s);
}
END_TEST

/* --- The same again --- */

static void
fill(struct store *s)
{
	add(s, "tag", "name=b;2", NULL);
	add(s, "tag", "name=a", NULL);
	add(s, "organisation", "kind=affiliate", "name=Wikimedia Chile", "code=WMCL",
	    "country=CL", "tags=b;2", "tags=a", NULL);
	add(s, "organisation", "kind=affiliate", "name=Österreich ", "languages=de",
	    "tags=b;2", NULL);
	add(s, "organisation", "kind=partner", "name='=Museo", "summary= x\r\ny\rz ", NULL);
	add(s, "organisation", "kind=partner", "name=@2", "website=https://x.org", NULL);
	add(s, "partnership", "partner='=Museo", "affiliate=WMCL", "stage=active",
	    "kinds=training", "kinds=edit-a-thon", "next_step_on=2021-12", NULL);
	add(s, "partnership", "partner=@2", "stage=contact", "started=2017", NULL);
	add(s, "event", "name=Iberoconf", "start=2014-11-21", "country=AR", NULL);
	add(s, "involvement", "event=Iberoconf", "organisation=WMCL", "role=host", NULL);
	add(s, "involvement", "event=Iberoconf", "organisation='=Museo", "role=host", NULL);
	add(s, "person", "name=Ana", "languages=es", "languages=pt", NULL);
	add(s, "attendance", "event=Iberoconf", "person=Ana", "state=present",
	    "signed_at=2014-11-21T09:03Z", "named_in_public=yes", NULL);
}

/* Partnerships first: their partners and affiliates are made on the way. */
static const char *const filled[] = {
	"partnerships", "partners", "affiliates", "events", "attendance", "people", "tags"
};
enum { FILLED = sizeof filled / sizeof *filled };

START_TEST(importing_an_export_changes_nothing)
{
	struct store *s = open_new("a.db");

	fill(s);
	int64_t actions = sql_int("a.db", "SELECT count(*) FROM action", NULL);
	for (int i = 0; i < FILLED; i++)
		for (int labels = 0; labels < 2; labels++) {
			char *csv = exported(s, filled[i], &(struct export_options){
			    .labels = labels, .bom = labels });
			struct import_report r = import(s, filled[i], csv, &(struct import_options){
			    .create = false });
			ck_assert_int_eq(r.same, report.rows);
			ck_assert_int_eq(r.added + r.changed + r.created, 0);
			free(csv);
		}
	ck_assert_int_eq(sql_int("a.db", "SELECT count(*) FROM action", NULL), actions);
	store_close(s);
}
END_TEST

/* All but the ids, which an empty file gives anew. */
static char *
without_ids(struct store *s, const char *pane)
{
	struct str names = { 0 };
	char *csv = exported(s, pane, &plain);

	str_addn(&names, csv + strlen("id,"), strcspn(csv, "\r") - strlen("id,"));
	free(csv);
	csv = exported(s, pane, &(struct export_options){ .columns = str_text(&names) });
	str_free(&names);
	return csv;
}

START_TEST(an_empty_file_gives_the_same_export)
{
	struct store *a = open_new("a.db"), *b = open_new("b.db");

	fill(a);
	assert_export(a, "affiliates", &(struct export_options){ .columns = "tags" },
	    "tags\r\nb\\;2\r\na;b\\;2\r\n");	/* not by id */
	for (int i = 0; i < FILLED; i++) {
		char *csv = without_ids(a, filled[i]);
		import(b, filled[i], csv, &(struct import_options){ .create = true });
		free(csv);
	}
	for (int i = 0; i < FILLED; i++) {
		char *from = without_ids(a, filled[i]), *to = without_ids(b, filled[i]);
		ck_assert_str_eq(to, from);
		free(from);
		free(to);
	}
	store_close(a);
	store_close(b);
}
END_TEST

START_TEST(nothing_around_changes_a_byte)
{
	static const char *const locales[] = {
		"C.UTF-8", "C", "es_CL.UTF-8", "sv_SE.UTF-8"
	};
	static const char *const zones[] = {
		"UTC", "Pacific/Kiritimati", "America/Santiago", "XYZ-5"
	};
	struct store *s = open_new("a.db");
	char *first[FILLED * 2] = { NULL };

	fill(s);
	for (int i = 0; i < 4; i++) {
		setlocale(LC_ALL, locales[i]);
		setenv("LC_ALL", locales[i], 1);
		setenv("TZ", zones[i], 1);
		tzset();
		clock_set((int64_t)i * 1000 * 86400 * 1000);
		for (int k = 0; k < FILLED * 2; k++) {
			char *got = exported(s, filled[k / 2], &(struct export_options){
			    .format = k % 2 ? "json" : "csv" });
			if (!first[k])
				first[k] = got;
			ck_assert_str_eq(got, first[k]);
			if (got != first[k])
				free(got);
		}
	}
	for (int k = 0; k < FILLED * 2; k++)
		free(first[k]);
	store_close(s);
}
END_TEST

START_TEST(a_title_that_is_not_enough_is_an_id)
{
	struct store *s = open_new("a.db");

	int64_t a = add(s, "organisation", "kind=partner", "name=Museo", NULL);
	add(s, "partnership", "partner=Museo", "stage=active", NULL);
	struct export_options o = { .columns = "partner" };
	assert_export(s, "partnerships", &o, "partner\r\nMuseo\r\n");
	add(s, "organisation", "kind=body", "name=MUSEO", NULL);
	assert_export(s, "partnerships", &o, "partner\r\nMuseo\r\n");	/* exact still is */
	int64_t b = add(s, "organisation", "kind=body", "name=Museo", NULL);
	struct str expected = { 0 };
	str_addf(&expected, "partner\r\n%s\r\n", id_text(a));
	assert_export(s, "partnerships", &o, str_text(&expected));
	trash(s, b, 1);
	assert_export(s, "partnerships", &o, "partner\r\nMuseo\r\n");
	str_free(&expected);
	store_close(s);
}
END_TEST

/* Notes have no index of titles; `about` may be any kind of record. */
START_TEST(titles_are_compared_among_all_kinds)
{
	struct store *s = open_new("a.db");
	struct export_options o = { .columns = "note,text" };

	int64_t a = add(s, "note", "kind=meeting", "title=Call", NULL);
	add(s, "entry", "note=Call", "kind=text", "text=x", NULL);
	assert_export(s, "entries", &o, "note,text\r\nCall,x\r\n");
	int64_t b = add(s, "note", "kind=meeting", "title=CALL", NULL);
	struct str expected = { 0 };
	str_addf(&expected, "note,text\r\n%s,x\r\n", id_text(a));
	assert_export(s, "entries", &o, str_text(&expected));
	trash(s, b, 1);
	assert_export(s, "entries", &o, "note,text\r\nCall,x\r\n");

	add(s, "organisation", "kind=partner", "name=Museo", NULL);
	int64_t goal = add(s, "goal", "statement=Grow", "level=goal", NULL);
	add(s, "note", "kind=call", "title=N", "about=Museo", "about=Grow", NULL);
	o.columns = "about";
	o.sort = "title";
	assert_export(s, "notes", &o, "about\r\n\"\"\r\nGrow;Museo\r\n");
	add(s, "note", "kind=call", "title=museo", NULL);
	add(s, "goal", "statement=Other", "code=Grow", "level=goal", NULL);
	char *csv = exported(s, "notes", &o);
	ck_assert_ptr_null(strstr(csv, "Museo"));
	ck_assert_ptr_null(strstr(csv, "Grow"));
	ck_assert_ptr_nonnull(strstr(csv, id_text(goal)));
	free(csv);
	str_free(&expected);
	store_close(s);
}
END_TEST

/* --- Strings that break things --- */

/* Lines of the corpus, kept for the test. */
static struct bytes corpus;

static char **
naughty(size_t *count)
{
	corpus = read_bytes(source_path("tests/corpora/blns/blns.txt"));
	char **lines = calloc(corpus.n, sizeof *lines);
	*count = 0;
	corpus.s[corpus.n] = '\0';
	for (char *p = corpus.s, *end; *p; p = end + 1) {
		end = strchr(p, '\n');
		ck_assert_ptr_nonnull(end);
		*end = '\0';
		if (*p && *p != '#')
			lines[(*count)++] = p;
	}
	ck_assert_uint_gt(*count, 400);
	return lines;
}

/* What a field of free text holds in the k-th record; several lines where it may. */
static bool
naughty_value(const struct field *f, const char *line, struct str *keep)
{
	struct error e;

	str_cut(keep, 0);
	if (!f->type->is_text && f->type != &type_link)
		return false;
	fold_add(keep, line, strlen(line));
	bool nothing = !keep->len;	/* to read, and so no name */
	str_cut(keep, 0);
	if (nothing && f->flags & F_REQUIRED)
		return false;
	if (!f->type->has_lines)
		return f->type->canon(f, line, strlen(line), keep, &e) && keep->len;
	struct str lines = { 0 };
	str_addf(&lines, "%s\n%s\r\n", line, line);
	bool ok = f->type->canon(f, lines.s, lines.len, keep, &e);
	str_free(&lines);
	return ok && keep->len;
}

/* A record with its required fields, and every text that may be `line`: that, or what
 * stands there instead. */
static void
add_naughty(struct store *s, const struct entity *ent, const char *line,
    const char *instead, int64_t id, int64_t (*one)[40])
{
	struct cell cells[64];
	struct arena mem = { 0 };
	struct str keep = { 0 };
	struct error e;
	const struct field *f;
	size_t n = 0;

	for (int i = 0; (f = entity_field(ent, i)); i++) {
		if (f->flags & (F_COMPUTED | F_TRASH))
			continue;
		if (naughty_value(f, line, &keep)) {
			if (instead)
				str_set(&keep, instead);
			cells[n++] = (struct cell){ f,
			    value_text(arena_dup(&mem, keep.s, keep.len), keep.len), true };
		} else if (f->flags & F_REQUIRED && f->type->is_ref) {
			const struct entity *to = entity_find(f->refs);
			cells[n++] = (struct cell){ f, value_int((*one)[to->number]), true };
		} else if (f->flags & F_REQUIRED && f->type->is_term) {
			struct term_shown t;
			ck_assert(term_shown_at(s, f->list, 0, &t));
			cells[n++] = cell(s, f, t.code, &mem);
		} else if (f->flags & F_REQUIRED) {
			cells[n++] = cell(s, f, f->type->is_date ? "2017" : f->type == &type_order
			    ? "3" : "x", &mem);
		}
	}
	ck_assert_msg(record_create_as(s, ent, id, cells, n, &e), "%s", e.msg);
	if (!(*one)[ent->number])
		(*one)[ent->number] = id;
	str_free(&keep);
	arena_free(&mem);
}

/* Two files with the same ids; in the plain one every text is x. */
static void
fill_naughty(struct store *s, char **lines, size_t count, const char *instead)
{
	int64_t one[40] = { 0 }, id = 1000000;
	struct error e;

	ck_assert(action_begin(s, "add", &e));
	for (int i = 0; entities[i]; i++)
		for (size_t k = 0; k < count; k++)
			if (pane_of_entity(entities[i]) || entities[i]->flags & E_INTERNAL)
				add_naughty(s, entities[i], lines[k], instead, id++, &one);
	ck_assert_msg(action_end(s, true, NULL, &e), "%s", e.msg);
}

/* Do two files hold the same, the log apart? */
static void
assert_same_tables(const char *a, const char *b)
{
	char sql[512];

	for (int i = 0; entities[i]; i++) {
		snprintf(sql, sizeof sql, "ATTACH '%s' AS b", b);
		sqlite3 *h;
		sqlite3_stmt *st;
		ck_assert_int_eq(sqlite3_open(a, &h), SQLITE_OK);
		ck_assert_int_eq(sqlite3_exec(h, sql, NULL, NULL, NULL), SQLITE_OK);
		snprintf(sql, sizeof sql, "SELECT (SELECT count(*) FROM (SELECT * FROM main.\"%s\""
		    " EXCEPT SELECT * FROM b.\"%s\")) + (SELECT count(*) FROM (SELECT * FROM b.item"
		    " EXCEPT SELECT * FROM main.item))", entities[i]->name, entities[i]->name);
		ck_assert_int_eq(sqlite3_prepare_v2(h, sql, -1, &st, NULL), SQLITE_OK);
		ck_assert_int_eq(sqlite3_step(st), SQLITE_ROW);
		ck_assert_msg(sqlite3_column_int64(st, 0) == 0, "%s: %lld differ",
		    entities[i]->name, (long long)sqlite3_column_int64(st, 0));
		sqlite3_finalize(st);
		sqlite3_close(h);
	}
}

START_TEST(naughty_strings_survive_csv)
{
	struct store *a = open_new("a.db"), *b = open_new("b.db");
	size_t count;
	char **lines = naughty(&count);
	bool no_guard = _i;
	struct export_options o = { .no_guard = no_guard, .include_private = true };
	struct import_options in = { .no_guard = no_guard };

	fill_naughty(a, lines, count, NULL);
	fill_naughty(b, lines, count, "x");
	for (int i = 0; entities[i]; i++) {
		const struct pane *pane = pane_of_entity(entities[i]);
		if (!pane || entities[i]->flags & E_INTERNAL)
			continue;
		char *csv = exported(a, pane->name, &o);
		ck_assert_int_eq(report.rows, (int64_t)count);
		struct import_report r = import(b, pane->name, csv, &in);
		ck_assert_int_eq(r.added, 0);
		free(csv);
	}
	/* What is not in a pane comes by itself. */
	for (int i = 0; entities[i]; i++)
		if (entities[i]->flags & E_INTERNAL) {
			char sql[256];
			snprintf(sql, sizeof sql, "ATTACH 'a.db' AS a; DELETE FROM \"%s\";"
			    " INSERT INTO \"%s\" SELECT * FROM a.\"%s\"", entities[i]->name,
			    entities[i]->name, entities[i]->name);
			raw_sql("b.db", sql);
		}
	assert_same_tables("a.db", "b.db");
	store_close(a);
	store_close(b);
	free(lines);
	free(corpus.s);
}
END_TEST

START_TEST(naughty_strings_are_valid_json)
{
	struct store *s = open_new("a.db");
	size_t count;
	char **lines = naughty(&count);
	struct export_options o = { .format = "json" };

	fill_naughty(s, lines, count, NULL);
	for (int i = 0; entities[i]; i++) {
		const struct pane *pane = pane_of_entity(entities[i]);
		if (!pane || entities[i]->flags & E_INTERNAL)
			continue;
		char *json = exported(s, pane->name, &o);
		ck_assert_msg(sql_int("a.db", "SELECT json_valid(?1)", json) == 1, "%s",
		    pane->name);
		ck_assert_int_eq(sql_int("a.db", "SELECT json_array_length(?1)", json),
		    (int64_t)count);
		if (i == 0)
			ck_assert_int_eq(sql_int("a.db", "SELECT count(*) FROM json_each(?1) j"
			    " WHERE EXISTS(SELECT 1 FROM organisation o"
			    " WHERE o.name=json_extract(j.value,'$.name')"
			    " AND o.summary IS json_extract(j.value,'$.summary')"
			    " AND o.source IS json_extract(j.value,'$.source'))", json),
			    (int64_t)count);
		free(json);
	}
	store_close(s);
	free(lines);
	free(corpus.s);
}
END_TEST

/* --- Everything --- */

static void
assert_same_folders(const char *a, const char *b)
{
	DIR *dir = opendir(a);
	struct dirent *d;
	int files = 0, others = 0;

	ck_assert_ptr_nonnull(dir);
	while ((d = readdir(dir))) {
		char from[600], to[600];
		if (*d->d_name == '.')
			continue;
		snprintf(from, sizeof from, "%s/%s", a, d->d_name);
		snprintf(to, sizeof to, "%s/%s", b, d->d_name);
		struct bytes x = read_bytes(from), y = read_bytes(to);
		ck_assert_msg(x.n == y.n && !memcmp(x.s, y.s, x.n), "%s differs", from);
		free(x.s);
		free(y.s);
		files++;
	}
	closedir(dir);
	dir = opendir(b);
	while ((d = readdir(dir)))
		others += *d->d_name != '.';
	closedir(dir);
	ck_assert_int_gt(files, 1);
	ck_assert_int_eq(files, others);
}

static void
fill_all(struct store *s)
{
	struct error e;
	size_t count;
	char **lines = naughty(&count);

	fill(s);
	fill_naughty(s, lines, 40, NULL);
	free(lines);
	free(corpus.s);
	int64_t gone = add(s, "organisation", "kind=partner", "name=Gone", "email=a@b.org",
	    "other_codes=a;b", "other_codes= x\\", "other_codes=\\;", NULL);
	trash(s, gone, 1);
	int64_t into = add(s, "organisation", "kind=partner", "name=Survivor",
	    "visibility=private", NULL);
	trash(s, add(s, "organisation", "kind=partner", "name=Double", NULL), into);
	add(s, "partnership", "partner=Survivor", "stage=active", "tags=a", "tags=b;2", NULL);
	add(s, "note", "kind=meeting", "date=2017-11-20", "about=WMCL", "about=Iberoconf", NULL);
	add(s, "term", "list=partner-type", "code=circus", "label=Circus", "hidden=no", NULL);
	add(s, "organisation", "kind=partner", "name=Tent", "type=circus", NULL);
	add(s, "setting", "name=my_organisation", "value=x", NULL);
	add(s, "goal", "statement=Sum", "level=goal", NULL);
	add(s, "metric", "goal=Sum", "name=m", "baseline=-2.125", "target=300000", NULL);
	/* What is left of one that was erased. */
	ck_assert(action_begin(s, "erase", &e));
	struct cell stub = { field_with(entities[0], F_TRASH), value_int(1), true };
	int64_t id;
	ck_assert(record_create(s, entities[0], &stub, 1, &id, &e));
	ck_assert(action_end(s, true, NULL, &e));
}

START_TEST(everything_comes_back)
{
	struct store *a = open_new("a.db"), *b = open_new("b.db");
	struct error e = { 0 };
	struct import_report r;
	struct stat st;
	int64_t written, again;

	fill_all(a);
	ck_assert_msg(export_all(a, "all", &written, &e), "%s", e.msg);
	ck_assert_int_eq(stat("all", &st), 0);
	ck_assert_int_eq(st.st_mode & 07777, 0700);
	ck_assert_int_eq(stat("all/organisation.csv", &st), 0);
	ck_assert_int_eq(st.st_mode & 07777, 0600);
	*first_problem = '\0';
	ck_assert_msg(import_all(b, "all", &listener, &r, &e), "%s %s", e.msg, first_problem);
	ck_assert_int_eq(r.added, written);
	ck_assert_msg(export_all(b, "again", &again, &e), "%s", e.msg);
	ck_assert_int_eq(again, written);
	assert_same_folders("all", "again");
	assert_same_tables("a.db", "b.db");
	assert_same_tables("b.db", "a.db");
	ck_assert_int_eq(sql_int("b.db", "SELECT count(*) FROM action", NULL), 1);
	ck_assert_int_eq(sql_int("b.db", "SELECT count(*) FROM change", NULL), 0);
	ck_assert_int_eq(sql_int("b.db", "SELECT command='import' FROM action", NULL), 1);
	store_close(a);
	store_close(b);
}
END_TEST

static void
assert_not_imported(struct store *s, const char *dir, enum status status,
    const char *part)
{
	struct error e = { 0 };
	struct import_report r;

	*first_problem = '\0';
	ck_assert(!import_all(s, dir, &listener, &r, &e));
	ck_assert_int_eq(e.status, status);
	ck_assert_msg(strstr(e.msg, part) || strstr(first_problem, part), "%s / %s", e.msg,
	    first_problem);
	ck_assert_msg(is_one_sentence(e.msg), "%s", e.msg);
	ck_assert(!action_under_way(s));
}

static void
text_file(const char *path, const char *text)
{
	write_bytes(path, (struct bytes){ .s = (char *)text, .n = strlen(text) });
}

START_TEST(a_folder_that_is_not_whole_is_refused)
{
	struct store *s = open_new("a.db");
	struct error e = { 0 };
	int64_t n;

	assert_not_imported(s, "none", STATUS_NOINPUT, "none");
	ck_assert_int_eq(mkdir("d", 0700), 0);
	ck_assert(!export_all(s, "d", &n, &e));
	ck_assert_int_eq(e.status, STATUS_EXISTS);
	text_file("d/alianza.csv", "name,value\r\nversion,9\r\nschema,999\r\n");
	assert_not_imported(s, "d", STATUS_NEWER, "newer");
	text_file("d/alianza.csv", "name,value\r\nunicorn,1\r\n");
	assert_not_imported(s, "d", STATUS_DATA, "unicorn");
	text_file("d/alianza.csv", "name,value\r\ntag,2\r\n");
	assert_not_imported(s, "d", STATUS_NOINPUT, "tag.csv");
	text_file("d/tag.csv", "id,name\r\nc000000000001,a\r\n");
	assert_not_imported(s, "d", STATUS_DATA, "not whole");
	text_file("d/tag.csv", "id,name\r\nc000000000001,a\r\nc000000000001,b\r\n");
	assert_not_imported(s, "d", STATUS_DATA, "d/tag.csv:3: ");
	text_file("d/tag.csv", "id,name,stay_in_touch\r\n"
	    "c000000000001,a,x\r\nc000000000002,b,\r\n");
	assert_not_imported(s, "d", STATUS_DATA, "d/tag.csv:2: stay_in_touch: 'x': ");
	text_file("d/tag.csv", "id,name,tags\r\n"
	    "c000000000001,a,\r\nc000000000002,b,c000000000003\r\n");
	assert_not_imported(s, "d", STATUS_DATA, "d/tag.csv:3: tags: 'c000000000003': ");
	text_file("d/tag.csv", "id,nmae\r\nc000000000001,a\r\nc000000000002,b\r\n");
	assert_not_imported(s, "d", STATUS_DATA, "nmae");
	text_file("d/tag.csv", "name\r\na\r\nb\r\n");
	assert_not_imported(s, "d", STATUS_DATA, "id");
	text_file("d/tag.csv", "id,name,tags\r\n"
	    "c000000000001,a,c000000000002\r\nc000000000002,b,\r\n");
	text_file("d/form.csv", "id,name\r\n");
	assert_not_imported(s, "d", STATUS_DATA, "form.csv");
	unlink("d/form.csv");
	ck_assert_int_eq(sql_int("a.db", "SELECT count(*) FROM record", NULL), 0);
	struct import_report r;
	ck_assert_msg(import_all(s, "d", &listener, &r, &e), "%s", e.msg);
	assert_not_imported(s, "d", STATUS_EXISTS, "empty file");
	store_close(s);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("export");
	TCase *t = tcase_create("export");

	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, scratch_enter, scratch_leave);
	tcase_add_test(t, csv_is_what_import_takes);
	tcase_add_test(t, all_stored_fields_are_columns);
	tcase_add_test(t, json_is_typed);
	tcase_add_test(t, wikitext_is_for_people);
	tcase_add_test(t, formulas_are_guarded);
	tcase_add_test(t, wrong_options_are_refused);
	tcase_add_test(t, private_records_stay_in);
	tcase_add_test(t, names_near_protected_countries_stay_in);
	tcase_add_test(t, importing_an_export_changes_nothing);
	tcase_add_test(t, an_empty_file_gives_the_same_export);
	tcase_add_test(t, nothing_around_changes_a_byte);
	tcase_add_test(t, a_title_that_is_not_enough_is_an_id);
	tcase_add_test(t, titles_are_compared_among_all_kinds);
	tcase_add_loop_test(t, naughty_strings_survive_csv, 0, 2);
	tcase_add_test(t, naughty_strings_are_valid_json);
	tcase_add_test(t, everything_comes_back);
	tcase_add_test(t, a_folder_that_is_not_whole_is_refused);
	suite_add_tcase(s, t);
	return run_suite(s);
}
