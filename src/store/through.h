/* Fields that a record shows but that stand in other records (field.via, and
 * panes with `through`): stage and next step of a partner are those of its
 * partnership, hosts of an event are involvements. One place writes them, for
 * set, form, keys and import alike. */
#ifndef ALIANZA_STORE_THROUGH_H
#define ALIANZA_STORE_THROUGH_H

#include "base/arena.h"
#include "store/store.h"

/* A via pattern taken apart. */
struct via {
	const struct entity *ent;	/* records that hold the value */
	const struct field *ref;	/* their reference back */
	const struct field *field;	/* the value itself */
	const struct field *fixed;	/* NULL, or the field with a fixed value */
	char fixed_value[64];
};
bool via_parse(const char *pattern, struct via *out);

/* The record of ent referring by ref to id that a change is meant for (the
 * partnership of a partner): the one with my organisation, else the only open
 * one, else the only one. *found 0: there is none. STATUS_NONE and a sentence
 * listing them when several are open. */
bool through_target(struct store *s, const struct entity *ent, const struct field *ref,
    int64_t id, int64_t *found, struct error *e);

/* Writes such a field of record id, within an action. With a fixed value: the
 * record that has it is made (on) or put in the trash (!on); otherwise the target
 * is changed, or made when there is none. */
bool through_put(struct store *s, int64_t id, const struct cell *cell, struct error *e);
/* The same for a field of the pane's `through` entity. */
bool through_put_pane(struct store *s, const struct pane *pane, int64_t id,
    const struct cell *cell, struct error *e);

/* The values that a field of several values holds now, wherever they stand: items
 * of the record itself, of the pane's through record (through), or records of
 * their own (hosts). In mem. */
bool set_values(struct store *s, const struct pane *pane, const struct entity *ent,
    int64_t id, const struct field *f, bool through, struct arena *mem,
    struct value **values, size_t *count, struct error *e);

/* My organisation (setting my_organisation), 0 when it is not said. */
int64_t my_organisation(struct store *s);
/* A setting of the file, "" when it is not set; borrowed until the next call.
 * setting_put works within an action; "" takes it away. */
const char *setting_get(struct store *s, const char *name);
/* A setting nobody sees: where it was made, a sample was finished, and undo ends there. */
#define SETTING_SAMPLE "sample"
bool setting_put(struct store *s, const char *name, const char *value, struct error *e);

#endif
