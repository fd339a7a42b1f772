/* What is counted by: its name, how values fall into groups, and the filter that finds
 * the records of a group again. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "store/column.h"
#include "store/tally_part.h"
#include "store/through.h"
#include "store/which.h"

enum { YEAR_TEXT = 4, MONTH_TEXT = 7, DAY_TEXT = 10 };	/* bytes of "2014-11-20" */

static const struct {
	const char *name;
	const char *label;	/* N_(), around the label of the column */
} parts[TALLY_PARTS] = {
	[TALLY_WHOLE] = { "", "%s" }, [TALLY_YEAR] = { "year", N_("%s, by year") },
	[TALLY_QUARTER] = { "quarter", N_("%s, by quarter") },
	[TALLY_MONTH] = { "month", N_("%s, by month") },
};

const char *
tally_part_name(int part)
{
	return part >= 0 && part < TALLY_PARTS ? parts[part].name : NULL;
}

/* --- Names --- */

static bool
part_parse(const char *name, size_t column, enum tally_part *out, struct error *e)
{
	*out = TALLY_WHOLE;
	if (!name[column])
		return true;
	for (int i = TALLY_YEAR; i < TALLY_PARTS; i++)
		if (!strcmp(name + column + 1, parts[i].name)) {
			*out = (enum tally_part)i;
			return true;
		}
	return set_error(e, STATUS_USAGE,
	    _("\"%s\" is no stretch of time: it can be year, quarter or month."),
	    name + column + 1);
}

/* Where a filter looks too: "stage" of a partner is one of its partnerships'. */
static void
behind(const struct entity *start, struct column *c)
{
	const char *dot = strrchr(c->name, '.');
	char name[sizeof c->name];
	struct column real;
	struct via via;

	if (!c->field->via || field_is_several(c->ent, c->field)
	    || !via_parse(c->field->via, &via) || via.field->flags & F_COMPUTED)
		return;
	int n = snprintf(name, sizeof name, "%.*s%s.%s", dot ? (int)(dot + 1 - c->name) : 0,
	    c->name, via.ent->name, via.field->name);
	if (n < (int)sizeof name && column_parse(start, name, &real, NULL)
	    && real.hops[real.depth - 1].ref == via.ref)
		*c = real;
}

static bool
column_find(const struct pane *pane, const char *name, struct column *out,
    struct error *e)
{
	const struct entity *ent = entity_find(pane->entity);
	char lent[sizeof out->name];

	if (column_parse(ent, name, out, e)) {
		behind(ent, out);
		return true;
	}
	int n = pane->through ? snprintf(lent, sizeof lent, "%s.%s", pane->through, name) : -1;
	return n > 0 && n < (int)sizeof lent && column_parse(ent, lent, out, NULL);
}

bool
tally_by_parse(const struct pane *pane, const char *name, struct tally_by *out,
    struct error *e)
{
	size_t n = strcspn(name, ":");
	char column[sizeof out->column.name + 1];

	snprintf(column, sizeof column, "%.*s", (int)n, name);
	if (!column_find(pane, column, &out->column, e)
	    || !part_parse(name, n, &out->part, e))
		return false;
	if (out->part != TALLY_WHOLE && !out->column.field->type->is_date)
		return set_error(e, STATUS_USAGE,
		    _("%s is no date: write \"%s\" without \":%s\"."), _(out->column.field->label),
		    column, parts[out->part].name);
	snprintf(out->name, sizeof out->name, "%s%s%s", out->column.name,
	    out->part == TALLY_WHOLE ? "" : ":", parts[out->part].name);
	return true;
}

void
tally_by_label(const struct tally_by *by, struct str *out)
{
	const struct column *c = &by->column;
	struct str label = { 0 };

	for (int i = 0; i < c->depth; i++)
		str_addf(&label, "%s: ", c->hops[i].reverse ? _(c->hops[i].ent->label)
		    : _(c->hops[i].ref->label));
	str_add(&label, _(c->field->label));
	str_addf(out, by->part == TALLY_WHOLE ? "%s" : _(parts[by->part].label),
	    str_text(&label));
	str_free(&label);
}

/* --- Groups --- */

