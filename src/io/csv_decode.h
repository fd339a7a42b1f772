/* Encodings of a CSV: found out over the whole source, then decoded to UTF-8
 * block by block. Inside io only. */
#ifndef ALIANZA_IO_CSV_DECODE_H
#define ALIANZA_IO_CSV_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "io/csv.h"
#include "io/csv_source.h"

enum {
	CSV_BLOCK = 64 * 1024,		/* bytes read at a time */
	CSV_BLOCK_UTF8 = 3 * CSV_BLOCK	/* the most they can become */
};

struct csv_decoder {
	const struct csv_source *source;
	enum csv_encoding encoding;
	int64_t start, at;	/* first byte after the mark, next byte to read */
	uint32_t high;		/* UTF-16: first half of a pair, or 0 */
	char *block;		/* CSV_BLOCK bytes as they are in the source */
};

/* Reads the source to its end once. STATUS_DATA, with the file line, for NUL
 * and for text that is neither UTF-8, UTF-16 with a mark nor Windows-1252. */
bool csv_decode_open(struct csv_decoder *d, const struct csv_source *source,
    struct error *e);
/* Puts the next block as UTF-8 into out (room: CSV_BLOCK_UTF8); *n is 0 at the
 * end. Never ends inside a character. */
bool csv_decode_block(struct csv_decoder *d, char *out, size_t *n, struct error *e);
void csv_decode_rewind(struct csv_decoder *d);
void csv_decode_close(struct csv_decoder *d);

/* Line ends (LF, CRLF, CR) in the text; CRLF that a border cuts counts in the
 * part that has the LF when the part before was told by *cr. cr may be NULL. */
long csv_count_lines(const char *s, size_t n, bool *cr);

#endif
