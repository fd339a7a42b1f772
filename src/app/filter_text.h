/* A filter given as words of a command, as the text a person types after "/". */
#ifndef ALIANZA_APP_FILTER_TEXT_H
#define ALIANZA_APP_FILTER_TEXT_H

#include "base/str.h"
#include "store/store.h"

/* Appends the words, parted by blanks; one with blanks in it, as the shell and the ':'
 * line leave it ("name=Wikimedia Chile"), gets the quotes it had. */
void filter_text_add(int count, const char *const *words, struct str *out);

/* Appends a filter as people read it: what a program made may name records by their ids
 * ("metric=asa230psn69we"), which become their titles. */
void filter_text_show(struct store *s, const char *filter, struct str *out);

#endif
