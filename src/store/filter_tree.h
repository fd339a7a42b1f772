/* What a filter is between its text and its SQL. Private to filter*.c. */
#ifndef ALIANZA_STORE_FILTER_TREE_H
#define ALIANZA_STORE_FILTER_TREE_H

#include "base/arena.h"
#include "store/filter.h"
#include "store/query.h"

/* --- Tokens (filter_token.c) --- */

enum token_kind {
	TOKEN_END, TOKEN_OPEN, TOKEN_CLOSE, TOKEN_NOT, TOKEN_OR, TOKEN_AND, TOKEN_WORD,
	TOKEN_TEST
};

enum filter_op {
	OP_HAS,		/* : */
	OP_IS,		/* = */
	OP_BEFORE,	/* < */
	OP_AFTER,	/* > */
	OP_UPTO,	/* <= */
	OP_FROM		/* >= */
};

struct token {
	enum token_kind kind;
	const char *text;	/* as typed, for messages; the word or phrase of a WORD */
	const char *field;	/* TEST: name of the field */
	enum filter_op op;
	bool negated;		/* TEST: != */
	bool solid;		/* TEST: a text takes the value whole, commas and all */
	const char *whole;	/* TEST: the value with its commas */
	const char **parts;	/* the value parted at commas; none: empty value */
	size_t part_count;
};

struct tokens {
	struct arena *mem;
	struct token *at;	/* ends with TOKEN_END once tokens_end was called */
	size_t count, cap;
};
void tokens_text(struct tokens *t, const char *text);
void tokens_word(struct tokens *t, const char *word);	/* a word of the shell */
void tokens_end(struct tokens *t);

/* --- The tree --- */

enum node_kind { NODE_ALL, NODE_AND, NODE_OR, NODE_NOT, NODE_WORD, NODE_TEST };

/* One of the conditions a test is met by: SQL in which `@` is the value, `$` the
 * alias of its record and ?1, ?2... the parameters from `first` on. */
struct atom {
	const char *sql;
	size_t first;
	struct atom *next;
};

struct node {
	enum node_kind kind;
	struct node *left, *right;	/* AND, OR; NOT: left */
	size_t first;			/* WORD: its parameter */
	struct column column;		/* TEST */
	int open;			/* the hop that passes over closed ones, or -1 */
	struct atom *atoms;		/* any of them; none: never met */
};

struct filter {
	struct arena mem;
	const struct entity *ent;
	const struct pane *pane;
	struct node *root;
	struct value *values;		/* parameters */
	size_t count, cap;
	size_t named, named_count;	/* parameters: closed stages that are named */
	const char *stages[16];		/* the same while parsing */
	size_t tests;
	bool trash;
};

/* Adds a parameter, copies its text; returns its place. */
size_t filter_value_add(struct filter *f, struct value v);
/* Resolves field and value of a TEST (filter_test.c). May turn the node into ALL. */
bool filter_test(struct store *s, struct filter *f, struct node *n, const struct token *t,
    struct error *e);

/* Appends a condition over alias: does the title of a record of the entity, or another
 * name of it, have the text of the parameter ("?1")? False, and nothing appended, when
 * no text is part of it. */
bool title_has_sql(const struct entity *ent, const char *alias, const char *parameter,
    int depth, struct str *sql);
/* Appends the condition over alias t: is the text of the parameter in some text of the
 * record, of what its title names, of its entries? */
void word_sql(const struct entity *ent, const char *parameter, struct str *sql);
/* Appends a statement that gives all these texts of the record ?1, column by column
 * behind its id: single ones, then several ones (functions.h) each. */
void word_texts_sql(const struct entity *ent, int *single, int *several, struct str *sql);

#endif
