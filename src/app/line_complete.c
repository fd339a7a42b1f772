/* What a mark or the first word of a line may become. */
#include "config.h"

#include <string.h>

#include "app/line_part.h"
#include "base/fold.h"

enum { NAME_BYTES = 200 };	/* a mark so far before the cursor is another word's */

/* --- Names --- */

/* The sign that the cursor still belongs to: the last one before it in its line. */
static const struct line_mark *
mark_before(const char *s, size_t n, size_t cursor, size_t *at)
{
	for (size_t i = cursor; i > 0 && cursor - i < NAME_BYTES && s[i - 1] != '\n'; i--) {
		const struct line_mark *m = line_mark_sign(s, n, i - 1);
		if (m) {
			*at = i - 1;
			return m;
		}
	}
	return NULL;
}

static bool
is_offered(const struct line_choices *out, const struct line_record *const *offered,
    const struct line_record *record)
{
	for (size_t i = 0; i < out->count; i++)
		if (offered[i] == record)
			return true;
	return false;
}

/* Is there another record of this name? */
static bool
is_shared(const struct line_names *names, const char *title)
{
	struct line_found found;
	struct str folded = { 0 };

	names_fold(&folded, title, strlen(title));
	names_exact(names, str_text(&folded), folded.len, &found);
	str_free(&folded);
	return found.count > 1;
}

/* A name of the record that nobody else has: its user name or code. */
static const char *
own_key(const struct line_names *names, const struct line_record *record)
{
	struct line_found found;

	for (size_t i = 0; i < names->count; i++) {
		const struct line_key *k = &names->keys[i];
		if (k->record != record || k->part)
			continue;
		names_exact(names, k->text, strlen(k->text), &found);
		if (found.count == 1)
			return k->text;
	}
	return NULL;
}

static struct line_choice
choice_of(const struct line_names *names, const struct line_mark *m,
    const struct line_record *record, struct arena *mem)
{
	const char *title = record->name.title;
	const char *key = is_shared(names, title) ? own_key(names, record) : NULL;

	return (struct line_choice){
	    arena_printf(mem, "%c%s ", m->sign, key ? key : title),
	    key ? arena_printf(mem, "%s (%s)", title, key) : title };
}

/* Names that begin so, before names with a later word that does. */
static void
offer_names(const struct line_names *names, const struct line_mark *m, const char *folded,
    size_t n, struct arena *mem, struct line_choices *out)
{
	struct line_choice *choices = arena_alloc(mem, LINE_CHOICES * sizeof *choices);
	const struct line_record *offered[LINE_CHOICES];
	size_t first = names_place(names, folded, n);

	for (int part = 0; part < 2; part++)
		for (size_t i = first; i < names->count && out->count < LINE_CHOICES
		    && !strncmp(names->keys[i].text, folded, n); i++) {
			const struct line_record *record = names->keys[i].record;
			if (names->keys[i].part != part || is_offered(out, offered, record))
				continue;
			offered[out->count] = record;
			choices[out->count++] = choice_of(names, m, record, mem);
		}
	out->choices = choices;
}

/* --- The word in front --- */

static bool
begins(const char *label, const char *folded, size_t n)
{
	struct str text = { 0 };

	fold_add(&text, label, strlen(label));
	bool ok = text.len >= n && !memcmp(str_text(&text), folded, n);
	str_free(&text);
	return ok;
}

static void
offer_kinds(const struct line_world *w, const char *folded, size_t n, struct arena *mem,
    struct line_choices *out)
{
	struct line_choice *choices = arena_alloc(mem, LINE_CHOICES * sizeof *choices);

	for (size_t i = 0; i < w->kind_count && out->count < LINE_CHOICES; i++)
		if (line_kind_of(w->kinds[i].code)->said && begins(w->kinds[i].label, folded, n))
			choices[out->count++] = (struct line_choice){
			    arena_printf(mem, "%s: ", w->kinds[i].label), w->kinds[i].label };
	out->choices = choices;
}

/* Where the first word of the line begins, when the cursor stands at its end. */
static bool
first_word(const char *s, size_t cursor, size_t *at)
{
	size_t start = cursor;

	while (start > 0 && !strchr(" \t\n*#", s[start - 1]))
		start--;
	*at = start;
	for (size_t i = 0; i < start; i++)
		if (!strchr(" \t*#", s[i]))
			return false;
	return start < cursor;
}

void
line_complete(const struct line_world *w, const char *text, size_t n, size_t cursor,
    struct arena *mem, struct line_choices *out)
{
	struct str folded = { 0 };
	size_t at = 0;

	*out = (struct line_choices){ .count = 0 };
	const struct line_mark *m = mark_before(text, n, cursor, &at);
	if (m || first_word(text, cursor, &at)) {
		out->start = at;
		out->length = cursor - at;
		names_fold(&folded, text + at + (m != NULL), out->length - (m != NULL));
	}
	if (m)
		offer_names(&w->names[m - line_marks], m, str_text(&folded), folded.len, mem, out);
	else if (folded.len)
		offer_kinds(w, folded.s, folded.len, mem, out);
	str_free(&folded);
}
