#include "tests/unit/run.h"
#include "tests/unit/app_world.h"

#include "app/app.h"
#include "base/id.h"
#include "ui/form_layout.h"

static struct form *
open_form(const char *pane, int64_t id)
{
	struct error e = { 0 };
	struct form *form = form_new(&app, pane_find(pane), id, &e);

	ck_assert_msg(form != NULL, "%s", e.msg);
	return form;
}

static size_t
place(const struct form *form, const char *name)
{
	for (size_t i = 0; i < form_count(form); i++)
		if (!strcmp(form_field(form, i)->field->name, name))
			return i;
	ck_abort_msg("no field %s", name);
}

static const struct form_field *
field_of(const struct form *form, const char *name)
{
	return form_field(form, place(form, name));
}

static const char *
text_of(const struct form *form, const char *name)
{
	return edit_text(field_of(form, name)->edit);
}

static enum form_do
keys(struct form *form, const char *names)
{
	enum form_do last = FORM_UNUSED;
	struct event ev;

	while (*names) {
		size_t n = key_read(names, strlen(names), &ev);
		last = form_event(form, &ev);
		names += n;
	}
	return last;
}

/* What stands in the field becomes this text. */
static void
type(struct form *form, const char *name, const char *text)
{
	form_go(form, place(form, name));
	keys(form, "<A-a><BS>");
	struct event paste = { .kind = EVENT_PASTE, .paste = text, .length = strlen(text) };
	ck_assert_int_eq(form_event(form, &paste), FORM_STAY);
}

static void
save(struct form *form)
{
	struct error e = { 0 };

	ck_assert_msg(form_save(form, &e), "%s", e.msg);
	ck_assert(!form_changed(form));
}

static void
refuse(struct form *form, enum status status, const char *with)
{
	struct error e = { 0 };

	ck_assert(!form_save(form, &e));
	ck_assert_int_eq(e.status, status);
	ck_assert(is_one_sentence(e.msg));
	ck_assert_msg(strstr(e.msg, with) != NULL, "%s", e.msg);
}

/* The value as a form opened now shows it. */
static void
expect_saved(const char *pane, int64_t id, const char *name, const char *text)
{
	struct form *form = open_form(pane, id);

	ck_assert_str_eq(text_of(form, name), text);
	form_free(form);
}

/* Another program, or another part of this one. */
static void
elsewhere(const char *entity, int64_t id, const char *name, const char *text)
{
	const struct field *f = field_find(entity_find(entity), name);
	struct cell c = { f, value_from_text(f, text, strlen(text)), true };
	struct error e = { 0 };

	ck_assert_msg(action_begin(w.s, "set", &e), "%s", e.msg);
	ck_assert_msg(record_put(w.s, entity_find(entity), id, &c, &e), "%s", e.msg);
	ck_assert_msg(action_end(w.s, true, NULL, &e), "%s", e.msg);
}

/* --- Which fields, and what is in them --- */

START_TEST(asks_what_people_know)
{
	for (const struct pane *pane = panes; pane->name; pane++) {
		struct form *form = form_new(&app, pane, 0, NULL);
		const struct field *fixed = NULL;
		const char *code, *group = "";
		pane_fixed(pane, &fixed, &code);
		ck_assert_uint_gt(form_count(form), 0);
		const char *first = form_field(form, 0)->group;
		for (size_t i = 0; i < form_count(form); i++) {
			const struct form_field *ff = form_field(form, i);
			ck_assert_int_eq(ff->field->flags & F_HIDDEN, 0);
			ck_assert(!(ff->field->flags & F_COMPUTED) || (pane->through && ff->field->via));
			ck_assert_ptr_ne(ff->field, fixed);
			ck_assert(i || ff->group);
			if (ff->group)
				group = ff->group;
			ck_assert(!strcmp(group, first) || !strcmp(group, ff->field->group));
			ck_assert_int_eq(edit_has_lines(ff->edit), ff->field->type->has_lines);
			ck_assert_str_eq(edit_text(ff->edit), "");
			for (size_t k = 0; ff->group && k < i; k++)
				ck_assert(!form_field(form, k)->group
				    || strcmp(form_field(form, k)->group, ff->group));
		}
		ck_assert(!form_changed(form));
		form_free(form);
	}
}
END_TEST

