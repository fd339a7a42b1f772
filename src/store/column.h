/* SQL of a column (query.h), over the alias of the row's table. Private to
 * src/store. */
#ifndef ALIANZA_STORE_COLUMN_H
#define ALIANZA_STORE_COLUMN_H

#include "store/query.h"

/* Has a record several values of this field, or are they kept elsewhere? (rows of
 * item, or of another entity by field.via) */
bool field_is_several(const struct entity *ent, const struct field *f);
/* A computed field that lists who refers to the record (tag.records): the field, of
 * every entity, by which they do; NULL for others. */
const struct field *field_backwards(const struct entity *ent, const struct field *f);
/* Has a row several values of this column? */
bool column_is_several(const struct column *c);

/* The value of a field that has one: its column or its computed expression. */
void field_sql(const struct entity *ent, const struct field *f, const char *alias,
    struct str *sql);
/* The value; what several() makes when column_is_several(). */
void column_sql(const struct column *c, const char *alias, struct str *sql);
/* What the column is ordered by: folded text, numbers as numbers, titles of
 * references, the place of a term in its list. parameter: number of the one that
 * the caller binds to what column_order_terms() appends, when the column's field
 * is a term. NULLs are for the caller. */
void column_order_sql(const struct column *c, const char *alias, int parameter,
    struct str *sql);
bool column_order_terms(struct store *s, const struct column *c, struct str *list);

/* The field by which records of `from` refer to ones of `to`; `but` only when there
 * is no other (NULL: any). Required ones and single ones come first. */
const struct field *reference_back(const struct entity *from, const struct entity *to,
    const struct field *but);

#endif
