#include "config.h"

#include "app/time.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

void
time_text(int64_t ms, char out[TIME_TEXT])
{
	time_t t = (time_t)(ms / 1000);
	struct tm tm;

	if (!localtime_r(&t, &tm) || !strftime(out, TIME_TEXT, "%Y-%m-%d %H:%M", &tm))
		snprintf(out, TIME_TEXT, "?");
}

bool
time_moment_text(const char *s, size_t n, char out[TIME_TEXT])
{
	char moment[32];
	struct tm tm = { 0 };

	if (n >= sizeof moment || !n || s[n - 1] != 'Z')
		return false;
	memcpy(moment, s, n);
	moment[n] = '\0';
	if (!strptime(moment, "%Y-%m-%dT%H:%M", &tm))
		return false;
	time_text((int64_t)timegm(&tm) * 1000, out);
	return true;
}
