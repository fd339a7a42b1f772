#include "config.h"

#include "app/computer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "io/out.h"

/* Lines "name=value", read once. */
struct computer {
	struct str text;
	struct str value;	/* the one asked for last */
};

/* Makes every missing folder of a path, for this person alone. */
static bool
folders_make(char *path, struct error *e)
{
	for (char *p = path + 1; ; p++) {
		if (*p && *p != '/')
			continue;
		char was = *p;
		*p = '\0';
		int failed = mkdir(path, 0700);
		int why = errno;
		*p = was;
		if (failed && why != EEXIST && !was)
			return set_error(e, STATUS_NOPERM, _("The folder %s cannot be made: %s."),
			    path, strerror(why));
		if (!was)
			return true;
	}
}

/* $VARIABLE/alianza, or $HOME/fallback/alianza. */
static char *
xdg_path(const char *variable, const char *fallback, struct error *e)
{
	const char *base = getenv(variable), *home = getenv("HOME");
	struct str path = { 0 };

	if (base && *base == '/')
		str_addf(&path, "%s/alianza", base);
	else if (home && *home == '/')
		str_addf(&path, "%s/%s/alianza", home, fallback);
	else {
		set_error(e, STATUS_NOPERM,
		    _("There is no home folder (HOME is not set): name the file with -f."));
		return NULL;
	}
	return str_take(&path);
}

/* The folder, which is there from now on; NULL when it cannot be, and path is freed. */
static char *
made(char *path, struct error *e)
{
	if (!path || folders_make(path, e))
		return path;
	free(path);
	return NULL;
}

char *
app_state_dir(struct error *e)
{
	return made(xdg_path("XDG_STATE_HOME", ".local/state", e), e);
}

char *
app_data_dir(struct error *e)
{
	return xdg_path("XDG_DATA_HOME", ".local/share", e);
}

char *
app_data_dir_make(struct error *e)
{
	return made(app_data_dir(e), e);
}

/* On a computer that is not one's own nothing is left: backups lie beside the
 * file. */
char *
app_backup_dir(struct app *app, struct error *e)
{
	struct str path = { 0 };

	if (!strcmp(computer_setting(app, "own_computer"), "no")) {
		const char *slash = strrchr(app->path, '/');
		str_addn(&path, app->path, slash ? (size_t)(slash - app->path) : 0);
		str_add(&path, slash ? "/alianza-backups" : "alianza-backups");
	} else {
		char *state = app_state_dir(e);
		if (!state)
			return NULL;
		str_addf(&path, "%s/backups", state);
		free(state);
	}
	if (folders_make(path.s, e))
		return str_take(&path);
	str_free(&path);
	return NULL;
}

char *
app_shipped(const char *name)
{
	const char *dirs[] = { getenv("ALIANZA_DATA"), PKGDATADIR };
	struct str path = { 0 };

	for (size_t i = 0; i < 2; i++) {
		if (!dirs[i])
			continue;
		str_cut(&path, 0);
		str_addf(&path, "%s/%s", dirs[i], name);
		if (!access(path.s, R_OK))
			return str_take(&path);
	}
	str_free(&path);
	return NULL;
}

/* --- Settings --- */

static char *
settings_path(struct error *e)
{
	char *dir = app_state_dir(e);
	struct str path = { 0 };

	if (!dir)
		return NULL;
	str_addf(&path, "%s/settings", dir);
	free(dir);
	return str_take(&path);
}

static struct computer *
computer_of(struct app *app)
{
	char block[4096], *path;
	FILE *in;
	size_t n;

	if (app->computer)
		return app->computer;
	app->computer = xmalloc(sizeof *app->computer);
	path = settings_path(NULL);
	in = path ? fopen(path, "re") : NULL;
	while (in && (n = fread(block, 1, sizeof block, in)) > 0)
		str_addn(&app->computer->text, block, n);
	if (in)
		fclose(in);
	free(path);
	return app->computer;
}

void
computer_close(struct app *app)
{
	if (!app->computer)
		return;
	str_free(&app->computer->text);
	str_free(&app->computer->value);
	free(app->computer);
	app->computer = NULL;
}

/* Where the line of a setting begins; its value and length. NULL: not set. */
static const char *
setting_line(const struct str *text, const char *name, const char **value, size_t *n)
{
	size_t len = strlen(name);

	for (const char *p = str_text(text); *p; ) {
		size_t line = strcspn(p, "\n");
		if (line > len && !strncmp(p, name, len) && p[len] == '=') {
			*value = p + len + 1;
			*n = line - len - 1;
			return p;
		}
		p += line + (p[line] == '\n');
	}
	return NULL;
}

const char *
computer_setting(struct app *app, const char *name)
{
	struct computer *c = computer_of(app);
	const char *value;
	size_t n;

	str_cut(&c->value, 0);
	if (setting_line(&c->text, name, &value, &n))
		str_addn(&c->value, value, n);
	return str_text(&c->value);
}

bool
computer_setting_put(struct app *app, const char *name, const char *value, struct error *e)
{
	struct computer *c = computer_of(app);
	struct str text = { 0 };
	const char *old;
	size_t n;

	const char *line = setting_line(&c->text, name, &old, &n);
	if (line)
		str_addn(&text, c->text.s, (size_t)(line - c->text.s));
	else
		str_add(&text, str_text(&c->text));
	if (*value)
		str_addf(&text, "%s=%s\n", name, value);
	if (line)
		str_add(&text, old + n + (old[n] == '\n'));
	str_free(&c->text);
	c->text = text;
	char *path = settings_path(e);
	struct out *out = path ? out_open(path, true, e) : NULL;
	bool ok = out && out_write(out, str_text(&c->text), c->text.len, e);
	ok = (!out || out_close(out, ok, ok ? e : NULL)) && ok;
	free(path);
	return ok;
}
