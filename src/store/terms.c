/* The file's own view of the term lists: rows of the internal entity `term`
 * rename, hide, reorder and add to what is shipped. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "model/term.h"
#include "store/db.h"
#include "store/log.h"

struct own_term {
	const char *list, *code, *label, *position;
	bool hidden;
};

struct terms_cache {
	int64_t version;	/* store version it was read at */
	struct arena mem;
	struct own_term *own;
	size_t count;
};

void
terms_free(struct store *s)
{
	if (!s->terms)
		return;
	arena_free(&s->terms->mem);
	free(s->terms);
	s->terms = NULL;
}

static void
terms_read(struct store *s, struct terms_cache *t)
{
	struct stmt *st = stmt_new(s->db, "SELECT list,code,label,position,hidden FROM term"
	    " WHERE deleted=0 ORDER BY list,position,id", NULL);
	size_t cap = 0;

	if (!st)
		return;
	while (stmt_row(st)) {
		if (t->count == cap) {
			struct own_term *more = arena_alloc(&t->mem, (cap * 2 + 16) * sizeof *more);
			if (cap)
				memcpy(more, t->own, cap * sizeof *more);
			t->own = more;
			cap = cap * 2 + 16;
		}
		t->own[t->count++] = (struct own_term){
			.list = arena_strdup(&t->mem, stmt_col(st, 0)),
			.code = arena_strdup(&t->mem, stmt_col(st, 1)),
			.label = stmt_col_null(st, 2) ? NULL : arena_strdup(&t->mem, stmt_col(st, 2)),
			.position = stmt_col_null(st, 3) ? NULL : arena_strdup(&t->mem, stmt_col(st, 3)),
			.hidden = stmt_col_int(st, 4) != 0,
		};
	}
	stmt_end(st, NULL);
}

/* The terms as they stand; read again only when the file changed. */
static struct terms_cache *
terms_now(struct store *s)
{
	int64_t version = s->action.open ? s->version : store_version(s);

	if (s->terms && s->terms->version == version)
		return s->terms;
	terms_free(s);
	s->terms = xmalloc(sizeof *s->terms);
	s->terms->version = version;
	terms_read(s, s->terms);
	return s->terms;
}

static const struct own_term *
own_find(const struct terms_cache *t, const char *list, const char *code)
{
	for (size_t i = 0; i < t->count; i++)
		if (!strcmp(t->own[i].list, list) && !strcmp(t->own[i].code, code))
			return &t->own[i];
	return NULL;
}

static const char *
label_in(const struct terms_cache *t, const char *list, const char *code)
{
	const struct own_term *own = own_find(t, list, code);
	const struct term *shipped;

	if (own && own->label)
		return own->label;
	shipped = term_find(list, code);
	if (shipped)
		return _(shipped->label);
	return own ? own->code : NULL;
}

const char *
term_label(struct store *s, const char *list, const char *code)
{
	return label_in(terms_now(s), list, code);
}

/* One list in the file's order: those with a position of the file's first, in
 * that order, then the shipped ones, then the added ones. Asked for once: another
 * program may change the terms meanwhile. */
static bool
list_at(struct store *s, const char *list, int *i, struct term_shown *out)
{
	struct terms_cache *t = terms_now(s);
	const struct term *shipped;

	for (size_t k = 0; k < t->count; k++)
		if (!strcmp(t->own[k].list, list) && t->own[k].position && (*i)-- == 0) {
			*out = (struct term_shown){ t->own[k].list, t->own[k].code,
			    label_in(t, list, t->own[k].code), t->own[k].hidden };
			return true;
		}
	for (int k = 0; (shipped = term_at(list, k)); k++) {
		const struct own_term *own = own_find(t, list, shipped->code);
		if (!(own && own->position) && (*i)-- == 0) {
			*out = (struct term_shown){ shipped->list, shipped->code,
			    label_in(t, list, shipped->code), own && own->hidden };
			return true;
		}
	}
	for (size_t k = 0; k < t->count; k++)
		if (!strcmp(t->own[k].list, list) && !t->own[k].position
		    && !term_find(list, t->own[k].code) && (*i)-- == 0) {
			*out = (struct term_shown){ t->own[k].list, t->own[k].code,
			    label_in(t, list, t->own[k].code), t->own[k].hidden };
			return true;
		}
	return false;
}

bool
term_shown_at(struct store *s, const char *lists, int i, struct term_shown *out)
{
	char list[64];

	for (int k = 0; joined_word(lists, k, list); k++)
		if (list_at(s, list, &i, out))
			return true;
	return false;
}

const char *
term_code(struct store *s, const char *lists, const char *typed, size_t n)
{
	struct terms_cache *t = terms_now(s);
	char list[64], word[128];

	if (n >= sizeof word)
		return NULL;
	memcpy(word, typed, n);
	word[n] = '\0';
	for (int k = 0; joined_word(lists, k, list); k++) {
		const struct term *shipped = term_find(list, word);
		if (shipped)
			return shipped->code;
	}
	for (int k = 0; t->count && joined_word(lists, k, list); k++)
		for (size_t i = 0; i < t->count; i++)
			if (!strcmp(t->own[i].list, list) && (fold_equal(t->own[i].code, word)
			    || (t->own[i].label && fold_equal(t->own[i].label, word))))
				return t->own[i].code;
	for (int k = 0; joined_word(lists, k, list); k++) {
		const struct term *shipped = term_match(list, word);
		if (shipped)
			return shipped->code;
	}
	return NULL;
}

/* "Wikidata edit-a-thon" -> "wikidata-edit-a-thon". */
static void
code_from_label(struct str *code, const char *label, size_t n)
{
	fold_add(code, label, n);
	for (size_t i = 0; i < code->len; i++)
		if (code->s[i] == ' ')
			code->s[i] = '-';
}

const char *
term_add(struct store *s, const char *list, const char *label, size_t n, struct error *e)
{
	const struct entity *ent = entity_find("term");
	struct str code = { 0 };
	int64_t id;

	code_from_label(&code, label, n);
	struct cell cells[] = {
		{ field_find(ent, "list"), value_text(list, strlen(list)), true },
		{ field_find(ent, "code"), value_text(code.s, code.len), true },
		{ field_find(ent, "label"), value_text(label, n), true },
	};
	bool ok = record_create(s, ent, cells, 3, &id, e);
	s->version++;	/* the cache is stale within this action too */
	const char *added = NULL;
	struct terms_cache *t = ok ? terms_now(s) : NULL;
	const struct own_term *own = t ? own_find(t, list, str_text(&code)) : NULL;
	if (own)
		added = own->code;
	str_free(&code);
	return added;
}
