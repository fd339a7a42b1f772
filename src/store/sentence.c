#include "config.h"

#include "store/sentence_part.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "store/db.h"
#include "store/step.h"

enum {
	LISTED = 2,		/* changes told one by one; "and 12 more" */
	SHORT = 60		/* columns of a title or value */
};

struct telling {
	struct store *s;
	int64_t action;
	int64_t record;		/* only of this one; 0: all */
	char command[32];
	struct str *out;
};

/* --- Words --- */

static void
add_cut(struct str *out, struct str *text)
{
	const char *end = memchr(str_text(text), '\n', text->len);
	size_t n = end ? (size_t)(end - text->s) : text->len;
	size_t cut = utf8_cut(str_text(text), n, SHORT, NULL);

	str_addn(out, str_text(text), cut);
	if (cut < text->len)
		str_add(out, "…");
	str_free(text);
}

static void
add_title(struct store *s, int64_t id, struct str *out)
{
	const struct entity *ent = record_entity(s, id);
	struct str title = { 0 };

	if (ent)
		record_title(s, ent, id, &title);
	else
		value_to_text(&common_fields[0], &(struct value){ VALUE_INT, id, NULL, 0 },
		    &title);
	add_cut(out, &title);
}

static void
add_value(struct store *s, const struct field *f, const struct value *v, struct str *out)
{
	struct str text = { 0 };

	value_show(s, f, v, &text);
	add_cut(out, &text);
}

void
sentence_noun(struct str *out, const char *label)
{
	bool lower = label[0] >= 'A' && label[0] <= 'Z' && !(label[1] >= 'A' && label[1] <= 'Z');

	str_addc(out, lower ? (char)(label[0] - 'A' + 'a') : label[0]);
	str_add(out, label + 1);
}

/* --- One change --- */

static void
tell_trash(const struct value *now, const char *title, struct telling *t)
{
	struct str into = { 0 };

	if (now->kind != VALUE_INT || !now->i) {
		str_addf(t->out, _("%s taken out of the trash"), title);
	} else if (now->i == 1) {
		str_addf(t->out, _("%s put in the trash"), title);
	} else {
		add_title(t->s, now->i, &into);
		str_addf(t->out, _("%s combined into %s"), title, str_text(&into));
		str_free(&into);
	}
}

/* Arguments: label of the field, title, value before, value now. */
static void
tell_scalar(const struct field *f, const char *title, const struct value *was,
    const struct value *now, struct telling *t)
{
	struct str before = { 0 }, after = { 0 };
	bool is_long = f->type->has_lines || was->n > SHORT * 2 || now->n > SHORT * 2;

	add_value(t->s, f, was, &before);
	add_value(t->s, f, now, &after);
	if (is_long && now->kind == VALUE_NULL)
		str_addf(t->out, _("%s of %s emptied"), _(f->label), title);
	else if (is_long && was->kind == VALUE_NULL)
		str_addf(t->out, _("%s of %s written"), _(f->label), title);
	else if (is_long)
		str_addf(t->out, _("%s of %s changed"), _(f->label), title);
	else if (now->kind == VALUE_NULL)
		str_addf(t->out, _("%s of %s emptied (was %s)"), _(f->label), title,
		    str_text(&before));
	else if (was->kind == VALUE_NULL)
		str_addf(t->out, _("%s of %s set to %s"), _(f->label), title, str_text(&after));
	else
		str_addf(t->out, _("%s of %s: %s → %s"), _(f->label), title,
		    str_text(&before), str_text(&after));
	str_free(&before);
	str_free(&after);
}

static void
tell_item(const struct field *f, const char *title, const struct value *item, bool on,
    struct telling *t)
{
	struct str name = { 0 };

	add_value(t->s, f, item, &name);
	str_addf(t->out, on ? _("%s added to %s of %s") : _("%s taken from %s of %s"),
	    str_text(&name), _(f->label), title);
	str_free(&name);
}

