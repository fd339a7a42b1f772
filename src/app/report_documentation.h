/* Parts of the page of an event (report_documentation.c), each a file of its own. */
#ifndef ALIANZA_APP_REPORT_DOCUMENTATION_H
#define ALIANZA_APP_REPORT_DOCUMENTATION_H

#include "app/report.h"

/* --- The parts --- */

/* How people worked: the sessions in their order (report_process.c). */
bool documentation_process(struct report_call *r, struct error *e);
/* Who was there and for whom, where and when (report_who.c). */
bool documentation_who(struct report_call *r, struct error *e);

/* --- For all of them --- */

/* A heading of the page; word as for report_word(). */
void documentation_heading(struct report_call *r, const char *word);
/* One field of the event, "" where there is nothing to be told; in r->mem. */
const char *documentation_field(struct report_call *r, const char *column);
/* Appends a name to all, parted by between, unless it was appended before; seen is the
 * caller's, for this function alone. False: it was, or is "". */
bool documentation_name_add(struct str *all, struct str *seen, const char *between,
    const char *name);

#endif
