#include <check.h>
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/str.h"
#include "io/out.h"
#include "tests/unit/run.h"

/* Each test has a folder of its own; it is the working folder. */
static char folder[64];
static int given_stdout = -1;

/* The longest that a file may become; the soft limit only, to be taken back. */
static void
limit_files(rlim_t bytes)
{
	struct rlimit limit;

	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = bytes < limit.rlim_max ? bytes : limit.rlim_max;
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void
enter_folder(void)
{
	given_stdout = dup(STDOUT_FILENO);
	snprintf(folder, sizeof folder, "/tmp/test_out-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	ck_assert_int_eq(chdir(folder), 0);
}

/* Counts what is in the folder; removes it when remove_all. */
static int
entries(bool remove_all)
{
	DIR *dir = opendir(".");
	struct dirent *entry;
	int count = 0;

	ck_assert_ptr_nonnull(dir);
	while ((entry = readdir(dir)) != NULL) {
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		count++;
		if (remove_all)
			remove(entry->d_name);
	}
	closedir(dir);
	return count;
}

/* What a test did to the process goes too: without fork (valgrind) the next one would
 * have it. */
static void
leave_folder(void)
{
	limit_files(RLIM_INFINITY);
	dup2(given_stdout, STDOUT_FILENO);
	close(given_stdout);
	chmod(folder, 0700);
	if (chdir(folder) == 0)
		entries(true);
	if (chdir("/") == 0)
		rmdir(folder);
}

static void
put(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	ck_assert_ptr_nonnull(f);
	fputs(text, f);
	fclose(f);
}

static void
assert_holds(const char *path, const char *text)
{
	char got[100] = "";
	FILE *f = fopen(path, "r");

	ck_assert_msg(f != NULL, "%s is missing", path);
	ck_assert_uint_eq(fread(got, 1, sizeof got - 1, f), strlen(text));
	ck_assert_str_eq(got, text);
	fclose(f);
}

static void
write_text(const char *path, bool force, const char *text)
{
	struct error e = { 0 };
	struct out *o = out_open(path, force, &e);

	ck_assert_msg(o != NULL, "%s", e.msg);
	ck_assert(out_write(o, text, strlen(text), &e));
	ck_assert_msg(out_close(o, true, &e), "%s", e.msg);
}

START_TEST(a_file_appears_whole_and_private)
{
	struct error e = { 0 };
	struct out *o = out_open("a.csv", false, &e);
	struct stat st;

	ck_assert_ptr_nonnull(o);
	ck_assert(out_write(o, "one\n", 4, &e));
	ck_assert_int_ne(access("a.csv", F_OK), 0);
	ck_assert(out_write(o, "", 0, &e));
	ck_assert(out_write(o, "two\n", 4, &e));
	ck_assert(out_close(o, true, &e));
	assert_holds("a.csv", "one\ntwo\n");
	ck_assert_int_eq(stat("a.csv", &st), 0);
	ck_assert_int_eq(st.st_mode & 07777, 0600);
	ck_assert_int_eq(entries(false), 1);
}
END_TEST

START_TEST(large_pieces_come_through)
{
	static char piece[200000];
	struct error e = { 0 };
	struct out *o = out_open("large", false, &e);
	struct str all = { 0 };
	static const size_t sizes[] = { 1, 65535, 65536, 3, 65537, 200000, 7 };
	char *back;
	FILE *f;

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		memset(piece, (int)('a' + i), sizes[i]);
		str_addn(&all, piece, sizes[i]);
		ck_assert(out_write(o, piece, sizes[i], &e));
	}
	ck_assert(out_close(o, true, &e));
	back = malloc(all.len + 1);
	f = fopen("large", "r");
	ck_assert_uint_eq(fread(back, 1, all.len + 1, f), all.len);
	ck_assert_mem_eq(back, all.s, all.len);
	fclose(f);
	free(back);
	str_free(&all);
}
END_TEST

START_TEST(nothing_is_replaced_unasked)
{
	struct error e = { 0 };

	put("a.csv", "old");
	ck_assert_ptr_null(out_open("a.csv", false, &e));
	ck_assert_int_eq(e.status, STATUS_EXISTS);
	ck_assert_ptr_nonnull(strstr(e.msg, "--force"));
	assert_holds("a.csv", "old");
	write_text("a.csv", true, "new");
	assert_holds("a.csv", "new");
	ck_assert_int_eq(entries(false), 1);
}
END_TEST

START_TEST(a_name_taken_meanwhile_is_not_replaced)
{
	struct error e = { 0 };
	struct out *o = out_open("a.csv", false, &e);

	ck_assert(out_write(o, "new", 3, &e));
	put("a.csv", "theirs");
	ck_assert(!out_close(o, true, &e));
	ck_assert_int_eq(e.status, STATUS_EXISTS);
	assert_holds("a.csv", "theirs");
	ck_assert_int_eq(entries(false), 1);
}
END_TEST

START_TEST(what_is_not_kept_leaves_nothing)
{
	struct error e = { 0 };
	struct out *o = out_open("a.csv", false, &e);

	ck_assert(out_write(o, "new", 3, &e));
	ck_assert(out_close(o, false, &e));
	ck_assert_int_eq(entries(false), 0);
	put("b.csv", "old");
	o = out_open("b.csv", true, &e);
	ck_assert(out_close(o, false, &e));
	assert_holds("b.csv", "old");
	ck_assert_int_eq(entries(false), 1);
}
END_TEST

static void
assert_refused(const char *path, bool force, enum status status)
{
	struct error e = { 0 };

	ck_assert_ptr_null(out_open(path, force, &e));
	ck_assert_int_eq(e.status, status);
	ck_assert_msg(strstr(e.msg, path) != NULL, "%s", e.msg);
}

START_TEST(only_regular_files_are_replaced)
{
	put("target", "t");
	ck_assert_int_eq(symlink("target", "link"), 0);
	ck_assert_int_eq(symlink("nowhere", "dangling"), 0);
	ck_assert_int_eq(mkfifo("fifo", 0600), 0);
	assert_refused("link", true, STATUS_EXISTS);
	assert_refused("dangling", false, STATUS_EXISTS);
	assert_refused("fifo", true, STATUS_EXISTS);
	assert_refused(".", true, STATUS_EXISTS);
	assert_refused("/dev/null", true, STATUS_EXISTS);
	assert_holds("target", "t");
}
END_TEST

START_TEST(a_folder_that_is_missing_or_closed_is_named)
{
	bool root = geteuid() == 0;

	assert_refused("no/such/a.csv", false, STATUS_EXISTS);
	put("file", "");
	assert_refused("file/a.csv", false, STATUS_EXISTS);
	ck_assert_int_eq(chmod(".", 0555), 0);
	if (root)		/* may write anywhere */
		ck_assert_int_eq(seteuid(65534), 0);
	assert_refused("a.csv", false, STATUS_NOPERM);
	if (root)
		ck_assert_int_eq(seteuid(0), 0);
}
END_TEST

START_TEST(a_file_that_grows_too_large_leaves_nothing)
{
	static char piece[50000];
	struct error e = { 0 };
	struct out *o = out_open("a.csv", false, &e);
	bool done = true;

	limit_files(100000);
	for (int i = 0; i < 10; i++)
		done = out_write(o, piece, sizeof piece, &e) && done;
	ck_assert(!done);
	ck_assert_int_eq(e.status, STATUS_IO);
	ck_assert(!out_write(o, "x", 1, &e));
	e = (struct error){ 0 };
	ck_assert(!out_close(o, true, &e));
	ck_assert_int_eq(e.status, STATUS_IO);
	ck_assert_ptr_nonnull(strstr(e.msg, "a.csv"));
	ck_assert_int_eq(entries(false), 0);
}
END_TEST

/* The failure may come only with the last, buffered bytes. */
START_TEST(a_failure_at_the_end_leaves_nothing)
{
	struct error e = { 0 };
	struct out *o = out_open("a.csv", false, &e);

	limit_files(10);
	ck_assert(out_write(o, "more than ten bytes", 19, &e));
	ck_assert(!out_close(o, true, &e));
	ck_assert_int_eq(e.status, STATUS_IO);
	ck_assert_int_eq(entries(false), 0);
}
END_TEST

/* /dev/full: every write says that the disk is full. */
START_TEST(a_full_disk_is_said)
{
	struct error e = { 0 };
	struct out *o = out_open("-", false, &e);
	int full = open("/dev/full", O_WRONLY);

	ck_assert_int_ge(full, 0);
	ck_assert_int_eq(dup2(full, STDOUT_FILENO), STDOUT_FILENO);
	ck_assert(out_write(o, "x", 1, &e));
	ck_assert(!out_close(o, true, &e));
	ck_assert_int_eq(e.status, STATUS_IO);
	ck_assert_ptr_nonnull(strstr(e.msg, "disk is full"));
	close(full);
}
END_TEST

START_TEST(a_dash_is_standard_output)
{
	int file = open("stdout", O_WRONLY | O_CREAT, 0600);
	struct error e = { 0 };

	ck_assert_int_eq(dup2(file, STDOUT_FILENO), STDOUT_FILENO);
	write_text("-", false, "hello\n");
	ck_assert(out_close(out_open("-", true, &e), false, &e));
	assert_holds("stdout", "hello\n");
	ck_assert_int_eq(write(STDOUT_FILENO, "open\n", 5), 5);
	assert_holds("stdout", "hello\nopen\n");
	ck_assert_int_eq(entries(false), 1);
	close(file);
}
END_TEST

/* A temporary file that another run left, or a link laid there, is not used. */
START_TEST(a_temporary_name_that_is_taken_is_passed_over)
{
	char name[64];

	snprintf(name, sizeof name, ".alianza-%ld-0.part", (long)getpid());
	put("target", "t");
	ck_assert_int_eq(symlink("target", name), 0);
	write_text("a.csv", false, "new");
	assert_holds("a.csv", "new");
	assert_holds("target", "t");
	ck_assert_int_eq(entries(false), 3);
}
END_TEST

START_TEST(other_folders_are_written_to)
{
	struct str path = { 0 };

	str_addf(&path, "%s/x.csv", folder);
	ck_assert_int_eq(chdir("/"), 0);
	write_text(str_text(&path), false, "x");
	assert_holds(str_text(&path), "x");
	str_free(&path);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("out");
	TCase *all = tcase_create("out");

	tcase_add_checked_fixture(all, enter_folder, leave_folder);
	tcase_add_test(all, a_file_appears_whole_and_private);
	tcase_add_test(all, large_pieces_come_through);
	tcase_add_test(all, nothing_is_replaced_unasked);
	tcase_add_test(all, a_name_taken_meanwhile_is_not_replaced);
	tcase_add_test(all, what_is_not_kept_leaves_nothing);
	tcase_add_test(all, only_regular_files_are_replaced);
	tcase_add_test(all, a_folder_that_is_missing_or_closed_is_named);
	tcase_add_test(all, a_file_that_grows_too_large_leaves_nothing);
	tcase_add_test(all, a_failure_at_the_end_leaves_nothing);
	tcase_add_test(all, a_full_disk_is_said);
	tcase_add_test(all, a_dash_is_standard_output);
	tcase_add_test(all, a_temporary_name_that_is_taken_is_passed_over);
	tcase_add_test(all, other_folders_are_written_to);
	suite_add_tcase(s, all);
	return run_suite(s);
}
