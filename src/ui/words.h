/* Two texts compared word by word. */
#ifndef ALIANZA_UI_WORDS_H
#define ALIANZA_UI_WORDS_H

#include "base/str.h"

/* Appends the new text with what was taken out of the old one as [-words-] and what
 * was put in as {+words+}. Very long texts count as changed from the first difference
 * to the last. */
void words_compare(const char *was, size_t was_n, const char *now, size_t now_n,
    struct str *out);

#endif