/* Of a moment at most the day: nobody counts by seconds. */
static void
date_text(enum tally_part part, const struct value *v, struct str *out)
{
	size_t n = part == TALLY_YEAR ? YEAR_TEXT : part == TALLY_WHOLE ? DAY_TEXT : MONTH_TEXT;

	if (n > v->n)
		n = v->n;
	if (part == TALLY_QUARTER && n == MONTH_TEXT) {
		int month = (v->s[5] - '0') * 10 + (v->s[6] - '0');
		str_addf(out, "%.4s-Q%d", v->s, (month + 2) / 3);
	} else {
		str_addn(out, v->s, n);
	}
}

void
tally_by_text(const struct tally_by *by, const struct value *v, struct str *out)
{
	if (by->column.field->type->is_date && v->kind == VALUE_TEXT)
		date_text(by->part, v, out);
	else
		value_to_text(by->column.field, v, out);
}

/* What a filter compares folded. */
static bool
is_folded(const struct field *f)
{
	return f->type->is_text || f->type == &type_link || f->type == &type_email;
}

void
tally_by_key(const struct tally_by *by, const struct value *v, struct str *out)
{
	if (v->kind == VALUE_NULL)
		return;
	str_addc(out, '=');	/* a text that folds to nothing is not without one */
	if (is_folded(by->column.field) && v->kind == VALUE_TEXT)
		fold_add(out, v->s, v->n);
	else
		tally_by_text(by, v, out);
}

/* --- Filters --- */

static bool
is_plain(const struct str *s)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "0123456789_.-";

	return s->len && strspn(str_text(s), letters) == s->len;
}

static void
quoted_add(const struct str *text, struct str *out)
{
	if (is_plain(text)) {
		str_addn(out, text->s, text->len);
		return;
	}
	str_addc(out, '"');
	for (size_t i = 0; i < text->len; i++) {
		if (text->s[i] == '"' || text->s[i] == '\\')
			str_addc(out, '\\');
		str_addc(out, text->s[i]);
	}
	str_addc(out, '"');
}

/* A year alone, without its months, or a month without its days: a filter finds all that
 * lies within, so its first part and what comes after that are taken away. */
static void
partial_filter(const char *name, const char *text, struct str *out)
{
	str_addf(out, "%s=%s %s!=%s-01 !%s>=%s-02", name, text, name, text, name, text);
}

/* Three months are one test: of several dates one has to lie in them. */
static void
quarter_filter(const char *name, const char *text, struct str *out)
{
	int first = (text[6] - '1') * 3 + 1;

	str_addf(out, "%s=%.4s-%02d,%.4s-%02d,%.4s-%02d", name, text, first, text, first + 1,
	    text, first + 2);
}

static void
date_filter(const struct tally_by *by, const struct str *text, struct str *out)
{
	const char *name = by->column.name, *s = str_text(text);
	bool whole = by->part == TALLY_WHOLE && by->column.field->type == &type_date;

	if (by->part == TALLY_QUARTER && text->len == MONTH_TEXT)
		quarter_filter(name, s, out);
	else if ((whole && text->len < DAY_TEXT)
	    || (by->part > TALLY_YEAR && text->len == YEAR_TEXT))
		partial_filter(name, s, out);
	else
		str_addf(out, "%s=%s", name, s);
}

/* The title, when it means this record only; else the id. */
static void
reference_filter(struct store *s, const struct tally_by *by, const struct value *v,
    struct str *out)
{
	const struct entity *ent = record_entity(s, v->i);
	struct str title = { 0 };
	int64_t ids[2], hidden = 0;
	size_t count = 0;

	if (ent)
		record_title(s, ent, v->i, &title);
	bool found = title.len && which_reference(s, by->column.field, title.s, title.len, ids, 2,
	    &count, &hidden, NULL) && count == 1 && ids[0] == v->i;
	if (!found) {
		str_cut(&title, 0);
		value_to_text(by->column.field, v, &title);
	}
	str_addf(out, "%s=", by->column.name);
	quoted_add(&title, out);
	str_free(&title);
}

void
tally_by_filter(struct store *s, const struct tally_by *by, const struct value *v,
    struct str *out)
{
	const struct field_type *type = by->column.field->type;
	struct str text = { 0 };

	if (type->is_ref && v->kind == VALUE_INT) {
		reference_filter(s, by, v, out);
		return;
	}
	if (v->kind != VALUE_NULL)
		tally_by_text(by, v, &text);
	if (type->is_date && text.len) {
		date_filter(by, &text, out);
	} else {
		str_addf(out, "%s=", by->column.name);
		if (text.len)
			quoted_add(&text, out);
	}
	str_free(&text);
}
