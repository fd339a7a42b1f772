#include "config.h"

#include "store/harden.h"

#include <signal.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "store/store.h"

enum {
	BUSY_MS = 3000,		/* how long another program's save is waited for */
	STEPS_PER_LOOK = 4000	/* SQLite's steps between two looks at the watch: ~1 ms */
};

/* ATTACHED is 1 and not 0 because VACUUM attaches its copy. */
static const struct {
	int which, value;
} limits[] = {
	{ SQLITE_LIMIT_LENGTH, 16000000 },
	{ SQLITE_LIMIT_SQL_LENGTH, 100000 },
	{ SQLITE_LIMIT_COLUMN, 200 },
	{ SQLITE_LIMIT_EXPR_DEPTH, 300 },
	{ SQLITE_LIMIT_VDBE_OP, 25000 },
	{ SQLITE_LIMIT_ATTACHED, 1 },
	{ SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
	{ SQLITE_LIMIT_WORKER_THREADS, 0 },
};
static const int64_t HEAP_LIMIT = 256 << 20;	/* bytes, for all of SQLite */

static const struct {
	int which, value;
} switches[] = {
	{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
	{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
	{ SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
	{ SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
	{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
	{ SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0 },
	{ SQLITE_DBCONFIG_DQS_DML, 0 },
	{ SQLITE_DBCONFIG_DQS_DDL, 0 },
	{ SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
};

int64_t
watch_clock(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int
watch_look(void *ctx)
{
	struct watch *w = ctx;

	return (w->deadline && watch_clock() > w->deadline) || (w->stop && w->stop(w->ctx));
}

int
harden(sqlite3 *h, struct watch *w)
{
	sqlite3_extended_result_codes(h, 1);
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
		sqlite3_limit(h, limits[i].which, limits[i].value);
	for (size_t i = 0; i < sizeof switches / sizeof *switches; i++)
		sqlite3_db_config(h, switches[i].which, switches[i].value, NULL);
	sqlite3_hard_heap_limit64(HEAP_LIMIT);
	sqlite3_busy_timeout(h, BUSY_MS);
	sqlite3_progress_handler(h, STEPS_PER_LOOK, watch_look, w);
	return sqlite3_exec(h, "PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON;"
	    "PRAGMA mmap_size=0", NULL, NULL, NULL);
}

static int
answer_is_on(void *ctx, int count, char **text, char **names)
{
	(void)names;
	*(bool *)ctx = count == 1 && text[0] && text[0][0] == '1';
	return 0;
}

int
harden_writing(sqlite3 *h)
{
	bool deletes = false;
	int code = sqlite3_exec(h, "PRAGMA secure_delete=ON", answer_is_on, &deletes, NULL);

	if (code == SQLITE_OK && !deletes)
		code = SQLITE_MISUSE;
	if (code == SQLITE_OK)
		code = sqlite3_exec(h, "PRAGMA synchronous=EXTRA", NULL, NULL, NULL);
	return code;
}

/* Sanitizers look into their own process when they report: it stays open then. */
static void
core_dumps_off(void)
{
	setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__)
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

void
store_process_setup(void)
{
	umask(077);
	core_dumps_off();
	/* There is one thread: locks on memory and on connections guard nothing. */
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	/* A full quota or a closed pipe is an error to be told, not an end. */
	signal(SIGXFSZ, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
}
