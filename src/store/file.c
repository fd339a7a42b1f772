#include "config.h"

#include <sys/stat.h>

#include "base/i18n.h"
#include "store/db.h"
#include "store/open.h"
#include "store/shape.h"

enum { STILL_S = 3 };	/* file times are at worst two seconds coarse (FAT) */

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
	bool still = stat(s->path, &st) == 0 && now.tv_sec > st.st_mtim.tv_sec + STILL_S;
	if (still && same_time(st.st_mtim, s->stat->asked))
		return s->version;
	if (!db_int(s->db, &version, NULL, "PRAGMA data_version"))
		return s->version;
	if (still)
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
	if (!s->stat->aside && stat(s->path, &st) == 0)
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
