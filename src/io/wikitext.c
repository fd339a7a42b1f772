#include "io/wikitext.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "io/wikitext_walk.h"

/* Characters that are markup wherever they stand, and the line and paragraph
 * separators, which some readers of wikitext take for line ends. */
static bool
is_always_markup(uint32_t cp)
{
	return (cp < 0x80 && cp != 0 && strchr("[]{}|<>&~", (int)cp)) ||
	    cp == 0x2028 || cp == 0x2029;
}

/* Characters that are markup when they are doubled: quotes, magic words (also
 * full-width, as Japanese wikis have them), header cells. */
static bool
is_doubled_markup(uint32_t cp)
{
	return cp == '\'' || cp == '_' || cp == '!' || cp == 0xff3f;
}

/* Characters that are markup at the start of a line; U+FF03 for redirects. */
static bool
is_line_markup(uint32_t cp)
{
	return (cp < 0x80 && cp != 0 && strchr("=*#:;! ", (int)cp)) || cp == 0xff03;
}

static bool
is_left_out(uint32_t cp)
{
	return (cp < 0x20 && cp != '\t') || (cp >= 0x7f && cp < 0xa0);
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
starts_with(const char *s, size_t n, const char *word)
{
	size_t length = strlen(word);

	return n >= length && memcmp(s, word, length) == 0;
}

static bool
starts_magic_link(const char *s, size_t n)
{
	return starts_with(s, n, "ISBN") || starts_with(s, n, "RFC") ||
	    starts_with(s, n, "PMID");
}

static void
add_entity(struct str *out, uint32_t cp)
{
	switch (cp) {
	case '&': str_add(out, "&amp;"); break;
	case '<': str_add(out, "&lt;"); break;
	case '>': str_add(out, "&gt;"); break;
	default:  str_addf(out, "&#%lu;", (unsigned long)cp);
	}
}

static bool
is_doubled(const struct wikitext_walk *w, uint32_t cp, size_t taken)
{
	const char *c = w->s + w->i;
	size_t before = w->i, after = w->n - w->i - taken;

	/* Beside our own '''...''' an apostrophe at the edge would be a third. */
	if (cp == '\'' && (before == 0 || after == 0))
		return true;
	return (before >= taken && memcmp(c - taken, c, taken) == 0) ||
	    (after >= taken && memcmp(c + taken, c, taken) == 0);
}

/* "http:", "mailto:", "urn:": a colon right after a letter, something after. */
static bool
is_protocol_colon(const struct wikitext_walk *w)
{
	const char *c = w->s + w->i;

	return *c == ':' && w->i > 0 && is_letter(c[-1]) && w->i + 1 < w->n &&
	    !strchr(" \t\r\n", c[1]);
}

static bool
must_escape(const struct wikitext_walk *w, uint32_t cp, size_t taken)
{
	const char *c = w->s + w->i;
	size_t left = w->n - w->i;

	if (is_always_markup(cp) || (is_doubled_markup(cp) && is_doubled(w, cp, taken)))
		return true;
	if (w->at_line_start && (is_line_markup(cp) || starts_with(c, left, "----")))
		return true;
	return is_protocol_colon(w) || starts_magic_link(c, left);
}

void
wikitext_walk_escape(struct wikitext_walk *w, struct str *out)
{
	char bytes[4];
	uint32_t cp;
	size_t taken = utf8_decode(w->s + w->i, w->n - w->i, &cp);

	if (must_escape(w, cp, taken))
		add_entity(out, cp);
	else if (!is_left_out(cp))
		str_addn(out, bytes, utf8_encode(cp, bytes));
	if (!is_left_out(cp))
		w->at_line_start = false;
	w->i += taken;
}

bool
wikitext_walk_line_end(struct wikitext_walk *w)
{
	char c = w->s[w->i];

	if (c != '\n' && c != '\r')
		return false;
	w->i += c == '\r' && w->i + 1 < w->n && w->s[w->i + 1] == '\n' ? 2 : 1;
	w->at_line_start = true;
	return true;
}

void
wikitext_escape(struct str *out, const char *s, size_t n)
{
	struct wikitext_walk w = { s, n, 0, true };

	while (w.i < n) {
		if (wikitext_walk_line_end(&w))
			str_add(out, "<br />");
		else
			wikitext_walk_escape(&w, out);
	}
}

/* ---- tables ------------------------------------------------------------ */

void
wikitext_table_start(struct str *out, const char *class_name)
{
	str_add(out, "{|");
	if (class_name) {
		str_add(out, " class=\"");
		wikitext_escape(out, class_name, strlen(class_name));
		str_addc(out, '"');
	}
	str_addc(out, '\n');
}

void
wikitext_header_cell(struct str *out, const char *s, size_t n)
{
	str_add(out, "! ");
	wikitext_escape(out, s, n);
	str_addc(out, '\n');
}

void
wikitext_row(struct str *out)
{
	str_add(out, "|-\n");
}

static bool
needs_own_line(const char *s, size_t n)
{
	return n > 0 && (s[0] == '*' || s[0] == '#' || memchr(s, '\n', n) ||
	    memchr(s, '\r', n));
}

/* The blank after the bar keeps "-", "+" and "}" from being table markup. Lists
 * and several lines begin on a line of their own. */
void
wikitext_cell(struct str *out, const char *s, size_t n, bool rich)
{
	str_addc(out, '|');
	if (n > 0)
		str_addc(out, rich && needs_own_line(s, n) ? '\n' : ' ');
	if (rich)
		wikitext_rich(out, s, n);
	else
		wikitext_escape(out, s, n);
	str_addc(out, '\n');
}

void
wikitext_table_end(struct str *out)
{
	str_add(out, "|}\n");
}
