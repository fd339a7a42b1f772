/* One pass of an import over its file. Private to src/io: import.c (the file),
 * import_row.c (a row into records), import_cell.c (a cell into values). */
#ifndef ALIANZA_IO_IMPORT_ROW_H
#define ALIANZA_IO_IMPORT_ROW_H

#include "base/arena.h"
#include "io/import_map.h"
#include "store/bulk.h"
#include "store/same.h"

enum { GROUP_CELLS = 64 };

/* One pass over the file. */
struct import {
	struct store *s;
	const struct import_options *o;
	const struct import_listener *listener;
	struct import_report *r;
	struct csv_reader *in;
	const char *path;
	struct import_map map;
	struct arena mem;		/* of the whole pass */
	struct arena row;		/* of the row under way */
	struct str keep;		/* text of the value under way */
	struct same *same;		/* of the pane's entity */
	struct same *group_same[MAP_GROUPS];
	struct keys *references;	/* (field, text) -> id, found before */
	struct cell *cells;		/* of the row's own record */
	size_t cell_count, cell_cap;
	struct cell late[GROUP_CELLS];	/* fields that stand elsewhere */
	const struct map_column *late_column[GROUP_CELLS];
	size_t late_count;
	struct cell group[MAP_GROUPS][GROUP_CELLS];
	size_t group_cells[MAP_GROUPS];
	int64_t group_id[MAP_GROUPS];
	int64_t own_id;			/* given by an id column */
	const struct map_column *at;	/* column under way, for messages */
	const struct csv_cell *at_cell;
	int64_t next_check;		/* for bulk_begin */
	bool changed;
	bool failed;			/* not a row's fault: the import ends with `failure` */
	struct error failure;
	int64_t *bad;			/* file lines to pass over, sorted */
	size_t bad_count, bad_cap;
};

/* Tells of a problem of the row under way; false. column and cell may be NULL. */
bool import_problem(struct import *im, const char *column, const struct csv_cell *cell,
    const char *reason);
/* The same of the cell under way; what is no fault of the row (a full disk, an
 * interruption) is kept in im->failure instead. */
bool import_problem_here(struct import *im, const struct error *e);

/* Reads the cells of a row into im->cells, late and group; every problem is told,
 * false when there was one. References come last: they may make records. */
bool import_cells(struct import *im, const struct csv_cell *cells, size_t count);

/* The first field that a new record cannot be without and that no cell fills; NULL: all
 * are there. */
const struct field *import_missing(const struct entity *ent, const struct cell *cells,
    size_t count);

/* One row into its records, counted in im->r. False: a problem was told. */
bool import_row(struct import *im, const struct csv_cell *cells, size_t count);

#endif
