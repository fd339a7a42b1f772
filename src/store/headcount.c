#include "config.h"

#include "store/headcount.h"

#include <stdlib.h>
#include <string.h>

#include "model/country.h"
#include "store/computed.h"
#include "store/db.h"
#include "store/log.h"

/* Who is on the list in the scope: the conditions but for the state. */
static void
scope_sql(const struct headcount_scope *scope, bool facilitators, struct str *sql)
{
	str_add(sql, "a.deleted=0 AND a.event IN (");
	for (size_t i = 0; i < scope->count; i++)
		str_addf(sql, "%s%lld", i ? "," : "", (long long)scope->events[i]);
	str_add(sql, ")");
	if (scope->session)
		str_addf(sql, " AND a.session=%lld", (long long)scope->session);
	if (!facilitators) {
		str_add(sql, " AND ");
		computed_expand("[counted;$]", "a", sql);
	}
}

/* state: the condition on it, as SQL. */
static bool
people_count(struct store *s, const struct headcount_scope *scope, const char *state,
    bool facilitators, int64_t *count, struct error *e)
{
	struct str sql = { 0 };

	str_add(&sql, "SELECT count(DISTINCT ");
	computed_expand("[someone;$]", "a", &sql);
	str_add(&sql, ") FROM attendance a WHERE ");
	scope_sql(scope, facilitators, &sql);
	str_addf(&sql, " AND a.state %s", state);
	bool ok = db_int(s->db, count, e, "%s", str_text(&sql));
	str_free(&sql);
	return ok;
}

/* Who walks in is present from birth; who was awaited had another state before. It is the
 * value at birth that counts: taking a walk-in back and in again makes no one awaited. */
static bool
awaited_count(struct store *s, const struct headcount_scope *scope, int64_t *count,
    struct error *e)
{
	struct str condition = { 0 };

	computed_expand("NOT IN ('absent','cancelled') AND coalesce((SELECT c.old FROM change c"
	    " WHERE c.record=$.id AND c.field={attendance.state} AND c.parent=0 LIMIT 1),"
	    "$.state)<>'present'", "a", &condition);
	bool ok = people_count(s, scope, str_text(&condition), scope->facilitators, count, e);
	str_free(&condition);
	return ok;
}

/* --- Parts --- */

static void
part_add(struct headcount *h, enum headcount_way way, const char *code)
{
	size_t n = h->part_count[way], i = 0;

	while (i < n && strcmp(h->parts[way][i].code, code) != 0)
		i++;
	if (i == n) {
		if ((n & (n - 1)) == 0) {	/* full at each power of two */
			size_t room = n ? n * 2 : 1;
			struct headcount_part *more = arena_alloc(&h->mem, room * sizeof *more);
			if (n)
				memcpy(more, h->parts[way], n * sizeof *more);
			h->parts[way] = more;
		}
		h->parts[way][i] = (struct headcount_part){ arena_strdup(&h->mem, code), 0 };
		h->part_count[way]++;
	}
	h->parts[way][i].count++;
}

/* Countries of one size stand in the order of their names. */
static const char *
shown(const char *code)
{
	const struct country *c = country_find(code);

	return c ? country_label(c) : code;
}

static int
largest_first(const void *a, const void *b)
{
	const struct headcount_part *one = a, *two = b;

	if (!*one->code != !*two->code)
		return *one->code ? -1 : 1;
	if (one->count != two->count)
		return one->count > two->count ? -1 : 1;
	return strcmp(shown(one->code), shown(two->code));
}

/* What is known of one person, from the first of their attendances that says it. */
struct someone {
	struct str who;
	struct str codes[HEADCOUNT_WAYS];
};

static void
someone_add(struct headcount *h, struct someone *one)
{
	struct str *region = &one->codes[BY_REGION];
	const struct country *c = country_find(str_text(&one->codes[BY_COUNTRY]));

	if (!one->who.len)
		return;
	if (!region->len && c)
		str_add(region, c->region);
	for (int i = 0; i < HEADCOUNT_WAYS; i++) {
		part_add(h, (enum headcount_way)i, str_text(&one->codes[i]));
		str_cut(&one->codes[i], 0);
	}
	str_cut(&one->who, 0);
}

/* One row for each attendance, all of a person together, that of the whole event first. */
static struct stmt *
rows_stmt(struct store *s, const struct headcount_scope *scope, struct error *e)
{
	struct str sql = { 0 };

	str_add(&sql, "SELECT ");
	computed_expand("[someone;$]", "a", &sql);
	str_add(&sql, ",a.category,o.type,coalesce(a.country,o.country,p.country),o.region"
	    " FROM attendance a LEFT JOIN person p ON p.id=a.person"
	    " LEFT JOIN organisation o ON o.id=coalesce(a.organisation,"
	    "(SELECT f.organisation FROM affiliation f WHERE f.person=a.person"
	    " AND f.deleted=0 AND f.until IS NULL ORDER BY f.id LIMIT 1)) WHERE ");
	scope_sql(scope, scope->facilitators, &sql);
	str_add(&sql, " AND a.state='present' ORDER BY 1,a.session IS NOT NULL,a.id");
	struct stmt *st = stmt_newf(s->db, e, "%s", str_text(&sql));
	str_free(&sql);
	return st;
}

static bool
parts_take(struct store *s, const struct headcount_scope *scope, struct headcount *h,
    struct error *e)
{
	struct stmt *st = rows_stmt(s, scope, e);
	struct someone one = { 0 };

	while (st && stmt_row(st)) {
		const char *who = stmt_col(st, 0);
		if (strcmp(who, str_text(&one.who)) != 0)
			someone_add(h, &one);
		str_set(&one.who, who);
		for (int i = 0; i < HEADCOUNT_WAYS; i++)
			if (!one.codes[i].len)
				str_add(&one.codes[i], stmt_col(st, 1 + i));
	}
	someone_add(h, &one);
	str_free(&one.who);
	for (int i = 0; i < HEADCOUNT_WAYS; i++) {
		str_free(&one.codes[i]);
		if (h->part_count[i])
			qsort(h->parts[i], h->part_count[i], sizeof **h->parts, largest_first);
	}
	return st && stmt_end(st, e);
}

bool
headcount_take(struct store *s, const struct headcount_scope *scope,
    struct headcount *out, struct error *e)
{
	bool too = scope->facilitators;
	int64_t all = 0;

	*out = (struct headcount){ 0 };
	bool ok = people_count(s, scope, "='present'", too, &out->present, e)
	    && people_count(s, scope, "='present'", true, &all, e)
	    && people_count(s, scope, "NOT IN ('absent','cancelled')", too, &out->expected, e)
	    && awaited_count(s, scope, &out->awaited, e)
	    && parts_take(s, scope, out, e);
	out->facilitators = all - out->present;
	return ok;
}

void
headcount_free(struct headcount *h)
{
	arena_free(&h->mem);
	*h = (struct headcount){ 0 };
}
