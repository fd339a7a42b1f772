#include "config.h"

#include "ui/versions_view.h"

#include <stdlib.h>

#include "app/char_limit.h"
#include "app/time.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "store/history.h"
#include "ui/parts.h"
#include "ui/text_view.h"
#include "ui/version_text.h"

/* BEGINNING: columns of a text that tell which it is. */
enum { MARKS = 2, NONE = -1, BEGINNING = 40 };

struct text_version {
	const struct field *field;
	struct str when, who, text;
};

struct versions_view {
	struct parts_view base;
	struct app *app;
	const struct entity *ent;
	struct str title;
	struct text_version *all;	/* newest first, field by field */
	int count, room;
	int marked[MARKS];		/* the first marked first; NONE */
};

/* --- Reading --- */

static void
versions_forget(struct versions_view *v)
{
	for (int i = 0; i < v->count; i++) {
		str_free(&v->all[i].when);
		str_free(&v->all[i].who);
		str_free(&v->all[i].text);
	}
	v->count = 0;
	v->marked[0] = v->marked[1] = NONE;
}

struct reading {
	struct versions_view *view;
	const struct field *field;
};

static bool
version_add(void *ctx, const struct version *version)
{
	const struct reading *r = ctx;
	struct versions_view *v = r->view;
	char when[TIME_TEXT];

	if (v->count == v->room) {
		v->room = v->room * 2 + 16;
		v->all = xrealloc(v->all, (size_t)v->room * sizeof *v->all);
	}
	struct text_version *t = &v->all[v->count++];
	*t = (struct text_version){ .field = r->field };
	time_text(version->time, when);
	str_add(&t->when, when);
	str_add(&t->who, version->who);
	value_to_text(r->field, &version->value, &t->text);
	return true;
}

/* A text of lines, also one that stands as it was entered; a short one when it changed. */
static bool
field_read(struct versions_view *v, const struct field *f, struct error *e)
{
	struct reading r = { v, f };
	int before = v->count;

	if (!history_versions(v->app->store, v->ent, v->base.view.id, f, version_add, &r, e))
		return false;
	bool worth = v->count - before > 1
	    || (f->type->has_lines && v->count > before && v->all[before].text.len);
	while (!worth && v->count > before) {
		struct text_version *t = &v->all[--v->count];
		str_free(&t->when);
		str_free(&t->who);
		str_free(&t->text);
	}
	return true;
}

static bool
is_marked(const struct versions_view *v, int i)
{
	return v->marked[0] == i || v->marked[1] == i;
}

/* "* Ana: 121 characters: We, the ..." */
static void
version_tell(const struct versions_view *v, int i, struct str *out)
{
	const struct text_version *t = &v->all[i];
	size_t count = char_count(str_text(&t->text), t->text.len);

	str_add(out, is_marked(v, i) ? "* " : "");
	if (t->who.len)
		str_addf(out, "%s: ", str_text(&t->who));
	if (!count) {
		str_add(out, _("(empty)"));
		return;
	}
	str_addf(out, ngettext("%zu character: ", "%zu characters: ", (unsigned long)count), count);
	const char *text = str_text(&t->text);
	str_addn(out, text, utf8_wrap(text, t->text.len, BEGINNING, &(size_t){ 0 }));
}

static void
parts_fill(struct versions_view *v)
{
	struct str text = { 0 };

	parts_clear(&v->base.parts);
	for (int i = 0; i < v->count; i++) {
		if (!i || v->all[i].field != v->all[i - 1].field)
			parts_add(&v->base.parts, &(struct part){ .kind = PART_HEAD,
			    .text = _(v->all[i].field->label) });
		str_cut(&text, 0);
		version_tell(v, i, &text);
		parts_add(&v->base.parts, &(struct part){ .kind = PART_FIELD, .leads = true,
		    .label = str_text(&v->all[i].when), .text = str_text(&text), .id = i + 1 });
	}
	parts_add(&v->base.parts, &(struct part){ .kind = PART_REMARK, .text = v->count
	    ? _("Enter compares a version with the text of now; Space marks two to be compared with each other.")
	    : _("This record has no long text, and its short ones were never changed.") });
	parts_filter(&v->base.parts, str_text(&v->base.view.filter));
	str_free(&text);
}

