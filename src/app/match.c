#include "config.h"

#include "app/match.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "model/entity.h"

/* --- Words --- */

enum { WORD_LEAST = 4 };	/* "and", "for", "con" say nothing about a topic */

static bool
is_between(const char *s)
{
	return strchr(" \t\n,;.:!?()[]\"'/&|", *s) != NULL;
}

/* The next word of the text, moved on behind it; NULL at the end. */
static const char *
word_next(const char **text, size_t *n)
{
	const char *p = *text;

	while (*p && is_between(p))
		p++;
	const char *word = p;
	while (*p && !is_between(p))
		p++;
	*n = (size_t)(p - word);
	*text = p;
	return *n ? word : NULL;
}

/* Folded, without the s of a plural; "" for one that is too short to count. */
static void
word_fold(const char *word, size_t n, struct str *out)
{
	str_cut(out, 0);
	fold_add(out, word, n);
	if (out->len > WORD_LEAST && out->s[out->len - 1] == 's')
		str_cut(out, out->len - 1);
	if (utf8_columns(str_text(out), out->len) < WORD_LEAST)
		str_cut(out, 0);
}

/* The words of `topic` that stand in `text` too, as they are written in the topic, joined
 * by ", "; how many. */
static int
words_shared(const char *topic, const char *text, struct arena *mem, const char **out)
{
	struct str folded = { 0 };
	const char *word;
	size_t n;
	int count = 0;

	*out = "";
	while ((word = word_next(&topic, &n))) {
		word_fold(word, n, &folded);
		if (!folded.len || !fold_contains(text, strlen(text), folded.s, folded.len))
			continue;
		*out = arena_printf(mem, "%s%s%.*s", *out, count ? ", " : "", (int)n, word);
		count++;
	}
	str_free(&folded);
	return count;
}

/* The first of the columns from `from` on that says something. */
static const char *
first_of(struct shared_rows *rows, size_t from, size_t end, struct arena *mem)
{
	for (; from < end; from++)
		if (*shared_rows_text(rows, from))
			return arena_strdup(mem, shared_rows_text(rows, from));
	return "";
}

/* --- Needs and offers --- */

static const char open_needs[] = "direction=need (status= or status=open,available)";
static const char open_offers[] = "direction=offer (status= or status=open,available)";

struct capacities {
	struct capacity *all;
	size_t count;
};

static bool
capacities_read(struct store *s, const char *filter, struct shared_left *left,
    struct arena *mem, struct capacities *out, struct error *e)
{
	const struct shared_query q = { .entity = "capacity", .filter = filter,
	    .columns = "topic,kind,organisation,partnership.partner,person",
	    .sort = "priority,topic", .belongs = "organisation,partnership" };
	struct shared_rows *rows = shared_rows_open(s, &q, 0, left, e);
	size_t room = 0;

	*out = (struct capacities){ NULL, 0 };
	while (rows && shared_rows_next(rows)) {
		if (out->count == room) {
			room = room * 2 + 16;
			out->all = xrealloc(out->all, room * sizeof *out->all);
		}
		out->all[out->count++] = (struct capacity){ shared_rows_id(rows),
		    arena_strdup(mem, shared_rows_text(rows, 0)),
		    arena_strdup(mem, shared_rows_text(rows, 1)), first_of(rows, 2, 5, mem) };
	}
	return rows && shared_rows_close(rows, e);
}

static int
strength(const struct matching *m)
{
	return (*m->topic ? 2 : 0) + m->same_kind;
}

/* Behind all of this need that are as strong. */
static void
match_insert(struct matching *matches, size_t first, size_t *count, struct matching m)
{
	size_t at = *count;

	while (at > first && strength(&matches[at - 1]) < strength(&m)) {
		matches[at] = matches[at - 1];
		at--;
	}
	matches[at] = m;
	(*count)++;
}

static void
offers_find(const struct capacity *need, const struct capacities *offers, struct arena *mem,
    struct matching **out, size_t *count)
{
	size_t first = *count;

	*out = xrealloc(*out, (*count + offers->count + 1) * sizeof **out);
	for (size_t i = 0; i < offers->count; i++) {
		struct matching m = { .need = *need, .offer = offers->all[i] };
		if (*need->who && !strcmp(need->who, m.offer.who))
			continue;
		m.same_kind = !strcmp(need->kind, m.offer.kind);
		words_shared(need->topic, m.offer.topic, mem, &m.topic);
		if (strength(&m))
			match_insert(*out, first, count, m);
	}
}

bool
match_needs(struct store *s, struct shared_left *left, struct arena *mem,
    struct matching **out, size_t *count, struct error *e)
{
	struct capacities needs = { NULL, 0 }, offers = { NULL, 0 };
	struct matching *found = NULL;

	*count = 0;
	bool ok = capacities_read(s, open_needs, left, mem, &needs, e)
	    && capacities_read(s, open_offers, left, mem, &offers, e);
	for (size_t i = 0; ok && i < needs.count; i++)
		offers_find(&needs.all[i], &offers, mem, &found, count);
	*out = arena_alloc(mem, (*count + 1) * sizeof **out);
	if (*count)
		memcpy(*out, found, *count * sizeof **out);
	free(found);
	free(needs.all);
	free(offers.all);
	return ok;
}

