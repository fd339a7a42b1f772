/* Opens every file named on the command line (or, without any, on standard input, a
 * name a line), reads what a pane would and closes it. Prints "refused: SENTENCE",
 * "looked at" or "opened" for each, with the name in front. Ends with 1 if one took
 * too long or was refused without a sentence; a crash speaks for itself. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "store/db.h"
#include "store/log.h"

static const double SECONDS_MAX = 30;

/* Of processor time: other programs take none of it. */
static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
look_around(struct store *s)
{
	static const char *const tables[] = {
		"organisation", "person", "event", "goal", "note", "record", "item", "action",
		"change"
	};
	int64_t n;

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		db_int(s->db, &n, NULL, "SELECT * FROM \"%s\" ORDER BY 2,1 LIMIT 50", tables[i]);
	store_version(s);
}

static bool
try_file(const char *path)
{
	struct error e = { 0 };
	bool ok = true;
	double start = seconds();
	struct store *s = store_open(path, 0, &e);

	if (s) {
		look_around(s);
		printf("%s: %s\n", path, store_readonly(s) ? "looked at" : "opened");
		store_close(s);
	} else {
		printf("%s: refused: %s\n", path, e.msg);
		ok = *e.msg && !strchr(e.msg, '\n') && e.status != STATUS_OK;
	}
	if (seconds() - start > SECONDS_MAX) {
		printf("%s: took %.1f seconds\n", path, seconds() - start);
		ok = false;
	}
	return ok;
}

int
main(int count, char **names)
{
	char line[4096];
	bool ok = true;

	store_process_setup();
	for (int i = 1; i < count; i++)
		ok &= try_file(names[i]);
	while (count == 1 && fgets(line, sizeof line, stdin)) {
		line[strcspn(line, "\n")] = '\0';
		ok &= try_file(line);
	}
	return ok ? 0 : 1;
}
