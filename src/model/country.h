/* Countries (ISO 3166-1, Wikimedia regions and protected flag of the
 * canonical-data list, as in data/countries.csv) and languages (ISO 639, BCP 47
 * shaped, and codes of Wikimedia wikis). */
#ifndef ALIANZA_MODEL_COUNTRY_H
#define ALIANZA_MODEL_COUNTRY_H

#include <stdbool.h>
#include <stddef.h>

struct country {
	const char *code;	/* alpha-2, upper case */
	const char *code3;	/* alpha-3 */
	const char *name;	/* English */
	const char *region;	/* code of the term list "region"; "" for Antarctica */
	bool protected;		/* names of people there stay out of public exports */
	const char *iso;	/* its name in iso-codes' catalogue; NULL: name */
};
extern const struct country countries[];	/* sorted by code; .code NULL ends */

const struct country *country_find(const char *code);	/* exact alpha-2 */
/* What a person types: alpha-2 or alpha-3 in any case, the name in English (its own,
 * ISO's or another one in use) or in the screen's language (iso-codes' catalogue
 * where installed), folded. NULL when nothing fits. */
const struct country *country_match(const char *typed, size_t n);
/* Name in the screen's language; lives as long as the program. */
const char *country_label(const struct country *c);

struct language {
	const char *code;	/* ISO 639-1, else 639-3, lower case; or a wiki code */
	const char *code3;	/* ISO 639-2 where code is 639-1, else NULL */
	const char *name;	/* English */
	const char *own;	/* name in the language itself; NULL: not known */
};
extern const struct language languages[];	/* sorted by code; .code NULL ends */

/* Canonical code of what a person types: a well-formed tag ("es", "pt-br",
 * "zh-hant"; lower case, 639-2 codes to 639-1, '_' to '-') or a name in English or
 * in the language itself, folded. Writes at most 35 characters and NUL; false when
 * it is neither. */
bool language_match(const char *typed, size_t n, char code[36]);
const char *language_label(const char *code);	/* own or English name, else NULL */

#endif