/* Also where it is of another group, or of another record. */
START_TEST(begins_with_what_is_entered_first)
{
	static const char *const wanted[] = { "name", "type", "subtype", "country", "website",
		"stage", "next_step", "next_step_on" };
	struct form *form = form_new(&app, pane_find("partners"), 0, NULL);

	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		ck_assert_str_eq(form_field(form, i)->field->name, wanted[i]);
		ck_assert_int_eq(form_field(form, i)->group != NULL, i == 0);
	}
	form_free(form);
	form = form_new(&app, pane_find("goals"), 0, NULL);
	ck_assert_str_eq(form_field(form, 0)->field->name, "statement");
	ck_assert_str_eq(form_field(form, 1)->field->name, "level");
	form_free(form);
}
END_TEST

START_TEST(shows_what_is_there)
{
	struct form *form = open_form("partners", w.museum);

	ck_assert_str_eq(text_of(form, "name"), "Museo Ñandú");
	ck_assert_str_eq(text_of(form, "country"), "Chile");
	ck_assert_str_eq(text_of(form, "summary"), "Una colección\nde aves");
	ck_assert_str_eq(text_of(form, "founded"), "2011");
	ck_assert_str_eq(text_of(form, "tags"), "big");
	ck_assert_str_eq(text_of(form, "stage"), "active");
	ck_assert_str_eq(text_of(form, "next_step"), "Llamar a Ana");
	ck_assert_str_eq(text_of(form, "alt_name"), "");
	ck_assert_str_eq(str_text(&field_of(form, "country")->was), "CL");
	form_free(form);
	form = open_form("affiliates", w.chile);
	ck_assert_str_eq(text_of(form, "other_codes"), "CL; CLAWIKI");
	form_free(form);
	form = open_form("events", w.iberoconf);
	ck_assert_str_eq(text_of(form, "hosts"), "Wikimedia Argentina");
	form_free(form);
	ck_assert_ptr_null(form_new(&app, pane_find("partners"), w.gone, NULL));
	ck_assert_ptr_null(form_new(&app, pane_find("partners"), 12345, NULL));
}
END_TEST

/* Two records of one title: the reference is written so that it means the right one. */
START_TEST(ambiguous_titles_are_ids)
{
	char id[ID_LENGTH + 1];

	elsewhere("organisation", w.university, "name", "Museo Ñandú");
	struct form *form = open_form("partnerships", w.prospect);
	id_format(w.university, id);
	ck_assert_str_eq(text_of(form, "partner"), id);
	type(form, "next_step", "x");
	save(form);
	expect_saved("partnerships", w.prospect, "partner", id);
	form_free(form);
}
END_TEST

/* --- What is typed --- */

static const struct {
	const char *pane, *field, *typed, *preview, *wrong;
} inputs[] = {
	{ "partnerships", "next_step_on", "fri", "2026-11-27", NULL },
	{ "partnerships", "next_step_on", "+2w", "2026-12-05", NULL },
	{ "partnerships", "next_step_on", "2026-11-27", "", NULL },
	{ "partnerships", "next_step_on", "fr1", NULL, "fr1" },
	{ "partnerships", "stage", "act", NULL, "act" },
	{ "partnerships", "stage", "ACTIVE", "active", NULL },
	{ "partnerships", "affiliate", "WMCL", "Wikimedia Chile", NULL },
	{ "partnerships", "affiliate", "wikimedia chile", "Wikimedia Chile", NULL },
	{ "partnerships", "affiliate", "Nobody", NULL, "Nobody" },
	{ "partnerships", "partner", "", NULL, "cannot be empty" },
	{ "partnerships", "partner", "  ", NULL, "cannot be empty" },
	{ "affiliates", "country", "cl", "Chile", NULL },
	{ "affiliates", "languages", "es;pt", "español; português", NULL },
	{ "affiliates", "languages", "es;zzzzz-9", NULL, "zzzzz-9" },
	{ "affiliates", "members", "12a", NULL, "12a" },
	{ "affiliates", "tags", "big; fresh", "big; fresh (new)", NULL },
	{ "affiliates", "focus", "words", "", NULL },
	{ "affiliates", "focus", "bad \xff byte", NULL, "UTF-8" },
};
enum { INPUTS = sizeof inputs / sizeof *inputs };

