#include "config.h"

#include "store/copy.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/str.h"
#include "store/look.h"

enum { BLOCK = 1 << 16 };

/* SQLite never writes the page at this offset: it locks its bytes. */
static const int64_t LOCK_OFFSET = 0x40000000;

static bool
copy_failed(const char *path, const char *why, struct error *e)
{
	return set_error(e, STATUS_IO, _("%s could not be written: %s. Nothing is left of it."),
	    path, why);
}

static bool
sql_failed(const char *path, int code, struct error *e)
{
	if ((code & 0xff) == SQLITE_BUSY)
		return set_error(e, STATUS_BUSY,
		    _("Another program is writing to the file: no copy was made. Try again in a moment."));
	return copy_failed(path, sqlite3_errstr(code), e);
}

/* --- Writing --- */

static int
pages_copy(sqlite3 *from, sqlite3 *to)
{
	sqlite3_backup *copy = sqlite3_backup_init(to, "main", from, "main");

	if (!copy)
		return sqlite3_errcode(to);
	sqlite3_backup_step(copy, -1);
	return sqlite3_backup_finish(copy);
}

static bool
write_pages(sqlite3 *from, const char *temporary, const char *path, struct error *e)
{
	sqlite3 *to;

	/* Nobody knows this file yet: no journal, and one fsync at the end. */
	int code = sqlite3_open_v2(temporary, &to, SQLITE_OPEN_READWRITE
	    | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_exec(to, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF", NULL,
		    NULL, NULL);
	if (code == SQLITE_OK)
		code = pages_copy(from, to);
	int closed = sqlite3_close(to);
	if (code == SQLITE_OK)
		code = closed;
	return code == SQLITE_OK || sql_failed(path, code, e);
}

/* --- Reading back --- */

/* What was copied: a file as SQLite has it open, or an image of one in memory. */
struct source {
	sqlite3_file *file;	/* NULL: image */
	unsigned char *image;
	int64_t size;
};

static struct source
source_open(sqlite3 *from)
{
	struct source s = { 0 };
	sqlite3_file *file = NULL;
	sqlite3_int64 size = 0;

	sqlite3_file_control(from, "main", SQLITE_FCNTL_FILE_POINTER, &file);
	if (file && file->pMethods)
		s.file = file;
	else
		s.image = sqlite3_serialize(from, "main", &size, 0);
	s.size = size;
	return s;
}

static bool
source_read(const struct source *s, unsigned char *block, size_t n, int64_t offset)
{
	if (s->file)
		return s->file->pMethods->xRead(s->file, block, (int)n, offset) == SQLITE_OK;
	if (!s->image || offset + (int64_t)n > s->size)
		return false;
	memcpy(block, s->image + offset, n);
	return true;
}

/* Counters of the header are the copy's own. */
static void
counters_blank(unsigned char *header)
{
	memset(header + 24, 0, 8);	/* changes, pages */
	memset(header + 40, 0, 4);	/* schema cookie */
	memset(header + 92, 0, 8);	/* changes once more, SQLite's version */
}

static bool
same_bytes(const struct source *s, int fd)
{
	unsigned char *wrote = xmalloc(BLOCK), *was = xmalloc(BLOCK);
	int64_t offset = 0;
	ssize_t n;
	bool same = true;

	while (same && (n = pread(fd, wrote, BLOCK, offset)) != 0) {
		same = n > 0;
		if (same && offset != LOCK_OFFSET) {
			same = source_read(s, was, (size_t)n, offset);
			if (offset == 0) {
				same = same && n >= HEADER_SIZE;
				counters_blank(wrote);
				counters_blank(was);
			}
			same = same && !memcmp(wrote, was, (size_t)n);
		}
		offset += n;
	}
	free(wrote);
	free(was);
	return same && offset > 0;
}

/* From the medium, not from memory, as far as the system lets us. */
static bool
read_back(sqlite3 *from, int fd, const char *path, struct error *e)
{
	if (fsync(fd) != 0)
		return copy_failed(path, strerror(errno), e);
	posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
	struct source source = source_open(from);
	bool same = same_bytes(&source, fd);
	sqlite3_free(source.image);
	return same || copy_failed(path, _("it does not read back as it was written"), e);
}

/* --- Putting it in its place --- */

/* rename() that never overwrites; errno says why not. */
static bool
rename_new(const char *from, const char *to)
{
	struct stat st;

#ifdef RENAME_NOREPLACE
	if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
		return true;
	if (errno != EINVAL && errno != ENOSYS)
		return false;
#endif
	if (link(from, to) == 0)
		return unlink(from) == 0;
	if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS && errno != EMLINK)
		return false;
	/* A medium without either (some FAT drivers): the best that is left. */
	if (lstat(to, &st) == 0 || errno != ENOENT) {
		errno = EEXIST;
		return false;
	}
	return rename(from, to) == 0;
}

static void
folder_sync(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

static bool
publish(const char *temporary, const struct look *l, struct error *e)
{
	if (!rename_new(temporary, l->path)) {
		if (errno == EEXIST)
			return set_error(e, STATUS_EXISTS,
			    _("There is already something called %s: choose another name."), l->path);
		return copy_failed(l->path, strerror(errno), e);
	}
	folder_sync(l->folder);
	return true;
}

/* Holds the source still until it was compared. */
static bool
copy_held(sqlite3 *from, const char *temporary, int fd, const struct look *l,
    struct error *e)
{
	int code = sqlite3_exec(from, "BEGIN; SELECT 1 FROM sqlite_schema", NULL, NULL, NULL);
	bool ok = code == SQLITE_OK || sql_failed(l->path, code, e);

	ok = ok && write_pages(from, temporary, l->path, e)
	    && read_back(from, fd, l->path, e);
	if (!sqlite3_get_autocommit(from))
		sqlite3_exec(from, "COMMIT", NULL, NULL, NULL);
	return ok && publish(temporary, l, e);
}

bool
copy_to(sqlite3 *from, const char *path, struct error *e)
{
	struct str temporary = { 0 };
	struct look l;
	bool ok = false;

	if (!sqlite3_get_autocommit(from))
		die("a copy within a transaction");
	if (look_free_place(path, &l, e)) {
		str_addf(&temporary, "%s/.alianza-XXXXXX", l.folder);
		int fd = mkstemp(temporary.s);
		if (fd < 0) {
			set_error(e, errno == EACCES || errno == EROFS ? STATUS_NOPERM : STATUS_IO,
			    _("%s cannot be made: %s."), path, strerror(errno));
		} else {
			ok = copy_held(from, temporary.s, fd, &l, e);
			close(fd);
			if (!ok)
				unlink(temporary.s);
		}
	}
	look_clear(&l);
	str_free(&temporary);
	return ok;
}
