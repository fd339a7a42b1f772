/* The timetable of an event: its sessions day by day. */
#ifndef ALIANZA_APP_SCHEDULE_H
#define ALIANZA_APP_SCHEDULE_H

#include "app/app.h"

/* Appends the sessions with time, room, title and track; those without a day last. */
bool schedule_text(struct app *app, int64_t event, struct str *out, struct error *e);

#endif
