/* Commands on files: init, import, export, check, backup, backups. */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/groups.h"
#include "app/pane.h"
#include "app/sample.h"
#include "app/time.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "io/export.h"
#include "io/import.h"
#include "store/backup.h"
#include "store/check.h"
#include "store/filter.h"

/* --- init --- */

static bool
init(struct app *app, struct call *call, struct error *e)
{
	const char *path = call->argv[0];
	struct store *s;

	if (app->readonly)
		return set_error(e, STATUS_NOPERM,
		    _("%s is not made: --readonly asks to change nothing."), path);
	if (!(s = store_open(path, OPEN_CREATE, e)))
		return false;
	app_take(app, s);
	bool ok = !call_option(call, "sample") || sample_fill(app, e);
	if (ok)
		app_say(app, _("%s is ready."), store_path(s));
	else
		unlink(path);		/* half of the sample is of no use */
	return ok;
}

/* --- import --- */

enum { PROBLEMS_SHOWN = 20 };

struct listening {
	struct app *app;
	int64_t problems;
};

static bool
hear_stop(void *ctx)
{
	struct listening *l = ctx;

	return app_is_stopped(l->app);
}

static void
hear_problem(void *ctx, const char *sentence)
{
	struct listening *l = ctx;

	if (l->problems++ < PROBLEMS_SHOWN)
		app_say(l->app, "%s", sentence);
}

static void
hear_note(void *ctx, const char *sentence)
{
	struct listening *l = ctx;

	app_say(l->app, "%s", sentence);
}

/* All values of an option that may be repeated, NULL at the end. */
static const char *const *
option_values(const struct call *call, const char *name, struct arena *mem)
{
	const char **values, *value;
	int n = 0;

	while (call_option_at(call, name, n))
		n++;
	values = arena_alloc(mem, ((size_t)n + 1) * sizeof *values);
	for (int i = 0; (value = call_option_at(call, name, i)); i++)
		values[i] = value;
	return values;
}

static void
say_format(struct app *app, const char *path, const struct csv_format *f)
{
	if (f->encoding == CSV_WINDOWS1252)
		app_say(app, _("%s is not UTF-8: it was read as Windows-1252."), path);
	else if (f->encoding == CSV_UTF16LE || f->encoding == CSV_UTF16BE)
		app_say(app, _("%s was read as UTF-16."), path);
	if (f->delimiter == '\t')
		app_say(app, _("Its columns are parted by tabs."));
	else if (f->delimiter && f->delimiter != ',')
		app_say(app, _("Its columns are parted by \"%c\"."), f->delimiter);
}

static bool
import_report(struct app *app, const char *path, const struct import_report *r, bool dry,
    struct error *e)
{
	struct str line = { 0 };

	say_format(app, path, &r->format);
	if (r->computed_columns)
		app_say(app, ngettext("%lld column is worked out by the program and was passed over.",
		    "%lld columns are worked out by the program and were passed over.",
		    (unsigned long)r->computed_columns), (long long)r->computed_columns);
	if (r->unguarded)
		app_say(app, ngettext("A ' in front of a formula sign was taken off in %lld cell.",
		    "A ' in front of a formula sign was taken off in %lld cells.",
		    (unsigned long)r->unguarded), (long long)r->unguarded);
	if (r->created)
		app_say(app, ngettext("%lld more record was made that the rows speak of.",
		    "%lld more records were made that the rows speak of.",
		    (unsigned long)r->created), (long long)r->created);
	if (r->skipped)
		app_say(app, ngettext("%lld row was refused and left out.",
		    "%lld rows were refused and left out.", (unsigned long)r->skipped),
		    (long long)r->skipped);
	if (dry)
		app_say(app, _("This was a dry run: nothing was written."));
	str_addf(&line, _("added %lld, changed %lld, same %lld, skipped %lld"),
	    (long long)r->added, (long long)r->changed, (long long)r->same,
	    (long long)r->skipped);
	str_addc(&line, '\n');
	bool ok = app_answer(app, line.s, line.len, e);
	str_free(&line);
	return ok;
}

