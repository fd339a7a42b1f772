/* How an entity's records are written and read: SQL made once per entity from
 * the dictionary. Private to src/store. */
#ifndef ALIANZA_STORE_RECORD_H
#define ALIANZA_STORE_RECORD_H

#include "store/log.h"

struct stmt;

struct plan {
	const struct entity *ent;
	int count;		/* entity_field_count */
	int own;		/* of them the entity's own, the first ones */
	int *order;		/* field indexes by ascending number */
	int *column;		/* by field index: parameter and place in SELECT; 0: none */
	int fold;		/* the same for `fold`, 0: the entity has none */
	char *insert;		/* INSERT with every column */
	char *select;		/* SELECT of id and every column WHERE id=?1 */
	char *walk;		/* the same and fold, of ids from ?1 to ?2 in order */
	struct stmt *inserting;	/* in use while an action is under way */
};
struct plan *plan_of(struct store *s, const struct entity *ent);
int plan_index(const struct plan *p, const struct field *f);
void plans_rest(struct store *s);	/* ends statements in use */
void plans_free(struct store *s);

/* Sets a column, or an item, and what is derived from it (fold); no log. */
bool record_write(struct store *s, const struct entity *ent, int64_t id,
    const struct field *f, const struct value *item, const struct value *value,
    struct error *e);
/* The stored value of a column, or 1/NULL for an item; text into mem. */
bool record_read(struct store *s, const struct entity *ent, int64_t id,
    const struct field *f, const struct value *item, struct arena *mem,
    struct value *out, struct error *e);
struct value value_keep(struct arena *mem, const struct value *v);

#endif
