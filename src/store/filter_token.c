#include "config.h"

#include <string.h>
#include <strings.h>

#include "store/filter_tree.h"

static struct token *
token_add(struct tokens *t, enum token_kind kind, const char *text)
{
	if (t->count == t->cap) {
		size_t cap = t->cap * 2 + 16;
		struct token *more = arena_alloc(t->mem, cap * sizeof *more);
		if (t->count)
			memcpy(more, t->at, t->count * sizeof *more);
		t->at = more;
		t->cap = cap;
	}
	t->at[t->count] = (struct token){ .kind = kind, .text = text };
	return &t->at[t->count++];
}

void
tokens_end(struct tokens *t)
{
	token_add(t, TOKEN_END, "");
}

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Bytes of a field's name at the start of a term, with its dots; 0 if there is none. */
static size_t
name_length(const char *p)
{
	size_t n = 0;

	for (; p[n]; n++) {
		unsigned char c = (unsigned char)p[n];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
		    || c >= 0x80;
		if (!letter && !(n && (c == '.' || c == '-' || (c >= '0' && c <= '9'))))
			break;
	}
	return n;
}

static const struct {
	const char *sign;
	enum filter_op op;
	bool negated;
} operators[] = {
	{ "!=", OP_IS, true }, { "<=", OP_UPTO, false }, { ">=", OP_FROM, false },
	{ ":", OP_HAS, false }, { "=", OP_IS, false }, { "<", OP_BEFORE, false },
	{ ">", OP_AFTER, false },
};

/* Does a field with an operator stand here? An address of the web is a word. */
static size_t
operator_at(const char *p, size_t name, int *which)
{
	for (size_t i = 0; name && i < sizeof operators / sizeof *operators; i++) {
		size_t n = strlen(operators[i].sign);
		if (strncmp(p + name, operators[i].sign, n))
			continue;
		*which = (int)i;
		return operators[i].op == OP_HAS && !strncmp(p + name + n, "//", 2) ? 0 : n;
	}
	return 0;
}

/* --- Values --- */

struct pieces {
	struct str one, whole;
	const char *at[256];
	size_t count;
	bool quoted;		/* of the piece being read */
};

static void
piece_end(struct tokens *t, struct pieces *p)
{
	if (p->one.len && p->count < sizeof p->at / sizeof *p->at)
		p->at[p->count++] = arena_dup(t->mem, p->one.s, p->one.len);
	str_cut(&p->one, 0);
}

static void
piece_add(struct pieces *p, char c)
{
	str_addc(&p->one, c);
	str_addc(&p->whole, c);
}

/* A quoted text from behind its '"'; \" and \\ stand for themselves. Without an end
 * it goes to the end: it is being typed. Returns what follows. */
static const char *
quoted_add(const char *q, struct pieces *p)
{
	for (; *q && *q != '"'; q++) {
		if (*q == '\\' && (q[1] == '"' || q[1] == '\\'))
			q++;
		piece_add(p, *q);
	}
	return *q ? q + 1 : q;
}

/* A value, or a word: to the next blank, or to a ')' that was not opened in it. */
static const char *
value_read(struct tokens *t, const char *q, bool commas, struct pieces *p)
{
	int depth = 0;

	while (*q && !is_blank(*q)) {
		if (*q == '"') {
			q = quoted_add(q + 1, p);
			continue;
		}
		if (*q == ')' && depth-- == 0)
			break;
		depth += *q == '(';
		if (*q == ',' && commas) {
			piece_end(t, p);
			str_addc(&p->whole, ',');
		} else {
			piece_add(p, *q);
		}
		q++;
	}
	piece_end(t, p);
	return q;
}

