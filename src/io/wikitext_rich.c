#include "io/wikitext.h"

#include <string.h>
#include <strings.h>

#include "io/wikitext_walk.h"

enum { ALLOW_LINKS = 1, ALLOW_REFS = 2, ALLOW_LISTS = 4 };

/* A text of the person's own wikitext; labels and notes are such texts too,
 * with less allowed in them. */
struct rich {
	struct wikitext_walk w;
	unsigned allow;
	bool quotes;		/* those of this line are in pairs */
	size_t last_close;	/* where the last "</ref>" begins, or 0 */
};

static void rich_add(struct str *out, const char *s, size_t n, unsigned allow,
    bool at_line_start);

static bool
begins(const char *s, size_t n, const char *word)
{
	size_t length = strlen(word);

	return n >= length && strncasecmp(s, word, length) == 0;
}

static bool
is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

/* ---- parts of links that are taken as they are -------------------------- */

/* Names of namespaces and wikis whose links do nothing but link, as they are
 * on Meta. */
static const char *const harmless[] = {
	"c", "commons", "d", "event", "foundation", "grants", "help", "learning patterns",
	"m", "meta", "metawiki", "mw", "outreach", "phab", "portal", "programs",
	"project", "research", "special", "talk", "template", "user", "user talk", "w",
	"wikidata", "wikimedia", "wikipedia", "wmf"
};

/* Links that put the page somewhere or show a file. */
static const char *const active[] = {
	"archivo", "bild", "categoria", "categor\303\255a", "category",
	"cat\xc3\xa9gorie", "datei", "fichier", "ficheiro", "file", "image", "imagen",
	"kategorie", "media"
};

static bool
is_same_name(const char *s, size_t n, const char *name)
{
	size_t i = 0;

	while (i < n && name[i] &&
	    (strncasecmp(s + i, name + i, 1) == 0 || (s[i] == '_' && name[i] == ' ')))
		i++;
	return i == n && !name[i];
}

static bool
is_one_of(const char *s, size_t n, const char *const *names, size_t count)
{
	while (n > 0 && (s[n - 1] == ' ' || s[n - 1] == '_'))
		n--;
	while (n > 0 && (s[0] == ' ' || s[0] == '_')) {
		s++;
		n--;
	}
	for (size_t i = 0; i < count; i++)
		if (is_same_name(s, n, names[i]))
			return true;
	return false;
}

static bool
has_word_of_magic(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (wikitext_magic_at(s + i, n - i))
			return true;
	return false;
}

static bool
is_hex(char c)
{
	return c && strchr("0123456789abcdefABCDEF", c);
}

/* A page name without what names cannot have, and without the ways to write
 * characters so that ours is not the name that the wiki reads. */
static bool
is_target(const char *s, size_t n)
{
	bool blank = true;

	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c < 0x20 || c == 0x7f || strchr("<>[]{}|", c))
			return false;
		if (wikitext_entity_at(s + i, n - i))
			return false;
		if (c == '%' && i + 2 < n && is_hex(s[i + 1]) && is_hex(s[i + 2]))
			return false;
		if (c != ' ' && c != '_' && c != ':')
			blank = false;
	}
	return !blank && !has_word_of_magic(s, n);
}

/* 0: leave it, 1: a colon in front, -1: not kept. */
static int
target_class(const char *s, size_t n)
{
	const char *colon = memchr(s, ':', n);
	size_t name = colon ? (size_t)(colon - s) : 0;

	if (!colon || name == 0)
		return 0;
	if (is_one_of(s, name, active, sizeof active / sizeof *active))
		return -1;
	if (is_one_of(s, name, harmless, sizeof harmless / sizeof *harmless) &&
	    !memchr(colon + 1, ':', n - name - 1))
		return 0;
	return 1;
}

static bool
is_url(const char *s, size_t n)
{
	size_t scheme = begins(s, n, "https://") ? 8 : begins(s, n, "http://") ? 7 : 0;

	if (scheme == 0 || n == scheme)
		return false;
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] <= 0x20 || strchr("<>[]{}|\"\x7f", s[i]))
			return false;
	return !has_word_of_magic(s, n);
}

/* ---- constructs: how long, 0 when it is none ----------------------------- */

/* Bytes up to the closing text; n when it is not on this line or a bracket
 * opens before. */
static size_t
until(const char *s, size_t n, const char *closing)
{
	for (size_t i = 0; i < n && !is_line_end(s[i]) && s[i] != '['; i++)
		if (begins(s + i, n - i, closing))
			return i;
	return n;
}

