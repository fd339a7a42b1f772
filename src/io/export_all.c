#include "config.h"

#include "io/export.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/multi.h"
#include "io/csv.h"
#include "io/export_all.h"
#include "io/out.h"
#include "store/schema.h"

enum { FLUSH = 32 * 1024 };	/* bytes gathered before they are passed on */

/* One entity's file. */
struct table {
	struct store *s;
	const struct entity *ent;
	struct column *columns;
	size_t count;
	struct rows *rows;
	struct str bytes, cell, one;
};

bool
export_all_has(const struct field *f)
{
	return f->flags & F_RECORD_ID || field_is_column(f) || field_is_multi(f);
}

int
export_all_schema(void)
{
	int n = 0;

	while (schema_steps[n])
		n++;
	return n;
}

void
export_all_path(struct str *path, const char *dir, const char *name)
{
	str_cut(path, 0);
	str_addf(path, "%s/%s.csv", dir, name);
}

/* --- Cells --- */

/* In the trash: yes, or the id of the record that this one went into. */
static void
trash_text(const struct value *v, struct str *out)
{
	char id[ID_LENGTH + 1];

	if (v->i == 1)
		str_add(out, "yes");
	if (v->i == 0 || v->i == 1)
		return;
	id_format(v->i, id);
	str_add(out, id);
}

static void
cell_write(struct table *t, size_t i)
{
	const struct field *f = t->columns[i].field;
	struct value v;

	if (i)
		str_addc(&t->bytes, ',');
	str_cut(&t->cell, 0);
	for (size_t item = 0; rows_value(t->rows, i, item, &v); item++) {
		if (f->flags & F_TRASH) {
			trash_text(&v, &t->cell);
		} else if (!field_is_multi(f)) {
			value_to_text(f, &v, &t->cell);
		} else {
			str_cut(&t->one, 0);
			value_to_text(f, &v, &t->one);
			multi_add(&t->cell, str_text(&t->one));
		}
	}
	if (t->cell.len)
		csv_cell_add(&t->bytes, t->cell.s, t->cell.len);
}

/* --- Files --- */

static void
columns_make(struct table *t)
{
	const struct field *f, *id = field_with(t->ent, F_RECORD_ID);

	t->columns = xmalloc(((size_t)entity_field_count(t->ent) + 1)
	    * sizeof *t->columns);
	t->count += column_parse(t->ent, id->name, &t->columns[t->count], NULL);
	for (int i = 0; (f = entity_field(t->ent, i)); i++)
		if (f != id && export_all_has(f))
			t->count += column_parse(t->ent, f->name, &t->columns[t->count],
			    NULL);
	for (size_t i = 0; i < t->count; i++) {
		t->columns[i].stored = true;
		str_addf(&t->bytes, "%s%s", i ? "," : "", t->columns[i].name);
	}
	csv_record_end(&t->bytes, 0);
}

static bool
rows_write(struct table *t, struct out *out, int64_t *rows, struct error *e)
{
	bool ok = true;

	*rows = 0;
	while (ok && rows_next(t->rows)) {
		size_t start = t->bytes.len;
		for (size_t i = 0; i < t->count; i++)
			cell_write(t, i);
		csv_record_end(&t->bytes, start);
		++*rows;
		if (t->bytes.len >= FLUSH) {
			ok = out_write(out, t->bytes.s, t->bytes.len, e);
			str_cut(&t->bytes, 0);
		}
	}
	return ok && out_write(out, str_text(&t->bytes), t->bytes.len, e);
}

static bool
file_write(struct table *t, const char *path, int64_t *rows, struct error *e)
{
	struct query q = {
		.ent = t->ent, .columns = t->columns, .column_count = t->count,
		.sort = t->columns[0].name, .everything = true
	};

	t->rows = rows_open(t->s, &q, e);
	if (!t->rows)
		return false;
	struct out *out = out_open(path, false, e);
	bool ok = out && rows_write(t, out, rows, e);
	ok = rows_close(t->rows, ok ? e : NULL) && ok;
	return out && out_close(out, ok, ok ? e : NULL) && ok;
}

static bool
entity_write(struct store *s, const struct entity *ent, const char *path, int64_t *rows,
    struct error *e)
{
	struct table t = { .s = s, .ent = ent };
	struct query q = { .ent = ent, .everything = true };
	bool ok = query_count(s, &q, rows, NULL, e);

	if (ok && *rows) {
		columns_make(&t);
		ok = file_write(&t, path, rows, e);
	}
	free(t.columns);
	str_free(&t.bytes);
	str_free(&t.cell);
	str_free(&t.one);
	return ok;
}

static bool
manifest_write(const char *dir, const struct str *counts, struct error *e)
{
	struct str path = { 0 }, text = { 0 };

	export_all_path(&path, dir, EXPORT_ALL_MANIFEST);
	str_addf(&text, "name,value\r\nversion,%s\r\nschema,%d\r\n%s", PACKAGE_VERSION,
	    export_all_schema(), str_text(counts));
	struct out *out = out_open(str_text(&path), false, e);
	bool ok = out && out_write(out, text.s, text.len, e);
	ok = out && out_close(out, ok, ok ? e : NULL) && ok;
	str_free(&path);
	str_free(&text);
	return ok;
}

static bool
folder_make(const char *dir, struct error *e)
{
	if (mkdir(dir, 0700) == 0)
		return true;
	switch (errno) {
	case EEXIST:
		return set_error(e, STATUS_EXISTS,
		    _("%s exists already: choose a folder that does not."), dir);
	case EACCES:
	case EPERM:
	case EROFS:
		return set_error(e, STATUS_NOPERM,
		    _("%s cannot be created: %s. Choose a place that is yours."), dir,
		    strerror(errno));
	default:
		return set_error(e, STATUS_EXISTS, _("%s cannot be created: %s."), dir,
		    strerror(errno));
	}
}

/* Half an export would be taken for a whole one. */
static void
folder_remove(const char *dir)
{
	struct str path = { 0 };

	for (int i = 0; entities[i]; i++) {
		export_all_path(&path, dir, entities[i]->name);
		unlink(str_text(&path));
	}
	export_all_path(&path, dir, EXPORT_ALL_MANIFEST);
	unlink(str_text(&path));
	rmdir(dir);
	str_free(&path);
}

bool
export_all(struct store *s, const char *dir, int64_t *records, struct error *e)
{
	struct str path = { 0 }, counts = { 0 };
	bool ok = true;

	*records = 0;
	if (!folder_make(dir, e))
		return false;
	for (int i = 0; ok && entities[i]; i++) {
		int64_t rows = 0;
		export_all_path(&path, dir, entities[i]->name);
		ok = entity_write(s, entities[i], str_text(&path), &rows, e);
		if (rows)
			str_addf(&counts, "%s,%lld\r\n", entities[i]->name,
			    (long long)rows);
		*records += rows;
	}
	ok = ok && manifest_write(dir, &counts, e);
	if (!ok)
		folder_remove(dir);
	str_free(&path);
	str_free(&counts);
	return ok;
}
