#ifndef _GNU_SOURCE
#define _GNU_SOURCE	/* renameat2 */
#endif
#include "io/out.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/str.h"

enum { BUFFER = 64 * 1024, ATTEMPTS = 100 };

struct out {
	int fd;
	bool force;
	char *path;		/* NULL: standard output */
	struct str temporary;	/* its path */
	int failed;		/* errno of the first write that failed */
	size_t used;
	char buffer[BUFFER];
};

/* ---- what is wrong ---------------------------------------------------- */

static const char *
shown_name(const char *path)
{
	return path ? path : _("standard output");
}

static bool
fail(const char *path, int why, struct error *e)
{
	const char *name = shown_name(path);

	switch (why) {
	case EACCES:
	case EPERM:
	case EROFS:
		return set_error(e, STATUS_NOPERM, _("%s cannot be written: %s. "
		    "Choose a folder that is yours."), name, strerror(why));
	case ENOENT:
	case ENOTDIR:
		return set_error(e, STATUS_EXISTS, _("%s cannot be created: its folder "
		    "does not exist. Create the folder first."), name);
	case ENOSPC:
	case EDQUOT:
		return set_error(e, STATUS_IO, _("%s cannot be written: the disk is "
		    "full. Make room or choose another folder."), name);
	case EFBIG:
		return set_error(e, STATUS_IO, _("%s cannot be written: files of that "
		    "size are not allowed here. Choose another folder or fewer rows."),
		    name);
	default:
		return set_error(e, STATUS_IO, _("%s cannot be written: %s. "
		    "Try again or choose another folder."), name, strerror(why));
	}
}

static bool
fail_exists(const char *path, struct error *e)
{
	return set_error(e, STATUS_EXISTS,
	    _("%s exists already. Choose another name, or --force to replace it."), path);
}

/* ---- opening ---------------------------------------------------------- */

static bool
name_is_free(const char *path, bool force, struct error *e)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		return errno == ENOENT ? true : fail(path, errno, e);
	if (!S_ISREG(st.st_mode))
		return set_error(e, STATUS_EXISTS, _("%s exists and is not a regular "
		    "file. Choose another name, or - for standard output."), path);
	return force ? true : fail_exists(path, e);
}

static size_t
folder_length(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (size_t)(slash + 1 - path) : 0;
}

static bool
create_temporary(struct out *o, struct error *e)
{
	for (int i = 0; i < ATTEMPTS; i++) {
		str_cut(&o->temporary, 0);
		str_addn(&o->temporary, o->path, folder_length(o->path));
		str_addf(&o->temporary, ".alianza-%ld-%d.part", (long)getpid(), i);
		o->fd = open(str_text(&o->temporary),
		    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
		if (o->fd >= 0)
			return true;
		if (errno != EEXIST)
			break;
	}
	return fail(o->path, errno, e);
}

static void
out_free(struct out *o)
{
	str_free(&o->temporary);
	free(o->path);
	free(o);
}

struct out *
out_open(const char *path, bool force, struct error *e)
{
	struct out *o = xmalloc(sizeof *o);

	o->fd = STDOUT_FILENO;
	o->force = force;
	if (strcmp(path, "-") == 0)
		return o;
	o->path = xstrdup(path);
	if (name_is_free(path, force, e) && create_temporary(o, e))
		return o;
	out_free(o);
	return NULL;
}

/* ---- writing ---------------------------------------------------------- */

static bool
write_all(struct out *o, const char *s, size_t n)
{
	while (n > 0 && !o->failed) {
		ssize_t k = write(o->fd, s, n);

		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0) {
			o->failed = errno;
		} else {
			s += k;
			n -= (size_t)k;
		}
	}
	return !o->failed;
}

static bool
flush(struct out *o)
{
	size_t n = o->used;

	o->used = 0;
	return write_all(o, o->buffer, n);
}

bool
out_write(struct out *o, const char *s, size_t n, struct error *e)
{
	bool done = !o->failed;

	if (done && n > BUFFER - o->used)
		done = flush(o);
	if (done && n > BUFFER) {
		done = write_all(o, s, n);
	} else if (done && n > 0) {
		memcpy(o->buffer + o->used, s, n);
		o->used += n;
	}
	return done ? true : fail(o->path, o->failed, e);
}

/* ---- closing ---------------------------------------------------------- */

/* For file systems that can neither rename without replacing nor link: the name
 * is taken first, then our own empty file is replaced. */
static int
claim_and_rename(const char *from, const char *to)
{
	int fd = open(to, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	int why;

	if (fd < 0)
		return errno;
	close(fd);
	if (rename(from, to) == 0)
		return 0;
	why = errno;
	unlink(to);
	return why;
}

/* 0, or the errno: EEXIST when the name is taken. */
static int
rename_without_replacing(const char *from, const char *to)
{
#ifdef RENAME_NOREPLACE
	if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
		return 0;
	if (errno != EINVAL && errno != ENOSYS)
		return errno;
#endif
	if (link(from, to) == 0) {
		unlink(from);
		return 0;
	}
	if (errno == EEXIST)
		return errno;
	return claim_and_rename(from, to);
}

/* The new name reaches the disk with its folder. Some file systems refuse; the
 * file itself is safe then as it can be. */
static void
sync_folder(const char *path)
{
	struct str folder = { 0 };
	int fd;

	str_addn(&folder, path, folder_length(path));
	fd = open(folder.len ? str_text(&folder) : ".",
	    O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
	str_free(&folder);
}

static bool
give_name(struct out *o, struct error *e)
{
	const char *from = str_text(&o->temporary);
	int why = 0;

	if (!o->force)
		why = rename_without_replacing(from, o->path);
	else if (rename(from, o->path) != 0)
		why = errno;
	if (why == 0) {
		sync_folder(o->path);
		return true;
	}
	unlink(from);
	return why == EEXIST ? fail_exists(o->path, e) : fail(o->path, why, e);
}

/* Writes what is buffered and sees the file safely on the disk. */
static void
finish_file(struct out *o)
{
	if (!flush(o) || !o->path)
		return;
	if (fsync(o->fd) != 0 && errno != EINVAL)
		o->failed = errno;
}

static bool
close_file(struct out *o, bool keep, struct error *e)
{
	if (o->path && close(o->fd) != 0 && !o->failed)
		o->failed = errno;
	if (o->path && (!keep || o->failed))
		unlink(str_text(&o->temporary));
	if (!keep)
		return true;
	if (o->failed)
		return fail(o->path, o->failed, e);
	return o->path ? give_name(o, e) : true;
}

bool
out_close(struct out *o, bool keep, struct error *e)
{
	bool done;

	if (keep)
		finish_file(o);
	done = close_file(o, keep, e);
	out_free(o);
	return done;
}
