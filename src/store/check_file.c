/* The file itself: its pages and indexes, and that its schema is ours. */
#include "config.h"

#include "store/checking.h"

#include <string.h>

#include "base/i18n.h"
#include "store/db.h"
#include "store/migrate.h"
#include "store/schema.h"
#include "store/shape.h"

/* --- Pages --- */

/* What SQLite says without its headline, "" when it finds nothing. */
static bool
pages_judge(struct checking *c, struct str *line, struct error *e)
{
	struct stmt *st = stmt_new(c->s->db, "PRAGMA integrity_check(1)", e);

	str_cut(line, 0);
	if (!st)
		return false;
	if (stmt_row(st) && strcmp(stmt_col(st, 0), "ok")) {
		const char *end = strrchr(stmt_col(st, 0), '\n');
		str_add(line, end ? end + 1 : stmt_col(st, 0));
	}
	return stmt_end(st, e);
}

/* Only indexes can be made anew: if that helps, it was an index. */
static bool
pages_check(struct checking *c, struct error *e)
{
	struct str line = { 0 }, now = { 0 };

	bool ok = pages_judge(c, &line, e);
	if (ok && line.len && c->mend && db_exec(c->s->db, NULL, "REINDEX")) {
		ok = pages_judge(c, &now, e);
		if (ok && !now.len)
			check_tell(c, 0, true, _("An index of the file was damaged (%s)."), line.s);
		c->broken = now.len != 0;
	} else if (ok && line.len) {
		c->broken = true;
		check_tell(c, 0, strstr(line.s, "index") != NULL,
		    _("The file itself is damaged (%s): make a copy of it, run \"alianza check --mend\", and if that does not help go back to a backup."),
		    line.s);
	}
	str_free(&line);
	str_free(&now);
	return ok;
}

/* --- Schema --- */

static void
name_add(struct str *sql, const char *format, const char *name)
{
	char *text = sqlite3_mprintf(format, name);

	if (!text)
		die("out of memory");
	str_add(sql, text);
	sqlite3_free(text);
}

static const char *
drop_format(const char *type)
{
	if (!strcmp(type, "table"))
		return "DROP TABLE \"%w\";";
	if (!strcmp(type, "index"))
		return "DROP INDEX \"%w\";";
	return !strcmp(type, "view") ? "DROP VIEW \"%w\";" : "DROP TRIGGER \"%w\";";
}

/* Has the other database the same? A table of ours may differ: it holds data. */
static bool
same_there(struct db *other, struct stmt *object, bool *same, struct error *e)
{
	struct stmt *st = stmt_new(other, "SELECT 1 FROM sqlite_schema WHERE type=?1"
	    " AND name=?2 AND (sql=?3 OR type='table')", e);

	if (!st)
		return false;
	for (int i = 0; i < 3; i++)
		stmt_text(st, i + 1, stmt_col(object, i), stmt_col_len(object, i));
	*same = stmt_row(st);
	return stmt_end(st, e);
}

/* SQL that drops what `from` has and `other` has not, or makes it there. */
static bool
difference_add(struct db *from, struct db *other, bool drop, struct str *sql,
    struct error *e)
{
	struct stmt *st = stmt_new(from, "SELECT type,name,sql FROM sqlite_schema"
	    " WHERE sql IS NOT NULL ORDER BY type='table',type", e);
	bool ok = st != NULL, same = false;

	while (ok && stmt_row(st)) {
		ok = same_there(other, st, &same, e);
		if (ok && !same && drop)
			name_add(sql, drop_format(stmt_col(st, 0)), stmt_col(st, 1));
		else if (ok && !same)
			str_addf(sql, "%s;", stmt_col(st, 2));
	}
	return st && stmt_end(st, ok ? e : NULL) && ok;
}

static bool
shape_mend(struct checking *c, struct db *expected, struct error *e)
{
	struct str sql = { 0 };

	/* Two steps, for an index that differs is dropped first, then made. */
	bool ok = difference_add(c->s->db, expected, true, &sql, e)
	    && db_exec(c->s->db, e, "%s", str_text(&sql));
	str_cut(&sql, 0);
	ok = ok && difference_add(expected, c->s->db, false, &sql, e)
	    && db_exec(c->s->db, e, "%s", str_text(&sql));
	str_free(&sql);
	return ok;
}

/* One damage for each line. */
static void
lines_tell(struct checking *c, const struct str *lines)
{
	for (const char *p = str_text(lines); *p; ) {
		int n = (int)strcspn(p, "\n");
		check_tell(c, 0, true, "%.*s", n, p);
		p += n + (p[n] == '\n');
	}
}

static bool
schema_check(struct checking *c, struct error *e)
{
	int64_t sum = 0;
	struct shape was = { 0 }, now = { 0 };

	if (!shape_sum(c->s->db, &sum, e))
		return false;
	if (shape_is_usual(sum))
		return true;
	struct db *expected = migrate_build(schema_steps, migrate_version(schema_steps));
	bool ok = shape_compare(c->s->db, expected, &was, e);
	if (ok && was.odd && c->mend) {
		ok = shape_mend(c, expected, e) && shape_compare(c->s->db, expected, &now, e);
		if (ok && !now.odd)
			lines_tell(c, &was.lines);
		str_free(&now.lines);
	} else if (ok) {
		lines_tell(c, &was.lines);
	}
	str_free(&was.lines);
	db_free(expected);
	return ok;
}

bool
check_file(struct checking *c, struct error *e)
{
	return schema_check(c, e) && check_goes_on(c, e) && pages_check(c, e);
}
