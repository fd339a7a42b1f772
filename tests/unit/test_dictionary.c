#include <check.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "model/entity.h"
#include "model/term.h"
#include "tests/unit/run.h"

/* Runs through every field of an entity, the common ones too. */
#define foreach_field(f, ent) \
	for (int i_ = 0; ((f) = entity_field((ent), i_)) != NULL; i_++)

/* The i-th part of a joined text, copied; false after the last. */
static bool
part(const char *joined, char mark, int i, char *word, size_t size)
{
	for (; i > 0; i--) {
		joined = strchr(joined, mark);
		if (!joined)
			return false;
		joined++;
	}
	size_t n = strcspn(joined, (char[]){ mark, '\0' });
	ck_assert_uint_lt(n, size);
	memcpy(word, joined, n);
	word[n] = '\0';
	return true;
}

/* --- The tables against the contract --- */

/* Flags as fields.csv writes them. */
static void
flags_text(const struct field *f, struct str *out)
{
	static const struct {
		unsigned flag;
		const char *name;
	} named[] = {
		{ F_REQUIRED, "required" },
		{ F_TITLE, "title" },
		{ F_COMPUTED, "computed" },
		{ F_CONTACT, "contact" },
		{ F_WIKITEXT, "wikitext" },
	};

	str_cut(out, 0);
	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		if (f->flags & named[i].flag)
			str_addf(out, "%s%s", out->len ? " " : "", named[i].name);
	if (f->via && !(f->flags & F_COMPUTED))
		str_addf(out, "via %.*s.%s", (int)strcspn(f->via, "."), f->via,
		    strchr(f->via, ' ') + 1);
}

static void
check_row(const struct field *f, char cells[5][128], struct str *flags)
{
	ck_assert_msg(f->name != NULL, "%s.%s is missing", cells[0], cells[1]);
	ck_assert_str_eq(f->name, cells[1]);
	ck_assert_msg(!strcmp(f->type->name, cells[2]), "%s.%s: %s, not %s", cells[0],
	    cells[1], f->type->name, cells[2]);
	ck_assert_str_eq(f->list ? f->list : f->refs ? f->refs : "", cells[3]);
	flags_text(f, flags);
	ck_assert_msg(!strcmp(str_text(flags), cells[4]), "%s.%s: %s, not %s", cells[0],
	    cells[1], str_text(flags), cells[4]);
}

START_TEST(fields_are_the_csv)
{
	FILE *file = source_open("tests/data/fields.csv");
	const struct field *f = NULL;
	char line[512], cells[5][128], owner[128] = "";
	struct str flags = { 0 };
	int at = 0;

	ck_assert_ptr_nonnull(fgets(line, sizeof line, file));
	while (fgets(line, sizeof line, file)) {
		line[strcspn(line, "\r\n")] = '\0';
		for (int i = 0; i < 5; i++)
			ck_assert(part(line, ',', i, cells[i], sizeof cells[i]));
		if (strcmp(owner, cells[0])) {
			ck_assert(!f || !f->name);
			bool common = cells[0][0] == '(';
			ck_assert(common || !strcmp(entities[at]->name, cells[0]));
			f = common ? common_fields : entities[at++]->fields;
			snprintf(owner, sizeof owner, "%s", cells[0]);
		}
		check_row(f++, cells, &flags);
	}
	ck_assert_ptr_null(f->name);
	str_free(&flags);
	fclose(file);
}
END_TEST

START_TEST(entities_are_the_csv)
{
	FILE *file = source_open("tests/data/entities.csv");
	char line[512], name[128], number[128];
	int i = 0;

	ck_assert_ptr_nonnull(fgets(line, sizeof line, file));
	for (; fgets(line, sizeof line, file); i++) {
		ck_assert(part(line, ',', 0, name, sizeof name));
		ck_assert(part(line, ',', 1, number, sizeof number));
		ck_assert_str_eq(entities[i]->name, name);
		ck_assert_int_eq(entities[i]->number, atoi(number));
		ck_assert(!(entities[i]->flags & E_INTERNAL));
	}
	for (; entities[i]; i++)
		ck_assert(entities[i]->flags & E_INTERNAL);
	fclose(file);
}
END_TEST

