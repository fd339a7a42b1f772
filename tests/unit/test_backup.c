#include <dirent.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "base/clock.h"
#include "base/str.h"
#include "store/backup.h"
#include "store/db.h"
#include "store/log.h"
#include "tests/unit/run.h"
#include "tests/unit/scratch.h"

static const int64_t SECOND = 1000, HOUR = 3600000, DAY = 86400000;
static const int64_t NOON = INT64_C(1784980800000);	/* 2026-07-25T12:00:00Z */

static struct store *
must_open(const char *path)
{
	struct error e = { 0 };
	struct store *s = store_open(path, 0, &e);

	ck_assert_msg(s != NULL, "%s", e.msg);
	return s;
}

static int
files_in(const char *dir, const char *part)
{
	struct dirent *file;
	DIR *d = opendir(dir);
	int n = 0;

	ck_assert_ptr_nonnull(d);
	while ((file = readdir(d)))
		n += file->d_name[0] != '.' ? strstr(file->d_name, part) != NULL
		    : strlen(file->d_name) > 2;	/* a temporary file left behind */
	closedir(d);
	return n;
}

static struct str
keep(struct store *s, int64_t now, const char *reason)
{
	struct error e = { 0 };
	struct str path = { 0 };

	clock_set(now);
	ck_assert_msg(backup_keep(s, "b/c", reason, &path, &e), "%s", e.msg);
	return path;
}

START_TEST(a_copy_is_whole_and_never_overwrites)
{
	struct error e = { 0 };
	struct stat st;
	int64_t n = 0;

	umask(0);
	make_file("a.db");
	raw_sql("a.db", "INSERT INTO tag(id,name) VALUES(1,'x')");
	struct bytes was = read_bytes("a.db");
	struct store *s = must_open("a.db");
	ck_assert_msg(backup_to(s, "copy.db", &e), "%s", e.msg);
	ck_assert(same_bytes("a.db", &was));
	ck_assert_int_eq(stat("copy.db", &st), 0);
	ck_assert_int_eq(st.st_mode & 07777, 0600);
	ck_assert(!backup_to(s, "copy.db", &e));
	ck_assert_int_eq(e.status, STATUS_EXISTS);
	ck_assert(!backup_to(s, "no/copy.db", &e));
	ck_assert_int_eq(e.status, STATUS_EXISTS);
	ck_assert_int_eq(mkdir("dir", 0700), 0);
	ck_assert(!backup_to(s, "dir", &e) && !backup_to(s, "dir/", &e));
	ck_assert(action_begin(s, "x", &e) && action_end(s, true, NULL, &e));
	store_close(s);
	s = must_open("copy.db");
	ck_assert_msg(!store_readonly(s), "%s", store_readonly(s));
	ck_assert_str_eq(store_notices(s), "");
	ck_assert(db_int(s->db, &n, NULL, "SELECT count(*) FROM tag WHERE name='x'") && n == 1);
	store_close(s);
	ck_assert_int_eq(files_in(".", "db"), 2);
}
END_TEST

START_TEST(a_full_disk_leaves_nothing)
{
	struct error e = { 0 };
	int status;

	make_file("a.db");
	pid_t child = fork();
	if (child == 0) {
		store_process_setup();
		struct store *s = must_open("a.db");
		setrlimit(RLIMIT_FSIZE, &(struct rlimit){ 100000, 100000 });
		if (backup_to(s, "copy.db", &e) || e.status != STATUS_IO || !is_one_sentence(e.msg))
			_exit(1);
		store_close(s);
		_exit(store_open("b.db", OPEN_CREATE, &e) || e.status != STATUS_IO);
	}
	waitpid(child, &status, 0);
	ck_assert(WIFEXITED(status));
	ck_assert_int_eq(WEXITSTATUS(status), 0);
	ck_assert_int_eq(files_in(".", "db"), 1);
}
END_TEST

