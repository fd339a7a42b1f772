#include "config.h"

#include "ui/span_ask.h"

#include <stdlib.h>

#include "app/pane.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/id.h"

enum { QUARTERS = 4, MONTHS = 3 };

static void
span_add(const struct span *span, const char *hint, struct pick *pick)
{
	pick_add(pick, span->name, span->name, hint);
}

static void
years_add(struct pick *pick)
{
	struct arena mem = { 0 };
	int year = clock_today().year;
	struct span now = span_year(year, &mem), before = span_year(year - 1, &mem);

	span_add(&now, _("(this year)"), pick);
	span_add(&before, _("(last year)"), pick);
	arena_free(&mem);
}

/* This quarter and the three before it. */
static void
quarters_add(struct pick *pick)
{
	struct arena mem = { 0 };
	struct date today = clock_today();
	int quarter = today.year * QUARTERS + (today.month - 1) / MONTHS;

	for (int i = 0; i < QUARTERS; i++) {
		struct span span = span_quarter((quarter - i) / QUARTERS,
		    (quarter - i) % QUARTERS + 1, &mem);
		span_add(&span, i ? NULL : _("(this quarter)"), pick);
	}
	arena_free(&mem);
}

/* A name means the period of the file that has it (span_read). */
static bool
is_there(struct pick *pick, const char *name)
{
	pick_filter(pick, "");
	return pick_go_code(pick, name);
}

static bool
periods_add(struct screen *sc, const struct pane *pane, struct pick *pick, struct error *e)
{
	const struct entity *ent = entity_find(pane->entity);
	const struct query q = { .ent = ent, .pane = pane };
	int64_t *ids, count;
	char id[ID_LENGTH + 1];
	struct str title = { 0 };

	if (!ids_read(sc->app->store, &q, &ids, &count, e))
		return false;
	for (int64_t i = 0; i < count; i++) {
		str_cut(&title, 0);
		record_title(sc->app->store, ent, ids[i], &title);
		id_format(ids[i], id);
		if (!is_there(pick, str_text(&title)))
			pick_add(pick, str_text(&title), id, _("(a period of this file)"));
	}
	pick_go(pick, 0);
	free(ids);
	str_free(&title);
	return true;
}

bool
span_ask(struct screen *sc, const struct report *report, asking_taken *taken,
    struct error *e)
{
	struct pick *pick = pick_new(true);

	if (report->span == REPORT_QUARTER)
		quarters_add(pick);
	years_add(pick);
	if (!periods_add(sc, pane_find(report->pane), pick, e)) {
		pick_free(pick);
		return false;
	}
	asking_open(sc, pick, _("Which period? Or type one: 2025-03"), "", taken);
	return true;
}
