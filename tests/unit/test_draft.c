#include <signal.h>
#include <sys/resource.h>

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

/* Files in the folder whose name ends so. */
static int
files(const char *end)
{
	char line[512];
	int n = 0;

	ck_assert_int_eq(system("ls -A drafts >names"), 0);
	FILE *in = fopen("names", "r");
	while (fgets(line, sizeof line, in)) {
		line[strcspn(line, "\n")] = '\0';
		size_t len = strlen(line), k = strlen(end);
		n += len >= k && !strcmp(line + len - k, end);
	}
	fclose(in);
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
	struct stat st;

	ck_assert(!draft_waits(d));
	put(d, RECORD, "summary", "a", 1000);
	put(d, RECORD, "summary", "ab", 1200);	/* the first one counts */
	ck_assert(draft_tick(d, 1100, &e));
	ck_assert_int_eq(files(".draft"), 0);
	ck_assert(draft_waits(d));
	ck_assert(draft_tick(d, 1400, &e));
	ck_assert_int_eq(files(".draft"), 1);
	ck_assert(!draft_waits(d));
	ck_assert_int_eq(system("ls drafts/*.draft >names"), 0);
	ck_assert_int_eq(system("stat -c %a drafts/*.draft | grep -qx 600"), 0);
	ck_assert_int_eq(stat("drafts", &st), 0);
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

START_TEST(killed_at_any_moment)
{
	for (int round = 0; round < 20; round++) {
		pid_t child = fork();
		if (child == 0) {
			struct drafts *d = drafts_open("drafts", "/a/file.db", NULL);
			char text[32];
			for (int64_t i = 0; d; i++) {
				snprintf(text, sizeof text, "%06d words", (int)i);
				put(d, RECORD, "summary", text, i * 1000);
				draft_tick(d, i * 1000 + 500, NULL);
			}
			_exit(1);
		}
		usleep((useconds_t)(3000 + round * 1500));
		ck_assert_int_eq(kill(child, SIGKILL), 0);
		waitpid(child, NULL, 0);
		struct drafts *d = begin("/a/file.db");
		ck_assert_uint_le(draft_found_count(d), 1);
		if (draft_found_count(d)) {
			ck_assert_uint_eq(draft_found(d, 0)->length, 12);
			ck_assert_str_eq(draft_found(d, 0)->text + 6, " words");
			draft_discard(d, 0);
		} else {
			ck_assert_int_lt(round, 15);	/* by then something was typed */
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

START_TEST(nonsense_is_passed_over)
{
	struct error e = { 0 };

	ck_assert_int_eq(system("cd drafts && echo x >a-1.draft && : >b-1.draft"
	    " && printf 'alianza-draft 1\\nfile /a/file.db\\npane p\\nrecord -\\nfield f\\n"
	    "time 1\\ncursor 9\\nlength 2\\n\\nab' >c-1.draft"
	    " && printf 'alianza-draft 1\\nfile /a/file.db\\npane p\\nrecord -\\nfield f\\n"
	    "time 1\\ncursor 1\\nlength 3\\n\\nab' >d-1.draft"
	    " && printf 'alianza-draft 1\\nfile /a/file.db\\npane p' >e-1.draft"
	    " && ln -s /etc/passwd f-1.draft && mkdir g-1.draft && mkfifo h-1.draft"
	    " && touch -d '1 hour ago' .alianza-1-0.part && touch .alianza-2-0.part"
	    " && printf 'alianza-draft 1\\nfile /a/file.db\\npane p\\nrecord -\\nfield f\\n"
	    "time 1\\ncursor 1\\nlength 2\\n\\nab' >i-1.draft"), 0);
	struct drafts *d = begin("/a/file.db");
	ck_assert_uint_eq(draft_found_count(d), 1);
	ck_assert_str_eq(draft_found(d, 0)->text, "ab");
	drafts_close(d);
	ck_assert_int_eq(files(".part"), 1);
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