START_TEST(says_what_it_means)
{
	bool ship = !strcmp(inputs[_i].pane, "partnerships");
	struct form *form = open_form(inputs[_i].pane, ship ? w.active : w.chile);
	const struct form_field *ff = field_of(form, inputs[_i].field);

	type(form, inputs[_i].field, inputs[_i].typed);
	ck_assert_str_eq(edit_text(ff->edit), inputs[_i].typed);
	if (inputs[_i].preview) {
		ck_assert_str_eq(str_text(&ff->wrong), "");
		ck_assert_str_eq(str_text(&ff->preview), inputs[_i].preview);
	} else {
		ck_assert(is_one_sentence(str_text(&ff->wrong)));
		ck_assert_msg(strstr(str_text(&ff->wrong), inputs[_i].wrong) != NULL, "%s",
		    str_text(&ff->wrong));
		refuse(form, STATUS_DATA, inputs[_i].wrong);
		ck_assert_str_eq(edit_text(ff->edit), inputs[_i].typed);
		ck_assert_uint_eq(form_at(form), place(form, inputs[_i].field));
	}
	form_free(form);
}
END_TEST

/* A partner has no fiscal year, and its type is one of partners; what is there is shown
 * whatever it is. */
START_TEST(kind_says_what_is_asked)
{
	struct form *form = open_form("partners", 0);
	size_t partners, all;

	for (size_t i = 0; i < form_count(form); i++)
		ck_assert_str_ne(form_field(form, i)->field->name, "fiscal_year_end");
	form_go(form, place(form, "type"));
	struct pick *p = form_choices(form, NULL);
	partners = pick_count(p);
	pick_free(p);
	form_free(form);
	form = open_form("affiliates", 0);
	form_go(form, place(form, "fiscal_year_end"));
	form_free(form);
	form = open_form("organisations", 0);
	form_go(form, place(form, "type"));
	p = form_choices(form, NULL);
	all = pick_count(p);
	pick_free(p);
	form_free(form);
	ck_assert_uint_gt(partners, 0);
	ck_assert_uint_gt(all, partners);
}
END_TEST

START_TEST(keys_lead_through)
{
	struct form *form = open_form("partners", w.museum);
	size_t last = form_count(form) - 1;

	ck_assert_int_eq(keys(form, "<S-Tab>"), FORM_STAY);
	ck_assert_uint_eq(form_at(form), last);
	keys(form, "<Tab>");
	ck_assert_uint_eq(form_at(form), 0);
	ck_assert_int_eq(keys(form, "<Up>"), FORM_NOTHING);
	ck_assert_uint_eq(form_at(form), 0);
	keys(form, "<Down><Down>");
	ck_assert_uint_eq(form_at(form), 2);
	form_go(form, place(form, "name"));
	keys(form, "<PgDn>");	/* behind what is entered first */
	ck_assert_uint_eq(form_at(form), place(form, "alt_name"));
	keys(form, "<PgDn>");
	ck_assert_uint_eq(form_at(form), place(form, "countries"));
	keys(form, "<Down><PgUp>");
	ck_assert_uint_eq(form_at(form), place(form, "countries"));
	keys(form, "<PgUp><PgUp><PgUp>");
	ck_assert_uint_eq(form_at(form), 0);
	form_go(form, last);
	ck_assert_int_eq(keys(form, "<PgDn>"), FORM_NOTHING);
	ck_assert_uint_eq(form_at(form), last);
	form_go(form, place(form, "summary"));	/* two lines: Up and Down stay inside */
	keys(form, "<Up>");
	ck_assert_uint_eq(form_at(form), place(form, "summary"));
	keys(form, "<Up>");
	ck_assert_uint_eq(form_at(form), place(form, "summary") - 1);
	form_go(form, place(form, "summary"));
	ck_assert_int_eq(keys(form, "<Enter>x"), FORM_STAY);
	ck_assert_str_eq(text_of(form, "summary"), "Una col\nxección\nde aves");
	form_go(form, place(form, "name"));
	ck_assert_int_eq(keys(form, "<Enter>"), FORM_STAY);
	ck_assert_uint_eq(form_at(form), place(form, "name") + 1);
	form_go(form, place(form, "subtype"));
	ck_assert_int_eq(keys(form, "<^U><Enter>"), FORM_CHOOSE);
	ck_assert_int_eq(keys(form, "zzz<Enter>"), FORM_CHOOSE);
	ck_assert_int_eq(keys(form, "<^S>"), FORM_SAVE);
	ck_assert_int_eq(keys(form, "<Esc>"), FORM_CLOSE);
	ck_assert_int_eq(keys(form, "<^C>"), FORM_CANCEL);
	ck_assert_int_eq(keys(form, "<F1>"), FORM_UNUSED);
	ck_assert_int_eq(keys(form, "<Home><BS>"), FORM_NOTHING);
	form_go(form, last);
	ck_assert_int_eq(keys(form, "x<Enter>"), FORM_SAVE);
	form_free(form);
}
END_TEST