static bool
import_rows(struct app *app, struct call *call, struct error *e)
{
	bool all = !strcmp(call->argv[0], "all");
	const struct pane *pane = all ? NULL : pane_named(call->argv[0], e);
	struct listening l = { .app = app };
	struct import_listener listener = { hear_problem, hear_note, hear_stop, &l };
	struct import_report r = { 0 };
	struct arena mem = { 0 };
	struct import_options o = {
		.map = option_values(call, "map", &mem),
		.ignore = option_values(call, "ignore", &mem),
		.create = call_option(call, "create"),
		.add_terms = call_option(call, "add-terms"),
		.restore = call_option(call, "restore"),
		.no_guard = call_option(call, "no-guard"),
		.skip_bad = call_option(call, "skip-bad"),
	};
	bool dry = call_option(call, "dry-run");

	bool ok = all ? import_all(app->store, call->argv[1], &listener, &r, e)
	    : pane && import_csv(app->store, pane, call->argv[1], &o, dry, &listener, &r, e);
	if (l.problems > PROBLEMS_SHOWN)
		app_say(app, _("and %lld more."), (long long)(l.problems - PROBLEMS_SHOWN));
	if (!ok && r.problems && r.missing >= r.problems && !o.create)
		app_say(app, _("--create makes the records that are referred to and missing."));
	app->redraw |= REDRAW_ROWS;
	ok = ok && import_report(app, call->argv[1], &r, dry, e);
	arena_free(&mem);
	return ok;
}

/* --- export --- */

static bool
export_everything(struct app *app, const char *dir, struct error *e)
{
	int64_t records;

	if (!export_all(app->store, dir, &records, e))
		return false;
	app_say(app, ngettext("%lld record was written to %s.", "%lld records were written to %s.",
	    (unsigned long)records), (long long)records, dir);
	return true;
}

static void
say_omitted(struct app *app, const struct export_report *r)
{
	app_say_private(app, r->omitted);
	if (r->omitted_names)
		app_say(app, ngettext("%lld name was left out to protect people: --private writes it.",
		    "%lld names were left out to protect people: --private writes them.",
		    (unsigned long)r->omitted_names), (long long)r->omitted_names);
	if (r->omitted_columns)
		app_say(app, ngettext("%d column of contact data was left out.",
		    "%d columns of contact data were left out.",
		    (unsigned long)r->omitted_columns), r->omitted_columns);
}

static bool
export_pane(struct app *app, struct call *call, struct error *e)
{
	if (!strcmp(call->argv[0], "all"))
		return export_everything(app, call->argv[1], e);
	const struct pane *pane = pane_named(call->argv[0], e);
	struct export_report r;
	struct export_options o = {
		.format = call_option(call, "format"),
		.columns = call_option(call, "columns"),
		.sort = call_option(call, "sort"),
		.labels = call_option(call, "labels"),
		.bom = call_option(call, "bom"),
		.no_guard = call_option(call, "no-guard"),
		.include_private = call_option(call, "private"),
		.force = call_option(call, "force"),
	};

	if (!pane)
		return false;
	struct filter *f = filter_words(app->store, entity_find(pane->entity), pane,
	    call->argc - 2, call->argv + 2, e);
	bool ok = f && export_rows(app->store, pane, f, &o, call->argv[1], &r, e);
	filter_free(f);
	if (!ok)
		return false;
	say_omitted(app, &r);
	if (strcmp(call->argv[1], "-"))
		app_say(app, ngettext("%lld row was written to %s.", "%lld rows were written to %s.",
		    (unsigned long)r.rows), (long long)r.rows, call->argv[1]);
	return true;
}

/* --- check, backup --- */

static bool
damage_line(void *ctx, const struct damage *d)
{
	struct app *app = ctx;
	struct str line = { 0 };

	str_add(&line, d->sentence);
	if (d->mended)
		str_addf(&line, " %s", _("It was put right."));
	else if (d->mendable && !strstr(d->sentence, "--mend"))
		str_addf(&line, " %s", _("\"alianza check --mend\" puts it right."));
	str_addc(&line, '\n');
	bool ok = app_answer(app, line.s, line.len, NULL);
	str_free(&line);
	return ok;
}

