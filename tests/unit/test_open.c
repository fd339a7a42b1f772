#include <errno.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "store/db.h"
#include "store/migrate.h"
#include "store/open.h"
#include "store/schema.h"
#include "store/shape.h"
#include "tests/unit/run.h"
#include "tests/unit/scratch.h"

/* One row of the log, so that the file differs from the one before. */
static const char ROW[] = "INSERT INTO action(id,step,clock,time,command,sum)"
    " SELECT abs(random()),1+coalesce(max(step),0),1,1,'x',0 FROM action";
/* More than fits into memory: the file itself is written before COMMIT. */
static const char SPILL[] = "PRAGMA cache_size=2; BEGIN; WITH RECURSIVE n(i) AS"
    " (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<300) INSERT INTO action(id,step,clock,"
    "time,command,sum,sentence) SELECT i,i,i,i,'x',0,hex(randomblob(900)) FROM n";

static struct store *
must_open(const char *path, unsigned flags)
{
	struct error e = { 0 };
	struct store *s = store_open(path, flags, &e);

	ck_assert_msg(s != NULL, "%s", e.msg);
	return s;
}

static void
must_refuse(const char *path, unsigned flags, enum status status, const char *part)
{
	struct error e = { 0 };
	struct store *s = store_open(path, flags, &e);

	ck_assert_msg(s == NULL, "%s was opened", path);
	ck_assert_msg(strstr(e.msg, part) != NULL, "%s", e.msg);
	ck_assert_msg(is_one_sentence(e.msg), "%s", e.msg);
	ck_assert_int_eq(e.status, status);
}

/* Another program does something and waits to be killed. */
static pid_t
other_program(const char *path, const char *sql)
{
	int ready[2];
	char byte;

	ck_assert_int_eq(pipe(ready), 0);
	pid_t child = fork();
	if (child == 0) {
		sqlite3 *h;
		sqlite3_open(path, &h);
		if (sqlite3_exec(h, sql, NULL, NULL, NULL) != SQLITE_OK
		    || write(ready[1], "x", 1) != 1)
			_exit(1);
		for (;;)
			pause();
	}
	ck_assert_int_eq(read(ready[0], &byte, 1), 1);
	close(ready[0]);
	close(ready[1]);
	return child;
}

static void
end_program(pid_t child)
{
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
}

static void
row_of_ours(struct store *s)
{
	struct error e;

	ck_assert_msg(db_exec(s->db, &e, "%s", ROW), "%s", e.msg);
	file_seen(s);
}

/* Some tests set TMPDIR, and without fork (valgrind) the next one would have it too. */
static char *given_tmpdir;

static void
enter(void)
{
	const char *given = getenv("TMPDIR");

	given_tmpdir = given ? strdup(given) : NULL;
	scratch_enter();
}

static void
leave(void)
{
	scratch_leave();
	if (given_tmpdir)
		setenv("TMPDIR", given_tmpdir, 1);
	else
		unsetenv("TMPDIR");
	free(given_tmpdir);
}

START_TEST(the_usual_schema_is_known_by_its_sum)
{
	struct db *db = migrate_build(schema_steps, migrate_version(schema_steps));
	int64_t sum = 0;

	ck_assert(shape_sum(db, &sum, NULL));
	ck_assert_msg(shape_is_usual(sum), "set USUAL_SUM in shape.c to 0x%016llx",
	    (unsigned long long)sum);
	db_free(db);
}
END_TEST