START_TEST(a_save_under_way_is_not_copied)
{
	struct error e = { 0 };
	sqlite3 *h;

	make_file("a.db");
	struct store *s = must_open("a.db");
	store_busy_timeout(s, 50);
	sqlite3_open("a.db", &h);
	ck_assert_int_eq(sqlite3_exec(h, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
	ck_assert(!backup_to(s, "copy.db", &e));
	ck_assert_int_eq(e.status, STATUS_BUSY);
	ck_assert_int_ne(access("copy.db", F_OK), 0);
	sqlite3_close(h);
	ck_assert(backup_to(s, "copy.db", &e));
	store_close(s);
}
END_TEST

START_TEST(names_are_safe)
{
	static const struct {
		const char *name, *backup;
	} names[] = {
		{ "a.db", "a-2026-07-25T120000Z-import-" },
		{ "My partners 2026", "My_partners_2026-2026-07-25T120000Z-import-" },
		{ "-rf.db", "_rf-2026-07-25T120000Z-import-" },
		{ ".db", ".db" },	/* not hidden: see below */
		{ "a\n:*'\"$(x).db", "a_______x_-2026-07-25T120000Z-import-" },
		{ "\xe6\x88\x90\xe5\x91\x98.db",
		    "\xe6\x88\x90\xe5\x91\x98-2026-07-25T120000Z-import-" },
	};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		make_file(names[i].name);
		struct store *s = must_open(names[i].name);
		struct str path = keep(s, NOON, "import");
		const char *file = strrchr(path.s, '/') + 1;
		if (strcmp(names[i].name, ".db"))
			ck_assert_msg(!strncmp(file, names[i].backup, strlen(names[i].backup)), "%s",
			    file);
		ck_assert(*file != '.' && *file != '-');
		ck_assert_int_eq(access(path.s, R_OK), 0);
		ck_assert_int_eq(backup_newest(s, "b/c"), NOON);
		str_free(&path);
		store_close(s);
	}
	struct stat st;
	ck_assert_int_eq(stat("b", &st), 0);
	ck_assert_int_eq(st.st_mode & 077, 0);
}
END_TEST

struct seen {
	int count, stop_after;
	int64_t last;
};

static bool
see(void *ctx, const struct backup_entry *b)
{
	struct seen *seen = ctx;
	struct stat st;

	ck_assert(seen->count == 0 || b->time <= seen->last);
	seen->last = b->time;
	ck_assert_str_eq(b->reason, "before-import");
	ck_assert_int_eq(stat(b->path, &st), 0);
	ck_assert_int_eq(st.st_size, b->size);
	return ++seen->count != seen->stop_after;
}

START_TEST(backups_are_listed)
{
	struct error e = { 0 };
	struct seen seen = { 0 };
	struct str path;

	make_file("a.db");
	struct store *s = must_open("a.db");
	ck_assert(backup_each(s, "b/c", see, &seen, &e));
	ck_assert_int_eq(seen.count, 0);
	ck_assert_int_eq(backup_newest(s, "b/c"), 0);
	for (int i = 0; i < 3; i++) {	/* of one second: none overwrites another */
		path = keep(s, NOON, "before-import");
		str_free(&path);
	}
	ck_assert(backup_each(s, "b/c", see, &seen, &e));
	ck_assert_int_eq(seen.count, 3);
	ck_assert_int_eq(backup_newest(s, "b/c"), NOON + 2 * SECOND);
	seen = (struct seen){ .stop_after = 1 };
	ck_assert(backup_each(s, "b/c", see, &seen, &e));
	ck_assert_int_eq(seen.count, 1);
	/* What is not ours is passed over. */
	static const char *const others[] = {
		"b/c/a-2026-13-25T120000Z-x-00000000.db", "b/c/a-2026-07-25T120000Z-x.db",
		"b/c/a-b-2026-07-25T120000Z-x-00000000.db", "b/c/a-.db", "b/c/a-2026-07-25T120000Z",
	};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		write_bytes(others[i], (struct bytes){ 0 });
	seen = (struct seen){ 0 };
	ck_assert(backup_each(s, "b/c", see, &seen, &e));
	ck_assert_int_eq(seen.count, 3);
	ck_assert(!backup_each(s, "a.db", see, &seen, &e));
	ck_assert(!backup_keep(s, "a.db/x", "y", NULL, &e));
	ck_assert(is_one_sentence(e.msg));
	store_close(s);
}
END_TEST

/* Twice a day, 70 days long, in two folders files of one name. */
START_TEST(old_backups_are_thinned)
{
	struct error e = { 0 };
	int64_t end = clock_now_ms_real() / DAY * DAY + 10 * HOUR - DAY;
	int recent = 0, month = 0, older = 0;

	ck_assert_int_eq(mkdir("x", 0700), 0);
	make_file("a.db");
	make_file("x/a.db");
	struct store *s = must_open("a.db"), *other = must_open("x/a.db");
	struct str path = keep(other, end - 69 * DAY, "daily");
	str_free(&path);
	path = keep(other, end - 69 * DAY + HOUR, "daily");
	str_free(&path);
	for (int64_t t = end - 70 * DAY; t <= end; t += 12 * HOUR) {
		path = keep(s, t, "daily");
		str_free(&path);
	}
	char names[200][100];
	int count = 0;
	struct dirent *file;
	DIR *d = opendir("b/c");
	while ((file = readdir(d)))
		if (strlen(file->d_name) > 20)
			snprintf(names[count++], 100, "%.99s", file->d_name);
	closedir(d);
	qsort(names, (size_t)count, 100, (int (*)(const void *, const void *))strcmp);
	for (int i = 0; i < count; i++) {
		int y, m, day, h;
		ck_assert_int_eq(sscanf(names[i], "a-%d-%d-%dT%2d", &y, &m, &day, &h), 4);
		int64_t age = end / DAY - date_days(y, m, day);
		recent += age <= 1;
		month += age > 2 && age <= 30;
		older += age > 31;
	}
	ck_assert_int_ge(recent, 3);
	ck_assert_int_eq(month, 28);		/* one each day from 3 to 30 */
	ck_assert_int_ge(older, 2 + 1);		/* two of the other file */
	ck_assert_int_le(older, 2 + 3);
	ck_assert_int_eq(backup_newest(s, "b/c"), end);
	ck_assert_int_eq(backup_newest(other, "b/c"), end - 69 * DAY + HOUR);
	/* A time fixed in the future must not make all of them old. */
	path = keep(s, end + 4000 * DAY, "daily");
	str_free(&path);
	ck_assert_int_ge(files_in("b/c", "daily"), count - 1);
	clock_set(CLOCK_REAL);
	ck_assert_msg(backup_keep(s, "b/c", "last", NULL, &e), "%s", e.msg);
	store_close(s);
	store_close(other);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("backup");
	TCase *c = tcase_create("backup");

	tcase_set_timeout(c, 60);
	tcase_add_checked_fixture(c, scratch_enter, scratch_leave);
	tcase_add_test(c, a_copy_is_whole_and_never_overwrites);
	tcase_add_test(c, a_full_disk_leaves_nothing);
	tcase_add_test(c, a_save_under_way_is_not_copied);
	tcase_add_test(c, names_are_safe);
	tcase_add_test(c, backups_are_listed);
	tcase_add_test(c, old_backups_are_thinned);
	suite_add_tcase(s, c);
	return run_suite(s);
}
