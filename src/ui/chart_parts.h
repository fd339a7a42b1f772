/* What a goal or a metric reached so far, as parts of its record: a line and a chart over
 * time for each metric, and what is only known in words as text. */
#ifndef ALIANZA_UI_CHART_PARTS_H
#define ALIANZA_UI_CHART_PARTS_H

#include "app/app.h"
#include "ui/parts.h"

/* The metrics of a record that have something to tell; none for other records. */
struct charts {
	struct series *of;
	size_t count;
};

/* The caller frees them, after an error too. */
bool charts_read(struct app *app, const struct entity *ent, int64_t id, struct charts *charts,
    struct error *e);
void charts_free(struct charts *charts);
/* What is read first: a line for each metric that has values, how much of the time is
 * over, and where there is one metric only, its chart. */
bool charts_first(struct app *app, const struct entity *ent, const struct charts *charts,
    struct parts *parts, struct error *e);
/* The charts of several metrics, which would push all else out of sight. */
void charts_rest(struct app *app, const struct charts *charts, struct parts *parts);

#endif
