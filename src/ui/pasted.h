/* Text pasted where nothing is typed: it does nothing but offer to become a note or an
 * import. */
#ifndef ALIANZA_UI_PASTED_H
#define ALIANZA_UI_PASTED_H

#include "ui/state.h"

void pasted_offer(struct screen *sc, const char *text, size_t n);	/* copied */

#endif
