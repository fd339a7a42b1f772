#include "config.h"

#include "io/import.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/place.h"
#include "io/import_row.h"
#include "io/out.h"

enum { PASSES = 50 };

static void
header_problem(void *ctx, const char *column, const char *reason)
{
	import_problem(ctx, column, NULL, reason);
}

/* New rows beyond a quarter of the table: its indexes are made again at the end. */
static bool
bulk_check(struct import *im, struct error *e)
{
	if (!im->map.plain || im->r->added != im->next_check)
		return true;
	im->next_check *= 2;
	return bulk_begin(im->s, im->map.ent, im->r->added * 2, e);
}

static bool
line_is_bad(const struct import *im, long line)
{
	size_t at = place_of(im->bad, im->bad_count, sizeof *im->bad, 0, line);

	return at < im->bad_count && im->bad[at] == line;
}

static void
line_mark_bad(struct import *im, long line)
{
	if (im->bad_count == im->bad_cap) {
		im->bad_cap = im->bad_cap * 2 + 64;
		im->bad = xrealloc(im->bad, im->bad_cap * sizeof *im->bad);
	}
	size_t i = im->bad_count++;
	for (; i > 0 && im->bad[i - 1] > line; i--)
		im->bad[i] = im->bad[i - 1];
	im->bad[i] = line;
}

static bool
rows_put(struct import *im, struct error *e)
{
	const struct csv_cell *cells;
	size_t count;
	int got;

	while ((got = csv_read(im->in, &cells, &count, e)) > 0) {
		if (im->bad_count && line_is_bad(im, csv_line(im->in))) {
			im->r->skipped++;
			continue;
		}
		bool good = import_row(im, cells, count);
		if (im->failed) {
			*e = im->failure;
			return false;
		}
		if (!good) {
			im->r->problems++;
			line_mark_bad(im, csv_line(im->in));
		}
		arena_reset(&im->row);
		if (!bulk_check(im, e))
			return false;
		if (im->listener->stop && im->listener->stop(im->listener->ctx))
			return set_error(e, STATUS_INTERRUPTED,
			    _("The import was stopped: nothing was written."));
	}
	return got == 0;
}

/* Fields that say "the same row" where the entity has no key: all own columns. */
static const struct field **
given_fields(struct import *im, int group)
{
	const struct field **given = arena_alloc(&im->mem, (im->map.count + 2) * sizeof *given);
	size_t n = 0;

	for (size_t i = 0; i < im->map.count; i++) {
		const struct map_column *c = &im->map.columns[i];
		if ((group < 0 ? c->kind == COLUMN_OWN : c->kind == COLUMN_GROUP && c->group == group)
		    && !field_is_multi(c->field))
			given[n++] = c->field;
	}
	if (group >= 0)
		given[n++] = im->map.groups[group].ref;
	return given;
}

static bool
same_open(struct import *im, struct error *e)
{
	im->same = same_new(im->s, im->map.ent, given_fields(im, -1), e);
	for (int g = 0; im->same && g < im->map.group_count; g++)
		if (!im->map.groups[g].forward
		    && !(im->group_same[g] = same_new(im->s, im->map.groups[g].ent,
		    given_fields(im, g), e)))
			return false;
	return im->same != NULL;
}

static void
same_close(struct import *im)
{
	same_free(im->same);
	im->same = NULL;
	for (int g = 0; g < MAP_GROUPS; g++) {
		same_free(im->group_same[g]);
		im->group_same[g] = NULL;
	}
}

/* Header and rows, within an action. */
static bool
pass(struct import *im, struct error *e)
{
	const struct csv_cell *header;
	size_t count;
	int got = csv_read(im->in, &header, &count, e);

	if (got < 0)
		return false;
	if (!got)
		return set_error(e, STATUS_DATA, _("%s is empty: the first line has to name the columns."),
		    im->path);
	if (!map_read(&im->map, im->map.pane, header, count, im->o, &im->mem, header_problem, im)) {
		im->r->problems++;
		return set_error(e, STATUS_DATA,
		    _("%s: columns are not clear, nothing was written."), im->path);
	}
	im->r->computed_columns = im->map.computed;
	im->next_check = 2048;
	bool ok = same_open(im, e) && rows_put(im, e);
	same_close(im);		/* first: the indexes need as much memory again */
	return ok && bulk_end(im->s, e);
}

