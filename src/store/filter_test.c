/* A field, an operator and what was typed become conditions over canonical values. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "base/id.h"
#include "model/country.h"
#include "model/term.h"
#include "store/computed.h"
#include "store/column.h"
#include "store/filter_atom.h"
#include "store/through.h"
#include "store/which.h"

enum { REFERENCES_MAX = 64 };	/* records that one name may mean */

/* --- References --- */

static bool
no_reference(struct test *t, const char *typed, int64_t hidden)
{
	char id[ID_LENGTH + 1];

	if (!hidden)
		return set_error(t->e, STATUS_DATA,
		    _("%s: there is no \"%s\"; \"%s:%s\" finds those with it in their name."),
		    _(t->field->label), typed, t->token->field, typed);
	id_format(hidden, id);
	return set_error(t->e, STATUS_DATA, _("%s: \"%s\" is in the trash (#%s)."),
	    _(t->field->label), typed, id + ID_LENGTH - 6);
}

/* A name that fits several records means all of them. */
static bool
reference_is(struct test *t, const char *typed)
{
	int64_t ids[REFERENCES_MAX], hidden = 0;
	size_t count = 0;

	if (!which_reference(t->s, t->field, typed, strlen(typed), ids, REFERENCES_MAX, &count,
	    &hidden, t->e))
		return false;
	if (!count && hidden)
		ids[count++] = hidden;
	if (!count)
		return no_reference(t, typed, hidden);
	for (size_t i = 0; i < count && i < REFERENCES_MAX; i++) {
		struct value v = value_int(ids[i]);
		test_atom_value(t, "@=?1", &v);
	}
	return true;
}

static void
reference_has_entity(struct test *t, const struct entity *to, const char *typed)
{
	struct str sql = { 0 }, has = { 0 };

	if (title_has_sql(to, "w", "?1", 0, &has)) {
		str_addf(&sql, "@ IN (SELECT w.id FROM \"%s\" w WHERE %s)", to->name,
		    str_text(&has));
		test_atom_folded(t, arena_strdup(&t->f->mem, str_text(&sql)), typed);
	}
	str_free(&sql);
	str_free(&has);
}

static void
reference_has(struct test *t, const char *typed)
{
	for (int i = 0; entities[i]; i++)
		if (!(entities[i]->flags & E_INTERNAL) && field_refers(t->field, entities[i]))
			reference_has_entity(t, entities[i], typed);
}

/* --- Ids --- */

/* "#" and the end of an id, else the whole. */
static bool
id_is(struct test *t, const char *typed)
{
	char text[ID_LENGTH + 1] = "a000000000000";
	size_t n = strlen(typed) - (*typed == '#');
	struct str keep = { 0 };
	struct value v;
	int64_t end;

	if (*typed == '#' && n && n < ID_LENGTH) {
		memcpy(text + ID_LENGTH - n, typed + 1, n);
		if (!id_parse(text, ID_LENGTH, &end))
			return set_error(t->e, STATUS_DATA, _("\"%s\" is not the end of an id."),
			    typed);
		test_atom(t, "(@&?1)=?2");
		filter_value_add(t->f, value_int(((int64_t)1 << (5 * n)) - 1));
		filter_value_add(t->f, value_int(end));
		return true;
	}
	bool ok = value_input(t->s, t->field, typed + (*typed == '#'), n, &keep, &v, t->e);
	if (ok)
		test_atom_value(t, "@=?1", &v);
	str_free(&keep);
	return ok;
}

/* --- Codes: terms, countries, languages --- */

static bool
folded_in(const char *label, const char *needle)
{
	return label && fold_contains(label, strlen(label), needle, strlen(needle));
}

static void
terms_having(struct test *t, struct set *set, const char *needle)
{
	struct term_shown term;

	for (int i = 0; term_shown_at(t->s, t->field->list, i, &term); i++)
		if (folded_in(term.label, needle) || folded_in(term.code, needle))
			set_add(t, set, term.code);
}

static void
codes_having(struct test *t, struct set *set, const char *needle)
{
	bool country = t->field->type == &type_country || t->field->type == &type_countries;

	for (const struct country *c = countries; country && c->code; c++)
		if (folded_in(country_label(c), needle) || folded_in(c->name, needle)
		    || folded_in(c->code, needle))
			set_add(t, set, c->code);
	for (const struct language *l = languages; !country && l->code; l++)
		if (folded_in(l->own, needle) || folded_in(l->name, needle)
		    || folded_in(l->code, needle))
			set_add(t, set, l->code);
}

/* Before and after a term are those that stand so in its list. */
static bool
terms_compared(struct test *t, const char *code)
{
	struct term_shown term;
	struct set set = { 0 };
	int at = -1;

	for (int i = 0; term_shown_at(t->s, t->field->list, i, &term); i++)
		if (at < 0 && !strcmp(term.code, code))
			at = i;
	for (int i = 0; at >= 0 && term_shown_at(t->s, t->field->list, i, &term); i++) {
		enum filter_op op = t->token->op;
		if ((i < at && (op == OP_BEFORE || op == OP_UPTO))
		    || (i > at && (op == OP_AFTER || op == OP_FROM))
		    || (i == at && (op == OP_UPTO || op == OP_FROM)))
			set_add(t, &set, term.code);
	}
	set_end(t, &set);
	return true;
}

