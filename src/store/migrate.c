#include "config.h"

#include "store/migrate.h"

#include "store/db.h"

int
migrate_version(const char *const *steps)
{
	int n = 0;

	while (steps[n])
		n++;
	return n;
}

struct db *
migrate_build(const char *const *steps, int version)
{
	struct error e;
	sqlite3 *h;

	int code = sqlite3_open_v2(":memory:", &h,
	    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
	if (code != SQLITE_OK)
		die("no database in memory: %s", sqlite3_errstr(code));
	struct db *db = db_new(h, ":memory:");
	bool ok = db_exec(db, &e, "BEGIN; PRAGMA application_id=%d; PRAGMA user_version=%d",
	    APPLICATION_ID, version);
	for (int i = 0; ok && i < version; i++)
		ok = db_exec(db, &e, "%s", steps[i]);
	if (!ok || !db_exec(db, &e, "COMMIT"))
		die("a schema step is wrong: %s", sqlite3_errmsg(h));
	return db;
}

bool
migrate_run(struct db *db, const char *const *steps, int from, struct error *e)
{
	bool ok = db_exec(db, e, "BEGIN IMMEDIATE");

	if (!ok)
		return false;
	for (int i = from; ok && steps[i]; i++)
		ok = db_exec(db, e, "%s", steps[i]);
	if (ok && db_exec(db, e, "PRAGMA user_version=%d; COMMIT", migrate_version(steps)))
		return true;
	db_exec(db, NULL, "ROLLBACK");
	return false;
}
