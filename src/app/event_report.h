/* Texts about who was at an event: the sheet to sign, and the headcount. */
#ifndef ALIANZA_APP_EVENT_REPORT_H
#define ALIANZA_APP_EVENT_REPORT_H

#include "app/app.h"
#include "app/door.h"
#include "store/headcount.h"

/* Appends a sheet to print, 78 columns wide: everyone on the list who does not stay away,
 * by name, and empty lines. Private records are left out, which is said to the person. */
bool sheet_text(struct app *app, const struct door *door, struct str *out, struct error *e);

/* Appends how many were present, beside the headcount typed by hand, and by category, type,
 * country and region; of one event also by session. */
bool headcount_text(struct app *app, const struct headcount_scope *scope, struct str *out,
    struct error *e);

/* Appends how a part of a headcount is called. */
void headcount_part_show(struct app *app, enum headcount_way way, const char *code,
    struct str *out);

/* A number of the event's record, as headcount and expected are. -1: none. */
bool event_number(struct app *app, int64_t event, const char *field, int64_t *out,
    struct error *e);

#endif
