/* The log against itself, and cells against their winners (log-format R1-R3, R8). */
#include "config.h"

#include "store/checking.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "store/db.h"

/* A change of the cell under way. */
struct line {
	int64_t action, seq, entity, parent, sum;
	struct value was, now, seen;
	const struct deed *deed;	/* NULL: its action is lost */
	bool bad;
};

struct group {
	int64_t record, field;
	struct value item;
	struct line *lines;
	size_t count, cap;
	struct arena mem;
	const struct born *born;
	const struct entity *ent;
	const struct field *f;
};

/* --- One line --- */

static int64_t
line_sum(const struct group *g, const struct line *l)
{
	return log_change_sum(l->action, l->seq, (int)l->entity, g->record, (int)g->field,
	    &g->item, l->parent, &l->was, &l->now, &l->seen);
}

/* Does the line fit its sum with this in it? Then it stays in it. */
static bool
fits(const struct group *g, struct line *l, const struct line *guess)
{
	if (line_sum(g, guess) != l->sum)
		return false;
	*l = *guess;
	return true;
}

/* What a neighbour in the cell says of a damaged line. */
static bool
guess_from(const struct group *g, struct line *l, const struct line *other)
{
	struct line guess = *l;

	guess.was = l->parent == other->action ? other->now : other->was;
	if (fits(g, l, &guess))
		return true;
	guess = *l;
	guess.now = other->parent == l->action ? other->was : other->now;
	if (fits(g, l, &guess))
		return true;
	guess = *l;
	guess.parent = other->action;
	return fits(g, l, &guess);
}

/* Does one other value in one of its columns make the line fit? */
static bool
guess_one(const struct group *g, struct line *l)
{
	struct line guess = *l;

	guess.entity = g->ent->number;
	if (fits(g, l, &guess))
		return true;
	guess = *l;
	guess.parent = 0;
	if (fits(g, l, &guess))
		return true;
	guess = *l;
	guess.seen = value_null;
	if (fits(g, l, &guess))
		return true;
	for (size_t i = 0; i < g->count; i++)
		if (&g->lines[i] != l && guess_from(g, l, &g->lines[i]))
			return true;
	return false;
}

/* The same with what the record holds now. */
static bool
guess_now(struct checking *c, struct group *g, struct line *l, bool *found,
    struct error *e)
{
	struct line guess = *l;
	int64_t hash = 0;

	if (!record_read(c->s, g->ent, g->record, g->f,
	    field_is_multi(g->f) ? &g->item : NULL, &g->mem, &guess.now, e))
		return false;
	*found = fits(g, l, &guess);
	if (*found || !(g->f->flags & F_TRASH))
		return true;
	guess = *l;
	if (!content_now(c->s, g->ent, g->record, CONTENT_SEEN, &hash, e))
		return false;
	guess.seen = value_int(hash);
	*found = fits(g, l, &guess);
	return true;
}

static bool
line_write(struct checking *c, const struct line *l, struct error *e)
{
	struct stmt *st = stmt_new(c->s->db, "UPDATE change SET entity=?3,parent=?4,old=?5,"
	    "new=?6,seen=?7 WHERE action=?1 AND seq=?2", e);

	if (!st)
		return false;
	stmt_int(st, 1, l->action);
	stmt_int(st, 2, l->seq);
	stmt_int(st, 3, l->entity);
	stmt_int(st, 4, l->parent);
	stmt_value(st, 5, &l->was);
	stmt_value(st, 6, &l->now);
	stmt_value(st, 7, &l->seen);
	stmt_run(st);
	return stmt_end(st, e);
}

/* A line against its sum; one that neighbours know is mended. */
static bool
line_check(struct checking *c, struct group *g, struct line *l, struct error *e)
{
	struct str title = { 0 };
	bool ok = true;

	if (line_sum(g, l) == l->sum)
		return true;
	bool found = guess_one(g, l);
	if (!found && !guess_now(c, g, l, &found, e))
		return false;
	l->bad = !found;
	if (l->bad) {
		check_bad_line(c, &(struct bad_line){ l->action, l->seq, g->record,
		    line_sum(g, l), g->f }, l->sum);
		return true;
	}
	check_title(c, g->record, &title);
	if (check_tell(c, g->record, true,
	    _("A change of %s of %s was altered in the log; its neighbours say what it was: \"alianza check --mend\" puts it back."),
	    _(g->f->label), str_text(&title)))
		ok = line_write(c, l, e);
	str_free(&title);
	return ok;
}

