/* pty [-s ROWSxCOLS] [-u TEXT] STEP... -- PROGRAM [ARGUMENT...]: runs the program once
 * in a terminal of its own and says what each step took, for screen.sh. Steps:
 *
 *     NAME=KEYS    types KEYS (as they are sent) and waits until all is quiet
 *     NAME*9=KEYS  the same nine times
 *     +MS          goes on MS milliseconds after the keys before, not when it is quiet
 *     @NAME        says how much memory the program has by now
 *
 * Prints "NAME FIRST LAST CPU BYTES" for each time keys were typed: milliseconds to the
 * end of the first burst of output (what stands there until 2 ms have passed without
 * more), to the last byte, of processor time; and bytes written. "start" begins before
 * the fork, and its FIRST and CPU are when TEXT was written: what is done in idle time
 * after that is no part of it. "memory NAME KB" for @. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	BURST_MS = 2, QUIET_MS = 40,
	LONGEST_MS = 20000,	/* a program that is never quiet is broken */
	SEEN = 1 << 16		/* bytes of output that TEXT is looked for in */
};

struct session {
	int master;
	pid_t program;
	const char *text;	/* that the first screen ends with, or NULL */
	char seen[SEEN];
	size_t seen_count;
	bool over;
};

struct taken {
	double first, last;
	double cpu;		/* of the program when it had written the text */
	size_t bytes;
};

static double
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Of what the kernel tells under /proc/PID/name, after the label; -1 when gone. */
static double
told(pid_t program, const char *name, const char *label)
{
	char path[64], line[256];
	double value = -1;

	snprintf(path, sizeof path, "/proc/%d/%s", (int)program, name);
	FILE *f = fopen(path, "re");
	while (f && value < 0 && fgets(line, sizeof line, f))
		if (!strncmp(line, label, strlen(label)))
			value = strtod(line + strlen(label), NULL);
	if (f)
		fclose(f);
	return value;
}

static double
cpu_ms(const struct session *s)
{
	return told(s->program, "schedstat", "") / 1e6;
}

/* Has the text been written? Only before it was found are bytes kept. */
static bool
text_seen(struct session *s, const char *bytes, size_t n)
{
	if (n > SEEN - s->seen_count)
		n = SEEN - s->seen_count;
	memcpy(s->seen + s->seen_count, bytes, n);
	s->seen_count += n;
	return memmem(s->seen, s->seen_count, s->text, strlen(s->text)) != NULL;
}

/* Takes what is written within ms; false when nothing was. */
static bool
output_take(struct session *s, double start, double ms, struct taken *t)
{
	struct pollfd in = { .fd = s->master, .events = POLLIN };
	char bytes[65536];

	if (ms < 0 || poll(&in, 1, (int)ms + 1) <= 0)
		return false;
	ssize_t n = read(s->master, bytes, sizeof bytes);
	if (n <= 0) {
		s->over = true;
		return false;
	}
	double now = now_ms() - start;
	bool begins = !t->bytes || now - t->last < BURST_MS;
	if (s->text) {
		if (text_seen(s, bytes, (size_t)n)) {
			t->first = now;
			t->cpu = cpu_ms(s);
			s->text = NULL;
		}
	} else if (begins && t->first >= t->last) {
		t->first = now;
	}
	t->last = now;
	t->bytes += (size_t)n;
	return true;
}

/* Does it wait for something to come? A program that others keep from running does not. */
static bool
asleep(const struct session *s)
{
	char path[64], state = 'S';

	snprintf(path, sizeof path, "/proc/%d/stat", (int)s->program);
	FILE *f = fopen(path, "re");
	if (f && fscanf(f, "%*d (%*[^)]) %c", &state) != 1)
		state = 'S';
	if (f)
		fclose(f);
	return state != 'R' && state != 'D';
}

