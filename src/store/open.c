#include "config.h"

#include "store/open.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "store/aside.h"
#include "store/copy.h"
#include "store/db.h"
#include "store/functions.h"
#include "store/harden.h"
#include "store/look.h"
#include "store/migrate.h"
#include "store/record.h"
#include "store/schema.h"
#include "store/shape.h"

enum {
	OPENING_MS = 5000,	/* a sound file takes a few */
	STILL_S = 3		/* file times are at worst two seconds coarse (FAT) */
};

/* How the file looked when it was last known to be right. */
struct store_stat {
	dev_t device;
	ino_t inode;
	off_t size;
	struct timespec changed;
	int64_t data_version;	/* of this moment, not of store_version */
	int64_t sum;		/* of the schema */
	int64_t last_action;	/* the newest one: it never goes away again; 0: none */
	struct timespec asked;	/* mtime when store_version looked */
	bool aside;		/* a private copy is read */
	bool old;		/* of an older version, and nothing else against it */
	struct watch watch;
};

static void
readonly_set(struct store *s, const char *format)
{
	struct str sentence = { 0 };

	str_addf(&sentence, _(format), s->path);
	if (s->readonly)
		str_addf(&s->notices, "%s\n", sentence.s);
	else
		s->readonly = xstrdup(sentence.s);
	str_free(&sentence);
}

static void
notice_add(struct store *s, const char *format)
{
	str_addf(&s->notices, _(format), s->path);
	str_addc(&s->notices, '\n');
}

/* --- Connections --- */

