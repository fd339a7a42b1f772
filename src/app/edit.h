/* Changing a record by "field=value" as people write it. */
#ifndef ALIANZA_APP_EDIT_H
#define ALIANZA_APP_EDIT_H

#include "app/app.h"

/* One assignment, resolved: op '=' sets (or empties), '+' adds, '-' takes away. */
struct assignment {
	const struct field *field;
	bool through;		/* field of the pane's `through` entity */
	char op;
	const char *value;	/* as typed, or read from @FILE / standard input */
	size_t length;
};

/* "stage=active", "languages+=es", "summary=@FILE", "summary=-". Text is kept in
 * mem. STATUS_USAGE for an unknown field, with the nearest. */
bool assignment_parse(const struct pane *pane, const char *word, struct arena *mem,
    struct assignment *out, struct error *e);
/* Applies it to a record, within an action. Several values are parted by ';'. */
bool assignment_apply(struct app *app, const struct pane *pane, int64_t id,
    const struct assignment *a, struct error *e);

/* Makes a record of a pane from assignments (fixed part of the pane included),
 * within an action; STATUS_DATA naming the required fields that are missing. */
bool record_add(struct app *app, const struct pane *pane, const struct assignment *a,
    size_t count, int64_t *id, struct error *e);

#endif
