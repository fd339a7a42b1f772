/* One thing typed against many labels, folded: for the tables of terms, countries
 * and languages. Labels whose first letter differs cost next to nothing. */
#ifndef ALIANZA_MODEL_MATCH_H
#define ALIANZA_MODEL_MATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct match {
	struct str typed;	/* folded */
	struct str label;	/* the one looked at last, folded */
};

void match_start(struct match *m, const char *typed, size_t n);
bool match_label(struct match *m, const char *label);
void match_end(struct match *m);	/* frees */

#endif
