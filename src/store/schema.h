/* The schema steps, data/schema/NNN-*.sql, in their order and with NULL at the end.
 * Made by tools/embed.sh. */
#ifndef ALIANZA_STORE_SCHEMA_H
#define ALIANZA_STORE_SCHEMA_H

extern const char *const schema_steps[];

#endif