START_TEST(a_new_file_is_ours_alone_and_whole)
{
	struct stat st;
	int64_t n = 0;

	umask(0);
	make_file("a.db");
	ck_assert_int_eq(stat("a.db", &st), 0);
	ck_assert_int_eq(st.st_mode & 07777, 0600);
	struct store *s = must_open("a.db", 0);
	ck_assert(db_int(s->db, &n, NULL, "PRAGMA application_id") && n == 0x414C4E5A);
	ck_assert(db_int(s->db, &n, NULL, "PRAGMA user_version") && n == 1);
	ck_assert(db_int(s->db, &n, NULL, "PRAGMA synchronous") && n == 3);
	ck_assert(db_int(s->db, &n, NULL, "PRAGMA secure_delete") && n == 1);
	ck_assert(db_int(s->db, &n, NULL, "PRAGMA foreign_keys") && n == 1);
	ck_assert(db_int(s->db, &n, NULL, "PRAGMA temp_store") && n == 2);
	ck_assert(db_int(s->db, &n, NULL, "SELECT journal_mode='delete' FROM pragma_journal_mode")
	    && n == 1);
	store_close(s);
	must_refuse("a.db", OPEN_CREATE, STATUS_EXISTS, "already");
	ck_assert_int_eq(symlink("nowhere", "l.db"), 0);
	must_refuse("l.db", OPEN_CREATE, STATUS_EXISTS, "already");
	must_refuse("no/such.db", OPEN_CREATE, STATUS_EXISTS, "folder");
	must_refuse("x/", OPEN_CREATE, STATUS_EXISTS, "");
	/* Its journal would be taken for the new file's. */
	raw_sql("b.db", "CREATE TABLE t(a)");
	ck_assert_int_eq(rename("b.db", "c.db-journal"), 0);
	must_refuse("c.db", OPEN_CREATE, STATUS_EXISTS, "journal");
	ck_assert_int_ne(access("c.db", F_OK), 0);
}
END_TEST

START_TEST(looking_changes_no_byte)
{
	int64_t n;

	make_file("a.db");
	for (unsigned flags = 0; flags < 2; flags++) {
		struct bytes was = read_bytes("a.db");
		struct store *s = must_open("a.db", flags);
		ck_assert(db_int(s->db, &n, NULL, "SELECT count(*) FROM organisation"));
		store_version(s);
		ck_assert_int_ne(access("a.db-journal", F_OK), 0);
		ck_assert(store_close(s));
		ck_assert(same_bytes("a.db", &was));
	}
}
END_TEST

START_TEST(what_is_no_file_of_ours_is_refused)
{
	must_refuse("none.db", 0, STATUS_NOINPUT, "alianza init none.db");
	must_refuse("", 0, STATUS_NOINPUT, "empty");
	must_refuse(".", 0, STATUS_NOINPUT, "folder");
	must_refuse("/", 0, STATUS_NOINPUT, "folder");
	must_refuse("/dev/null", 0, STATUS_NOINPUT, "device");
	ck_assert_int_eq(mkfifo("pipe", 0600), 0);
	must_refuse("pipe", 0, STATUS_NOINPUT, "pipe");
	ck_assert_int_eq(symlink("none.db", "l.db"), 0);
	must_refuse("l.db", 0, STATUS_NOINPUT, "not there");
	ck_assert_int_eq(symlink("loop", "loop"), 0);
	must_refuse("loop", 0, STATUS_NOINPUT, "circle");

	write_bytes("zero.db", (struct bytes){ 0 });
	struct bytes was = read_bytes("zero.db");
	must_refuse("zero.db", 0, STATUS_DATA, "empty");
	ck_assert(same_bytes("zero.db", &was));
	char text[2000] = "This is a letter.";
	write_bytes("text.db", (struct bytes){ .s = text, .n = sizeof text });
	must_refuse("text.db", 0, STATUS_DATA, "not an alianza file");
	write_bytes("short.db", (struct bytes){ .s = text, .n = 100 });
	must_refuse("short.db", 0, STATUS_DATA, "not an alianza file");
	raw_sql("other.db", "CREATE TABLE t(a)");
	was = read_bytes("other.db");
	must_refuse("other.db", 0, STATUS_DATA, "another program");
	ck_assert(same_bytes("other.db", &was));
	make_file("a.db");
	ck_assert_int_eq(mkfifo("a.db-journal", 0600), 0);
	must_refuse("a.db", 0, STATUS_DATA, "a.db-journal");
}
END_TEST

