#include "config.h"

#include "store/tree.h"

#include <stdio.h>

#include "base/i18n.h"
#include "store/db.h"
#include "store/log.h"

/* No way up is longer. A circle, which undo can bring about, ends where it began. */
enum { DEEPEST = 20 };

const struct field *
tree_field(const struct entity *ent)
{
	return field_with(ent, F_TREE);
}

/* The folded title of the owner of the record at the alias; '' for none. */
static void
owner_sql(const struct field *owner, const char *alias, struct str *sql)
{
	char name[64];

	if (owner && joined_word(owner->refs, 0, name))
		str_addf(sql, "coalesce((SELECT xo.fold FROM \"%s\" xo WHERE xo.id=%s.\"%s\"),'')",
		    name, alias, owner->name);
	else
		str_add(sql, "''");
}

/* The place of one record among those beside it. Ids have one length, so that no key is
 * the beginning of another; what parts them sorts before every character. */
static void
key_sql(const struct entity *ent, const char *alias, struct str *sql)
{
	const struct field *order = field_with(ent, F_ORDER), *owner = field_with(ent, F_BRANCH);

	if (owner)
		str_addf(sql, "(%s.\"%s\" IS NOT (SELECT xb.\"%s\" FROM \"%s\" xb WHERE xb.id=%s.\"%s\""
		    " AND xb.deleted=0))||char(2)||", alias, owner->name, owner->name, ent->name, alias,
		    tree_field(ent)->name);
	owner_sql(owner, alias, sql);
	if (order)
		str_addf(sql, "||char(2)||coalesce(%s.\"%s\",'~')", alias, order->name);
	str_addf(sql, "||char(2)||coalesce(%s.fold,'')||char(2)||printf('%%020d',%s.id)", alias,
	    alias);
}

/* The way up from a row, "xu": who is above, the keys so far, the steps. */
static void
way_sql(const struct entity *ent, const char *alias, const char *what, struct str *sql)
{
	const char *up = tree_field(ent)->name;

	str_addf(sql, "(WITH RECURSIVE xu(above,path,steps) AS (SELECT %s.\"%s\",", alias, up);
	key_sql(ent, alias, sql);
	str_addf(sql, ",0 UNION ALL SELECT xp.\"%s\",", up);
	key_sql(ent, "xp", sql);
	str_addf(sql, "||char(1)||xu.path,xu.steps+1 FROM xu JOIN \"%s\" xp ON xp.id=xu.above"
	    " WHERE xp.deleted=0 AND xp.id<>%s.id AND xu.steps<%d)"
	    " SELECT %s FROM xu ORDER BY steps DESC LIMIT 1)", ent->name, alias, DEEPEST, what);
}

void
tree_order_sql(const struct entity *ent, const char *alias, struct str *sql)
{
	way_sql(ent, alias, "path", sql);
}

void
tree_depth_sql(const struct entity *ent, const char *alias, struct str *sql)
{
	way_sql(ent, alias, "steps", sql);
}

/* --- Around one record --- */

/* The record above as far as it is not in the trash. */
static void
above_sql(const struct entity *ent, struct str *sql)
{
	str_addf(sql, "(SELECT xa.id FROM \"%s\" xa WHERE xa.id=t.\"%s\" AND xa.deleted=0)",
	    ent->name, tree_field(ent)->name);
}

bool
tree_parent(struct store *s, const struct entity *ent, int64_t id, int64_t *parent,
    struct error *e)
{
	struct str sql = { 0 };

	str_add(&sql, "SELECT coalesce(");
	above_sql(ent, &sql);
	str_addf(&sql, ",0) FROM \"%s\" t WHERE t.id=?1", ent->name);
	struct stmt *st = stmt_new(s->db, str_text(&sql), e);
	str_free(&sql);
	*parent = 0;
	if (!st)
		return false;
	stmt_int(st, 1, id);
	if (stmt_row(st))
		*parent = stmt_col_int(st, 0);
	return stmt_end(st, e);
}

static struct stmt *
children_query(struct store *s, const struct entity *ent, const char *what,
    const char *order, int64_t parent, struct error *e)
{
	struct str sql = { 0 };

	str_addf(&sql, "SELECT %s FROM \"%s\" t WHERE t.deleted=0 AND coalesce(", what, ent->name);
	above_sql(ent, &sql);
	str_addf(&sql, ",0)=?1 ORDER BY %s", order);
	struct stmt *st = stmt_new(s->db, str_text(&sql), e);
	str_free(&sql);
	if (st)
		stmt_int(st, 1, parent);
	return st;
}

static bool
children_count(struct store *s, const struct entity *ent, int64_t parent, size_t *count,
    struct error *e)
{
	struct stmt *st = children_query(s, ent, "count(*)", "1", parent, e);

	*count = st && stmt_row(st) ? (size_t)stmt_col_int(st, 0) : 0;
	return st && stmt_end(st, e);
}

bool
tree_children(struct store *s, const struct entity *ent, int64_t parent, struct arena *mem,
    struct tree_child **children, size_t *count, struct error *e)
{
	const struct field *owner = field_with(ent, F_BRANCH);
	struct str order = { 0 };
	char what[96];
	size_t room, n = 0;

	*count = 0;
	if (!children_count(s, ent, parent, &room, e))
		return false;
	key_sql(ent, "t", &order);
	snprintf(what, sizeof what, "t.id,%s%s", owner ? "t." : "", owner ? owner->name : "0");
	struct stmt *st = children_query(s, ent, what, str_text(&order), parent, e);
	str_free(&order);
	if (!st)
		return false;
	*children = arena_alloc(mem, (room + 1) * sizeof **children);
	while (n < room && stmt_row(st))
		(*children)[n++] = (struct tree_child){ stmt_col_int(st, 0), stmt_col_int(st, 1) };
	*count = n;
	return stmt_end(st, e);
}

bool
tree_fits(struct store *s, const struct entity *ent, int64_t id, int64_t parent,
    struct error *e)
{
	struct str title = { 0 };
	int64_t above = parent;

	for (int steps = 0; above && above != id && steps < DEEPEST; steps++)
		if (!tree_parent(s, ent, above, &above, e))
			return false;
	if (!above)
		return true;
	record_title(s, ent, parent, &title);
	set_error(e, STATUS_DATA, parent == id ? _("\"%s\" cannot stand below itself.")
	    : above == id ? _("\"%s\" stands below this one already.")
	    : _("\"%s\" stands too deep for anything below it."), str_text(&title));
	str_free(&title);
	return false;
}