/* The refused rows, as they stand in the file, under its header. */
static bool
bad_rows_write(struct import *im, struct error *e)
{
	struct out *out = out_open(im->o->skip_bad, false, e);
	struct str line = { 0 };
	const struct csv_cell *cells;
	size_t count;
	int got = 0;
	bool ok = out && csv_rewind(im->in, e), header = true;

	while (ok && (got = csv_read(im->in, &cells, &count, e)) > 0) {
		if (header || line_is_bad(im, csv_line(im->in))) {
			str_cut(&line, 0);
			for (size_t i = 0; i < count; i++) {
				str_add(&line, i ? "," : "");
				csv_cell_add(&line, cells[i].s, cells[i].n);
			}
			csv_record_end(&line, 0);
			ok = out_write(out, line.s, line.len, e);
		}
		header = false;
	}
	str_free(&line);
	ok = ok && got == 0;
	return (!out || out_close(out, ok, ok ? e : NULL)) && ok;
}

/* Before anything is read: may the refused rows be written where they should? */
static bool
bad_rows_possible(const struct import *im, struct error *e)
{
	const char *path = im->o->skip_bad;

	if (!path)
		return true;
	if (!access(path, F_OK))
		return set_error(e, STATUS_EXISTS,
		    _("%s exists already: choose another name for the refused rows."), path);
	struct out *out = out_open(path, false, e);
	return out && out_close(out, false, e);
}

/* Refused rows are on the disk before the others are saved: none is lost. */
static bool
pass_end(struct import *im, bool save, struct error *e)
{
	bool rows = save && im->bad_count;

	if (rows && !bad_rows_write(im, e)) {
		action_end(im->s, false, NULL, NULL);
		return false;
	}
	if (action_end(im->s, save, NULL, save ? e : NULL))
		return true;
	if (rows)
		unlink(im->o->skip_bad);
	return !save;
}

/* Runs a pass within an action; keep: it may be saved if there is no problem. */
static bool
pass_run(struct import *im, bool keep, struct error *e)
{
	*im->r = (struct import_report){ .format = *csv_format(im->in) };
	im->references = keys_new();
	bool ok = action_begin(im->s, "import", e);
	if (ok) {
		ok = pass(im, e);
		ok = pass_end(im, ok && keep && !im->r->problems, e) && ok;
	}
	keys_free(im->references);
	im->references = NULL;
	return ok;
}

/* Passes until the rows left are all good: what a refused row would have made may
 * be missed by another one. */
static bool
passes(struct import *im, bool dry, struct error *e)
{
	for (int i = 0; i < PASSES; i++) {
		if (!pass_run(im, !dry, e))
			return false;
		if (!im->r->problems || !im->o->skip_bad)
			return true;
		if (!csv_rewind(im->in, e))
			return false;
	}
	return set_error(e, STATUS_DATA, _("%s: too many rows depend on refused ones."), im->path);
}

bool
import_csv(struct store *s, const struct pane *pane, const char *path,
    const struct import_options *o, bool dry, const struct import_listener *listener,
    struct import_report *r, struct error *e)
{
	struct import im = {
		.s = s, .o = o, .listener = listener, .r = r,
		.path = strcmp(path, "-") ? path : _("standard input"),
		.map.pane = pane,
	};

	*r = (struct import_report){ 0 };
	im.in = csv_open(path, e);
	bool ok = im.in && bad_rows_possible(&im, e) && passes(&im, dry, e);
	if (ok && r->problems)
		ok = set_error(e, STATUS_DATA, ngettext(
		    "%s: %lld row was refused, nothing was written. Mend it, or import the others with --skip-bad FILE.",
		    "%s: %lld rows were refused, nothing was written. Mend them, or import the others with --skip-bad FILE.",
		    (unsigned long)r->problems), im.path, (long long)r->problems);
	csv_close(im.in);
	free(im.bad);
	free(im.cells);
	arena_free(&im.row);
	str_free(&im.keep);
	arena_free(&im.mem);
	return ok;
}
