#include "config.h"

#include "app/shipped_table.h"

#include <stdlib.h>

#include "app/app.h"
#include "base/i18n.h"
#include "io/csv.h"

void
shipped_close(struct shipped_table *t)
{
	csv_close(t->reader);
	arena_free(&t->mem);
}

int
shipped_next(struct shipped_table *t, const char *cells[SHIPPED_COLUMNS], struct error *e)
{
	const struct csv_cell *read;
	size_t count;
	int got = csv_read(t->reader, &read, &count, e);

	for (size_t i = 0; i < SHIPPED_COLUMNS; i++)
		cells[i] = got == 1 && i < count ? arena_dup(&t->mem, read[i].s, read[i].n) : "";
	if (got == 1)
		t->columns = count < SHIPPED_COLUMNS ? count : SHIPPED_COLUMNS;
	return got;
}

bool
shipped_open(struct shipped_table *t, const char *file, struct error *e)
{
	char *path = app_shipped(file);

	*t = (struct shipped_table){ .reader = NULL };
	if (!path)
		return set_error(e, STATUS_NOINPUT,
		    _("%s is not where it was installed: install alianza again."), file);
	t->reader = csv_open(path, e);
	free(path);
	if (t->reader && shipped_next(t, t->header, e) == 1)
		return true;
	shipped_close(t);
	return false;
}