/* A row of change: record, field, item, old, new. */
static void
tell_change(struct stmt *st, struct telling *t)
{
	const struct field *f = field_by_number((int)stmt_col_int(st, 1), NULL);
	struct value item, was, now;
	struct str title = { 0 };

	add_title(t->s, stmt_col_int(st, 0), &title);
	stmt_col_value(st, 2, &item);
	stmt_col_value(st, 3, &was);
	stmt_col_value(st, 4, &now);
	if (!f)
		str_addf(t->out, _("Something unknown of %s changed"), str_text(&title));
	else if (f->flags & F_TRASH)
		tell_trash(&now, str_text(&title), t);
	else if (field_is_multi(f))
		tell_item(f, str_text(&title), &item, now.kind != VALUE_NULL, t);
	else
		tell_scalar(f, str_text(&title), &was, &now, t);
	str_free(&title);
}

/* --- One new record --- */

/* The title of the first record it is about; how many there are. */
static size_t
about_add(const struct record *r, struct telling *t, struct str *title)
{
	const struct field *about = field_with(r->ent, F_ABOUT);
	size_t count = 0;

	for (size_t i = 0; about && i < r->item_count; i++)
		if (r->items[i].field == about && !count++)
			add_title(t->s, r->items[i].value.i, title);
	return count;
}

/* "Contact, 2026-11-21" alone says nothing to who looks back. */
static void
tell_one_added(const char *title, const char *noun, const char *about, size_t count,
    struct telling *t)
{
	if (!count)
		str_addf(t->out, _("%s added (%s)"), title, noun);
	else
		str_addf(t->out, count == 1 ? _("%s added (%s about %s)")
		    : _("%s added (%s about %s and others)"), title, noun, about);
}

/* A setting is rather set than added. False: it is no such record. */
static bool
tell_set(const struct record *r, const char *title, struct telling *t)
{
	const struct field *name = field_with(r->ent, F_TITLE);
	const struct field *set = field_with(r->ent, F_ID_TEXT);
	struct str value = { 0 };

	if (!name || !name->names || !set)
		return false;
	add_value(t->s, set, record_value(r, set), &value);
	str_addf(t->out, _("%s set to %s"), title, str_text(&value));
	str_free(&value);
	return true;
}

/* What it is: its kind ("affiliate"), else its entity ("partnership"). */
static void
tell_birth(const struct entity *ent, int64_t id, struct telling *t)
{
	const struct field *kind = ent ? field_with(ent, F_KIND) : NULL;
	struct str title = { 0 }, what = { 0 }, noun = { 0 }, about = { 0 };
	struct record *r = NULL;
	size_t count = 0;
	bool told = false;

	add_title(t->s, id, &title);
	if (ent && record_load(t->s, ent, id, &r, NULL) && r) {
		if (kind)
			value_show(t->s, kind, record_value(r, kind), &what);
		count = about_add(r, t, &about);
		told = tell_set(r, str_text(&title), t);
	}
	record_free(r);
	if (!what.len && ent)
		str_add(&what, _(ent->label));
	sentence_noun(&noun, str_text(&what));
	if (!told)
		tell_one_added(str_text(&title), str_text(&noun), str_text(&about), count, t);
	str_free(&title);
	str_free(&what);
	str_free(&noun);
	str_free(&about);
}

/* --- Several --- */

/* Looks at one record by its own index, at a whole action by the action's. */
static struct stmt *
statement(struct telling *t, const char *of_record, const char *of_action,
    struct error *e)
{
	struct stmt *st = stmt_new(t->s->db, t->record ? of_record : of_action, e);

	if (st)
		stmt_int(st, 1, t->action);
	if (st && t->record)
		stmt_int(st, 2, t->record);
	return st;
}

static struct stmt *
births_of(struct telling *t, struct error *e)
{
	return statement(t, "SELECT entity,id FROM record WHERE id=?2 AND action=?1",
	    "SELECT entity,id FROM record WHERE action=?1 ORDER BY id LIMIT 2", e);
}

