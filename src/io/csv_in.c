#include "io/csv.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "io/csv_decode.h"
#include "io/csv_sniff.h"
#include "io/csv_source.h"

/* More than any table of people has; a quote that nobody closed reaches them. */
enum { RECORD_BYTES = 16 * 1024 * 1024, RECORD_CELLS = 65536 };

struct record {
	size_t first, count;	/* cells */
	long line;
};

/* libcsv says where cells end and what quoted ones mean, block by block. The
 * bytes stay in raw, from the beginning of the record that is not complete:
 * cells point into it, so that nothing is copied but cells with doubled
 * quotes, and the blanks that libcsv trims are still there. (A space function
 * that always says no would keep them too, at half as much time again.) */
struct csv_reader {
	struct csv_source source;
	struct csv_decoder decoder;
	struct csv_format format;
	struct csv_parser parser;
	char *name;
	bool lenient, started, ended, failed;
	struct error failure;		/* what csv_read says after the records */

	char *raw;
	size_t len, cap;
	size_t fed;			/* bytes that libcsv has seen */
	size_t at;			/* where the next cell begins */
	long line;			/* of that byte */
	bool after_cr;			/* a CR ended the record just before it */

	struct csv_cell *cells;		/* of all records of this block */
	size_t ncells, cells_cap;
	struct record *records;
	size_t nrecords, records_cap, next;
	struct record open;		/* the one not complete yet */
	size_t open_at;			/* where it begins in raw */
	long read_line;
};

/* ---- what is wrong ---------------------------------------------------- */

static void
fail(struct csv_reader *r, long line, const char *sentence)
{
	if (r->failed)
		return;
	r->failed = true;
	set_error(&r->failure, STATUS_DATA, "%s:%ld: %s", r->source.name, line, sentence);
}

static void
fail_stray_quote(struct csv_reader *r, long line)
{
	fail(r, line, _("a quote stands inside a cell that does not begin with one. "
	    "Put the whole cell in quotes and double the quotes inside it."));
}

static void
fail_after_quote(struct csv_reader *r, long line)
{
	fail(r, line, _("something stands between a closing quote and the next "
	    "delimiter. Take it away, or double the quote if it belongs to the text."));
}

static void
fail_unclosed(struct csv_reader *r)
{
	fail(r, r->line, _("a quote opened here is never closed. "
	    "Close it, or double it if it belongs to the text."));
}

/* ---- cells and records ------------------------------------------------ */

/* Blanks as libcsv sees them, at an offset of raw. */
static size_t
blanks(const struct csv_reader *r, size_t at)
{
	size_t i = at;

	while (i < r->len && (r->raw[i] == ' ' || r->raw[i] == '\t') &&
	    r->raw[i] != r->format.delimiter)
		i++;
	return i - at;
}

static size_t
count_quotes(const char *s, size_t n)
{
	const char *end = s + n;
	size_t quotes = 0;

	while ((s = memchr(s, '"', (size_t)(end - s))) != NULL) {
		quotes++;
		s++;
	}
	return quotes;
}

static void
add_cell(struct csv_reader *r, const char *s, size_t n, bool quoted)
{
	if (r->ncells == r->cells_cap) {
		r->cells_cap = r->cells_cap ? 2 * r->cells_cap : 4096;
		r->cells = xrealloc(r->cells, r->cells_cap * sizeof *r->cells);
	}
	if (r->ncells - r->open.first == RECORD_CELLS)
		fail(r, r->open.line, _("this record has more than 65536 cells. "
		    "Is the file a CSV?"));
	r->cells[r->ncells++] = (struct csv_cell){ s, n, quoted };
}

/* Where the quoted cell that libcsv read as s ends in raw; strict only. */
static size_t
quoted_end(struct csv_reader *r, size_t text, const char *s, size_t n)
{
	size_t end = text + 1 + n + count_quotes(s, n) + 1;

	if (text > r->at)
		fail_stray_quote(r, r->line);
	else if (blanks(r, end) > 0)
		fail_after_quote(r, r->line +
		    csv_count_lines(r->raw + text, end - text, NULL));
	return end;
}

static size_t
unquoted_end(const struct csv_reader *r, size_t text, size_t n)
{
	return text + n + blanks(r, text + n);
}

/* A quoted cell is shorter than its raw bytes: it is put in their place. */
static void
add_quoted(struct csv_reader *r, size_t end, const char *s, size_t n)
{
	char *to = r->raw + r->at + 1;

	r->line += csv_count_lines(r->raw + r->at, end - r->at, NULL);
	memcpy(to, s, n);
	add_cell(r, to, n, true);
}

static void
open_record(struct csv_reader *r)
{
	if (r->ncells > r->open.first)
		return;
	r->open_at = r->at;
	r->open.line = r->line;
}

/* Called by libcsv at the end of each cell. Lenient reading feeds byte by byte,
 * so that the end is where we are and the parser tells what the cell was. */