/* --- Saving --- */

START_TEST(saves_what_was_changed)
{
	struct form *form = open_form("partners", w.museum);
	int64_t version = store_version(w.s);

	save(form);		/* nothing: no action */
	ck_assert_int_eq(store_version(w.s), version);
	ck_assert_str_eq(str_text(&said), "");
	type(form, "name", "Museo N\xcc\x83");
	type(form, "country", "argentina");
	type(form, "founded", "");
	type(form, "tags", "small; fresh");
	type(form, "stage", "paused");
	type(form, "next_step_on", "fri");
	ck_assert(form_changed(form));
	save(form);
	ck_assert_str_eq(text_of(form, "country"), "Argentina");
	ck_assert_str_eq(text_of(form, "next_step_on"), "2026-11-27");
	ck_assert_ptr_nonnull(strchr(str_text(&said), '\n'));
	ck_assert_ptr_eq(strchr(str_text(&said), '\n') + 1, said.s + said.len);	/* one sentence */
	ck_assert(app.redraw & REDRAW_ROWS);
	form_free(form);
	expect_saved("partners", w.museum, "name", "Museo N\xcc\x83");
	expect_saved("partners", w.museum, "country", "Argentina");
	expect_saved("partners", w.museum, "founded", "");
	expect_saved("partners", w.museum, "tags", "small; fresh");
	expect_saved("partnerships", w.active, "stage", "paused");
	expect_saved("partnerships", w.active, "next_step_on", "2026-11-27");
}
END_TEST

START_TEST(adds_a_record)
{
	struct form *form = open_form("partners", 0);

	refuse(form, STATUS_DATA, "cannot be empty");
	ck_assert_uint_eq(form_at(form), place(form, "name"));
	ck_assert(field_of(form, "name")->left);
	type(form, "name", "Biblioteca");
	ck_assert_str_eq(str_text(&field_of(form, "name")->wrong), "");
	type(form, "country", "CL");
	type(form, "stage", "prospect");
	save(form);
	ck_assert_int_ne(form_record(form), 0);
	expect_saved("partners", form_record(form), "stage", "prospect");
	expect_saved("organisations", form_record(form), "kind", "partner");
	type(form, "country", "AR");	/* the same form goes on with it */
	save(form);
	expect_saved("partners", form_record(form), "country", "Argentina");
	form_free(form);
}
END_TEST

START_TEST(hosts_are_a_set)
{
	struct form *form = open_form("events", w.iberoconf);

	type(form, "hosts", "WMCL; Iberocoop");
	save(form);
	form_free(form);
	form = open_form("events", w.iberoconf);
	ck_assert_ptr_nonnull(strstr(text_of(form, "hosts"), "Wikimedia Chile"));
	ck_assert_ptr_nonnull(strstr(text_of(form, "hosts"), "Iberocoop"));
	ck_assert_ptr_null(strstr(text_of(form, "hosts"), "Argentina"));
	form_free(form);
}
END_TEST

START_TEST(nothing_unseen_is_overwritten)
{
	struct form *form = open_form("partners", w.museum);

	type(form, "country", "AR");
	type(form, "alt_name", "Otro");
	elsewhere("organisation", w.museum, "country", "ES");
	elsewhere("organisation", w.museum, "subtype", "library");	/* not touched here */
	refuse(form, STATUS_BUSY, "Spain");
	ck_assert_str_eq(text_of(form, "country"), "AR");
	ck_assert_str_eq(text_of(form, "alt_name"), "Otro");
	ck_assert_uint_eq(form_at(form), place(form, "country"));
	expect_saved("partners", w.museum, "country", "Spain");
	expect_saved("partners", w.museum, "alt_name", "");
	save(form);		/* now it was seen */
	expect_saved("partners", w.museum, "country", "Argentina");
	expect_saved("partners", w.museum, "alt_name", "Otro");
	ck_assert_str_eq(text_of(form, "subtype"), "library");
	type(form, "alt_name", "Tercero");
	elsewhere("organisation", w.museum, "alt_name", "");
	refuse(form, STATUS_BUSY, "emptied");
	elsewhere("organisation", w.museum, "deleted", "1");
	refuse(form, STATUS_NONE, "trash");
	ck_assert_str_eq(text_of(form, "alt_name"), "Tercero");
	form_free(form);
}
END_TEST