static bool
connect(struct store *s, const char *path, bool writable, struct error *e)
{
	sqlite3 *h;

	db_free(s->db);
	int code = sqlite3_open_v2(path, &h, (writable ? SQLITE_OPEN_READWRITE
	    : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX
	    | SQLITE_OPEN_EXRESCODE, NULL);
	if (!h)
		die("%s", sqlite3_errstr(code));
	s->db = db_new(h, s->path);
	if (code == SQLITE_OK)
		code = harden(h, &s->stat->watch);
	return (code == SQLITE_OK || db_error(s->db, code, e)) && functions_register(s->db, e);
}

static sqlite3_file *
file_pointer(struct store *s)
{
	sqlite3_file *file = NULL;

	sqlite3_file_control(db_handle(s->db), "main", SQLITE_FCNTL_FILE_POINTER, &file);
	if (!file || !file->pMethods)
		die("an open file without methods");
	return file;
}

/* Before SQLite itself reads the file: it would bring along a journal, and may
 * write. Through its own descriptor, for closing another one drops its locks. */
static bool
header_check(struct store *s, struct header *header, struct error *e)
{
	sqlite3_file *file = file_pointer(s);
	unsigned char bytes[HEADER_SIZE];

	int code = file->pMethods->xRead(file, bytes, HEADER_SIZE, 0);
	if (code != SQLITE_OK)
		return db_error(s->db, code, e);
	*header = header_parse(bytes);
	if (!header->sqlite)
		return set_error(e, STATUS_DATA, _("%s is not an alianza file."), s->path);
	if (header->application_id != APPLICATION_ID)
		return set_error(e, STATUS_DATA,
		    _("%s is a database of another program, not an alianza file."), s->path);
	if (header->encoding != 1)
		return set_error(e, STATUS_DATA,
		    _("%s is damaged: its text is not in UTF-8, as alianza writes it. Go back to a backup."),
		    s->path);
	return true;
}

/* Goes on with a private copy; after it was recovered nothing of it stays on disk
 * but what this connection holds open. */
static bool
aside_go(struct store *s, const struct look *l, const char *ending, struct error *e)
{
	struct str path = { 0 };
	int64_t ignored = 0;

	db_free(s->db);
	s->db = NULL;
	bool ok = aside_copy(l, ending, &path, e);
	if (ok) {
		s->stat->aside = true;
		ok = connect(s, path.s, true, e) && db_exec(s->db, e, "PRAGMA journal_mode=DELETE")
		    && db_int(s->db, &ignored, e, "PRAGMA user_version");
		aside_forget(path.s);
	}
	str_free(&path);
	return ok;
}

/* --- Journals --- */

/* Write-ahead mode keeps the newest changes in a second file that is forgotten when
 * the first one travels, so we leave it; SQLite does that in one safe step, and
 * refuses while another program has the file open. A "-wal" whose file is not in
 * that mode is a stranger's: SQLite would take its pages for the file's. */
static bool
wal_leave(struct store *s, const struct look *l, const struct header *header,
    struct error *e)
{
	if (!header->wal) {
		if (!l->wal)
			return true;
		readonly_set(s, N_("Beside %s lies a file with -wal at the end that does not belong to it: it can only be looked at until that is moved away."));
		return aside_go(s, l, NULL, e);
	}
	if (s->readonly || header->user_version > migrate_version(schema_steps)) {
		readonly_set(s, N_("%s is in write-ahead mode and cannot be taken out of it: what you see is a copy, with all changes, that cannot be changed."));
		return aside_go(s, l, "-wal", e);
	}
	if (!db_exec(s->db, e, "PRAGMA journal_mode=DELETE"))
		return false;
	notice_add(s, N_("%s was in write-ahead mode, where mailing or copying it loses the newest changes: it was put back into one file."));
	return true;
}

/* Somebody's save is under way: then the journal is none of our business. */
static bool
save_under_way(struct store *s)
{
	sqlite3_file *file = file_pointer(s);
	int reserved = 0;

	file->pMethods->xCheckReservedLock(file, &reserved);
	return reserved != 0;
}

static bool
journal_look(struct store *s, const struct look *l, bool *interrupted, struct error *e)
{
	*interrupted = false;
	enum journal found = !l->journal || s->stat->aside || save_under_way(s)
	    ? JOURNAL_NONE : look_journal(l);
	switch (found) {
	case JOURNAL_NONE:
	case JOURNAL_DONE:
		return true;
	case JOURNAL_REACHES_OUT:
		return set_error(e, STATUS_DATA,
		    _("Beside %s lies a journal that would delete another file; alianza never makes one like that. Move %s-journal away, then open the file again."),
		    s->path, s->path);
	case JOURNAL_OPEN:
		break;
	}
	if (s->readonly) {
		notice_add(s, N_("The last save to %s was interrupted, and the file cannot be written: what you see is a copy in which that save was taken back."));
		return aside_go(s, l, "-journal", e);
	}
	*interrupted = true;
	return true;
}

/* --- The first read --- */

static void
stat_note(struct store *s, const struct stat *st)
{
	s->stat->device = st->st_dev;
	s->stat->inode = st->st_ino;
	s->stat->size = st->st_size;
	s->stat->changed = st->st_mtim;
}

static bool
same_time(struct timespec a, struct timespec b)
{
	return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

static int64_t
last_action(struct store *s)
{
	int64_t id = 0;

	db_int(s->db, &id, NULL, "SELECT id FROM action ORDER BY step DESC LIMIT 1");
	return id;
}

static bool
unreadable(struct store *s, int64_t version, struct error *e)
{
	if (e->status == STATUS_BUSY || e->status == STATUS_IO || e->status == STATUS_NOPERM)
		return false;
	if (version > migrate_version(schema_steps))
		return set_error(e, STATUS_NEWER,
		    _("%s was made by a newer alianza, and this one cannot read it: install the newer one."),
		    s->path);
	return set_error(e, STATUS_DATA,
	    _("%s is damaged: its tables cannot be read. Go back to a backup."), s->path);
}

/* Everything in one transaction: one lock, and numbers of one moment. */
static bool
first_read(struct store *s, int64_t *version, struct error *e)
{
	struct error why = { 0 };
	struct stat st;

	if (!db_exec(s->db, e, "BEGIN") || !db_int(s->db, version, e, "PRAGMA user_version"))
		return false;
	bool ok = shape_sum(s->db, &s->stat->sum, &why)
	    && db_int(s->db, &s->stat->data_version, &why, "PRAGMA data_version");
	if (!ok) {
		*e = why;
		return unreadable(s, *version, e);
	}
	s->stat->last_action = last_action(s);
	s->data_version = s->stat->data_version;
	if (!s->stat->aside && lstat(s->path, &st) == 0)
		stat_note(s, &st);
	return db_exec(s->db, e, "COMMIT");
}

/* --- What it found --- */

static void
shape_tell(struct store *s, const struct shape *shape)
{
	if (!shape->odd)
		return;
	readonly_set(s, N_("%s has parts that alianza did not make, or lacks some: it can only be looked at. Make a backup, then run: alianza check --mend"));
	str_add(&s->notices, str_text(&shape->lines));
}

/* Against the steps of its own version; of a newer one we know only what we need. */
static bool
shape_check(struct store *s, int64_t version, struct error *e)
{
	int newest = migrate_version(schema_steps);
	struct shape shape;

	if (version == newest && shape_is_usual(s->stat->sum))
		return true;
	if (version < 1)
		return set_error(e, STATUS_DATA,
		    _("%s is damaged: its version is missing. Go back to a backup."), s->path);
	struct db *expected = migrate_build(schema_steps, version < newest ? (int)version : newest);
	struct error why = { 0 };
	bool ok = shape_compare(s->db, expected, &shape, &why) && shape.readable;
	db_free(expected);
	if (!ok) {
		if (e)
			*e = why;
		unreadable(s, version, e);
	} else if (version > newest) {
		readonly_set(s, N_("%s was made by a newer alianza: with this one it can only be looked at."));
	} else {
		shape_tell(s, &shape);
		if (version < newest && !s->readonly) {
			s->stat->old = true;
			readonly_set(s, N_("%s was made by an older alianza: it can only be looked at until it is brought up to date."));
		}
	}
	str_free(&shape.lines);
	return ok;
}

static bool
read_and_judge(struct store *s, const struct look *l, struct error *e)
{
	struct header header;
	bool interrupted;
	int64_t version = 0;

	if (!header_check(s, &header, e) || !wal_leave(s, l, &header, e)
	    || !journal_look(s, l, &interrupted, e) || !first_read(s, &version, e))
		return false;
	if (interrupted && look_journal(l) == JOURNAL_NONE)
		notice_add(s, N_("The last save to %s was interrupted: it was taken back, and the file is as it was before."));
	int code = harden_writing(db_handle(s->db));
	return (code == SQLITE_OK || db_error(s->db, code, e)) && shape_check(s, version, e);
}

/* --- Opening and closing --- */

static bool
file_make(const char *path, struct error *e)
{
	struct db *db = migrate_build(schema_steps, migrate_version(schema_steps));
	bool ok = copy_to(db_handle(db), path, e);

	db_free(db);
	return ok;
}

static bool
file_open(struct store *s, const struct look *l, unsigned flags, struct error *e)
{
	s->path = xstrdup(l->path);
	s->folder = xstrdup(l->folder);
	const char *why = look_unwritable(l);
	if (why)
		readonly_set(s, why);
	else if (flags & OPEN_READONLY)
		readonly_set(s, N_("%s was opened to be looked at only."));
	s->stat->watch.deadline = watch_clock() + OPENING_MS;
	bool ok = connect(s, s->path, !s->readonly, e) && read_and_judge(s, l, e);
	s->stat->watch.deadline = 0;
	return ok;
}

struct store *
store_open(const char *path, unsigned flags, struct error *e)
{
	struct error ignored;
	struct look l = { 0 };

	if (!e)
		e = &ignored;
	if (flags & OPEN_CREATE && !file_make(path, e))
		return NULL;
	struct store *s = xmalloc(sizeof *s);
	s->stat = xmalloc(sizeof *s->stat);
	bool ok = look_at(path, &l, &s->notices, e) && file_open(s, &l, flags, e);
	look_clear(&l);
	if (ok)
		return s;
	if (s->db && !sqlite3_get_autocommit(db_handle(s->db)))
		db_exec(s->db, NULL, "ROLLBACK");
	store_close(s);
	return NULL;
}

bool
store_close(struct store *s)
{
	if (!s)
		return true;
	if (s->action.open)
		action_end(s, false, NULL, NULL);
	plans_free(s);
	terms_free(s);
	bool ok = db_free(s->db);
	free(s->path);
	free(s->folder);
	free(s->who);
	free(s->place);
	free(s->readonly);
	free(s->stat);
	str_free(&s->notices);
	str_free(&s->dropped);
	free(s);
	return ok;
}

const char *
store_path(const struct store *s)
{
	return s->path;
}

const char *
store_readonly(const struct store *s)
{
	return s->readonly;
}

const char *
store_notices(const struct store *s)
{
	return str_text(&s->notices);
}

void
store_who_set(struct store *s, const char *who, const char *place)
{
	char *who_copy = who ? xstrdup(who) : NULL;
	char *place_copy = place ? xstrdup(place) : NULL;

	free(s->who);
	free(s->place);
	s->who = who_copy;
	s->place = place_copy;
}

void
store_stop_hook(struct store *s, bool (*stop)(void *ctx), void *ctx)
{
	s->stat->watch.stop = stop;
	s->stat->watch.ctx = ctx;
}

void
store_busy_timeout(struct store *s, int ms)
{
	sqlite3_busy_timeout(db_handle(s->db), ms);
}

bool
store_is_old(const struct store *s)
{
	return s->stat->old;
}

bool
store_migrate(struct store *s, struct error *e)
{
	int64_t version = 0;

	if (!s->stat->old)
		return !s->readonly || set_error(e, STATUS_NOPERM, "%s", s->readonly);
	if (!file_unchanged(s, e) || !db_int(s->db, &version, e, "PRAGMA user_version")
	    || !migrate_run(s->db, schema_steps, (int)version, e)
	    || !shape_sum(s->db, &s->stat->sum, e))
		return false;
	s->stat->old = false;
	free(s->readonly);
	s->readonly = NULL;
	file_seen(s);
	s->version++;
	return true;
}

/* --- Looks at the file between saves --- */

/* SQLite's own cheap answer is enough as long as the file's time is old enough for
 * every later write to show in it. */
int64_t
store_version(struct store *s)
{
	struct timespec now;
	struct stat st;
	int64_t version = s->data_version;

	if (s->stat->aside || !sqlite3_get_autocommit(db_handle(s->db)))
		return s->version;
	clock_gettime(CLOCK_REALTIME, &now);
	bool known = stat(s->path, &st) == 0;
	if (known && same_time(st.st_mtim, s->stat->asked)
	    && now.tv_sec > st.st_mtim.tv_sec + STILL_S)
		return s->version;
	if (!db_int(s->db, &version, NULL, "PRAGMA data_version"))
		return s->version;
	if (known)
		s->stat->asked = st.st_mtim;
	if (version != s->data_version) {
		s->data_version = version;
		s->version++;
	}
	return s->version;
}

void
file_seen(struct store *s)
{
	struct stat st;

	/* In this order: a save of another program in between is then taken for seen,
	 * which store_version puts right, and never for damage. */
	db_int(s->db, &s->stat->data_version, NULL, "PRAGMA data_version");
	s->stat->last_action = last_action(s);
	if (stat(s->path, &st) == 0)
		stat_note(s, &st);
}

static bool
overwritten(struct store *s, struct error *e)
{
	return set_error(e, STATUS_IO,
	    _("%s was overwritten by another program while it was open: nothing was saved. Open it again to see what is in it now."),
	    s->path);
}

/* The file changed. Another alianza's save moves SQLite's own counter, leaves the
 * schema alone and never takes our last action away. */
static bool
save_of_another(struct store *s, struct error *e)
{
	int64_t version = s->stat->data_version, sum = 0, found = 0;
	struct error why = { 0 };

	bool ok = db_int(s->db, &version, &why, "PRAGMA data_version")
	    && shape_sum(s->db, &sum, &why) && db_int(s->db, &found, &why,
	    "SELECT 1 FROM action WHERE id=%lld", (long long)s->stat->last_action);
	if (!ok && why.status == STATUS_BUSY)
		return set_error(e, why.status, "%s", why.msg);
	if (!ok || version == s->stat->data_version || sum != s->stat->sum
	    || (s->stat->last_action && !found))
		return overwritten(s, e);
	file_seen(s);
	store_version(s);
	return true;
}

bool
file_unchanged(struct store *s, struct error *e)
{
	struct stat st;
	int moved = 0;

	if (lstat(s->path, &st) != 0)
		return set_error(e, STATUS_IO,
		    _("%s is not there any more: nothing was saved. Put the medium back, or save a copy elsewhere with: alianza backup FILE"),
		    s->path);
	sqlite3_file_control(db_handle(s->db), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
	if (moved || st.st_dev != s->stat->device || st.st_ino != s->stat->inode)
		return set_error(e, STATUS_IO,
		    _("%s was replaced by another file while it was open: nothing was saved. Open it again to see what is in it now."),
		    s->path);
	if (st.st_size == s->stat->size && same_time(st.st_mtim, s->stat->changed))
		return true;
	return save_of_another(s, e);
}
