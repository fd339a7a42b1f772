/* Names folded once and sorted, so that a name in a line is found by halving. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/line_part.h"
#include "base/fold.h"
#include "base/utf8.h"

enum {
	KEY_BYTES = 200,	/* longer names are found by their beginning */
	PART_BYTES = 3,		/* shorter words lead nowhere */
	LOOKED_AT = 200,	/* keys with one beginning, before "and more" is said */
	NEAR_MAX = 300		/* names compared letter by letter */
};

void
names_fold(struct str *out, const char *s, size_t n)
{
	struct str blank = { 0 };

	str_addn(&blank, s, n);
	for (size_t i = 0; i < blank.len; i++)
		if (blank.s[i] == '_')
			blank.s[i] = ' ';
	fold_add(out, str_text(&blank), blank.len);
	str_free(&blank);
}

static void
key_add(struct line_names *names, const char *text, struct line_record *record, bool part)
{
	size_t n = strlen(text);

	if (names->count == names->room) {
		names->room = names->room * 2 + 64;
		names->keys = xrealloc(names->keys, names->room * sizeof *names->keys);
	}
	names->keys[names->count++] = (struct line_key){ text, record, part };
	if (n > names->longest)
		names->longest = n;
}

void
names_add(struct line_names *names, struct arena *mem, const char *text, size_t n,
    struct line_record *record)
{
	struct str folded = { 0 };

	names_fold(&folded, text, n < KEY_BYTES ? n : utf8_cut(text, KEY_BYTES, KEY_BYTES, NULL));
	if (folded.len) {
		const char *key = arena_dup(mem, folded.s, folded.len);
		key_add(names, key, record, false);
		for (const char *p = key; (p = strchr(p, ' ')); )
			if (strcspn(++p, " ") >= PART_BYTES)
				key_add(names, p, record, true);
	}
	str_free(&folded);
}

static int
key_compare(const void *a, const void *b)
{
	const struct line_key *x = a, *y = b;
	int by_text = strcmp(x->text, y->text);

	return by_text ? by_text : x->part - y->part;
}

void
names_sort(struct line_names *names)
{
	if (names->count)
		qsort(names->keys, names->count, sizeof *names->keys, key_compare);
}

size_t
names_place(const struct line_names *names, const char *folded, size_t n)
{
	size_t low = 0, high = names->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (strncmp(names->keys[middle].text, folded, n) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
found_add(struct line_found *found, const struct line_record *record)
{
	for (size_t i = 0; i < found->count; i++)
		if (found->record[i] == record)
			return;
	if (found->count == FOUND_MAX)
		found->more = true;
	else
		found->record[found->count++] = record;
}

void
names_exact(const struct line_names *names, const char *folded, size_t n,
    struct line_found *out)
{
	size_t i = names_place(names, folded, n);

	*out = (struct line_found){ .count = 0 };
	for (; i < names->count && !strncmp(names->keys[i].text, folded, n)
	    && !names->keys[i].text[n] && !out->more; i++)
		if (!names->keys[i].part)
			found_add(out, names->keys[i].record);
}

void
names_begin(const struct line_names *names, const char *folded, size_t n,
    struct line_found *out)
{
	size_t first = names_place(names, folded, n), i = first;
	struct line_found parts = { .count = 0 };

	*out = (struct line_found){ .count = 0 };
	for (; i < names->count && i - first < LOOKED_AT
	    && !strncmp(names->keys[i].text, folded, n); i++) {
		const struct line_key *key = &names->keys[i];
		if (!key->part)
			found_add(out, key->record);
		else if (strchr(" ", key->text[n]))
			found_add(&parts, key->record);
	}
	if (i - first == LOOKED_AT)
		out->more = parts.more = true;
	if (!out->count)
		*out = parts;
}

/* The first word of a name is what people begin with. */
static const char *
first_word(const char *key, struct arena *mem)
{
	return arena_dup(mem, key, strcspn(key, " "));
}

/* Only those with the same first letter: a slip is seldom there, and the others would
 * make each key wait. */
const char *
names_nearest(const struct line_names *names, const char *folded, size_t n)
{
	size_t letter = utf8_next(folded, n), first = names_place(names, folded, letter);
	const char *near[2 * NEAR_MAX], *title = NULL;
	struct arena mem = { 0 };
	size_t count = 0;

	for (size_t i = first; i < names->count && i - first < NEAR_MAX
	    && !strncmp(names->keys[i].text, folded, letter); i++) {
		near[count++] = names->keys[i].text;
		near[count++] = first_word(names->keys[i].text, &mem);
	}
	const char *found = fold_nearest(arena_dup(&mem, folded, n), near, count);
	for (size_t i = 0; i < count && found && !title; i++)
		if (near[i] == found)
			title = names->keys[first + i / 2].record->name.title;
	arena_free(&mem);
	return title;
}