/* Bytes in front of the first of these characters, n when there is none. */
static size_t
split(const char *s, size_t n, const char *at)
{
	size_t i = 0, stops = strlen(at);

	while (i < n && !memchr(at, s[i], stops))
		i++;
	return i;
}

static size_t
link_length(const char *s, size_t n)
{
	size_t inner, target;

	if (!begins(s, n, "[["))
		return 0;
	inner = until(s + 2, n - 2, "]]");
	if (inner == n - 2)
		return 0;
	target = split(s + 2, inner, "|");
	if (!is_target(s + 2, target) || target_class(s + 2, target) < 0)
		return 0;
	return inner + 4;
}

static size_t
external_length(const char *s, size_t n)
{
	size_t inner;

	if (n == 0 || s[0] != '[')
		return 0;
	inner = until(s + 1, n - 1, "]");
	if (inner == n - 1 || !is_url(s + 1, split(s + 1, inner, " \t")))
		return 0;
	return inner + 2;
}

/* One name="value" of a <ref>, blanks in front. */
static size_t
attribute_length(const char *s, size_t n)
{
	size_t i = 0, value;
	const char *stop = " />";

	while (i < n && s[i] == ' ')
		i++;
	if (i == 0)
		return 0;
	if (!begins(s + i, n - i, "name=") && !begins(s + i, n - i, "group="))
		return 0;
	i += split(s + i, n - i, "=") + 1;
	if (i < n && s[i] == '"')
		stop = "\"";
	i += *stop == '"';
	value = split(s + i, n - i, stop);
	if (value == 0 || value == n - i)
		return 0;
	for (size_t k = i; k < i + value; k++)
		if ((unsigned char)s[k] < 0x20 || strchr("<>[]{}|&\"'=", s[k]))
			return 0;
	return has_word_of_magic(s + i, value) ? 0 : i + value + (*stop == '"');
}

/* The opening tag; *closed when it is <ref .../>. */
static size_t
ref_tag_length(const char *s, size_t n, bool *closed)
{
	size_t i = 4, more;

	if (!begins(s, n, "<ref"))
		return 0;
	while ((more = attribute_length(s + i, n - i)) > 0)
		i += more;
	while (i < n && s[i] == ' ')
		i++;
	*closed = i < n && s[i] == '/';
	i += *closed;
	return i < n && s[i] == '>' ? i + 1 : 0;
}

static size_t
ref_length(const struct rich *r)
{
	const char *s = r->w.s + r->w.i;
	size_t n = r->w.n - r->w.i, i;
	bool closed;

	i = ref_tag_length(s, n, &closed);
	if (i == 0 || closed)
		return i;
	if (r->w.i + i > r->last_close)
		return 0;
	while (i < n && !begins(s + i, n - i, "</ref>"))
		i++;
	return i < n ? i + 6 : 0;
}

static size_t
construct_length(const struct rich *r)
{
	const char *s = r->w.s + r->w.i;
	size_t n = r->w.n - r->w.i, length = 0;

	if (*s == '[' && (r->allow & ALLOW_LINKS)) {
		length = link_length(s, n);
		return length ? length : external_length(s, n);
	}
	if ((*s == 'h' || *s == 'H') && (r->allow & ALLOW_LINKS))
		return wikitext_address_length(&r->w);
	return *s == '<' && (r->allow & ALLOW_REFS) ? ref_length(r) : 0;
}

/* ---- writing ------------------------------------------------------------- */

static void
add_link(struct str *out, const char *s, size_t n)
{
	size_t target = split(s + 2, n - 4, "|");

	str_add(out, "[[");
	if (target_class(s + 2, target) > 0)
		str_addc(out, ':');
	str_addn(out, s + 2, target);
	if (target < n - 4) {
		str_addc(out, '|');
		rich_add(out, s + 3 + target, n - 5 - target, 0, false);
	}
	str_add(out, "]]");
}

static void
add_external(struct str *out, const char *s, size_t n)
{
	size_t url = 1 + split(s + 1, n - 2, " \t");

	str_addn(out, s, url);
	if (url < n - 1) {
		str_addc(out, ' ');
		rich_add(out, s + url + 1, n - url - 2, 0, false);
	}
	str_addc(out, ']');
}

