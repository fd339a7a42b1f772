#include "config.h"

#include "app/shell.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/command.h"
#include "app/computer.h"
#include "app/manual.h"
#include "app/pane.h"
#include "app/sample.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "store/through.h"

/* --- Where words go --- */

/* Answers to a person's terminal are made safe; to a pipe or file they are the
 * bytes. A reader that went away (head) is no error worth a sentence. */
static bool
answer(void *ctx, const char *s, size_t n, struct error *e)
{
	struct shell *sh = ctx;
	struct str safe = { 0 };

	if (sh->app.out.terminal) {
		utf8_show(&safe, s, n, SHOW_LINES | (sh->plain ? SHOW_ASCII : 0));
		s = str_text(&safe);
		n = safe.len;
	}
	/* An answer to a change is there before the change is saved. */
	bool changing = sh->app.store && action_under_way(sh->app.store);
	bool ok = fwrite(s, 1, n, stdout) == n && !(changing && fflush(stdout));
	int why = errno;
	str_free(&safe);
	if (ok)
		return true;
	if (why == EPIPE)
		return set_error(e, STATUS_IO, "%s", "");
	return set_error(e, STATUS_IO, _("The answer cannot be written: %s."), strerror(why));
}

/* A sentence is one line, whatever the values in it are. */
static void
talk(void *ctx, const char *sentence)
{
	struct str safe = { 0 };

	(void)ctx;
	utf8_show(&safe, sentence, strlen(sentence), 0);
	fprintf(stderr, "%s\n", str_text(&safe));
	str_free(&safe);
}

int
shell_fail(const struct error *e)
{
	if (*e->msg)
		talk(NULL, e->msg);
	return (int)e->status;
}

static void
sink_open(struct shell *sh)
{
	struct winsize size = { 0 };

	sh->app.out = (struct app_sink){ .answer = answer, .talk = talk, .ctx = sh,
	    .terminal = isatty(STDOUT_FILENO) };
	const char *columns = getenv("COLUMNS");
	if (columns && atoi(columns) > 0)
		sh->app.out.columns = atoi(columns);
	else if (!ioctl(STDOUT_FILENO, TIOCGWINSZ, &size))
		sh->app.out.columns = size.ws_col;
}

/* --- Stopping --- */

static volatile sig_atomic_t asked;

/* The second signal ends the program as usual. */
static void
hear_signal(int sig)
{
	asked = sig;
}

static bool
is_asked(void *ctx)
{
	(void)ctx;
	return asked != 0;
}

/* What is under way is taken back as a whole, and no file is left half written. */
static void
signals_hear(struct shell *sh)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
	struct sigaction action = { .sa_handler = hear_signal, .sa_flags = SA_RESETHAND }, old;

	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		if (!sigaction(signals[i], NULL, &old) && old.sa_handler != SIG_IGN)
			sigaction(signals[i], &action, NULL);
	sh->app.stop = is_asked;
}

/* --- Options --- */

static bool
option_set(struct shell *sh, const struct program_option *o, const char *value,
    struct error *e)
{
	struct { const char *name; const char **text; bool *flag; } places[] = {
		{ "sample", NULL, &sh->sample }, { "readonly", NULL, &sh->app.readonly },
		{ "as", &sh->app.who, NULL }, { "plain", NULL, &sh->plain },
		{ "color", &sh->color, NULL }, { "script", &sh->script, NULL },
		{ "size", &sh->size, NULL }, { "help", NULL, &sh->help },
		{ "version", NULL, &sh->version },
	};

	if (!strcmp(o->name, "now"))
		return sh->app.now = clock_set_text(value, strlen(value), e);
	if (!strcmp(o->name, "sample"))
		sh->app.sample = true;
	if (!strcmp(o->name, "file")) {
		free(sh->app.path);
		sh->app.path = xstrdup(value);
		return true;
	}
	if (!strcmp(o->name, "color") && strcmp(value, "auto") && strcmp(value, "always")
	    && strcmp(value, "never"))
		return set_error(e, STATUS_USAGE,
		    _("--color is auto, always or never, not \"%s\"."), value);
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		if (!strcmp(places[i].name, o->name)) {
			if (places[i].text)
				*places[i].text = value;
			else
				*places[i].flag = true;
		}
	return true;
}