/* --- One value --- */

/* Free text, and what is written like it: compared folded, never refused. */
static bool
is_like_text(const struct field *f)
{
	return f->type->is_text || f->type == &type_link || f->type == &type_email;
}

static bool
is_codes(const struct field *f)
{
	return f->type == &type_country || f->type == &type_countries
	    || f->type == &type_language || f->type == &type_languages;
}

/* The one field whose folded text is all that the column `fold` holds. */
static bool
is_folded_column(const struct entity *ent, const struct field *f)
{
	const struct field *other;
	int count = 0;

	for (int i = 0; (other = entity_field(ent, i)); i++)
		count += (other->flags & F_FOLD) != 0;
	return f->flags & F_FOLD && count == 1;
}

/* A stage that is closed and named: partnerships at it are looked at too. */
static void
stage_named(struct test *t, const char *code)
{
	struct filter *f = t->f;

	if (t->node->open < 0 || !(t->field->flags & F_STAGE) || !term_is_over(t->field->list, code)
	    || f->named_count == sizeof f->stages / sizeof *f->stages)
		return;
	f->stages[f->named_count++] = arena_strdup(&f->mem, code);
}

/* What stands in another field's list was meant for that field: type=museum. */
static void
term_elsewhere(struct test *t, const char *typed)
{
	const struct field *f;

	for (int i = 0; (f = entity_field(t->node->column.ent, i)); i++) {
		const char *code = f != t->field && f->type->is_term
		    ? term_code(t->s, f->list, typed, strlen(typed)) : NULL;
		if (!code)
			continue;
		set_error(t->e, STATUS_DATA,
		    _("Write \"%s=%s\": that is no value of %s."), f->name, code,
		    _(t->field->label));
		return;
	}
}

/* The canonical value. Of a moment the day is enough, or its month or year. */
static bool
value_read(struct test *t, const char *typed, struct str *keep, struct value *v)
{
	size_t n = strlen(typed);

	if (t->field->type == &type_datetime && type_date.canon(t->field, typed, n, keep, NULL)) {
		*v = value_text(keep->s, keep->len);
		return true;
	}
	str_cut(keep, 0);
	if (value_input(t->s, t->field, typed, n, keep, v, t->e))
		return true;
	if (t->field->type->is_term)
		term_elsewhere(t, typed);
	return false;
}

static bool
value_is(struct test *t, const char *typed)
{
	const struct field *f = t->field;
	struct str keep = { 0 };
	struct value v;

	if (f->type->is_ref)
		return reference_is(t, typed);
	if (f->type == &type_id)
		return id_is(t, typed);
	if (is_like_text(f)) {
		test_atom_folded(t, is_folded_column(t->node->column.ent, f) ? "$.fold=?1"
		    : "fold_is(?1,@)", typed);
		return true;
	}
	bool ok = value_read(t, typed, &keep, &v);
	if (ok && f->flags & F_TRASH)
		test_atom(t, v.i ? "hidden" : "visible");
	else if (ok && f->type->is_date && v.kind == VALUE_TEXT)
		test_date_is(t, v.s, v.n);
	else if (ok)
		test_atom_value(t, "@=?1", &v);
	if (ok && f->type->is_term)
		stage_named(t, str_text(&keep));
	str_free(&keep);
	return ok;
}

static bool
value_has(struct test *t, const char *typed)
{
	const struct field *f = t->field;
	struct set set = { 0 };
	struct str folded = { 0 };

	if (f->type->is_ref) {
		reference_has(t, typed);
		return true;
	}
	if (f->type == &type_bool)
		return value_is(t, typed);
	fold_add(&folded, typed, strlen(typed));
	if (f->type->is_term)
		terms_having(t, &set, str_text(&folded));
	else if (is_codes(f))
		codes_having(t, &set, str_text(&folded));
	else
		test_atom_text(t, f->type == &type_id ? "fold_has(?1,id_text(@))" : "fold_has(?1,@)",
		    str_text(&folded));
	size_t first = set.atom ? set.atom->first : 0;
	for (int i = 0; i < set.count; i++)
		stage_named(t, t->f->values[first + (size_t)i].s);
	set_end(t, &set);
	str_free(&folded);
	return true;
}

static const char *const signs[] = {
	[OP_HAS] = ":", [OP_IS] = "=", [OP_BEFORE] = "<", [OP_AFTER] = ">", [OP_UPTO] = "<=",
	[OP_FROM] = ">="
};

