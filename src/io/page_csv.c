#include "config.h"

#include <string.h>

#include "base/decimal.h"
#include "io/csv.h"
#include "io/page_part.h"

static const struct page_part *
first_table(const struct page *p)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->parts[i].kind == PART_TABLE)
			return &p->parts[i];
	return NULL;
}

/* A number is no formula, also below nought. */
static void
cell_write(struct str *out, const char *s, size_t column)
{
	struct decimal number;
	size_t n = strlen(s);

	if (column)
		str_addc(out, ',');
	if (decimal_parse(s, n, &number))
		csv_cell_add(out, s, n);
	else
		csv_cell_add_guarded(out, s, n);
}

void
page_csv(const struct page *p, struct str *out)
{
	const struct page_part *table = first_table(p);
	size_t start = out->len;

	if (!table)
		return;
	for (size_t i = 0; i < table->column_count; i++)
		cell_write(out, table->columns[i].name, i);
	csv_record_end(out, start);
	for (size_t i = 0; i < table->cell_count; i++) {
		size_t column = i % table->column_count;
		if (!column)
			start = out->len;
		cell_write(out, table->cells[i], column);
		if (column + 1 == table->column_count)
			csv_record_end(out, start);
	}
}
