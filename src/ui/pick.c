#include "config.h"

#include "ui/pick.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fold.h"
#include "base/str.h"

/* How well an item fits; smaller is better. */
enum fit {
	FIT_SAME, FIT_LABEL_BEGINS, FIT_CODE_BEGINS, FIT_WORD_BEGINS, FIT_INSIDE, FIT_CODE_INSIDE,
	FIT_HINT, FIT_NOT
};

struct entry {
	struct pick_item item;
	const char *label, *code, *hint;	/* folded */
};

struct pick {
	bool add;
	struct arena mem;
	struct entry *entries;
	size_t count, cap;
	uint32_t *rows;		/* entries shown */
	size_t shown;
	bool adding;		/* a last row that adds */
	size_t row;
	struct str typed, fresh, folded;
};

struct pick *
pick_new(bool add)
{
	struct pick *p = xmalloc(sizeof *p);

	p->add = add;
	return p;
}

void
pick_free(struct pick *p)
{
	if (!p)
		return;
	arena_free(&p->mem);
	free(p->entries);
	free(p->rows);
	str_free(&p->typed);
	str_free(&p->fresh);
	str_free(&p->folded);
	free(p);
}

static const char *
folded_dup(struct pick *p, const char *s)
{
	struct str fold = { 0 };

	fold_add(&fold, s, strlen(s));
	const char *copy = arena_dup(&p->mem, str_text(&fold), fold.len);
	str_free(&fold);
	return copy;
}

void
pick_add(struct pick *p, const char *label, const char *code, const char *hint)
{
	if (p->count == p->cap) {
		p->cap = p->cap * 2 + 64;
		p->entries = xrealloc(p->entries, p->cap * sizeof *p->entries);
		p->rows = xrealloc(p->rows, p->cap * sizeof *p->rows);
	}
	struct entry *en = &p->entries[p->count];
	en->item.label = arena_strdup(&p->mem, label);
	en->item.code = arena_strdup(&p->mem, code ? code : "");
	en->item.hint = arena_strdup(&p->mem, hint ? hint : "");
	en->label = folded_dup(p, label);
	en->code = folded_dup(p, en->item.code);
	en->hint = folded_dup(p, en->item.hint);
	if (!p->typed.len)
		p->rows[p->shown++] = (uint32_t)p->count;
	p->count++;
}

static int
by_label(const void *a, const void *b)
{
	return strcmp(((const struct entry *)a)->label, ((const struct entry *)b)->label);
}

void
pick_sort(struct pick *p)
{
	if (p->count)
		qsort(p->entries, p->count, sizeof *p->entries, by_label);
}

/* --- Fitting --- */

/* Letters beyond ASCII are letters; of ASCII, letters and digits are. */
static bool
parts_words(char c)
{
	unsigned char u = (unsigned char)c;

	return u < 0x80 && !(u >= 'a' && u <= 'z') && !(u >= '0' && u <= '9');
}

static bool
word_begins(const char *text, const char *word)
{
	for (const char *at = text; (at = strstr(at, word)); at++)
		if (at == text || parts_words(at[-1]))
			return true;
	return false;
}

static bool
begins(const char *text, const char *with)
{
	return !strncmp(text, with, strlen(with));
}

static enum fit
fit_of(const struct entry *en, const char *word)
{
	if (!strcmp(en->label, word) || !strcmp(en->code, word))
		return FIT_SAME;
	if (begins(en->label, word))
		return FIT_LABEL_BEGINS;
	if (begins(en->code, word))
		return FIT_CODE_BEGINS;
	if (word_begins(en->label, word))
		return FIT_WORD_BEGINS;
	if (strstr(en->label, word))
		return FIT_INSIDE;
	if (strstr(en->code, word))
		return FIT_CODE_INSIDE;
	return strstr(en->hint, word) ? FIT_HINT : FIT_NOT;
}

