#include "io/csv_decode.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/utf8.h"

enum fault { FAULT_NONE, FAULT_NUL, FAULT_BAD };

/* What one walk over the bytes as UTF-8 found. */
struct survey {
	int64_t nul, bad;	/* offset of the first one, -1: none */
	long good, wrong;	/* sequences of several bytes; bytes that fit none */
};

/* Windows-1252, 0x80 to 0x9F (WHATWG Encoding, index windows-1252); 0 where
 * Microsoft assigns nothing. */
static const uint16_t windows1252[32] = {
	0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
	0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178
};

long
csv_count_lines(const char *s, size_t n, bool *cr)
{
	bool after_cr = cr && *cr;
	long lines = 0;

	if (!cr && !memchr(s, '\n', n) && !memchr(s, '\r', n))
		return 0;
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '\r' || (s[i] == '\n' && !after_cr))
			lines++;
		after_cr = s[i] == '\r';
	}
	if (cr)
		*cr = after_cr;
	return lines;
}

/* How many of the bytes are ASCII without NUL, eight at a time. */
static size_t
plain_run(const char *s, size_t n)
{
	const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
	size_t i = 0;
	uint64_t w;

	for (; i + 8 <= n; i += 8) {
		memcpy(&w, s + i, 8);
		if ((w | (w - ones)) & tops)
			break;
	}
	while (i < n && (unsigned char)(s[i] - 1) < 0x7f)
		i++;
	return i;
}

/* Bytes of the sequence at s (RFC 3629, section 4), 0 when it is none, -1 when
 * it is the beginning of one that n cuts. */
static int
sequence(const char *text, size_t n)
{
	const unsigned char *s = (const unsigned char *)text;
	int length = s[0] < 0x80 ? 1 : s[0] < 0xc2 ? 0 : s[0] < 0xe0 ? 2 :
	    s[0] < 0xf0 ? 3 : s[0] < 0xf5 ? 4 : 0;
	unsigned low = s[0] == 0xe0 ? 0xa0 : s[0] == 0xf0 ? 0x90 : 0x80;
	unsigned high = s[0] == 0xed ? 0x9f : s[0] == 0xf4 ? 0x8f : 0xbf;

	for (int i = 1; i < length; i++) {
		if ((size_t)i >= n)
			return -1;
		if (s[i] < low || s[i] > high)
			return 0;
		low = 0x80;
		high = 0xbf;
	}
	return length;
}

/* Walks over what is complete; returns how many bytes that is. */
static size_t
survey_block(struct survey *v, const char *s, size_t n, int64_t offset, bool last)
{
	size_t i = 0;

	while ((i += plain_run(s + i, n - i)) < n) {
		int length = sequence(s + i, n - i);

		if (length < 0 && !last)
			break;
		if (s[i] == '\0' && v->nul < 0)
			v->nul = offset + (int64_t)i;
		if (length <= 0 && v->bad < 0)
			v->bad = offset + (int64_t)i;
		if (length <= 0)
			v->wrong++;
		else if (length > 1)
			v->good++;
		i += length > 0 ? (size_t)length : 1;
	}
	return i;
}

static bool
survey_source(struct csv_decoder *d, struct survey *v, struct error *e)
{
	int64_t at = 0;
	size_t n;

	*v = (struct survey){ .nul = -1, .bad = -1 };
	do {
		if (!csv_source_read(d->source, at, d->block, CSV_BLOCK, &n, e))
			return false;
		at += (int64_t)survey_block(v, d->block, n, at, n < CSV_BLOCK);
	} while (n == CSV_BLOCK && v->nul < 0);
	return true;
}

static bool
line_of(struct csv_decoder *d, int64_t offset, long *line, struct error *e)
{
	bool cr = false;
	size_t n;

	*line = 1;
	for (int64_t at = 0; at < offset; at += (int64_t)n) {
		size_t want = offset - at < CSV_BLOCK ? (size_t)(offset - at) : CSV_BLOCK;

		if (!csv_source_read(d->source, at, d->block, want, &n, e))
			return false;
		if (n == 0)
			break;
		*line += csv_count_lines(d->block, n, &cr);
	}
	return true;
}