/* --- Who can help with a topic --- */

struct helper {
	int64_t id;			/* the record that says so */
	const char *who, *what;		/* what they offer, made or told */
	const char *source;		/* the kind of record that says so, for people */
	const char *words;		/* of the topic, as typed */
	int score;			/* how many */
};

/* What may say so. Of the columns the first ones name what it is and are looked in, the
 * last ones say who. Offers come first, and win where two are as good. */
static const struct source {
	struct shared_query query;
	size_t looked_in, end;
	const char *label;	/* N_(); NULL: as its records are called */
} sources[] = {
	{ { .entity = "capacity", .filter = open_offers,
	    .columns = "topic,detail,kind,person,organisation,partnership.partner",
	    .belongs = "organisation,partnership,person" }, 3, 6, N_("Offer") },
	{ { .entity = "resource", .columns = "title,topic,summary,result,tags,organisation,"
	    "partnership.partner,session.speaker.person",
	    .belongs = "organisation,partnership,event" }, 5, 8, NULL },
	{ { .entity = "session", .columns = "title,abstract,description,speaker.person,"
	    "speaker.organisation,speaker.as_written", .belongs = "event" }, 3, 6, NULL },
	{ { .entity = "organisation", .columns = "focus,summary,tags,name" }, 3, 4, NULL },
};
enum { SOURCES = sizeof sources / sizeof *sources };

/* All that a row says, and the label of a code as well. */
static const char *
said(struct shared_rows *rows, size_t count, struct store *s, struct arena *mem)
{
	const char *text = "";
	struct str label = { 0 };

	for (size_t i = 0; i < count; i++) {
		const char *cell = shared_rows_text(rows, i);
		const struct field *f = shared_rows_field(rows, i);
		str_cut(&label, 0);
		if (f->type->is_term && *cell) {
			struct value v = value_text(cell, strlen(cell));
			value_show(s, f, &v, &label);
		}
		text = arena_printf(mem, "%s\n%s %s", text, cell, str_text(&label));
	}
	str_free(&label);
	return text;
}

static void
helpers_add(struct shared_rows *rows, const struct source *src, const char *topic,
    struct store *s, struct arena *mem, struct helper **all, size_t *count)
{
	const char *label = src->label ? src->label : entity_find(src->query.entity)->label;
	struct helper h = { .id = shared_rows_id(rows), .source = _(label) };

	h.score = words_shared(topic, said(rows, src->looked_in, s, mem), mem, &h.words);
	h.who = first_of(rows, src->looked_in, src->end, mem);
	if (!h.score || !*h.who)
		return;
	h.what = first_of(rows, 0, src->looked_in, mem);
	*all = xrealloc(*all, (*count + 1) * sizeof **all);
	size_t at = (*count)++;
	for (; at && (*all)[at - 1].score < h.score; at--)
		(*all)[at] = (*all)[at - 1];
	(*all)[at] = h;
}

/* Those with most words of the topic first, offers before others; in mem. */
static bool
helpers_find(struct store *s, const char *topic, struct shared_left *left,
    struct arena *mem, struct helper **out, size_t *count, struct error *e)
{
	struct helper *all = NULL;
	bool ok = true;

	*count = 0;
	for (size_t i = 0; ok && i < SOURCES; i++) {
		struct shared_rows *rows = shared_rows_open(s, &sources[i].query, 0, left, e);
		while (rows && shared_rows_next(rows))
			helpers_add(rows, &sources[i], topic, s, mem, &all, count);
		ok = rows && shared_rows_close(rows, e);
	}
	*out = arena_alloc(mem, (*count + 1) * sizeof **out);
	if (*count)
		memcpy(*out, all, *count * sizeof **out);
	free(all);
	return ok;
}

static void
helper_add(struct page *page, const struct helper *h)
{
	struct str because = { 0 };

	str_addf(&because, "%s: %s", h->source, h->words);
	page_leads(page, (struct page_lead){ .id = h->id });
	page_cell(page, h->who);
	page_cell(page, h->what);
	page_cell(page, str_text(&because));
	str_free(&because);
}

struct page *
match_page(struct store *s, const char *topic, struct shared_left *left, struct error *e)
{
	const struct page_column heads[] = {
		{ "who", _("Who"), PAGE_ESCAPED }, { "what", _("What"), PAGE_ESCAPED },
		{ "because", _("Because"), PAGE_ESCAPED },
	};
	struct arena mem = { 0 };
	struct page *page = NULL;
	struct helper *helpers;
	size_t count;

	bool ok = helpers_find(s, topic, left, &mem, &helpers, &count, e);
	if (ok && !count)
		ok = set_error(e, STATUS_NONE, _("Nobody here is known to know about \"%s\"; try "
		    "another word for it, of four letters or more."), topic);
	if (ok) {
		page = page_new();
		page_table(page, heads, sizeof heads / sizeof *heads);
		for (size_t i = 0; i < count; i++)
			helper_add(page, &helpers[i]);
	}
	arena_free(&mem);
	return page;
}
