#include "config.h"

#include "ui/import_ask.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "base/i18n.h"
#include "io/import_columns.h"
#include "ui/asking.h"
#include "ui/text_view.h"

enum { COLUMNS_MAX = 200 };

struct import_ask {
	const struct pane *pane;
	struct str path;
	struct str column, question;	/* what is being asked about */
	char *map[COLUMNS_MAX + 1], *ignore[COLUMNS_MAX + 1];	/* as of the command, NULL ends */
	int mapped, ignored;
};

void
import_ask_free(struct import_ask *ask)
{
	if (!ask)
		return;
	for (int i = 0; i < ask->mapped; i++)
		free(ask->map[i]);
	for (int i = 0; i < ask->ignored; i++)
		free(ask->ignore[i]);
	str_free(&ask->path);
	str_free(&ask->column);
	str_free(&ask->question);
	free(ask);
}

static void
ask_begin(struct screen *sc, const struct pane *pane, const char *path)
{
	import_ask_free(sc->import);
	sc->import = xmalloc(sizeof *sc->import);
	*sc->import = (struct import_ask){ .pane = pane };
	str_add(&sc->import->path, path);
}

/* --- The import itself --- */

/* All that is said goes into a text: the line below has no room for refused rows. */
static void
collect(void *ctx, const char *sentence)
{
	str_addf(ctx, "%s\n", sentence);
}

static bool
import_run(struct screen *sc, struct str *said, struct error *e)
{
	const struct import_ask *ask = sc->import;
	struct arena mem = { 0 };
	const char **words = arena_alloc(&mem,
	    ((size_t)ask->mapped + (size_t)ask->ignored + 4) * sizeof *words);
	struct app_sink screen = sc->app->out;
	int n = 0;

	words[n++] = "import";
	for (int i = 0; i < ask->mapped; i++)
		words[n++] = arena_printf(&mem, "--map=%s", ask->map[i]);
	for (int i = 0; i < ask->ignored; i++)
		words[n++] = arena_printf(&mem, "--ignore=%s", ask->ignore[i]);
	words[n++] = "--";
	words[n++] = ask->pane->name;
	words[n++] = str_text(&ask->path);
	sc->app->out.talk = collect;
	sc->app->out.ctx = said;
	bool ok = run_call(sc, n, words, e);
	sc->app->out = screen;
	arena_free(&mem);
	return ok;
}

/* What was refused is read in a view of its own, the reason first. */
static void
refusals_show(struct screen *sc, const struct str *said, const struct error *e)
{
	struct str title = { 0 }, text = { 0 };

	str_addf(&title, _("Not imported: %s"), str_text(&sc->import->path));
	str_addf(&text, "%s\n\n%s", e->msg, str_text(said));
	screen_show_view(sc, text_view_new(str_text(&title), str_text(&text), text.len));
	str_free(&title);
	str_free(&text);
}

static bool
import_end(struct screen *sc, struct error *e)
{
	struct str said = { 0 };
	bool ok = import_run(sc, &said, e);

	if (!ok && said.len) {
		refusals_show(sc, &said, e);
		ok = true;
	}
	str_free(&said);
	import_ask_free(sc->import);
	sc->import = NULL;
	return ok;
}

/* --- What a column means --- */

static void
fields_add(struct pick *pick, const struct entity *ent)
{
	const struct field *f;

	for (int i = 0; (f = entity_field(ent, i)); i++)
		if (!(f->flags & (F_COMPUTED | F_RECORD_ID)))
			pick_add(pick, _(f->label), f->name, NULL);
}

static bool step(struct screen *sc, struct error *e);

static void
field_taken(struct screen *sc, const struct pick_item *item, const char *typed)
{
	struct import_ask *ask = sc->import;
	struct str map = { 0 };
	struct error e;

	(void)typed;
	if (*item->code) {
		str_addf(&map, "%s=%s", str_text(&ask->column), item->code);
		ask->map[ask->mapped++] = xstrdup(str_text(&map));
		str_free(&map);
	} else {
		ask->ignore[ask->ignored++] = xstrdup(str_text(&ask->column));
	}
	if (!step(sc, &e))
		screen_fail(sc, &e);
}

static void
column_ask(struct screen *sc)
{
	struct import_ask *ask = sc->import;
	struct pick *pick = pick_new(false);

	pick_add(pick, _("Leave this column out"), "", NULL);
	fields_add(pick, entity_find(ask->pane->entity));
	if (ask->pane->through)
		fields_add(pick, entity_find(ask->pane->through));
	str_cut(&ask->question, 0);
	str_addf(&ask->question, _("What is in the column \"%s\"?"), str_text(&ask->column));
	asking_open(sc, pick, str_text(&ask->question), "", field_taken);
}

/* The first one alone: what is said of it may make the next one clear. */
static void
first_unclear(void *ctx, const char *column, const char *reason)
{
	struct str *first = ctx;

	(void)reason;
	if (!first->len)
		str_add(first, column);
}

/* Asks about the next column; where there is none, or an answer did not help, the import
 * runs and says itself what is wrong. */
static bool
step(struct screen *sc, struct error *e)
{
	struct import_ask *ask = sc->import;
	const struct import_options o = { .map = (const char *const *)ask->map,
		.ignore = (const char *const *)ask->ignore };
	struct str column = { 0 };

	if (!import_columns(ask->pane, str_text(&ask->path), &o, first_unclear, &column, e))
		return false;
	bool asks = column.len && strcmp(str_text(&column), str_text(&ask->column)) != 0
	    && ask->mapped + ask->ignored < COLUMNS_MAX;
	str_set(&ask->column, str_text(&column));
	str_free(&column);
	if (!asks)
		return import_end(sc, e);
	column_ask(sc);
	return true;
}

/* --- Which file --- */

static bool
is_table(const char *name)
{
	const char *dot = strrchr(name, '.');

	return *name != '.' && dot && (!strcmp(dot, ".csv") || !strcmp(dot, ".CSV")
	    || !strcmp(dot, ".tsv"));
}

static void
file_taken(struct screen *sc, const struct pick_item *item, const char *typed)
{
	struct error e;

	str_set(&sc->import->path, item ? item->label : typed);
	if (step(sc, &e))
		return;
	if (sc->import)
		asking_refuse(sc, &e);
	else
		screen_fail(sc, &e);
}

static int
tables_add(struct pick *pick)
{
	DIR *dir = opendir(".");
	int count = 0;

	for (struct dirent *d; dir && (d = readdir(dir)); )
		if (is_table(d->d_name)) {
			pick_add(pick, d->d_name, NULL, NULL);
			count++;
		}
	if (dir)
		closedir(dir);
	pick_sort(pick);
	return count;
}

/* Where this folder has no table the path is typed. */
static void
file_ask(struct screen *sc)
{
	struct pick *pick = pick_new(true);
	struct str line = { 0 };

	if (tables_add(pick)) {
		asking_open(sc, pick, _("The CSV file to import"), "", file_taken);
		return;
	}
	pick_free(pick);
	str_addf(&line, "import %s ", sc->import->pane->name);
	run_ask(sc, str_text(&line));
	screen_say(sc, ROLE_DIM, _("No CSV file here: type where it is."));
	str_free(&line);
}

bool
import_ask(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	const struct pane *pane = pane_named(argv[1], e);

	if (!pane)
		return false;
	ask_begin(sc, pane, argc > 2 ? argv[2] : "");
	if (argc > 2)
		return step(sc, e);
	file_ask(sc);
	return true;
}
