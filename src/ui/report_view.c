#include "config.h"

#include "ui/report_view.h"

#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "app/report.h"
#include "base/i18n.h"
#include "base/id.h"
#include "io/out.h"
#include "store/which.h"
#include "ui/asking.h"
#include "ui/file_ask.h"
#include "ui/saved_do.h"
#include "ui/text_view.h"

/* --- Showing one --- */

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

static void
page_show(struct screen *sc, const struct report *report, int64_t id, enum page_format format,
    const struct str *text)
{
	struct str title = { 0 }, file = { 0 };

	title_add(sc, report, id, &title);
	report_file_name(sc->app, report, id, format, &file);
	struct view *v = text_view_new(sc->app, str_text(&title), str_text(text), text->len, NULL);
	text_view_file_set(v, str_text(&file));
	v->pane = screen_view(sc)->pane;
	screen_show_view(sc, v);
	str_free(&title);
	str_free(&file);
}

static bool
show(struct screen *sc, const struct report *report, int64_t id, struct error *e)
{
	const struct report_wish wish = { .columns = 0 };
	struct str text = { 0 };
	struct shared_left left;
	enum page_format format;

	bool ok = report_write(sc->app, report, id, &wish, &text, &format, &left, e);
	if (ok) {
		page_show(sc, report, id, format, &text);
		report_say_left(sc->app, &left);
	}
	str_free(&text);
	return ok;
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

/* --- Which report --- */

static bool
choose(struct screen *sc, const struct report *report, struct error *e)
{
	int64_t id = report->pane ? record_here(sc, report) : 0;

	return !report->pane || id || report->optional ? show(sc, report, id, e)
	    : record_ask(sc, report, e);
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
	if (!report && saved_do_view(sc, argc, argv, &none))
		return true;
	report = report_find(argv[1], e);
	if (!report || argc < 3 || !report->pane)
		return report && choose(sc, report, e);
	pane = pane_find(report->pane);
	return which_find(sc->app->store, entity_find(pane->entity), pane, argv[2], false, &id, e)
	    && show(sc, report, id, e);
}

/* --- Its file --- */

bool
report_view_can_save(const struct screen *sc)
{
	return text_view_file(screen_view(sc)) != NULL;
}

bool
report_view_ask(struct screen *sc, const struct call *call, struct error *e)
{
	const char *name = text_view_file(screen_view(sc));
	struct str proposed = { 0 };

	(void)call;
	if (!name)
		return set_error(e, STATUS_NONE, _("This text is not for a file; X makes reports."));
	file_name_free(name, &proposed);
	sc->prompt.pane = screen_view(sc)->pane;
	prompt_open(&sc->prompt, PROMPT_FILE, str_text(&proposed));
	str_free(&proposed);
	return true;
}

bool
report_view_save(struct screen *sc, const char *path, bool replace, struct error *e)
{
	const struct str *text = text_view_text(screen_view(sc));
	struct str said = { 0 };

	if (!*path)
		return set_error(e, STATUS_USAGE, _("Name a file to write to, or press Esc."));
	struct out *out = out_open(path, replace, e);
	bool ok = out && out_write(out, str_text(text), text->len, e);
	ok = (!out || out_close(out, ok, ok ? e : NULL)) && ok;
	if (ok) {
		str_addf(&said, _("%s is written."), path);
		screen_say(sc, ROLE_TEXT, str_text(&said));
		str_free(&said);
	}
	return ok;
}
