/* Looks at the file between opening and closing. Private to src/store; store.h has
 * the rest. */
#ifndef ALIANZA_STORE_OPEN_H
#define ALIANZA_STORE_OPEN_H

#include <sys/types.h>
#include <time.h>

#include "store/harden.h"
#include "store/log.h"

/* How the file looked when it was last known to be right. */
struct store_stat {
	dev_t device;
	ino_t inode;
	off_t size;
	struct timespec changed;
	int64_t data_version;	/* of this moment, not of store_version */
	int64_t sum;		/* of the schema */
	int64_t last_action;	/* the newest one: it never goes away again; 0: none */
	struct timespec asked;	/* mtime, old enough, when store_version asked SQLite */
	bool aside;		/* a private copy is read */
	bool old;		/* of an older version, and nothing else against it */
	struct watch watch;
};

/* Call before each write. Is what lies at the path still the file that was opened,
 * with nothing in it but what SQLite wrote? Another program's saves are fine (the
 * version counts up); a file that was replaced, overwritten in place or deleted is
 * STATUS_IO. SQLite itself does not notice an overwritten file. Never opens the
 * file: closing it would drop SQLite's locks. */
bool file_unchanged(struct store *s, struct error *e);
/* Call after each commit of ours: how the file looks now is how it should look. */
void file_seen(struct store *s);

#endif