/* "@<?1", or with a function around both sides. */
static void
ordered(struct test *t, const char *function, const struct value *v)
{
	bool f = *function != '\0';

	test_atom_value(t, arena_printf(&t->f->mem, "%s%s@%s%s%s%s?1%s", function, f ? "(" : "",
	    f ? ")" : "", signs[t->token->op], function, f ? "(" : "", f ? ")" : ""), v);
}

static bool
value_compared(struct test *t, const char *typed)
{
	const struct field *f = t->field;
	struct str keep = { 0 };
	struct value v;

	if (f->type->is_ref || f->type == &type_id || f->type == &type_bool || is_codes(f))
		return set_error(t->e, STATUS_DATA,
		    _("%s has no order: write \"%s=%s\" instead of \"%s\"."), _(f->label),
		    t->token->field, typed, t->token->text);
	if (is_like_text(f)) {
		v = (struct value){ VALUE_TEXT, 0, typed, strlen(typed) };
		ordered(t, "fold_key", &v);
		return true;
	}
	bool ok = value_read(t, typed, &keep, &v);
	if (ok && f->type->is_term)
		terms_compared(t, str_text(&keep));
	else if (ok && f->type->is_date)
		test_date_compare(t, str_text(&keep), keep.len);
	else if (ok)
		ordered(t, f->type->is_number && v.kind == VALUE_TEXT ? "decimal_key" : "", &v);
	str_free(&keep);
	return ok;
}

static bool
value_add(struct test *t, const char *typed)
{
	switch (t->token->op) {
	case OP_HAS:
		return value_has(t, typed);
	case OP_IS:
		return value_is(t, typed);
	default:
		return value_compared(t, typed);
	}
}

/* No name begins with an id and a comma: that is a list, and looking through all names
 * for it first would take long. */
static bool
is_id_list(const struct token *token)
{
	int64_t id;

	return token->part_count > 1 && id_parse(token->parts[0], strlen(token->parts[0]), &id);
}

/* All values: the one with its commas if it means something ("Korea, Republic of"),
 * else one of its parts. */
static bool
values_add(struct test *t)
{
	const struct token *token = t->token;
	struct error *e = t->e;

	if (is_like_text(t->field) && token->solid)
		return value_add(t, token->whole);
	if (token->part_count > 1 && token->op == OP_IS && !is_like_text(t->field)
	    && !is_id_list(token)) {
		size_t count = t->f->count;
		t->e = NULL;
		bool ok = value_add(t, token->whole);
		t->e = e;
		if (ok)
			return true;
		t->f->count = count;
		t->node->atoms = NULL;
	}
	for (size_t i = 0; i < token->part_count; i++)
		if (!value_add(t, token->parts[i]))
			return false;
	return true;
}

/* --- The field --- */

/* Fields of the entity, else of the one that lends its fields to the pane. */
static bool
field_resolve(struct filter *f, struct node *n, const char *name, struct error *e)
{
	struct column lent, *c = &n->column;

	if (column_parse(f->ent, name, c, e))
		return true;
	const struct entity *through = f->pane && f->pane->through
	    ? entity_find(f->pane->through) : NULL;
	const struct field *back = through ? reference_back(through, f->ent, NULL) : NULL;
	/* What is near to no field of the entity may be near to one that is lent. */
	struct error *near = field_nearest(f->ent, name) ? NULL : e;
	if (!back || !column_parse(through, name, &lent, near) || lent.depth >= COLUMN_HOPS)
		return false;
	*c = lent;
	c->start = f->ent;
	c->hops[0] = (struct hop){ back, through, true };
	memcpy(c->hops + 1, lent.hops, (size_t)lent.depth * sizeof *lent.hops);
	c->depth++;
	n->open = 0;
	return true;
}

/* A field that only repeats what a record behind it holds (organisation.stage) is
 * looked for there: any open one counts, not only the one that is shown. */
static void
field_behind(struct node *n)
{
	struct column *c = &n->column;
	struct via via;

	if (!c->field->via || field_is_several(c->ent, c->field) || c->depth >= COLUMN_HOPS
	    || !via_parse(c->field->via, &via) || via.field->flags & F_COMPUTED)
		return;
	n->open = c->depth;
	c->hops[c->depth++] = (struct hop){ via.ref, via.ent, true };
	c->ent = via.ent;
	c->field = via.field;
}

bool
filter_test(struct store *s, struct filter *f, struct node *n, const struct token *token,
    struct error *e)
{
	if (!field_resolve(f, n, token->field, e))
		return false;
	field_behind(n);
	struct test t = { s, f, n, n->column.field, token, e };
	if (t.field->flags & F_TRASH && !n->column.depth)
		f->trash = true;
	if (token->part_count)
		return values_add(&t);
	if (token->op == OP_HAS) {
		n->kind = NODE_ALL;
		return true;
	}
	if (token->op != OP_IS)
		return set_error(e, STATUS_DATA, _("\"%s\" lacks a value: what is %s compared with?"),
		    token->text, _(t.field->label));
	test_atom(&t, t.field->flags & F_TRASH ? "visible" : "@ IS NOT NULL");
	return true;
}
