/* From what a line says to the fields of its entry: only what changed between two
 * versions of the text, so that what was set otherwise meanwhile is left alone. */
#include "config.h"

#include <string.h>

#include "app/line_part.h"

static struct value
value_of_text(const char *s)
{
	return value_text(s, strlen(s));
}

static struct value
value_of_id(int64_t id)
{
	return id ? value_int(id) : value_null;
}

/* --- The parts of a line, and what each sets --- */

static bool
same_kind(const struct line *a, const struct line *b)
{
	return !strcmp(a->kind, b->kind);
}

static struct value
take_kind(const struct line *l, struct arena *mem)
{
	(void)mem;
	return value_of_text(l->kind_now);
}

static bool
same_about(const struct line *a, const struct line *b)
{
	return a->about.id == b->about.id;
}

static struct value
take_about(const struct line *l, struct arena *mem)
{
	(void)mem;
	return value_of_id(l->about.id);
}

static struct value
take_partnership(const struct line *l, struct arena *mem)
{
	(void)mem;
	return value_of_id(l->partnership);
}

static bool
same_goal(const struct line *a, const struct line *b)
{
	return a->goal.id == b->goal.id;
}

static struct value
take_goal(const struct line *l, struct arena *mem)
{
	(void)mem;
	return value_of_id(l->goal.id);
}

/* By the words: "fri" of last week is still the same Friday. */
static bool
same_due(const struct line *a, const struct line *b)
{
	return !strcmp(a->due_typed, b->due_typed);
}

static struct value
take_due(const struct line *l, struct arena *mem)
{
	char text[11];

	date_format(l->due, text);
	return value_of_text(arena_strdup(mem, text));
}

static struct value
take_due_words(const struct line *l, struct arena *mem)
{
	(void)mem;
	return value_of_text(l->due_words ? l->due_typed : "");
}

static const struct part {
	const char *field;
	bool (*same)(const struct line *a, const struct line *b);
	struct value (*take)(const struct line *l, struct arena *mem);
} parts[] = {
	{ "kind", same_kind, take_kind },
	{ "organisation", same_about, take_about },
	{ "partnership", same_about, take_partnership },
	{ "goal", same_goal, take_goal },
	{ "due", same_due, take_due },
	{ "due_words", same_due, take_due_words },
};
enum { PARTS = sizeof parts / sizeof *parts };

/* --- Cells --- */

static bool
has_owner(const struct line *line, int64_t id)
{
	for (size_t i = 0; i < line->owner_count; i++)
		if (line->owners[i].id == id)
			return true;
	return false;
}

/* Those whom only one of the two versions names. */
static void
owners_apply(const struct line *named, const struct line *other, bool on,
    struct cell *cells, size_t *n)
{
	const struct field *f = field_find(entity_find("entry"), line_marks[0].field);

	for (size_t i = 0; i < named->owner_count; i++)
		if (!has_owner(other, named->owners[i].id))
			cells[(*n)++] = (struct cell){ f, value_int(named->owners[i].id), on };
}

size_t
line_apply(const struct line *was, const struct line *now, struct arena *mem,
    struct cell **cells)
{
	static const struct line nothing = { .kind = "", .due_typed = "" };
	const struct line *before = was ? was : &nothing;
	size_t n = 0;

	*cells = arena_alloc(mem, (PARTS + before->owner_count + now->owner_count)
	    * sizeof **cells);
	for (size_t i = 0; i < PARTS; i++) {
		struct value v = parts[i].take(now, mem);
		bool birth = !was && v.kind != VALUE_NULL;
		if (birth || (was && !parts[i].same(was, now)))
			(*cells)[n++] = (struct cell){
			    field_find(entity_find("entry"), parts[i].field), v, true };
	}
	owners_apply(before, now, false, *cells, &n);
	owners_apply(now, before, true, *cells, &n);
	return n;
}
