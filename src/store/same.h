/* "The same row": finds the record that has the same key as a row being imported
 * (entity.key), from hashes of all keys in memory. */
#ifndef ALIANZA_STORE_SAME_H
#define ALIANZA_STORE_SAME_H

#include "store/store.h"

struct same;

/* For an entity without a key, given (NULL ends) names the fields that together
 * say what is the same; else it may be NULL. Reads the keys of every record. */
struct same *same_new(struct store *s, const struct entity *ent,
    const struct field *const *given, struct error *e);
void same_free(struct same *m);

/* Ids of records with the key of these cells: at most max are written, the number
 * found is returned. 0 when the cells have no key. */
size_t same_find(struct same *m, const struct cell *cells, size_t count,
    int64_t *ids, size_t max);
/* A record made from these cells: found from now on. */
void same_add(struct same *m, const struct cell *cells, size_t count, int64_t id);
/* The same, at less work, of the cells that same_find() just looked for. */
void same_add_asked(struct same *m, const struct cell *cells, size_t count, int64_t id);

#endif
