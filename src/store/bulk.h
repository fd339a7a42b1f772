/* Work on very many records. For imports: names and keys of all records of an entity
 * in memory, so that 100,000 rows are looked up without SQL, and indexes rebuilt once at
 * the end. For exports: memory for pages. */
#ifndef ALIANZA_STORE_BULK_H
#define ALIANZA_STORE_BULK_H

#include "store/store.h"

/* Finds records by a folded text: 64-bit hashes of (slot, folded text), about 24
 * bytes an entry; a hit is a candidate that the caller compares. */
struct keys;
struct keys *keys_new(void);
void keys_free(struct keys *k);
void keys_add(struct keys *k, uint64_t hash, int64_t id);
/* The i-th candidate with this hash, 0 after the last. */
int64_t keys_get(const struct keys *k, uint64_t hash, size_t i);

/* Drops the secondary indexes of the entity when `expected` new rows are more
 * than a quarter of what is there, within the action under way; bulk_end builds
 * them again and must be called before action_end. */
bool bulk_begin(struct store *s, const struct entity *ent, int64_t expected,
    struct error *e);
bool bulk_end(struct store *s, struct error *e);

/* Around reading all records in the order of an index, which jumps from page to page:
 * while on, some 100,000 records stay in memory, and each page is read once. */
void bulk_reading(struct store *s, bool on);

#endif