/* Until the terminal is quiet and the program sleeps. */
static void
settle(struct session *s, double start, struct taken *t)
{
	while (!s->over && now_ms() - start < LONGEST_MS) {
		double cpu = cpu_ms(s);
		if (output_take(s, start, QUIET_MS, t))
			continue;
		if (!s->text && cpu_ms(s) - cpu < 1 && asleep(s))
			return;
	}
}

static void
step_say(const char *name, int length, const struct taken *t, double cpu)
{
	printf("%.*s %.3f %.3f %.3f %zu\n", length, name, t->first, t->last, cpu, t->bytes);
}

static void
keys_type(struct session *s, const char *name, int length, const char *keys, double wait)
{
	struct taken t = { 0 };
	double cpu = cpu_ms(s), start = now_ms();

	if (write(s->master, keys, strlen(keys)) < 0)
		s->over = true;
	if (wait < 0)
		settle(s, start, &t);
	while (!s->over && now_ms() - start < wait)
		output_take(s, start, wait - (now_ms() - start) - 1, &t);
	step_say(name, length, &t, cpu_ms(s) - cpu);
}

static bool
steps_play(struct session *s, char **steps, int count)
{
	for (int i = 0; i < count && !s->over; i++) {
		const char *step = steps[i], *keys = strchr(step, '=');
		const char *times = memchr(step, '*', keys ? (size_t)(keys - step) : 0);
		double wait = i + 1 < count && steps[i + 1][0] == '+' ? atof(steps[i + 1]) : -1;
		if (*step == '@')
			printf("memory %s %.0f\n", step + 1, told(s->program, "status", "VmRSS:"));
		for (int k = keys ? times ? atoi(times + 1) : 1 : 0; k > 0 && !s->over; k--)
			keys_type(s, step, (int)((times ? times : keys) - step), keys + 1, wait);
	}
	return !s->over;
}

static void
program_start(struct session *s, struct winsize *size, char **argv)
{
	s->program = forkpty(&s->master, NULL, NULL, size);
	if (s->program < 0) {
		fprintf(stderr, "no terminal: %s\n", strerror(errno));
		exit(1);
	}
	if (s->program)
		return;
	setenv("TERM", "xterm-256color", 1);
	unsetenv("LINES");
	unsetenv("COLUMNS");
	execvp(argv[0], argv);
	fprintf(stderr, "%s: %s\n", argv[0], strerror(errno));
	_exit(127);
}

int
main(int argc, char **argv)
{
	static struct session s;
	struct winsize size = { .ws_row = 24, .ws_col = 80 };
	struct taken t = { 0 };
	int option, steps, count = 0;

	while ((option = getopt(argc, argv, "+s:u:")) > 0)
		if (option == 'u')
			s.text = optarg;
		else if (sscanf(optarg, "%hux%hu", &size.ws_row, &size.ws_col) != 2)
			return 2;
	/* Where no step stands before it, getopt takes the "--" for its own. */
	steps = optind > 1 && !strcmp(argv[optind - 1], "--") ? optind - 1 : optind;
	while (steps + count < argc && strcmp(argv[steps + count], "--"))
		count++;
	if (steps + count + 1 >= argc)
		return 2;
	double start = now_ms();
	program_start(&s, &size, argv + steps + count + 1);
	settle(&s, start, &t);
	step_say("start", 5, &t, t.cpu > 0 ? t.cpu : cpu_ms(&s));
	bool ok = steps_play(&s, argv + steps, count) && t.bytes;
	/* In order: what a killed program leaves behind, the next one would look at. */
	kill(s.program, SIGTERM);
	for (int i = 0; i < 100 && !waitpid(s.program, NULL, WNOHANG); i++) {
		struct taken rest = { 0 };
		output_take(&s, now_ms(), 20, &rest);
	}
	kill(s.program, SIGKILL);
	if (!ok)
		fprintf(stderr, "%s ended before its steps did\n", argv[steps + count + 1]);
	return !ok;
}
