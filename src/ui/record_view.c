#include "config.h"

#include "ui/record_view.h"

#include <stdlib.h>
#include <string.h>

#include "app/char_limit.h"
#include "app/comment.h"
#include "app/pane.h"
#include "app/stage_line.h"
#include "base/i18n.h"
#include "base/id.h"
#include "io/export_row.h"
#include "store/filter.h"
#include "ui/chart_parts.h"
#include "ui/list_view.h"
#include "ui/parts.h"

struct record_view {
	struct parts_view base;
	struct app *app;
	const struct entity *ent;
	struct str title;
	const char *group;	/* the heading that was put last */
	int empty;		/* fields left out */
	int related;		/* lines of related records */
};

/* --- Fields --- */

static void
remark_add(struct record_view *r, const char *sentence)
{
	parts_add(&r->base.parts, &(struct part){ .kind = PART_REMARK, .text = sentence });
}

static void
head_add(struct record_view *r, const char *text)
{
	parts_add(&r->base.parts, &(struct part){ .kind = PART_HEAD, .text = text });
}

/* Values of references each have a line of their own, to be followed one by one. */
static void
references_add(struct record_view *r, struct rows *rows, const struct field *f, size_t column)
{
	struct str text = { 0 };
	struct value v;

	for (size_t i = 0; rows_value(rows, column, i, &v); i++) {
		str_cut(&text, 0);
		value_show(r->app->store, f, &v, &text);
		const struct entity *ent = v.kind == VALUE_INT ? record_entity(r->app->store, v.i)
		    : NULL;
		parts_add(&r->base.parts, &(struct part){ .kind = PART_FIELD, .leads = ent != NULL,
		    .label = i ? NULL : _(f->label), .text = str_text(&text), .field = f,
		    .ent = ent, .id = v.i });
	}
	str_free(&text);
}

static void
field_add(struct record_view *r, struct rows *rows, const struct column *c, size_t i)
{
	const struct field *f = c->field;
	struct str text = { 0 };

	cell_here(r->app, rows, c, i, &text);
	if (!text.len) {
		r->empty += !(f->flags & (F_COMPUTED | F_HIDDEN));
		return;
	}
	if (f->flags & (F_TRASH | F_ORDER | F_SAID)) {
		str_free(&text);
		return;		/* said in a sentence at the top, by the title; seen in a list */
	}
	if (f->group && (!r->group || strcmp(r->group, f->group)))
		head_add(r, _(f->group));
	r->group = f->group;
	if (f->type->is_ref)
		references_add(r, rows, f, i);
	else
		parts_add(&r->base.parts, &(struct part){ .kind = PART_FIELD, .label = _(f->label),
		    .text = str_text(&text), .field = f });
	str_free(&text);
}

/* Below a text that may have only so many characters, how many it has. */
static void
limit_add(struct record_view *r, struct rows *rows, const struct column *columns,
    size_t count, size_t i)
{
	struct str told = { 0 };

	char_limit_row(rows, columns, count, i, &told);
	if (told.len)
		parts_add(&r->base.parts, &(struct part){ .kind = PART_FIELD, .text = str_text(&told),
		    .field = columns[i].field });
	str_free(&told);
}

static bool
is_private(struct rows *rows, const struct column *columns, size_t count)
{
	struct value v;

	for (size_t i = 0; i < count; i++)
		if (columns[i].field->flags & F_VISIBILITY && rows_value(rows, i, 0, &v))
			return export_is_private(&v);
	return false;
}

/* What was said about it; Enter leads to the line. */
static bool
comments_add(struct record_view *r, struct error *e)
{
	struct arena mem = { 0 };
	struct comment *all;
	size_t count;

	bool ok = comments_read(r->app, r->ent, r->base.view.id, &mem, &all, &count, e);
	if (ok && count)
		head_add(r, _("Comments"));
	for (size_t i = 0; ok && i < count; i++)
		parts_add(&r->base.parts, &(struct part){ .kind = PART_FIELD, .leads = true,
		    .label = all[i].when, .text = all[i].text, .ent = entity_find("entry"),
		    .id = all[i].id });
	arena_free(&mem);
	return ok;
}

