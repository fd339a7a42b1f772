/* Settings of a file: rows of the internal entity `setting`, so that they are
 * logged, undone and merged like everything else. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/id.h"
#include "store/db.h"
#include "store/log.h"
#include "store/through.h"

static int64_t
setting_find(struct store *s, const char *name, struct str *value)
{
	struct stmt *st = stmt_new(s->db, "SELECT id,value FROM setting WHERE name=?1"
	    " AND deleted=0 ORDER BY id LIMIT 1", NULL);
	int64_t id = 0;

	if (!st)
		return 0;
	stmt_cstr(st, 1, name);
	if (stmt_row(st)) {
		id = stmt_col_int(st, 0);
		str_set(value, stmt_col(st, 1));
	}
	stmt_end(st, NULL);
	return id;
}

const char *
setting_get(struct store *s, const char *name)
{
	str_cut(&s->setting, 0);
	setting_find(s, name, &s->setting);
	return str_text(&s->setting);
}

bool
setting_put(struct store *s, const char *name, const char *value, struct error *e)
{
	const struct entity *ent = entity_find("setting");
	struct cell cells[] = {
		{ field_find(ent, "name"), value_text(name, strlen(name)), true },
		{ field_find(ent, "value"), value_text(value, strlen(value)), true },
	};
	int64_t id = setting_find(s, name, &s->setting);

	return id ? record_put(s, ent, id, &cells[1], e)
	    : record_create(s, ent, cells, 2, &id, e);
}

int64_t
my_organisation(struct store *s)
{
	const char *text = setting_get(s, "my_organisation");
	int64_t id;

	return id_parse(text, strlen(text), &id) ? id : 0;
}