static struct stmt *
changes_of(struct telling *t, struct error *e)
{
	return statement(t, "SELECT record,field,item,old,new,min(seq) FROM change"
	    " WHERE record=?2 AND +action=?1 GROUP BY field,item ORDER BY min(seq) LIMIT 2",
	    "SELECT record,field,item,old,new,min(seq) FROM change WHERE action=?1"
	    " GROUP BY record,field,item ORDER BY min(seq) LIMIT 2", e);
}

/* Puts "; " between this part and those before it. */
static void
join(struct telling *t, const char *before)
{
	struct str part = { 0 };

	if (!*before)
		return;
	str_set(&part, str_text(t->out));
	str_cut(t->out, 0);
	str_addf(t->out, _("%s; %s"), before, str_text(&part));
	str_free(&part);
}

/* Did one record go into another? That is what was meant, and what the action made and
 * changed besides follows from it. */
static bool
combines(struct telling *t)
{
	struct stmt *st = changes_of(t, NULL);
	struct value now = value_null;
	bool is = false;

	if (st && stmt_row(st)) {
		const struct field *f = field_by_number((int)stmt_col_int(st, 1), NULL);
		stmt_col_value(st, 4, &now);
		is = f && f->flags & F_TRASH && now.kind == VALUE_INT && now.i > 1;
	}
	if (st)
		stmt_end(st, NULL);
	return is;
}

/* "A; B; and 12 more changes"; first: the first change is told before what was made. */
static bool
tell_list(struct telling *t, int64_t total, bool first, struct error *e)
{
	struct str all = { 0 }, part = { 0 }, *out = t->out;
	struct stmt *births = births_of(t, e), *changes = births ? changes_of(t, e) : NULL;
	int64_t told = 0;

	/* cppcheck-suppress autoVariables ; given back below */
	t->out = &part;
	for (; changes && told < LISTED && told < total; told++) {
		str_cut(&part, 0);
		if (!first && stmt_row(births)) {
			tell_birth(entity_by_number((int)stmt_col_int(births, 0)),
			    stmt_col_int(births, 1), t);
		} else if (stmt_row(changes)) {
			tell_change(changes, t);
			first = false;
		} else {
			break;
		}
		join(t, str_text(&all));
		str_set(&all, str_text(&part));
	}
	t->out = out;
	if (told < total)
		str_addf(out, ngettext("%s; and %lld more change", "%s; and %lld more changes",
		    (unsigned long)(total - told)), str_text(&all), (long long)(total - told));
	else
		str_add(out, str_text(&all));
	str_free(&all);
	str_free(&part);
	bool ok = births && stmt_end(births, e);
	return changes && stmt_end(changes, ok ? e : NULL) && ok;
}

/* The same done to many records: "Stage of 3 partnerships set to Active". */
static void
tell_same(struct stmt *st, const struct entity *ent, const struct field *f, int64_t n,
    struct telling *t)
{
	struct str noun = { 0 }, value = { 0 };
	long long count = n;
	unsigned long form = (unsigned long)n;
	struct value now;

	stmt_col_value(st, 4, &now);
	sentence_noun(&noun, _(ent->plural));
	if (f->flags & F_TRASH && now.i == 0)
		str_addf(t->out, ngettext("%lld %s taken out of the trash",
		    "%lld %s taken out of the trash", form), count, str_text(&noun));
	else if (f->flags & F_TRASH)
		str_addf(t->out, ngettext("%lld %s put in the trash",
		    "%lld %s put in the trash", form), count, str_text(&noun));
	else if (now.kind == VALUE_NULL)
		str_addf(t->out, ngettext("%s of %lld %s emptied", "%s of %lld %s emptied", form),
		    _(f->label), count, str_text(&noun));
	else {
		add_value(t->s, f, &now, &value);
		str_addf(t->out, ngettext("%s of %lld %s set to %s", "%s of %lld %s set to %s", form),
		    _(f->label), count, str_text(&noun), str_text(&value));
	}
	str_free(&noun);
	str_free(&value);
}

