/* The canon functions of the field types (entity.h) that live outside types.c, and
 * what all of them share. Only for model/type*.c.
 *
 * A canon() runs once a cell of an import: the exact form goes first and allocates
 * nothing but out. Blanks only are no value: then no type appends anything. */
#ifndef ALIANZA_MODEL_TYPE_CANON_H
#define ALIANZA_MODEL_TYPE_CANON_H

#include "model/entity.h"

/* Refuses by a translated sentence with two %s: the field's label and the value,
 * made safe and short. Always false. */
bool type_refuse(const struct field *f, const char *in, size_t n, struct error *e,
    const char *sentence);
/* Appends the value as such a sentence shows it. */
void type_show(struct str *out, const char *in, size_t n);
/* Bytes of the blank at s, also of the no-break and thin ones that people put into
 * numbers; 0 if there is none. */
size_t type_blank_length(const char *s, size_t n);
/* Takes blanks off both ends; false when nothing is left. */
bool type_trim(const char **s, size_t *n);
bool type_check_utf8(const struct field *f, const char *in, size_t n, struct error *e);

bool type_canon_int(const struct field *f, const char *in, size_t n, struct str *out,
    struct error *e);
bool type_canon_decimal(const struct field *f, const char *in, size_t n,
    struct str *out, struct error *e);
bool type_canon_bool(const struct field *f, const char *in, size_t n, struct str *out,
    struct error *e);
bool type_canon_date(const struct field *f, const char *in, size_t n, struct str *out,
    struct error *e);
bool type_canon_datetime(const struct field *f, const char *in, size_t n,
    struct str *out, struct error *e);
bool type_canon_month_day(const struct field *f, const char *in, size_t n,
    struct str *out, struct error *e);
bool type_canon_term(const struct field *f, const char *in, size_t n, struct str *out,
    struct error *e);
bool type_canon_country(const struct field *f, const char *in, size_t n,
    struct str *out, struct error *e);
bool type_canon_language(const struct field *f, const char *in, size_t n,
    struct str *out, struct error *e);

#endif
