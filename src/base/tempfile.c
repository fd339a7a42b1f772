#include "config.h"

#include "base/tempfile.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"

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

bool
tempfile_write(const char *ending, const char *text, size_t n, struct str *path,
    struct error *e)
{
	const char *dir = getenv("TMPDIR");
	size_t start = path->len;

	str_addf(path, "%s/alianza-XXXXXX%s", dir && *dir ? dir : "/tmp", ending);
	int fd = mkstemps(path->s + start, (int)strlen(ending));	/* 0600 */
	bool ok = fd >= 0 && write_all(fd, text, n);
	int why = errno;

	/* Some disks say only here that they are full. */
	if (fd >= 0 && close(fd) && ok) {
		ok = false;
		why = errno;
	}
	if (ok)
		return true;
	if (fd >= 0)
		unlink(path->s + start);
	return set_error(e, STATUS_IO, _("%s cannot be written: %s."), path->s + start,
	    strerror(why));
}
