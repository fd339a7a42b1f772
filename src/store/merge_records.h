/* Combining two records that mean the same thing: a museum entered twice. One is kept,
 * the other goes to the trash with a note into which one it went (R10), so that nothing
 * is lost and one undo takes everything back. */
#ifndef ALIANZA_STORE_MERGE_RECORDS_H
#define ALIANZA_STORE_MERGE_RECORDS_H

#include "store/store.h"

struct merge_report {
	int64_t filled;		/* values that came over */
	int64_t moved;		/* references that lead to the kept record now */
	struct str apart;	/* labels of fields where the two differ, joined by ", ":
				 * the other value stays readable on the record in the
				 * trash; freed by the caller */
};

/* Within an action. What refers to `gone`, in or out of the trash, refers to `kept`;
 * values that `kept` lacks come over, several values are brought together, texts of
 * several lines are joined, another name or code becomes one that `kept` is found by
 * too. A private record never becomes a shared one. STATUS_USAGE when both are one
 * record, STATUS_DATA when one is in the trash. */
bool merge_records(struct store *s, const struct entity *ent, int64_t kept, int64_t gone,
    struct merge_report *report, struct error *e);

#endif
