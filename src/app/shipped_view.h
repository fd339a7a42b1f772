/* Views that every file has without keeping them: the items that are still to be done,
 * looked at from each side, and the partners to turn to. They are named and opened like
 * the file's own. */
#ifndef ALIANZA_APP_SHIPPED_VIEW_H
#define ALIANZA_APP_SHIPPED_VIEW_H

#include "app/saved_view.h"

struct shipped_view {
	const char *label;	/* N_(): short, what people read */
	const char *help;	/* N_(): what is in it, one sentence */
	struct saved_view view;	/* its name is a code: "items-open"; its filter may have
				 * "{over LIST}": what the dictionary says is over */
};

extern const struct shipped_view shipped_views[];	/* .label NULL ends */

/* Its filter as a person would type it; in mem or static. */
const char *shipped_view_filter(const struct shipped_view *v, struct arena *mem);
/* By code or label, folded; NULL when there is none. */
const struct shipped_view *shipped_view_find(const char *name);
/* The only one with this part in its code or label; NULL when there is none, or several. */
const struct shipped_view *shipped_view_guess(const char *part);

#endif
