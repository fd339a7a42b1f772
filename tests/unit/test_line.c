#include "tests/unit/run.h"
#include "tests/unit/world.h"

#include <time.h>

#include "app/line.h"

static struct line_world *names;
static int64_t open_one;

static void
setup(void)
{
	struct error e = { 0 };

	world_begin(&w);
	ck_assert(action_begin(w.s, "test", &e));
	make(w.s, "person", "name", "Ana Díaz", "username", "Anadi", NULL);
	make(w.s, "person", "name", "Óscar Costero", NULL);
	make(w.s, "person", "name", "María de la Cruz", NULL);
	make(w.s, "person", "name", "Carla Ana Abad", NULL);
	make(w.s, "person", "username", "Joal_Jones", NULL);
	make(w.s, "person", "name", "יעל", NULL);
	make(w.s, "goal", "level", "goal", "statement", "More museums", "code", "A.1.1", NULL);
	make(w.s, "goal", "level", "goal", "statement", "Half of it", "code", "50", NULL);
	make(w.s, "organisation", "kind", "partner", "name", "Museo de Bellas Artes", "code",
	    "MNBA", NULL);
	open_one = make(w.s, "partnership", "partner", "MNBA", "affiliate", "WMAR", "stage",
	    "pilot", NULL);
	make(w.s, "partnership", "partner", "MNBA", "stage", "completed", NULL);
	ck_assert(action_end(w.s, true, NULL, &e));
	names = line_world_new();
	ck_assert_msg(line_world_refresh(names, w.s, "Óscar Costero", &e), "%s", e.msg);
}

static void
teardown(void)
{
	line_world_free(names);
	world_end(&w);
}

static struct line
read_as(const char *text, const char *kind)
{
	struct line_about about = { .kind = kind, .language = "es" };
	struct line line;
	size_t n = strlen(text);
	char *exact = malloc(n + 1);	/* nothing is read behind the end */

	memcpy(exact, text, n);
	line_read(names, exact, n, &about, &line);
	free(exact);
	return line;
}

/* kind|owners|about|goal|due|plain of a line, "" for what it does not say. */
static const char *
summary(const struct line *l)
{
	static struct str out;
	char due[11];

	str_cut(&out, 0);
	str_addf(&out, "%s|", l->kind);
	for (size_t i = 0; i < l->owner_count; i++)
		str_addf(&out, "%s%s", i ? "," : "", l->owners[i].title);
	date_format(l->due, due);
	str_addf(&out, "|%s|%s|%s|%s", l->about.id ? l->about.title : "",
	    l->goal.id ? l->goal.title : "", l->due_words ? l->due_typed : due, l->plain);
	return str_text(&out);
}

static void
lines_check(const char *const (*cases)[2], size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct line l = read_as(cases[i][0], NULL);
		const char *is = summary(&l);
		ck_assert_msg(!strcmp(is, cases[i][1]), "%s\n  is  %s\n  not %s", cases[i][0], is,
		    cases[i][1]);
		line_free(&l);
	}
}
#define CASES(c) lines_check(c, sizeof c / sizeof *c)

START_TEST(signs_and_words_in_front)
{
	static const char *const cases[][2] = {
		{ "We met at ten", "|||||We met at ten" },
		{ "! We meet again", "decision|||||We meet again" },
		{ ">write a page", "action|||||write a page" },
		{ "? who pays", "question|||||who pays" },
		{ "¿Quién paga?", "question|||||¿Quién paga?" },
		{ "¿ quién paga", "question|||||quién paga" },
		{ "& share the list", "agreement|||||share the list" },
		{ "topic: GLAM", "topic|||||GLAM" },
		{ "Tema: GLAM", "topic|||||GLAM" },
		{ "Próximo paso: llamar", "action|||||llamar" },
		{ "OPORTUNIDAD: becas", "opportunity|||||becas" },
		{ "quote: \"we are few\"", "quote|||||\"we are few\"" },
		{ "decisão: sim", "decision|||||sim" },
		{ "http://x.org", "|||||http://x.org" },
		{ "Note: nothing", "|||||Note: nothing" },
		{ "== Lunch ==", "heading|||||Lunch" },
		{ "=== ! Lunch", "heading|||||! Lunch" },
		{ "= 5", "|||||= 5" },
		{ "* > call them", "action|||||call them" },
		{ "## second", "|||||second" },
		{ "", "|||||" }, { "   ", "|||||" }, { ">", "action|||||" },
		{ "====", "heading|||||" }, { "@", "|||||@" }, { "+ % @", "|||||+ % @" },
	};
	CASES(cases);
	struct line l = read_as("** deep", NULL);
	ck_assert(l.form == LINE_BULLET && l.level == 2);
	line_free(&l);
}
END_TEST