static bool
versions_reload(struct view *view, struct error *e)
{
	struct versions_view *v = (struct versions_view *)view;
	const struct field *f;
	bool ok = true;

	versions_forget(v);
	for (int i = 0; ok && (f = entity_field(v->ent, i)); i++)
		if (f->type->is_text && field_is_column(f) && !(f->flags & F_COMPUTED))
			ok = field_read(v, f, e);
	str_cut(&v->title, 0);
	record_title(v->app->store, v->ent, view->id, &v->title);
	parts_fill(v);
	return ok;
}

/* --- Marking and comparing --- */

static int
version_here(const struct versions_view *v)
{
	const struct part *part = parts_now(&v->base.parts);

	return part && part->id ? (int)part->id - 1 : NONE;
}

/* A third mark takes the place of the first one, and so does one in another text. */
static void
mark_set(struct versions_view *v, int i)
{
	if (v->marked[1] != NONE) {
		v->marked[0] = v->marked[1];
		v->marked[1] = NONE;
	}
	if (v->marked[0] != NONE && v->all[v->marked[0]].field != v->all[i].field)
		v->marked[0] = NONE;
	v->marked[v->marked[0] == NONE ? 0 : 1] = i;
}

static void
versions_mark(struct view *view, bool all)
{
	struct versions_view *v = (struct versions_view *)view;
	int i = version_here(v);

	if (all || i == NONE)
		return;
	if (v->marked[0] == i)
		v->marked[0] = v->marked[1];
	if (!is_marked(v, i))
		mark_set(v, i);
	else
		v->marked[1] = NONE;
	parts_fill(v);
}

/* Which two: the marked ones; else the one here and the newest of its text, or the one
 * before when it is the newest itself. False: it is the only one. */
static bool
pair_find(const struct versions_view *v, int *was, int *now)
{
	int here = version_here(v), newest = here;

	if (v->marked[1] != NONE) {
		*was = v->marked[0] > v->marked[1] ? v->marked[0] : v->marked[1];
		*now = v->marked[0] > v->marked[1] ? v->marked[1] : v->marked[0];
		return true;
	}
	while (newest > 0 && v->all[newest - 1].field == v->all[here].field)
		newest--;
	*now = newest;
	*was = here == newest ? here + 1 : here;
	return here != NONE && *was < v->count && v->all[*was].field == v->all[*now].field;
}

static void
label_add(const struct text_version *t, struct str *out)
{
	str_add(out, str_text(&t->when));
	if (t->who.len)
		str_addf(out, ", %s", str_text(&t->who));
}

static struct view *
versions_enter(struct view *view, struct error *e)
{
	struct versions_view *v = (struct versions_view *)view;
	struct str before = { 0 }, after = { 0 }, text = { 0 };
	int was, now;

	if (!pair_find(v, &was, &now)) {
		set_error(e, STATUS_NONE, _("There is one version only: nothing was changed since."));
		return NULL;
	}
	label_add(&v->all[was], &before);
	label_add(&v->all[now], &after);
	version_text_add(_(v->all[now].field->label),
	    &(struct version_side){ str_text(&before), &v->all[was].text },
	    &(struct version_side){ str_text(&after), &v->all[now].text }, &text);
	struct view *made = text_view_new(_("Compared"), str_text(&text), text.len);
	made->pane = view->pane;
	made->id = view->id;
	str_free(&before);
	str_free(&after);
	str_free(&text);
	return made;
}

/* --- A view --- */

static void
versions_title(struct view *view, struct str *out)
{
	str_addf(out, _("Versions of %s"), str_text(&((struct versions_view *)view)->title));
}

static void
versions_close(struct view *view)
{
	struct versions_view *v = (struct versions_view *)view;

	versions_forget(v);
	free(v->all);
	parts_free(&v->base.parts);
	str_free(&v->title);
	free(v);
}

static const struct view_ops versions_ops = {
	.name = "versions", .draw = parts_view_draw, .cursor = parts_view_cursor,
	.move = parts_view_move, .press = parts_view_press, .reload = versions_reload,
	.title = versions_title,
	.count = parts_view_count, .close = versions_close, .mark = versions_mark,
	.enter = versions_enter
};

bool
versions_open(struct screen *sc, const struct call *call, struct error *e)
{
	const struct view *from = screen_view(sc);

	(void)call;
	if (!from->id || !from->pane)
		return set_error(e, STATUS_NONE, _("There is no record here."));
	struct versions_view *v = xmalloc(sizeof *v);
	v->base.view = (struct view){ .ops = &versions_ops, .pane = from->pane, .id = from->id,
	    .stale = true };
	v->app = sc->app;
	v->ent = entity_find(from->pane->entity);
	screen_show_view(sc, &v->base.view);
	return true;
}
