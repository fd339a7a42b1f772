#include "config.h"

#include "store/signal.h"

#include <string.h>

#include "store/computed.h"
#include "store/db.h"
#include "store/log.h"

enum { ANY = 1000000 };		/* no limit: more days than anybody writes dates */

/* Over the rows of the entity; written as the expressions in computed.c. The days have
 * limits: what is far ahead can wait, and what was left alone for long is not pressing
 * for ever. */
static const struct signal {
	const char *name;
	const char *entity;
	const char *alias;	/* of the rows: `$` is written for it */
	const char *id;		/* the record it is about */
	const char *days;	/* NULL: second - first */
	const char *first, *second, *text;
	const char *where;	/* beside "not in the trash" */
	const char *also;	/* instead of limits, over days, n0 (first), n1 (second) */
	int least, most;	/* of the days */
} signals[] = {
	/* first: asked for every so many days; second: late after, 0 for never. The days
	 * are not known where there never was contact. */
	{ "silent", "organisation", "t", "$.id", "[silent;[organisation_contact]]",
	    "[cadence;stay_in_touch]", "[cadence;stay_in_touch_late]", NULL,
	    "[cadence;stay_in_touch] IS NOT NULL", "days IS NULL OR days>n0", 0, 0 },
	/* text: the step */
	{ "next-step", "partnership", "t", "coalesce($.partner,$.id)",
	    "[since;$.next_step_on]", NULL, NULL, "$.next_step",
	    "$.next_step_on IS NOT NULL AND coalesce($.stage,'') NOT IN [closed]", NULL, -14, ANY },
	/* first: owners */
	{ "item", "entry", "xe", "$.id", "[since;$.due]",
	    "(SELECT count(*) FROM item xi WHERE xi.record=$.id AND xi.field={entry.owners})",
	    NULL, NULL, "$.due<=date(day_today(),'+14 days') AND [open_item]", NULL, -14, ANY },
	/* days: points behind; first: progress; second: share of the time, in percent */
	{ "behind", "goal", "t", "$.id", NULL, "CAST([goal_progress] AS INTEGER)",
	    "[pace]", NULL,
	    "coalesce($.status,'') NOT IN [goal_closed] AND [goal_end;$]>=day_today()"
	    " AND [goal_begin;$]<=day_today()", NULL, 11, ANY },
	{ "goal-end", "goal", "t", "$.id", "[since;[goal_end;$]]", NULL, NULL, NULL,
	    "coalesce($.status,'') NOT IN [goal_closed]", NULL, -30, 180 },
	/* first: how often, in days; text: what is counted */
	{ "measure", "metric", "t", "$.goal",
	    "[since;coalesce([newest_day],(SELECT [goal_begin;xg] FROM goal xg"
	    " WHERE xg.id=$.goal))]-[rhythm]", "[rhythm]", NULL, "$.name",
	    "[rhythm] IS NOT NULL AND EXISTS(SELECT 1 FROM goal xg WHERE xg.id=$.goal"
	    " AND coalesce(xg.status,'') NOT IN [goal_closed])", NULL, -14, ANY },
	{ "report", "organisation", "t", "$.id", "[since;$.report_due]", NULL, NULL, NULL,
	    "$.report_due IS NOT NULL", NULL, -30, ANY },
	{ "finalise", "document", "t", "$.id", "[since;$.finalise_by]", NULL, NULL, NULL,
	    "$.finalise_by IS NOT NULL AND coalesce($.status,'') NOT IN ('final','published')", NULL, -30, ANY },
	{ "publish", "document", "t", "$.id", "[since;$.publish_by]", NULL, NULL, NULL,
	    "$.publish_by IS NOT NULL AND $.published_on IS NULL"
	    " AND coalesce($.status,'')<>'published'", NULL, -30, ANY },
	{ "event", "event", "t", "$.id", "[since_begin;$.start]", NULL, NULL, NULL,
	    "$.start IS NOT NULL AND length($.start)=10"
	    " AND coalesce($.status,'') NOT IN ('held','cancelled','postponed')", NULL, -14, -1 },
	{ "event-now", "event", "t", "$.id",
	    "[since_begin;$.start]", NULL, NULL, NULL,
	    "date_begin($.start)<=day_today() AND date_end(coalesce($.\"end\",$.start))"
	    ">=day_today() AND length($.start)=10"
	    " AND coalesce($.status,'') NOT IN ('cancelled','postponed')", NULL, 0, ANY },
	{ "event-over", "event", "t", "$.id", "[since;coalesce($.\"end\",$.start)]", NULL, NULL,
	    NULL, "$.status IN ('idea','planned','confirmed')", NULL, 1, ANY },
	{ "round", "round", "t", "$.id", "[since;$.\"to\"]", NULL, NULL, NULL,
	    "$.\"to\" IS NOT NULL", NULL, -14, 30 },
	{ "keep", "person", "t", "$.id", "[since;$.keep_until]", NULL, NULL, NULL,
	    "$.keep_until IS NOT NULL", NULL, 1, ANY },
	{ .name = NULL }
};

static const struct signal *
signal_find(const char *name)
{
	for (const struct signal *g = signals; g->name; g++)
		if (!strcmp(g->name, name))
			return g;
	die("no signal %s", name);
}

/* Materialized, so that an expression that is both compared and shown is worked out
 * once. */
static void
signal_sql(const struct signal *g, struct str *sql)
{
	const char *const numbers[] = { g->first, g->second, g->text };
	struct str text = { 0 };

	str_addf(&text, "WITH x AS MATERIALIZED(SELECT %s AS id,%s AS days", g->id,
	    g->days ? g->days : "NULL");
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		str_addf(&text, ",%s AS n%zu", numbers[i] ? numbers[i] : "NULL", i);
	str_addf(&text, " FROM \"%s\" $ WHERE (%s) AND ", g->entity, g->where);
	computed_expand(str_text(&text), g->alias, sql);
	visible_sql(entity_find(g->entity), g->alias, sql);
	const char *days = g->days ? "days" : "n1-n0";
	str_addf(sql, ") SELECT id,%s,n0,n1,n2 FROM x WHERE ", days);
	if (g->also)
		str_add(sql, g->also);
	else
		str_addf(sql, "%s BETWEEN %d AND %d", days, g->least, g->most);
	str_free(&text);
}

bool
signal_each(struct store *s, const char *name,
    bool (*f)(void *ctx, const struct signal_row *row), void *ctx, struct error *e)
{
	struct str sql = { 0 };
	bool more = true;

	signal_sql(signal_find(name), &sql);
	struct stmt *st = stmt_new(s->db, str_text(&sql), e);
	str_free(&sql);
	while (st && more && stmt_row(st)) {
		struct signal_row row = { .id = stmt_col_int(st, 0),
		    .counted = !stmt_col_null(st, 1), .days = stmt_col_int(st, 1),
		    .first = stmt_col_int(st, 2), .second = stmt_col_int(st, 3),
		    .text = stmt_col(st, 4) };
		more = f(ctx, &row);
	}
	return st && stmt_end(st, e);
}
