/* Files for the tests of the store: each test makes its own in a new folder. */
#ifndef ALIANZA_TESTS_UNIT_SCRATCH_H
#define ALIANZA_TESTS_UNIT_SCRATCH_H

#include <check.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/store.h"

/* The working folder from then on, where every name is free. */
static inline void
scratch_enter(void)
{
	char name[4096];
	const char *parent = getenv("TMPDIR");

	snprintf(name, sizeof name, "%s/unit-XXXXXX", parent ? parent : "/tmp");
	ck_assert_ptr_nonnull(mkdtemp(name));
	ck_assert_int_eq(chdir(name), 0);
}

static inline void
scratch_leave(void)
{
	char here[4096];

	ck_assert_ptr_nonnull(getcwd(here, sizeof here));
	ck_assert_ptr_nonnull(strstr(here, "/unit-"));
	pid_t child = fork();
	if (child == 0) {
		execlp("rm", "rm", "-rf", "--", here, (char *)NULL);
		_exit(127);
	}
	waitpid(child, NULL, 0);
}

static inline void
make_file(const char *path)
{
	struct error e = { 0 };
	struct store *s = store_open(path, OPEN_CREATE, &e);

	ck_assert_msg(s != NULL, "%s", e.msg);
	ck_assert_msg(!store_readonly(s), "%s", store_readonly(s));
	ck_assert_str_eq(store_notices(s), "");
	ck_assert(store_close(s));
}

/* What another program does to the file. */
static inline void
raw_sql(const char *path, const char *sql)
{
	sqlite3 *h;
	char *msg = NULL;

	ck_assert_int_eq(sqlite3_open(path, &h), SQLITE_OK);
	sqlite3_db_config(h, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
	ck_assert_msg(sqlite3_exec(h, sql, NULL, NULL, &msg) == SQLITE_OK, "%s: %s", sql, msg);
	sqlite3_close(h);
}

struct bytes {
	char *s;
	size_t n;
	struct timespec mtime;
};

static inline struct bytes
read_bytes(const char *path)
{
	struct bytes b = { 0 };
	struct stat st;
	int fd = open(path, O_RDONLY);

	ck_assert_msg(fd >= 0, "%s", path);
	ck_assert_int_eq(fstat(fd, &st), 0);
	b.n = (size_t)st.st_size;
	b.mtime = st.st_mtim;
	b.s = malloc(b.n + 1);
	ck_assert_int_eq(read(fd, b.s, b.n), (ssize_t)b.n);
	close(fd);
	return b;
}

/* As a shell's "cat >" does: the same file, other bytes. */
static inline void
write_bytes(const char *path, struct bytes b)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	ck_assert(fd >= 0);
	ck_assert_int_eq(write(fd, b.s, b.n), (ssize_t)b.n);
	close(fd);
}

/* Untouched since then? Frees. */
static inline bool
same_bytes(const char *path, struct bytes *was)
{
	struct bytes now = read_bytes(path);

	bool same = now.n == was->n && !memcmp(now.s, was->s, now.n)
	    && now.mtime.tv_sec == was->mtime.tv_sec && now.mtime.tv_nsec == was->mtime.tv_nsec;
	free(now.s);
	free(was->s);
	return same;
}

static inline bool
is_one_sentence(const char *msg)
{
	size_t n = strlen(msg);

	return n > 10 && !strchr(msg, '\n');
}

#endif
