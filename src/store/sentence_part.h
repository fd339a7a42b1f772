/* What the files of history's sentences share; nobody else reads it. */
#ifndef ALIANZA_STORE_SENTENCE_PART_H
#define ALIANZA_STORE_SENTENCE_PART_H

#include "store/sentence.h"

/* Appends a label as it stands within a sentence: "Affiliate" is "affiliate", "SMART"
 * stays. */
void sentence_noun(struct str *out, const char *label);
/* Appends "195 affiliates added, 3 changed (import)". births: records the action made. */
bool sentence_sum(struct store *s, int64_t action, const char *command, int64_t births,
    struct str *out, struct error *e);

#endif
