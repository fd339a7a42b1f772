/* What is written to a descriptor piece by piece, written at once: curses writes anew
 * wherever it moves the cursor, some 75 times for a screen, and the terminal is woken, and
 * shows half of the screen, each time. In between the descriptor leads into memory; it
 * must not be asked then whether it is a terminal. */
#ifndef ALIANZA_UI_GATHER_H
#define ALIANZA_UI_GATHER_H

#include <stdbool.h>

struct gather {
	int fd, device, memory;	/* the last two -1: nothing is gathered */
};

/* Without memory for it, all is written as it comes. */
void gather_open(struct gather *g, int fd);
void gather_begin(struct gather *g);
/* False: the device took no more; what is left is gone, as the device is. */
bool gather_end(struct gather *g);
void gather_close(struct gather *g);

#endif
