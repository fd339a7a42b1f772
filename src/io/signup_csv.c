/* Sign-up lists from files, and those that are tables. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "io/csv.h"
#include "io/csv_source.h"
#include "io/signup_part.h"
#include "model/entity.h"

enum { LIST_MAX = 4 * 1000 * 1000 };

bool
signup_load(const char *path, struct str *out, struct error *e)
{
	struct csv_source src;
	char block[16384];
	size_t got = sizeof block;
	bool ok = csv_source_open(&src, path, e);

	if (!ok)
		return false;
	while (ok && got == sizeof block && out->len <= LIST_MAX) {
		ok = csv_source_read(&src, (int64_t)out->len, block, sizeof block, &got, e);
		if (ok)
			str_addn(out, block, got);
	}
	csv_source_close(&src);
	return ok && (out->len <= LIST_MAX || set_error(e, STATUS_DATA,
	    _("%s is too long for a list of people."), path));
}

enum part { PART_NONE, PART_NAME, PART_USER, PART_STANDS, PART_AT, PART_EXPECTATION, PARTS };
enum { COLUMNS_MAX = 64 };

/* Which field of an attendance says which part. */
static const struct {
	const char *field;
	enum part part;
} parts[] = {
	{ "person", PART_NAME }, { "signed_name", PART_USER }, { "organisation", PART_STANDS },
	{ "stands_for", PART_STANDS }, { "country", PART_STANDS }, { "signed_at", PART_AT },
	{ "expectation", PART_EXPECTATION }
};

static enum part
part_of_column(const struct entity *ent, const struct csv_cell *cell)
{
	struct str name = { 0 };

	str_addn(&name, cell->s, cell->n);
	const struct field *f = field_import(ent, str_text(&name));
	str_free(&name);
	for (size_t i = 0; f && i < sizeof parts / sizeof *parts; i++)
		if (field_find(ent, parts[i].field) == f)
			return parts[i].part;
	return PART_NONE;
}

/* A header names a person or a user, and something else. */
static bool
header_read(const struct csv_cell *cells, size_t count, enum part *columns)
{
	const struct entity *ent = entity_find("attendance");
	size_t known = 0;
	bool person = false;

	for (size_t i = 0; i < count; i++) {
		columns[i] = part_of_column(ent, &cells[i]);
		known += columns[i] != PART_NONE;
		person = person || columns[i] == PART_NAME || columns[i] == PART_USER;
	}
	return person && known > 1;
}

/* A cell on one line, in str. */
static void
cell_read(const struct csv_cell *cell, struct str *out)
{
	str_cut(out, 0);
	signup_clean(out, cell->s, cell->n);
	for (size_t i = 0; i < out->len; i++)
		if (out->s[i] == '\n')
			out->s[i] = ' ';
}

static void
row_read(struct signup_list *list, const struct csv_cell *cells, size_t count,
    const enum part *columns)
{
	struct str of[PARTS] = { { 0 } };

	for (size_t i = 0; i < count && i < COLUMNS_MAX; i++)
		if (columns[i] && !of[columns[i]].len)	/* the first one with something in it */
			cell_read(&cells[i], &of[columns[i]]);
	const struct str *name = of[PART_NAME].len ? &of[PART_NAME] : &of[PART_USER];
	struct signup *one = signup_add(list, (struct span){ str_text(name), name->len },
	    (struct span){ str_text(&of[PART_STANDS]), of[PART_STANDS].len });
	if (one) {
		one->expectation = arena_dup(&list->mem, str_text(&of[PART_EXPECTATION]),
		    of[PART_EXPECTATION].len);
		if (of[PART_AT].len < SIGNUP_TIME)
			memcpy(one->at, str_text(&of[PART_AT]), of[PART_AT].len + 1);
	}
	for (int i = 0; i < PARTS; i++)
		str_free(&of[i]);
}

bool
signup_read_csv(const char *s, size_t n, struct signup_list *out, bool *table,
    struct error *e)
{
	struct csv_reader *r = csv_open_memory(s, n, e);
	enum part columns[COLUMNS_MAX];
	const struct csv_cell *cells;
	size_t count;

	*out = (struct signup_list){ 0 };
	*table = false;
	if (!r)
		return false;
	csv_lenient(r);
	int got = csv_read(r, &cells, &count, NULL);
	*table = got == 1 && count <= COLUMNS_MAX && header_read(cells, count, columns);
	while (*table && (got = csv_read(r, &cells, &count, e)) == 1)
		row_read(out, cells, count, columns);
	csv_close(r);
	return *table && got == 0;
}

bool
signup_read_any(const char *s, size_t n, struct signup_list *out, struct error *e)
{
	bool table;
	bool ok = signup_read_csv(s, n, out, &table, e);

	if (table)
		return ok;
	signup_free(out);
	signup_read(s, n, out);
	return true;
}
