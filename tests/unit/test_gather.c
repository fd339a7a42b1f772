/* What is written piece by piece comes out at once: each write to a socket that keeps
 * messages apart is one of them. */
#include "config.h"

#include <check.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/unit/run.h"
#include "ui/gather.h"

static void
ends_make(int ends[2])
{
	ck_assert_int_eq(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_NONBLOCK, 0, ends), 0);
}

static void
piece_write(int fd, const char *s)
{
	ck_assert_int_eq(write(fd, s, strlen(s)), (ssize_t)strlen(s));
}

static void
message_is(int fd, const char *wanted)
{
	char message[256];
	ssize_t n = read(fd, message, sizeof message - 1);

	ck_assert_int_ge(n, 0);
	message[n] = '\0';
	ck_assert_str_eq(message, wanted);
}

START_TEST(pieces_are_one_write)
{
	struct gather g;
	int ends[2];

	ends_make(ends);
	gather_open(&g, ends[0]);
	for (int round = 0; round < 2; round++) {
		gather_begin(&g);
		piece_write(ends[0], "one ");
		piece_write(ends[0], "two ");
		piece_write(ends[0], round ? "" : "three");
		ck_assert(gather_end(&g));
		message_is(ends[1], round ? "one two " : "one two three");
		ck_assert_int_lt(read(ends[1], &(char){ 0 }, 1), 0);
	}
	gather_close(&g);
	close(ends[0]);
	close(ends[1]);
}
END_TEST

START_TEST(outside_it_goes_where_it_always_went)
{
	struct gather g;
	int ends[2];

	ends_make(ends);
	gather_open(&g, ends[0]);
	piece_write(ends[0], "before");
	message_is(ends[1], "before");
	gather_begin(&g);
	ck_assert(gather_end(&g));
	piece_write(ends[0], "after");
	message_is(ends[1], "after");
	gather_close(&g);
	piece_write(ends[0], "closed");
	message_is(ends[1], "closed");
	gather_begin(&g);	/* closed: nothing is gathered */
	piece_write(ends[0], "direct");
	message_is(ends[1], "direct");
	ck_assert(gather_end(&g));
	close(ends[0]);
	close(ends[1]);
}
END_TEST

START_TEST(a_device_that_is_gone_is_said)
{
	struct gather g;
	int ends[2];

	ends_make(ends);
	gather_open(&g, ends[0]);
	close(ends[1]);
	gather_begin(&g);
	piece_write(ends[0], "nobody reads this");
	ck_assert(!gather_end(&g));
	gather_close(&g);
	close(ends[0]);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("gather");
	TCase *t = tcase_create("all");

	signal(SIGPIPE, SIG_IGN);
	tcase_add_test(t, pieces_are_one_write);
	tcase_add_test(t, outside_it_goes_where_it_always_went);
	tcase_add_test(t, a_device_that_is_gone_is_said);
	suite_add_tcase(s, t);
	return run_suite(s);
}
