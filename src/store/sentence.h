/* What an action did, as a translated sentence made from the log, with titles as
 * they are now. Private to src/store; history.h is for others. */
#ifndef ALIANZA_STORE_SENTENCE_H
#define ALIANZA_STORE_SENTENCE_H

#include "store/log.h"

/* Appends the sentence of an action: all it did, or (record != 0) what it did to
 * one record. */
bool sentence_add(struct store *s, int64_t action, int64_t record, struct str *out,
    struct error *e);

#endif
