#include "config.h"

#include "io/import_map.h"

#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "store/through.h"

/* The field that --map says for this column, else its own name. */
static const char *
mapped(const struct import_options *o, const char *name)
{
	size_t n = strlen(name);

	for (int i = 0; o->map && o->map[i]; i++)
		if (!strncmp(o->map[i], name, n) && strrchr(o->map[i], '=') == o->map[i] + n)
			return o->map[i] + n + 1;
	return name;
}

static bool
ignored(const struct import_options *o, const char *name)
{
	for (int i = 0; o->ignore && o->ignore[i]; i++)
		if (!strcmp(o->ignore[i], name))
			return true;
	return false;
}

static int
group_add(struct import_map *m, const struct map_group *g)
{
	for (int i = 0; i < m->group_count; i++)
		if (m->groups[i].ent == g->ent && m->groups[i].ref == g->ref
		    && m->groups[i].parent == g->parent)
			return i;
	if (m->group_count == MAP_GROUPS)
		return -1;
	m->groups[m->group_count] = *g;
	return m->group_count++;
}

/* The first reference of ent that may hold records of the other entity. */
static const struct field *
reference_to(const struct entity *ent, const struct entity *to)
{
	const struct field *f;

	for (int i = 0; (f = entity_field(ent, i)); i++)
		if (f->type == &type_ref && field_refers(f, to))
			return f;
	return NULL;
}

/* "partner.country": the row's reference, then a field of what it refers to. */
static int
group_forward(struct import_map *m, const char *name)
{
	const struct field *ref = field_import(m->ent, name);
	char target[64];

	if (!ref || ref->type != &type_ref || !joined_word(ref->refs, 0, target))
		return -1;
	struct map_group g = { .ent = entity_find(target), .ref = ref, .forward = true,
	    .parent = -1 };
	return g.ent ? group_add(m, &g) : -1;
}

/* "metric.target", and "measurement.value" whose metric is made by this row too. */
static int
group_reverse(struct import_map *m, const char *name)
{
	struct map_group g = { .ent = entity_find(name), .parent = -1 };

	if (!g.ent)
		return -1;
	if ((g.ref = reference_to(g.ent, m->ent)) && g.ref->flags & F_REQUIRED)
		return group_add(m, &g);
	for (int i = 0; i < m->group_count; i++) {
		const struct field *up = m->groups[i].forward ? NULL
		    : reference_to(g.ent, m->groups[i].ent);
		if (up && up->flags & F_REQUIRED) {
			g.ref = up;
			g.parent = i;
			return group_add(m, &g);
		}
	}
	return g.ref ? group_add(m, &g) : -1;
}

static bool
column_path(struct import_map *m, struct map_column *c, const char *name)
{
	const char *dot = strchr(name, '.');
	char head[64];

	if (!dot || (size_t)(dot - name) >= sizeof head)
		return false;
	memcpy(head, name, (size_t)(dot - name));
	head[dot - name] = '\0';
	int g = group_forward(m, head);
	if (g < 0)
		g = group_reverse(m, head);
	if (g < 0)
		return false;
	c->field = field_import(m->groups[g].ent, dot + 1);
	c->group = g;
	if (!c->field)
		return false;
	c->kind = c->field->flags & F_COMPUTED ? COLUMN_IGNORED : COLUMN_GROUP;
	m->groups[g].columns += c->kind == COLUMN_GROUP;
	return true;
}

/* Is a via field settable: is what it stands for stored? */
static bool
via_stored(const struct field *f)
{
	struct via v;

	return f->via && via_parse(f->via, &v) && !(v.field->flags & F_COMPUTED);
}

static bool
column_find(struct import_map *m, struct map_column *c, const char *name)
{
	const struct field *f = field_import(m->ent, name);

	c->field = f;
	if (f && f->flags & F_RECORD_ID)
		c->kind = COLUMN_ID;
	else if (f && via_stored(f))
		c->kind = COLUMN_VIA;
	else if (f)
		c->kind = f->flags & F_COMPUTED ? COLUMN_IGNORED : COLUMN_OWN;
	else if (m->pane->through
	    && (f = field_import(entity_find(m->pane->through), name))
	    && !(f->flags & F_COMPUTED)) {
		c->kind = COLUMN_THROUGH;
		c->field = f;
	} else {
		return column_path(m, c, name);
	}
	return true;
}