static void
on_cell(void *s, size_t n, void *data)
{
	struct csv_reader *r = data;
	size_t text = r->at + blanks(r, r->at), end = r->fed;
	bool quoted = r->lenient ? r->parser.quoted != 0 :
	    text < r->len && r->raw[text] == '"';

	if (r->failed)
		return;
	open_record(r);
	r->after_cr = false;
	if (!r->lenient)
		end = quoted ? quoted_end(r, text, s, n) : unquoted_end(r, text, n);
	if (r->failed)
		return;
	if (quoted)
		add_quoted(r, end, s, n);
	else
		add_cell(r, r->raw + r->at, end - r->at, false);
	r->at = end < r->len ? end + 1 : end;
}

/* libcsv takes a line of blanks for an empty one. */
static void
add_blank_line(struct csv_reader *r)
{
	size_t n = blanks(r, r->at);

	if (r->ncells > r->open.first || n == 0)
		return;
	open_record(r);
	add_cell(r, r->raw + r->at, n, false);
	r->at += n + 1;
}

static void
close_record(struct csv_reader *r)
{
	if (r->nrecords == r->records_cap) {
		r->records_cap = r->records_cap ? 2 * r->records_cap : 512;
		r->records = xrealloc(r->records, r->records_cap * sizeof *r->records);
	}
	r->open.count = r->ncells - r->open.first;
	r->records[r->nrecords++] = r->open;
	r->open.first = r->ncells;
	r->open_at = r->at;
}

/* Called by libcsv at each CR and LF outside quotes (CSV_REPALL_NL), and with
 * -1 when the last line has no end. */
static void
on_row(int c, void *data)
{
	struct csv_reader *r = data;

	if (r->failed)
		return;
	add_blank_line(r);
	if (r->ncells > r->open.first) {
		close_record(r);
		r->line++;
	} else {
		r->at++;
		r->open_at = r->at;
		if (!(c == '\n' && r->after_cr))
			r->line++;
	}
	r->after_cr = c == '\r';
}

/* ---- feeding ---------------------------------------------------------- */

static void
parse_strict(struct csv_reader *r)
{
	size_t from = r->fed, n = r->len - from;
	size_t used;

	r->fed = r->len;
	used = csv_parse(&r->parser, r->raw + from, n, on_cell, on_row, r);
	if (used == n || r->failed)
		return;
	if (csv_error(&r->parser) != CSV_EPARSE)
		die(_("Out of memory."));
	if (!r->parser.quoted || blanks(r, r->at) > 0)
		fail_stray_quote(r, r->line);
	else
		fail_after_quote(r, r->line +
		    csv_count_lines(r->raw + r->at, from + used - r->at, NULL));
}

static void
parse_lenient(struct csv_reader *r)
{
	for (; r->fed < r->len && !r->failed; r->fed++)
		if (csv_parse(&r->parser, r->raw + r->fed, 1, on_cell, on_row, r) != 1)
			die(_("Out of memory."));
}

static void
start(struct csv_reader *r)
{
	r->started = true;
	csv_set_opts(&r->parser, CSV_REPALL_NL |
	    (r->lenient ? 0 : CSV_STRICT | CSV_STRICT_FINI));
	csv_set_delim(&r->parser, (unsigned char)r->format.delimiter);
	csv_set_blk_size(&r->parser, CSV_BLOCK);
}

static void
parse(struct csv_reader *r)
{
	if (!r->started)
		start(r);
	if (r->lenient)
		parse_lenient(r);
	else
		parse_strict(r);
}

/* Keeps of raw and cells what belongs to the record that is not complete, and
 * makes room for a block. */
static void
carry(struct csv_reader *r)
{
	char *from = r->raw + r->open_at;
	size_t count = r->ncells - r->open.first, keep = r->len - r->open_at;

	if (r->cap < keep + CSV_BLOCK_UTF8) {
		size_t cap = 2 * (keep + CSV_BLOCK_UTF8);
		char *bigger = xrealloc(NULL, cap);

		memcpy(bigger, from, keep);
		for (size_t i = r->open.first; i < r->ncells; i++)
			r->cells[i].s = bigger + (r->cells[i].s - from);
		free(r->raw);
		r->raw = bigger;
		r->cap = cap;
	} else if (r->open_at > 0) {
		memmove(r->raw, from, keep);
		for (size_t i = r->open.first; i < r->ncells; i++)
			r->cells[i].s -= r->open_at;
	}
	if (r->open.first > 0 && count > 0)
		memmove(r->cells, r->cells + r->open.first, count * sizeof *r->cells);
	r->at -= r->open_at;
	r->fed -= r->open_at;
	r->len = keep;
	r->open_at = r->open.first = 0;
	r->ncells = count;
	r->nrecords = r->next = 0;
}

