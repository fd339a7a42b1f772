#include <dirent.h>
#include <signal.h>
#include <sys/resource.h>
#include <time.h>

#include "app/draft.h"
#include "tests/unit/run.h"
#include "tests/unit/scratch.h"

#define TEXT "Acta: n\xcc\x83 \xe2\x80\x8f y\nuna l\xc3\xadnea; \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7"

static const int64_t RECORD = INT64_C(0x123456789abcdef);

static void
setup(void)
{
	scratch_enter();
	ck_assert_int_eq(mkdir("drafts", 0700), 0);
}

static void
teardown(void)
{
	scratch_leave();
}

static struct drafts *
begin(const char *file)
{
	struct error e = { 0 };
	struct drafts *d = drafts_open("drafts", file, &e);

	ck_assert_msg(d != NULL, "%s", e.msg);
	return d;
}

static void
put(struct drafts *d, int64_t record, const char *field, const char *text, int64_t now)
{
	struct draft draft = { .pane = "partners", .record = record, .field = field,
	    .text = text, .length = strlen(text), .cursor = strlen(text) / 2 };

	draft_put(d, &draft, now);
}

/* Files in the folder whose name ends so; all are this person's alone. */
static int
files(const char *end)
{
	DIR *dir = opendir("drafts");
	struct dirent *entry;
	struct stat st;
	int n = 0;

	ck_assert_ptr_nonnull(dir);
	while ((entry = readdir(dir))) {
		size_t len = strlen(entry->d_name), k = strlen(end);
		if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..") || len < k
		    || strcmp(entry->d_name + len - k, end))
			continue;
		ck_assert_int_eq(fstatat(dirfd(dir), entry->d_name, &st, AT_SYMLINK_NOFOLLOW), 0);
		ck_assert_uint_eq(st.st_mode & 077, 0);
		n++;
	}
	closedir(dir);
	return n;
}

static void
expect(const struct draft *found, int64_t record, const char *field, const char *text)
{
	ck_assert_ptr_nonnull(found);
	ck_assert_str_eq(found->pane, "partners");
	ck_assert_int_eq(found->record, record);
	ck_assert_str_eq(found->field, field);
	ck_assert_uint_eq(found->length, strlen(text));
	ck_assert_str_eq(found->text, text);
	ck_assert_uint_eq(found->cursor, strlen(text) / 2);
}

START_TEST(written_within_a_second)
{
	struct drafts *d = begin("/a/file.db");
	struct error e = { 0 };

	ck_assert(!draft_waits(d));
	put(d, RECORD, "summary", "a", 1000);
	put(d, RECORD, "summary", "ab", 1200);	/* the first one counts */
	ck_assert(draft_tick(d, 1100, &e));
	ck_assert_int_eq(files(".draft"), 0);
	ck_assert(draft_waits(d));
	ck_assert(draft_tick(d, 1400, &e));
	ck_assert_int_eq(files(".draft"), 1);
	ck_assert(!draft_waits(d));
	draft_drop(d, "partners", RECORD, "summary");
	ck_assert_int_eq(files(""), 1);		/* the lock */
	drafts_close(d);
	ck_assert_int_eq(files(""), 0);
}
END_TEST

START_TEST(found_at_the_next_start)
{
	struct drafts *d = begin("/a/file.db");

	put(d, RECORD, "summary", TEXT, 0);
	put(d, 0, "name", "Museo", 0);
	drafts_close(d);
	d = begin("/a/file.db");
	ck_assert_uint_eq(draft_found_count(d), 2);
	const struct draft *first = draft_found(d, 0);
	bool order = first->record == RECORD;
	expect(draft_found(d, !order), RECORD, "summary", TEXT);
	expect(draft_found(d, order), 0, "name", "Museo");
	drafts_close(d);
	d = begin("/b/other.db");	/* another file's */
	ck_assert_uint_eq(draft_found_count(d), 0);
	drafts_close(d);
	d = begin("/a/file.db");	/* they stay until somebody decides */
	ck_assert_uint_eq(draft_found_count(d), 2);
	draft_discard(d, 0);
	draft_discard(d, 0);
	draft_discard(d, 0);
	ck_assert_uint_eq(draft_found_count(d), 0);
	drafts_close(d);
	ck_assert_int_eq(files(""), 0);
}
END_TEST

