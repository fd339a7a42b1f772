/* Sign-up lists as people paste them: the rendered lines of a wiki page, its source,
 * plain lines of names. Pure: nothing is looked up, every input gives a list. */
#ifndef ALIANZA_IO_SIGNUP_H
#define ALIANZA_IO_SIGNUP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

enum { SIGNUP_TIME = 18 };	/* "2021-08-14T09:03Z" */

/* One person of the list. Texts are UTF-8 on one line, NUL-terminated, never NULL. */
struct signup {
	const char *name;	/* a person's or a user's; never "" */
	const char *stands;	/* what stood behind it: a code, a country, words; or "" */
	const char *expectation;
	char at[SIGNUP_TIME];	/* when it was signed, a datetime of the dictionary; or "" */
	bool signature;		/* a wiki signed it: the name is a user's, whole */
};

/* Everything lives in mem, which signup_free frees. */
struct signup_list {
	struct signup *people;
	size_t count;
	size_t passed;		/* lines with something in them that name nobody */
	size_t cap;
	struct arena mem;
};

/* The text of a file, "-" is standard input; at most 4 million bytes. */
bool signup_load(const char *path, struct str *out, struct error *e);

/* Reads any of:
 *	1. OwenBlacker (talk) 09:03, 14 August 2021 (UTC)
 *	# [[User:OwenBlacker|Owen]] ([[User talk:OwenBlacker|talk]]) 09:03, ...
 *	Name (CODE), Name (CODE)
 *	Name, CODE
 *	Name
 * in the languages of signup_time() and of the words for "talk" in signup.c. Headings,
 * comments and "Add your name here" are passed over. Bytes that are no UTF-8 become
 * U+FFFD. */
void signup_read(const char *s, size_t n, struct signup_list *out);

/* The same from CSV whose first line names columns as the dictionary of attendance does
 * (name, username, affiliation, signed_at, expectations, ...). False and *table false:
 * it is no such CSV; false and *table true: it is a broken one. */
bool signup_read_csv(const char *s, size_t n, struct signup_list *out, bool *table,
    struct error *e);

/* Whichever of the two it is. */
bool signup_read_any(const char *s, size_t n, struct signup_list *out, struct error *e);

/* Texts of the list live in it and end with it. */
void signup_free(struct signup_list *list);

/* One line "Name, X" or "Name (X)": what stands behind the last comma, or in the
 * parenthesis at the end, is X; "" without one. Both in mem. */
void signup_split(const char *line, size_t n, struct arena *mem, const char **name,
    const char **stands);

/* Where in the line the time of a signature begins ("09:03, 14 August 2021 (UTC)" and
 * what Spanish, Portuguese, Swedish, German, French, Catalan and Italian wikis write);
 * n when there is none. at gets it as a datetime, with Z where the line says UTC. */
size_t signup_time(const char *line, size_t n, char at[SIGNUP_TIME]);

#endif
