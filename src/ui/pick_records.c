#include "config.h"

#include "ui/pick_records.h"

#include <stdlib.h>

#include "app/pane.h"
#include "base/id.h"
#include "store/query.h"

bool
pick_add_records(struct app *app, const struct entity *ent, const char *hint,
    struct pick *p, struct error *e)
{
	struct query q = { .ent = ent, .pane = pane_of_entity(ent) };
	struct str title = { 0 };
	char id[ID_LENGTH + 1];
	int64_t *ids = NULL, count = 0;

	bool ok = ids_read(app->store, &q, &ids, &count, e);
	for (int64_t i = 0; ok && i < count; i++) {
		str_cut(&title, 0);
		record_title(app->store, ent, ids[i], &title);
		id_format(ids[i], id);
		pick_add(p, str_text(&title), id, hint);
	}
	str_free(&title);
	free(ids);
	return ok;
}
