/* The rule of adding.h as aggregates of SQL, registered in functions.c:
 *	figures_total(organisation, owner, event, evidence, from, to, measured_on, id,
 *	    value, qualifier, end of its goal, begin, end)	the number, of the time from
 *					begin to end, which may be open
 *	figures_exactness(...)		how exact it is, a code of the list qualifier
 *	figures_parts(...)		how many figures it adds up
 * Figures without a number are passed over; NULL without any, or when the sum has more
 * digits than a decimal may have. Private to src/store. */
#ifndef ALIANZA_STORE_TOTAL_H
#define ALIANZA_STORE_TOTAL_H

#include <sqlite3.h>

/* As sqlite3_create_function() wants them: the same step, and an end for each of the three. */
enum { TOTAL_ARGUMENTS = 13 };
void total_step(sqlite3_context *c, int argc, sqlite3_value **argv);
void total_final(sqlite3_context *c);
void total_final_exactness(sqlite3_context *c);
void total_final_parts(sqlite3_context *c);

#endif
