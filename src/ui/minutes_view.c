#include "config.h"

#include "ui/minutes_part.h"

#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "base/i18n.h"
#include "ui/minutes_draft.h"

/* --- Lines --- */

size_t
minutes_shown(const struct minutes_view *mv)
{
	return minutes_count(mv->m) + mv->fresh;
}

size_t
minutes_index(const struct minutes_view *mv, size_t i)
{
	return mv->fresh && i > mv->at ? i - 1 : i;
}

bool
minutes_changed(const struct minutes_view *mv)
{
	return edit_changed(mv->edit) || mv->kind.len;
}

struct minutes_typed
minutes_now(const struct minutes_view *mv)
{
	return (struct minutes_typed){ .text = edit_text(mv->edit), .n = edit_length(mv->edit),
	    .kind = mv->kind.len ? str_text(&mv->kind) : NULL, .no_due = mv->no_due };
}

/* --- What stands beside them --- */

void
minutes_asides_forget(struct minutes_view *mv)
{
	size_t count = minutes_count(mv->m);

	for (size_t i = 0; i < mv->aside_count; i++)
		str_free(&mv->asides[i].told);
	mv->asides = xrealloc(mv->asides, (count + 1) * sizeof *mv->asides);
	memset(mv->asides, 0, (count + 1) * sizeof *mv->asides);
	mv->aside_count = count;
	mv->here.known = false;
}

static const char *
label_of(const struct minutes_view *mv, const char *kind)
{
	const char *code, *label;

	/* the first one is what a line is of which nobody says anything */
	for (size_t i = 0; line_kind_at(minutes_names(mv->m), i, &code, &label); i++)
		if (!strcmp(code, kind))
			return i ? label : "";
	return kind;
}

/* The question it answers, the kind that a person chose, and what its words say. */
static void
aside_read(struct minutes_view *mv, struct minutes_aside *a, size_t i,
    const struct minutes_typed *typed)
{
	int64_t question = i < minutes_count(mv->m) ? minutes_line(mv->m, i)->question : 0;
	struct store *s = mv->sc->app->store;
	struct line line;

	minutes_read(mv->m, i, typed, &line);
	str_cut(&a->told, 0);
	if (question)
		record_title(s, record_entity(s, question), question, &a->told);
	else if (!*line.kind)
		str_add(&a->told, label_of(mv, line.kind_now));
	str_addf(&a->told, "%s%s", a->told.len && *line.told ? " · " : "", line.told);
	a->known = true;
	line_free(&line);
}

const char *
minutes_told(struct minutes_view *mv, size_t i)
{
	if (i == mv->at) {
		struct minutes_typed typed = minutes_now(mv);
		if (!mv->here.known || mv->here_version != edit_version(mv->edit))
			aside_read(mv, &mv->here, mv->fresh ? minutes_count(mv->m) : i, &typed);
		mv->here_version = edit_version(mv->edit);
		return str_text(&mv->here.told);
	}
	size_t k = minutes_index(mv, i);
	const struct minutes_line *line = minutes_line(mv->m, k);
	struct minutes_typed typed = { .text = str_text(&line->text), .n = line->text.len };
	if (!mv->asides[k].known)
		aside_read(mv, &mv->asides[k], k, &typed);
	return str_text(&mv->asides[k].told);
}

/* --- The line with the cursor --- */

void
minutes_draft(struct minutes_view *mv)
{
	struct minutes_typed typed = minutes_now(mv);
	struct line line = { .kind_now = NULL };

	if (mv->drafted == edit_version(mv->edit))
		return;
	mv->drafted = edit_version(mv->edit);
	if (!minutes_changed(mv)) {
		minutes_draft_drop(mv->sc, mv->record);
		return;
	}
	if (!mv->record)	/* what is there has its kind */
		minutes_read(mv->m, minutes_count(mv->m), &typed, &line);
	minutes_draft_keep(mv->sc, &(struct minutes_draft){ .m = mv->m, .edit = mv->edit,
	    .record = mv->record, .kind = line.kind_now,
	    .last = mv->at >= minutes_count(mv->m),
	    .behind = mv->at ? minutes_line(mv->m, mv->at - 1)->id : 0 });
	line_free(&line);
}

