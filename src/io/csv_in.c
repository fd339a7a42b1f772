#include "io/csv_part.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "io/csv_sniff.h"

enum { RECORD_BYTES = 16 * 1024 * 1024 };	/* a quote that nobody closed reaches them */

/* ---- blocks ----------------------------------------------------------- */

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

static bool
too_long(struct csv_reader *r)
{
	if (r->len - r->open_at <= RECORD_BYTES)
		return false;
	if (r->raw[r->at] == '"')
		csv_fail(r, r->line, _("a quote opened here is not closed within 16 MiB. "
		    "Close it, or double it if it belongs to the text."));
	else
		csv_fail(r, r->open.line, _("this record is longer than 16 MiB. "
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
		csv_cells_finish(r);
}

static void
feed(struct csv_reader *r)
{
	if (r->fed == r->len)
		read_block(r);
	if (!r->failed && !r->ended)
		csv_cells_parse(r);
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
	r->open = (struct csv_record){ 0 };
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
	const struct csv_record *record;

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
