/* Help of a place: what can be done there, then everything else. */
#ifndef ALIANZA_UI_HELP_H
#define ALIANZA_UI_HELP_H

#include "ui/choice_view.h"

/* place: the context of keys it tells of, such as "list". */
extern const struct choice_kind help_kind;

#endif
