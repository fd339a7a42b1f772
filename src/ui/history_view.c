#include "config.h"

#include "ui/history_view.h"

#include <stdlib.h>
#include <string.h>

#include "app/time.h"
#include "base/i18n.h"
#include "store/history.h"
#include "ui/parts.h"
#include "ui/text_view.h"
#include "ui/version_text.h"

enum { MOST = 2000 };		/* entries; more are said to be there */

struct history_view {
	struct parts_view base;
	struct app *app;
	const struct entity *ent;
};

static bool
entry_add(void *ctx, const struct history_entry *h)
{
	struct history_view *v = ctx;
	struct str text = { 0 };
	char when[TIME_TEXT];

	time_text(h->time, when);
	if (*h->who)
		str_addf(&text, "%s: ", h->who);
	str_addf(&text, "%s%s%s", h->sentence, h->undone ? " " : "",
	    h->undone ? _("(undone)") : "");
	parts_add(&v->base.parts, &(struct part){ .kind = PART_FIELD,
	    .leads = v->base.view.id != 0, .label = when, .text = str_text(&text),
	    .id = h->action });
	str_free(&text);
	return true;
}

static bool
history_reload(struct view *v, struct error *e)
{
	struct history_view *h = (struct history_view *)v;

	parts_clear(&h->base.parts);
	if (!history_each(h->app->store, v->id, MOST, entry_add, h, e))
		return false;
	if (h->base.parts.count == MOST)
		parts_add(&h->base.parts, &(struct part){ .kind = PART_REMARK,
		    .text = _("Older changes: \":log --limit 100000\" shows them.") });
	parts_filter(&h->base.parts, str_text(&v->filter));
	return true;
}

/* --- Earlier versions --- */

struct looking {
	struct history_view *view;
	int64_t action;
	const struct field *field;
	bool found, after;	/* the version of the action; the one before it */
	struct str now, was, when;
};

/* Newest first: the one of the action, then the one it took the place of. */
static bool
version_look(void *ctx, const struct version *v)
{
	struct looking *l = ctx;
	char when[TIME_TEXT];

	if (l->found) {
		value_to_text(l->field, &v->value, &l->was);
		l->after = true;
		return false;
	}
	if (v->action != l->action)
		return true;
	value_to_text(l->field, &v->value, &l->now);
	time_text(v->time, when);
	str_add(&l->when, when);
	l->found = true;
	return true;
}

static void
version_text(const struct looking *l, struct str *out)
{
	struct str heading = { 0 };

	str_addf(&heading, "%s, %s", _(l->field->label), str_text(&l->when));
	version_text_add(str_text(&heading), &(struct version_side){ _("Before"), &l->was },
	    &(struct version_side){ _("Since then"), &l->now }, out);
	str_free(&heading);
}

static void
look_at_field(struct looking *l, struct str *out)
{
	struct error e;

	l->found = l->after = false;
	str_cut(&l->now, 0);
	str_cut(&l->was, 0);
	str_cut(&l->when, 0);
	if (history_versions(l->view->app->store, l->view->ent, l->view->base.view.id,
	    l->field, version_look, l, &e) && l->found && l->after) {
		if (out->len)
			str_addc(out, '\n');
		version_text(l, out);
	}
}

static struct view *
history_enter(struct view *v, struct error *e)
{
	struct history_view *h = (struct history_view *)v;
	const struct part *part = parts_now(&h->base.parts);
	struct looking l = { .view = h, .action = part ? part->id : 0 };
	struct str text = { 0 };
	struct view *made = NULL;

	for (int i = 0; part && part->id && h->ent && (l.field = entity_field(h->ent, i)); i++)
		if (l.field->type->is_text && field_is_column(l.field))
			look_at_field(&l, &text);
	if (text.len) {
		made = text_view_new(part->label, str_text(&text), text.len);
		made->pane = v->pane;
		made->id = v->id;
	} else {
		set_error(e, STATUS_NONE, _("The sentence says all: no text was changed here."));
	}
	str_free(&l.now);
	str_free(&l.was);
	str_free(&l.when);
	str_free(&text);
	return made;
}

/* --- A view --- */

static void
history_title(struct view *v, struct str *out)
{
	(void)v;
	str_add(out, _("History"));
}

static void
history_close(struct view *v)
{
	struct history_view *h = (struct history_view *)v;

	parts_free(&h->base.parts);
	free(h);
}

static const struct view_ops history_ops = {
	.name = "history", .draw = parts_view_draw, .cursor = parts_view_cursor,
	.move = parts_view_move, .press = parts_view_press, .reload = history_reload,
	.title = history_title,
	.count = parts_view_count, .close = history_close, .enter = history_enter
};

struct view *
history_view_new(struct app *app, const struct pane *pane, int64_t id)
{
	struct history_view *h = xmalloc(sizeof *h);

	h->base.view = (struct view){ .ops = &history_ops, .pane = pane, .id = id,
	    .stale = true };
	h->app = app;
	h->ent = id && pane ? entity_find(pane->entity) : NULL;
	return &h->base.view;
}
