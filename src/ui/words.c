/* The longest common part of both lists of words (a table of lengths), between the
 * beginning and the end that are the same. */
#include "config.h"

#include "ui/words.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { TABLE_MOST = 4000000 };	/* cells of the table: 8 MB */

struct word {
	const char *s;
	size_t n;
};

struct words {
	struct word *all;
	size_t count;
};

/* A word, or what stands between two. */
static size_t
word_length(const char *s, size_t n)
{
	bool blank = strchr(" \t\n", *s) != NULL;
	size_t i = 1;

	while (i < n && s[i] && (strchr(" \t\n", s[i]) != NULL) == blank)
		i++;
	return i;
}

static void
words_part(const char *s, size_t n, struct words *w)
{
	size_t room = 0;

	while (n > 0) {
		if (w->count == room) {
			room = room * 2 + 64;
			w->all = xrealloc(w->all, room * sizeof *w->all);
		}
		size_t length = word_length(s, n);
		w->all[w->count++] = (struct word){ s, length };
		s += length;
		n -= length;
	}
}

static bool
same(const struct word *a, const struct word *b)
{
	return a->n == b->n && !memcmp(a->s, b->s, a->n);
}

static void
run_add(struct str *out, const struct word *w, size_t count, const char *open,
    const char *close)
{
	if (!count)
		return;
	str_add(out, open);
	for (size_t i = 0; i < count; i++)
		str_addn(out, w[i].s, w[i].n);
	str_add(out, close);
}

/* How many words of a[i..] and b[j..] can be kept, in table[i * (m + 1) + j]. */
static uint16_t *
table_make(const struct word *a, size_t n, const struct word *b, size_t m)
{
	uint16_t *t = xmalloc((n + 1) * (m + 1) * sizeof *t);

	for (size_t i = n; i-- > 0; )
		for (size_t j = m; j-- > 0; ) {
			uint16_t down = t[(i + 1) * (m + 1) + j], right = t[i * (m + 1) + j + 1];
			if (same(&a[i], &b[j]))
				t[i * (m + 1) + j] = (uint16_t)(t[(i + 1) * (m + 1) + j + 1] + 1);
			else
				t[i * (m + 1) + j] = down > right ? down : right;
		}
	return t;
}

static void
middle_compare(const struct word *a, size_t n, const struct word *b, size_t m,
    struct str *out)
{
	size_t i = 0, j = 0;

	if ((n + 1) * (m + 1) > TABLE_MOST || n > UINT16_MAX || m > UINT16_MAX) {
		run_add(out, a, n, "[-", "-]");
		run_add(out, b, m, "{+", "+}");
		return;
	}
	uint16_t *t = table_make(a, n, b, m);
	while (i < n || j < m) {
		while (i < n && j < m && same(&a[i], &b[j])) {
			str_addn(out, b[j].s, b[j].n);
			i++;
			j++;
		}
		size_t from_i = i, from_j = j;
		while ((i < n || j < m) && !(i < n && j < m && same(&a[i], &b[j]))) {
			if (j == m || (i < n && t[(i + 1) * (m + 1) + j] >= t[i * (m + 1) + j + 1]))
				i++;
			else
				j++;
		}
		run_add(out, a + from_i, i - from_i, "[-", "-]");
		run_add(out, b + from_j, j - from_j, "{+", "+}");
	}
	free(t);
}

void
words_compare(const char *was, size_t was_n, const char *now, size_t now_n,
    struct str *out)
{
	struct words a = { 0 }, b = { 0 };
	size_t head = 0, tail = 0;

	words_part(was, was_n, &a);
	words_part(now, now_n, &b);
	while (head < a.count && head < b.count && same(&a.all[head], &b.all[head]))
		head++;
	while (tail < a.count - head && tail < b.count - head
	    && same(&a.all[a.count - 1 - tail], &b.all[b.count - 1 - tail]))
		tail++;
	run_add(out, b.all, head, "", "");
	middle_compare(a.all ? a.all + head : NULL, a.count - head - tail,
	    b.all ? b.all + head : NULL, b.count - head - tail, out);
	run_add(out, b.all ? b.all + b.count - tail : NULL, tail, "", "");
	free(a.all);
	free(b.all);
}
