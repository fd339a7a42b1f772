/* What is being typed below, a command behind ":" or the words of a filter, is on disk
 * within a second as everything else, and comes back with E. */
#ifndef ALIANZA_UI_PROMPT_DRAFT_H
#define ALIANZA_UI_PROMPT_DRAFT_H

#include "app/draft.h"
#include "ui/state.h"

/* After each key: keeps the line as a draft while it is open. */
void prompt_draft(struct screen *sc);
/* If the newest draft left behind is of such a line: opens it again, and takes the draft
 * over. False: it is of something else. */
bool prompt_resume(struct screen *sc, struct drafts *drafts);

#endif
