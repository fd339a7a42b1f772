#include "config.h"

#include "app/questions.h"

#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "app/report_words.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/filter.h"

enum { PLACE, LANGUAGE, TEXT, HINT };	/* columns, as named below */
#define COLUMNS "position,language,text,hint"

struct wording {
	int64_t id;
	const char *place, *language, *text, *hint;
	size_t question;	/* which one it words */
};

struct questions {
	struct arena mem;
	struct wording *wordings;
	size_t wording_count, cap;
	size_t *asked;		/* of each question, the wording */
	size_t count;
	const char *language;
};

/* --- Reading --- */

static void
wording_add(struct questions *q, struct rows *rows)
{
	const struct wording *last = q->wording_count ? &q->wordings[q->wording_count - 1] : NULL;

	if (q->wording_count == q->cap) {
		q->cap = q->cap * 2 + 32;
		q->wordings = xrealloc(q->wordings, q->cap * sizeof *q->wordings);
		last = q->wording_count ? &q->wordings[q->wording_count - 1] : NULL;
	}
	struct wording *w = &q->wordings[q->wording_count++];
	*w = (struct wording){ rows_id(rows), rows_text(rows, PLACE, &q->mem),
	    rows_text(rows, LANGUAGE, &q->mem), rows_text(rows, TEXT, &q->mem),
	    rows_text(rows, HINT, &q->mem), 0 };
	if (last)
		w->question = last->question + (strcmp(last->place, w->place) != 0);
	q->count = w->question + 1;
}

static bool
wordings_read(struct questions *q, struct app *app, int64_t form, struct error *e)
{
	const struct pane *pane = pane_find("form_questions");
	struct query ask = { .ent = entity_find(pane->entity), .pane = pane };
	struct str narrow = { 0 };
	struct column *columns;
	char id[ID_LENGTH + 1];

	id_format(form, id);
	str_addf(&narrow, "form=%s", id);
	struct filter *f = filter_parse(app->store, ask.ent, NULL, str_text(&narrow), e);
	bool ok = f && columns_read(ask.ent, COLUMNS, &q->mem, &columns, &ask.column_count, e);
	ask.columns = ok ? columns : NULL;
	ask.filter = f;
	struct rows *rows = ok ? rows_open(app->store, &ask, e) : NULL;
	while (rows && rows_next(rows))
		wording_add(q, rows);
	ok = rows && rows_close(rows, e);
	filter_free(f);
	str_free(&narrow);
	return ok;
}

/* --- In which language --- */

/* Of each question the wording in the language, else the first one there is. */
static void
language_take(struct questions *q, const char *language)
{
	q->asked = arena_alloc(&q->mem, q->count * sizeof *q->asked);
	q->language = arena_strdup(&q->mem, language);
	for (size_t i = q->wording_count; i-- > 0; )
		q->asked[q->wordings[i].question] = i;
	for (size_t i = q->wording_count; i-- > 0; )
		if (!strcmp(q->wordings[i].language, language))
			q->asked[q->wordings[i].question] = i;
}

static bool
has_language(const struct questions *q, const char *language)
{
	for (size_t i = 0; i < q->wording_count; i++)
		if (!strcmp(q->wordings[i].language, language))
			return true;
	return false;
}

const char *
questions_language_next(const struct questions *q)
{
	size_t now = 0, n = q->wording_count;

	while (now < n && strcmp(q->wordings[now].language, q->language))
		now++;
	for (size_t k = 1; k < n; k++) {
		const char *next = q->wordings[(now + k) % n].language;
		if (*next && strcmp(next, q->language))
			return next;
	}
	return "";
}

/* --- Life --- */

struct questions *
questions_open(struct app *app, int64_t form, const char *language, struct error *e)
{
	struct questions *q = xmalloc(sizeof *q);
	const char *own = report_language(NULL, e);

	bool ok = wordings_read(q, app, form, e) && (q->count || set_error(e, STATUS_NONE,
	    _("This form has no questions yet; add them in the pane Form questions.")));
	if (!ok) {
		questions_close(q);
		return NULL;
	}
	if (!*language || !has_language(q, language))
		language = has_language(q, own) ? own : q->wordings[0].language;
	language_take(q, language);
	return q;
}

void
questions_close(struct questions *q)
{
	if (!q)
		return;
	free(q->wordings);
	arena_free(&q->mem);
	free(q);
}

size_t
questions_count(const struct questions *q)
{
	return q->count;
}

struct question
questions_at(const struct questions *q, size_t i)
{
	const struct wording *w = &q->wordings[q->asked[i]];

	return (struct question){ w->id, w->text, w->hint };
}

size_t
questions_find(const struct questions *q, int64_t wording)
{
	for (size_t w = 0; w < q->wording_count; w++)
		if (q->wordings[w].id == wording)
			return q->wordings[w].question;
	return 0;
}

size_t
questions_answer(const struct questions *q, size_t i, const struct minutes *m)
{
	for (size_t k = 0; k < minutes_count(m); k++)
		for (size_t w = 0; minutes_line(m, k)->question && w < q->wording_count; w++)
			if (q->wordings[w].id == minutes_line(m, k)->question
			    && q->wordings[w].question == i)
				return k;
	return SIZE_MAX;
}
