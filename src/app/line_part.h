/* What the files of line.h share; for nobody else. */
#ifndef ALIANZA_APP_LINE_PART_H
#define ALIANZA_APP_LINE_PART_H

#include "app/line.h"

/* --- Bytes --- */

static inline bool
line_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static inline bool
line_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* --- Signs in front of names --- */

/* What may stand in front of a name, and the field of an entry that gets the record. */
struct line_mark {
	char sign;
	enum line_part part;
	const char *field;
	bool digits;	/* may a digit follow? "+2w" is a date */
};
extern const struct line_mark line_marks[];	/* .field NULL ends */
enum { LINE_MARKS = 3 };

/* --- Names (line_world.c, line_names.c) --- */

struct line_record {
	struct line_name name;
	int64_t partnership;	/* the one to take with it, 0 when it is none or unclear */
	bool hidden;		/* private: a line tells no more of its name than was typed */
};

/* A folded text that leads to a record. */
struct line_key {
	const char *text;
	struct line_record *record;
	bool part;	/* not the whole name, but from one of its later words on */
};
struct line_names {
	struct line_key *keys;	/* sorted by text */
	size_t count, room;
	size_t longest;		/* bytes of the longest one */
};

enum { FOUND_MAX = 4 };
struct line_found {
	const struct line_record *record[FOUND_MAX];	/* each once */
	size_t count;
	bool more;	/* than stand in record */
};

void names_add(struct line_names *names, struct arena *mem, const char *text, size_t n,
    struct line_record *record);	/* folds it */
void names_sort(struct line_names *names);
/* Folds as names_add does: '_' is a blank, as in user names. */
void names_fold(struct str *out, const char *s, size_t n);
/* Records called exactly so; records whose name begins so, else those that have it as
 * later words: "@ana" is nobody's Museum of Anatomy. folded, not empty. */
void names_exact(const struct line_names *names, const char *folded, size_t n,
    struct line_found *out);
void names_begin(const struct line_names *names, const char *folded, size_t n,
    struct line_found *out);
/* The title nearest to what was typed, NULL when none is near. */
const char *names_nearest(const struct line_names *names, const char *folded, size_t n);
/* The first key not before the text. */
size_t names_place(const struct line_names *names, const char *folded, size_t n);

/* --- Kinds (line_kind.c) --- */

/* What a kind of entry has; kinds that a file adds have everything. */
struct line_kind {
	const char *code;
	const char *signs;	/* in front of a line, joined by '|'; NULL: none */
	const char *words;	/* in front with a colon, joined by '|', beside its labels */
	bool said;		/* may a word in front say it? */
	bool owners, due;
	enum line_form form;	/* a line of this form is of this kind */
};
const struct line_kind *line_kind_of(const char *code);
const char *line_code_of_form(enum line_form form);	/* NULL: the form says none */
extern const struct line_kind line_kinds[];	/* .code NULL ends; the first is plain */

/* A kind as this file has it. */
struct line_term {
	const char *code, *label;
};
struct line_word {
	const char *folded;
	const char *code;
};

struct line_world {
	struct arena mem;
	struct store *store;
	int64_t version;
	struct line_names names[LINE_MARKS];	/* by line_marks */
	const struct line_record *me;
	struct line_term *kinds;
	size_t kind_count;
	struct line_word *words;
	size_t word_count;
};

void line_words_load(struct line_world *w, struct store *s);
/* The code that a sign or a word in front says, NULL for none; *length gets its bytes,
 * a colon included, *sign whether it is a sign. */
const char *line_front(const struct line_world *w, const char *s, size_t n, size_t *length,
    bool *sign);
const char *line_label(const struct line_world *w, const char *code);

/* --- Names in the text (line_mark.c) --- */

struct line_hit {
	const struct line_mark *mark;
	size_t start, length;		/* with the sign */
	struct line_found found;	/* one: it is clear who is meant */
	const char *nearest;		/* title, when none is found; may be NULL */
};
/* Does a name begin at this byte of the text? */
bool line_mark_at(const struct line_world *w, const char *s, size_t n, size_t at,
    struct line_hit *hit);
/* The mark of a sign at this byte, when it stands where a word begins. */
const struct line_mark *line_mark_sign(const char *s, size_t n, size_t at);

/* --- The date at the end (line_due.c) --- */

struct line_due {
	size_t start;		/* it goes on to the end of the text */
	struct date date;	/* .year 0: only words */
};
/* alone: the line begins with s; then something has to stand before the date. */
bool line_due_find(const char *s, size_t n, bool alone, const struct line_about *about,
    struct line_due *out);
/* Appends "Fri 27 Nov", with the year when it is not that of day. */
void line_due_show(struct date due, struct date day, struct str *out);

/* --- Beside the line (line_told.c) --- */

void line_tell(const struct line_world *w, const char *text, const struct line_hit *hits,
    size_t count, struct date day, struct line *line);
/* Does the line keep this name? It has to be clear who is meant, and be of use to its
 * kind. */
bool line_keeps(const struct line *line, const struct line_hit *hit);

#endif