static void
add_ref(struct str *out, const char *s, size_t n)
{
	bool closed;
	size_t tag = ref_tag_length(s, n, &closed);

	str_addn(out, s, tag);
	if (closed)
		return;
	rich_add(out, s + tag, n - tag - 6, ALLOW_LINKS | ALLOW_LISTS, false);
	str_addn(out, s + n - 6, 6);
}

static void
add_construct(struct rich *r, struct str *out, size_t length)
{
	const char *s = r->w.s + r->w.i;

	if (*s == '<')
		add_ref(out, s, length);
	else if (*s != '[')
		str_addn(out, s, length);
	else if (s[1] == '[')
		add_link(out, s, length);
	else
		add_external(out, s, length);
	r->w.i += length;
	r->w.at_line_start = false;
}

static size_t
quote_run(const struct rich *r)
{
	size_t i = r->w.i;

	while (i < r->w.n && r->w.s[i] == '\'')
		i++;
	return i - r->w.i;
}

/* Does every '' and ''' of the line that begins here have its second one? r is a
 * copy that walks ahead. */
static bool
quotes_close(struct rich r)
{
	bool italic = false, bold = false;
	size_t length, run;

	while (r.w.i < r.w.n && !is_line_end(r.w.s[r.w.i])) {
		run = quote_run(&r);
		length = run ? run : construct_length(&r);
		if (run == 4 || run > 5)
			return false;
		italic ^= run == 2 || run == 5;
		bold ^= run == 3 || run == 5;
		r.w.i += length ? length : 1;
	}
	return !italic && !bold;
}

/* "#REDIRECT [[..]]" in any language: at the very beginning, letters at once. */
static bool
is_redirect(const struct rich *r)
{
	const char *s = r->w.s;
	size_t word;

	if (r->w.i > 0 || s[0] != '#')
		return false;
	word = 1 + split(s + 1, r->w.n - 1, " \t\r\n:[*#");
	while (word < r->w.n && s[word] && strchr(" \t\r\n:", s[word]))
		word++;
	return begins(s + word, r->w.n - word, "[[");
}

/* List marks at a line's start. What follows them is not a line's start any
 * more, but a colon or semicolon would still be a mark. */
static void
add_list_marks(struct rich *r, struct str *out)
{
	size_t marks = 0, left = r->w.n - r->w.i;
	const char *s = r->w.s + r->w.i;
	bool redirect = is_redirect(r);

	while (marks < left && (s[marks] == '*' || s[marks] == '#'))
		marks++;
	str_addn(out, s, marks);
	if (redirect)
		str_addc(out, ' ');
	r->w.i += marks;
	r->w.at_line_start = marks == 0 ||
	    (marks < left && (s[marks] == ':' || s[marks] == ';'));
}

static void
add_inline(struct rich *r, struct str *out)
{
	size_t run = quote_run(r), length = construct_length(r);

	if (length > 0) {
		add_construct(r, out, length);
	} else if (run > 1 && r->quotes) {
		str_addn(out, r->w.s + r->w.i, run);
		r->w.i += run;
		r->w.at_line_start = false;
	} else {
		do
			wikitext_walk_escape(&r->w, out);
		while (run-- > 1);	/* the whole run, looked at once */
	}
}

/* At a line's start: looks at the line, and writes its list marks. */
static void
begin_line(struct rich *r, struct str *out)
{
	r->quotes = quotes_close(*r);
	if (r->w.at_line_start && (r->allow & ALLOW_LISTS))
		add_list_marks(r, out);
}

static size_t
find_last_close(const char *s, size_t n)
{
	for (size_t i = n; i-- > 0;)
		if (s[i] == '<' && begins(s + i, n - i, "</ref>"))
			return i;
	return 0;
}

static void
rich_add(struct str *out, const char *s, size_t n, unsigned allow, bool at_line_start)
{
	struct rich r = { .w = { s, n, 0, at_line_start }, .allow = allow };

	r.last_close = allow & ALLOW_REFS ? find_last_close(s, n) : 0;
	begin_line(&r, out);
	while (r.w.i < n) {
		size_t from = r.w.i;

		if (wikitext_walk_line_end(&r.w)) {
			str_addn(out, s + from, r.w.i - from);
			begin_line(&r, out);
		} else {
			add_inline(&r, out);
		}
	}
}

void
wikitext_rich(struct str *out, const char *s, size_t n)
{
	rich_add(out, s, n, ALLOW_LINKS | ALLOW_REFS | ALLOW_LISTS, true);
}
