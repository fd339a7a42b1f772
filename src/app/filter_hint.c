#include "config.h"

#include "app/filter_hint.h"

#include <string.h>

#include "base/fold.h"
#include "model/country.h"
#include "store/value.h"

enum { LEAST = 4 };	/* bytes: shorter ones, "or" and "not" too, are in too many values */

struct word {
	const char *s;		/* folded */
	size_t n;
};

static bool
label_has(const char *label, const struct word *w)
{
	return fold_contains(label, strlen(label), w->s, w->n);
}

static bool
country_has(const struct word *w)
{
	for (const struct country *c = countries; c->code; c++)
		if (label_has(country_label(c), w))
			return true;
	return false;
}

/* Has a value that can be chosen for the field the word in its name? */
static bool
field_offers(struct store *s, const struct field *f, const char *kind, const struct word *w)
{
	struct term_shown t;
	char list[64];

	if (f->type == &type_country || f->type == &type_countries)
		return country_has(w);
	if (!f->type->is_term || f->flags & (F_KIND | F_VISIBILITY))
		return false;
	const char *lists = field_list(f, kind, list);
	for (int i = 0; term_shown_at(s, lists, i, &t); i++)
		if (!t.hidden && label_has(t.label, w))
			return true;
	return false;
}

/* One of the pane's columns, else any field of its records; NULL: none offers it. */
static const struct field *
field_meant(struct store *s, const struct pane *pane, const struct word *w)
{
	const struct entity *ent = entity_find(pane->entity);
	const struct field *f, *fixed;
	const char *kind = NULL;
	char name[64];

	pane_fixed(pane, &fixed, &kind);
	for (const char *p = pane->columns; *p; ) {
		size_t n = strcspn(p, ",");
		if (n < sizeof name) {
			memcpy(name, p, n);
			name[n] = '\0';
			f = field_find(ent, name);
			if (f && field_offers(s, f, kind, w))
				return f;
		}
		p += n + (p[n] == ',');
	}
	for (int i = 0; (f = entity_field(ent, i)); i++)
		if (field_offers(s, f, kind, w))
			return f;
	return NULL;
}

/* Words with signs of the filter language in them stay as they are. */
static const struct field *
word_meant(struct store *s, const struct pane *pane, const char *typed, size_t n)
{
	const struct field *f = NULL;
	struct str folded = { 0 };

	if (n < LEAST || strcspn(typed, "=:<>!()\",") < n)
		return NULL;
	fold_add(&folded, typed, n);
	if (folded.len)
		f = field_meant(s, pane, &(struct word){ str_text(&folded), folded.len });
	str_free(&folded);
	return f;
}

bool
filter_hint(struct store *s, const struct pane *pane, const char *filter, struct str *out)
{
	size_t start = out->len;
	bool any = false;

	for (const char *p = filter; *p; ) {
		size_t blank = strspn(p, " "), n = strcspn(p + blank, " ");
		const struct field *f = word_meant(s, pane, p + blank, n);
		str_add(out, out->len > start && n ? " " : "");
		if (f)
			str_addf(out, "%s:", f->name);
		str_addn(out, p + blank, n);
		any = any || f;
		p += blank + n;
	}
	if (!any)
		str_cut(out, start);
	return any;
}
