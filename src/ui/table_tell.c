/* How the number under the cursor comes about, in words. */
#include "config.h"

#include "base/i18n.h"
#include "store/filter.h"
#include "ui/table_part.h"

enum { RECORDS_TOLD = 200 };

/* "Stage: active", a line for each side of the cell. */
static void
groups_tell(const struct table_view *t, struct str *out)
{
	int at[TALLY_SIDES];

	tally_grid_groups(&t->grid, t->look.row, t->look.column, &at[0], &at[1]);
	for (int i = 0; i < t->query.count; i++) {
		if (at[i] == TALLY_ALL)
			continue;
		tally_by_label(&t->query.by[i], out);
		str_addf(out, ": %s\n", t->tally.sides[i].groups[at[i]].label);
	}
}

static void
numbers_tell(const struct table_view *t, struct str *out)
{
	int down, across;
	struct str percent = { 0 };

	tally_grid_groups(&t->grid, t->look.row, t->look.column, &down, &across);
	int64_t n = tally_cell(&t->tally, down, across);
	tally_percent(n, t->tally.records, &percent);
	str_addf(out, _("%lld of %lld (%s) in the list %s."), (long long)n,
	    (long long)t->tally.records, percent.len ? str_text(&percent) : "0%",
	    _(t->view.pane->label));
	str_addf(out, "\n%s\n", _("Private records are counted, those in the trash are not."));
	if (table_overlaps(t))
		str_addf(out, "%s\n",
		    _("A record with several values counts at each of them; the total has it once."));
	str_free(&percent);
}

/* A word that any shell leaves as it is. */
static void
shell_word(const char *word, struct str *out)
{
	str_add(out, " '");
	for (const char *p = word; *p; p++)
		if (*p == '\'')
			str_add(out, "'\\''");
		else
			str_addc(out, *p);
	str_addc(out, '\'');
}

static void
commands_tell(const struct table_view *t, const char *filter, struct str *out)
{
	struct arena mem = { 0 };
	const char **words;
	int count = table_view_words(&t->view, NULL, &mem, &words);

	str_addf(out, "\n%s\n  alianza list %s", _("In the shell, the records and the table:"),
	    t->view.pane->name);
	if (*filter)
		shell_word(arena_printf(&mem, "(%s)", filter), out);
	str_add(out, "\n  alianza");
	for (int i = 0; i < count; i++)
		if (*words[i] == '(')
			shell_word(words[i], out);
		else
			str_addf(out, " %s", words[i]);
	str_addc(out, '\n');
	arena_free(&mem);
}

static bool
records_tell(const struct table_view *t, const char *filter, struct str *out,
    struct error *e)
{
	struct query q = { .ent = entity_find(t->view.pane->entity), .pane = t->view.pane,
	    .limit = RECORDS_TOLD + 1 };
	struct filter *f = filter_parse(t->app->store, q.ent, q.pane, filter, e);
	int count = 0;

	q.filter = f;
	struct rows *rows = f ? rows_open(t->app->store, &q, e) : NULL;
	str_addf(out, "\n%s\n", _("The records; Enter on the number opens them as a list:"));
	while (rows && rows_next(rows)) {
		if (count++ == RECORDS_TOLD) {
			str_add(out, "  ...\n");
			continue;
		}
		str_add(out, "  ");
		record_title(t->app->store, q.ent, rows_id(rows), out);
		str_addc(out, '\n');
	}
	bool ok = rows && rows_close(rows, e);
	filter_free(f);
	return ok;
}

bool
table_view_explain(struct view *v, struct str *out, struct error *e)
{
	const struct table_view *t = (const struct table_view *)v;
	struct str filter = { 0 };

	table_cell_filter(t, &filter);
	groups_tell(t, out);
	numbers_tell(t, out);
	if (filter.len) {
		str_addf(out, _("The filter that finds them: /%s"), str_text(&filter));
		str_addc(out, '\n');
	}
	commands_tell(t, str_text(&filter), out);
	bool ok = records_tell(t, str_text(&filter), out, e);
	str_free(&filter);
	return ok;
}
