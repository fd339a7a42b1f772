/* An open file: what the layers above see of the store. */
#ifndef ALIANZA_STORE_STORE_H
#define ALIANZA_STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"
#include "model/entity.h"
#include "store/value.h"

struct store;

enum open_flag {
	OPEN_READONLY = 1 << 0,	/* never write, whatever the file allows */
	OPEN_CREATE = 1 << 1	/* a new file; STATUS_EXISTS when there is one */
};

/* Opens a file as architecture.md 3 says: realpath of the folder, NOFOLLOW on
 * the last part, regular file with one link, hardened connection, application_id
 * 0x414C4E5A ("ALNZ"), user_version, schema compared with the expected one. A
 * newer or oddly shaped file, a read-only file or folder opens read-only.
 * Opening changes no byte of a sound file. NULL and one sentence when it cannot.
 * The caller owns it until store_close. */
struct store *store_open(const char *path, unsigned flags, struct error *e);
bool store_close(struct store *s);	/* NULL is fine */

/* To be called once by main before anything is opened: new files are the person's
 * alone (umask 077), nothing of a file gets into a core dump, and a full quota or a
 * closed pipe is an error, not a signal. */
void store_process_setup(void);

/* Made by an older alianza: read-only until store_migrate, before which the caller
 * makes a backup. False when the file cannot be written anyway. */
bool store_is_old(const struct store *s);
/* Runs the missing schema steps in one transaction; changes can be saved then. */
bool store_migrate(struct store *s, struct error *e);

/* Long SQL asks stop every few milliseconds; true ends it with STATUS_INTERRUPTED.
 * NULL: nobody asks. */
void store_stop_hook(struct store *s, bool (*stop)(void *ctx), void *ctx);
/* A line of minutes as it is stored. "" where nothing is known. */
struct stored_line {
	const char *text;
	size_t n;
	const char *kind, *language;
	const char *moment;	/* when it was typed, else when it was added */
	const char *due;
	bool owned;		/* its owners stand in a field of their own */
};
/* Appends what people read instead, in lists and titles (the field "what"): what signs
 * and names mean is known further up. end frees ctx, when the store is closed or gets
 * another. Without one, a line says what was typed. */
struct line_sayer {
	void (*say)(void *ctx, const struct stored_line *line, struct str *out);
	void (*end)(void *ctx);
	void *ctx;
};
void store_line_sayer(struct store *s, struct line_sayer sayer);
/* What is read until the end is of one moment, and asks for the file's lock once, not
 * for each statement. True: it began, and has to be ended; false: it need not. Never
 * around what changes something. */
bool store_read_begin(struct store *s);
void store_read_end(struct store *s);
/* How long a save waits for another program's, in ms (3000 at first). */
void store_busy_timeout(struct store *s, int ms);

const char *store_path(const struct store *s);		/* as resolved */
/* NULL: changes can be saved; else a translated sentence why not. */
const char *store_readonly(const struct store *s);
/* Sentences about what was found at opening (hot journal rolled back, link
 * followed, extra schema objects...), one a line; "" when there is none. */
const char *store_notices(const struct store *s);

/* Whose changes these are; copied. who may be NULL. place is the random id of
 * this computer, never its name. */
void store_who_set(struct store *s, const char *who, const char *place);

/* --- Actions: one command of a person = one transaction = one action. --- */

/* Looks at the file on disk (device, inode, size, mtime against what was opened:
 * STATUS_IO when it was replaced, overwritten or deleted), BEGIN IMMEDIATE (waits
 * up to 3 s: STATUS_BUSY), prepares the action. command: name of the command
 * only. STATUS_NOPERM on a read-only file. Actions do not nest. */
bool action_begin(struct store *s, const char *command, struct error *e);
/* ok: writes the action row if anything changed, re-reads what was written and
 * compares the sums, COMMIT; only then "saved". Not ok, or a failure: everything
 * since action_begin is rolled back. *id gets the action's id, 0 if nothing was
 * changed (id may be NULL). Returns false if it was not saved. */
bool action_end(struct store *s, bool ok, int64_t *id, struct error *e);
bool action_under_way(const struct store *s);

/* Counts up whenever this file's content changed, by us or by another program
 * (PRAGMA data_version): what was read before may be stale. */
int64_t store_version(struct store *s);

/* --- Records --- */

/* A cell's new value on its way in. item: NULL value for a scalar field; for a
 * multi field the value that is added (on) or removed (!on). */
struct cell {
	const struct field *field;
	struct value value;	/* scalar: the new value; multi: the item */
	bool on;		/* multi: member or not */
};

/* Makes a record with the given cells as its birth content, within an action;
 * *id gets its id. Values must be canonical; required fields are the caller's
 * business (record_check_required). */
bool record_create(struct store *s, const struct entity *ent, const struct cell *cells,
    size_t count, int64_t *id, struct error *e);
/* The same with an id of the caller's choice (lossless import); refused when it
 * is used. */
bool record_create_as(struct store *s, const struct entity *ent, int64_t id,
    const struct cell *cells, size_t count, struct error *e);
/* Changes one cell, within an action. Same value: true and no change. */
bool record_put(struct store *s, const struct entity *ent, int64_t id,
    const struct cell *cell, struct error *e);
/* The same; *changed becomes true when the value was another one (else it stays as
 * it is). */
bool record_put_told(struct store *s, const struct entity *ent, int64_t id,
    const struct cell *cell, bool *changed, struct error *e);
/* Entity of an id; NULL when there is no such record. */
const struct entity *record_entity(struct store *s, int64_t id);
bool record_exists(struct store *s, const struct entity *ent, int64_t id);
/* In the trash: deleted itself, or hanging by a required reference on one that
 * is. */
bool record_hidden(struct store *s, const struct entity *ent, int64_t id);

/* One record read whole: every stored field in dictionary order. Multi values
 * are listed one after another in items. Owned by the caller. */
struct record {
	const struct entity *ent;
	int64_t id;
	struct value *values;	/* entity_field_count(ent) of them; multi: VALUE_NULL */
	int own;		/* how many of them are the entity's own fields */
	struct record_item {
		const struct field *field;
		struct value value;
	} *items;		/* sorted by field number, then value */
	size_t item_count;
	struct arena *mem;	/* everything above lives here */
};
bool record_load(struct store *s, const struct entity *ent, int64_t id,
    struct record **out, struct error *e);	/* *out NULL: no such record */
void record_free(struct record *r);
/* Does the record hold this value (for a multi field: is the item there as `on`
 * says)? */
bool record_has(const struct record *r, const struct cell *cell);
/* What a loaded record says in a field that has one value, the record's: by the field, or
 * by its name where the caller is about one kind of record, which has it. */
const struct value *record_value(const struct record *r, const struct field *f);
const struct value *record_value_named(const struct record *r, const char *name);

/* Appends the title of a record by its entity's pattern; a missing record gives
 * its id. Titles of references inside are followed. */
void record_title(struct store *s, const struct entity *ent, int64_t id, struct str *out);

#endif
