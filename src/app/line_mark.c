/* Names in a line: where they begin, how far they go, who is meant. */
#include "config.h"

#include <string.h>

#include "app/line_part.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/utf8.h"

enum {
	NAME_WORDS = 8,		/* of a name, at most */
	NAME_BYTES = 300
};

/* --- Signs --- */

/* What a word may stand right behind: opening quotes, brackets and question marks, and
 * marks of direction in texts that run from right to left. */
static bool
is_opened(const char *s, size_t at)
{
	static const char *const openings[] = {
		"(", "[", "\"", "“", "‘", "«", "„", "¿", "¡", "\u00a0", "\u200e", "\u200f", "\u2067",
		"\u2068", "\u3000", "（", "「"
	};

	if (!at || line_blank(s[at - 1]))
		return true;
	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
		size_t n = strlen(openings[i]);
		if (n <= at && !memcmp(s + at - n, openings[i], n))
			return true;
	}
	return false;
}

const struct line_mark *
line_mark_sign(const char *s, size_t n, size_t at)
{
	for (const struct line_mark *m = line_marks; m->field; m++)
		if (at < n && s[at] == m->sign)
			return is_opened(s, at) ? m : NULL;
	return NULL;
}

/* Letters of any script, and digits; a sign before anything else is only a sign. */
static bool
begins_name(const struct line_mark *m, const char *s, size_t n, size_t at)
{
	char c = at + 1 < n ? s[at + 1] : ' ';

	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80
	    || (line_digit(c) && m->digits);
}

/* --- How far a name may go --- */

/* The ends of the first words behind the sign, each with what punctuation closes it and,
 * before that, without. */
struct ends {
	size_t at[2 * NAME_WORDS];
	int word[2 * NAME_WORDS];
	int count;
};

static size_t
bare_end(const char *s, size_t start, size_t end)
{
	while (end > start + 1 && strchr(",;:.!?)]}\"'", s[end - 1]))
		end--;
	return end;
}

static void
ends_find(const char *s, size_t n, size_t start, struct ends *ends)
{
	size_t i = start, limit = n - start < NAME_BYTES ? n : start + NAME_BYTES;

	ends->count = 0;
	for (int word = 0; word < NAME_WORDS && i < limit; word++) {
		size_t begin = i;
		while (i < limit && !line_blank(s[i]))
			i++;
		size_t bare = bare_end(s, begin, i);
		if (bare < i) {
			ends->word[ends->count] = word;
			ends->at[ends->count++] = bare;
		}
		ends->word[ends->count] = word;
		ends->at[ends->count++] = i;
		while (i < limit && s[i] == ' ')
			i++;
		if (i < limit && (line_blank(s[i]) || line_mark_sign(s, n, i)))
			break;
	}
}

/* --- Who is meant --- */

static void
look_up(const struct line_names *names, const char *s, size_t n, bool exact,
    struct line_found *found)
{
	struct str folded = { 0 };

	*found = (struct line_found){ .count = 0 };
	names_fold(&folded, s, n);
	if (folded.len && folded.len <= names->longest)
		(exact ? names_exact : names_begin)(names, folded.s, folded.len, found);
	str_free(&folded);
}

/* The longest text that is a whole name. */
static bool
find_exact(const struct line_names *names, const char *s, size_t start,
    const struct ends *ends, struct line_hit *hit)
{
	for (int i = ends->count - 1; i >= 0; i--) {
		look_up(names, s + start, ends->at[i] - start, true, &hit->found);
		if (hit->found.count) {
			hit->length = ends->at[i] - hit->start;
			return true;
		}
	}
	return false;
}

/* The beginning of a name: its first word, and more of them only while it takes more to
 * tell several records apart. */
static void
find_begun(const struct line_names *names, const char *s, size_t start,
    const struct ends *ends, struct line_hit *hit)
{
	struct line_found found;

	if (!ends->count)
		return;
	hit->length = ends->at[0] - hit->start;
	for (int i = 0; i < ends->count && (hit->found.count != 1 || hit->found.more); i++) {
		if (i && ends->word[i] > 0 && !hit->found.count)
			return;
		look_up(names, s + start, ends->at[i] - start, false, &found);
		if (!found.count)
			continue;
		hit->found = found;
		hit->length = ends->at[i] - hit->start;
	}
}

/* "@me" as people write it in the languages shipped. */
static bool
is_me(const char *s, size_t n)
{
	static const char *const words[] = { "me", "yo", "eu" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!fold_compare(s, n, words[i], strlen(words[i])))
			return true;
	return false;
}

static bool
find_me(const struct line_world *w, const char *s, size_t start, const struct ends *ends,
    struct line_hit *hit)
{
	if (hit->mark != line_marks || !w->me || !is_me(s + start, ends->at[0] - start))
		return false;
	hit->found = (struct line_found){ { w->me }, 1, false };
	hit->length = ends->at[0] - hit->start;
	return true;
}

static void
find_nearest(const struct line_names *names, const char *s, size_t start,
    struct line_hit *hit)
{
	struct str folded = { 0 };

	names_fold(&folded, s + start, hit->start + hit->length - start);
	if (folded.len)
		hit->nearest = names_nearest(names, folded.s, folded.len);
	str_free(&folded);
}

bool
line_mark_at(const struct line_world *w, const char *s, size_t n, size_t at,
    struct line_hit *hit)
{
	const struct line_mark *m = line_mark_sign(s, n, at);
	struct ends ends;

	if (!m || !begins_name(m, s, n, at))
		return false;
	const struct line_names *names = &w->names[m - line_marks];
	*hit = (struct line_hit){ .mark = m, .start = at };
	ends_find(s, n, at + 1, &ends);
	if (find_me(w, s, at + 1, &ends, hit) || find_exact(names, s, at + 1, &ends, hit))
		return true;
	find_begun(names, s, at + 1, &ends, hit);
	/* "%50" is a figure unless a goal has this code. */
	if (line_digit(s[at + 1]) && !hit->found.count)
		return false;
	if (!hit->found.count)
		find_nearest(names, s, at + 1, hit);
	return true;
}
