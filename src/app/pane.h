/* Panes, columns and ids as commands need them. */
#ifndef ALIANZA_APP_PANE_H
#define ALIANZA_APP_PANE_H

#include "app/app.h"
#include "store/query.h"

/* STATUS_USAGE with the nearest name when there is no such pane. */
const struct pane *pane_named(const char *name, struct error *e);
/* The pane of the records of this one's kind (partners), else of its entity; NULL for
 * records without a pane. */
const struct pane *pane_of_record(struct store *s, const struct entity *ent, int64_t id);
/* "a,b.c" to columns, in mem. */
bool columns_read(const struct entity *ent, const char *names, struct arena *mem,
    struct column **out, size_t *count, struct error *e);
/* Ids of all rows of a query, in its order; caller frees. */
bool ids_read(struct store *s, const struct query *q, int64_t **ids, int64_t *count,
    struct error *e);
/* Appends a column's value as people see it; several are joined by "; ". */
void cell_shown(struct app *app, struct rows *rows, const struct column *col, size_t index,
    struct str *out);
/* The same for who sits here: a moment is told in the time of this computer, a share with
 * a bar. */
void cell_here(struct app *app, struct rows *rows, const struct column *col, size_t index,
    struct str *out);

#endif
