#include "config.h"

#include "store/value.h"

#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "base/id.h"
#include "model/country.h"
#include "store/store.h"
#include "store/which.h"

struct value
value_int(int64_t i)
{
	return (struct value){ .kind = VALUE_INT, .i = i };
}

struct value
value_text(const char *s, size_t n)
{
	if (!n)
		return value_null;
	return (struct value){ .kind = VALUE_TEXT, .s = s, .n = n };
}

bool
value_equal(const struct value *a, const struct value *b)
{
	if (a->kind != b->kind)
		return false;
	if (a->kind == VALUE_INT)
		return a->i == b->i;
	return a->kind == VALUE_NULL || (a->n == b->n && !memcmp(a->s, b->s, a->n));
}

void
value_hash(struct hash *h, const struct value *v)
{
	if (v->kind == VALUE_INT)
		hash_int(h, v->i);
	else if (v->kind == VALUE_TEXT)
		hash_text(h, v->s, v->n);
	else
		hash_null(h);
}

int64_t
value_to_int(const struct value *v)
{
	return v->kind == VALUE_INT ? v->i : 0;
}

bool
value_to_date(const struct value *v, struct date *out)
{
	return v->kind == VALUE_TEXT && date_parse(v->s, v->n, out);
}

const char *
value_dup(const struct value *v, struct arena *mem)
{
	return v->kind == VALUE_TEXT ? arena_dup(mem, v->s, v->n) : "";
}

bool
field_is_integer(const struct field *f)
{
	return !strcmp(f->type->sql, "INTEGER");
}

/* A canonical whole number of at most 18 digits; the type made sure of it. */
static int64_t
parse_int(const char *s, size_t n)
{
	bool minus = n && *s == '-';
	int64_t v = 0;

	for (size_t i = minus; i < n; i++)
		v = v * 10 + (s[i] - '0');
	return minus ? -v : v;
}

struct value
value_from_text(const struct field *f, const char *s, size_t n)
{
	if (!n)
		return value_null;
	if (f->type->is_ref || f->type == &type_id) {
		int64_t id = 0;
		return id_parse(s, n, &id) ? value_int(id) : value_null;
	}
	if (field_is_integer(f))
		return value_int(parse_int(s, n));
	return value_text(s, n);
}

void
value_to_text(const struct field *f, const struct value *v, struct str *out)
{
	if (v->kind == VALUE_TEXT) {
		str_addn(out, v->s, v->n);
	} else if (v->kind == VALUE_INT) {
		if (f->type->is_ref || f->type == &type_id) {
			char id[14];
			id_format(v->i, id);
			str_add(out, id);
		} else if (f->type == &type_bool) {
			str_add(out, v->i ? "yes" : "no");
		} else {
			str_addf(out, "%lld", (long long)v->i);
		}
	}
}

/* The sentence for a reference that names nothing, or several. */
static bool
reference_refused(const struct field *f, const char *typed, size_t n,
    size_t count, int64_t hidden, struct error *e)
{
	char id[14];

	if (!count && hidden) {
		id_format(hidden, id);
		return set_error(e, STATUS_DATA,
		    _("%s: \"%.*s\" is in the trash: take it out with \"restore\" (#%s) or choose another."),
		    _(f->label), (int)n, typed, id + 7);
	}
	if (!count)
		return set_error(e, STATUS_DATA,
		    _("%s: there is no \"%.*s\" yet: add it first, or check how it is written."),
		    _(f->label), (int)n, typed);
	return set_error(e, STATUS_DATA,
	    _("%s: \"%.*s\" fits several records: give the id or the code of the one you mean."),
	    _(f->label), (int)n, typed);
}

/* A name that nobody used yet, where naming is enough (tags). */
static bool
reference_coin(struct store *s, const struct field *f, const char *typed, size_t n,
    struct value *out, struct error *e)
{
	const struct entity *ent = entity_find(f->refs);
	struct cell name = { field_with(ent, F_TITLE), value_text(typed, n), true };
	int64_t id;

