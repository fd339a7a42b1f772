#include "config.h"

#include "app/ready.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/computer.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "store/backup.h"
#include "store/check.h"

enum { SEEN_MAX = 16, SEEN_LINE = 96, DAY_MS = 24 * 60 * 60 * 1000 };

/* --- Files that this computer knows: lines in the state folder --- */

static bool
file_line(const struct app *app, char line[SEEN_LINE])
{
	struct stat st;

	if (stat(store_path(app->store), &st))
		return false;
	snprintf(line, SEEN_LINE, "%llx %llx %llx %llx.%lx", (unsigned long long)st.st_dev,
	    (unsigned long long)st.st_ino, (unsigned long long)st.st_size,
	    (unsigned long long)st.st_mtim.tv_sec, (unsigned long)st.st_mtim.tv_nsec);
	return true;
}

static char *
seen_path(struct app *app)
{
	struct str path = { 0 };

	if (!strcmp(computer_setting(app, "own_computer"), "no"))
		return NULL;
	char *dir = app_state_dir(NULL);
	if (!dir)
		return NULL;
	str_addf(&path, "%s/seen", dir);
	free(dir);
	return str_take(&path);
}

static int
seen_read(const char *path, char lines[SEEN_MAX][SEEN_LINE])
{
	FILE *in = fopen(path, "re");
	int n = 0;

	while (in && n < SEEN_MAX && fgets(lines[n], SEEN_LINE, in)) {
		lines[n][strcspn(lines[n], "\n")] = '\0';
		n++;
	}
	if (in)
		fclose(in);
	return n;
}

static bool
seen_before(struct app *app)
{
	char line[SEEN_LINE], lines[SEEN_MAX][SEEN_LINE];
	char *path = seen_path(app);
	bool found = false;
	int n = path && file_line(app, line) ? seen_read(path, lines) : 0;

	for (int i = 0; i < n && !found; i++)
		found = !strcmp(lines[i], line);
	free(path);
	return found;
}

/* Newest first; another state of the same file (device and inode) makes way. No
 * sync: a line lost costs one look more. */
void
ready_remember(struct app *app)
{
	char line[SEEN_LINE], lines[SEEN_MAX][SEEN_LINE];
	char *path = seen_path(app);
	FILE *out = NULL;

	if (path && file_line(app, line)) {
		size_t same = strcspn(strchr(line, ' ') + 1, " ") + (size_t)(strchr(line, ' ') + 1 - line);
		int n = seen_read(path, lines), kept = 1;
		out = fopen(path, "we");
		if (out)
			fprintf(out, "%s\n", line);
		for (int i = 0; out && i < n && kept < SEEN_MAX; i++)
			if (strncmp(lines[i], line, same)) {
				fprintf(out, "%s\n", lines[i]);
				kept++;
			}
	}
	if (out)
		fclose(out);
	free(path);
}

/* --- Before a change --- */

static bool
backup_make(struct app *app, const char *reason, struct error *e)
{
	char *dir = app_backup_dir(app, e);
	bool ok = dir && backup_keep(app->store, dir, reason, NULL, e);

	free(dir);
	return ok;
}

/* Is the newest backup of this file older than a day? */
static bool
backup_due(struct app *app)
{
	char *dir = app_backup_dir(app, NULL);
	bool due = dir && clock_now_ms_real() - backup_newest(app->store, dir) > DAY_MS;

	free(dir);
	return due;
}

bool
ready_to_change(struct app *app, const char *reason, struct error *e)
{
	if (store_is_old(app->store)) {
		if (!backup_make(app, "migrate", e) || !store_migrate(app->store, e))
			return false;
		app_say(app, _("%s was made by an older alianza and was brought forward; a backup was kept."),
		    store_path(app->store));
	}
	if (app->ready && !reason)
		return true;
	if (store_readonly(app->store))
		return true;	/* the action says why it cannot be changed */
	if (!app->ready && !seen_before(app) && !check_quick(app->store, e))
		return false;
	if (reason || backup_due(app)) {
		if (!backup_make(app, reason ? reason : "daily", e))
			return false;
	}
	app->ready = true;
	return true;
}
