/* What is written from the tables: usage, parts of the manual pages (mdoc), shell
 * completion. */
#ifndef ALIANZA_APP_MANUAL_H
#define ALIANZA_APP_MANUAL_H

#include "model/entity.h"
#include "app/app.h"

void manual_usage(struct str *out);
/* commands, options, fields, panes, reports, terms, tables (mdoc), bash. STATUS_USAGE for
 * another name. */
bool manual_part(const char *name, struct str *out, struct error *e);
/* Flags of a field in words, "required title contact"; appends. */
void field_flags(const struct field *f, struct str *out);

/* Options of the program itself, which may stand before or behind any command. */
struct program_option {
	const char *name;	/* without "--" */
	char letter;		/* 0: none */
	const char *value;	/* N_(); NULL: a switch */
	const char *help;	/* N_() */
};
extern const struct program_option program_options[];	/* .name NULL ends */

#endif
