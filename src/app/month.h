/* A month as a calendar on a wall shows it: weeks with the days in them. */
#ifndef ALIANZA_APP_MONTH_H
#define ALIANZA_APP_MONTH_H

#include "base/date.h"

enum { MONTH_WEEKS = 6, WEEK_DAYS = 7 };

struct month {
	int year, month;
	int first;		/* weekday that weeks begin with, 0 Monday .. 6 Sunday */
	int weeks;		/* 4 to 6 */
	struct month_week {
		int number;	/* of the week */
		int days[WEEK_DAYS];	/* of the month; 0: of another one */
	} week[MONTH_WEEKS];
};

/* Weeks begin with `first` and are counted as ISO 8601 does when that is Monday (week 1
 * has the first Thursday); else week 1 is the one with 1 January. */
void month_make(int year, int month, int first, struct month *out);
/* How the person's locale begins its weeks; Monday where it does not say. */
int month_first_weekday(void);

#endif
