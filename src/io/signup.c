#include "config.h"

#include "io/signup_part.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"

enum { NAME_MAX_BYTES = 200 };	/* more is a sentence, not a name */

/* How the link to a talk page, and those beside it, are called. */
static const char *const talk_words[] = {
	"talk", "discusion", "discussao", "discussion", "diskussion", "discussio",
	"discussione", "disc", "disk", "contribs", "contribuciones", "contributions",
	"contribucions", "bidrag", "contribuicoes", "mensajes", "message", NULL
};

/* What an empty place on the list says, as it begins. */
static const char *const invitations[] = {
	"add your name", "add your signature", "your name here", "sign here", "anade tu nombre",
	"anade aqui tu nombre", "agrega tu nombre", "escribe tu nombre", "tu nombre aqui",
	"firma aqui", "adicione seu nome", "adicione o seu nome", "seu nome aqui",
	"lagg till ditt namn", "skriv ditt namn", "ditt namn har", "ajoutez votre nom",
	"fuge deinen namen", "trage deinen namen", NULL
};

/* Words that join the last of several names. */
static const char *const joints[] = { "and ", "y ", "e ", "och ", "und ", "et ", "& ", NULL };

static struct span
span_trim(struct span t)
{
	while (t.n && strchr(" \t", *t.s)) {
		t.s++;
		t.n--;
	}
	while (t.n && strchr(" \t", t.s[t.n - 1]))
		t.n--;
	return t;
}

static struct span
span_between(const char *from, const char *to)
{
	return span_trim((struct span){ from, (size_t)(to - from) });
}

static const char *
span_find(struct span t, const char *what)
{
	size_t n = strlen(what);

	for (size_t i = 0; i + n <= t.n; i++)
		if (!memcmp(t.s + i, what, n))
			return t.s + i;
	return NULL;
}

/* Does the folded span begin with one of the words? */
static bool
span_begins(struct span t, const char *const *words)
{
	struct str folded = { 0 };
	bool found = false;

	fold_add(&folded, t.s, t.n);
	for (int i = 0; words[i] && !found; i++)
		found = !strncmp(str_text(&folded), words[i], strlen(words[i]));
	str_free(&folded);
	return found;
}

/* --- The list --- */

struct signup *
signup_add(struct signup_list *list, struct span name, struct span stands)
{
	name = span_trim(name);
	stands = span_trim(stands);
	if (!name.n || name.n > NAME_MAX_BYTES) {
		list->passed++;
		return NULL;
	}
	if (list->count == list->cap) {
		list->cap = list->cap * 2 + 32;
		struct signup *more = arena_alloc(&list->mem, list->cap * sizeof *more);
		if (list->count)
			memcpy(more, list->people, list->count * sizeof *more);
		list->people = more;
	}
	struct signup *one = &list->people[list->count++];
	*one = (struct signup){ .expectation = "" };
	one->name = arena_dup(&list->mem, name.s, name.n);
	one->stands = arena_dup(&list->mem, stands.n ? stands.s : "", stands.n);
	return one;
}

/* --- Name and what stands behind it --- */

/* Where the parenthesis that ends the span begins; NULL: none does, or nothing is
 * before it. */
static const char *
last_parenthesis(struct span t)
{
	int depth = 0;

	if (!t.n || t.s[t.n - 1] != ')')
		return NULL;
	for (size_t i = t.n; i-- > 0; ) {
		depth += (t.s[i] == ')') - (t.s[i] == '(');
		if (!depth)
			return i ? t.s + i : NULL;
	}
	return NULL;
}

static void
span_split(struct span line, struct span *name, struct span *stands)
{
	const char *open, *comma = NULL, *end;

	line = span_trim(line);
	end = line.s + line.n;
	*name = line;
	*stands = (struct span){ end, 0 };
	open = last_parenthesis(line);
	if (open) {
		*name = span_between(line.s, open);
		*stands = span_between(open + 1, end - 1);
		return;
	}
	for (size_t i = 0; i < line.n; i++)
		if (line.s[i] == ',')
			comma = line.s + i;
	if (comma) {
		*name = span_between(line.s, comma);
		*stands = span_between(comma + 1, end);
	}
}

void
signup_split(const char *line, size_t n, struct arena *mem, const char **name,
    const char **stands)
{
	struct span one, other;

	span_split((struct span){ line, n }, &one, &other);
	*name = arena_dup(mem, one.n ? one.s : "", one.n);
	*stands = arena_dup(mem, other.n ? other.s : "", other.n);
}

/* --- Signatures --- */