START_TEST(numbers)
{
	const struct entity *owner;
	const struct field *f;
	int count = 0;

	while (entities[count])
		count++;
	for (int i = 0; i < count; i++) {
		const struct entity *ent = entities[i];
		ck_assert_int_ge(ent->number, 1);
		ck_assert_int_le(ent->number, count);	/* none is left out */
		ck_assert_ptr_eq(entity_by_number(ent->number), ent);
		ck_assert_ptr_null(ent->fields[ent->field_count].name);
		for (f = ent->fields; f->name; f++) {
			ck_assert_int_eq(f->number / 100, ent->number);
			ck_assert_msg(field_by_number(f->number, &owner) == f,
			    "%d is there twice", f->number);
			ck_assert_ptr_eq(owner, ent);
		}
	}
	for (f = common_fields; f->name; f++) {
		ck_assert_int_lt(f->number, 100);
		ck_assert_ptr_eq(field_by_number(f->number, &owner), f);
		ck_assert_ptr_null(owner);
	}
	ck_assert_ptr_null(entity_by_number(0));
	ck_assert_ptr_null(entity_by_number(count + 1));
	ck_assert_ptr_null(field_by_number(0, NULL));
	ck_assert_ptr_null(field_by_number(199, NULL));
}
END_TEST

/* --- Every field is complete --- */

static void
check_sentence(const char *where, const char *help)
{
	ck_assert_msg(help && strlen(help) > 10, "%s has no help", where);
	ck_assert_msg(help[strlen(help) - 1] == '.', "%s: no full stop: %s", where, help);
	ck_assert_msg(!strstr(help, ". ") && !strstr(help, "  "),
	    "%s: not one sentence: %s", where, help);
}

static bool
is_type(const struct field_type *t)
{
	for (int i = 0; field_types[i]; i++)
		if (field_types[i] == t)
			return true;
	return false;
}

static void
check_complete(const struct field *f)
{
	ck_assert_msg(f->label && *f->label, "%s has no label", f->name);
	ck_assert_msg(isupper((unsigned char)f->label[0]), "%s", f->label);
	check_sentence(f->name, f->help);
	ck_assert_msg(f->group && *f->group, "%s has no group", f->name);
	ck_assert_msg(f->width > 0 && f->width <= 60, "%s: width %d", f->name, f->width);
	ck_assert_msg(f->type && is_type(f->type), "%s has no type", f->name);
	ck_assert_msg(f->type->is_ref == (f->refs != NULL), "%s: refs", f->name);
	ck_assert_msg(f->type->is_term == (f->list != NULL), "%s: list", f->name);
	ck_assert_msg(!(f->flags & F_REQUIRED) || field_is_column(f),
	    "%s: required but not stored", f->name);
}

START_TEST(complete)
{
	const struct field *f;

	for (int k = 0; entities[k]; k++) {
		const struct entity *ent = entities[k];
		ck_assert_msg(*ent->label && *ent->plural, "%s", ent->name);
		check_sentence(ent->name, ent->help);
		foreach_field(f, ent)
			check_complete(f);
	}
}
END_TEST

START_TEST(found_by_name_and_label)
{
	const struct field *f;

	for (int k = 0; entities[k]; k++) {
		ck_assert_ptr_eq(entity_find(entities[k]->name), entities[k]);
		ck_assert_msg(entity_find(entities[k]->label) == entities[k], "%s",
		    entities[k]->label);
		foreach_field(f, entities[k]) {
			ck_assert_msg(field_find(entities[k], f->name) == f, "%s.%s",
			    entities[k]->name, f->name);
			ck_assert_msg(field_find(entities[k], f->label) == f,
			    "%s: the label of %s is another's",
			    entities[k]->name, f->name);
		}
	}
}
END_TEST

/* A heading stands once: what is under it is not parted. */
START_TEST(groups_stand_together)
{
	const struct field *f, *earlier;

	for (int k = 0; entities[k]; k++) {
		const char *group = "";
		int at = 0;
		for (; (f = entity_field(entities[k], at)); at++) {
			if (!strcmp(f->group, group))
				continue;
			group = f->group;
			for (int i = 0; i < at; i++) {
				earlier = entity_field(entities[k], i);
				ck_assert_msg(strcmp(earlier->group, group),
				    "%s: %s twice", entities[k]->name, group);
			}
		}
	}
}
END_TEST

static int
count_with(const struct entity *ent, unsigned flag)
{
	const struct field *f;
	int n = 0;

	foreach_field(f, ent)
		n += (f->flags & flag) != 0;
	return n;
}

