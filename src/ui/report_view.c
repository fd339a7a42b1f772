#include "config.h"

#include "ui/report_view.h"

#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "app/report.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/id.h"
#include "io/out.h"
#include "store/which.h"
#include "ui/asking.h"
#include "ui/file_ask.h"
#include "ui/page_view.h"
#include "ui/saved_do.h"
#include "ui/span_ask.h"
#include "ui/text_view.h"

/* --- Showing one --- */

/* A report as the source of a page. */
struct made {
	struct app *app;
	const struct report *report;
	int64_t id;
	char *span;		/* a stretch of time as typed; NULL: none */
};

static void
made_free(void *ctx)
{
	struct made *m = ctx;

	free(m->span);
	free(m);
}

/* For the screen: what was left out is told once for all of its forms. */
static struct page *
report_make(void *ctx, struct error *e)
{
	const struct made *m = ctx;
	const struct report_wish wish = { .format = page_format_name(PAGE_TEXT),
	    .span = m->span, .brief = true };
	struct shared_left left;
	enum page_format format;
	struct page *page = report_page(m->app, m->report, m->id, &wish, &format, &left, e);

	if (page)
		report_say_left(m->app, &left);
	return page;
}

static bool
report_as_file(void *ctx, enum page_format format, struct str *out, struct error *e)
{
	const struct made *m = ctx;
	const struct report_wish wish = { .format = page_format_name(format), .span = m->span };
	struct shared_left left;

	return report_write(m->app, m->report, m->id, &wish, out, &format, &left, e);
}

static void
report_named(void *ctx, enum page_format format, struct str *out)
{
	const struct made *m = ctx;

	report_file_name(m->app, m->report, m->id, format, out);
}

/* "Documentation: Workshop 2017" */
static void
title_add(struct screen *sc, const struct report *report, int64_t id, struct str *out)
{
	str_add(out, _(report->label));
	if (!id)
		return;
	str_add(out, ": ");
	record_title(sc->app->store, record_entity(sc->app->store, id), id, out);
}

static bool
show_span(struct screen *sc, const struct report *report, int64_t id, const char *span,
    struct error *e)
{
	struct made *m = xmalloc(sizeof *m);
	const struct page_source source = { .make = report_make, .write = report_as_file,
	    .name = report_named, .formats = report->formats, .free = made_free, .ctx = m };
	struct str title = { 0 };

	*m = (struct made){ sc->app, report, id, span ? xstrdup(span) : NULL };
	title_add(sc, report, id, &title);
	struct view *v = page_view_new(sc->app, &source, str_text(&title), e);
	if (v) {
		v->pane = screen_view(sc)->pane;
		screen_show_view(sc, v);
	}
	str_free(&title);
	return v != NULL;
}

static bool
show(struct screen *sc, const struct report *report, int64_t id, struct error *e)
{
	return show_span(sc, report, id, NULL, e);
}

/* --- Which record it is about --- */

/* The choice of a list has one text to say what was chosen: the record's id, and behind
 * it the report's letter. */
static void
record_chosen(struct screen *sc, const struct pick_item *item, const char *typed)
{
	const struct report *report = report_by_key(item->code[ID_LENGTH]);
	struct error e;
	int64_t id;

	(void)typed;
	id_parse(item->code, ID_LENGTH, &id);
	if (!show(sc, report, id, &e))
		screen_fail(sc, &e);
}

static void
record_add(struct screen *sc, const struct report *report, int64_t id, struct pick *pick)
{
	char which[ID_LENGTH + 1];
	struct str title = { 0 }, code = { 0 };

	record_title(sc->app->store, record_entity(sc->app->store, id), id, &title);
	id_format(id, which);
	str_addf(&code, "%s%c", which, report->key);
	pick_add(pick, str_text(&title), str_text(&code), NULL);
	str_free(&title);
	str_free(&code);
}

/* Are there records that it could be about? */
static bool
any_to_ask(struct screen *sc, const struct report *report)
{
	const struct pane *pane = pane_find(report->pane);
	const struct query q = { .ent = entity_find(pane->entity), .pane = pane, .limit = 1 };
	int64_t *ids = NULL, count = 0;
	struct error none;

	bool any = ids_read(sc->app->store, &q, &ids, &count, &none) && count;
	free(ids);
	return any;
}

