/* What the files of the form share; nobody else reads it. */
#ifndef ALIANZA_UI_FORM_PART_H
#define ALIANZA_UI_FORM_PART_H

#include "store/store.h"
#include "ui/form.h"

struct form {
	struct app *app;
	const struct pane *pane;
	const struct entity *ent;
	const char *kind;	/* the pane's fixed kind, NULL: it has none */
	int64_t id;
	int64_t *many;		/* records of FORM_MANY */
	size_t many_count;
	struct form_field *fields;
	size_t count, at;
	uint64_t came;		/* version of the current field's text when it became so */
	struct drafts *drafts;
};

/* form_fields.c: which fields, in which order. */

void form_fields_find(struct form *form);
/* Leaves out what a record of its kind has no use for, unless it is there; was, typed: by
 * field, and from then on of those that are left. */
void form_fields_drop(struct form *form, struct str *was, struct str *typed);

/* form_value.c: values and texts. */

/* The values of all fields as the file has them now: canonical and as typed, arrays of
 * count, empty at first. STATUS_NONE when the record is gone. */
bool form_read(struct form *form, struct str *was, struct str *typed, struct error *e);
/* A text that is understood as this value. */
void form_value_typed(struct form *form, const struct field *f, const struct value *v,
    struct str *out);
/* A name that saving will make a record of (a tag). */
bool form_is_coined(struct form *form, const struct field *f, const struct str *typed);
/* Brings preview and wrong of a field up to its text. */
bool form_field_check(struct form *form, struct form_field *ff);

void form_strs_free(struct str *strs, size_t count);	/* and the array */

#endif
