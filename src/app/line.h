/* Understanding a line of minutes while it is typed. What was typed is never altered;
 * this only says what it means.
 *
 *	! decision   > action   ? ¿ question   & agreement	a sign in front
 *	topic: tema: idea: ...					or a word in front
 *	== heading ==   * bullet   # number			as in wikitext
 *	@who   +partner   %goal		where a word begins; '+' before a digit is a date
 *	fri   27 Nov   +2w   by Friday   after Christmas	last words: when it is due
 *
 * A name is found by its longest exact match ("@Ana Díaz"), by user name, code or
 * other name, or by the beginning of it or of one of its words when only one record
 * begins so. "@me" is the person at this computer, else the file's own organisation. */
#ifndef ALIANZA_APP_LINE_H
#define ALIANZA_APP_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "store/store.h"

/* --- What names there are --- */

struct line_world;

struct line_world *line_world_new(void);
void line_world_free(struct line_world *w);	/* NULL is fine */
/* Reads the names, codes and words in front from the file when its content changed
 * since the last time; to be called before a batch of line_read. who: the name of the
 * person at this computer, may be NULL. False: the names of before stay. */
bool line_world_refresh(struct line_world *w, struct store *s, const char *who,
    struct error *e);

/* --- What a line says --- */

enum line_form { LINE_PLAIN, LINE_HEADING, LINE_BULLET, LINE_NUMBER };

enum line_part {
	PART_KIND,		/* the sign or word in front */
	PART_FORM,		/* = * # of headings and lists */
	PART_OWNER, PART_ABOUT, PART_GOAL,	/* @ + % with the name */
	PART_DUE,		/* the date, or the words for one */
	PART_OPEN		/* @ + % with a name that fits none or several records */
};

/* Bytes of the text with a meaning, for colour; in order, never overlapping. */
struct line_span {
	size_t start, length;
	enum line_part part;
};

/* A record that the line names. */
struct line_name {
	const struct entity *ent;
	int64_t id;
	const char *title;
};

struct line {
	const char *kind;	/* code of the list entry-kind; "": the line does not say,
				 * and the kind it has stays */
	const char *kind_now;	/* the kind with this text: what it says, else what the
				 * entry has, else "text" */
	enum line_form form;
	int level;		/* of a heading 1.., of a list its depth; else 0 */
	const struct line_span *spans;
	size_t span_count;
	const struct line_name *owners;	/* each once; only of a kind that has some */
	size_t owner_count;
	struct line_name about;		/* organisation of the first '+'; .id 0: none */
	int64_t partnership;		/* the one partnership with it, where it is one */
	struct line_name goal;		/* of the first '%'; .id 0: none */
	struct date due;		/* .year 0: none; never before the day it was typed */
	const char *due_typed;		/* the words as typed, "" for none */
	bool due_words;			/* due_typed is no date of the calendar */
	const char *plain;	/* without signs and marks, for lists and reports; names
				 * whole. Several lines stay several */
	const char *told;	/* short and translated: "action · Ana Díaz · due Fri 27
				 * Nov"; "" when there is nothing to say */
	struct arena mem;	/* holds all of it */
};

struct line_about {
	const char *kind;	/* that the entry has by itself (chosen, not said by an
				 * earlier version of its text); NULL: none yet */
	struct date day;	/* when it was typed, what "fri" counts from; year 0: today */
	const char *language;	/* of the note, for its words of dates; NULL: not known */
	bool no_due;		/* the last words are no date: the person said so */
	bool no_owners;		/* nothing else holds them: .plain keeps their names */
};

/* n bytes without NUL, one entry with or without line ends. about may be NULL. Takes
 * time in proportion to n. The caller frees out with line_free; w has to stay as long. */
void line_read(const struct line_world *w, const char *text, size_t n,
    const struct line_about *about, struct line *out);
void line_free(struct line *line);	/* back to { 0 } */

/* --- Saving it --- */

/* What saving the line has to set beside its text: cells for record_put, or for
 * record_create when there is no earlier version (was NULL). What both versions say is
 * left alone, whatever the record holds by now; what only the earlier one said is taken
 * away. Cells live in mem, their texts in now; returns how many. */
size_t line_apply(const struct line *was, const struct line *now, struct arena *mem,
    struct cell **cells);

/* --- Completing it --- */

struct line_choice {
	const char *insert;	/* replaces the bytes: "@Ana Díaz ", "topic: " */
	const char *shown;	/* what to offer: "Ana Díaz" */
};
struct line_choices {
	size_t start, length;	/* the bytes of the text that would be replaced */
	const struct line_choice *choices;
	size_t count;
};
enum { LINE_CHOICES = 50 };

/* What the mark or the first word before the cursor may become, best first, at most
 * LINE_CHOICES; count 0: there is nothing to complete. Choices live in mem. */
void line_complete(const struct line_world *w, const char *text, size_t n, size_t cursor,
    struct arena *mem, struct line_choices *out);

/* The kinds in the order they are offered by Tab: code and label as people see it;
 * false after the last. Borrowed until the next refresh. */
bool line_kind_at(const struct line_world *w, size_t i, const char **code,
    const char **label);

#endif
