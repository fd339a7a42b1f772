#include "config.h"

#include "store/look.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/i18n.h"

enum { SMALLEST = 512 };	/* bytes: SQLite's smallest page */

/* --- Paths --- */

static bool
cannot_reach(const char *path, int cause, struct error *e)
{
	switch (cause) {
	case ENOENT:
	case ENOTDIR:
		return set_error(e, STATUS_NOINPUT,
		    _("There is no file %s. To make one: alianza init %s"), path, path);
	case EACCES:
	case EPERM:
		return set_error(e, STATUS_NOPERM, _("You have no permission to use %s."), path);
	case ELOOP:
		return set_error(e, STATUS_NOINPUT, _("%s is a link that leads in a circle."),
		    path);
	default:
		return set_error(e, STATUS_NOINPUT, _("%s cannot be opened: %s."), path,
		    strerror(cause));
	}
}

/* Fills folder, path and name from a path whose folder must exist; errno says why
 * not. */
static bool
place_resolve(const char *typed, struct look *l)
{
	const char *slash = strrchr(typed, '/');
	const char *name = slash ? slash + 1 : typed;
	struct str folder = { 0 };

	if (slash)
		str_addn(&folder, typed, slash == typed ? 1 : (size_t)(slash - typed));
	else
		str_add(&folder, ".");
	l->folder = realpath(str_text(&folder), NULL);
	int cause = errno;
	str_set(&folder, l->folder ? l->folder : "");
	if (folder.len != 1 || folder.s[0] != '/')
		str_addc(&folder, '/');
	str_add(&folder, name);
	l->path = str_take(&folder);
	l->name = strrchr(l->path, '/') + 1;
	errno = cause;
	return l->folder != NULL;
}

void
look_clear(struct look *l)
{
	free(l->path);
	free(l->folder);
	*l = (struct look){ 0 };
}

/* The last part may be a link: then everything is resolved again at its target. */
static bool
link_follow(const char *typed, struct look *l, struct str *notices, struct error *e)
{
	if (!S_ISLNK(l->st.st_mode))
		return true;
	char *target = realpath(l->path, NULL);
	if (!target) {
		if (errno == ENOENT)
			return set_error(e, STATUS_NOINPUT,
			    _("%s is a link to a file that is not there."), typed);
		return cannot_reach(typed, errno, e);
	}
	look_clear(l);
	bool ok = place_resolve(target, l) && lstat(l->path, &l->st) == 0;
	if (ok) {
		str_addf(notices, _("%s is a link: the file is %s."), typed, target);
		str_addc(notices, '\n');
	} else {
		cannot_reach(typed, errno, e);
	}
	free(target);
	return ok;
}

static bool
kind_check(const char *typed, const struct look *l, struct error *e)
{
	if (S_ISDIR(l->st.st_mode))
		return set_error(e, STATUS_NOINPUT,
		    _("%s is a folder. Name the alianza file in it."), typed);
	if (!S_ISREG(l->st.st_mode))
		return set_error(e, STATUS_NOINPUT,
		    _("%s is a device or a pipe, not an alianza file."), typed);
	if (l->st.st_size == 0)
		return set_error(e, STATUS_DATA,
		    _("%s is empty: it is not an alianza file. If it was one, go back to a backup."),
		    typed);
	if (l->st.st_size < SMALLEST)
		return set_error(e, STATUS_DATA, _("%s is not an alianza file."), typed);
	if (faccessat(AT_FDCWD, l->path, R_OK, AT_EACCESS) != 0)
		return cannot_reach(typed, errno, e);
	return true;
}

/* What lies beside the file under its name and an ending of SQLite's: *there if it
 * holds anything. Reading a pipe would never end. */
static bool
beside(const struct look *l, const char *ending, bool *there, struct error *e)
{
	struct str path = { 0 };
	struct stat st;

	str_addf(&path, "%s%s", l->path, ending);
	bool found = lstat(path.s, &st) == 0;
	bool ok = !found || S_ISREG(st.st_mode);
	*there = found && st.st_size > 0;
	if (!ok)
		set_error(e, STATUS_DATA,
		    _("%s is not a regular file, but the journal of a save would have this name: move it away first."),
		    path.s);
	str_free(&path);
	return ok;
}

