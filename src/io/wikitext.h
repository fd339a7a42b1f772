/* Wikitext out: text of a file made safe inside a page, and tables. */
#ifndef ALIANZA_IO_WIKITEXT_H
#define ALIANZA_IO_WIKITEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* Appends text in which nothing is markup any more: entities (not <nowiki>) for
 * [ ] { } | < > & ~ ' '' __ -{ = at a line's start, * # : ; blank at a line's
 * start, magic links (ISBN, RFC, PMID), http:// and other protocols that would
 * become links, U+200E.. stay. Line ends become "<br />". Control characters
 * other than tab and line end are left out. */
void wikitext_escape(struct str *out, const char *s, size_t n);

/* The same for a field whose author writes wikitext on purpose (F_WIKITEXT):
 * [[links]], [http external], http://bare addresses, '''bold''', ''italic'', lists (* # at
 * a line's start) and <ref>..</ref> that are closed stay as they are; templates, tables,
 * magic words, signatures, other HTML, categories-by-link and anything that does
 * not close are escaped. Line ends stay. */
void wikitext_rich(struct str *out, const char *s, size_t n);

/* The other way round, for plain text: what such a field says without its markup. Links
 * are their labels, addresses stand in brackets behind theirs, <ref> notes in brackets
 * too, bold and italic go. What does not close stays as it is. */
void wikitext_plain(struct str *out, const char *s, size_t n);

/* A table: start, header cells, rows, end. Cells are escaped by the caller's
 * choice of the functions above; every cell has a blank in front, so that '-', '+'
 * and '}' mean nothing there. */
void wikitext_table_start(struct str *out, const char *class_name);
void wikitext_header_cell(struct str *out, const char *s, size_t n);
void wikitext_row(struct str *out);
void wikitext_cell(struct str *out, const char *s, size_t n, bool rich);
void wikitext_table_end(struct str *out);

#endif
