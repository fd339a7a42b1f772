/* Walking over a text that goes into a wiki page; shared by the two ways to
 * make it safe. Inside io only. */
#ifndef ALIANZA_IO_WIKITEXT_WALK_H
#define ALIANZA_IO_WIKITEXT_WALK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct wikitext_walk {
	const char *s;
	size_t n, i;		/* bytes, and where we are */
	bool at_line_start;
};

/* Appends the character here so that it is no markup, and goes on. */
void wikitext_walk_escape(struct wikitext_walk *w, struct str *out);
/* Passes one line end (LF, CRLF, CR), if there is one here. */
bool wikitext_walk_line_end(struct wikitext_walk *w);

#endif
