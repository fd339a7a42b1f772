/* The command line: options of the program, which file, and one command. */
#ifndef ALIANZA_APP_SHELL_H
#define ALIANZA_APP_SHELL_H

#include "app/app.h"

struct shell {
	struct app app;
	const char **words;	/* the command and its arguments; NULL ends */
	int count;		/* 0: the screen is wanted */
	const char *script, *size, *color;	/* NULL when not given */
	bool plain, help, version, sample;
};

/* Reads argv. False: one sentence was printed, the status is *status. */
bool shell_read(struct shell *sh, int argc, char **argv, int *status);
/* Runs the command, prints the error, returns the exit status. */
int shell_run(struct shell *sh);
/* Without a screen: one line a pane with its count, and how to open the screen. */
int shell_overview(struct shell *sh);
int shell_fail(const struct error *e);	/* prints the sentence; its status */
void shell_free(struct shell *sh);

#endif
