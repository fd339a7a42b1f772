/* Which column of a CSV file fills which field. Private to src/io. */
#ifndef ALIANZA_IO_IMPORT_MAP_H
#define ALIANZA_IO_IMPORT_MAP_H

#include "base/arena.h"
#include "io/csv.h"
#include "io/import.h"

enum column_kind {
	COLUMN_IGNORED,		/* --ignore, or computed */
	COLUMN_ID,
	COLUMN_OWN,		/* stored in the row's own record */
	COLUMN_VIA,		/* stored elsewhere by the field's `via` */
	COLUMN_THROUGH,		/* field of the pane's `through` entity */
	COLUMN_GROUP		/* field of another record: map->groups[group] */
};

struct map_column {
	const char *name;	/* as in the header */
	enum column_kind kind;
	const struct field *field;
	int group;
};

/* Another record that a row fills. */
struct map_group {
	const struct entity *ent;
	const struct field *ref;	/* forward: the row's reference to it; reverse: its
					 * reference to the row's record or to `parent` */
	bool forward;
	int parent;			/* reverse: -1 or the group it hangs on */
	int columns;			/* how many columns fill it */
};

enum { MAP_GROUPS = 12 };

struct import_map {
	const struct pane *pane;
	const struct entity *ent;
	struct map_column *columns;
	size_t count;
	struct map_group groups[MAP_GROUPS];
	int group_count;
	int computed;		/* columns accepted and ignored */
	size_t at;		/* column being looked at */
	bool plain;		/* no groups, no own references to its own entity */
};

/* Reads the header. Every column without a field is a problem, told through
 * problem(ctx, column, sentence); false when there was one. */
bool map_read(struct import_map *m, const struct pane *pane, const struct csv_cell *header,
    size_t count, const struct import_options *o, struct arena *mem,
    void (*problem)(void *ctx, const char *column, const char *reason), void *ctx);

#endif