static bool
check(struct app *app, struct call *call, struct error *e)
{
	bool mend = call_option(call, "mend");
	int64_t left;
	char *dir = mend ? app_backup_dir(app, e) : NULL;
	bool ok = !mend || (dir && backup_keep(app->store, dir, "check", NULL, e));

	free(dir);
	if (!ok || !check_run(app->store, mend, damage_line, app_is_stopped, app, &left, e))
		return false;
	if (!left) {
		app_say(app, _("%s is sound."), store_path(app->store));
		return true;
	}
	return set_error(e, STATUS_NONE, ngettext("%s has %lld damage.", "%s has %lld damages.",
	    (unsigned long)left), store_path(app->store), (long long)left);
}

static bool
backup(struct app *app, struct call *call, struct error *e)
{
	if (!backup_to(app->store, call->argv[0], e))
		return false;
	app_say(app, _("A copy of %s was made: %s."), store_path(app->store), call->argv[0]);
	return true;
}

static bool
backup_line(void *ctx, const struct backup_entry *b)
{
	struct app *app = ctx;
	struct str line = { 0 };
	char when[TIME_TEXT];

	time_text(b->time, when);
	str_addf(&line, "%s\t%lld\t%s\t%s\n", when, (long long)b->size, b->reason, b->path);
	bool ok = app_answer(app, line.s, line.len, NULL);
	str_free(&line);
	return ok;
}

static bool
backups(struct app *app, struct call *call, struct error *e)
{
	char *dir = app_backup_dir(app, e);
	bool ok = dir && backup_each(app->store, dir, backup_line, app, e);

	(void)call;
	free(dir);
	return ok;
}

const struct command file_commands[] = {
	{ .name = "init", .args = N_("FILE"), .kinds = { ARG_FILE }, .options = "sample",
	    .label = N_("New file"),
	    .help = N_("Make a new file. It never overwrites one."),
	    .min = 1, .max = 1, .flags = C_SHELL, .run = init },
	{ .name = "import", .args = N_("PANE FILE|-"), .kinds = { ARG_PANE, ARG_FILE },
	    .options = "map ignore create add-terms restore dry-run skip-bad no-guard",
	    .label = N_("Import CSV"), .menu = N_("File"),
	    .help = N_("Import rows of a CSV file into a pane, all or nothing. Rows that are there already are changed where they differ. \"import all DIR\" reads what \"export all DIR\" wrote."),
	    .min = 2, .max = 2, .flags = C_FILE | C_WRITES | C_BACKUP, .run = import_rows },
	{ .name = "export", .args = N_("PANE FILE|- [FILTER...]"),
	    .kinds = { ARG_PANE, ARG_FILE, ARG_FILTER },
	    .options = "columns labels sort format bom no-guard private force",
	    .keys = "list/x table/x", .label = N_("Export"), .menu = N_("File"),
	    .help = N_("Write the records that the filter finds as CSV, wikitext or JSON. \"export all DIR\" writes everything, private records and trash too."),
	    .min = 2, .max = -1, .flags = C_FILE, .run = export_pane },
	{ .name = "check", .options = "mend", .label = N_("Check the file"), .menu = N_("File"),
	    .help = N_("Prove the file against its change log and name each damage; with --mend put right what can be."),
	    .min = 0, .max = 0, .flags = C_FILE, .run = check },
	{ .name = "backup", .args = N_("FILE"), .kinds = { ARG_FILE }, .label = N_("Save a copy"),
	    .menu = N_("File"),
	    .help = N_("Write a whole copy of the file, safe while it is open."),
	    .min = 1, .max = 1, .flags = C_FILE, .run = backup },
	{ .name = "backups", .label = N_("Backups"), .menu = N_("File"),
	    .help = N_("List the backups of the file: time, bytes, why, where."),
	    .min = 0, .max = 0, .flags = C_FILE, .run = backups },
	{ .name = NULL }
};
