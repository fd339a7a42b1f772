/* What export_all writes and import_all reads. Inside io only. */
#ifndef ALIANZA_IO_EXPORT_ALL_H
#define ALIANZA_IO_EXPORT_ALL_H

#include "base/str.h"
#include "model/entity.h"

/* Rows of name and value: version, schema, and each entity's number of records. */
#define EXPORT_ALL_MANIFEST "alianza"

/* Is the field a column of its entity's file: what the record itself holds, whether
 * it is in the trash included? */
bool export_all_has(const struct field *f);
int export_all_schema(void);	/* the newest schema this program knows */
/* "DIR/NAME.csv" instead of what path held. */
void export_all_path(struct str *path, const char *dir, const char *name);

#endif
