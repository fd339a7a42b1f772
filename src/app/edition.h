/* Editions of a series of events: making the next one, comparing two. */
#ifndef ALIANZA_APP_EDITION_H
#define ALIANZA_APP_EDITION_H

#include "app/app.h"
#include "base/arena.h"
#include "base/date.h"

/* Within an action: makes the next edition from words field=value, of which name has to be
 * one. Without a word about its end it is as long as the one before. It takes over what
 * stays the same from one edition to the next, the roles, the schedule moved by as many
 * days as the event, and what was agreed and is open: those lines go on in new ones, the
 * old ones are carried forward. */
bool edition_copy(struct app *app, int64_t event, int count, const char *const *words,
    int64_t *made, struct error *e);

/* The words that edition_copy wants at least, made from the day the next one starts, as a
 * person types it: its name with the number or the year moved on, the first day, and the
 * last one where it is known how long the edition before was. They live in mem; at most
 * EDITION_WORDS. */
enum { EDITION_WORDS = 3 };
bool edition_words(struct app *app, int64_t event, const char *start, struct arena *mem,
    const char *words[EDITION_WORDS], int *count, struct error *e);
/* The last day of one that starts at next and is as long as the one from start to end;
 * false: a day of these is not known. */
bool edition_end(struct date start, struct date end, struct date next, struct date *out);
/* The day the next one starts when it is a year later on the same day of the week;
 * year 0: nobody knows. */
struct date edition_year_later(struct app *app, int64_t event);

/* An event that names this one as the edition before; 0: none does. */
int64_t edition_after(struct app *app, int64_t event);
/* The edition before this one: the one it names, else the newest of its series that began
 * earlier. STATUS_NONE when there is none. */
bool edition_before(struct app *app, int64_t event, int64_t *before, struct error *e);

/* Appends a table of the two: dates, place, hosts, headcount, present, people by category
 * and country. */
bool edition_compare(struct app *app, const int64_t events[2], struct str *out,
    struct error *e);

#endif
