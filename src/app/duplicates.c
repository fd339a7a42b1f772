#include "config.h"

#include "app/duplicates.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "base/arena.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "store/query.h"

/* One way in which a record can be named, as text to be compared. */
struct naming {
	const char *text;
	int64_t id;
	int way;	/* the alternative of the key, WORDS for the words of its title */
};

enum { WORDS = 99, WORDS_MAX = 64 };

struct looking {
	struct app *app;
	const struct pane *pane;
	const struct entity *ent;
	struct arena mem;
	struct naming *all;
	size_t count, room;
};

static void
naming_add(struct looking *l, int64_t id, int way, const struct str *text)
{
	if (l->count == l->room) {
		l->room = l->room * 2 + 256;
		l->all = xrealloc(l->all, l->room * sizeof *l->all);
	}
	l->all[l->count++] = (struct naming){ arena_dup(&l->mem, str_text(text), text->len), id,
	    way };
}

/* --- Keys --- */

static const struct value *
field_value(const struct record *r, const char *name, size_t n, const struct field **field)
{
	char copy[64];

	snprintf(copy, sizeof copy, "%.*s", (int)n, name);
	const struct field *f = field_find(r->ent, copy);
	*field = f;
	return f && !field_is_multi(f) ? record_value(r, f) : &value_null;
}

/* "kind+name": the values, folded, with a sign between that no text has. False: the
 * first is empty, so the key says nothing. */
static bool
key_text(const struct record *r, const char *key, size_t n, struct str *out)
{
	const struct field *f;

	for (size_t at = 0; at < n; ) {
		size_t len = strcspn(key + at, "+|");
		size_t mark = key[at] == '~';
		const struct value *v = field_value(r, key + at + mark, len - mark, &f);
		if (!at && v->kind == VALUE_NULL)
			return false;
		if (v->kind == VALUE_INT)
			str_addf(out, "%lld", (long long)v->i);
		else if (v->kind == VALUE_TEXT)
			fold_add(out, v->s, v->n);
		str_addc(out, '\n');
		at += len + 1;
	}
	return true;
}

static void
keys_add(struct looking *l, const struct record *r)
{
	struct str text = { 0 };
	int way = 0;

	for (const char *key = l->ent->key; key && *key; way++) {
		size_t n = strcspn(key, "|");
		str_cut(&text, 0);
		if (key_text(r, key, n, &text))
			naming_add(l, r->id, way, &text);
		key += n + (key[n] == '|');
	}
	str_free(&text);
}

/* --- Words of a name --- */

static int
word_compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* "Museo Nacional, Chile" and "Chile: museo nacional" are the same words. One word alone
 * says no more than the key did. */
static void
words_add(struct looking *l, const struct record *r)
{
	struct str title = { 0 }, folded = { 0 }, text = { 0 };
	char *words[WORDS_MAX], *rest = NULL;
	int count = 0;

	record_title(l->app->store, r->ent, r->id, &title);
	fold_add(&folded, str_text(&title), title.len);
	for (char *p = folded.s; p && *p; p++)
		if (ispunct((unsigned char)*p))
			*p = ' ';
	for (char *p = folded.s ? strtok_r(folded.s, " ", &rest) : NULL; p && count < WORDS_MAX;
	    p = strtok_r(NULL, " ", &rest))
		words[count++] = p;
	qsort(words, (size_t)count, sizeof *words, word_compare);
	for (int i = 0; i < count; i++)
		str_addf(&text, "%s ", words[i]);
	if (count > 1)
		naming_add(l, r->id, WORDS, &text);
	str_free(&title);
	str_free(&folded);
	str_free(&text);
}

/* --- Pairs --- */

static int
naming_compare(const void *a, const void *b)
{
	const struct naming *x = a, *y = b;

	if (x->way != y->way)
		return x->way - y->way;
	int order = strcmp(x->text, y->text);
	return order ? order : (x->id > y->id) - (x->id < y->id);
}

static bool
told_before(const struct twins *told, size_t count, int64_t first, int64_t second)
{
	for (size_t i = 0; i < count; i++)
		if (told[i].first == first && told[i].second == second)
			return true;
	return false;
}

/* Neighbours in the order that name the same: each is paired with the first of them. */
static void
pairs_tell(struct looking *l, bool (*f)(void *ctx, const struct twins *t), void *ctx)
{
	struct twins *told = NULL;
	size_t count = 0, first = 0;
	bool more = true;

	for (size_t i = 1; more && i < l->count; i++) {
		const struct naming *a = &l->all[first], *b = &l->all[i];
		if (a->way != b->way || strcmp(a->text, b->text)) {
			first = i;
			continue;
		}
		if (a->id == b->id || told_before(told, count, a->id, b->id))
			continue;
		told = xrealloc(told, (count + 1) * sizeof *told);
		told[count] = (struct twins){ a->id, b->id, a->way == WORDS
		    ? _("the same words in their names") : _("an import would take them for one") };
		more = f(ctx, &told[count++]);
	}
	free(told);
}

bool
duplicates_each(struct app *app, const struct pane *pane,
    bool (*f)(void *ctx, const struct twins *t), void *ctx, struct error *e)
{
	struct looking l = { .app = app, .pane = pane, .ent = entity_find(pane->entity) };
	struct query q = { .ent = l.ent, .pane = pane, .sort = "id" };
	int64_t *ids = NULL, count = 0;
	bool ok = ids_read(app->store, &q, &ids, &count, e);

	for (int64_t i = 0; ok && i < count; i++) {
		struct record *r = NULL;
		ok = record_load(app->store, l.ent, ids[i], &r, e);
		if (!r)
			continue;
		keys_add(&l, r);
		words_add(&l, r);
		record_free(r);
	}
	if (ok && l.count)
		qsort(l.all, l.count, sizeof *l.all, naming_compare);
	if (ok)
		pairs_tell(&l, f, ctx);
	free(ids);
	free(l.all);
	arena_free(&l.mem);
	return ok;
}
