/* The grid: the metrics of a goal or of an organisation, a column for each quarter of a
 * year. What is typed in a cell is saved when the cell is left: one action each. */
#ifndef ALIANZA_UI_GRID_VIEW_H
#define ALIANZA_UI_GRID_VIEW_H

#include "ui/state.h"

/* For the table of actions. The argument is an organisation; without one it is the goal
 * or the organisation at hand, else my organisation, else all. */
bool grid_open(struct screen *sc, const struct call *call, struct error *e);
bool grid_possible(const struct screen *sc);
bool grid_here(const struct screen *sc);	/* is a grid on the screen? */

/* What the commands of the grid do. */
enum grid_todo { GRID_EDIT, GRID_NEXT, GRID_ROWS, GRID_YEAR_BEFORE, GRID_YEAR_AFTER };
bool grid_do(struct screen *sc, int todo, struct error *e);

#endif
