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
				 * the other value is a private line about the kept record */
	int64_t alike;		/* lines of minutes that both have, word for word */
	struct str alike_lines;	/* the first of them, quoted, joined by ", " */
};
void merge_report_free(struct merge_report *r);

/* Within an action. What refers to `gone`, in or out of the trash, refers to `kept`;
 * values that `kept` lacks come over, several values are brought together, texts of
 * several lines are joined, another name or code becomes one that `kept` is found by
 * too. What has no place there becomes a private line: of a note about the kept record, or
 * at its end where it is a note itself. Lines of two notes stand in one order, by their
 * time. Records of which there is one for each key (E_ONCE) and that are alike now are
 * combined as well. A private record never becomes a shared one. STATUS_USAGE when both
 * are one record, STATUS_DATA when one is in the trash. */
bool merge_records(struct store *s, const struct entity *ent, int64_t kept, int64_t gone,
    struct merge_report *report, struct error *e);

#endif
