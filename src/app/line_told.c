/* What stands beside a line: what was understood, in as few words as will do. */
#include "config.h"

#include <string.h>

#include "app/line_part.h"
#include "base/i18n.h"
#include "base/utf8.h"

enum {
	TITLE_COLUMNS = 32,
	ASKED_MAX = 2,		/* names asked about at once */
	SHOWN_MAX = 3		/* records named in such a question */
};

static void
piece(struct str *out)
{
	if (out->len)
		str_add(out, " · ");
}

static void
add_cut(struct str *out, const char *s, size_t n)
{
	size_t fits = utf8_cut(s, n, TITLE_COLUMNS, NULL);

	str_addn(out, s, fits);
	if (fits < n)
		str_add(out, "…");
}

static void
tell_names(const struct line *line, struct str *out)
{
	for (size_t i = 0; i < line->owner_count; i++) {
		if (i)
			str_add(out, ", ");
		else
			piece(out);
		add_cut(out, line->owners[i].title, strlen(line->owners[i].title));
	}
	const struct line_name *others[] = { &line->about, &line->goal };
	for (size_t i = 0; i < 2; i++)
		if (others[i]->id) {
			piece(out);
			add_cut(out, others[i]->title, strlen(others[i]->title));
		}
}

static void
tell_due(const struct line *line, struct date day, struct str *out)
{
	struct str due = { 0 };

	if (!*line->due_typed)
		return;
	if (line->due_words)
		add_cut(&due, line->due_typed, strlen(line->due_typed));
	else
		line_due_show(line->due, day, &due);
	piece(out);
	/* TRANSLATORS: due Fri 27 Nov; due after Christmas */
	str_addf(out, line->due_words ? _("due \"%s\"") : _("due %s"), str_text(&due));
	str_free(&due);
}

/* --- Names of which it is not clear who is meant --- */

static void
tell_several(const char *typed, const struct line_found *found, struct str *out)
{
	struct str titles = { 0 };

	for (size_t i = 0; i < found->count && i < SHOWN_MAX; i++) {
		str_add(&titles, i ? ", " : "");
		add_cut(&titles, found->record[i]->name.title, strlen(found->record[i]->name.title));
	}
	if (found->more || found->count > SHOWN_MAX)
		/* TRANSLATORS: @an: Ana Díaz, Ana Pérez, Andrea or another? Type more. */
		str_addf(out, _("%s: %s or another? Type more"), typed, str_text(&titles));
	else
		str_addf(out, _("%s: which one, %s? Type more"), typed, str_text(&titles));
	str_free(&titles);
}

static void
tell_open(const char *text, const struct line_hit *hit, struct str *out)
{
	struct str typed = { 0 };

	add_cut(&typed, text + hit->start, hit->length);
	piece(out);
	if (hit->found.count)
		tell_several(str_text(&typed), &hit->found, out);
	else if (hit->nearest)
		str_addf(out, _("%s is not known; did you mean %s?"), str_text(&typed),
		    hit->nearest);
	else
		str_addf(out, _("%s is not known"), str_text(&typed));
	str_free(&typed);
}

static void
tell_questions(const char *text, const struct line_hit *hits, size_t count,
    const struct line *line, struct str *out)
{
	bool owners = line_kind_of(line->kind_now)->owners;
	int asked = 0;

	for (size_t i = 0; i < count && asked < ASKED_MAX; i++)
		if ((owners || hits[i].mark->part != PART_OWNER) && !line_keeps(line, &hits[i])) {
			tell_open(text, &hits[i], out);
			asked++;
		}
}

void
line_tell(const struct line_world *w, const char *text, const struct line_hit *hits,
    size_t count, struct date day, struct line *line)
{
	struct str told = { 0 };

	if (*line->kind)
		str_add(&told, line_label(w, line->kind));
	tell_names(line, &told);
	tell_due(line, day, &told);
	tell_questions(text, hits, count, line, &told);
	line->told = arena_dup(&line->mem, str_text(&told), told.len);
	str_free(&told);
}
