/* The change log's only writer (log-format: tables, rules R1-R12). Private to
 * src/store: others go through store.h. */
#ifndef ALIANZA_STORE_LOG_H
#define ALIANZA_STORE_LOG_H

#include "store/store.h"

struct db;

/* The action under way. Its row is written with the first change, so that a
 * command that changes nothing writes nothing. */
struct action {
	bool open;			/* between action_begin and action_end */
	int64_t id;			/* 0: no row yet */
	int64_t step, clock, time;
	const char *command;
	int64_t undoes;			/* 0, or an action of the step taken back */
	int64_t seq;			/* the next change's number */
	int64_t last_id;		/* newest record's id: the next one is +1 */
	int64_t birth_count;		/* records created */
	uint64_t born;			/* a bit for the number of each of their entities */
	int64_t first_born, last_born;	/* least and greatest of their ids */
	uint64_t birth_low, birth_high;	/* sums of the halves of their sums */
};

struct store {
	struct db *db;
	struct action action;
	struct plan *plans[64];		/* by entity number (record.c) */
	char *path, *folder;
	char *who, *place;
	char *readonly;			/* why, or NULL */
	bool newer;			/* because a newer alianza made it */
	struct str notices;
	struct store_stat *stat;	/* what the file looked like (open.c) */
	struct terms_cache *terms;	/* the file's own terms (terms.c) */
	struct str setting, setting_name;	/* the one read last (setting.c) */
	int64_t setting_version;	/* when that was */
	int64_t version;		/* bumped by every commit of ours */
	int64_t data_version;		/* PRAGMA data_version last seen */
	struct str dropped;		/* SQL of the indexes dropped (bulk.c) */
	struct line_sayer sayer;	/* what a line of minutes says (said.c) */
};

/* A head of a cell: a change that no other change of the cell overwrites; with
 * none, action 0 and the birth value. */
struct head {
	int64_t action;
	struct value value;		/* text in the arena given */
};

/* Heads of a cell as they were before step `before` (INT64_MAX: now), winner
 * first (R3). Fills at most max, *count gets how many; 0 heads = never edited:
 * then heads[0] is (0, birth value) and *count is 1. For items the value is 1
 * (member) or NULL. */
bool log_heads(struct store *s, const struct entity *ent, int64_t id,
    const struct field *f, const struct value *item, int64_t before, struct arena *mem,
    struct head **heads, size_t *count, struct error *e);

/* put(cell, targets) of log-format 3, the only writer of change rows: an edit has
 * one target, an undo may have several. Sets the column or the item to the new
 * winner. seen: only for `deleted`, else NULL value. */
bool log_put(struct store *s, const struct entity *ent, int64_t id,
    const struct field *f, const struct value *item, const struct value *targets,
    size_t target_count, struct error *e);

/* One number by one id, ?1 in the SQL; no row: *out stays. */
bool log_number(struct store *s, const char *sql, int64_t id, int64_t *out,
    struct error *e);

/* Forgets the lists of terms as the file has them; they are read again when asked for. */
void terms_free(struct store *s);

/* Writes the action's row if there is none yet. */
bool log_action(struct store *s, struct error *e);
/* Counts a record into the action under way, or takes its sum out again. */
void log_birth(struct store *s, const struct entity *ent, int64_t id, int64_t sum);
void log_birth_replace(struct store *s, int64_t before, int64_t after);
bool log_born_now(struct store *s, int64_t id);	/* created by the action under way */

/* R8, used by the writer and by check. */
int64_t log_change_sum(int64_t action, int64_t seq, int entity, int64_t record,
    int field, const struct value *item, int64_t parent, const struct value *old_value,
    const struct value *new_value, const struct value *seen);
int64_t log_birth_sum(int64_t action, int entity, int64_t record, int64_t content);
/* columns: id, clock, time, who, place, command, sentence, undoes, as stored;
 * changes: births and change rows together; low, high: sums of the halves of
 * their sums. */
int64_t log_action_sum(const struct value columns[8], int64_t changes, uint64_t low,
    uint64_t high);
/* Sums up the change rows of an action: how many, and the halves of their sums. */
bool log_rows_total(struct store *s, int64_t action, int64_t *count, uint64_t *low,
    uint64_t *high, struct error *e);

#endif
