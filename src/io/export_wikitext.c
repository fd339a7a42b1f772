#include "config.h"

#include "base/i18n.h"
#include "io/export_row.h"
#include "io/wikitext.h"

/* "Country", and through references "Partner: Country". */
static void
label_add(const struct column *c, struct str *out)
{
	for (int i = 0; i < c->depth; i++) {
		const struct hop *hop = &c->hops[i];
		str_addf(out, "%s: ", hop->reverse ? _(hop->ent->label)
		    : _(hop->ref->label));
	}
	str_add(out, _(c->field->label));
}

static void
begin(struct export *x)
{
	wikitext_table_start(&x->bytes, "wikitable sortable");
	for (size_t i = 0; i < x->count; i++) {
		str_cut(&x->joined, 0);
		label_add(x->columns[i].column, &x->joined);
		wikitext_header_cell(&x->bytes, str_text(&x->joined), x->joined.len);
	}
}

/* A value, unless it is the name of somebody it might harm. */
static struct slice
shown(struct export *x, const struct export_column *c, const struct value *v)
{
	static const struct slice nothing = { "", 0 };

	return people_left_out(x, c, v) ? nothing : export_shown(x, c, v);
}

static void
cell(struct export *x, size_t i)
{
	const struct export_column *c = &x->columns[i];
	size_t count;
	struct slice *all = export_values(x, i, shown, &count);

	str_cut(&x->joined, 0);
	for (size_t k = 0; k < count; k++) {
		if (all[k].n && x->joined.len)
			str_add(&x->joined, ", ");
		str_addn(&x->joined, all[k].s, all[k].n);
	}
	wikitext_cell(&x->bytes, str_text(&x->joined), x->joined.len,
	    c->field->flags & F_WIKITEXT);
}

static void
row(struct export *x)
{
	wikitext_row(&x->bytes);
	for (size_t i = 0; i < x->count; i++)
		cell(x, i);
}

static void
end(struct export *x)
{
	wikitext_table_end(&x->bytes);
}

const struct export_writer export_wikitext = {
	.format = { "wikitext", N_("A table for a wiki page"), ".wiki" },
	.published = true, .shown = true,
	.begin = begin, .row = row, .end = end,
};
