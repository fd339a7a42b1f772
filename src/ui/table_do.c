#include "config.h"

#include "ui/table_do.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/filter_text.h"
#include "app/pane.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "io/export_tally.h"
#include "io/out.h"
#include "store/tally.h"
#include "ui/answer.h"
#include "ui/list_view.h"
#include "ui/table_choose.h"
#include "ui/table_view.h"
#include "ui/text_view.h"

bool
table_do_here(const struct screen *sc)
{
	return table_view_columns(screen_view(sc)) != NULL;
}

/* --- Opening tables --- */

/* What narrows the list or the table here: what it always is narrowed by, apart from
 * what a person may take away. */
static void
base_here(struct screen *sc, struct str *out)
{
	struct list_rows *rows = list_view_rows(screen_view(sc));

	if (rows)
		list_rows_narrow(rows, "", out);
	else if (table_do_here(sc))
		str_add(out, table_view_base(screen_view(sc)));
}

bool
table_do_show(struct screen *sc, const struct pane *pane, const char *columns,
    const char *base, const char *filter, struct error *e)
{
	struct view *made = table_view_new(sc->app, pane, columns, base, filter, e);

	if (made)
		screen_show_view(sc, made);
	return made != NULL;
}

/* "stage country" is as good as "stage,country". */
static char *
columns_typed(const char *text)
{
	struct str out = { 0 };

	for (const char *p = text; *p; ) {
		size_t blank = strspn(p, " ,"), n = strcspn(p + blank, " ,");
		if (n && out.len)
			str_addc(&out, ',');
		str_addn(&out, p + blank, n);
		p += blank + n;
	}
	return str_take(&out);
}

/* A new table of the list here, or other columns of the table here. */
static bool
table_typed(struct screen *sc, const char *text, int wanted, struct error *e)
{
	struct view *v = screen_view(sc);
	struct arena mem = { 0 };
	struct str base = { 0 };
	char *typed = columns_typed(text);
	const char *columns = arena_strdup(&mem, typed ? typed : "");
	int count = *columns != '\0';
	bool ok = true;

	free(typed);
	for (const char *p = columns; *p; p++)
		count += *p == ',';
	base_here(sc, &base);
	if (count != wanted)
		ok = set_error(e, STATUS_USAGE, wanted == 1
		    ? _("Name one column to count by, such as country; Tab offers them.")
		    : _("Name two columns, such as stage,country; Tab offers them."));
	ok = ok && table_do_show(sc, v->pane, columns, str_text(&base), str_text(&v->filter), e);
	str_free(&base);
	arena_free(&mem);
	return ok;
}

static bool
ask(struct screen *sc, enum prompt_kind kind, const char *hint, struct error *e)
{
	struct view *v = screen_view(sc);
	const char *now = table_view_columns(v);
	struct str text = { 0 };

	if (!list_view_rows(v) && !now)
		return set_error(e, STATUS_USAGE, _("This is for lists; Esc goes back to one."));
	/* From one column to two: the first is there already. */
	if (now && kind == PROMPT_CROSS)
		str_addf(&text, "%.*s,", (int)strcspn(now, ","), now);
	sc->prompt.pane = v->pane;
	prompt_open(&sc->prompt, kind, str_text(&text));
	screen_say(sc, ROLE_DIM, hint);
	str_free(&text);
	return true;
}

/* The words of the shell: pane, columns, filter. The way there leads through the list. */
static bool
words_open(struct screen *sc, int count, int argc, const char *const *argv,
    struct error *e)
{
	const struct pane *pane = pane_named(argv[1], e);
	struct str columns = { 0 }, filter = { 0 };

	for (int i = 0; i < count; i++)
		str_addf(&columns, "%s%s", i ? "," : "", argv[i + 2]);
	filter_text_add(argc - count - 2, argv + count + 2, &filter);
	bool ok = pane && screen_pane(sc, pane, e) && table_do_show(sc, pane, str_text(&columns), "", str_text(&filter), e);
	str_free(&columns);
	str_free(&filter);
	return ok;
}

static bool
table_words(struct screen *sc, enum prompt_kind kind, int count, int argc,
    const char *const *argv, struct error *e)
{
	if (argc == 1 && kind == PROMPT_FREQUENCY)
		return ask(sc, kind,
		    _("A column, such as country or partner.country, or of a date start:year; Enter alone offers them all."), e);
	if (argc == 1)
		return ask(sc, kind,
		    _("Two columns, such as stage,country: in the lines and side by side; Enter alone offers them all."), e);
	if (argc < count + 2)
		return set_error(e, STATUS_USAGE, count == 1
		    ? _("Name one column to count by, such as country; Tab offers them.")
		    : _("Name two columns, such as stage,country; Tab offers them."));
	return words_open(sc, count, argc, argv, e);
}

