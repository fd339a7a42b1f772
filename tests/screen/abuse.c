/* abuse HOW SEED COUNT ROWSxCOLS -- PROGRAM [ARGUMENT...]: runs the program in a terminal
 * of its own and does to it what nobody should:
 *
 *     bytes    COUNT random bytes, as a cat on the keyboard would
 *     keys     COUNT random keys, sequences and texts that mean something
 *     paste    one bracketed paste of COUNT bytes, in the middle of typing
 *     resize   COUNT sizes from 1x1 to 200x300, with keys between
 *     signals  a signal at each of COUNT keys
 *     hangup   COUNT keys, then the terminal is gone
 *
 * but leaves out what ends it or puts it to sleep (q, Ctrl-Z). Then it has to answer
 * to a key, leave by Ctrl-C or q keys and give the terminal back. Prints what it saw as
 * "name: value" lines; ends with 1 when the program died, hung or left the terminal as
 * it was. The seed is printed, and the same seed does the same. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>

enum { PATIENCE_MS = 60000, TAIL = 4096, CHUNK = 512 };

struct session {
	int master, slave;
	pid_t program;
	struct termios before;
	char tail[TAIL];	/* of what was written last */
	size_t tail_count;
	uint64_t output;
	uint64_t random;
	int status;		/* of the program, when it is over */
	bool over;
};

static int64_t
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* xorshift64*: the same numbers everywhere. */
static unsigned
draw(struct session *s, unsigned below)
{
	s->random ^= s->random >> 12;
	s->random ^= s->random << 25;
	s->random ^= s->random >> 27;
	return (unsigned)((s->random * 0x2545f4914f6cdd1dULL) >> 33) % below;
}

static void
tail_keep(struct session *s, const char *bytes, size_t n)
{
	if (n >= TAIL) {
		memcpy(s->tail, bytes + n - TAIL, TAIL);
		s->tail_count = TAIL;
		return;
	}
	if (s->tail_count + n > TAIL) {
		size_t drop = s->tail_count + n - TAIL;
		memmove(s->tail, s->tail + drop, s->tail_count - drop);
		s->tail_count -= drop;
	}
	memcpy(s->tail + s->tail_count, bytes, n);
	s->tail_count += n;
}

static bool
is_over(struct session *s)
{
	if (!s->over)
		s->over = waitpid(s->program, &s->status, WNOHANG) == s->program;
	return s->over;
}

/* Takes what the program writes until nothing came for quiet ms; false: it wrote on and
 * on, or was silent and the patience is over. */
static size_t
listen_for(struct session *s, int quiet)
{
	struct pollfd p = { .fd = s->master, .events = POLLIN };
	int64_t until = now_ms() + PATIENCE_MS;
	size_t seen = 0;
	char bytes[16384];

	while (now_ms() < until && poll(&p, 1, quiet) > 0) {
		ssize_t n = read(s->master, bytes, sizeof bytes);
		if (n <= 0)
			break;
		tail_keep(s, bytes, (size_t)n);
		s->output += (uint64_t)n;
		seen += (size_t)n;
	}
	return seen;
}

static bool
tail_has(const struct session *s, const char *text)
{
	size_t n = strlen(text);

	for (size_t i = 0; i + n <= s->tail_count; i++)
		if (!memcmp(s->tail + i, text, n))
			return true;
	return false;
}

/* Before the terminal is the program's, Ctrl-C means the end. */
static void
wait_ready(struct session *s)
{
	int64_t until = now_ms() + PATIENCE_MS;

	while (!tail_has(s, "\033[?1049h") && now_ms() < until)
		listen_for(s, 20);
	listen_for(s, 100);
}

/* Types without ever blocking: a program that reads slowly is no fault, one that does
 * not read at all is. */
static bool
type(struct session *s, const char *bytes, size_t n)
{
	int64_t until = now_ms() + PATIENCE_MS;

	while (n && !is_over(s)) {
		ssize_t done = write(s->master, bytes, n < CHUNK ? n : CHUNK);
		if (done > 0) {
			bytes += done;
			n -= (size_t)done;
			until = now_ms() + PATIENCE_MS;
		}
		listen_for(s, done > 0 ? 0 : 5);
		if (now_ms() > until)
			return false;
	}
	return !n;
}

