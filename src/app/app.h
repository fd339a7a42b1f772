/* The program without a terminal: one open file, who works with it, and where
 * words go. The shell and the screen both stand on it. */
#ifndef ALIANZA_APP_APP_H
#define ALIANZA_APP_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"
#include "store/store.h"

enum redraw {
	REDRAW_STATUS = 1 << 0,
	REDRAW_ROWS = 1 << 1,	/* what is shown of the file may have changed */
	REDRAW_ALL = 1 << 2
};

/* Where output goes: standard output, or a text view of the screen. Answers are
 * data, talk is for the person (stderr, or the command log). */
struct app_sink {
	bool (*answer)(void *ctx, const char *s, size_t n, struct error *e);
	void (*talk)(void *ctx, const char *sentence);
	void *ctx;
	bool terminal;		/* answers go to a person's terminal: made safe to show */
	int columns;		/* its width, 0 when not known */
	bool plain;		/* --plain: nothing of ours beyond ASCII */
};

struct screen;
struct call;
struct computer;

/* What commands may ask of a screen; all NULL without one (the dispatcher refuses
 * commands that need it). */
struct app_screen {
	bool (*run)(struct screen *screen, const char *name, const struct call *call,
	    struct error *e);
	struct screen *screen;
};

struct app {
	char *path;		/* file to open: -f, $ALIANZA_FILE, last used, XDG */
	struct store *store;	/* NULL until app_open */
	struct app_sink out;
	struct app_screen ui;
	const char *who;	/* --as, else the setting of this computer; may be NULL */
	bool readonly;		/* --readonly */
	bool sample;		/* a fresh copy of the sample */
	bool ready;		/* looked through and backed up before changes (ready.h) */
	bool now;		/* --now fixed the time */
	int64_t made;		/* what the last command made that the screen is to show */
	int64_t since;		/* when this sitting began, ms since 1970 */
	bool (*stop)(void *ctx);	/* asked during long work: true ends it; may be NULL */
	void *stop_ctx;
	unsigned redraw;	/* what the screen has to draw again */
	bool quit;
	struct computer *computer;	/* settings of this computer, read when asked for */
};

/* Opens app->path once; later calls do nothing. */
bool app_open(struct app *app, struct error *e);
/* Works with a store opened otherwise (a new file): says what was noticed, signs with
 * the person's name, remembers the file as the last one, takes the sample's own today. */
void app_take(struct app *app, struct store *s);
void app_close(struct app *app);	/* frees all but the struct */

/* The answer to a command: data on standard output, or a text on the screen. False when
 * it cannot be written. */
bool app_answer(struct app *app, const char *s, size_t n, struct error *e);
bool app_answer_str(struct app *app, struct str *out, struct error *e);	/* frees out */
/* What an action changed, as the sentence of the history; 0: nothing is said. */
void app_say_action(struct app *app, int64_t action);
/* A sentence beside the answer: standard error, or the line below. */
void app_say(struct app *app, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* How many private records an answer does not have; 0: nothing is said. */
void app_say_private(struct app *app, int64_t records);

/* Did a person ask to end what is under way? ctx is the app: for those who call back. */
bool app_is_stopped(void *ctx);

/* Folders by the XDG rules, made (0700) when missing but the second, which is only
 * looked into; caller frees. */
char *app_state_dir(struct error *e);		/* $XDG_STATE_HOME/alianza */
char *app_data_dir(struct error *e);		/* $XDG_DATA_HOME/alianza */
char *app_data_dir_make(struct error *e);	/* the same, made for a first file */
char *app_backup_dir(struct app *app, struct error *e);
/* The shipped file NAME ("sample.sql", "countries.csv"): in the build tree when run
 * from there ($ALIANZA_DATA), else where it was installed. Caller frees; NULL when
 * it is nowhere. */
char *app_shipped(const char *name);

/* Settings of this computer (state folder, "settings", lines name=value): who,
 * last_file, place, own_computer. Borrowed until the next call. */
const char *computer_setting(struct app *app, const char *name);
/* Who works here: --as, else the name kept on this computer; NULL: nobody said. Borrowed
 * until the next setting is asked for. */
const char *app_who(struct app *app);
bool computer_setting_put(struct app *app, const char *name, const char *value,
    struct error *e);

#endif
