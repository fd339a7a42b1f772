#include "config.h"

#include "base/i18n.h"
#include "base/multi.h"
#include "io/csv.h"
#include "io/export_row.h"

static void
header(struct export *x)
{
	size_t start;

	if (x->o->bom)
		str_add(&x->bytes, "\xef\xbb\xbf");
	start = x->bytes.len;
	for (size_t i = 0; i < x->count; i++) {
		const struct column *c = x->columns[i].column;
		if (i)
			str_addc(&x->bytes, ',');
		str_add(&x->bytes, c->name);	/* letters, dots and '_' */
	}
	csv_record_end(&x->bytes, start);
}

/* All values of a cell, as import takes them apart again. */
static struct slice
joined(struct export *x, size_t i)
{
	size_t count;
	struct slice *all = export_values(x, i, export_plain, &count);

	str_cut(&x->joined, 0);
	for (size_t k = 0; k < count; k++) {
		str_cut(&x->one, 0);
		str_addn(&x->one, all[k].s, all[k].n);
		multi_add(&x->joined, str_text(&x->one));
	}
	return (struct slice){ str_text(&x->joined), x->joined.len };
}

static void
row(struct export *x)
{
	size_t start = x->bytes.len;

	for (size_t i = 0; i < x->count; i++) {
		const struct export_column *c = &x->columns[i];
		struct slice text = { "", 0 };
		struct value v;
		if (i)
			str_addc(&x->bytes, ',');
		if (c->several)
			text = joined(x, i);
		else if (!rows_value(x->rows, i, 0, &v) || people_left_out(x, c, &v))
			continue;
		else if (v.kind == VALUE_TEXT && !c->labelled)
			text = (struct slice){ v.s, v.n };
		else
			text = export_plain(x, c, &v);
		if (text.n && c->guarded)
			csv_cell_add_guarded(&x->bytes, text.s, text.n);
		else if (text.n)
			csv_cell_add(&x->bytes, text.s, text.n);
	}
	csv_record_end(&x->bytes, start);
}

static void
end(struct export *x)
{
	(void)x;
}

const struct export_writer export_csv = {
	.format = { "csv", N_("CSV, for spreadsheets and for import"), ".csv" },
	.begin = header, .row = row, .end = end,
};
