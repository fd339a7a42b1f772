/* Folding: how texts are compared and found. Lower case (full case folding),
 * accents and marks removed (NFKD, category M dropped, plus ł ø đ ħ ŧ ı æ œ ß
 * þ ð ŋ and the like spelled out), runs of white space one blank, none at
 * either end, ’ and ‘ and ʼ as ', “ ” as ", dashes as -. Scripts without case
 * stay as they are except for compatibility forms; marks that carry meaning in
 * Indic and Thai scripts are kept (only marks on Latin, Greek, Cyrillic,
 * Hebrew and Arabic letters are dropped). Default ignorable code points and the
 * Arabic tatweel go, invalid bytes become U+FFFD. Folding a folded text changes
 * nothing, nor does composing or decomposing a text first. ASCII goes a fast
 * way. */
#ifndef ALIANZA_BASE_FOLD_H
#define ALIANZA_BASE_FOLD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

void fold_add(struct str *out, const char *s, size_t n);	/* appends */

/* Does the folded text occur in the other text, folded while looking? An
 * empty needle occurs everywhere. needle must be folded already. Does not
 * allocate while the text is ASCII. */
bool fold_contains(const char *text, size_t n, const char *needle, size_t nn);

/* Compares two texts folded: <0, 0, >0, by bytes of the folded forms. */
int fold_compare(const char *a, size_t na, const char *b, size_t nb);
bool fold_equal(const char *a, const char *b);	/* NUL-terminated */

/* The name in the list nearest to what was typed (Damerau-Levenshtein over
 * folded code points), or NULL when none is near enough to be a slip (at most
 * one third of the longer one, at least 1). For "did you mean". */
const char *fold_nearest(const char *typed, const char *const *names, size_t count);

#endif