START_TEST(flags)
{
	static const unsigned once[] = { F_TRASH, F_VISIBILITY, F_RECORD_ID, F_CREATED,
		F_CHANGED };
	static const unsigned at_most_once[] = { F_KIND, F_STAGE, F_DATE, F_CODE,
		F_ORDER, F_MINE };
	const struct field *f;

	for (int k = 0; entities[k]; k++) {
		const struct entity *ent = entities[k];
		for (size_t i = 0; i < sizeof once / sizeof *once; i++)
			ck_assert_int_eq(count_with(ent, once[i]), 1);
		for (size_t i = 0; i < sizeof at_most_once / sizeof *at_most_once; i++)
			ck_assert_int_le(count_with(ent, at_most_once[i]), 1);
		ck_assert_int_ge(count_with(ent, F_DEFAULT), 1);
		foreach_field(f, ent) {
			const char *end = strrchr(f->type->name, 's');
			bool plural = f->type != &type_lines && end && !end[1];
			ck_assert_msg(!plural || field_is_multi(f) || f->via
			    || f->flags & F_COMPUTED,
			    "%s.%s", ent->name, f->name);
			ck_assert_msg(
			    plural || !field_is_multi(f), "%s.%s", ent->name, f->name);
			ck_assert(!(f->flags & F_INDEX) || field_is_column(f));
			ck_assert(!(f->flags & F_FOLD) || f->type->is_text);
			ck_assert(!(f->flags & F_ORDER) || f->type == &type_order);
			ck_assert(!(f->flags & F_DATE) || f->type->is_date);
			ck_assert(!(f->flags & (F_KIND | F_STAGE)) || f->type->is_term);
		}
	}
}
END_TEST

/* --- What is named is there --- */

START_TEST(references_and_lists)
{
	const struct field *f;
	char word[64];

	for (int k = 0; entities[k]; k++)
		foreach_field(f, entities[k]) {
			for (int i = 0; joined_word(f->refs, i, word); i++)
				ck_assert_msg(!strcmp(word, "any") || entity_find(word),
				    "%s: %s", f->name, word);
			for (int i = 0; joined_word(f->list, i, word); i++)
				ck_assert_msg(
				    term_at(word, 0) != NULL, "%s: %s", f->name, word);
			ck_assert_msg(!f->kind || term_find("organisation-kind", f->kind),
			    "%s: %s", f->name, f->kind);
			ck_assert_msg(
			    !f->kind || field_refers(f, entity_find("organisation")),
			    "%s makes no organisation", f->name);
		}
}
END_TEST

static void
check_via(const struct entity *ent, const struct field *f)
{
	char names[3][64], fixed[64] = "", value[64] = "";
	int n = sscanf(f->via, "%63[^.].%63[^.].%63[^. ] %63[^=]=%63s", names[0],
	    names[1], names[2], fixed, value);

	ck_assert_msg(n == 3 || n == 5, "%s", f->via);
	const struct entity *there = entity_find(names[0]);
	ck_assert_msg(there != NULL, "%s", f->via);
	const struct field *ref = field_find(there, names[1]);
	const struct field *to = field_find(there, names[2]);
	ck_assert_msg(ref && field_refers(ref, ent), "%s", f->via);
	ck_assert_msg(to && to->type->is_ref == f->type->is_ref, "%s", f->via);
	if (n == 5) {
		const struct field *term = field_find(there, fixed);
		ck_assert_msg(term && term_find(term->list, value), "%s", f->via);
	}
}

START_TEST(via)
{
	const struct field *f;
	int count = 0;

	for (int k = 0; entities[k]; k++)
		foreach_field(f, entities[k])
			if (f->via) {
				check_via(entities[k], f);
				count++;
			}
	ck_assert_int_eq(count, 6);
}
END_TEST

START_TEST(titles)
{
	char name[64];

	for (int k = 0; entities[k]; k++) {
		const char *p = entities[k]->title;
		int names = 0;
		while ((p = strchr(p, '{'))) {
			ck_assert(part(++p, '}', 0, name, sizeof name));
			ck_assert_msg(field_find(entities[k], name), "%s: {%s}",
			    entities[k]->name, name);
			names++;
		}
		ck_assert_int_ge(names, 1);
	}
}
END_TEST

START_TEST(keys)
{
	char key[512], name[64];

	for (int k = 0; entities[k]; k++) {
		const struct entity *ent = entities[k];
		const char *all = ent->key ? ent->key : "";
		for (int a = 0; *all && part(all, '|', a, key, sizeof key); a++) {
			ck_assert_int_lt(a, 4);
			for (int i = 0; part(key, '+', i, name, sizeof name); i++) {
				const char *bare = name + (name[0] == '~');
				const struct field *f = field_find(ent, bare);
				ck_assert_int_lt(i, 10);
				ck_assert_msg(
				    f && !strcmp(f->name, bare) && field_is_column(f),
				    "%s: %s", ent->name, name);
				ck_assert_msg(
				    name[0] != '~' || field_with(ent, F_OTHER_NAME),
				    "%s has no other names", ent->name);
			}
		}
	}
}
END_TEST