static bool
record_ask(struct screen *sc, const struct report *report, struct error *e)
{
	const struct pane *pane = pane_find(report->pane);
	const struct query q = { .ent = entity_find(pane->entity), .pane = pane };
	int64_t *ids, count;

	if (!ids_read(sc->app->store, &q, &ids, &count, e))
		return false;
	struct pick *pick = pick_new(false);
	for (int64_t i = 0; i < count; i++)
		record_add(sc, report, ids[i], pick);
	free(ids);
	asking_open(sc, pick, _(pane->label), "", record_chosen);
	return true;
}

/* Is it a record of the report's list? An affiliate is none of the partners. */
static bool
fits(struct store *s, const struct report *report, int64_t id)
{
	const struct entity *ent = record_entity(s, id);
	char which[ID_LENGTH + 1];
	struct error e;
	int64_t found;

	id_format(id, which);
	return report_takes(report, ent)
	    && which_find(s, ent, pane_find(report->pane), which, false, &found, &e);
}

/* The record that this one names and that the report can be about: the event of a
 * session, of a presence, of a note. */
static int64_t
named_by(struct store *s, const struct report *report, int64_t id)
{
	const struct entity *ent = record_entity(s, id);
	struct record *r = NULL;
	int64_t found = 0;

	if (!ent || !record_load(s, ent, id, &r, NULL) || !r)
		return 0;
	for (int i = 0; !found && i < r->own; i++) {
		const struct field *f = entity_field(ent, i);
		if (f->type->is_ref && r->values[i].kind == VALUE_INT
		    && fits(s, report, r->values[i].i))
			found = r->values[i].i;
	}
	record_free(r);
	return found;
}

/* 0: nothing here fits. */
static int64_t
record_here(struct screen *sc, const struct report *report)
{
	const struct view *v = screen_view(sc);
	struct store *s = sc->app->store;

	if (v->id && fits(s, report, v->id))
		return v->id;
	if (v->of && fits(s, report, v->of))
		return v->of;
	return v->id ? named_by(s, report, v->id) : 0;
}

/* --- Which stretch of time it is of --- */

static void
span_chosen(struct screen *sc, const struct pick_item *item, const char *typed)
{
	const char *words[] = { "report", sc->asked->name, item ? item->code : typed };
	struct error e;

	if (!report_view_open(sc, sizeof words / sizeof *words, words, &e))
		asking_refuse(sc, &e);
}

/* --- Which report --- */

/* Where it may be about nothing and would be empty, one may still choose. */
static bool
choose(struct screen *sc, const struct report *report, struct error *e)
{
	int64_t id = report->pane ? record_here(sc, report) : 0;

	if (report->span && !id) {
		sc->asked = report;
		return span_ask(sc, report, span_chosen, e);
	}
	if (report->pane && !id && !report->optional)
		return record_ask(sc, report, e);
	if (show(sc, report, id, e))
		return true;
	if (!report->pane || id || e->status != STATUS_NONE || !any_to_ask(sc, report))
		return false;
	screen_say(sc, ROLE_DIM, _("Nothing is to be reported now; choose one of these."));
	return record_ask(sc, report, e);
}

static void
report_chosen(struct screen *sc, const struct pick_item *item, const char *typed)
{
	struct error e;

	(void)typed;
	if (!choose(sc, report_by_key(item->code[0]), &e))
		screen_fail(sc, &e);
}

/* The letter stands in front, where typing it finds it. */
static void
report_add(const struct report *r, struct pick *pick)
{
	const char key[] = { r->key, '\0' };
	struct str label = { 0 };

	str_addf(&label, "%s  %s", key, _(r->label));
	pick_add(pick, str_text(&label), key, NULL);
	str_free(&label);
}

/* Those about what is at hand come first: the sheet for a partner, the page of an event. */
static bool
report_ask(struct screen *sc)
{
	struct pick *pick = pick_new(false);
	const struct report *r;

	for (int i = 0; (r = report_at(i)); i++)
		if (r->pane && record_here(sc, r))
			report_add(r, pick);
	for (int i = 0; (r = report_at(i)); i++)
		if (!r->pane || !record_here(sc, r))
			report_add(r, pick);
	asking_open(sc, pick, _("Report"), "", report_chosen);
	return true;
}