/* --- A cell --- */

static void
cell_tell(struct checking *c, const struct group *g, const char *format)
{
	struct str title = { 0 };

	check_title(c, g->record, &title);
	check_tell(c, g->record, false, format, g->f ? _(g->f->label) : "?", str_text(&title));
	str_free(&title);
}

/* Is what the line overwrote what its parent wrote? */
static bool
parent_fits(const struct group *g, const struct line *l)
{
	for (size_t i = 0; i < g->count; i++) {
		const struct line *p = &g->lines[i];
		if (!l->parent ? !p->parent && !value_equal(&p->was, &l->was)
		    : p->action == l->parent && value_equal(&p->now, &l->was) && p->deed
		    && l->deed && p->deed->clock < l->deed->clock)
			return l->parent != 0;
	}
	return !l->parent;
}

static void
chain_check(struct checking *c, const struct group *g)
{
	bool fits_all = true;

	for (size_t i = 0; i < g->count; i++) {
		if (g->lines[i].bad)
			return;
		fits_all = fits_all && parent_fits(g, &g->lines[i]);
	}
	if (!fits_all && !check_is_erased(c, g->record, (int)g->field, &g->item))
		cell_tell(c, g,
		    _("The changes of %s of %s do not follow from one another: the log was altered, or lacks some. Compare it with a backup (\"alianza backups\")."));
}

static bool
is_head(const struct group *g, const struct line *l)
{
	for (size_t i = 0; i < g->count; i++)
		if (g->lines[i].parent == l->action)
			return false;
	return true;
}

/* Does a win over b (R3)? */
static bool
wins(const struct group *g, const struct line *a, const struct line *b)
{
	bool there = a->now.kind != VALUE_NULL;

	if (field_is_multi(g->f) && there != (b->now.kind != VALUE_NULL))
		return there;
	if (a->deed->clock != b->deed->clock)
		return a->deed->clock > b->deed->clock;
	return a->action != b->action ? a->action > b->action : a->seq < b->seq;
}

static const struct line *
winner(const struct group *g)
{
	const struct line *best = NULL;

	for (size_t i = 0; i < g->count; i++) {
		const struct line *l = &g->lines[i];
		if (!l->deed)
			return NULL;
		if (is_head(g, l) && (!best || wins(g, l, best)))
			best = l;
	}
	return best;
}

static void
add_shown(struct checking *c, const struct field *f, const struct value *v, struct str *out)
{
	struct str text = { 0 };

	if (v->kind == VALUE_NULL)
		str_add(&text, _("empty"));
	else
		value_show(c->s, f, v, &text);
	size_t n = utf8_cut(str_text(&text), strcspn(str_text(&text), "\n"), 40, NULL);
	str_addn(out, str_text(&text), n);
	str_add(out, n < text.len ? "…" : "");
	str_free(&text);
}

/* The sentence for a cell that is not what its log says; while the log lacks
 * something nobody knows which of them is right. */
static bool
differs_tell(struct checking *c, const struct group *g, const struct value *is,
    const struct value *should)
{
	struct str title = { 0 }, what = { 0 }, a = { 0 }, b = { 0 };

	check_title(c, g->record, &title);
	if (field_is_multi(g->f)) {
		add_shown(c, g->f, &g->item, &a);
		str_addf(&what, is->kind == VALUE_NULL
		    ? _("%s is missing in %s of %s, the log says it is there")
		    : _("%s stands in %s of %s, the log says it does not"),
		    str_text(&a), _(g->f->label), str_text(&title));
	} else {
		add_shown(c, g->f, is, &a);
		add_shown(c, g->f, should, &b);
		str_addf(&what, _("%s of %s is \"%s\", the log says \"%s\""),
		    _(g->f->label), str_text(&title), str_text(&a), str_text(&b));
	}
	bool mend = check_tell(c, g->record, c->whole, c->whole
	    ? _("%s: \"alianza check --mend\" puts back what the log says.")
	    : _("%s, but the log lacks something: compare it with a backup (\"alianza backups\")."),
	    str_text(&what));
	str_free(&title);
	str_free(&what);
	str_free(&a);
	str_free(&b);
	return mend;
}