/* How a partnership came where it is; Enter leads from a partner to it. */
static bool
stages_add(struct record_view *r, struct error *e)
{
	struct arena mem = { 0 };
	struct stage_line *all;
	size_t count;

	bool ok = stage_lines_read(r->app, r->ent, r->base.view.id, &mem, &all, &count, e);
	if (ok && count)
		head_add(r, _("Stage by stage"));
	for (size_t i = 0; ok && i < count; i++)
		parts_add(&r->base.parts, &(struct part){ .kind = PART_FIELD,
		    .leads = all[i].id != r->base.view.id, .text = all[i].text, .id = all[i].id,
		    .label = *all[i].side ? all[i].side : _("Partnership"),
		    .ent = entity_find("partnership") });
	arena_free(&mem);
	return ok;
}

/* --- Related records --- */

/* "Partnerships (12)", and by which field where there are several to choose from. */
static bool
related_add(void *ctx, const struct related *rel)
{
	struct record_view *r = ctx;
	const struct pane *pane = pane_of_entity(rel->ent);
	struct str text = { 0 };
	const struct field *f;
	int ways = 0;

	if (!pane)
		return true;
	for (int i = 0; (f = entity_field(rel->ent, i)); i++)
		ways += f->type->is_ref && !f->via && field_refers(f, r->ent);
	str_addf(&text, _("%s (%lld)"), _(pane->label), (long long)rel->count);
	if (ways > 1)
		str_addf(&text, ": %s", _(rel->field->label));
	if (!r->related++)
		head_add(r, _("Related records"));
	parts_add(&r->base.parts, &(struct part){ .kind = PART_LINE, .leads = true,
	    .text = str_text(&text), .field = rel->field, .ent = rel->ent,
	    .id = r->base.view.id });
	str_free(&text);
	return true;
}

/* --- A record --- */

/* How it came here and what it reached come first, and last, below what
 * leads on, what every record has. */
static bool
fields_put(struct record_view *r, struct rows *rows, const struct column *columns,
    size_t count, struct error *e)
{
	struct charts charts = { 0 };
	bool ok = stages_add(r, e)
	    && charts_read(r->app, r->ent, r->base.view.id, &charts, e)
	    && charts_first(r->app, r->ent, &charts, &r->base.parts, e);

	for (size_t i = 0; ok && i < count; i++) {
		if (i == (size_t)r->ent->field_count) {
			charts_rest(r->app, &charts, &r->base.parts);
			ok = comments_add(r, e)
			    && related_each(r->app->store, r->ent, r->base.view.id, related_add, r, e);
		}
		field_add(r, rows, &columns[i], i);
		limit_add(r, rows, columns, count, i);
	}
	charts_free(&charts);
	return ok;
}

static bool
fields_read(struct record_view *r, const struct column *columns, size_t count, bool *there,
    struct error *e)
{
	struct query q = { .ent = r->ent, .columns = columns, .column_count = count,
	    .everything = true };
	char text[ID_LENGTH + 4] = "id=";

	id_format(r->base.view.id, text + 3);
	struct filter *f = filter_parse(r->app->store, r->ent, NULL, text, e);
	q.filter = f;
	struct rows *rows = f ? rows_open(r->app->store, &q, e) : NULL;
	bool ok = true;
	*there = rows && rows_next(rows);
	if (*there) {
		parts_clear(&r->base.parts);
		r->group = NULL;
		r->empty = r->related = 0;
		if (record_hidden(r->app->store, r->ent, r->base.view.id))
			remark_add(r, _("This record is in the trash; R takes it out again."));
		if (is_private(rows, columns, count))
			remark_add(r, _("Private: on this screen and in whole copies only, in no export or report."));
		ok = fields_put(r, rows, columns, count, e);
	}
	ok = rows && rows_close(rows, ok ? e : NULL) && ok;
	filter_free(f);
	return ok;
}

static bool
fields_add(struct record_view *r, bool *there, struct error *e)
{
	struct arena mem = { 0 };
	struct column *columns;
	struct str names = { 0 };
	const struct field *f;
	size_t count;

	for (int i = 0; (f = entity_field(r->ent, i)); i++)
		str_addf(&names, "%s%s", i ? "," : "", f->name);
	bool ok = columns_read(r->ent, str_text(&names), &mem, &columns, &count, e)
	    && fields_read(r, columns, count, there, e);
	str_free(&names);
	arena_free(&mem);
	return ok;
}