START_TEST(names_are_found)
{
	static const char *const cases[][2] = {
		{ "> send it to @Ana Díaz", "action|Ana Díaz||||send it to Ana Díaz" },
		{ "> send photos @Ana Díaz @oscar", "action|Ana Díaz,Óscar Costero||||send photos" },
		{ "> send photos @ana d", "action|Ana Díaz||||send photos" },
		{ "> @anadi: send photos", "action|Ana Díaz||||Ana Díaz: send photos" },
		{ "> ask (@AnaP) for photos", "action|Ana Pérez||||ask (Ana Pérez) for photos" },
		{ "> ask @ana for photos", "action|||||ask ana for photos" },
		{ "> write down @cruz, today", "action|María de la Cruz|||2026-11-21|write down" },
		{ "> send photos @Joal Jones.", "action|Joal_Jones||||send photos" },
		{ "> send photos @WMCL", "action|Wikimedia Chile||||send photos" },
		{ "> call @me", "action|Óscar Costero||||call Óscar Costero" },
		{ "> send it now @yo @me", "action|Óscar Costero||||send it now" },
		{ "> כתוב מכתב @יעל", "action|יעל||||כתוב מכתב" },
		{ "we saw @Ana Díaz", "|||||we saw Ana Díaz" },
		{ "& share files +MNBA", "agreement||Museo de Bellas Artes|||share files" },
		{ "lunch with +Museo Ñandú today", "||Museo Ñandú|||lunch with Museo Ñandú today" },
		{ "more of it %A.1.1", "|||More museums||more of it" },
		{ "%a.1.1, then", "|||More museums||More museums, then" },
		{ "> done %50", "action|||Half of it||done Half of it" },
		{ "grew by %51", "|||||grew by %51" },
	};
	CASES(cases);
}
END_TEST

START_TEST(a_sign_inside_a_word_is_nothing)
{
	static const char *const cases[][2] = {
		{ "> write to mail@ana.org about C+ and 50%",
		    "action|||||write to mail@ana.org about C+ and 50%" },
		{ "> 3+MNBA", "action|||||3+MNBA" },
		{ "see https://w.org/@Anadi", "|||||see https://w.org/@Anadi" },
		{ "a > b ! c & d", "|||||a > b ! c & d" },
	};
	CASES(cases);
}
END_TEST

START_TEST(last_words_say_when_it_is_due)
{
	static const char *const cases[][2] = {
		{ "> send photos fri", "action||||2026-11-27|send photos" },
		{ "> send photos by Friday.", "action||||2026-11-27|send photos" },
		{ "> send photos +2w", "action||||2026-12-05|send photos" },
		{ "> send photos 27 Nov @oscar", "action|Óscar Costero|||2026-11-27|send photos" },
		{ "> send photos @oscar 27 nov", "action|Óscar Costero|||2026-11-27|send photos" },
		{ "> enviar fotos el viernes", "action||||2026-11-27|enviar fotos" },
		{ "> enviar fotos antes del 1 de diciembre", "action||||2026-12-01|enviar fotos" },
		{ "> send photos in 2 weeks", "action||||2026-12-05|send photos" },
		{ "> report by 2027", "action||||2027|report" },
		{ "> plan the budget for 2027", "action||||" "|plan the budget for 2027" },
		{ "> read the page of Nov 2014", "action|||||read the page of Nov 2014" },
		{ "> send it after Christmas", "action||||after Christmas|send it" },
		{ "> enviar después de Navidad", "action||||después de Navidad|enviar" },
		{ "> talk next week", "action||||next week|talk" },
		{ "> talk about next steps", "action|||||talk about next steps" },
		{ "> send it by mail", "action|||||send it by mail" },
		{ "> un regalo para mi", "action|||||un regalo para mi" },
		{ "> friday", "action|||||friday" },
		{ "> friday we meet", "action|||||friday we meet" },
		{ "! we meet friday", "decision|||||we meet friday" },
		{ "we meet friday", "|||||we meet friday" },
		{ "topic: friday talks monday", "topic|||||friday talks monday" },
	};
	CASES(cases);
}
END_TEST

