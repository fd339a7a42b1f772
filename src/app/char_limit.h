/* How many characters a text has, where the record says how many it may have. Told and
 * never enforced: what is over is for a person to shorten. */
#ifndef ALIANZA_APP_CHAR_LIMIT_H
#define ALIANZA_APP_CHAR_LIMIT_H

#include "app/app.h"
#include "store/query.h"

/* Characters as people see them: a letter with its accents is one (UAX 29). */
size_t char_count(const char *s, size_t n);
/* Appends "100 of 117 characters" or "121 of 117 characters: 4 too many". limit as typed:
 * nothing is appended unless it is a whole number above 0. True when there are too many. */
bool char_limit_tell(const char *s, size_t n, const char *limit, struct str *out);
/* The same for column i of a row whose columns hold the limit too. */
bool char_limit_row(struct rows *rows, const struct column *columns, size_t count, size_t i,
    struct str *out);

#endif
