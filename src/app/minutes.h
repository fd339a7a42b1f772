/* The minutes of one note: its lines in their order, and how they are saved. Each line
 * is an entry; a change here is one action and in the file when the call returns.
 *
 * A line is kept as it was typed, and never empty: one that is emptied goes to the trash.
 * What it says beside its words (line.h) is saved with it. A note is stored with its
 * first line and goes to the trash with the last one it was begun with; so no empty note
 * is ever left behind. */
#ifndef ALIANZA_APP_MINUTES_H
#define ALIANZA_APP_MINUTES_H

#include "app/app.h"
#include "app/line.h"

struct minutes_line {
	int64_t id;		/* of the entry */
	int64_t question;	/* of a form that it answers; 0: none */
	struct str text;	/* as typed */
	struct str kind;	/* code of the list entry-kind */
	struct str moment;	/* when it was typed, as stored; "" where nobody knows */
	bool dated;		/* it has a date in the file */
	struct str place;	/* base/order.h; "" for none */
	enum minutes_own { OWN_UNKNOWN, OWN_CHOSEN, OWN_SAID } own;	/* where kind is from */
};

struct minutes;

/* NULL and a sentence when there is no such note. */
struct minutes *minutes_open(struct app *app, int64_t note, struct error *e);
/* One that is not there yet: words as for `add notes` ("kind=meeting"), copied, and the
 * note the record it is about. */
struct minutes *minutes_new(struct app *app, const char *const *words, size_t count);
/* One word more for a note that is not stored yet, or another value for its field. */
void minutes_expect(struct minutes *m, const char *word);
/* Those of a note that is not stored yet, one a line; days as they are now, so that it
 * can be made later. */
void minutes_words(const struct minutes *m, struct str *out);
/* The same minutes for one view more; each closes them. */
struct minutes *minutes_share(struct minutes *m);
void minutes_close(struct minutes *m);		/* NULL is fine */

/* Reads it again where the file has changed; borrowed lines are gone then. False: what
 * was there stays. */
bool minutes_reload(struct minutes *m, struct error *e);

int64_t minutes_note(const struct minutes *m);	/* 0: not stored yet */
int64_t minutes_form(const struct minutes *m);	/* its list of questions, 0: none */
const char *minutes_language(const struct minutes *m);	/* code, "" for none */
const char *minutes_title(const struct minutes *m);
/* What stands above the lines, each "" for nothing: date, event and what it is about;
 * who took part, with organisation and role. */
const char *minutes_facts(const struct minutes *m);
const char *minutes_people(const struct minutes *m);

/* The lines as they are in memory, borrowed until the next change. */
size_t minutes_count(const struct minutes *m);
const struct minutes_line *minutes_line(const struct minutes *m, size_t i);

/* A line as it stands on the screen. */
struct minutes_typed {
	const char *text;	/* n bytes without NUL */
	size_t n;
	const char *kind;	/* what the person chose; NULL: what the line has, or says */
	bool no_due;		/* its last words are no date */
	int64_t question;	/* of a form, that a new line answers; 0: none */
};

/* Line i (fresh: a new one in front of it) becomes these lines, those with nothing but
 * blanks left out. *stored (may be NULL) gets how many they are now: 0 when it is gone. */
bool minutes_set(struct minutes *m, size_t i, bool fresh, const struct minutes_typed *typed,
    size_t count, size_t *stored, struct error *e);
/* What was typed in line i (fresh: in a new one in front of it) goes behind line i - 1. */
bool minutes_join(struct minutes *m, size_t i, bool fresh, const struct minutes_typed *typed,
    struct error *e);
/* Saves line i and lets it change places with its neighbour, which is there. */
bool minutes_move(struct minutes *m, size_t i, const struct minutes_typed *typed, bool down,
    struct error *e);
/* Takes back the newest action, if it was made here (false with a sentence: it was not),
 * or does again what was taken back; *at gets the first line that is another one now. */
bool minutes_undo(struct minutes *m, bool redo, size_t *at, struct error *e);

/* Makes a record of line i (become.h). */
bool minutes_become(struct minutes *m, size_t i, const char *what, struct error *e);

/* Enters who took part, and in which role (participant.h); the note has to be stored. */
bool minutes_participant(struct minutes *m, const char *who, const char *role,
    struct error *e);

/* What the line tells, as line_read says it; the caller frees with line_free. i: the line
 * it is; minutes_count() or more: a new one. */
void minutes_read(const struct minutes *m, size_t i, const struct minutes_typed *typed,
    struct line *out);
const struct line_world *minutes_names(const struct minutes *m);

#endif
