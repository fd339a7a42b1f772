/* Lists: rows of a pane with columns (also through references), filter, order.
 *
 * A column is written as in the shell: "name", "affiliate.country",
 * "partnership.stage" (through a reverse reference: the values of all records
 * that refer to the row, each once, as several values). Where such records have
 * several references to choose from, it is the required one, and never the field
 * asked for: partnership.affiliate of a partner, partnership.partner of an
 * affiliate. A reference to several kinds of records leads to the first that has the
 * field. */
#ifndef ALIANZA_STORE_QUERY_H
#define ALIANZA_STORE_QUERY_H

#include "store/store.h"

struct filter;

enum { COLUMN_HOPS = 3 };	/* references on the way, at most */

/* A column resolved against an entity: a path of references and a field. */
struct column {
	char name[96];			/* as written */
	const struct entity *start;	/* entity of the rows */
	const struct entity *ent;	/* entity that holds the field */
	const struct field *field;
	bool shared;			/* private records on the way are passed over */
	bool stored;			/* only what was entered: nothing of F_INFERRED */
	int depth;			/* references on the way, 0..COLUMN_HOPS */
	struct hop {
		const struct field *ref;	/* forward: field of the previous entity;
						 * reverse: field of ent that refers back */
		const struct entity *ent;	/* entity reached */
		bool reverse;
	} hops[COLUMN_HOPS];
};

/* STATUS_USAGE and a sentence with the nearest name when it does not exist. */
bool column_parse(const struct entity *ent, const char *name, struct column *out,
    struct error *e);

struct query {
	const struct entity *ent;
	const struct pane *pane;	/* its fixed filter counts; may be NULL */
	const struct filter *filter;	/* may be NULL */
	const struct column *columns;
	size_t column_count;
	const char *sort;		/* "name,-start", NULL: the pane's; titles
					 * folded, terms by their list, empty last,
					 * and always by id in the end */
	int64_t limit;			/* 0: all */
	bool everything;		/* private and trash included (export all) */
	bool leave_out_private;		/* private records left out; *omitted counts them */
	bool depths;			/* rows know their depth in the tree */
};
/* Is this the whole of a tree in its order? Then its titles are indented by their depth:
 * a filter leaves records without those above them, and they stand flat. */
bool query_is_tree(const struct query *q);

struct rows;

/* Runs the query; rows are fetched one by one and belong to the statement until
 * the next row. Deleted records are left out unless the filter asks (deleted=yes)
 * or everything is set. */
struct rows *rows_open(struct store *s, const struct query *q, struct error *e);
bool rows_next(struct rows *r);		/* false: end or error */
int64_t rows_id(const struct rows *r);
int rows_depth(const struct rows *r);	/* records above it; 0 where nobody asked */
/* Stored value of column i; several values come one by one: item 0, 1, ... until
 * false. Borrowed until rows_next. */
bool rows_value(struct rows *r, size_t column, size_t item, struct value *out);
/* A text, a term or a day in mem; "" where there is none. */
const char *rows_text(struct rows *r, size_t column, struct arena *mem);
bool rows_close(struct rows *r, struct error *e);	/* false if a step failed */

/* How many rows the query has; omitted (may be NULL) how many private ones were
 * left out. */
bool query_count(struct store *s, const struct query *q, int64_t *count,
    int64_t *omitted, struct error *e);

/* Ids of the records that refer to one: for `show`, "related records" and the
 * trash. Calls f for each kind found with at least one record not in the trash. */
struct related {
	const struct entity *ent;	/* who refers */
	const struct field *field;	/* by which field */
	int64_t count;
};
bool related_each(struct store *s, const struct entity *ent, int64_t id,
    bool (*f)(void *ctx, const struct related *r), void *ctx, struct error *e);

#endif