static void
finish(struct csv_reader *r)
{
	r->ended = true;
	if (!r->started)
		start(r);
	if (csv_fini(&r->parser, on_cell, on_row, r) != 0) {
		if (blanks(r, r->at) > 0)
			fail_stray_quote(r, r->line);
		else
			fail_unclosed(r);
	} else if (r->at < r->len && !r->failed) {
		add_blank_line(r);
		if (r->ncells > r->open.first)
			close_record(r);
	}
}

static bool
too_long(struct csv_reader *r)
{
	if (r->len - r->open_at <= RECORD_BYTES)
		return false;
	if (r->raw[r->at] == '"')
		fail(r, r->line, _("a quote opened here is not closed within 16 MiB. "
		    "Close it, or double it if it belongs to the text."));
	else
		fail(r, r->open.line, _("this record is longer than 16 MiB. "
		    "Is the file a CSV?"));
	return true;
}

static void
read_block(struct csv_reader *r)
{
	size_t n;

	if (too_long(r))
		return;
	carry(r);
	if (!csv_decode_block(&r->decoder, r->raw + r->len, &n, &r->failure)) {
		r->failed = true;
		return;
	}
	r->len += n;
	if (n == 0)
		finish(r);
}

static void
feed(struct csv_reader *r)
{
	if (r->fed == r->len)
		read_block(r);
	if (!r->failed && !r->ended)
		parse(r);
}

/* ---- contract --------------------------------------------------------- */

/* The first block, for the first csv_read; a "sep=" line is passed over and said
 * in *delimiter. */
static bool
first_block(struct csv_reader *r, char *delimiter, struct error *e)
{
	if (!csv_decode_block(&r->decoder, r->raw, &r->len, e))
		return false;
	r->line = 1;
	r->at = csv_sniff_sep(r->raw, r->len, delimiter);
	r->format.sep_line = r->at > 0;
	if (r->format.sep_line)
		r->line++;
	r->fed = r->open_at = r->at;
	return true;
}

/* The first block is read to see the delimiter. */
static bool
begin(struct csv_reader *r, struct error *e)
{
	if (!csv_decode_open(&r->decoder, &r->source, e))
		return false;
	r->format.encoding = r->decoder.encoding;
	r->cap = 2 * CSV_BLOCK_UTF8;
	r->raw = xrealloc(NULL, r->cap);
	if (!first_block(r, &r->format.delimiter, e))
		return false;
	if (!r->format.sep_line)
		r->format.delimiter = csv_sniff_delimiter(r->raw, r->len);
	return true;
}

static struct csv_reader *
begin_or_close(struct csv_reader *r, struct error *e)
{
	if (begin(r, e))
		return r;
	csv_close(r);
	return NULL;
}

static struct csv_reader *
reader_new(void)
{
	struct csv_reader *r = xmalloc(sizeof *r);

	csv_init(&r->parser, 0);
	r->source.fd = -1;
	return r;
}

struct csv_reader *
csv_open(const char *path, struct error *e)
{
	struct csv_reader *r = reader_new();

	r->name = xstrdup(path);
	if (!csv_source_open(&r->source, r->name, e)) {
		csv_close(r);
		return NULL;
	}
	return begin_or_close(r, e);
}

struct csv_reader *
csv_open_memory(const char *bytes, size_t n, struct error *e)
{
	struct csv_reader *r = reader_new();

	csv_source_memory(&r->source, bytes, n);
	return begin_or_close(r, e);
}

bool
csv_rewind(struct csv_reader *r, struct error *e)
{
	char said;

	csv_decode_rewind(&r->decoder);
	csv_free(&r->parser);
	csv_init(&r->parser, 0);
	r->started = r->ended = r->failed = r->after_cr = false;
	r->ncells = r->nrecords = r->next = 0;
	r->open = (struct record){ 0 };
	r->read_line = 0;
	return first_block(r, &said, e);
}

const struct csv_format *
csv_format(const struct csv_reader *r)
{
	return &r->format;
}

void
csv_delimiter_set(struct csv_reader *r, char delimiter)
{
	r->format.delimiter = delimiter;
}

void
csv_lenient(struct csv_reader *r)
{
	r->lenient = true;
}

int
csv_read(struct csv_reader *r, const struct csv_cell **cells, size_t *count,
    struct error *e)
{
	const struct record *record;

	while (r->next == r->nrecords) {
		if (r->failed && e)
			*e = r->failure;
		if (r->failed || r->ended)
			return r->failed ? -1 : 0;
		feed(r);
	}
	record = &r->records[r->next++];
	*cells = r->cells + record->first;
	*count = record->count;
	r->read_line = record->line;
	return 1;
}

long
csv_line(const struct csv_reader *r)
{
	return r->read_line;
}

void
csv_close(struct csv_reader *r)
{
	if (!r)
		return;
	csv_free(&r->parser);
	csv_decode_close(&r->decoder);
	csv_source_close(&r->source);
	free(r->name);
	free(r->raw);
	free(r->cells);
	free(r->records);
	free(r);
}
