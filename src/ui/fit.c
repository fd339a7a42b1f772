#include "config.h"

#include "ui/fit.h"

#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"

enum { NARROW = 60, LEAST = 8, LEAST_WORDS = 10, PROSE = 24, TITLE_MOST = 60 };

static int
smaller(int a, int b)
{
	return a < b ? a : b;
}

static int
larger(int a, int b)
{
	return a > b ? a : b;
}

/* What a record is called is read first, wherever it stands. */
static bool
is_title(const struct column *c)
{
	return !c->depth && c->field->flags & F_TITLE && c->field->type->is_text;
}

/* Numbers and dates are as wide as the dictionary says. Words are as wide as those that
 * were seen, within reason; rows that are not known yet may have some where these have
 * none. */
static int
natural(const struct column *c, int need, bool title)
{
	const char *label = _(c->field->label);
	int cols = utf8_columns(label, strlen(label)), usual = c->field->width;

	if (c->field->type->right || c->field->type->is_date)
		return larger(usual, cols);
	int most = title ? TITLE_MOST : larger(usual, PROSE);
	return larger(larger(cols, smaller(usual, LEAST_WORDS)), smaller(need, most));
}

/* Narrower than this a column says nothing: numbers and dates cannot be cut, and a word
 * or a name is to be read; of prose some is enough. */
static int
least(const struct column *c, int wish, bool title, int cols)
{
	const struct field_type *t = c->field->type;

	if (title)
		return smaller(wish, cols * 2 / 5 > 14 ? cols * 2 / 5 : smaller(cols, 14));
	if (t->right || t->is_date)
		return smaller(wish, 12);
	if (t->is_term)
		return smaller(wish, larger(LEAST_WORDS, cols * 2 / 7));
	int some = t->is_text || t->is_ref ? LEAST_WORDS : LEAST;
	return smaller(wish, wish < PROSE ? larger(some, cols / 5) : some);
}

static void
columns_choose(struct fit *f, const struct column *columns, const int *needs, size_t count,
    int cols)
{
	int used = f->gutter;

	for (size_t i = 0; i < count && f->count < FIT_MAX; i++) {
		if (i && i <= f->first)
			continue;
		bool title = i == 0 || is_title(&columns[i]);
		int wish = natural(&columns[i], needs[i], title);
		int width = least(&columns[i], wish, title, cols) + (i ? f->gap : 0);
		if (i && used + width > cols) {
			f->cut = true;
			break;
		}
		f->at[f->count] = i;
		f->wish[f->count] = wish;
		f->width[f->count++] = width - (i ? f->gap : 0);
		used += width;
	}
	f->used = used;
}

/* What is left goes to each up to its natural width, twice as fast to the title; then
 * to the title alone. */
static void
rest_give(struct fit *f, int cols)
{
	bool gave = true;

	while (gave && f->used < cols) {
		gave = false;
		for (size_t k = 0; k <= f->count && f->used < cols; k++) {
			size_t i = k ? k - 1 : 0;
			if (f->width[i] < f->wish[i]) {
				f->width[i]++;
				f->used++;
				gave = true;
			}
		}
	}
	int more = smaller(cols - f->used, TITLE_MOST - f->width[0]);
	if (more > 0) {
		f->width[0] += more;
		f->used += more;
	}
}

struct fit
fit_columns(const struct column *columns, const int *needs, size_t count, size_t first,
    int cols, int screen)
{
	struct fit f = { .gutter = 2, .gap = screen < NARROW ? 1 : 2, .first = first };

	columns_choose(&f, columns, needs, count, cols);
	if (f.used > cols) {
		f.width[0] -= smaller(f.used - cols, f.width[0] - 1);
		f.used = cols;
	}
	rest_give(&f, cols);
	return f;
}
