#include "config.h"

#include "store/open.h"

#include <stdlib.h>
#include <string.h>
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
#include "store/said.h"
#include "store/schema.h"
#include "store/shape.h"

enum { OPENING_MS = 5000 };	/* a sound file takes a few */

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
	return (code == SQLITE_OK || db_error(s->db, code, e)) && functions_register(s->db, e)
	    && said_register(s, e);
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

static bool
unreadable(struct store *s, int64_t version, const struct error *why, struct error *e)
{
	if (why->status == STATUS_BUSY || why->status == STATUS_IO || why->status == STATUS_NOPERM)
		return set_error(e, why->status, "%s", why->msg);
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

	if (!db_exec(s->db, e, "BEGIN") || !db_int(s->db, version, e, "PRAGMA user_version"))
		return false;
	if (!shape_sum(s->db, &s->stat->sum, &why))
		return unreadable(s, *version, &why, e);
	file_seen(s);
	s->data_version = s->stat->data_version;
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
		unreadable(s, version, &why, e);
	} else if (version > newest) {
		s->newer = true;
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
	if (!s->stat->aside && s->stat->size % header.page_size)
		readonly_set(s, N_("%s is damaged: its end is cut off. What is left can be looked at; go back to a backup, or get the file again."));
	int code = harden_writing(db_handle(s->db));
	db_cache(s->db, false);
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
	store_line_sayer(s, (struct line_sayer){ .say = NULL });
	free(s->path);
	free(s->folder);
	free(s->who);
	free(s->place);
	free(s->readonly);
	free(s->stat);
	str_free(&s->notices);
	str_free(&s->setting);
	str_free(&s->setting_name);
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

/* They come with each key: parsed once. */
static bool
run_cached(struct store *s, const char *sql)
{
	struct stmt *st = stmt_new(s->db, sql, NULL);

	if (!st)
		return false;
	stmt_run(st);
	return stmt_end(st, NULL);
}

bool
store_read_begin(struct store *s)
{
	return sqlite3_get_autocommit(db_handle(s->db)) && run_cached(s, "BEGIN");
}

void
store_read_end(struct store *s)
{
	run_cached(s, "COMMIT");
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