static const struct program_option *
option_of(const char *word, const char **value)
{
	const char *eq = strchr(word, '=');
	size_t n = eq ? (size_t)(eq - word) : strlen(word);

	*value = eq ? eq + 1 : NULL;
	for (const struct program_option *o = program_options; o->name; o++) {
		if (n == strlen(o->name) + 2 && !strncmp(word, "--", 2)
		    && !strncmp(word + 2, o->name, n - 2))
			return o;
		if (o->letter && word[0] == '-' && word[1] == o->letter) {
			*value = word[2] ? word + 2 : NULL;
			return o;
		}
	}
	return NULL;
}

/* Does the command so far take an option of this name itself (init --sample)? */
static bool
command_takes(const struct shell *sh, const struct program_option *o)
{
	const struct command *c = sh->count ? command_find(sh->words[0]) : NULL;

	for (const struct option *p = options; c && p->name; p++)
		if (!strcmp(p->name, o->name) && option_taken(c, p))
			return true;
	return false;
}

/* Is the word before this one an option of the command that waits for its value? */
static bool
waits_for_value(const struct shell *sh)
{
	const char *last = sh->count > 1 ? sh->words[sh->count - 1] : "";

	if (strncmp(last, "--", 2) || strchr(last, '='))
		return false;
	for (const struct option *p = options; p->name; p++)
		if (!strcmp(p->name, last + 2))
			return p->value != NULL;
	return false;
}

static const struct option *
command_option(const char *word)
{
	size_t n = strcspn(word, "=");

	for (const struct option *o = options; o->name; o++)
		if (n == strlen(o->name) + 2 && !strncmp(word, "--", 2)
		    && !strncmp(word + 2, o->name, n - 2))
			return o;
	return NULL;
}

/* Options of the command, or "--", in front of its name: they go behind it. */
struct early {
	const char **words;
	int count;
	bool value;	/* the next word belongs to the last one */
};

static bool
early_take(struct early *early, const char *word, struct error *e)
{
	const struct option *o = command_option(word);

	if (!o && strcmp(word, "--"))
		return set_error(e, STATUS_USAGE,
		    _("There is no option %s: \"alianza --help\" lists them."), word);
	early->words[early->count++] = word;
	early->value = o && o->value && !strchr(word, '=');
	return true;
}

/* A word that is none of the program's own options. */
static bool
word_take(struct shell *sh, struct early *early, const char *word, struct error *e)
{
	bool option = *word == '-' && word[1];
	bool literal = early->count && !strcmp(early->words[early->count - 1], "--");

	if (sh->count || (!early->value && (!option || literal))) {
		sh->words[sh->count++] = word;
		if (sh->count == 1)
			for (int i = 0; i < early->count; i++)
				sh->words[sh->count++] = early->words[i];
		return true;
	}
	if (!early->value)
		return early_take(early, word, e);
	early->words[early->count++] = word;
	early->value = false;
	return true;
}

static bool
option_read(struct shell *sh, const struct program_option *o, const char *value, int argc,
    char **argv, int *i, struct error *e)
{
	if (!o->value && value)
		return set_error(e, STATUS_USAGE, _("--%s takes no value."), o->name);
	if (o->value && !value) {
		if (++*i >= argc)
			return set_error(e, STATUS_USAGE, _("--%s needs a value: --%s %s."), o->name,
			    o->name, _(o->value));
		value = argv[*i];
	}
	return option_set(sh, o, value, e);
}

static bool
words_read(struct shell *sh, int argc, char **argv, struct error *e)
{
	struct early early = { .words = xmalloc(((size_t)argc + 1) * sizeof *early.words) };
	bool literal = false, ok = true;
	const char *value;

	sh->words = xmalloc(((size_t)argc + 1) * sizeof *sh->words);
	for (int i = 1; ok && i < argc; i++) {
		const struct program_option *o = literal || early.value || waits_for_value(sh) ? NULL
		    : option_of(argv[i], &value);
		literal |= !strcmp(argv[i], "--");
		if (!o || command_takes(sh, o))
			ok = word_take(sh, &early, argv[i], e);
		else
			ok = option_read(sh, o, value, argc, argv, &i, e);
	}
	if (ok && early.count && !sh->count && strcmp(early.words[0], "--"))
		ok = set_error(e, STATUS_USAGE,
		    _("%s belongs to a command: \"alianza --help\" lists them."), early.words[0]);
	free(early.words);
	return ok;
}

/* --- Which file --- */

