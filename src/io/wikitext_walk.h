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

/* Bytes of the http or https address that begins here, as far as MediaWiki makes a link
 * of it without brackets; 0: none does. Nothing in it is other markup. */
size_t wikitext_address_length(const struct wikitext_walk *w);
/* What a wiki acts on before it looks at links at all: ~~~ __ !! and ''. */
bool wikitext_magic_at(const char *s, size_t n);
/* "&amp;", "&#123;": a character written in another way. */
bool wikitext_entity_at(const char *s, size_t n);

#endif
