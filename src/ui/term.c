#include "config.h"

#include "ui/term.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/gather.h"
#include "ui/input.h"
#include "ui/theme.h"

/* A terminal of ANSI X3.64 that does not know these modes passes over them. */
static const char modes_on[] = "\033[?2004h\033[?1000h\033[?1006h";
static const char modes_off[] = "\033[?1006l\033[?1000l\033[?2004l";

static const int signals[] = { SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGWINCH };
enum { SIGNALS = sizeof signals / sizeof *signals, BLOCK = 65536 };

struct terminal {
	struct term_options options;
	SCREEN *screen;
	FILE *nowhere;
	struct input input;
	struct draw draw;
	struct gather gather;	/* what curses writes */
	int pipe[2];		/* from the handlers */
	struct sigaction before[SIGNALS];
	int64_t fed;		/* when bytes came last */
	bool ansi, dead;
};

/* --- Signals --- */

/* A handler has nobody to hand it a context; the one way out of it is this pipe. */
static volatile sig_atomic_t signal_pipe = -1;

static void
hear(int sig)
{
	int why = errno;
	char byte = (char)sig;

	if (signal_pipe >= 0 && write(signal_pipe, &byte, 1) < 0)
		errno = why;	/* full: one of its kind waits there already */
	errno = why;
}

/* Before curses starts: it takes only signals that nobody hears. */
static bool
signals_hear(struct terminal *t, struct error *e)
{
	struct sigaction action = { .sa_handler = hear, .sa_flags = SA_RESTART };

	if (pipe2(t->pipe, O_CLOEXEC | O_NONBLOCK))
		return set_error(e, STATUS_IO, _("The screen cannot be opened: %s."),
		    strerror(errno));
	signal_pipe = t->pipe[1];
	for (int i = 0; i < SIGNALS; i++)
		sigaction(signals[i], &action, &t->before[i]);
	return true;
}

static void
signals_restore(struct terminal *t)
{
	for (int i = 0; i < SIGNALS; i++)
		sigaction(signals[i], &t->before[i], NULL);
	signal_pipe = -1;
	close(t->pipe[0]);
	close(t->pipe[1]);
}

/* --- Set up --- */

/* What the person's own locale says, not the UTF-8 that the program works in. */
static bool
locale_is_utf8(void)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
	locale_t loc = newlocale(LC_CTYPE_MASK, "", (locale_t)0);

	if (loc) {
		bool utf8 = !strcmp(nl_langinfo_l(CODESET, loc), "UTF-8");
		freelocale(loc);
		return utf8;
	}
	for (int i = 0; i < 3; i++) {
		const char *value = getenv(names[i]);
		if (value && *value)
			return strcasestr(value, "utf-8") || strcasestr(value, "utf8");
	}
	return false;
}

static void
modes_write(const char *modes)
{
	/* By no buffer: in order with what curses writes itself. */
	if (write(STDOUT_FILENO, modes, strlen(modes)) < 0)
		return;		/* the terminal is gone, and so are its modes */
}

/* For die(): curses knows by itself whether there is a screen to give back. */
static void
give_back(void)
{
	if (!stdscr || isendwin())
		return;
	if (isatty(STDOUT_FILENO))
		modes_write(modes_off);
	endwin();
}

static bool
screen_new(struct terminal *t, struct error *e)
{
	static const char *const kinds[] = { "xterm-256color", "xterm", "ansi", "vt100", "dumb" };
	const char *kind = getenv("TERM");

	if (!t->options.offscreen)
		t->screen = newterm(NULL, stdout, stdin);
	else if ((t->nowhere = fopen("/dev/null", "r+")))
		for (int i = 0; !t->screen && i < 5; i++)
			t->screen = newterm(kinds[i], t->nowhere, t->nowhere);
	if (!t->screen)
		return set_error(e, STATUS_USAGE,
		    _("This machine knows no terminal \"%s\". Set TERM, or use the commands that \"alianza help\" lists."),
		    kind ? kind : "");
	if (!t->options.offscreen && !(cursor_address && clear_screen))
		return set_error(e, STATUS_USAGE,
		    _("The terminal \"%s\" cannot place text. Use the commands that \"alianza help\" lists."),
		    kind ? kind : "");
	return true;
}

static void
keys_learn(struct terminal *t)
{
	const char *name, *capability;

	for (int i = 0; key_terminfo_at(i, &name, &capability); i++) {
		char cap[16];
		snprintf(cap, sizeof cap, "%s", capability);
		const char *bytes = tigetstr(cap);
		if (bytes && bytes != (const char *)-1)
			input_learn(&t->input, bytes, name);
	}
}

