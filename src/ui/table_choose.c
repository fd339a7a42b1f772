#include "config.h"

#include "ui/table_choose.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "store/tally.h"
#include "ui/asking.h"
#include "ui/table_do.h"

/* What many records may have in common; names and texts are each their own. */
static bool
is_common(const struct field *f)
{
	return f->type->is_term || f->type == &type_country;
}

/* Its code is what is counted by, behind the column for the lines where there is one. */
static void
column_add(struct pick *pick, const struct pane *pane, const char *name, const char *before)
{
	struct tally_by by;
	struct str label = { 0 }, code = { 0 };

	if (tally_by_parse(pane, name, &by, NULL)) {
		tally_by_label(&by, &label);
		str_addf(&code, "%s%s", before, name);
		pick_add(pick, str_text(&label), str_text(&code), name);
	}
	str_free(&label);
	str_free(&code);
}

static void
own_add(struct pick *pick, const struct pane *pane, const char *before, struct arena *mem)
{
	const struct entity *ent = entity_find(pane->entity);
	const struct field *f;

	for (int i = 0; (f = entity_field(ent, i)); i++)
		if (is_common(f) || f->type->is_ref)
			column_add(pick, pane, f->name, before);
	for (int i = 0; (f = entity_field(ent, i)); i++)
		for (int k = TALLY_YEAR; f->type->is_date && tally_part_name(k); k++)
			column_add(pick, pane, arena_printf(mem, "%s:%s", f->name, tally_part_name(k)),
			    before);
}

/* What records have that are named: the country of the partner. */
static void
behind_add(struct pick *pick, const struct pane *pane, const char *before, struct arena *mem)
{
	const struct entity *ent = entity_find(pane->entity), *there;
	const struct field *f, *g;
	char name[64];

	for (int i = 0; (f = entity_field(ent, i)); i++) {
		there = f->type->is_ref && joined_word(f->refs, 0, name) ? entity_find(name) : NULL;
		for (int k = 0; there && (g = entity_field(there, k)); k++)
			if (is_common(g))
				column_add(pick, pane, arena_printf(mem, "%s.%s", f->name, g->name), before);
	}
}

static void
open(struct screen *sc, const char *before, const char *label, asking_taken *taken)
{
	const struct pane *pane = screen_view(sc)->pane;
	struct pick *pick = pick_new(false);
	struct arena mem = { 0 };

	own_add(pick, pane, before, &mem);
	behind_add(pick, pane, before, &mem);
	arena_free(&mem);
	asking_open(sc, pick, label, "", taken);
}

static void
all_chosen(struct screen *sc, const struct pick_item *item, const char *typed)
{
	struct error e;

	(void)typed;
	if (!table_do_columns(sc, item->code, &e))
		screen_fail(sc, &e);
}

static void
lines_chosen(struct screen *sc, const struct pick_item *item, const char *typed)
{
	(void)typed;
	table_choose(sc, item->code);
}

void
table_choose(struct screen *sc, const char *first)
{
	struct str before = { 0 };

	if (!first) {
		open(sc, "", _("Count by"), all_chosen);
	} else if (!*first) {
		open(sc, "", _("In the lines"), lines_chosen);
	} else {
		str_addf(&before, "%s,", first);
		open(sc, str_text(&before), _("Side by side"), all_chosen);
	}
	str_free(&before);
}
