#ifndef _GNU_SOURCE
#define _GNU_SOURCE	/* O_TMPFILE */
#endif
#include "io/csv_source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/i18n.h"

enum { SPOOL_BLOCK = 64 * 1024 };

static bool
is_pipe(mode_t mode)
{
	return S_ISFIFO(mode) || S_ISSOCK(mode);
}

static bool
cannot_read(const char *name, int why, struct error *e)
{
	return set_error(e, STATUS_NOINPUT, _("%s cannot be read: %s."), name,
	    strerror(why));
}

static const char *
temporary_folder(void)
{
	const char *folder = getenv("TMPDIR");

	return folder && folder[0] == '/' ? folder : "/tmp";
}

/* A file that has no name, so that nothing stays behind however we end. */
static int
unnamed_file(void)
{
	const char *folder = temporary_folder();
	char path[4096];
	int fd = -1;

#ifdef O_TMPFILE
	fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (fd >= 0)
		return fd;
#endif
	if (snprintf(path, sizeof path, "%s/alianza-XXXXXX", folder) >= (int)sizeof path)
		return -1;
	fd = mkstemp(path);	/* 0600, O_EXCL */
	if (fd >= 0) {
		unlink(path);
		fcntl(fd, F_SETFD, FD_CLOEXEC);
	}
	return fd;
}

static bool
write_all(int fd, const char *s, size_t n)
{
	while (n > 0) {
		ssize_t k = write(fd, s, n);

		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0)
			return false;
		s += k;
		n -= (size_t)k;
	}
	return true;
}

static bool
copy_pipe(const struct csv_source *src, int to, char *block, struct error *e)
{
	for (;;) {
		ssize_t n = read(src->fd, block, SPOOL_BLOCK);

		if (n == 0)
			return true;
		if (n < 0 && errno == EINTR)
			return set_error(e, STATUS_INTERRUPTED,
			    _("Reading %s was stopped: nothing was written."), src->name);
		if (n < 0)
			return cannot_read(src->name, errno, e);
		if (!write_all(to, block, (size_t)n))
			return set_error(e, STATUS_IO, _("%s cannot be kept aside in %s: "
			    "%s. Make room there or name a file instead."),
			    src->name, temporary_folder(), strerror(errno));
	}
}

static void
close_unless_stdin(int fd)
{
	if (fd > STDIN_FILENO)
		close(fd);
}

static bool
spool(struct csv_source *src, struct error *e)
{
	int to = unnamed_file();
	char *block;
	bool done;

	if (to < 0)
		return set_error(e, STATUS_IO, _("No temporary file can be made in %s: "
		    "%s. Set TMPDIR to a folder with room."), temporary_folder(),
		    strerror(errno));
	block = xmalloc(SPOOL_BLOCK);
	done = copy_pipe(src, to, block, e);
	free(block);
	if (!done) {
		close(to);
		return false;
	}
	close_unless_stdin(src->fd);
	src->fd = to;
	return true;
}

static bool
look_at(struct csv_source *src, struct error *e)
{
	struct stat st;
	off_t at;

	if (fstat(src->fd, &st) != 0)
		return cannot_read(src->name, errno, e);
	if (is_pipe(st.st_mode))
		return spool(src, e);
	if (!S_ISREG(st.st_mode))
		return set_error(e, STATUS_NOINPUT,
		    _("%s is neither a file nor a pipe. Name a CSV file."), src->name);
	at = lseek(src->fd, 0, SEEK_CUR);
	src->base = at > 0 ? at : 0;
	return true;
}

/* Asks before opening: opening a device may do something to it. */
static bool
open_path(struct csv_source *src, const char *path, struct error *e)
{
	struct stat st;

	if (stat(path, &st) != 0)
		return cannot_read(src->name, errno, e);
	if (!S_ISREG(st.st_mode) && !is_pipe(st.st_mode))
		return set_error(e, STATUS_NOINPUT,
		    _("%s is neither a file nor a pipe. Name a CSV file."), src->name);
	src->fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (src->fd < 0)
		return cannot_read(src->name, errno, e);
	return true;
}

bool
csv_source_open(struct csv_source *src, const char *path, struct error *e)
{
	bool standard_input = strcmp(path, "-") == 0;

	*src = (struct csv_source){ .name = path, .fd = STDIN_FILENO };
	if (standard_input)
		src->name = _("standard input");
	else if (!open_path(src, path, e))
		return false;
	if (look_at(src, e))
		return true;
	csv_source_close(src);
	return false;
}

void
csv_source_memory(struct csv_source *src, const char *bytes, size_t n)
{
	*src = (struct csv_source){ .name = _("text"), .memory = n ? bytes : "",
	    .size = n, .fd = -1 };
}

static void
read_memory(const struct csv_source *src, size_t at, char *buf, size_t n, size_t *got)
{
	size_t left = at < src->size ? src->size - at : 0;

	*got = left < n ? left : n;
	if (*got > 0)
		memcpy(buf, src->memory + at, *got);
}

bool
csv_source_read(const struct csv_source *src, int64_t at, char *buf, size_t n,
    size_t *got, struct error *e)
{
	*got = 0;
	if (src->memory) {
		read_memory(src, (size_t)at, buf, n, got);
		return true;
	}
	while (*got < n) {
		off_t from = (off_t)(src->base + at + (int64_t)*got);
		ssize_t k = pread(src->fd, buf + *got, n - *got, from);

		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0)
			return set_error(e, STATUS_IO, _("%s cannot be read: %s."),
			    src->name, strerror(errno));
		if (k == 0)
			break;
		*got += (size_t)k;
	}
	return true;
}

void
csv_source_close(struct csv_source *src)
{
	close_unless_stdin(src->fd);
	src->fd = -1;
}
