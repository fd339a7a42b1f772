/* Values as the file stores them, and the way between them and what people type
 * and see. A value's text is borrowed unless said otherwise. */
#ifndef ALIANZA_STORE_VALUE_H
#define ALIANZA_STORE_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/str.h"
#include "model/entity.h"

enum value_kind { VALUE_NULL, VALUE_INT, VALUE_TEXT };

struct value {
	enum value_kind kind;
	int64_t i;
	const char *s;		/* not NUL-terminated */
	size_t n;
};

static const struct value value_null = { VALUE_NULL, 0, NULL, 0 };
struct value value_int(int64_t i);
struct value value_text(const char *s, size_t n);	/* n == 0 gives NULL */
bool value_equal(const struct value *a, const struct value *b);
void value_hash(struct hash *h, const struct value *v);
/* What a stored value says: the number, or the id that a reference leads to, else 0; the
 * date, else false; its text in mem, "" where it has none. */
int64_t value_to_int(const struct value *v);
bool value_to_date(const struct value *v, struct date *out);
const char *value_dup(const struct value *v, struct arena *mem);

/* Is the column of this field (or the value of its items) INTEGER? int, bool,
 * ref and refs. */
bool field_is_integer(const struct field *f);

/* Canonical text (as canon gives it) to stored value. buf keeps the text. */
struct value value_from_text(const struct field *f, const char *s, size_t n);
/* Stored value to canonical text: ids as 13 characters, bool as yes or no,
 * everything else as stored. Appends. */
void value_to_text(const struct field *f, const struct value *v, struct str *out);

struct store;

/* What a person typed for one value (one of several, for a multi field) to the
 * stored value: types, the file's own terms, references by WHICH within the
 * entities they may refer to. The text lives in keep, which the caller frees.
 * "" is VALUE_NULL. Refuses with one sentence. Within an action an F_COINED
 * reference to a name that nobody used yet makes its record. */
bool value_input(struct store *s, const struct field *f, const char *typed, size_t n,
    struct str *keep, struct value *out, struct error *e);
/* Appends what a person sees: labels of terms, countries and languages, titles of
 * records (with "(in the trash)" where so), bool as yes or no in words. */
void value_show(struct store *s, const struct field *f, const struct value *v,
    struct str *out);

/* Terms with the file's own changes. Label for showing: the file's, else the
 * shipped one translated; NULL for a code nobody knows. */
const char *term_label(struct store *s, const char *list, const char *code);
/* The i-th term not hidden of a field's lists in the file's order; false after
 * the last. */
struct term_shown {
	const char *list, *code, *label;
	bool hidden;
};
bool term_shown_at(struct store *s, const char *lists, int i, struct term_shown *out);
/* The code for what was typed, the file's own terms first; NULL when none fits. */
const char *term_code(struct store *s, const char *lists, const char *typed, size_t n);
/* Adds a term to a list within the action that is under way (--add-terms): the
 * code is made from the label (lower case, blanks to -). */
const char *term_add(struct store *s, const char *list, const char *label, size_t n,
    struct error *e);
/* The file's own changes to a list, each within the action that is under way. Records
 * keep the codes they have. */
bool term_rename(struct store *s, const char *list, const char *code, const char *label,
    struct error *e);		/* "": as it is shipped */
bool term_hide(struct store *s, const char *list, const char *code, bool hidden,
    struct error *e);		/* a hidden one is not offered any more */
bool term_move(struct store *s, const char *list, const char *code, int by,
    struct error *e);		/* places down, or up (< 0); stops at both ends */

#endif
