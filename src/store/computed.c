#include "config.h"

#include "store/computed.h"

#include <stdio.h>
#include <string.h>

#include "model/term.h"
#include "store/through.h"

/* In the expressions `$` is the alias of the record, `{ENTITY.FIELD}` the number of a
 * field and `[NAME;ARGUMENT;...]` a fragment; `@1` and `@2` in a fragment are its
 * arguments. Aliases inside begin with x. Days are local, moments UTC. */
static const struct fragment {
	const char *name, *sql;
} fragments[] = {
	{ "me", "(SELECT id_value(value) FROM setting WHERE name='my_organisation'"
	    " AND deleted=0)" },
	/* The newest day of a meeting, interview, call or contact whose note is about one
	 * of the records @1 (their ids, as `id`), and never a planned one. CROSS JOIN and the
	 * plus (a value of items has no type to be converted to): from the few records to
	 * their notes by the index, not through all notes. */
	{ "newest_note",
	    "(SELECT max(xn.date) FROM (@1) xo CROSS JOIN item xi ON xi.field={note.about}"
	    " AND xi.value=+xo.id CROSS JOIN note xn ON xn.id=xi.record WHERE xn.deleted=0"
	    " AND xn.kind IN ('meeting','interview','call','contact')"
	    " AND xn.date<=day_today())" },
	/* A person of the organisation @2 was present by the attendance @1: under its
	 * name on the sheet, or by an affiliation. The plus: a person has few of these, an
	 * organisation many. */
	{ "present",
	    "@1.state='present' AND @1.deleted=0 AND (@1.organisation=@2"
	    " OR EXISTS(SELECT 1 FROM affiliation xf WHERE xf.person=@1.person"
	    " AND +xf.organisation=@2 AND xf.deleted=0))" },
	/* The events where somebody of the organisation @1 may have been, by the indexes:
	 * without them every partner would look at every event. */
	{ "events_of",
	    "SELECT xg.event FROM attendance xg WHERE xg.organisation=@1 UNION ALL SELECT xg.event"
	    " FROM affiliation xh JOIN attendance xg ON xg.person=xh.person"
	    " WHERE xh.organisation=@1" },
	/* A person at an event: each once, in however many sessions; names on the sheet
	 * folded. */
	{ "someone", "coalesce(@1.person,fold_key(@1.signed_name),'#'||@1.id)" },
	/* Who is counted among those at an event: not whoever holds the meeting. */
	{ "counted", "@1.category IS NOT 'facilitator'" },
	/* The newest event where both sides of a partnership were present. */
	{ "newest_event",
	    "(SELECT max(xe.start) FROM event xe WHERE xe.id IN ([events_of;@1])"
	    " AND xe.deleted=0 AND xe.start<=day_today()"
	    " AND EXISTS(SELECT 1 FROM attendance xa WHERE xa.event=xe.id AND [present;xa;@1])"
	    " AND EXISTS(SELECT 1 FROM attendance xb WHERE xb.event=xe.id AND [present;xb;@2]))" },
	{ "partnership_contact",
	    "nullif(max(coalesce([newest_note;SELECT $.id AS id UNION ALL SELECT $.partner],''),"
	    "coalesce([newest_event;$.partner;$.affiliate],'')),'')" },
	{ "organisation_contact",
	    "nullif(max(coalesce([newest_note;SELECT $.id AS id UNION ALL SELECT xp.id"
	    " FROM partnership xp WHERE xp.partner=$.id AND xp.deleted=0],''),"
	    "coalesce((SELECT max([newest_event;xp.partner;xp.affiliate])"
	    " FROM partnership xp WHERE xp.partner=$.id AND xp.deleted=0),'')),'')" },
	{ "silent",
	    "CAST(max(0,julianday(day_today())-julianday(date_end(@1))) AS INTEGER)" },
	/* Kinds and states of the entry xe that count as open items. */
	{ "open_item",
	    "xe.deleted=0 AND xe.kind IN ('action','agreement','decision','question','topic',"
	    "'issue','opportunity') AND coalesce(xe.status,'open') IN ('open','in-progress')" },
	{ "closed", "{over partnership-stage}" },
	/* The partnership that speaks for an organisation: mine, else an open one before
	 * a closed one, the furthest first. */
	{ "partnership_of",
	    "(SELECT xp.@1 FROM partnership xp WHERE xp.partner=$.id AND xp.deleted=0"
	    " ORDER BY xp.affiliate IS [me] AND xp.affiliate IS NOT NULL DESC,"
	    " xp.stage IN [closed], instr({course partnership-stage},' '||xp.stage||' ') DESC,"
	    " xp.id LIMIT 1)" },
	{ "moment", "strftime('%Y-%m-%dT%H:%M:%SZ',@1/1000,'unixepoch')" },
	{ "born",
	    "(SELECT xa.time FROM record xr JOIN action xa ON xa.id=xr.action"
	    " WHERE xr.id=$.id)" },
	/* How many days may pass without contact: the organisation's own @1, else the
	 * shortest of its tags; NULL: nobody asked to be reminded. */
	{ "cadence",
	    "coalesce($.@1,(SELECT min(xt.@1) FROM item xi JOIN tag xt ON xt.id=xi.value"
	    " WHERE xi.record=$.id AND xi.field={organisation.tags} AND xt.deleted=0))" },
	/* The days that the goal @1 has: those of its period, else of the words for it. */
	{ "goal_begin",
	    "coalesce((SELECT date_begin(xp.\"from\") FROM period xp WHERE xp.id=@1.period),"
	    "date_begin(@1.period_words))" },
	{ "goal_end",
	    "coalesce((SELECT date_end(xp.\"to\") FROM period xp WHERE xp.id=@1.period),"
	    "date_end(@1.deadline),date_end(@1.period_words))" },
	/* How much of them is over, in percent; NULL where no first day is known. */
	{ "pace",
	    "CAST(max(0,min(100,100*(julianday(day_today())-julianday([goal_begin;$])+1)"
	    "/nullif(julianday([goal_end;$])-julianday([goal_begin;$])+1,0))) AS INTEGER)" },
	/* Days from the last, or the first, day that a date means to today. */
	{ "since", "CAST(julianday(day_today())-julianday(date_end(@1)) AS INTEGER)" },
	{ "since_begin", "CAST(julianday(day_today())-julianday(date_begin(@1)) AS INTEGER)" },
	/* Of the metric $: every how many days it is measured, and when it was. */
	{ "rhythm",
	    "(CASE $.how_often WHEN 'monthly' THEN 31 WHEN 'quarterly' THEN 92"
	    " WHEN 'half-yearly' THEN 183 WHEN 'yearly' THEN 366 END)" },
	{ "newest_day",
	    "(SELECT max(date_end(coalesce(xs.\"to\",xs.\"from\",xs.measured_on)))"
	    " FROM measurement xs WHERE xs.metric=$.id AND xs.deleted=0)" },
	{ "goal_closed", "{over goal-status}" },
	/* The limit keeps SQLite from working the days out for each measurement. */
	{ "goal_progress",
	    "(SELECT progress(xm.baseline,xm.target_operator,xm.target,[metric_value;$])"
	    " FROM (SELECT [goal_begin;$] AS begin,[goal_end;$] AS \"end\" LIMIT 1) xd"
	    " CROSS JOIN metric xm WHERE xm.goal=$.id AND xm.deleted=0)" },
	/* What the metric xm of the goal @1 came to in its time xd; not of days to come. */
	{ "metric_value",
	    "(SELECT figures_total([figure;@1],xd.\"end\",xd.begin,xd.\"end\")"
	    " FROM measurement xs WHERE xs.metric=xm.id AND [figure_known])" },
	/* The measurement xs, for the aggregates of total.h. */
	{ "figure",
	    "xs.organisation,@1.owner,xs.event,xs.evidence,xs.\"from\",xs.\"to\","
	    "xs.measured_on,xs.id,xs.value,xs.qualifier" },
	/* Its last day; where nothing says, the last of its goal. */
	{ "figure_day",
	    "coalesce(date_end(coalesce(xs.\"to\",xs.\"from\",xs.measured_on)),[goal_end;@1],'')" },
	/* It has a number, and is not of days to come. */
	{ "figure_known",
	    "xs.deleted=0 AND xs.value IS NOT NULL AND xs.qualifier IS NOT 'unknown'"
	    " AND coalesce(xs.\"from\",xs.\"to\",xs.measured_on,'')<=day_today()" },
	{ "metric",
	    "EXISTS(SELECT 1 FROM metric xm WHERE xm.goal=$.id AND xm.deleted=0 AND @1)" },
};

