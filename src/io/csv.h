/* CSV in and out (RFC 4180), on libcsv for reading, with a front of our own
 * for what libcsv does not know: byte order marks, UTF-16, Windows-1252,
 * delimiters, `sep=`, file lines. */
#ifndef ALIANZA_IO_CSV_H
#define ALIANZA_IO_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/str.h"

enum csv_encoding { CSV_UTF8, CSV_UTF8_BOM, CSV_UTF16LE, CSV_UTF16BE, CSV_WINDOWS1252 };

struct csv_format {
	enum csv_encoding encoding;
	char delimiter;		/* ',' ';' '\t' '|' */
	bool sep_line;		/* a first line "sep=;" said so */
};

/* One field of the record being read; borrowed until the next record. */
struct csv_cell {
	const char *s;		/* UTF-8, no NUL needed; may contain line ends */
	size_t n;
	bool quoted;
};

struct csv_reader;

/* Opens a file ("-" is standard input). Reads in blocks of 64 KiB, never the
 * whole file. NULL and an error when it cannot be read (STATUS_NOINPUT), is not
 * a regular file or a pipe, or its bytes are neither UTF-8, UTF-16 with a mark
 * nor text of Windows-1252 (STATUS_DATA). name in messages is the path. */
struct csv_reader *csv_open(const char *path, struct error *e);
/* The same over memory that the caller keeps until csv_close. */
struct csv_reader *csv_open_memory(const char *bytes, size_t n, struct error *e);
/* Known after csv_open: what was found. "said, never guessed silently": the
 * caller tells the person when encoding or delimiter is not UTF-8 and comma. */
const struct csv_format *csv_format(const struct csv_reader *r);
/* Before the first csv_read: forces the delimiter. */
void csv_delimiter_set(struct csv_reader *r, char delimiter);
/* Strict is the default: an unclosed quote or a quote in the middle of an
 * unquoted cell, or characters (a blank too) between a closing quote and the
 * delimiter, is an error with its file line. Lenient takes what libcsv takes. */
void csv_lenient(struct csv_reader *r);

/* Reads the next record. 1: cells and count filled, 0: end of file, -1: error
 * (STATUS_DATA or STATUS_IO, sentence begins with "FILE:LINE: "). Empty lines
 * are skipped (a line with one quoted empty cell is not empty). A record may
 * have any number of cells. */
int csv_read(struct csv_reader *r, const struct csv_cell **cells, size_t *count,
    struct error *e);
long csv_line(const struct csv_reader *r);	/* where that record began, from 1 */
/* Begins again with the first record; encoding, delimiter and leniency stay. A pipe
 * can be read again too. */
bool csv_rewind(struct csv_reader *r, struct error *e);
void csv_close(struct csv_reader *r);		/* NULL is fine */

/* Formula guard (CWE-1236; architecture "Contract of the shell"): a text cell
 * matching ^'*[=+\-@\t\r] or with the full-width forms U+FF1D FF0B FF0D FF20
 * gets one more ' in front; taking off is its inverse for every text. */
bool csv_needs_guard(const char *s, size_t n);
bool csv_is_guarded(const char *s, size_t n);	/* ^'+ and then such a character */

/* Appends one cell: quoted when it contains a comma, a quote, CR or LF, or has a
 * blank (or tab) at either end; nothing for an empty one. */
void csv_cell_add(struct str *out, const char *s, size_t n);
/* The same with the guard in front of a text that needs it. */
void csv_cell_add_guarded(struct str *out, const char *s, size_t n);
/* Ends the record that began at byte `start` of out, with CRLF (RFC 4180 2.1).
 * A record of one empty cell becomes "", because readers skip empty lines. */
void csv_record_end(struct str *out, size_t start);

#endif
