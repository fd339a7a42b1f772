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
#include "base/tempfile.h"
#include "base/utf8.h"

enum { WORDS = 16, BLOCK = 65536, LARGEST = 64 << 20, NOT_FOUND = 127 };

/* --- The file --- */

/* Its name ends like a wiki page's, for editors that colour by it. */
static bool
file_make(const char *text, size_t n, struct str *path, struct error *e)
{
	struct str lines = { 0 };

	str_addn(&lines, text, n);
	if (n && text[n - 1] != '\n')
		str_addc(&lines, '\n');
	bool ok = tempfile_write(".wiki", str_text(&lines), lines.len, path, e);
	str_free(&lines);
	return ok;
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
	struct str path = { 0 };

	if (!term_leave(t))
		return set_error(e, STATUS_USAGE, _("There is no terminal for another editor here."));
	bool made = file_make(text, n, &path, e);
	bool ran = made && editor_run(&mem, path.s, e);
	bool ok = ran && file_read(path.s, n && text[n - 1] == '\n', out, e);
	if (made && ok == ran)		/* what cannot be read is not thrown away */
		unlink(path.s);
	term_return(t);
	str_free(&path);
	arena_free(&mem);
	return ok;
}