bool
table_do_frequency(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	return table_words(sc, PROMPT_FREQUENCY, 1, argc, argv, e);
}

bool
table_do_crosstable(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	return table_words(sc, PROMPT_CROSS, 2, argc, argv, e);
}

bool
table_do_columns(struct screen *sc, const char *columns, struct error *e)
{
	return table_typed(sc, columns, strchr(columns, ',') ? 2 : 1, e);
}

/* What is missing is chosen from a list. */
bool
table_do_accept(struct screen *sc, struct error *e)
{
	const char *text = str_text(&sc->prompt.text), *comma = strchr(text, ',');
	bool two = sc->prompt.kind == PROMPT_CROSS;
	struct tally_by by;
	char first[112];

	if (*text && (!two || (comma && comma[1] && strcmp(comma, ", "))))
		return table_typed(sc, text, two ? 2 : 1, e);
	size_t n = strcspn(text, " ,");
	snprintf(first, sizeof first, "%.*s", (int)(n < sizeof first ? n : sizeof first - 1), text);
	if (*first && !tally_by_parse(screen_view(sc)->pane, first, &by, e))
		return false;
	table_choose(sc, two ? first : NULL);
	return true;
}

/* --- On a table --- */

bool
table_do_percent(struct screen *sc, const struct call *call, struct error *e)
{
	(void)call;
	if (!table_do_here(sc))
		return set_error(e, STATUS_NONE, _("This is for tables: F or W makes one of a list."));
	if (!table_view_turn(screen_view(sc)))
		return set_error(e, STATUS_NONE, _("Percents stand beside the numbers already."));
	sc->dirty |= DIRTY_ALL;
	screen_say(sc, ROLE_DIM, table_view_shown(screen_view(sc)));
	return true;
}

bool
table_do_explain(struct screen *sc, const struct call *call, struct error *e)
{
	struct view *v = screen_view(sc);
	struct str text = { 0 };

	(void)call;
	if (!table_do_here(sc))
		return set_error(e, STATUS_NONE, _("This is for tables: F or W makes one of a list."));
	bool ok = table_view_explain(v, &text, e);
	if (ok) {
		struct view *told = text_view_new(_("Where it comes from"), str_text(&text),
		    text.len);
		told->pane = v->pane;
		screen_show_view(sc, told);
	}
	str_free(&text);
	return ok;
}

/* Signs that file names do without are left out: "start:month". */
void
table_do_name(const struct screen *sc, struct str *out)
{
	const char *columns = table_view_columns(screen_view(sc));

	if (!columns)
		return;
	str_add(out, " by ");
	for (const char *p = columns; *p; p++)
		if (*p == ',')
			str_add(out, " and ");
		else
			str_addc(out, *p == ':' ? ' ' : *p);
}

/* The format whose suffix the name has, else the first. */
static const char *
format_of(const char *path)
{
	const struct tally_format *f;
	size_t n = strlen(path);

	for (int i = 0; (f = tally_format_at(i)); i++) {
		size_t end = strlen(f->suffix);
		if (n > end && !strcmp(path + n - end, f->suffix))
			return f->name;
	}
	return tally_format_at(0)->name;
}

static bool
text_write(const char *path, bool replace, const struct str *text, struct error *e)
{
	struct out *out = out_open(path, replace, e);

	if (!out)
		return false;
	bool ok = out_write(out, str_text(text), text->len, e);
	return out_close(out, ok, ok ? e : NULL) && ok;
}

bool
table_do_write(struct screen *sc, const char *path, bool replace, struct error *e)
{
	struct arena mem = { 0 };
	struct str text = { 0 }, sentence = { 0 };
	const char **words;

	if (!*path)
		return set_error(e, STATUS_USAGE, _("Name a file to write to, or press Esc."));
	int count = table_view_words(screen_view(sc), format_of(path), &mem, &words);
	bool ok = answer_words(sc->app, count, words, &text, e)
	    && text_write(path, replace, &text, e);
	if (ok) {
		str_addf(&sentence, _("The table was written to %s."), path);
		screen_say(sc, ROLE_TEXT, str_text(&sentence));
	}
	str_free(&text);
	str_free(&sentence);
	arena_free(&mem);
	return ok;
}
