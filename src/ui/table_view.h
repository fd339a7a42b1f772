/* A table of counts: how many records of a pane have which value of one column, or of
 * two. Enter leads to the records behind the number under the cursor. */
#ifndef ALIANZA_UI_TABLE_VIEW_H
#define ALIANZA_UI_TABLE_VIEW_H

#include "app/app.h"
#include "base/arena.h"
#include "ui/view.h"

/* columns: "country" or "stage,country"; base: the filter that all records pass, filter:
 * the one a person may change ("": none). All are copied. NULL and a sentence when there
 * are no such columns, or it cannot be counted. */
struct view *table_view_new(struct app *app, const struct pane *pane, const char *columns,
    const char *base, const char *filter, struct error *e);

/* Its columns as in table_view_new, borrowed; NULL for other views. */
const char *table_view_columns(const struct view *v);
const char *table_view_base(const struct view *v);	/* as in table_view_new, borrowed */
/* Appends all that narrows what is counted. */
void table_view_narrow(const struct view *v, struct str *out);
/* The words of the command that gives it in the shell, in mem, and how many. format:
 * for others ("csv"); NULL: as it is. */
int table_view_words(const struct view *v, const char *format, struct arena *mem,
    const char ***words);
/* Numbers, then percents of all, of the line, of the column. False: it has only one way. */
bool table_view_turn(struct view *v);
const char *table_view_shown(const struct view *v);	/* a sentence about what the cells say */
/* Appends how the number under the cursor comes about, for a person. */
bool table_view_explain(struct view *v, struct str *out, struct error *e);

#endif
