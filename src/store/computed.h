/* What is not stored but follows from what is: SQL expressions of computed fields
 * (model: "Arithmetic"), and whether a record is hidden. Private to src/store. */
#ifndef ALIANZA_STORE_COMPUTED_H
#define ALIANZA_STORE_COMPUTED_H

#include <stdbool.h>

#include "base/str.h"
#include "model/entity.h"

/* Can the field be computed for records of this entity? */
bool computed_has(const struct entity *ent, const struct field *f);
/* Appends the expression over the table alias; no parameters. False, and nothing
 * appended, when the field is not in the table. */
bool computed_sql(const struct entity *ent, const struct field *f, const char *alias,
    struct str *sql);

/* Appends a text in which `$` is the alias, "{ENTITY.FIELD}" a field's number,
 * "{over LIST}" what terms_over_sql() gives, "{course LIST}" a text of the other values in
 * their order, and "[NAME;ARGUMENT]" one of the pieces that the expressions are made of. */
void computed_expand(const char *text, const char *alias, struct str *sql);

/* Appends a condition that is true (never NULL) when the record is not in the trash,
 * neither itself nor by a required reference; and one for the opposite. */
void visible_sql(const struct entity *ent, const char *alias, struct str *sql);
void hidden_sql(const struct entity *ent, const char *alias, struct str *sql);

/* Appends the values of a term list at which a record is over (term_is_over()), as SQL
 * texts in parentheses. */
void terms_over_sql(const char *list, struct str *sql);

#endif
