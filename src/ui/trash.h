/* The trash: all that was deleted, of whatever kind, newest first. */
#ifndef ALIANZA_UI_TRASH_H
#define ALIANZA_UI_TRASH_H

#include "ui/choice_view.h"

extern const struct choice_kind trash_kind;

#endif
