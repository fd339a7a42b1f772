#include "config.h"

#include "store/computed.h"

#include <stdio.h>
#include <string.h>

#include "store/through.h"

/* In the expressions `$` is the alias of the record and `{ENTITY.FIELD}` the number
 * of a field; aliases inside begin with x. Days are local, moments UTC. */

#define ME "(SELECT id_value(value) FROM setting WHERE name='my_organisation' AND deleted=0)"

/* The newest day of a meeting, interview, call or contact whose note is about one of
 * the records, and never a planned one. */
#define NEWEST_NOTE(about) \
	"(SELECT max(xn.date) FROM item xi JOIN note xn ON xn.id=xi.record" \
	" WHERE xi.field={note.about} AND xi.value IN (" about ") AND xn.deleted=0" \
	" AND xn.kind IN ('meeting','interview','call','contact')" \
	" AND xn.date<=day_today())"

/* A person of the organisation was present: under its name on the sheet, or by an
 * affiliation. */
#define PRESENT(alias, organisation) \
	alias ".state='present' AND " alias ".deleted=0 AND (" alias ".organisation=" \
	organisation " OR EXISTS(SELECT 1 FROM affiliation xf WHERE xf.person=" alias \
	".person AND xf.organisation=" organisation " AND xf.deleted=0))"

/* The newest event where both sides of the partnership were present. */
#define NEWEST_EVENT(partner, affiliate) \
	"(SELECT max(xe.start) FROM event xe WHERE xe.deleted=0 AND xe.start<=day_today()" \
	" AND EXISTS(SELECT 1 FROM attendance xa WHERE xa.event=xe.id AND " \
	PRESENT("xa", partner) ")" \
	" AND EXISTS(SELECT 1 FROM attendance xb WHERE xb.event=xe.id AND " \
	PRESENT("xb", affiliate) "))"

#define PARTNERSHIP_CONTACT \
	"nullif(max(coalesce(" NEWEST_NOTE("$.id,$.partner") ",'')," \
	"coalesce(" NEWEST_EVENT("$.partner", "$.affiliate") ",'')),'')"

#define ORGANISATION_CONTACT \
	"nullif(max(coalesce(" NEWEST_NOTE("SELECT $.id UNION ALL SELECT xp.id" \
	" FROM partnership xp WHERE xp.partner=$.id AND xp.deleted=0") ",'')," \
	"coalesce((SELECT max(" NEWEST_EVENT("xp.partner", "xp.affiliate") ")" \
	" FROM partnership xp WHERE xp.partner=$.id AND xp.deleted=0),'')),'')"

#define SILENT(contact) \
	"CAST(max(0,julianday(day_today())-julianday(date_end(" contact "))) AS INTEGER)"

/* Kinds and states that count as open items; of entry xe. */
#define OPEN_ITEM \
	"xe.deleted=0 AND xe.kind IN ('action','agreement','decision','question','topic'," \
	"'issue','opportunity') AND coalesce(xe.status,'open') IN ('open','in-progress')"

#define CLOSED "'completed','paused','declined'"

/* The partnership that speaks for an organisation: mine, else an open one before a
 * closed one, the furthest first. */
#define PARTNERSHIP_OF(column) \
	"(SELECT xp." column " FROM partnership xp WHERE xp.partner=$.id AND xp.deleted=0" \
	" ORDER BY xp.affiliate IS " ME " AND xp.affiliate IS NOT NULL DESC," \
	" xp.stage IN (" CLOSED "), instr(' prospect contact meeting pilot agreement" \
	" active ',' '||xp.stage||' ') DESC, xp.id LIMIT 1)"

#define MOMENT(ms) "strftime('%Y-%m-%dT%H:%M:%SZ'," ms "/1000,'unixepoch')"
#define BORN \
	"(SELECT xa.time FROM record xr JOIN action xa ON xa.id=xr.action WHERE xr.id=$.id)"

/* The newest value of a metric, not of a day to come. */
#define NEWEST_VALUE \
	"(SELECT xs.value FROM measurement xs WHERE xs.metric=xm.id AND xs.deleted=0" \
	" AND xs.value IS NOT NULL AND xs.qualifier IS NOT 'unknown'" \
	" AND coalesce(xs.\"to\",xs.\"from\",xs.measured_on,'')<=day_today()" \
	" ORDER BY coalesce(xs.\"to\",xs.\"from\",xs.measured_on,'') DESC, xs.id DESC LIMIT 1)"

#define METRIC(condition) \
	"EXISTS(SELECT 1 FROM metric xm WHERE xm.goal=$.id AND xm.deleted=0 AND " \
	condition ")"

