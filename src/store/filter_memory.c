/* A filter of words, asked of texts in memory. */
#include "config.h"

#include "base/find.h"
#include "store/filter_tree.h"

static bool
words_only(const struct node *n)
{
	switch (n->kind) {
	case NODE_ALL:
	case NODE_WORD:
		return true;
	case NODE_AND:
	case NODE_OR:
		return words_only(n->left) && words_only(n->right);
	case NODE_NOT:
		return words_only(n->left);
	case NODE_TEST:
		break;
	}
	return false;
}

bool
filter_is_words(const struct filter *f)
{
	return words_only(f->root);
}

bool
filter_is_word(const struct filter *f)
{
	return f->root->kind == NODE_WORD;
}

static bool
holds(const struct filter *f, const struct node *n, const char *texts, size_t length)
{
	const struct value *word;

	switch (n->kind) {
	case NODE_AND:
		return holds(f, n->left, texts, length) && holds(f, n->right, texts, length);
	case NODE_OR:
		return holds(f, n->left, texts, length) || holds(f, n->right, texts, length);
	case NODE_NOT:
		return !holds(f, n->left, texts, length);
	case NODE_WORD:
		word = &f->values[n->first];
		return find_bytes(texts, length, word->s, word->n) != NULL;
	case NODE_ALL:
	case NODE_TEST:
		break;
	}
	return true;
}

bool
filter_words_hold(const struct filter *f, const char *texts, size_t n)
{
	return !f || holds(f, f->root, texts, n);
}

static const struct value *
needed(const struct filter *f, const struct node *n)
{
	if (n->kind == NODE_WORD)
		return &f->values[n->first];
	if (n->kind != NODE_AND)
		return NULL;
	const struct value *left = needed(f, n->left), *right = needed(f, n->right);
	return !left || (right && right->n > left->n) ? right : left;
}

const struct value *
filter_word_needed(const struct filter *f)
{
	return f ? needed(f, f->root) : NULL;
}

/* Is the word part of one that every record that fits n has? */
static bool
surely_has(const struct filter *f, const struct node *n, const struct value *word)
{
	if (n->kind == NODE_AND)
		return surely_has(f, n->left, word) || surely_has(f, n->right, word);
	if (n->kind != NODE_WORD)
		return false;
	const struct value *v = &f->values[n->first];
	return find_bytes(v->s, v->n, word->s, word->n) != NULL;
}

static bool
all_surely(const struct filter *f, const struct filter *than, const struct node *n)
{
	if (n->kind == NODE_AND)
		return all_surely(f, than, n->left) && all_surely(f, than, n->right);
	return n->kind == NODE_ALL
	    || (n->kind == NODE_WORD && surely_has(f, f->root, &than->values[n->first]));
}

bool
filter_narrows(const struct filter *f, const struct filter *than)
{
	return !than || (f && all_surely(f, than, than->root));
}