static bool
type_text(struct session *s, const char *text)
{
	return type(s, text, strlen(text));
}

static void
size_set(struct session *s, int rows, int cols)
{
	struct winsize w = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };

	ioctl(s->master, TIOCSWINSZ, &w);
}

/* --- What is done to it --- */

static char
byte_any(struct session *s)
{
	char c;

	do
		c = (char)draw(s, 256);
	while (c == 'q' || c == 0x1a);
	return c;
}

static bool
do_bytes(struct session *s, int count)
{
	for (bool ok = true; count > 0 && ok; count -= CHUNK) {
		char bytes[CHUNK];
		size_t n = count < CHUNK ? (size_t)count : CHUNK;
		for (size_t i = 0; i < n; i++)
			bytes[i] = byte_any(s);
		ok = type(s, bytes, n);
		if (!ok)
			return false;
	}
	return true;
}

static const char *const keys[] = {
	"\r", "\t", "\033", "\033[A", "\033[B", "\033[C", "\033[D", "\033[5~", "\033[6~", "\033[H",
	"\033[F", "\033[Z", "\177", "\033[3~", "\033[2~", "\033OP", "\033[21~", "\033[1;3D", " ",
	"a", "e", "/", ":", "?", "1", "2", "3", "4", "0", "x", "s", "c", "u", "U", ">", "<", "L",
	"H", "F", "W", "D", "*", "n", "y", "-", "E", "museo", "Wikimedia", "ñ", "日本", "é\xcc\x81",
	"fri", "+2w", "stage=active", "\x01", "\x05", "\x0b", "\x15", "\x0c", "\x13", "\x03",
	"\033[<0;10;5M", "\033[<0;10;5m", "\033[<64;3;9M", "\033[<65;3;9M", "\033[200~two\nlines\033[201~",
};
enum { KEYS = sizeof keys / sizeof *keys };

static bool
do_keys(struct session *s, int count)
{
	while (count-- > 0) {
		if (!type_text(s, keys[draw(s, KEYS)]))
			return false;
		if (!draw(s, 8))
			listen_for(s, 3);	/* else it would draw only what comes at the end */
	}
	return true;
}

static bool
do_paste(struct session *s, int count)
{
	static const char words[] = "Museo de la Memoria, día 12: ¿quién? \xe2\x80\xae \n\t";
	char *text = malloc((size_t)count + sizeof words);
	size_t n = 0;

	while (text && n < (size_t)count) {
		memcpy(text + n, words, sizeof words - 1);
		n += sizeof words - 1;
	}
	bool ok = text && type_text(s, "\033[200~") && type(s, text, n)
	    && type_text(s, "\033[201~");
	free(text);
	return ok;
}

static bool
do_resize(struct session *s, int count)
{
	for (int i = 0; i < count; i++) {
		size_set(s, 1 + (int)draw(s, i % 3 ? 60 : 200), 1 + (int)draw(s, i % 3 ? 120 : 300));
		if (i % 50 == 49)
			size_set(s, 1, 1);
		if (!type_text(s, keys[draw(s, KEYS)]))
			return false;
	}
	size_set(s, 24, 80);
	return true;
}

static bool
do_signals(struct session *s, int count)
{
	static const int signals[] = { SIGWINCH, SIGCONT, SIGPIPE, SIGALRM, SIGUSR1, SIGURG };

	for (int i = 0; i < count; i++) {
		int sig = signals[draw(s, sizeof signals / sizeof *signals)];
		if (sig == SIGALRM || sig == SIGUSR1)
			sig = SIGWINCH;		/* these end any program that does not ask for them */
		kill(s->program, sig);
		if (!type_text(s, keys[draw(s, KEYS)]))
			return false;
	}
	return true;
}