static const struct computed {
	const char *entity;	/* NULL: every one */
	const char *field;
	const char *sql;
} table[] = {
	{ "organisation", "last_contact", ORGANISATION_CONTACT },
	{ "organisation", "days_silent", SILENT(ORGANISATION_CONTACT) },
	{ "organisation", "open_items",
	    "(SELECT count(*) FROM entry xe WHERE (xe.organisation=$.id OR xe.partnership IN"
	    " (SELECT xp.id FROM partnership xp WHERE xp.partner=$.id AND xp.deleted=0))"
	    " AND " OPEN_ITEM ")" },
	{ "organisation", "stage", PARTNERSHIP_OF("stage") },
	{ "organisation", "next_step", PARTNERSHIP_OF("next_step") },
	{ "organisation", "next_step_on", PARTNERSHIP_OF("next_step_on") },
	{ "partnership", "last_contact", PARTNERSHIP_CONTACT },
	{ "partnership", "days_silent", SILENT(PARTNERSHIP_CONTACT) },
	{ "partnership", "open_items",
	    "(SELECT count(*) FROM entry xe WHERE xe.partnership=$.id AND " OPEN_ITEM ")" },
	{ "partnership", "stage_since",
	    "date(coalesce((SELECT max(xa.time) FROM change xc JOIN action xa ON"
	    " xa.id=xc.action WHERE xc.record=$.id AND xc.field={partnership.stage}),"
	    BORN ")/1000,'unixepoch','localtime')" },
	/* Each person once, in however many sessions; names on the sheet folded. */
	{ "event", "present",
	    "(SELECT count(DISTINCT coalesce(xa.person,fold_key(xa.signed_name),"
	    "'#'||xa.id)) FROM attendance xa WHERE xa.event=$.id AND xa.state='present'"
	    " AND xa.deleted=0)" },
	{ "event", "open_items",
	    "(SELECT count(*) FROM entry xe WHERE (xe.event=$.id OR xe.note IN"
	    " (SELECT xn.id FROM note xn WHERE xn.event=$.id AND xn.deleted=0))"
	    " AND " OPEN_ITEM ")" },
	{ "goal", "open_items",
	    "(SELECT count(*) FROM entry xe WHERE xe.goal=$.id AND " OPEN_ITEM ")" },
	{ "goal", "smart",
	    "CASE WHEN word_count($.statement)>=4 THEN 'S' ELSE '-' END"
	    "||CASE WHEN " METRIC("((xm.unit IS NOT NULL AND xm.target IS NOT NULL)"
	    " OR xm.target_words IS NOT NULL)") " THEN 'M' ELSE '-' END"
	    "||CASE WHEN $.owner IS NOT NULL AND ($.rationale IS NOT NULL OR "
	    METRIC("xm.baseline IS NOT NULL") ") THEN 'A' ELSE '-' END"
	    "||CASE WHEN coalesce($.parent,$.parent_words,$.programme) IS NOT NULL"
	    " THEN 'R' ELSE '-' END"
	    "||CASE WHEN coalesce($.deadline,$.period,$.period_words) IS NOT NULL"
	    " THEN 'T' ELSE '-' END" },
	{ "goal", "progress",
	    "(SELECT progress(xm.baseline,xm.target_operator,xm.target," NEWEST_VALUE ")"
	    " FROM metric xm WHERE xm.goal=$.id AND xm.deleted=0)" },
	{ NULL, "id", "$.id" },
	{ NULL, "created", MOMENT(BORN) },
	{ NULL, "changed",
	    MOMENT("coalesce((SELECT max(xa.time) FROM change xc JOIN action xa ON"
	    " xa.id=xc.action WHERE xc.record=$.id)," BORN ")") },
};

static const struct computed *
computed_find(const struct entity *ent, const struct field *f)
{
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (!strcmp(table[i].field, f->name) && (!table[i].entity
		    || !strcmp(table[i].entity, ent->name)))
			return f->flags & (F_COMPUTED | F_RECORD_ID) || f->via ? &table[i] : NULL;
	return NULL;
}

bool
computed_has(const struct entity *ent, const struct field *f)
{
	return computed_find(ent, f) != NULL;
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

bool
computed_sql(const struct entity *ent, const struct field *f, const char *alias,
    struct str *sql)
{
	const struct computed *c = computed_find(ent, f);

	if (!c)
		return false;
	for (const char *p = c->sql; *p; ) {
		size_t n = strcspn(p, "${");
		str_addn(sql, p, n);
		p += n;
		if (*p == '$') {
			str_add(sql, alias);
			p++;
		} else if (*p == '{') {
			p = number_sql(p + 1, sql);
		}
	}
	return true;
}

void
closed_stages_sql(struct str *sql)
{
	str_add(sql, "(" CLOSED ")");
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