/* The value of a shell word as it stands, parted at commas. */
static void
value_whole(struct tokens *t, const char *q, struct pieces *p)
{
	str_add(&p->whole, q);
	for (;;) {
		size_t n = strcspn(q, ",");
		const char *a = q, *b = q + n;
		while (a < b && is_blank(*a))
			a++;
		while (b > a && is_blank(b[-1]))
			b--;
		str_addn(&p->one, a, (size_t)(b - a));
		piece_end(t, p);
		if (!q[n])
			return;
		q += n + 1;
	}
}

/* --- Terms --- */

static bool
has_blank(const char *s)
{
	while (*s && !is_blank(*s))
		s++;
	return *s != '\0';
}

/* A field, an operator and its value at p. Returns what follows. */
static const char *
test_add(struct tokens *t, const char *p, size_t name, int which, bool whole)
{
	struct pieces pieces = { .count = 0 };
	const char *q = p + name + strlen(operators[which].sign), *end;
	bool solid = whole && has_blank(q);

	if (solid) {
		value_whole(t, q, &pieces);
		end = q + strlen(q);
	} else {
		end = value_read(t, q, true, &pieces);
	}
	struct token *token = token_add(t, TOKEN_TEST, arena_dup(t->mem, p, (size_t)(end - p)));
	token->field = arena_dup(t->mem, p, name);
	token->op = operators[which].op;
	token->negated = operators[which].negated;
	token->solid = solid;
	token->whole = arena_dup(t->mem, str_text(&pieces.whole), pieces.whole.len);
	token->part_count = pieces.count;
	token->parts = arena_alloc(t->mem, (pieces.count + 1) * sizeof *token->parts);
	memcpy(token->parts, pieces.at, pieces.count * sizeof *token->parts);
	str_free(&pieces.one);
	str_free(&pieces.whole);
	return end;
}

static const struct {
	const char *word;
	enum token_kind kind;
} words[] = {
	{ "or", TOKEN_OR }, { "and", TOKEN_AND }, { "not", TOKEN_NOT },
};

static const char *
word_add(struct tokens *t, const char *p)
{
	struct pieces pieces = { .count = 0 };
	const char *end = value_read(t, p, false, &pieces);

	enum token_kind kind = TOKEN_WORD;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if ((size_t)(end - p) == strlen(words[i].word)
		    && !strncasecmp(p, words[i].word, (size_t)(end - p)))
			kind = words[i].kind;
	if (pieces.whole.len)
		token_add(t, kind, arena_dup(t->mem, pieces.whole.s, pieces.whole.len));
	str_free(&pieces.one);
	str_free(&pieces.whole);
	return end;
}

void
tokens_text(struct tokens *t, const char *text)
{
	int which;

	for (const char *p = text; *p; ) {
		size_t name = name_length(p);
		if (is_blank(*p)) {
			p++;
		} else if (*p == '(' || *p == ')') {
			token_add(t, *p == '(' ? TOKEN_OPEN : TOKEN_CLOSE, *p == '(' ? "(" : ")");
			p++;
		} else if (*p == '!' && p[1] && !is_blank(p[1]) && p[1] != '=') {
			token_add(t, TOKEN_NOT, "!");
			p++;
		} else if (operator_at(p, name, &which)) {
			p = test_add(t, p, name, which, false);
		} else {
			const char *end = word_add(t, p);
			p = end > p ? end : p + 1;
		}
	}
}

/* A word without blanks, in quotes or with a parenthesis in front is read as text;
 * else it is one term: a phrase, or a field with all that follows as its value. */
void
tokens_word(struct tokens *t, const char *word)
{
	const char *p = word;
	int which;

	while (*p == '!' && p[1] != '=')
		p++;
	if (!has_blank(word) || *p == '(' || strchr(word, '"')) {
		tokens_text(t, word);
		return;
	}
	for (const char *not = word; not < p; not++)
		token_add(t, TOKEN_NOT, "!");
	size_t name = name_length(p);
	if (operator_at(p, name, &which))
		test_add(t, p, name, which, true);
	else
		token_add(t, TOKEN_WORD, arena_strdup(t->mem, p));
}
