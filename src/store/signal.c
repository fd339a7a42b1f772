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
	const char *id;		/* the record it is about */
	const char *days, *first, *second, *text;
	const char *where;	/* beside "not in the trash" */
	int least, most;	/* of the days */
	bool above;		/* the days have to be above `first` */
	bool unknown;		/* those whose days are not known, instead */
} signals[] = {
	/* first: asked for every so many days; second: late after, 0 for never */
	{ "silent", "organisation", "$.id", "[silent;[organisation_contact]]",
	    "[cadence;stay_in_touch]", "[cadence;stay_in_touch_late]", NULL,
	    "[cadence;stay_in_touch] IS NOT NULL", 1, ANY, true, false },
	{ "never-met", "organisation", "$.id", "[silent;[organisation_contact]]",
	    "[cadence;stay_in_touch]", NULL, NULL,
	    "[cadence;stay_in_touch] IS NOT NULL", 0, 0, false, true },
	/* text: the step */
	{ "next-step", "partnership", "coalesce($.partner,$.id)",
	    "[since;$.next_step_on]", NULL, NULL, "$.next_step",
	    "$.next_step_on IS NOT NULL AND coalesce($.stage,'') NOT IN [closed]",
	    -14, ANY, false, false },
	/* first: owners */
	{ "item", "entry", "$.id", "[since;$.due]",
	    "(SELECT count(*) FROM item xi WHERE xi.record=$.id AND xi.field={entry.owners})",
	    NULL, NULL, "$.due IS NOT NULL AND EXISTS(SELECT 1 FROM entry xe"
	    " WHERE xe.id=$.id AND [open_item])", -14, ANY, false, false },
	/* days: points behind; first: progress; second: share of the time, in percent */
	{ "behind", "goal", "$.id", "[pace]-CAST([goal_progress] AS INTEGER)",
	    "CAST([goal_progress] AS INTEGER)", "[pace]", NULL,
	    "coalesce($.status,'') NOT IN [goal_closed] AND [goal_end;$]>=day_today()"
	    " AND [goal_begin;$]<=day_today()", 11, ANY, false, false },
	{ "goal-end", "goal", "$.id", "[since;[goal_end;$]]", NULL, NULL, NULL,
	    "coalesce($.status,'') NOT IN [goal_closed]", -30, 180, false, false },
	/* first: how often, in days; text: what is counted */
	{ "measure", "metric", "$.goal",
	    "[since;coalesce([newest_day],(SELECT [goal_begin;xg] FROM goal xg"
	    " WHERE xg.id=$.goal))]-[rhythm]", "[rhythm]", NULL, "$.name",
	    "[rhythm] IS NOT NULL AND EXISTS(SELECT 1 FROM goal xg WHERE xg.id=$.goal"
	    " AND coalesce(xg.status,'') NOT IN [goal_closed])", -14, ANY, false, false },
	{ "report", "organisation", "$.id", "[since;$.report_due]", NULL, NULL, NULL,
	    "$.report_due IS NOT NULL", -30, ANY, false, false },
	{ "finalise", "document", "$.id", "[since;$.finalise_by]", NULL, NULL, NULL,
	    "$.finalise_by IS NOT NULL AND coalesce($.status,'') NOT IN ('final','published')",
	    -30, ANY, false, false },
	{ "publish", "document", "$.id", "[since;$.publish_by]", NULL, NULL, NULL,
	    "$.publish_by IS NOT NULL AND $.published_on IS NULL"
	    " AND coalesce($.status,'')<>'published'", -30, ANY, false, false },
	{ "event", "event", "$.id", "[since_begin;$.start]", NULL, NULL, NULL,
	    "$.start IS NOT NULL AND length($.start)=10"
	    " AND coalesce($.status,'') NOT IN ('held','cancelled','postponed')", -14, -1,
	    false, false },
	{ "event-now", "event", "$.id",
	    "[since_begin;$.start]", NULL, NULL, NULL,
	    "date_begin($.start)<=day_today() AND date_end(coalesce($.\"end\",$.start))"
	    ">=day_today() AND length($.start)=10"
	    " AND coalesce($.status,'') NOT IN ('cancelled','postponed')", 0, ANY, false, false },
	{ "event-over", "event", "$.id", "[since;coalesce($.\"end\",$.start)]", NULL, NULL,
	    NULL, "$.status IN ('idea','planned','confirmed')", 1, ANY, false, false },
	{ "round", "round", "$.id", "[since;$.\"to\"]", NULL, NULL, NULL,
	    "$.\"to\" IS NOT NULL", -14, 30, false, false },
	{ "keep", "person", "$.id", "[since;$.keep_until]", NULL, NULL, NULL,
	    "$.keep_until IS NOT NULL", 1, ANY, false, false },
	{ NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, false, false }
};

static const struct signal *
signal_find(const char *name)
{
	for (const struct signal *g = signals; g->name; g++)
		if (!strcmp(g->name, name))
			return g;
	die("no signal %s", name);
}

const char *
signal_name(int i)
{
	return signals[i].name;
}

const char *
signal_entity(const char *name)
{
	return signal_find(name)->entity;
}

/* Materialized, so that an expression that is both compared and shown is worked out
 * once. */
static void
signal_sql(const struct signal *g, struct str *sql)
{
	const char *const numbers[] = { g->first, g->second, g->text };
	struct str text = { 0 };

	str_addf(&text, "WITH x AS MATERIALIZED(SELECT %s AS id,%s AS days", g->id, g->days);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		str_addf(&text, ",%s AS n%zu", numbers[i] ? numbers[i] : "NULL", i);
	str_addf(&text, " FROM \"%s\" $ WHERE (%s) AND ", g->entity, g->where);
	computed_expand(str_text(&text), "t", sql);
	visible_sql(entity_find(g->entity), "t", sql);
	str_add(sql, ") SELECT id,days,n0,n1,n2 FROM x WHERE ");
	if (g->unknown)
		str_add(sql, "days IS NULL");
	else
		str_addf(sql, "days BETWEEN %d AND %d%s", g->least, g->most,
		    g->above ? " AND days>n0" : "");
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
