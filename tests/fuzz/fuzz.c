#include "tests/fuzz/fuzz.h"

#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"

static char folder[512];

void
fuzz_promise(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "Broken promise: %s\n", what);
	abort();
}

void
fuzz_refused(const struct error *e)
{
	fuzz_promise(e->status != STATUS_OK, "a refusal has a status");
	fuzz_promise(*e->msg != '\0', "a refusal says something");
}

uint8_t
fuzz_byte(const uint8_t **data, size_t *n)
{
	if (!*n)
		return 0;
	--*n;
	return *(*data)++;
}

char *
fuzz_text(const uint8_t *data, size_t n)
{
	char *text = xmalloc(n + 1);

	if (n)
		memcpy(text, data, n);
	return text;
}

/* --- The folder --- */

static void
folder_remove(void)
{
	pid_t child = fork();

	if (child == 0) {
		execlp("rm", "rm", "-rf", "--", folder, (char *)NULL);
		_exit(127);
	}
	waitpid(child, NULL, 0);
}

void
fuzz_begin(void)
{
	static const char *const homes[] = { "HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
		"XDG_CONFIG_HOME", "XDG_CACHE_HOME" };
	const char *parent = getenv("TMPDIR"), *today = "2026-11-21";

	if (*folder)
		return;
	snprintf(folder, sizeof folder, "%s/fuzz-XXXXXX", parent ? parent : "/tmp");
	fuzz_promise(mkdtemp(folder) != NULL, "a folder can be made");
	atexit(folder_remove);
	for (size_t i = 0; i < sizeof homes / sizeof *homes; i++)
		setenv(homes[i], folder, 1);
	unsetenv("ALIANZA_FILE");
	setenv("TZ", "UTC", 1);
	setlocale(LC_ALL, "C.UTF-8");
	clock_set_text(today, strlen(today), NULL);
}

const char *
fuzz_path(const char *name)
{
	static char path[1024];

	snprintf(path, sizeof path, "%s/%s", folder, name);
	return path;
}

void
fuzz_write(const char *path, const void *bytes, size_t n)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	fuzz_promise(fd >= 0 && write(fd, bytes, n) == (ssize_t)n, "a file can be written");
	close(fd);
}

/* --- A small world: ENTITY, then FIELD VALUE..., as people type them --- */

static const char *const world[][16] = {
	{ "tag", "name", "big" },
	{ "organisation", "kind", "affiliate", "name", "Wikimedia Chile", "code", "WMCL",
	    "country", "CL", "languages", "es", "founded", "2011-07", "members", "45" },
	{ "organisation", "kind", "affiliate", "name", "Wikimedia Argentina", "code", "WMAR",
	    "country", "AR", "type", "chapter", "founded", "2007-09-01" },
	{ "organisation", "kind", "partner", "name", "Museo Ñandú", "type", "glam", "country",
	    "CL", "summary", "Una colección\nde aves", "tags", "big" },
	{ "organisation", "kind", "partner", "name", "100% libre, a_b", "visibility",
	    "private" },
	{ "organisation", "kind", "partner", "name", "Borrado", "deleted", "yes" },
	{ "organisation", "kind", "network", "name", "Iberocoop", "countries", "CL" },
	{ "person", "name", "Ana Pérez", "username", "AnaP", "country", "CL" },
	{ "person", "username", "Zoë" },
	{ "partnership", "partner", "Museo Ñandú", "affiliate", "WMCL", "stage", "active",
	    "next_step", "Llamar a Ana", "next_step_on", "2026-11-10", "started", "2020-03" },
	{ "partnership", "partner", "Museo Ñandú", "affiliate", "WMAR", "stage", "completed" },
	{ "membership", "network", "Iberocoop", "member", "WMCL", "state", "member" },
	{ "event", "name", "Iberoconf 2014", "start", "2014-11-21", "end", "2014-11-23",
	    "country", "AR", "expected", "40", "status", "held", "tags", "big" },
	{ "event", "name", "Taller", "start", "2017", "status", "planned" },
	{ "involvement", "event", "Iberoconf 2014", "organisation", "WMAR", "role", "host" },
	{ "goal", "level", "goal", "statement", "Train two hundred teachers", "owner", "WMCL" },
	{ "metric", "goal", "Train two hundred teachers", "name", "hours", "baseline", "-2.5",
	    "target", "9.5" },
	{ "measurement", "metric", "hours", "value", "0.5", "to", "2026-09-30" },
	{ "note", "kind", "call", "title", "Llamada", "date", "2026-10-12", "about",
	    "Museo Ñandú" },
	{ "entry", "kind", "action", "text", "Enviar el acuerdo\nfirmado", "note", "Llamada",
	    "organisation", "Museo Ñandú", "owners", "Ana Pérez", "due", "2026-11-25" },
	{ "attendance", "event", "Iberoconf 2014", "person", "Ana Pérez", "state", "present",
	    "named_in_public", "yes" },
};

static void
world_add(struct store *s, const char *const *words)
{
	const struct entity *ent = entity_find(words[0]);
	struct str keep[8] = { { 0 } };
	struct cell cells[8];
	struct error e = { 0 };
	int64_t id;
	size_t n = 0;

	for (int i = 1; i < 15 && words[i]; i += 2, n++) {
		cells[n].field = field_find(ent, words[i]);
		cells[n].on = true;
		if (!value_input(s, cells[n].field, words[i + 1], strlen(words[i + 1]), &keep[n],
		    &cells[n].value, &e))
			fuzz_promise(false, e.msg);
	}
	if (!record_create(s, ent, cells, n, &id, &e))
		fuzz_promise(false, e.msg);
	for (size_t i = 0; i < n; i++)
		str_free(&keep[i]);
}

void
fuzz_world(const char *path)
{
	struct error e = { 0 };
	struct store *s = store_open(path, OPEN_CREATE, &e);
	bool ok = s && action_begin(s, "fuzz", &e);

	for (size_t i = 0; ok && i < sizeof world / sizeof *world; i++)
		world_add(s, world[i]);
	if (!ok || !action_end(s, true, NULL, &e))
		fuzz_promise(false, e.msg);
	store_close(s);
}