void
minutes_begin(struct minutes_view *mv, size_t i, bool fresh)
{
	const struct minutes_line *line = fresh ? NULL : minutes_line(mv->m, i);

	mv->at = i;
	mv->fresh = fresh;
	mv->record = line ? line->id : 0;
	edit_set(mv->edit, line ? str_text(&line->text) : "", line ? line->text.len : 0);
	str_cut(&mv->kind, 0);
	mv->no_due = mv->typed = false;
	mv->drafted = edit_version(mv->edit);
	mv->here.known = false;
	minutes_turn_end(mv);
}

void
minutes_saved(struct minutes_view *mv)
{
	minutes_draft_drop(mv->sc, mv->record);
	str_cut(&mv->kind, 0);
	edit_clean(mv->edit);
	mv->drafted = edit_version(mv->edit);
	mv->view.id = minutes_note(mv->m);
	minutes_asides_forget(mv);
}

/* What is saved is taken back as the action it was, and no more letter by letter. */
static void
steps_forget(struct minutes_view *mv)
{
	size_t cursor = edit_cursor(mv->edit);
	struct str text = { 0 };

	str_addn(&text, edit_text(mv->edit), edit_length(mv->edit));
	edit_set(mv->edit, str_text(&text), text.len);
	edit_go(mv->edit, cursor);
	str_free(&text);
}

/* Where a new line was saved it is one of the others from here on; one that was emptied
 * is gone, and a new one stands in its place. */
bool
minutes_keep(struct minutes_view *mv, struct error *e)
{
	struct minutes_typed typed = minutes_now(mv);
	size_t stored;

	if (!minutes_changed(mv))
		return true;
	if (!minutes_set(mv->m, mv->at, mv->fresh, &typed, 1, &stored, e))
		return false;
	steps_forget(mv);
	minutes_saved(mv);
	mv->fresh = !stored;
	mv->record = stored ? minutes_line(mv->m, mv->at)->id : 0;
	return true;
}

bool
minutes_go(struct minutes_view *mv, size_t i, struct error *e)
{
	if (!minutes_keep(mv, e))
		return false;
	/* a new line that stayed empty is not there any more */
	i = mv->fresh && i > mv->at ? i - 1 : i;
	if (i < minutes_count(mv->m))
		minutes_begin(mv, i, false);
	else
		minutes_begin(mv, minutes_count(mv->m), true);
	return true;
}

/* --- The view --- */

/* Where the file has changed: the line with the cursor stays what it is, as far as it is
 * there. */
static bool
view_reload(struct view *v, struct error *e)
{
	struct minutes_view *mv = minutes_of(v);
	int64_t id = mv->record;
	size_t count;

	if (!minutes_reload(mv->m, e))
		return false;
	v->id = minutes_note(mv->m);
	count = minutes_count(mv->m);
	for (size_t i = 0; id && i < count; i++)
		if (minutes_line(mv->m, i)->id == id) {
			mv->at = i;
			id = 0;
		}
	if (id) {	/* it is gone; what was typed in it is a new line */
		mv->fresh = true;
		mv->record = 0;
	}
	if (mv->at > count || (mv->fresh && mv->at == mv->aside_count && !minutes_changed(mv)))
		mv->at = count;	/* still behind the last one */
	if (!mv->fresh && !minutes_changed(mv) && strcmp(edit_text(mv->edit),
	    str_text(&minutes_line(mv->m, mv->at)->text)))
		minutes_begin(mv, mv->at, false);
	minutes_asides_forget(mv);
	return true;
}

