/* UTF-8: decoding, characters as people see them, columns on a terminal, and
 * making text from a file safe to show.
 *
 * A "cluster" is an extended grapheme cluster (UAX 29, properties of
 * libunistring). Its columns are those of what utf8_show() leaves of it, by
 * glibc's wcwidth(), because that is what ncurses lays out; always at least 1.
 * No function needs a locale except that wcwidth() needs a UTF-8 LC_CTYPE.
 * Texts are given as pointer and bytes; none has to end with a NUL. */
#ifndef ALIANZA_BASE_UTF8_H
#define ALIANZA_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* Decodes one code point. Returns the bytes taken (1..4; 0 only if n is 0).
 * Invalid bytes give U+FFFD and take what Unicode 15 table 3-8 ("maximal
 * subpart") says. */
size_t utf8_decode(const char *s, size_t n, uint32_t *cp);
size_t utf8_encode(uint32_t cp, char out[4]);	/* bytes written, 1..4 */

/* Is it well-formed (RFC 3629) and free of NUL? *bad is set to the offset of
 * the first offending byte (bad may be NULL). */
bool utf8_valid(const char *s, size_t n, size_t *bad);

/* Bytes of the first cluster (0 only if n is 0), and of the last one before
 * the end. Each byte of an invalid sequence is a cluster of its own. */
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
 * the break and the '\n' are passed over; blanks before a '\n' or the end are
 * shown as far as they fit). Progress is certain: *next > 0 when n > 0; a
 * cluster wider than the line is shown all the same. */
size_t utf8_wrap(const char *s, size_t n, int cols, size_t *next);

/* Appends a projection that cannot steer a terminal, of each cluster:
 * - its first code point, and what else stands beside it rather than on it
 *   (after a prepended sign, leading Hangul jamo);
 * - at most two marks without columns and two with (Indic and Thai vowel
 *   signs); one that has no letter to stand on gets U+25CC;
 * - of a flag its two letters in ASCII, for half a flag would be another one;
 * - never ZWJ, variation selectors, tags, skin tones, what a ZWJ joins.
 * C0 as U+2400+c, DEL U+2421; C1, invalid bytes and code points unknown to
 * wcwidth() U+FFFD; bidi controls (U+061C, 200E-200F, 202A-202E, 2066-2069),
 * zero-width and filler characters standing alone (all default ignorable code
 * points and 2028-2029, FFF9-FFFB, E0000-E007F) and Hangul vowels and finals
 * without their syllable as U+00B7. With SHOW_LINES
 * '\n' stays, without it is shown as U+21B5 ("↵"); CR LF is one '\n'; a tab is
 * one blank. With SHOW_ASCII every sign of ours is '?'. Columns do not change
 * when a projection is shown again. */
enum { SHOW_LINES = 1, SHOW_ASCII = 2 };
void utf8_show(struct str *out, const char *s, size_t n, unsigned flags);

/* Appends the text cut (with "…" or, SHOW_ASCII, ".." at the end if anything
 * is missing) or filled with blanks to exactly cols columns, made safe as by
 * utf8_show(). right: blanks in front. */
void utf8_fit(struct str *out, const char *s, size_t n, int cols, bool right,
    unsigned flags);

#endif