/* Is the first word in the parenthesis one for a talk page? */
static bool
is_talk(struct span inside)
{
	struct str folded = { 0 };
	bool found = false;

	fold_add(&folded, inside.s, inside.n);
	size_t n = strcspn(str_text(&folded), " .|");
	for (int i = 0; talk_words[i] && !found; i++)
		found = strlen(talk_words[i]) == n && !strncmp(str_text(&folded), talk_words[i], n);
	str_free(&folded);
	return found;
}

/* Cuts "(talk)", "(talk · contribs)" and the like off, with all behind it. */
static bool
talk_cut(struct span *t)
{
	const char *end = t->s + t->n, *close;

	for (const char *p = t->s; p < end; p++) {
		if (*p != '(' || !(close = memchr(p, ')', (size_t)(end - p))))
			continue;
		if (is_talk(span_between(p + 1, close))) {
			*t = span_between(t->s, p);
			return true;
		}
	}
	return false;
}

/* What a link to a user's page names: "[[:es:User:Ana Cruz/Taller|Ana]]" is Ana Cruz. */
static struct span
link_user(struct span target)
{
	const char *end = target.s + target.n;
	const char *from = target.s, *p;

	for (p = target.s; p < end && *p != '|'; p++)
		if (*p == ':')
			from = p + 1;
	end = p;
	struct span first = { target.s, target.n };
	const char *special = span_find(first, "Contributions/");
	if (special && special < end)
		from = special + strlen("Contributions/");
	for (p = from; p < end && *p != '/' && *p != '#'; p++)
		;
	return span_between(from, p);
}

/* The first link with a namespace that is no picture; with none, the first link. */
static bool
link_find(struct span line, struct span *user)
{
	static const char *const pictures[] = {
		"file:", "image:", "archivo:", "imagen:", "ficheiro:", "imagem:", "fil:", "bild:",
		"datei:", "fichier:", "category:", "categoria:", "kategori:", NULL
	};
	const char *end = line.s + line.n, *open, *close;
	bool found = false;

	while ((open = span_find(line, "[["))) {
		line = (struct span){ open + 2, (size_t)(end - open - 2) };
		close = span_find(line, "]]");
		if (!close)
			break;
		struct span target = span_between(open + 2, close);
		bool named = memchr(target.s, ':', target.n) != NULL;
		if (!span_begins(target, pictures) && (named || !found)) {
			*user = link_user(target);
			found = true;
			if (named)
				return true;
		}
		line = (struct span){ close + 2, (size_t)(end - close - 2) };
	}
	return found;
}

static struct signup *
signature_add(struct signup_list *list, struct span name, const char *at)
{
	struct signup *one = signup_add(list, name, (struct span){ name.s, 0 });

	if (one) {
		memcpy(one->at, at, SIGNUP_TIME);
		one->signature = true;
	}
	return one;
}

/* A link, a talk page or a time says that a wiki signed. False: none of them. */
static bool
signature_read(struct signup_list *list, struct span line)
{
	char at[SIGNUP_TIME] = "";
	struct span user, head = { line.s, signup_time(line.s, line.n, at) };

	if (link_find(line, &user)) {
		signature_add(list, user, at);
		return true;
	}
	if (!talk_cut(&head) && !*at)
		return false;
	signature_add(list, head, at);
	return true;
}

/* --- Plain names --- */

/* Where the first of several people in one line ends: behind "(...)", or at a ',' where
 * names have parentheses, at ';' and at " / " outside of them. */
static size_t
person_length(struct span t, bool parentheses)
{
	int depth = 0;

	for (size_t i = 0; i < t.n; i++) {
		depth += (t.s[i] == '(') - (t.s[i] == ')' && depth);
		if (depth)
			continue;
		if (t.s[i] == ')')
			return i + 1;
		if (t.s[i] == ';' || (t.s[i] == ',' && parentheses))
			return i;
		if (t.n - i > 2 && !strncmp(t.s + i, " / ", 3))
			return i;
	}
	return t.n;
}

static struct span
joint_cut(struct span t)
{
	while (t.n && strchr(",;./ \t", *t.s)) {
		t.s++;
		t.n--;
	}
	for (int i = 0; joints[i]; i++) {
		size_t n = strlen(joints[i]);
		if (t.n > n && !strncmp(t.s, joints[i], n))
			return (struct span){ t.s + n, t.n - n };
	}
	return t;
}

/* "Present were: Ana (WMCL), ..." begins behind the colon. */
static struct span
preface_cut(struct span t)
{
	const char *colon = span_find(t, ": "), *open = memchr(t.s, '(', t.n);

	if (!colon || !open || colon > open || memchr(t.s, ',', (size_t)(colon - t.s)))
		return t;
	return span_between(colon + 1, t.s + t.n);
}

