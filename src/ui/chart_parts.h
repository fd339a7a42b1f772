/* What a goal or a metric reached so far, as parts of its record: a chart over time of
 * each metric, and what is only known in words as text. */
#ifndef ALIANZA_UI_CHART_PARTS_H
#define ALIANZA_UI_CHART_PARTS_H

#include "app/app.h"
#include "ui/parts.h"

/* Adds nothing for records that nothing is measured for. */
bool chart_parts_add(struct app *app, const struct entity *ent, int64_t id,
    struct parts *parts, struct error *e);

#endif
