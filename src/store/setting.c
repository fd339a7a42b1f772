/* Settings of a file: rows of the internal entity `setting`, so that they are
 * logged, undone and merged like everything else. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/id.h"
#include "store/db.h"
#include "store/record.h"
#include "store/through.h"

static const char *
setting_read(struct store *s, const char *name)
{
	struct stmt *st = stmt_new(s->db, "SELECT value FROM setting WHERE name=?1"
	    " AND deleted=0 ORDER BY id LIMIT 1", NULL);

	str_cut(&s->setting, 0);
	if (!st)
		return "";
	stmt_cstr(st, 1, name);
	if (stmt_row(st))
		str_set(&s->setting, stmt_col(st, 0));
	stmt_end(st, NULL);
	return str_text(&s->setting);
}

/* The screen asks for the same one with each key. */
const char *
setting_get(struct store *s, const char *name)
{
	int64_t version = s->action.open ? -1 : store_version(s);

	if (version >= 0 && version == s->setting_version
	    && !strcmp(str_text(&s->setting_name), name))
		return str_text(&s->setting);
	str_set(&s->setting_name, name);
	s->setting_version = version;
	return setting_read(s, name);
}

bool
setting_put(struct store *s, const char *name, const char *value, struct error *e)
{
	const struct entity *ent = entity_find("setting");
	struct cell cells[] = {
		{ field_find(ent, "name"), value_text(name, strlen(name)), true },
		{ field_find(ent, "value"), value_text(value, strlen(value)), true },
	};

	return record_put_keyed(s, ent, cells, 2, e);
}

int64_t
my_organisation(struct store *s)
{
	const char *text = setting_get(s, "my_organisation");
	int64_t id;

	return id_parse(text, strlen(text), &id) ? id : 0;
}
