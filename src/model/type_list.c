/* Values out of a list: terms, countries, languages. */
#include "model/type_canon.h"

#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "model/country.h"
#include "model/term.h"

enum {
	LISTED_CODES = 12,	/* of a term list in a sentence */
	COMPARED_CODES = 96,	/* when looking for the nearest */
	MOST_LABEL = 256	/* bytes of a term as typed */
};

/* What to type for a term: its label where that is another word than in English. */
static const char *
term_word(const struct term *t)
{
	const char *label = _(t->label);

	return strcmp(label, t->label) ? label : t->code;
}

/* The first words of the lists, and the one nearest to what was typed, if any. */
static const char *
describe_lists(const char *lists, const char *typed, struct str *codes)
{
	const char *names[COMPARED_CODES];
	size_t count = 0;
	const struct term *t;
	char list[64];

	for (int i = 0; joined_word(lists, i, list); i++)
		for (int j = 0; (t = term_at(list, j)) != NULL; j++) {
			if (count < LISTED_CODES)
				str_addf(codes, "%s%s", count > 0 ? ", " : "", term_word(t));
			else if (count == LISTED_CODES)
				str_add(codes, ", ...");
			if (count < sizeof names / sizeof *names)
				names[count++] = term_word(t);
		}
	return fold_nearest(typed, names, count);
}

static bool
refuse_term(const struct field *f, const char *typed, struct error *e)
{
	struct str codes = { 0 }, shown = { 0 };
	const char *nearest = describe_lists(f->list, typed, &codes);

	type_show(&shown, typed, strlen(typed));
	if (nearest != NULL)
		set_error(e, STATUS_DATA, _("%s: \"%s\" is not in its list, did you mean "
		    "%s? It can be %s."), _(f->label), str_text(&shown), nearest,
		    str_text(&codes));
	else
		set_error(e, STATUS_DATA, _("%s: \"%s\" is not in its list: write one of "
		    "%s."), _(f->label), str_text(&shown), str_text(&codes));
	str_free(&codes);
	str_free(&shown);
	return false;
}

static const struct term *
find_term(const char *lists, const char *typed,
    const struct term *(*find)(const char *list, const char *text))
{
	const struct term *t = NULL;
	char list[64];

	for (int i = 0; t == NULL && joined_word(lists, i, list); i++)
		t = find(list, typed);
	return t;
}

bool
type_canon_term(const struct field *f, const char *in, size_t n, struct str *out,
    struct error *e)
{
	const struct term *t;
	char typed[MOST_LABEL];

	if (!type_trim(&in, &n))
		return true;
	if (!type_check_utf8(f, in, n, e))
		return false;
	if (n >= sizeof typed)
		return type_refuse(f, in, n, e, _("%s: \"%s\" is too long for a value of "
		    "its list."));
	memcpy(typed, in, n);
	typed[n] = '\0';
	t = find_term(f->list, typed, term_find);
	if (t == NULL)
		t = find_term(f->list, typed, term_match);
	if (t == NULL)
		return refuse_term(f, typed, e);
	str_add(out, t->code);
	return true;
}

bool
type_canon_country(const struct field *f, const char *in, size_t n, struct str *out,
    struct error *e)
{
	const struct country *c;

	if (!type_trim(&in, &n))
		return true;
	c = country_match(in, n);
	if (c == NULL)
		return type_refuse(f, in, n, e, _("%s: \"%s\" is not a country: write "
		    "its name or its code of two letters, such as Chile or CL."));
	str_add(out, c->code);
	return true;
}

bool
type_canon_language(const struct field *f, const char *in, size_t n, struct str *out,
    struct error *e)
{
	char code[36];

	if (!type_trim(&in, &n))
		return true;
	if (!language_match(in, n, code))
		return type_refuse(f, in, n, e, _("%s: \"%s\" is not a language: write "
		    "its name or its code, such as Spanish, es or pt-br."));
	str_add(out, code);
	return true;
}