START_TEST(links_are_said)
{
	char here[4096];

	make_file("a.db");
	ck_assert_int_eq(mkdir("d", 0700), 0);
	ck_assert_int_eq(symlink("../a.db", "d/l.db"), 0);
	struct store *s = must_open("d/l.db", 0);
	ck_assert_ptr_nonnull(strstr(store_notices(s), "d/l.db is a link"));
	ck_assert_ptr_null(store_readonly(s));
	ck_assert_ptr_nonnull(getcwd(here, sizeof here));
	ck_assert(!strncmp(store_path(s), here, strlen(here)));
	ck_assert_str_eq(store_path(s) + strlen(here), "/a.db");
	store_close(s);
	/* A link among the folders is nobody's trick. */
	ck_assert_int_eq(symlink(".", "e"), 0);
	s = must_open("e/a.db", 0);
	ck_assert_str_eq(store_notices(s), "");
	store_close(s);
	ck_assert_int_eq(link("a.db", "b.db"), 0);
	s = must_open("a.db", 0);
	ck_assert_ptr_nonnull(store_readonly(s));
	ck_assert_ptr_nonnull(strstr(store_readonly(s), "second name"));
	store_close(s);
}
END_TEST

START_TEST(an_interrupted_save_is_taken_back_and_said)
{
	unsetenv("XDG_RUNTIME_DIR");
	setenv("TMPDIR", "copies", 1);
	for (int aside = 0; aside < 2; aside++) {
		unlink("a.db");
		make_file("a.db");
		struct bytes before = read_bytes("a.db");
		end_program(other_program("a.db", SPILL));
		struct bytes torn = read_bytes("a.db");
		ck_assert(torn.n != before.n || memcmp(torn.s, before.s, torn.n));
		ck_assert_int_eq(access("a.db-journal", F_OK), 0);
		int64_t n = -1;
		ck_assert_int_eq(mkdir("copies", 0700), 0);
		struct store *s = must_open("a.db", aside ? OPEN_READONLY : 0);
		ck_assert_int_eq(rmdir("copies"), 0);	/* nothing stays in it */
		ck_assert(db_int(s->db, &n, NULL, "SELECT count(*) FROM action"));
		ck_assert_int_eq(n, 0);
		ck_assert_ptr_nonnull(strstr(store_notices(s), "interrupted"));
		ck_assert(!store_readonly(s) == !aside);
		store_version(s);
		store_close(s);
		struct bytes after = read_bytes("a.db");
		if (aside) {
			ck_assert(same_bytes("a.db", &torn));
			ck_assert_int_eq(access("a.db-journal", F_OK), 0);
		} else {
			ck_assert(after.n == before.n && !memcmp(after.s, before.s, after.n));
			ck_assert_int_ne(access("a.db-journal", F_OK), 0);
			free(torn.s);
		}
		unlink("a.db-journal");
		free(after.s);
		free(before.s);
	}
}
END_TEST