/* -f, else $ALIANZA_FILE, else the file used last, else the data folder's. */
static void
file_choose(struct shell *sh)
{
	const char *named = getenv("ALIANZA_FILE"), *last;
	struct str path = { 0 };
	char *dir;

	if (sh->app.path)
		return;
	if (named && *named) {
		sh->app.path = xstrdup(named);
		return;
	}
	last = computer_setting(&sh->app, "last_file");
	if (*last && !access(last, F_OK)) {
		sh->app.path = xstrdup(last);
		return;
	}
	dir = app_data_dir(NULL);
	if (dir)
		str_addf(&path, "%s/alianza.db", dir);
	if (path.len && !access(path.s, F_OK))
		sh->app.path = str_take(&path);
	str_free(&path);
	free(dir);
}

/* One word that is no command is a file to open on the screen. */
static void
word_as_file(struct shell *sh)
{
	if (sh->count != 1 || command_find(sh->words[0]))
		return;
	const char *word = sh->words[0];
	size_t n = strlen(word);
	bool looks = strchr(word, '/') || (n > 3 && !strcmp(word + n - 3, ".db"))
	    || !access(word, F_OK);
	if (!looks)
		return;
	free(sh->app.path);
	sh->app.path = xstrdup(word);
	sh->count = 0;
}

bool
shell_read(struct shell *sh, int argc, char **argv, int *status)
{
	struct error e;

	*sh = (struct shell){ 0 };
	sink_open(sh);
	if (!words_read(sh, argc, argv, &e)) {
		*status = shell_fail(&e);
		return false;
	}
	sh->app.out.plain = sh->plain;
	word_as_file(sh);
	if (sh->count || !isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		signals_hear(sh);
	sh->app.since = clock_ms();
	if (sh->sample && !sample_fresh(&sh->app, &e)) {
		*status = shell_fail(&e);
		return false;
	}
	file_choose(sh);
	return true;
}

void
shell_free(struct shell *sh)
{
	app_close(&sh->app);
	free(sh->words);
}

/* --- Running --- */

/* Whatever fails after a signal fails because of it. That a file can only be looked at
 * was said when it was opened. */
static int
fail(const struct shell *sh, struct error *e)
{
	const char *why = sh->app.store ? store_readonly(sh->app.store) : NULL;

	if (why && !sh->app.readonly && !strcmp(e->msg, why))
		return (int)e->status;
	if (asked && e->status != STATUS_INTERRUPTED)
		set_error(e, STATUS_INTERRUPTED, _("It was interrupted."));
	return shell_fail(e);
}

/* What the program still holds goes out; a full disk shows only here. */
static int
answer_end(const struct shell *sh, int status)
{
	struct error e;

	if (!fflush(stdout) || errno == EPIPE)
		return status;
	set_error(&e, STATUS_IO, _("The answer cannot be written: %s."), strerror(errno));
	return status ? status : fail(sh, &e);
}

int
shell_run(struct shell *sh)
{
	struct error e;

	return answer_end(sh, command_run(&sh->app, sh->count, sh->words, &e) ? 0 : fail(sh, &e));
}

static bool
overview_line(struct shell *sh, const struct pane *pane, struct error *e)
{
	struct query q = { .ent = entity_find(pane->entity), .pane = pane };
	struct str line = { 0 };
	int64_t count;

	if (!query_count(sh->app.store, &q, &count, NULL, e))
		return false;
	utf8_fit(&line, _(pane->label), strlen(_(pane->label)), 24, false, 0);
	str_addf(&line, " %6lld\n", (long long)count);
	bool ok = app_answer(&sh->app, line.s, line.len, e);
	str_free(&line);
	return ok;
}

int
shell_overview(struct shell *sh)
{
	struct str how = { 0 };
	struct error e;
	bool ok = app_open(&sh->app, &e);

	for (const struct pane *p = panes; ok && p->name; p++)
		ok = overview_line(sh, p, &e);
	if (!ok)
		return answer_end(sh, fail(sh, &e));
	str_addf(&how, "\n%s\n", sh->sample
	    ? _("This is the sample. In a terminal, \"alianza --sample\" opens the screen.")
	    : _("In a terminal, \"alianza\" opens the screen; \"alianza help\" tells what else it does."));
	ok = app_answer(&sh->app, how.s, how.len, &e);
	str_free(&how);
	return answer_end(sh, ok ? 0 : fail(sh, &e));
}