	if (!record_create(s, ent, &name, 1, &id, e))
		return false;
	*out = value_int(id);
	return true;
}

static bool
reference_input(struct store *s, const struct field *f, const char *typed, size_t n,
    struct value *out, struct error *e)
{
	int64_t ids[2], hidden = 0;
	size_t count;

	if (!which_reference(s, f, typed, n, ids, 2, &count, &hidden, e))
		return false;
	if (!count && !hidden && f->flags & F_COINED && action_under_way(s))
		return reference_coin(s, f, typed, n, out, e);
	if (count != 1)
		return reference_refused(f, typed, n, count, hidden, e);
	*out = value_int(ids[0]);
	return true;
}

/* Blanks, or signs that nobody sees, alone. */
static bool
is_blank(const char *s, size_t n)
{
	struct str fold = { 0 };

	if (*s > ' ' && *s < '\x7f')
		return false;
	fold_add(&fold, s, n);
	bool blank = !fold.len;
	str_free(&fold);
	return blank;
}

bool
value_input(struct store *s, const struct field *f, const char *typed, size_t n,
    struct str *keep, struct value *out, struct error *e)
{
	*out = value_null;
	if (!n)
		return true;
	if (f->flags & F_REQUIRED && is_blank(typed, n))
		return set_error(e, STATUS_DATA, _("%s cannot be empty."), _(f->label));
	if (f->type->is_ref)
		return reference_input(s, f, typed, n, out, e);
	if (f->type->is_term) {
		const char *code = term_code(s, f->list, typed, n);
		if (code) {
			str_set(keep, code);
			*out = value_text(keep->s, keep->len);
			return true;
		}
	}
	str_cut(keep, 0);
	if (!f->type->canon(f, typed, n, keep, e))
		return false;
	*out = value_from_text(f, str_text(keep), keep->len);
	return true;
}

/* The label of the term in the first of the field's lists that knows it. */
static const char *
label_in_lists(struct store *s, const char *lists, const char *code)
{
	char list[64];

	for (int i = 0; joined_word(lists, i, list); i++) {
		const char *label = term_label(s, list, code);
		if (label)
			return label;
	}
	return NULL;
}

/* What stands for a code, NULL when nothing better is known than the code. */
static const char *
code_label(struct store *s, const struct field *f, const char *code)
{
	if (f->type->is_term)
		return label_in_lists(s, f->list, code);
	if (f->type == &type_country || f->type == &type_countries) {
		const struct country *c = country_find(code);
		return c ? country_label(c) : NULL;
	}
	if (f->type == &type_language || f->type == &type_languages)
		return language_label(code);
	return field_value_name(f, code);
}

/* The title of the record whose id the text is; false when it is none. */
static bool
show_id_text(struct store *s, const struct value *v, struct str *out)
{
	int64_t id;
	const struct entity *ent;

	if (v->kind != VALUE_TEXT || !id_parse(v->s, v->n, &id) || !(ent = record_entity(s, id)))
		return false;
	record_title(s, ent, id, out);
	return true;
}

void
value_show(struct store *s, const struct field *f, const struct value *v, struct str *out)
{
	if (f->flags & F_ID_TEXT && show_id_text(s, v, out))
		return;
	if (v->kind == VALUE_INT && f->type->is_ref) {
		const struct entity *ent = record_entity(s, v->i);
		if (!ent) {
			value_to_text(f, v, out);
			return;
		}
		record_title(s, ent, v->i, out);
		if (record_hidden(s, ent, v->i))
			str_addf(out, " %s", _("(in the trash)"));
	} else if (f->type == &type_bool && v->kind == VALUE_INT) {
		str_add(out, v->i ? _("yes") : _("no"));
	} else if (v->kind == VALUE_TEXT && v->n < 64) {
		char code[64];
		memcpy(code, v->s, v->n);
		code[v->n] = '\0';
		const char *label = code_label(s, f, code);
		if (label)
			str_add(out, label);
		else
			str_addn(out, v->s, v->n);
	} else {
		value_to_text(f, v, out);
	}
}
