#include "config.h"

#include "ui/fit.h"

#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"

enum { NARROW = 60, LEAST = 8, LEAST_WORDS = 10, PROSE = 24 };
enum { LEAD_PLACES = 4, LEAD_LEAST = 14, LEAD_ENOUGH = 36, LEAD_MOST = 60 };

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

/* The column that is read: a text, be it behind a day or a kind; without one near the
 * front, the first. */
static size_t
lead_of(const struct column *columns, size_t count)
{
	for (size_t i = 0; i < count && i < LEAD_PLACES; i++)
		if (columns[i].field->type->is_text)
			return i;
	return 0;
}

/* Numbers and dates are as wide as the dictionary says. Words are as wide as those that
 * were seen, within reason; rows that are not known yet may have some where these have
 * none. */
static int
natural(const struct column *c, int need, bool lead)
{
	const char *label = _(c->field->label);
	int cols = utf8_columns(label, strlen(label)), usual = c->field->width;

	if (c->field->type->right || c->field->type->is_date)
		return larger(usual, cols);
	int most = lead ? LEAD_MOST : larger(usual, PROSE);
	return larger(larger(cols, smaller(usual, LEAST_WORDS)), smaller(need, most));
}

/* Narrower than this a column says nothing: numbers and dates cannot be cut, and a word
 * or a name is to be read; of prose some is enough. */
static int
least(const struct column *c, int wish, bool lead, int cols)
{
	const struct field_type *t = c->field->type;

	if (lead)
		return smaller(wish, smaller(larger(cols * 2 / 5, LEAD_LEAST), LEAD_ENOUGH));
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
		bool lead = i == f->lead;
		int wish = natural(&columns[i], needs ? needs[i] : 0, lead);
		/* Behind others it takes what they leave. */
		int width = least(&columns[i], wish, lead, lead && i ? cols * 3 / 4 : cols)
		    + (i ? f->gap : 0);
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

/* What is left goes to each up to its natural width, twice as fast to the lead; then to
 * the lead alone. */
static void
rest_give(struct fit *f, int cols)
{
	bool gave = true;
	size_t lead = 0;

	for (size_t k = 0; k < f->count; k++)
		lead = f->at[k] == f->lead ? k : lead;
	while (gave && f->used < cols) {
		gave = false;
		for (size_t k = 0; k <= f->count && f->used < cols; k++) {
			size_t i = k ? k - 1 : lead;
			if (f->width[i] < f->wish[i]) {
				f->width[i]++;
				f->used++;
				gave = true;
			}
		}
	}
	int more = smaller(cols - f->used, LEAD_MOST - f->width[lead]);
	if (more > 0) {
		f->width[lead] += more;
		f->used += more;
	}
}

struct fit
fit_columns(const struct column *columns, const int *needs, size_t count, size_t first,
    int cols, int screen)
{
	struct fit f = { .gutter = 2, .gap = screen < NARROW ? 1 : 2, .first = first };

	f.lead = lead_of(columns, count);
	columns_choose(&f, columns, needs, count, cols);
	if (f.used > cols) {
		f.width[0] -= smaller(f.used - cols, f.width[0] - 1);
		f.used = cols;
	}
	rest_give(&f, cols);
	return f;
}
