/* The way of a partnership: the stages it stood at and for how long, from its history. */
#ifndef ALIANZA_APP_STAGE_LINE_H
#define ALIANZA_APP_STAGE_LINE_H

#include "app/app.h"
#include "base/arena.h"

struct stage_step {
	const char *code;	/* of the stage */
	long day;		/* it began (base/date.h) */
};
struct stage_line {
	int64_t id;		/* of the partnership */
	const char *side;	/* whose it is: the affiliate, as people read it */
	const char *text;	/* "contact 31 days → active since 2021-10-04, 12 days" */
	const struct stage_step *steps;		/* the same, the oldest first */
	size_t count;
};
/* That of a partnership, or those of a partner, in mem; none for any other record. */
bool stage_lines_read(struct app *app, const struct entity *ent, int64_t id,
    struct arena *mem, struct stage_line **out, size_t *count, struct error *e);

#endif