/* The words stand in base because gettext knows one language at a time. */
START_TEST(spanish_days_are_those_of_the_translation)
{
	const struct date_words *words[3];

	ck_assert_int_eq(date_words_for("es", words), 2);
	struct bytes po = read_bytes(source_path("po/es.po"));
	po.s[po.n] = '\0';
	const char *const all[] = { words[1]->today, words[1]->tomorrow, words[1]->yesterday,
	    words[1]->day_unit, words[1]->week_unit, words[1]->month_unit, words[1]->year_unit,
	    words[1]->filler };
	for (size_t i = 0; i < 7 + 12 + sizeof all / sizeof *all; i++) {
		const char *word = i < 7 ? words[1]->weekday[i] : i < 19 ? words[1]->month[i - 7]
		    : all[i - 19];
		char line[200];
		snprintf(line, sizeof line, "msgstr \"%s\"\n", word);
		ck_assert_msg(strstr(po.s, line) != NULL, "%s", line);
	}
	free(po.s);
}
END_TEST

START_TEST(the_kind_chosen_before_counts)
{
	struct line l = read_as("send photos fri", "action");
	ck_assert_str_eq(summary(&l), "||||2026-11-27|send photos");
	ck_assert_str_eq(l.kind_now, "action");
	line_free(&l);
}
END_TEST

START_TEST(the_person_says_that_it_is_no_date)
{
	struct line_about about = { .no_due = true };
	struct line l;

	line_read(names, "> sing on friday", 16, &about, &l);
	ck_assert_str_eq(summary(&l), "action|||||sing on friday");
	line_free(&l);
}
END_TEST

START_TEST(days_count_from_when_it_was_typed)
{
	struct line_about about = { .day = { 2017, 11, 20 } };
	struct line l;

	line_read(names, "> send fri", 10, &about, &l);
	ck_assert_str_eq(summary(&l), "action||||2017-11-24|send");
	ck_assert_str_eq(l.told, "action · due Fri 24 Nov");
	line_free(&l);
}
END_TEST

