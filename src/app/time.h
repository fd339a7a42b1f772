/* Moments as people read them. */
#ifndef ALIANZA_APP_TIME_H
#define ALIANZA_APP_TIME_H

#include <stdint.h>

enum { TIME_TEXT = 20 };

/* "2026-11-21 10:15" in the time zone of this computer. */
void time_text(int64_t ms, char out[TIME_TEXT]);

#endif
