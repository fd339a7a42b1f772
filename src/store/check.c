#include "config.h"

#include "store/checking.h"

#include <stddef.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/id.h"
#include "base/place.h"
#include "store/db.h"
#include "store/migrate.h"
#include "store/open.h"
#include "store/schema.h"
#include "store/shape.h"

enum { PASSES = 5 };	/* what is mended may let more be mended */

/* --- Shared --- */

/* A damaged title may have line ends; a damage is one line. */
static void
one_line(struct str *sentence)
{
	for (size_t i = 0; i < sentence->len; i++)
		if (sentence->s[i] == '\n' || sentence->s[i] == '\r')
			sentence->s[i] = ' ';
}

bool
check_tell(struct checking *c, int64_t record, bool mendable, const char *format, ...)
{
	struct str sentence = { 0 };
	va_list ap;

	if (c->mend && !mendable)
		return false;
	va_start(ap, format);
	str_addv(&sentence, format, ap);
	va_end(ap);
	one_line(&sentence);
	struct damage d = { str_text(&sentence), record, c->mend, mendable };
	if (c->go_on && c->f)
		c->go_on = c->f(c->ctx, &d);
	str_free(&sentence);
	if (c->mend)
		c->mended++;
	else
		c->told++;
	return c->mend;
}

bool
check_goes_on(struct checking *c, struct error *e)
{
	if (c->go_on && (++c->tick % 512 || !c->stop || !c->stop(c->ctx)))
		return true;
	return set_error(e, STATUS_INTERRUPTED, _("The check was stopped."));
}

void
check_title(struct checking *c, int64_t id, struct str *out)
{
	const struct born *b = check_born(c, id);
	const struct entity *ent = b ? entity_by_number(b->entity) : NULL;
	char text[ID_LENGTH + 1];

	if (ent && b->found) {
		record_title(c->s, ent, id, out);
		return;
	}
	id_format(id, text);
	str_add(out, text);
}

void
check_bad_line(struct checking *c, const struct bad_line *bad, int64_t sum)
{
	if (c->bad_count == c->bad_cap) {
		c->bad_cap = c->bad_cap * 2 + 16;
		c->bad = xrealloc(c->bad, c->bad_cap * sizeof *c->bad);
	}
	c->bad[c->bad_count++] = *bad;
	struct deed *d = check_deed(c, bad->action);
	uint64_t was = (uint64_t)sum, right = (uint64_t)bad->right;
	if (!d)
		return;
	d->more_low += (right & 0xffffffff) - (was & 0xffffffff);
	d->more_high += (right >> 32) - (was >> 32);
	d->bad_lines++;
}

struct deed *
check_deed(const struct checking *c, int64_t id)
{
	size_t at = place_of(c->deeds, c->deed_count, sizeof *c->deeds,
	    offsetof(struct deed, id), id);

	return at < c->deed_count && c->deeds[at].id == id ? &c->deeds[at] : NULL;
}

struct born *
check_born(const struct checking *c, int64_t id)
{
	size_t at = place_of(c->born, c->born_count, sizeof *c->born,
	    offsetof(struct born, id), id);

	return at < c->born_count && c->born[at].id == id ? &c->born[at] : NULL;
}

bool
check_is_erased(const struct checking *c, int64_t record, int field,
    const struct value *item)
{
	for (size_t i = 0; i < c->erased_count; i++) {
		const struct tombstone *t = &c->erased[i];
		if (t->record == record && (!t->field || (field && t->field == field
		    && (!item || value_equal(item, &t->item)))))
			return true;
	}
	return false;
}

/* --- Running --- */

static void
forget(struct checking *c)
{
	free(c->born);
	free(c->deeds);
	free(c->bad);
	arena_free(&c->mem);
	c->born = NULL;
	c->deeds = NULL;
	c->bad = NULL;
	c->erased = NULL;
	c->born_count = c->deed_count = c->bad_count = c->bad_cap = c->erased_count = 0;
}

/* One run through all proofs. A file whose pages are damaged is not read further. */
static bool
run(struct checking *c, bool mend, struct error *e)
{
	c->mend = mend;
	c->mended = c->told = 0;
	c->broken = false;
	bool ok = check_file(c, e);
	if (ok && !c->broken)
		ok = check_read_log(c, e) && check_records(c, e) && check_items(c, e)
		    && check_tombstones(c, e) && check_cells(c, e) && check_actions(c, e);
	forget(c);
	return ok;
}

static bool
mend_all(struct checking *c, struct error *e)
{
	bool ok = true;

	for (int i = 0; ok && i < PASSES && (!i || c->mended); i++)
		ok = run(c, true, e);
	return ok;
}

/* A file that is read-only for its odd shape alone can be mended; one that cannot
 * be written, or is of another version, cannot. */
static bool
mend_begin(struct store *s, struct error *e)
{
	int64_t version = 0;

	if (s->readonly) {
		if (!db_int(s->db, &version, e, "PRAGMA user_version"))
			return false;
		if (sqlite3_db_readonly(db_handle(s->db), "main") || s->stat->aside
		    || version != migrate_version(schema_steps)
		    || shape_is_usual(s->stat->sum))
			return set_error(e, STATUS_NOPERM, "%s", s->readonly);
	}
	return file_unchanged(s, e) && db_exec(s->db, e, "BEGIN IMMEDIATE");
}

/* What the file looks like now is what it should look like. */
static bool
mend_end(struct store *s, struct error *e)
{
	if (!db_exec(s->db, e, "COMMIT") || !shape_sum(s->db, &s->stat->sum, e))
		return false;
	if (s->readonly && shape_is_usual(s->stat->sum)) {
		free(s->readonly);
		s->readonly = NULL;
	}
	file_seen(s);
	return true;
}

bool
check_run(struct store *s, bool mend, bool (*f)(void *ctx, const struct damage *d),
    bool (*stop)(void *ctx), void *ctx, int64_t *count, struct error *e)
{
	struct checking c = { .s = s, .f = f, .stop = stop, .ctx = ctx, .go_on = true };

	*count = 0;
	if (s->action.open)
		die("a check within an action");
	if (mend ? !mend_begin(s, e) : !db_exec(s->db, e, "BEGIN"))
		return false;
	bool ok = (!mend || mend_all(&c, e)) && run(&c, false, e)
	    && (mend ? mend_end(s, e) : db_exec(s->db, e, "COMMIT"));
	if (!ok && !sqlite3_get_autocommit(db_handle(s->db)))
		db_exec(s->db, NULL, "ROLLBACK");
	s->version += mend;
	*count = c.told;
	return ok;
}
