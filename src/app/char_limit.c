#include "config.h"

#include "app/char_limit.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"

size_t
char_count(const char *s, size_t n)
{
	size_t count = 0;

	for (size_t at = 0; at < n; at += utf8_next(s + at, n - at))
		count++;
	return count;
}

bool
char_limit_tell(const char *s, size_t n, const char *limit, struct str *out)
{
	char *end;
	long most = strtol(limit, &end, 10);

	if (*end || most <= 0)
		return false;
	size_t count = char_count(s, n);
	if (count <= (size_t)most) {
		str_addf(out, _("%zu of %ld characters"), count, most);
		return false;
	}
	size_t over = count - (size_t)most;
	str_addf(out, ngettext("%zu of %ld characters: %zu too many",
	    "%zu of %ld characters: %zu too many", (unsigned long)over), count, most, over);
	return true;
}

bool
char_limit_row(struct rows *rows, const struct column *columns, size_t count, size_t i,
    struct str *out)
{
	const char *name = columns[i].field->limit;
	struct value text, limit;
	struct str most = { 0 };
	size_t k = 0;

	while (name && k < count && (columns[k].depth || strcmp(columns[k].field->name, name)))
		k++;
	if (!name || k == count || !rows_value(rows, k, 0, &limit)
	    || !rows_value(rows, i, 0, &text) || text.kind != VALUE_TEXT)
		return false;
	value_to_text(columns[k].field, &limit, &most);
	bool over = char_limit_tell(text.s, text.n, str_text(&most), out);
	str_free(&most);
	return over;
}
