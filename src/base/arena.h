/* Memory that dies together: what a screenful, a command or a row needs.
 * Lack of memory ends the program through die(). `struct arena a = { 0 }` is
 * an empty arena. */
#ifndef ALIANZA_BASE_ARENA_H
#define ALIANZA_BASE_ARENA_H

#include <stddef.h>

struct arena_block;
struct arena {
	struct arena_block *head;	/* newest block */
	size_t used;			/* bytes used in it */
};

/* Memory aligned for any type, zeroed, valid until the arena is reset or
 * freed. */
void *arena_alloc(struct arena *a, size_t size);
char *arena_dup(struct arena *a, const char *s, size_t n);	/* NUL added */
char *arena_strdup(struct arena *a, const char *s);		/* NULL gives NULL */
char *arena_printf(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void arena_reset(struct arena *a);	/* forgets everything, keeps one block */
void arena_free(struct arena *a);	/* back to { 0 } */

/* malloc and realloc that end the program through die() when memory is out. */
void *xmalloc(size_t size);		/* zeroed */
void *xrealloc(void *p, size_t size);
char *xstrdup(const char *s);

#endif
