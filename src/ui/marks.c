#include "config.h"

#include "ui/marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/place.h"

/* Where the id is, or where it belongs. */
static size_t
place(const struct marks *m, int64_t id)
{
	return place_of(m->ids, m->count, sizeof *m->ids, 0, id);
}

bool
marks_has(const struct marks *m, int64_t id)
{
	size_t at = place(m, id);

	return at < m->count && m->ids[at] == id;
}

void
marks_add(struct marks *m, int64_t id)
{
	size_t at = place(m, id);

	if (at < m->count && m->ids[at] == id)
		return;
	if (m->count == m->room) {
		m->room = m->room * 2 + 16;
		m->ids = xrealloc(m->ids, m->room * sizeof *m->ids);
	}
	memmove(m->ids + at + 1, m->ids + at, (m->count - at) * sizeof *m->ids);
	m->ids[at] = id;
	m->count++;
}

static int
by_id(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

void
marks_add_all(struct marks *m, const int64_t *ids, size_t count)
{
	size_t kept = 0;

	if (!count)
		return;
	m->room = m->count + count;
	m->ids = xrealloc(m->ids, m->room * sizeof *m->ids);
	memcpy(m->ids + m->count, ids, count * sizeof *ids);
	m->count = m->room;
	qsort(m->ids, m->count, sizeof *m->ids, by_id);
	for (size_t i = 0; i < m->count; i++)
		if (!kept || m->ids[kept - 1] != m->ids[i])
			m->ids[kept++] = m->ids[i];
	m->count = kept;
}

void
marks_drop(struct marks *m, int64_t id)
{
	size_t at = place(m, id);

	if (at == m->count || m->ids[at] != id)
		return;
	m->count--;
	memmove(m->ids + at, m->ids + at + 1, (m->count - at) * sizeof *m->ids);
}

void
marks_clear(struct marks *m)
{
	free(m->ids);
	*m = (struct marks){ 0 };
}
