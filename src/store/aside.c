#include "config.h"

#include "store/aside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/i18n.h"

static bool
bytes_copy(int from, int to)
{
	char *block = xmalloc(1 << 16);
	ssize_t n;

	while ((n = read(from, block, 1 << 16)) > 0)
		for (ssize_t done = 0; done < n;) {
			ssize_t w = write(to, block + done, (size_t)(n - done));
			if (w < 0) {
				free(block);
				return false;
			}
			done += w;
		}
	free(block);
	return n == 0;
}

/* errno says why not. */
static bool
file_copy(const char *from, const char *to)
{
	int in = open(from, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

	if (in < 0)
		return false;
	int out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	bool ok = out >= 0 && bytes_copy(in, out);
	int cause = errno;
	close(in);
	if (out >= 0 && close(out) != 0 && ok) {
		ok = false;
		cause = errno;
	}
	errno = cause;
	return ok;
}

/* A new folder; its name has no link in it, for SQLite follows none. */
static bool
folder_make(struct str *folder)
{
	const char *parent = getenv("XDG_RUNTIME_DIR");

	if (!parent || !*parent || access(parent, W_OK | X_OK) != 0)
		parent = getenv("TMPDIR");
	char *real = realpath(parent && *parent ? parent : "/tmp", NULL);
	if (!real)
		return false;
	str_addf(folder, "%s/alianza-XXXXXX", real);
	free(real);
	return mkdtemp(folder->s) != NULL;
}

static bool
copy_failed(const struct look *l, struct error *e)
{
	return set_error(e, STATUS_IO,
	    _("%s has to be copied before it can be looked at, and that failed: %s."), l->path,
	    strerror(errno));
}

bool
aside_copy(const struct look *l, const char *ending, struct str *path, struct error *e)
{
	struct str from = { 0 }, to = { 0 };

	if (!folder_make(path))
		return copy_failed(l, e);
	str_add(path, "/copy.db");
	bool ok = file_copy(l->path, path->s);
	if (ok && ending) {
		str_addf(&from, "%s%s", l->path, ending);
		str_addf(&to, "%s%s", path->s, ending);
		ok = file_copy(from.s, to.s) || errno == ENOENT;
	}
	if (!ok) {
		copy_failed(l, e);
		aside_forget(path->s);
	}
	str_free(&from);
	str_free(&to);
	return ok;
}

void
aside_forget(const char *path)
{
	static const char *const endings[] = { "", "-journal", "-wal", "-shm" };
	struct str name = { 0 };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		str_cut(&name, 0);
		str_addf(&name, "%s%s", path, endings[i]);
		unlink(name.s);
	}
	str_cut(&name, (size_t)(strrchr(path, '/') - path));
	rmdir(name.s);
	str_free(&name);
}
