/* The time as the program sees it. `--now TIME` and the sample's own "today" fix
 * it, so that scripts and tests give the same answer every day; then it stands
 * still. What is fixed is one of the two mutable states below main (the other is
 * die()'s hook): checking a date that a person typed needs "today" everywhere
 * from the form to the import, and a context handed through every canon() for
 * this alone would be worse. */
#ifndef ALIANZA_BASE_CLOCK_H
#define ALIANZA_BASE_CLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/error.h"

/* Fixes the time, in ms since 1970-01-01 UTC; CLOCK_REAL lets it run again. */
#define CLOCK_REAL INT64_MIN
void clock_set(int64_t ms);
/* For --now: "2026-11-21" (noon), "2026-11-21T10:00", "...:30", with Z for UTC,
 * else in the time zone of this machine. Changes nothing when it refuses. */
bool clock_set_text(const char *s, size_t n, struct error *e);

int64_t clock_ms(void);		/* since 1970-01-01 UTC, fixed or real */
struct date clock_today(void);	/* here, by TZ */
int clock_minute(void);		/* of today, 0..1439, here */

/* The real time whatever was fixed: ids are made from it (base/id.h). */
int64_t clock_now_ms_real(void);

#endif
