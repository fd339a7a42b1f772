#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "ui/state.h"

/* All idle work is done before the next step, so that a script sees the same screen on
 * every machine. */
static void
settle(struct screen *sc)
{
	do
		screen_refresh(sc);
	while (screen_idle(sc) || sc->dirty || sc->app->redraw || screen_view(sc)->stale);
}

static bool
over(const struct screen *sc)
{
	return sc->quit || sc->app->quit;
}

static void
keys_play(struct screen *sc, const char *s, size_t n)
{
	struct event ev;
	size_t taken;

	while (!over(sc) && (taken = key_read(s, n, &ev))) {
		screen_event(sc, &ev);
		settle(sc);
		s += taken;
		n -= taken;
	}
}

/* "#..." is for the reader, ":..." a command, all else keys. */
static void
line_play(struct screen *sc, const char *line, size_t n)
{
	struct error e;

	if (!n || *line == '#')
		return;
	if (*line != ':') {
		keys_play(sc, line, n);
		return;
	}
	sc->news = false;
	screen_heard(sc);
	sc->dirty |= DIRTY_VIEW;
	if (!run_line(sc, line + 1, &e))
		screen_fail(sc, &e);
	settle(sc);
}

static int
lines_play(struct screen *sc, FILE *f, const char *path)
{
	char *line = NULL;
	size_t room = 0;
	ssize_t n;
	int status = 0;

	settle(sc);
	for (int number = 1; !over(sc) && (n = getline(&line, &room, f)) >= 0; number++) {
		int64_t errors = sc->errors;
		if (n && line[n - 1] == '\n')
			line[--n] = '\0';
		line_play(sc, line, (size_t)n);
		if (sc->errors == errors)
			continue;
		fprintf(stderr, "%s:%d: %s\n", path, number, sc->failed.msg);
		if (!status)
			status = (int)sc->failed.status;
	}
	free(line);
	return status;
}

int
script_play(struct screen *sc, const char *path)
{
	struct error e;

	if (!strcmp(path, "-"))
		return lines_play(sc, stdin, path);
	FILE *f = fopen(path, "re");
	if (!f) {
		set_error(&e, STATUS_NOINPUT, _("%s cannot be read: %s."), path, strerror(errno));
		return shell_fail(&e);
	}
	int status = lines_play(sc, f, path);
	fclose(f);
	return status;
}
