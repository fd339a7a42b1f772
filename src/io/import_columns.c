#include "config.h"

#include "io/import_columns.h"

#include "base/arena.h"
#include "io/import_map.h"

struct telling {
	void (*unclear)(void *ctx, const char *column, const char *reason);
	void *ctx;
};

static void
told(void *ctx, const char *column, const char *reason)
{
	struct telling *t = ctx;

	t->unclear(t->ctx, column ? column : "", reason);
}

bool
import_columns(const struct pane *pane, const char *path, const struct import_options *o,
    void (*unclear)(void *ctx, const char *column, const char *reason), void *ctx,
    struct error *e)
{
	struct telling telling = { unclear, ctx };
	struct csv_reader *in = csv_open(path, e);
	struct arena mem = { 0 };
	struct import_map map;
	const struct csv_cell *header;
	size_t count;
	int got = in ? csv_read(in, &header, &count, e) : -1;

	if (got > 0)
		map_read(&map, pane, header, count, o, &mem, told, &telling);
	arena_free(&mem);
	csv_close(in);
	return got >= 0;
}