static void
unknown(const struct import_map *m, const char *column, const char *name,
    void (*problem)(void *ctx, const char *column, const char *reason), void *ctx)
{
	const char *near = field_nearest(m->ent, name);
	struct str reason = { 0 };

	if (!*column)
		str_addf(&reason, _("column %zu has no name: write one above it, or --ignore \"\"."),
		    m->at + 1);
	else if (name != column)
		str_addf(&reason, _("there is no field \"%s\": \"alianza fields %s\" lists them."),
		    name, m->pane->name);
	else if (near)
		str_addf(&reason,
		    _("no field of that name; did you mean \"%s\"? Use --map \"%s=%s\" or --ignore \"%s\"."),
		    near, name, near, name);
	else
		str_addf(&reason,
		    _("no field of that name: say which one with --map \"%s=FIELD\", or --ignore \"%s\". \"alianza fields %s\" lists them."),
		    name, name, m->pane->name);
	problem(ctx, *column ? column : NULL, str_text(&reason));
	str_free(&reason);
}

static bool
has_column(const struct import_map *m, const char *name, size_t n)
{
	for (size_t i = 0; i < m->count; i++)
		if (strlen(m->columns[i].name) == n && !strncmp(m->columns[i].name, name, n))
			return true;
	return false;
}

/* --map and --ignore speak of columns that are there. */
static bool
options_fit(const struct import_map *m, const struct import_options *o,
    void (*problem)(void *ctx, const char *column, const char *reason), void *ctx)
{
	bool ok = true;

	for (int i = 0; o->map && o->map[i]; i++) {
		const char *eq = strrchr(o->map[i], '=');
		if (eq && has_column(m, o->map[i], (size_t)(eq - o->map[i])))
			continue;
		problem(ctx, o->map[i], eq ? _("--map speaks of a column that is not in the file.")
		    : _("--map is written COLUMN=FIELD."));
		ok = false;
	}
	for (int i = 0; o->ignore && o->ignore[i]; i++) {
		if (has_column(m, o->ignore[i], strlen(o->ignore[i])))
			continue;
		problem(ctx, o->ignore[i], _("--ignore speaks of a column that is not in the file."));
		ok = false;
	}
	return ok;
}

/* The same field twice would fill it twice; columns of several values may, and those
 * of one reference, which then have to name the same record. */
static bool
taken(const struct import_map *m, size_t n)
{
	const struct map_column *c = &m->columns[n];

	for (size_t i = 0; i < n; i++)
		if (m->columns[i].field == c->field && m->columns[i].kind == c->kind
		    && m->columns[i].group == c->group && c->kind != COLUMN_IGNORED
		    && !field_is_multi(c->field) && c->kind != COLUMN_VIA
		    && !(c->kind == COLUMN_OWN && c->field->type->is_ref))
			return true;
	return false;
}

static bool
column_read(struct import_map *m, size_t i, const struct import_options *o,
    void (*problem)(void *ctx, const char *column, const char *reason), void *ctx)
{
	struct map_column *c = &m->columns[i];
	const char *name = mapped(o, c->name);

	m->at = i;
	if (ignored(o, c->name))
		return true;
	if (!*name || !column_find(m, c, name)) {
		unknown(m, c->name, name, problem, ctx);
		return false;
	}
	if (taken(m, i)) {
		problem(ctx, c->name, _("another column fills the same field: --ignore one of them."));
		return false;
	}
	m->computed += c->kind == COLUMN_IGNORED;
	return true;
}

bool
map_read(struct import_map *m, const struct pane *pane, const struct csv_cell *header,
    size_t count, const struct import_options *o, struct arena *mem,
    void (*problem)(void *ctx, const char *column, const char *reason), void *ctx)
{
	*m = (struct import_map){ .pane = pane, .ent = entity_find(pane->entity), .count = count };
	m->columns = arena_alloc(mem, (count + 1) * sizeof *m->columns);
	for (size_t i = 0; i < count; i++) {
		m->columns[i].name = arena_dup(mem, header[i].s, header[i].n);
		m->columns[i].group = -1;
	}
	bool ok = options_fit(m, o, problem, ctx);
	for (size_t i = 0; i < count; i++)
		ok &= column_read(m, i, o, problem, ctx);
	m->plain = m->group_count == 0;
	for (size_t i = 0; i < count; i++)
		if (m->columns[i].kind == COLUMN_VIA || m->columns[i].kind == COLUMN_THROUGH
		    || (m->columns[i].kind == COLUMN_OWN && m->columns[i].field->type->is_ref))
			m->plain = false;
	return ok;
}
