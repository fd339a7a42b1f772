/* Records that stand below others of their kind: the field F_TREE names the one above.
 *
 * Below one record, or at the top, those of its own owner (F_BRANCH) stand first, then
 * others', owner by owner; those of one owner by their F_ORDER field, and those without one
 * last, by title. What stands below a record in the trash stands at the top. */
#ifndef ALIANZA_STORE_TREE_H
#define ALIANZA_STORE_TREE_H

#include "base/arena.h"
#include "store/store.h"

/* The F_TREE field; NULL: records of this kind are no tree. */
const struct field *tree_field(const struct entity *ent);

/* For query.c and column.c. Appends, over the alias of a row: a text that orders rows so
 * that each stands behind the one above it; how many stand above it. */
void tree_order_sql(const struct entity *ent, const char *alias, struct str *sql);
void tree_depth_sql(const struct entity *ent, const char *alias, struct str *sql);

/* The record above, 0 at the top. */
bool tree_parent(struct store *s, const struct entity *ent, int64_t id, int64_t *parent,
    struct error *e);
/* Those directly below a record (0: at the top), in order. In mem. */
struct tree_child {
	int64_t id, owner;	/* owner 0: none */
};
bool tree_children(struct store *s, const struct entity *ent, int64_t parent,
    struct arena *mem, struct tree_child **children, size_t *count, struct error *e);
/* May the record stand below this one? Not below itself, nor what stands below it:
 * STATUS_DATA. */
bool tree_fits(struct store *s, const struct entity *ent, int64_t id, int64_t parent,
    struct error *e);

#endif
