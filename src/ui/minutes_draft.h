/* A line of minutes or an answer that is being typed, on disk within a second: its words,
 * and of a new one where it belongs, so that E puts it back there (minutes_resume.c). */
#ifndef ALIANZA_UI_MINUTES_DRAFT_H
#define ALIANZA_UI_MINUTES_DRAFT_H

#include "app/minutes.h"
#include "ui/edit.h"
#include "ui/state.h"

struct minutes_draft {
	const struct minutes *m;
	const struct edit *edit;	/* what is typed */
	int64_t record;		/* the entry of the line; 0: a new one, and only then: */
	const char *kind;	/* what it is taken for */
	bool last;		/* it is behind all others */
	int64_t behind;		/* else the line before it; 0: it is the first */
	int64_t question;	/* of a form that it answers; 0: none */
};

void minutes_draft_keep(struct screen *sc, const struct minutes_draft *draft);
/* It is saved, or given up. */
void minutes_draft_drop(struct screen *sc, int64_t record);

#endif
