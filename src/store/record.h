/* Cells of a record, written and read without the log. Private to src/store. */
#ifndef ALIANZA_STORE_RECORD_H
#define ALIANZA_STORE_RECORD_H

#include "base/arena.h"
#include "store/log.h"
#include "store/plan.h"

/* Sets a column, or an item, and what is derived from it (fold); no log. */
bool record_write(struct store *s, const struct entity *ent, int64_t id,
    const struct field *f, const struct value *item, const struct value *value,
    struct error *e);
/* The stored value of a column, or 1/NULL for an item; text into mem. */
bool record_read(struct store *s, const struct entity *ent, int64_t id,
    const struct field *f, const struct value *item, struct arena *mem,
    struct value *out, struct error *e);
/* Changes the last cell of the oldest record, not in the trash, that has all cells
 * before it, or makes one with all of them: for rows that are looked up by what they
 * are about (settings, terms). Within an action. */
bool record_put_keyed(struct store *s, const struct entity *ent, const struct cell *cells,
    size_t count, struct error *e);
/* Place of a field in r->values. */
int record_index(const struct record *r, const struct field *f);
struct value value_keep(struct arena *mem, const struct value *v);

#endif
