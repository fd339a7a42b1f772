/* Words of the editor: UAX 29 by libunistring, over the part of a line around the
 * cursor, for a line may be as long as a book. */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uniwbrk.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "ui/edit_part.h"

enum { PART = 4096 };	/* bytes on either side, about */

struct part {
	size_t from, to;
	char *breaks;		/* of each byte: may a word begin here? */
};

/* Rows begin at borders; a part goes from row to row. */
static void
part_find(const struct edit *ed, size_t at, struct part *p)
{
	size_t start = edit_line_start(ed, at), end = edit_line_end(ed, at);
	size_t n, bad;

	p->from = at - start > PART ? ed->rows[edit_row_of(ed, at - PART)] : start;
	p->to = end - at > PART ? ed->rows[edit_row_of(ed, at + PART)] : end;
	n = p->to - p->from;
	p->breaks = xmalloc(2 * n + 1);
	char *text = p->breaks + n;
	memcpy(text, edit_text(ed) + p->from, n);
	for (size_t i = 0; !utf8_valid(text + i, n - i, &bad); i += bad + 1)
		text[i + bad] = '?';	/* the library wants UTF-8 */
	u8_wordbreaks((const uint8_t *)text, n, p->breaks);
}

static size_t
segment_end(const struct part *p, size_t at)
{
	do
		at++;
	while (at < p->to && !p->breaks[at - p->from]);
	return at;
}

/* Letters or digits, rather than blanks and signs. */
static bool
is_word(const struct edit *ed, size_t from, size_t to)
{
	uint32_t cp;

	for (size_t i = from; i < to; ) {
		i += utf8_decode(edit_text(ed) + i, to - i, &cp);
		if (uc_is_alnum(cp) || uc_is_property_ideographic(cp))
			return true;
	}
	return false;
}

size_t
edit_word_after(const struct edit *ed, size_t at)
{
	size_t found = 0;

	while (!found && at < ed->text.len) {
		struct part p;
		part_find(ed, at, &p);
		for (size_t b = p.from, e; b < p.to && !found; b = e) {
			e = segment_end(&p, b);
			if (e > at && is_word(ed, b, e))
				found = e;
		}
		at = p.to > at ? p.to : edit_after(ed, at);	/* over the line end */
		free(p.breaks);
	}
	return found ? edit_border(ed, found) : ed->text.len;
}

size_t
edit_word_before(const struct edit *ed, size_t at)
{
	bool found = false;
	size_t begin = 0;

	while (!found && at) {
		struct part p;
		part_find(ed, at, &p);
		for (size_t b = p.from, e; b < at && b < p.to; b = e) {
			e = segment_end(&p, b);
			if (is_word(ed, b, e)) {
				begin = b;
				found = true;
			}
		}
		at = p.from < at ? p.from : edit_before(ed, at);
		free(p.breaks);
	}
	if (!found || edit_border(ed, begin) == begin)
		return begin;
	return edit_before(ed, edit_border(ed, begin));
}