START_TEST(it_tells_what_it_understood)
{
	static const char *const cases[][2] = {
		{ "> send photos @Ana Díaz fri", "action · Ana Díaz · due Fri 27 Nov" },
		{ "> send it jan 2027", "action · due Jan 2027" },
		{ "> send it 3 jan 2027", "action · due Sun 3 Jan 2027" },
		{ "> send it after Christmas", "action · due \"after Christmas\"" },
		{ "& share +MNBA %A.1.1", "agreement · Museo de Bellas Artes · More museums" },
		{ "> send @ana", "action · @ana: which one, Ana Díaz, Ana Pérez? Type more" },
		{ "> send @Oskar Costero", "action · @Oskar is not known; did you mean Óscar Costero?" },
		{ "> send @zzzzz", "action · @zzzzz is not known" },
		{ "just words", "" }, { "we saw @zzzzz", "" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct line l = read_as(cases[i][0], NULL);
		ck_assert_str_eq(l.told, cases[i][1]);
		line_free(&l);
	}
}
END_TEST

START_TEST(spans_cover_what_has_a_meaning)
{
	struct line l = read_as("* > send @oscar it, @bob fri", NULL);
	static const struct line_span want[] = {
		{ 0, 1, PART_FORM }, { 2, 1, PART_KIND }, { 9, 6, PART_OWNER }, { 20, 4, PART_OPEN },
		{ 25, 3, PART_DUE },
	};
	ck_assert_uint_eq(l.span_count, 5);
	for (size_t i = 0; i < 5; i++)
		ck_assert(l.spans[i].start == want[i].start && l.spans[i].length == want[i].length
		    && l.spans[i].part == want[i].part);
	line_free(&l);
}
END_TEST

START_TEST(the_open_partnership_comes_with_the_partner)
{
	struct line l = read_as("& share +Museo Ñandú", NULL);
	ck_assert_int_eq(l.partnership, w.active);	/* with my own organisation */
	line_free(&l);
	l = read_as("& share +MNBA", NULL);
	ck_assert_int_eq(l.partnership, open_one);
	line_free(&l);
	l = read_as("& share +100% libre, a b", NULL);
	ck_assert_int_eq(l.partnership, 0);
	line_free(&l);
	l = read_as("& share +Iberocoop", NULL);
	ck_assert(l.about.id == w.coop && l.partnership == 0);
	line_free(&l);
}
END_TEST

/* --- Saving --- */

/* "kind=action owners+=Ana Díaz due=2026-11-27" */
static const char *
applied(const char *old, const char *new, const char *kind)
{
	static struct str out;
	struct arena mem = { 0 };
	struct line was, now = read_as(new, kind);
	struct cell *cells;

	if (old)
		was = read_as(old, kind);
	size_t n = line_apply(old ? &was : NULL, &now, &mem, &cells);
	str_cut(&out, 0);
	for (size_t i = 0; i < n; i++) {
		bool multi = field_is_multi(cells[i].field);
		str_addf(&out, "%s%s%s", i ? " " : "", cells[i].field->name,
		    !multi ? "=" : cells[i].on ? "+=" : "-=");
		if (cells[i].value.kind != VALUE_NULL)
			value_show(w.s, cells[i].field, &cells[i].value, &out);
	}
	arena_free(&mem);
	line_free(&now);
	if (old)
		line_free(&was);
	return str_text(&out);
}

START_TEST(saving_sets_what_changed_and_nothing_else)
{
	ck_assert_str_eq(applied(NULL, "words", NULL), "kind=text");
	ck_assert_str_eq(applied(NULL, "words", "idea"), "kind=idea");
	ck_assert_str_eq(applied(NULL, "> send @oscar fri", NULL),
	    "kind=action due=2026-11-27 owners+=Óscar Costero");
	ck_assert_str_eq(applied("> send @oscar fri", "> send it all @oscar fri", NULL), "");
	ck_assert_str_eq(applied("> send @oscar fri", "> send @anadi after Christmas", NULL),
	    "due= due_words=after Christmas owners-=Óscar Costero owners+=Ana Díaz");
	ck_assert_str_eq(applied("> send @oscar fri", "send @oscar fri", NULL),
	    "kind=text due= due_words= owners-=Óscar Costero");
	ck_assert_str_eq(applied("words", "other words", NULL), "");
	ck_assert_str_eq(applied("see +MNBA %A.1.1", "see", NULL),
	    "organisation= partnership= goal=");
}
END_TEST

/* --- Completing --- */

static const char *
offered(const char *text)
{
	static struct str out;
	struct arena mem = { 0 };
	struct line_choices c;

	line_complete(names, text, strlen(text), strlen(text), &mem, &c);
	str_cut(&out, 0);
	for (size_t i = 0; i < c.count; i++)
		str_addf(&out, "%s%.*s%s", i ? "|" : "", (int)c.start, text, c.choices[i].insert);
	arena_free(&mem);
	return str_text(&out);
}

START_TEST(marks_and_words_in_front_are_completed)
{
	ck_assert_str_eq(offered("> a @an"),
	    "> a @Ana Díaz |> a @Ana Pérez |> a @Carla Ana Abad ");
	ck_assert_str_eq(offered("@ana p"), "@Ana Pérez ");
	ck_assert_str_eq(offered("@Cru"), "@María de la Cruz ");
	ck_assert_str_eq(offered("+mnb"), "+Museo de Bellas Artes ");
	ck_assert_str_eq(offered("x %A.1"), "x %More museums ");
	ck_assert_str_eq(offered("ide"), "idea: ");
	ck_assert_str_eq(offered("* to"), "* topic: ");
	ck_assert_str_eq(offered("we to"), "");
	ck_assert_str_eq(offered("@ana sends to"), "");
	ck_assert_str_eq(offered(""), "");
}
END_TEST

START_TEST(two_of_one_name_are_told_apart)
{
	struct error e = { 0 };

	ck_assert(action_begin(w.s, "test", &e));
	make(w.s, "person", "name", "Li Wei", "username", "LiW", NULL);
	make(w.s, "person", "name", "Li Wei", "username", "WeiLi", NULL);
	ck_assert(action_end(w.s, true, NULL, &e));
	ck_assert(line_world_refresh(names, w.s, NULL, &e));
	ck_assert_str_eq(offered("@li w"), "@liw |@weili ");
}
END_TEST

START_TEST(the_kinds_are_offered_in_one_order)
{
	const char *code, *label;

	ck_assert(line_kind_at(names, 0, &code, &label));
	ck_assert_str_eq(code, "text");
	ck_assert(line_kind_at(names, 1, &code, &label));
	ck_assert_str_eq(label, "action");
}
END_TEST

/* --- Much of it --- */

static long
cpu_ms(void)
{
	return (long)(clock() * 1000 / CLOCKS_PER_SEC);
}

START_TEST(a_megabyte_takes_no_longer_than_its_length)
{
	static const char *const pieces[] = { "x", "@ana ", "@", "+a b c d e ", "word ", "=",
	    ">@", "by ", "é", "\x80", "\xe2\x80\x8f@" };
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		struct str text = { 0 };
		struct line l;
		str_add(&text, "> ");
		while (text.len < 1000000)
			str_add(&text, pieces[i]);
		long before = cpu_ms();
		line_read(names, str_text(&text), text.len, NULL, &l);
		ck_assert_msg(cpu_ms() - before < 3000, "%s: %ld ms", pieces[i], cpu_ms() - before);
		line_free(&l);
		str_free(&text);
	}
}
END_TEST

