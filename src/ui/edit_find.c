/* Finding in the editor: folded, line by line. */
#include "config.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "ui/edit_part.h"

/* Does the text at s begin with what folds to the needle? Folding drops blanks at both
 * ends, so a match never begins with one. The bytes that it takes, 0 for none. */
static size_t
match_length(const char *s, size_t n, const char *needle, size_t nn, struct str *fold)
{
	for (size_t i = 0; i < n; ) {
		i += utf8_next(s + i, n - i);
		str_cut(fold, 0);
		fold_add(fold, s, i);
		if (fold->len >= nn)
			return memcmp(fold->s, needle, nn) ? 0 : i;
		if (memcmp(str_text(fold), needle, fold->len))
			return 0;
	}
	return 0;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/* The first, or last, match in a line that begins within [low, high). */
static bool
find_in_line(const struct edit *ed, const struct str *needle, size_t line, size_t end,
    size_t low, size_t high, bool last, size_t *at, size_t *stop)
{
	const char *s = edit_text(ed);
	struct str fold = { 0 };
	bool found = false;

	if (!fold_contains(s + line, end - line, needle->s, needle->len))
		return false;
	for (size_t i = low > line ? low : line; i < end && i < high && (last || !found); ) {
		size_t n = is_blank(s[i]) ? 0
		    : match_length(s + i, end - i, needle->s, needle->len, &fold);
		if (n) {
			found = true;
			*at = i;
			*stop = i + n;
		}
		i = edit_after(ed, i);
	}
	str_free(&fold);
	return found;
}

bool
edit_find(const struct edit *ed, const char *needle, size_t n, size_t from, bool back,
    size_t *at, size_t *end)
{
	size_t line = edit_line_start(ed, back && from ? edit_before(ed, from) : from);
	struct str folded = { 0 };
	bool found = false;

	fold_add(&folded, needle, n);
	while (folded.len && !found) {
		size_t stop = edit_line_end(ed, line);
		found = find_in_line(ed, &folded, line, stop, back ? 0 : from,
		    back ? from : EDIT_NOWHERE, back, at, end);
		if (back ? !line : stop == ed->text.len)
			break;
		line = back ? edit_line_start(ed, edit_before(ed, line)) : edit_after(ed, stop);
	}
	str_free(&folded);
	return found;
}