START_TEST(a_refused_save_keeps_all)
{
	struct form *form = open_form("partners", w.museum);
	struct error e = { 0 };

	type(form, "name", "Nuevo");
	type(form, "summary", "dos\nlíneas");
	app.store = store_open("world.db", OPEN_READONLY, &e);
	ck_assert_msg(app.store != NULL, "%s", e.msg);
	refuse(form, STATUS_NOPERM, "");
	ck_assert_str_eq(text_of(form, "name"), "Nuevo");
	ck_assert_str_eq(text_of(form, "summary"), "dos\nlíneas");
	ck_assert(form_changed(form));
	store_close(app.store);
	app.store = w.s;
	save(form);
	expect_saved("partners", w.museum, "name", "Nuevo");
	form_free(form);
}
END_TEST

/* --- Lists --- */

START_TEST(what_a_field_has_comes_chosen)
{
	struct form *form = open_form("partnerships", w.active);
	static const char *const fields[] = { "stage", "stage", "affiliate", "affiliate" };
	static const char *const typed[] = { NULL, "pilot", NULL, "Wikimedia Argentina" };
	struct error e = { 0 };

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		if (typed[i])
			type(form, fields[i], typed[i]);
		form_go(form, place(form, fields[i]));
		struct str before = { 0 };
		str_set(&before, text_of(form, fields[i]));
		struct pick *p = form_choices(form, &e);
		ck_assert_msg(p != NULL, "%s", e.msg);
		form_take(form, pick_at(p, pick_row(p)));
		ck_assert_str_eq(text_of(form, fields[i]), str_text(&before));
		pick_free(p);
		str_free(&before);
	}
	form_free(form);
}
END_TEST

START_TEST(chooses_from_lists)
{
	struct form *form = open_form("partnerships", w.active);
	struct error e = { 0 };
	static const struct {
		const char *field, *typed, *becomes;
	} choices[] = {
		{ "stage", "paused", "paused" }, { "affiliate", "argentina", "Wikimedia Argentina" },
		{ "kinds", "photo", NULL }, { "partner", "ñandu", "Museo Ñandú" },
	};

	for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
		form_go(form, place(form, choices[i].field));
		struct pick *p = form_choices(form, &e);
		ck_assert_msg(p != NULL, "%s", e.msg);
		pick_filter(p, choices[i].typed);
		ck_assert_ptr_nonnull(pick_at(p, 0));
		form_take(form, pick_at(p, 0));
		if (choices[i].becomes)
			ck_assert_str_eq(text_of(form, choices[i].field), choices[i].becomes);
		else
			ck_assert_ptr_nonnull(strstr(text_of(form, choices[i].field), "; "));
		ck_assert_str_eq(str_text(&field_of(form, choices[i].field)->wrong), "");
		pick_free(p);
	}
	form_go(form, place(form, "next_step"));
	ck_assert_ptr_null(form_choices(form, &e));
	save(form);
	form_free(form);
	form = open_form("affiliates", w.chile);
	type(form, "languages", "es; zzzzz-9");	/* this was typed to find it */
	struct pick *p = form_choices(form, &e);
	ck_assert(pick_go_code(p, "pt"));
	form_take(form, pick_at(p, pick_row(p)));
	ck_assert_str_eq(text_of(form, "languages"), "es; português");
	ck_assert(pick_go_code(p, "es"));
	form_take(form, pick_at(p, pick_row(p)));
	ck_assert_str_eq(text_of(form, "languages"), "português; español");
	pick_free(p);
	form_free(form);
}
END_TEST

/* --- Lines --- */

static const struct {
	int rows, cols, label, value, help, body;
	bool beside, headings;
} sizes[] = {
	{ 40, 140, 19, 70, 2, 37, true, true }, { 24, 80, 19, 57, 2, 21, false, true },
	{ 12, 40, 13, 23, 3, 9, false, false }, { 5, 20, 6, 10, 1, 4, false, false },
	{ 1, 3, 1, 1, 0, 1, false, false }, { 0, 0, 0, 1, 0, 0, false, false },
};
enum { SIZES = sizeof sizes / sizeof *sizes };