/* Whoever acts next shall find the line in the file. */
static void
view_rest(struct view *v)
{
	struct error e;

	if (!minutes_keep(minutes_of(v), &e))
		screen_fail(minutes_of(v)->sc, &e);
}

static int
view_cursor(struct view *v)
{
	return minutes_of(v)->caret_y;
}

static void
view_caret(struct view *v, int *y, int *x)
{
	*y = minutes_of(v)->caret_y;
	*x = minutes_of(v)->caret_x;
}

static bool
view_move(struct view *v, enum motion motion)
{
	static const char *const keys[] = { [MOVE_UP] = "Up", [MOVE_DOWN] = "Down",
	    [MOVE_LEFT] = "Left", [MOVE_RIGHT] = "Right", [MOVE_PAGE_UP] = "PgUp",
	    [MOVE_PAGE_DOWN] = "PgDn", [MOVE_HALF_UP] = "PgUp", [MOVE_HALF_DOWN] = "PgDn",
	    [MOVE_TOP] = "Home", [MOVE_BOTTOM] = "End" };
	struct event ev = key_of_name(keys[motion], 0);

	minutes_type(v, &ev);
	return true;		/* these keys are the editor's */
}

static bool
view_press(struct view *v, int row)
{
	struct minutes_view *mv = minutes_of(v);
	size_t line = minutes_at_row(mv, row);
	struct error e;

	if (line >= minutes_shown(mv) || line == mv->at)
		return false;
	if (!minutes_go(mv, line, &e))
		screen_fail(mv->sc, &e);
	return true;
}

static void
view_title(struct view *v, struct str *out)
{
	str_add(out, minutes_title(minutes_of(v)->m));
}

static void
view_count(struct view *v, struct str *out)
{
	struct minutes_view *mv = minutes_of(v);
	size_t count = minutes_count(mv->m);

	str_addf(out, ngettext("%zu line", "%zu lines", count), count);
	if (count || minutes_changed(mv))
		str_addf(out, ", %s", minutes_changed(mv) ? _("typing") : _("saved"));
}

static void
view_close(struct view *v)
{
	struct minutes_view *mv = minutes_of(v);

	for (size_t i = 0; i < mv->aside_count; i++)
		str_free(&mv->asides[i].told);
	free(mv->asides);
	str_free(&mv->here.told);
	str_free(&mv->kind);
	arena_free(&mv->turn.mem);
	chooser_free(mv->chooser);
	edit_free(mv->find);
	edit_free(mv->edit);
	minutes_close(mv->m);
	free(mv);
}

static bool
view_choosing(const struct view *v)
{
	return ((const struct minutes_view *)v)->chooser;
}

static const struct view_ops minutes_ops = {
	.name = "minutes", .draw = minutes_draw, .cursor = view_cursor, .move = view_move,
	.press = view_press, .reload = view_reload, .rest = view_rest,
	.title = view_title, .count = view_count, .close = view_close, .type = minutes_type,
	.caret = view_caret, .choosing = view_choosing
};

struct minutes_view *
minutes_of(struct view *v)
{
	return v->ops == &minutes_ops ? (struct minutes_view *)v : NULL;
}

struct view *
minutes_view_new(struct screen *sc, struct minutes *m)
{
	struct minutes_view *mv = xmalloc(sizeof *mv);

	mv->view.ops = &minutes_ops;
	mv->view.pane = pane_of_entity(entity_find("note"));
	mv->view.id = minutes_note(m);
	mv->view.stale = true;
	mv->sc = sc;
	mv->m = m;
	mv->edit = edit_new(true);
	minutes_asides_forget(mv);
	mv->begun = minutes_note(m);
	minutes_begin(mv, minutes_count(m), true);
	return &mv->view;
}

bool
minutes_here(const struct screen *sc)
{
	return minutes_of(screen_view(sc)) != NULL;
}

bool
minutes_have_form(const struct screen *sc)
{
	struct minutes_view *mv = minutes_of(screen_view(sc));

	return mv && minutes_form(mv->m);
}