static bool
has_colour(const struct term_options *o)
{
	const char *no = getenv("NO_COLOR");

	if (o->color && !strcmp(o->color, "never"))
		return false;
	return !(no && *no) || (o->color && !strcmp(o->color, "always"));
}

static void
screen_setup(struct terminal *t)
{
	raw();
	noecho();
	nonl();
	typeahead(-1);	/* what waits was taken before, and a screen is written whole */
	scrollok(stdscr, FALSE);
	leaveok(stdscr, FALSE);
	if (t->options.offscreen) {
		resizeterm(t->options.rows, t->options.cols);
	} else {
		keypad(stdscr, TRUE);
		keys_learn(t);
		t->ansi = !strncmp(cursor_address, "\033[", 2);
		if (t->ansi)
			modes_write(modes_on);
	}
	t->draw.letters = locale_is_utf8();
	t->draw.signs = t->draw.letters && !t->options.plain;
	theme_start(has_colour(&t->options));
	if (!theme_set(&t->draw, t->options.theme))
		theme_set(&t->draw, NULL);
}

struct terminal *
term_open(const struct term_options *options, struct error *e)
{
	struct terminal *t = xmalloc(sizeof *t);

	t->options = *options;
	t->options.theme = options->theme && *options->theme ? options->theme : NULL;
	if (!signals_hear(t, e)) {
		free(t);
		return NULL;
	}
	if (!screen_new(t, e)) {
		if (t->screen) {
			endwin();
			delscreen(t->screen);
		}
		signals_restore(t);
		free(t);
		return NULL;
	}
	die_hook_set(give_back);
	screen_setup(t);
	gather_open(&t->gather, STDOUT_FILENO);
	return t;
}

void
term_close(struct terminal *t)
{
	if (!t)
		return;
	if (t->ansi)
		modes_write(modes_off);
	endwin();
	die_hook_set(NULL);
	delscreen(t->screen);
	if (t->nowhere)
		fclose(t->nowhere);
	gather_close(&t->gather);
	signals_restore(t);
	input_free(&t->input);
	free(t);
}

/* --- Events --- */

static bool
signal_event(struct terminal *t, struct event *ev)
{
	char sig;

	if (read(t->pipe[0], &sig, 1) != 1)
		return false;
	switch (sig) {
	case SIGWINCH:
		*ev = (struct event){ .kind = EVENT_RESIZE };
		return true;
	case SIGTSTP:
		*ev = (struct event){ .kind = EVENT_SUSPEND };
		return true;
	case SIGINT:
		*ev = key_of_char(3, 0);
		return true;
	default:
		*ev = (struct event){ .kind = EVENT_HANGUP };
		t->dead = true;
		return true;
	}
}

static bool
readable(const struct terminal *t)
{
	struct pollfd in = { .fd = STDIN_FILENO, .events = POLLIN };

	return !t->options.offscreen && poll(&in, 1, 0) > 0;
}

/* What is there now. A terminal that is gone is readable for ever, and gives nothing. */
static void
fill(struct terminal *t)
{
	char block[BLOCK];
	ssize_t n = read(STDIN_FILENO, block, sizeof block);

	if (n > 0) {
		t->fed = clock_now_ms_real();
		input_feed(&t->input, block, (size_t)n, t->fed);
	} else if (n == 0 || (errno != EINTR && errno != EAGAIN)) {
		t->dead = true;
	}
}

static enum input_rest
rest_known(const struct terminal *t, bool more)
{
	bool paste;

	if (more)
		return INPUT_MORE;
	if (!input_waits(&t->input, &paste))
		return INPUT_QUIET;
	int64_t since = clock_now_ms_real() - t->fed;
	return since >= (paste ? INPUT_PASTE_MS : INPUT_STALE_MS) ? INPUT_STALE : INPUT_QUIET;
}

bool
term_next(struct terminal *t, struct event *ev)
{
	if (signal_event(t, ev))
		return true;
	for (;;) {
		bool more = !t->dead && readable(t);
		if (input_next(&t->input, rest_known(t, more), clock_now_ms_real(), ev))
			return true;
		if (!more)
			break;
		fill(t);
	}
	if (!t->dead)
		return false;
	*ev = (struct event){ .kind = EVENT_HANGUP };
	return true;
}

