/* The columns that a list can be counted by, to choose from. */
#ifndef ALIANZA_UI_TABLE_CHOOSE_H
#define ALIANZA_UI_TABLE_CHOOSE_H

#include "ui/state.h"

/* Offers those of the list or table here, and makes the table of what is chosen. first:
 * the column for the lines, whose other side is chosen; NULL: one is enough, "": both. */
void table_choose(struct screen *sc, const char *first);

#endif
