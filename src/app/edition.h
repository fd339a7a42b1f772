/* Editions of a series of events: making the next one, comparing two. */
#ifndef ALIANZA_APP_EDITION_H
#define ALIANZA_APP_EDITION_H

#include "app/app.h"

/* Within an action: makes the next edition from words field=value, of which name has to be
 * one. It takes over what stays the same from one edition to the next, the roles, the
 * schedule moved by as many days as the event, and what was agreed and is open: those
 * lines go on in new ones, the old ones are carried forward. */
bool edition_copy(struct app *app, int64_t event, int count, const char *const *words,
    int64_t *made, struct error *e);

/* The edition before this one: the one it names, else the newest of its series that began
 * earlier. STATUS_NONE when there is none. */
bool edition_before(struct app *app, int64_t event, int64_t *before, struct error *e);

/* Appends a table of the two: dates, place, hosts, headcount, present, people by category
 * and country. */
bool edition_compare(struct app *app, const int64_t events[2], struct str *out,
    struct error *e);

#endif
