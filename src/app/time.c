#include "config.h"

#include "app/time.h"

#include <stdio.h>
#include <time.h>

void
time_text(int64_t ms, char out[TIME_TEXT])
{
	time_t t = (time_t)(ms / 1000);
	struct tm tm;

	if (!localtime_r(&t, &tm) || !strftime(out, TIME_TEXT, "%Y-%m-%d %H:%M", &tm))
		snprintf(out, TIME_TEXT, "?");
}