/* Is it one field set to one value in several records? Then *told. */
static bool
try_same(struct telling *t, bool *told, struct error *e)
{
	struct stmt *st = stmt_new(t->s->db, "SELECT count(*),min(entity)=max(entity)"
	    " AND min(field)=max(field) AND count(DISTINCT record)=count(*)"
	    " AND (count(DISTINCT new)=1 AND count(new)=count(*) OR count(new)=0),"
	    "entity,field,new FROM change WHERE action=?1", e);

	if (!st)
		return false;
	stmt_int(st, 1, t->action);
	if (stmt_row(st) && stmt_col_int(st, 0) > LISTED && stmt_col_int(st, 1)) {
		const struct entity *ent = entity_by_number((int)stmt_col_int(st, 2));
		const struct field *f = field_by_number((int)stmt_col_int(st, 3), NULL);
		*told = ent && f && !field_is_multi(f);
		if (*told)
			tell_same(st, ent, f, stmt_col_int(st, 0), t);
	}
	return stmt_end(st, e);
}

/* --- An action --- */

static bool
count_all(struct telling *t, int64_t *births, int64_t *cells, struct error *e)
{
	struct stmt *st = statement(t,
	    "SELECT (SELECT count(*) FROM record WHERE id=?2 AND action=?1), (SELECT count(*)"
	    " FROM (SELECT DISTINCT field,item FROM change WHERE record=?2 AND +action=?1))",
	    "SELECT (SELECT count(*) FROM record WHERE action=?1), (SELECT count(*)"
	    " FROM (SELECT DISTINCT record,field,item FROM change WHERE action=?1))", e);

	if (!st)
		return false;
	if (stmt_row(st)) {
		*births = stmt_col_int(st, 0);
		*cells = stmt_col_int(st, 1);
	}
	return stmt_end(st, e);
}

static bool
tell(struct telling *t, struct error *e)
{
	int64_t births = 0, cells = 0;
	bool told = false;

	if (!count_all(t, &births, &cells, e))
		return false;
	if (!births && !cells) {
		str_add(t->out, _("Nothing had to change"));
		return true;
	}
	bool many = !t->record && births + cells > LISTED;
	if (many && !strcmp(t->command, "import"))
		return sentence_sum(t->s, t->action, t->command, births, t->out, e);
	bool first = births && combines(t);
	if (many && births > LISTED && !first)
		return sentence_sum(t->s, t->action, t->command, births, t->out, e);
	if (!t->record && !births && !try_same(t, &told, e))
		return false;
	return told || tell_list(t, births + cells, first, e);
}

/* The action's command, and its own sentence where the log cannot say it. */
static bool
action_read(struct telling *t, bool *told, struct error *e)
{
	struct stmt *st = stmt_new(t->s->db,
	    "SELECT command,sentence FROM action WHERE id=?1", e);

	if (!st)
		return false;
	stmt_int(st, 1, t->action);
	if (stmt_row(st)) {
		size_t n = stmt_col_len(st, 0), room = sizeof t->command - 1;
		memcpy(t->command, stmt_col(st, 0), n < room ? n : room);
		*told = !stmt_col_null(st, 1);
		str_add(t->out, stmt_col(st, 1));
	}
	return stmt_end(st, e);
}

bool
sentence_add(struct store *s, int64_t action, int64_t record, struct str *out,
    struct error *e)
{
	struct str sentence = { 0 };
	struct telling t = { .s = s, .record = record, .out = &sentence };
	bool again, told = false;

	bool ok = action_meant(s, action, &t.action, &again, e) && action_read(&t, &told, e)
	    && (told || tell(&t, e));
	if (ok && t.action == action)
		str_add(out, str_text(&sentence));
	else if (ok)
		str_addf(out, again ? _("Done again: %s") : _("Undone: %s"),
		    str_text(&sentence));
	str_free(&sentence);
	return ok;
}