static void
names_read(struct signup_list *list, struct span line)
{
	bool parentheses = memchr(line.s, '(', line.n) != NULL;
	struct span name, stands;

	line = preface_cut(line);
	for (line = joint_cut(line); line.n; line = joint_cut(line)) {
		size_t n = person_length(line, parentheses);
		span_split((struct span){ line.s, n }, &name, &stands);
		signup_add(list, name, stands);
		line = (struct span){ line.s + n, line.n - n };
	}
}

/* --- Lines --- */

/* Numbers, bullets and indents in front. */
static struct span
marker_cut(struct span t)
{
	t = span_trim(t);
	size_t digits = 0;

	while (t.n && (strchr("#*:-|", *t.s) || (t.n > 3 && !memcmp(t.s, "\xe2\x80\xa2", 3)))) {
		size_t n = *t.s & 0x80 ? 3 : 1;
		t = span_trim((struct span){ t.s + n, t.n - n });
	}
	while (digits < t.n && t.s[digits] >= '0' && t.s[digits] <= '9')
		digits++;
	if (digits && digits < t.n && strchr(".)", t.s[digits])
	    && digits + 1 < t.n && t.s[digits + 1] == ' ')
		t = span_trim((struct span){ t.s + digits + 1, t.n - digits - 1 });
	return t;
}

static bool
has_letter(struct span t)
{
	for (size_t i = 0; i < t.n; i++)
		if (t.s[i] & 0x80 || (t.s[i] >= 'a' && t.s[i] <= 'z') || (t.s[i] >= 'A'
		    && t.s[i] <= 'Z'))
			return true;
	return false;
}

/* A heading of a rendered page ends with what edits its section: "Attending[edit | edit
 * source]", in any language. A link ends with two brackets. */
static bool
is_rendered_heading(struct span t)
{
	size_t i = t.n;

	if (t.n < 2 || t.s[t.n - 1] != ']' || t.s[t.n - 2] == ']')
		return false;
	while (i && t.s[i - 1] != '[')
		i--;
	return i > 1 && t.s[i - 2] != '[';
}

static void
line_read(struct signup_list *list, struct span line)
{
	line = span_trim(line);
	if (!line.n)
		return;
	bool markup = *line.s == '=' || *line.s == '{' || (line.n > 1 && *line.s == '|'
	    && strchr("}-+", line.s[1])) || is_rendered_heading(line);
	line = marker_cut(line);
	if (markup || !has_letter(line) || span_begins(line, invitations))
		list->passed++;
	else if (!signature_read(list, line))
		names_read(list, line);
}

/* Bytes of a <tag>, of ''quotes'' or of &nbsp; at the beginning; 0: of none. */
static size_t
dress_length(const char *s, size_t n)
{
	const char *end = *s == '<' ? memchr(s, '>', n) : NULL;
	size_t quotes = 0;

	if (end && !memchr(s, '\n', (size_t)(end - s)))
		return (size_t)(end - s) + 1;
	if (n > 5 && !memcmp(s, "&nbsp;", 6))
		return 6;
	while (quotes < n && s[quotes] == '\'')
		quotes++;
	return quotes > 1 ? quotes : 0;
}

/* Marks of direction, blanks without width, controls. */
static bool
is_unseen(uint32_t cp)
{
	return (cp >= 0x200b && cp <= 0x200f) || (cp >= 0x202a && cp <= 0x202e)
	    || (cp >= 0x2066 && cp <= 0x2069) || cp == 0xfeff || (cp >= 0x80 && cp < 0xa0);
}

void
signup_clean(struct str *out, const char *s, size_t n)
{
	size_t step;
	uint32_t cp;

	for (size_t i = 0; i < n; i += step) {
		if ((step = dress_length(s + i, n - i))) {
			if (s[i] == '&')
				str_addc(out, ' ');
			continue;
		}
		step = utf8_decode(s + i, n - i, &cp);
		if (cp == '\n')
			str_addc(out, '\n');
		else if (cp < ' ' || cp == 0x7f || cp == 0xa0 || cp == 0x202f)
			str_addc(out, ' ');
		else if (cp == 0xfffd)
			str_add(out, "\xef\xbf\xbd");
		else if (!is_unseen(cp))
			str_addn(out, s + i, step);
	}
}

void
signup_read(const char *s, size_t n, struct signup_list *out)
{
	struct str text = { 0 };

	*out = (struct signup_list){ 0 };
	signup_clean(&text, s, n);
	for (const char *p = str_text(&text); *p; p += *p == '\n') {
		size_t length = strcspn(p, "\n");
		line_read(out, (struct span){ p, length });
		p += length;
	}
	str_free(&text);
}

void
signup_free(struct signup_list *list)
{
	arena_free(&list->mem);
	*list = (struct signup_list){ 0 };
}
