#include "base/clock.h"

#include <time.h>

#include "base/i18n.h"
#include "base/utf8.h"

static int64_t fixed_ms = CLOCK_REAL;	/* see clock.h for why it is allowed */

void
clock_set(int64_t ms)
{
	fixed_ms = ms;
}

int64_t
clock_now_ms_real(void)
{
	struct timespec ts;

	if (clock_gettime(CLOCK_REALTIME, &ts) != 0)
		die("the clock of this machine cannot be read");
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

int64_t
clock_ms(void)
{
	return fixed_ms == CLOCK_REAL ? clock_now_ms_real() : fixed_ms;
}

static struct tm
local_now(void)
{
	int64_t ms = clock_ms();
	/* Rounded down, so that a time before 1970 stays in its second. */
	time_t t = (time_t)((ms - (ms % 1000 + 1000) % 1000) / 1000);
	struct tm tm = { 0 };

	if (localtime_r(&t, &tm) == NULL)
		die("the clock of this machine is beyond all years");
	return tm;
}

struct date
clock_today(void)
{
	struct tm tm = local_now();

	return (struct date){ tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday };
}

int
clock_minute(void)
{
	struct tm tm = local_now();

	return tm.tm_hour * 60 + tm.tm_min;
}

/* Seconds since 1970 of a moment on the wall clock here; mktime finds out whether
 * summer time holds. */
static int64_t
local_seconds(struct date d, int minute, int second)
{
	struct tm tm = { 0 };

	tm.tm_year = d.year - 1900;
	tm.tm_mon = d.month - 1;
	tm.tm_mday = d.day;
	tm.tm_hour = minute / 60;
	tm.tm_min = minute % 60;
	tm.tm_sec = second;
	tm.tm_isdst = -1;
	return (int64_t)mktime(&tm);
}

static bool
refuse(const char *s, size_t n, struct error *e)
{
	struct str shown = { 0 };

	utf8_show(&shown, s, utf8_cut(s, n, 40, NULL), 0);
	set_error(e, STATUS_USAGE, _("\"%s\" is not a time: write a day or a moment, such "
	    "as 2026-11-21 or 2026-11-21T10:00."), str_text(&shown));
	str_free(&shown);
	return false;
}

bool
clock_set_text(const char *s, size_t n, struct error *e)
{
	struct date d;
	int minute = 12 * 60, second = 0;
	bool utc = false;

	if (!datetime_parse(s, n, &d, &minute, &second, &utc) &&
	    (!date_parse(s, n, &d) || d.day == 0))
		return refuse(s, n, e);
	if (utc)
		clock_set((date_days(d.year, d.month, d.day) * INT64_C(86400) +
		    minute * 60 + second) * 1000);
	else
		clock_set(local_seconds(d, minute, second) * 1000);
	return true;
}
