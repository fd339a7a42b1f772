#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "io/export_row.h"
#include "io/json.h"

static void
begin(struct export *x)
{
	str_addc(&x->bytes, '[');
}

/* Numbers and truth as JSON has them; exact decimals stay text, so that nobody
 * rounds them. */
static void
value(struct export *x, const struct export_column *c, const struct value *v,
    struct slice text)
{
	if (v->kind == VALUE_INT && c->field->type == &type_bool && !c->labelled)
		str_add(&x->bytes, v->i ? "true" : "false");
	else if (v->kind == VALUE_INT && c->field->type->is_number)
		str_addn(&x->bytes, text.s, text.n);
	else
		json_string(&x->bytes, text.s, text.n);
}

static void
array(struct export *x, const struct slice *all, size_t count)
{
	str_addc(&x->bytes, '[');
	for (size_t k = 0; k < count; k++) {
		if (k)
			str_addc(&x->bytes, ',');
		json_string(&x->bytes, all[k].s, all[k].n);
	}
	str_addc(&x->bytes, ']');
}

static void
row(struct export *x)
{
	bool first = true;

	str_add(&x->bytes, x->report->rows ? ",\n{" : "\n{");
	for (size_t i = 0; i < x->count; i++) {
		const struct export_column *c = &x->columns[i];
		struct slice *all = NULL;
		struct value v;
		size_t count = 0;
		if (c->several)
			all = export_values(x, i, export_plain, &count);
		if (c->several ? !count : !rows_value(x->rows, i, 0, &v)
		    || people_left_out(x, c, &v))
			continue;
		if (!first)
			str_addc(&x->bytes, ',');
		first = false;
		json_string(&x->bytes, c->column->name, strlen(c->column->name));
		str_addc(&x->bytes, ':');
		if (c->several)
			array(x, all, count);
		else
			value(x, c, &v, export_plain(x, c, &v));
	}
	str_addc(&x->bytes, '}');
}

static void
end(struct export *x)
{
	str_add(&x->bytes, "\n]\n");
}

const struct export_writer export_json = {
	.format = { "json", N_("JSON, for other programs"), ".json" },
	.begin = begin, .row = row, .end = end,
};