/* Wherever the person is, it is seen, and what is said about it too. */
START_TEST(lines_stand_well)
{
	struct form *form = open_form("partners", w.museum);
	struct form_layout l = { 0 };
	int rows = sizes[_i].rows, cols = sizes[_i].cols;

	type(form, "country", "nowhere at all");
	type(form, "summary", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm\nn\no\np\nq\nr\ns\nt");
	for (size_t at = 0; at < form_count(form); at++) {
		size_t headings = 0, notes = 0, values = 0, here = 0;
		form_go(form, at);
		form_layout(form, rows, cols, &l);
		ck_assert_int_eq(l.label, sizes[_i].label);
		ck_assert_int_eq(l.value, sizes[_i].value);
		ck_assert_int_eq(l.help, sizes[_i].help);
		ck_assert_int_eq(l.body, sizes[_i].body);
		ck_assert_int_eq(l.beside, sizes[_i].beside);
		ck_assert(l.note_x + l.note <= cols || cols < 20);
		for (size_t i = 0; i < l.count; i++) {
			headings += l.lines[i].kind == FORM_HEADING;
			notes += l.lines[i].kind == FORM_NOTE;
			values += l.lines[i].kind == FORM_VALUE && !l.lines[i].row;
			here += l.lines[i].field == at && l.lines[i].kind == FORM_VALUE
			    && i >= l.top && i < l.top + (size_t)l.body;
		}
		ck_assert_uint_eq(values, form_count(form));
		ck_assert_int_eq(headings > 0, sizes[_i].headings);
		ck_assert_uint_eq(notes, !l.beside && at != place(form, "country") ? 1
		    : l.beside ? 0 : field_of(form, "country")->left);
		ck_assert(here >= 1 || !l.body);
	}
	form_layout_free(&l);
	form_free(form);
}
END_TEST

/* --- Drafts --- */

START_TEST(drafts_come_back)
{
	struct error e = { 0 };
	struct form *form = open_form("partners", w.museum);

	ck_assert_int_eq(mkdir("drafts", 0700), 0);
	struct drafts *d = drafts_open("drafts", "world.db", &e);
	ck_assert_msg(d != NULL, "%s", e.msg);
	form_drafts_set(form, d);
	type(form, "name", "Museo N");
	type(form, "summary", "una\nlínea más");
	type(form, "alt_name", "x");
	form_keep(form, 0);
	type(form, "alt_name", "");	/* as it was: no draft */
	form_keep(form, 100);
	form_free(form);
	drafts_close(d);		/* the program ended without saving */

	d = drafts_open("drafts", "world.db", &e);
	ck_assert_uint_eq(draft_found_count(d), 2);
	form = open_form("partners", draft_found(d, 0)->record);
	struct form *other = open_form("partners", w.university);
	ck_assert(!form_restore(other, draft_found(d, 0)));
	form_free(other);
	form_drafts_set(form, d);
	while (draft_found_count(d)) {
		ck_assert(form_restore(form, draft_found(d, 0)));
		draft_accept(d, 0);
	}
	form_keep(form, 0);
	ck_assert_str_eq(text_of(form, "name"), "Museo N");
	ck_assert_str_eq(text_of(form, "summary"), "una\nlínea más");
	form_go(form, place(form, "name"));
	keys(form, "<^Z>");
	ck_assert_str_eq(text_of(form, "name"), "Museo Ñandú");
	keys(form, "<^R>");
	save(form);
	drafts_close(d);
	d = drafts_open("drafts", "world.db", &e);
	ck_assert_uint_eq(draft_found_count(d), 0);
	form_free(form);
	drafts_close(d);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("form");
	TCase *t = tcase_create("form");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, asks_what_people_know);
	tcase_add_test(t, begins_with_what_is_entered_first);
	tcase_add_test(t, shows_what_is_there);
	tcase_add_test(t, ambiguous_titles_are_ids);
	tcase_add_loop_test(t, says_what_it_means, 0, INPUTS);
	tcase_add_test(t, kind_says_what_is_asked);
	tcase_add_test(t, keys_lead_through);
	tcase_add_test(t, saves_what_was_changed);
	tcase_add_test(t, adds_a_record);
	tcase_add_test(t, hosts_are_a_set);
	tcase_add_test(t, nothing_unseen_is_overwritten);
	tcase_add_test(t, a_refused_save_keeps_all);
	tcase_add_test(t, what_a_field_has_comes_chosen);
	tcase_add_test(t, chooses_from_lists);
	tcase_add_loop_test(t, lines_stand_well, 0, SIZES);
	tcase_add_test(t, drafts_come_back);
	suite_add_tcase(s, t);
	return run_suite(s);
}