static const struct computed {
	const char *entity;	/* NULL: every one */
	const char *field;
	const char *sql;
} table[] = {
	{ "organisation", "last_contact", "[organisation_contact]" },
	{ "organisation", "days_silent", "[silent;[organisation_contact]]" },
	{ "organisation", "open_items",
	    "(SELECT count(*) FROM entry xe WHERE (xe.organisation=$.id OR xe.partnership IN"
	    " (SELECT xp.id FROM partnership xp WHERE xp.partner=$.id AND xp.deleted=0))"
	    " AND [open_item])" },
	{ "organisation", "affiliates",
	    "(SELECT CASE WHEN count(DISTINCT xp.affiliate)>1 THEN count(DISTINCT xp.affiliate)"
	    " END FROM partnership xp WHERE xp.partner=$.id AND xp.deleted=0)" },
	{ "organisation", "stage", "[partnership_of;stage]" },
	{ "organisation", "next_step", "[partnership_of;next_step]" },
	{ "organisation", "next_step_on", "[partnership_of;next_step_on]" },
	{ "organisation", "region", "coalesce($.region,country_region($.country))" },
	{ "entry", "event",
	    "coalesce($.event,(SELECT xn.event FROM note xn WHERE xn.id=$.note))" },
	{ "entry", "what",
	    "line_said($.text,$.kind,(SELECT xn.language FROM note xn WHERE xn.id=$.note),"
	    "coalesce($.at,[moment;[born]]),EXISTS(SELECT 1 FROM item xi WHERE xi.record=$.id"
	    " AND xi.field={entry.owners}),$.due)" },
	{ "partnership", "last_contact", "[partnership_contact]" },
	{ "partnership", "days_silent", "[silent;[partnership_contact]]" },
	{ "partnership", "open_items",
	    "(SELECT count(*) FROM entry xe WHERE xe.partnership=$.id AND [open_item])" },
	{ "partnership", "stage_since",
	    "date(coalesce((SELECT max(xa.time) FROM change xc JOIN action xa ON"
	    " xa.id=xc.action WHERE xc.record=$.id AND xc.field={partnership.stage}),"
	    "[born])/1000,'unixepoch','localtime')" },
	{ "event", "present",
	    "(SELECT count(DISTINCT [someone;xa]) FROM attendance xa WHERE xa.event=$.id"
	    " AND xa.state='present' AND [counted;xa] AND xa.deleted=0)" },
	{ "event", "open_items",
	    "(SELECT count(*) FROM entry xe WHERE (xe.event=$.id OR xe.note IN"
	    " (SELECT xn.id FROM note xn WHERE xn.event=$.id AND xn.deleted=0))"
	    " AND [open_item])" },
	{ "goal", "open_items",
	    "(SELECT count(*) FROM entry xe WHERE xe.goal=$.id AND [open_item])" },
	{ "goal", "smart",
	    "CASE WHEN word_count($.statement)>=4 THEN 'S' ELSE '-' END"
	    "||CASE WHEN [metric;((xm.unit IS NOT NULL AND xm.target IS NOT NULL)"
	    " OR xm.target_words IS NOT NULL)] THEN 'M' ELSE '-' END"
	    "||CASE WHEN $.owner IS NOT NULL AND ($.rationale IS NOT NULL OR"
	    " [metric;xm.baseline IS NOT NULL]) THEN 'A' ELSE '-' END"
	    "||CASE WHEN coalesce($.parent,$.parent_words,$.programme) IS NOT NULL"
	    " THEN 'R' ELSE '-' END"
	    "||CASE WHEN coalesce($.deadline,$.period,$.period_words) IS NOT NULL"
	    " THEN 'T' ELSE '-' END" },
	{ "goal", "progress", "[goal_progress]" },
	{ NULL, "id", "$.id" },
	{ NULL, "created", "[moment;[born]]" },
	{ NULL, "changed",
	    "[moment;coalesce((SELECT max(xa.time) FROM change xc JOIN action xa ON"
	    " xa.id=xc.action WHERE xc.record=$.id),[born])]" },
};

