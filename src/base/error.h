/* One sentence for the person, on its way up.
 *
 * A function that can fail returns bool and takes a struct error last. It
 * fills the error by `return set_error(e, STATUS, _("..."), ...)`; nobody
 * below the loop (screen) or the shell prints. The sentence says what, where,
 * and what to do next; it is translated already. */
#ifndef ALIANZA_BASE_ERROR_H
#define ALIANZA_BASE_ERROR_H

#include <stdarg.h>
#include <stdbool.h>

/* Exit statuses of the shell (alianza(1), EXIT STATUS; 65 and up as in
 * sysexits.h). */
enum status {
	STATUS_OK = 0,
	STATUS_NONE = 1,	/* fits none or several, nothing to undo, damage */
	STATUS_USAGE = 2,	/* wrong command, option, pane or field name */
	STATUS_DATA = 65,	/* a value, row or file content refused */
	STATUS_NOINPUT = 66,	/* input missing or unreadable */
	STATUS_NEWER = 69,	/* the file is of a newer alianza */
	STATUS_EXISTS = 73,	/* exists or cannot be created */
	STATUS_IO = 74,		/* I/O error, disk full */
	STATUS_BUSY = 75,	/* another program is writing */
	STATUS_NOPERM = 77,	/* read-only or no permission */
	STATUS_INTERRUPTED = 130
};

struct error {
	enum status status;
	char msg[1000];		/* one translated sentence, cut between characters */
};

/* Fills *e (which may be NULL: the caller only wants the bool) and always
 * returns false, so that a function can end with it. */
bool set_error(struct error *e, enum status status, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* Puts a sentence's place in front: "FILE:12: " before what *e says already.
 * Returns false like set_error. */
bool error_prefix(struct error *e, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* For bugs and lack of memory only: gives the terminal back through the hook
 * set with die_hook_set (may be NULL), prints the sentence on stderr, aborts. */
_Noreturn void die(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void die_hook_set(void (*hook)(void));

#endif
