/* SQL functions of ours, for our own statements only: a file cannot call them
 * from its schema (SQLITE_DIRECTONLY). Private to src/store; the opener
 * registers them.
 *
 *	fold_has(needle, text...)	does the folded needle occur in one of them?
 *	fold_is(needle, text...)	is one of them, folded, the folded needle?
 *	fold_starts(needle, text...)	does one of them begin with it?
 *	fold_key(text)			folded
 *	country_key(code), language_key(code)	folded label, for order
 *	country_region(code)		code of its region
 *	decimal_key(text)		text that sorts as the decimal does
 *	date_begin(text), date_end(text)	first, last day a partial date means
 *	day_today()			as clock_today() says
 *	id_text(id), id_value(text)	an id out of and into the file's form
 *	word_count(text)		words parted by blanks
 *	several(value)			aggregate: values as several_next() reads them
 *	progress(baseline, operator, target, value)	aggregate: mean of the
 *					progress of metrics in percent, one decimal
 *	figures_total, figures_exactness, figures_parts		aggregates: total.h
 *
 * NULL and what is not understood give NULL (fold_has, fold_is and fold_starts: 0). */
#ifndef ALIANZA_STORE_FUNCTIONS_H
#define ALIANZA_STORE_FUNCTIONS_H

#include <stdbool.h>

#include "base/error.h"
#include "store/db.h"

/* Once a file, when it is opened: before any statement that names one of them. */
bool functions_register(struct db *db, struct error *e);

/* Next value of what several() joined: moves *s and *n behind it; its text is
 * borrowed. False at the end. */
bool several_next(const char **s, size_t *n, const char **value, size_t *len);

#endif
