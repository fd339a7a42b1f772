/* Moments as people read them. */
#ifndef ALIANZA_APP_TIME_H
#define ALIANZA_APP_TIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TIME_TEXT = 20 };

/* "2026-11-21 10:15" in the time zone of this computer. */
void time_text(int64_t ms, char out[TIME_TEXT]);
/* The same of a moment as fields have it, "2026-11-21T09:15Z" with or without seconds.
 * False, and nothing written, for a time that names no zone: it is local already. */
bool time_moment_text(const char *s, size_t n, char out[TIME_TEXT]);

#endif
