#include "io/csv_part.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"

enum { RECORD_CELLS = 65536 };	/* more than any table of people has */

/* ---- what is wrong ---------------------------------------------------- */

void
csv_fail(struct csv_reader *r, long line, const char *sentence)
{
	if (r->failed)
		return;
	r->failed = true;
	set_error(&r->failure, STATUS_DATA, "%s:%ld: %s", r->source.name, line, sentence);
}

static void
fail_stray_quote(struct csv_reader *r, long line)
{
	csv_fail(r, line, _("a quote stands inside a cell that does not begin with one. "
	    "Put the whole cell in quotes and double the quotes inside it."));
}

static void
fail_after_quote(struct csv_reader *r, long line)
{
	csv_fail(r, line, _("something stands between a closing quote and the next "
	    "delimiter. Take it away, or double the quote if it belongs to the text."));
}

static void
fail_unclosed(struct csv_reader *r)
{
	csv_fail(r, r->line, _("a quote opened here is never closed. "
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
		csv_fail(r, r->open.line, _("this record has more than 65536 cells. "
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

/* ---- libcsv ----------------------------------------------------------- */

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

void
csv_cells_parse(struct csv_reader *r)
{
	if (!r->started)
		start(r);
	if (r->lenient)
		parse_lenient(r);
	else
		parse_strict(r);
}

void
csv_cells_finish(struct csv_reader *r)
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