bool
report_view_open(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	const struct report *report = argc > 1 ? report_find(argv[1], NULL) : NULL;
	struct error none = { 0 };
	const struct pane *pane;
	int64_t id;

	if (argc < 2)
		return report_ask(sc);
	/* The name of a saved view does as well: here it is shown to work with. */
	if (!report && saved_do_named(sc, argc, argv, &none))
		return true;
	report = report_find(argv[1], e);
	if (!report || argc < 3 || !report->pane)
		return report && choose(sc, report, e);
	pane = pane_find(report->pane);
	if (which_find(sc->app->store, entity_find(pane->entity), pane, argv[2], false, &id,
	    report->span ? NULL : e))
		return show(sc, report, id, e);
	return report->span && show_span(sc, report, 0, argv[2], e);
}

/* --- Its file --- */

bool
report_view_can_save(const struct screen *sc)
{
	const struct view *v = screen_view(sc);

	return page_view_source(v) || text_view_text(v);
}

/* The formats and how their names end: "wikitext .wiki, csv .csv, text .txt". */
static void
formats_tell(const struct page_source *source, struct str *out)
{
	enum page_format format;

	for (int i = 0; page_source_format(source, i, &format); i++)
		str_addf(out, "%s%s %s", i ? ", " : "", page_format_name(format),
		    page_format_suffix(format));
}

static void
where_ask(struct screen *sc, const char *name)
{
	struct str proposed = { 0 };

	file_name_free(name, &proposed);
	sc->prompt.pane = screen_view(sc)->pane;
	prompt_open(&sc->prompt, PROMPT_FILE, str_text(&proposed));
	str_free(&proposed);
}

/* "Sign-in sheet - 2026-11-21.txt" */
static void
text_ask(struct screen *sc)
{
	struct view *v = screen_view(sc);
	struct str name = { 0 };
	char today[11];

	v->ops->title(v, &name);
	for (char *s = name.s; s && (s = strchr(s, '/')); )
		*s = '-';	/* else it would name a folder */
	date_format(clock_today(), today);
	str_addf(&name, " - %s.txt", today);
	where_ask(sc, str_text(&name));
	str_free(&name);
}

/* What is shown as a file is meant; else the form that people mostly want. */
bool
report_view_ask(struct screen *sc, const struct call *call, struct error *e)
{
	const struct view *v = screen_view(sc);
	const struct page_source *source = page_view_source(v);
	struct str name = { 0 }, forms = { 0 };
	enum page_format format;

	(void)call;
	if (!source && !text_view_text(v))
		return set_error(e, STATUS_NONE, _("This text is not for a file; X makes reports."));
	if (!source) {
		text_ask(sc);
		return true;
	}
	page_source_format(source, page_view_shown(v) < 0 ? 0 : page_view_shown(v), &format);
	source->name(source->ctx, format, &name);
	where_ask(sc, str_text(&name));
	formats_tell(source, &forms);
	str_addf(&sc->prompt.offers, _("The end of the name says the form: %s."),
	    str_text(&forms));
	str_free(&name);
	str_free(&forms);
	return true;
}

/* The format that the end of the name stands for; else the one that was proposed. */
static enum page_format
format_of(const struct view *v, const char *path)
{
	const struct page_source *source = page_view_source(v);
	enum page_format format;
	size_t n = strlen(path);

	for (int i = 0; page_source_format(source, i, &format); i++) {
		size_t suffix = strlen(page_format_suffix(format));
		if (n > suffix && fold_equal(path + n - suffix, page_format_suffix(format)))
			return format;
	}
	page_source_format(source, page_view_shown(v) < 0 ? 0 : page_view_shown(v), &format);
	return format;
}

bool
report_view_save(struct screen *sc, const char *path, bool replace, struct error *e)
{
	const struct view *v = screen_view(sc);
	const struct page_source *source = page_view_source(v);
	const struct str *shown = text_view_text(v);
	struct str text = { 0 }, said = { 0 };

	if (!*path)
		return set_error(e, STATUS_USAGE, _("Name a file to write to, or press Esc."));
	if (shown)
		str_addn(&text, str_text(shown), shown->len);
	bool ok = shown || source->write(source->ctx, format_of(v, path), &text, e);
	struct out *out = ok ? out_open(path, replace, e) : NULL;
	ok = out && out_write(out, str_text(&text), text.len, e);
	ok = (!out || out_close(out, ok, ok ? e : NULL)) && ok;
	if (ok) {
		str_addf(&said, _("%s is written."), path);
		screen_say(sc, ROLE_TEXT, str_text(&said));
	}
	str_free(&said);
	str_free(&text);
	return ok;
}
