/* UTF-8: decoding, characters as people see them, columns on a terminal, and
 * making text from a file safe to show.
 *
 * A "cluster" is an extended grapheme cluster (UAX 29, rules of libunistring).
 * Its columns are glibc's wcwidth() of its first code point (at least 1 where
 * that is negative), because that is what ncurses lays out and what
 * utf8_show() leaves of it. No function needs a locale except that wcwidth()
 * needs a UTF-8 LC_CTYPE. Texts are given as pointer and bytes; none has to
 * end with a NUL. */
#ifndef ALIANZA_BASE_UTF8_H
#define ALIANZA_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

/* Decodes one code point. Returns the bytes taken (1..4; 0 only if n is 0).
 * Invalid bytes give U+FFFD and take what Unicode 15 table 3-8 ("maximal
 * subpart") says. */
size_t utf8_decode(const char *s, size_t n, uint32_t *cp);
size_t utf8_encode(uint32_t cp, char out[4]);	/* bytes written, 1..4 */

/* Is it well-formed (RFC 3629) and free of NUL? *bad is set to the offset of
 * the first offending byte (bad may be NULL). */
bool utf8_valid(const char *s, size_t n, size_t *bad);

/* Bytes of the first cluster (0 only if n is 0), and of the last one before
 * the end. A run of invalid bytes is one cluster a byte. */
size_t utf8_next(const char *s, size_t n);
size_t utf8_prev(const char *s, size_t n);

/* Columns that the text takes when shown by utf8_show() on one line. */
int utf8_columns(const char *s, size_t n);

/* The most bytes, ending on a cluster border, that fit into cols columns;
 * *used gets their columns (used may be NULL). */
size_t utf8_cut(const char *s, size_t n, int cols, int *used);

/* Where a line of at most cols columns ends (UAX 14 by libunistring, a hard
 * break at '\n'; a word longer than the line is cut between clusters).
 * Returns the bytes to show; *next gets where the next line begins (blanks at
 * the break and the '\n' are passed over). Progress is certain: *next > 0 when
 * n > 0. */
size_t utf8_wrap(const char *s, size_t n, int cols, size_t *next);

/* Appends a projection that cannot steer a terminal: of each cluster its first
 * code point and at most two combining marks of nonzero...zero width that
 * belong to it (never ZWJ, variation selectors, tags, other invisible format
 * characters); C0 as U+2400+c, DEL U+2421, C1 and invalid bytes U+FFFD; bidi
 * controls (U+061C, 200E-200F, 202A-202E, 2066-2069), zero-width and filler
 * characters (200B-200D alone, 2060-2064, FEFF, 00AD, 180E, 115F-1160, 3164,
 * FFA0, 2028-2029, E0000-E007F) as U+00B7. With SHOW_LINES '\n' stays, without
 * it is shown as U+21B5 ("↵"); a tab is one blank. With SHOW_ASCII every
 * symbol of ours is an ASCII one ('?', and '^' + letter never: only '?'). */
enum { SHOW_LINES = 1, SHOW_ASCII = 2 };
void utf8_show(struct str *out, const char *s, size_t n, unsigned flags);

/* Appends the text cut (with "…" or, SHOW_ASCII, ".." at the end if anything
 * is missing) or filled with blanks to exactly cols columns, made safe as by
 * utf8_show(). right: blanks in front. */
void utf8_fit(struct str *out, const char *s, size_t n, int cols, bool right,
    unsigned flags);

#endif