static bool
value_check(struct checking *c, const struct group *g, struct error *e)
{
	const struct value *item = field_is_multi(g->f) ? &g->item : NULL;
	const struct line *best = winner(g);
	struct arena mem = { 0 };
	struct value is;

	for (size_t i = 0; i < g->count; i++)
		if (g->lines[i].bad)
			return true;
	if (!best || !g->born->found)
		return true;
	bool ok = record_read(c->s, g->ent, g->record, g->f, item, &mem, &is, e);
	if (ok && !value_equal(&is, &best->now) && differs_tell(c, g, &is, &best->now))
		ok = record_write(c->s, g->ent, g->record, g->f, item, &best->now, e);
	arena_free(&mem);
	return ok;
}

/* Is it a cell at all? */
static bool
cell_known(struct checking *c, struct group *g)
{
	const struct entity *owner = NULL;

	g->born = check_born(c, g->record);
	g->ent = g->born ? entity_by_number(g->born->entity) : NULL;
	g->f = field_by_number((int)g->field, &owner);
	if (g->f && (!g->ent || (owner && owner != g->ent) || field_is_multi(g->f)
	    == (g->item.kind == VALUE_TEXT && !g->item.n)
	    || !(field_is_multi(g->f) || field_is_column(g->f))))
		g->f = NULL;
	if (g->f && !check_is_erased(c, g->record, 0, NULL))
		return true;
	cell_tell(c, g, g->born
	    ? _("The log has changes of a field (%s) that %s does not have: it was altered. Compare it with a backup (\"alianza backups\").")
	    : _("The log has changes (%s) of a record that is not there (%s): it was altered, or the record is lost. Compare it with a backup (\"alianza backups\")."));
	return false;
}

static bool
group_check(struct checking *c, struct group *g, struct error *e)
{
	bool ok = true;

	if (!g->count || !cell_known(c, g))
		return true;
	for (size_t i = 0; ok && i < g->count; i++)
		ok = line_check(c, g, &g->lines[i], e);
	if (ok)
		chain_check(c, g);
	return ok && value_check(c, g, e);
}

/* --- All cells --- */

static void
line_add(struct checking *c, struct group *g, struct stmt *st)
{
	if (g->count == g->cap) {
		g->cap = g->cap * 2 + 8;
		g->lines = xrealloc(g->lines, g->cap * sizeof *g->lines);
	}
	struct line *l = &g->lines[g->count++];
	struct value *values[] = { &l->was, &l->now, &l->seen };
	*l = (struct line){ .action = stmt_col_int(st, 3), .seq = stmt_col_int(st, 4),
	    .entity = stmt_col_int(st, 5), .parent = stmt_col_int(st, 6),
	    .sum = stmt_col_int(st, 10) };
	for (int i = 0; i < 3; i++) {
		stmt_col_value(st, 7 + i, values[i]);
		*values[i] = value_keep(&g->mem, values[i]);
	}
	l->deed = check_deed(c, l->action);
}

/* Begins another cell. */
static void
group_begin(struct group *g, struct stmt *st, const struct value *item)
{
	arena_reset(&g->mem);
	g->count = 0;
	g->record = stmt_col_int(st, 0);
	g->field = stmt_col_int(st, 1);
	g->item = value_keep(&g->mem, item);
}

bool
check_cells(struct checking *c, struct error *e)
{
	struct stmt *st = stmt_new(c->s->db,
	    "SELECT record,field,item,action,seq,entity,parent,old,new,seen,sum FROM change"
	    " ORDER BY record,field,item,action,seq", e);
	struct group g = { 0 };
	struct value item;
	bool ok = st != NULL;

	while (ok && stmt_row(st)) {
		stmt_col_value(st, 2, &item);
		if (!g.count || g.record != stmt_col_int(st, 0)
		    || g.field != stmt_col_int(st, 1) || !value_equal(&g.item, &item)) {
			ok = group_check(c, &g, e) && check_goes_on(c, e);
			group_begin(&g, st, &item);
		}
		line_add(c, &g, st);
	}
	ok = st && stmt_end(st, ok ? e : NULL) && ok && group_check(c, &g, e);
	free(g.lines);
	arena_free(&g.mem);
	return ok;
}
