#include "config.h"

#include "app/shipped_view.h"

#include "base/fold.h"
#include "base/i18n.h"

/* An item of which nothing is said is open; the same holds for the numbers of open items
 * (store/computed.c). */
#define OPEN "(status= or status=open,in-progress)"

const struct shipped_view shipped_views[] = {
	{ N_("Open items"), { .name = "items-open", .pane = "items", .filter = OPEN,
	    .columns = "kind,text,owners,due,status,event", .sort = "due,priority", .table = "" } },
	{ N_("Open items by owner"), { .name = "items-by-owner", .pane = "items",
	    .filter = OPEN, .columns = "owners,text,due,kind,status,event",
	    .sort = "owners,due,priority", .table = "" } },
	{ N_("Items without owner"), { .name = "items-without-owner", .pane = "items",
	    .filter = OPEN " owners=", .columns = "kind,text,due,event,note",
	    .sort = "due,priority", .table = "" } },
	{ N_("Items without date"), { .name = "items-without-date", .pane = "items",
	    .filter = OPEN " due=", .columns = "kind,text,owners,due_words,event,note",
	    .sort = "owners,priority", .table = "" } },
	{ N_("Overdue items"), { .name = "items-overdue", .pane = "items",
	    .filter = OPEN " due<today", .columns = "due,text,owners,kind,status,event",
	    .sort = "due,priority", .table = "" } },
	{ N_("Parked items"), { .name = "items-parked", .pane = "items",
	    .filter = "status=parked", .columns = "kind,text,owners,due,event,note",
	    .sort = "due,priority", .table = "" } },
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
