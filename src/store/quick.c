/* The check before the first write to a file that came from elsewhere. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "store/check.h"
#include "store/db.h"
#include "store/log.h"

bool
check_quick(struct store *s, struct error *e)
{
	struct stmt *st = stmt_new(s->db, "PRAGMA quick_check(1)", e);
	bool sound;

	if (!st)
		return false;
	sound = stmt_row(st) && !strcmp(stmt_col(st, 0), "ok");
	if (!stmt_end(st, e))
		return false;
	return sound || set_error(e, STATUS_DATA,
	    _("%s is damaged: nothing was changed. \"alianza check\" names the damage; \"alianza backups\" lists copies to go back to."),
	    s->path);
}
