/* What Tab may put at the cursor of a prompt: commands, panes, fields, options, from
 * the tables. */
#ifndef ALIANZA_UI_COMPLETE_H
#define ALIANZA_UI_COMPLETE_H

#include "base/arena.h"
#include "model/entity.h"

enum { COMPLETE_MAX = 256 };

struct completion {
	size_t from;		/* where in the text the word begins */
	const char *words[COMPLETE_MAX];	/* in mem of the caller, or of the tables */
	int count;
};

/* Does the word begin as typed, in whatever case? */
bool complete_begins(const char *word, const char *typed, size_t n);

/* Of a line after ":"; n bytes stand before the cursor. */
void complete_command(const char *text, size_t n, struct arena *mem,
    struct completion *out);
/* Of a filter for a pane. */
void complete_filter(const struct pane *pane, const char *text, size_t n,
    struct arena *mem, struct completion *out);

/* Of columns to count by, parted by ',', also a date's stretches ("start:month"). */
void complete_tally(const struct pane *pane, const char *text, size_t n,
    struct arena *mem, struct completion *out);
/* Of a list of columns, parted by ',', each of which may begin with '-'. */
void complete_columns(const struct pane *pane, const char *text, size_t n,
    struct arena *mem, struct completion *out);

#endif