static const struct how {
	const char *name;
	bool (*run)(struct session *s, int count);
	bool hangup;
} hows[] = {
	{ "bytes", do_bytes, false }, { "keys", do_keys, false }, { "paste", do_paste, false },
	{ "resize", do_resize, false }, { "signals", do_signals, false },
	{ "hangup", do_keys, true },
};
enum { HOWS = sizeof hows / sizeof *hows };

/* --- Afterwards --- */

static bool
wait_over(struct session *s, int ms)
{
	int64_t until = now_ms() + ms;

	while (!is_over(s) && now_ms() < until)
		listen_for(s, 10);
	return is_over(s);
}

static bool
terminal_given_back(const struct session *s)
{
	struct termios now;

	return !tcgetattr(s->slave, &now) && now.c_lflag == s->before.c_lflag
	    && now.c_iflag == s->before.c_iflag && now.c_oflag == s->before.c_oflag
	    && tail_has(s, "\033[?1049l") && tail_has(s, "\033[?2004l");
}

/* Whatever is open is closed by Esc and q; a form that cannot be saved becomes a draft.
 * By chance, for on a main pane Esc opens the menu again. A terminal that is given back
 * makes a signal of Ctrl-C, which would kill what only frees its memory. */
static bool
leave(struct session *s)
{
	static const char *const closing[] = { "\033", "\033", "q", "\x03" };

	for (int i = 0; i < 400 && !is_over(s) && !terminal_given_back(s); i++) {
		if (!type_text(s, closing[draw(s, 4)]))
			return false;
		listen_for(s, 40);	/* Esc and what follows it are two keys */
	}
	return wait_over(s, PATIENCE_MS);
}

static bool
judge(struct session *s, bool answered, bool left, bool hangup)
{
	bool died = s->over && WIFSIGNALED(s->status) && !(hangup && WTERMSIG(s->status) == SIGHUP);
	bool back = hangup || terminal_given_back(s);

	printf("answered: %s\nended: %s\nstatus: %d\nterminal: %s\noutput: %s\n",
	    answered ? "yes" : "no", left ? "yes" : "no",
	    !s->over ? -1 : died ? 128 + WTERMSIG(s->status) : WEXITSTATUS(s->status),
	    back ? "given back" : "not given back", s->output ? "some" : "none");
	return answered && left && !died && back && (hangup || !WEXITSTATUS(s->status));
}

static bool
start(struct session *s, int rows, int cols, char **argv)
{
	struct winsize w = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };

	if (openpty(&s->master, &s->slave, NULL, NULL, &w) || tcgetattr(s->slave, &s->before))
		return false;
	s->program = fork();
	if (!s->program) {
		close(s->master);
		login_tty(s->slave);
		setenv("TERM", "xterm-256color", 1);
		execv(argv[0], argv);
		_exit(127);
	}
	fcntl(s->master, F_SETFL, O_NONBLOCK);
	return s->program > 0;
}

int
main(int argc, char **argv)
{
	struct session s = { 0 };
	int rows, cols, count = argc > 3 ? atoi(argv[3]) : 0;
	const struct how *how = hows;

	while (argc > 6 && how < hows + HOWS && strcmp(how->name, argv[1]))
		how++;
	if (argc < 7 || how == hows + HOWS || sscanf(argv[4], "%dx%d", &rows, &cols) != 2)
		return 2;
	s.random = strtoull(argv[2], NULL, 10) * 2 + 1;
	printf("seed: %s\ncount: %d\n", argv[2], count);
	signal(SIGPIPE, SIG_IGN);
	if (!start(&s, rows, cols, argv + 6))
		return 2;
	wait_ready(&s);
	bool answered = how->run(&s, count) && !is_over(&s);
	if (how->hangup) {
		close(s.slave);
		close(s.master);
		s.master = -1;
		int64_t until = now_ms() + PATIENCE_MS;
		while (!is_over(&s) && now_ms() < until)
			poll(NULL, 0, 10);
	}
	bool left = how->hangup ? s.over : leave(&s);
	if (!left)
		kill(s.program, SIGKILL);
	return judge(&s, answered, left, how->hangup) ? 0 : 1;
}