/* typing: puts words and writes them for ever, and says on fd when the first are written. */
static void
typing(int fd)
{
	struct drafts *d = drafts_open("drafts", "/a/file.db", NULL);
	char text[32];

	for (int64_t i = 0; d; i++) {
		snprintf(text, sizeof text, "%06d words", (int)i);
		put(d, RECORD, "summary", text, i * 2000);
		if (!draft_tick(d, i * 2000 + 1000, NULL) || (!i && write(fd, "", 1) != 1))
			break;
	}
}

START_TEST(killed_at_any_moment)
{
	for (int round = 0; round < 20; round++) {
		bool written = round % 2;	/* wait until something is */
		int ends[2];
		char byte;
		ck_assert_int_eq(pipe(ends), 0);
		pid_t child = fork();
		if (child == 0) {
			typing(ends[1]);
			_exit(1);
		}
		close(ends[1]);
		if (written)
			ck_assert_int_eq(read(ends[0], &byte, 1), 1);
		usleep((useconds_t)(round * 1500));
		ck_assert_int_eq(kill(child, SIGKILL), 0);
		waitpid(child, NULL, 0);
		close(ends[0]);
		struct drafts *d = begin("/a/file.db");
		ck_assert_uint_le(draft_found_count(d), 1);
		ck_assert_uint_ge(draft_found_count(d), written);
		if (draft_found_count(d)) {
			ck_assert_uint_eq(draft_found(d, 0)->length, 12);
			ck_assert_str_eq(draft_found(d, 0)->text + 6, " words");
			draft_discard(d, 0);
		}
		drafts_close(d);
		ck_assert_int_eq(files(".draft"), 0);
		ck_assert_int_eq(files(".lock"), 0);
	}
}
END_TEST

START_TEST(what_is_being_typed_is_left_alone)
{
	struct drafts *one = begin("/a/file.db");
	struct error e = { 0 };

	put(one, RECORD, "summary", TEXT, 0);
	ck_assert(draft_tick(one, 1000, &e));
	struct drafts *two = begin("/a/file.db");
	ck_assert_uint_eq(draft_found_count(two), 0);
	put(two, RECORD, "summary", "mine", 0);
	drafts_close(two);
	ck_assert_int_eq(files(".draft"), 2);
	drafts_close(one);
	two = begin("/a/file.db");
	ck_assert_uint_eq(draft_found_count(two), 2);
	drafts_close(two);
}
END_TEST

START_TEST(accepted_ones_go_on)
{
	struct drafts *d = begin("/a/file.db");
	struct error e = { 0 };

	put(d, RECORD, "summary", TEXT, 0);
	drafts_close(d);
	d = begin("/a/file.db");
	put(d, RECORD, "summary", "typed anew", 0);	/* does not touch the one found */
	ck_assert(draft_tick(d, 1000, &e));
	expect(draft_found(d, 0), RECORD, "summary", TEXT);
	draft_accept(d, 0);
	ck_assert_uint_eq(draft_found_count(d), 0);
	ck_assert_int_eq(files(".draft"), 1);
	put(d, RECORD, "summary", TEXT " and more", 2000);
	drafts_close(d);
	d = begin("/a/file.db");
	ck_assert_uint_eq(draft_found_count(d), 1);
	expect(draft_found(d, 0), RECORD, "summary", TEXT " and more");
	draft_accept(d, 0);
	put(d, RECORD, "name", "x", 0);
	put(d, RECORD + 1, "name", "y", 0);
	draft_drop(d, "partners", RECORD, NULL);
	drafts_close(d);
	ck_assert_int_eq(files(".draft"), 1);
}
END_TEST

