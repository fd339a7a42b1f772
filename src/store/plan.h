/* How an entity's records are written and read: SQL made once per entity from
 * the dictionary. Private to src/store. */
#ifndef ALIANZA_STORE_PLAN_H
#define ALIANZA_STORE_PLAN_H

#include "store/store.h"

struct stmt;

struct plan {
	const struct entity *ent;
	int count;		/* entity_field_count */
	int own;		/* of them the entity's own, the first ones */
	int *order;		/* field indexes by ascending number */
	int *column;		/* by field index: parameter and place in SELECT; 0: none */
	struct plan_step {	/* what is stored, by ascending field number */
		const struct field *field;
		int column;	/* as above; 0: several values, in item */
	} *steps;
	int step_count;
	int fold;		/* the same for `fold`, 0: the entity has none */
	char *select;		/* SELECT of id and every column WHERE id=?1 */
	char *walk;		/* the same and fold, of ids from ?1 to ?2 in order */
	bool *used;		/* by field index: INSERT names its column */
	struct stmt *inserting;	/* in use while an action is under way; NULL: none */
};
struct plan *plan_of(struct store *s, const struct entity *ent);
/* Place of a field among the entity's, which has `own` fields of its own. */
int field_place(const struct entity *ent, int own, const struct field *f);
int plan_index(const struct plan *p, const struct field *f);
void plans_rest(struct store *s);	/* ends statements in use */
void plans_free(struct store *s);

#endif