void
term_wait(struct terminal *t, int ms)
{
	struct pollfd fds[] = {
		{ .fd = t->options.offscreen ? -1 : STDIN_FILENO, .events = POLLIN },
		{ .fd = t->pipe[0], .events = POLLIN },
	};
	bool paste;

	if (input_waits(&t->input, &paste) && ms > INPUT_STALE_MS)
		ms = INPUT_STALE_MS;
	if (!t->dead)
		poll(fds, 2, ms);
}

bool
term_pending(const struct terminal *t)
{
	return t->dead || readable(t);
}

/* --- Size, sleep --- */

void
term_resize(struct terminal *t)
{
	struct winsize size = { 0 };

	if (t->options.offscreen || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size))
		return;
	resizeterm(size.ws_row ? size.ws_row : 1, size.ws_col ? size.ws_col : 1);
	clearok(curscr, TRUE);
}

bool
term_leave(struct terminal *t)
{
	if (t->options.offscreen)
		return false;
	if (t->ansi)
		modes_write(modes_off);
	endwin();
	return true;
}

void
term_return(struct terminal *t)
{
	if (t->ansi)
		modes_write(modes_on);
	term_resize(t);
	term_redraw(t);
}

void
term_suspend(struct terminal *t, const char *sentence)
{
	struct sigaction stop = { .sa_handler = SIG_DFL }, ours;

	if (!term_leave(t))
		return;
	printf("%s\n", sentence);
	fflush(stdout);
	sigaction(SIGTSTP, &stop, &ours);
	kill(0, SIGTSTP);	/* those we were started by too, as the terminal would */
	sigaction(SIGTSTP, &ours, NULL);
	term_return(t);
}

void
term_redraw(struct terminal *t)
{
	(void)t;
	clearok(curscr, TRUE);
}

void
term_show(struct terminal *t, int y, int x)
{
	/* Behind endwin() curses takes the terminal back before it paints. */
	bool gathers = !t->options.offscreen && !isendwin();

	if (t->dead)
		return;
	if (gathers)
		gather_begin(&t->gather);
	curs_set(y >= 0 ? 1 : 0);
	if (y >= 0)
		move(y, x);
	wnoutrefresh(stdscr);
	doupdate();
	if (gathers && !gather_end(&t->gather))
		t->dead = true;
}

/* --- Looks --- */

const struct draw *
term_draw(const struct terminal *t)
{
	return &t->draw;
}

bool
term_theme(struct terminal *t, const char *name, struct error *e)
{
	return theme_set(&t->draw, name) || set_error(e, STATUS_USAGE,
	    _("There is no theme \"%s\": it is default, high-contrast or mono."), name);
}

static void
line_read(int y, struct str *out)
{
	wchar_t *cells = xmalloc(((size_t)COLS * CCHARW_MAX + 1) * sizeof *cells);
	size_t end = out->len;
	char text[4];

	if (mvwinnwstr(newscr, y, 0, cells, COLS * CCHARW_MAX) == ERR)
		*cells = L'\0';
	for (const wchar_t *w = cells; *w; w++) {
		str_addn(out, text, utf8_encode((uint32_t)*w, text));
		if (*w != L' ')
			end = out->len;
	}
	str_cut(out, end);
	str_addc(out, '\n');
	free(cells);
}

static enum role
role_at(const struct terminal *t, int y, int x)
{
	cchar_t cell;
	wchar_t text[CCHARW_MAX + 1];
	attr_t attributes;
	short pair;

	if (mvwin_wch(newscr, y, x, &cell) == ERR
	    || getcchar(&cell, text, &attributes, &pair, NULL) == ERR)
		return ROLE_TEXT;
	attributes &= ~(attr_t)(A_COLOR | A_CHARTEXT);
	for (int r = 0; r < ROLE_COUNT; r++)
		if (t->draw.attributes[r] == attributes && t->draw.pairs[r] == pair)
			return (enum role)r;
	return ROLE_TEXT;
}

void
term_read(const struct terminal *t, bool attributes, struct str *out)
{
	int y = 0, x = 0;

	getsyx(y, x);
	for (int row = 0; row < LINES; row++)
		line_read(row, out);
	for (int row = 0; attributes && row < LINES; row++)
		for (int col = 0, end; col < COLS; col = end) {
			enum role role = role_at(t, row, col);
			for (end = col + 1; end < COLS && role_at(t, row, end) == role; end++)
				;
			if (role != ROLE_TEXT)
				str_addf(out, "%d: %d-%d %s\n", row, col, end - 1, theme_role(role));
		}
	setsyx(y, x);
}