static bool
refuse(const struct csv_decoder *d, enum fault fault, long line, struct error *e)
{
	if (fault == FAULT_NUL)
		return set_error(e, STATUS_DATA, _("%s:%ld: there is a NUL byte, so this "
		    "is not plain text. Save it as CSV in UTF-8 and try again."),
		    d->source->name, line);
	return set_error(e, STATUS_DATA, _("%s:%ld: these bytes are neither UTF-8 nor "
	    "Windows-1252 text. Save it as CSV in UTF-8 and try again."),
	    d->source->name, line);
}

static bool
refuse_at(struct csv_decoder *d, enum fault fault, int64_t offset, struct error *e)
{
	long line;

	return line_of(d, offset, &line, e) && refuse(d, fault, line, e);
}

/* Text of Windows-1252 has no control characters but tab, line ends and page
 * ends, and none of the five bytes that mean nothing. */
static bool
plausible_1252(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c < 0x20 && (c < '\t' || c > '\r'))
			return false;
		if (c == 0x7f || (c >= 0x80 && c < 0xa0 && !windows1252[c - 0x80]))
			return false;
	}
	return true;
}

static bool
accept_1252(struct csv_decoder *d, const struct survey *v, struct error *e)
{
	int64_t at = 0;
	size_t n;

	/* Rarely are letters of Windows-1252 also good UTF-8: more good than
	 * wrong sequences mean a spoiled UTF-8 file, not another encoding. */
	if (v->good > v->wrong) {
		long line;

		return line_of(d, v->bad, &line, e) && set_error(e, STATUS_DATA,
		    _("%s:%ld: a character of this UTF-8 text is damaged. Mend the line "
		    "or save the file as UTF-8 again."), d->source->name, line);
	}
	do {
		if (!csv_source_read(d->source, at, d->block, CSV_BLOCK, &n, e))
			return false;
		if (!plausible_1252(d->block, n))
			return refuse_at(d, FAULT_BAD, v->bad, e);
		at += (int64_t)n;
	} while (n == CSV_BLOCK);
	d->encoding = CSV_WINDOWS1252;
	return true;
}

static bool
decide_bytes(struct csv_decoder *d, struct error *e)
{
	struct survey v;

	if (!survey_source(d, &v, e))
		return false;
	if (v.nul >= 0)
		return refuse_at(d, FAULT_NUL, v.nul, e);
	if (v.bad < 0)
		return true;
	if (d->encoding == CSV_UTF8_BOM)
		return refuse_at(d, FAULT_BAD, v.bad, e);
	return accept_1252(d, &v, e);
}

/* ---- decoding -------------------------------------------------------- */

/* One unit of UTF-16 (RFC 2781): *cp is 0 after the first half of a pair. */
static enum fault
take_unit(struct csv_decoder *d, uint32_t unit, uint32_t *cp)
{
	bool low = unit >= 0xdc00 && unit < 0xe000;

	*cp = 0;
	if ((d->high != 0) != low)
		return FAULT_BAD;
	if (unit == 0)
		return FAULT_NUL;
	if (unit >= 0xd800 && unit < 0xdc00) {
		d->high = unit;
		return FAULT_NONE;
	}
	*cp = low ? 0x10000 + ((d->high - 0xd800) << 10) + (unit - 0xdc00) : unit;
	d->high = 0;
	return FAULT_NONE;
}

static enum fault
decode_utf16(struct csv_decoder *d, size_t n, char *out, size_t *len)
{
	const unsigned char *s = (const unsigned char *)d->block;
	int most = d->encoding == CSV_UTF16BE ? 0 : 1;
	enum fault fault;
	uint32_t cp;

	*len = 0;
	for (size_t i = 0; i + 1 < n; i += 2) {
		fault = take_unit(d, (uint32_t)(s[i + most] << 8 | s[i + !most]), &cp);
		if (fault)
			return fault;
		if (cp)
			*len += utf8_encode(cp, out + *len);
	}
	if (n % 2 || (n < CSV_BLOCK && d->high))
		return FAULT_BAD;
	return FAULT_NONE;
}

