/* Parts of a report that are a heading with points, one for each row of a query. */
#ifndef ALIANZA_APP_REPORT_POINTS_H
#define ALIANZA_APP_REPORT_POINTS_H

#include "app/report.h"

struct report_points {
	const char *word;	/* heading, as of report_word() */
	struct shared_query query;
	int most;		/* points; 0: all */
	int brief;		/* where room is short: so many points, and how many more there
				 * are; 0: no difference, BRIEF_LINE: all of them in one line */
};
enum { BRIEF_LINE = -1 };

/* What a word in braces stands for in a filter; .name NULL ends. */
struct report_blank {
	const char *name, *value;
};

/* A point: the text of column 0, and behind it in brackets what there is of the others. */
void report_point(struct report_call *r, struct shared_rows *rows, size_t columns);
size_t report_points_columns(const char *columns);	/* how many, of a query */
/* What is added next is about all rows of the query. */
void report_about_all(struct report_call *r, const struct shared_query *q);
bool report_points(struct report_call *r, const struct report_points *p,
    const struct report_blank *blanks, struct error *e);

#endif