static const struct computed *
computed_find(const struct entity *ent, const struct field *f)
{
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (!strcmp(table[i].field, f->name) && (!table[i].entity
		    || !strcmp(table[i].entity, ent->name)))
			return f->flags & (F_COMPUTED | F_RECORD_ID | F_INFERRED) || f->via
			    ? &table[i] : NULL;
	return NULL;
}

bool
computed_has(const struct entity *ent, const struct field *f)
{
	return computed_find(ent, f) != NULL;
}

void
terms_over_sql(const char *list, struct str *sql)
{
	struct str codes = { 0 };

	term_codes_add(list, true, "','", &codes);
	str_addf(sql, codes.len ? "('%s')" : "()", str_text(&codes));
	str_free(&codes);
}

/* The codes that are not over as one text with blanks around each: where one stands in it
 * tells how far it is. */
static void
terms_course_sql(const char *list, struct str *sql)
{
	str_add(sql, "' ");
	term_codes_add(list, false, " ", sql);
	str_add(sql, " '");
}

/* "{over goal-status}" or "{course partnership-stage}" after its '{': appends what it
 * stands for, returns what follows; NULL where it is neither. */
static const char *
terms_sql(const char *p, struct str *sql)
{
	static const struct {
		const char *word;
		void (*add)(const char *list, struct str *sql);
	} words[] = { { "over ", terms_over_sql }, { "course ", terms_course_sql } };
	size_t n = strcspn(p, "}");
	char list[64] = "";

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t word = strlen(words[i].word);
		if (strncmp(p, words[i].word, word))
			continue;
		memcpy(list, p + word, n - word);
		words[i].add(list, sql);
		return p + n + 1;
	}
	return NULL;
}

