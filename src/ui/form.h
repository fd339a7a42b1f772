/* The form of one record, without a terminal: what people enter first, then the other
 * fields of its pane in the groups and the order of the dictionary (what the program fills
 * or works out is left out), each with its text as typed in an editor of its own. Nothing
 * typed is lost by a save that fails, and nothing that another program wrote meanwhile is
 * overwritten unseen. */
#ifndef ALIANZA_UI_FORM_H
#define ALIANZA_UI_FORM_H

#include "app/app.h"
#include "app/draft.h"
#include "ui/edit.h"
#include "ui/pick.h"

struct form;

struct form_field {
	const struct field *field;
	struct edit *edit;
	const char *group;	/* heading, translated, where another group begins; or NULL */
	struct str was;		/* canonical value when it was read; several as in a CSV cell */
	struct str text;	/* what the editor held then */
	struct str preview;	/* what the text means, "" where it says that itself */
	struct str alike;	/* records that may be the same, in a sentence; "" */
	struct str wrong;	/* why it is refused, one sentence; "" */
	bool given;		/* filled for the person: saved with the rest */
	bool left;		/* the person was through with it: say what is wrong */
	uint64_t checked, kept;	/* versions of the text */
};

/* The pane's fixed part (kind=partner) is not asked for. id 0: a record that is not there
 * yet. NULL and a sentence when the record cannot be read. app outlives the form. */
struct form *form_new(struct app *app, const struct pane *pane, int64_t id,
    struct error *e);
/* An empty form for several records of the pane: what is filled in is set on all of them
 * by one action, what is left empty stays as it is. ids are copied. */
struct form *form_new_many(struct app *app, const struct pane *pane, const int64_t *ids,
    size_t count);
/* Can its values be chosen from a list? */
bool form_field_is_listed(const struct field *f);
void form_free(struct form *form);		/* NULL is fine; saves nothing */

const struct pane *form_pane(const struct form *form);
/* 0: not there yet; FORM_MANY: several. */
enum { FORM_MANY = -1 };
int64_t form_record(const struct form *form);
size_t form_many(const struct form *form);	/* how many records it is for, else 0 */
size_t form_count(const struct form *form);
const struct form_field *form_field(const struct form *form, size_t i);
/* Does it hold several values, here or in records of their own (hosts)? */
bool form_is_set(const struct field *f);
bool form_field_changed(const struct form *form, size_t i);
bool form_changed(const struct form *form);

size_t form_at(const struct form *form);	/* the current field */
void form_go(struct form *form, size_t i);	/* checks the field that is left */

enum form_do {
	FORM_STAY,		/* the key did what it does in a form */
	FORM_NOTHING,		/* it is the form's, and there is nothing to do: say so */
	FORM_UNUSED,		/* it is none of the form's */
	FORM_NEXT, FORM_BEFORE,	/* another field; the form does it itself */
	FORM_SAVE,		/* also Enter in the last field */
	FORM_CLOSE,
	FORM_CANCEL,
	FORM_CHOOSE,		/* also Enter where there is a list: form_choices */
	FORM_OUTSIDE		/* the person's own editor */
};
/* Keys of the commands of a form (app/cmd_form.c); Up and Down where the editor has no
 * row left, Enter in a field of one line: the next field. PgUp and PgDn: the next group.
 * All else is the editor's. */
enum form_do form_event(struct form *form, const struct event *ev);
/* What a command of a form means, as far as the form does not do it itself. */
enum form_do form_do(struct form *form, enum form_do todo);

/* A list to choose from for the current field; NULL when its values are not of a list.
 * What the field has now is the chosen row. The caller frees it. form_take puts in what
 * was chosen, beside what a field of several values holds already. */
struct pick *form_choices(struct form *form, struct error *e);
void form_take(struct form *form, const struct pick_item *item);
/* The same for a name that the list did not have: a tag is made when the form is saved,
 * a record of another kind at once, as an action of its own. */
bool form_take_new(struct form *form, const char *typed, struct error *e);
/* Fills a reference of a record that is not there yet, as what it is added to. Not a
 * change of the person's: a form with nothing else in it closes without saving. */
void form_give(struct form *form, const struct field *ref, int64_t id);

/* Writes what was changed as one action. STATUS_BUSY and the values when somebody else
 * changed the same fields since they were read; saving again overwrites them, for now
 * they were seen. After it the form is of the saved record. */
bool form_save(struct form *form, struct error *e);

/* Drafts of the fields go there; NULL: nowhere. They are dropped after a save. */
void form_drafts_set(struct form *form, struct drafts *drafts);
void form_keep(struct form *form, int64_t now);	/* after each event; see draft_put */
void form_give_up(struct form *form);		/* drops the drafts, the person wants it */
/* Puts a draft of this record into its field, as one step of undo; false: not of it. */
bool form_restore(struct form *form, const struct draft *draft);

#endif
