/* What people read of a line of minutes in lists, titles and reports: its words, without
 * the signs and without what stands in columns of its own. The line in the file stays as
 * it was typed. */
#ifndef ALIANZA_APP_LINE_SAID_H
#define ALIANZA_APP_LINE_SAID_H

#include "store/store.h"

/* From now on the store answers so, till it is closed (store_line_sayer). who: the name
 * of the person at this computer, may be NULL; copied. */
void line_said_begin(struct store *s, const char *who);

#endif
