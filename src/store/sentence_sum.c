/* What an action did that is too large to be listed: how many records of what. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "store/db.h"
#include "store/log.h"
#include "store/sentence_part.h"

enum {
	GROUPS = 3,		/* kinds of records told apart */
	COUNT_BY_KIND = 2000	/* births whose kind is looked up */
};

/* The list that holds the records of an entity, or those of one kind. */
static const struct pane *
pane_of_kind(const struct entity *ent, const char *kind)
{
	const struct field *f = field_with(ent, F_KIND);
	struct str filter = { 0 };
	const struct pane *p = panes;

	if (f && *kind)
		str_addf(&filter, "%s=%s", f->name, kind);
	while (p->name && (strcmp(p->entity, ent->name) || !p->filter
	    || strcmp(p->filter, str_text(&filter))))
		p++;
	str_free(&filter);
	return p->name ? p : NULL;
}

static void
tell_added(const struct entity *ent, const char *kind, int64_t n, struct str *out)
{
	const struct pane *pane = pane_of_kind(ent, kind);
	const char *label = pane ? _(pane->label) : _(ent->plural);
	struct str noun = { 0 };

	if (n == 1)
		label = _(ent->label);
	sentence_noun(&noun, label);
	str_addf(out, ngettext("%lld %s added", "%lld %s added", (unsigned long)n),
	    (long long)n, str_text(&noun));
	str_free(&noun);
}

/* Births of an action by entity and, when they are few, kind. */
static struct stmt *
groups_of(struct store *s, int64_t action, int64_t births, struct error *e)
{
	struct str sql = { 0 };

	str_add(&sql, "SELECT r.entity,");
	if (births <= COUNT_BY_KIND) {
		str_add(&sql, "CASE r.entity ");
		for (int i = 0; entities[i]; i++) {
			const struct field *f = field_with(entities[i], F_KIND);
			if (f && field_is_column(f))
				str_addf(&sql, "WHEN %d THEN (SELECT \"%s\" FROM \"%s\" WHERE id=r.id) ",
				    entities[i]->number, f->name, entities[i]->name);
		}
		str_add(&sql, "END");
	} else {
		str_add(&sql, "NULL");
	}
	str_add(&sql, ",count(*) FROM record r WHERE r.action=?1 GROUP BY 1,2 ORDER BY min(r.id)");
	struct stmt *st = stmt_new(s->db, str_text(&sql), e);
	str_free(&sql);
	if (st)
		stmt_int(st, 1, action);
	return st;
}

/* "195 affiliates added, 3 partners added". */
static bool
tell_groups(struct store *s, int64_t action, int64_t births, struct str *all,
    struct error *e)
{
	struct stmt *st = groups_of(s, action, births, e);
	struct str part = { 0 }, before = { 0 };
	int groups = 0;

	if (!st)
		return false;
	while (stmt_row(st)) {
		const struct entity *ent = entity_by_number((int)stmt_col_int(st, 0));
		if (!ent || ++groups > GROUPS)
			continue;
		str_cut(&part, 0);
		tell_added(ent, stmt_col(st, 1), stmt_col_int(st, 2), &part);
		str_set(&before, str_text(all));
		str_cut(all, 0);
		if (before.len)
			str_addf(all, _("%s, %s"), str_text(&before), str_text(&part));
		else
			str_add(all, str_text(&part));
	}
	if (groups > GROUPS) {
		str_cut(all, 0);
		str_addf(all, ngettext("%lld record added", "%lld records added",
		    (unsigned long)births), (long long)births);
	}
	str_free(&part);
	str_free(&before);
	return stmt_end(st, e);
}

/* "195 affiliates added, 3 changed (import)". */
bool
sentence_sum(struct store *s, int64_t action, const char *command, int64_t births,
    struct str *out, struct error *e)
{
	struct str all = { 0 }, added = { 0 };
	int64_t changed = 0;

	bool ok = log_number(s, "SELECT count(DISTINCT record) FROM change WHERE action=?1",
	    action, &changed, e) && (!births || tell_groups(s, action, births, &added, e));
	unsigned long n = (unsigned long)changed;
	if (births && changed)
		str_addf(&all, ngettext("%s, %lld changed", "%s, %lld changed", n),
		    str_text(&added), (long long)changed);
	else if (changed)
		str_addf(&all, ngettext("%lld record changed", "%lld records changed", n),
		    (long long)changed);
	else
		str_add(&all, str_text(&added));
	if (ok)
		str_addf(out, _("%s (%s)"), str_text(&all), command);
	str_free(&all);
	str_free(&added);
	return ok;
}