#define HEAD "alianza-draft 1\nfile /a/file.db\npane p\nrecord -\nfield f\ntime 1\n"

static const struct {
	const char *name, *text;
} nonsense[] = {
	{ "a-1.draft", "x" }, { "b-1.draft", "" },
	{ "c-1.draft", HEAD "cursor 9\nlength 2\n\nab" },
	{ "d-1.draft", HEAD "cursor 1\nlength 3\n\nab" },
	{ "e-1.draft", HEAD "cursor 1\nlength 1\n\nab" },
	{ "f-1.draft", "alianza-draft 1\nfile /a/file.db\npane p" },
	{ "g-1.draft", HEAD "cursor 1\nlength 2\n\nab" },	/* the one that is sound */
};

static void
file_make(const char *name, const char *text)
{
	struct str path = { 0 };

	str_addf(&path, "drafts/%s", name);
	FILE *out = fopen(path.s, "w");
	ck_assert_ptr_nonnull(out);
	fputs(text, out);
	fclose(out);
	str_free(&path);
}

START_TEST(nonsense_is_passed_over)
{
	struct error e = { 0 };

	for (size_t i = 0; i < sizeof nonsense / sizeof *nonsense; i++)
		file_make(nonsense[i].name, nonsense[i].text);
	ck_assert_int_eq(symlink("/etc/passwd", "drafts/l-1.draft"), 0);
	ck_assert_int_eq(mkdir("drafts/m-1.draft", 0700), 0);
	ck_assert_int_eq(mkfifo("drafts/n-1.draft", 0600), 0);
	file_make(".alianza-1-0.part", "old");
	file_make(".alianza-2-0.part", "of now");
	struct timespec old[2] = { { time(NULL) - 3600, 0 }, { time(NULL) - 3600, 0 } };
	ck_assert_int_eq(utimensat(AT_FDCWD, "drafts/.alianza-1-0.part", old, 0), 0);
	struct drafts *d = begin("/a/file.db");
	ck_assert_uint_eq(draft_found_count(d), 1);
	ck_assert_str_eq(draft_found(d, 0)->text, "ab");
	drafts_close(d);
	ck_assert_int_eq(unlink("drafts/l-1.draft"), 0);
	ck_assert_int_eq(faccessat(AT_FDCWD, "drafts/.alianza-1-0.part", F_OK, 0), -1);
	ck_assert_int_eq(faccessat(AT_FDCWD, "drafts/.alianza-2-0.part", F_OK, 0), 0);
	ck_assert_ptr_null(drafts_open("nowhere", "/a/file.db", &e));
	ck_assert(is_one_sentence(e.msg));
}
END_TEST

START_TEST(a_full_disk_is_said_and_tried_again)
{
	struct drafts *d = begin("/a/file.db");
	struct error e = { 0 };
	struct rlimit was, none;

	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &was), 0);
	none = was;
	none.rlim_cur = 0;
	put(d, RECORD, "summary", TEXT, 0);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &none), 0);
	bool ok = draft_tick(d, 1000, &e);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &was), 0);
	ck_assert(!ok);
	ck_assert(is_one_sentence(e.msg));
	ck_assert(draft_waits(d));
	ck_assert(draft_tick(d, 2000, &e));	/* not at once again */
	ck_assert(draft_waits(d));
	ck_assert(draft_tick(d, 7000, &e));
	ck_assert(!draft_waits(d));
	ck_assert_int_eq(files(".part"), 0);
	drafts_close(d);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("draft");
	TCase *t = tcase_create("draft");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, written_within_a_second);
	tcase_add_test(t, found_at_the_next_start);
	tcase_add_test(t, killed_at_any_moment);
	tcase_add_test(t, what_is_being_typed_is_left_alone);
	tcase_add_test(t, accepted_ones_go_on);
	tcase_add_test(t, nonsense_is_passed_over);
	tcase_add_test(t, a_full_disk_is_said_and_tried_again);
	suite_add_tcase(s, t);
	return run_suite(s);
}
