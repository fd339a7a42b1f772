#include "config.h"

#include "io/export_tally.h"

#include <string.h>

#include "base/i18n.h"
#include "io/csv.h"
#include "io/export_row.h"
#include "io/wikitext.h"
#include "store/tally_grid.h"

struct writer {
	struct tally_format format;
	bool published;		/* for readers everywhere */
	void (*write)(const struct tally_grid *g, struct str *out);
};

/* --- Formats --- */

static void
csv_write(const struct tally_grid *g, struct str *out)
{
	struct str cell = { 0 };

	for (int row = -1; row < tally_grid_rows(g); row++) {
		size_t start = out->len;
		for (int i = 0; i < tally_grid_columns(g); i++) {
			str_cut(&cell, 0);
			tally_grid_cell(g, row, i, &cell);
			if (i)
				str_addc(out, ',');
			csv_cell_add_guarded(out, str_text(&cell), cell.len);
		}
		csv_record_end(out, start);
	}
	str_free(&cell);
}

static void
wikitext_write(const struct tally_grid *g, struct str *out)
{
	struct str cell = { 0 };

	wikitext_table_start(out, "wikitable sortable");
	for (int row = -1; row < tally_grid_rows(g); row++) {
		if (row >= 0)
			wikitext_row(out);
		for (int i = 0; i < tally_grid_columns(g); i++) {
			str_cut(&cell, 0);
			tally_grid_cell(g, row, i, &cell);
			if (row < 0)
				wikitext_header_cell(out, str_text(&cell), cell.len);
			else
				wikitext_cell(out, str_text(&cell), cell.len, false);
		}
	}
	wikitext_table_end(out);
	str_free(&cell);
}

static const struct writer writers[] = {
	{ { "csv", ".csv" }, false, csv_write },
	{ { "wikitext", ".wiki" }, true, wikitext_write },
};
enum { WRITERS = sizeof writers / sizeof *writers };

const struct tally_format *
tally_format_at(int i)
{
	return i >= 0 && i < WRITERS ? &writers[i].format : NULL;
}

static const struct writer *
writer_find(const char *name, struct error *e)
{
	for (int i = 0; i < WRITERS; i++)
		if (!name || !strcmp(writers[i].format.name, name))
			return &writers[i];
	set_error(e, STATUS_USAGE, _("A table of counts has no format \"%s\": it can be %s or %s."),
	    name, writers[0].format.name, writers[1].format.name);
	return NULL;
}

/* --- What stays here --- */

static bool
may_go(const struct tally_query *q, const struct writer *w, struct error *e)
{
	bool guarded = w->published || entity_find(q->pane->entity)->flags & E_PRESENCE;

	for (int i = 0; i < q->count; i++) {
		const struct column *c = &q->by[i].column;
		if (c->field->flags & F_CONTACT)
			return set_error(e, STATUS_NOPERM,
			    _("Contact data is not exported: --private does it."));
		if (guarded && people_may_be_named(c))
			return set_error(e, STATUS_NOPERM,
			    _("This table would name people, which may harm some: --private writes it all the same."));
	}
	return true;
}

/* Groups are counted, but a private record has no name outside. */
static void
names_hide(struct store *s, struct tally *t)
{
	for (int i = 0; i < t->side_count; i++)
		for (size_t k = 0; k < t->sides[i].count; k++) {
			struct tally_group *g = &t->sides[i].groups[k];
			if (t->sides[i].by.column.field->type->is_ref
			    && g->value.kind == VALUE_INT && export_title_is_private(s, g->value.i))
				g->code = g->label = _("(private)");
		}
}

bool
export_tally(struct store *s, const struct tally_query *q,
    const struct tally_export *o, struct str *out, int64_t *omitted, struct error *e)
{
	const struct writer *w = writer_find(o->format, e);
	struct tally_query query = *q;
	struct tally t;

	query.leave_out_private = !o->include_private;
	if (!w || (!o->include_private && !may_go(q, w, e))
	    || !tally_make(s, &query, &t, e))
		return false;
	if (!o->include_private)
		names_hide(s, &t);
	struct tally_grid g = { &t, o->labels || w->published, TALLY_COUNTS };
	w->write(&g, out);
	*omitted = t.omitted;
	tally_free(&t);
	return true;
}