START_TEST(aliases)
{
	const struct field *f;
	char word[64];
	int count = 0;

	for (int k = 0; entities[k]; k++)
		foreach_field(f, entities[k])
			for (int i = 0; joined_word(f->aliases, i, word); i++, count++)
				ck_assert_msg(field_import(entities[k], word) == f,
				    "%s: %s means another field than %s",
				    entities[k]->name, word, f->name);
	ck_assert_int_gt(count, 100);
}
END_TEST

/* The headers of the affiliates' portal and of tables people already have. */
START_TEST(import_headers)
{
	static const struct {
		const char *entity, *column, *field;
	} row[] = {
		{ "organisation", "affiliate_code", "code" },
		{ "organisation", "group_name", "name" },
		{ "organisation", "org_type", "type" },
		{ "organisation", "group_country", "country" },
		{ "organisation", "group_page", "wiki_page" },
		{ "organisation", "member_count", "members" },
		{ "organisation", "agreement_date", "recognised" },
		{ "organisation", "fiscal_year_end", "fiscal_year_end" },
		{ "organisation", "reporting_due_date", "report_due" },
		{ "organisation", "recognition_status", "status" },
		{ "organisation", "Stay in touch every", "stay_in_touch" },
		{ "organisation", "next-on", "next_step_on" },
		{ "partnership", "program", "programme" },
		{ "partnership", "next_on", "next_step_on" },
		{ "partnership", "last_note_on", "last_contact" },
		{ "event", "start_date", "start" },
		{ "event", "Start date", "start" },
		{ "event", " END  DATE ", "end" },
		{ "event", "participants", "headcount" },
		{ "goal", "parent_code", "parent" },
		{ "measurement", "actual", "value" },
		{ "measurement", "actual_text", "value_words" },
		{ "entry", "raised_on", "at" },
		{ "resource", "url", "link" },
		{ "resource", "affiliate", "organisation" },
		{ "tag", "tag", "tags" },
	};

	for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
		const struct field *f =
		    field_import(entity_find(row[i].entity), row[i].column);
		ck_assert_msg(f && !strcmp(f->name, row[i].field), "%s: %s",
		    row[i].entity, row[i].column);
	}
	ck_assert_ptr_null(field_import(entity_find("event"), "budget"));
	ck_assert_ptr_null(field_import(entity_find("event"), ""));
}
END_TEST

/* --- Panes --- */

START_TEST(panes_are_complete)
{
	char name[64];
	int mains = 0;

	for (const struct pane *p = panes; p->name; p++) {
		const struct entity *ent = entity_find(p->entity);
		ck_assert_ptr_nonnull(ent);
		check_sentence(p->name, p->help);
		ck_assert_msg(pane_find(p->name) == p && pane_find(p->singular) == p
		    && pane_find(p->label) == p,
		    "%s", p->name);
		for (int i = 0; part(p->columns, ',', i, name, sizeof name); i++)
			ck_assert_msg(
			    field_find(ent, name) != NULL, "%s: %s", p->name, name);
		for (int i = 0; part(p->sort, ',', i, name, sizeof name); i++) {
			const struct field *f = field_find(ent, name + (name[0] == '-'));
			ck_assert_msg(f && field_is_column(f), "%s: %s", p->name, name);
		}
		if (p->key)
			ck_assert_int_eq(p->key, '1' + mains++);
	}
	ck_assert_int_eq(mains, 4);
}
END_TEST

/* Where a partner's stage is set and there is no partnership, one is made as mine. */
START_TEST(lent_records_have_my_side)
{
	for (const struct pane *p = panes; p->name; p++)
		if (p->through) {
			const struct field *f = field_with(entity_find(p->through), F_MINE);
			ck_assert_msg(f && strcmp(f->name, p->singular), "%s", p->name);
			ck_assert_str_eq(f->refs, "organisation");
		}
}
END_TEST

START_TEST(panes_filter)
{
	char kinds[256], code[64];

	for (const struct pane *p = panes; p->name; p++) {
		const struct entity *ent = entity_find(p->entity);
		const struct field *kind = field_with(ent, F_KIND);
		if (p->filter) {
			ck_assert(part(p->filter, '=', 1, kinds, sizeof kinds));
			ck_assert_msg(!strncmp(p->filter, kind->name, strlen(kind->name)),
			    "%s", p->filter);
			for (int i = 0; part(kinds, ',', i, code, sizeof code); i++)
				ck_assert_msg(
				    term_find(kind->list, code), "%s: %s", p->name, code);
		}
		if (p->through) {
			const struct entity *there = entity_find(p->through);
			const struct field *ref = field_find(there, p->singular);
			ck_assert_msg(ref && field_refers(ref, ent), "%s", p->name);
		}
	}
}
END_TEST

