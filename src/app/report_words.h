/* Headings and words of reports in the languages that reports can be written in. They
 * are a table and not gettext's, because a report may be in another language than the
 * screen, whose catalogue need not be installed here. */
#ifndef ALIANZA_APP_REPORT_WORDS_H
#define ALIANZA_APP_REPORT_WORDS_H

#include "base/error.h"
#include "model/country.h"

/* The language for what was asked ("es", "pt-br"); NULL: the screen's, else English.
 * NULL and STATUS_USAGE when reports cannot be written in it. */
const char *report_language(const char *asked, struct error *e);
/* The word for a key in one of these languages; NULL when there is no such key. Terms
 * have the key "LIST/CODE". */
const char *report_word_find(const char *key, const char *language);
/* The name of a country in one of these languages; in English where iso-codes does not
 * have it here. Not copied. */
const char *report_country(const struct country *c, const char *language);

#endif
