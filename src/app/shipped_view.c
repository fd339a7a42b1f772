#include "config.h"

#include "app/shipped_view.h"

#include <stdio.h>
#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "model/term.h"

/* An item of which nothing is said is open; the same holds for the numbers of open items
 * (store/computed.c). */
#define OPEN "(status= or status=open,in-progress)"

const struct shipped_view shipped_views[] = {
	{ N_("Open items"), N_("What is to be done, by due date."), {
	    .name = "items-open", .pane = "items", .filter = OPEN,
	    .columns = "kind,what,owners,due,status,event", .sort = "due,priority", .table = "" } },
	{ N_("Open items by owner"), N_("What each has promised to do."), {
	    .name = "items-by-owner", .pane = "items",
	    .filter = OPEN, .columns = "owners,what,due,kind,status,event",
	    .sort = "owners,due,priority", .table = "" } },
	{ N_("Items without owner"), N_("What is to be done, but by nobody."), {
	    .name = "items-without-owner", .pane = "items",
	    .filter = OPEN " owners=", .columns = "kind,what,due,event,note",
	    .sort = "due,priority", .table = "" } },
	{ N_("Items without date"), N_("What is to be done some day."), {
	    .name = "items-without-date", .pane = "items",
	    .filter = OPEN " due=", .columns = "kind,what,owners,due_words,event,note",
	    .sort = "owners,priority", .table = "" } },
	{ N_("Overdue items"), N_("What should be done already."), {
	    .name = "items-overdue", .pane = "items",
	    .filter = OPEN " due<today", .columns = "due,what,owners,kind,status,event",
	    .sort = "due,priority", .table = "" } },
	{ N_("Parked items"), N_("What was put off."), {
	    .name = "items-parked", .pane = "items",
	    .filter = "status=parked", .columns = "kind,what,owners,due,event,note",
	    .sort = "due,priority", .table = "" } },
	{ N_("Silent partners"), N_("Not heard of for a month, or never."), {
	    .name = "partners-silent", .pane = "partners",
	    .filter = "stage!={over partnership-stage} (days_silent>=30 or days_silent=)",
	    .columns = "name,days_silent,last_contact,stage,next_step,next_step_on",
	    .sort = "-days_silent,name", .table = "" } },
	{ N_("Changed partners"), N_("New or changed within a week."), {
	    .name = "partners-changed", .pane = "partners", .filter = "changed>=-1w",
	    .columns = "name,changed,stage,next_step,next_step_on", .sort = "-changed,name",
	    .table = "" } },
	{ N_("Shared partners"), N_("Of several affiliates."), {
	    .name = "partners-shared", .pane = "partners", .filter = "affiliates>1",
	    .columns = "name,affiliates,stage,type,country", .sort = "-affiliates,name",
	    .table = "" } },
	{ .label = NULL }
};

const struct shipped_view *
shipped_view_find(const char *name)
{
	for (const struct shipped_view *v = shipped_views; v->label; v++)
		if (fold_equal(v->view.name, name) || fold_equal(v->label, name)
		    || fold_equal(_(v->label), name))
			return v;
	return NULL;
}

/* Is what was typed a part of what it is called? */
static bool
has_part(const struct shipped_view *v, const char *part)
{
	const char *const texts[] = { v->view.name, v->label, _(v->label) };
	struct str folded = { 0 };
	bool has = false;

	fold_add(&folded, part, strlen(part));
	for (size_t i = 0; !has && i < sizeof texts / sizeof *texts; i++)
		has = fold_contains(texts[i], strlen(texts[i]), str_text(&folded), folded.len);
	str_free(&folded);
	return has;
}

const struct shipped_view *
shipped_view_guess(const char *part)
{
	const struct shipped_view *found = NULL;

	for (const struct shipped_view *v = shipped_views; *part && v->label; v++)
		if (has_part(v, part)) {
			if (found)
				return NULL;
			found = v;
		}
	return found;
}

const char *
shipped_view_filter(const struct shipped_view *v, struct arena *mem)
{
	const char *at = strchr(v->view.filter, '{');
	struct str codes = { 0 };
	char list[64];
	int n = 0;

	if (!at || sscanf(at, "{over %63[^}]}%n", list, &n) != 1)
		return v->view.filter;
	term_codes_add(list, true, ",", &codes);
	const char *filter = arena_printf(mem, "%.*s%s%s", (int)(at - v->view.filter),
	    v->view.filter, str_text(&codes), at + n);
	str_free(&codes);
	return filter;
}
