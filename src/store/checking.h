/* What the parts of check share: check.c runs them, check_log.c proves the log,
 * check_record.c the records against it, check_file.c the file. Private to check. */
#ifndef ALIANZA_STORE_CHECKING_H
#define ALIANZA_STORE_CHECKING_H

#include "base/arena.h"
#include "store/check.h"
#include "store/content.h"

/* A row of action, and what its changes and births add up to. */
struct deed {
	int64_t id;
	int64_t clock;
	int64_t count;
	uint64_t low, high;		/* halves of the sums as they are stored */
	uint64_t more_low, more_high;	/* what right sums would add to them */
	int64_t bad_lines;		/* rows whose own sum is wrong */
	bool bad;			/* its sum is not that of its row and rows */
};

/* A row of record. */
struct born {
	int64_t id, action, sum;
	int entity;
	bool edited;	/* has rows of change */
	bool found;	/* is in the table of its entity */
};

/* A row that does not fit its sum: of change, or (seq -1) of record. Whether row or
 * sum is wrong is known when its action has been added up with the right sum. */
struct bad_line {
	int64_t action, seq, record, right;
	const struct field *field;
};

struct tombstone {
	int64_t record, field;
	struct value item;
};

struct checking {
	struct store *s;
	bool (*f)(void *ctx, const struct damage *d);
	bool (*stop)(void *ctx);
	void *ctx;
	bool mend;		/* puts right and tells only that; else tells all */
	bool go_on;		/* f did not ask to stop */
	bool broken;		/* its pages are: nothing more can be said */
	int64_t told, mended;
	unsigned tick;

	struct born *born;	/* by id */
	size_t born_count;
	struct deed *deeds;	/* by id */
	size_t deed_count;
	struct bad_line *bad;
	size_t bad_count, bad_cap;
	struct tombstone *erased;
	size_t erased_count;
	bool whole;		/* the log is complete: all actions have their sums */
	struct arena mem;	/* of this run */
};

/* Tells of a damage. True: mend it now. */
bool check_tell(struct checking *c, int64_t record, bool mendable, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* To be called for each row: false, with an error, when the check is to end. */
bool check_goes_on(struct checking *c, struct error *e);
/* Appends a record's title, or its id when there is none. */
void check_title(struct checking *c, int64_t id, struct str *out);
void check_bad_line(struct checking *c, const struct bad_line *bad, int64_t sum);
struct deed *check_deed(const struct checking *c, int64_t id);
struct born *check_born(const struct checking *c, int64_t id);
bool check_is_erased(const struct checking *c, int64_t record, int field,
    const struct value *item);

bool check_file(struct checking *c, struct error *e);
bool check_read_log(struct checking *c, struct error *e);
bool check_records(struct checking *c, struct error *e);
bool check_items(struct checking *c, struct error *e);
bool check_tombstones(struct checking *c, struct error *e);
bool check_cells(struct checking *c, struct error *e);
bool check_actions(struct checking *c, struct error *e);

#endif