/* The text as a whole, else as well as the worst of its words. */
static enum fit
fit_words(const struct entry *en, const char *typed, struct str *word)
{
	enum fit fit = fit_of(en, typed), worst = FIT_WORD_BEGINS;

	if (fit != FIT_NOT || !strchr(typed, ' '))
		return fit;
	for (const char *s = typed; *s && worst != FIT_NOT; s += strspn(s, " ")) {
		size_t n = strcspn(s, " ");
		str_cut(word, 0);
		str_addn(word, s, n);
		fit = fit_of(en, str_text(word));
		worst = fit > worst ? fit : worst;
		s += n;
	}
	return worst;
}

/* --- Filtering --- */

/* Items by how well they fit, each kind in the order given. */
static void
rows_fill(struct pick *p, unsigned char *fits)
{
	p->shown = 0;
	for (enum fit fit = FIT_SAME; fit < FIT_NOT; fit++)
		for (size_t i = 0; i < p->count; i++)
			if (fits[i] == fit)
				p->rows[p->shown++] = (uint32_t)i;
}

static size_t
row_of(const struct pick *p, size_t entry)
{
	size_t row = 0;

	while (row < p->shown && p->rows[row] != entry)
		row++;
	return row;
}

/* Is the text a label already? */
static bool
is_label(const struct pick *p, const char *folded)
{
	for (size_t i = 0; i < p->count; i++)
		if (!strcmp(p->entries[i].label, folded))
			return true;
	return false;
}

static void
typed_take(struct pick *p, const char *typed)
{
	size_t n = strlen(typed);

	str_set(&p->typed, typed);
	str_cut(&p->folded, 0);
	fold_add(&p->folded, typed, n);
	while (n && (*typed == ' ' || *typed == '\t')) {
		typed++;
		n--;
	}
	while (n && (typed[n - 1] == ' ' || typed[n - 1] == '\t'))
		n--;
	str_cut(&p->fresh, 0);
	str_addn(&p->fresh, typed, n);
}

void
pick_filter(struct pick *p, const char *typed)
{
	size_t was = p->row < p->shown ? p->rows[p->row] : SIZE_MAX;
	unsigned char *fits = xmalloc(p->count + 1);
	struct str word = { 0 };

	typed_take(p, typed);
	for (size_t i = 0; i < p->count; i++)
		fits[i] = (unsigned char)fit_words(&p->entries[i], str_text(&p->folded), &word);
	if (!p->folded.len)
		memset(fits, FIT_SAME, p->count);
	rows_fill(p, fits);
	p->adding = p->add && p->folded.len && !is_label(p, str_text(&p->folded));
	p->row = was != SIZE_MAX ? row_of(p, was) : 0;
	if (p->row >= p->shown || fits[p->rows[p->row]] > fits[p->rows[0]])
		p->row = 0;
	str_free(&word);
	free(fits);
}

const char *
pick_typed(const struct pick *p)
{
	return str_text(&p->typed);
}

/* --- Rows --- */

size_t
pick_count(const struct pick *p)
{
	return p->shown + p->adding;
}

const struct pick_item *
pick_at(const struct pick *p, size_t row)
{
	return row < p->shown ? &p->entries[p->rows[row]].item : NULL;
}

size_t
pick_row(const struct pick *p)
{
	return p->row;
}

void
pick_go(struct pick *p, size_t row)
{
	size_t count = pick_count(p);

	p->row = row < count ? row : count ? count - 1 : 0;
}

void
pick_move(struct pick *p, long rows)
{
	size_t up = rows < 0 ? (size_t)-(rows + 1) + 1 : 0;

	if (rows < 0)
		pick_go(p, up > p->row ? 0 : p->row - up);
	else
		pick_go(p, p->row + (size_t)rows);
}

bool
pick_go_code(struct pick *p, const char *code)
{
	for (size_t i = 0; i < p->shown; i++)
		if (!strcmp(p->entries[p->rows[i]].item.code, code)) {
			p->row = i;
			return true;
		}
	return false;
}

enum pick_choice
pick_choose(const struct pick *p, const struct pick_item **item, const char **typed)
{
	*item = pick_at(p, p->row);
	*typed = str_text(&p->fresh);
	return *item ? PICK_ITEM : p->adding ? PICK_NEW : PICK_NOTHING;
}
