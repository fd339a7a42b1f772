/* WHICH: how people name a record: id, `#` and the end of an id, code, title
 * exact, then folded (also other names), then an unambiguous beginning. */
#ifndef ALIANZA_STORE_WHICH_H
#define ALIANZA_STORE_WHICH_H

#include "store/store.h"

/* Finds one record among those of the entity (pane, may be NULL, narrows by its
 * fixed filter). STATUS_NONE when none fits (nearest titles named) or several do
 * (up to 8 are listed with their ids' ends). trash: look among the deleted ones,
 * else a hit only in the trash is an error that says so. */
bool which_find(struct store *s, const struct entity *ent, const struct pane *pane,
    const char *which, bool trash, int64_t *id, struct error *e);

/* Records whose title, folded, is what is typed or begins with it, for "is it there
 * already?" while a name is typed: at most max, *count gets how many. Not for titles that
 * have to be put together (*count 0). */
bool which_alike(struct store *s, const struct entity *ent, const char *typed, int64_t *ids,
    size_t max, size_t *count, struct error *e);

/* For references: several entities at once; exact matches only (id, code, other
 * code, title, folded title and other names), no beginnings. *count gets how many
 * fit; ids at most max. In the trash: *hidden gets one such id when nothing else
 * fits (0 else). */
bool which_reference(struct store *s, const struct field *ref, const char *which,
    size_t n, int64_t *ids, size_t max, size_t *count, int64_t *hidden, struct error *e);

#endif