static bool
record_reload(struct view *v, struct error *e)
{
	struct record_view *r = (struct record_view *)v;
	struct str left = { 0 };
	bool there;

	if (!fields_add(r, &there, e))
		return false;
	if (!there)
		return set_error(e, STATUS_NONE, _("This record is not in the file any more."));
	if (r->empty) {
		str_addf(&left, ngettext("%d empty field is left out.",
		    "%d empty fields are left out.", (unsigned long)r->empty), r->empty);
		remark_add(r, str_text(&left));
	}
	str_free(&left);
	parts_filter(&r->base.parts, str_text(&v->filter));
	parts_ready(&r->base.parts);
	str_cut(&r->title, 0);
	record_title(r->app->store, r->ent, v->id, &r->title);
	return true;
}

/* --- A view --- */

static struct view *
record_enter(struct view *v, struct error *e)
{
	struct record_view *r = (struct record_view *)v;
	const struct part *part = parts_now(&r->base.parts);

	if (!part || !part->leads) {
		set_error(e, STATUS_NONE, _("Nothing leads on from this line."));
		return NULL;
	}
	if (part->kind == PART_LINE)
		return list_view_related(r->app, pane_of_entity(part->ent), part->field, v->id, e);
	return record_view_new(r->app, pane_of_record(r->app->store, part->ent, part->id),
	    part->id, e);
}

static bool
record_next(struct view *v)
{
	return parts_move_to_leads(&((struct parts_view *)v)->parts);
}

static void
record_name(struct view *v, struct str *out)
{
	str_add(out, str_text(&((struct record_view *)v)->title));
}

static bool
record_turn(struct view *v, int64_t id, struct error *e)
{
	struct record_view *r = (struct record_view *)v;
	const struct field *fixed;
	const char *code;

	v->id = id;
	if (!pane_fixed(v->pane, &fixed, &code))
		v->pane = pane_of_record(r->app->store, r->ent, id);
	r->base.parts.cursor = r->base.parts.top = 0;
	return record_reload(v, e);
}

static void
record_close(struct view *v)
{
	struct record_view *r = (struct record_view *)v;

	parts_free(&r->base.parts);
	str_free(&r->title);
	free(r);
}

static const struct view_ops record_ops = {
	.name = "record", .draw = parts_view_draw, .cursor = parts_view_cursor,
	.move = parts_view_move, .press = parts_view_press, .next = record_next,
	.reload = record_reload, .title = record_name, .count = parts_view_count,
	.close = record_close, .enter = record_enter, .turn = record_turn
};

bool
record_view_is(const struct view *v)
{
	return v->ops == &record_ops;
}

static const struct part *
part_now(const struct view *v)
{
	return record_view_is(v) ? parts_now(&((const struct parts_view *)v)->parts) : NULL;
}

const struct field *
record_view_field(const struct view *v)
{
	const struct part *part = part_now(v);

	return part && part->kind == PART_FIELD ? part->field : NULL;
}

bool
record_view_leads(const struct view *v)
{
	const struct part *part = part_now(v);

	return part && part->leads;
}

bool
record_view_has_related(const struct view *v)
{
	return record_view_is(v) && parts_have_leads(&((const struct parts_view *)v)->parts);
}

bool
record_view_related(const struct view *v, const struct field **ref, const struct entity **ent)
{
	const struct part *part = part_now(v);

	if (!part || part->kind != PART_LINE || !part->leads)
		return false;
	*ref = part->field;
	*ent = part->ent;
	return true;
}

struct view *
record_view_new(struct app *app, const struct pane *pane, int64_t id, struct error *e)
{
	struct record_view *r;

	if (!pane) {
		set_error(e, STATUS_NONE, _("This record has no view of its own."));
		return NULL;
	}
	r = xmalloc(sizeof *r);
	r->base.view = (struct view){ .ops = &record_ops, .pane = pane, .id = id };
	r->app = app;
	r->ent = entity_find(pane->entity);
	if (record_reload(&r->base.view, e))
		return &r->base.view;
	view_free(&r->base.view);
	return NULL;
}
