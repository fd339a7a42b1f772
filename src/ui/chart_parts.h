/* What a goal or a metric reached so far, as parts of its record: a line and a chart over
 * time for each metric, and what is only known in words as text. */
#ifndef ALIANZA_UI_CHART_PARTS_H
#define ALIANZA_UI_CHART_PARTS_H

#include "app/app.h"
#include "ui/parts.h"

/* What is read first: a line for each metric that has values, how much of the time is
 * over, and where there is one metric only, its chart. Nothing for other records. */
bool chart_parts_first(struct app *app, const struct entity *ent, int64_t id,
    struct parts *parts, struct error *e);
/* The charts of several metrics, which would push all else out of sight. */
bool chart_parts_rest(struct app *app, const struct entity *ent, int64_t id,
    struct parts *parts, struct error *e);

#endif
