/* What the files of combining records share; nobody else reads it. */
#ifndef ALIANZA_STORE_MERGE_PART_H
#define ALIANZA_STORE_MERGE_PART_H

#include "store/merge_records.h"

/* The term of F_VISIBILITY that hides. */
#define MERGE_HIDES "private"

struct merging {
	struct store *s;
	const struct entity *ent;
	struct record *kept, *gone;	/* as they were before */
	struct merge_report *report;
	int64_t remarks;		/* the record that holds what differed; 0: nothing did */
	struct str place;		/* of its last line */
};

/* Writes a cell and counts it where it was another value. */
bool merge_put(struct merging *m, const struct entity *ent, int64_t id,
    const struct field *f, struct value v, bool on, int64_t *count, struct error *e);

/* merge_remark.c: a value of the record that goes, which has no place in the one that is
 * kept, becomes a private line about it. */
bool merge_remark(struct merging *m, const struct field *f, const struct value *v,
    struct error *e);
/* Any other line there; "": the heading alone. */
bool merge_remark_add(struct merging *m, const struct str *text, struct error *e);

/* merge_lines.c: lines of both records in one order, before they are moved; and, when all
 * else is done, which of them are in both. */
bool merge_lines(struct merging *m, struct error *e);
bool merge_lines_alike(struct merging *m, struct error *e);

/* merge_twins.c: records that hang on the kept one now and are there twice. moved: those
 * that hung on the other one. */
bool merge_twins(struct merging *m, const struct entity *ent, const int64_t *moved,
    size_t count, struct error *e);

/* The field that says of which record another one is a line, and its entity; NULL when
 * the lines are not of this entity (any: whatever they are of). */
const struct field *merge_line_of(const struct entity *any, const struct entity **line);

#endif
