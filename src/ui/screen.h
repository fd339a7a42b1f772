/* The screen: terminal, views, and the loop around them. */
#ifndef ALIANZA_UI_SCREEN_H
#define ALIANZA_UI_SCREEN_H

#include "app/shell.h"

/* Opens the file and the screen, or plays sh->script off-screen; until the person
 * leaves. Returns the exit status. */
int screen_run(struct shell *sh);

#endif
