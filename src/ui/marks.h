/* Records marked in a list, to be acted on together. */
#ifndef ALIANZA_UI_MARKS_H
#define ALIANZA_UI_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct marks {
	int64_t *ids;		/* ascending */
	size_t count, room;
};

bool marks_has(const struct marks *m, int64_t id);
void marks_add(struct marks *m, int64_t id);
void marks_add_all(struct marks *m, const int64_t *ids, size_t count);	/* in any order */
void marks_drop(struct marks *m, int64_t id);
void marks_clear(struct marks *m);	/* frees what it holds */

#endif
