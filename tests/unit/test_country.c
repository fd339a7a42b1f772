#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/country.h"
#include "model/term.h"
#include "tests/unit/run.h"

/* Cuts the cell at *p off, quotes taken away, and moves *p behind it. */
static char *
next_cell(char **p)
{
	char *cell = *p, *end;

	if (*cell == '"') {
		cell++;
		end = strchr(cell, '"');
		*p = end + 2;
	} else {
		end = cell + strcspn(cell, ",\n");
		*p = end + 1;
	}
	*end = '\0';
	return cell;
}

START_TEST(table_is_the_csv)
{
	FILE *f = source_open("data/countries.csv");
	const struct country *c;
	char line[512], *p;
	int rows = 0, table = 0;

	ck_assert_ptr_nonnull(fgets(line, sizeof line, f));
	while (fgets(line, sizeof line, f) != NULL) {
		p = line;
		c = country_find(next_cell(&p));
		ck_assert_msg(c != NULL, "%s", line);
		ck_assert_str_eq(c->code3, next_cell(&p));
		ck_assert_str_eq(c->name, next_cell(&p));
		ck_assert_str_eq(c->region, next_cell(&p));
		ck_assert_str_eq(c->protected ? "yes" : "no", next_cell(&p));
		rows++;
	}
	for (c = countries; c->code != NULL; c++) {
		ck_assert(table == 0 || strcmp(c[-1].code, c->code) < 0);
		ck_assert_msg(c->region[0] == '\0' || term_find("region", c->region) != NULL,
		    "%s", c->code);
		table++;
	}
	ck_assert_int_eq(rows, table);
	fclose(f);
}
END_TEST

static void
country(const char *typed, const char *code)
{
	const struct country *c = country_match(typed, strlen(typed));

	ck_assert_msg((c == NULL) == (code == NULL), "%s", typed);
	if (code != NULL)
		ck_assert_str_eq(c->code, code);
}

START_TEST(countries_by_what_people_type)
{
	for (const struct country *c = countries; c->code != NULL; c++) {
		country(c->code, c->code);
		country(c->code3, c->code);
		country(c->name, c->code);
		ck_assert_str_eq(country_label(c), c->name);
		if (c->iso != NULL)
			country(c->iso, c->code);
	}
	country("cl", "CL");
	country("chl", "CL");
	country("  CHILE ", "CL");
	country("aland", "AX");
	country("Sao Tome and Principe", "ST");
	country("Czechia", "CZ");
	country("Türkiye", "TR");
	country("cote d'ivoire", "CI");
	country("UK", "GB");
	country("the netherlands", "NL");
	country("Chil", NULL);
	country("XX", NULL);
	country("C", NULL);
	country("", NULL);
	ck_assert_ptr_null(country_find("cl"));
}
END_TEST

static void
language(const char *typed, const char *code)
{
	char got[36] = "unset";

	ck_assert_msg(language_match(typed, strlen(typed), got) == (code != NULL), "%s",
	    typed);
	if (code != NULL)
		ck_assert_str_eq(got, code);
	else
		ck_assert_str_eq(got, "unset");
}

START_TEST(languages_by_what_people_type)
{
	for (const struct language *l = languages; l->code != NULL; l++) {
		ck_assert_msg(l == languages || strcmp(l[-1].code, l->code) < 0, "%s",
		    l->code);
		language(l->code, l->code);
		language(l->name, l->code);
		if (l->code3 != NULL)
			language(l->code3, l->code);
	}
	language("Español", "es");
	language("espanol", "es");
	language("PORTUGUÊS", "pt");
	language("svenska", "sv");
	language("українська", "uk");
	language("العربية", "ar");
	language("Chi-Chewa", "ny");
	language("pt_BR", "pt-br");
	language("zh-Hant", "zh-hant");
	language("sr-ec", "sr-ec");
	language("qaa", "qaa");
	language("Ga", "gaa");
	language("GA", "ga");
	language("ga", "ga");
	language("spa", "es");
	language("Spansk", NULL);
	language("e", NULL);
	language("es-", NULL);
	language("-es", NULL);
	language("es--ar", NULL);
	language("es-ninechars", NULL);
	language("es,pt", NULL);
	language("aa-bb-cc-dd-ee-ff-gg-hh-ii-jj-kk-lll", NULL);
	language("", NULL);
}
END_TEST

START_TEST(languages_have_labels)
{
	ck_assert_str_eq(language_label("es"), "español");
	ck_assert_str_eq(language_label("pt"), "português");
	ck_assert_str_eq(language_label("sv"), "svenska");
	ck_assert_str_eq(language_label("ae"), "Avestan");
	ck_assert_ptr_null(language_label("qaa"));
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("country");
	TCase *c = tcase_create("country");

	tcase_add_test(c, table_is_the_csv);
	tcase_add_test(c, countries_by_what_people_type);
	tcase_add_test(c, languages_by_what_people_type);
	tcase_add_test(c, languages_have_labels);
	suite_add_tcase(s, c);
	return run_suite(s);
}