static enum fault
decode_1252(const struct csv_decoder *d, size_t n, char *out, size_t *len)
{
	*len = 0;
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)d->block[i];
		uint32_t cp = c >= 0x80 && c < 0xa0 ? windows1252[c - 0x80] : c;

		if (cp == 0)
			return c == 0 ? FAULT_NUL : FAULT_BAD;
		if (cp < 0x80)
			out[(*len)++] = (char)c;
		else
			*len += utf8_encode(cp, out + *len);
	}
	return FAULT_NONE;
}

/* The bytes are the text already; looked at again because the file may have
 * changed since the survey. */
static enum fault
check_utf8(const char *s, size_t n, bool last, size_t *len)
{
	struct survey v = { .nul = -1, .bad = -1 };

	*len = survey_block(&v, s, n, 0, last);
	return v.nul >= 0 ? FAULT_NUL : v.bad >= 0 ? FAULT_BAD : FAULT_NONE;
}

static bool
changed(const struct csv_decoder *d, struct error *e)
{
	return set_error(e, STATUS_DATA,
	    _("%s was changed by another program while it was read. Try again."),
	    d->source->name);
}

static bool
next_block(struct csv_decoder *d, char *out, size_t *len, enum fault *fault,
    struct error *e)
{
	bool utf8 = d->encoding == CSV_UTF8 || d->encoding == CSV_UTF8_BOM;
	size_t n;

	if (!csv_source_read(d->source, d->at, utf8 ? out : d->block, CSV_BLOCK, &n, e))
		return false;
	if (utf8)
		*fault = check_utf8(out, n, n < CSV_BLOCK, len);
	else if (d->encoding == CSV_WINDOWS1252)
		*fault = decode_1252(d, n, out, len);
	else
		*fault = decode_utf16(d, n, out, len);
	d->at += (int64_t)(utf8 ? *len : n);
	return true;
}

bool
csv_decode_block(struct csv_decoder *d, char *out, size_t *n, struct error *e)
{
	enum fault fault;

	if (!next_block(d, out, n, &fault, e))
		return false;
	return fault ? changed(d, e) : true;
}

/* UTF-16 is decoded once to its end, to find what is wrong before a record is
 * handed out. */
static bool
decide_utf16(struct csv_decoder *d, struct error *e)
{
	char *out = xmalloc(CSV_BLOCK_UTF8);
	enum fault fault = FAULT_NONE;
	bool cr = false, done;
	long line = 1;
	size_t n;

	do {
		done = next_block(d, out, &n, &fault, e);
		if (done)
			line += csv_count_lines(out, n, &cr);
	} while (done && !fault && n > 0);
	free(out);
	if (done && fault)
		return refuse(d, fault, line, e);
	return done;
}

static bool
decide(struct csv_decoder *d, struct error *e)
{
	size_t n;

	if (!csv_source_read(d->source, 0, d->block, 4, &n, e))
		return false;
	if (n >= 4 && memcmp(d->block, "PK\3\4", 4) == 0)
		return set_error(e, STATUS_DATA, _("%s is a packed file (.xlsx, .ods, "
		    ".zip), not CSV. Save the sheet as CSV in UTF-8 and try again."),
		    d->source->name);
	if (n >= 3 && memcmp(d->block, "\xef\xbb\xbf", 3) == 0) {
		d->encoding = CSV_UTF8_BOM;
		d->start = 3;
	} else if (n >= 2 && memcmp(d->block, "\xff\xfe", 2) == 0) {
		d->encoding = CSV_UTF16LE;
		d->start = 2;
	} else if (n >= 2 && memcmp(d->block, "\xfe\xff", 2) == 0) {
		d->encoding = CSV_UTF16BE;
		d->start = 2;
	}
	d->at = d->start;
	return d->start == 2 ? decide_utf16(d, e) : decide_bytes(d, e);
}

bool
csv_decode_open(struct csv_decoder *d, const struct csv_source *source, struct error *e)
{
	*d = (struct csv_decoder){ .source = source, .encoding = CSV_UTF8 };
	d->block = xmalloc(CSV_BLOCK);
	if (!decide(d, e)) {
		csv_decode_close(d);
		return false;
	}
	csv_decode_rewind(d);
	return true;
}

void
csv_decode_rewind(struct csv_decoder *d)
{
	d->at = d->start;
	d->high = 0;
}

void
csv_decode_close(struct csv_decoder *d)
{
	free(d->block);
	d->block = NULL;
}
