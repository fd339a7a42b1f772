/* The parts of the manual, each made from the tables and never translated: so that
 * what is committed is what every machine makes. Private to manual*.c. */
#ifndef ALIANZA_APP_MANUAL_PART_H
#define ALIANZA_APP_MANUAL_PART_H

#include "base/str.h"

/* For alianza(1), in mdoc(7). */
void manual_commands(struct str *out);
void manual_options(struct str *out);
void manual_panes(struct str *out);
void manual_reports(struct str *out);
void manual_fields(struct str *out);
/* For alianza(5). */
void manual_tables(struct str *out);
void manual_terms(struct str *out);
/* Completion for bash 3.2 and newer. */
void manual_bash(struct str *out);

#endif
