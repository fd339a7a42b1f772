#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "store/filter_tree.h"

enum {
	/* Beyond these SQLite's own limits come into sight (parser stack 100, statement
	 * 100,000 bytes and 25,000 steps), whose sentences help nobody. */
	DEEPEST = 5,		/* parentheses within parentheses */
	MOST_TESTS = 20		/* words and fields */
};

struct parser {
	struct store *s;
	struct filter *f;
	const struct token *at;
	int depth;
	struct error *e;
};

static struct node *parse_or(struct parser *p);

static struct node *
node_new(struct parser *p, enum node_kind kind, struct node *left, struct node *right)
{
	struct node *n = arena_alloc(&p->f->mem, sizeof *n);

	*n = (struct node){ .kind = kind, .left = left, .right = right, .open = -1 };
	return n;
}

static struct node *
refuse(struct parser *p, const char *sentence)
{
	set_error(p->e, STATUS_DATA, "%s", sentence);
	return NULL;
}

size_t
filter_value_add(struct filter *f, struct value v)
{
	if (f->count == f->cap) {
		f->cap = f->cap * 2 + 16;
		f->values = xrealloc(f->values, f->cap * sizeof *f->values);
	}
	if (v.kind == VALUE_TEXT)
		v.s = arena_dup(&f->mem, v.s, v.n);
	f->values[f->count] = v;
	return f->count++;
}

static struct node *
parse_word(struct parser *p, const struct token *t)
{
	struct str folded = { 0 };
	struct node *n = node_new(p, NODE_ALL, NULL, NULL);

	fold_add(&folded, t->text, strlen(t->text));
	if (folded.len) {
		n->kind = NODE_WORD;
		n->first = filter_value_add(p->f, value_text(folded.s, folded.len));
	}
	str_free(&folded);
	return n;
}

static struct node *
parse_test(struct parser *p, const struct token *t)
{
	struct node *n = node_new(p, NODE_TEST, NULL, NULL);

	if (!filter_test(p->s, p->f, n, t, p->e))
		return NULL;
	/* "field!=" asks for a value: what filter_test left is "has one". */
	bool negated = t->negated ? t->part_count != 0
	    : t->op == OP_IS && !t->part_count;
	return negated ? node_new(p, NODE_NOT, n, NULL) : n;
}

static struct node *
parse_group(struct parser *p)
{
	if (p->depth == DEEPEST)
		return refuse(p, _("The filter has too many parentheses within one another."));
	p->depth++;
	p->at++;
	struct node *n = parse_or(p);
	p->depth--;
	if (!n)
		return NULL;
	if (p->at->kind != TOKEN_CLOSE)
		return refuse(p, _("A parenthesis \"(\" of the filter is not closed: add \")\"."));
	p->at++;
	return n;
}

static struct node *
parse_term(struct parser *p)
{
	const struct token *t = p->at;
	bool no = false;

	for (; p->at->kind == TOKEN_NOT; t = ++p->at)
		no = !no;
	struct node *n;
	if ((t->kind == TOKEN_WORD || t->kind == TOKEN_TEST) && ++p->f->tests > MOST_TESTS)
		return refuse(p, _("The filter is too long: 20 words and fields are the most."));
	switch (t->kind) {
	case TOKEN_OPEN:
		n = parse_group(p);
		break;
	case TOKEN_WORD:
		p->at++;
		n = parse_word(p, t);
		break;
	case TOKEN_TEST:
		p->at++;
		n = parse_test(p, t);
		break;
	case TOKEN_CLOSE:
		return refuse(p, _("The filter has a \")\" without a word before it."));
	case TOKEN_OR:
		return refuse(p, _("The filter has an \"or\" without something on both sides: "
		    "write the word in quotes to look for it."));
	default:
		return refuse(p, _("The filter ends where a word or a field is missing."));
	}
	return n && no ? node_new(p, NODE_NOT, n, NULL) : n;
}

static struct node *
parse_and(struct parser *p)
{
	struct node *n = parse_term(p);

	while (n && p->at->kind != TOKEN_END && p->at->kind != TOKEN_OR
	    && p->at->kind != TOKEN_CLOSE) {
		if (p->at->kind == TOKEN_AND)
			p->at++;
		struct node *right = parse_term(p);
		n = right ? node_new(p, NODE_AND, n, right) : NULL;
	}
	return n;
}

static struct node *
parse_or(struct parser *p)
{
	struct node *n = parse_and(p);

	while (n && p->at->kind == TOKEN_OR) {
		p->at++;
		struct node *right = parse_and(p);
		n = right ? node_new(p, NODE_OR, n, right) : NULL;
	}
	return n;
}

/* The closed stages named anywhere become parameters behind all others. */
static void
stages_add(struct filter *f)
{
	f->named = f->count;
	for (size_t i = 0; i < f->named_count; i++)
		filter_value_add(f, value_text(f->stages[i], strlen(f->stages[i])));
}

static struct filter *
parse(struct store *s, const struct entity *ent, const struct pane *pane,
    struct tokens *tokens, struct error *e)
{
	struct filter *f = xmalloc(sizeof *f);
	struct parser p = { .s = s, .f = f, .e = e };

	tokens_end(tokens);
	p.at = tokens->at;
	f->ent = ent;
	f->pane = pane;
	if (p.at->kind == TOKEN_END)
		f->root = node_new(&p, NODE_ALL, NULL, NULL);
	else
		f->root = parse_or(&p);
	if (f->root && p.at->kind == TOKEN_CLOSE)
		f->root = refuse(&p, _("The filter has a \")\" without its \"(\"."));
	if (!f->root) {
		filter_free(f);
		return NULL;
	}
	stages_add(f);
	return f;
}

struct filter *
filter_parse(struct store *s, const struct entity *ent, const struct pane *pane,
    const char *text, struct error *e)
{
	struct arena mem = { 0 };
	struct tokens t = { .mem = &mem };

	tokens_text(&t, text);
	struct filter *f = parse(s, ent, pane, &t, e);
	arena_free(&mem);
	return f;
}

struct filter *
filter_words(struct store *s, const struct entity *ent, const struct pane *pane,
    int count, const char *const *words, struct error *e)
{
	struct arena mem = { 0 };
	struct tokens t = { .mem = &mem };

	for (int i = 0; i < count; i++)
		tokens_word(&t, words[i]);
	struct filter *f = parse(s, ent, pane, &t, e);
	arena_free(&mem);
	return f;
}

void
filter_free(struct filter *f)
{
	if (!f)
		return;
	free(f->values);
	arena_free(&f->mem);
	free(f);
}

bool
filter_asks_trash(const struct filter *f)
{
	return f->trash;
}