START_TEST(any_bytes_are_read)
{
	static const char signs[] = "@+%>!?&=*# \n.,:;aAn2\xc3\xa9\xff\xd7\xbf(";
	unsigned seed = 7;

	for (int i = 0; i < 5000; i++) {
		char text[40];
		size_t n = (size_t)rand_r(&seed) % sizeof text;
		struct line l;
		for (size_t k = 0; k < n; k++)
			text[k] = signs[(size_t)rand_r(&seed) % (sizeof signs - 1)];
		char *exact = malloc(n + 1);
		memcpy(exact, text, n);
		line_read(names, exact, n, &(struct line_about){ .kind = "action" }, &l);
		size_t end = 0;
		for (size_t k = 0; k < l.span_count; k++) {
			ck_assert_uint_ge(l.spans[k].start, end);
			ck_assert_uint_gt(l.spans[k].length, 0);
			end = l.spans[k].start + l.spans[k].length;
		}
		ck_assert_uint_le(end, n);
		free(exact);
		line_free(&l);
	}
}
END_TEST

START_TEST(ten_thousand_names_take_no_time)
{
	struct error e = { 0 };
	struct line l;

	ck_assert(action_begin(w.s, "test", &e));
	for (int i = 0; i < 10000; i++) {
		char name[40];
		snprintf(name, sizeof name, "Ana%d Person%d Of%d", i % 97, i, i % 13);
		make(w.s, "person", "name", name, NULL);
	}
	ck_assert(action_end(w.s, true, NULL, &e));
	long before = cpu_ms();
	ck_assert(line_world_refresh(names, w.s, NULL, &e));
	printf("# refresh %ld ms\n", cpu_ms() - before);
	before = cpu_ms();
	for (int i = 0; i < 1000; i++) {
		line_read(names, "> send @ana to +museo and @xyzzy %goal fri", 42, NULL, &l);
		line_free(&l);
	}
	ck_assert_msg(cpu_ms() - before < 1000, "%ld us each", cpu_ms() - before);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("line");
	TCase *t = tcase_create("line");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_set_timeout(t, 30);
	tcase_add_test(t, signs_and_words_in_front);
	tcase_add_test(t, names_are_found);
	tcase_add_test(t, a_sign_inside_a_word_is_nothing);
	tcase_add_test(t, last_words_say_when_it_is_due);
	tcase_add_test(t, spanish_days_are_those_of_the_translation);
	tcase_add_test(t, the_kind_chosen_before_counts);
	tcase_add_test(t, the_person_says_that_it_is_no_date);
	tcase_add_test(t, days_count_from_when_it_was_typed);
	tcase_add_test(t, it_tells_what_it_understood);
	tcase_add_test(t, spans_cover_what_has_a_meaning);
	tcase_add_test(t, the_open_partnership_comes_with_the_partner);
	tcase_add_test(t, saving_sets_what_changed_and_nothing_else);
	tcase_add_test(t, marks_and_words_in_front_are_completed);
	tcase_add_test(t, two_of_one_name_are_told_apart);
	tcase_add_test(t, the_kinds_are_offered_in_one_order);
	tcase_add_test(t, a_megabyte_takes_no_longer_than_its_length);
	tcase_add_test(t, any_bytes_are_read);
	tcase_add_test(t, ten_thousand_names_take_no_time);
	suite_add_tcase(s, t);
	return run_suite(s);
}