/* "{note.about}" after its '{': appends the number, returns what follows. */
static const char *
number_sql(const char *p, struct str *sql)
{
	size_t ent_len = strcspn(p, "."), field_len = strcspn(p + ent_len + 1, "}");
	char ent_name[64] = "", name[64] = "";

	memcpy(ent_name, p, ent_len);
	memcpy(name, p + ent_len + 1, field_len);
	const struct entity *ent = entity_find(ent_name);
	const struct field *f = ent ? field_find(ent, name) : NULL;
	str_addf(sql, "%d", f ? f->number : 0);
	return p + ent_len + 1 + field_len + 1;
}

/* A piece of an expression. */
struct piece {
	const char *s;
	size_t n;
};

static void expand(const char *p, size_t n, const struct piece *args, const char *alias,
    struct str *sql);

/* Where the part that begins at p ends: at a ';' or ']' that is not in a fragment
 * inside. */
static size_t
part_length(const char *p, size_t n)
{
	int depth = 0;
	size_t i = 0;

	for (; i < n && (depth || (p[i] != ';' && p[i] != ']')); i++)
		depth += (p[i] == '[') - (p[i] == ']');
	return i;
}

/* "[NAME;ARGUMENT;...]" after its '[': expands the arguments, then the fragment;
 * returns the bytes taken, with the ']'. */