/* SQLite deletes the file named at the end of a hot journal. */
START_TEST(a_journal_cannot_reach_out)
{
	char victim[4096 + 8], record[5000], precious[] = "precious";
	uint32_t sum = 0;

	make_file("a.db");
	end_program(other_program("a.db", SPILL));
	ck_assert_ptr_nonnull(getcwd(victim, 4096));
	strncat(victim, "/v", 3);
	size_t n = strlen(victim);
	for (size_t i = 0; i < n; i++)
		sum += (uint32_t)(signed char)victim[i];
	write_bytes("v", (struct bytes){ .s = precious, .n = 8 });
	memcpy(record, "\0\4\0\1", 4);	/* the lock page of 4096-byte pages */
	memcpy(record + 4, victim, n);
	uint32_t tail[2] = { (uint32_t)n, sum };
	for (int i = 0; i < 8; i++)
		record[4 + n + (size_t)i] = (char)(tail[i / 4] >> (24 - i % 4 * 8));
	memcpy(record + 12 + n, "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
	int fd = open("a.db-journal", O_WRONLY | O_APPEND);
	ck_assert_int_eq(write(fd, record, n + 20), (ssize_t)n + 20);
	close(fd);
	must_refuse("a.db", 0, STATUS_DATA, "journal");
	must_refuse("a.db", OPEN_READONLY, STATUS_DATA, "journal");
	ck_assert_int_eq(access("v", F_OK), 0);
}
END_TEST

START_TEST(write_ahead_mode_is_left)
{
	int64_t n = 0;

	make_file("a.db");
	pid_t other = other_program("a.db", "PRAGMA journal_mode=WAL;"
	    "INSERT INTO action(id,step,clock,time,command,sum) VALUES(7,1,1,1,'x',0)");
	must_refuse("a.db", 0, STATUS_BUSY, "Another program");
	end_program(other);
	struct bytes was = read_bytes("a.db"), wal = read_bytes("a.db-wal");
	ck_assert_uint_gt(wal.n, 0);
	struct store *s = must_open("a.db", OPEN_READONLY);
	ck_assert(db_int(s->db, &n, NULL, "SELECT count(*) FROM action") && n == 1);
	store_close(s);
	ck_assert(same_bytes("a.db", &was));

	s = must_open("a.db", 0);
	ck_assert(db_int(s->db, &n, NULL, "SELECT count(*) FROM action") && n == 1);
	ck_assert_ptr_nonnull(strstr(store_notices(s), "write-ahead"));
	ck_assert_ptr_null(store_readonly(s));
	store_close(s);
	ck_assert_int_ne(access("a.db-wal", F_OK), 0);
	s = must_open("a.db", 0);
	ck_assert_str_eq(store_notices(s), "");
	store_close(s);

	/* Somebody else's -wal beside it must not be read into it. */
	was = read_bytes("a.db");
	write_bytes("a.db-wal", wal);
	s = must_open("a.db", 0);
	ck_assert_ptr_nonnull(strstr(store_readonly(s), "-wal"));
	store_close(s);
	ck_assert(same_bytes("a.db", &was));
	free(wal.s);
}
END_TEST

/* Runs f as a person without privileges; false when this machine cannot. */
static bool
as_nobody(void (*f)(void))
{
	int status;
	char here[4096];
	pid_t child = fork();

	if (child == 0) {
		ck_assert_ptr_nonnull(getcwd(here, sizeof here));
		if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
			_exit(77);
		if (access(here, R_OK | X_OK) != 0)
			_exit(77);
		f();
		_exit(0);
	}
	waitpid(child, &status, 0);
	ck_assert(WIFEXITED(status));
	if (WEXITSTATUS(status) == 77)
		printf("# skipped: no way to be without privileges here\n");
	else
		ck_assert_int_eq(WEXITSTATUS(status), 0);
	return WEXITSTATUS(status) == 0;
}

static void
open_as_nobody(void)
{
	struct error e = { 0 };
	struct store *s = store_open("a.db", 0, &e);

	if (!s || !store_readonly(s) || action_begin(s, "x", &e) || e.status != STATUS_NOPERM
	    || strcmp(e.msg, store_readonly(s)))
		_exit(2);
	store_close(s);
}

static void
refused_as_nobody(void)
{
	struct error e = { 0 };

	if (store_open("a.db", 0, &e) || e.status != STATUS_NOPERM)
		_exit(3);
	if (store_open("new.db", OPEN_CREATE, &e) || e.status != STATUS_NOPERM)
		_exit(4);
}

START_TEST(read_only_places_are_said_at_once)
{
	char here[4096];

	make_file("a.db");
	ck_assert_ptr_nonnull(getcwd(here, sizeof here));
	ck_assert_int_eq(chmod(here, 0755), 0);
	/* Somebody else's file; who is not root can only take the right away. */
	ck_assert_int_eq(chmod("a.db", geteuid() ? 0444 : 0644), 0);
	as_nobody(open_as_nobody);
	ck_assert_int_eq(chmod("a.db", 0666), 0);	/* now only the folder is */
	ck_assert_int_eq(chmod(here, 0555), 0);
	as_nobody(open_as_nobody);
	ck_assert_int_eq(chmod("a.db", 0000), 0);
	as_nobody(refused_as_nobody);
	ck_assert_int_eq(chmod(here, 0755), 0);
	ck_assert_int_eq(chmod("a.db", 0666), 0);
	end_program(other_program("a.db", SPILL));
	ck_assert_int_eq(chmod("a.db-journal", 0666), 0);
	ck_assert_int_eq(chmod(here, 0555), 0);
	setenv("TMPDIR", "/tmp", 1);
	as_nobody(open_as_nobody);
	ck_assert_int_eq(chmod(here, 0700), 0);
	ck_assert_int_eq(access("a.db-journal", F_OK), 0);
}
END_TEST

START_TEST(a_file_that_changed_is_noticed)
{
	struct error e = { 0 };

	for (int i = 0; i < 5; i++) {
		unlink("a.db");
		make_file("a.db");
		struct bytes first = read_bytes("a.db");
		struct store *s = must_open("a.db", 0);
		ck_assert(file_unchanged(s, &e));
		row_of_ours(s);
		ck_assert(file_unchanged(s, &e));
		struct bytes second = read_bytes("a.db");
		switch (i) {
		case 0:	/* replaced by rename, the same content */
			write_bytes("b.db", second);
			ck_assert_int_eq(rename("b.db", "a.db"), 0);
			break;
		case 1:
			ck_assert_int_eq(unlink("a.db"), 0);
			break;
		case 2:	/* overwritten by the same: nothing SQLite sees */
			usleep(20000);
			write_bytes("a.db", second);
			break;
		case 3:	/* by an older state */
			usleep(20000);
			write_bytes("a.db", first);
			break;
		case 4:	/* by another person's newer state */
			write_bytes("b.db", first);
			for (int k = 0; k < 3; k++)
				raw_sql("b.db", ROW);
			free(first.s);
			first = read_bytes("b.db");
			write_bytes("a.db", first);
			break;
		}
		e = (struct error){ 0 };
		ck_assert_msg(!file_unchanged(s, &e), "case %d", i);
		ck_assert_int_eq(e.status, STATUS_IO);
		ck_assert_msg(is_one_sentence(e.msg), "%s", e.msg);
		ck_assert(!action_begin(s, "x", &e));
		store_close(s);
		free(first.s);
		free(second.s);
	}
}
END_TEST

START_TEST(saves_of_another_program_are_seen)
{
	struct error e = { 0 };

	make_file("a.db");
	struct store *s = must_open("a.db", 0), *other = must_open("a.db", 0);
	row_of_ours(s);
	int64_t version = store_version(other);
	ck_assert(file_unchanged(other, &e));
	for (int i = 0; i < 3; i++) {
		row_of_ours(s);
		ck_assert_int_gt(store_version(other), version);
		version = store_version(other);
		ck_assert_msg(file_unchanged(other, &e), "%s", e.msg);
		ck_assert_int_eq(store_version(other), version);
	}
	row_of_ours(s);
	ck_assert(file_unchanged(other, &e));
	ck_assert_int_gt(store_version(other), version);
	ck_assert(action_begin(other, "x", &e) && action_end(other, true, NULL, &e));
	/* A save that changes the schema is no save of ours. */
	raw_sql("a.db", "CREATE TABLE mine(a)");
	ck_assert(!file_unchanged(s, &e));
	store_close(s);
	store_close(other);
}
END_TEST

START_TEST(a_program_that_writes_is_waited_for)
{
	struct error e = { 0 };

	make_file("a.db");
	pid_t child = other_program("a.db", "BEGIN IMMEDIATE; INSERT INTO action(id,step,clock,"
	    "time,command,sum) VALUES(7,1,1,1,'x',0)");
	struct store *s = must_open("a.db", 0);
	ck_assert_str_eq(store_notices(s), "");
	store_busy_timeout(s, 50);
	ck_assert(!action_begin(s, "x", &e));
	ck_assert_int_eq(e.status, STATUS_BUSY);
	ck_assert(is_one_sentence(e.msg));
	end_program(child);
	ck_assert(action_begin(s, "x", &e));
	ck_assert(action_end(s, true, NULL, &e));
	store_close(s);
	child = other_program("a.db", SPILL);
	must_refuse("a.db", 0, STATUS_BUSY, "Another program");
	end_program(child);
}
END_TEST

static bool
stop_at_once(void *ctx)
{
	++*(int *)ctx;
	return true;
}

START_TEST(long_sql_can_be_stopped)
{
	struct error e = { 0 };
	int64_t n;
	int asked = 0;

	make_file("a.db");
	struct store *s = must_open("a.db", 0);
	store_stop_hook(s, stop_at_once, &asked);
	ck_assert(!db_int(s->db, &n, &e, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1"
	    " FROM n) SELECT count(*) FROM n"));
	ck_assert_int_eq(e.status, STATUS_INTERRUPTED);
	ck_assert_int_gt(asked, 0);
	store_close(s);
}
END_TEST

START_TEST(the_process_keeps_things_to_itself)
{
	struct rlimit core;
	int status;
	pid_t child = fork();

	if (child == 0) {
		store_process_setup();
		raise(SIGXFSZ);
		raise(SIGPIPE);
		getrlimit(RLIMIT_CORE, &core);
		_exit(umask(0) == 077 && core.rlim_cur == 0 && core.rlim_max == 0 ? 0 : 1);
	}
	waitpid(child, &status, 0);
	ck_assert(WIFEXITED(status));
	ck_assert_int_eq(WEXITSTATUS(status), 0);
}
END_TEST

START_TEST(who_is_copied)
{
	char who[] = "Ada";

	make_file("a.db");
	struct store *s = must_open("a.db", 0);
	store_who_set(s, who, "k7");
	who[0] = 'X';
	ck_assert_str_eq(s->who, "Ada");
	store_who_set(s, NULL, s->place);
	ck_assert_ptr_null(s->who);
	ck_assert_str_eq(s->place, "k7");
	store_close(s);
	ck_assert(store_close(NULL));
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("open");
	TCase *c = tcase_create("open");

	tcase_set_timeout(c, 30);
	tcase_add_checked_fixture(c, enter, leave);
	tcase_add_test(c, the_usual_schema_is_known_by_its_sum);
	tcase_add_test(c, a_new_file_is_ours_alone_and_whole);
	tcase_add_test(c, looking_changes_no_byte);
	tcase_add_test(c, what_is_no_file_of_ours_is_refused);
	tcase_add_test(c, links_are_said);
	tcase_add_test(c, an_interrupted_save_is_taken_back_and_said);
	tcase_add_test(c, a_journal_cannot_reach_out);
	tcase_add_test(c, write_ahead_mode_is_left);
	tcase_add_test(c, read_only_places_are_said_at_once);
	tcase_add_test(c, a_file_that_changed_is_noticed);
	tcase_add_test(c, saves_of_another_program_are_seen);
	tcase_add_test(c, a_program_that_writes_is_waited_for);
	tcase_add_test(c, long_sql_can_be_stopped);
	tcase_add_test(c, the_process_keeps_things_to_itself);
	tcase_add_test(c, who_is_copied);
	suite_add_tcase(s, c);
	return run_suite(s);
}