bool
look_at(const char *typed, struct look *l, struct str *notices, struct error *e)
{
	bool index;

	*l = (struct look){ 0 };
	if (!*typed)
		return set_error(e, STATUS_NOINPUT, _("The name of the file is empty."));
	if (!place_resolve(typed, l) || lstat(l->path, &l->st) != 0)
		return cannot_reach(typed, errno, e);
	return link_follow(typed, l, notices, e) && kind_check(typed, l, e)
	    && beside(l, "-journal", &l->journal, e) && beside(l, "-wal", &l->wal, e)
	    && beside(l, "-shm", &index, e);
}

bool
look_free_place(const char *typed, struct look *l, struct error *e)
{
	*l = (struct look){ 0 };
	if (!place_resolve(typed, l)) {
		if (errno == EACCES)
			return cannot_reach(typed, errno, e);
		return set_error(e, STATUS_EXISTS,
		    _("%s cannot be made: there is no such folder."), typed);
	}
	if (!*l->name || !strcmp(l->name, ".") || !strcmp(l->name, ".."))
		return set_error(e, STATUS_EXISTS,
		    _("\"%s\" is the name of a folder: name a file in it."), typed);
	if (lstat(l->path, &l->st) == 0)
		return set_error(e, STATUS_EXISTS,
		    _("There is already something called %s: choose another name."), typed);
	if (!beside(l, "-journal", &l->journal, e) || !beside(l, "-wal", &l->wal, e))
		return false;
	if (l->journal || l->wal)
		return set_error(e, STATUS_EXISTS,
		    _("Beside %s lies the journal of an older file of this name: move it away first, or choose another name."),
		    typed);
	return true;
}

const char *
look_unwritable(const struct look *l)
{
	if (l->st.st_nlink > 1)
		return N_("%s has a second name on this disk (a hard link), so changing it is not safe: it can only be looked at. Make a copy to change it.");
	if (faccessat(AT_FDCWD, l->path, W_OK, AT_EACCESS) != 0) {
		if (errno == EROFS)
			return N_("%s lies on a medium that can only be read. Copy it to a folder of your own to change it.");
		return N_("You have no permission to change %s. Copy it to a folder of your own to change it.");
	}
	if (faccessat(AT_FDCWD, l->folder, W_OK, AT_EACCESS) != 0)
		return N_("The folder of %s does not let you write. Copy the file to a folder of your own to change it.");
	return NULL;
}

/* --- Bytes --- */

/* A super-journal's name ends a journal, followed by its length, a checksum and the
 * eight bytes that every journal begins with. */
static const unsigned char JOURNAL_MAGIC[8] = {
	0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7
};

enum journal
look_journal(const struct look *l)
{
	struct str path = { 0 };
	unsigned char first = 0, end[sizeof JOURNAL_MAGIC] = { 0 };

	str_addf(&path, "%s-journal", l->path);
	int fd = open(path.s, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	str_free(&path);
	if (fd < 0)
		return JOURNAL_NONE;
	off_t size = lseek(fd, 0, SEEK_END);
	ssize_t n = pread(fd, &first, 1, 0);
	if (n == 1 && size > (off_t)sizeof end
	    && pread(fd, end, sizeof end, size - (off_t)sizeof end) != (ssize_t)sizeof end)
		end[0] = 0;
	close(fd);
	if (n != 1)
		return JOURNAL_NONE;
	if (!memcmp(end, JOURNAL_MAGIC, sizeof end))
		return JOURNAL_REACHES_OUT;
	return first ? JOURNAL_OPEN : JOURNAL_DONE;
}

static int64_t
big_endian(const unsigned char *p)
{
	return (int64_t)p[0] << 24 | p[1] << 16 | p[2] << 8 | p[3];
}

struct header
header_parse(const unsigned char bytes[HEADER_SIZE])
{
	int64_t page_size = bytes[16] << 8 | bytes[17];

	return (struct header){
		.sqlite = !memcmp(bytes, "SQLite format 3", 16),
		.wal = bytes[18] == 2 || bytes[19] == 2,
		.page_size = page_size == 1 ? 65536 : page_size ? page_size : 512,
		.encoding = big_endian(bytes + 56),
		.user_version = big_endian(bytes + 60),
		.application_id = big_endian(bytes + 68),
	};
}