static size_t
fragment_sql(const char *p, size_t n, const struct piece *args, const char *alias,
    struct str *sql)
{
	size_t name = part_length(p, n), at = name;
	struct str texts[2] = { { 0 }, { 0 } };
	struct piece given[2] = { { "", 0 }, { "", 0 } };

	for (int i = 0; i < 2 && at < n && p[at] == ';'; i++) {
		size_t len = part_length(p + at + 1, n - at - 1);
		expand(p + at + 1, len, args, alias, &texts[i]);
		given[i] = (struct piece){ str_text(&texts[i]), texts[i].len };
		at += len + 1;
	}
	for (size_t i = 0; i < sizeof fragments / sizeof *fragments; i++)
		if (strlen(fragments[i].name) == name && !strncmp(fragments[i].name, p, name))
			expand(fragments[i].sql, strlen(fragments[i].sql), given, alias, sql);
	str_free(&texts[0]);
	str_free(&texts[1]);
	return at + 1;
}

static void
expand(const char *p, size_t n, const struct piece *args, const char *alias,
    struct str *sql)
{
	const char *end = p + n, *after;

	while (p < end) {
		size_t plain = strcspn(p, "${[@");
		if (plain > (size_t)(end - p))
			plain = (size_t)(end - p);
		str_addn(sql, p, plain);
		p += plain;
		if (p == end)
			break;
		switch (*p++) {
		case '$':
			str_add(sql, alias);
			break;
		case '{':
			p = (after = terms_sql(p, sql)) ? after : number_sql(p, sql);
			break;
		case '[':
			p += fragment_sql(p, (size_t)(end - p), args, alias, sql);
			break;
		default:
			str_addn(sql, args[*p - '1'].s, args[*p - '1'].n);
			p++;
		}
	}
}

bool
computed_sql(const struct entity *ent, const struct field *f, const char *alias,
    struct str *sql)
{
	const struct computed *c = computed_find(ent, f);

	if (!c)
		return false;
	expand(c->sql, strlen(c->sql), NULL, alias, sql);
	return true;
}

void
computed_expand(const char *text, const char *alias, struct str *sql)
{
	expand(text, strlen(text), NULL, alias, sql);
}

/* --- Hidden --- */

enum { HANGING_MAX = 3 };	/* measurement of a metric of a goal: two are needed */

/* "deleted<>0 OR partner IN (the hidden organisations)": the list is made once a
 * statement, whatever the number of rows. */
static void
hanging_sql(const struct entity *ent, const char *alias, int depth, struct str *sql)
{
	const struct field *f;
	char name[64], inner[16];

	str_addf(sql, "(%s.deleted<>0", alias);
	for (int i = 0; depth < HANGING_MAX && (f = entity_field(ent, i)); i++) {
		if (!(f->flags & F_REQUIRED) || !f->type->is_ref || !field_is_column(f))
			continue;
		for (int k = 0; joined_word(f->refs, k, name); k++) {
			const struct entity *to = entity_find(name);
			if (!to)
				continue;
			snprintf(inner, sizeof inner, "h%d", depth);
			str_addf(sql, " OR %s.\"%s\" IN (SELECT %s.id FROM \"%s\" %s WHERE ",
			    alias, f->name, inner, to->name, inner);
			hanging_sql(to, inner, depth + 1, sql);
			str_addc(sql, ')');
		}
	}
	str_addc(sql, ')');
}

void
hidden_sql(const struct entity *ent, const char *alias, struct str *sql)
{
	hanging_sql(ent, alias, 0, sql);
	str_add(sql, " IS 1");
}

void
visible_sql(const struct entity *ent, const char *alias, struct str *sql)
{
	const struct field *f;
	bool hangs = false;

	for (int i = 0; (f = entity_field(ent, i)); i++)
		hangs = hangs || (f->flags & F_REQUIRED && f->type->is_ref);
	if (!hangs) {
		str_addf(sql, "%s.deleted=0", alias);
		return;
	}
	hanging_sql(ent, alias, 0, sql);
	str_add(sql, " IS NOT 1");
}
