/* Tables anywhere: how many records of a pane have which value of one column
 * (frequency), or of two (cross-table).
 *
 * A column is written as in a list ("country", "partner.country"), a date also with the
 * stretch it is counted by: "start:year", "start:quarter", "start:month". A field that
 * only repeats what a record behind it holds (stage of a partner) is counted where it
 * stands (partnership.stage), and so are fields that the pane lends.
 *
 * What a filter takes for equal is one group: texts folded, moments of one day. A record
 * with several values counts once for each of them, so that the groups may add up to
 * more than the records; one without a value counts as empty, which is a group too. */
#ifndef ALIANZA_STORE_TALLY_H
#define ALIANZA_STORE_TALLY_H

#include "base/arena.h"
#include "store/query.h"

enum tally_part { TALLY_WHOLE, TALLY_YEAR, TALLY_QUARTER, TALLY_MONTH, TALLY_PARTS };

/* What is counted by. */
struct tally_by {
	char name[112];		/* as a list and tally_by_parse take it */
	struct column column;
	enum tally_part part;
};

/* pane lends its `through` fields. STATUS_USAGE and a sentence when there is no such
 * column, or it is no date and a stretch is named. */
bool tally_by_parse(const struct pane *pane, const char *name, struct tally_by *out,
    struct error *e);
/* Appends "Country", "Partner: Country", "Start, by month". */
void tally_by_label(const struct tally_by *by, struct str *out);
/* The stretches, as written behind ':'; NULL after the last, and for TALLY_WHOLE "". */
const char *tally_part_name(int part);

struct tally_group {
	struct value value;	/* of a first record; VALUE_NULL: those without one */
	const char *code;	/* as programs read it: codes, titles of records; "" */
	const char *label;	/* as people read it: "Chile", "2014-Q4", "(empty)" */
	int64_t count;		/* records, each once */
};

enum { TALLY_SIDES = 2, TALLY_ACROSS = 200 };	/* groups side by side, at most */

struct tally {
	struct arena mem;	/* labels and groups */
	int side_count;		/* 1: a frequency; 2: the second side stands across */
	struct tally_side {
		struct tally_by by;
		struct tally_group *groups;	/* terms, dates and numbers in their
						 * order, others by count; empty last */
		size_t count;
		bool overlaps;		/* some record is in several of them */
	} sides[TALLY_SIDES];
	int64_t *cells;		/* of a cross-table, a row for each group of the first */
	int64_t records;	/* all that the filter finds, each once */
	int64_t omitted;	/* private ones left out */
};

struct tally_query {
	const struct pane *pane;
	const struct filter *filter;	/* may be NULL */
	struct tally_by by[TALLY_SIDES];
	int count;			/* of them, 1 or 2 */
	bool leave_out_private;
};

/* Counts. False and a sentence: nothing is to be freed. STATUS_DATA when more than
 * TALLY_ACROSS groups would stand side by side, or the table would be too large. */
bool tally_make(struct store *s, const struct tally_query *q, struct tally *out,
    struct error *e);
void tally_free(struct tally *t);

/* Records in both groups; TALLY_ALL of a side: whatever it holds. */
enum { TALLY_ALL = -1 };
int64_t tally_cell(const struct tally *t, int row, int across);
/* Appends the filter that finds exactly these records among those counted ("" when it
 * is all of them). A year or month that is no full date, of a column with several
 * dates, is the only thing it cannot tell from the dates within. */
void tally_filter(struct store *s, const struct tally *t, int row, int across,
    struct str *out);

#endif
