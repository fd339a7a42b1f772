#include "config.h"

#include "ui/outside.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/utf8.h"

enum { WORDS = 16, BLOCK = 65536, LARGEST = 64 << 20, NOT_FOUND = 127 };

/* --- The file --- */

static bool
write_all(int fd, const char *text, size_t n)
{
	while (n) {
		ssize_t done = write(fd, text, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		text += done;
		n -= (size_t)done;
	}
	return true;
}

/* Its name ends like a wiki page's, for editors that colour by it. */
static bool
file_make(struct arena *mem, const char *text, size_t n, char **path, struct error *e)
{
	static const char ending[] = ".wiki";
	const char *dir = getenv("TMPDIR");

	*path = arena_printf(mem, "%s/alianza-XXXXXX%s", dir && *dir ? dir : "/tmp", ending);
	int fd = mkstemps(*path, (int)strlen(ending));	/* 0600 */
	bool ok = fd >= 0 && write_all(fd, text, n) && (!n || text[n - 1] == '\n'
	    || write_all(fd, "\n", 1));
	if (fd >= 0 && close(fd))
		ok = false;
	if (ok)
		return true;
	set_error(e, STATUS_IO, _("No file for the editor could be made at %s: %s."), *path,
	    strerror(errno));
	if (fd >= 0)
		unlink(*path);
	return false;
}

/* Editors end the last line; a text ends where it ends. */
static bool
file_read(const char *path, bool ended, struct str *out, struct error *e)
{
	static const char bad[] = N_("What the editor left in %s cannot be read as text; it still lies there.");
	char *block = xmalloc(BLOCK);
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	ssize_t n = -1;

	while (fd >= 0 && out->len < LARGEST && (n = read(fd, block, BLOCK)) > 0)
		str_addn(out, block, (size_t)n);
	if (fd >= 0)
		close(fd);
	free(block);
	if (n || !utf8_valid(str_text(out), out->len, NULL) || memchr(str_text(out), 0, out->len))
		return set_error(e, STATUS_IO, _(bad), path);
	if (!ended && out->len && str_text(out)[out->len - 1] == '\n')
		str_cut(out, out->len - 1);
	return true;
}

/* --- The program --- */

static const char *
editor_named(void)
{
	const char *name = getenv("VISUAL");

	if (!name || !*name)
		name = getenv("EDITOR");
	return name && *name ? name : NULL;
}

/* In the child: never comes back. Words are parted by blanks and nothing else, so that
 * "emacs -nw" works and nothing is expanded. */
static void
editor_become(struct arena *mem, const char *named, char *path)
{
	static const char *const usual[] = { "editor", "nano", "vi" };
	char *words[WORDS + 2], *save = NULL;
	int count = 0;

	if (!named) {
		for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
			execlp(usual[i], usual[i], path, (char *)NULL);
		_exit(NOT_FOUND);
	}
	char *line = arena_strdup(mem, named);
	for (char *w = strtok_r(line, " \t", &save); w && count < WORDS;
	    w = strtok_r(NULL, " \t", &save))
		words[count++] = w;
	words[count] = path;
	words[count + 1] = NULL;
	if (count)
		execvp(words[0], words);
	_exit(NOT_FOUND);
}

static bool
editor_run(struct arena *mem, char *path, struct error *e)
{
	const char *named = editor_named();
	int status = 0;
	pid_t child = fork();

	if (child < 0)
		return set_error(e, STATUS_IO, _("No other program can be started: %s."),
		    strerror(errno));
	if (!child) {
		for (int s = 1; s < NSIG; s++)
			signal(s, SIG_DFL);
		editor_become(mem, named, path);
	}
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	if (WIFEXITED(status) && !WEXITSTATUS(status))
		return true;
	if (WIFEXITED(status) && WEXITSTATUS(status) == NOT_FOUND)
		return set_error(e, STATUS_NOINPUT, named
		    ? _("There is no editor \"%s\"; VISUAL or EDITOR has to name one that is installed.")
		    : _("No editor was found; set VISUAL or EDITOR to the name of yours."), named);
	return set_error(e, STATUS_IO, _("The editor did not end well; the text is as it was."));
}

bool
outside_edit(struct terminal *t, const char *text, size_t n, struct str *out, struct error *e)
{
	struct arena mem = { 0 };
	char *path;

	if (!term_leave(t))
		return set_error(e, STATUS_USAGE, _("There is no terminal for another editor here."));
	bool made = file_make(&mem, text, n, &path, e);
	bool ran = made && editor_run(&mem, path, e);
	bool ok = ran && file_read(path, n && text[n - 1] == '\n', out, e);
	if (made && ok == ran)		/* what cannot be read is not thrown away */
		unlink(path);
	term_return(t);
	arena_free(&mem);
	return ok;
}
