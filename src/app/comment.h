/* Comments: what people say about a goal in consultation, or about anything else that a
 * line can be about. A comment is a line of text that stands in no note. */
#ifndef ALIANZA_APP_COMMENT_H
#define ALIANZA_APP_COMMENT_H

#include "app/app.h"
#include "base/arena.h"

/* Can there be comments on records of this kind? Else a sentence. */
bool comment_possible(const struct entity *ent, struct error *e);
/* Within an action. */
bool comment_add(struct app *app, const struct entity *ent, int64_t id, const char *text,
    struct error *e);

/* The filter that finds the comments on one, or (id NULL) on any of its kind; in mem. NULL
 * where there can be none. */
const char *comment_filter(const struct entity *ent, const char *id, struct arena *mem);

struct comment {
	int64_t id;		/* of the line */
	const char *when;	/* it was added, as people here read it */
	const char *text;
};
/* The oldest first, in mem. */
bool comments_read(struct app *app, const struct entity *ent, int64_t id,
    struct arena *mem, struct comment **out, size_t *count, struct error *e);

#endif
