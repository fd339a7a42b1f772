/* What a file must hold after a history of commands, worked out the plain way: a
 * whole copy of all records after every step, and two stacks for undo and redo. It
 * knows nothing of SQL, of the log or of the program's sources. */
#ifndef ALIANZA_TESTS_PROPERTY_ORACLE_H
#define ALIANZA_TESTS_PROPERTY_ORACLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CELLS = 28, TEXT = 40 };

/* A scalar's value, or one of several values of a field. */
struct ocell {
	int field;
	char text[TEXT];
};

struct orecord {
	int64_t id;
	int entity;
	bool trash;
	struct ocell cell[CELLS];
	int cells;
};

/* All records at one moment. */
struct ostate {
	struct orecord *at;
	int count;
};

struct ostep {
	struct ostate after;
	bool undo;	/* takes something back: what redo looks for */
	int taker;	/* the step that takes this one back or does it again, or 0 */
};

struct oracle {
	struct ostate now;
	struct ostep *step;	/* [0] is the empty file */
	int steps;		/* the newest one's number */
	int *done, done_count;		/* what undo can take back, the newest last */
	int *undone, undone_count;	/* what redo can do again, the newest last */
	int left;		/* cells that the last undo had to leave */
	bool (*is_many)(int field);	/* can a field have several values? */
};

struct oracle *oracle_new(bool (*is_many)(int field));
struct oracle *oracle_copy(const struct oracle *o);
void oracle_free(struct oracle *o);

/* Changes of the step under way. */
struct orecord *oracle_record(struct oracle *o, int64_t id);
void oracle_add(struct oracle *o, int64_t id, int entity);
void oracle_set(struct oracle *o, int64_t id, int field, const char *text);
void oracle_item(struct oracle *o, int64_t id, int field, const char *text, bool on);
void oracle_trash(struct oracle *o, int64_t id, bool trash);
/* Ends it; false when nothing differs: then it was no step. */
bool oracle_commit(struct oracle *o);
void oracle_roll_back(struct oracle *o);

enum outcome { REFUSED, NOTHING, DONE };
/* number 0: the newest. NOTHING: all had to stay, and it was no step. */
enum outcome oracle_undo(struct oracle *o, int number);
enum outcome oracle_redo(struct oracle *o);
bool oracle_is_undone(const struct oracle *o, int step);

#endif
