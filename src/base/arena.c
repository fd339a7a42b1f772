#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/str.h"

enum {
	BLOCK_SIZE = 8 * 1024 - 64	/* with its head and malloc's words: two pages */
};

struct arena_block {
	struct arena_block *older;
	size_t size;
	alignas(max_align_t) char bytes[];
};

static _Noreturn void
out_of_memory(void)
{
	die("%s", _("There is not enough memory. Close other programs and start again."));
}

void *
xmalloc(size_t size)
{
	void *p = calloc(1, size ? size : 1);
	if (!p)
		out_of_memory();
	return p;
}

void *
xrealloc(void *p, size_t size)
{
	void *grown = realloc(p, size ? size : 1);
	if (!grown)
		out_of_memory();
	return grown;
}

char *
xstrdup(const char *s)
{
	size_t n = strlen(s) + 1;
	return memcpy(xmalloc(n), s, n);
}

static struct arena_block *
new_block(struct arena_block *older, size_t size)
{
	if (size > SIZE_MAX - sizeof(struct arena_block))
		out_of_memory();
	struct arena_block *b = malloc(sizeof(*b) + size);
	if (!b)
		out_of_memory();
	b->older = older;
	b->size = size;
	return b;
}

/* A large piece gets a block of its own behind the newest one, so that the
 * rest of the newest stays in use. */
static void *
alloc_large(struct arena *a, size_t size)
{
	if (!a->head)
		a->head = new_block(NULL, BLOCK_SIZE);
	a->head->older = new_block(a->head->older, size);
	return a->head->older->bytes;
}

static void *
alloc_bytes(struct arena *a, size_t size)
{
	const size_t align = alignof(max_align_t);
	if (size > SIZE_MAX - align)
		out_of_memory();
	size = size ? (size + align - 1) / align * align : align;
	if (size > BLOCK_SIZE / 4)
		return alloc_large(a, size);
	if (!a->head || a->head->size - a->used < size) {
		a->head = new_block(a->head, BLOCK_SIZE);
		a->used = 0;
	}
	void *p = a->head->bytes + a->used;
	a->used += size;
	return p;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	return memset(alloc_bytes(a, size), 0, size);
}

char *
arena_dup(struct arena *a, const char *s, size_t n)
{
	char *p = alloc_bytes(a, n + 1);
	if (n > 0)
		memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return s ? arena_dup(a, s, strlen(s)) : NULL;
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	struct str text = { 0 };
	va_list ap;
	va_start(ap, fmt);
	str_addv(&text, fmt, ap);
	va_end(ap);
	char *p = arena_dup(a, text.s, text.len);
	str_free(&text);
	return p;
}

static void
free_blocks(struct arena_block *b)
{
	while (b) {
		struct arena_block *older = b->older;
		free(b);
		b = older;
	}
}

void
arena_reset(struct arena *a)
{
	if (!a->head)
		return;
	free_blocks(a->head->older);
	a->head->older = NULL;
	a->used = 0;
}

void
arena_free(struct arena *a)
{
	free_blocks(a->head);
	*a = (struct arena){ 0 };
}