START_TEST(every_entity_has_a_pane)
{
	for (int k = 0; entities[k]; k++) {
		const struct pane *p = pane_of_entity(entities[k]);
		ck_assert_msg((p != NULL) == !(entities[k]->flags & E_INTERNAL), "%s",
		    entities[k]->name);
		if (p)
			ck_assert_str_eq(p->singular, entities[k]->name);
	}
}
END_TEST

/* --- Looking up --- */

START_TEST(looking_up)
{
	const struct entity *event = entity_find("event"), *tag = entity_find("Tag");
	char word[64];

	ck_assert_str_eq(entity_find("OFFER or need")->name, "capacity");
	ck_assert_ptr_null(entity_find("evnt"));
	ck_assert_str_eq(pane_find("Offers and needs")->name, "capacities");
	ck_assert_str_eq(pane_find("PARTNERS")->name, "partners");
	ck_assert_ptr_null(pane_find("partnerz"));
	ck_assert_ptr_null(field_find(event, ""));
	ck_assert_str_eq(field_find(event, "Dates in words")->name, "dates_words");
	ck_assert_ptr_null(field_find(event, "start_date"));
	ck_assert_ptr_null(entity_field(event, entity_field_count(event)));
	ck_assert_str_eq(
	    entity_field(event, entity_field_count(event) - 1)->name, "deleted");

	ck_assert(field_refers(field_find(event, "tags"), tag));
	ck_assert(!field_refers(field_find(event, "tags"), event));
	ck_assert(field_refers(field_find(entity_find("note"), "about"), event));
	ck_assert(
	    !field_refers(field_find(entity_find("note"), "about"), entity_find("term")));
	ck_assert(!field_refers(field_find(event, "name"), event));

	ck_assert(joined_word("a|bc", 1, word));
	ck_assert_str_eq(word, "bc");
	ck_assert(!joined_word("a|bc", 2, word));
	ck_assert(!joined_word(NULL, 0, word));
}
END_TEST

START_TEST(stored_where)
{
	const struct entity *event = entity_find("event");
	const struct entity *org = entity_find("organisation");

	ck_assert(field_is_column(field_find(event, "start")));
	ck_assert(field_is_column(field_find(event, "deleted")));
	ck_assert(!field_is_column(field_find(event, "hosts")));
	ck_assert(!field_is_column(field_find(event, "tags")));
	ck_assert(!field_is_column(field_find(event, "id")));
	ck_assert(!field_is_column(field_find(org, "stage")));
	ck_assert(field_is_multi(field_find(org, "languages")));
	ck_assert(!field_is_multi(field_find(event, "hosts")));
}
END_TEST

START_TEST(did_you_mean)
{
	ck_assert_str_eq(field_nearest(entity_find("event"), "citty"), "city");
	ck_assert_ptr_null(field_nearest(entity_find("event"), "zzzzzzzzzz"));
	ck_assert_str_eq(pane_nearest("partnes"), "partners");
	ck_assert_ptr_null(pane_nearest("zzzzzzzzzz"));
}
END_TEST

static TCase *
tables(void)
{
	TCase *c = tcase_create("tables");

	tcase_add_test(c, fields_are_the_csv);
	tcase_add_test(c, entities_are_the_csv);
	tcase_add_test(c, numbers);
	tcase_add_test(c, complete);
	tcase_add_test(c, found_by_name_and_label);
	tcase_add_test(c, groups_stand_together);
	tcase_add_test(c, flags);
	tcase_add_test(c, references_and_lists);
	tcase_add_test(c, via);
	tcase_add_test(c, titles);
	tcase_add_test(c, keys);
	tcase_add_test(c, aliases);
	return c;
}

int
main(void)
{
	Suite *s = suite_create("dictionary");
	TCase *c = tcase_create("looking up");

	suite_add_tcase(s, tables());
	tcase_add_test(c, import_headers);
	tcase_add_test(c, panes_are_complete);
	tcase_add_test(c, panes_filter);
	tcase_add_test(c, lent_records_have_my_side);
	tcase_add_test(c, every_entity_has_a_pane);
	tcase_add_test(c, looking_up);
	tcase_add_test(c, stored_where);
	tcase_add_test(c, did_you_mean);
	suite_add_tcase(s, c);
	return run_suite(s);
}
